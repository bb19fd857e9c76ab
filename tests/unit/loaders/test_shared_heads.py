from __future__ import annotations

import pytest

from loaders.lexicon import load_lexicon
from loaders.shared_heads import shared_heads
from tests.unit.loaders.reading import facts_of, named, paragraph


def shared(text: str) -> list[tuple[str, str]]:
    return [(m.label, m.name) for m in shared_heads(paragraph(text), load_lexicon())]


def test_items_take_the_head_noun_of_their_list() -> None:
    assert shared("共同打造竹纤维检测、桐油改性等公共平台，服务企业。") == [
        ("Lab", "竹纤维检测公共平台"),
        ("Lab", "桐油改性公共平台"),
    ]


def test_bodies_of_one_place_share_place_and_head_noun() -> None:
    assert shared("支持绵阳纺织及成衣、汽车零部件等两大研发中心建设。") == [
        ("Lab", "绵阳纺织及成衣研发中心"),
        ("Lab", "绵阳汽车零部件研发中心"),
    ]
    assert shared("支持绵阳高新区、德阳高新区等两大创新中心建设。") == []


def test_one_item_may_stand_for_its_kind() -> None:
    assert shared("推动蚕桑基因等国家重大科技基础设施建设。") == [("Lab", "蚕桑基因国家重大科技基础设施")]


def test_work_stations_are_called_after_firms() -> None:
    found = named(facts_of("绵阳高新区建设涪玉、川锐等院士工作站。"))

    assert {("Lab", "涪玉院士工作站"), ("Lab", "川锐院士工作站"), ("Company", "涪玉"), ("Company", "川锐")} <= found


@pytest.mark.parametrize(
    "text",
    [
        "建设绵阳高新区、德阳软件园等公共平台。",
        "搭建面向企业的各类公共平台。",
        "推动加强管理、提升服务等公共平台建设。",
    ],
)
def test_named_things_and_doings_are_no_fields_of_a_platform(text: str) -> None:
    assert shared(text) == []


def test_a_counted_whole_names_its_parts() -> None:
    assert shared("三大平台包括竹纤维测试平台、桐油改性创新平台。") == [
        ("Lab", "竹纤维测试平台"),
        ("Lab", "桐油改性创新平台"),
    ]


def test_a_counted_whole_of_other_things_names_nothing() -> None:
    assert shared("三大平台包括政策支持、资金支持。") == []


def test_a_zone_names_its_blocks() -> None:
    assert shared("辖竹药城核心区、港口综合物流园、高竹产业园三大板块。") == [
        ("Zone", "竹药城核心区"),
        ("Zone", "港口综合物流园"),
        ("Zone", "高竹产业园"),
    ]
