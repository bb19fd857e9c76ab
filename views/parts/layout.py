"""Computes where things stand: around a centre with room for labels, by springs when it is crowded."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

PACKED_UP_TO = 400
FRAME = (740.0, 560.0)
STEP = 240.0
_CELL_X, _CELL_Y = 11.0, 6.5
_LINE = 26.0
_REACH = 70


@dataclass(frozen=True, slots=True)
class Place:
    """A position; ``side`` tells where the label stands: ``l``, ``r`` or ``b`` (below)."""

    x: float
    y: float
    side: str


def width(label: str, size: float = 13.0) -> float:
    """Estimate the drawn width of a label: a Chinese character is a square, a Latin one about half of it."""
    return sum(size if ord(c) > 0x2E7F else size * 0.56 for c in label)


def place(
    centre: str,
    parent: Mapping[str, str],
    labels: Mapping[str, str],
    rank: Callable[[str], tuple[int, str]],
    ties: Sequence[tuple[str, str]] = (),
) -> dict[str, Place]:
    """Place a neighbourhood; ``parent`` is its tree, ``rank`` orders siblings (by class, then name).

    Up to 70 entities each label has room of its own, up to 400 a part of it; above that the picture is laid out with
    springs. The face shows the labels that fit, and more as one zooms in.
    """
    if len(labels) > PACKED_UP_TO:
        return _springs(centre, labels, ties)
    children: dict[str, list[str]] = {}
    for child, above in parent.items():
        children.setdefault(above, []).append(child)
    for siblings in children.values():
        siblings.sort(key=rank)
    # labels stand to the sides: a picture that comes out too flat or too tall is tried again, and the best one kept
    best, best_size, shape = {}, math.inf, 1.0
    for _ in range(4 if len(labels) <= 200 else 2):
        places = _pack(centre, parent, _ideals(centre, children, labels, shape), labels)
        wide, high = _extent(places, labels)
        size = max(wide / FRAME[0], high / FRAME[1])
        if size < best_size:
            best, best_size = places, size
        flatness = (wide / high) / (FRAME[0] / FRAME[1])
        if 0.9 < flatness < 1.1:
            break
        shape *= flatness
    return best


def columns(depth: Mapping[str, int], rank: Callable[[str], tuple[int, str]]) -> dict[str, Place]:
    """Place the entities of a path: a column for each step, from left to right, labels below."""
    steps: dict[int, list[str]] = {}
    for entity, step in depth.items():
        steps.setdefault(step, []).append(entity)
    places = {}
    for step, entities in steps.items():
        high = min(64.0, FRAME[1] / len(entities)) if len(entities) > 1 else 0.0
        for number, entity in enumerate(sorted(entities, key=rank)):
            y = (number - (len(entities) - 1) / 2) * max(high, 46.0)
            places[entity] = Place(step * STEP, round(y, 1), "b")
    return places


def _extent(places: Mapping[str, Place], labels: Mapping[str, str]) -> tuple[float, float]:
    """Measure a picture with its labels."""
    left, right = [0.0], [0.0]
    for entity, spot in places.items():
        text = width(labels[entity]) + 16
        left.append(spot.x - {"l": text, "r": 9.0}.get(spot.side, text / 2))
        right.append(spot.x + {"r": text, "l": 9.0}.get(spot.side, text / 2))
    heights = [spot.y for spot in places.values()]
    return max(right) - min(left), max(heights) - min(heights) + 40


def _tightness(count: int) -> float:
    """Give the share of its label that each entity has room for: the face hides labels that do not fit at a zoom."""
    return 1.0 if count <= 70 else max(0.3, 70 / count)


def _descendants(node: str, children: Mapping[str, list[str]]) -> int:
    total, open_ = 0, [node]
    while open_:
        below = children.get(open_.pop(), [])
        total += len(below)
        open_.extend(below)
    return total


def _ideals(
    centre: str, children: Mapping[str, list[str]], labels: Mapping[str, str], shape: float
) -> dict[str, tuple[float, float]]:
    """Wish each entity a point: siblings around an ellipse, evenly by height, each branch outwards from its hub.

    A ``shape`` above 1 makes the ellipse narrower and taller.
    """
    area = sum((width(label) + 34) * _LINE for label in labels.values())
    height = max(420.0, math.sqrt(area * 1.2 * _tightness(len(labels))))
    # labels stand to the sides and widen the picture themselves
    wide = height * (1.2 if len(labels) <= 30 else 0.9) / math.sqrt(shape)
    height *= math.sqrt(shape)
    ideals = {centre: (0.0, 0.0)}
    first = children.get(centre, [])
    weights = [1.0 + _descendants(child, children) for child in first]
    total, before = sum(weights) or 1.0, 0.0
    for child, weight in zip(first, weights, strict=True):
        turn = (before + weight / 2) / total
        before += weight
        dx, dy = _direction(turn)
        reach = 0.34 if weight > 1 else 0.40
        ideals[child] = (dx * wide * reach, dy * height * reach)
        _branch(child, (dx, dy), children, ideals)
    return ideals


def _direction(turn: float) -> tuple[float, float]:
    """Give the point of the unit circle at a share of the way round, from the top, evenly by height on each side."""
    right = turn < 0.5
    y = -1 + 4 * turn if right else 3 - 4 * turn
    x = math.sqrt(max(0.0, 1 - y * y))
    return (x if right else -x, y)


def _branch(
    hub: str, direction: tuple[float, float], children: Mapping[str, list[str]], ideals: dict[str, tuple[float, float]]
) -> None:
    below = children.get(hub, [])
    angle = math.atan2(direction[1], direction[0])
    spread = min(math.pi, 0.5 + 0.16 * len(below))
    for number, child in enumerate(below):
        offset = (number + 0.5) / len(below) - 0.5
        turned = angle + offset * spread
        step = 70 + 5 * math.sqrt(len(below))
        ideals[child] = (ideals[hub][0] + math.cos(turned) * step * 1.4, ideals[hub][1] + math.sin(turned) * step)
        _branch(child, (math.cos(turned), math.sin(turned)), children, ideals)


_SIZES = {
    "r": (9.0, 16.0, 12.0, 12.0),
    "l": (16.0, 9.0, 12.0, 12.0),
    "b": (0.0, 0.0, 34.0, 52.0),
    "h": (0.0, 0.0, 15.0, 36.0),
}
"""Side of the label -> room to the left and right without the label, and above and below."""
_SHARES = {"r": (0.0, 1.0), "l": (1.0, 0.0), "b": (0.5, 0.5), "h": (0.5, 0.5)}
"""Side of the label -> how much of it stands to the left and to the right."""

Box = tuple[int, int, int]
"""First row, row after the last, and the columns as bits."""


class _Room:
    """The taken parts of the picture, in cells: a number for each row, with a bit for each column."""

    def __init__(self, half_width: float, half_height: float) -> None:
        self.shape = (int(2 * half_height / _CELL_Y) + 4, int(2 * half_width / _CELL_X) + 4)
        self.middle = (self.shape[0] // 2, self.shape[1] // 2)
        self.taken = [0] * self.shape[0]

    def box(self, x: float, y: float, side: str, text: float) -> Box | None:
        left, right, up, down = _SIZES[side]
        before, after = _SHARES[side]
        top, bottom = floor((y - up) / _CELL_Y) + self.middle[0], ceil((y + down) / _CELL_Y) + self.middle[0]
        first = floor((x - (left + before * text)) / _CELL_X) + self.middle[1]
        last = ceil((x + (right + after * text)) / _CELL_X) + self.middle[1]
        if top < 0 or first < 0 or bottom > self.shape[0] or last > self.shape[1]:
            return None
        return top, bottom, ((1 << (last - first)) - 1) << first

    def free(self, box: Box) -> bool:
        top, bottom, columns = box
        return not any(row & columns for row in self.taken[top:bottom])

    def take(self, box: Box) -> None:
        top, bottom, columns = box
        for row in range(top, bottom):
            self.taken[row] |= columns


def _offsets() -> list[tuple[float, float]]:
    """List steps away from a point, nearest first; a step up or down costs less, as labels are wide."""
    steps = [
        (column * 2 * _CELL_X, row * 2 * _CELL_Y)
        for column in range(-_REACH, _REACH + 1)
        for row in range(-_REACH, _REACH + 1)
    ]
    return sorted(steps, key=lambda step: (step[0] ** 2 + (step[1] * 0.8) ** 2, step))


_OFFSETS = _offsets()


def _pack(
    centre: str, parent: Mapping[str, str], ideals: Mapping[str, tuple[float, float]], labels: Mapping[str, str]
) -> dict[str, Place]:
    far = max((max(abs(x) / 1.4, abs(y)) for x, y in ideals.values()), default=0.0) + 900
    room = _Room(far * 1.8, far)
    places = {centre: Place(0.0, 0.0, "b")}
    hubs = set(parent.values())
    tight = _tightness(len(labels))
    middle = room.box(0, 0, "b", max(60.0, width(labels[centre], 17) + 12))
    if middle is not None:
        room.take(middle)
    for entity, (x, y) in ideals.items():
        if entity == centre:
            continue
        anchor = places[parent[entity]]
        hub = entity in hubs
        text = max(30.0, width(labels[entity], 14)) if hub else width(labels[entity]) * tight
        least = 0.8 * math.hypot(x, y)
        for dx, dy in _OFFSETS:
            spot = (x + dx, y + dy)
            if math.hypot(*spot) < least:
                continue
            side = "b" if hub else "l" if spot[0] < anchor.x - 1 else "r"
            box = room.box(*spot, "h" if hub else side, text)
            if box is not None and room.free(box):
                room.take(box)
                places[entity] = Place(round(spot[0], 1), round(spot[1], 1), side)
                break
        else:
            places[entity] = Place(round(x, 1), round(y, 1), "r")
    return places


def _springs(centre: str, labels: Mapping[str, str], ties: Sequence[tuple[str, str]]) -> dict[str, Place]:
    import rustworkx

    graph: rustworkx.PyGraph[str, None] = rustworkx.PyGraph(multigraph=False)
    index = {entity: graph.add_node(entity) for entity in labels}
    graph.add_edges_from_no_data([(index[a], index[b]) for a, b in ties if a in index and b in index])
    points = rustworkx.spring_layout(graph, seed=7, num_iter=60, k=1.2 / math.sqrt(len(labels)))
    scale = 26 * math.sqrt(len(labels))
    cx, cy = points[index[centre]]
    places = {}
    for entity, number in index.items():
        x, y = (points[number][0] - cx) * scale * 1.4, (points[number][1] - cy) * scale
        places[entity] = Place(round(x, 1), round(y, 1), "b" if entity == centre else ("l" if x < 0 else "r"))
    return places
