"""Whom a number is about, and what heads the parts of a sentence."""

from __future__ import annotations

from loaders.documents import parse
from loaders.heads import Subject, heads_of
from loaders.mention import Home, Mention
from loaders.news import informing_place
from loaders.quantities import quantities_of
from loaders.subjects import Known, subject_of
from loaders.topics import approved_zone, first_subject, lead_subject

HOME = Home(province="甲省", city="乙市")
CITY = Subject("City", "乙市")


def _mentions(text: str, **labels: str) -> list[Mention]:
    found = []
    for name, label in labels.items():
        at = text.index(name)
        found.append(Mention(at, at + len(name), label, name, name, "test"))
    return sorted(found, key=lambda m: m.start)


def _subjects(text: str, known: Known, **labels: str) -> list[str]:
    mentions = _mentions(text, **labels)
    default = (known.default.label, known.default.name) if known.default else None
    heads = heads_of(text, 0, len(text), mentions, HOME, default)
    found = [subject_of(text, 0, q, mentions, heads, known) for q in quantities_of(text)]
    return [s.name if s else "" for s in found]


def _known(**given: Subject) -> Known:
    return Known(given.get("lead"), given.get("last"), given.get("programme"), given.get("default", CITY))


def test_each_part_has_its_own_head() -> None:
    text = "东园区现有企业3家，西园区现有企业5家。"
    assert _subjects(text, _known(), 东园区="Zone", 西园区="Zone") == ["东园区", "西园区"]


def test_the_first_of_several_is_no_subject() -> None:
    text = "支持东园区、西园区等9个园区建设。"
    assert _subjects(text, _known(), 东园区="Zone", 西园区="Zone") == ["乙市"]


def test_the_whole_province_and_nobody() -> None:
    assert _subjects("全省企业达到7家。", _known()) == ["甲省"]
    assert _subjects("全国已有都市区7个。", _known()) == [""]


def test_carried_over_from_the_sentence_before() -> None:
    assert _subjects("员工达到7人。", _known(last=Subject("Company", "丙公司"))) == ["丙公司"]


def test_a_generic_word_means_the_last_of_its_kind() -> None:
    known = Known(None, CITY, None, CITY, (Subject("Alliance", "丁联盟"),))
    assert _subjects("联盟现有成员单位7家。", known) == ["丁联盟"]


def test_amounts_belong_to_the_programme() -> None:
    text = "实施春雨计划，对入选团队给予最高30万元资助。"
    assert _subjects(text, _known(), 春雨计划="Programme") == ["春雨计划"]


def test_a_policy_owns_its_measures() -> None:
    text = "乙市出台《某若干规定》，提出15条措施。"
    assert _subjects(text, _known(), 乙市="City", 某若干规定="Policy") == ["某若干规定"]


def test_the_fund_whose_size_is_told() -> None:
    assert _subjects("设立3亿元春雨基金。", _known(), 春雨基金="Fund") == ["春雨基金"]


def test_an_industry_heads_its_paragraph() -> None:
    text = "3.培育丝绸产业创新链。全省丝绸产值达到9亿元。"
    paragraph = parse("d.txt", text).paragraphs[0]
    lead = lead_subject(paragraph, _mentions(paragraph.text, 丝绸="Industry"))
    assert lead is not None
    assert lead.name == "丝绸"
    assert _subjects("全省新品率达到9%。", _known(lead=lead)) == ["丝绸"]


def test_the_first_thing_of_a_text_without_title() -> None:
    text = "新华社甲州电，记者从戊产业园获悉，企业增加。"
    mentions = _mentions(text, 甲州="City", 戊产业园="Zone")
    assert first_subject(text, mentions) == ("Zone", "戊产业园")


def test_the_place_whose_authority_informs_the_news() -> None:
    text = "记者从甲市科技局获悉，戊产业园扩建。"
    mentions = [
        Mention(3, 8, "GovernmentBody", "甲市科技局", "甲市科技局", "test"),
        Mention(3, 5, "City", "甲市", "甲市", "test", nested=True),
        Mention(11, 15, "Zone", "戊产业园", "戊产业园", "test"),
    ]
    assert first_subject(text, mentions) == ("City", "甲市")
    assert informing_place(text, mentions) == ("City", "甲市")
    assert informing_place("甲市科技局表示支持", mentions[:2]) is None


