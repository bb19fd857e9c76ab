"""Tables whose columns state ties."""

from __future__ import annotations

from tests.unit.loaders.reading import facts_of


def _ties(text: str) -> set[tuple[str, str, str]]:
    return {(t.source[1], t.type, t.target[1]) for t in facts_of(text).ties}


def test_columns_tell_what_things_rely_on_and_where_they_stand() -> None:
    found = _ties(
        "认定名单\n序号\t名称\t依托单位\t所在地\n1\t苏州市甲光重点实验室\t苏州大学\t昆山市\n2\t南通市乙材工程技术研究中心\t"
        "南通大学\t南通市\n"
    )
    assert ("苏州市甲光重点实验室", "RELIES_ON", "苏州大学") in found
    assert ("苏州市甲光重点实验室", "LOCATED_IN", "昆山市") in found
    assert ("南通市乙材工程技术研究中心", "RELIES_ON", "南通大学") in found


def test_a_table_of_numbers_states_no_ties() -> None:
    assert _ties("统计表\n地区\t企业数\n苏州市\t12\n南通市\t9\n") == set()


def test_places_and_their_fields() -> None:
    found = _ties("表1\n城市\t企业（家）\t主导方向\n苏州市\t12\t集成电路、量子器件材料\n南通市\t9\t——\n")
    assert found == {("苏州市", "FOCUSES_ON", "集成电路"), ("苏州市", "FOCUSES_ON", "量子器件材料")}


def test_heads_over_two_rows_tell_hosts_and_partners() -> None:
    found = _ties(
        "表1\n序号\t产业链\t平台名称\t建设单位\t\t建设地点\n\t\t\t牵头单位\t参与单位\t\n1\t光电子\t南通市甲光产业创新中心\t南通甲光有限公司\t"
        "苏州大学、南通大学\t南通高新区\n2\t氢能\t苏州乙氢中试基地\t苏州乙氢能源有限公司\t—\t昆山市\n"
    )
    assert ("南通市甲光产业创新中心", "BUILT_BY", "南通甲光有限公司") in found
    assert ("南通市甲光产业创新中心", "BUILT_BY", "南通大学") in found
    assert ("南通市甲光产业创新中心", "LOCATED_IN", "南通高新区") in found
    assert ("南通市甲光产业创新中心", "FOCUSES_ON", "光电子") in found
    assert ("苏州乙氢中试基地", "BUILT_BY", "苏州乙氢能源有限公司") in found


def test_firms_in_a_column_of_bodies_need_no_ending() -> None:
    found = _ties("表2\n平台名称\t依托单位\n苏州市甲光重点实验室\t亨通光联\n南通市乙材工程技术研究中心\t中天丙材\n")
    assert ("苏州市甲光重点实验室", "RELIES_ON", "亨通光联") in found


def test_names_that_fill_cells_are_named_without_a_column_of_ties() -> None:
    facts = facts_of("表3\n园区\t备注\n苏州高新区\t已建\n南通高新区\t在建\n")
    assert {m.name for m in facts.mentions} >= {"苏州高新区", "南通高新区"}


def test_the_column_of_names_tells_what_a_figure_is_about() -> None:
    facts = facts_of(
        "表4\n序号\t产业\t园区名称\t2025年产值（亿元）\n1\t氢能\t苏州高新区\t120\n2\t光电子\t南通高新区\t80\n"
    )
    assert {(f.subject[1], f.figure.value, f.figure.year) for f in facts.figures} == {
        ("苏州高新区", 120, 2025),
        ("南通高新区", 80, 2025),
    }


def test_rows_of_industries_are_about_them() -> None:
    facts = facts_of("表5\n产业\t2025年产值（亿元）\n先进竹质材料\t600\n航空竹翼\t300\n")
    assert {(f.subject, f.figure.value) for f in facts.figures} == {
        (("Industry", "先进竹质材料"), 600),
        (("Industry", "航空竹翼"), 300),
    }
