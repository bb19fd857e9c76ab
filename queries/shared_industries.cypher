// name: shared_industries
// group: industries
// title:
//   zh: 两市共有产业
//   en: Industries that two cities share
// question:
//   zh: 两个城市共有哪些产业，各有多少载体？
//   en: "Which industries do two cities share, and how many carriers has each?"
// parameters:
//   a:
//     type: entity
//     default: ""
//     classes: [City]
//     description:
//       zh: 第一个城市，留空为全部
//       en: "first city; empty: any"
//   b:
//     type: entity
//     default: ""
//     classes: [City]
//     description:
//       zh: 第二个城市，留空为全部
//       en: "second city; empty: any"
// columns:
//   a: {zh: 城市甲, en: city a}
//   b: {zh: 城市乙, en: city b}
//   industry: {zh: 产业, en: industry}
//   carriers_a: {zh: 甲方载体数, en: carriers in a}
//   carriers_b: {zh: 乙方载体数, en: carriers in b}
// example:
//   a: 沈阳市
//   b: 鞍山市
MATCH (a:City)
WHERE $a = '' OR a.name = $a OR $a IN a.aliases
MATCH (a)<-[:LOCATED_IN|PART_OF|BUILT_BY*0..4]-(x:Entity)-[:FOCUSES_ON]->(industry:Industry)
WITH industry, a, count(DISTINCT x) AS carriers_a
MATCH (b:City)
WHERE ($b = '' OR b.name = $b OR $b IN b.aliases)
  AND a.id <> b.id
  AND ($a <> '' OR $b <> '' OR a.id < b.id)
MATCH (b)<-[:LOCATED_IN|PART_OF|BUILT_BY*0..4]-(y:Entity)-[:FOCUSES_ON]->(industry)
WITH industry, a, carriers_a, b, count(DISTINCT y) AS carriers_b
RETURN a.name AS a, b.name AS b, industry.name AS industry, carriers_a, carriers_b
ORDER BY a, b, industry
