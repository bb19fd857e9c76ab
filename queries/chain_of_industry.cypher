// name: chain_of_industry
// group: industries
// title:
//   zh: 产业链条分布
//   en: "Stages of an industry's chain, by city"
// question:
//   zh: 某产业的研发、转化、生产三个环节各在哪些城市有载体？
//   en: "In which cities has an industry carriers of research, of transfer and of production?"
// parameters:
//   industry:
//     type: entity
//     default: ""
//     classes: [Industry]
//     description:
//       zh: 产业名称或别名，留空为全部
//       en: "name or alias of an industry; empty: all"
// columns:
//   industry: {zh: 产业, en: industry}
//   city: {zh: 城市, en: city}
//   research: {zh: 研发, en: research}
//   transfer: {zh: 转化, en: transfer}
//   production: {zh: 生产, en: production}
// example:
//   industry: 生物医药
MATCH (carrier:Entity)-[:FOCUSES_ON]->(industry:Industry)
WHERE ($industry = '' OR industry.name = $industry OR $industry IN industry.aliases)
  AND carrier.label <> 'City'
OPTIONAL MATCH (carrier)-[:LOCATED_IN|PART_OF*1..4]->(city:City)
WITH DISTINCT industry.name AS industry, coalesce(city.name, '') AS city, carrier.id AS carrier,
  carrier.label AS class
RETURN industry, city,
  sum(CASE WHEN class IN ['Lab', 'University', 'ResearchInstitute'] THEN 1 ELSE 0 END) AS research,
  sum(CASE WHEN class IN ['Alliance', 'Incubator', 'ServiceAgency'] THEN 1 ELSE 0 END) AS transfer,
  sum(CASE WHEN class IN ['Zone', 'Cluster', 'Company'] THEN 1 ELSE 0 END) AS production
ORDER BY industry, city
