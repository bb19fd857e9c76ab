"""Branches of bodies in other places, and lists of what a place has won."""

from __future__ import annotations

import pytest

from loaders.branched import branch_of, branches_behind
from loaders.lexicon import load_lexicon
from loaders.mention import Home
from loaders.signs import briefly_placed
from tests.unit.loaders.marked import ties
from tests.unit.loaders.reading import mentions_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("启动青岚实验室成都基地、绵阳基地建设。", ["青岚实验室成都基地", "青岚实验室绵阳基地"]),
        ("青岚实验室德阳分部投用。", ["青岚实验室德阳分部"]),
        ("青岚实验室芜湖中试基地和安庆成果转化基地开工。", ["青岚实验室芜湖中试基地", "青岚实验室安庆成果转化基地"]),
        ("青岚实验室重大基地落成。", []),
        ("青岚实验室成都分中心城。", []),
    ],
)
def test_branches_stand_behind_their_body(text: str, names: list[str]) -> None:
    body = [m for m in mentions_in(text) if m.name == "青岚实验室"]

    assert [m.name for m in branches_behind(text, body, load_lexicon())] == names


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("国家材料中心（上海）绵阳分中心", ("Lab", "国家材料中心（上海）", "绵阳市")),
        ("国家大学科技园江油分园", ("Incubator", "国家大学科技园", "江油市")),
        ("国家材料中心", None),
        ("甲大学未来分园", None),
    ],
)
def test_the_place_before_a_branch_is_where_it_stands(name: str, told: tuple[str, str, str] | None) -> None:
    found = branch_of(name, load_lexicon())

    assert ((*found[:2], found[2].name) if found else None) == told


@pytest.mark.parametrize(
    ("text", "tie", "holds"),
    [
        ("[C:甲市]新获批2家企业技术中心，分别是[F:乙公司]、[F:丙公司]。", ("丙公司", "甲市"), True),
        ("[Z:甲区]建成平台12个，其中包括[L:乙中心]、[L:丙装置]。", ("丙装置", "甲区"), True),
        ("[C:甲市]两家企业入选，分别为[F:乙公司]和[F:丙公司]。", ("乙公司", "甲市"), True),
        ("[C:甲市]与3家央企签约，分别是[F:乙公司]、[F:丙公司]。", ("丙公司", "甲市"), False),
        ("[C:甲市]一家入选，全国共有3家企业入选，分别是[F:乙公司]、[F:丙公司]。", ("丙公司", "甲市"), False),
    ],
)
def test_what_a_place_has_won_stands_there(text: str, tie: tuple[str, str], holds: bool) -> None:
    assert ((tie[0], "LOCATED_IN", tie[1]) in ties(text)) is holds


def test_units_in_a_row_belong_each_to_the_body_before_it() -> None:
    found = ties("分别是[F:甲公司][L:乙实验室]、[I:丙研究所][L:丁实验室]。")

    assert {("乙实验室", "PART_OF", "甲公司"), ("丁实验室", "PART_OF", "丙研究所")} <= found


