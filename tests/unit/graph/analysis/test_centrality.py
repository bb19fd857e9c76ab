from __future__ import annotations

import itertools
from fractions import Fraction

import networkx as nx
import pytest

from graph.analysis import centrality
from graph.analysis.centrality import Rank, ranks, simple
from tests.unit.graph.analysis.known_networks import borgatti


def test_kite_has_its_published_values() -> None:
    kite = nx.krackhardt_kite_graph()

    assert centrality.degree(kite)[3] == pytest.approx(6 / 9)
    assert centrality.betweenness(kite)[7] == pytest.approx(14 / 36)
    assert centrality.closeness(kite)[5] == pytest.approx(9 / 14)
    assert centrality.harmonic(kite)[3] == pytest.approx(7.0833, abs=1e-4)


def test_the_medici_stand_between_the_florentine_families() -> None:
    value = centrality.betweenness(nx.florentine_families_graph())["Medici"]

    assert value == pytest.approx(0.522, abs=5e-4)
    assert value is not None
    assert value * 91 == pytest.approx(47.5)


def test_karate_club_is_measured_without_its_weights_unless_asked() -> None:
    karate = nx.karate_club_graph()

    assert centrality.eigenvector(karate)[33] == pytest.approx(0.3734, abs=5e-5)
    assert centrality.pagerank(karate)[33] == pytest.approx(0.1009, abs=5e-5)
    assert centrality.pagerank(karate, weighted=True)[33] == pytest.approx(0.0970, abs=5e-5)


def test_burt_on_the_example_of_borgatti() -> None:
    graph = borgatti()
    size, constraint = centrality.effective_size(graph), centrality.constraint(graph)

    assert size["G"] == pytest.approx(4.667, abs=5e-4)
    assert constraint["G"] == pytest.approx(0.4003, abs=5e-5)
    assert constraint["A"] == pytest.approx(0.5955, abs=5e-5)
    assert constraint["C"] == pytest.approx(1)
    assert constraint == pytest.approx(nx.constraint(graph), abs=1e-9)
    assert size == pytest.approx(nx.effective_size(graph), abs=1e-9)


def test_constraint_is_undefined_for_an_isolate_and_may_exceed_one() -> None:
    graph = nx.complete_graph(3)
    graph.add_node(9)

    assert centrality.constraint(graph) == {0: 1.125, 1: 1.125, 2: 1.125, 9: None}
    assert centrality.effective_size(graph)[9] is None


def test_weighted_constraint_equals_networkx() -> None:
    karate = nx.karate_club_graph()

    assert centrality.constraint(karate) == pytest.approx(nx.constraint(karate, weight="weight"), abs=1e-9)


def test_equal_paths_stay_equal_with_decimal_weights() -> None:
    square = nx.Graph()
    for path, lengths in {("s", "a", "t"): (0.1, 0.2), ("s", "b", "t"): (0.15, 0.15)}.items():
        nx.add_path(square, path)
        for (u, v), length in zip(itertools.pairwise(path), lengths, strict=True):
            square[u][v]["distance"] = length
    floats = nx.betweenness_centrality(square, weight="distance")

    found = centrality.betweenness(square, weighted=True)

    assert (found["a"], found["b"]) == (pytest.approx(1 / 6), pytest.approx(1 / 6))
    assert floats["a"] != pytest.approx(floats["b"])


def test_parallel_edges_are_collapsed_and_loops_dropped() -> None:
    graph = nx.MultiGraph([("a", "b", {"weight": 0.1}), ("a", "b", {"weight": 0.2}), ("a", "a", {"weight": 5})])

    plain = simple(graph)

    assert dict(plain["a"]) == {"b": {"weight": Fraction(3, 10), "distance": Fraction(10, 3)}}


def test_eigenvector_is_told_on_the_largest_part_only() -> None:
    graph = nx.disjoint_union(nx.path_graph(3), nx.path_graph(2))

    found = centrality.eigenvector(graph)

    assert found[1] == pytest.approx(2**-0.5)
    assert (found[3], found[4]) == (None, None)
    assert set(centrality.eigenvector(nx.disjoint_union(nx.path_graph(2), nx.path_graph(2))).values()) == {None}


def test_pagerank_of_isolates_is_shared_out() -> None:
    graph = nx.path_graph(2)
    graph.add_node(2)

    found = centrality.pagerank(graph)

    assert sum(x or 0 for x in found.values()) == pytest.approx(1)
    assert centrality.pagerank(nx.Graph()) == {}


def test_equal_values_share_their_places() -> None:
    found = ranks({"a": 3.0, "b": 1.0, "c": 1.0 + 1e-12, "d": None, "e": 0.5})

    assert found == {"a": Rank(1, 1), "b": Rank(2, 3), "c": Rank(2, 3), "d": None, "e": Rank(4, 4)}
    assert [str(found[key]) for key in "abd"] == ["1", "2–3", "None"]


@pytest.mark.parametrize("name", centrality.MEASURES)
def test_every_measure_takes_an_exact_graph_and_an_empty_one(name: str) -> None:
    graph = simple(nx.path_graph(3))

    assert set(centrality.MEASURES[name](graph)) == {0, 1, 2}
    assert centrality.MEASURES[name](nx.Graph()) == {}
