// name: alliances_of_zone
// group: cooperation
// title:
//   zh: 园区的联盟
//   en: Alliances of a zone
// question:
//   zh: 园区里有哪些联盟，谁牵头，成员有谁？
//   en: "Which alliances stand in a zone, who leads them, and who belongs to them?"
// parameters:
//   zone:
//     type: entity
//     default: ""
//     classes: [Zone]
//     description:
//       zh: 园区名称或别名，留空为全部
//       en: "name or alias of a zone; empty: all zones"
// columns:
//   zone: {zh: 园区, en: zone}
//   alliance: {zh: 联盟, en: alliance}
//   leaders: {zh: 牵头方, en: leaders}
//   members: {zh: 成员, en: members}
// example:
//   zone: 沈阳高新区
MATCH (alliance:Alliance)-[:LOCATED_IN]->(zone:Zone)
WHERE $zone = '' OR zone.name = $zone OR $zone IN zone.aliases
OPTIONAL MATCH (alliance)-[:RELIES_ON|BUILT_BY]->(leader:Entity)
WITH DISTINCT zone, alliance, leader
ORDER BY zone.id, alliance.id, leader.name
WITH zone, alliance, collect(leader.name) AS leaders
OPTIONAL MATCH (member:Entity)-[:MEMBER_OF]->(alliance)
WITH zone.name AS zone, alliance.name AS alliance, leaders, member.name AS member
ORDER BY zone, alliance, member
RETURN zone, alliance, leaders, collect(member) AS members
ORDER BY zone, alliance
