from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from graph.export import neo4j_admin
from graph.export.records import records
from ontology.errors import OntologyError
from tests.unit.graph.export.hostile_facts import hostile


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_files_hold_every_node_and_tie_as_it_is(tmp_path: Path) -> None:
    neo4j_admin.write(hostile(), tmp_path)

    wanted = records(hostile())
    for label, part in wanted.nodes.items():
        found = read(tmp_path / f"node_{label}.csv")
        assert [row["id:ID"] for row in found] == [row["id"] for row in part]
        assert {row[":LABEL"].split("\x1f")[0] for row in found} == {"Polecore"}
        assert {row[":LABEL"].split("\x1f")[-1] for row in found} == {label}
    companies = {row["id:ID"]: row for row in read(tmp_path / "node_Company.csv")}
    assert {row["name:string"] for row in companies.values()} == {id_.removeprefix("Company:") for id_ in companies}
    for type_, part in wanted.ties.items():
        found = read(tmp_path / f"tie_{type_}.csv")
        assert [(r[":START_ID"], r[":END_ID"], r[":TYPE"]) for r in found] == [
            (row["source"], row["target"], type_) for row in part
        ]


def test_every_end_is_a_node(tmp_path: Path) -> None:
    paths = neo4j_admin.write(hostile(), tmp_path)

    nodes = {row["id:ID"] for path in paths if path.name.startswith("node_") for row in read(path)}
    ties = [row for path in paths if path.name.startswith("tie_") for row in read(path)]

    assert {row[end] for row in ties for end in (":START_ID", ":END_ID")} <= nodes
    assert len(nodes) == sum(len(part) for part in records(hostile()).nodes.values())


def test_command_names_every_file_that_is_there(tmp_path: Path) -> None:
    paths = neo4j_admin.write(hostile(), tmp_path)

    named = re.findall(r"=((?:node|tie)_\w+\.csv)", (tmp_path / "import.sh").read_text(encoding="utf-8"))

    assert sorted(named) == sorted(path.name for path in paths if path.suffix == ".csv")
    assert not (tmp_path / "import.sh").read_text(encoding="utf-8").rstrip("\n").endswith("\\")


def test_sign_between_items_is_refused_inside_one(tmp_path: Path) -> None:
    facts = hostile()
    facts.entities[0] = replace(facts.entities[0], aliases=("a\x1fb",))

    with pytest.raises(OntologyError, match=r"U\+001F"):
        neo4j_admin.write(facts, tmp_path)
