"""Who is central: degree, strength, betweenness, reach, eigenvector and PageRank, with ties kept exact.

The graph is simple and undirected; an edge may carry ``weight`` (strength, larger is stronger) and ``distance``
(1/weight, so that a strong tie is a short way: Opsahl, Agneessens and Skvoretz 2010, 10.1016/j.socnet.2010.03.006).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import networkx as nx
import numpy as np

Node = str | int
Values = dict[Any, float | None]
WEIGHT, DISTANCE = "weight", "distance"


def simple(graph: nx.Graph[Any]) -> nx.Graph[Any]:
    """Collapse parallel edges into one whose weight is their sum, drop loops, and set exact distances.

    Notes
    -----
    Burt's measures count parallel edges twice, and float sums break ties in shortest paths (0.1 + 0.2 ≠ 0.3); so
    weights become fractions and distances are their inverses.
    """
    plain: nx.Graph[Any] = nx.Graph()
    plain.add_nodes_from(graph.nodes(data=True))
    for a, b, data in graph.edges(data=True):
        if a != b:
            weight = exact(data.get(WEIGHT, 1))
            before = plain[a][b][WEIGHT] if plain.has_edge(a, b) else Fraction(0)
            plain.add_edge(a, b, **{**data, WEIGHT: before + weight})
    for _, _, data in plain.edges(data=True):
        data[DISTANCE] = 1 / data[WEIGHT]
    return plain


def exact(value: Any) -> Fraction:
    """Give a weight as a fraction; a float is read as the short decimal that it stands for."""
    return Fraction(value) if isinstance(value, int | Fraction) else Fraction(str(value))


def _whole(graph: nx.Graph[Any]) -> nx.Graph[Any]:
    """Give the graph with distances scaled to whole numbers, which keep ties and are fast."""
    scale = math.lcm(*(exact(d[DISTANCE]).denominator for _, _, d in graph.edges(data=True)), 1)
    whole: nx.Graph[Any] = nx.Graph()
    whole.add_nodes_from(graph)
    whole.add_edges_from((a, b, {DISTANCE: int(exact(d[DISTANCE]) * scale)}) for a, b, d in graph.edges(data=True))
    return whole


def degree(graph: nx.Graph[Any]) -> Values:
    """Count partners over the most there could be: deg(v)/(n−1). Reads as breadth.

    References
    ----------
    Freeman 1978, 10.1016/0378-8733(78)90021-7.
    """
    return dict(nx.degree_centrality(graph))


def strength(graph: nx.Graph[Any]) -> Values:
    """Sum the weights of a node's ties. Reads as volume; with Newman weights, the number of shared vehicles.

    Notes
    -----
    s(v) = Σ_u w_uv.

    References
    ----------
    Newman 2001, 10.1103/PhysRevE.64.016132.
    """
    return {node: float(sum(exact(d.get(WEIGHT, 1)) for d in graph[node].values())) for node in graph}


def betweenness(graph: nx.Graph[Any], *, weighted: bool = False) -> Values:
    """Share of shortest paths between others that pass through a node (normalised).

    Parameters
    ----------
    weighted : use the exact ``distance`` of edges; else every tie is one step.

    Notes
    -----
    b(v) = Σ σ(s,t|v)/σ(s,t) over pairs, divided by (n−1)(n−2)/2. Reads as intermediary. Distances are scaled to
    whole numbers first, because float sums turn equal paths into unequal ones.

    References
    ----------
    Freeman 1978, 10.1016/0378-8733(78)90021-7.
    """
    if not weighted:
        return dict(nx.betweenness_centrality(graph))
    return dict(nx.betweenness_centrality(_whole(graph), weight=DISTANCE))


def harmonic(graph: nx.Graph[Any], *, weighted: bool = False) -> Values:
    """Sum the inverse distances to all others; unreachable ones add nothing. Reads as reach.

    References
    ----------
    Boldi and Vigna 2014, 10.1080/15427951.2013.865686.
    """
    found = nx.harmonic_centrality(graph, distance=DISTANCE if weighted else None)
    return {node: float(value) for node, value in found.items()}


def closeness(graph: nx.Graph[Any]) -> Values:
    """Inverse mean distance within a node's component, scaled by its share of the graph (Wasserman–Faust).

    Notes
    -----
    C(v) = (r−1)/(n−1) · (r−1)/Σ d(v,u) over the r nodes of the component. Reads as reach.

    References
    ----------
    Freeman 1978, 10.1016/0378-8733(78)90021-7; the scaling after Wasserman and Faust 1994, Social Network Analysis.
    """
    return dict(nx.closeness_centrality(graph))


def eigenvector(graph: nx.Graph[Any], *, weighted: bool = False) -> Values:
    """Being tied to the well-tied: the leading eigenvector of the adjacency matrix, of length 1.

    Notes
    -----
    It is computed on the largest component; in a disconnected graph the entries outside it mean nothing and are
    None. Where two components are equally large, it is None everywhere.

    A·x = λ·x for the largest λ, x ≥ 0.

    References
    ----------
    Bonacich 1972, Factoring and weighting approaches to status scores and clique identification.
    """
    parts = sorted((sorted(c, key=str) for c in nx.connected_components(graph)), key=len, reverse=True)
    values: Values = dict.fromkeys(graph)
    if not parts or len(parts[0]) == 1 or (len(parts) > 1 and len(parts[0]) == len(parts[1])):
        return values
    matrix = _matrix(graph, parts[0], weighted)
    vector = np.abs(np.linalg.eigh(matrix)[1][:, -1])
    return values | {node: float(x) for node, x in zip(parts[0], vector, strict=True)}


def _matrix(graph: nx.Graph[Any], nodes: list[Any], weighted: bool) -> np.ndarray[Any, np.dtype[np.float64]]:
    place = {node: number for number, node in enumerate(nodes)}
    matrix = np.zeros((len(nodes), len(nodes)))
    for a, b, data in graph.edges(data=True):
        if a in place and b in place:
            value = float(data.get(WEIGHT, 1)) if weighted else 1.0
            matrix[place[a], place[b]] = matrix[place[b], place[a]] = value
    return matrix


def pagerank(graph: nx.Graph[Any], *, weighted: bool = False, alpha: float = 0.85, tolerance: float = 1e-13) -> Values:
    """Share of time of a surfer who follows ties with probability ``alpha`` and jumps anywhere otherwise.

    Notes
    -----
    NetworkX reads ``weight`` silently (the karate graph carries weights: node 33 becomes .0970 instead of .1009);
    here weights count only when asked for.

    p(v) = (1−α)/n + α·Σ_u p(u)·w_uv/s(u). Reads as tied to the well-tied, who are themselves choosy.

    References
    ----------
    Page, Brin, Motwani and Winograd 1999, The PageRank citation ranking: bringing order to the web.
    """
    n = graph.number_of_nodes()
    if not n:
        return {}
    nodes = list(graph)
    place = {node: number for number, node in enumerate(nodes)}
    ends = [(place[a], place[b], float(d.get(WEIGHT, 1)) if weighted else 1.0) for a, b, d in graph.edges(data=True)]
    source = np.array([e for a, b, _ in ends for e in (a, b)], dtype=np.int64)
    target = np.array([e for a, b, _ in ends for e in (b, a)], dtype=np.int64)
    weight = np.array([w for _, _, w in ends for _ in (0, 1)], dtype=np.float64)
    total = np.bincount(source, weight, n)
    share = weight / total[source]
    rank = np.full(n, 1 / n)
    for _ in range(10_000):
        flow = np.bincount(target, rank[source] * share, n)
        following = alpha * (flow + rank[total == 0].sum() / n) + (1 - alpha) / n
        if np.abs(following - rank).sum() < tolerance:
            break
        rank = following
    return {node: float(rank[place[node]]) for node in nodes}


def constraint(graph: nx.Graph[Any], *, weighted: bool = True) -> Values:
    """Burt's constraint: how far a node's ties lead back to the same people; high means no room to broker.

    Notes
    -----
    c_i = Σ_j (p_ij + Σ_q p_iq p_qj)², p_ij the share of i's strength spent on j. None for isolates; it may exceed 1
    (1.125 in a triangle). Parallel edges must be collapsed first (`simple`).

    References
    ----------
    Burt 2004, 10.1086/421787.
    """
    share = {node: _spent(graph, node, weighted) for node in graph}
    return {node: _constraint(share, node) for node in graph}


def constraint_of(graph: nx.Graph[Any], nodes: Iterable[Any]) -> Values:
    """Give Burt's constraint of some nodes alone, which in a large graph only their surroundings decide.

    The formula is that of `constraint` (Burt 2004, 10.1086/421787).
    """
    wanted = list(nodes)
    around = dict.fromkeys(near for node in wanted for near in (node, *graph[node]))
    share = {node: _spent(graph, node) for node in around}
    return {node: _constraint(share, node) for node in wanted}


def _spent(graph: nx.Graph[Any], node: Any, weighted: bool = True) -> dict[Any, float]:
    """Give the share of a node's strength that it spends on each neighbour."""
    near = {other: float(d.get(WEIGHT, 1)) if weighted else 1.0 for other, d in graph[node].items()}
    whole = sum(near.values())
    return {other: value / whole for other, value in near.items()}


