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
