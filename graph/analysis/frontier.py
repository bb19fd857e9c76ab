"""Shortest paths from one source where every tie is one step, counted with arrays a whole frontier at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]


class Frontiers:
    """A network as arrays: the neighbours of each node behind one another.

    Parameters
    ----------
    graph : undirected; its ties are taken as one step each.
    nodes : the order in which arrays name the nodes.
    """

    def __init__(self, graph: nx.Graph[Any], nodes: Sequence[Any]) -> None:
        place = {node: number for number, node in enumerate(nodes)}
        degrees = [len(graph[node]) for node in nodes]
        self.size = len(nodes)
        self._first: Numbers = np.concatenate(([0], np.cumsum(degrees, dtype=np.int64)))
        self._near: Numbers = np.fromiter((place[b] for a in nodes for b in graph[a]), np.int64, sum(degrees))

    def dependency(self, source: int) -> tuple[Floats, Numbers]:
        """Give the dependency of a source on every node (Brandes 2001), and the steps to each; -1 out of reach."""
        steps: Numbers = np.full(self.size, -1, dtype=np.int64)
        paths: Floats = np.zeros(self.size)
        steps[source], paths[source] = 0, 1.0
        frontier: Numbers = np.array([source], dtype=np.int64)
        crossed: list[tuple[Numbers, Numbers]] = []
        while frontier.size:
            far = len(crossed) + 1
            begin, end = self._ties(frontier)
            steps[end[steps[end] < 0]] = far
            onward = steps[end] == far
            begin, end = begin[onward], end[onward]
            paths += np.bincount(end, paths[begin], self.size)
            crossed.append((begin, end))
            frontier = np.flatnonzero(steps == far)
        share: Floats = np.zeros(self.size)
        for begin, end in reversed(crossed):
            share += np.bincount(begin, paths[begin] * ((1.0 + share[end]) / paths[end]), self.size)
        share[source] = 0.0
        return share, steps

    def _ties(self, frontier: Numbers) -> tuple[Numbers, Numbers]:
        """Give both ends of all ties that leave a frontier."""
        first = self._first[frontier]
        number = self._first[frontier + 1] - first
        before = np.cumsum(number) - number
        where = np.arange(int(number.sum()), dtype=np.int64) + np.repeat(first - before, number)
        return np.repeat(frontier, number), self._near[where]
