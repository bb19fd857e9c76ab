from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.documents import parse
from loaders.widths import widened


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("到２０２５年,建成3家;投入１．５亿元(含贷款)。", "到2025年，建成3家；投入1.5亿元（含贷款）。"),
        ("产值1,200亿元,10:30开会:甲、乙", "产值1,200亿元，10:30开会：甲、乙"),
        ('建设"一区"和"两园"', "建设“一区”和“两园”"),
        ('屏幕27"', '屏幕27"'),
        ("甲方•乙方、占比５％", "甲方·乙方、占比5%"),
        ("Institute (north), 5G", "Institute (north), 5G"),
    ],
)
def test_a_line_is_read_as_it_is_meant(line: str, expected: str) -> None:
    assert widened(line) == expected


@given(st.text(alphabet='甲乙，,(（"“；;:１A1 •．', max_size=40))
def test_no_character_moves_and_words_stay(line: str) -> None:
    found = widened(line)

    assert len(found) == len(line)
    assert [c for c in found if c in "甲乙A"] == [c for c in line if c in "甲乙A"]


def test_offsets_lead_to_the_original() -> None:
    text = "岚州市(示例)高新区,集聚企业１２家。\n"
    paragraph = parse("a.txt", text).paragraphs[0]

    assert paragraph.text == "岚州市（示例）高新区，集聚企业12家。"
    start, end = paragraph.span(3, 7)
    assert text[start:end] == "(示例)"
