// name: corroborated_ties
// group: evidence
// title:
//   zh: 多份文件佐证的关系
//   en: Ties that several documents state
// question:
//   zh: 哪些关系由两份以上文件陈述？
//   en: Which ties do two or more documents state?
// parameters:
//   min_documents:
//     type: integer
//     default: 2
//     description:
//       zh: 至少几份文件
//       en: least number of documents
// columns:
//   source: {zh: 主体, en: source}
//   type: {zh: 关系, en: type}
//   target: {zh: 客体, en: target}
//   number: {zh: 文件数, en: number}
//   documents: {zh: 文件, en: documents}
//   confidence: {zh: 置信度, en: confidence}
MATCH (s:Entity)-[r]->(t:Entity)
WITH s, r, t, size(r.documents) AS number
WHERE number >= $min_documents
RETURN s.name AS source, type(r) AS type, t.name AS target, number, r.documents AS documents,
  r.confidence AS confidence
ORDER BY number DESC, type, source, target, documents
