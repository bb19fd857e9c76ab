"""Organisations of two members that serve one field and are not tied: what a tie would do, and who could make it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from heapq import heappush, heappushpop
from itertools import combinations, islice
from typing import Any

import networkx as nx

from graph.analysis import nulls
from graph.analysis.answer import number
from graph.analysis.centrality import constraint_of, strength
from graph.analysis.degrees import tie_chances
from graph.analysis.ground import Ground
from graph.analysis.holes import bridge, most_freed
from graph.analysis.naming import known, name_of
from graph.analysis.note_wording import note
from graph.analysis.prediction import adamic_adar, between, resource_allocation
from graph.projection.carriers import RESEARCH
from graph.store import Rows

MOST_NODES = 300
"""Above this many organisations only those with ties are looked at, and the null of degrees is left out."""
MOST_PAIRS, MOST_LOOKED = 2_000, 2_000_000
"""Above so many open pairs only those of the greatest gain are searched for, among so many candidates at most."""
_COLUMNS = ("first", "first_place", "second", "second_place", "fields", "gain", "loses", "loss", "chance_of_tie",
            "p_untied", "p_adjusted", "resource_allocation", "adamic_adar", "between", "evidence")  # fmt: skip


def bridge_rows(ground: Ground, top: int, language: str = "zh") -> tuple[Rows, list[str]]:
    """List the open pairs by what a tie of weight 1 would free, −(Δc₁ + Δc₂), the greatest gain first.

    Returns
    -------
    rows, notes

    Notes
    -----
    Burt 2004, 10.1086/421787. ``loses`` is the broker whose constraint would rise most. ``chance_of_tie`` is how often
    the pair is tied in simple graphs with the same degrees (Fosdick et al. 2018, 10.1137/16M1087175); ``p_untied`` its
    complement, adjusted over the pairs measured after Benjamini and Hochberg. Of more than `MOST_PAIRS` only those of
    the greatest gain are measured.
    """
    graph, notes = ground.projection.organisations, list[str]()
    fields = _fields(ground, graph)
    able = _Able(ground, graph, fields)
    pairs = list(islice(able.open(), MOST_PAIRS + 1))
    if many := len(pairs) > MOST_PAIRS:
        pairs, all_seen = able.most_freed(top)
        how = {"most": MOST_PAIRS, "looked": MOST_LOOKED, "shown": len(pairs)}
        notes.append(note("bridges.many" if all_seen else "bridges.cut", language, **how))
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
        kept = note("bridges.all" if exact else "bridges.drawn", language)
        if not many:
            notes.append(note("bridges.pairs", language, pairs=len(pairs), how=kept))
        if min(untied) > 0.05:
            notes.append(note("bridges.untestable", language))
    return Rows(_COLUMNS, tuple(rows[:top]), truncated=len(rows) > top), notes


def _fields(ground: Ground, graph: nx.Graph[Any]) -> dict[Any, frozenset[str]]:
    found: defaultdict[Any, set[str]] = defaultdict(set)
    for carrier in ground.projection.carriers:
        taught = (
            carrier.label == "City" and carrier.stage == RESEARCH
        )  # by its universities, which speak for themselves
        if carrier.id in graph and not taught:
            found[carrier.id] |= set(carrier.fields)
    for vehicle in ground.projection.chosen:  # whoever builds a platform of a field serves it
        for party in vehicle.parties:
            if party in graph:
                found[party] |= set(vehicle.fields)
    return {node: frozenset(fields) for node, fields in found.items() if fields}


def _shared(ground: Ground, first: frozenset[str], second: frozenset[str]) -> list[str]:
    """Give the fields of one that are a field of the other, or narrower or broader than one."""
    return sorted({f for f in first | second if ground.fields.touches(first, f) and ground.fields.touches(second, f)})


class _Able:
    """The organisations that stand in the area, serve a field, and could be tied to one of another member."""

    def __init__(self, ground: Ground, graph: nx.Graph[Any], fields: dict[Any, frozenset[str]]) -> None:
        self.ground, self.graph, self.fields = ground, graph, fields
        members = set(ground.area.members)
        self.homes = {node: frozenset(ground.projection.places.shares(node)) for node in fields}
        large = len(graph) > MOST_NODES
        self.nodes = [n for n in sorted(fields) if self.homes[n] <= members and (graph[n] or not large)]
        self._alike: dict[tuple[frozenset[str], frozenset[str]], bool] = {}

    def open(self) -> Iterator[tuple[Any, Any]]:
        """Give the pairs that could be tied and are not, by their ids."""
        return (pair for pair in combinations(self.nodes, 2) if self._is_open(*pair))

    def _is_open(self, a: Any, b: Any) -> bool:
        both = self.fields[a], self.fields[b]
        if self.homes[a] & self.homes[b] or self.graph.has_edge(a, b):
            return False
        if (alike := self._alike.get(both)) is None:
            alike = self._alike[both] = bool(_shared(self.ground, *both))
        return alike

    def most_freed(self, top: int) -> tuple[list[tuple[Any, Any]], bool]:
        """Find the open pairs of the greatest gain, and say whether all were looked at that could be among them.

        Notes
        -----
        Gains have a bound that is the sum of one for each end (`most_freed`). Pairs are looked at from the greatest
        bound down, until no bound left exceeds the gains found, so that what is listed is exact; of pairs with equal
        gains (to nine digits) the first that are met are listed, in the order of bound and id of their ends.
        """
        of = constraint_of(self.graph, self.nodes)
        strong = strength(self.graph)
        bounds = {n: most_freed(of[n], float(strong[n] or 0)) for n in self.nodes}
        most = {n: round(bound, 9) for n, bound in bounds.items() if bound is not None}
        order = sorted(most, key=lambda n: (-most[n], n))
        best: list[tuple[float, int, tuple[Any, Any]]] = []  # the least gain first
        looked = 0
        for place, a in enumerate(order):
            for b in order[place + 1 :]:
                bound = most[a] + most[b]
                if len(best) == top and bound <= best[0][0] + 1e-9:
                    break
                looked += 1
                if looked > MOST_LOOKED:
                    return self._listed(best), False
                if self._is_open(a, b):
                    gain = self._gain(a, b, bound)
                    (heappushpop if len(best) == top else heappush)(best, (gain, -looked, (min(a, b), max(a, b))))
            else:
                continue
            if b == order[place + 1]:
                break  # not even the next two together: no pair that follows has a greater bound
        return self._listed(best), True

    def _gain(self, a: Any, b: Any, bound: float) -> float:
        if self.graph[a].keys().isdisjoint(self.graph[b]):
            return bound
        return round(bridge(self.graph, a, b).gain or 0.0, 9)

    @staticmethod
    def _listed(best: list[tuple[float, int, tuple[Any, Any]]]) -> list[tuple[Any, Any]]:
        return sorted(pair for _, _, pair in best)
