"""Structural holes: what a new tie would do for the two it binds, and which broker would lose by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.analysis.centrality import WEIGHT, constraint


@dataclass(frozen=True, slots=True)
class Bridge:
    """A possible tie: what both ends gain in freedom, and who loses his place between them."""

    first: Any
    second: Any
    gain: float | None
    changes: dict[Any, float]
    loser: Any


def change_of_constraint(graph: nx.Graph[Any], a: Any, b: Any) -> dict[Any, float]:
    """Give the change in Burt's constraint of every node that a tie of weight 1 between two nodes would touch."""
    before = constraint(graph)
    wider = graph.copy()
    wider.add_edge(a, b, **{WEIGHT: 1})
    after = constraint(wider)
    found = {}
    for node in graph:
        old, new = before[node], after[node]
        if old is not None and new is not None and abs(new - old) > 1e-12:
            found[node] = new - old
    return found


def bridge(graph: nx.Graph[Any], a: Any, b: Any) -> Bridge:
    """Measure a possible tie: −(Δc_a + Δc_b), and the node whose constraint would rise most.

    Notes
    -----
    The gain is None if either end has no ties yet, whose constraint is undefined.
    """
    changes = change_of_constraint(graph, a, b)
    ends = [changes.get(node) for node in (a, b)]
    known = graph[a] and graph[b]
    others = {node: rise for node, rise in changes.items() if node not in (a, b) and rise > 0}
    loser = max(others, key=lambda node: (others[node], str(node)), default=None)
    return Bridge(a, b, -sum(x for x in ends if x is not None) if known else None, changes, loser)
