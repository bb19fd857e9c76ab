// name: policy_scope
// group: policies
// title:
//   zh: 政策适用范围
//   en: Scope of policies
// question:
//   zh: 各政策与计划适用于哪里，由谁发布？
//   en: "What does each policy or programme apply to, and who issued it?"
// parameters:
//   policy:
//     type: entity
//     default: ""
//     classes: [Policy, Programme]
//     description:
//       zh: 政策名称或别名，留空为全部
//       en: "name or alias of a policy; empty: all"
// columns:
//   policy: {zh: 政策, en: policy}
//   class: {zh: 类别, en: class}
//   applies_to: {zh: 适用于, en: applies to}
//   issuers: {zh: 发布者, en: issuers}
//   documents: {zh: 文件, en: documents}
MATCH (policy:Entity)-[r:APPLIES_TO]->(place:Entity)
WHERE $policy = '' OR policy.name = $policy OR $policy IN policy.aliases
OPTIONAL MATCH (policy)-[:ISSUED_BY]->(issuer:Entity)
WITH policy.name AS policy, policy.label AS class, place.name AS applies_to, r.documents AS documents,
  issuer.name AS issuer
ORDER BY policy, class, applies_to, issuer
RETURN policy, class, applies_to, collect(issuer) AS issuers, documents
ORDER BY policy, class, applies_to, documents
