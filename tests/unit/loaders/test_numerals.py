from __future__ import annotations

import pytest

from loaders.numerals import counts, value_of
from loaders.quantities import quantities_of


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("三", 3), ("十二", 12), ("三十", 30), ("一百二十", 120), ("两千零五", 2005), ("一万三千", 13000), ("三四", 0)],
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
        ("拥有技术人员近两万四千人，", 24000, "人", None),
        ("道路成网，六条主干道建成通车。", 6, "条", None),
        ("去年，一百多项成果实现转化。", 100, "项", "min"),
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
        "服务企业数十家。",
        "此后，两家企业实现合作。",
    ],
)
def test_other_numerals_count_nothing(text: str) -> None:
    assert list(counts(text)) == []
