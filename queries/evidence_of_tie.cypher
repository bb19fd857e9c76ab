// name: evidence_of_tie
// group: evidence
// title:
//   zh: 一条关系的证据
//   en: Evidence of a tie
// question:
//   zh: 两者之间的关系由哪些段落支持？
//   en: Which passages support the ties between two entities?
// parameters:
//   a:
//     type: entity
//     description:
//       zh: 一方的名称或别名
//       en: name or alias of one
//   b:
//     type: entity
//     description:
//       zh: 另一方的名称或别名
//       en: name or alias of the other
// columns:
//   source: {zh: 主体, en: source}
//   type: {zh: 关系, en: type}
//   target: {zh: 客体, en: target}
//   derived: {zh: 推断, en: derived}
//   confidence: {zh: 置信度, en: confidence}
//   document: {zh: 文件, en: document}
//   section: {zh: 章节, en: section}
//   paragraph: {zh: 段落, en: paragraph}
//   start: {zh: 起, en: start}
//   end: {zh: 止, en: end}
//   text: {zh: 原文, en: text}
// example:
//   a: 沈阳高新区
//   b: 沈阳市
MATCH (a:Entity)
WHERE a.name = $a OR $a IN a.aliases
MATCH (a)-[r]-(b:Entity)
WHERE b.name = $b OR $b IN b.aliases
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS t
UNWIND r.passages AS passage
MATCH (p:Passage {id: passage})
RETURN DISTINCT s.name AS source, type(r) AS type, t.name AS target, r.derived AS derived, r.confidence AS confidence,
  p.document AS document, p.section AS section, p.paragraph AS paragraph, p.start AS start, p.end AS end,
  p.text AS text
ORDER BY source, type, target, document, start, end
