// name: policy_basis
// group: policies
// title:
//   zh: 政策依据链
//   en: What a policy is based on
// question:
//   zh: 某政策依据哪些文件，隔几层？
//   en: "On which documents is a policy based, and how many steps away?"
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
//   basis: {zh: 依据, en: basis}
//   steps: {zh: 层数, en: steps}
MATCH path = (policy:Policy)-[:BASED_ON*1..4]->(basis:Policy)
WHERE $policy = '' OR policy.name = $policy OR $policy IN policy.aliases
RETURN policy.name AS policy, basis.name AS basis, min(length(path)) AS steps
ORDER BY policy, steps, basis
