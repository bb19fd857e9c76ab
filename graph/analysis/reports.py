"""The four analyses, from a projection to an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import networkx as nx

from graph.analysis import coreperiphery, large, nulls, polecore, whatif
from graph.analysis.answer import Answer, exact, number, span
from graph.analysis.brokerage import brokerage
from graph.analysis.centrality import MEASURES, Values, ranks
from graph.analysis.chain import PRODUCTION, head_and_chain
from graph.analysis.ground import Ground
from graph.analysis.reading import read
from graph.analysis.targets import progress
from graph.analysis.uncertainty import stability, survivors
from graph.projection.build import Projection
from graph.projection.networks import likeliest
from graph.projection.places import EXTERNAL, UNPLACED
from graph.store import Progress, Rows
from ontology.errors import QueryError

FIRMS = "高新技术企业"
RESAMPLED_NODES = 1_500
"""Above this many nodes ranks are not drawn again: each draw measures the whole network."""
NETWORKS = ("organisations", "members")
SENSITIVITY = (
    "interval: 90 % of draws of source families; drawing again can only lose ties, so this is a sensitivity, "
    "not a confidence; overlapping intervals share places"
)


def _graph(projection: Projection, network: str) -> nx.Graph[Any]:
    if network not in NETWORKS:
        raise QueryError(f"network {network}: unknown; choose {', '.join(NETWORKS)}")
    return projection.members if network == "members" else projection.organisations


def _by_family(projection: Projection) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for vehicle in projection.chosen:
        told = found.setdefault(vehicle.id, {})
        for document, confidence in vehicle.sources.items():
            family = projection.family.get(document, document)
            told[family] = max(confidence, told.get(family, 0.0))
    return found


def _measured(graph: nx.Graph[Any], measure: str, seed: int, progress_: Progress | None) -> tuple[Values, float]:
    if measure == "betweenness":
        return large.scaled_betweenness(graph, seed=seed, progress=progress_)
    if graph.number_of_nodes() > large.EXACT_NODES:
        if measure == "degree":
            return large.fast_degree(graph), 0.0
        if measure in {"closeness", "harmonic", "eigenvector"}:
            return dict.fromkeys(graph), 0.0
    return MEASURES[measure](graph), 0.0


def centrality(
    projection: Projection,
    *,
    measure: str = "betweenness",
    network: str = "organisations",
    top: int = 20,
    seed: int = 0,
    progress_: Progress | None = None,
) -> Answer:
    """Tell who is central, by one measure first and all others beside it.

    Raises
    ------
    QueryError
        if the measure or the network is unknown.
    """
    if measure not in MEASURES:
        raise QueryError(f"measure {measure}: unknown; choose {', '.join(MEASURES)}")
    graph = _graph(projection, network)
    found = {name: _measured(graph, name, seed, progress_) for name in MEASURES}
    values, places = found[measure][0], ranks(found[measure][0])
    notes = [f"{name}: sampled, error up to {error:.4f}" for name, (_, error) in found.items() if error]
    if graph.number_of_nodes() > large.EXACT_NODES:
        notes.append(f"closeness, harmonic and eigenvector are left out: more than {large.EXACT_NODES} nodes")
    stable, tau = _stability(projection, network, measure, seed, notes, progress_)
    left = _leave_one_out(projection, network, measure, seed) if graph.number_of_nodes() <= RESAMPLED_NODES else {}
    order = sorted(graph, key=lambda n: (-_known(values[n]), str(n)))
    rows = []
    for node in order[:top]:
        rank, held = places[node], stable.get(node)
        rows.append(
            (
                str(rank) if rank else "", _name(projection, node), node.partition(":")[0],
                projection.places.home(node),
                *(number(found[name][0][node]) for name in MEASURES),
                held.median if held else None, span(held.low, held.high) if held else "",
                str(held.place) if held else "", number(held.top) if held else None,
                left.get(node, ""), _evidence_of(projection, node, network),
            )
        )  # fmt: skip
    columns = (
        "rank", "name", "class", "place", *MEASURES, "median_rank", "rank_90", "places", "p_top3", "leave_one_out",
        "evidence",
    )  # fmt: skip
    tables = {"centrality": Rows(columns, tuple(rows)), "brokerage": _brokerage(projection, graph, order[:top])}
    if tau is not None:
        notes.append(f"Kendall tau with the order of all evidence, mean over draws: {tau:.3f}")
    notes += [SENSITIVITY, "values are ties that documents report, not ties that exist"]
    parameters = {"measure": measure, "network": network, "top": top, "seed": seed}
    return Answer(f"centrality by {measure}", parameters, projection.describe(), tables, {}, tuple(notes))


def _known(value: float | None) -> float:
    return float("-inf") if value is None else value


def _name(projection: Projection, entity_id: str) -> str:
    entity = projection.entities.get(entity_id)
    return projection.area.names.get(entity_id) or (entity.name if entity else entity_id)


def _short(projection: Projection, members: Iterable[str]) -> str:
    return "、".join(projection.area.short(member) for member in members)


def _evidence_of(projection: Projection, node: str, network: str) -> list[str]:
    graph = projection.members if network == "members" else projection.organisations
    behind = {name for data in graph[node].values() for name in data["vehicles"]}
    return sorted({i for v in projection.chosen if v.id in behind for i in v.evidence})


def _reduced(projection: Projection, left: frozenset[str]) -> Projection:
    if projection.layer == "governance":
        return replace(projection, governance=tuple(v for v in projection.governance if v.id in left))
    return projection.with_vehicles(v for v in projection.vehicles if v.id in left)


def _stability(
    projection: Projection, network: str, measure: str, seed: int, notes: list[str], progress_: Progress | None
) -> tuple[dict[Any, Any], float | None]:
    graph = _graph(projection, network)
    if graph.number_of_nodes() > RESAMPLED_NODES:
        notes.append(f"ranks were not drawn again: more than {RESAMPLED_NODES} nodes")
        return {}, None
    chances = survivors(_by_family(projection), projection.families, seed=seed)
    done = 0

    def evaluate(left: frozenset[str]) -> Mapping[Any, float | None]:
        nonlocal done
        done += 1
        if progress_ is not None:
            progress_("sources drawn again", done, len(chances) + 1)
        return MEASURES[measure](_graph(_reduced(projection, left), network))

    return stability(graph, chances, evaluate)


def _leave_one_out(projection: Projection, network: str, measure: str, seed: int) -> dict[Any, str]:
    """Give each node's range of values with one vehicle left out."""
    low: dict[Any, float] = {}
    high: dict[Any, float] = {}
    for vehicle in projection.chosen:
        rest = frozenset(v.id for v in projection.chosen if v.id != vehicle.id)
        for node, value in MEASURES[measure](_graph(_reduced(projection, rest), network)).items():
            if value is not None:
                low[node], high[node] = min(value, low.get(node, value)), max(value, high.get(node, value))
    return {node: span(low[node], high[node]) for node in low}


