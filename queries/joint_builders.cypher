// name: joint_builders
// group: cooperation
// title:
//   zh: 共建的平台
//   en: What several build together
// question:
//   zh: 哪些平台、集群、园区由两方以上共建？
//   en: "Which platforms, clusters and zones have two or more builders?"
// columns:
//   class: {zh: 类别, en: class}
//   thing: {zh: 共建对象, en: what is built}
//   builders: {zh: 共建方, en: builders}
MATCH (thing:Entity)-[:BUILT_BY]->(builder:Entity)
WITH thing, builder
ORDER BY thing.id, builder.name, builder.id
WITH thing, collect(builder.name) AS builders
WHERE size(builders) > 1
RETURN thing.label AS class, thing.name AS thing, builders
ORDER BY class, thing
