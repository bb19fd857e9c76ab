// name: figure_conflicts
// group: figures
// title:
//   zh: 数据冲突
//   en: Conflicting figures
// question:
//   zh: 哪些指标在同一年份有不同数值，分别出自何处？（未注年份的不比较）
//   en: >-
//     Which figures are given with different values for the same year, and by which documents?
//     (Those without a year are not compared.)
// columns:
//   name: {zh: 名称, en: name}
//   indicator: {zh: 指标, en: indicator}
//   year: {zh: 年份, en: year}
//   kind: {zh: 性质, en: kind}
//   unit: {zh: 单位, en: unit}
//   value_a: {zh: 数值甲, en: value a}
//   value_b: {zh: 数值乙, en: value b}
//   documents_a: {zh: 出处甲, en: documents of a}
//   documents_b: {zh: 出处乙, en: documents of b}
MATCH (entity:Entity)-[:HAS_FIGURE]->(a:Figure)
MATCH (entity)-[:HAS_FIGURE]->(b:Figure)
WITH entity, a, b
WHERE a.value < b.value AND a.indicator = b.indicator AND a.kind = b.kind AND a.unit = b.unit
  AND coalesce(a.bound, '') = coalesce(b.bound, '')
  AND a.year = b.year
RETURN entity.name AS name, a.indicator AS indicator, a.year AS year, a.kind AS kind, a.unit AS unit,
  a.value AS value_a, b.value AS value_b, a.documents AS documents_a, b.documents AS documents_b
ORDER BY name, indicator, year, kind, unit, value_a, value_b, documents_a, documents_b
