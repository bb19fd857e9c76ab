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
MATCH (d:Document)
OPTIONAL MATCH (d)-[:HAS_PASSAGE]->(p:Passage)
WITH d, count(p) AS passages
OPTIONAL MATCH (e:Entity)
WHERE d.id IN e.documents
WITH d, passages, count(e) AS entities
OPTIONAL MATCH (:Entity)-[r]->(:Entity)
WHERE d.id IN r.documents
WITH d, passages, entities, count(r) AS ties
OPTIONAL MATCH (f:Figure)
WHERE d.id IN f.documents
RETURN d.id AS document, passages, entities, ties, count(f) AS figures
ORDER BY document
