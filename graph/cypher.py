"""The Cypher that writes and reads facts, derived from the ontology: one static statement for each class and tie.

Labels and relationship types are interpolated from the ontology only, backquoted; every value is a parameter.
"""

from __future__ import annotations

from ontology.errors import OntologyError
from ontology.schema import Schema

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
        known = ", ".join(sorted(schema.relation_types))
        raise OntologyError(f"{name}: no such relationship; those declared are {known}")
    return quote(name)


def write_nodes(schema: Schema, class_name: str, *, merge: bool = True) -> str:
    """Write nodes of one class; ``merge=False`` for nodes that are known not to be there yet.

    Parameters: ``rows`` of {id, properties}. Returns ``written``.
    """
    pattern = f"(n{labels(schema, class_name)} {{id: row.id}})"
    return f"UNWIND $rows AS row {_verb(merge)} {pattern} SET n = row.properties RETURN count(n) AS written"


UPDATE_NODES = "UNWIND $rows AS row MATCH (n:Polecore {id: row.id}) SET n = row.properties RETURN count(n) AS written"
"""Overwrite all properties of nodes. Parameters: ``rows`` of {id, properties}."""

DELETE_NODES = (
    "UNWIND $ids AS id MATCH (n:Polecore {id: id}) WITH collect(n) AS found FOREACH (n IN found | DETACH DELETE n)"
)
"""Remove nodes with all that hangs on them. Parameters: ``ids``."""

_DELETE_FOUND = "WITH collect(r) AS found FOREACH (r IN found | DELETE r)"
"""All are found before the first goes: the embedded engine may stumble over what it has just deleted."""


def write_ties(schema: Schema, relation: str, *, merge: bool = True) -> str:
    """Write ties of one type; ``merge=False`` as in `write_nodes`, for ties that are not there yet.

    Parameters: ``rows`` of {source, target, key, properties}. Returns ``written``.
    """
    return (
        "UNWIND $rows AS row MATCH (a:Polecore {id: row.source}) MATCH (b:Polecore {id: row.target}) "
        f"{_verb(merge)} (a)-[r:{_type(schema, relation)} {{key: row.key}}]->(b) "
        "SET r = row.properties RETURN count(r) AS written"
    )


def update_ties(schema: Schema, relation: str) -> str:
    """Overwrite all properties of ties. Parameters as in `write_ties`. Returns ``written``."""
    return (
        "UNWIND $rows AS row "
        f"MATCH (:Polecore {{id: row.source}})-[r:{_type(schema, relation)} {{key: row.key}}]->(:Polecore) "
        "SET r = row.properties RETURN count(r) AS written"
    )


def delete_ties(schema: Schema, relation: str) -> str:
    """Remove ties of one type. Parameters: ``rows`` of {source, key}."""
    return (
        "UNWIND $rows AS row "
        f"MATCH (:Polecore {{id: row.source}})-[r:{_type(schema, relation)} {{key: row.key}}]->(:Polecore) "
        f"{_DELETE_FOUND}"
    )


def link_passages(*, merge: bool = True) -> str:
    """Tie a document to its passages. Parameters: ``rows`` of {document, id}. Returns ``written``."""
    return _link("MATCH (n:Polecore {id: row.document}) MATCH (p:Polecore {id: row.id})", "HAS_PASSAGE", merge)


def link_figures(*, merge: bool = True) -> str:
    """Tie entities to their figures. Parameters: ``rows`` of {entity, id}. Returns ``written``."""
    return _link("MATCH (n:Polecore {id: row.entity}) MATCH (p:Polecore {id: row.id})", "HAS_FIGURE", merge)


def write_mentions(*, merge: bool = True) -> str:
    """Tie entities and figures to passages. Parameters: ``rows`` of {id, passage, rule}. Returns ``written``."""
    ends = "MATCH (n:Polecore {id: row.id}) MATCH (p:Polecore {id: row.passage})"
    return _link(ends, "MENTIONED_IN {rule: row.rule}", merge)


def _link(ends: str, pattern: str, merge: bool) -> str:
    return f"UNWIND $rows AS row {ends} {_verb(merge)} (n)-[r:{pattern}]->(p) RETURN count(r) AS written"


def _verb(merge: bool) -> str:
    return "MERGE" if merge else "CREATE"


DELETE_MENTIONS = (
    "UNWIND $rows AS row MATCH (:Polecore {id: row.id})-[r:MENTIONED_IN {rule: row.rule}]->"
    f"(:Polecore {{id: row.passage}}) {_DELETE_FOUND}"
)

READ_TALLY = "MATCH (s:Polecore {id: 'Store:'}) RETURN s.revision AS revision, s.count AS count, s.checksum AS checksum"
WRITE_TALLY = (
    "MATCH (s:Polecore {id: 'Store:'}) SET s.revision = $revision, s.count = $count, s.checksum = $checksum "
    "RETURN count(s) AS written"
)
LOCK = "MATCH (s:Polecore {id: 'Store:'}) SET s.busy = $busy RETURN s.revision AS revision"
"""Writing to the one node makes a second writer wait until the first has finished."""

MAKE_TALLY = (
    "MERGE (s:Polecore:Store {id: 'Store:'}) ON CREATE SET s.revision = 0, s.count = 0, s.checksum = '0' "
    "SET s.mark = CASE WHEN s.count = 0 THEN $mark ELSE s.mark END RETURN s.mark AS mark"
)
"""An empty store becomes one of the version that is about to write. Parameters: ``mark``."""

