"""The null of organisations: simple graphs with the same degrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import combinations
from typing import Any

import networkx as nx

SMALL = 8


def naive_expectation(graph: nx.Graph[Any], a: Any, b: Any) -> float:
    """k_a·k_b/2m: the usual formula, which can exceed 1 tie in a simple graph; shown only to warn against it.

    References
    ----------
    Fosdick et al. 2018, 10.1137/16M1087175, on graphs in which a pair can be tied once only.
    """
    return len(graph[a]) * len(graph[b]) / (2 * graph.number_of_edges())


def graphs_with_degrees(degrees: Sequence[int]) -> Iterator[frozenset[tuple[int, int]]]:
    """Give every simple graph with these degrees, as its edges."""

    def fill(node: int, left: tuple[int, ...]) -> Iterator[tuple[tuple[int, int], ...]]:
        if node == len(left):
            yield ()
            return
        later = [i for i in range(node + 1, len(left)) if left[i]]
        for chosen in combinations(later, left[node]):
            after = tuple(0 if i == node else count - (i in chosen) for i, count in enumerate(left))
            for rest in fill(node + 1, after):
                yield (*((node, i) for i in chosen), *rest)

    yield from (frozenset(edges) for edges in fill(0, tuple(degrees)))


def tie_chances(graph: nx.Graph[Any], *, draws: int = 500, seed: int = 0) -> tuple[dict[frozenset[Any], float], bool]:
    """How likely each pair is tied in a graph with the same degrees.

    Returns
    -------
    chances, exact
        enumerated for up to 8 nodes, else sampled by swapping pairs of edges.

    References
    ----------
    Fosdick et al. 2018, 10.1137/16M1087175.
    """
    nodes = list(graph)
    tally: Counter[frozenset[Any]] = Counter()
    if len(nodes) <= SMALL:
        graphs = list(graphs_with_degrees([len(graph[node]) for node in nodes]))
        tally.update(frozenset((nodes[a], nodes[b])) for edges in graphs for a, b in edges)
        return {pair: count / len(graphs) for pair, count in tally.items()}, True
    current: nx.Graph[Any] = nx.Graph(graph.edges())
    swaps = 2 * graph.number_of_edges()
    for number in range(draws):
        with suppress(nx.NetworkXException):  # a graph that allows no swap is its own null
            nx.double_edge_swap(current, nswap=swaps, max_tries=swaps * 100, seed=seed + number)
        tally.update(frozenset(edge) for edge in current.edges())
    return {pair: count / draws for pair, count in tally.items()}, False
