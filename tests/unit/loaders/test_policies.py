"""Who issued a paper, what it rests on, whom it is for, and which programmes it sets up."""

from __future__ import annotations

import pytest

from loaders.lexicon import load_lexicon
from loaders.mention import Home, Mention
from loaders.titles import applies, issuers
from tests.unit.loaders.marked import papers
from tests.unit.loaders.reading import facts_of

OWN = "山西省光电产业发展规划"


def _paper(name: str, *aliases: str) -> Mention:
    return Mention(0, len(name), "Policy", name, f"《{name}》", "marked", aliases=aliases)


def _issuers(paper: Mention) -> list[str]:
    return [m.name for m, _ in issuers(paper, Home(), load_lexicon())]


def test_a_title_names_its_issuer() -> None:
    assert _issuers(_paper("山西省人民政府关于支持光电产业的意见")) == ["山西省人民政府"]
    assert _issuers(_paper("国务院办公厅关于推广试点经验的通知")) == ["国务院办公厅"]


def test_a_number_tells_its_issuer() -> None:
    assert _issuers(_paper("关于支持光电产业的意见", "国办发〔2021〕3号")) == ["国务院办公厅"]
    assert _issuers(_paper("关于支持光电产业的意见", "晋政发〔2021〕3号")) == ["山西省人民政府"]
    assert _issuers(_paper("关于支持光电产业的意见", "晋政办发〔2021〕3号")) == ["山西省人民政府办公厅"]
    assert _issuers(_paper("关于支持光电产业的意见", "字〔2021〕3号")) == []


def test_a_title_is_for_the_place_that_it_names() -> None:
    def places(name: str) -> list[tuple[str, str]]:
        return [(m.label, m.name) for m in applies(_paper(name), (), Home(), load_lexicon())]

    assert places("绵阳市光电产业扶持办法") == [("City", "绵阳市")]
    assert places("绵阳高新区人才办法") == [("Zone", "绵阳高新区")]
    assert places("徐州都市圈发展规划") == [("Region", "徐州都市圈")]
    assert places("山西省人民政府关于支持光电产业的意见") == [("Region", "山西省")]
    assert places("光电产业扶持办法") == []


def test_what_a_city_issues_is_for_it() -> None:
    found = papers("[C:绵阳市]先后出台[P:《光电十条》]、[P:《人才十条》]。")
    assert {(s, r) for s, r, o in found if o == "绵阳市"} == {
        ("光电十条", "ISSUED_BY"),
        ("光电十条", "APPLIES_TO"),
        ("人才十条", "ISSUED_BY"),
        ("人才十条", "APPLIES_TO"),
    }


def test_a_body_before_a_title_issued_it() -> None:
    assert ("光电十条", "ISSUED_BY", "国务院") in papers("落实[G:国务院][P:《光电十条》]。")


def test_a_programme_that_a_city_carries_out_is_its_own() -> None:
    assert papers("[C:绵阳市]深入实施[W:“科技城人才计划”]。") == {("科技城人才计划", "ISSUED_BY", "绵阳市")}


def test_following_a_paper_is_not_issuing_it() -> None:
    assert papers("[C:绵阳市]全面落实[P:《光电十条》]。") == set()


def test_what_a_zone_carries_out_is_for_it() -> None:
    assert ("育苗计划", "APPLIES_TO", "绵阳高新区") in papers("[Z:绵阳高新区]实施[W:“育苗计划”]。")


def test_the_document_rests_on_what_it_says_it_follows() -> None:
    found = papers("根据[P:《光电纲要》]和[P:《人才纲要》]，制定本规划。", OWN)
    assert found == {(OWN, "BASED_ON", "光电纲要"), (OWN, "BASED_ON", "人才纲要")}


def test_a_paper_mentioned_in_passing_is_no_basis() -> None:
    assert papers("专家解读了[P:《光电纲要》]。", OWN) == set()


def test_a_newspaper_page_rests_on_nothing() -> None:
    assert papers("根据[P:《光电纲要》]，制定本规划。") == set()


def test_the_document_sets_up_its_programmes() -> None:
    assert (("育苗工程", "PART_OF", OWN)) in papers("组织实施[W:育苗工程]。", OWN)
    assert (("育苗工程", "PART_OF", OWN)) in papers("[W:育苗工程]。每年支持三十个团队。", OWN)


