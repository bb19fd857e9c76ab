"""Who works with whom: the members of a region at their bearings, tied by the things that they share."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

from graph.layout.boundaries import Anchor, Area, outlines
from graph.layout.diagram import bearing_notes, gaps_table, lead, planned, ties_table
from graph.layout.frame import caption, documents_table, head, legend, line, sources, tie_keys
from graph.layout.measure import fitted, height
from graph.layout.missing import MissingTie
from graph.layout.page import ALONE, Directions, directions, disc, gap_lines, on_ellipse, tie_lines
from graph.layout.paper import SLIDE, Page
from graph.layout.polecore import PoleCore, polecore
from graph.layout.scene import FAINT, POINT, POLE, Box, Panel, Scene, Spot, Table
from graph.layout.ties import draw_ties
from graph.layout.wording import heads, say
from graph.projection.build import Projection
from graph.projection.networks import takes
from graph.projection.vehicles import AGREEMENT, EXISTING, Vehicle

_INSET, _FREE, _LEAST = 0.15, 0.02, 0.5


def collaboration(
    projection: Projection,
    page: Page = SLIDE,
    *,
    missing: Sequence[MissingTie] | None = None,
    areas: Sequence[Area] = (),
    language: str = "zh",
) -> Scene:
    """Compose the network of a region's members, with what ties them named beside it."""
    net = polecore(projection)
    shared = vehicles(projection)
    scene = Scene(page.width, page.height, say("title.collaboration", language, region=net.region))
    where, mapped = _network(net, page, scene, missing or (), areas)
    notes = [
        say(
            "note.members",
            language,
            region=net.region,
            members=len(net.points) + 1,
            vehicles=net.vehicles,
            planned=planned(net, language),
        ),
        *bearing_notes(net, where, language, mapped=mapped),
    ]
    head(scene, page, notes, lead(net, language))
    legend(scene, page, (), tie_keys(missing, language), language)
    if missing is None:
        place = max(text.box.right for text in scene.texts if text.id.startswith("legend"))
        line(scene, "legend size", place + 0.35, page.height - 0.56, say("legend.strong", language), page.label * 0.92)
    _card(shared, projection, page, scene, language)
    sources(scene, page, net.documents, language)
    scene.tables = [
        _table(shared, projection, language), ties_table(net, language), gaps_table(net, missing or (), language),
        documents_table(net.documents, language),
    ]  # fmt: skip
    scene.tables = [table for table in scene.tables if table.rows]
    return scene


def vehicles(projection: Projection) -> list[tuple[Vehicle, tuple[str, ...]]]:
    """Give what two members or more share, with the members in their order; what binds most comes first."""
    order = {member: number for number, member in enumerate(projection.area.members)}
    found = []
    for vehicle in projection.vehicles:
        members = sorted((m for m in takes(vehicle, projection.places)[0][0] if m in order), key=lambda m: order[m])
        if len(members) > 1:
            found.append((vehicle, tuple(members)))
    return sorted(found, key=lambda f: (f[0].status != EXISTING, -len(f[1]), f[0].name, f[0].id))


def _network(
    net: PoleCore, page: Page, scene: Scene, missing: Sequence[MissingTie], areas: Sequence[Area]
) -> tuple[Directions, bool]:
    area = Box(page.area.left, page.area.top + 0.1, page.width * 0.66, page.area.bottom - 0.1)
    radii = (area.right - area.left) / 2 - page.pole - 0.1, (area.bottom - area.top) / 2 - page.pole - 0.05
    where, middle = directions(net, radii), ((area.left + area.right) / 2, (area.top + area.bottom) / 2)
    strength = {m.id: sum(t.weight for t in net.ties if m.id in (t.first, t.second)) for m in (net.pole, *net.points)}
    most = max((strength[p.id] for p in net.points), default=1) or 1
    scene.discs.append(disc(net.pole.id, middle, page, net.pole.short, POLE, page.pole))
    spots = {point.id: on_ellipse(middle, radii, where.turns[point.id]) for point in net.points}
    sizes = {}
    for point in net.points:
        level = math.ceil(3 * strength[point.id] / most) if strength[point.id] else 1
        sizes[point.id] = page.point * (0.85, 0.95, 1.1, 1.25)[level]
    share = _share(spots, sizes)
    for point in net.points:
        fill = POINT if strength[point.id] else ALONE
        scene.discs.append(disc(point.id, spots[point.id], page, point.short, fill, sizes[point.id] * share))
    draw_ties([*tie_lines(net), *gap_lines(missing)], page, scene)
    if areas and net.pole.place:
        anchors = [Anchor(p.short, p.place, spots[p.id]) for p in net.points if p.place]
        scene.outlines = outlines(areas, (net.pole.short, net.pole.place, middle), anchors, area)
    return where, bool(scene.outlines)


