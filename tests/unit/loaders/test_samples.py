"""Samples of counted lots, institutes in short, and what press conferences and yearly reports tell of their place."""

from __future__ import annotations

import pytest

from loaders.mention import Home
from tests.unit.loaders.marked import ties
from tests.unit.loaders.reading import facts_of, mentions_in, named


def _figures(text: str) -> list[tuple[str, float]]:
    return [(f.subject[1], f.figure.value) for f in facts_of(text).figures]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("白银高新区建成低温流体输运试验装置等重大科技基础设施3个。", ("Lab", "低温流体输运试验装置")),
        ("园区与兰州化物所签约。", ("ResearchInstitute", "兰州化物所")),
        ("全市拥有两家院所，沈阳金属所居首。", ("ResearchInstitute", "沈阳金属所")),
        ("市里支持昆明植物所建设种质资源库。", ("ResearchInstitute", "昆明植物所")),
        ("云杉新能等6家高新技术企业营业收入翻番。", None),
        ("建成研发中心等创新平台5个。", None),
    ],
)
def test_samples(text: str, name: tuple[str, str] | None) -> None:
    found = {n for n in named(facts_of(text)) if n[0] in {"Lab", "ResearchInstitute"}}
    assert name in found if name else not found


def test_what_stands_for_its_kind_does_not_open_the_name_of_the_kind() -> None:
    found = {n for _, n in named(facts_of("园区引进华东理工大学衢州研究院等校地协同创新平台12个。"))}
    assert not any("等" in name for name in found)


def test_a_zone_and_its_neighbour_are_two() -> None:
    assert "秦岭科学城和云台实验室" not in {m.name for m in mentions_in("秦岭科学城和云台实验室当日在宝鸡揭牌。")}


def test_samples_stand_in_the_zone_that_lays_them_out() -> None:
    found = ties("[Z:甲科学城]布局[L:乙装置]等大科学装置2个、[L:丙平台]等研发平台6个，引进[I:丁院]等科研机构9家。")
    assert {s for s, r, t in found if r == "LOCATED_IN" and t == "甲科学城"} >= {"乙装置", "丙平台", "丁院"}


def test_pieces_of_a_layout_and_areas_under_one_roof() -> None:
    text = (
        "东岭科技城统筹海州高新区、东岭经开区等重点区域，构建东岭科技城“一核两区”空间功能布局。"
        "“两区”包括海州高新区和东岭软件园。"
    )
    found = {(t.source[1], t.target[1]) for t in facts_of(text).ties if t.type == "PART_OF"}
    assert ("海州高新区", "东岭科技城") in found
    assert ("东岭软件园", "东岭科技城") in found


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "人民网昆明3月1日电 规上工业产值达到300亿元。记者从云南省工信厅召开的座谈会上获悉，玉溪高新区入选试点。",
            "云南省",
        ),
        ("3月1日，省政府新闻办举行发布会，负责人介绍了滁州高新区的发展情况。全年新增企业300家。", "滁州高新区"),
    ],
)
def test_news_is_about_the_place_of_which_it_is_told(text: str, who: str) -> None:
    assert (who, 300.0) in _figures(text)


def test_a_share_of_the_province_is_not_the_province_acting() -> None:
    text = "宜宾市科技局总结\n全市高新技术企业310家，在全省占比8%；市级瞪羚企业42家。"
    assert {("宜宾市", 8.0), ("宜宾市", 42.0)} <= set(_figures(text))


def test_a_programme_is_done_with_behind_a_semicolon() -> None:
    text = "绵阳市政府工作报告\n启动电子信息产业跃升行动计划，建设特色园区；全年新增企业900家。"
    assert ("绵阳市", 900.0) in _figures(text)


def test_an_imprint_does_not_run_into_the_caption_below() -> None:
    text = "向新而行 步履铿锵\n2024年04月23日 02:23 宜昌日报\n宜昌高新区生物产业园\n宜昌市新增企业9家。"
    assert not any("日报" in name for _, name in named(facts_of(text)))


def test_departments_of_a_party_committee_and_posts_in_it() -> None:
    bodies = {
        n
        for label, n in named(facts_of("中共贵州省委宣传部召开发布会，遵义市委常委李某介绍情况。"))
        if label == "GovernmentBody"
    }
    assert "中共贵州省委宣传部" in bodies
    assert not any("遵义" in body for body in bodies)


def test_the_report_on_a_plan_is_the_place_s_own() -> None:
    title = "关于岳阳市2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告"
    facts = facts_of(f"{title}\n各位代表：\n一、执行情况\n新能源、数字经济等新兴产业蓬勃发展。")
    found = {(t.source[1], t.type, t.target[1]) for t in facts.ties}
    assert (title, "APPLIES_TO", "岳阳市") in found
    assert ("岳阳市", "FOCUSES_ON", "新能源") in found


