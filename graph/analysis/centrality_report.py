"""Who is central, from a projection to an answer: values, ranks, how surely, and who brokers between cities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import networkx as nx

from graph.analysis import large
from graph.analysis.answer import Answer, number, span
from graph.analysis.brokerage import brokerage, permuted
from graph.analysis.centrality import MEASURES, Values, ranks
from graph.analysis.naming import date_notes, evidence_of, graph_of, known, name_of
from graph.analysis.note_wording import Notes, note
from graph.analysis.uncertainty import stability, survivors
from graph.projection.build import Projection
from graph.projection.places import UNPLACED
from graph.store import Progress, Rows
from ontology.errors import QueryError

RESAMPLED_NODES = 1_500
"""Above this many nodes ranks are not drawn again: each draw measures the whole network."""
RESAMPLED_WORK = 2e8
"""Most steps along ties that drawing ranks again, or leaving vehicles out in turn, may take: some minutes."""
_BY_PATHS = frozenset({"betweenness", "harmonic", "closeness"})
PERMUTED_NODES = 500
"""Above this many nodes the labels of places are not shuffled."""
_COLUMNS = (
    "rank", "name", "class", "place", *MEASURES, "median_rank", "rank_90", "places", "p_top3", "leave_one_out",
    "evidence",
)  # fmt: skip


def centrality(
    projection: Projection,
    *,
    measure: str = "betweenness",
    network: str = "organisations",
    top: int = 20,
    seed: int = 0,
    language: str = "en",
    progress_: Progress | None = None,
) -> Answer:
    """Tell who is central, by one measure first and all others beside it.

    Parameters
    ----------
    language : of the notes, ``zh`` or ``en``.

    Raises
    ------
    QueryError
        if the measure or the network is unknown.
    """
    if measure not in MEASURES:
        raise QueryError(f"measure {measure}: unknown; choose {', '.join(MEASURES)}")
    graph, notes = graph_of(projection, network), Notes(language)
    found = _all_measures(graph, seed, notes, progress_)
    values, places = found[measure], ranks(found[measure])
    stable = _stability(projection, network, measure, seed, notes, progress_)
    left = _leave_one_out(projection, network, measure, notes)
    order = sorted(graph, key=lambda n: (-known(values[n]), str(n)))[:top]
    rows = []
    for node in order:
        rank, held = places[node], stable.get(node)
        rows.append(
            (
                str(rank) if rank else "", name_of(projection, node), node.partition(":")[0],
                projection.places.home(node),
                *(number(found[name][node]) for name in MEASURES),
                held.median if held else None, span(held.low, held.high) if held else "",
                str(held.place) if held else "", number(held.top) if held else None,
                left.get(node, ""), evidence_of(projection, node, network),
            )
        )  # fmt: skip
    tables = {
        "centrality": Rows(_COLUMNS, tuple(rows), truncated=len(graph) > top),
        "brokerage": _brokerage(projection, graph, order, network, seed, notes),
    }
    notes.add("nodes", shown=len(rows), all=len(graph), ties=graph.number_of_edges())
    told = (*notes.lines, *_always(projection, language))
    parameters = {"measure": measure, "network": network, "top": top, "seed": seed}
    return Answer(f"centrality by {measure}", parameters, projection.describe(), tables, {}, told)


def _always(projection: Projection, language: str) -> tuple[str, ...]:
    return (note("sensitivity", language), note("reported", language), *date_notes(projection, language))


def _all_measures(
    graph: nx.Graph[Any], seed: int, notes: Notes, progress_: Progress | None
) -> dict[str, Values]:  # fmt: skip
    if graph.number_of_nodes() > large.EXACT_NODES:
        measured = large.measure_all(graph, seed=seed, language=notes.language, progress=progress_)
        notes.lines += measured.notes
        return dict(measured.values)
    found = {}
    for done, name in enumerate(MEASURES):
        if progress_ is not None:
            progress_(name, done, len(MEASURES))
        found[name] = MEASURES[name](graph)
    return found


def _by_family(projection: Projection) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for vehicle in projection.chosen:
        told = found.setdefault(vehicle.id, {})
        for document, confidence in vehicle.sources.items():
            family = projection.family.get(document, document)
            told[family] = max(confidence, told.get(family, 0.0))
    return found


def _reduced(projection: Projection, left: frozenset[str]) -> Projection:
    if projection.layer == "governance":
        return replace(projection, governance=tuple(v for v in projection.governance if v.id in left))
    return projection.with_vehicles(v for v in projection.vehicles if v.id in left)


def _stability(
    projection: Projection, network: str, measure: str, seed: int, notes: Notes, progress_: Progress | None
) -> dict[Any, Any]:
    graph = graph_of(projection, network)
    if graph.number_of_nodes() > RESAMPLED_NODES:
        notes.add("draws.many", most=RESAMPLED_NODES)
        return {}
    chances = survivors(_by_family(projection), projection.families, seed=seed)
    if not _affordable(graph, measure, len(chances)):
        notes.add("draws.long", draws=len(chances), measure=measure)
        return {}
    done = 0

    def evaluate(left: frozenset[str]) -> Mapping[Any, float | None]:
        nonlocal done
        done += 1
        if progress_ is not None:
            progress_("sources drawn again", done, len(chances) + 1)
        return MEASURES[measure](graph_of(_reduced(projection, left), network))

    found, tau = stability(graph, chances, evaluate)
    if tau is not None:
        notes.add("tau", tau=f"{tau:.3f}")
    return found


def _affordable(graph: nx.Graph[Any], measure: str, times: int) -> bool:
    """Say whether a measure can be taken so many times; decided by size, so that runs do not differ."""
    n, m = graph.number_of_nodes(), graph.number_of_edges()
    return times * (n * (m + n) if measure in _BY_PATHS else 20 * (n + m)) <= RESAMPLED_WORK


def _leave_one_out(projection: Projection, network: str, measure: str, notes: Notes) -> dict[Any, str]:
    """Give each node's range of values with one vehicle left out."""
    graph = graph_of(projection, network)
    if graph.number_of_nodes() > RESAMPLED_NODES:
        return {}
    if not _affordable(graph, measure, len(projection.chosen)):
        notes.add("left.long", vehicles=len(projection.chosen), measure=measure)
        return {}
    low: dict[Any, float] = {}
    high: dict[Any, float] = {}
    for vehicle in projection.chosen:
        rest = frozenset(v.id for v in projection.chosen if v.id != vehicle.id)
        for node, value in MEASURES[measure](graph_of(_reduced(projection, rest), network)).items():
            if value is not None:
                low[node], high[node] = min(value, low.get(node, value)), max(value, high.get(node, value))
    return {node: span(low[node], high[node]) for node in low}


