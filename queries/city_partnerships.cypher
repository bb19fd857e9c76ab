// name: city_partnerships
// group: cooperation
// title:
//   zh: 城市间的联系
//   en: Ties between cities
// question:
//   zh: 两市之间有多少合作关系，又共建了什么？
//   en: "How many cooperation ties have two cities, and what do they build together?"
// columns:
//   a: {zh: 城市甲, en: city a}
//   b: {zh: 城市乙, en: city b}
//   stated: {zh: 所述合作, en: stated ties}
//   derived: {zh: 推断合作, en: derived ties}
//   joint_works: {zh: 共建, en: built together}
MATCH (a:City)-[r:COLLABORATES_WITH]-(b:City)
WHERE a.id < b.id
WITH a, b, sum(CASE WHEN r.derived = true THEN 0 ELSE 1 END) AS stated,
  sum(CASE WHEN r.derived = true THEN 1 ELSE 0 END) AS derived
OPTIONAL MATCH (a)<-[:BUILT_BY]-(work:Entity)-[:BUILT_BY]->(b)
WITH a.name AS a, b.name AS b, stated, derived, work.name AS work
ORDER BY a, b, work
RETURN a, b, stated, derived, collect(work) AS joint_works
ORDER BY stated DESC, derived DESC, a, b
