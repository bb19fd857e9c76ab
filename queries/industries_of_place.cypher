// name: industries_of_place
// group: industries
// title:
//   zh: 一个地方的产业
//   en: Industries of a place
// question:
//   zh: 某地（含其园区、机构）聚焦哪些产业，由谁承载？
//   en: "Which industries does a place focus on, itself or by way of what stands in it, and who carries them?"
// parameters:
//   place:
//     type: entity
//     default: ""
//     classes: [City, District, Zone, Region]
//     description:
//       zh: 地方的名称或别名，留空为全部城市
//       en: "name or alias of a place; empty: all cities"
// columns:
//   place: {zh: 地方, en: place}
//   industry: {zh: 产业, en: industry}
//   carriers: {zh: 载体, en: carriers}
// example:
//   place: 本溪市
MATCH (industry:Industry)<-[:FOCUSES_ON]-(carrier:Entity)-[:LOCATED_IN|PART_OF*0..4]->(place:Entity)
WHERE place.name = $place OR $place IN place.aliases OR ($place = '' AND place.label = 'City')
WITH DISTINCT place.name AS place, industry.name AS industry, carrier.name AS carrier
ORDER BY place, industry, carrier
RETURN place, industry, collect(carrier) AS carriers
ORDER BY place, industry
