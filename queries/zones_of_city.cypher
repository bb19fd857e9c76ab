// name: zones_of_city
// group: places
// title:
//   zh: 城市的园区与主导产业
//   en: Zones of a city and their industries
// question:
//   zh: 各城市有哪些园区，各自主导什么产业？
//   en: "Which zones does a city have, and what does each focus on?"
// parameters:
//   city:
//     type: entity
//     default: ""
//     classes: [City]
//     description:
//       zh: 城市名称或别名，留空为全部
//       en: "name or alias of a city; empty: all cities"
// columns:
//   city: {zh: 城市, en: city}
//   zone: {zh: 园区, en: zone}
//   industries: {zh: 主导产业, en: industries}
// example:
//   city: 鞍山市
MATCH (zone:Zone)-[:LOCATED_IN|PART_OF*1..3]->(city:City)
WHERE $city = '' OR city.name = $city OR $city IN city.aliases
WITH DISTINCT city, zone
OPTIONAL MATCH (zone)-[:FOCUSES_ON]->(industry:Industry)
WITH city.name AS city, zone.name AS zone, industry.name AS industry
ORDER BY city, zone, industry
RETURN city, zone, collect(industry) AS industries
ORDER BY city, zone
