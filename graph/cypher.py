"""The Cypher that writes and reads facts, derived from the ontology: one static statement for each class and tie.

Labels and relationship types are interpolated from the ontology only, backquoted; every value is a parameter.
"""

from __future__ import annotations

from functools import cache

from ontology.errors import OntologyError
from ontology.schema import Schema

KINDS = ("Entity", "Document", "Passage", "Figure", "Ledger", "Store")
"""Labels whose ``id`` is unique, each among its own."""

BOOKKEEPING = frozenset({"Ledger", "Store"})
"""Labels of nodes that hold what each document stated and the tally; they are no part of the graph that is asked."""


def quote(name: str) -> str:
    """Quote a label, type or property name.

    Examples
    --------
    >>> quote("City")
    '`City`'
    """
    return "`" + name.replace("`", "``") + "`"


def labels(schema: Schema, class_name: str) -> str:
    """Give the labels of a class as they stand in a pattern; OntologyError for a class that is not declared."""
    if class_name in BOOKKEEPING:
        return f":Polecore:{quote(class_name)}"
    return "".join(f":{quote(label)}" for label in schema.labels_of(class_name))


def _type(schema: Schema, name: str) -> str:
    if name not in schema.relation_types:
        raise OntologyError(f"{name}: no such relationship; those declared are {', '.join(sorted(schema.relation_types))}")
    return quote(name)


def _kind(class_name: str) -> str:
    return class_name if class_name in KINDS else "Entity"


def create_nodes(schema: Schema, class_name: str, *, merge: bool = True) -> str:
    """Write nodes of one class; ``merge=False`` for a store that finds no index behind several labels.

    Parameters: ``rows`` of {id, properties}. Returns ``written``.
    """
    verb = "MERGE" if merge else "CREATE"
    pattern = f"(n{labels(schema, class_name)} {{id: row.id}})"
    return f"UNWIND $rows AS row {verb} {pattern} SET n = row.properties RETURN count(n) AS written"


def update_nodes(kind: str) -> str:
    """Overwrite all properties of nodes. Parameters: ``rows`` of {id, properties}. Returns ``written``."""
    return (
        f"UNWIND $rows AS row MATCH (n:{quote(_kind(kind))} {{id: row.id}}) "
        "SET n = row.properties RETURN count(n) AS written"
    )


def delete_nodes(kind: str) -> str:
    """Remove nodes with all that hangs on them. Parameters: ``ids``."""
    return f"UNWIND $ids AS id MATCH (n:{quote(_kind(kind))} {{id: id}}) DETACH DELETE n"


def write_ties(schema: Schema, relation: str) -> str:
    """Write ties of one type. Parameters: ``rows`` of {source, target, key, properties}. Returns ``written``."""
    return (
        "UNWIND $rows AS row MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target}) "
        f"MERGE (a)-[r:{_type(schema, relation)} {{key: row.key}}]->(b) "
        "SET r = row.properties RETURN count(r) AS written"
    )


def delete_ties(schema: Schema, relation: str) -> str:
    """Remove ties of one type. Parameters: ``rows`` of {source, key}."""
    return (
        f"UNWIND $rows AS row MATCH (:Entity {{id: row.source}})-[r:{_type(schema, relation)} {{key: row.key}}]->(:Entity) "
        "DELETE r"
    )


LINK_PASSAGES = (
    "UNWIND $rows AS row MATCH (d:Document {id: row.document}) MATCH (p:Passage {id: row.id}) "
    "MERGE (d)-[r:HAS_PASSAGE]->(p) RETURN count(r) AS written"
)
LINK_FIGURES = (
    "UNWIND $rows AS row MATCH (e:Entity {id: row.entity}) MATCH (f:Figure {id: row.id}) "
    "MERGE (e)-[r:HAS_FIGURE]->(f) RETURN count(r) AS written"
)


def write_mentions(kind: str) -> str:
    """Tie entities or figures to passages. Parameters: ``rows`` of {id, passage, rule}. Returns ``written``."""
    return (
        f"UNWIND $rows AS row MATCH (n:{quote(kind)} {{id: row.id}}) MATCH (p:Passage {{id: row.passage}}) "
        "MERGE (n)-[r:MENTIONED_IN {rule: row.rule}]->(p) RETURN count(r) AS written"
    )


def delete_mentions(kind: str) -> str:
    """Untie entities or figures from passages. Parameters: ``rows`` of {id, passage, rule}."""
    return (
        f"UNWIND $rows AS row MATCH (:{quote(kind)} {{id: row.id}})-[r:MENTIONED_IN {{rule: row.rule}}]->"
        "(:Passage {id: row.passage}) DELETE r"
    )


