"""The whole pole-core picture: network, title, legend, sources, tie_keys, and tables of all that stands behind it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.layout.boundaries import Anchor, Area, outlines
from graph.layout.frame import caption, documents_table, head, legend, sources, tie_keys
from graph.layout.missing import MissingTie
from graph.layout.page import Directions, network
from graph.layout.paper import SLIDE, Page
from graph.layout.polecore import SHOWN, Member, PoleCore
from graph.layout.scene import Outline, Scene, Table
from graph.layout.wording import heads, say

_DIGITS = "零一两三四五六七八九十"


def diagram(
    net: PoleCore,
    page: Page = SLIDE,
    *,
    missing: Sequence[MissingTie] | None = None,
    areas: Sequence[Area] = (),
    language: str = "zh",
) -> Scene:
    """Compose the picture of a pole-core network, with its tables.

    Parameters
    ----------
    missing : ties that no document shows, drawn dashed; none: they were not asked for.
    areas : a map of the user, drawn below.
    """
    title = say("title.polecore", language, pole=net.pole.short, count=_count(len(net.points), language))
    scene = Scene(page.width, page.height, title)
    where = network(net, page, scene, missing or (), language)
    scene.outlines = map_below(net, page, scene, areas)
    head(scene, page, _notes(net, where, mapped=bool(scene.outlines), language=language), lead(net, language))
    drawn = {mark.id.partition("/")[2].partition(":")[0] for mark in scene.marks if not mark.hollow}
    legend(scene, page, drawn, tie_keys(missing, language), language)
    sources(scene, page, net.documents, language)
    scene.tables = [
        ties_table(net, language),
        gaps_table(net, missing or (), language),
        _places(net, where, language),
        *(_units(member, language) for member in (net.pole, *net.points)),
        documents_table(net.documents, language),
    ]
    scene.tables = [table for table in scene.tables if table.rows]
    return scene


def map_below(net: PoleCore, page: Page, scene: Scene, areas: Sequence[Area]) -> list[Outline]:
    """Bend the areas of a map so that every member of a picture stands in its own."""
    if not areas or net.pole.place is None:
        return []
    spots = {disc.id: (disc.x, disc.y) for disc in scene.discs}
    anchors = [Anchor(p.short, p.place, spots[p.id]) for p in net.points if p.place]
    return outlines(areas, (net.pole.short, net.pole.place, spots[net.pole.id]), anchors, page.area)


def _count(number: int, language: str) -> str:
    return _DIGITS[number] if language == "zh" and number < len(_DIGITS) else str(number)


def lead(net: PoleCore, language: str = "zh") -> str:
    """Say in one line what ties the members."""
    main = sum(t.weight for t in net.ties if net.pole.id in (t.first, t.second))
    side = sum(t.weight for t in net.ties) - main
    tied = {end for tie in net.ties for end in (tie.first, tie.second)}
    comma = say("between", language)
    names = comma.join(m.short for m in (net.pole, *net.points) if m.id not in tied)
    alone = say("lead.alone", language, names=names) if names else ""
    later = sum(reason.planned for tie in net.ties for reason in tie.reasons)
    told = say("lead.planned", language, count=later, vehicles=net.planned) if later else ""
    return say("lead.polecore", language, main=main, side=side, pairs=len(net.ties), planned=told, alone=alone)


def planned(net: PoleCore, language: str = "zh") -> str:
    """Say how many of the vehicles are only planned; the measures are of those that exist."""
    return say("note.planned", language, count=net.planned) if net.planned else ""


def _notes(net: PoleCore, where: Directions, *, mapped: bool, language: str) -> list[str]:
    number = len({u.id for m in (net.pole, *net.points) for u in m.units})
    notes = [
        say(
            "note.polecore",
            language,
            region=net.region,
            units=number,
            vehicles=net.vehicles,
            planned=planned(net, language),
        )
    ]
    return notes + bearing_notes(net, where, language, mapped=mapped)


def bearing_notes(net: PoleCore, where: Directions, language: str, *, mapped: bool) -> list[str]:
    """Say how true the directions are: which points were moved, and for which no coordinates are known."""
    short, comma = {p.id: p.short for p in net.points}, say("between", language)
    moved = comma.join(short[i] for i in where.shifted)
    first = say("note.bearings" if where.true else "note.unscaled", language)
    first += say("note.shifted", language, names=moved) if moved else ""
    notes = [first + (say("note.map", language) if mapped else "")]
    if where.unknown:
        notes.append(say("note.unknown", language, names=comma.join(short[i] for i in where.unknown)))
    return notes


def ties_table(net: PoleCore, language: str = "zh") -> Table:
    """List every tie with all that it rests on."""
    names = {m.id: m.short for m in (net.pole, *net.points)}
    order = sorted(net.ties, key=lambda t: (net.pole.id not in (t.first, t.second), -t.weight, t.first, t.second))
    rows = [
        (
            f"{names[t.first]} — {names[t.second]}",
            str(t.weight),
            say("stop", language).join(r.tell(language) for r in t.reasons),
        )
        for t in order
    ]
    return Table(
        say("table.ties", language), heads("table.ties.columns", language), (0.16, 0.08, 0.76), tuple(rows), fresh=True
    )


def gaps_table(net: PoleCore, missing: Sequence[MissingTie], language: str = "zh") -> Table:
    """List what is dashed, in the words that such a finding must have."""
    names = {m.id: m.short for m in (net.pole, *net.points)}
    comma = say("between", language)
    rows = [
        (
            f"{names[t.first]} — {names[t.second]}",
            t.grade,
            comma.join(t.fields),
            "\n".join(s.tell(language) for s in t.statements),
        )
        for t in missing
    ]
    return Table(
        say("table.gaps", language), heads("table.gaps.columns", language), (0.14, 0.06, 0.2, 0.6), tuple(rows)
    )


def _places(net: PoleCore, where: Directions, language: str) -> Table:
    rows = []
    for point in net.points:
        true = f"{where.true[point.id]:.0f}°" if point.id in where.true else say("unknown", language)
        moved = say("shifted", language) if point.id in where.shifted else ""
        rows.append((point.name, true, f"{where.drawn[point.id]:.0f}°", moved))
    return Table(
        say("table.bearings", language), heads("table.bearings.columns", language), (0.3, 0.2, 0.2, 0.3), tuple(rows)
    )


def _units(member: Member, language: str) -> Table:
    rows = []
    for label in SHOWN:
        names = [u.name for u in member.units if u.label == label]
        if names:
            rows.append((caption(label, language, len(names)), str(len(names)), say("between", language).join(names)))
    title = say("table.units", language, name=member.name, count=len(member.units))
    return Table(title, heads("table.units.columns", language), (0.14, 0.08, 0.78), tuple(rows))