def _brokerage(projection: Projection, graph: nx.Graph[Any], nodes: Sequence[Any]) -> Rows:
    # whoever stands nowhere that is known is no one's neighbour
    homes = {node: projection.places.shares(node) for node in graph}
    group = {node: node if UNPLACED in shares else projection.places.home(node) for node, shares in homes.items()}
    found = brokerage(graph, group) if graph.number_of_nodes() <= RESAMPLED_NODES else {}
    columns = ("name", "place", "coordinator", "itinerant", "gatekeeper", "liaison",
               "z_coordinator", "z_itinerant", "z_gatekeeper", "z_liaison")  # fmt: skip
    rows = []
    for node in nodes:
        if node in found and any(found[node].counts):
            roles, z = found[node].undirected, found[node].z
            rows.append(
                (
                    _name(projection, node),
                    projection.places.home(node),
                    *roles.values(),
                    *(number(z[i]) for i in (0, 1, 2, 4)),
                )
            )
    return Rows(columns, tuple(rows))


def _masses(projection: Projection, indicator: str) -> dict[str, float]:
    found: dict[str, tuple[int, float]] = {}
    for figure in projection.facts.figures:
        if figure.indicator == indicator and figure.kind == "actual" and figure.entity in projection.area.members:
            year = figure.year or 0
            if figure.entity not in found or year >= found[figure.entity][0]:
                found[figure.entity] = (year, figure.value)
    return {member: value for member, (_, value) in found.items() if value > 0}


