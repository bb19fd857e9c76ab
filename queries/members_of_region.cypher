// name: members_of_region
// group: places
// title:
//   zh: 区域的组成
//   en: What a region consists of
// question:
//   zh: 一个都市圈或区域由哪些城市、区和园区组成？
//   en: "Which cities, districts and zones make up a region?"
// parameters:
//   region:
//     type: entity
//     default: ""
//     classes: [Region]
//     description:
//       zh: 区域名称或别名，留空为全部
//       en: "name or alias of a region; empty: all regions"
// columns:
//   region: {zh: 区域, en: region}
//   class: {zh: 类别, en: class}
//   member: {zh: 成员, en: member}
//   confidence: {zh: 置信度, en: confidence}
//   documents: {zh: 文件, en: documents}
// example:
//   region: 沈阳现代化都市圈
MATCH (member:Entity)-[r:PART_OF|LOCATED_IN]->(region:Region)
WHERE ($region = '' OR region.name = $region OR $region IN region.aliases)
  AND member.label IN ['City', 'District', 'Zone', 'Region']
RETURN region.name AS region, member.label AS class, member.name AS member, r.confidence AS confidence,
  r.documents AS documents
ORDER BY region, class, member, documents
