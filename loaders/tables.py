"""Tables: tab-separated rows read cell by cell, with caption, unit and years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.carried import Frame, Reading
from loaders.documents import Paragraph
from loaders.figures import once
from loaders.known import choose
from loaders.lexicon import Lexicon
from loaders.phrases import named_count

UNIT = re.compile(r"[（(](?:单位[：:])?([^（）()]{1,12})[)）]")
CELL = re.compile(
    r"(?P<less>[<≤＜])?(?P<least>[>≥＞])?(?P<value>-?\d+(?:,\d{3})*(?:\.\d+)?)(?:[-—~～](?P<max>\d+(?:\.\d+)?))?"
    r"(?P<unit>%|[^\d（）()以、，；]{0,4})?(?P<bound>以上|左右|以内)?(?:[（(][^（）()]{0,6}[)）]?)?"
)
YEAR_HEAD = re.compile(r"((?:19|20)\d{2})年?")
_YEAR_ALONE = re.compile(
    r"(?:到|至|截至)?(?:19|20)\d{2}年?(?:底|末)?(?:目标|规划|实际|现状|预期|完成|基期|基准|预计|年度|数|值|情况)*(?:[（(][^（）()]*[)）])?"
)
TOTALS = re.compile(r"^(?:合计|总计|小计|全省|全市|全国|总数)$")
SUMS = frozenset({"合计", "总计", "小计", "总数", "数量", "总量"})
NO_DATA = frozenset({"序号", "备注"})
UNIT_HEADS = frozenset({"单位", "计量单位", "指标单位"})


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

    @property
    def heads(self) -> tuple[list[tuple[str, int | None]], int]:
        """Give title and year of each column, and the first row that is no head.

        A second row of heads that holds only years tells those of the columns under each title of the first; one of
        words goes on with the titles above it (建设单位 over 牵头单位 and 参与单位).
        """
        titles = [self.cell(0, c) for c in range(len(self.rows[0].cells))]
        plain = [(t, int(m.group(1)) if (m := YEAR_HEAD.search(t)) else None) for t in titles]
        below = [self.cell(1, c) for c in range(len(self.rows[1].cells))] if len(self.rows) > 2 else []
        if told := _two_rows(titles, below, max((len(row.cells) for row in self.rows[2:]), default=0)):
            return [(t, int(m.group(1)) if (m := YEAR_HEAD.search(t)) else None) for t in told], 2
        matches = [YEAR_HEAD.fullmatch(cell) for cell in below]
        years = [int(m.group(1)) for m in matches if m]
        if not years or any(y for _, y in plain) or len(years) != len([b for b in below if b]):
            return plain, 1
        lengths = {len(row.cells) for row in self.rows[2:]}
        if len(below) == len(titles) == max(lengths):
            return _under(titles, matches), 2
        groups = len(years) - (max(lengths) - len(titles))
        if len(lengths) > 1 or not 0 < groups < len(titles) or len(years) % groups:
            return plain, 1
        each = len(years) // groups
        spread: list[tuple[str, int | None]] = [(titles[1 + i // each], year) for i, year in enumerate(years)]
        return [plain[0], *spread, *plain[1 + groups :]], 2

    def matter(self, names: Sequence[str]) -> str:
        """Give what the caption says the table counts (表1 2022年某市创新主体数量分布: 创新主体)."""
        words = re.sub(r"^[表图]\s*[\d-]+|(?:19|20)\d{2}年|[（(][^）)]*[）)]|\s", "", self.caption)
        for name in sorted(filter(None, names), key=len, reverse=True):
            words = words.replace(name, "")
        return re.sub(r"(?:数量|分布|情况|一览|统计|汇总|主要|各[市区县]|表)+$", "", words)


_SPLIT_HEAD = re.compile(r"单位|主体|机构|目标|规模|情况|指标|地点|位置|企业|时间")


def _two_rows(titles: Sequence[str], below: Sequence[str], width: int) -> list[str]:
    """Give the titles of columns whose heads take two rows, the second under merged cells; [] where they do not."""
    words = [b for t, b in zip(titles, below, strict=False) if b and b != t]
    if not words or any(re.fullmatch(r"[\d.,%—－-]+|(?:19|20)\d\d年?", b) for b in words):
        return []
    if len(titles) == len(below):
        if below[0] not in {"", titles[0]} or len(words) == len(titles):
            return []
        above = list(titles)
        for i, title in enumerate(titles):
            above[i] = title or (above[i - 1] if below[i] and i else "")
        return [t if b in {"", t} else t + b for t, b in zip(above, below, strict=True)]
    spread = width - len(titles) + 1
    wide = [i for i, t in enumerate(titles) if _SPLIT_HEAD.search(t)]
    if len(below) == spread > 1 and wide and len(below) < len(titles):
        at = wide[0]
        return [*titles[:at], *(titles[at] + b for b in below), *titles[at + 1 :]]
    return []


def _under(titles: Sequence[str], years: Sequence[re.Match[str] | None]) -> list[tuple[str, int | None]]:
    """Give each column that has a year the title over it, or that to the left where cells are merged."""
    found: list[tuple[str, int | None]] = []
    for title, year in zip(titles, years, strict=True):
        above = title or (found[-1][0] if found and year else "")
        found.append((above, int(year.group(1)) if year else None))
    return found


@dataclass(frozen=True, slots=True)
class _Column:
    """What the heads say of a column: its title and year, and what the caption adds."""

    title: str
    year: int | None
    unit: str
    matter: str


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


_FIELD_HEAD = re.compile(r"(?:重点|主导|优势|特色|战略性新兴|新兴)*(?:产业|行业|领域|产业链)(?:名称|类别|领域)?")


def _field(cell: str) -> tuple[str, str] | None:
    """Read the first cell of a row as an industry, which the head of its column tells it is."""
    name = re.sub(r"(?<=.{2})(?:产业|产业链)$", "", cell)
    plain = re.fullmatch(r"[\u4e00-\u9fffA-Za-z0-9与和及、]{2,14}", name) and not TOTALS.match(cell)
    return ("Industry", name) if plain else None


def _columns(table: Table, frame: Frame) -> list[_Column]:
    names = [frame.home.subject, frame.home.city, frame.home.province, frame.default[1] if frame.default else ""]
    unit = m.group(1) if (m := UNIT.search(table.caption)) else ""
    year = int(m.group(1)) if (m := YEAR_HEAD.search(table.caption)) else None
    matter = table.matter(names)
    return [_Column(title, own or year, unit, matter) for title, own in table.heads[0]]


def read_table(
    table: Table, lexicon: Lexicon, frame: Frame, subjects: Mapping[int, tuple[str, str]] | None = None
) -> Iterator[tuple[Paragraph, Reading]]:
    """Read a table: things down and indicators across, or indicators down and years across.

    Parameters
    ----------
    subjects : what rows are about as their column of names tells, by number of paragraph.
    """
    if len(table.rows) < 2:
        return
    columns = _columns(table, frame)
    by_year = any(_YEAR_ALONE.fullmatch(column.title) for column in columns[1:])
    for i in range(table.heads[1], len(table.rows)):
        row, first = table.rows[i], table.cell(i, 0)
        numbered = bool(re.fullmatch(r"[\d一二三四五六七八九十]{1,3}", first)) and len(columns) > 2
        if numbered:
            first = table.cell(i, 1)
        thing = (subjects or {}).get(row.number) or (None if by_year else _named(first, lexicon, frame))
        if thing is None and not by_year and _FIELD_HEAD.fullmatch(columns[numbered].title):
            thing = _field(first)
        columns = _in_units_of(table, i, columns)
        subject = thing or (frame.default if by_year or TOTALS.match(first) or _is_indicator(first) else None)
        if subject is None:
            continue
        for c in range(1, min(len(row.cells), len(columns))):
            across = thing is not None or bool(TOTALS.match(first))
            reading = _cell(table.cell(i, c), columns[c], first, across, subject, len(row.text), frame)
            if reading is not None:
                yield row, once(frame, reading)


def _in_units_of(table: Table, row: int, columns: Sequence[_Column]) -> list[_Column]:
    """Give the columns the unit that a column of units names for a row."""
    at = next((c for c, column in enumerate(columns) if column.title in UNIT_HEADS), None)
    unit = table.cell(row, at) if at is not None else ""
    return [replace(column, unit=unit) for column in columns] if unit else list(columns)


def _is_indicator(text: str) -> bool:
    ending = r"(?:数|率|额|值|量|比重|收入|面积|企业|产值|投入|专利|占比)$"
    return bool(UNIT.search(text)) or bool(re.search(ending, UNIT.sub("", text)))


def _indicator(column: _Column, first: str, across: bool, unit: str) -> str:
    """Name a cell by its column where rows are things, else by its row (and by its column if that is no year)."""
    if across:
        name = UNIT.sub("", column.title)
        name = column.matter + name if name in SUMS else name
    else:
        name = UNIT.sub("", first)
        if not YEAR_HEAD.search(column.title) and not re.search(r"指标|目标|数值|单位", column.title):
            name += UNIT.sub("", column.title)
    return named_count(name, unit) if name else ""


def _cell(
    text: str, column: _Column, first: str, across: bool, subject: tuple[str, str], length: int, frame: Frame
) -> Reading | None:
    match = CELL.fullmatch(text)
    if (
        match is None
        or re.fullmatch(r"(?:19|20)\d\d(?:[-—~～](?:19|20)\d\d)?年", text)
        or column.title in NO_DATA | UNIT_HEADS
    ):
        return None
    label = column.title if across else first
    told = UNIT.search(column.title) or UNIT.search(label)
    unit = (told.group(1) if told else "") or (match.group("unit") or "").strip() or column.unit
    indicator = _indicator(column, first, across, unit)
    if not indicator:
        return None
    later = bool(column.year and frame.document_year and column.year > frame.document_year)
    kind = "target" if later or re.search(r"目标|规划", column.title) else "actual"
    bound = "min" if match.group("bound") == "以上" or match.group("least") else "max" if match.group("less") else None
    value, top = float(match.group("value").replace(",", "")), match.group("max")
    highest = float(top) if top else None
    return Reading(
        subject, indicator, value, highest, unit, column.year, kind, bound, 0, length, "table cell", 0.95
    )  # fmt: skip
