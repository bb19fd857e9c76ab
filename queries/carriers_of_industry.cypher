// name: carriers_of_industry
// group: industries
// title:
//   zh: 产业由谁承载
//   en: Who carries an industry
// question:
//   zh: 哪些城市、园区、平台、企业聚焦某产业？
//   en: "Which cities, zones, platforms and companies focus on an industry?"
// parameters:
//   industry:
//     type: entity
//     default: ""
//     classes: [Industry]
//     description:
//       zh: 产业名称或别名，留空为全部
//       en: "name or alias of an industry; empty: all"
// columns:
//   industry: {zh: 产业, en: industry}
//   class: {zh: 类别, en: class}
//   carrier: {zh: 载体, en: carrier}
//   confidence: {zh: 置信度, en: confidence}
//   documents: {zh: 文件, en: documents}
// example:
//   industry: 新材料
MATCH (carrier:Entity)-[r:FOCUSES_ON]->(industry:Industry)
WHERE $industry = '' OR industry.name = $industry OR $industry IN industry.aliases
RETURN industry.name AS industry, carrier.label AS class, carrier.name AS carrier, r.confidence AS confidence,
  r.documents AS documents
ORDER BY industry, class, carrier
