// name: places_without_policy
// group: policies
// title:
//   zh: 未见专属政策的地方
//   en: Places without a policy of their own
// question:
//   zh: 哪些城市和园区未见直接适用的政策，只由上级区域覆盖？（未见不等于没有）
//   en: "To which cities and zones does no stated policy apply directly, and which cover them from above? (Not stated is not absent.)"
// columns:
//   class: {zh: 类别, en: class}
//   place: {zh: 地方, en: place}
//   covered_by: {zh: 上级区域的政策, en: covered by}
MATCH (place:Entity)
WHERE place.label IN ['City', 'Zone']
  AND NOT EXISTS { MATCH (place)<-[:APPLIES_TO]-(own:Entity) }
OPTIONAL MATCH (place)-[:LOCATED_IN|PART_OF*1..4]->(above:Entity)<-[:APPLIES_TO]-(policy:Entity)
WITH DISTINCT place.label AS class, place.name AS place, policy.name AS policy
ORDER BY class, place, policy
RETURN class, place, collect(policy) AS covered_by
ORDER BY class, place
