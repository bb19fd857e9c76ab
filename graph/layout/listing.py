"""Pages of tables that go with a picture: texts broken into lines, rows kept whole, heads repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.layout.measure import height, width
from graph.layout.scene import Table

PAD = 0.06
_TITLE, _BETWEEN = 0.34, 0.22
_SAFE, _SPLIT = 0.94, 0.8
"""Share of a cell that text may fill, as another font may be wider; share of a page from which a table may be cut."""

_CLOSING = frozenset("，。、；：！？）】》」』”’…%,.;:!?)]")
_OPENING = frozenset("（【《「『“‘([")
_WORD = re.compile(r"[0-9A-Za-z–.,-]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the lines of each cell, and how high it is."""

    cells: tuple[tuple[str, ...], ...]
    height: float


@dataclass(frozen=True, slots=True)
class Part:
    """What of a table stands on one page; the first row is the head."""

    title: str
    top: float
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    size: float
    lead: tuple[str, ...] = ()

    @property
    def start(self) -> float:
        """Give where the rows begin, below the title and what to know before reading."""
        return self.top + _TITLE + len(self.lead) * line_height(self.size)


def line_height(size: float) -> float:
    """Give the height of a line in a table."""
    return height(size) * 1.08


def broken(text: str, size: float, room: float) -> tuple[str, ...]:
    """Break a text into lines; one that ends where the text itself breaks keeps the mark of it.

    Examples
    --------
    >>> broken("一二三四五", 72, 2.2)
    ('一二', '三四', '五')
    """
    lines = [""]
    for character in text:
        if lines[-1].endswith("\n"):
            lines.append("")
        elif lines[-1] and width(lines[-1] + character.strip("\n"), size) > room:
            # no line begins with what closes, ends with what opens, or cuts a word of letters: that comes along
            kept = _kept(lines[-1], character)
            lines[-1:] = [lines[-1][:kept], lines[-1][kept:]]
        lines[-1] += character
    return tuple(lines)


def _kept(line: str, following: str) -> int:
    """Say how much of a line stays when it is broken before a character; all of it if there is no better place."""
    place, after = len(line), following
    while place > 1:
        before = line[place - 1]
        joined = _WORD.fullmatch(before) is not None and _WORD.fullmatch(after) is not None
        if not (joined or after in _CLOSING or before in _OPENING):
            return place
        place, after = place - 1, before
    return len(line)


def pages(tables: Iterable[Table], box: tuple[float, float, float]) -> list[list[Part]]:
    """Fill pages with tables; ``box`` is the width of a table, the top and the bottom of the page.

    A table starts on a new page if it must, or if it would be cut for little.
    """
    wide, first, last = box
    found: list[list[Part]] = [[]]
    top = first
    for table in tables:
        size, widths = table.size, tuple(share * wide for share in table.widths)
        head = _row(table.columns, widths, size)
        lead = broken(table.lead, size, wide) if table.lead else ()
        waiting = [part for cells in table.rows for part in _rows(cells, widths, size, last - first - _TITLE - 0.8)]
        if found[-1] and (table.fresh or _cut_badly(waiting, last - top - _TITLE - head.height, last - first)):
            found.append([])
            top = first
        while waiting:
            room = last - top - _TITLE - head.height - len(lead) * line_height(size)
            if found[-1] and waiting[0].height > room:
                found.append([])
                top = first
                continue
            taken = [head]
            while waiting and (len(taken) == 1 or waiting[0].height <= room):
                room -= waiting[0].height
                taken.append(waiting.pop(0))
            found[-1].append(Part(table.title, top, widths, tuple(taken), size, lead))
            top = found[-1][-1].start + sum(row.height for row in taken) + _BETWEEN
            lead = ()
    return [page for page in found if page]


def _cut_badly(rows: list[Row], room: float, page: float) -> bool:
    """Tell whether a table would be cut though it is short, or nearly at its head."""
    whole = sum(row.height for row in rows)
    return room < whole and (whole < _SPLIT * page or room < whole / 4)


def _row(cells: Iterable[str], widths: tuple[float, ...], size: float) -> Row:
    lines = tuple(broken(text, size, (wide - 2 * PAD) * _SAFE) for text, wide in zip(cells, widths, strict=True))
    return Row(lines, max(map(len, lines)) * line_height(size) + 2 * PAD)


def _rows(cells: Iterable[str], widths: tuple[float, ...], size: float, most: float) -> list[Row]:
    """Give a row, cut into several if it is higher than a page."""
    whole = _row(cells, widths, size)
    if whole.height <= most:
        return [whole]
    step = max(1, int((most - 2 * PAD) / (line_height(size))))
    longest = max(map(len, whole.cells))
    parts = [tuple(lines[start : start + step] or ("",) for lines in whole.cells) for start in range(0, longest, step)]
    return [Row(part, max(map(len, part)) * line_height(size) + 2 * PAD) for part in parts]