def _constraint(share: Mapping[Any, Mapping[Any, float]], node: Any) -> float | None:
    own = share[node]
    if not own:
        return None
    spent = dict(own)
    for between, part in own.items():
        for other, value in share[between].items():
            if other in own and other != node:
                spent[other] += part * value
    return sum((value * value for value in spent.values()), 0.0)


def effective_size(graph: nx.Graph[Any]) -> Values:
    """Burt's effective size: partners less the ties among them per partner, n − 2t/n; None for isolates.

    Notes
    -----
    n partners, t ties among them. Reads as how many of the partners are not redundant.

    References
    ----------
    Burt 2004, 10.1086/421787; the short form for unweighted ties after Borgatti 1997.
    """
    near = {node: frozenset(graph[node]) for node in graph}
    values: Values = {}
    for node, partners in near.items():
        inside = sum(len(partners & near[other]) for other in partners)  # every tie among partners twice
        values[node] = len(partners) - inside / len(partners) if partners else None
    return values


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order: ``first`` to ``last`` is shared by all with one value."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def middle(self) -> float:
        """Give the mean of the shared places."""
        return (self.first + self.last) / 2


def ranks(values: Mapping[Any, float | None], *, tolerance: float = 1e-9) -> dict[Any, Rank | None]:
    """Rank from the largest down; equal values share a range of places, a missing value has none."""
    known = sorted(((v, k) for k, v in values.items() if v is not None), key=lambda item: -item[0])
    found: dict[Any, Rank | None] = dict.fromkeys(values)
    start = 0
    while start < len(known):
        end = start
        while end + 1 < len(known) and known[end][0] - known[end + 1][0] <= tolerance:
            end += 1
        for _, key in known[start : end + 1]:
            found[key] = Rank(start + 1, end + 1)
        start = end + 1
    return found


MEASURES: dict[str, Callable[[nx.Graph[Any]], Values]] = {
    "degree": degree,
    "strength": strength,
    "betweenness": lambda graph: betweenness(graph, weighted=True),
    "harmonic": lambda graph: harmonic(graph, weighted=True),
    "closeness": closeness,
    "eigenvector": lambda graph: eigenvector(graph, weighted=True),
    "pagerank": lambda graph: pagerank(graph, weighted=True),
    "constraint": constraint,
    "effective_size": effective_size,
}
"""Name of a measure -> function of a graph with weights and distances."""
