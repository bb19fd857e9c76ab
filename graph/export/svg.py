"""Export pictures as SVG, their tables as CSV beside them."""

from __future__ import annotations

from pathlib import Path

from graph.export.drawing import svg
from graph.export.picture import write_one
from graph.layout.scene import Book

SUFFIX = ".svg"


def write(book: Book, out: Path) -> list[Path]:
    """Write the picture and its tables."""
    return write_one(book, out, svg)
