// name: policies_for_place
// group: policies
// title:
//   zh: 适用于一地的政策
//   en: Policies for a place
// question:
//   zh: 哪些政策适用于某地，包括适用于其上级区域的？
//   en: "Which policies apply to a place, also by way of a region above it?"
// parameters:
//   place:
//     type: entity
//     classes: [City, District, Zone, Region]
//     description:
//       zh: 地方的名称或别名
//       en: name or alias of a place
// columns:
//   policy: {zh: 政策, en: policy}
//   class: {zh: 类别, en: class}
//   applies_to: {zh: 适用于, en: applies to}
//   steps: {zh: 层数, en: steps up}
// example:
//   place: 沈阳市
MATCH path = (place:Entity)-[:LOCATED_IN|PART_OF*0..4]->(above:Entity)
WHERE place.name = $place OR $place IN place.aliases
WITH above, min(length(path)) AS steps
MATCH (policy:Entity)-[:APPLIES_TO]->(above)
RETURN policy.name AS policy, policy.label AS class, above.name AS applies_to, steps
ORDER BY steps, policy, class, applies_to
