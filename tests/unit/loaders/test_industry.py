from __future__ import annotations

import pytest

from loaders.industry import meant
from tests.unit.loaders.reading import facts_of, mentions_in, named


def industries(text: str, heading: bool = False) -> set[str]:
    return {m.name for m in meant(text, mentions_in(text), heading) if m.label == "Industry"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("绵阳重点发展生物医药产业。", {"生物医药"}),
        ("绵阳以生物医药为主导。", {"生物医药"}),
        ("绵阳聚焦生物医药。", {"生物医药"}),
        ("在生物医药、智能制造领域取得突破。", {"生物医药", "智能制造"}),
    ],
)
def test_words_meant_as_industries_stay(text: str, expected: set[str]) -> None:
    assert industries(text) == expected


@pytest.mark.parametrize(
    "text", ["绵阳研制生物医药设备。", "绵阳聚焦生物医药技术。", "在生物医药等行业的信息化应用中推广。"]
)
def test_parts_of_products_and_technologies_go(text: str) -> None:
    assert industries(text) == set()


def test_heading_names_its_industry() -> None:
    assert industries("壮大生物医药", heading=True) == {"生物医药"}
    assert industries("绵阳生物医药展厅", heading=False) == set()


def test_other_mentions_pass_untouched() -> None:
    text = "绵阳高新区研制生物医药设备。"
    before = [m for m in mentions_in(text) if m.label != "Industry"]

    assert [m for m in meant(text, mentions_in(text), False) if m.label != "Industry"] == before


def test_industry_in_the_name_of_its_alliance_stays() -> None:
    assert "生物医药" in industries("绵阳生物医药产业技术创新联盟成立。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("促进电子商务、互联网金融健康发展。", {"电子商务", "互联网金融"}),
        ("全省装备制造产值达到100亿元。", {"装备制造"}),
        ("低成本环氧丙烷产业化取得进展。", set()),
        ("绵阳生物医药产业集群入选国家先进制造业集群。", {"生物医药"}),
        ("研发石墨烯、生物医药、集成电路、人工智能、机器人等新产品。", set()),
    ],
)
def test_what_grows_or_is_measured_is_an_industry_and_products_are_none(text: str, expected: set[str]) -> None:
    assert industries(text) == expected


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("加快发展智能电网装备产业。", "智能电网装备"),
        ("湖州市是全国重要的新能源汽车生产基地。", "新能源汽车"),
        ("支持芜湖市壮大轨道交通配套产业。", "轨道交通配套"),
        ("园区有丽江集团等知名电子信息企业。", ""),
        ("甲园拥有华为、中兴等知名电子信息企业。", "电子信息"),
    ],
)
def test_a_field_reaches_to_its_head_noun(text: str, field: str) -> None:
    fields = {name for label, name in named(facts_of(text)) if label == "Industry"}
    assert fields == ({field} if field else set())


def test_fields_that_are_chosen_for_a_cluster_or_that_a_place_is_the_base_of() -> None:
    def focus(text: str) -> set[tuple[str, str]]:
        return {(t.source[1], t.target[1]) for t in facts_of(text).ties if t.type == "FOCUSES_ON"}

    text = "芜湖高新区集成电路、生物医药入选国家战略性新兴产业集群。"
    assert focus(text) == {("芜湖高新区", "集成电路"), ("芜湖高新区", "生物医药")}
    assert focus("芜湖高新区是安徽省政府与芜湖市共建的国家级智能语音产业基地。") == {("芜湖高新区", "智能语音")}
    assert focus("支持鸠江区、芜湖高新区发展绿色化工。") == {("芜湖高新区", "化工")}
    assert focus("芜湖高新区集成电路企业入选省级名单。") == set()
