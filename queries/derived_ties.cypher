// name: derived_ties
// group: quality
// title:
//   zh: 推断的关系
//   en: Derived ties
// question:
//   zh: 哪些关系是推断得出的，根据哪些事实？
//   en: "Which ties are derived, and from which facts?"
// columns:
//   source: {zh: 主体, en: source}
//   type: {zh: 关系, en: type}
//   target: {zh: 客体, en: target}
//   rules: {zh: 规则, en: rules}
//   derived_from: {zh: 根据, en: derived from}
//   confidence: {zh: 置信度, en: confidence}
MATCH (s:Entity)-[r]->(t:Entity)
WHERE r.derived = true
RETURN s.name AS source, type(r) AS type, t.name AS target,
  reduce(seen = [], rule IN r.rules | CASE WHEN rule IN seen THEN seen ELSE seen + [rule] END) AS rules,
  r.derived_from AS derived_from, r.confidence AS confidence
ORDER BY type, source, target, derived_from
