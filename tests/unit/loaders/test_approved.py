"""What an approval approves, where only its title names it."""

from __future__ import annotations

import pytest

from loaders.approved import approved_by
from loaders.lexicon import load_lexicon
from loaders.own import Own
from tests.unit.loaders.marked import papers, ties
from tests.unit.loaders.reading import facts_of, named


@pytest.mark.parametrize(
    ("title", "zone"),
    [
        ("国务院关于皖北承接产业转移示范区规划的批复", "皖北承接产业转移示范区"),
        ("国务院关于同意在芜湖市设立长三角数字合作试验区的批复", "长三角数字合作试验区"),
        ("科技部关于支持陕西建设秦岭植物科学创新示范区的函", "秦岭植物科学创新示范区"),
        ("国务院关于同意临沂市建设国家可持续发展议程创新示范区的批复", "临沂市国家可持续发展议程创新示范区"),
        ("国务院关于同意甲产业园升级为国家高新技术产业开发区的批复", ""),
        ("国务院关于成渝城市群发展规划的批复", ""),
        ("某市关于皖北承接产业转移示范区的工作简报", ""),
    ],
)
def test_the_zone_of_a_title(title: str, zone: str) -> None:
    found = approved_by(Own(title), load_lexicon())
    assert (found.name if found else "") == zone


def test_what_is_approved_is_meant_by_its_kind_alone() -> None:
    facts = facts_of(
        "国务院关于皖北承接产业转移示范区规划的批复\n国函〔2020〕12号\n\n安徽省人民政府：\n"
        "你省关于报送《皖北承接产业转移示范区规划》的请示收悉。现批复如下：\n"
        "一、原则同意《皖北承接产业转移示范区规划》。示范区以蚌埠、阜阳两市为主体范围，以蚌埠高新技术产业开发区为重点载体。\n"
        "二、到2025年，示范区生产总值突破1万亿元。成立示范区建设领导小组。"
    )
    zone = "皖北承接产业转移示范区"
    found = {(t.source[1], t.type, t.target[1]) for t in facts.ties}
    assert {(zone, "LOCATED_IN", "蚌埠市"), (zone, "LOCATED_IN", "阜阳市")} <= found
    assert (zone, "RELIES_ON", "蚌埠高新技术产业开发区") in found
    assert ("国务院关于皖北承接产业转移示范区规划的批复", "APPLIES_TO", zone) in found
    assert not any(s == f"{zone}规划" and r == "ISSUED_BY" for s, r, _ in found)
    assert [(f.subject, f.figure.indicator) for f in facts.figures] == [(("Zone", zone), "生产总值")]
    assert not any("示范区" in m.surfaces for m in facts.mentions)


def test_two_issuers_that_white_space_parted() -> None:
    facts = facts_of("科技部 河南省人民政府关于支持建设郑洛新协同创新先行区的意见\n为推进发展，提出以下意见。")
    bodies = {name for label, name in named(facts) if label == "GovernmentBody"}
    assert "河南省人民政府" in bodies
    assert not any(b.startswith("科技部河南") for b in bodies)


def test_a_plan_follows_the_plan_that_it_is_to_carry_out() -> None:
    assert ("甲规划", "BASED_ON", "乙纲要") in papers("[P:《甲规划》]实施要全面贯彻落实[P:《乙纲要》]。")


def test_a_zone_is_made_up_of_districts() -> None:
    assert ("甲区", "LOCATED_IN", "乙区") in ties("[Z:甲区]由[D:乙区]、[D:丙区]组成。")


def test_a_park_that_a_title_approves_is_whom_it_is_for() -> None:
    title = "国务院关于同意设立中国—菲律宾经贸创新发展示范园区的批复"
    facts = facts_of(f"{title}\n\n国函〔2023〕3号\n\n福建省人民政府：\n\n一、同意设立中国—菲律宾经贸创新发展示范园区。")
    assert (title, "中国—菲律宾经贸创新发展示范园区") in {
        (t.source[1], t.target[1]) for t in facts.ties if t.type == "APPLIES_TO"
    }


def test_who_asks_for_the_approval_of_a_plan_did_not_issue_it() -> None:
    text = "国务院关于《湖州市空间规划》的批复\n\n国函〔2024〕9号\n\n浙江省人民政府：\n\n"
    text += "你们关于报请批准《湖州市空间规划》的请示收悉。"
    assert not {t.target[1] for t in facts_of(text).ties if t.type == "ISSUED_BY" and t.source[1] == "湖州市空间规划"}


def test_a_reply_without_a_number_and_its_zone_by_the_place() -> None:
    title = "国务院关于同意宁夏建设国家旱作种业发展先行区的批复"
    text = f"{title}\n宁夏回族自治区人民政府、农业农村部：\n你们的请示收悉。\n一、同意宁夏建设国家旱作种业发展先行区。"
    facts = facts_of(text + "\n二、先行区建设要发展枸杞、滩羊等特色产业。")
    assert {(t.type, t.target[1]) for t in facts.ties if t.source[1] == "宁夏国家旱作种业发展先行区"} >= {
        ("FOCUSES_ON", "枸杞"),
        ("LOCATED_IN", "宁夏回族自治区"),
    }
    assert (title, "国务院") in {(t.source[1], t.target[1]) for t in facts.ties if t.type == "ISSUED_BY"}
