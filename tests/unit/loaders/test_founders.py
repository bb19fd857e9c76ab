from __future__ import annotations

from tests.unit.loaders.reading import facts_of, named


def ties(text: str) -> set[tuple[str, str, str]]:
    return {(tie.source[1], tie.type, tie.target[1]) for tie in facts_of(text).ties}


def test_what_a_zone_sets_up_is_called_after_it_and_stands_there() -> None:
    found = ties("支持绵阳高新区成立竹材加工产业联盟，搭建竹企投融资综合服务平台。")

    for name in ("绵阳高新区竹材加工产业联盟", "绵阳高新区竹企投融资综合服务平台"):
        assert {(name, "BUILT_BY", "绵阳高新区"), (name, "LOCATED_IN", "绵阳高新区")} <= found


def test_a_fund_is_paid_for_by_its_zone_and_stands_nowhere() -> None:
    found = ties("绵阳高新区设立2亿元精细化工产业投资基金。")

    assert ("绵阳高新区精细化工产业投资基金", "BUILT_BY", "绵阳高新区") in found
    assert not {tie for tie in found if tie[0].endswith("基金") and tie[1] == "LOCATED_IN"}


def test_several_funds_without_names_are_none() -> None:
    assert not {
        name for label, name in named(facts_of("绵阳高新区设立3只总额不低于6亿元的股权投资基金。")) if label == "Fund"
    }


def test_a_joint_fund_is_paid_for_by_both_that_its_name_joins() -> None:
    fund = "国家自然科学基金委员会——云南省人民政府联合基金"
    found = ties(f"积极组织好{fund}的实施。")

    assert {(fund, "BUILT_BY", "国家自然科学基金委员会"), (fund, "BUILT_BY", "云南省人民政府")} <= found
    assert (fund, "BUILT_BY", "云南省") not in found


def test_a_station_is_part_of_its_firm() -> None:
    found = ties("绵阳高新区建设涪玉、川锐等院士工作站。")

    assert {("涪玉院士工作站", "PART_OF", "涪玉"), ("川锐院士工作站", "PART_OF", "川锐")} <= found


def test_a_zone_is_behind_the_events_that_it_holds() -> None:
    assert ("德国企业绵阳行", "BUILT_BY", "绵阳高新区") in ties(
        "绵阳高新区累计开展“德国企业绵阳行”等经贸交流活动12场。"
    )


def test_a_zone_of_two_cities_stands_in_both() -> None:
    found = ties("建设宁波温州国家自主创新示范区。")

    assert {place for name, kind, place in found if kind == "LOCATED_IN"} == {"宁波市", "温州市"}


def test_a_county_in_the_middle_of_a_word_is_no_place() -> None:
    found = ties("温州高新区建设环大罗山科创走廊，推进岳麓山实验室建设。")

    assert not {tie for tie in found if tie[2] in {"罗山县", "岳麓区"}}


def test_a_noun_that_is_no_known_name_acts_itself() -> None:
    found = ties("推进湘江实验室建设。支持郴州承接转移示范区与粤港澳大湾区加强合作。")

    assert not {tie for tie in found if tie[1] == "COLLABORATES_WITH" and "湘江实验室" in tie}


def test_who_leans_on_firms_may_stand_behind_them() -> None:
    found = ties("依托中联重科、三一集团等龙头企业，长沙经开区做强工程机械产业。")

    assert {("长沙经开区", "RELIES_ON", "中联重科"), ("长沙经开区", "RELIES_ON", "三一集团")} <= found


def test_a_quoted_span_of_years_is_no_strategy() -> None:
    assert not {n for label, n in named(facts_of("培育“十四五”战略性新兴产业。")) if label == "Policy"}
