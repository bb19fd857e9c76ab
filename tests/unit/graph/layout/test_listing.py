from __future__ import annotations

from graph.layout.listing import broken, pages
from graph.layout.scene import Table

BOX = (10.0, 0.5, 7.0)


def text(tables: list[Table]) -> str:
    found = pages(tables, BOX)
    rows = [row for page in found for part in page for row in part.rows[1:]]
    return "".join("".join(lines) for row in rows for lines in row.cells)


def test_nothing_is_lost_and_nothing_leaves_the_page() -> None:
    tables = [
        Table(f"表{n}", ("甲", "乙"), (0.2, 0.8), tuple((str(i), "文" * 40 * i) for i in range(30))) for n in range(3)
    ]

    for page in pages(tables, BOX):
        for part in page:
            assert part.top + 0.34 + sum(row.height for row in part.rows) <= BOX[2] + 1e-6
    assert text(tables) == "".join(cell for table in tables for row in table.rows for cell in row)


def test_row_higher_than_a_page_is_cut() -> None:
    table = Table("表", ("甲",), (0.2,), (("文" * 5000,),))

    assert len(pages([table], BOX)) > 1
    assert text([table]) == "文" * 5000


def test_head_is_repeated() -> None:
    table = Table("表", ("甲",), (1.0,), tuple((str(i),) for i in range(100)))

    assert {part.rows[0].cells for page in pages([table], BOX) for part in page} == {(("甲",),)}


def test_no_line_begins_with_what_closes() -> None:
    text = "一二三四。五六七（八九）"

    lines = broken(text, 72, 4.2)

    assert "".join(lines) == text
    assert lines[0] == "一二三"
    assert not [line for line in lines if line[0] in "。）"]


def test_break_of_the_text_itself_is_kept() -> None:
    assert broken("一\n二三", 72, 5.0) == ("一\n", "二三")


def test_words_numbers_and_brackets_stay_whole() -> None:
    found = broken("估计（Chao2）另有 1,250 个，见[4] 第48段", 72, 6.0)

    assert "".join(found) == "估计（Chao2）另有 1,250 个，见[4] 第48段"
    for whole in ("Chao2", "1,250", "[4]", "48"):
        assert any(whole in line for line in found)
    assert not [line for line in found if line[-1] in "（["]


def test_word_longer_than_a_line_is_cut() -> None:
    assert "".join(broken("a" * 60, 72, 5.0)) == "a" * 60
    assert len(broken("a" * 60, 72, 5.0)) > 5


def test_short_table_is_not_cut() -> None:
    tables = [Table("甲", ("甲",), (1.0,), (("文",),) * 9), Table("乙", ("乙",), (1.0,), (("文",),) * 13)]

    assert [[part.title for part in page] for page in pages(tables, BOX)] == [["甲"], ["乙"]]
