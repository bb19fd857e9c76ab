// name: carriers_by_city
// group: places
// title:
//   zh: 各市创新载体数量
//   en: How many carriers each city has
// question:
//   zh: 各城市（含其园区）有多少实验室、科研机构、企业等？
//   en: "How many labs, institutes, companies and so on does each city have, its zones included?"
// columns:
//   city: {zh: 城市, en: city}
//   class: {zh: 类别, en: class}
//   number: {zh: 数量, en: number}
MATCH (thing:Entity)-[:LOCATED_IN|PART_OF*1..5]->(city:City)
RETURN city.name AS city, thing.label AS class, count(DISTINCT thing) AS number
ORDER BY city, number DESC, class
