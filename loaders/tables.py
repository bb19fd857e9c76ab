"""Tables: tab-separated rows read cell by cell, with caption, unit and years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.documents import Paragraph
from loaders.figures import Frame, Reading
from loaders.lexicon import Lexicon
from loaders.known import choose

UNIT = re.compile(r"[（(](?:单位[：:])?([^（）()]{1,12})[)）]")
CELL = re.compile(r"(?P<less>[<≤])?(?P<value>-?\d+(?:,\d{3})*(?:\.\d+)?)(?:[-—~～](?P<max>\d+(?:\.\d+)?))?(?P<unit>%|[^\d（）()以]{0,4})?(?P<bound>以上|左右|以内)?[（(]?[^（）()]{0,6}[)）]?")
YEAR_HEAD = re.compile(r"((?:19|20)\d{2})年?")
TOTALS = re.compile(r"^(?:合计|总计|小计|全省|全市|全国|总数)$")


@dataclass(frozen=True, slots=True)
class Table:
    """Consecutive rows with the caption before them."""

    caption: str
    rows: Sequence[Paragraph]

    def cell(self, row: int, column: int) -> str:
        """Give the text of a cell, '' beyond the row's end."""
        cells = self.rows[row].cells
        if column >= len(cells):
            return ""
        start, end = cells[column]
        return self.rows[row].text[start:end].strip()


def tables_of(paragraphs: Sequence[Paragraph]) -> Iterator[Table]:
    """Group the rows of a document into tables."""
    caption, rows = "", []
    for paragraph in paragraphs:
        if paragraph.kind == "row":
            rows.append(paragraph)
            continue
        if rows:
            yield Table(caption, tuple(rows))
            rows = []
        caption = paragraph.text if paragraph.kind == "caption" or len(paragraph.text) <= 60 else ""
    if rows:
        yield Table(caption, tuple(rows))


def _named(cell: str, lexicon: Lexicon, frame: Frame) -> tuple[str, str] | None:
    """Tell what place or zone a row is about."""
    entry = choose(lexicon.entries.get(cell, ()), frame.home)
    if entry is not None:
        return entry.label, entry.name
    for length in range(min(12, len(cell)), 1, -1):
        if (hit := lexicon.suffixes.get(cell[-length:])) and hit[1] and length < len(cell):
            return hit[0], cell
    return None


def read_table(table: Table, lexicon: Lexicon, frame: Frame) -> Iterator[tuple[Paragraph, Reading]]:
    """Read a table: things down and indicators across, or indicators down and years across."""
    if len(table.rows) < 2:
        return
    width = len(table.rows[0].cells)
    heads = [table.cell(0, c) for c in range(width)]
    years = [int(m.group(1)) if (m := YEAR_HEAD.search(h)) else None for h in heads]
    caption_unit = m.group(1) if (m := UNIT.search(table.caption)) else ""
    caption_year = int(m.group(1)) if (m := YEAR_HEAD.search(table.caption)) else None
    for i in range(1, len(table.rows)):
        row, first = table.rows[i], table.cell(i, 0)
        if re.fullmatch(r"[\d一二三四五六七八九十]{1,3}", first) and width > 2:
            first = table.cell(i, 1)
        thing = None if any(years[1:]) else _named(first, lexicon, frame)
        subject = thing or (frame.default if any(years[1:]) or TOTALS.match(first) or _is_indicator(first) else None)
        if subject is None:
            continue
        for c in range(1, len(row.cells)):
            reading = _cell(table, i, c, heads, first, subject, thing is not None, years[c] if c < len(years) else None, caption_unit, caption_year, frame)
            if reading is not None:
                yield row, reading


def _is_indicator(text: str) -> bool:
    return bool(UNIT.search(text)) or bool(re.search(r"(?:数|率|额|值|量|比重|收入|面积|企业|产值|投入|专利|占比)$", UNIT.sub("", text)))


def _cell(table: Table, i: int, c: int, heads: Sequence[str], first: str, subject: tuple[str, str], by_thing: bool, year: int | None, unit: str, caption_year: int | None, frame: Frame) -> Reading | None:
    match = CELL.fullmatch(table.cell(i, c))
    head = heads[c] if c < len(heads) else ""
    if match is None or head in {"序号", "备注"}:
        return None
    label = head if by_thing else first
    own_unit = m.group(1) if (m := UNIT.search(label)) else ""
    indicator = UNIT.sub("", label) if by_thing or YEAR_HEAD.search(head) else UNIT.sub("", label) + ("" if "指标" in head or "目标" in head else head)
    if not indicator:
        return None
    when = year if year is not None else caption_year
    goal = bool(re.search(r"目标|规划", head)) or bool(when and frame.document_year and when > frame.document_year)
    row = table.rows[i]
    bound = "min" if (match.group("bound") or "") == "以上" else "max" if match.group("less") else None
    return Reading(
        subject, indicator, float(match.group("value").replace(",", "")), float(match.group("max")) if match.group("max") else None,
        own_unit or (match.group("unit") or "").strip() or unit, when, "target" if goal else "actual", bound, 0, len(row.text), "table cell", 0.95,
    )  # fmt: skip
