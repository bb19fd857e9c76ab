from __future__ import annotations

from pathlib import Path

import pytest

from graph.store import Rows, open_store
from ontology.errors import StoreError


@pytest.mark.parametrize("uri", ["sqlite:x", "http://localhost", "graph", ""])
def test_unknown_kind_of_store_names_the_kinds(uri: str) -> None:
    with pytest.raises(StoreError, match="unknown kind of store; use embedded:PATH, neo4j://HOST"):
        open_store(uri)


def test_embedded_uri_opens_the_folder(tmp_path: Path) -> None:
    store = open_store(f"embedded:{tmp_path / 'graph'}")

    assert store.uri == f"embedded:{tmp_path / 'graph'}"
    assert (tmp_path / "graph").is_dir()
    store.close()


def test_server_without_a_password_says_which_variable_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POLECORE_NEO4J_PASSWORD", raising=False)

    with pytest.raises(StoreError, match="no password given; set POLECORE_NEO4J_PASSWORD"):
        open_store("bolt://127.0.0.1:1")


def test_server_that_is_away_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLECORE_NEO4J_PASSWORD", "x")

    with pytest.raises(StoreError, match=r"bolt://127\.0\.0\.1:1: no Neo4j server answers there"):
        open_store("bolt://127.0.0.1:1")


def test_password_in_the_uri_is_refused_and_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLECORE_NEO4J_PASSWORD", "x")

    with pytest.raises(StoreError, match="takes no user or password") as error:
        open_store("bolt://neo4j:secret@127.0.0.1:1")

    assert "secret" not in str(error.value)


def test_rows_as_mappings() -> None:
    assert Rows(("a", "b"), ((1, 2), (3, 4))).dicts() == [{"a": 1, "b": 2}, {"a": 3, "b": 4}]
