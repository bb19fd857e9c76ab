"""A page as shapes: what a painter draws, in inches from the upper left corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

INK, FAINT, PALE = "#1A1A1A", "#5F6670", "#F3F5F8"
POLE, POINT, TIE, SIDE = "#9B2226", "#1D3557", "#C98686", "#A3B3CA"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right and bottom edge."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, margin: float = 0.0) -> bool:
        """Tell whether two rectangles overlap, or come nearer than a margin."""
        return (
            self.left < other.right + margin
            and other.left < self.right + margin
            and self.top < other.bottom + margin
            and other.top < self.bottom + margin
        )

    def within(self, other: Box) -> bool:
        """Tell whether it lies inside another."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def crossed(self, x1: float, y1: float, x2: float, y2: float) -> bool:
        """Tell whether a line touches it (Liang and Barsky)."""
        low, high = 0.0, 1.0
        for delta, near, far in (
            (x2 - x1, self.left - x1, self.right - x1),
            (y2 - y1, self.top - y1, self.bottom - y1),
        ):
            if delta == 0:
                if near > 0 or far < 0:
                    return False
                continue
            a, b = sorted((near / delta, far / delta))
            low, high = max(low, a), min(high, b)
        return low <= high


@dataclass(frozen=True, slots=True)
class Disc:
    """A place: a filled circle with its name inside."""

    id: str
    x: float
    y: float
    radius: float
    text: str
    size: float
    fill: str

    @property
    def box(self) -> Box:
        """The square around it."""
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True, slots=True)
class Mark:
    """A unit: a small shape, as the ontology gives it for the class; ``hollow`` if it stands for several."""

    id: str
    x: float
    y: float
    size: float
    shape: str
    colour: str
    hollow: bool = False

    @property
    def box(self) -> Box:
        """The square around it."""
        half = self.size / 2
        return Box(self.x - half, self.y - half, self.x + half, self.y + half)


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text in a box; ``align`` is ``l``, ``c`` or ``r``."""

    id: str
    box: Box
    text: str
    size: float
    align: str = "l"
    colour: str = INK
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two shapes, named so that it can be glued to them; ``kind`` is tie, side or unit."""

    start: str
    end: str
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str
    kind: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A number on a tie."""

    id: str
    box: Box
    text: str
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A pale card under the units of one place."""

    id: str
    box: Box


@dataclass(frozen=True, slots=True)
class Table:
    """A table that goes with the picture; widths are shares of the page."""

    title: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Scene:
    """A page and the tables that go with it."""

    width: float
    height: float
    title: str
    panels: list[Panel] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    discs: list[Disc] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    badges: list[Badge] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def solid(self) -> Iterator[tuple[str, Box]]:
        """Give all that must not overlap, by name."""
        yield from ((f"disc {d.id}", d.box) for d in self.discs)
        yield from ((f"mark {m.id}", m.box) for m in self.marks)
        yield from ((f"text {t.id}", t.box) for t in self.texts)
        yield from ((f"badge {b.id}", b.box) for b in self.badges)

    def words(self) -> Iterator[str]:
        """Give all that is written on the page and in its tables."""
        yield from (d.text for d in self.discs)
        yield from (t.text for t in self.texts)
        yield from (b.text for b in self.badges)
        for table in self.tables:
            yield table.title
            yield from table.columns
            for row in table.rows:
                yield from row
