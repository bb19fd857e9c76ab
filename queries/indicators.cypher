// name: indicators
// group: figures
// title:
//   zh: 指标目录
//   en: Which indicators there are
// question:
//   zh: 有哪些指标，覆盖多少主体、哪些年份？
//   en: "Which indicators are there, for how many entities and which years?"
// columns:
//   indicator: {zh: 指标, en: indicator}
//   unit: {zh: 单位, en: unit}
//   figures: {zh: 数据条数, en: figures}
//   entities: {zh: 主体数, en: entities}
//   first_year: {zh: 最早年份, en: first year}
//   last_year: {zh: 最晚年份, en: last year}
MATCH (entity:Entity)-[:HAS_FIGURE]->(f:Figure)
RETURN f.indicator AS indicator, f.unit AS unit, count(f) AS figures, count(DISTINCT entity) AS entities,
  min(f.year) AS first_year, max(f.year) AS last_year
ORDER BY entities DESC, figures DESC, indicator, unit
