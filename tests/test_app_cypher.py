"""Cypher end to end without a browser: the answer as table, graph and chart, and what was asked before."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from graph.store import Rows
from tests.test_app import on_page, shown, store
from tests.unit.views.invented import MemoryStore

__all__ = ["store"]


@pytest.fixture
def answered(store: MemoryStore, monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    """A store that answers everything with two cities and a number."""
    rows = Rows(("city", "number"), (("岚州市", 3), ("City:溪口市", 1)), False)

    def query(cypher: str, parameters: Any = None, **_: Any) -> Rows:
        return rows

    monkeypatch.setattr(store, "query", query)
    return store


def asked(text: str = "MATCH (n) RETURN n.name AS city, 1 AS number") -> AppTest:
    at = on_page("cypher")
    at.text_area(key="cypher_text").set_value(text)
    at.button[-1].click().run()
    assert not at.exception
    return at


@pytest.mark.usefixtures("answered")
class TestAnswer:
    def test_the_entities_that_it_names_are_drawn_with_their_ties(self) -> None:
        at = asked()

        at.segmented_control(key="view:query").set_value("graph").run()

        assert not at.exception
        assert "结果中出现的 2 个实体" in shown(at)

    def test_numbers_are_charted(self) -> None:
        at = asked()

        at.segmented_control(key="view:query").set_value("chart").run()

        assert not at.exception
        assert len(at.get("vega_lite_chart")) == 1
        assert at.selectbox(key="value:query").value == 1

    def test_what_was_asked_is_listed_and_asked_again(self) -> None:
        at = asked("RETURN 1 AS number")
        at.text_area(key="cypher_text").set_value("RETURN 2 AS number")
        at.button(key="FormSubmitter:cypher_editor-查询").click().run()
        assert "RETURN 1 AS number" in shown(at)

        at.button(key="history:1").click().run()

        assert not at.exception
        assert at.text_area(key="cypher_text").value == "RETURN 1 AS number"
        assert [entry.text for entry in at.session_state["cypher_history"]] == [
            "RETURN 1 AS number",
            "RETURN 2 AS number",
        ]


def test_a_refused_query_is_listed_as_such_and_said_in_chinese(store: MemoryStore) -> None:
    at = asked("CREATE (n) RETURN n")

    assert "未能执行" in shown(at)
    assert at.session_state["cypher_history"][0].rows is None
