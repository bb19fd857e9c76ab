from __future__ import annotations

from pathlib import Path

import pytest

from graph import guard
from graph.tokens import LONGEST
from ontology.errors import QueryError

QUERIES = Path(__file__).parents[3] / "queries"

ATTACKS = [
    # writing, in every place and spelling
    "CREATE (n:City {name: 'x'})",
    "create (n)",
    "CrEaTe (n)",
    "MATCH (n) CREATE (n)-[:R]->(n)",
    "MERGE (n:City {id: 1})",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) SET n:Other",
    "MATCH (n) REMOVE n.name",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n",
    "MATCH (n) WITH n LIMIT 1 DETACH\n\tDELETE n RETURN 1",
    "MATCH (n)/**/DELETE n",
    "MATCH (n)//\nDELETE n",
    "MATCH (n) /* harmless */ DELETE /* really */ n",
    "MATCH (n) WHERE n.name = 'a' // '\n DELETE n",
    'MATCH (n) WHERE n.name = "it\'s" DELETE n',
    "MATCH (n) WHERE n.name = 'a\\'' DELETE n //'",
    "MATCH (n:`a``b`) DELETE n",
    "MATCH (n) RETURN '/*' AS a DELETE n // */",
    "FOREACH (x IN [1] | CREATE (:X))",
    "UNWIND [1] AS x CALL { WITH x CREATE (:X) } RETURN x",
    "CALL { MATCH (n) DETACH DELETE n } RETURN 1",
    "CALL (n) { SET n.x = 1 } RETURN 1",
    "RETURN EXISTS { CREATE (n) }",
    "RETURN COUNT { MATCH (n) DELETE n }",
    "MATCH (n) RETURN n UNION MATCH (n) DELETE n RETURN 1 AS n",
    "INSERT (n:City)",
    "MATCH (n) RETURN n; CREATE (m)",
    "RETURN 1;;RETURN 2",
    "CALL { MATCH (n) RETURN n } IN TRANSACTIONS RETURN n",
    "CALL { MATCH (n) RETURN n } IN 3 CONCURRENT TRANSACTIONS RETURN n",
    # commands of the server
    "DROP INDEX polecore_names",
    "DROP DATABASE neo4j",
    "ALTER USER neo4j SET PASSWORD 'x'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "CREATE USER x SET PASSWORD 'y'",
    "GRANT ROLE admin TO x",
    "DENY READ {*} ON GRAPH * TO x",
    "REVOKE ROLE admin FROM x",
    "RENAME USER a TO b",
    "START DATABASE neo4j",
    "STOP DATABASE neo4j",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "ENABLE SERVER 'x'",
    "DEALLOCATE DATABASES FROM SERVER 'x'",
    "DRYRUN REALLOCATE DATABASES",
    "SHOW USERS",
    "SHOW DATABASES",
    "SHOW CURRENT USER",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
    "SHOW PROCEDURES",
    "USE system MATCH (n) RETURN n",
    "CALL { USE system RETURN 1 AS x } RETURN x",
    "EXPLAIN MATCH (n) RETURN n",
    "PROFILE MATCH (n) RETURN n",
    "CYPHER runtime=parallel MATCH (n) RETURN n",
    # files, the network, procedures, plug-ins
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV WITH HEADERS FROM 'http://169.254.169.254/' AS line RETURN line",
    "load/**/csv from 'x' as l return l",
    "CALL apoc.load.json('http://x') YIELD value RETURN value",
    "CALL apoc.cypher.runWrite('CREATE (n)', {})",
    "CALL `apoc`.`load`.`json`('x')",
    "CALL db.createLabel('x')",
    "CALL db . createLabel('x')",
    "CALL dbms.security.createUser('x', 'y')",
    "CALL dbms.listConfig()",
    "CALL db.index.fulltext.createNodeIndex('x', [], [])",
    "CALL db.awaitIndexes(1000000)",
    "CALL algo.pagerank()",
    "CALL $procedure()",
    "RETURN apoc.text.format('x')",
    "RETURN apoc . text . format('x')",
    "RETURN `apoc`.text.format('x')",
    "RETURN genai.vector.encode('x', 'y', {})",
    "RETURN util.sleep(100000)",
    # what is hidden from the eye
    "MATCH (n) \\u0044ELETE n",
    "MATCH (n) \\U0044ELETE n",
    "MATCH (n) WHERE n.name = 'a\\u0027 DELETE n //'",
    "MATCH (n:`a\\u0060) DELETE n //`",
    "MATCH (n) RETURN n /* never closed",
    "MATCH (n) WHERE n.name = 'never closed RETURN n",
    "MATCH (n:`never closed) RETURN n",
    "MATCH (n RETURN n",
    "MATCH n) RETURN n",
    "MATCH (n] RETURN n",
    "RETURN 1 \x00 DELETE n",
    "RETURN 1 # DELETE n",
    "MATCH (n) \\ DELETE n",
    # parameters in place of names
    "MATCH (n:$label) RETURN n",
    "MATCH (n:$($label)) RETURN n",
    "MATCH (n:City|$other) RETURN n",
    "MATCH (n:City&$other) RETURN n",
    "MATCH (n:!$other) RETURN n",
    "MATCH ()-[r:$type]->() RETURN r",
    "MATCH (n:$any($labels)) RETURN n",
    "MATCH (n) WHERE n:$label RETURN n",
    "MATCH (n {a: 1}) WHERE n:$label RETURN n",
    "RETURN $",
    # nothing
    "",
    "   \n// only a comment\n;",
    "RETURN '" + "x" * LONGEST + "'",
]

