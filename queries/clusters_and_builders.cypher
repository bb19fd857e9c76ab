// name: clusters_and_builders
// group: industries
// title:
//   zh: 产业集群与共建方
//   en: Clusters and their builders
// question:
//   zh: 有哪些产业集群，由谁共建，聚焦什么产业？
//   en: "Which clusters are there, who builds them, and what do they focus on?"
// parameters:
//   industry:
//     type: entity
//     default: ""
//     classes: [Industry]
//     description:
//       zh: 产业名称或别名，留空为全部
//       en: "name or alias of an industry; empty: all"
// columns:
//   cluster: {zh: 集群, en: cluster}
//   builders: {zh: 共建方, en: builders}
//   industries: {zh: 产业, en: industries}
MATCH (cluster:Cluster)
OPTIONAL MATCH (cluster)-[:FOCUSES_ON]->(industry:Industry)
WITH cluster, industry
ORDER BY cluster.id, industry.name
WITH cluster, collect(industry.name) AS industries, collect(industry.aliases) AS others
WHERE $industry = '' OR $industry IN industries OR size([names IN others WHERE $industry IN names]) > 0
OPTIONAL MATCH (cluster)-[:BUILT_BY]->(builder:Entity)
WITH cluster.name AS cluster, industries, builder.name AS builder
ORDER BY cluster, builder
RETURN cluster, collect(builder) AS builders, industries
ORDER BY cluster
