"""Attacks on the console: the guard refuses each for both stores, and the embedded engine outlives the greedy."""

from __future__ import annotations

import pytest

from graph import guard
from graph.store import Store
from ontology.errors import QueryError
from tests.unit.graph.console_attacks import GREEDY, attacks
from tests.unit.graph.invented_facts import facts
from tests.unit.graph.test_guard import ATTACKS


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


@pytest.mark.slow
@pytest.mark.parametrize("greedy", GREEDY)
def test_greedy_query_is_ended_and_the_store_still_answers(embedded_store: Store, greedy: str) -> None:
    embedded_store.load(facts())

    with pytest.raises(QueryError):
        embedded_store.query(greedy, timeout=2)

    assert embedded_store.query("RETURN 1 AS one").rows == ((1,),)
