"""The pole-core diagram on a page: the pole in the middle, points at their bearings, units behind them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.layout.bearing import bearing, difference, spread, widest_gap
from graph.layout.block import Block, block, items, shapes
from graph.layout.measure import fitted
from graph.layout.missing import MissingTie
from graph.layout.paper import Page
from graph.layout.polecore import Member, PoleCore
from graph.layout.scene import GAP, POINT, POLE, SIDE, TIE, Box, Disc, Link, Panel, Scene, owned
from graph.layout.ties import Line, draw_ties

Point = tuple[float, float]
_APART, _GAP = 33.0, 78.0
_SHIFTED = 6.0
_INSET = 0.12
_ASIDE = 0.9, 0.25
_POLE_LINES = (27, 21, 18, 15, 12, 9, 4, 0)
_POINT_LINES = (9, 7, 6, 5, 4)
_ONE_LINE, _FIELD, _SILENT = 3, 6.0, 100
ALONE = "#8A94A6"
"""Colour of a member without any tie on record."""


@dataclass(frozen=True, slots=True)
class Directions:
    """Where the points stand: the direction that each is drawn in, the true one, and who has none."""

    turns: dict[str, float]
    true: dict[str, float]
    drawn: dict[str, float]

    @property
    def shifted(self) -> list[str]:
        """Points that are drawn in another direction than they lie in."""
        return [n for n, angle in self.true.items() if difference(angle, self.drawn[n]) > _SHIFTED]

    @property
    def unknown(self) -> list[str]:
        """Points whose coordinates are not known."""
        return [n for n in self.drawn if n not in self.true]


def network(
    net: PoleCore, page: Page, scene: Scene, missing: Sequence[MissingTie] = (), language: str = "zh"
) -> Directions:
    """Place the whole network on a scene and tell in which directions the points stand."""
    area = page.area
    radii = (area.right - area.left) * 0.225, (area.bottom - area.top) * 0.335
    where = directions(net, radii)
    # the network makes room on the side where what stands in the pole will be listed
    empty = math.radians(widest_gap(list(where.turns.values()))[0])
    middle = (
        (area.left + area.right) / 2 - _ASIDE[0] * math.sin(empty),
        (area.top + area.bottom) / 2 + _ASIDE[1] * math.cos(empty),
    )
    at = {name: on_ellipse(middle, radii, turn) for name, turn in where.turns.items()}
    scene.discs.append(Disc(net.pole.id, *middle, page.pole, net.pole.short, page.label * 1.9, POLE))
    tied = {end for tie in net.ties for end in (tie.first, tie.second)}
    for point in net.points:
        scene.discs.append(disc(point.id, at[point.id], page, point.short, POINT if point.id in tied else ALONE))
    draw_ties([*tie_lines(net), *gap_lines(missing)], page, scene)
    _draw_units(net, page, scene, where, middle, radii, language)
    return where


def disc(id_: str, spot: Point, page: Page, name: str, fill: str, radius: float | None = None) -> Disc:
    """Give the disc of a member; a long name stands in two lines."""
    radius = page.point if radius is None else radius
    cut = len(name) // 2 if len(name) > _ONE_LINE else len(name)
    lines = [part for part in (name[:cut], name[cut:]) if part]
    size = min(page.label * 1.15, 2 * radius * (0.8 if len(lines) == 1 else 0.74) * 72 / max(2, *map(len, lines)))
    return Disc(id_, *spot, radius, "\n".join(lines), size, fill)


def tie_lines(net: PoleCore) -> list[Line]:
    """Give the ties of a network as lines, those of the pole first, so that their numbers have the best places."""
    most = max((tie.weight for tie in net.ties), default=1)
    found = []
    for tie in sorted(net.ties, key=lambda t: (net.pole.id not in (t.first, t.second), t.first, t.second)):
        main = net.pole.id in (tie.first, tie.second)
        thick = round((1.6 + 4.4 * tie.weight / most) if main else (0.8 + 1.2 * tie.weight / most), 2)
        looks = (TIE, "tie", POLE) if main else (SIDE, "side", POINT)
        found.append(Line(tie.first, tie.second, str(tie.weight), thick, *looks))
    return found


def gap_lines(missing: Sequence[MissingTie]) -> list[Line]:
    """Give missing ties as dashed lines that name the first field and the number of others."""
    found = []
    for tie in missing:
        more = f" +{len(tie.fields) - 1}" if len(tie.fields) > 1 else ""
        text = fitted(tie.fields[0], 72, _FIELD) + more
        found.append(Line(tie.first, tie.second, text, 1.5, GAP, "gap", GAP, dashed=True))
    return found


def directions(net: PoleCore, radii: Point) -> Directions:
    """Find the directions of the points on an ellipse, kept apart."""
    origin = net.pole.place
    true = {p.id: bearing(origin, p.place) for p in net.points if origin and p.place}
    # on an ellipse a point at this turn is seen from the middle at its true bearing
    wanted = {n: _turn(angle, radii) for n, angle in true.items()}
    for point in net.points:
        if point.id not in wanted:
            wanted[point.id] = widest_gap(list(wanted.values()))[0]
    turns = spread(wanted, _APART, _GAP)
    drawn = {n: _seen(turn, radii) for n, turn in turns.items()}
    return Directions(turns, true, drawn)


def _turn(angle: float, radii: Point) -> float:
    east, north = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    return math.degrees(math.atan2(east / radii[0], north / radii[1])) % 360


def _seen(turn: float, radii: Point) -> float:
    east, north = radii[0] * math.sin(math.radians(turn)), radii[1] * math.cos(math.radians(turn))
    return math.degrees(math.atan2(east, north)) % 360


def on_ellipse(middle: Point, radii: Point, turn: float, reach: float = 1.0) -> Point:
    """Give the place on an ellipse, or so many times as far out."""
    angle = math.radians(turn)
    return middle[0] + reach * radii[0] * math.sin(angle), middle[1] - reach * radii[1] * math.cos(angle)


def _draw_units(
    net: PoleCore, page: Page, scene: Scene, where: Directions, middle: Point, radii: Point,
    language: str,
) -> None:  # fmt: skip
    """Try panels of several sizes for the pole and keep the one with which most is shown, at the points above all."""
    ideal = on_ellipse(middle, radii, widest_gap(list(where.turns.values()))[0], 1.5)
    # points above and below the pole have the fewest choices
    order = sorted(net.points, key=lambda p: (abs(math.sin(math.radians(where.turns[p.id]))), p.id))
    best: tuple[float, Scene] | None = None
    for lines in sorted({min(lines, 2 * page.lines) for lines in _POLE_LINES}, reverse=True):
        panel = Scene(scene.width, scene.height, scene.title, links=list(scene.links), discs=scene.discs,
                      badges=scene.badges)  # fmt: skip
        if not _pole_panel(net, page, panel, lines, ideal, language):
            continue
        for most in sorted({min(most, page.lines) for most in _POINT_LINES}, reverse=True):
            trial = replace(panel, links=list(panel.links), marks=list(panel.marks), texts=list(panel.texts))
            for point in order:
                next((n for n in range(most, -1, -1) if _point_block(net, point, page, trial, n, language)), None)
            value = _worth(trial, net)
            if best is None or value > best[0]:
                best = value, trial
    if best is not None:
        trial = best[1]
        scene.panels, scene.links, scene.marks, scene.texts = trial.panels, trial.links, trial.marks, trial.texts


def _worth(scene: Scene, net: PoleCore) -> float:
    """Say how much is shown: the first of each member count more than its last, and none may go without a word."""
    shown = Counter(mark.id.partition("/")[0] for mark in scene.marks if not mark.hollow)
    told = {mark.id.partition("/")[0] for mark in scene.marks}
    silent = sum(bool(m.units) and owned(m.id).removesuffix("/") not in told for m in (net.pole, *net.points))
    return sum(math.sqrt(number) for number in shown.values()) - _SILENT * silent


def _pole_panel(net: PoleCore, page: Page, scene: Scene, lines: int, ideal: Point, language: str) -> bool:
    found = items(net.pole, [p.short for p in net.points], lines, page.label, page.room, language)
    if not found:
        return True
    taken = _taken(scene)
    options = (option for columns in (1, 2, 3) for option in _panels(block(found, columns, page.label), page, ideal))
    best = next(((box, content) for _, box, content in sorted(options, key=_cost) if taken.leaves(box, 0.12)), None)
    if best is None:
        return False
    box, content = best
    inside = Box(box.left + _INSET, box.top + _INSET, box.right - _INSET, box.bottom - _INSET)
    marks, texts = shapes(net.pole.id, content, inside, "l")
    scene.marks += marks
    scene.texts += texts
    panel = Panel(f"panel {net.pole.id}", box)
    scene.panels.append(panel)
    pole = scene.discs[0]
    x, y = min(max(pole.x, box.left), box.right), min(max(pole.y, box.top), box.bottom)
    scene.links.insert(0, _spoke(pole, panel.id, x, y, 1.1, POLE))
    return True


def _cost(option: tuple[float, Box, object]) -> tuple[float, float, float]:
    return option[0], option[1].top, option[1].left


def _spoke(disc: Disc, end: str, x: float, y: float, thick: float, colour: str) -> Link:
    away = math.hypot(x - disc.x, y - disc.y)
    start = disc.x + (x - disc.x) / away * disc.radius, disc.y + (y - disc.y) / away * disc.radius
    return Link(disc.id, end, *start, x, y, thick, colour, "unit")


def _panels(content: Block, page: Page, ideal: Point) -> Iterator[tuple[float, Box, Block]]:
    w, h = content.width + 2 * _INSET, content.height + 2 * _INSET
    area, step = page.area, 0.1
    for row in range(int((area.bottom - area.top - h) / step) + 1):
        for column in range(int((area.right - area.left - w) / step) + 1):
            left, top = area.left + column * step, area.top + row * step
            away = math.hypot(left + w / 2 - ideal[0], top + h / 2 - ideal[1])
            yield away, Box(left, top, left + w, top + h), content


@dataclass(frozen=True, slots=True)
class _Taken:
    """What stands on a page already."""

    links: tuple[Link, ...]
    boxes: tuple[Box, ...]

    def leaves(self, box: Box, margin: float) -> bool:
        """Tell whether nothing stands in a rectangle or comes nearer than a margin."""
        return not any(box.meets(other, margin) for other in self.boxes) and not any(
            link.crosses(box) for link in self.links
        )


def _taken(scene: Scene) -> _Taken:
    boxes = (*(box for _, box in scene.solid()), *(panel.box for panel in scene.panels))
    return _Taken(tuple(scene.links), boxes)


def _point_block(net: PoleCore, point: Member, page: Page, scene: Scene, lines: int, language: str) -> bool:
    others = [net.pole.short, *(p.short for p in net.points if p is not point)]
    own = next(d for d in scene.discs if d.id == point.id)
    outward = page.area.right - own.x if own.x >= scene.discs[0].x else own.x - page.area.left
    room = min(page.room * 1.4, max(page.room, outward - own.radius - 0.4))
    found = items(point, others, lines, page.label, room, language)
    if not found:
        return True
    taken = _taken(scene)
    options = _beside(block(found, 1, page.label), own, page, scene.discs[0])
    best = next((o for o in sorted(options, key=lambda o: o[0]) if taken.leaves(o[1], 0.06)), None)
    if best is None:
        return False
    _, box, align, content = best
    marks, texts = shapes(point.id, content, box, align)
    scene.marks += marks
    scene.texts += texts
    for mark in marks[: len(content.columns[0])]:
        scene.links.insert(0, _spoke(own, mark.id, mark.x, mark.y, 0.6, mark.colour))
    return True


def _beside(content: Block, disc: Disc, page: Page, pole: Disc) -> Iterator[tuple[float, Box, str, Block]]:
    """Give the places for a block at a disc, each with what it costs."""
    w, h, near = content.width, content.height, disc.radius + 0.17
    outward = 1 if disc.x >= pole.x else -1
    steps = int((h / 2 + disc.radius) / 0.06)
    spots: list[tuple[float, float, str, float]] = []
    for offset in range(-steps, steps + 1):
        top = disc.y - h / 2 + offset * 0.06
        for side, left in (("l", disc.x + near), ("r", disc.x - near - w)):
            wrong = (side == "l") != (outward > 0)
            spots.append((left, top, side, abs(offset) * 0.06 + 1.2 * wrong))
    for top in (disc.y - near - h, disc.y + near):
        inward = (top < disc.y) != (disc.y <= pole.y)
        for side, left in (("l", disc.x - 0.06), ("r", disc.x + 0.06 - w)):
            spots.append((left, top, side, 0.9 + 1.2 * inward))
    for left, top, side, cost in spots:
        box = Box(left, top, left + w, top + h)
        if box.within(page.area):
            yield cost, box, side, content


def overlaps(scene: Scene) -> Sequence[tuple[str, str]]:
    """Name the pairs of shapes and texts of a scene that overlap; there must be none."""
    solid = list(scene.solid())
    return [
        (a, b) for number, (a, first) in enumerate(solid) for b, second in solid[number + 1 :] if first.meets(second)
    ]
