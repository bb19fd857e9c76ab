from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook

from loaders import sheets
from loaders.sheets import clean, is_formula, read_sheets
from ontology.errors import SourceError


def excel(*rows: list[object]) -> bytes:
    book, out = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(out)
    return out.getvalue()


def swollen(data: bytes, old: bytes, new: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            target.writestr(info, source.read(info).replace(old, new))
    return out.getvalue()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_rows_are_spans_of_the_text(suffix: str) -> None:
    data = "名称,类别\n\n甲,高校\n".encode() if suffix == ".csv" else excel(["名称", "类别"], [], ["甲", "高校"])

    text, (sheet,) = read_sheets(data, suffix, "r")

    assert [(row.number, row.cells) for row in sheet.rows] == [(1, ("名称", "类别")), (3, ("甲", "高校"))]
    assert [text[row.start : row.end] for row in sheet.rows] == ["名称 | 类别", "甲 | 高校"]


@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_columns_are_told_apart(mark: str) -> None:
    _, (sheet,) = read_sheets(f"a{mark}b\n".encode("utf-8-sig"), ".csv", "r")

    assert sheet.rows[0].cells == ("a", "b")


def test_cells_are_made_harmless() -> None:
    assert clean("a\x1b[31m\u202eb\u200b \u3000 c") == "a[31mb c"
    assert clean(" a \r\n\n b ") == "a\nb"
    assert clean(object()) == "="
    assert [is_formula(text) for text in ("=1", "@x", "+x", "-x", "-1.5", "沈阳")] == [True] * 4 + [False] * 2


def test_sheet_that_claims_a_million_columns_is_read_as_what_it_is() -> None:
    data = swollen(excel(["a", "b"]), b'ref="A1:B1"', b'ref="A1:XFD1048576"')

    assert read_sheets(data, ".xlsx", "r")[1][0].rows[0].cells == ("a", "b")


def test_row_far_down_is_refused() -> None:
    data = swollen(excel(["a"], ["b"]), b'r="2"', b'r="99999999"')

    with pytest.raises(SourceError, match="more than 1048576 rows"):
        read_sheets(data, ".xlsx", "r")


def test_too_many_rows_or_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_ROWS", 2)

    with pytest.raises(SourceError, match="more than 2 rows"):
        read_sheets(b"a\nb\nc\n", ".csv", "r")
    with pytest.raises(SourceError, match="row 1: has 300 cells"):
        read_sheets(b"x," * 299 + b"x", ".csv", "r")


@pytest.mark.parametrize(
    ("data", "suffix", "message"),
    [
        (b"x" * 200_000, ".csv", "not a readable CSV"),
        (b"PK\x03\x04", ".xlsx", "damaged or encrypted"),
        (swollen(excel(["a"]), b"<sheetData>", b"<sheetData><row"), ".xlsx", "cannot be read as .xlsx"),
        (swollen(excel(["a"]), b"<sheets>", b"<sheets"), ".xlsx", "cannot be read as .xlsx"),
    ],
)
def test_damaged_file_is_refused_in_one_sentence(data: bytes, suffix: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_sheets(data, suffix, f"r{suffix}")
