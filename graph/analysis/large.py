"""The same measures for large graphs: rustworkx where it gives equal values, sampled betweenness with its error."""

from __future__ import annotations

import heapq
import math
import random
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
import numpy as np
import rustworkx as rx

from graph.analysis.centrality import (
    DISTANCE,
    WEIGHT,
    Values,
    betweenness,
    constraint,
    effective_size,
    exact,
    pagerank,
    strength,
)
from graph.analysis.frontier import Frontiers
from graph.analysis.note_wording import Notes
from graph.store import Progress

EXACT_NODES = 3_000
"""Up to this many nodes NetworkX is used; beyond it the functions of this module."""
EXACT_WORK = 4e9
"""Most nodes × edges for which rustworkx still counts every shortest path."""
PIVOTS, FEWER_PIVOTS, MANY_NODES = 200, 100, 50_000
"""Sources that are sampled, and how many above so many nodes."""
_WORD, _GRID = 2**62, 10**12


def _converted(graph: nx.Graph[Any]) -> tuple[Any, list[Any]]:
    nodes = list(graph)
    place = {node: number for number, node in enumerate(nodes)}
    made = rx.PyGraph(multigraph=False)
    made.add_nodes_from(nodes)
    made.add_edges_from([(place[a], place[b], float(d.get(WEIGHT, 1))) for a, b, d in graph.edges(data=True)])
    return made, nodes


def fast_betweenness(graph: nx.Graph[Any]) -> Values:
    """Betweenness with every tie one step, counted by rustworkx; equals NetworkX within 1e-9.

    Formula, reading and source as `graph.analysis.centrality.betweenness`.
    """
    made, nodes = _converted(graph)
    return dict(zip(nodes, rx.betweenness_centrality(made, normalized=True).values(), strict=True))


def fast_closeness(graph: nx.Graph[Any]) -> Values:
    """Give closeness (Wasserman–Faust), counted by rustworkx; equals NetworkX within 1e-9.

    Formula, reading and source as `graph.analysis.centrality.closeness`.
    """
    made, nodes = _converted(graph)
    return dict(zip(nodes, rx.closeness_centrality(made, wf_improved=True).values(), strict=True))


def fast_eigenvector(graph: nx.Graph[Any], *, weighted: bool = False, rounds: int = 5_000) -> Values:
    """Leading eigenvector of the largest component by power iteration; equals the dense one within 1e-9.

    Notes
    -----
    The matrix is shifted by its largest row sum, so that two-sided networks converge as well. None everywhere if the
    iteration does not settle, or if two components are equally large.
    """
    values: Values = dict.fromkeys(graph)
    parts = sorted(nx.connected_components(graph), key=len, reverse=True)
    if not parts or len(parts[0]) == 1 or (len(parts) > 1 and len(parts[0]) == len(parts[1])):
        return values
    nodes = [node for node in graph if node in parts[0]]
    place = {node: number for number, node in enumerate(nodes)}
    ends = [(place[a], place[b], d) for a, b, d in graph.edges(data=True) if a in place]
    weight = np.array([float(d.get(WEIGHT, 1)) if weighted else 1.0 for *_, d in ends])
    first, second = (np.array([end[side] for end in ends], dtype=np.int64) for side in (0, 1))
    n = len(nodes)
    shift = float(np.max(np.bincount(first, weight, n) + np.bincount(second, weight, n))) / 4
    vector = np.full(n, n**-0.5)
    for _ in range(rounds):
        flow = np.bincount(first, weight * vector[second], n) + np.bincount(second, weight * vector[first], n)
        moved = np.asarray(flow + shift * vector, dtype=np.float64)
        moved = moved / np.linalg.norm(moved)
        if np.abs(moved - vector).max() < 1e-14:
            return values | {node: float(x) for node, x in zip(nodes, moved, strict=True)}
        vector = moved
    return values


def fast_degree(graph: nx.Graph[Any]) -> Values:
    """Degree centrality by rustworkx; equals NetworkX within 1e-9.

    Formula, reading and source as `graph.analysis.centrality.degree`.
    """
    made, nodes = _converted(graph)
    return dict(zip(nodes, rx.degree_centrality(made).values(), strict=True))


@dataclass(frozen=True, slots=True)
class Sample:
    """Estimates from some sources: ``bound`` holds for all nodes at once, ``errors`` are standard errors."""

    betweenness: Values
    harmonic: Values
    pivots: int
    bound: float
    errors: dict[Any, float]


