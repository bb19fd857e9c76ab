// name: industries_without_research
// group: industries
// title:
//   zh: 缺研发环节的产业
//   en: Industries without a stated research carrier
// question:
//   zh: 哪些产业有园区、集群或企业承载，但文件中未见研发机构？（未见不等于没有）
//   en: "Which industries have zones, clusters or companies, but no research body that the documents state? (Not stated is not absent.)"
// columns:
//   industry: {zh: 产业, en: industry}
//   carriers: {zh: 承载者, en: carriers}
MATCH (carrier:Entity)-[:FOCUSES_ON]->(industry:Industry)
WHERE carrier.label IN ['Zone', 'Cluster', 'Company']
  AND NOT EXISTS {
    MATCH (body:Entity)-[:FOCUSES_ON]->(industry)
    WHERE body.label IN ['Lab', 'University', 'ResearchInstitute']
  }
WITH DISTINCT industry.name AS industry, carrier.name AS carrier
ORDER BY industry, carrier
RETURN industry, collect(carrier) AS carriers
ORDER BY industry
