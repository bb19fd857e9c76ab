// name: backbone_organisations
// group: cooperation
// title:
//   zh: 骨干依托单位
//   en: Backbone organisations
// question:
//   zh: 哪些单位被最多的平台、联盟依托或由其建设？
//   en: "On which organisations do most platforms and alliances rely, or which build most of them?"
// columns:
//   class: {zh: 类别, en: class}
//   organisation: {zh: 单位, en: organisation}
//   number: {zh: 数量, en: number}
//   dependants: {zh: 依托者, en: dependants}
MATCH (dependant:Entity)-[:RELIES_ON|BUILT_BY]->(body:Entity)
WITH DISTINCT body, dependant
ORDER BY body.id, dependant.name, dependant.id
WITH body, collect(dependant.name) AS dependants
RETURN body.label AS class, body.name AS organisation, size(dependants) AS number, dependants
ORDER BY number DESC, class, organisation
