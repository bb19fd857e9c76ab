"""Places written together or listed behind their whole."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of, names_in


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("包括宜昌市的枝江市、当阳市和远安县，荆州市的松滋市。", {"枝江市", "当阳市", "远安县", "松滋市"}),
        ("范围包括南京市（浦口区、江宁区和六合区）。", {"浦口区", "江宁区", "六合区"}),
        ("向保定易县、涿州转移。", {"易县", "涿州市"}),
        ("广州市、天河区分别安排资金。", set()),
    ],
)
def test_parts_behind_their_city(text: str, parts: set[str]) -> None:
    assert {t.source[1] for t in facts_of(text).ties if t.type == "PART_OF"} == parts


def test_metropolitan_areas_that_are_called_great() -> None:
    found = names_in("加快构建大南昌都市圈发展格局，做大西安都市圈。")
    assert {("Region", "大南昌都市圈"), ("Region", "西安都市圈")} <= set(found)
    assert ("City", "昌都市") not in found


def test_the_cities_in_a_joint_zone_are_no_area_of_their_own() -> None:
    assert ("Region", "长株潭都市圈") not in names_in("加快建设长株潭国家自主创新示范区。")
    assert ("Zone", "西岭新区") in names_in("含国家级新区西岭新区。")


def test_places_in_titles_are_named() -> None:
    assert ("Region", "关中平原城市群") in names_in("落实《关中平原城市群发展规划》。")
    assert ("Zone", "海南自由贸易港") in names_in("贯彻《海南自由贸易港建设总体方案》。")
    assert not any(label == "Zone" for label, _ in names_in("修订《中国开发区审核公告目录》。"))


def test_the_joint_zone_of_a_title_stands_in_the_province() -> None:
    text = "甘肃省人民政府办公厅关于印发兰白国家自主创新示范区发展规划纲要的通知\n各市人民政府：\n现印发给你们。"
    ties = {(t.source[1], t.type, t.target[1]) for t in facts_of(text).ties}
    assert ("兰白国家自主创新示范区", "LOCATED_IN", "甘肃省") in ties


def test_zones_inside_names_have_their_place_too() -> None:
    ties = {(t.source[1], t.type, t.target[1]) for t in facts_of("沧州临港经开区北京生物医药产业园发展良好。").ties}
    assert {
        ("沧州临港经开区北京生物医药产业园", "LOCATED_IN", "沧州临港经开区"),
        ("沧州临港经开区", "LOCATED_IN", "沧州市"),
    } <= ties
    core = {(t.source[1], t.type, t.target[1]) for t in facts_of("光谷科创大走廊核心承载区将发展光电。").ties}
    assert ("光谷科创大走廊核心承载区", "PART_OF", "光谷科创大走廊") in core
