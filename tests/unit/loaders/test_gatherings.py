"""Gatherings that are held, the sessions of parliaments, and who holds them."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of, named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("9月3日，南通市政府新闻办召开“江海新篇”系列主题第二场新闻发布会。", "“江海新篇”系列主题第二场新闻发布会"),
        ("3月2日，全省高新区提质增效推进会在南通召开。", "全省高新区提质增效推进会"),
        ("记者从日前召开的全市科技人才大会上获悉，平台新增3家。", "全市科技人才大会"),
        ("专家参加了今年举行的“百名教授南通行、千家企业找技术”活动。", "“百名教授南通行、千家企业找技术”活动"),
        ("广东省政协十三届二次会议在广州开幕。", "广东省政协十三届二次会议"),
        ("中央财经委员会第六次会议提出要求。", "中央财经委员会第六次会议"),
    ],
)
def test_gatherings_that_are_held(text: str, name: str) -> None:
    assert ("Event", name) in named(facts_of(text))


def test_what_is_no_gathering() -> None:
    text = "全市召开座谈会和政府新闻发布会。组织“一对一”活动，开展“科技助企”活动，多次举行重大项目集中签约仪式。"
    assert not [n for label, n in named(facts_of(text)) if label == "Event"]


def test_who_holds_a_gathering() -> None:
    def hosts(text: str) -> set[str]:
        return {t.target[1] for t in facts_of(text).ties if t.type == "BUILT_BY" and t.source[0] == "Event"}

    text = "近日，2024海洋装备技术大会在南通召开。本次大会由江苏省科技厅、南通大学主办，南通市科技局承办。"
    assert hosts(text) == {"江苏省科技厅", "南通大学", "南通市科技局"}
    text = "南通市与盐城市在上海联合举办沿海风电产业合作推介会。"
    assert hosts(text) == {"南通市", "盐城市"}
    text = "海洋装备技术大会在南通召开，由中国科学院主办、南通高新区承办。"
    assert hosts(text) == {"中国科学院", "南通高新区"}


def test_a_gathering_is_called_with_its_number_too() -> None:
    facts = facts_of("落实第三届“一带一路”国际合作高峰论坛成果。")
    surfaces = {s for m in facts.mentions if m.label == "Event" for s in m.surfaces}
    assert "第三届“一带一路”国际合作高峰论坛" in surfaces


def test_gatherings_that_marks_name() -> None:
    text = "近期开展了“南通智慧家居产业提升对接交流会”“海洋装备智能化技术研讨会”等活动，播放了《“皖”美之城》专题片。"
    found = named(facts_of(text))
    assert {("Event", "南通智慧家居产业提升对接交流会"), ("Event", "海洋装备智能化技术研讨会")} <= found
    assert not [n for label, n in found if label == "Policy"]


def test_where_a_gathering_is_held_is_not_who_holds_it() -> None:
    facts = facts_of(
        "6月6日，在湖州市召开的第二届长三角一体化发展高层论坛上，各方签约。据新华社电，鲤城区城市会客厅开放。"
    )
    assert not [t for t in facts.ties if t.type == "BUILT_BY"]
    assert not {n for label, n in named(facts) if label in {"GovernmentBody"} or n == "新华区"}


def test_an_alliance_that_is_defined_in_a_meetings_name_stays_one() -> None:
    found = facts_of(
        "长三角低空装备产业创新联盟（下称“低空联盟”）成立大会在嘉兴市举行，嘉兴大学加入低空联盟。"
    ).mentions
    assert ("Alliance", "长三角低空装备产业创新联盟") in {(m.label, m.name) for m in found}
    assert not any("下称" in m.name for m in found)


def test_gatherings_in_a_list_are_held_all() -> None:
    text = "办好2023中国5G+车联网大会、世界集成电路大会。"
    assert {m.name for m in facts_of(text).mentions if m.label == "Event"} == {"中国5G+车联网大会", "世界集成电路大会"}
    assert not [m for m in facts_of("召开动员会、推进会。").mentions if m.label == "Event"]
