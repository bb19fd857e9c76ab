"""Scanned pages: the words of a page that holds only a picture, read by OCR (extra ``ocr``).

The models are RapidOCR's PP-OCRv4 and come with its package; nothing is fetched. One thread and a fixed resolution
give the same text on every run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

INSTALL = "pip install 'polecore[ocr]'"
DPI = 200
# A page may claim to be as large as a house; recognition of an A3 page takes gigabytes already.
MOST_PIXELS = 8_000_000
# Closes the name of the rule in evidence from a scanned page.
MARK = " (OCR)"
# What a fact read from a scanned page may be trusted at most, beside one from a text.
TRUST = 0.9
_WORST = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """A recognised line: its words, how sure the recognition is, and the box around it in pixels."""

    text: str
    sure: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Give the height of the line."""
        return self.bottom - self.top


def available() -> bool:
    """Say whether the extra is installed."""
    return find_spec("rapidocr_onnxruntime") is not None and find_spec("pypdfium2") is not None


@lru_cache(maxsize=1)
def _engine() -> Any:
    return import_module("rapidocr_onnxruntime").RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)


def read_page(data: bytes, number: int) -> tuple[str, float]:
    """Read one page of a PDF file.

    Parameters
    ----------
    data : the bytes of the file.
    number : index of the page, from 0.

    Returns
    -------
    tuple[str, float]
        the words, a line of the page a line of the text, and how sure the recognition is on the whole.
    """
    document = import_module("pypdfium2").PdfDocument(data)
    try:
        page = document[number]
        scale = min(DPI / 72, (MOST_PIXELS / max(page.get_width() * page.get_height(), 1)) ** 0.5)
        picture = page.render(scale=scale).to_numpy()
    finally:
        document.close()
    found, _ = _engine()(picture)
    lines = [_line(box, text, float(score)) for box, text, score in found or () if text.strip()]
    if not lines:
        return "", 0.0
    letters = sum(len(line.text) for line in lines)
    sure = sum(len(line.text) * line.sure for line in lines) / letters
    return lay_out(lines), round(max(sure, _WORST), 3)


def _line(box: Sequence[Sequence[float]], text: str, sure: float) -> Line:
    across, down = [p[0] for p in box], [p[1] for p in box]
    return Line(text.strip(), sure, min(across), min(down), max(across), max(down))


def lay_out(lines: Sequence[Line]) -> str:
    """Put recognised pieces in reading order; pieces beside each other become cells, an indented line keeps its indent.

    Parameters
    ----------
    lines : the pieces in any order.
    """
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda piece: (piece.top + piece.bottom, piece.left)):
        if rows and _beside(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    edge = min(line.left for line in lines)
    text = []
    for row in rows:
        row.sort(key=lambda piece: piece.left)
        indent = "\u3000\u3000" if 1.2 * row[0].height < row[0].left - edge < 3.5 * row[0].height else ""
        text.append(indent + _joined(row))
    return "\n".join(text)


def _beside(first: Line, second: Line) -> bool:
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    return shared > 0.6 * min(first.height, second.height)


def _joined(row: Sequence[Line]) -> str:
    text = row[0].text
    for left, right in pairwise(row):
        text += ("\t" if right.left - left.right > 1.5 * right.height else "") + right.text
    return text
