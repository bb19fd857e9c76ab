from __future__ import annotations

import re

import pytest

from graph import cypher
from ontology.errors import OntologyError
from ontology.schema import load_schema

SCHEMA = load_schema()


def test_statement_for_nodes_of_a_class() -> None:
    assert cypher.write_nodes(SCHEMA, "City") == (
        "UNWIND $rows AS row MERGE (n:`Polecore`:`Entity`:`Place`:`City` {id: row.id}) "
        "SET n = row.properties RETURN count(n) AS written"
    )


def test_statement_for_nodes_without_merge() -> None:
    assert cypher.write_nodes(SCHEMA, "Passage", merge=False) == (
        "UNWIND $rows AS row CREATE (n:`Polecore`:`Passage` {id: row.id}) "
        "SET n = row.properties RETURN count(n) AS written"
    )


def test_statement_for_ties_of_a_type() -> None:
    assert cypher.write_ties(SCHEMA, "LOCATED_IN") == (
        "UNWIND $rows AS row MATCH (a:Polecore {id: row.source}) MATCH (b:Polecore {id: row.target}) "
        "MERGE (a)-[r:`LOCATED_IN` {key: row.key}]->(b) SET r = row.properties RETURN count(r) AS written"
    )


def test_statement_for_changed_ties() -> None:
    assert cypher.update_ties(SCHEMA, "PART_OF") == (
        "UNWIND $rows AS row MATCH (:Polecore {id: row.source})-[r:`PART_OF` {key: row.key}]->(:Polecore) "
        "SET r = row.properties RETURN count(r) AS written"
    )


def test_statement_for_ties_that_go() -> None:
    assert cypher.delete_ties(SCHEMA, "PART_OF") == (
        "UNWIND $rows AS row MATCH (:Polecore {id: row.source})-[r:`PART_OF` {key: row.key}]->(:Polecore) "
        "WITH collect(r) AS found FOREACH (r IN found | DELETE r)"
    )


def test_statements_for_links_and_mentions() -> None:
    assert cypher.link_passages() == (
        "UNWIND $rows AS row MATCH (n:Polecore {id: row.document}) MATCH (p:Polecore {id: row.id}) "
        "MERGE (n)-[r:HAS_PASSAGE]->(p) RETURN count(r) AS written"
    )
    assert cypher.link_figures(merge=False) == (
        "UNWIND $rows AS row MATCH (n:Polecore {id: row.entity}) MATCH (p:Polecore {id: row.id}) "
        "CREATE (n)-[r:HAS_FIGURE]->(p) RETURN count(r) AS written"
    )
    assert cypher.write_mentions() == (
        "UNWIND $rows AS row MATCH (n:Polecore {id: row.id}) MATCH (p:Polecore {id: row.passage}) "
        "MERGE (n)-[r:MENTIONED_IN {rule: row.rule}]->(p) RETURN count(r) AS written"
    )


def test_constraint_binds_our_own_nodes_only() -> None:
    assert cypher.CONSTRAINTS == {
        "polecore_id": "CREATE CONSTRAINT polecore_id IF NOT EXISTS FOR (n:Polecore) REQUIRE n.id IS UNIQUE"
    }


def test_search_index_reads_chinese() -> None:
    assert "`fulltext.analyzer`: 'cjk'" in cypher.INDEXES["polecore_names"]


@pytest.mark.parametrize("name", sorted(SCHEMA.entity_types))
def test_every_class_has_a_static_statement_with_its_labels(name: str) -> None:
    statement = cypher.write_nodes(SCHEMA, name)

    assert re.findall(r":`(\w+)`", statement) == list(SCHEMA.labels_of(name))
    assert set(re.findall(r"\$(\w+)", statement)) == {"rows"}


@pytest.mark.parametrize("name", ["Nothing", "Place", "City`) DETACH DELETE n //", "Tie", ""])
def test_labels_come_from_the_ontology_only(name: str) -> None:
    with pytest.raises(OntologyError, match="no such class"):
        cypher.write_nodes(SCHEMA, name)


@pytest.mark.parametrize("name", ["OWNS", "MENTIONED_IN", "LOCATED_IN`]->() //", ""])
def test_types_come_from_the_ontology_only(name: str) -> None:
    for statement in (cypher.write_ties, cypher.update_ties, cypher.delete_ties):
        with pytest.raises(OntologyError, match="no such relationship; those declared are APPLIES_TO"):
            statement(SCHEMA, name)


def test_names_are_quoted() -> None:
    assert cypher.quote("a`b") == "`a``b`"