def _share(spots: Mapping[str, Spot], sizes: Mapping[str, float]) -> float:
    """Say by how much all discs must shrink, alike, so that none stands in the square around another."""
    shares = [1.0]
    for a, b in combinations(spots, 2):
        apart = max(abs(spots[a][0] - spots[b][0]), abs(spots[a][1] - spots[b][1]))
        shares.append((apart - _FREE) / (sizes[a] + sizes[b]))
    return max(_LEAST, min(shares))


def _card(
    shared: Sequence[tuple[Vehicle, tuple[str, ...]]], projection: Projection, page: Page, scene: Scene, language: str
) -> None:
    """Name the vehicles beside the network, two lines each, as many as there is room for."""
    box = Box(page.width * 0.68, page.area.top + 0.1, page.width - 0.4, page.area.bottom - 0.05)
    size, small = page.label, page.label * 0.85
    room, step = box.right - box.left - 2 * _INSET, height(size) * 1.1 + height(small) * 1.35
    top = box.top + _INSET + height(size) * 1.5
    most = int((box.bottom - _INSET - height(small) * 1.4 - top) / step)
    line(scene, "card", box.left + _INSET, box.top + _INSET + height(size) / 2,
         fitted(say("card.vehicles", language), size, room), size, bold=True, colour=POINT)  # fmt: skip
    for vehicle, members in shared[:most]:
        middle = top + height(size) / 2
        line(scene, f"vehicle {vehicle.id}", box.left + _INSET, middle, fitted(vehicle.name, size, room), size)
        names = say("between", language).join(projection.area.short(m) for m in members)
        planned = "" if vehicle.status == EXISTING else say("planned", language)
        told = say("card.told", language, names=names, kind=_kind(vehicle, language), planned=planned)
        text = fitted(told, small, room)
        line(scene, f"members {vehicle.id}", box.left + _INSET, middle + height(size) * 0.52 + height(small) * 0.55,
             text, small, colour=FAINT)  # fmt: skip
        top += step
    if len(shared) > most:
        more = say("more.vehicles", language, count=len(shared) - most)
        line(scene, "vehicles more", box.left + _INSET, top + height(size) / 2, more, small, colour=FAINT)
        top += height(size)
    scene.panels.append(Panel("card vehicles", Box(box.left, box.top, box.right, min(box.bottom, top + _INSET))))


def _kind(vehicle: Vehicle, language: str) -> str:
    return say("agreement", language) if vehicle.kind == AGREEMENT else caption(vehicle.kind, language)


def _table(shared: Sequence[tuple[Vehicle, tuple[str, ...]]], projection: Projection, language: str) -> Table:
    comma, rows = say("between", language), []
    for vehicle, members in shared:
        names = comma.join(projection.area.short(m) for m in members)
        status = say("existing" if vehicle.status == EXISTING else "planned.word", language)
        rows.append((vehicle.name, _kind(vehicle, language), names, status, comma.join(sorted(vehicle.sources))))
    return Table(
        say("table.vehicles", language), heads("table.vehicles.columns", language), (0.34, 0.1, 0.2, 0.08, 0.28),
        tuple(rows), fresh=True,
    )  # fmt: skip
