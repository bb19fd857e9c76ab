"""Corrections put into effect: what the store holds of what is known is loaded again, the rest is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts import write_facts
from graph.store import Store
from loaders import uploads
from loaders.corrections import add_correction, corrections_path, remove_correction
from loaders.effect import observe, put_into_effect
from loaders.judging import verdict
from loaders.uploads import Upload, keep
from tests.unit.views.invented import PLAN, REPORT, facts

TIE = "Zone:溪口经开区|LOCATED_IN|City:溪口市"


@pytest.fixture
def uri(embedded_store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    monkeypatch.setattr(uploads, "BUNDLED", tmp_path / "nothing")
    embedded_store.load(facts())
    keep([Upload(PLAN, b"x"), Upload(REPORT, b"y")], facts(), embedded_store.uri)
    return embedded_store.uri


def ties(store: Store) -> set[str]:
    return {r.key for r in store.facts().relations}


def test_a_rejected_tie_goes_and_undoing_brings_it_back(embedded_store: Store, uri: str) -> None:
    before = embedded_store.facts()
    observe(embedded_store, uri)
    made = verdict(facts(), "reject", TIE, "elsewhere")
    add_correction(corrections_path(uri), made)

    done = put_into_effect(embedded_store, uri)
    assert [c.document for c in done.changes] == [PLAN]
    assert done.elsewhere == ()
    assert TIE not in ties(embedded_store)

    remove_correction(corrections_path(uri), made.id)
    put_into_effect(embedded_store, uri)
    assert embedded_store.facts() == before


def test_several_corrections_wait_and_take_effect_together(embedded_store: Store, uri: str) -> None:
    other = "University:岚川大学|LOCATED_IN|City:岚州市"
    for key in (TIE, other):
        observe(embedded_store, uri)
        add_correction(corrections_path(uri), verdict(facts(), "reject", key, "elsewhere"))
    assert {TIE, other} <= ties(embedded_store)

    put_into_effect(embedded_store, uri)

    assert not {TIE, other} & ties(embedded_store)


def test_a_document_that_came_from_elsewhere_is_left_alone_and_named(embedded_store: Store, uri: str) -> None:
    changed = facts()
    changed.relations = [r for r in changed.relations if r.type != "FOCUSES_ON"]
    embedded_store.load(changed)
    add_correction(corrections_path(uri), verdict(facts(), "reject", TIE, "elsewhere"))

    done = put_into_effect(embedded_store, uri)

    assert PLAN in done.elsewhere
    assert TIE in ties(embedded_store)


def test_bundled_facts_are_known(embedded_store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write_facts(facts(), tmp_path / "data" / "region")
    monkeypatch.setattr(uploads, "BUNDLED", tmp_path / "data")
    embedded_store.load(facts())

    assert observe(embedded_store, embedded_store.uri) == {PLAN, REPORT}


def test_a_document_of_which_nothing_is_left_goes(embedded_store: Store, uri: str) -> None:
    observe(embedded_store, uri)
    for entity in facts().entities:
        if REPORT in entity.documents:
            add_correction(corrections_path(uri), verdict(facts(), "reject", entity.id, "gone"))

    put_into_effect(embedded_store, uri)

    assert REPORT not in embedded_store.facts().documents()
    assert PLAN in embedded_store.facts().documents()
