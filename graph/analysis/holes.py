"""Structural holes: what a new tie would do for the two it binds, and which broker would lose by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.analysis.centrality import WEIGHT, constraint_of


@dataclass(frozen=True, slots=True)
class Bridge:
    """A possible tie: what both ends gain in freedom, and who loses his place between them."""

    first: Any
    second: Any
    gain: float | None
    changes: dict[Any, float]
    loser: Any


def change_of_constraint(graph: nx.Graph[Any], a: Any, b: Any) -> dict[Any, float]:
    """Give the change in Burt's constraint of every node that a tie of weight 1 between two nodes would touch.

    Notes
    -----
    Only the two and their neighbours can be touched: c_i depends on the ties of i and on those of its neighbours
    among each other (Burt 2004, 10.1086/421787).
    """
    touched = dict.fromkeys((a, b, *graph[a], *graph[b]))
    around = dict.fromkeys(near for node in touched for near in (node, *graph[node]))
    wider: nx.Graph[Any] = nx.Graph()
    wider.add_edges_from((node, other, data) for node in around for other, data in graph[node].items())
    wider.add_nodes_from(around)
    before = constraint_of(wider, touched)
    wider.add_edge(a, b, **{WEIGHT: 1})
    after = constraint_of(wider, touched)
    found = {}
    for node in touched:
        old, new = before[node], after[node]
        if old is not None and new is not None and abs(new - old) > 1e-12:
            found[node] = new - old
    return found


def most_freed(constraint: float | None, strength: float) -> float | None:
    """Give the most that a tie of weight 1 to a stranger could lower a node's constraint: c − (c·s² + 1)/(s + 1)².

    Notes
    -----
    The tie leaves each share p_ij of strength s at p_ij·s/(s+1) and adds one of 1/(s+1); partners that both ends share
    can only add to that, so that it is a bound, and the exact value where no partner is shared. It follows from the
    formula of constraint (Burt 2004, 10.1086/421787); None for a node without ties.
    """
    if constraint is None or strength <= 0:
        return None
    return constraint - (constraint * strength**2 + 1) / (strength + 1) ** 2


def bridge(graph: nx.Graph[Any], a: Any, b: Any) -> Bridge:
    """Measure a possible tie: −(Δc_a + Δc_b), and the node whose constraint would rise most.

    Reads as the room that both ends win (Burt 2004, 10.1086/421787), and who would lose as the broker between them.

    Notes
    -----
    The gain is None if either end has no ties yet, whose constraint is undefined.
    """
    changes = change_of_constraint(graph, a, b)
    ends = [changes.get(node) for node in (a, b)]
    known = graph[a] and graph[b]
    others = {node: rise for node, rise in changes.items() if node not in (a, b) and rise > 0}
    loser = max(others, key=lambda node: (round(others[node], 12), str(node)), default=None)
    return Bridge(a, b, -sum(x for x in ends if x is not None) if known else None, changes, loser)
