"""What newspaper pages and profiles say: both partners over several parts, founders, firms, parts and their figures."""

from __future__ import annotations

import pytest

from tests.unit.loaders.marked import ties
from tests.unit.loaders.reading import facts_of, named


def _built(found: set[tuple[str, str, str]], thing: str) -> set[str]:
    return {t for s, r, t in found if s == thing and r == "BUILT_BY"}


def test_both_build_in_a_later_part_what_a_third_runs() -> None:
    found = ties(
        "[G:甲政府]与[U:乙大学]签署合作协议。根据协议，双方将围绕疫苗等领域，在[Z:丙区]共建[L:丁中心]，由[F:戊公司]负责运营。"
    )
    assert _built(found, "丁中心") == {"甲政府", "乙大学", "戊公司"}


def test_of_whom_an_institute_says_that_they_founded_it() -> None:
    found = ties("[I:甲院]成立于2019年，是[G:乙政府]与[U:丙大学]共同举办的新型研发机构。")
    assert _built(found, "甲院") == {"乙政府", "丙大学"}
    assert not _built(ties("[I:甲院]位于开发区，是[C:乙市]建设的[L:丙中心]的伙伴。"), "甲院")


def test_an_institute_sets_up_a_fund() -> None:
    assert "甲院" in _built(ties("[I:甲院]成立于2019年；发起设立规模1亿元的[M:乙基金]。"), "乙基金")


def test_figures_of_an_event_and_of_a_part_are_theirs() -> None:
    facts = facts_of(
        "靖江市工业发展情况\n今年前三季度，靖江市船舶产业实现产值486亿元。10月18日，首届长江船舶工业博览会在靖江市举行，签约项目19个。"
    )
    assert (("Event", "长江船舶工业博览会"), 19) in [(f.subject, f.figure.value) for f in facts.figures]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("雅安研究院计划建成重点实验室1个。", "雅安研究院计划"),
        ("研究院2022年获批四川省新型研发机构。", "四川省新型研发机构"),
        ("服务雅安、甘孜、阿坝等地企业超过500家。", "服务雅安"),
    ],
)
def test_no_name(text: str, absent: str) -> None:
    assert absent not in {name for _, name in named(facts_of(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("靖江市与江苏科技大学合作共建船舶与海洋工程装备研究院。", ("ResearchInstitute", "船舶与海洋工程装备研究院")),
        ("与通州区、上海外高桥造船签订配套协议。", ("Company", "上海外高桥造船")),
        ("双方将在中国医药城设立分支机构。", ("Zone", "中国医药城")),
    ],
)
def test_a_name(text: str, name: tuple[str, str]) -> None:
    assert name in named(facts_of(text))


def test_hosts_in_front_of_an_event_work_together() -> None:
    found = ties("由[G:甲厅]、[G:乙政府]共同主办，[Z:丙区]承办的第五届[E:丁大会]在此开幕。")
    assert _built(found, "丁大会") >= {"甲厅", "乙政府"}
    assert ("甲厅", "COLLABORATES_WITH", "乙政府") in found or ("乙政府", "COLLABORATES_WITH", "甲厅") in found


def test_partners_in_an_area_work_with_the_subject_alone() -> None:
    found = {frozenset((s, t)) for s, r, t in ties("[C:甲市]与[R:乙区域]的[C:丙市]、[C:丁市]签署产业协作备忘录。") if r}
    assert {frozenset(("甲市", "丙市")), frozenset(("甲市", "丁市"))} <= found
    assert frozenset(("丙市", "丁市")) not in found


def test_a_fund_is_as_large_as_what_it_was_founded_with() -> None:
    facts = facts_of("长沙县与浏阳市共同出资3亿元设立湘深数字产业基金，由合肥产投负责管理。")
    assert (("Fund", "湘深数字产业基金"), 3) in [(f.subject, f.figure.value) for f in facts.figures]
    assert ("Company", "合肥产投") in named(facts)


def test_a_report_whose_year_stands_behind_its_place() -> None:
    facts = facts_of("仪征市2023年政府工作报告\n——2024年1月8日\n\n一、回顾\n地区生产总值1068亿元。")
    assert ("GovernmentBody", "仪征市人民政府") in named(facts)


def test_the_request_that_an_approval_answers_needs_no_quotes() -> None:
    facts = facts_of(
        "国务院关于同意信阳市建设国家农业绿色发展创新示范区的批复\n国函〔2023〕52号\n\n河南省人民政府：\n"
        "河南省人民政府关于信阳市建设国家农业绿色发展创新示范区的请示收悉。现批复如下：\n一、实施茶叶提质增效行动、大别山生态修复行动。"
    )
    assert ("Policy", "河南省人民政府关于信阳市建设国家农业绿色发展创新示范区的请示") in named(facts)
    assert ("Programme", "大别山生态修复行动") in named(facts)
