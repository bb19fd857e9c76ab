from __future__ import annotations

import pytest

from queries.lint import lint


def rules(cypher: str) -> list[str]:
    return [finding.rule for finding in lint(cypher)]


def where(condition: str) -> str:
    return f"MATCH (n)-[r]->(m) WHERE {condition} RETURN n.id AS id ORDER BY id"


@pytest.mark.parametrize(
    "condition",
    [
        "n.active OR m.x = 1",
        "m.x = 1 OR NOT n.active",
        "m.x = 1 OR coalesce(n.flag, false)",
        "any(x IN n.list WHERE x = 1) OR m.x = 1",
        "CASE WHEN n.a = 1 THEN true ELSE false END OR m.x = 1",
        "n.z = 1 AND (n.active OR m.x = 1)",
        "(n.active AND n.b = 1) OR m.x = 1",
        "EXISTS { MATCH (n)-->(o) WHERE o.flag OR n.c = 1 }",
    ],
)
def test_or_across_nodes_with_a_bare_side_is_found(condition: str) -> None:
    assert rules(where(condition)) == ["wrong-answer"]


@pytest.mark.parametrize(
    "condition",
    [
        "n.active = true OR m.x = 1",
        "coalesce(n.flag, false) = true OR m.x = 1",
        "n.active OR n.x = 1",
        "n.active AND m.x = 1",
        "$p = '' OR m.x = $p OR $p IN m.aliases",
        "n.name = 'a OR b' AND m.active",
        "(n.x = 1 OR m.x = 1) AND n.name STARTS WITH 'x'",
    ],
)
def test_safe_conditions_are_left_alone(condition: str) -> None:
    assert rules(where(condition)) == []


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("MATCH (n:A|B)-[*2]-(n) RETURN n.id AS id ORDER BY id", ["wrong-answer"]),
        ("MATCH (n:A|B)-[:R*1..3]-(o)-[]-(n) RETURN n.id AS id ORDER BY id", ["wrong-answer"]),
        ("MATCH (n:A|B)-[*2]-(m) WHERE n = m RETURN n.id AS id ORDER BY id", []),
        ("MATCH (n:A)-[*2]-(n) RETURN n.id AS id ORDER BY id", []),
        ("MATCH (n)-[:R]->(n) RETURN n.id AS id, count(*) AS c ORDER BY id", ["wrong-answer"]),
        ("MATCH (n)-[r:R]->(n) RETURN n.id AS id, count(r) AS c ORDER BY id", []),
        ("MATCH (n)-[:R]->(m) RETURN n.id AS id, count(*) AS c ORDER BY id", []),
    ],
)
def test_closed_patterns(cypher: str, expected: list[str]) -> None:
    assert rules(cypher) == expected


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("MATCH (n) RETURN n.id AS id", ["unordered"]),
        ("MATCH (n) WITH n ORDER BY n.id RETURN n.id AS id", ["unordered"]),
        ("MATCH (n) RETURN n.id AS id, collect(n.x) AS xs ORDER BY id", ["unordered-collect"]),
        ("MATCH (n) WITH n RETURN n.id AS id, collect(n.x) AS xs ORDER BY id", ["unordered-collect"]),
        ("MATCH (n) WITH n ORDER BY n.x RETURN n.id AS id, collect(n.x) AS xs ORDER BY id", []),
        ("MATCH (n) RETURN n.id AS id, [(n)-[:R]->(m) | m.id] AS xs ORDER BY id", ["unordered-collect"]),
        ("MATCH (n) RETURN elementId(n) AS id ORDER BY id", ["store-identity"]),
        ("MATCH (n) RETURN id(n) AS id ORDER BY id", ["store-identity"]),
    ],
)
def test_answers_left_to_chance(cypher: str, expected: list[str]) -> None:
    assert rules(cypher) == expected


@pytest.mark.parametrize(
    "clause",
    [
        "SET n.x = 1",
        "DETACH DELETE n",
        "REMOVE n.x",
        "CREATE (m)",
        "MERGE (m)",
        "CALL db.labels()",
        "CALL () { CREATE (m) RETURN m }",
    ],
)
def test_all_but_reading_is_found(clause: str) -> None:
    assert "not-reading" in rules(f"MATCH (n) {clause} RETURN n.id AS id ORDER BY id")


def test_a_subquery_that_reads_is_allowed() -> None:
    assert rules("CALL () { MATCH (n) RETURN n.id AS id } RETURN id ORDER BY id") == []


def test_names_outside_the_ontology_are_found() -> None:
    cypher = "MATCH (n:Citty)-[:LOCATED_AT]->(m:City)-[:MENTIONED_IN]->(p:Passage) RETURN n.id AS id ORDER BY id"

    found = lint(cypher, labels={"City"}, types={"LOCATED_IN"})

    assert [finding.excerpt for finding in found] == ["Citty", "LOCATED_AT"]
