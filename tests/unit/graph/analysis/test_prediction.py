from __future__ import annotations

import networkx as nx
import pytest

from graph.analysis.centrality import constraint, simple
from graph.analysis.holes import bridge, change_of_constraint, most_freed
from graph.analysis.prediction import adamic_adar, between, leave_one_out, resource_allocation
from tests.unit.graph.analysis.known_networks import borgatti


def test_shared_partners_of_a_complete_graph() -> None:
    graph = nx.complete_graph(5)

    assert resource_allocation(graph, 0, 1) == pytest.approx(0.75)
    assert adamic_adar(graph, 0, 1) == pytest.approx(2.164, abs=5e-4)


def test_shared_partners_of_the_two_leaders() -> None:
    karate = nx.karate_club_graph()

    assert resource_allocation(karate, 0, 33) == pytest.approx(0.9)
    assert adamic_adar(karate, 0, 33) == pytest.approx(2.711, abs=5e-4)
    assert set(between(karate, 0, 33)) == {8, 13, 19, 31}


def test_prediction_is_tried_on_the_ties_that_exist() -> None:
    karate, random = leave_one_out(nx.karate_club_graph()), leave_one_out(nx.gnm_random_graph(40, 60, seed=2))

    assert karate.useful
    assert karate.auc is not None
    assert karate.auc > 0.6
    assert not random.useful


def test_prediction_needs_ties_and_gaps() -> None:
    assert leave_one_out(nx.complete_graph(4)).auc is None
    assert not leave_one_out(nx.Graph()).useful


def test_new_tie_frees_both_ends_and_costs_the_broker() -> None:
    found = bridge(borgatti(), "C", "E")

    assert found.changes["C"] == pytest.approx(-0.2153, abs=5e-5)
    assert found.changes["E"] == pytest.approx(-0.0882, abs=5e-5)
    assert found.changes["G"] == pytest.approx(0.0424, abs=5e-5)
    assert found.gain == pytest.approx(0.2153 + 0.0882, abs=1e-4)
    assert found.loser == "G"


def test_only_the_ends_and_their_partners_are_touched_and_no_gain_exceeds_its_bound() -> None:
    karate = simple(nx.karate_club_graph())
    before = constraint(karate)
    for a, b in ((0, 33), (11, 26), (9, 16), (4, 32)):
        wider = karate.copy()
        wider.add_edge(a, b, weight=1)
        whole = {n: c - (before[n] or 0) for n, c in constraint(wider).items() if c is not None}
        found = change_of_constraint(karate, a, b)
        assert found == pytest.approx({n: c for n, c in whole.items() if abs(c) > 1e-12}, abs=1e-12)
        bound = sum(most_freed(before[n], float(sum(d["weight"] for d in karate[n].values()))) or 0 for n in (a, b))
        gain = bridge(karate, a, b).gain
        apart = not set(karate[a]) & set(karate[b])
        assert gain == pytest.approx(bound, abs=1e-12) if apart else (gain or 0) < bound


def test_isolate_has_no_gain() -> None:
    graph = nx.path_graph(2)
    graph.add_node(9)

    assert bridge(graph, 0, 9).gain is None
    assert set(change_of_constraint(graph, 0, 9)) == {0}
