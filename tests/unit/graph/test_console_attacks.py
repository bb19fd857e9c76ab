"""Attacks on the console: the guard refuses each for both stores, and the embedded engine outlives the greedy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph import guard
from graph.store import Store
from ontology.errors import QueryError
from tests.unit.graph.console_attacks import GREEDY, attacks
from tests.unit.graph.invented_facts import facts
from tests.unit.graph.test_guard import ATTACKS

ROOT = Path(__file__).parents[3]


def test_at_least_two_hundred_attacks_are_tried() -> None:
    assert len({*attacks(), *ATTACKS}) >= 300


@pytest.mark.parametrize("attack", attacks())
def test_attack_is_refused_for_both_stores(attack: str) -> None:
    for embedded in (True, False):
        with pytest.raises(QueryError) as caught:
            guard.check(attack, embedded=embedded)
        assert "\n" not in str(caught.value)


def test_no_attack_changes_the_store_that_it_is_sent_to(embedded_store: Store) -> None:
    embedded_store.load(facts())
    before = embedded_store.facts()

    for attack in {*attacks(), *ATTACKS}:
        with pytest.raises(QueryError):
            embedded_store.query(attack, {"label": "City", "type": "R", "u": "file:///etc/passwd"})

    assert embedded_store.facts() == before
    assert embedded_store.verify() == []  # type: ignore[attr-defined]


@pytest.mark.neo4j
def test_no_attack_changes_the_server_that_it_is_sent_to(neo4j_store: Store) -> None:
    neo4j_store.load(facts())
    before = neo4j_store.facts()

    for attack in {*attacks(), *ATTACKS}:
        with pytest.raises(QueryError):
            neo4j_store.query(attack, {"label": "City", "type": "R", "u": "file:///etc/passwd"})

    assert neo4j_store.facts() == before


ASKED = """
import os, sys
from graph.store import open_store
from ontology.errors import QueryError
from tests.unit.graph.invented_facts import facts
store = open_store(sys.argv[1])
store.load(facts())
try:
    store.query(sys.argv[2], timeout=2)
except QueryError:
    print("ended")
print(store.query("RETURN 1 AS one").rows, flush=True)
os._exit(0)
"""
"""In a process of its own, that leaves without waiting: the engine goes on with what it was asked."""


@pytest.mark.slow
@pytest.mark.parametrize("greedy", GREEDY)
def test_greedy_query_is_ended_and_the_store_still_answers(tmp_path: Path, greedy: str) -> None:
    asked = subprocess.run(
        [sys.executable, "-c", ASKED, f"embedded:{tmp_path / 'graph'}", greedy],
        cwd=ROOT, capture_output=True, text=True, timeout=250,
    )  # fmt: skip

    assert asked.stdout.splitlines() == ["ended", "((1,),)"], asked.stderr
