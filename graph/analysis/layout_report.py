"""How pole-core the layout is, from a projection to an answer: metrics, nulls, core, chains, targets, dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import networkx as nx

from graph.analysis import coreperiphery, nulls, polecore, whatif
from graph.analysis.answer import Answer, exact, number, span
from graph.analysis.capabilities import capability_rows
from graph.analysis.chain import PRODUCTION, head_and_chain
from graph.analysis.ground import Ground
from graph.analysis.naming import all_evidence, date_notes, evidence_of, name_of, short, telling_families
from graph.analysis.note_wording import Notes, few, note
from graph.analysis.reading import read, read_governance
from graph.analysis.targets import indicator_key, progress
from graph.projection.build import GOVERNANCE, Projection
from graph.projection.networks import likeliest
from graph.projection.places import EXTERNAL, UNPLACED
from graph.store import Progress, Rows

FIRMS = "高新技术企业"
MOST_CORES = 4
"""How many cores of equal fit are named."""


def masses(projection: Projection, indicator: str) -> dict[str, float]:
    """Give each member's newest reported value of an indicator, as weight for the gravity null.

    Notes
    -----
    Of values of one year, an exact one goes before a bound (超…, …以上), and a newer document before an older one.
    """
    wanted, found = indicator_key(indicator), dict[str, tuple[tuple[int, bool, str], float]]()
    for figure in projection.facts.figures:
        member = projection.area.same.get(figure.entity, figure.entity)
        if indicator_key(figure.indicator) == wanted and figure.kind == "actual" and member in projection.area.members:
            day = max((projection.dates.get(e.document, "") for e in figure.evidence), default="")
            order = (figure.year or 0, figure.bound is None, day)
            if member not in found or order > found[member][0]:
                found[member] = (order, figure.value)
    return {member: value for member, (_, value) in found.items() if value > 0}


def layout(
    projection: Projection,
    *,
    indicator: str = FIRMS,
    seed: int = 0,
    top: int = 50,
    language: str = "en",
    progress_: Progress | None = None,
) -> Answer:
    """Tell how pole-core the layout is, with its null, its range, its core, and the reading in words.

    Parameters
    ----------
    indicator : the figure that gives the members' weight in the gravity null.
    language : of the notes and of what chance gives, ``zh`` or ``en``; the reading is in both.
    """
    area, graph, pole = projection.area, projection.members, projection.area.pole
    if progress_ is not None:
        progress_("layout", 0, 3)
    found, ranges = polecore.layout(graph, pole), polecore.spread(whatif.left_out(projection))
    evidence, notes = all_evidence(projection), Notes(language)
    expected = _expected(projection, indicator, notes)
    rows = [
        (name, number(value), exact(value), span(*ranges.get(name, (None, None))), expected.get(name, ""), evidence)
        for name, value in found.numbers().items()
    ]
    if progress_ is not None:
        progress_("layout", 1, 3)
    ground = Ground(projection, seed=seed)
    tables = {
        "metrics": Rows(("metric", "value", "exact", "leave_one_out", "null", "evidence"), tuple(rows)),
        "points": _points(projection),
        "vehicles": vehicle_rows(projection),
        "core": _core(projection, seed),
        "chains": _chains(ground, top),
        "capabilities": capability_rows(projection, top),
        "external": _external(projection),
        "targets": _targets(projection, top),
    }
    for name, table in tables.items():
        if table.truncated:
            notes.add("rows.cut", name=name, shown=len(table.rows))
    for key in ("share", "left_out", "core"):
        notes.add(key)
    told = (*notes.lines, *date_notes(projection, language))
    reading = _reading(projection, found, ranges.get("hub_and_spoke", (None, None)))
    parameters = {"indicator": indicator, "seed": seed, "top": top}
    return Answer(f"layout of {area.name}", parameters, projection.describe(), tables, reading, told)


def _reading(
    projection: Projection, found: polecore.Layout, lead: tuple[polecore.Number, polecore.Number]
) -> dict[str, str]:
    vehicles, families, telling = len(projection.table), len(projection.families), telling_families(projection)
    if projection.layer == GOVERNANCE:
        said = read_governance(vehicles=vehicles, families=families)
    else:
        points = len(projection.area.points)
        said = read(found, points, vehicles=vehicles, families=families, lead=lead, telling=telling)
    return {"zh": said.zh, "caveat_zh": said.caveat_zh, "en": said.en, "caveat_en": said.caveat_en}


def _expected(projection: Projection, indicator: str, notes: Notes) -> dict[str, str]:
    area, pole = projection.area, projection.area.pole
    table, found = likeliest(projection.table), {}
    if table:
        chance = nulls.pole_null(table, pole, len(area.members))
        held = sum(pole in group for group in table.values())
        told = f" ({exact(chance)})" if exact(chance) else ""
        shuffled = nulls.dyad_shuffle(projection.members, pole)
        labels = nulls.label_permutation(projection.members, pole)
        found["hub_and_spoke"] = note(
            "chance.pole", notes.language, held=held, vehicles=len(table), chance=f"{number(chance)}{told}",
            shuffled=number(shuffled), labels=labels, members=len(area.members),
        )  # fmt: skip
    known = masses(projection, indicator)
    if len(known) == len(area.members):
        beta = fitted(projection, known)
        full, half = (nulls.gravity_share(known, pole, beta=b) for b in (beta, beta / 2))
        even = number(2 / len(area.members))
        told = "β=½" if beta == 1 else f"β={beta / 2:.2f}"
        fit = note("chance.fitted", notes.language, what=indicator, beta=f"{beta:.2f}")
        found["pole_tie_share"] = note(
            "chance.gravity", notes.language, how=indicator if beta == 1 else fit, full=number(full), beta=told,
            half=number(half), even=even,
        )  # fmt: skip
        notes.add("gravity", what=indicator, sizes=notes.join(f"{area.short(m)} {known[m]:g}" for m in area.members))
    else:
        missing = few([area.short(m) for m in area.members if m not in known], notes.language, "more.members")
        notes.add("gravity.out", what=indicator, missing=missing)
    return found


def fitted(projection: Projection, known: dict[str, float]) -> float:
    """Give β of the gravity null: fitted with 30 vehicles or more, else 1."""
    weights = {frozenset((a, b)): float(d["weight"]) for a, b, d in projection.members.edges(data=True)}
    return nulls.fitted_beta(known, weights, len(projection.table))


def _points(projection: Projection) -> Rows:
    area, graph = projection.area, projection.members
    held = {member: len(fields) for member, fields in projection.presence.items()}
    rows = [
        (
            area.short(member), number(s.strength), number(s.other_partners), number(s.participation),
            number(s.dependency), s.capabilities, "" if graph[member] else "资料不足",
            evidence_of(projection, member, "members"),
        )
        for member, s in polecore.supports(graph, area.pole, held).items()
    ]  # fmt: skip
    columns = ("point", "strength", "other_points", "participation", "dependency", "fields", "remark", "evidence")
    return Rows(columns, tuple(rows))


def vehicle_rows(projection: Projection) -> Rows:
    """List the vehicles that bind members, with their documents and passages."""
    rows = []
    for vehicle in projection.chosen:
        if vehicle.id in projection.table:
            groups = projection.table[vehicle.id]
            members = " / ".join(
                "、".join(projection.area.short(m) for m in sorted(g)) for g, _ in groups if len(g) > 1
            )
            fields = "、".join(projection.fields.names.get(f, f) for f in vehicle.fields)
            rows.append((vehicle.name, vehicle.kind, members, fields, vehicle.status, sorted(vehicle.sources),
                         list(vehicle.derived), list(vehicle.evidence)))  # fmt: skip
    columns = ("vehicle", "kind", "members", "fields", "status", "documents", "derived", "evidence")
    return Rows(columns, tuple(rows))


def _core(projection: Projection, seed: int) -> Rows:
    graph, area, evidence = projection.members, projection.area, all_evidence(projection)
    rows = []
    for weighted in (True, False):
        best = coreperiphery.best_core(graph, weighted=weighted)
        other = coreperiphery.best_core(graph, weighted=weighted, variant=True)
        alone = coreperiphery.discrete_fit(graph, {area.pole}, weighted=weighted)
        fit, core = coreperiphery.continuous(graph, weighted=weighted, seed=seed)
        order = "、".join("＝".join(area.short(m) for m in same) for same in coreperiphery.in_order(core))
        rows.append((
            "weighted" if weighted else "binary", number(alone), _cores(projection, best), number(best.fit),
            _cores(projection, other), number(other.fit), number(fit), order, evidence,
        ))  # fmt: skip
    columns = ("ties", "pole_only_r", "best_core", "best_r", "variant_core", "variant_r", "continuous_r",
               "coreness_order", "evidence")  # fmt: skip
    return Rows(columns, tuple(rows))


def _cores(projection: Projection, core: coreperiphery.Core) -> str:
    """Name the core that fits best, and those that fit as well."""
    found = [core.members, *core.equals]
    more = f" +{len(found) - MOST_CORES}" if len(found) > MOST_CORES else ""
    return " / ".join(short(projection, members) for members in found[:MOST_CORES]) + more


def _chains(ground: Ground, top: int) -> Rows:
    """Tell how many of the points that make a field share a vehicle of it with the pole, in the layer chosen."""
    rows = []
    for field in ground.projection.counts:
        making = ground.makers(field)
        share, tied = head_and_chain(making, ground.area.pole, partial(ground.shared_now, field))
        if share is not None:
            points = [m for m in ground.area.points if m in making]
            ids = {i for m in points for i in ground.evidence(m, field, PRODUCTION)}
            ids |= {i for m in tied for i in ground.shared_evidence(field, m, ground.area.pole)}
            rows.append((ground.name(field), number(share), f"{len(tied)}/{len(points)}",
                         short(ground.projection, points), short(ground.projection, tied), sorted(ids)))  # fmt: skip
    rows.sort(key=lambda row: (-(row[1] or 0), row[0]))
    columns = ("field", "head_and_chain", "tied", "points", "with_pole", "evidence")
    return Rows(columns, tuple(rows[:top]), truncated=len(rows) > top)


def _external(projection: Projection) -> Rows:
    rows = [
        (vehicle.name, vehicle.status, name_of(projection, party),
         "未定位" if place == UNPLACED else place.removeprefix(EXTERNAL), list(vehicle.evidence))
        for vehicle, party, place in projection.external()
    ]  # fmt: skip
    return Rows(("vehicle", "status", "party", "place", "evidence"), tuple(rows))


def _targets(projection: Projection, top: int) -> Rows:
    within = {*projection.area.members, projection.area.id}
    rows = [
        (name_of(projection, p.entity), p.indicator, p.value, p.value_year, p.target, p.bound or "", p.target_year,
         p.unit, number(p.share), number(p.yearly), p.doubt, list(p.evidence))
        for p in progress(projection.facts)
        if any(place in within for place in projection.places.shares(p.entity))
    ]  # fmt: skip
    columns = ("entity", "indicator", "value", "year", "target", "bound", "by", "unit", "share", "yearly_growth",
               "remark", "evidence")  # fmt: skip
    return Rows(columns, tuple(rows[:top]), truncated=len(rows) > top)


def over_time(at: Callable[[str], Projection], dates: Sequence[str], whole: Projection | None = None) -> Rows:
    """Measure the layout as of several dates: what the documents up to then tell.

    Parameters
    ----------
    whole : the projection of all documents, those without a date included, as a last row.
    """
    rows = [_measured(date, at(date)) for date in dates]
    if whole is not None:
        rows.append(_measured("all", whole))
    names = tuple(polecore.layout(_nothing(), "p").numbers())
    return Rows(("as_of", "documents", "left_out_undated", "vehicles", *names, "evidence"), tuple(rows))


def _nothing() -> nx.Graph[Any]:
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_nodes_from(("p", "a", "b"))
    return graph


def _measured(date: str, projection: Projection) -> tuple[Any, ...]:
    found = polecore.layout(projection.members, projection.area.pole)
    return (
        date, len(projection.family), len(projection.undated), len(projection.table),
        *(number(v) for v in found.numbers().values()), all_evidence(projection),
    )  # fmt: skip
