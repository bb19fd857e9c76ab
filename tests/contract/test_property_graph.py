"""What docs/property_graph.md promises to analysts is what stands in each store."""

from __future__ import annotations

import re

import pytest

from graph import reference
from graph.store import Store
from ontology.schema import load_schema
from tests.unit.graph.invented_facts import facts

PAGE = reference.page(load_schema())
VALUES = {"name": "云湖", "key": "Zone:青川高新区|LOCATED_IN|City:青川市"}


@pytest.fixture
def filled(store: Store) -> Store:
    store.load(facts())
    return store


@pytest.mark.parametrize("example", reference.EXAMPLES, ids=lambda example: example.en)
def test_every_example_runs(example: reference.Example, filled: Store) -> None:
    used = {name: VALUES[name] for name in re.findall(r"\$(\w+)", example.text)}

    rows = filled.query(example.text, used)

    assert rows.columns == tuple(re.findall(r" AS (\w+)", example.text.rpartition("RETURN")[2]))
    assert rows.rows or example.en.startswith(("Cooperation of cities", "Targets beside"))


def test_nodes_have_the_labels_and_properties_of_the_page(filled: Store) -> None:
    nodes = PAGE.split("## Nodes")[1].split("## Ties")[0]
    common = set(re.findall(r"`(\w+)`", nodes.split("| labels")[0]))
    documented = {
        frozenset(labels.split(":")): set(re.findall(r"`(\w+)`", slots))
        for labels, slots in re.findall(r"^\| `:([\w:]+)` \| [^|]+ \| (.*) \|$", nodes, flags=re.MULTILINE)
    }

    rows = filled.query(
        "MATCH (n:Polecore) WHERE NOT n:Ledger AND NOT n:Store RETURN labels(n) AS l, keys(n) AS k"
    ).rows

    assert len(rows) > 8
    for labels, keys in rows:
        assert set(keys) <= documented[frozenset(labels)] | common


def test_ties_have_the_properties_of_the_page(filled: Store) -> None:
    carried = set(re.findall(r"`(\w+)`", PAGE.split("Every tie between entities carries")[1].split("\n")[0]))

    rows = filled.query("MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS type, keys(r) AS k").rows

    assert rows
    for type_, keys in rows:
        assert f"| `{type_}` |" in PAGE
        assert set(keys) <= carried
