from __future__ import annotations

import json

import pytest

from graph.analysis import large, reports
from graph.analysis.answer import Answer, span
from graph.analysis.polecore import layout as measure
from graph.analysis.reading import kind_of, read
from graph.analysis.targets import indicator_key, progress
from graph.facts import Figure
from graph.presentation import Format
from graph.projection.build import project
from ontology.errors import QueryError
from tests.unit.graph.analysis.known_networks import FIX, POLE, weighted
from tests.unit.graph.analysis.plan_facts import IDS, LAYOUT, PLAN, REGION, evidence, plan, plan_facts


def test_layout_carries_value_null_range_and_evidence() -> None:
    answer = reports.layout(plan())
    metrics = {row["metric"]: row for row in answer.tables["metrics"].dicts()}

    share, lead = metrics["pole_tie_share"], metrics["hub_and_spoke"]
    assert (share["value"], share["exact"], share["leave_one_out"]) == (0.5714, "4/7", "0.5–0.8")
    assert "gravity by 高新技术企业: 0.8749 (β=½: 0.6088)" in share["null"]
    assert "= 0.0469 (3/64)" in lead["null"]
    assert f"{PLAN}#100-140" in share["evidence"]
    assert answer.projection["pole"] == IDS["沈阳"]
    remarks = {row["point"]: row["remark"] for row in answer.tables["points"].dicts()}
    assert [p for p, remark in remarks.items() if remark] == ["沈抚示范区"]
    assert answer.tables["core"].dicts()[0]["best_core"] == "沈阳"


def test_layout_is_read_in_two_languages_with_a_caveat() -> None:
    reading = reports.layout(plan()).reading

    assert reading["zh"].startswith("极核引领、多点支撑")
    assert "未记载不等于不存在" in reading["caveat_zh"]
    assert "may still exist" in reading["caveat_en"]


def test_kinds_of_layout() -> None:
    star = {f"v{m}": frozenset({POLE, m}) for m in ("鞍山", "抚顺", "本溪", "阜新", "辽阳", "铁岭", "沈抚")}
    ring = {"a": frozenset({"鞍山", "抚顺", "本溪", "阜新", "辽阳", "铁岭", "沈抚"}), "b": frozenset({"鞍山", "抚顺"}),
            "c": frozenset({"沈抚", "铁岭"})}  # fmt: skip

    assert kind_of(measure(weighted(FIX), POLE), 7) == "pole-core"
    assert kind_of(measure(weighted(star), POLE), 7) == "dependent"
    assert kind_of(measure(weighted(ring), POLE), 7) == "no pole"
    assert kind_of(measure(weighted({}), POLE), 7) == "loose"
    found = measure(weighted(FIX), POLE)
    lead = found.hub_and_spoke
    assert lead is not None
    assert "结论就会改变" in read(found, 7, vehicles=5, families=1, lead=(-lead, lead)).caveat_zh


@pytest.mark.parametrize("network", reports.NETWORKS)
def test_centrality_ranks_with_interval_and_shared_places(network: str) -> None:
    answer = reports.centrality(plan(), measure="strength", network=network)
    rows = answer.tables["centrality"].dicts()

    assert (rows[0]["rank"], rows[0]["name"], rows[0]["strength"]) == ("1", "沈阳市", 4)
    assert [row["rank"] for row in rows if row["strength"] == 2] == ["3–4", "3–4"]
    assert rows[0]["leave_one_out"] == "3.0–4.0"
    assert rows[0]["evidence"]


def test_unknown_measure_and_network_are_refused() -> None:
    with pytest.raises(QueryError, match="measure fame"):
        reports.centrality(plan(), measure="fame")
    with pytest.raises(QueryError, match="network web"):
        reports.centrality(plan(), network="web")


def test_large_networks_say_what_was_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "RESAMPLED_NODES", 3)
    monkeypatch.setattr(large, "EXACT_NODES", 3)
    monkeypatch.setattr(large, "EXACT_WORK", 0)

    answer = reports.centrality(plan())

    assert any("not drawn again" in note for note in answer.notes)
    assert answer.tables["centrality"].dicts()[0]["name"] == "沈阳市"


def test_answers_are_written_three_ways() -> None:
    answer = reports.layout(plan())

    assert "[metrics]" in answer.write(Format.TABLE)
    assert "evidence" not in answer.write(Format.TABLE, "metrics").splitlines()[3]
    assert answer.write(Format.CSV).startswith("metric,value,exact")
    assert json.loads(answer.write(Format.JSON, "core"))["tables"].keys() == {"core"}
    with pytest.raises(QueryError, match="no such table"):
        answer.write(Format.CSV, "nothing")
    assert isinstance(answer, Answer)
    assert span(None, None) == ""


def test_same_measures_over_time() -> None:
    facts = plan_facts()

    rows = reports.over_time(lambda date: project(facts, [LAYOUT], as_of=date), ["2023-11"]).dicts()

    assert [(r["as_of"], r["vehicles"], r["pole_tie_share"]) for r in rows] == [("2023-11", 5, 0.5714)]


def test_targets_stand_beside_what_is_reached() -> None:
    target = Figure(REGION, "高新技术企业数", 9000, "家", (evidence(1),), year=2027, kind="target", bound="min")
    reached = Figure(REGION, "高新技术企业", 5807, "家", (evidence(2),), year=2022)
    old = Figure(REGION, "高新技术企业", 5000, "家", (evidence(3),), year=2021)

    (found,) = [p for p in progress(plan_facts([target, reached, old])) if p.entity == REGION]

    assert (found.value, found.target, found.value_year, found.target_year) == (5807, 9000, 2022, 2027)
    assert found.share == pytest.approx(5807 / 9000)
    assert found.yearly == pytest.approx((9000 / 5807) ** 0.2 - 1)
    assert indicator_key("专利数量") == "专利"
