"""Figures of sentences: subject, indicator, value, year, kind and what carries over."""

from __future__ import annotations

from loaders.carried import Frame, Reading, begin_paragraph
from loaders.documents import Paragraph, parse
from loaders.figures import read_figures
from loaders.lexicon import load_lexicon
from loaders.mention import Home, Mention
from loaders.setting import default_subject
from tests.unit.loaders.reading import facts_of

HOME = Home(province="辽宁省", city="沈阳市")


def _frame(year: int | None = 2023) -> Frame:
    return Frame(("City", "沈阳市"), HOME, year)


def _read(text: str, frame: Frame | None = None, **labels: str) -> list[Reading]:
    frame = frame or _frame()
    found: list[Reading] = []
    for paragraph in parse("d.txt", text).paragraphs:
        mentions = [m for name, label in labels.items() for m in _found(paragraph, name, label)]
        mentions.sort(key=lambda m: m.start)
        begin_paragraph(frame, paragraph, mentions)
        if paragraph.kind not in {"heading", "box", "caption"}:
            for start, end in paragraph.sentences():
                found.extend(read_figures(paragraph.text, start, end, mentions, frame))
    return found


def _found(paragraph: Paragraph, name: str, label: str) -> list[Mention]:
    at = paragraph.text.find(name)
    return [Mention(at, at + len(name), label, name, name, "test")] if at >= 0 else []


def _facts(readings: list[Reading]) -> list[tuple[str, float, int | None, str]]:
    return [(r.indicator, r.value, r.year, r.kind) for r in readings]


def test_year_carries_from_sentence_to_sentence() -> None:
    readings = _read("2021年，工业产值达到80亿元。瞪羚企业达到30家。")
    assert _facts(readings) == [("工业产值", 80, 2021, "actual"), ("瞪羚企业数", 30, 2021, "actual")]


def test_a_year_to_come_is_an_aim() -> None:
    (reading,) = _read("到2026年，瞪羚企业突破50家。")
    assert (reading.kind, reading.year, reading.bound) == ("target", 2026, "min")


def test_what_is_done_is_no_aim_in_a_section_of_tasks() -> None:
    readings = _read("二、重点任务\n\n新建中试基地4个，目前已引进团队6个。")
    assert [r.kind for r in readings] == ["target", "actual"]


def test_each_year_holds_for_no_year() -> None:
    readings = _read("到2026年，瞪羚企业达到50家。每年新增中试基地2个。")
    assert [r.year for r in readings] == [2026, None]


def test_list_under_a_colon_keeps_its_year() -> None:
    readings = _read("三、目标\n\n力争到2026年：\n\n--瞪羚企业达到50家。\n\n--中试基地达到9个。")
    assert [r.year for r in readings] == [2026, 2026]


def test_subsidies_are_aims_without_year() -> None:
    (reading,) = _read("2022年，对入选的平台给予最高80万元补助。")
    assert (reading.kind, reading.year, reading.unit) == ("target", None, "万元")


def test_the_subject_of_a_paragraph_carries() -> None:
    readings = _read("沈阳东园区：占地2平方公里。入驻企业40家。", 沈阳东园区="Zone")
    assert [r.subject for r in readings] == [("Zone", "沈阳东园区")] * 2


def test_said_twice_is_one_record() -> None:
    first, second = _read("到2026年，瞪羚企业达到50家以上。\n\n到2026年，全市瞪羚企业数量达到50家。")
    assert (first.indicator, first.year, first.bound) == (second.indicator, second.year, second.bound)


def test_without_title_the_first_place_is_the_subject() -> None:
    frame = Frame(None, HOME, 2023)
    (reading,) = _read("春天的东园区一片忙碌。\n\n入驻企业40家。", frame, 东园区="Zone")
    assert reading.subject == ("Zone", "东园区")


def test_no_subject_is_made_up() -> None:
    assert _read("入驻企业40家。", Frame(None, Home(), None)) == []


def test_default_subject() -> None:
    lexicon = load_lexicon()
    assert default_subject(HOME, "大连市科技规划", lexicon) == ("City", "大连市")
    assert default_subject(HOME, "关于科技工作的规划", lexicon) == ("City", "沈阳市")
    assert default_subject(HOME, "", lexicon) is None
    assert default_subject(HOME, "沈阳市关于同意设立东园区的批复", lexicon) is None
    assert default_subject(Home(subject="沈阳都市圈"), "", lexicon) == ("Region", "沈阳都市圈")


