"""Cells of rows: which lines are set in columns by white space, and where tabs leave cells empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_COLUMNS = re.compile(r"[ \u3000]{2,}")
_HEADS = re.compile(r"序号|编号|名称|城市|地区|单位|项目|指标|园区|所在地|类别|平台|领域|产业|地点|方向|目标")


def aligned(text: str, pieces: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Give where the lines start that stand in columns set with spaces: a line of heads and rows of as many cells."""
    found: set[int] = set()
    block: list[tuple[int, int]] = []
    for start, end in [*pieces, (len(text), len(text))]:
        cells = [c for c in _COLUMNS.split(text[start:end].strip()) if c]
        fits = len(cells) >= 3 and max(map(len, cells)) <= 30 and not text[start:end].rstrip().endswith("。")
        if (
            fits
            and (not block or block[0][1] == len(cells))
            and (block or sum(bool(_HEADS.search(c)) for c in cells) > 1)
        ):
            block.append((start, len(cells)))
            continue
        found |= {at for at, _ in block} if len(block) >= 3 else set()
        block = []
    return frozenset(found)


def hollow(text: str, pieces: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Give where the rows start in which nothing between two tabs is an empty cell.

    Tabs also part columns by as many as look well. Only if a table's rows are of one length with empty cells, and of
    several without, the empty cells are meant (heads over two rows, merged cells).
    """
    return frozenset(at for block in _tabbed(text, pieces) if _meant(text, block) for at, _ in block)


def _tabbed(text: str, pieces: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    block: list[tuple[int, int]] = []
    for start, end in pieces:
        if "\t" in text[start:end].strip():
            block.append((start, end))
        elif text[start:end].strip() or len(block) < 2:
            yield block
            block = []
    yield block


def _meant(text: str, block: Sequence[tuple[int, int]]) -> bool:
    rows = [text[a:b].rstrip("\r") for a, b in block]
    whole = {row.count("\t") for row in rows}
    filled = {len([c for c in row.split("\t") if c.strip()]) for row in rows}
    return len(rows) > 1 and len(whole) == 1 and len(filled) > 1
