from __future__ import annotations

from views.parts.rank_plot import RANKS, VALUES, chart

ROWS = [
    {"name": "甲", "rank": "1", "median_rank": 1.5, "rank_90": "1.0–3.0", "leave_one_out": "0.1–0.4", "degree": 0.3},
    {"name": "乙", "rank": "2–3", "median_rank": None, "rank_90": "", "leave_one_out": "", "degree": None},
]


def data(mode: str) -> tuple[list[dict], list[dict]]:
    spec = chart(ROWS, "degree", mode, "zh").to_dict()
    return tuple(spec["datasets"][layer["data"]["name"]] for layer in spec["layer"])


def test_a_shared_rank_stands_in_its_middle_and_an_interval_is_a_line() -> None:
    lines, points = data(RANKS)

    assert lines == [{"name": "甲", "low": 1.0, "high": 3.0}]
    assert [(p["name"], p["at"]) for p in points] == [("甲", 1.0), ("甲", 1.5), ("乙", 2.5)]


def test_a_missing_value_is_not_drawn() -> None:
    lines, points = data(VALUES)

    assert lines == [{"name": "甲", "low": 0.1, "high": 0.4}]
    assert [(p["name"], p["at"]) for p in points] == [("甲", 0.3)]
