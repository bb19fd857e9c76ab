"""The pages that analyse, end to end without a browser, on the invented region in memory."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.test_app import SECONDS, on_page, shown
from tests.unit.views.invented import MemoryStore, facts, region
from views.parts import analysis, source
from views.parts.download import as_xlsx

BUNDLED = Path(__file__).parents[1] / "data" / "liaoning"


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    """A store with a metropolitan area of four cities."""
    held = MemoryStore(region())
    monkeypatch.setenv("POLECORE_STORE", "embedded:invented")
    monkeypatch.setattr(source, "open_store", lambda uri, **_: held)
    st.cache_resource.clear()
    st.cache_data.clear()
    return held


@pytest.mark.usefixtures("store")
class TestGaps:
    def test_an_item_shows_its_sentence_both_sides_with_quotations_and_its_doubts(self) -> None:
        at = on_page("gaps")

        assert not at.exception
        said = shown(at)
        assert "未见岚州与白石在航天材料方向的合作记载；不等于不存在合作，建议核实。" in said
        assert '<mark class="a">白石经开区</mark>主攻<mark class="b">航天材料</mark>。' in said
        assert '<mark class="a">深空材料重点实验室</mark>研究' in said
        assert "没有来源同时记载双方在该方向与他方的合作" in said
        assert "不可检验" in said
        assert "深空材料重点实验室</li>" in said

    def test_the_gauge_stands_beside_the_lists(self) -> None:
        at = on_page("gaps")

        assert [metric.label for metric in at.metric][:2] == ["独立来源", "见到的载体"]
        assert at.metric[0].value == "2"

    def test_the_heatmaps_have_numbers_and_a_text_alternative(self) -> None:
        at = on_page("gaps")

        charts = [json.loads(chart.proto.spec) for chart in at.get("vega_lite_chart")]
        assert [chart["layer"][0]["mark"]["type"] for chart in charts] == ["rect", "rect"]
        assert "岚州与溪口：收录文件记载共同载体 3 个" in shown(at)

    def test_a_link_shows_list_filters_item_and_changes(self) -> None:
        at = on_page(
            "gaps", region="Region:岚东都市圈", pole="City:岚州市", list="chain", grade="C",
            change=["add:岚州,白石:航天材料"], beside="whatif", lang="en",
        )  # fmt: skip

        assert not at.exception
        assert at.segmented_control(key="gaps_list").value == "chain"
        assert at.selectbox(key="gaps_grade").value == "C"
        assert "No longer listed among the gaps" in shown(at)

    def test_nonsense_in_a_link_falls_back(self) -> None:
        at = on_page(
            "gaps", region="Region:无", layer="x", asof="1", list="?", **{"with": ["无"]}, change=["add:无,空"],
            beside="whatif",
        )  # fmt: skip

        assert not at.exception
        assert at.segmented_control(key="gaps_list").value == "link"
        assert "无法推演" in shown(at)

    def test_what_would_close_a_gap_is_one_click_away(self) -> None:
        at = on_page("gaps")

        at.button(key="gaps_try").click().run()

        assert at.query_params["change"] == "add:岚州,白石:航天材料"
        assert "联系 航天材料（岚州、白石）" in shown(at)
        assert "▲ 1" in shown(at)

        at.button(key="scenario_undo:0").click().run()

        assert "change" not in at.query_params

    @pytest.mark.parametrize("kind", ["remove", "join", "leave", "without"])
    def test_each_kind_of_change_can_be_made(self, kind: str) -> None:
        at = on_page("gaps", beside="whatif")
        at.selectbox(key="scenario_kind").set_value(kind).run()

        at.button(key="scenario_apply").click().run()

        assert not at.exception
        assert at.query_params["change"].startswith(f"{kind}:")
        assert "无法推演" not in shown(at)

    def test_a_filter_without_items_does_not_say_that_all_is_well(self) -> None:
        at = on_page("gaps", grade="A")

        assert "没有条目不表示合作充分" in shown(at)


@pytest.mark.usefixtures("store")
class TestCentrality:
    def test_ranks_are_shown_with_ties_and_ranges(self) -> None:
        at = on_page("centrality", measure="degree", network="members")

        assert not at.exception
        said = shown(at)
        assert "<b>1–3</b>" in said
        assert "<b>4</b>" in said
        assert "少任一载体时的范围" in said
        assert "敏感性，不是置信区间" in said
        assert "不是实际存在的联系" in said

    def test_every_measure_can_be_linked_to(self) -> None:
        at = on_page("centrality", measure="constraint", network="members", node="City:岚州市", lang="en")

        assert at.selectbox(key="centrality_measure").value == "constraint"
        assert "10.1086/421787" in shown(at)
        assert "岚州、溪口共建岚溪联合实验室。" in shown(at).replace('<mark class="a">', "").replace(
            '<mark class="b">', ""
        ).replace("</mark>", "")

    def test_the_layout_is_read_in_both_languages_with_its_caveat(self) -> None:
        for language, word in (("zh", "未记载不等于不存在"), ("en", "what is not recorded may still exist")):
            at = on_page("centrality", view="layout", lang=language)

            assert not at.exception
            assert word in shown(at)

    def test_the_choice_of_scope_holds_on_both_pages(self) -> None:
        at = on_page("centrality", layer="planned")

        assert "没有联系可画" in shown(at)
        assert at.segmented_control(key="scope_layer").value == "planned"

    def test_a_date_leaves_out_later_documents(self) -> None:
        at = on_page("centrality", asof="2021-05")

        assert "1 份文件（截至 2021\\-05）" in shown(at) or "1 份文件（截至 2021-05）" in shown(at)


class TestScope:
    def test_without_a_region_of_three_members_it_says_what_to_load(self, store: MemoryStore) -> None:
        store.held = facts()

        for name in ("gaps", "centrality"):
            at = on_page(name)
            assert not at.exception
            assert "至少要有三个成员" in shown(at)

    def test_an_analysis_is_computed_once_for_all_sessions(
        self, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        on_page("gaps")
        monkeypatch.setattr("graph.analysis.gaps.link_gaps", lambda *_: pytest.fail("computed again"))

        assert not on_page("gaps").exception

    @pytest.mark.parametrize(
        ("page", "does"), [("gaps", "graph.analysis.gaps.link_gaps"), ("briefing", "views.briefing.preview")]
    )
    def test_a_page_that_was_made_ready_ahead_is_not_computed_again(
        self, store: MemoryStore, monkeypatch: pytest.MonkeyPatch, page: str, does: str
    ) -> None:
        def script(page: str) -> None:
            import threading

            from views.parts import ahead

            made = threading.Thread(target=ahead.visit, args=(page, "zh"))
            made.start()
            made.join()

        AppTest.from_function(script, args=(page,), default_timeout=SECONDS).run()
        monkeypatch.setattr(does, None)

        assert not on_page(page).exception

    def test_a_changed_store_is_analysed_again(self, store: MemoryStore) -> None:
        on_page("gaps")
        store.held.relations = [r for r in store.held.relations if r.target != "Industry:航天材料"]
        store.held.figures = store.held.figures[1:]
        source.changed()

        assert "未见岚州与白石在航天材料" not in shown(on_page("gaps"))


def test_a_workbook_holds_every_table_and_no_formula(store: MemoryStore) -> None:
    sheets = {"one": (["=A1", "b"], [["=1+1", 2]]), "two": (["c"], [["x"]])}

    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(sheets)))

    assert book.sheetnames == ["one", "two"]
    assert (book["one"]["A2"].value, book["one"]["A2"].data_type) == ("=1+1", "s")
    assert analysis.ALL > 1000