@pytest.mark.parametrize(
    ("text", "tie", "holds"),
    [
        ("[C:甲市]民营企业[F:乙公司]上榜。", ("乙公司", "甲市"), True),
        ("[Z:甲高新区]的专精特新企业[F:乙公司]、[F:丙公司]上榜。", ("丙公司", "甲高新区"), True),
        ("作为[Z:甲新区]的龙头企业，[F:乙公司]领跑。", ("乙公司", "甲新区"), True),
        ("[Z:甲高新区]现有[F:乙公司]、[F:丙公司]等企业。", ("丙公司", "甲高新区"), True),
        ("2019年落户[Z:甲高新区]，创办[F:乙公司]。", ("乙公司", "甲高新区"), True),
        ("扎根[Z:甲高新区]多年的[F:乙公司]参与制定标准。", ("乙公司", "甲高新区"), True),
        ("一行来到[C:甲市]，先后走访了[F:乙公司]、[L:丙中心]。", ("丙中心", "甲市"), True),
        ("[I:甲研究院]项目和丙项目签约落地[D:乙区]。", ("甲研究院", "乙区"), True),
        ("在[Z:甲园区]，[I:乙研究院]的实验楼灯火通明。", ("乙研究院", "甲园区"), True),
        ("在[C:甲市]，[F:乙公司]与[C:丙市]签约。", ("乙公司", "甲市"), False),
        ("学员在[Z:甲高新区]参观了[F:乙公司]。", ("乙公司", "甲高新区"), True),
        ("书记到[Z:甲高新区]调研。他先后来到[F:乙公司]、[L:丙中心]，详细了解生产情况。", ("丙中心", "甲高新区"), True),
        (
            "全省新增3家，其中[C:甲市]1家，为[F:乙公司]；[C:丙市]2家，分别是[F:丁公司]、[F:戊公司]。",
            ("戊公司", "丙市"),
            True,
        ),
        (
            "全省新增3家，其中[C:甲市]1家，为[F:乙公司]；[C:丙市]2家，分别是[F:丁公司]、[F:戊公司]。",
            ("丁公司", "甲市"),
            False,
        ),
        ("[Z:甲科技城]在[Z:乙高新区]开园。", ("甲科技城", "乙高新区"), True),
        ("[C:甲市]组织企业走进[U:乙大学]、[I:丙研究所]对接成果。", ("丙研究所", "甲市"), False),
        ("与[C:甲市]企业[F:乙公司]签约。", ("乙公司", "甲市"), False),
        ("[C:甲市]与合作企业[F:乙公司]签约。", ("乙公司", "甲市"), False),
        ("[C:甲市]代表团赴[C:丁市]，参观了[F:乙公司]。", ("乙公司", "甲市"), False),
    ],
)
def test_firms_stand_where_they_are_told_of(text: str, tie: tuple[str, str], holds: bool) -> None:
    assert ((tie[0], "LOCATED_IN", tie[1]) in ties(text)) is holds


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("绵阳市龙头企业四川青岚电器有限公司扩产。", "四川青岚电器有限公司"),
        ("绵阳高新区民企四川青岚电器有限公司扩产。", "四川青岚电器有限公司"),
        ("绵阳市政府与四川青岚电器有限公司签约。", "四川青岚电器有限公司"),
        ("我省四川青岚电器有限公司扩产。", "四川青岚电器有限公司"),
        ("代表团走访四川青岚电器有限公司。", "四川青岚电器有限公司"),
    ],
)
def test_what_a_firm_is_is_no_part_of_its_name(text: str, name: str) -> None:
    assert {m.name for m in mentions_in(text) if m.label == "Company"} == {name}


@pytest.mark.parametrize(
    ("text", "home", "places"),
    [
        ("青岚中心在京揭牌。", Home(), {"北京市"}),
        ("青岚大会在渝开幕。", Home(), {"重庆市"}),
        ("青岚中心在温成功举行。", Home("浙江省", "温州市"), {"温州市"}),
        ("青岚中心在温启动。", Home(), set()),
        ("青岚中心存在新启动的项目。", Home(), set()),
    ],
)
def test_one_character_tells_where_something_opens(text: str, home: Home, places: set[str]) -> None:
    assert {m.name for m in briefly_placed(text, load_lexicon(), home)} == places


def test_a_school_is_part_of_its_college_and_a_park_of_china_stands_in_its_city() -> None:
    assert ("四川文理学院智能制造学院", "PART_OF", "四川文理学院") in ties("走访[U:四川文理学院智能制造学院]。")
    assert ("中国绵阳留学人员创业园", "LOCATED_IN", "绵阳市") in ties("走访[B:中国绵阳留学人员创业园]。")


@pytest.mark.parametrize(
    ("name", "tie"),
    [
        ("西南大学德阳研究院", ("LOCATED_IN", "德阳市")),
        ("华中科技大学绵阳研究院", ("LOCATED_IN", "绵阳市")),
        ("西北工业大学太仓研究院", ("LOCATED_IN", "太仓市")),
        ("中国地质大学（武汉）绵阳研究院", ("LOCATED_IN", "绵阳市")),
        ("嘉善复旦研究院", ("PART_OF", "复旦大学")),
        ("西安电子科技大学德阳研究院", ("PART_OF", "西安电子科技大学")),
    ],
)
def test_institutes_of_universities_stand_where_their_name_goes_on(name: str, tie: tuple[str, str]) -> None:
    assert (name, *tie) in ties(f"走访[I:{name}]。")
