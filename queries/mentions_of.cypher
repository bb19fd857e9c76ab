// name: mentions_of
// group: evidence
// title:
//   zh: 提及某主体的段落
//   en: Where something is mentioned
// question:
//   zh: 哪些文件、哪些段落提到了它？
//   en: Which passages of which documents mention it?
// parameters:
//   name:
//     type: entity
//     description:
//       zh: 名称或别名
//       en: name or alias
// columns:
//   name: {zh: 名称, en: name}
//   class: {zh: 类别, en: class}
//   document: {zh: 文件, en: document}
//   section: {zh: 章节, en: section}
//   paragraph: {zh: 段落, en: paragraph}
//   start: {zh: 起, en: start}
//   end: {zh: 止, en: end}
//   text: {zh: 原文, en: text}
// example:
//   name: 沈阳高新区
MATCH (entity:Entity)-[:MENTIONED_IN]->(p:Passage)
WHERE entity.name = $name OR $name IN entity.aliases
RETURN DISTINCT entity.name AS name, entity.label AS class, p.document AS document, p.section AS section,
  p.paragraph AS paragraph, p.start AS start, p.end AS end, p.text AS text
ORDER BY name, class, document, start, end
