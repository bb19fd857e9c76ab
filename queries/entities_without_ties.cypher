// name: entities_without_ties
// group: quality
// title:
//   zh: 没有关系的主体
//   en: Entities without ties
// question:
//   zh: 哪些主体没有任何关系？
//   en: Which entities have no tie to any other?
// columns:
//   class: {zh: 类别, en: class}
//   name: {zh: 名称, en: name}
//   figures: {zh: 数据数, en: figures}
//   documents: {zh: 文件, en: documents}
MATCH (entity:Entity)
WHERE NOT EXISTS { MATCH (entity)-[r]-(other:Entity) }
OPTIONAL MATCH (entity)-[:HAS_FIGURE]->(f:Figure)
RETURN entity.label AS class, entity.name AS name, count(f) AS figures, entity.documents AS documents
ORDER BY class, name
