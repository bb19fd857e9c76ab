"""The same measures for large graphs: rustworkx where it gives equal values, sampled betweenness with its error."""

from __future__ import annotations

import heapq
import math
import random
from collections.abc import Callable
from typing import Any

import networkx as nx
import rustworkx as rx

from graph.analysis.centrality import DISTANCE, WEIGHT, Values, betweenness, exact

EXACT_NODES = 3_000
"""Up to this many nodes NetworkX is used; beyond it the functions of this module."""
EXACT_WORK = 4e9
"""Most nodes × edges for which rustworkx still counts every shortest path."""


def _converted(graph: nx.Graph[Any]) -> tuple[Any, list[Any]]:
    nodes = list(graph)
    place = {node: number for number, node in enumerate(nodes)}
    made = rx.PyGraph(multigraph=False)
    made.add_nodes_from(nodes)
    made.add_edges_from([(place[a], place[b], float(d.get(WEIGHT, 1))) for a, b, d in graph.edges(data=True)])
    return made, nodes


def fast_betweenness(graph: nx.Graph[Any]) -> Values:
    """Betweenness with every tie one step, counted by rustworkx; equals NetworkX within 1e-9."""
    made, nodes = _converted(graph)
    return dict(zip(nodes, rx.betweenness_centrality(made, normalized=True).values(), strict=True))


def fast_closeness(graph: nx.Graph[Any]) -> Values:
    """Give closeness (Wasserman–Faust), counted by rustworkx; equals NetworkX within 1e-9."""
    made, nodes = _converted(graph)
    return dict(zip(nodes, rx.closeness_centrality(made, wf_improved=True).values(), strict=True))


def fast_degree(graph: nx.Graph[Any]) -> Values:
    """Degree centrality by rustworkx; equals NetworkX within 1e-9."""
    made, nodes = _converted(graph)
    return dict(zip(nodes, rx.degree_centrality(made).values(), strict=True))


def sampled_betweenness(
    graph: nx.Graph[Any],
    *,
    pivots: int = 200,
    seed: int = 0,
    weighted: bool = False,
    progress: Callable[[str, int, int], None] | None = None,
) -> tuple[Values, float]:
    """Estimate normalised betweenness from some sources, and say how far off it may be.

    Returns
    -------
    values, error
        with probability .95 no node of the graph is further than ``error`` from its exact value (Hoeffding's bound
        on the mean of ``pivots`` sources, over all nodes together). With every node as a pivot the error is 0.

    Notes
    -----
    Brandes and Pich's estimator: dependencies of sources drawn without replacement, scaled by n/pivots. The bound is
    wide; nodes that differ by less than it must be read as tied.
    """
    nodes = list(graph)
    n = len(nodes)
    if n < 3:
        return dict.fromkeys(nodes, 0.0), 0.0
    pivots = min(pivots, n)
    near = _neighbours(graph, weighted)
    total = dict.fromkeys(nodes, 0.0)
    for done, source in enumerate(random.Random(seed).sample(nodes, pivots)):
        if progress is not None:
            progress("betweenness", done, pivots)
        for node, share in _dependency(near, source).items():
            total[node] += share
    scale = n / pivots / ((n - 1) * (n - 2))
    error = 0.0 if pivots == n else n / (n - 1) * math.sqrt(math.log(2 * n / 0.05) / (2 * pivots))
    return {node: value * scale for node, value in total.items()}, error


def _neighbours(graph: nx.Graph[Any], weighted: bool) -> dict[Any, list[tuple[Any, int]]]:
    if not weighted:
        return {a: [(b, 1) for b in graph[a]] for a in graph}
    scale = math.lcm(*{exact(d[DISTANCE]).denominator for _, _, d in graph.edges(data=True)}, 1)
    return {a: [(b, int(exact(d[DISTANCE]) * scale)) for b, d in graph[a].items()] for a in graph}


def _dependency(near: dict[Any, list[tuple[Any, int]]], source: Any) -> dict[Any, float]:
    """Give the dependency of one source on every node (Brandes 2001), with exact whole distances."""
    distance: dict[Any, int] = {}
    paths: dict[Any, float] = {source: 1.0}
    before: dict[Any, list[Any]] = {source: []}
    best: dict[Any, int] = {source: 0}
    order: list[Any] = []
    queue: list[tuple[int, int, Any]] = [(0, 0, source)]
    number = 1
    while queue:
        far, _, node = heapq.heappop(queue)
        if node in distance:
            continue
        distance[node] = far
        order.append(node)
        for other, step in near[node]:
            reach = far + step
            if other not in best or reach < best[other]:
                best[other], paths[other], before[other] = reach, paths[node], [node]
                heapq.heappush(queue, (reach, number, other))
                number += 1
            elif reach == best[other] and other not in distance:
                paths[other] += paths[node]
                before[other].append(node)
    share = dict.fromkeys(order, 0.0)
    for node in reversed(order):
        for other in before[node]:
            share[other] += paths[other] / paths[node] * (1 + share[node])
    share[source] = 0.0
    return share


def scaled_betweenness(
    graph: nx.Graph[Any],
    *,
    weighted: bool = True,
    seed: int = 0,
    pivots: int = 200,
    progress: Callable[[str, int, int], None] | None = None,
) -> tuple[Values, float]:
    """Choose the way that the size allows: exact NetworkX, exact rustworkx, or a sample with its error.

    Returns
    -------
    values, error
        ``error`` is 0 where every shortest path was counted.
    """
    n, m = graph.number_of_nodes(), graph.number_of_edges()
    if n <= EXACT_NODES:
        return betweenness(graph, weighted=weighted), 0.0
    even = len({data.get(DISTANCE, 1) for _, _, data in graph.edges(data=True)}) <= 1
    if n * m <= EXACT_WORK and (even or not weighted):
        return fast_betweenness(graph), 0.0
    return sampled_betweenness(graph, pivots=pivots, seed=seed, weighted=weighted and not even, progress=progress)