READ_TALLY = "MATCH (s:Store {id: 'store'}) RETURN s.revision AS revision, s.count AS count, s.checksum AS checksum"
WRITE_TALLY = (
    "MATCH (s:Store {id: 'store'}) SET s.revision = $revision, s.count = $count, s.checksum = $checksum "
    "RETURN count(s) AS written"
)
LOCK = "MATCH (s:Store {id: 'store'}) SET s.busy = $busy RETURN s.revision AS revision"
"""Writing to the one node makes a second writer wait until the first has finished."""

READ_HASHES = "MATCH (l:Ledger) RETURN l.id AS id, l.content_hash AS content_hash"
READ_SLICES = "UNWIND $ids AS id MATCH (l:Ledger {id: id}) RETURN l.id AS id, l.packed AS packed"

READ_NAMES = (
    "MATCH (n:Entity) RETURN n.id AS name",
    "MATCH (n:Figure) RETURN n.id AS name",
    "MATCH (n:Document) RETURN n.id AS name",
    "MATCH (n:Passage) RETURN n.id AS name",
    "MATCH (:Entity)-[r]->(:Entity) RETURN r.key AS name",
    "MATCH (n:Entity)-[r:MENTIONED_IN]->(p:Passage) RETURN n.id + '|' + p.id + '|' + r.rule AS name",
    "MATCH (n:Figure)-[r:MENTIONED_IN]->(p:Passage) RETURN n.id + '|' + p.id + '|' + r.rule AS name",
)
"""What the tally is taken over."""

COUNT_LABELS = "MATCH (n:Entity) RETURN n.label AS name, count(n) AS total"
COUNT_TIES = "MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS name, count(r) AS total"
COUNT_KINDS = (
    "MATCH (n:Figure) RETURN 'Figure' AS name, count(n) AS total",
    "MATCH (n:Passage) RETURN 'Passage' AS name, count(n) AS total",
)
READ_DOCUMENTS = "MATCH (d:Document) RETURN d.id AS name, d.content_hash AS content_hash"

_RANKED = (
    "WITH e, CASE WHEN e.search_key CONTAINS $exact THEN 0 WHEN e.search_key CONTAINS $prefix THEN 1 ELSE 2 END AS rank "
    "RETURN e.id AS id, rank, size(e.name) AS length ORDER BY rank, length, id LIMIT $limit"
)
SEARCH = f"MATCH (e:Entity) WHERE e.search_key CONTAINS $text {_RANKED}"
SEARCH_INDEXED = (
    "CALL db.index.fulltext.queryNodes('polecore_names', $phrase) YIELD node AS e "
    f"WITH e WHERE e.search_key CONTAINS $text {_RANKED}"
)

READ_ENTITIES = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN properties(e) AS entity"
READ_MENTIONS = (
    "UNWIND $ids AS id MATCH (:Entity {id: id})-[r:MENTIONED_IN]->(p:Passage) "
    "RETURN id AS name, r.rule AS rule, properties(p) AS passage"
)
READ_PASSAGES = "UNWIND $ids AS id MATCH (p:Passage {id: id}) RETURN properties(p) AS passage"
READ_TIES_OUT = (
    "MATCH (e:Entity {id: $id})-[r]->(o:Entity) RETURN type(r) AS type, properties(r) AS tie, o.id AS other"
)
READ_TIES_IN = (
    "MATCH (e:Entity {id: $id})<-[r]-(o:Entity) RETURN type(r) AS type, properties(r) AS tie, o.id AS other"
)
READ_FIGURES = "MATCH (e:Entity {id: $id})-[:HAS_FIGURE]->(f:Figure) RETURN properties(f) AS figure"


@cache
def constraints() -> tuple[str, ...]:
    """Give the uniqueness constraints of a Neo4j server."""
    return tuple(
        f"CREATE CONSTRAINT polecore_{kind.lower()}_id IF NOT EXISTS FOR (n:{quote(kind)}) REQUIRE n.id IS UNIQUE"
        for kind in KINDS
    )


INDEXES = (
    "CREATE FULLTEXT INDEX polecore_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.search_key] "
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}}",
    "CREATE TEXT INDEX polecore_search IF NOT EXISTS FOR (n:Entity) ON (n.search_key)",
    "CREATE INDEX polecore_name IF NOT EXISTS FOR (n:Entity) ON (n.name)",
)
"""Indexes of a Neo4j server that are no constraints."""
