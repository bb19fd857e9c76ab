from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graph.analysis.frontier import Frontiers
from graph.analysis.large import _dependency, _neighbours

GRAPHS = {
    "path": nx.path_graph(9),
    "ring": nx.cycle_graph(8),
    "crowd": nx.complete_graph(6),
    "two parts": nx.disjoint_union(nx.star_graph(5), nx.path_graph(4)),
    "alone": nx.empty_graph(3),
    "scattered": nx.gnm_random_graph(60, 150, seed=3),
    "unequal": nx.barabasi_albert_graph(80, 2, seed=4),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_frontiers_count_what_path_by_path_counting_counts(name: str) -> None:
    graph = nx.relabel_nodes(GRAPHS[name], lambda number: f"n{number}")
    nodes = sorted(graph, reverse=True)
    near, slack = _neighbours(graph, False)

    found = Frontiers(graph, nodes)

    for number, source in enumerate(nodes):
        share, steps = found.dependency(number)
        dependency, distance = _dependency(near, source, slack)
        assert {n: int(s) for n, s in zip(nodes, steps, strict=True) if s >= 0} == distance
        assert dict(zip(nodes, share.tolist(), strict=True)) == pytest.approx(
            {node: dependency.get(node, 0.0) for node in nodes}, abs=1e-9
        )


def test_sum_over_all_sources_is_betweenness() -> None:
    graph = GRAPHS["unequal"]
    found = Frontiers(graph, list(graph))

    total = np.sum([found.dependency(node)[0] for node in graph], axis=0) / 2

    assert dict(enumerate(total.tolist())) == pytest.approx(nx.betweenness_centrality(graph, normalized=False))
