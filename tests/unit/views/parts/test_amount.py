from __future__ import annotations

import pytest

from graph.facts import Figure
from views.parts.amount import amount, number, of_year


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        ({"value": 4, "unit": "%", "bound": "min"}, "≥ 4%", "≥ 4%"),
        ({"value": 12000, "unit": "家"}, "12,000家", "12,000 家"),
        ({"value": 3.25, "max": 4, "unit": "亿元"}, "3.25–4亿元", "3.25–4 亿元"),
        ({"value": 10, "unit": "", "bound": "max"}, "≤ 10", "≤ 10"),
    ],
)
def test_amount(given: dict[str, object], zh: str, en: str) -> None:
    figure = Figure("City:甲", "x", evidence=(), **given)  # type: ignore[arg-type]

    assert amount(figure, "zh") == zh
    assert amount(figure, "en") == en


def test_number_and_year() -> None:
    assert number(0.5) == "0.5"
    assert of_year(None, "zh") == ""
    assert of_year(2025, "zh") == "2025年"
