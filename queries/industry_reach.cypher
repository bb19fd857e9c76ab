// name: industry_reach
// group: industries
// title:
//   zh: 产业覆盖面
//   en: Reach of industries
// question:
//   zh: 各产业覆盖多少城市、园区，有多少载体？
//   en: "In how many cities and zones is each industry carried, and by how many carriers?"
// columns:
//   industry: {zh: 产业, en: industry}
//   carriers: {zh: 载体数, en: carriers}
//   zones: {zh: 园区数, en: zones}
//   cities: {zh: 城市数, en: cities}
MATCH (carrier:Entity)-[:FOCUSES_ON]->(industry:Industry)
OPTIONAL MATCH (carrier)-[:LOCATED_IN|PART_OF*0..4]->(city:City)
OPTIONAL MATCH (carrier)-[:LOCATED_IN|PART_OF*0..4]->(zone:Zone)
RETURN industry.name AS industry, count(DISTINCT carrier) AS carriers, count(DISTINCT zone) AS zones,
  count(DISTINCT city) AS cities
ORDER BY cities DESC, carriers DESC, industry
