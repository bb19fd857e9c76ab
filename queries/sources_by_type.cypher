// name: sources_by_type
// group: quality
// title:
//   zh: 各类关系的佐证程度
//   en: How well each kind of tie is supported
// question:
//   zh: 各类关系有多少条，多少只有单一来源，平均置信度多少？
//   en: "How many ties of each kind are there, how many rest on one document, and what is their mean confidence?"
// columns:
//   type: {zh: 关系, en: type}
//   ties: {zh: 条数, en: ties}
//   single_source: {zh: 单一来源, en: single source}
//   derived: {zh: 推断, en: derived}
//   mean_confidence: {zh: 平均置信度, en: mean confidence}
MATCH (s:Entity)-[r]->(t:Entity)
WITH type(r) AS type, r.confidence AS confidence,
  CASE WHEN size(r.documents) < 2 THEN 1 ELSE 0 END AS single,
  CASE WHEN r.derived = true THEN 1 ELSE 0 END AS drawn
RETURN type, count(confidence) AS ties, sum(single) AS single_source, sum(drawn) AS derived,
  round(avg(confidence), 3) AS mean_confidence
ORDER BY ties DESC, type
