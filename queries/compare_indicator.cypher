// name: compare_indicator
// group: figures
// title:
//   zh: 指标横向比较
//   en: One indicator compared
// question:
//   zh: 某指标在各地、各机构之间如何比较？
//   en: How does one indicator compare between places and organisations?
// parameters:
//   indicator:
//     type: text
//     description:
//       zh: 指标名称的一部分
//       en: "part of the indicator's name"
//   kind:
//     type: text
//     default: ""
//     choices: ["", "actual", "target"]
//     description:
//       zh: actual（实际）或 target（目标），留空为全部
//       en: "actual or target; empty: both"
// columns:
//   indicator: {zh: 指标, en: indicator}
//   year: {zh: 年份, en: year}
//   kind: {zh: 性质, en: kind}
//   class: {zh: 类别, en: class}
//   name: {zh: 名称, en: name}
//   value: {zh: 数值, en: value}
//   max: {zh: 上限, en: upper end}
//   unit: {zh: 单位, en: unit}
//   bound: {zh: 界限, en: bound}
// example:
//   indicator: 高新技术企业
MATCH (entity:Entity)-[:HAS_FIGURE]->(f:Figure)
WHERE f.indicator CONTAINS $indicator AND ($kind = '' OR f.kind = $kind)
RETURN f.indicator AS indicator, f.year AS year, f.kind AS kind, entity.label AS class, entity.name AS name,
  f.value AS value, f.max AS max, f.unit AS unit, f.bound AS bound
ORDER BY indicator, year, kind, unit, value DESC, class, name, max, bound
