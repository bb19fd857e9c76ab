// name: works_with
// group: cooperation
// title:
//   zh: 谁与谁合作
//   en: Who works with whom
// question:
//   zh: 谁与谁有合作，是原文所述还是推断？
//   en: "Who cooperates with whom, and is it stated or derived?"
// parameters:
//   name:
//     type: entity
//     default: ""
//     description:
//       zh: 名称或别名，留空为全部
//       en: "name or alias; empty: everyone"
//   min_confidence:
//     type: number
//     default: 0.0
//     description:
//       zh: 最低置信度
//       en: least confidence
// columns:
//   name: {zh: 名称, en: name}
//   partner: {zh: 合作方, en: partner}
//   class: {zh: 类别, en: class}
//   derived: {zh: 推断, en: derived}
//   confidence: {zh: 置信度, en: confidence}
//   documents: {zh: 文件, en: documents}
// example:
//   name: 沈阳市
MATCH (one:Entity)-[r:COLLABORATES_WITH]-(other:Entity)
WITH one, r, other
WHERE r.confidence >= $min_confidence
  AND ($name = '' OR one.name = $name OR $name IN one.aliases)
  AND ($name <> '' OR one.id < other.id)
RETURN one.name AS name, other.name AS partner, other.label AS class, r.derived AS derived,
  r.confidence AS confidence, r.documents AS documents
ORDER BY name, class, partner, derived, documents
