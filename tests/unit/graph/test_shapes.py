from __future__ import annotations

import pytest

from graph import guard
from ontology.errors import QueryError

# Measured on the engine: with these beside ``n.i = 1 OR``, rows are lost
WRONG = [
    "m.f", "(m.f)", "NOT m.f", "isEmpty(m.e)", "coalesce(m.f, false)", "toBoolean(m.f)", "exists(m.q)",
    "any(x IN m.t WHERE x = 'y')", "all(x IN m.t WHERE x = 'y')", "none(x IN m.t WHERE x = 'y')", "m.t[0] = 'y'",
    "m['i'] = 3", "labels(m)[0] = 'B'", "properties(m).i = 3", "[m.i][0] = 3", "m {.i}.i = 3", "{a: m.i}.a = 3",
    "CASE WHEN m.i = 3 THEN true ELSE false END", "CASE WHEN m.i = 3 THEN true ELSE false END = true",
    "CASE WHEN m.i = 3 OR m.f THEN true ELSE false END", "(m.i = 3 OR m.f)",
]  # fmt: skip
# and with these none are
RIGHT = [
    "m.f = true", "size(m.t) = 2", "toUpper(m.s) = 'X'", "m:B", "m.s STARTS WITH 'x'", "coalesce(m.f, false) = true",
    "'y' IN m.t", "m.i IN [3]", "m.s =~ 'x.*'", "m.q IS NOT NULL", "NOT m.i <> 3", "NOT (m.i <> 3)",
    "[x IN m.t | x] = ['y']", "head(m.t) = 'y'", "(m)-[:S]->()", "(m)<--()", "EXISTS { (m)-[:S]->() }",
    "COUNT { (m)-[:S]->() } = 1", "any(x IN m.t WHERE x = 'y') = true", "m.i = n.i", "$flag", "m.i = $three", "true",
    "(m.i = 3 OR m.i = 2)", "2 < m.i < 4", "m.name IS NULL",
]  # fmt: skip


@pytest.mark.parametrize("atom", WRONG)
@pytest.mark.parametrize("either", ["n.i = 1 OR {}", "{} OR n.i = 1", "n.i = 1 XOR {}", "n.i < 9 AND (n.i = 1 OR {})"])
def test_or_across_nodes_is_refused_with_the_rewriting(atom: str, either: str) -> None:
    condition = either.format(atom)

    with pytest.raises(QueryError, match=r"Put it behind WITH, as in MATCH … WITH m, n WHERE"):
        guard.check(f"MATCH (n)-[:R]->(m) WHERE {condition} RETURN n", embedded=True)

    guard.check(f"MATCH (n)-[:R]->(m) WITH m, n WHERE {condition} RETURN n", embedded=True)
    guard.check(f"MATCH (n)-[:R]->(m) WHERE {condition} RETURN n", embedded=False)


@pytest.mark.parametrize("atom", RIGHT)
def test_or_of_plain_comparisons_passes(atom: str) -> None:
    guard.check(f"MATCH (n)-[:R]->(m) WHERE n.i = 1 OR {atom} RETURN n", embedded=True)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) WHERE n.i = 1 OR n.f RETURN n",
        "MATCH (n)-->(m) WHERE n.i = 1 AND m.f RETURN n",
        "MATCH (n)-->(m) RETURN n.i = 1 OR m.f AS either",
        "MATCH (n)-->(m) WHERE n.or = 1 AND m.x = 2 RETURN n",
        "MATCH (n)-->(m) WITH n, m WHERE n.f OR m.f RETURN n",
    ],
)
def test_other_conditions_pass(query: str) -> None:
    guard.check(query, embedded=True)


def test_shape_in_a_subquery_is_found() -> None:
    with pytest.raises(QueryError, match="may lose rows"):
        guard.check("CALL { MATCH (n)-->(m) WHERE n.f OR m.f RETURN n } RETURN n", embedded=True)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n:A|B)-[*2]-(n) RETURN count(n)",
        "MATCH p = (n:A|B)-[r:R*1..3]->(n) RETURN p",
        "MATCH (n:A|B) MATCH (n)-[*2]-(n) RETURN n",
        "MATCH (x), (n:!A)-[*]-(m)-->(n) RETURN n",
    ],
)
def test_closed_path_over_a_choice_of_labels_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="End it at another node: …-\\(other\\) WHERE n = other"):
        guard.check(query, embedded=True)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n:A|B)-[*2]-(m) WHERE n = m RETURN n",
        "MATCH (n:A)-[*2]-(n) RETURN n",
        "MATCH (n:A|B)--(n) RETURN n",
    ],
)
def test_other_paths_pass(query: str) -> None:
    guard.check(query, embedded=True)


def test_count_of_self_loops_is_refused() -> None:
    with pytest.raises(QueryError, match=r"\(n\)-\[r\]->\(n\) … count\(r\)"):
        guard.check("MATCH (n)-[:R]->(n) RETURN n.i AS i, count(*) AS c", embedded=True)

    guard.check("MATCH (n)-[r:R]->(n) RETURN n.i AS i, count(r) AS c", embedded=True)
    guard.check("MATCH (n)-[:R]->(m) WHERE n = m RETURN n.i AS i, count(*) AS c", embedded=True)
