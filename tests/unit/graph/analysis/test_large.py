from __future__ import annotations

import networkx as nx
import pytest

from graph.analysis import large
from graph.analysis.centrality import MEASURES, betweenness, eigenvector, simple

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

    assert seen[-1] == ("shortest paths", 3, 4)
    assert large.sampled_betweenness(nx.path_graph(2)) == ({0: 0.0, 1: 0.0}, 0.0)


@pytest.mark.parametrize("name", GRAPHS)
def test_every_measure_of_a_large_graph_equals_the_exact_one_if_all_nodes_are_sources(name: str) -> None:
    graph = simple(GRAPHS[name])

    found = large.measure_all(graph, pivots=10_000)

    for measure, exact in MEASURES.items():
        assert found.values[measure] == pytest.approx(exact(graph), abs=1e-9, nan_ok=True), measure
    assert any("sampled from" in note for note in found.notes)


@pytest.mark.parametrize("weighted", [True, False])
def test_eigenvector_of_a_two_sided_network_settles(weighted: bool) -> None:
    graph = simple(nx.complete_bipartite_graph(3, 5))

    assert large.fast_eigenvector(graph, weighted=weighted) == pytest.approx(eigenvector(graph), abs=1e-9)
    assert set(large.fast_eigenvector(nx.disjoint_union(nx.path_graph(2), nx.path_graph(2))).values()) == {None}


@pytest.mark.parametrize("name", GRAPHS)
def test_closeness_from_all_sources_is_exact_and_from_some_is_near(name: str) -> None:
    graph = GRAPHS[name]

    assert large.sampled_closeness(graph, pivots=10_000) == pytest.approx(nx.closeness_centrality(graph), abs=1e-9)


def test_sample_of_closeness_is_near() -> None:
    graph = nx.connected_watts_strogatz_graph(300, 6, 0.2, seed=2)
    exact, found = nx.closeness_centrality(graph), large.sampled_closeness(graph, pivots=150)

    assert max(abs((found[v] or 0) - exact[v]) for v in graph) < 0.05


def test_equal_paths_stay_equal_where_distances_have_no_common_denominator(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = simple(nx.karate_club_graph())
    exact = betweenness(graph, weighted=True)
    monkeypatch.setattr(large, "_WORD", 1)

    values, _ = large.sampled_betweenness(graph, pivots=34, weighted=True)

    assert values == pytest.approx(exact, abs=1e-9)


def test_standard_errors_shrink_with_the_sample() -> None:
    graph = nx.gnm_random_graph(200, 500, seed=3)

    few, many, all_ = (large.sampled_paths(graph, pivots=k, seed=1) for k in (20, 150, 200))

    assert max(few.errors.values()) > max(many.errors.values()) > max(all_.errors.values()) == 0
