"""Indicators are short noun phrases."""

from __future__ import annotations

import pytest

from loaders.indicators import Named, indicator_of, named_count, places_of
from loaders.quantities import quantities_of
from loaders.respective import shared_indicators


def _names(text: str, *subject: str) -> list[str]:
    named = Named()
    places = places_of(text, quantities_of(text))
    return [indicator_of(p, subject, named, text.count("；", 0, p.quantity.start)) for p in places]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("甲市瞪羚企业达到30家。", ["瞪羚企业数"]),
        ("建成5个中试基地和2个检测平台。", ["中试基地数", "检测平台数"]),
        ("重点实验室8个、中试基地3个。", ["重点实验室数", "中试基地数"]),
        ("到2025年，力争进出口总额突破90亿元。", ["进出口总额"]),
        ("园区收入达12亿元，同比增长7%。", ["园区收入", "园区收入同比增长"]),
        ("瞪羚企业达40家，其中上市企业5家。", ["瞪羚企业数", "上市企业数"]),
        ("瞪羚企业达40家，新增6家。", ["瞪羚企业数", "瞪羚企业新增数"]),
        ("引进海外团队11个。", ["引进海外团队数"]),
        ("位居全省园区排名第4名。", ["全省园区排名"]),
        ("产值跨越50亿元台阶，达到53亿元。", ["产值", "产值"]),
        ("首批会员包括甲公司、乙公司等30家。", ["首批会员数"]),
        ("集聚甲公司、乙公司等瞪羚企业30家。", ["瞪羚企业数"]),
        ("大道周边已集聚瞪羚企业30家。", ["瞪羚企业数"]),
        ("（甲公司运营）在孵企业30家。", ["在孵企业数"]),
        ("二、出口额达到9亿元。", ["出口额"]),
        ("全区常住人口9万人。", ["常住人口数"]),
    ],
)
def test_indicators(text: str, indicators: list[str]) -> None:
    assert _names(text, "甲市") == indicators


def test_values_given_respectively() -> None:
    text = "专利申请量和商标注册量分别达到70件和20件。"
    assert list(shared_indicators(text, quantities_of(text)).values()) == ["专利申请量", "商标注册量"]


def test_only_counts_are_called_numbers() -> None:
    assert named_count("瞪羚企业", "家") == "瞪羚企业数"
    assert named_count("税收", "亿元") == "税收"
    assert named_count("发明专利授权量", "件") == "发明专利授权量"
