from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.embedded_engine import acquire, release
from graph.export import cypher
from graph.export.cypher import literal, script
from graph.export.records import records
from graph.tokens import tokens
from ontology.errors import OntologyError
from tests.unit.graph.export.hostile_facts import NAMES, hostile


def old_reading(text: str) -> str:
    """Resolve Unicode escapes as servers do that look for them before anything else."""
    return re.sub(r"\\u+([0-9A-Fa-f]{4})", lambda m: chr(int(m.group(1), 16)), text)


@pytest.mark.parametrize("name", NAMES)
def test_literal_is_strings_and_nothing_else_to_old_and_new_servers(name: str) -> None:
    written = literal(name)

    assert old_reading(written) == written
    assert {(t.kind, t.text if t.kind == "sign" else "") for t in tokens(written)} <= {("string", ""), ("sign", "+")}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object(), None])
def test_value_without_a_literal_is_refused(value: Any) -> None:
    with pytest.raises(OntologyError, match="correct the record"):
        literal(value)


def test_statements_are_one_each_and_only_write() -> None:
    for text in script(hostile()):
        words = [t.upper for t in tokens(text)]
        assert ";" not in words
        assert {"DELETE", "CALL", "LOAD", "REMOVE"}.isdisjoint(words)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Any]:
    engine = acquire(tmp_path / "engine")
    yield engine.database
    release(engine)


def test_script_gives_the_nodes_and_ties_of_the_facts(database: Any) -> None:
    for text in script(hostile()):
        if text.startswith("UNWIND"):
            with database.transaction():
                database.command("opencypher", text)

    def ask(text: str) -> list[dict[str, Any]]:
        return [row.to_dict() for row in database.query("opencypher", text)]

    wanted = records(hostile())
    for label, part in wanted.nodes.items():
        found = ask(f"MATCH (n:`{label}`) RETURN n.id AS id, n.name AS name, n.address AS address")
        assert {(r["id"], r["name"], r["address"]) for r in found} == {
            (p["id"], p.get("name"), p.get("address")) for p in (row["properties"] for row in part)
        }
    for type_, part in wanted.ties.items():
        found = ask(f"MATCH (a)-[r:`{type_}`]->(b) RETURN a.id AS a, r.key AS key, b.id AS b")
        assert {(r["a"], r["key"], r["b"]) for r in found} == {(x["source"], x["key"], x["target"]) for x in part}
    assert ask("MATCH ()-[r:MENTIONED_IN]->() RETURN count(r) AS n")[0]["n"] == len(wanted.mentions)
    assert ask("MATCH ()-[r:HAS_FIGURE]->() RETURN count(r) AS n")[0]["n"] == len(wanted.has_figure)


def test_file_is_the_script(tmp_path: Path) -> None:
    first, second = (cypher.write(hostile(), tmp_path / name)[0].read_bytes() for name in ("a", "b"))

    assert first == second
    assert first.decode().count(";\nUNWIND") == sum(text.startswith("UNWIND") for text in script(hostile()))