def sampled_betweenness(
    graph: nx.Graph[Any],
    *,
    pivots: int = 200,
    seed: int = 0,
    weighted: bool = False,
    progress: Progress | None = None,
) -> tuple[Values, float]:
    """Estimate normalised betweenness from some sources, and say how far off it may be.

    Returns
    -------
    values, error
        with probability .95 no node of the graph is further than ``error`` from its exact value (Hoeffding's bound
        on the mean of ``pivots`` sources, over all nodes together). With every node as a pivot the error is 0.
    """
    found = sampled_paths(graph, pivots=pivots, seed=seed, weighted=weighted, progress=progress)
    return found.betweenness, found.bound


def sampled_paths(
    graph: nx.Graph[Any],
    *,
    pivots: int = 200,
    seed: int = 0,
    weighted: bool = False,
    progress: Progress | None = None,
) -> Sample:
    """Estimate betweenness and harmonic centrality from the shortest paths of some sources.

    Notes
    -----
    Dependencies (Brandes 2001) and inverse distances of sources drawn without replacement, scaled by n/pivots. The
    bound is wide; nodes that differ by less than twice their standard errors must be read as tied.
    """
    nodes = list(graph)
    n = len(nodes)
    pivots = min(pivots, n)
    drawn = random.Random(seed).sample(nodes, pivots)
    total, square, reach = (_even_sums if not weighted or _even(graph) else _sums)(graph, drawn, weighted, progress)
    pairs = max((n - 1) * (n - 2), 1)
    exact_ = pivots == n
    bound = 0.0 if exact_ or n < 3 else n / (n - 1) * math.sqrt(math.log(2 * n / 0.05) / (2 * pivots))
    left = (n - pivots) / max(n - 1, 1)  # drawn without replacement
    errors = {
        v: n / pairs * math.sqrt(max(square[v] / pivots - (total[v] / pivots) ** 2, 0.0) / pivots * left) for v in nodes
    }
    others = {v: pivots - (v in chosen) for chosen in (set(drawn),) for v in nodes}
    return Sample(
        {v: total[v] * n / pivots / pairs for v in nodes},
        {v: reach[v] * (n - 1) / others[v] if others[v] else 0.0 for v in nodes},
        pivots,
        bound,
        errors,
    )


Sums = tuple[dict[Any, float], dict[Any, float], dict[Any, float]]


def _even(graph: nx.Graph[Any]) -> bool:
    return len({data.get(DISTANCE, 1) for _, _, data in graph.edges(data=True)}) <= 1


def _sums(graph: nx.Graph[Any], drawn: list[Any], weighted: bool, progress: Progress | None) -> Sums:
    """Add up dependencies, their squares and inverse distances over sources, path by path."""
    near, slack = _neighbours(graph, weighted)
    total, square, reach = dict.fromkeys(near, 0.0), dict.fromkeys(near, 0.0), dict.fromkeys(near, 0.0)
    for done, source in enumerate(drawn):
        if progress is not None:
            progress("shortest paths", done, len(drawn))
        dependency, distance = _dependency(near, source, slack)
        for node, share in dependency.items():
            total[node] += share
            square[node] += share * share
        for node, far in distance.items():
            if far:
                reach[node] += near.unit / far
    return total, square, reach


def _even_sums(graph: nx.Graph[Any], drawn: list[Any], weighted: bool, progress: Progress | None) -> Sums:
    """Add up the same where all ties are equally long, a frontier at a time."""
    nodes = list(graph)
    found, place = Frontiers(graph, nodes), {node: number for number, node in enumerate(nodes)}
    length = next((float(d.get(DISTANCE, 1)) for _, _, d in graph.edges(data=True)), 1.0) if weighted else 1.0
    total, square, reach = np.zeros(len(nodes)), np.zeros(len(nodes)), np.zeros(len(nodes))
    for done, source in enumerate(drawn):
        if progress is not None:
            progress("shortest paths", done, len(drawn))
        dependency, steps = found.dependency(place[source])
        total += dependency
        square += dependency * dependency
        there = steps > 0
        reach[there] += 1.0 / (steps[there] * length)
    return tuple(dict(zip(nodes, values.tolist(), strict=True)) for values in (total, square, reach))  # type: ignore[return-value]


def sampled_closeness(graph: nx.Graph[Any], *, pivots: int = 200, seed: int = 0) -> Values:
    """Estimate closeness (Wasserman–Faust), every tie one step, from the distances to some sources.

    References
    ----------
    Eppstein and Wang 2004, Fast approximation of centrality, Journal of Graph Algorithms and Applications 8, 39–45.
    """
    nodes = list(graph)
    size = {node: len(part) for part in nx.connected_components(graph) for node in part}
    total, count = dict.fromkeys(nodes, 0), dict.fromkeys(nodes, 0)
    for source in random.Random(seed).sample(nodes, min(pivots, len(nodes))):
        for node, far in nx.single_source_shortest_path_length(graph, source).items():
            if far:
                total[node] += far
                count[node] += 1
    most = max(len(nodes) - 1, 1)
    return {
        v: None if size[v] > 1 and not count[v] else (size[v] - 1) / most * count[v] / total[v] if total[v] else 0.0
        for v in nodes
    }


