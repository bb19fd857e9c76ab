"""Tables are read cell by cell."""

from __future__ import annotations

from loaders.carried import Frame, Reading
from loaders.documents import parse
from loaders.lexicon import load_lexicon
from loaders.mention import Home
from loaders.tables import read_table, tables_of

HOME = Home(province="辽宁省", city="沈阳市")


def _read(text: str) -> list[Reading]:
    frame = Frame(("City", "沈阳市"), HOME, 2023)
    tables = list(tables_of(parse("d.txt", text).paragraphs))
    return [reading for table in tables for _, reading in read_table(table, load_lexicon(), frame)]


def test_things_down_and_indicators_across() -> None:
    readings = _read("表1 2022年创新主体分布（单位：家）\n地区\t瞪羚企业\t合计\n大连\t20\t31\n丹东\t4\t5\n")
    found = {(r.subject[1], r.indicator): (r.value, r.unit, r.year, r.kind) for r in readings}
    assert found[("大连市", "瞪羚企业数")] == (20, "家", 2022, "actual")
    assert found[("丹东市", "创新主体合计")] == (5, "家", 2022, "actual")
    assert len(found) == 4


def test_indicators_down_and_years_across() -> None:
    readings = _read("表2 主要指标\n指标\t2022年\t2027年\n技术合同额（亿元）\t-\t90以上\n瞪羚企业（家）\t30\t50\n")
    assert [(r.indicator, r.value, r.unit, r.year, r.kind, r.bound) for r in readings] == [
        ("技术合同额", 90, "亿元", 2027, "target", "min"),
        ("瞪羚企业数", 30, "家", 2022, "actual", None),
        ("瞪羚企业数", 50, "家", 2027, "target", None),
    ]
    assert {r.subject for r in readings} == {("City", "沈阳市")}


def test_units_of_a_column_of_units_and_of_a_column_head() -> None:
    readings = _read("表4 指标\n指标\t单位\t2022年\t增长（%）\n出口额\t亿元\t9\t5\n瞪羚企业\t家\t30\t7\n")
    assert [(r.indicator, r.value, r.unit) for r in readings] == [
        ("出口额", 9, "亿元"),
        ("出口额增长", 5, "%"),
        ("瞪羚企业数", 30, "家"),
        ("瞪羚企业增长", 7, "%"),
    ]


def test_a_table_of_words_gives_nothing() -> None:
    assert _read("表3 分工\n事项\t单位\n制定办法\t科技局\n") == []


def test_rows_are_grouped_under_their_caption() -> None:
    document = parse("d.txt", "表1 甲\n名称\t数\n大连\t1\n\n说明文字结束。\n\n表2 乙\n名称\t数\n大连\t2\n")
    assert [(t.caption, len(t.rows)) for t in tables_of(document.paragraphs)] == [("表1甲", 2), ("表2乙", 2)]


def test_years_under_each_title() -> None:
    spaced = _read(
        "表1\n城市    瞪羚企业（家）    研发强度（%）    方向\n       2022年  2030年     2022年  2030年\n"
        "大连    20      31         2.1     3.5       船舶\n丹东    4       9          1.2     2.5       丝绸\n"
    )
    merged = _read(
        "表1\n城市\t瞪羚企业（家）\t\t研发强度（%）\t\n\t2022年\t2030年\t2022年\t2030年\n大连\t20\t31\t2.1\t3.5\n丹东\t4\t9\t1.2\t2.5\n"
    )
    expected = {
        ("大连市", "瞪羚企业数", 2022, 20, "actual"), ("大连市", "瞪羚企业数", 2030, 31, "target"),
        ("大连市", "研发强度", 2022, 2.1, "actual"), ("大连市", "研发强度", 2030, 3.5, "target"),
    }  # fmt: skip
    for readings in (spaced, merged):
        found = {(r.subject[1], r.indicator, r.year, r.value, r.kind) for r in readings}
        assert expected <= found
        assert len(found) == 8
