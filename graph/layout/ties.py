"""Ties between members as lines: led around what stands in their way, each with its number or name where it is free."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.layout.measure import height, width
from graph.layout.paper import Page
from graph.layout.scene import Badge, Box, Disc, Link, Scene

_CLEAR = 0.04


@dataclass(frozen=True, slots=True)
class Line:
    """A tie to be drawn: its ends, its looks, and what its badge says in which colour."""

    first: str
    second: str
    text: str
    width: float
    colour: str
    kind: str
    badge: str
    dashed: bool = False


def draw_ties(lines: Sequence[Line], page: Page, scene: Scene) -> None:
    """Draw lines between the discs of a scene; those that come first have the best places for their badges."""
    discs = {disc.id: disc for disc in scene.discs}
    drawn: list[tuple[Line, Link]] = []
    for line in lines:
        link = _led_around(_straight(discs[line.first], discs[line.second], line), discs, scene)
        scene.links.append(link)
        drawn.append((line, link))
    for line, link in drawn:
        scene.badges.append(_badge(line, link, page, scene))
    scene.links.sort(key=lambda link: (link.kind == "tie", link.kind == "gap"))  # the others lie below


def _straight(a: Disc, b: Disc, line: Line) -> Link:
    away = math.hypot(b.x - a.x, b.y - a.y)
    ux, uy = (b.x - a.x) / away, (b.y - a.y) / away
    ends = a.x + ux * a.radius, a.y + uy * a.radius, b.x - ux * b.radius, b.y - uy * b.radius
    return Link(a.id, b.id, *ends, line.width, line.colour, line.kind, line.dashed)


def _led_around(link: Link, discs: dict[str, Disc], scene: Scene) -> Link:
    """Bend a line that would run behind another disc or along another line, if a bend is better."""
    options = [link]
    a, b = discs[link.start], discs[link.end]
    right, down = (1 if b.x > a.x else -1), (1 if b.y > a.y else -1)
    options.append(replace(
        link, x1=a.x + right * a.radius, y1=a.y, x2=b.x, y2=b.y - down * b.radius, bend="across",
    ))  # fmt: skip
    options.append(replace(
        link, x1=a.x, y1=a.y + down * a.radius, x2=b.x - right * b.radius, y2=b.y, bend="down",
    ))  # fmt: skip
    others = [d for d in scene.discs if d.id not in (link.start, link.end)]

    def cost(option: Link) -> tuple[int, int, bool]:
        hidden = sum(option.nears(d.x, d.y, d.radius + _CLEAR) for d in others)
        along = sum({k.start, k.end} == {option.start, option.end} and k.bend == option.bend for k in scene.links)
        return hidden + along, sum(_meet(option, k) for k in scene.links), bool(option.bend)

    best = min(options, key=cost)
    straight = cost(link)
    return best if cost(best)[0] < straight[0] else link


def _meet(one: Link, other: Link) -> bool:
    if {one.start, one.end} & {other.start, other.end}:
        return False
    spots = [other.at(step / 12) for step in range(13)]
    near = 0.04
    return any(one.crosses(Box(x - near, y - near, x + near, y + near)) for x, y in spots)


def _badge(line: Line, link: Link, page: Page, scene: Scene) -> Badge:
    """Put the number where the line is free, as near to its middle as can be."""
    size = page.label * (0.95 if line.kind == "tie" else 0.85)
    w, h = max(width(line.text, size) + 0.1, height(size) * 0.95), height(size) * 1.1
    steps = sorted((i / 40 for i in range(4, 37)), key=lambda s: (abs(s - 0.5), s))
    boxes = []
    for share in steps:
        x, y = link.at(share)
        box = Box(x - w / 2, y - h / 2, x + w / 2, y + h / 2)
        crossed = sum(other.crosses(box) for other in scene.links if other is not link)
        taken = sum(box.meets(other, 0.03) for _, other in scene.solid())
        boxes.append((taken, crossed, abs(share - 0.5), box))
    best = min(boxes, key=lambda b: b[:3])
    return Badge(f"{line.kind} {line.first}|{line.second}", best[3], line.text, size, line.badge)
