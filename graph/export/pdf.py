"""Export the pole-core diagram as PDF, its tables on the pages after it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.export.drawing import pdf
from graph.export.files import put
from graph.export.picture import scene
from graph.facts import Facts
from graph.layout.page import SLIDE, Page
from graph.projection.region import Layout

SUFFIX = ".pdf"


def write(
    facts: Facts, out: Path, layouts: Sequence[Layout] = (), page: Page = SLIDE, region: str | None = None
) -> list[Path]:
    """Write the document."""
    return [put(out, pdf(scene(facts, layouts, page, region)))]
