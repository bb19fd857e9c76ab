// name: issuers
// group: policies
// title:
//   zh: 谁发布了什么
//   en: Who issued what
// question:
//   zh: 哪些部门、城市发布了多少政策与计划？
//   en: Which bodies and cities issued which policies and programmes?
// columns:
//   class: {zh: 类别, en: class}
//   issuer: {zh: 发布者, en: issuer}
//   number: {zh: 数量, en: number}
//   works: {zh: 政策与计划, en: policies and programmes}
MATCH (work:Entity)-[:ISSUED_BY]->(issuer:Entity)
WITH DISTINCT issuer, work
ORDER BY issuer.id, work.name, work.id
WITH issuer, collect(work.name) AS works
RETURN issuer.label AS class, issuer.name AS issuer, size(works) AS number, works
ORDER BY number DESC, class, issuer
