// name: within_place
// group: places
// title:
//   zh: 一个地方之内的一切
//   en: Everything within a place
// question:
//   zh: 某个地方之内（含下级园区、区县）有什么，隔几层？
//   en: "What is within a place, also by way of its zones and districts, and how many steps down?"
// parameters:
//   place:
//     type: entity
//     classes: [City, District, Zone, Region]
//     description:
//       zh: 地方的名称或别名
//       en: name or alias of a place
//   class:
//     type: text
//     default: ""
//     description:
//       zh: 类别，留空为全部
//       en: "class; empty: all"
// columns:
//   class: {zh: 类别, en: class}
//   name: {zh: 名称, en: name}
//   steps: {zh: 层数, en: steps}
// example:
//   place: 沈阳市
//   class: Lab
MATCH path = (thing:Entity)-[:LOCATED_IN|PART_OF*1..5]->(place:Entity)
WHERE (place.name = $place OR $place IN place.aliases)
  AND ($class = '' OR thing.label = $class)
RETURN thing.label AS class, thing.name AS name, min(length(path)) AS steps
ORDER BY class, steps, name
