from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of

SECTORS = ("第一产业", "第二产业", "第三产业")


@pytest.mark.parametrize(
    "text",
    [
        "2023年长沙市三次产业结构为3.1：38.7：58.2。",
        "2023年长沙市三次产业比例由3.4:39.0:57.6调整为3.1:38.7:58.2。",
        "2023年长沙市第一、二、三产业增加值占比分别为3.1%、38.7%和58.2%。",
    ],
)
def test_the_three_sectors_have_their_shares(text: str) -> None:
    found = [(m.figure.indicator[:4], m.figure.value, m.figure.unit) for m in facts_of(text).figures]
    assert sorted(found) == sorted((s, v, "%") for s, v in zip(SECTORS, (3.1, 38.7, 58.2), strict=True))


def test_other_numbers_between_colons_are_no_shares() -> None:
    assert not facts_of("长沙市产业项目比为3:4:5。会议于14:30:00开始，长沙市参加。").figures


def test_small_rates_and_round_hundreds_are_figures() -> None:
    found = {(m.figure.value, m.figure.unit) for m in facts_of("长沙市出生率为5.1‰，吸引近两百名客商参加。").figures}
    assert found == {(5.1, "‰"), (200, "名")}
