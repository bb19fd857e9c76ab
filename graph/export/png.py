"""Export the pole-core diagram as PNG, with its tables as CSV beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.export.drawing import png
from graph.export.files import put
from graph.export.picture import scene, tables
from graph.facts import Facts
from graph.layout.page import SLIDE, Page
from graph.projection.region import Layout

SUFFIX = ".png"


def write(
    facts: Facts, out: Path, layouts: Sequence[Layout] = (), page: Page = SLIDE, region: str | None = None
) -> list[Path]:
    """Write the picture and its tables."""
    drawn = scene(facts, layouts, page, region)
    return [put(out, png(drawn)), *tables(drawn, out)]