def groups_of(projection: Projection, graph: nx.Graph[Any]) -> dict[Any, Any]:
    """Give the place that each node counts for in brokerage; whoever stands nowhere known is no one's neighbour."""
    homes = {node: projection.places.shares(node) for node in graph}
    return {node: node if UNPLACED in shares else projection.places.home(node) for node, shares in homes.items()}


def _brokerage(
    projection: Projection, graph: nx.Graph[Any], nodes: Sequence[Any], network: str, seed: int, notes: Notes
) -> Rows:
    columns = ("name", "place", "coordinator", "itinerant", "gatekeeper", "liaison",
               "z_coordinator", "z_itinerant", "z_gatekeeper", "z_liaison",
               "p_coordinator", "p_itinerant", "p_gatekeeper", "p_liaison", "evidence")  # fmt: skip
    if graph.number_of_nodes() > RESAMPLED_NODES:
        notes.add("roles.many", most=RESAMPLED_NODES)
        return Rows(columns, ())
    group = groups_of(projection, graph)
    found = brokerage(graph, group)
    chance = permuted(graph, group, seed=seed) if graph.number_of_nodes() <= PERMUTED_NODES else {}
    rows = []
    for node in nodes:
        if any(found[node].counts):
            roles, z, p = found[node].undirected, found[node].z, chance.get(node)
            rows.append(
                (
                    name_of(projection, node), projection.places.home(node), *roles.values(),
                    *(number(z[i]) for i in (0, 1, 2, 4)),
                    *(number(p[i]) if p else None for i in (0, 1, 2, 4)),
                    evidence_of(projection, node, network),
                )
            )  # fmt: skip
    if rows:
        notes.add("roles")
    return Rows(columns, tuple(rows))
