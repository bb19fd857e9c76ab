from __future__ import annotations

import pytest

from queries import syntax


def test_mask_keeps_positions_and_blanks_texts_and_comments() -> None:
    text = "MATCH (n) // RETURN x\nWHERE n.a = 'it\\'s $p' /* WITH */ AND n.`LIMIT` = \"x\" RETURN n"

    masked = syntax.mask(text)

    assert len(masked) == len(text)
    assert masked.count("\n") == 1
    for hidden in ("RETURN x", "$p", "/*", "LIMIT"):
        assert hidden not in masked
    assert masked.endswith("RETURN n")


@pytest.mark.parametrize(
    ("cypher", "columns"),
    [
        ("MATCH (n) RETURN n.name AS name, n.id AS id ORDER BY name LIMIT 3", [("name", "id")]),
        ("MATCH (n) RETURN DISTINCT n.name AS name;", [("name",)]),
        ("MATCH (n) WITH n.name AS name RETURN name", [("name",)]),
        ("MATCH (n) RETURN n.name", [("n.name",)]),
        ("RETURN {a: 1, b: [x IN [1, 2] | x]} AS map, count(*) AS number", [("map", "number")]),
        ("MATCH (n) WHERE EXISTS { MATCH (n) RETURN n.x AS inner } RETURN n.y AS outer", [("outer",)]),
        ("RETURN 1 AS a UNION RETURN 2 AS b", [("a",), ("b",)]),
        ("MATCH (n) WHERE n.name STARTS WITH 'RETURN' RETURN n.a AS a", [("a",)]),
        ("MATCH (n) WITH n", [()]),
    ],
)
def test_returned_names_the_columns(cypher: str, columns: list[tuple[str, ...]]) -> None:
    assert syntax.returned(cypher) == columns


def test_parameters_are_found_outside_texts_only() -> None:
    assert syntax.parameters("MATCH (n {a: $one}) WHERE n.b = '$two' RETURN $three AS x // $four") == {"one", "three"}


def test_clauses_stand_in_order_and_leave_out_operators() -> None:
    found = syntax.clauses("OPTIONAL MATCH (n) WHERE n.a ENDS WITH 'x' WITH n MATCH (m) RETURN m.a AS a")

    assert [clause.keyword for clause in found] == ["OPTIONAL MATCH", "WITH", "MATCH", "RETURN"]
    assert found[1].body == "n"
