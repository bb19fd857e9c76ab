// name: alliance_members
// group: cooperation
// title:
//   zh: 联盟成员
//   en: Members of an alliance
// question:
//   zh: 联盟有哪些成员，各在哪里？
//   en: "Who belongs to an alliance, and where does each member stand?"
// parameters:
//   alliance:
//     type: entity
//     default: ""
//     classes: [Alliance]
//     description:
//       zh: 联盟名称或别名，留空为全部
//       en: "name or alias of an alliance; empty: all"
// columns:
//   alliance: {zh: 联盟, en: alliance}
//   class: {zh: 类别, en: class}
//   member: {zh: 成员, en: member}
//   places: {zh: 所在地, en: places}
MATCH (member:Entity)-[:MEMBER_OF]->(alliance:Alliance)
WHERE $alliance = '' OR alliance.name = $alliance OR $alliance IN alliance.aliases
OPTIONAL MATCH (member)-[:LOCATED_IN]->(place:Entity)
WITH alliance.name AS alliance, member.label AS class, member.name AS member, place.name AS place
ORDER BY alliance, class, member, place
RETURN alliance, class, member, collect(place) AS places
ORDER BY alliance, class, member
