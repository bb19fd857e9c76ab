// name: where_is
// group: places
// title:
//   zh: 在什么地方
//   en: Where something is
// question:
//   zh: 某个机构或平台位于哪里，再往上属于哪里？
//   en: "In which place does something stand, and in which larger places is that?"
// parameters:
//   name:
//     type: entity
//     description:
//       zh: 名称或别名
//       en: name or alias
// columns:
//   name: {zh: 名称, en: name}
//   place: {zh: 地方, en: place}
//   class: {zh: 类别, en: class}
//   steps: {zh: 层数, en: steps}
// example:
//   name: 沈阳高新区
MATCH path = (thing:Entity)-[:LOCATED_IN|PART_OF*1..5]->(place:Entity)
WHERE thing.name = $name OR $name IN thing.aliases
RETURN thing.name AS name, place.name AS place, place.label AS class, min(length(path)) AS steps
ORDER BY name, steps, class, place