def layout(projection: Projection, *, indicator: str = FIRMS, seed: int = 0, top: int = 50) -> Answer:
    """Tell how pole-core the layout is, with its null, its range, its core, and the reading in words."""
    area, graph, pole = projection.area, projection.members, projection.area.pole
    found, ranges = polecore.layout(graph, pole), polecore.spread(whatif.left_out(projection))
    evidence = sorted({i for v in projection.chosen if v.id in projection.table for i in v.evidence})
    expected = _expected(projection, indicator, seed)
    rows = [
        (name, number(value), exact(value), span(*ranges.get(name, (None, None))), expected.get(name, ""), evidence)
        for name, value in found.numbers().items()
    ]
    ground = Ground(projection, seed=seed)
    tables = {
        "metrics": Rows(("metric", "value", "exact", "leave_one_out", "null", "evidence"), tuple(rows)),
        "points": _points(projection),
        "vehicles": _vehicles(projection),
        "core": _core(projection, seed),
        "chains": _chains(ground, top),
        "external": _external(projection),
        "targets": _targets(projection, top),
    }
    lead = ranges.get("hub_and_spoke", (None, None))
    said = read(found, len(area.points), vehicles=len(projection.table), families=len(projection.families), lead=lead)
    reading = {"zh": said.zh, "caveat_zh": said.caveat_zh, "en": said.en, "caveat_en": said.caveat_en}
    notes = (
        "pole_tie_share is s_p/W; the pole's share of all strength is half of it",
        "leave_one_out: least and greatest value with one vehicle left out",
        "core: values of a star's leaves are not identified; read the order only",
    )
    parameters = {"indicator": indicator, "seed": seed, "top": top}
    return Answer(f"layout of {area.name}", parameters, projection.describe(), tables, reading, notes)


def _expected(projection: Projection, indicator: str, seed: int) -> dict[str, str]:
    area, pole = projection.area, projection.area.pole
    table, found = likeliest(projection.table), {}
    if table:
        chance = nulls.pole_null(table, pole, len(area.members))
        held = sum(pole in group for group in table.values())
        shuffled = nulls.dyad_shuffle(projection.members, pole)
        found["hub_and_spoke"] = (
            f"P(pole in ≥{held} of {len(table)} vehicles) = {number(chance)} ({chance}); "
            f"shuffled pairs {number(shuffled)}, too small"
        )
    masses = _masses(projection, indicator)
    if len(masses) == len(area.members):
        full, half = (nulls.gravity_share(masses, pole, beta=beta) for beta in (1.0, 0.5))
        even = number(2 / len(area.members))
        found["pole_tie_share"] = f"gravity by {indicator}: {number(full)} (β=½: {number(half)}); size-free {even}"
    return found


def _points(projection: Projection) -> Rows:
    area, graph = projection.area, projection.members
    held = {member: len(fields) for member, fields in projection.presence.items()}
    rows = [
        (
            area.short(member), number(s.strength), number(s.other_partners), number(s.participation),
            number(s.dependency), s.capabilities, "" if graph[member] else "资料不足",
            _evidence_of(projection, member, "members"),
        )
        for member, s in polecore.supports(graph, area.pole, held).items()
    ]  # fmt: skip
    columns = ("point", "strength", "other_points", "participation", "dependency", "fields", "remark", "evidence")
    return Rows(columns, tuple(rows))


def _vehicles(projection: Projection) -> Rows:
    rows = []
    for vehicle in projection.chosen:
        if vehicle.id in projection.table:
            groups = projection.table[vehicle.id]
            members = " / ".join(
                "、".join(projection.area.short(m) for m in sorted(g)) for g, _ in groups if len(g) > 1
            )
            fields = "、".join(projection.fields.names.get(f, f) for f in vehicle.fields)
            rows.append((vehicle.name, vehicle.kind, members, fields, sorted(vehicle.sources), list(vehicle.derived),
                         list(vehicle.evidence)))  # fmt: skip
    return Rows(("vehicle", "kind", "members", "fields", "documents", "derived", "evidence"), tuple(rows))


def _core(projection: Projection, seed: int) -> Rows:
    graph, area = projection.members, projection.area
    rows = []
    for weighted in (True, False):
        best = coreperiphery.best_core(graph, weighted=weighted)
        alone = coreperiphery.discrete_fit(graph, {area.pole}, weighted=weighted)
        fit, core = coreperiphery.continuous(graph, weighted=weighted, seed=seed)
        order = sorted((m for m in core if core[m] is not None), key=lambda m: -(core[m] or 0))
        rows.append((
            "weighted" if weighted else "binary", number(alone), "、".join(area.short(m) for m in best.members),
            number(best.fit), number(fit), "、".join(area.short(m) for m in order),
        ))  # fmt: skip
    return Rows(("ties", "pole_only_r", "best_core", "best_r", "continuous_r", "coreness_order"), tuple(rows))