def test_a_programme_of_a_city_is_not_set_up_by_the_document() -> None:
    found = papers("[C:绵阳市]实施[W:育苗工程]。", OWN)
    assert ("育苗工程", "PART_OF", OWN) not in found


def test_the_document_is_for_the_place_of_its_title() -> None:
    assert papers("山西省光电产业发展规划", OWN, title_here=True) == {(OWN, "APPLIES_TO", "山西省")}
    assert papers("山西省光电产业发展规划", OWN) == set()


def test_what_all_the_province_passed_is_issued_by_it() -> None:
    found = papers("全省先后出台措施50余项，颁布实施了[P:《光电条例》]。", home=Home("山西省"))
    assert ("光电条例", "ISSUED_BY", "山西省") in found


def test_a_trial_of_a_programme_does_not_issue_it() -> None:
    assert papers("[C:绵阳市]开展[W:“光电计划”]试点试验。") == set()


def test_what_a_government_or_province_begins_is_its_own() -> None:
    def told(text: str) -> set[tuple[str, str, str]]:
        return {(t.source[1], t.type, t.target[1]) for t in facts_of(text).ties if t.source[0] == "Programme"}

    found = told("近年来，山西省人民政府深入推进“科技兴晋”行动。")
    assert {t[1:] for t in found} == {("ISSUED_BY", "山西省人民政府"), ("APPLIES_TO", "山西省")}
    found = told("山西省设立基金，并启动了“三晋英才”计划。")
    assert {t[1:] for t in found} == {("ISSUED_BY", "山西省"), ("APPLIES_TO", "山西省")}


def test_the_deeds_of_an_approval_are_for_what_it_approves() -> None:
    title = "国务院关于同意太原市建设国家可持续发展议程创新示范区的批复"
    text = f"{title}\n\n国函〔2019〕4号\n\n山西省人民政府：\n\n太原市要实施水资源节约、大气治理提升等行动。"
    assert not [t for t in facts_of(text).ties if t.source[0] == "Programme" and t.type == "ISSUED_BY"]


def test_both_sides_issue_what_they_sign() -> None:
    text = "5月14日，襄阳市与十堰市签署战略合作协议。仪式上，双方签订了《战略合作协议书》《特色产业合作框架协议》。"
    told = {(t.source[1], t.target[1]) for t in facts_of(text).ties if t.type == "ISSUED_BY"}
    assert told == {(p, c) for p in ("战略合作协议书", "特色产业合作框架协议") for c in ("襄阳市", "十堰市")}


def test_what_was_applied_for_together_is_not_built() -> None:
    text = "南通市与南京大学签订协议，联合申报的“江海海洋装备技术创新中心”获批。"
    assert not [t for t in facts_of(text).ties if t.type == "BUILT_BY"]


@pytest.mark.parametrize(
    ("text", "based"),
    [
        ("“十三五”以来，我省深入实施创新驱动发展战略，落实决策部署。", False),
        ("为深入实施创新驱动发展战略，制定本规划。", True),
    ],
)
def test_what_was_done_is_no_ground_of_a_plan(text: str, based: bool) -> None:
    facts = facts_of(f"四川省光电产业发展规划\n\n一、总体要求\n{text}")
    assert any(t.type == "BASED_ON" for t in facts.ties) is based


def test_two_laboratories_rely_each_on_its_own() -> None:
    text = "依托南阳理工学院筹建“张衡实验室”，依托南阳师范学院筹建“白河实验室”。"
    found = {(t.source[1], t.target[1]) for t in facts_of(text).ties if t.type == "RELIES_ON"}
    assert found == {("张衡实验室", "南阳理工学院"), ("白河实验室", "南阳师范学院")}


def test_a_task_of_a_provinces_plan_is_not_that_of_the_thing_built_before() -> None:
    front = "四川省“十四五”科学和技术发展规划\n四川省人民政府\n成都、德阳、宜宾、泸州、南充协同发展。\n一、重点任务\n"
    tasks = "推进绵阳光电孵化器建设，引进一批项目入驻。推进军民互动，争取在航空航天等重点领域取得进步。"
    assert not [t for t in facts_of(front + tasks).ties if t.type == "FOCUSES_ON"]
