"""Exports and previews from a store, a selection and options: what the command line and the app call."""

from __future__ import annotations

import importlib
from pathlib import Path

from graph.export.briefing import briefing
from graph.export.drawing import png, svg
from graph.export.options import BRIEFING, DIAGRAMS, POLECORE, Options
from graph.export.picture import draw, selected
from graph.facts import Facts
from graph.layout.scene import Book
from graph.selection import Selection
from graph.store import Store
from ontology.errors import QueryError, SourceError

EXPORTERS = {
    "facts": "facts", "csv": "csv", "xlsx": "xlsx", "graphml": "graphml", "gexf": "gexf", "turtle": "turtle",
    "jsonld": "jsonld", "cypher": "cypher", "neo4j-admin": "neo4j_admin", "png": "png", "svg": "svg", "pdf": "pdf",
    "pptx": "pptx", "docx": "docx", "html": "html",
}  # fmt: skip
"""Format -> module of this package with ``write(facts or book, out) -> list[Path]``."""
FOLDERS = frozenset({"facts", "csv", "neo4j-admin"})
PICTURES = frozenset({"png", "svg", "pdf", "pptx", "docx"})
PAGE = "html"
"""The one format without pictures that has captions."""
BRIEFINGS = ("pptx", "docx", "pdf")
PREVIEW_DPI = 109
"""A slide is then no wider than 1,460 pixels: what is wider the app would scale and write anew at each visit."""


def export(
    source: Store | Facts,
    selection: Selection,
    path: Path,
    *,
    format_: str | None = None,
    diagram: str = POLECORE,
    options: Options | None = None,
) -> list[Path]:
    """Write what is selected to a file or folder; give the files.

    Parameters
    ----------
    source : a store, or facts that were read from one.
    selection : what to take; `graph.selection.named` turns the rows of a query into its ``ids``.
    format_ : one of `EXPORTERS`; none: what the ending of the path says.
    diagram : for a picture format, one of `graph.export.options.DIAGRAMS`, or ``briefing``.
    options : how a picture is made.

    Raises
    ------
    QueryError
        for an unknown format or diagram, or a selection or option that cannot be heeded.
    SourceError
        if the path does not suit the format, or a character is in no font.
    """
    kind = format_ or path.suffix.removeprefix(".")
    check(kind, path, diagram)
    facts = source if isinstance(source, Facts) else source.facts()
    module = importlib.import_module(f"graph.export.{EXPORTERS[kind]}")
    options = options or Options()
    if kind in PICTURES:
        return list(module.write(book(facts, selection, diagram, options), path))
    chosen = selection.apply(facts)
    return list(module.write(chosen, path, options.language) if kind == PAGE else module.write(chosen, path))


def preview(
    source: Store | Facts,
    selection: Selection,
    diagram: str = POLECORE,
    options: Options | None = None,
    *,
    format_: str = "png",
) -> bytes:
    """Draw a diagram for a screen, as PNG or SVG; of a briefing its first page."""
    if format_ not in ("png", "svg"):
        raise QueryError(f"preview {format_}: unknown; choose png or svg")
    facts = source if isinstance(source, Facts) else source.facts()
    scene = book(facts, selection, diagram, options or Options()).scenes[0]
    return svg(scene) if format_ == "svg" else png(scene, PREVIEW_DPI)


def book(facts: Facts, selection: Selection, diagram: str, options: Options) -> Book:
    """Compose the pages of a picture or briefing."""
    chosen = selected(facts, selection, diagram, options)
    if diagram == BRIEFING:
        return briefing(chosen, options)
    scene = draw(chosen, diagram, options)
    return Book(scene.title, [scene], scene.tables)


def check(format_: str, path: Path, diagram: str) -> None:
    """Refuse what cannot be written, before anything is read."""
    if format_ not in EXPORTERS:
        raise QueryError(f"format {format_ or path.name!r}: unknown; choose {', '.join(EXPORTERS)}")
    if diagram not in (*DIAGRAMS, BRIEFING):
        raise QueryError(f"diagram {diagram}: unknown; choose {', '.join((*DIAGRAMS, BRIEFING))}")
    if diagram == BRIEFING and format_ not in BRIEFINGS:
        raise QueryError(f"{path}: a briefing is a {', '.join(BRIEFINGS[:-1])} or {BRIEFINGS[-1]} file")
    if format_ in FOLDERS and path.exists() and not path.is_dir():
        raise SourceError(f"{path}: is a file; name a folder for {format_}")
    if format_ not in FOLDERS and path.is_dir():
        raise SourceError(f"{path}: is a folder; name a file for {format_}")
    ending = path.suffix.removeprefix(".").lower()
    if format_ not in FOLDERS and ending in EXPORTERS and ending != format_:
        raise SourceError(f"{path}: the ending says {ending}, but the format is {format_}; give the file another name")