READ_MARK = "MATCH (s:Polecore {id: 'Store:'}) WHERE s.count > 0 RETURN properties(s).mark AS mark"

READ_HASHES = "MATCH (l:Ledger) WHERE l:Polecore RETURN l.document AS document, l.content_hash AS content_hash"
READ_SLICES = "UNWIND $ids AS id MATCH (l:Polecore {id: id}) RETURN l.document AS document, l.packed AS packed"

READ_NAMES = (
    "MATCH (n:Polecore) WHERE NOT n:Ledger AND NOT n:Store RETURN n.id AS name",
    "MATCH (n:Polecore)-[r]->(:Entity) WHERE n:Entity RETURN r.key AS name",
    "MATCH (n:Polecore)-[r:MENTIONED_IN]->(p:Passage) RETURN n.id + '|' + p.id + '|' + r.rule AS name",
)
"""What the tally is taken over."""

READ_VALUES = (
    "MATCH (n:Polecore) WHERE NOT n:Ledger AND NOT n:Store RETURN n.id AS name, properties(n) AS properties",
    "MATCH (n:Polecore)-[r]->(:Entity) WHERE n:Entity RETURN r.key AS name, properties(r) AS properties",
)
"""All nodes, then all ties between entities, with what stands in them."""

COUNT_INDEXED = "UNWIND $ids AS id MATCH (n:Polecore {id: id}) RETURN count(n) AS total"
COUNT_OUTGOING = "MATCH (n:Polecore) RETURN sum(COUNT { (n)-->(:Polecore) }) AS total"
COUNT_INCOMING = "MATCH (n:Polecore) RETURN sum(COUNT { (n)<--(:Polecore) }) AS total"

COUNT_LABELS = "MATCH (n:Entity) WHERE n:Polecore RETURN n.label AS name, count(n) AS total"
COUNT_TIES = "MATCH (n:Entity)-[r]->(:Entity) WHERE n:Polecore RETURN type(r) AS name, count(r) AS total"
COUNT_FIGURES = "MATCH (n:Figure) WHERE n:Polecore RETURN count(n) AS total"
COUNT_PASSAGES = "MATCH (n:Passage) WHERE n:Polecore RETURN count(n) AS total"
READ_DOCUMENTS = "MATCH (d:Document) WHERE d:Polecore RETURN d.id AS name, d.content_hash AS content_hash"

_RANKED = (
    "WITH e, CASE WHEN e.search_key CONTAINS $exact THEN 0 WHEN e.search_key CONTAINS $prefix THEN 1 ELSE 2 END "
    "AS rank RETURN e.id AS id, rank, size(e.name) AS length ORDER BY rank, length, id LIMIT $limit"
)
SEARCH = f"MATCH (e:Entity) WHERE e:Polecore AND e.search_key CONTAINS $text {_RANKED}"
SEARCH_INDEXED = (
    "CALL db.index.fulltext.queryNodes('polecore_names', $phrase) YIELD node AS e "
    f"WITH e WHERE e:Entity AND e.search_key CONTAINS $text {_RANKED}"
)

READ_ENTITIES = "UNWIND $ids AS id MATCH (e:Polecore {id: id}) WHERE e:Entity RETURN properties(e) AS entity"
READ_MENTIONS = (
    "UNWIND $ids AS id MATCH (:Polecore {id: id})-[r:MENTIONED_IN]->(p:Passage) "
    "RETURN id AS name, r.rule AS rule, properties(p) AS passage"
)
READ_PASSAGES = "UNWIND $ids AS id MATCH (p:Polecore {id: id}) RETURN properties(p) AS passage"
READ_TIES_OUT = (
    "MATCH (e:Polecore {id: $id})-[r]->(o:Entity) RETURN type(r) AS type, properties(r) AS tie, o.id AS other"
)
READ_TIES_IN = (
    "MATCH (e:Polecore {id: $id})<-[r]-(o:Entity) RETURN type(r) AS type, properties(r) AS tie, o.id AS other"
)
READ_FIGURES = "MATCH (e:Polecore {id: $id})-[:HAS_FIGURE]->(f:Figure) RETURN properties(f) AS figure"

CONSTRAINTS = {"polecore_id": "CREATE CONSTRAINT polecore_id IF NOT EXISTS FOR (n:Polecore) REQUIRE n.id IS UNIQUE"}
"""Name and text of the constraints of a Neo4j server; they bind our own nodes only."""

INDEXES = {
    "polecore_names": (
        "CREATE FULLTEXT INDEX polecore_names IF NOT EXISTS FOR (n:Polecore) ON EACH [n.search_key] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}}"
    ),
    "polecore_search": "CREATE TEXT INDEX polecore_search IF NOT EXISTS FOR (n:Entity) ON (n.search_key)",
    "polecore_entity": "CREATE INDEX polecore_entity IF NOT EXISTS FOR (n:Entity) ON (n.id)",
    "polecore_name": "CREATE INDEX polecore_name IF NOT EXISTS FOR (n:Entity) ON (n.name)",
}
"""Name and text of the other indexes of a Neo4j server."""

EXPECTED = {
    "polecore_id": ("RANGE", ("Polecore",), ("id",), ""),
    "polecore_names": ("FULLTEXT", ("Polecore",), ("search_key",), "cjk"),
    "polecore_search": ("TEXT", ("Entity",), ("search_key",), ""),
    "polecore_entity": ("RANGE", ("Entity",), ("id",), ""),
    "polecore_name": ("RANGE", ("Entity",), ("name",), ""),
}
"""Name -> type, labels, properties and analyser of each index, that of the constraint among them."""
