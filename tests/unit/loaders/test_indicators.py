"""Indicators are short noun phrases."""

from __future__ import annotations

import pytest

from loaders.derived import Named
from loaders.indicators import indicator_of, places_of
from loaders.phrases import named_count
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
        ("入库税收5亿元，完成全年目标的60%。", ["入库税收", "入库税收完成全年目标比例"]),
        ("瞪羚企业80家，比去年同期增加10家。", ["瞪羚企业数", "瞪羚企业比去年同期增加数"]),
        ("茶园12公顷，比上年同期增长3%。", ["茶园面积", "茶园面积比上年同期增长"]),
        ("出口额8亿元，增速居全省第2位；全州瞪羚企业3家。", ["出口额", "出口额增速全省排名", "瞪羚企业数"]),
        ("瞪羚企业122家，超全省四分之一。", ["瞪羚企业数", "瞪羚企业占全省比重"]),
        ("产值30亿元，增加值12亿元，增加值率40%。", ["产值", "增加值", "增加值率"]),
        ("某网（记者某某）光伏装机90万千瓦。", ["光伏装机"]),
        ("产值分别占全省的10%和全市的28%。", ["产值分别占全省比重", "产值分别占全市比重"]),
        ("增加值5亿元，比全省平均增速高2个百分点，占比重6%。", ["增加值", "增加值比全省平均增速高", "增加值占比重"]),
        ("出口额9亿元，全区能耗累计下降3%。", ["出口额", "能耗累计下降"]),
        ("孵化器90家（其中国家级8家，省级20家）。", ["孵化器数", "孵化器数（国家级）", "孵化器数（省级）"]),
        ("牵头孵化器重组26家、新建9家，共35家。", ["牵头孵化器重组数", "牵头孵化器重组新建数", "牵头孵化器重组数"]),
        ("达产后年产20万吨铝材。", ["铝材年产量"]),
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


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("国家级、省级孵化器分别达4个、9个。", ["国家级孵化器数", "省级孵化器数"]),
        ("增速分别高于全国、全省2.9、4.7个百分点。", ["增速高于全国", "增速高于全省"]),
        ("甲、乙分别达4个、9个，丙额和丁额分别为2亿元和3亿元。", ["甲数", "乙数", "丙额", "丁额"]),
        ("增速分别达到15%和14%。", []),
        ("瞪羚企业、雏鹰企业达到了48家、92家。", ["瞪羚企业数", "雏鹰企业数"]),
        ("瞪羚企业和雏鹰企业达到48家，新增6家。", []),
    ],
)
def test_what_follows_respectively_is_told_one_by_one(text: str, indicators: list[str]) -> None:
    assert list(shared_indicators(text, quantities_of(text)).values()) == indicators


def test_divisions_of_one_character_are_counted() -> None:
    assert _names("绵阳新区辖3个县（市、区）、37个乡镇，覆盖5个区。", "绵阳新区") == ["县市区数", "乡镇数", "区数"]
