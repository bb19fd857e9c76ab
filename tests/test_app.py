"""The app end to end without a browser, on the invented region in memory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from graph.facts import Facts, write_facts
from ontology.errors import StoreError
from tests.unit.views.invented import HOSTILE, MemoryStore, crowded, facts
from views.parts import source

APP = str(Path(__file__).resolve().parents[1] / "app.py")
SECONDS = 60


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    """A store with the invented region, opened in place of the one that the environment names."""
    held = MemoryStore(facts())
    monkeypatch.setenv("POLECORE_STORE", "embedded:invented")
    monkeypatch.setattr(source, "open_store", lambda uri, **_: held)
    st.cache_resource.clear()
    st.cache_data.clear()
    return held


def app(**parameters: Any) -> AppTest:
    at = AppTest.from_file(APP, default_timeout=SECONDS)
    for name, value in parameters.items():
        at.query_params[name] = value
    return at.run()


def on_page(name: str, **parameters: Any) -> AppTest:
    def script(name: str) -> None:
        import importlib

        from views.parts import frame

        frame.guarded(importlib.import_module(f"views.{name}").page)()

    at = AppTest.from_function(script, args=(name,), default_timeout=SECONDS)
    for key, value in parameters.items():
        at.query_params[key] = value
    return at.run()


def shown(at: AppTest) -> str:
    parts = [element.proto.body for element in at.get("html")]
    for kind in ("markdown", "caption", "title", "subheader", "info", "warning", "error", "success"):
        parts.extend(str(element.value) for element in at.get(kind))
    return "\n".join(parts)


def drawn(at: AppTest) -> dict[str, Any]:
    picture: dict[str, Any] = at.session_state["explore_picture"][2]
    return picture


def type_into_box(at: AppTest, typed: str) -> None:
    # AppTest knows only the options that were offered; a browser sends any text that is typed
    box = at.selectbox(key="explore_box")
    box.options.append(typed)
    box.set_value(typed).run()


@pytest.mark.usefixtures("store")
class TestExplore:
    def test_without_an_entity_it_offers_where_to_start(self) -> None:
        at = app()

        assert not at.exception
        assert "start:City:岚州市" in [button.key for button in at.button]

    def test_a_link_shows_its_entity_steps_and_filters(self) -> None:
        at = app(entity="City:岚州市", hops="2", **{"class": ["Zone", "Lab"]})

        assert not at.exception
        assert {node["id"].partition(":")[0] for node in drawn(at)["nodes"]} == {"City", "Zone", "Lab"}
        assert at.query_params["hops"] == "2"
        assert at.query_params["class"] == ["Zone", "Lab"]
        assert "岚州高新区" in shown(at)

    def test_the_panel_quotes_with_the_ends_marked_and_the_place(self) -> None:
        at = app(entity="Zone:溪口经开区")

        assert '<mark class="a">溪口经开区</mark>设在<mark class="b">溪口市</mark>。' in shown(at)
        assert "第 6 段" in shown(at)

    def test_a_tie_can_be_linked_to(self) -> None:
        at = app(entity="City:岚州市", select="tie:Zone:岚州高新区|LOCATED_IN|City:岚州市")

        assert "— 位于 →" in shown(at)
        assert "&lt;b&gt;面积&lt;/b&gt;" in shown(at)

    @pytest.mark.parametrize(("typed", "entity"), [("lcdx", "University:岚川大学"), ("岚重", "Company:岚州重工集团")])
    def test_what_is_typed_finds_by_initials_and_alias(self, typed: str, entity: str) -> None:
        at = app()

        type_into_box(at, typed)

        assert at.query_params["entity"] == entity

    def test_several_hits_are_offered_and_one_leads_there(self) -> None:
        at = app()
        type_into_box(at, "园区")
        assert {b.key for b in at.button if b.key and b.key.startswith("hit:")} == {
            "hit:Zone:岚州高新区", "hit:Zone:溪口经开区",
        }  # fmt: skip

        at.button(key="hit:Zone:溪口经开区").click().run()

        assert at.query_params["entity"] == "Zone:溪口经开区"
        assert "hit:Zone:溪口经开区" not in {b.key for b in at.button}

    def test_no_hit_is_said_in_words(self) -> None:
        at = app()

        type_into_box(at, "[无](http://x)")

        assert "没有与「\\[无\\]" in shown(at)

    def test_an_entity_that_is_not_there_is_said_in_words(self) -> None:
        at = app(entity="City:<b>无</b>")

        assert "不在此图谱中" in shown(at)
        assert not at.exception

    def test_steps_and_filters_go_into_the_url(self) -> None:
        at = app(entity="City:岚州市")

        at.multiselect(key="explore_control_ties").set_value(["PART_OF"]).run()
        at.slider(key="explore_control_confidence").set_value(0.5).run()

        assert at.query_params["tie"] == "PART_OF"
        assert at.query_params["confidence"] == "0.5"
        assert {edge["label"] for edge in drawn(at)["edges"]} == {"属于"}
        assert "隐去了" in shown(at)

        at.button(key="explore_clear").click().run()

        assert "tie" not in at.query_params

    def test_the_language_is_of_the_url_and_can_be_changed(self) -> None:
        at = app(entity="City:岚州市", lang="en")
        assert "is home to" in shown(at)

        at.segmented_control(key="language_switch").set_value("zh").run()

        assert "拥有" in shown(at)
        assert at.query_params["lang"] == "zh"

    def test_a_hostile_name_is_nowhere_live(self) -> None:
        at = app(entity=f"Company:{HOSTILE}")

        assert not at.exception
        assert "<img" not in shown(at)
        assert "&lt;img src=x onerror=" in shown(at)


@pytest.mark.usefixtures("store")
class TestOverview:
    def test_counts_members_and_figures_of_a_region(self) -> None:
        at = on_page("overview", region="Region:岚东都市圈")

        assert not at.exception
        assert [metric.value for metric in at.metric] == ["17", "17", "1", "6", "2"]
        assert "<b>3.8%</b>" in shown(at)
        assert "白石市" in shown(at)

    def test_silence_of_the_documents_is_worded_as_such(self) -> None:
        at = on_page("overview")

        at.selectbox(key="overview_region").set_value("Region:岚川省").run()

        assert at.query_params["region"] == "Region:岚川省"
        assert "不能据此断定其不存在" in shown(at)
        assert "文件中没有具名提及以下类别" in shown(at)

    def test_a_region_without_members_is_not_said_to_have_none(self, store: MemoryStore) -> None:
        store.held.relations = [r for r in store.held.relations if r.type != "PART_OF"]

        at = on_page("overview")

        assert "只说明文件未提及，不表示它没有所属城市" in shown(at)


@pytest.mark.usefixtures("store")
class TestCompare:
    def test_it_begins_with_the_cities_of_the_most_ties(self) -> None:
        at = on_page("compare")

        assert not at.exception
        assert at.multiselect(key="compare_chosen").value == ["City:岚州市", "City:溪口市", "City:白石市"]

    def test_what_each_has_with_the_way_and_links_to_the_evidence(self) -> None:
        at = on_page("compare", **{"with": ["City:岚州市", "City:溪口市"]})

        assert "岚州重工集团" in shown(at)
        assert "经 岚州高新区" in shown(at)
        assert "<b>3.8%</b>" in shown(at)
        assert "select=tie%3ACity%3A%E5%B2%9A%E5%B7%9E%E5%B8%82%7CCOLLABORATES_WITH" in shown(at)
        assert "岚东都市圈" in shown(at)
        assert "<img" not in shown(at)
        assert "不是实力排名" in shown(at)

    def test_what_is_folded_is_sent_when_it_is_asked_for(self, store: MemoryStore) -> None:
        store.held = crowded(0)
        cities = ["City:岚州市", "City:溪口市"]

        short, whole = on_page("compare", **{"with": cities}), on_page("compare", **{"with": cities, "all": ["Zone"]})

        assert "all=Zone&amp;turn=Zone" in shown(short)
        assert "岚州第9园区" not in shown(short)
        assert "岚州第9园区" in shown(whole)
        assert "只列前" in shown(whole)
        assert whole.query_params["all"] == "Zone"

    def test_one_alone_cannot_be_compared(self) -> None:
        at = on_page("compare", **{"with": ["City:岚州市"]})

        assert "至少选择两个" in shown(at)

    def test_a_choice_goes_into_the_url(self) -> None:
        at = on_page("compare")

        at.multiselect(key="compare_chosen").set_value(["Zone:岚州高新区", "Zone:溪口经开区"]).run()

        assert at.query_params["with"] == ["Zone:岚州高新区", "Zone:溪口经开区"]
        assert "文件没有提及它们共同的伙伴" in shown(at)

    def test_an_indicator_of_one_year_each_is_drawn_as_bars(self) -> None:
        at = on_page("compare", **{"with": ["City:溪口市", "City:白石市"]})

        assert not at.exception
        assert json.loads(at.get("vega_lite_chart")[0].proto.spec)["layer"][0]["mark"]["type"] == "bar"

    def test_a_graph_without_places_says_so(self, store: MemoryStore) -> None:
        store.held = Facts([e for e in store.held.entities if e.label == "Company"])

        assert "没有可比较的地方" in shown(on_page("compare"))


@pytest.mark.usefixtures("store")
class TestAddress:
    def test_events_that_carry_a_url_of_before_do_not_take_back_what_was_done(self) -> None:
        at = app(entity="City:岚州市")
        stale = dict(at.query_params)
        at.segmented_control(key="explore_control_hops").set_value(2).run()

        at.query_params = stale
        at.selectbox(key="explore_control_cap").set_value(60).run()

        assert at.query_params["hops"] == "2"
        assert at.query_params["cap"] == "60"

    def test_a_url_that_was_changed_without_an_event_counts(self) -> None:
        at = app(entity="City:岚州市")

        at.query_params["entity"] = "City:溪口市"
        at.run()

        assert at.session_state["explore_state"].entity == "City:溪口市"


@pytest.mark.usefixtures("store")
class TestFigures:
    def test_values_targets_and_conflicts(self) -> None:
        at = on_page("figures", indicator="研发投入强度")

        assert not at.exception
        values, targets = (element.value for element in at.dataframe)
        assert list(values["数值"]) == ["3.1%", "3.4%", "3.8%", "≥ 4%", "2.2%"]
        assert list(values["冲突"]) == ["⚠", "⚠", "", "", ""]
        assert list(targets.iloc[0]) == ["岚州市", "研发投入强度", "≥ 4% (2025)", "3.8% (2025)", "95%", "未达到"]
        assert shown(at).count('class="side"') == 2

    def test_one_entity(self) -> None:
        at = on_page("figures", of="City:溪口市")

        assert list(at.dataframe[0].value["实体"]) == ["溪口市"]
        assert "没有发现相互冲突" in shown(at)

    def test_a_year_shows_what_was_planned_for_it_beside_what_is_reached(self) -> None:
        at = on_page("figures", year="2025")

        assert not at.exception
        assert at.selectbox(key="figures_indicator").value == ""
        assert {str(year) for year in at.dataframe[0].value["年份"]} == {"2025"}
        assert "(2025)" in at.dataframe[1].value["目标"].iloc[0]
        assert "可把其中一项改为" in shown(on_page("figures", year="2025", indicator="研发投入强度", of="City:溪口市"))

    def test_it_begins_with_the_indicator_of_the_most_figures(self) -> None:
        assert on_page("figures").selectbox(key="figures_indicator").value == "研发投入强度"

    def test_a_graph_without_figures_says_so(self, store: MemoryStore) -> None:
        store.held.figures = []

        assert "没有识别出任何指标数值" in shown(on_page("figures"))


class TestCypher:
    def test_a_question_is_asked_with_its_parameters_and_limits(self, store: MemoryStore) -> None:
        at = on_page("cypher", query="zones_of_city")
        at.button[0].click().run()

        cypher, parameters, limit, seconds = store.asked[-1]
        assert "MATCH" in cypher
        assert set(parameters)
        assert limit == 1000
        assert seconds == 20

    def test_what_writes_is_refused_in_a_sentence(self, store: MemoryStore) -> None:
        at = on_page("cypher")
        at.text_area(key="cypher_text").set_value("CREATE (n) RETURN n")
        at.button[-1].click().run()

        assert "查询未能执行" in shown(at)
        assert not at.exception

    def test_the_editor_shows_rows_and_says_when_they_were_cut(self, store: MemoryStore) -> None:
        at = on_page("cypher")
        store.held.entities *= 80
        at.button[-1].click().run()

        assert len(at.dataframe[0].value) == 1000
        assert "只显示前 1,000 行" in shown(at)


class TestSource:
    def test_a_locked_store_is_one_sentence(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def locked(uri: str, *, share: bool = False) -> MemoryStore:
            raise StoreError(f"{uri}: process 7 has the store open; close it")

        monkeypatch.setattr(source, "open_store", locked)
        monkeypatch.setenv("POLECORE_STORE", "embedded:locked")
        st.cache_resource.clear()
        st.cache_data.clear()

        at = app()

        assert "进程 7 正在使用此图谱库" in at.error[0].value
        assert not at.exception

    def test_an_empty_store_takes_the_bundled_facts_and_says_so(
        self, monkeypatch: pytest.MonkeyPatch, store: MemoryStore, tmp_path: Path
    ) -> None:
        store.held = Facts()
        write_facts(facts(), tmp_path)
        monkeypatch.setattr(source, "BUNDLED", tmp_path)

        at = app()

        assert "装入随附的事实" in shown(at)
        assert store.held == facts()

    def test_an_empty_store_without_bundled_facts_says_what_to_do(
        self, monkeypatch: pytest.MonkeyPatch, store: MemoryStore, tmp_path: Path
    ) -> None:
        store.held = Facts()
        monkeypatch.setattr(source, "BUNDLED", tmp_path)

        at = app()

        assert "polecore load PATH" in at.error[0].value
        assert store.closed

    def test_an_empty_server_is_not_written_to(self, monkeypatch: pytest.MonkeyPatch, store: MemoryStore) -> None:
        store.held = Facts()
        monkeypatch.setenv("POLECORE_STORE", "neo4j://user:secret@host")

        at = app()

        assert store.held == Facts()
        assert "polecore load" in shown(at)
        assert "secret" not in shown(at)

    def test_a_changed_store_is_read_again(self, store: MemoryStore) -> None:
        assert "17 个实体" in shown(app())
        store.held.entities.pop()
        source.changed()

        assert "16 个实体" in shown(app())
