// name: labs_in_zone
// group: places
// title:
//   zh: 园区里的实验室与平台
//   en: Labs and platforms in a zone
// question:
//   zh: 哪些实验室与创新平台坐落在哪个园区？
//   en: Which labs and innovation platforms stand in which zone?
// parameters:
//   zone:
//     type: entity
//     default: ""
//     classes: [Zone]
//     description:
//       zh: 园区名称或别名，留空为全部
//       en: "name or alias of a zone; empty: all zones"
// columns:
//   zone: {zh: 园区, en: zone}
//   lab: {zh: 实验室与平台, en: lab}
//   confidence: {zh: 置信度, en: confidence}
//   documents: {zh: 文件, en: documents}
// example:
//   zone: 沈阳高新区
MATCH (lab:Lab)-[r:LOCATED_IN]->(zone:Zone)
WHERE $zone = '' OR zone.name = $zone OR $zone IN zone.aliases
RETURN zone.name AS zone, lab.name AS lab, r.confidence AS confidence, r.documents AS documents
ORDER BY zone, lab