def _chains(ground: Ground, top: int) -> Rows:
    rows = []
    for field, stages in ground.projection.counts.items():
        making = frozenset(m for m, n in stages.get(PRODUCTION, {}).items() if n)
        share, tied = head_and_chain(making, ground.area.pole, partial(ground.shared, field))
        if share is not None:
            points = sorted(making - {ground.area.pole})
            rows.append((ground.name(field), number(share), f"{len(tied)}/{len(points)}",
                         _short(ground.projection, points), _short(ground.projection, tied)))  # fmt: skip
    rows.sort(key=lambda row: (-(row[1] or 0), row[0]))
    return Rows(("field", "head_and_chain", "tied", "points", "with_pole"), tuple(rows[:top]))


def _external(projection: Projection) -> Rows:
    rows = [
        (vehicle.name, vehicle.status, _name(projection, party),
         "未定位" if place == UNPLACED else place.removeprefix(EXTERNAL), list(vehicle.evidence))
        for vehicle, party, place in projection.external()
    ]  # fmt: skip
    return Rows(("vehicle", "status", "party", "place", "evidence"), tuple(rows))


def _targets(projection: Projection, top: int) -> Rows:
    within = set(projection.area.members) | {projection.area.id}
    rows = [
        (_name(projection, p.entity), p.indicator, p.value, p.value_year, p.target, p.target_year, p.unit,
         number(p.share), number(p.yearly), list(p.evidence))
        for p in progress(projection.facts)
        if any(place in within for place in projection.places.shares(p.entity))
    ]  # fmt: skip
    columns = ("entity", "indicator", "value", "year", "target", "by", "unit", "share", "yearly_growth", "evidence")
    return Rows(columns, tuple(rows[:top]))


def over_time(at: Callable[[str], Projection], dates: Sequence[str]) -> Rows:
    """Measure the layout as of several dates: what the documents up to then tell."""
    rows = []
    for date in dates:
        projection = at(date)
        found = polecore.layout(projection.members, projection.area.pole)
        rows.append(
            (date, len(projection.family), len(projection.table), *(number(v) for v in found.numbers().values()))
        )
    names = tuple(polecore.layout(nx.empty_graph(["p", "a", "b"]), "p").numbers())
    return Rows(("as_of", "documents", "vehicles", *names), tuple(rows))


def change(before: Projection, after: Projection, what: Sequence[str], *, seed: int = 0) -> Answer:
    """Tell what would change: before, after, difference, and the range with one vehicle left out."""
    changes = whatif.compare(before, after, seed=seed)
    rows = [
        (c.metric, number(c.before), number(c.after), number(c.difference), exact(c.before), exact(c.after),
         span(*c.range_before), span(*c.range_after))
        for c in changes
    ]  # fmt: skip
    columns = ("metric", "before", "after", "difference", "exact_before", "exact_after", "range_before", "range_after")
    tables = {
        "changes": Rows(columns, tuple(rows)),
        "closed": _closed(before, after, seed),
        "vehicles": _vehicles(after),
    }
    lead = next((c for c in changes if c.metric == "pole_tie_share"), None)
    said = f"{whatif.WORDING}：T {number(lead.before)} → {number(lead.after)}（算术推演，不是预测）。" if lead else ""
    parameters: dict[str, Any] = {"changes": list(what), "seed": seed}
    projection = {**after.describe(), "before": before.describe()}
    notes = ("arithmetic on what documents report, all else equal; no forecast",)
    return Answer("what if: " + "; ".join(what), parameters, projection, tables, {"zh": said}, notes)


def _closed(before: Projection, after: Projection, seed: int) -> Rows:
    from graph.analysis.gaps import link_gaps

    old, new = ({(g.field, g.members): g for g in link_gaps(Ground(p, seed=seed))} for p in (before, after))
    rows = [("closed", field, "、".join(members)) for field, members in sorted(old.keys() - new.keys())]
    rows += [("opened", field, "、".join(members)) for field, members in sorted(new.keys() - old.keys())]
    return Rows(("link_gap", "field", "members"), tuple(rows))
