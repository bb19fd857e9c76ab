"""Export pictures as SVG, their tables as CSV beside them."""

from __future__ import annotations

from pathlib import Path

from graph.export.drawing import svg
from graph.export.files import put
from graph.export.picture import tables
from graph.layout.scene import Book
from ontology.errors import QueryError

SUFFIX = ".svg"


def write(book: Book, out: Path) -> list[Path]:
    """Write the picture and its tables.

    Raises
    ------
    QueryError
        if there are several pictures.
    """
    if len(book.scenes) != 1:
        raise QueryError(f"{out}: {len(book.scenes)} pictures do not fit into one svg; choose pptx, pdf or docx")
    return [put(out, svg(book.scenes[0])), *tables(book, out)]
