"""Organisations of two members that serve one field and are not tied: what a tie would do, and who could make it."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import Any

import networkx as nx

from graph.analysis import nulls
from graph.analysis.answer import number
from graph.analysis.degrees import tie_chances
from graph.analysis.ground import Ground
from graph.analysis.holes import bridge
from graph.analysis.naming import known, name_of
from graph.analysis.prediction import adamic_adar, between, resource_allocation
from graph.store import Rows

MOST_NODES = 300
"""Above this many organisations only those with ties are looked at, and the null of degrees is left out."""
MOST_PAIRS = 2_000
_COLUMNS = ("first", "first_place", "second", "second_place", "fields", "gain", "loses", "loss", "chance_of_tie",
            "p_untied", "p_adjusted", "resource_allocation", "adamic_adar", "between", "evidence")  # fmt: skip


def bridge_rows(ground: Ground, top: int) -> tuple[Rows, list[str]]:
    """List the open pairs by what a tie of weight 1 would free, −(Δc₁ + Δc₂), the greatest gain first.

    Returns
    -------
    rows, notes

    Notes
    -----
    Burt 2004, 10.1086/421787. ``loses`` is the broker whose constraint would rise most. ``chance_of_tie`` is how often
    the pair is tied in simple graphs with the same degrees (Fosdick et al. 2018, 10.1137/16M1087175); ``p_untied`` its
    complement, adjusted over the listed pairs after Benjamini and Hochberg.
    """
    graph, notes = ground.projection.organisations, list[str]()
    fields = _fields(ground, graph)
    pairs = _open(ground, graph, fields)
    if len(pairs) > MOST_PAIRS:
        notes.append(f"bridges: {len(pairs)} open pairs, the first {MOST_PAIRS} measured")
        pairs = pairs[:MOST_PAIRS]
    small = graph.number_of_nodes() <= MOST_NODES
    chances, exact = tie_chances(graph, seed=ground.seed) if small and pairs else ({}, False)
    untied = [1 - chances.get(frozenset(pair), 0.0) for pair in pairs] if small else []
    adjusted = nulls.benjamini_hochberg(untied)
    rows = []
    for number_, (a, b) in enumerate(pairs):
        found = bridge(graph, a, b)
        shared = _shared(ground, fields[a], fields[b])
        places = ground.projection.places
        rows.append((
            name_of(ground.projection, a), places.home(a), name_of(ground.projection, b), places.home(b),
            "、".join(ground.name(f) for f in shared), number(found.gain),
            name_of(ground.projection, found.loser) if found.loser is not None else "",
            number(found.changes.get(found.loser)), number(1 - untied[number_]) if small else None,
            number(untied[number_]) if small else None, number(adjusted[number_]) if small else None,
            number(resource_allocation(graph, a, b)), number(adamic_adar(graph, a, b)),
            [name_of(ground.projection, z) for z in between(graph, a, b)],
            sorted({i for x in (a, b) for f in shared for i in ground.told_of(x, f)}),
        ))  # fmt: skip
    rows.sort(key=lambda row: (-known(row[5]), str(row[0]), str(row[2])))
    if pairs and small:
        how = "all graphs" if exact else "500 graphs drawn"
        notes.append(f"bridges: {len(pairs)} open pairs between members in one field; {how} of the same degrees")
        if min(untied) > 0.05:
            notes.append("bridges: no open pair is surprising at .05 given its partners' numbers; it cannot be tested")
    return Rows(_COLUMNS, tuple(rows[:top]), truncated=len(rows) > top), notes


def _fields(ground: Ground, graph: nx.Graph[Any]) -> dict[Any, frozenset[str]]:
    found: defaultdict[Any, set[str]] = defaultdict(set)
    for carrier in ground.projection.carriers:
        if carrier.id in graph:
            found[carrier.id] |= set(carrier.fields)
    for vehicle in ground.projection.chosen:  # whoever builds a platform of a field serves it
        for party in vehicle.parties:
            if party in graph:
                found[party] |= set(vehicle.fields)
    return {node: frozenset(fields) for node, fields in found.items() if fields}


def _shared(ground: Ground, first: frozenset[str], second: frozenset[str]) -> list[str]:
    """Give the fields of one that are a field of the other, or narrower or broader than one."""
    return sorted({f for f in first | second if ground.fields.touches(first, f) and ground.fields.touches(second, f)})


def _open(ground: Ground, graph: nx.Graph[Any], fields: dict[Any, frozenset[str]]) -> list[tuple[Any, Any]]:
    members = set(ground.area.members)
    homes = {node: set(ground.projection.places.shares(node)) for node in fields}
    able = [n for n in sorted(fields) if homes[n] <= members and (graph[n] or len(graph) <= MOST_NODES)]
    return [
        (a, b)
        for a, b in combinations(able, 2)
        if not homes[a] & homes[b] and _shared(ground, fields[a], fields[b]) and not graph.has_edge(a, b)
    ]
