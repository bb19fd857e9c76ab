from __future__ import annotations

import zipfile
from pathlib import Path

from openpyxl import load_workbook

from graph.export import xlsx
from graph.export.csv import tables
from tests.unit.graph.export.hostile_facts import hostile


def test_every_row_comes_back_and_nothing_is_a_formula(tmp_path: Path) -> None:
    book = load_workbook(xlsx.write(hostile(), tmp_path / "g.xlsx")[0])

    for name, (columns, rows) in tables(hostile()).items():
        sheet = book[name]
        assert [cell.value for cell in sheet[1]] == list(columns)
        assert sheet.max_row == len(rows) + 1
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "b", "inlineStr"}
        assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", sheet.dimensions)


def test_formula_stays_a_text_after_an_edit(tmp_path: Path) -> None:
    sheet = load_workbook(xlsx.write(hostile(), tmp_path / "g.xlsx")[0])["entities"]

    found = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=HYPERLINK"))

    assert found.quotePrefix
    assert not sheet["A2"].quotePrefix


def test_numbers_are_numbers(tmp_path: Path) -> None:
    sheet = load_workbook(xlsx.write(hostile(), tmp_path / "g.xlsx")[0])["figures"]

    values = {row[2]: row[3] for row in sheet.iter_rows(min_row=2, values_only=True)}

    assert values["总产值"] == 51.2


def test_bytes_do_not_tell_the_time(tmp_path: Path) -> None:
    first = xlsx.write(hostile(), tmp_path / "a.xlsx")[0]
    second = xlsx.write(hostile(), tmp_path / "b.xlsx")[0]

    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {2000}
        assert b">2000-01-01T00:00:00Z<" in archive.read("docProps/core.xml")


def test_text_beyond_what_a_cell_holds_is_marked() -> None:
    assert xlsx._text("长" * 40_000) == "长" * 32_766 + "…"
