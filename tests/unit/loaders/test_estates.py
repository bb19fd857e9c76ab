"""Zones that their form alone names, and the parents of service branches."""

from __future__ import annotations

import pytest

from loaders.founders import service_parent
from loaders.mention import Mention
from tests.unit.loaders.reading import names_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("支持建设中原科技城洛阳分园。", "中原科技城洛阳分园"),
        ("自创区洛阳片区新增企业2家。", "自创区洛阳片区"),
        ("三大园区中，晋江分园以存储器为主，南安分园聚焦化合物半导体。", "南安分园"),
        ("国务院同意在太原市建设国家资源型经济转型创新示范区。", "国家资源型经济转型创新示范区"),
        ("以光谷科创大走廊黄石功能区为突破口。", "光谷科创大走廊黄石功能区"),
        ("江苏自贸区南通联动创新区挂牌。", "江苏自贸区南通联动创新区"),
        ("“南繁硅谷”建成生物育种创新平台。", "南繁硅谷"),
        ("张江细胞谷坐落于浦东新区。", "张江细胞谷"),
        ("建成国家火炬唐山机器人特色产业基地。", "国家火炬唐山机器人特色产业基地"),
    ],
)
def test_zones_are_named_by_their_form(text: str, name: str) -> None:
    assert ("Zone", name) in names_in(text)


@pytest.mark.parametrize("text", ["高新区核心片区发展软件。", "同意建设国家自主创新示范区。", "各分园聚焦主导产业。"])
def test_common_words_before_a_part_name_none(text: str) -> None:
    assert not any(label == "Zone" for label, _ in names_in(text))


def test_a_side_of_a_city_and_a_firm_are_no_region() -> None:
    assert not any(label == "Region" for label, _ in names_in("园区地处柳州市东北部，举办中国—东盟论坛。"))
    assert ("Region", "东北地区") in names_in("推动东北全面振兴。")


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("山西科技大市场太原分市场", "山西科技大市场"),
        ("上海技术交易所西南中心", "上海技术交易所"),
        ("太原科技大市场", None),
    ],
)
def test_a_branch_of_a_service_body_tells_its_parent(name: str, parent: str | None) -> None:
    found = service_parent(Mention(0, len(name), "ServiceAgency", name, name, "ending", 0.9))
    assert (found.name if found else None) == parent
