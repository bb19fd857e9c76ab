"""The page Briefing without a browser: what is asked of the exports, and what is shown."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from graph.export.options import BRIEFING, CHAIN, HEATMAP, NEIGHBOURHOOD, POLECORE, Options
from graph.facts import Facts
from graph.selection import Selection
from graph.store import Rows
from ontology.errors import QueryError
from queries.registry import Question
from tests.unit.views.invented import MemoryStore, facts
from views import briefing
from views.parts import briefing_file, source

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
    monkeypatch.setattr(briefing_file, "export", export)
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
    for key in ("briefing_command", "briefing_data"):  # open
        at.session_state[key] = True
    return at.run()


def told(at: AppTest) -> str:
    """Give the command that does the same, without its quotation marks."""
    return " ".join(shlex.split(at.code[0].value))


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


def test_data_are_of_what_the_picture_is_about(asked: Asked) -> None:
    at = page(diagram=NEIGHBOURHOOD, entity="Zone:岚州高新区", captions="en", confidence="0.9")
    at.selectbox(key="briefing_data_format").set_value("html").run()
    at.button(key="briefing_data_make").click().run()

    diagram, selection, options = asked[-1]
    assert (diagram.endswith(".html"), options.language) == (True, "en")
    assert (selection.entities, selection.min_confidence) == (("Zone:岚州高新区",), 0.9)
    assert "polecore\\.html" in at.get("download_button")[0].proto.label
    wanted = "export html --out polecore.html --entity Zone:岚州高新区 --min-confidence 0.9 --language en"
    assert any(wanted in " ".join(shlex.split(code.value)) for code in at.code)


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


SQUARE = (
    '{"type":"Feature","properties":{"name":"岚州市"},"geometry":{"type":"Polygon",'
    '"coordinates":[[[122,41],[125,41],[125,43],[122,41]]]}}'
)


def test_a_map_of_the_user_lies_below_and_stays_in_memory(asked: Asked, tmp_path: Path) -> None:
    at = page()
    at.get("file_uploader")[0].set_value(("边界.geojson", SQUARE.encode(), "application/geo+json")).run()

    areas = asked[-1][2].areas
    assert [area.name for area in areas] == ["岚州市"]
    assert asked[-1][2].boundaries is None
    assert any("边界\\.geojson：1 个区域" in caption.value for caption in at.caption)
    assert "--boundaries 边界.geojson" in told(at)

    at.selectbox(key="briefing_choice_diagram").set_value(HEATMAP).run()
    assert not at.get("file_uploader")
    assert asked[-1][2].areas == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html>", "不能作为 GeoJSON 读取"),
        (b'{"type":"Point","coordinates":[1,2]}', "没有多边形"),
        (SQUARE.replace("122,41", "122,91").encode(), "不是经纬度"),
    ],
)
def test_a_map_that_cannot_be_used_is_refused_with_the_reason(asked: Asked, content: bytes, reason: str) -> None:
    at = page()
    at.get("file_uploader")[0].set_value(("a.geojson", content, "application/geo+json")).run()

    assert not at.exception
    assert reason in at.error[0].value
    assert asked[-1][2].areas == ()


def test_class_and_industry_narrow_what_is_taken(asked: Asked) -> None:
    at = page(label="Lab", field="航天材料")

    assert (asked[-1][1].labels, asked[-1][1].industries) == (("Lab",), ("航天材料",))
    assert at.query_params["label"] == "Lab"
    at.multiselect(key="briefing_choice_labels").set_value(["Lab", "Zone"]).run()
    assert asked[-1][1].labels == ("Lab", "Zone")
    assert "--label Lab --label Zone --industry 航天材料" in told(at)


def test_rows_of_a_query_say_what_is_taken(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    queries: list[str] = []

    def query(self: MemoryStore, text: str, **limits: Any) -> Rows:
        assert 0 < limits["limit"] <= 10_000
        assert 0 < limits["timeout"] <= 60
        queries.append(text)
        return Rows(("n",), ((1,),) if "RETURN 1" in text else (("Zone:岚州高新区",),))

    monkeypatch.setattr(MemoryStore, "query", query)
    at = page(cypher="MATCH (z:Zone) RETURN z.id")

    assert asked[-1][1].ids == ("Zone:岚州高新区",)
    assert queries == ["MATCH (z:Zone) RETURN z.id"]
    assert "--cypher" in told(at)
    assert at.query_params["cypher"] == "MATCH (z:Zone) RETURN z.id"

    at.text_area(key="briefing_cypher").set_value("RETURN 1 AS n").run()
    assert "查询结果没有实体的标识或名称" in at.error[0].value


def test_a_question_of_the_library_says_what_is_taken(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Any] = []

    def run(self: Question, store: Any, values: Any = None, **more: Any) -> Rows:
        given.append((self.name, self.bind(values)))
        return Rows(("id",), (("Zone:岚州高新区",),))

    monkeypatch.setattr(Question, "run", run)
    at = page(diagram=BRIEFING)
    at.selectbox(key="briefing_query").set_value("within_place").run()
    assert "还需要填写 place" in at.error[0].value
    at.text_input(key="briefing_param:within_place:place").set_value("岚州高新区").run()

    assert given[-1][0] == "within_place"
    assert given[-1][1]["place"] == "岚州高新区"
    assert asked[-1][1].ids == ("Zone:岚州高新区",)
    assert at.query_params["param"] == "place=岚州高新区"
    assert "--query within_place --param place=岚州高新区" in told(at)
