// name: named_together
// group: evidence
// title:
//   zh: 同段出现的主体
//   en: Named in the same passage
// question:
//   zh: 哪些主体最常与它出现在同一段落？（同现不等于合作）
//   en: Which entities are most often named in the same passage? (Named together is not tied.)
// parameters:
//   name:
//     type: entity
//     description:
//       zh: 名称或别名
//       en: name or alias
//   limit:
//     type: integer
//     default: 20
//     description:
//       zh: 最多行数
//       en: most rows
// columns:
//   class: {zh: 类别, en: class}
//   other: {zh: 主体, en: other}
//   passages: {zh: 共同段落数, en: passages}
// example:
//   name: 沈阳高新区
MATCH (entity:Entity)
WHERE entity.name = $name OR $name IN entity.aliases
MATCH (entity)-[:MENTIONED_IN]->(p:Passage)<-[:MENTIONED_IN]-(other:Entity)
WHERE other.id <> entity.id
RETURN other.label AS class, other.name AS other, count(DISTINCT p.document + '#' + toString(p.paragraph)) AS passages
ORDER BY passages DESC, class, other
LIMIT $limit
