"""A page as shapes: what a painter draws, in inches from the upper left corner."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

INK, FAINT, PALE = "#1A1A1A", "#5F6670", "#F3F5F8"
POLE, POINT, TIE, SIDE = "#9B2226", "#1D3557", "#C98686", "#A3B3CA"
GAP, LAND, LAND_EDGE, RULE = "#B26A00", "#EEF2EA", "#C9D3C2", "#D5DBE3"

Spot = tuple[float, float]


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
        if (x1 < self.left and x2 < self.left) or (x1 > self.right and x2 > self.right):
            return False
        if (y1 < self.top and y2 < self.top) or (y1 > self.bottom and y2 > self.bottom):
            return False
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


def owned(owner: str, item: str = "") -> str:
    """Give the id of what stands for an item beside its owner: a slash parts the two, and the owner's own are changed.

    Examples
    --------
    >>> owned("City:甲/乙市", "Zone:丙/丁区")
    'City:甲∕乙市/Zone:丙/丁区'
    """
    return f"{owner.replace('/', '∕')}/{item}"


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
    """A line between two shapes, named so that it can be glued to them; ``kind`` is tie, side, gap or unit.

    A line that must go around something has a bend, ``via``, where its badge stands.
    """

    start: str
    end: str
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str
    kind: str
    dashed: bool = False
    via: Spot | None = None

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Give its ends, with the bend between them if there is one."""
        first, last = (self.x1, self.y1), (self.x2, self.y2)
        return (first, last) if self.via is None else (first, self.via, last)

    def at(self, share: float) -> Spot:
        """Give the place at a share of the way of a straight line from start to end."""
        return self.x1 + share * (self.x2 - self.x1), self.y1 + share * (self.y2 - self.y1)

    def nears(self, x: float, y: float, away: float) -> bool:
        """Tell whether the line comes nearer to a place than so far."""
        return any(_apart(a, b, (x, y)) < away for a, b in pairwise(self.spots))

    def crosses(self, box: Box) -> bool:
        """Tell whether the line touches a rectangle."""
        if self.via is None:
            return box.crossed(self.x1, self.y1, self.x2, self.y2)
        return any(box.crossed(*a, *b) for a, b in pairwise(self.spots))

    def meets(self, other: Link) -> bool:
        """Tell whether two lines cross."""
        return any(_cross(*a, *b) for a in pairwise(self.spots) for b in pairwise(other.spots))


def _cross(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    def side(p: Spot, q: Spot, r: Spot) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def _apart(a: Spot, b: Spot, spot: Spot) -> float:
    """Give the distance of a place from a stretch."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = (spot[0] - a[0]) * dx + (spot[1] - a[1]) * dy
    share = max(0.0, min(1.0, along / (dx * dx + dy * dy))) if dx or dy else 0.0
    return math.hypot(spot[0] - a[0] - share * dx, spot[1] - a[1] - share * dy)


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
    """A card under other things; a border may be dashed, an empty colour is none."""

    id: str
    box: Box
    fill: str = PALE
    edge: str = RULE
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """An area of a map that lies under the picture."""

    id: str
    rings: tuple[tuple[Spot, ...], ...]
    fill: str = LAND


@dataclass(frozen=True, slots=True)
class Table:
    """A table that goes with the picture; widths are shares of the page."""

    title: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    fresh: bool = False
    """Whether it begins a page of its own."""
    size: float = 10.0
    lead: str = ""
    """What to know before reading it."""


@dataclass(slots=True)
class Scene:
    """A page and the tables that go with it."""

    width: float
    height: float
    title: str
    outlines: list[Outline] = field(default_factory=list)
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
        yield from _written(self.tables)


@dataclass(slots=True)
class Book:
    """Pictures, each on a page of its own, and the tables after them: what a file of several pages holds."""

    title: str
    scenes: list[Scene]
    tables: list[Table]

    def words(self) -> Iterator[str]:
        """Give all that is written in it."""
        for scene in self.scenes:
            yield from scene.words()
        yield from _written(self.tables)


def _written(tables: list[Table]) -> Iterator[str]:
    for table in tables:
        yield table.title
        yield table.lead
        yield from table.columns
        for row in table.rows:
            yield from row
