"""Betweenness of a large network beside NetworkX and rustworkx."""

from __future__ import annotations

import random
from typing import Any

import networkx as nx
import rustworkx as rx

from benchmarks.measure import WALL, Finding, Report, compare, timed
from graph.analysis.large import fast_betweenness, sampled_betweenness


def network(nodes: int, edges: int, seed: int) -> nx.Graph[Any]:
    """Make a network in which a few are tied to many, as in a region."""
    draw, graph = random.Random(seed), nx.Graph()
    graph.add_nodes_from(range(nodes))
    made: set[tuple[int, int]] = set()
    while len(made) < edges:
        a, b = draw.randrange(nodes), min(int(nodes * draw.random() ** 2.5), nodes - 1)
        if a != b:
            made.add((min(a, b), max(a, b)))
    graph.add_edges_from(sorted(made))
    return graph


def measure(report: Report, *, short: bool) -> None:
    """Measure betweenness: sampled with equally many sources on each side, and exact where that ends in time."""
    nodes, edges, sources, few = (2_000, 6_000, 10, 10) if short else (100_000, 300_000, 100, 2)
    graph = network(nodes, edges, 1)
    found = compare(
        f"betweenness, {nodes:,} nodes and {edges:,} edges, {sources} sources",
        "NetworkX, as many sources",
        lambda: sampled_betweenness(graph, pivots=sources),
        lambda: nx.betweenness_centrality(graph, k=few, seed=0),
        rounds=1 if short else 3,
        goal="≥ 20×",
    )
    if few < sources:  # each source costs NetworkX the same, and there is nothing that is done once
        found.theirs = [seconds * sources / few for seconds in found.theirs]
        found.note = f"NetworkX measured for {few} sources and multiplied by {sources // few}"
    report.add(found)
    nodes, edges = (1_000, 3_000) if short else (5_000, 15_000)
    graph = network(nodes, edges, 1)
    made = rx.networkx_converter(graph)
    rounds = 2 if short else 3
    report.add(
        compare(
            f"betweenness, exact, {nodes:,} nodes and {edges:,} edges, from a NetworkX graph",
            "rustworkx, its own graph ready made",
            lambda: fast_betweenness(graph),
            lambda: rx.betweenness_centrality(made),
            rounds=rounds,
            goal="≤ 1.5×",
            clock=WALL,
        )
    )
    if not short:
        ours = [timed(lambda: fast_betweenness(graph)) for _ in range(2)]
        theirs = [timed(lambda: nx.betweenness_centrality(graph, k=100, seed=0)) * nodes / 100 for _ in range(2)]
        what = f"betweenness, exact, {nodes:,} nodes and {edges:,} edges"
        note = "NetworkX measured for 100 sources and multiplied"
        report.add(Finding(what, "NetworkX", ours, theirs, "≥ 20×", note=note))
