"""The page Briefing without a browser: what is asked of the exports, and what is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from graph.export.options import CHAIN, HEATMAP, NEIGHBOURHOOD, POLECORE, Options
from graph.facts import Facts
from graph.selection import Selection
from ontology.errors import QueryError
from tests.unit.views.invented import MemoryStore, facts
from views import briefing
from views.parts import source

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Selection, Options]]:
    """The invented region, and exports that only note what they are asked for."""
    monkeypatch.setenv("POLECORE_STORE", "embedded:invented")
    monkeypatch.setattr(source, "open_store", lambda uri, share=False: MemoryStore(facts()))
    st.cache_resource.clear()
    st.cache_data.clear()
    found: list[tuple[str, Selection, Options]] = []

    def preview(facts: Facts, selection: Selection, diagram: str, options: Options) -> bytes:
        if selection.since == "1900":
            raise QueryError("<b>nothing</b> is left")
        found.append((diagram, selection, options))
        return DOT

    def export(
        facts: Facts, selection: Selection, path: Path, *, format_: str, diagram: str, options: Options
    ) -> list[Path]:
        found.append((f"{diagram}.{format_}", selection, options))
        path.write_bytes(b"picture")
        if format_ != "png":
            return [path]
        tables = path.with_name("tables.csv")
        tables.write_text("a,b", encoding="utf-8")
        return [path, tables]

    monkeypatch.setattr(briefing, "preview", preview)
    monkeypatch.setattr(briefing, "export", export)
    return found


Asked = list[tuple[str, Selection, Options]]


def page(**parameters: Any) -> AppTest:
    def script() -> None:
        from views import briefing
        from views.parts import frame

        frame.guarded(briefing.page)()

    at = AppTest.from_function(script, default_timeout=60)
    for key, value in parameters.items():
        at.query_params[key] = value
    return at.run()


def test_it_begins_with_the_pole_core_layout(asked: Asked) -> None:
    at = page()

    assert not at.exception
    assert [diagram for diagram, _, _ in asked] == [POLECORE]
    assert at.get("imgs") or at.get("image")


def test_a_link_shows_the_same(asked: Asked) -> None:
    at = page(diagram="polecore", density="light", gaps="4", page="a4", captions="en", confidence="0.9", stated="1")

    _, selection, options = asked[-1]
    assert (options.density, options.gaps, options.page, options.language) == ("light", 4, "a4", "en")
    assert (selection.min_confidence, selection.stated_only) == (0.9, True)
    assert at.query_params["gaps"] == "4"


def test_what_a_diagram_needs_is_asked_for_first(asked: Asked) -> None:
    at = page(diagram=CHAIN)
    assert not asked
    assert "请选择产业" in at.info[0].value

    at.selectbox(key="briefing_choice_industry").set_value("航天材料").run()
    assert asked[-1][2].industry == "航天材料"

    at.selectbox(key="briefing_choice_diagram").set_value(NEIGHBOURHOOD).run()
    assert "请选择实体" in at.info[0].value
    at.selectbox(key="briefing_choice_entity").set_value("Zone:岚州高新区").run()
    assert (asked[-1][0], asked[-1][2].entity, asked[-1][2].industry) == (NEIGHBOURHOOD, "Zone:岚州高新区", None)
    assert at.query_params["entity"] == "Zone:岚州高新区"


def test_a_file_is_made_in_the_format_that_was_chosen(asked: Asked) -> None:
    at = page(diagram=HEATMAP)
    at.button_group(key="briefing_format").set_value("pdf").run()
    at.button(key="briefing_make").click().run()

    assert asked[-1][0] == "heatmap.pdf"
    assert "polecore\\-heatmap\\.pdf" in at.get("download_button")[0].proto.label

    at.button_group(key="briefing_format").set_value("png").run()
    assert not at.get("download_button")
    at.button(key="briefing_make").click().run()
    assert "heatmap\\.zip" in at.get("download_button")[0].proto.label


def test_coming_back_without_parameters_keeps_what_was_chosen(asked: Asked) -> None:
    at = page(diagram=HEATMAP, page="a4")
    at.query_params.clear()
    at.run()

    assert (asked[-1][0], asked[-1][2].page) == (HEATMAP, "a4")


def test_a_whole_briefing_lists_gaps_unless_told_otherwise(asked: Asked) -> None:
    at = page()
    at.selectbox(key="briefing_choice_diagram").set_value("briefing").run()

    assert asked[-1][2].gaps == 5
    assert list(at.button_group(key="briefing_format").options) == ["PPTX", "DOCX", "PDF"]
    at.button(key="briefing_make").click().run()
    assert asked[-1][0] == "briefing.pptx"


def test_what_cannot_be_drawn_is_said(asked: Asked) -> None:
    at = page(since="1900")

    assert not at.exception
    assert "画不出来" in at.error[0].value
    assert "\\<b\\>" in at.error[0].value