def test_parts_of_a_count_are_of_the_places_named() -> None:
    readings = _read("新增瞪羚企业30家，其中大连市12家、丹东市8家，其余10家在他处。", 大连市="City", 丹东市="City")
    assert [(r.subject[1], r.indicator, r.value) for r in readings] == [
        ("沈阳市", "新增瞪羚企业数", 30),
        ("大连市", "新增瞪羚企业数", 12),
        ("丹东市", "新增瞪羚企业数", 8),
    ]


def test_count_in_brackets_behind_a_place_is_of_what_was_counted() -> None:
    readings = _read("认定瞪羚企业30家。\n\n大连市（12家）\n\n丹东市（8家）", 大连市="City", 丹东市="City")
    assert [(r.subject[1], r.value) for r in readings] == [("沈阳市", 30), ("大连市", 12), ("丹东市", 8)]
    assert len({r.indicator for r in readings}) == 1


def test_several_subjects_of_a_sentence_hand_back_to_the_document() -> None:
    readings = _read("东园区做强铸造，西园区做大纺织，前景广阔。新增平台3个。", 东园区="Zone", 西园区="Zone")
    assert [r.subject[1] for r in readings] == ["沈阳市"]


def test_an_approval_tells_nothing_by_summing_up_whom_it_names() -> None:
    frame = Frame(None, HOME, 2023)
    readings = _read("同意甲州、乙州2个园区建设丙示范区。到2026年收入达到9亿元。", frame, 丙示范区="Zone")
    assert [(r.subject[1], r.value) for r in readings] == [("丙示范区", 9)]


def test_changes_told_together_belong_to_their_measures() -> None:
    readings = _read("瞪羚企业达到30家，出口额8亿元，分别增长12%和7%。")
    assert [r.indicator for r in readings] == ["瞪羚企业数", "出口额", "瞪羚企业增长", "出口额增长"]


def test_the_whole_city_is_that_of_the_authority_that_speaks() -> None:
    at = "记者从大连市科技局了解到，全市出口额达9亿元。"
    mentions = [
        Mention(4, 10, "GovernmentBody", "大连市科技局", "大连市科技局", "test"),
        Mention(4, 7, "City", "大连市", "大连市", "test", nested=True),
    ]
    frame = _frame()
    begin_paragraph(frame, parse("d.txt", at).paragraphs[0], mentions)
    assert [r.subject for r in read_figures(at, 0, len(at), mentions, frame)] == [("City", "大连市")]


def test_a_review_tells_no_aims_in_its_sections() -> None:
    readings = _read("大连某园发展情况\n\n二、平台建设\n\n建成中试基地4个。")
    assert [r.kind for r in readings] == ["actual"]


def test_places_that_a_plan_covers_are_not_what_its_figures_are_about() -> None:
    text = "规划范围主要包括甲市全域，乙市丙区、丁县，面积2万平方公里，常住人口1800万人。"
    frame = Frame(("Region", "甲都市圈"), HOME, 2022)
    found = _read(text, frame, 甲市="City", 乙市="City", 丙区="District", 丁县="District")
    assert {r.subject for r in found} == {("Region", "甲都市圈")}
    assert [r.value for r in found] == [2.0, 1800.0]


def test_next_result_of_a_province_is_not_of_the_body_before_it() -> None:
    text = "国家级创新平台实现倍增，甲实验室入轨运行，6家全国重点实验室重组入列。高新技术企业突破4500家。"
    frame = Frame(("Region", "辽宁省"), HOME, 2026)
    assert {r.subject for r in _read("回顾。\n" + text, frame, 甲实验室="Lab")} == {("Region", "辽宁省")}


def test_share_says_that_it_is_one() -> None:
    found = _read("沈阳市高新技术企业数量占全省的三分之一以上。", 沈阳市="City")
    assert [r.indicator for r in found] == ["高新技术企业数量占全省比重"]


def test_people_appointed_are_counted_as_what_they_became() -> None:
    found = _read("甲实验室召开会议，23名专家学者被聘为科技委员会委员。", 甲实验室="Lab")
    assert [(r.indicator, r.value) for r in found] == [("科技委员会委员数", 23.0)]


def _of(text: str, default: tuple[str, str], **labels: str) -> list[tuple[str, str, float]]:
    frame = Frame(default, HOME, 2026)
    return [(r.subject[1], r.indicator, r.value) for r in _read(text, frame, **labels)]


def test_results_listed_after_a_programme_are_those_of_the_province() -> None:
    text = "优化人才政策，实施甲人才行动，遴选支持领军人才197名，新增院士5人。"
    assert {s for s, _, _ in _of(text, ("Region", "辽宁省"), 甲人才行动="Programme")} == {"辽宁省"}


def test_programme_that_acts_has_its_counts() -> None:
    text = "甲工程通过联合打造3个学院，建设2个平台。"
    assert {s for s, _, _ in _of(text, ("Zone", "乙创新港"), 甲工程="Programme")} == {"甲工程"}


