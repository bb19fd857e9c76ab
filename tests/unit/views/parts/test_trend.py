from __future__ import annotations

from graph.facts import Entity, Facts, Figure
from tests.unit.views.invented import PLAN, REPORT, stated
from views.parts import trend
from views.parts.snapshot import build


def _figures() -> list[Figure]:
    one, two = stated(PLAN, 1, "甲市企业4200家"), stated(REPORT, 2, "甲市企业4207家")
    return [
        Figure("City:甲", "企业数", 4200, "家", (one,), year=2022),
        Figure("City:甲", "企业数", 4207, "家", (two,), year=2022),
        Figure("City:乙", "企业数", 153, "家", (one,), year=2022),
    ]


def test_values_that_conflict_have_a_bar_and_a_mark_each() -> None:
    snapshot = build(Facts([Entity("City:甲", "City", "甲"), Entity("City:乙", "City", "乙")], [], _figures()))

    rows = trend.table(snapshot, _figures(), "en").to_dict("records")

    assert [row["label"] for row in rows] == ["4,200 家 (2022) ⚠", "4,207 家 (2022) ⚠", "153 家 (2022)"]
    assert rows[0]["slot"] != rows[1]["slot"]
    assert rows[0]["slot"] == rows[2]["slot"]


def test_bars_are_not_stacked() -> None:
    snapshot = build(Facts([Entity("City:甲", "City", "甲"), Entity("City:乙", "City", "乙")], [], _figures()))

    drawn = trend.bars(trend.table(snapshot, _figures(), "en"), "en").to_dict()

    encoding = drawn["layer"][0]["encoding"]
    assert encoding["x"]["stack"] is None
    assert encoding["yOffset"]["field"] == "slot"
