"""Export pictures as PNG, their tables as CSV beside them."""

from __future__ import annotations

from pathlib import Path

from graph.export.drawing import png
from graph.export.files import put
from graph.export.picture import tables
from graph.layout.scene import Book
from ontology.errors import QueryError

SUFFIX = ".png"


def write(book: Book, out: Path) -> list[Path]:
    """Write the picture and its tables.

    Raises
    ------
    QueryError
        if there are several pictures.
    """
    if len(book.scenes) != 1:
        raise QueryError(f"{out}: {len(book.scenes)} pictures do not fit into one png; choose pptx, pdf or docx")
    return [put(out, png(book.scenes[0])), *tables(book, out)]
