// name: documents_overview
// group: evidence
// title:
//   zh: 各文件贡献
//   en: What each document contributes
// question:
//   zh: 每份文件提到多少主体、陈述多少关系和数据？
//   en: "How many entities does each document name, and how many ties and figures does it state?"
// columns:
//   document: {zh: 文件, en: document}
//   passages: {zh: 段落数, en: passages}
//   entities: {zh: 主体数, en: entities}
//   ties: {zh: 关系数, en: ties}
//   figures: {zh: 数据数, en: figures}
CALL () {
  MATCH (e:Entity) UNWIND e.documents AS document
  RETURN document, 0 AS passages, count(*) AS entities, 0 AS ties, 0 AS figures
  UNION ALL
  MATCH (:Entity)-[r]->(:Entity) UNWIND r.documents AS document
  RETURN document, 0 AS passages, 0 AS entities, count(*) AS ties, 0 AS figures
  UNION ALL
  MATCH (f:Figure) UNWIND f.documents AS document
  RETURN document, 0 AS passages, 0 AS entities, 0 AS ties, count(*) AS figures
  UNION ALL
  MATCH (d:Document)
  OPTIONAL MATCH (d)-[:HAS_PASSAGE]->(p:Passage)
  RETURN d.id AS document, count(p) AS passages, 0 AS entities, 0 AS ties, 0 AS figures
}
RETURN document, sum(passages) AS passages, sum(entities) AS entities, sum(ties) AS ties, sum(figures) AS figures
ORDER BY document
