// name: conflicting_locations
// group: quality
// title:
//   zh: 所在地不一致
//   en: Stated in several places
// question:
//   zh: 哪些主体被说成位于两个互不包含的地方？
//   en: What is said to stand in two places of which neither contains the other?
// columns:
//   class: {zh: 类别, en: class}
//   name: {zh: 名称, en: name}
//   place_a: {zh: 地方甲, en: place a}
//   place_b: {zh: 地方乙, en: place b}
//   documents_a: {zh: 出处甲, en: documents of a}
//   documents_b: {zh: 出处乙, en: documents of b}
MATCH (thing:Entity)-[r:LOCATED_IN]->(a:Entity)
MATCH (thing)-[s:LOCATED_IN]->(b:Entity)
WHERE a.id < b.id
  AND NOT EXISTS { MATCH (a)-[:LOCATED_IN|PART_OF*1..4]->(b) }
  AND NOT EXISTS { MATCH (b)-[:LOCATED_IN|PART_OF*1..4]->(a) }
RETURN thing.label AS class, thing.name AS name, a.name AS place_a, b.name AS place_b, r.documents AS documents_a,
  s.documents AS documents_b
ORDER BY class, name, place_a, place_b, documents_a, documents_b
