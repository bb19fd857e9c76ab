"""Ties between members as lines: led around what stands in their way, each with its number or name where it is free."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.layout.measure import height, width
from graph.layout.paper import Page
from graph.layout.scene import Badge, Box, Disc, Link, Scene, Spot

_CLEAR = 0.05
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7)
_ASIDE = tuple(round(0.12 * step, 2) for step in range(2, 17))


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
        link = _straight(discs[line.first], discs[line.second], line)
        again = any({k.start, k.end} == {link.start, link.end} for k in scene.links)
        if again or _in_the_way(link, scene) or _placed(line, link, page, scene)[0]:
            link = _led_around(link, line, page, scene)
        scene.links.append(link)
        drawn.append((line, link))
        if link.via is not None:
            scene.badges.append(Badge(_id(line), _box(line, link.via, page), line.text, _size(line, page), line.badge))
    for line, link in drawn:
        if link.via is None:
            scene.badges.append(_badge(line, link, page, scene))
    scene.links.sort(key=lambda link: (link.kind == "tie", link.kind == "gap"))  # the others lie below


def badge_id(link: Link) -> str:
    """Name the badge of a tie."""
    return f"{link.kind} {link.start}|{link.end}"


def _id(line: Line) -> str:
    return f"{line.kind} {line.first}|{line.second}"


def _straight(a: Disc, b: Disc, line: Line) -> Link:
    ends = (*_edge(a, (b.x, b.y)), *_edge(b, (a.x, a.y)))
    return Link(a.id, b.id, *ends, line.width, line.colour, line.kind, line.dashed)


def _edge(disc: Disc, towards: Spot) -> Spot:
    away = math.hypot(towards[0] - disc.x, towards[1] - disc.y)
    return (
        disc.x + (towards[0] - disc.x) / away * disc.radius,
        disc.y + (towards[1] - disc.y) / away * disc.radius,
    )


def _in_the_way(link: Link, scene: Scene) -> int:
    others = [d for d in scene.discs if d.id not in (link.start, link.end)]
    return sum(link.nears(d.x, d.y, d.radius + _CLEAR) for d in others)


def _led_around(link: Link, line: Line, page: Page, scene: Scene) -> Link:
    """Give a line a bend beside what stands in its way: as few crossings and as small a detour as may be."""
    discs = {disc.id: disc for disc in scene.discs}
    a, b = discs[link.start], discs[link.end]
    away = math.hypot(link.x2 - link.x1, link.y2 - link.y1)
    across = (link.y1 - link.y2) / away, (link.x2 - link.x1) / away
    pole = scene.discs[0].x, scene.discs[0].y
    best: tuple[float, Link] | None = None
    for share in _ALONG:
        x, y = link.at(share)
        for aside in (sign * step for step in _ASIDE for sign in (1, -1)):
            via = x + aside * across[0], y + aside * across[1]
            box = _box(line, via, page)
            if not box.within(page.area) or any(box.meets(other, 0.05) for _, other in scene.solid()):
                continue
            bent = replace(link, **_ends(_edge(a, via), _edge(b, via)), via=via)
            outside = math.dist(via, pole) > math.dist((x, y), pole)  # where the members' own labels want to be
            cost = (
                10 * _in_the_way(bent, scene) + _crossings(bent, box, scene) + abs(aside) + abs(share - 0.5) + outside
            )
            if best is None or cost < best[0]:
                best = cost, bent
    return best[1] if best is not None else link


def _ends(first: Spot, second: Spot) -> dict[str, Any]:
    return {"x1": first[0], "y1": first[1], "x2": second[0], "y2": second[1]}


def _crossings(link: Link, box: Box, scene: Scene) -> float:
    crossed = sum(link.meets(other) for other in scene.links)
    # a number that stands on another tie reads as the number of that one
    return 0.6 * crossed + 1.6 * sum(other.crosses(box) for other in scene.links)


def _size(line: Line, page: Page) -> float:
    return page.label * (0.95 if line.kind == "tie" else 0.85)


def _box(line: Line, spot: Spot, page: Page) -> Box:
    size = _size(line, page)
    w, h = max(width(line.text, size) + 0.1, height(size) * 0.95), height(size) * 1.1
    return Box(spot[0] - w / 2, spot[1] - h / 2, spot[0] + w / 2, spot[1] + h / 2)


def _badge(line: Line, link: Link, page: Page, scene: Scene) -> Badge:
    return Badge(_id(line), _placed(line, link, page, scene)[1], line.text, _size(line, page), line.badge)


def _placed(line: Line, link: Link, page: Page, scene: Scene) -> tuple[int, Box]:
    """Find where a straight line is free for its badge, as near to its middle as can be; give what it covers there."""
    boxes = []
    for share in sorted((i / 40 for i in range(4, 37)), key=lambda s: (abs(s - 0.5), s)):
        box = _box(line, link.at(share), page)
        crossed = sum(other.crosses(box) for other in scene.links if other is not link)
        taken = sum(box.meets(other, 0.03) for _, other in scene.solid())
        boxes.append((taken, crossed, abs(share - 0.5), box))
    best = min(boxes, key=lambda b: b[:3])
    return best[0], best[3]
