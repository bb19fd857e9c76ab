"""What may be asked of a picture or briefing, the same for the command line and the app."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.language import known
from graph.layout.paper import PAGES, Page
from ontology.errors import QueryError

if TYPE_CHECKING:
    from graph.layout.boundaries import Area
    from graph.projection.region import Layout

POLECORE, COLLABORATION, CHAIN, NEIGHBOURHOOD, HEATMAP = (
    "polecore", "collaboration", "chain", "neighbourhood", "heatmap",
)  # fmt: skip
DIAGRAMS = (POLECORE, COLLABORATION, CHAIN, NEIGHBOURHOOD, HEATMAP)
BRIEFING = "briefing"
SLIDE_SIZE = "16:9"
MOST_GAPS = 20
DENSITIES = {"full": 99, "medium": 4, "light": 2}
"""How densely a pole-core diagram is drawn -> the lines that a member may take; what is not shown is counted."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a picture is made.

    Parameters
    ----------
    page : ``16:9`` or ``a4``.
    language : language of the captions, ``zh`` or ``en``; names stay as the documents write them.
    region : the region that is shown; none: the one with a layout.
    industry : the industry of a chain.
    entity : the entity of a neighbourhood, by id or name.
    gaps : how many missing ties are drawn dashed, or listed in a briefing.
    boundaries : a GeoJSON file that lies under the pole-core and collaboration diagrams.
    layouts : what the lexicon says of regions.
    density : one of `DENSITIES`: how much of what stands in each member is named in a pole-core diagram.
    areas : what such a file holds, if it was read already.
    seed : seed of what the analysis draws at random.
    """

    page: str = SLIDE_SIZE
    language: str = "zh"
    region: str | None = None
    industry: str | None = None
    entity: str | None = None
    gaps: int = 0
    boundaries: Path | None = None
    layouts: tuple[Layout, ...] = ()
    seed: int = 0
    density: str = "full"
    areas: tuple[Area, ...] = ()

    def paper(self) -> Page:
        """Give the page.

        Raises
        ------
        QueryError
            if the size, the language or the number of gaps cannot be had.
        """
        if self.page not in PAGES:
            raise QueryError(f"page {self.page}: unknown; choose {' or '.join(PAGES)}")
        known(self.language)
        if not 0 <= self.gaps <= MOST_GAPS:
            raise QueryError(f"{self.gaps} gaps: choose 0 to {MOST_GAPS}")
        if self.density not in DENSITIES:
            raise QueryError(f"density {self.density}: unknown; choose {', '.join(DENSITIES)}")
        return replace(PAGES[self.page], lines=DENSITIES[self.density])
