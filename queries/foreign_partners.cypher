// name: foreign_partners
// group: cooperation
// title:
//   zh: 国际合作
//   en: Foreign partners
// question:
//   zh: 谁与哪些国家合作？
//   en: Who cooperates with which countries?
// columns:
//   country: {zh: 国家, en: country}
//   class: {zh: 类别, en: class}
//   partner: {zh: 合作方, en: partner}
//   confidence: {zh: 置信度, en: confidence}
//   documents: {zh: 文件, en: documents}
MATCH (partner:Entity)-[r:COLLABORATES_WITH]-(country:Country)
WHERE partner.label <> 'Country'
RETURN country.name AS country, partner.label AS class, partner.name AS partner, r.confidence AS confidence,
  r.documents AS documents
ORDER BY country, class, partner, documents
