"""Gould and Fernandez's brokerage roles: who stands between whom, and whether more than chance would give."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import comb, sqrt
from typing import Any

import networkx as nx

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")
"""AAA, ABA, AAB (b_IO), ABB (b_OI), ABC: the groups of giver, broker and receiver."""


@dataclass(frozen=True, slots=True)
class Brokerage:
    """One broker's five counts, with expectation, deviation and z of each under chance; z is None where sd is 0."""

    counts: tuple[int, ...]
    expected: tuple[float, ...]
    deviations: tuple[float, ...]

    @property
    def z(self) -> tuple[float | None, ...]:
        """Give (count − expected)/deviation by role."""
        rows = zip(self.counts, self.expected, self.deviations, strict=True)
        return tuple((count - mean) / sd if sd > 0 else None for count, mean, sd in rows)

    @property
    def undirected(self) -> dict[str, float]:
        """Give the counts of undirected data: each pair once, one count for gatekeeper and representative."""
        coordinator, itinerant, representative, _, liaison = self.counts
        return {
            "coordinator": coordinator / 2,
            "itinerant": itinerant / 2,
            "gatekeeper": float(representative),
            "liaison": liaison / 2,
        }


def role(giver: Any, broker: Any, receiver: Any) -> int:
    """Name the role by the three groups, as a place in `ROLES`."""
    if giver == broker == receiver:
        return 0
    if giver == receiver:
        return 1
    if giver == broker:
        return 2
    return 3 if broker == receiver else 4


def roles(graph: nx.Graph[Any] | nx.DiGraph[Any], group: Mapping[Any, Any]) -> dict[Any, tuple[int, ...]]:
    """Count each node's roles over ordered pairs (a, c) with a→v→c, a ≠ c and no a→c."""
    found = {}
    for broker, pairs in _open_pairs(graph).items():
        tally = Counter(role(group[a], group[broker], group[c]) for a, c in pairs)
        found[broker] = tuple(tally[number] for number in range(len(ROLES)))
    return found


def _open_pairs(graph: nx.Graph[Any] | nx.DiGraph[Any]) -> dict[Any, list[tuple[Any, Any]]]:
    """Give the ordered pairs that only the broker joins."""
    arcs: nx.DiGraph[Any] = nx.DiGraph(graph)  # an undirected tie becomes two arcs
    return {
        broker: [
            (a, c)
            for a in arcs.predecessors(broker)
            for c in arcs.successors(broker)
            if a != c and broker not in (a, c) and not arcs.has_edge(a, c)
        ]
        for broker in arcs
    }


def _moments(own: int, sizes: list[int], density: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Give expectation and deviation of the roles of a broker whose group has ``own`` of all the nodes."""
    total = sum(sizes)
    others = list(sizes)
    others.remove(own)
    chance, cube = density**2 * (1 - density), density**3 * (1 - density) ** 3
    triples = (
        (own - 1) * (own - 2),
        sum(n * (n - 1) for n in others),
        (total - own) * (own - 1),
        (total - own) * (own - 1),
        sum(others) ** 2 - sum(n * n for n in others),
    )
    gate = (own - 1) * comb(total - own, 2) + (total - own) * comb(own - 1, 2)
    pairs = (
        2 * (own - 1) * (own - 2) * (own - 3),
        2 * sum(n * (n - 1) * (n - 2) for n in others),
        2 * gate,
        2 * gate,
        4 * sum(n * comb(total - n - own, 2) for n in others),
    )
    expected = tuple(chance * count for count in triples)
    variance = (mean * (1 - chance) + count * cube for mean, count in zip(expected, pairs, strict=True))
    return expected, tuple(sqrt(max(value, 0.0)) for value in variance)


def brokerage(graph: nx.Graph[Any] | nx.DiGraph[Any], group: Mapping[Any, Any]) -> dict[Any, Brokerage]:
    """Count roles and compare them with a random digraph of the same density and groups.

    Notes
    -----
    E = d²(1−d) times the number of pairs that could pass through the broker. Undirected data are read as two arcs a
    tie, as R's ``sna`` does; `Brokerage.undirected` halves what is counted twice. A large group inflates the
    coordinator role of all its members: read z, or compare with `permuted`.

    References
    ----------
    Gould and Fernandez 1989, Structures of mediation: a formal approach to brokerage in transaction networks,
    Sociological Methodology 19, 89–126, 10.2307/270949.
    """
    n = graph.number_of_nodes()
    arcs = graph.number_of_edges() * (1 if graph.is_directed() else 2)
    density = arcs / (n * (n - 1)) if n > 1 else 0.0
    sizes = Counter(group[node] for node in graph)
    moments = {name: _moments(size, list(sizes.values()), density) for name, size in sizes.items()}
    return {node: Brokerage(counts, *moments[group[node]]) for node, counts in roles(graph, group).items()}


def permuted(
    graph: nx.Graph[Any], group: Mapping[Any, Any], *, draws: int = 200, seed: int = 0
) -> dict[Any, tuple[float, ...]]:
    """Give, by role, how often shuffled group labels give a node at least as many brokered pairs."""
    observed, opened = roles(graph, group), _open_pairs(graph)
    nodes, labels = list(graph), [group[node] for node in graph]
    rng, above = random.Random(seed), {node: [0] * len(ROLES) for node in graph}
    for _ in range(draws):
        rng.shuffle(labels)
        drawn = dict(zip(nodes, labels, strict=True))
        for node, pairs in opened.items():
            counts = Counter(role(drawn[a], drawn[node], drawn[c]) for a, c in pairs)
            for number in range(len(ROLES)):
                above[node][number] += counts[number] >= observed[node][number]
    return {node: tuple((1 + k) / (draws + 1) for k in tally) for node, tally in above.items()}
