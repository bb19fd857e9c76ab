from __future__ import annotations

import networkx as nx
import pytest

from graph.analysis import large
from graph.analysis.centrality import betweenness, simple

GRAPHS = {
    "karate": nx.karate_club_graph(),
    "kite": nx.krackhardt_kite_graph(),
    "in parts": nx.disjoint_union(nx.gnm_random_graph(60, 90, seed=1), nx.path_graph(5)),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_rustworkx_gives_what_networkx_gives(name: str) -> None:
    graph = GRAPHS[name]

    assert large.fast_betweenness(graph) == pytest.approx(nx.betweenness_centrality(graph), abs=1e-9)
    assert large.fast_closeness(graph) == pytest.approx(nx.closeness_centrality(graph), abs=1e-9)
    assert large.fast_degree(graph) == pytest.approx(nx.degree_centrality(graph), abs=1e-9)


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("weighted", [True, False])
def test_sampling_every_node_is_exact(name: str, weighted: bool) -> None:
    graph = simple(GRAPHS[name])

    values, error = large.sampled_betweenness(graph, pivots=10_000, weighted=weighted)

    assert error == 0
    assert values == pytest.approx(betweenness(graph, weighted=weighted), abs=1e-9)


def test_sample_lies_within_its_stated_error() -> None:
    graph = nx.gnm_random_graph(300, 700, seed=3)
    exact = nx.betweenness_centrality(graph)

    values, error = large.sampled_betweenness(graph, pivots=100, seed=1)

    assert 0 < error < 0.3
    assert max(abs((values[node] or 0) - exact[node]) for node in graph) < error


def test_size_decides_how_betweenness_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = simple(nx.karate_club_graph())
    exact = betweenness(graph, weighted=True)

    assert large.scaled_betweenness(graph) == (exact, 0.0)
    monkeypatch.setattr(large, "EXACT_NODES", 10)
    unweighted, error = large.scaled_betweenness(graph, weighted=False)
    assert (unweighted, error) == (pytest.approx(nx.betweenness_centrality(nx.karate_club_graph()), abs=1e-9), 0.0)
    _, error = large.scaled_betweenness(graph, pivots=5)
    assert error > 0


def test_sampling_tells_how_far_it_is() -> None:
    seen: list[tuple[str, int, int]] = []

    large.sampled_betweenness(nx.path_graph(10), pivots=4, progress=lambda *step: seen.append(step))

    assert seen[-1] == ("betweenness", 3, 4)
    assert large.sampled_betweenness(nx.path_graph(2)) == ({0: 0.0, 1: 0.0}, 0.0)
