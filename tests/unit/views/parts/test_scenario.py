from __future__ import annotations

from tests.unit.graph.analysis.plan_facts import plan
from views.parts import scenario

CHANGES = (("add", "沈阳,鞍山:航空"), ("without", "沈抚示范区"))


def test_changes_live_in_the_url() -> None:
    assert scenario.read(scenario.write(CHANGES)) == CHANGES


def test_what_is_no_change_is_left_out_and_there_is_a_limit() -> None:
    assert scenario.read(["drop:x", "add", "add:", "add:甲,乙"]) == (("add", "甲,乙"),)
    assert len(scenario.read(["add:甲,乙"] * 50)) == scenario.MOST


def test_a_change_is_said_in_words() -> None:
    projection = plan()
    vehicle = projection.chosen[0]

    assert scenario.said(projection, "add", "沈阳,鞍山:航空", "zh") == "新增：沈阳、鞍山（航空）"
    assert scenario.said(projection, "remove", vehicle.id, "en") == f"removed: {vehicle.name}"
    assert scenario.said(projection, "join", f"{vehicle.id}=鞍山", "zh") == f"鞍山加入{vehicle.name}"


def test_the_result_shows_what_changes_by_sign_and_counts_the_rest() -> None:
    rows = [
        {"metric": "hub_and_spoke", "before": 0.5, "after": 0.25, "difference": -0.25, "range_before": "0.2–0.8",
         "range_after": ""},
        {"metric": "strength 鞍山", "before": None, "after": 2.0, "difference": None, "range_before": "",
         "range_after": ""},
        {"metric": "vehicles", "before": 5, "after": 5, "difference": 0, "range_before": "", "range_after": ""},
    ]  # fmt: skip

    shown = scenario.result(rows, "zh")

    assert "▼ 0.25" in shown
    assert "鞍山的联系强度" in shown
    assert "另有 1 项指标不变" in shown
    assert "所有指标都不变" in scenario.result(rows[2:], "zh")
