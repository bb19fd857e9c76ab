// name: between
// group: cooperation
// title:
//   zh: 谁联结两者
//   en: Who links two
// question:
//   zh: 两个主体之间有哪些共同的第三方，各以何种关系相连？
//   en: "Which third parties are tied to both of two, and by what?"
// parameters:
//   a:
//     type: entity
//     description:
//       zh: 第一个主体的名称或别名
//       en: name or alias of the first
//   b:
//     type: entity
//     description:
//       zh: 第二个主体的名称或别名
//       en: name or alias of the second
// columns:
//   class: {zh: 类别, en: class}
//   third: {zh: 第三方, en: third party}
//   tie_to_a: {zh: 与甲的关系, en: tie to a}
//   tie_to_b: {zh: 与乙的关系, en: tie to b}
// example:
//   a: 沈阳市
//   b: 鞍山市
MATCH (a:Entity)
WHERE a.name = $a OR $a IN a.aliases
MATCH (b:Entity)
WHERE (b.name = $b OR $b IN b.aliases) AND b.id <> a.id
MATCH (a)-[r]-(third:Entity)-[s]-(b)
WHERE third.id <> a.id AND third.id <> b.id
RETURN DISTINCT third.label AS class, third.name AS third, type(r) AS tie_to_a, type(s) AS tie_to_b
ORDER BY class, third, tie_to_a, tie_to_b
