"""Export as an Excel workbook: a sheet each for entities, relations, figures and evidence."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from graph.export.csv import cell, neutralise, tables
from graph.export.files import printable, put, settled
from graph.facts import Facts

SUFFIX = ".xlsx"
_LONGEST = 32_767
_CUT = "…"
_WIDEST, _NARROWEST = 60, 8


def write(facts: Facts, out: Path) -> list[Path]:
    """Write the workbook: heads that stay in sight, filters, and no cell that Excel could take for a formula."""
    return [put(out, workbook(tables(facts.sorted())))]


def workbook(sheets: Mapping[str, tuple[Sequence[str], Sequence[Sequence[Any]]]]) -> bytes:
    """Give a workbook with a sheet for each table: its name, columns and rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, (columns, rows) in sheets.items():
        _sheet(book.create_sheet(name), columns, rows)
    book.properties.creator = "Polecore"
    content = io.BytesIO()
    book.save(content)
    return settled(content.getvalue())


def _sheet(sheet: Worksheet, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    widths = [len(column) for column in columns]
    for number, row in enumerate([columns, *rows], 1):
        for place, value in enumerate(row, 1):
            if value is None:
                continue
            target = sheet.cell(number, place)
            if isinstance(value, int | float):
                target.value = value
            else:
                text = _text(value)
                target.value = text
                # a text that looks like a formula stays one, also after somebody has edited the cell
                target.data_type = "s"
                if neutralise(text) != text:
                    target.quotePrefix = True
            widths[place - 1] = max(widths[place - 1], _width(cell(value)))
    for place, widest in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = min(_WIDEST, max(_NARROWEST, widest + 2))
    for head in sheet[1]:
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6F0")
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"


def _text(value: Any) -> str:
    text = printable(cell(value))
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT


def _width(text: str) -> int:
    """Count columns: a Chinese character takes two."""
    return sum(2 if character > "\u2e7f" else 1 for character in text[:_WIDEST])