def test_fields_whose_technology_a_place_works_on() -> None:
    found = ties("[C:甲市]营商环境优化。聚焦[T:集成电路]、[T:人形机器人]等领域，实施关键核心技术攻关。")
    assert {t for s, r, t in found if (s, r) == ("甲市", "FOCUSES_ON")} == {"集成电路", "人形机器人"}


def test_zones_of_a_region_by_their_rank() -> None:
    assert {("Zone", "百色高新区"), ("Zone", "玉林高新区")} <= named(facts_of("广西有百色、玉林2个自治区高新区。"))


def test_money_before_the_name_of_what_it_builds() -> None:
    text = "襄阳高新区加快招商\n\n今年，襄阳高新区招商提速，总投资12亿元的汉江软件园加快推进。"
    assert ("汉江软件园", "总投资", 12.0) in [
        (f.subject[1], f.figure.indicator, f.figure.value) for f in facts_of(text).figures
    ]


def test_a_value_of_today_and_one_that_is_extended() -> None:
    values = {
        f.figure.value: f.figure.indicator
        for f in facts_of("常德市工作总结\n规划面积由5平方公里扩展到目前的9平方公里。").figures
    }
    assert values[5.0] == values[9.0]


def test_national_laboratories_are_the_place_s_and_not_the_nation_s() -> None:
    text = "襄阳市政府工作报告\n全国重点实验室达到3家，卧龙实验室市场化运营，各类平台达410家。"
    assert {("襄阳市", 3.0), ("襄阳市", 410.0)} <= set(_figures(text))


def test_what_comes_to_the_zone_that_a_headline_portrays() -> None:
    text = (
        "芜湖高新区跑出创新加速度\n\n07-14\n\n芜湖高新区瞄准前沿，加快建设平台，形成高质量发展的新动能和新优势。\n\n"
        "安徽工程大学机器人研究院、东南大学芜湖光电研究院揭牌。"
    )
    found = {(t.source[1], t.target[1]) for t in facts_of(text).ties if t.type == "LOCATED_IN"}
    assert ("安徽工程大学机器人研究院", "芜湖高新区") in found


def test_samples_of_a_system_stand_in_its_region() -> None:
    text = (
        "[R:甲省]创新发展。全省构建起创新平台体系，包括[L:乙中心]、[L:丙实验室]等12个国家级平台，"
        "以及[L:丁实验室]等90个省级平台。"
    )
    found = {s for s, r, t in ties(text, Home("甲省")) if (r, t) == ("LOCATED_IN", "甲省")}
    assert found == {"乙中心", "丙实验室", "丁实验室"}


def test_a_zone_that_is_part_of_one_with_many_parks() -> None:
    found = ties("[Z:甲园]于2003年成立，是[Z:乙高新区]“一区四园”的重要组成部分。")
    assert ("甲园", "PART_OF", "乙高新区") in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("首届“一带一路”科技交流大会在重庆举行。", ("Event", "“一带一路”科技交流大会")),
        ("获批建设“双碳”产业创新示范区。", ("Zone", "“双碳”产业创新示范区")),
    ],
)
def test_names_that_begin_with_words_in_marks(text: str, name: tuple[str, str]) -> None:
    assert name in {(m.label, m.name) for m in mentions_in(text)}


def test_both_sides_of_an_agreement_in_the_next_paragraph() -> None:
    text = (
        "3月2日，荆州市与长江大学签署战略合作协议，为市校合作注入强大动力。\n\n未来，双方将共建荆州市淡水水产研究院。"
    )
    found = {t.target[1] for t in facts_of(text).ties if (t.type, t.source[1]) == ("BUILT_BY", "荆州市淡水水产研究院")}
    assert found == {"荆州市", "长江大学"}


def test_the_hour_of_an_imprint_is_no_count() -> None:
    assert not _figures("南阳高新区发力新赛道\n\n2024-04-29 17:21:12  人民日报海外版\n\n南阳高新区正式发布规划。")


def test_what_a_region_is_to_become_is_no_laboratory() -> None:
    assert not any(label == "Lab" for label, _ in named(facts_of("推进湖南省区域创新中心建设。")))
    assert ("Lab", "长株潭超级计算中心") in named(facts_of("加快建设长株潭超级计算中心。"))


def test_a_family_of_bodies_is_none() -> None:
    found = named(facts_of("园区集聚中科系、中核系、中物系等国家级科研院所20余家。"))
    assert not any(name.endswith("系") for _, name in found)
