"""Formats of paper and screen."""

from __future__ import annotations

from dataclasses import dataclass

from graph.layout.scene import Box


@dataclass(frozen=True, slots=True)
class Page:
    """A format of paper or screen, in inches and points; ``lines`` is how many a member may take, a pole twice that."""

    width: float
    height: float
    label: float
    pole: float = 0.5
    point: float = 0.31
    lines: int = 99

    @property
    def room(self) -> float:
        """How wide a label may be."""
        return self.label * 15 / 72

    @property
    def area(self) -> Box:
        """Where the network stands: between the title and the legend."""
        return Box(0.35, 1.0, self.width - 0.35, self.height - 0.82)


SLIDE = Page(13.333, 7.5, 11.0)
A4 = Page(11.693, 8.268, 9.5, 0.46, 0.29)
PAGES = {"16:9": SLIDE, "a4": A4}
