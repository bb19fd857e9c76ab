// name: low_confidence_ties
// group: quality
// title:
//   zh: 低置信度关系
//   en: Ties of low confidence
// question:
//   zh: 哪些关系的置信度低，需要人工核对？
//   en: Which ties have a low confidence and should be looked at?
// parameters:
//   max_confidence:
//     type: number
//     default: 0.8
//     description:
//       zh: 置信度不高于
//       en: confidence at most
//   limit:
//     type: integer
//     default: 100
//     description:
//       zh: 最多行数
//       en: most rows
// columns:
//   confidence: {zh: 置信度, en: confidence}
//   source: {zh: 主体, en: source}
//   type: {zh: 关系, en: type}
//   target: {zh: 客体, en: target}
//   rules: {zh: 规则, en: rules}
//   documents: {zh: 文件, en: documents}
MATCH (s:Entity)-[r]->(t:Entity)
WHERE r.confidence <= $max_confidence
RETURN r.confidence AS confidence, s.name AS source, type(r) AS type, t.name AS target,
  reduce(seen = [], rule IN r.rules | CASE WHEN rule IN seen THEN seen ELSE seen + [rule] END) AS rules,
  r.documents AS documents
ORDER BY confidence, type, source, target, documents
LIMIT $limit
