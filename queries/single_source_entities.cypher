// name: single_source_entities
// group: quality
// title:
//   zh: 仅一份文件提及的主体
//   en: Entities that one document names
// question:
//   zh: 哪些主体只有一份文件提及？
//   en: Which entities does only one document name?
// parameters:
//   class:
//     type: text
//     default: ""
//     description:
//       zh: 类别，留空为全部
//       en: "class; empty: all"
// columns:
//   document: {zh: 文件, en: document}
//   class: {zh: 类别, en: class}
//   name: {zh: 名称, en: name}
// example:
//   class: Zone
MATCH (entity:Entity)
WHERE size(entity.documents) = 1 AND ($class = '' OR entity.label = $class)
RETURN entity.documents[0] AS document, entity.label AS class, entity.name AS name
ORDER BY document, class, name
