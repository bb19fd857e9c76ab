// name: shared_aliases
// group: quality
// title:
//   zh: 多个主体共用的称谓
//   en: One name for several entities
// question:
//   zh: 哪些称谓被一个以上主体使用，可能应当合并或区分？
//   en: "Which names are used for more than one entity, to be merged or told apart?"
// columns:
//   alias: {zh: 称谓, en: name}
//   entities: {zh: 主体, en: entities}
MATCH (entity:Entity)
UNWIND [entity.name] + entity.aliases AS alias
WITH DISTINCT alias, entity.id AS id
ORDER BY alias, id
WITH alias, collect(id) AS entities
WHERE size(entities) > 1
RETURN alias, entities
ORDER BY alias
