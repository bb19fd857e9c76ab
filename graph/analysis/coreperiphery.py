"""Core and periphery: how far the network looks like a dense core that all others hang on.

References
----------
Borgatti and Everett 2000, Models of core/periphery structures, Social Networks 21, 375–395,
10.1016/S0378-8733(99)00019-2; Brusco et al. 2017, 10.1371/journal.pone.0170448.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Any

import networkx as nx
import numpy as np

from graph.analysis.centrality import WEIGHT

EXHAUSTIVE = 16
"""Up to this many nodes every possible core is tried."""
EQUAL = 1e-4
"""Coreness that differs by less is printed as equal."""
Array = np.ndarray[Any, np.dtype[np.float64]]


def _adjacency(graph: nx.Graph[Any], weighted: bool) -> tuple[list[Any], Array]:
    nodes = list(graph)
    place = {node: number for number, node in enumerate(nodes)}
    matrix = np.zeros((len(nodes), len(nodes)))
    for a, b, data in graph.edges(data=True):
        value = float(data.get(WEIGHT, 1)) if weighted else 1.0
        matrix[place[a], place[b]] = matrix[place[b], place[a]] = value
    return nodes, matrix


def _correlation(x: Array, y: Array) -> float | None:
    x, y = x - x.mean(), y - y.mean()
    size = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / size if size > 1e-12 else None


def _fit(matrix: Array, core: Array, pairs: tuple[Any, Any], variant: bool) -> float | None:
    first, second = core[pairs[0]], core[pairs[1]]
    ideal = (first | second).astype(float)
    observed = matrix[pairs]
    if variant:
        kept = first == second
        ideal, observed = ideal[kept], observed[kept]
    return _correlation(observed, ideal) if len(ideal) > 1 else None


def discrete_fit(
    graph: nx.Graph[Any], core: Collection[Any], *, weighted: bool = False, variant: bool = False
) -> float | None:
    """Correlate ties with the pattern «tied unless both peripheral», over all pairs of nodes.

    Parameters
    ----------
    variant : leave the pairs of one core and one peripheral node out, whose ties the model need not foretell.

    Returns
    -------
    float or None
        1 for a perfect fit; None where either side does not vary.

    Notes
    -----
    r = corr(a_ij, Δ_ij) over i < j, Δ_ij = 1 unless both are peripheral. Reads as how far a core with its periphery
    describes the network.

    References
    ----------
    Borgatti and Everett 2000, 10.1016/S0378-8733(99)00019-2; the variant after Brusco et al. 2017,
    10.1371/journal.pone.0170448.
    """
    nodes, matrix = _adjacency(graph, weighted)
    inside = np.array([node in core for node in nodes])
    return _fit(matrix, inside, np.triu_indices(len(nodes), 1), variant)


@dataclass(frozen=True, slots=True)
class Core:
    """The best core found, its fit, whether all cores were tried, and other cores that fit as well."""

    members: tuple[Any, ...]
    fit: float | None
    exhaustive: bool
    equals: tuple[tuple[Any, ...], ...] = ()


def best_core(graph: nx.Graph[Any], *, weighted: bool = False, variant: bool = False) -> Core:
    """Find the core that fits best: all subsets for small networks, prefixes of the degree order for others.

    The fit is that of `discrete_fit` (Borgatti and Everett 2000, 10.1016/S0378-8733(99)00019-2).
    """
    nodes, matrix = _adjacency(graph, weighted)
    n, pairs = len(nodes), np.triu_indices(len(nodes), 1)
    small = n <= EXHAUSTIVE
    order = sorted(range(n), key=lambda i: -matrix[i].sum())
    sets = chain.from_iterable(combinations(range(n), k) for k in range(1, n)) if small else _prefixes(order)
    best: list[tuple[int, ...]] = []
    fit: float | None = None
    for chosen in sets:
        inside = np.zeros(n, dtype=bool)
        inside[list(chosen)] = True
        value = _fit(matrix, inside, pairs, variant)
        if value is not None and (fit is None or value > fit + 1e-12):
            best, fit = [chosen], value
        elif value is not None and fit is not None and value > fit - 1e-12:
            best.append(chosen)
    named = [tuple(nodes[i] for i in chosen) for chosen in best]
    return Core(named[0] if named else (), fit, small, tuple(named[1:]))


def in_order(coreness: Mapping[Any, float | None]) -> list[list[Any]]:
    """Give the nodes from the most to the least central, those of equal coreness together.

    Notes
    -----
    The ascent ends within some millionths of the best values, so that closer ones count as equal.
    """
    values = {node: value for node, value in coreness.items() if value is not None}
    found: list[list[Any]] = []
    last = 0.0
    for node in sorted(values, key=lambda n: -values[n]):
        if found and last - values[node] < EQUAL:
            found[-1].append(node)
        else:
            found.append([node])
        last = values[node]
    return found


def _prefixes(order: list[int]) -> Any:
    return (tuple(order[:k]) for k in range(1, len(order)))


def continuous(
    graph: nx.Graph[Any], *, weighted: bool = False, seed: int = 0, starts: int = 6
) -> tuple[float | None, dict[Any, float | None]]:
    """Find coreness c in [0, 1], the largest 1, that maximises the correlation of a_ij with c_i·c_j.

    Returns
    -------
    fit, coreness by node

    Notes
    -----
    Projected gradient ascent from several starts. In a star the fit is 1 but the values of the leaves are not
    identified: report the order only.

    References
    ----------
    Borgatti and Everett 2000, 10.1016/S0378-8733(99)00019-2.
    """
    nodes, matrix = _adjacency(graph, weighted)
    pairs = np.triu_indices(len(nodes), 1)
    if len(nodes) < 3 or np.ptp(matrix[pairs]) == 0:
        return None, dict.fromkeys(nodes)
    rng = np.random.default_rng(seed)
    degrees = matrix.sum(axis=1) / matrix.sum(axis=1).max()
    tries = [degrees + 0.01, *(rng.uniform(0.01, 1, len(nodes)) for _ in range(starts - 1))]
    fit, core = max((_climb(matrix, start, pairs) for start in tries), key=lambda found: found[0])
    core = core / core.max()
    coreness: dict[Any, float | None] = {node: float(value) for node, value in zip(nodes, core, strict=True)}
    return fit, coreness


def _climb(matrix: Array, start: Array, pairs: tuple[Any, Any]) -> tuple[float, Array]:
    observed = matrix[pairs] - matrix[pairs].mean()
    observed = observed / np.sqrt(observed @ observed)

    def measure(core: Array) -> tuple[float, Array]:
        product = core[pairs[0]] * core[pairs[1]]
        centred = product - product.mean()
        size = np.sqrt(centred @ centred)
        if size < 1e-12:
            return -1.0, np.zeros_like(core)
        fit = float(observed @ centred / size)
        slope = np.zeros_like(matrix)
        slope[pairs] = (observed - fit * centred / size) / size
        return fit, (slope + slope.T) @ core

    core, step = start / start.max(), 1.0
    fit, gradient = measure(core)
    for _ in range(2000):
        moved = np.clip(core + step * gradient, 0, None)
        moved = moved / moved.max() if moved.max() > 0 else core
        better, slope = measure(moved)
        if better > fit + 1e-14:
            core, fit, gradient, step = moved, better, slope, step * 1.5
        else:
            step /= 2
            if step < 1e-12:
                break
    return fit, core