HARMLESS = [
    "MATCH (n:City) RETURN n.name AS name ORDER BY name LIMIT 5;",
    "MATCH (n) WHERE n.name CONTAINS 'CREATE' RETURN n",
    'MATCH (n) WHERE n.name = "\'; DELETE n //" RETURN n',
    "MATCH (n) RETURN n.set, n.delete, n.create AS create",
    "MATCH (n:Create)-[r:SET|MERGE]->(m:`Load CSV`) RETURN n",
    "MATCH (n) RETURN {set: 1, merge: n.drop, call: 2} AS map",
    "MATCH (p:Passage) RETURN p.start AS start, p.end AS stop ORDER BY start, stop",
    "MATCH (n {id: $id}) WHERE n.name IN $names RETURN n, n[$key]",
    "WITH {a: $a, b: $b} AS map RETURN map",
    "CALL db.labels() YIELD label RETURN label",
    "call DB.Labels()",
    "CALL { MATCH (n:City) RETURN n } RETURN n",
    "CALL (n) { RETURN 1 AS one } RETURN one",
    "RETURN date.truncate('year', date('2022-05-01')) AS year",
    "RETURN duration.between(date('2022-05-01'), date()) AS age",
    "SHOW INDEXES",
    "SHOW CONSTRAINTS",
    "MATCH (n) WHERE n.text STARTS WITH 'x' RETURN n // DELETE",
    "MATCH (a)-->(b)<--(c)--(d) RETURN a /* CREATE */",
    "RETURN [x IN [1, 2] WHERE x > 1 | x * 2] AS list, -1.5e3 AS number, 1..2 AS odd",
    "MATCH (市:City) RETURN 市.name AS 名称",
]


def test_at_least_sixty_attacks_are_tried() -> None:
    assert len(set(ATTACKS)) >= 60


@pytest.mark.parametrize("embedded", [True, False])
@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_is_refused(attack: str, embedded: bool) -> None:
    with pytest.raises(QueryError):
        guard.check(attack, embedded=embedded)


@pytest.mark.parametrize("query", HARMLESS)
def test_reading_passes_unchanged(query: str) -> None:
    passed = guard.check(query, embedded=False)

    assert query.startswith(passed)
    assert query.removeprefix(passed) in {"", ";", " // DELETE", " /* CREATE */"}


@pytest.mark.parametrize("path", sorted(QUERIES.glob("*.cypher")), ids=lambda path: path.stem)
def test_library_passes(path: Path) -> None:
    guard.check(path.read_text(encoding="utf-8"), embedded=True)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("MATCH (n) SET n.x = 1", "SET is not allowed: this console only reads; use `polecore load`"),
        ("RETURN 1; RETURN 2", "one query at a time"),
        ("MATCH (n:$x) RETURN n", r"\$x stands for a label or type"),
        ("CALL apoc.help('x')", "CALL apoc.help is not allowed; the procedures allowed are db.index"),
        ("RETURN apoc.version()", "the function apoc.version is not allowed"),
        ("MATCH (n) WHERE n.x = 'a", "character 23: a text is never closed"),
        ("RETURN \\u0041", "character 8: Unicode escapes"),
        ("SHOW USERS", "only SHOW CONSTRAINTS and SHOW INDEXES are allowed"),
    ],
)
def test_message_says_what_is_wrong(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        guard.check(query, embedded=True)


@pytest.mark.parametrize("name", sorted(guard.SERVER_ONLY))
def test_procedure_of_the_server_alone_is_refused_on_the_embedded_store_with_a_way_out(name: str) -> None:
    assert guard.check(f"CALL {name}()", embedded=False) == f"CALL {name}()"

    with pytest.raises(QueryError, match=rf"CALL {name} works on a Neo4j server only; here, \w+"):
        guard.check(f"CALL {name}()", embedded=True)


def test_values_gives_only_what_the_query_uses() -> None:
    assert guard.values("RETURN $a, $`b c`, '$d'", {"a": 1, "b c": [None, {"x": 2.5}], "e": object()}) == {
        "a": 1,
        "b c": [None, {"x": 2.5}],
    }


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (1 << 63, "64 bits"),
        ([object()], "object is no value"),
        ({1: 2}, "text as keys"),
        ({"x": {1, 2}}, "set is no value"),
        ("\ud800", "not valid Unicode"),
    ],
)
def test_values_refuses_what_cypher_has_not(value: object, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        guard.values("RETURN $a", {"a": value})


def test_values_names_the_missing_parameter() -> None:
    with pytest.raises(QueryError, match=r"needs a value for \$name; give it as a parameter \(name=…\)"):
        guard.values("RETURN $name", {})


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("MATCH (n) RETURN n.name AS name, count(*)", ("name", "count(*)")),
        ("MATCH (n) WITH n RETURN DISTINCT n.a, [n.b, 1] AS `x y` ORDER BY n.a LIMIT 3", ("n.a", "x y")),
        ("CALL { RETURN 1 AS a } RETURN a UNION RETURN 2 AS a", ("a",)),
        ("MATCH (n) RETURN *", ()),
        ("CALL db.labels()", ()),
    ],
)
def test_columns_are_read_from_the_text(query: str, columns: tuple[str, ...]) -> None:
    assert guard.columns(query) == columns
