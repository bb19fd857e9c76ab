"""What a text calls its own, and the firms, speakers and cities abroad of reports and newspaper pages."""

from __future__ import annotations

import pytest

from loaders.mention import Home
from tests.unit.loaders.marked import ties
from tests.unit.loaders.reading import facts_of, named, names_in


def test_what_follows_ours_stands_at_home() -> None:
    home = Home("安徽省", "滁州市")
    found = ties("我市[F:甲科技]、[F:乙电子]三家企业榜上有名。", home)
    assert {("甲科技", "LOCATED_IN", "滁州市"), ("乙电子", "LOCATED_IN", "滁州市")} <= found
    assert not ties("各地[F:甲科技]、[F:乙电子]榜上有名。", home)


def test_ours_acts_for_the_home() -> None:
    found = ties("我县与[U:丙大学]签署战略合作协议。", Home("浙江省", "湖州市", county="长兴县"))
    assert ("丙大学", "COLLABORATES_WITH", "长兴县") in found or ("长兴县", "COLLABORATES_WITH", "丙大学") in found


def test_who_only_speaks_does_not_build() -> None:
    found = ties("[G:甲管委会]有关负责人介绍，与[U:乙大学]共建[L:丙中心]。")
    assert ("丙中心", "BUILT_BY", "乙大学") in found
    assert ("丙中心", "BUILT_BY", "甲管委会") not in found


def test_both_stay_builders_of_what_a_third_runs() -> None:
    found = ties("[G:甲县政府]与[G:乙管委会]签署合作协议。根据协议，双方将共建[Z:丙飞地]，由[F:丁集团]运营。")
    assert {t for s, r, t in found if s == "丙飞地" and r == "BUILT_BY"} == {"甲县政府", "乙管委会", "丁集团"}


def test_who_leads_works_with_those_behind_the_comma() -> None:
    found = ties("支持[F:甲重工]发展。由[F:乙集团]牵头，联合[U:丙大学]共建[L:丁中心]。")
    assert not any("甲重工" in tie for tie in found)


def test_a_report_of_a_county_tells_of_the_county() -> None:
    facts = facts_of(
        "政府工作报告\n——2023年1月10日在长兴县第十七届人民代表大会第二次会议上\n\n一、工作回顾\n与上海市虹口区签约共建虹长科创飞地。"
    )
    found = {(t.source[1], t.type, t.target[1]) for t in facts.ties}
    assert ("虹长科创飞地", "BUILT_BY", "长兴县") in found
    assert not any(label == "Event" for label, _ in named(facts))


def test_the_city_of_a_newspaper_is_what_it_calls_the_city() -> None:
    facts = facts_of("滁州日报\n\n去南京市、上海市招商。\n\n目前，全市高新技术企业达到300家。")
    assert [(f.subject, f.figure.value) for f in facts.figures] == [(("City", "滁州市"), 300)]


@pytest.mark.parametrize(
    ("text", "firm"),
    [("诺力股份获评国家级制造业单项冠军。", "诺力股份"), ("加快爱康光电、弗迪电池等项目建设。", "爱康光电")],
)
def test_a_firm_is_told_by_its_trade(text: str, firm: str) -> None:
    assert ("Company", firm) in named(facts_of(text))


def test_a_trade_alone_is_no_firm() -> None:
    assert not any(label == "Company" for label, _ in named(facts_of("发展前沿科技、拔尖科技，建设新能源汽车产业。")))


def test_a_city_abroad_stands_behind_its_country() -> None:
    assert ("City", "克雷费尔德市") in names_in("与德国克雷费尔德市缔结友好城市关系。")
    assert not any(name.endswith("城市") for _, name in names_in("与德国友好城市交流。"))


def test_a_letter_of_a_ministry_names_itself_and_its_zone() -> None:
    facts = facts_of(
        "科技部关于支持甘肃建设祁连植物科学创新示范区的函\n国科函区〔2031〕13号\n\n甘肃省人民政府：\n"
        "支持甘肃省建设祁连植物科学创新示范区（以下简称示范区）。示范区以张掖市为核心，涵盖武威市、金昌市。\n\n科技部\n2031年7月4日\n"
    )
    found = {(t.source[1], t.type, t.target[1]) for t in facts.ties}
    title = "科技部关于支持甘肃建设祁连植物科学创新示范区的函"
    assert {("Policy", title), ("Zone", "祁连植物科学创新示范区")} <= named(facts)
    assert {("祁连植物科学创新示范区", "LOCATED_IN", c) for c in ("张掖市", "武威市", "金昌市")} <= found


def test_parts_of_a_zone_are_told_behind_its_way_of_governing() -> None:
    facts = facts_of("福清高新区概况\n\n福清高新区位于福清市，实行统一管理，下辖甲乙光电园、丙丁工业村两个园区。")
    assert {("Zone", "甲乙光电园"), ("Zone", "丙丁工业村")} <= named(facts)


def test_firms_that_settle_one_after_the_other() -> None:
    facts = named(facts_of("元洪食品产业园聚焦食品，御冠食品、宏东渔业、坤兴海洋等先后落户。"))
    assert {("Company", "御冠食品"), ("Company", "宏东渔业"), ("Company", "坤兴海洋")} <= facts
    assert not any(label == "Company" for label, _ in named(facts_of("新能源、新材料等先后落户，以装备制造为龙头，")))


def test_the_institute_of_a_profile_is_what_its_figures_tell_of() -> None:
    facts = facts_of(
        "中国科学院甲乙研究院中山分院简介\n\n中国科学院甲乙研究院中山分院成立于2019年8月。\n分院拥有研发人员168人。"
    )
    assert [(f.subject[0], f.figure.value) for f in facts.figures if f.figure.value == 168] == [
        ("ResearchInstitute", 168)
    ]


def test_two_zones_of_one_city_are_parts_of_what_they_are_called_together() -> None:
    facts = facts_of("一、同意长春、长春净月高新技术产业开发区（统称长春国家高新区，下同）建设国家自主创新示范区。")
    found = {(t.source[1], t.type, t.target[1]) for t in facts.ties}
    for part in ("长春高新技术产业开发区", "长春净月高新技术产业开发区"):
        assert (part, "PART_OF", "长春国家高新区") in found


def test_a_group_of_two_characters_is_a_firm_where_the_tagger_sees_one_name() -> None:
    assert ("Company", "巨化集团") in names_in("与巨化集团、华友钴业等企业共建中心。")
