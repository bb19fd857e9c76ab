// name: figures_of
// group: figures
// title:
//   zh: 一个主体的指标
//   en: Figures of an entity
// question:
//   zh: 某地或某机构有哪些数据，实际还是目标？
//   en: "Which figures are stated about an entity, actual or target?"
// parameters:
//   name:
//     type: entity
//     default: ""
//     description:
//       zh: 名称或别名，留空为全部
//       en: "name or alias; empty: all"
//   kind:
//     type: text
//     default: ""
//     choices: ["", "actual", "target"]
//     description:
//       zh: actual（实际）或 target（目标），留空为全部
//       en: "actual or target; empty: both"
// columns:
//   name: {zh: 名称, en: name}
//   indicator: {zh: 指标, en: indicator}
//   year: {zh: 年份, en: year}
//   kind: {zh: 性质, en: kind}
//   bound: {zh: 界限, en: bound}
//   value: {zh: 数值, en: value}
//   max: {zh: 上限, en: upper end}
//   unit: {zh: 单位, en: unit}
//   documents: {zh: 文件, en: documents}
// example:
//   name: 沈阳市
MATCH (entity:Entity)-[:HAS_FIGURE]->(f:Figure)
WHERE ($name = '' OR entity.name = $name OR $name IN entity.aliases)
  AND ($kind = '' OR f.kind = $kind)
RETURN entity.name AS name, f.indicator AS indicator, f.year AS year, f.kind AS kind, f.bound AS bound,
  f.value AS value, f.max AS max, f.unit AS unit, f.documents AS documents
ORDER BY name, indicator, year, kind, value, max, unit, bound
