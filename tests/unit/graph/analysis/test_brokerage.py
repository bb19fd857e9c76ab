from __future__ import annotations

import networkx as nx
import pytest

from graph.analysis.brokerage import brokerage, permuted, roles
from tests.unit.graph.analysis.known_networks import STRIKE_GROUPS, STRIKE_ROLES, strike


def test_all_rows_of_the_strike_network_equal_the_published_output() -> None:
    graph = strike()

    assert (graph.number_of_nodes(), graph.number_of_edges()) == (24, 38)
    assert roles(graph, STRIKE_GROUPS) == STRIKE_ROLES


def test_moments_of_bob_are_the_published_ones() -> None:
    bob = brokerage(strike(), STRIKE_GROUPS)["Bob"]

    assert bob.expected[2] == pytest.approx(1.962, abs=5e-4)
    assert bob.deviations[2] == pytest.approx(2.479, abs=5e-4)
    assert bob.z[2] == pytest.approx(3.24, abs=5e-3)


def test_undirected_pairs_are_counted_once() -> None:
    bob = brokerage(strike(), STRIKE_GROUPS)["Bob"]

    assert bob.undirected == {"coordinator": 7, "itinerant": 0, "gatekeeper": 10, "liaison": 1}


def test_direction_tells_representative_from_gatekeeper() -> None:
    group = {"a": 1, "b": 1, "c": 2, "x": 2, "y": 2}
    graph = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "x"), ("a", "y"), ("y", "x")])

    found = roles(graph, group)

    assert found["b"] == (0, 0, 1, 0, 0), "a and b of one group, c of another: b represents"
    assert found["c"] == (0, 0, 0, 1, 0), "b outside, c and x inside: c keeps the gate"
    assert found["y"] == (0, 0, 0, 1, 0)


def test_itinerant_and_liaison() -> None:
    graph = nx.DiGraph([("a", "v"), ("v", "b"), ("c", "w"), ("w", "d")])

    found = roles(graph, {"a": 1, "b": 1, "v": 2, "c": 1, "w": 2, "d": 3})

    assert found["v"] == (0, 1, 0, 0, 0)
    assert found["w"] == (0, 0, 0, 0, 1)


def test_chance_has_no_deviation_where_nothing_can_happen() -> None:
    found = brokerage(nx.path_graph(2), {0: "a", 1: "b"})

    assert found[0].z == (None, None, None, None, None)


def test_permutation_says_how_common_a_count_is() -> None:
    graph = strike()

    found = permuted(graph, STRIKE_GROUPS, draws=50, seed=1)

    assert found == permuted(graph, STRIKE_GROUPS, draws=50, seed=1)
    assert found["Frank"][0] == 1, "no brokerage is reached by every shuffle"
    assert all(0 < share <= 1 for shares in found.values() for share in shares)
