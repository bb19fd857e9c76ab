"""Tables in files: CSV and Excel sheets as rows of clean cells, and the text that offsets into a register refer to.

Cells come from anywhere. Control and direction characters are dropped, a formula is
never computed, and a sheet that claims to be endless is refused.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from typing import Any

from loaders.readers import check_zip, decode
from ontology.errors import SourceError

SUFFIXES = (".csv", ".xlsx")
MAX_ROWS = 200_000
MAX_COLUMNS = 256
EXCEL_ROWS = 1_048_576
SEPARATOR = " | "
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_FORMULA = re.compile(r"[=@]|[+-](?![\d.]+$)")


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not blank; ``text[start:end]`` of the file's text is its rendition ``quote``."""

    number: int
    cells: tuple[str, ...]
    start: int
    quote: str

    @property
    def end(self) -> int:
        """Give where the row ends in the text."""
        return self.start + len(self.quote)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook; the one of a CSV file has no name."""

    name: str
    rows: tuple[Row, ...]


def clean(value: object) -> str:
    r"""Give the text of a cell, harmless; lines within it are kept apart.

    Examples
    --------
    >>> clean(" 沧岭\x1b大学\n "), clean(2018.0), clean(None)
    ('沧岭大学', '2018', '')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, str | int | float | date | time | timedelta):
        return "="  # an array formula or a data table
    if isinstance(value, datetime):
        value = value.date() if not (value.hour or value.minute or value.second) else value
    text = value.isoformat() if isinstance(value, date) else str(value)
    lines = (re.sub(r"\s+", " ", line).strip() for line in re.split(r"[\r\n\v\f\u2028\u2029]+", text))
    kept = ("".join(c for c in line if unicodedata.category(c) not in _DROPPED).strip() for line in lines)
    return "\n".join(line for line in kept if line)


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet would compute a cell instead of showing it."""
    return bool(_FORMULA.match(text))


def read_sheets(data: bytes, suffix: str, where: str) -> tuple[str, tuple[Sheet, ...]]:
    """Read a CSV or Excel file.

    Returns
    -------
    text, sheets
        the text lists the sheets one after the other, a row a line, the cells joined with `` | ``.

    Raises
    ------
    SourceError
        if the file is damaged, encrypted, of another kind, or too large.
    """
    raw = _workbook(data, where) if suffix.lower() == ".xlsx" else [("", _csv_rows(data, where))]
    sheets, lines, at, total = [], [], 0, 0
    for name, table in raw:
        rows = []
        if name:
            lines.append(name)
            at += len(name) + 1
        for number, cells in _filled(table, where):
            total += 1
            if total > MAX_ROWS:
                raise SourceError(f"{where}: has more than {MAX_ROWS} rows; split the register")
            row = Row(number, cells, at, SEPARATOR.join(cells).replace("\n", " "))
            rows.append(row)
            lines.append(row.quote)
            at = row.end + 1
        sheets.append(Sheet(name, tuple(rows)))
    return "\n".join(lines), tuple(sheets)


def text_of(data: bytes, suffix: str, where: str) -> str:
    """Give the text that offsets into a register refer to."""
    return read_sheets(data, suffix, where)[0]


def _filled(table: Iterable[Iterable[object]], where: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    blank: object = None
    for number, values in enumerate(table, 1):
        if number > EXCEL_ROWS:
            raise SourceError(f"{where}: has more than {EXCEL_ROWS} rows; split the register")
        if values is blank:  # one and the same row stands for all that are missing, of which there may be a million
            continue
        cells = [clean(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        blank = blank if cells else values
        if len(cells) > MAX_COLUMNS:
            raise SourceError(f"{where}, row {number}: has {len(cells)} cells; a register has at most {MAX_COLUMNS}")
        if cells:
            yield number, tuple(cells)


def _csv_rows(data: bytes, where: str) -> Iterator[list[str]]:
    text = decode(data, where).removeprefix("\ufeff")
    first = "\n".join(text.split("\n")[:10])
    delimiter = next((mark for mark in (",", "\t", ";") if mark in first), ",")
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise SourceError(f"{where}: is not a readable CSV file ({error}); save it again") from None


def _workbook(data: bytes, where: str) -> Iterator[tuple[str, Iterator[tuple[Any, ...]]]]:
    from openpyxl import load_workbook

    check_zip(data, where)
    try:
        # formulas stay text: what they last computed to is not what anybody wrote
        book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    except Exception as error:  # openpyxl lets KeyError, ValueError, XML errors and others through
        raise SourceError(f"{where}: cannot be read as .xlsx ({type(error).__name__}); save it again") from None
    try:
        for sheet in book.worksheets:
            yield clean(sheet.title), _sheet_rows(sheet, where)
    finally:
        book.close()


def _sheet_rows(sheet: Any, where: str) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # a sheet may claim a million columns
    rows = sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except Exception as error:  # as above
            raise SourceError(f"{where}: cannot be read as .xlsx ({type(error).__name__}); save it again") from None
        yield row
