from __future__ import annotations

import pytest

from graph.facts import Evidence
from loaders.lexicon import load_lexicon
from loaders.resolve import Registry, fold, identity


def proof(document: str = "a.txt", start: int = 0) -> Evidence:
    return Evidence(document, "", 1, start, start + 1, "名", "test")


@pytest.fixture
def registry() -> Registry:
    return Registry(load_lexicon())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("绵阳高新技术产业开发区", "绵阳高新区"),
        ("绵阳国家高新区", "绵阳高新区"),
        ("（绵阳）光电园", "(绵阳)光电园"),
        ("“涪江”行动", "涪江行动"),
        ("ＡＩ中心", "ai中心"),
        ("四川省科学技术厅", "四川省科技厅"),
        ("中科院光电所", "中国科学院光电所"),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("绵阳高新区", "绵阳经开区"), ("涪江一号中心", "涪江二号中心"), ("绵阳自贸区", "绵阳自创区")]
)
def test_names_of_different_things_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("label", "one", "other", "same"),
    [
        ("Zone", "绵阳市高新区", "绵阳高新区", True),
        ("University", "四川省农业大学", "四川农业大学", True),
        ("City", "吉林市", "吉林", False),
        ("Industry", "光电产业", "光电", True),
        ("Policy", "绵阳市创新办法的通知", "绵阳市创新办法", True),
        ("Lab", "东岚市光电实验室", "东岚光电实验室", False),
    ],
)
def test_identity_depends_on_the_class(label: str, one: str, other: str, same: bool) -> None:
    lexicon = load_lexicon()

    assert (identity(label, one, lexicon) == identity(label, other, lexicon)) is same


def test_mentions_of_one_thing_become_one_entity(registry: Registry) -> None:
    registry.add("Zone", "绵阳高新区", ("绵阳高新区",), proof("b.txt", 5))
    key = registry.add("Zone", "绵阳国家高新区", ("绵阳国家高新区", "高新区"), proof("a.txt"))

    entity = registry.entity(key)

    assert len(registry.nodes) == 1
    assert entity.id == "Zone:绵阳高新区"
    assert entity.documents == ("a.txt", "b.txt")
    assert {entity.name, *entity.aliases} == {"绵阳高新区", "绵阳国家高新区", "高新区"}
    assert len(entity.evidence) == 2


def test_short_and_full_name_of_a_place_are_one(registry: Registry) -> None:
    registry.add("City", "绵阳市", ("绵阳",), proof())
    registry.add("City", "绵阳市", ("绵阳市",), proof())

    (key,) = registry.nodes
    assert (registry.id(key), registry.entity(key).name, registry.entity(key).aliases) == (
        "City:绵阳市",
        "绵阳市",
        ("绵阳",),
    )


def test_two_classes_of_one_name_become_the_more_frequent_one(registry: Registry) -> None:
    registry.add("Lab", "涪江检测中心", (), proof())
    registry.add("Lab", "涪江检测中心", (), proof(start=3))
    registry.add("ServiceAgency", "涪江检测中心", ("检测中心",), proof(start=6))

    moved = registry.one_class()

    assert moved == {("ServiceAgency", "涪江检测中心"): ("Lab", "涪江检测中心")}
    assert registry.key("ServiceAgency", "涪江检测中心") == ("Lab", "涪江检测中心")
    assert "检测中心" in registry.entity(("Lab", "涪江检测中心")).aliases


def test_place_industry_and_policy_keep_their_class(registry: Registry) -> None:
    registry.add("Industry", "光电", (), proof())
    registry.add("Company", "光电", (), proof())
    registry.add("City", "光电", (), proof())

    assert registry.one_class() == {}


def test_defined_abbreviation_joins_what_was_kept_apart(registry: Registry) -> None:
    registry.add("Alliance", "光电联盟", ("光电联盟",), proof(start=9))
    registry.add("Alliance", "绵阳光电产业技术创新联盟", (), proof())

    registry.alias("Alliance", "光电联盟", "绵阳光电产业技术创新联盟")

    (key,) = registry.nodes
    assert registry.id(key) == "Alliance:绵阳光电产业技术创新联盟"
    assert "光电联盟" in registry.entity(key).aliases
    assert len(registry.entity(key).evidence) == 2


def test_abbreviation_of_another_class_joins_nothing(registry: Registry) -> None:
    registry.add("Company", "光电联盟", (), proof())
    registry.add("Alliance", "绵阳光电产业技术创新联盟", (), proof())

    registry.alias("Alliance", "光电联盟", "绵阳光电产业技术创新联盟")

    assert len(registry.nodes) == 2


def test_abbreviation_still_leads_to_a_thing_whose_class_was_changed(registry: Registry) -> None:
    registry.add("Lab", "涪检", (), proof())
    registry.add("Lab", "涪江检测中心", (), proof())
    registry.alias("Lab", "涪检", "涪江检测中心")
    for start in range(5):
        registry.add("ServiceAgency", "涪江检测中心", (), proof(start=start))
    registry.one_class()

    assert registry.key("Lab", "涪检") in registry.nodes


def test_circle_of_abbreviations_comes_to_an_end(registry: Registry) -> None:
    for name in ("甲光电中心", "乙光电中心", "丙光电中心"):
        registry.add("Lab", name, (), proof())
    registry.alias("Lab", "甲光电中心", "乙光电中心")
    registry.alias("Lab", "乙光电中心", "丙光电中心")
    registry.alias("Lab", "丙光电中心", "甲光电中心")

    assert {registry.key("Lab", n) for n in ("甲光电中心", "乙光电中心", "丙光电中心")} <= set(registry.nodes)


def test_official_name_wins_then_the_fullest_of_the_frequent(registry: Registry) -> None:
    key = registry.add("Zone", "绵阳高新区", (), proof())
    registry.add("Zone", "绵阳高新区", (), proof(start=4))
    registry.add("Zone", "绵阳高新技术产业开发区", (), proof(start=8))

    assert registry.name(key) == "绵阳高新区"
    registry.add("Zone", "绵阳高新区", (), proof(), official="绵阳国家高新技术产业开发区")
    assert registry.name(key) == "绵阳国家高新技术产业开发区"


def test_a_province_in_front_of_its_own_city_is_no_part_of_a_name(registry: Registry) -> None:
    assert identity("Zone", "四川绵阳高新区", registry.lexicon) == identity("Zone", "绵阳高新区", registry.lexicon)
    assert identity("Zone", "陕西绵阳产业园", registry.lexicon) != identity("Zone", "绵阳产业园", registry.lexicon)


def test_a_plan_read_as_a_campaign_is_the_plan(registry: Registry) -> None:
    registry.add("Programme", "绵阳光电提升行动计划", (), proof())
    policy = registry.add("Policy", "绵阳光电提升行动计划", (), proof(start=9))
    registry.one_class()
    assert list(registry.nodes) == [policy]


def test_a_city_in_front_of_its_district_tells_no_other_zone() -> None:
    lexicon = load_lexicon()
    same = {identity("Zone", name, lexicon) for name in ("重庆市长寿经济技术开发区", "长寿经开区")}
    assert len(same) == 1
    joint = {identity("Zone", name, lexicon) for name in ("湖南省长株潭国家自主创新示范区", "长株潭自创区")}
    assert len(joint) == 1