def test_members_that_join_are_those_of_the_alliance() -> None:
    text = "甲联盟成立。我省8家国家高新区作为首批单位加入联盟。"
    assert _of(text, ("Region", "辽宁省"), 甲联盟="Alliance") == [("甲联盟", "国家高新区数", 8.0)]


def test_what_is_signed_on_the_spot_belongs_to_the_event() -> None:
    text = "甲博览会开幕。共有6个重点产业项目现场签约。"
    assert {s for s, _, _ in _of(text, ("City", "沈阳市"), 甲博览会="Event")} == {"甲博览会"}


def test_core_around_which_a_city_works_is_no_subject() -> None:
    text = "沈阳市以甲大学为核心深化攻关，推动汽车制造业产值达两千亿元。"
    assert [(s, v) for s, _, v in _of(text, ("City", "沈阳市"), 甲大学="University")] == [("沈阳市", 2000.0)]


def test_counts_of_several_are_told_apart() -> None:
    text = "甲高新区、乙高新区高新技术企业分别达到5600家和420家。"
    assert _of(text, ("City", "沈阳市"), 甲高新区="Zone", 乙高新区="Zone") == [
        ("甲高新区", "高新技术企业数", 5600.0),
        ("乙高新区", "高新技术企业数", 420.0),
    ]


def test_ranks_of_several_are_told_apart() -> None:
    text = "甲高新区、乙经开区在国家级开发区考核中分别列第8位、第6位。"
    found = _of(text, ("City", "沈阳市"), 甲高新区="Zone", 乙经开区="Zone")
    assert found == [("甲高新区", "国家级开发区考核排名", 8.0), ("乙经开区", "国家级开发区考核排名", 6.0)]


def test_output_right_behind_a_cluster_is_its_own() -> None:
    text = "两市联手打造甲产业集群，2023年产值达612亿元。"
    assert _of(text, ("Region", "辽宁省"), 甲产业集群="Cluster") == [("甲产业集群", "产值", 612.0)]


def test_from_one_value_to_another() -> None:
    readings = _read("到2025年，科创平台由2020年的58个增加到70个。", _frame(2021))
    assert _facts(readings) == [("科创平台数", 58, 2020, "actual"), ("科创平台数", 70, 2025, "target")]


def test_value_of_today_in_brackets_behind_an_aim() -> None:
    readings = _read("到2025年，瞪羚企业不少于120家（2022年末为37家）。", _frame(2023))
    assert [(r.indicator, r.value) for r in readings] == [("瞪羚企业数", 120), ("瞪羚企业数", 37)]


def test_members_are_those_of_the_alliance() -> None:
    text = "辽河种业联盟，理事长单位辽河农学院，成员单位86家。"
    reading = _read(text, 辽河种业联盟="Alliance", 辽河农学院="University")[0]
    assert (reading.subject, reading.value) == (("Alliance", "辽河种业联盟"), 86)


def test_numbered_title_leads_its_paragraph() -> None:
    text = "（一）浑河机床集群：依托浑河高新区，2025年规模4000亿元。"
    reading = _read(text, 浑河机床集群="Cluster", 浑河高新区="Zone")[0]
    assert (reading.subject, reading.indicator) == (("Cluster", "浑河机床集群"), "规模")


def test_owner_of_a_firm_is_not_what_the_sentence_is_about() -> None:
    text = "该基金由浑河产投公司出资，浑河产投公司全资的辽河公司担任管理人，单个项目投资额不超过3000万元。"
    frame = _frame()
    _read("辽河基金设立。", frame, 辽河基金="Fund")
    at = text.rfind("浑河产投公司")
    paragraph = parse("d.txt", text).paragraphs[0]
    mentions = [Mention(at, at + 6, "Company", "浑河产投公司", "浑河产投公司", "test")]
    assert [r.subject[0] for r in read_figures(paragraph.text, 0, len(text), mentions, frame)] == ["Fund"]


def test_yearly_sum_behind_a_programme_is_its_own() -> None:
    text = "落实《规划》，实施“辽河英才”计划，每年遴选100名。"
    reading = _read(text, **{"“辽河英才”计划": "Programme"})[0]
    assert (reading.subject[0], reading.value) == ("Programme", 100)


def test_tenants_are_those_of_the_incubator_that_leads() -> None:
    text = "——辽河加速器。浑河运营公司负责运营，在孵企业128家。"
    readings = _read(text, 辽河加速器="Incubator", 浑河运营公司="Company")
    assert [(r.subject[1], r.indicator) for r in readings] == [("辽河加速器", "在孵企业数")]


