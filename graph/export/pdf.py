"""Export pictures as PDF, their tables on the pages after them."""

from __future__ import annotations

from pathlib import Path

from graph.export.drawing import pdf
from graph.export.files import put
from graph.layout.scene import Book

SUFFIX = ".pdf"


def write(book: Book, out: Path) -> list[Path]:
    """Write the document."""
    return [put(out, pdf(book))]