def test_the_zone_that_is_approved() -> None:
    text = "你市请示收悉。原则同意设立己开发区。"
    assert approved_zone(text, _mentions(text, 己开发区="Zone")) == ("Zone", "己开发区")


def test_who_came_to_a_meeting_is_counted_for_it() -> None:
    text = "近900名嘉宾出席大会，甲市签约项目12个。"
    fair = Subject("Event", "丙博览会")
    known = Known(None, CITY, None, CITY, (fair,))
    assert _subjects(text, known, 甲市="City") == ["丙博览会", "甲市"]

    text = "35家高校参加了今年举行的丙对接活动，签订协议6项。"
    assert _subjects(text, _known(), 丙对接活动="Event") == ["丙对接活动", "丙对接活动"]

    text = "活动围绕新材料，设置5个专场；甲区8个项目集中开工，总投资90亿元。"
    assert _subjects(text, known, 甲区="District") == ["丙博览会", "甲区", "甲区"]


def test_what_was_just_built_is_told_of_for_a_coming_year() -> None:
    text = "甲区打造丙园，力争到2030年集聚企业90家。"
    assert _subjects(text, _known(), 甲区="District", 丙园="Zone") == ["丙园"]
    text = "甲区建设丙实验室团队，到2030年集聚企业90家。"
    assert _subjects(text, _known(), 甲区="District", 丙实验室="Lab") == ["甲区"]


def test_a_thing_of_a_place_does_not_make_the_place_speak() -> None:
    text = "北海市超级计算中心建成投用，新引进人才6名。"
    assert _subjects(text, _known(default=Subject("Zone", "丙高新区")), 北海市="City") == ["丙高新区"]
    text = "丙联盟组建成立，新引进人才6名。"
    assert _subjects(text, _known(default=Subject("Zone", "丙高新区")), 丙联盟="Alliance") == ["丙高新区"]
    text = "丙联盟组建成立，已有成员6家。"
    assert _subjects(text, _known(default=Subject("Zone", "丙高新区")), 丙联盟="Alliance") == ["丙联盟"]


def test_a_metropolitan_area_alone_is_the_one_named_before() -> None:
    area = Subject("Region", "甲都市圈")
    known = Known(None, None, None, CITY, (area,))
    assert _subjects("都市圈面积4万平方公里。", known) == ["甲都市圈"]
    assert _subjects("都市圈仪器平台服务企业4家。", known) == ["乙市"]


def test_neither_a_press_conference_nor_the_whole_of_a_share_is_a_subject() -> None:
    text = "甲市新闻发布会透露，去年企业达7家，占甲市60%。"
    assert _subjects(text, _known(), 甲市新闻发布会="Event") == ["乙市", "乙市"]
    text = "去年企业达7家，占甲市60%。"
    assert _subjects(text, _known(), 甲市="City") == ["乙市", "乙市"]


def test_who_signed_with_a_body_is_counted_for_it() -> None:
    assert _subjects("20余家企业与甲大学签署协议。", _known(), 甲大学="University") == ["甲大学"]
    assert _subjects("新增20家企业，与甲大学签署协议。", _known(), 甲大学="University") == ["乙市"]


def test_what_is_done_all_over_a_place_is_its_own() -> None:
    known = _known(last=Subject("Zone", "丙园"))
    assert _subjects("组织全市科普活动8次，发放资料4万份。", known) == ["乙市", "乙市"]
    assert _subjects("产值居全市前列，企业达8家。", known) == ["丙园"]


def test_a_quoted_zone_of_a_place_is_meant() -> None:
    text = "甲新区“丙谷”规划面积45平方公里，集聚企业620家。"
    assert _subjects(text, _known(), 甲新区="Zone", 丙谷="Zone") == ["丙谷", "丙谷"]


def test_a_zone_of_which_a_measure_was_told_goes_on_in_a_report() -> None:
    known = Known(None, None, None, CITY, report=True)
    assert _subjects("甲新区地区生产总值增长8.5%，新增商户2万户。", known, 甲新区="Zone") == ["甲新区", "甲新区"]
    assert _subjects("甲新区获批，新增商户2万户。", known, 甲新区="Zone") == ["乙市"]


def test_firms_that_settle_one_after_the_other_are_not_whom_the_next_part_is_about() -> None:
    text = "甲新区做强实业，丙集团、丁股份相继落户，营业收入20亿元。"
    assert _subjects(text, _known(), 甲新区="Zone", 丙集团="Company", 丁股份="Company") == ["甲新区"]
