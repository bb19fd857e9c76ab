// name: standing_in_place
// group: places
// title:
//   zh: 谁在哪里
//   en: Who stands where
// question:
//   zh: 哪些机构、平台与园区直接位于某个地方？
//   en: What stands directly in a place?
// parameters:
//   place:
//     type: entity
//     default: ""
//     classes: [City, District, Zone, Region]
//     description:
//       zh: 地方的名称或别名，留空为全部
//       en: "name or alias of a place; empty: all places"
//   class:
//     type: text
//     default: ""
//     description:
//       zh: 类别（如 Lab、Company），留空为全部
//       en: "class, such as Lab or Company; empty: all"
// columns:
//   place: {zh: 地方, en: place}
//   class: {zh: 类别, en: class}
//   name: {zh: 名称, en: name}
//   confidence: {zh: 置信度, en: confidence}
//   documents: {zh: 文件, en: documents}
// example:
//   place: 沈阳高新区
MATCH (thing:Entity)-[r:LOCATED_IN]->(place:Entity)
WHERE ($place = '' OR place.name = $place OR $place IN place.aliases)
  AND ($class = '' OR thing.label = $class)
RETURN place.name AS place, thing.label AS class, thing.name AS name, r.confidence AS confidence,
  r.documents AS documents
ORDER BY place, class, name, documents
