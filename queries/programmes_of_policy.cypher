// name: programmes_of_policy
// group: policies
// title:
//   zh: 政策设立的计划
//   en: Programmes of a policy
// question:
//   zh: 各政策设立了哪些计划与工程，由谁发起？
//   en: "Which programmes does a policy set up, and who launches them?"
// parameters:
//   policy:
//     type: entity
//     default: ""
//     classes: [Policy]
//     description:
//       zh: 政策名称或别名，留空为全部
//       en: "name or alias of a policy; empty: all"
// columns:
//   policy: {zh: 政策, en: policy}
//   programme: {zh: 计划, en: programme}
//   issuers: {zh: 发起者, en: issuers}
MATCH (programme:Programme)-[:PART_OF]->(policy:Policy)
WHERE $policy = '' OR policy.name = $policy OR $policy IN policy.aliases
OPTIONAL MATCH (programme)-[:ISSUED_BY]->(issuer:Entity)
WITH policy.name AS policy, programme.name AS programme, issuer.name AS issuer
ORDER BY policy, programme, issuer
RETURN policy, programme, collect(issuer) AS issuers
ORDER BY policy, programme
