// name: labs_without_outside_partner
// group: cooperation
// title:
//   zh: 没有外地合作方的实验室
//   en: Labs without a partner elsewhere
// question:
//   zh: 某地的哪些实验室与平台，文件没有记载与外地的合作？（未见不等于没有）
//   en: "Of which labs in a place do the documents record no partner outside of it? (Not stated is not absent.)"
// parameters:
//   place:
//     type: entity
//     classes: [City, District, Zone, Region]
//     description:
//       zh: 地方的名称或别名
//       en: name or alias of a place
// columns:
//   lab: {zh: 实验室与平台, en: lab}
//   partners: {zh: 本地合作方, en: partners in the place}
//   documents: {zh: 文件, en: documents}
// example:
//   place: 大连市
MATCH (lab:Lab)-[:LOCATED_IN|PART_OF*1..5]->(place:Entity)
WHERE place.name = $place OR $place IN place.aliases
WITH DISTINCT place, lab
OPTIONAL MATCH (lab)-[:BUILT_BY|RELIES_ON|MEMBER_OF|COLLABORATES_WITH]-(partner:Entity)
OPTIONAL MATCH (partner)-[:LOCATED_IN|PART_OF*1..5]->(home:Entity)
WITH place, lab, partner, home
ORDER BY lab.id, partner.id, home.id
WITH place, lab, partner, collect(home.id) AS homes
WITH lab, partner.name AS name,
  CASE WHEN partner IS NULL OR partner.id = place.id OR place.id IN homes THEN 0 ELSE 1 END AS outside
ORDER BY lab.id, name
WITH lab, collect(DISTINCT name) AS partners, sum(outside) AS outside
WHERE outside = 0
RETURN lab.name AS lab, partners, lab.documents AS documents
ORDER BY lab, documents
