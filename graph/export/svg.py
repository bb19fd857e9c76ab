"""Export the pole-core diagram as SVG, with its tables as CSV beside it."""

from __future__ import annotations

from pathlib import Path

from graph.export.drawing import svg
from graph.export.files import put
from graph.export.picture import scene, tables
from graph.facts import Facts
from graph.layout.page import SLIDE, Page
from graph.layout.polecore import Layout

SUFFIX = ".svg"


def write(facts: Facts, out: Path, layout: Layout | None = None, page: Page = SLIDE) -> list[Path]:
    """Write the picture and its tables."""
    drawn = scene(facts, layout, page)
    return [put(out, svg(drawn)), *tables(drawn, out)]