def test_members_named_after_their_number() -> None:
    reading = _read("辽河种业联盟有辽河农学院等31家为盟员。", 辽河种业联盟="Alliance", 辽河农学院="University")[0]
    assert (reading.subject[0], reading.indicator) == ("Alliance", "盟员数")


def test_a_title_that_tells_what_was_reached_is_of_the_place() -> None:
    text = "（一）海洋产业规模稳步壮大。海产品产量285万吨。"
    assert [r.subject for r in _read(text, 海洋产业="Industry")] == [("City", "沈阳市")]


def test_a_park_named_as_one_of_many_is_not_meant_by_what_follows() -> None:
    text = "沈阳市园区收入增长，浑南高新区等4家园区收入突破90亿元；园区占全市约2%的土地面积。"
    found = _read(text, 沈阳市="City", 浑南高新区="Zone")
    assert found[-1].subject == ("City", "沈阳市")


def test_ranks_told_respectively_are_those_of_who_was_named() -> None:
    text = "辽宁省沈阳市、大连市得分分别为48家和37家，在全国101个城市中分别位列第59名和第83名。"
    found = _read(text, 辽宁省="Region", 沈阳市="City", 大连市="City")
    ranks = {(r.subject[1], r.value) for r in found if "排名" in r.indicator}
    assert ranks == {("沈阳市", 59.0), ("大连市", 83.0)}


def test_growth_behind_brackets_is_of_what_stands_before_them() -> None:
    text = "沈阳自创区产值达到420亿元（浑南高新区292亿元），比2019年增长5.9%。"
    found = _read(text, 沈阳自创区="Zone", 浑南高新区="Zone")
    assert [r.subject[1] for r in found if r.value == 5.9] == ["沈阳自创区"]


def test_a_threshold_and_what_was_reached_are_of_one_measure() -> None:
    found = [
        (r.indicator, r.value) for r in _read("沈阳市出口首破5000亿元大关、达5141亿元。网友评论0条。", 沈阳市="City")
    ]
    assert found == [("出口", 5000.0), ("出口", 5141.0)]


def test_what_praises_a_city_is_not_whom_the_next_sentence_is_about() -> None:
    found = _read("沈阳市，辽宁省第一大城市，位于中部。总人口900万。", 沈阳市="City", 辽宁省="Region")
    assert [r.subject[1] for r in found] == ["沈阳市"]


def test_the_short_kind_of_a_zone_means_the_zone() -> None:
    text = "建设沈大国家自主创新示范区。自创区技工贸总收入超3万亿元。"
    found = _read(text, 沈大国家自主创新示范区="Zone")
    assert [r.subject[1] for r in found] == ["沈大国家自主创新示范区"]


def test_a_number_in_a_name_is_no_figure_and_a_motto_no_aim() -> None:
    assert not any(f.figure.value == 38 for f in facts_of("南京市与中电科38所、微系统所等院所合作不断深化。").figures)
    found = facts_of("南京市举办的甲乙大会以“智造未来”为主题，吸引320家企业参展。").figures
    assert [(f.figure.value, f.figure.kind) for f in found] == [(320, "actual")]


def test_a_line_with_a_colon_says_whom_the_next_one_is_about() -> None:
    readings = _read("丙园有一组数据：\n企业达到7家。", 丙园="Zone")
    assert [r.subject for r in readings] == [("Zone", "丙园")]


def test_what_a_body_was_named_is_told_aside_in_the_report_of_a_place() -> None:
    readings = _read("丙园被授予示范基地称号。组织科普活动8次。", 丙园="Zone")
    assert [r.subject for r in readings] == [("City", "沈阳市")]


def test_another_field_turns_back_to_the_place() -> None:
    readings = _read("丙研究院入轨运行。高等教育方面，新增学科3个。", 丙研究院="ResearchInstitute")
    assert [r.subject for r in readings] == [("City", "沈阳市")]


def test_a_second_share_is_of_its_own_whole() -> None:
    found = facts_of("海淀区研发投入占北京市的1/4，占全国的1/16。").figures
    assert [(f.figure.indicator, f.figure.value) for f in found] == [
        ("研发投入占北京市比重", 25), ("研发投入占全国比重", 6.25)
    ]  # fmt: skip


def test_what_follows_in_turn_is_told_one_by_one() -> None:
    found = facts_of("广州、深圳、佛山三市生产总值依次为2.8万亿元、3.2万亿元、1.2万亿元。").figures
    assert [(f.subject[1], f.figure.value) for f in found] == [("广州市", 2.8), ("深圳市", 3.2), ("佛山市", 1.2)]
    assert {f.figure.indicator for f in found} == {"生产总值"}
