"""The same answers from every store: each question of the library with several parameters, and copies of the facts."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.facts import FILES, Facts, write_facts
from graph.store import Store, open_store
from loaders.intake import BUNDLED, facts_folders, gather
from queries.registry import Question, load_library
from tests.unit.queries.answers import ANSWERS
from tests.unit.queries.invented_region import region_facts

# both stores are filled once for all tests here, which takes a busy machine minutes
pytestmark = [pytest.mark.neo4j, pytest.mark.timeout(900)]

QUESTIONS = list(load_library([]).questions.values())
OTHERS: Mapping[str, tuple[Any, ...]] = {
    "entity": ("", "沈阳市", "沈阳", "沈阳高新区", "东北大学", "装备制造", "临江", "没有这个名字"),
    "integer": (0, 1, 3),
    "number": (0.0, 0.85),
    "boolean": (True, False),
}
"""Type -> values to ask with besides the example and the defaults."""
MOST = 8
"""Sets of parameters a question."""


def bundled() -> Facts:
    """Give the bundled facts of the five documents, with quotations if POLECORE_DOCUMENTS names their folder."""
    if not facts_folders(BUNDLED):
        pytest.skip("data/ holds no bundled facts yet")
    (facts,) = gather([BUNDLED])
    return facts


@pytest.fixture(scope="module")
def stores(server_uri: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """Give an embedded store and a server that hold the same: the five documents and the invented region."""
    patch = pytest.MonkeyPatch()
    patch.setenv("POLECORE_NEO4J_PASSWORD", os.environ["POLECORE_TEST_NEO4J_PASSWORD"])
    embedded = open_store(f"embedded:{tmp_path_factory.mktemp('library') / 'graph'}")
    server = open_store(server_uri)
    for document in server.status().documents:
        server.remove_document(document)
    for facts in (region_facts(), bundled()):
        embedded.load(facts)
        server.load(facts)
    yield embedded, server
    embedded.close()
    server.close()
    patch.undo()


def values_of(question: Question) -> list[dict[str, Any]]:
    """Give several sets of parameters: the tested example, that of the header, and mixtures of other values."""
    found = [ANSWERS[question.name][0], dict(question.example)]
    names = list(question.parameters)
    choices = [
        [*p.choices, *OTHERS.get(p.type, ())] or [ANSWERS[question.name][0].get(name, p.default)]
        for name, p in question.parameters.items()
    ]
    longest = max(map(len, choices), default=0)
    mixed = [
        {name: of[(turn + shift) % len(of)] for shift, (name, of) in enumerate(zip(names, choices, strict=True))}
        for turn in range(longest)
    ]
    found += itertools.islice(mixed, MOST)
    asked = []
    for values in found:
        if values not in asked and all(
            values.get(p.name) is not None for p in question.parameters.values() if p.required
        ):
            asked.append(values)
    return asked


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_question_has_the_same_rows_on_both_stores(question: Question, stores: tuple[Store, Store]) -> None:
    rows = 0
    for values in values_of(question):
        one, other = (question.run(store, values) for store in stores)
        assert one == other, values
        rows += len(one.rows)

    assert rows, "no set of parameters has an answer"


def test_five_documents_export_the_same_files_from_both(stores: tuple[Store, Store], tmp_path: Path) -> None:
    for name, store in zip(("embedded", "server"), stores, strict=True):
        write_facts(store.facts(), tmp_path / name)

    assert set(bundled().documents()) <= set(stores[0].status().documents)
    for file in FILES:
        assert (tmp_path / "embedded" / file).read_bytes() == (tmp_path / "server" / file).read_bytes()


def test_profiles_searches_and_counts_are_the_same(stores: tuple[Store, Store]) -> None:
    one, other = stores
    status, same = one.status(), other.status()

    assert (status.labels, status.relations, status.documents) == (same.labels, same.relations, same.documents)
    assert (status.figures, status.passages) == (same.figures, same.passages)
    for text in ("沈阳", "实验室", "大学", "a", "2025", "高新"):
        assert one.search(text) == other.search(text), text
    for entity in one.facts().entities[::50]:
        assert one.profile(entity.id) == other.profile(entity.id)


def test_copy_to_a_server_and_back_keeps_what_each_document_states(stores: tuple[Store, Store], tmp_path: Path) -> None:
    back = open_store(f"embedded:{tmp_path / 'back'}")
    back.load_slices(stores[1].slices())  # type: ignore[attr-defined]

    assert back.status().documents == stores[0].status().documents
    assert back.facts() == stores[0].facts()
    back.close()


def test_documents_are_removed_one_after_another(stores: tuple[Store, Store]) -> None:
    for document in bundled().documents():
        for store in stores:
            store.remove_document(document)
            assert store.verify() == []  # type: ignore[attr-defined]
        assert stores[0].facts() == stores[1].facts()

    assert stores[0].facts() == stores[1].facts() != Facts()
    assert set(stores[0].status().documents) == set(region_facts().documents())
