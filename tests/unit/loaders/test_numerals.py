from __future__ import annotations

import pytest

from loaders.numerals import counts, value_of
from loaders.quantities import quantities_of


@pytest.mark.parametrize(
    ("numeral", "value"), [("三", 3), ("十二", 12), ("三十", 30), ("一百二十", 120), ("两千零五", 2005), ("三四", 0)]
)
def test_a_numeral_is_read(numeral: str, value: int) -> None:
    assert value_of(numeral) == value


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("力争培育上市企业三家。", 3, "家", None),
        ("已攻克技术难题十余项，", 10, "项", "min"),
        ("拥有专利一百二十件，", 120, "件", None),
        ("新增两家国家级孵化器。", 2, "家", None),
    ],
)
def test_a_count_is_a_quantity(text: str, value: float, unit: str, bound: str | None) -> None:
    assert [(q.value, q.unit, q.bound) for q in quantities_of(text)] == [(value, unit, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "甲、乙、丙三家企业入选。",
        "这是其中一项。",
        "位列第三位，",
        "分三个阶段推进。",
        "一个月内完成。",
        "共三个区块。",
    ],
)
def test_other_numerals_count_nothing(text: str) -> None:
    assert list(counts(text)) == []
