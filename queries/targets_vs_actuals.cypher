// name: targets_vs_actuals
// group: figures
// title:
//   zh: 目标与现状
//   en: Targets against actual values
// question:
//   zh: 各指标的目标与实际值相差多少？
//   en: How far are actual values from the targets set for the same indicator?
// parameters:
//   name:
//     type: entity
//     default: ""
//     description:
//       zh: 名称或别名，留空为全部
//       en: "name or alias; empty: all"
//   indicator:
//     type: text
//     default: ""
//     description:
//       zh: 指标名称的一部分，留空为全部
//       en: "part of the indicator's name; empty: all"
// columns:
//   name: {zh: 名称, en: name}
//   indicator: {zh: 指标, en: indicator}
//   unit: {zh: 单位, en: unit}
//   actual_year: {zh: 实际年份, en: actual year}
//   actual: {zh: 实际值, en: actual}
//   target_year: {zh: 目标年份, en: target year}
//   target: {zh: 目标值, en: target}
//   bound: {zh: 界限, en: bound}
//   reached: {zh: 完成比例, en: share reached}
MATCH (entity:Entity)-[:HAS_FIGURE]->(t:Figure {kind: 'target'})
WHERE $name = '' OR entity.name = $name OR $name IN entity.aliases
MATCH (entity)-[:HAS_FIGURE]->(f:Figure {kind: 'actual'})
WITH entity, t, f
WHERE f.indicator = t.indicator AND f.unit = t.unit AND ($indicator = '' OR t.indicator CONTAINS $indicator)
RETURN entity.name AS name, t.indicator AS indicator, t.unit AS unit, f.year AS actual_year, f.value AS actual,
  t.year AS target_year, t.value AS target, t.bound AS bound,
  CASE WHEN t.value = 0 THEN null ELSE round(1.0 * f.value / t.value, 3) END AS reached
ORDER BY name, indicator, unit, target_year, target, actual_year, actual, bound
