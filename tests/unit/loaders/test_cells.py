"""Which lines are rows, and where tabs leave cells empty."""

from __future__ import annotations

from loaders.documents import parse


def _rows(text: str) -> list[list[str]]:
    return [[p.text[a:b] for a, b in p.cells] for p in parse("x.txt", text).paragraphs if p.kind == "row"]


def test_empty_cells_stay_where_rows_are_of_one_length() -> None:
    assert _rows("名称\t单位\t\n\t牵头\t参与\n甲\t乙\t丙\n") == [
        ["名称", "单位", ""],
        ["", "牵头", "参与"],
        ["甲", "乙", "丙"],
    ]


def test_tabs_that_only_align_leave_no_empty_cells() -> None:
    assert _rows("名称\t\t单位\n甲\t\t乙\n长名称\t丙\n") == [["名称", "单位"], ["甲", "乙"], ["长名称", "丙"]]
