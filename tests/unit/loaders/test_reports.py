"""Yearly reports of places: every sentence tells of the place unless its own words say otherwise."""

from __future__ import annotations

import pytest

from loaders.lexicon import load_lexicon
from loaders.mention import Home
from loaders.setting import default_subject, is_report
from tests.unit.loaders.reading import facts_of, named

TITLE = "2024年四川省绵阳市政府工作报告\n\n一、2023年工作回顾\n\n"
AIMS = "2024年四川省绵阳市政府工作报告\n\n一、2024年工作安排\n\n"


def figures(text: str) -> set[tuple[str, str, float, str]]:
    return {(m.subject[1], m.figure.indicator, m.figure.value, m.figure.kind) for m in facts_of(text).figures}


def ties(text: str) -> set[tuple[str, str, str]]:
    return {(tie.source[1], tie.type, tie.target[1]) for tie in facts_of(text).ties}


@pytest.mark.parametrize("title", ["绵阳市政府工作报告", "绵阳市2023年国民经济和社会发展统计公报"])
def test_reports_are_told_by_their_titles(title: str) -> None:
    assert is_report(title)
    assert not is_report("绵阳市科技创新规划")


def test_of_places_one_inside_the_other_the_innermost_reports() -> None:
    assert default_subject(Home(), "四川省绵阳市政府工作报告", load_lexicon()) == ("City", "绵阳市")
    assert default_subject(Home(), "四川省政府工作报告", load_lexicon()) == ("Region", "四川省")


def test_a_count_after_a_laboratory_is_that_of_the_place() -> None:
    found = figures(TITLE + "涪岭实验室挂牌运行，国家级创新平台达到148家。软件业主营业务收入突破250亿元。")

    assert ("绵阳市", "国家级创新平台数", 148.0, "actual") in found
    assert ("绵阳市", "软件业主营业务收入", 250.0, "actual") in found


def test_what_a_zone_achieves_stays_with_it() -> None:
    found = figures(TITLE + "绵阳综合保税区封关运行，实现外贸进出总额250亿元。")

    assert {about for about, *_ in found} == {"绵阳综合保税区"}


def test_an_arrangement_tells_of_aims() -> None:
    assert ("绵阳市", "高新技术企业数", 900.0, "target") in figures(AIMS + "高新技术企业达到900家。")


def test_the_place_acts_in_every_sentence() -> None:
    found = ties(
        AIMS
        + "加快建设涪岭科学城。出台《绵阳市促进创新条例》。大力发展低空经济、磁性材料等产业。与成都、德阳共建创新带。"
    )

    assert ("绵阳市促进创新条例", "ISSUED_BY", "绵阳市") in found
    assert ("绵阳市", "FOCUSES_ON", "磁性材料") in found
    assert {tuple(sorted((a, b))) for a, kind, b in found if kind == "COLLABORATES_WITH"} == {
        ("成都市", "绵阳市"), ("德阳市", "绵阳市"),
    }  # fmt: skip


def test_parks_and_clusters_of_a_place() -> None:
    text = AIMS + "支持游仙经开区建设核医疗产业园。新型显示产业集群入选国家先进制造业集群。"

    assert {("Zone", "核医疗产业园"), ("Cluster", "绵阳市新型显示产业集群")} <= named(facts_of(text))
    assert ("核医疗产业园", "BUILT_BY", "游仙经开区") in ties(text)
    assert ("绵阳市新型显示产业集群", "LOCATED_IN", "绵阳市") in ties(text)


def test_what_is_signed_is_worth_its_amount() -> None:
    found = figures(TITLE + "举办中国（绵阳）科技城国际科技博览会，签约项目220个、金额1300亿元，到位资金98亿元。")

    assert {"签约金额", "到位资金"} <= {indicator for _, indicator, *_ in found}