class _Near(dict[Any, list[tuple[Any, int]]]):
    """Neighbours with whole steps; ``unit`` is the length of one."""

    unit: int = 1


def _neighbours(graph: nx.Graph[Any], weighted: bool) -> tuple[_Near, int]:
    """Give neighbours with whole distances, and how far apart two paths may be and still count as equal.

    Notes
    -----
    Distances are brought to a common denominator, so that equal paths stay equal. Where that would not fit a machine
    word, a grid of 10⁻¹² is used, and paths within 10⁻⁹ of each other are equal.
    """
    if not weighted:
        return _Near({a: [(b, 1) for b in graph[a]] for a in graph}), 0
    scale, slack = 1, 0
    for denominator in {exact(d[DISTANCE]).denominator for _, _, d in graph.edges(data=True)}:
        scale = math.lcm(scale, denominator)
        if scale > _WORD:
            scale, slack = _GRID, _GRID // 10**9
            break
    near = _Near({a: [(b, round(d[DISTANCE] * scale)) for b, d in graph[a].items()] for a in graph})
    near.unit = scale
    return near, slack


def _dependency(near: _Near, source: Any, slack: int) -> tuple[dict[Any, float], dict[Any, int]]:
    """Give the dependency of one source on every node (Brandes 2001), and the distances."""
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
            if other in distance:
                continue
            reach = far + step
            known = best.get(other)
            if known is None or reach < known - slack:
                best[other], paths[other], before[other] = reach, paths[node], [node]
                heapq.heappush(queue, (reach, number, other))
                number += 1
            elif reach <= known + slack:
                paths[other] += paths[node]
                before[other].append(node)
    share = dict.fromkeys(order, 0.0)
    for node in reversed(order):
        part = (1 + share[node]) / paths[node]
        for other in before[node]:
            share[other] += paths[other] * part
    share[source] = 0.0
    return share, distance


def scaled_betweenness(
    graph: nx.Graph[Any],
    *,
    weighted: bool = True,
    seed: int = 0,
    pivots: int = 200,
    progress: Progress | None = None,
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
    even = _even(graph)
    if n * m <= EXACT_WORK and (even or not weighted):
        return fast_betweenness(graph), 0.0
    return sampled_betweenness(graph, pivots=pivots, seed=seed, weighted=weighted and not even, progress=progress)


@dataclass(frozen=True, slots=True)
class Measured:
    """All measures of a large graph, and what was sampled."""

    values: dict[str, Values]
    notes: list[str] = field(default_factory=list)


def measure_all(
    graph: nx.Graph[Any],
    *,
    seed: int = 0,
    pivots: int | None = None,
    language: str = "en",
    progress: Progress | None = None,
) -> Measured:
    """Measure a graph of more than a few thousand nodes: exact where that ends in minutes, else sampled.

    Notes
    -----
    Degree, strength, eigenvector, PageRank, constraint and effective size are always exact. Betweenness and harmonic
    centrality by distance are sampled; closeness, every tie one step, is exact by rustworkx up to `EXACT_WORK`.
    """
    n, m = graph.number_of_nodes(), graph.number_of_edges()
    pivots = pivots or (PIVOTS if n <= MANY_NODES else FEWER_PIVOTS)
    found: dict[str, Values] = {}
    quick = {
        "degree": fast_degree, "strength": strength, "pagerank": lambda g: pagerank(g, weighted=True),
        "eigenvector": lambda g: fast_eigenvector(g, weighted=True), "constraint": constraint,
        "effective_size": effective_size,
    }  # fmt: skip
    for done, (name, measure) in enumerate(quick.items()):
        if progress is not None:
            progress(name, done, len(quick))
        found[name] = measure(graph)
    sample = sampled_paths(graph, pivots=pivots, seed=seed, weighted=True, progress=progress)
    found["betweenness"], found["harmonic"] = sample.betweenness, sample.harmonic
    notes, error = Notes(language), max(sample.errors.values(), default=0.0)
    notes.add("large.sampled", most=EXACT_NODES, pivots=sample.pivots, all=n)
    notes.add("large.error", error=f"{error:.2g}", bound=f"{sample.bound:.2g}")
    if progress is not None:
        progress("closeness", 0, 1)
    if n * m <= EXACT_WORK:
        found["closeness"] = fast_closeness(graph)
    else:
        found["closeness"] = sampled_closeness(graph, pivots=pivots, seed=seed)
        notes.add("large.closeness", pivots=sample.pivots)
    if all(value is None for value in found["eigenvector"].values()):
        notes.add("large.eigenvector")
    return Measured(found, notes.lines)
