from __future__ import annotations

import networkx as nx
import pytest

from graph.analysis import coreperiphery
from graph.analysis.coreperiphery import best_core, continuous, discrete_fit, in_order
from tests.unit.graph.analysis.known_networks import FIX, POLE, core_example, weighted


def test_ten_nodes_of_borgatti_and_everett() -> None:
    graph = core_example()

    assert discrete_fit(graph, {1, 2, 3, 4}) == pytest.approx(0.4752, abs=5e-5)
    assert discrete_fit(graph, {1, 2, 3, 4}, variant=True) == pytest.approx(1.0)
    best = best_core(graph)
    assert (best.members, best.exhaustive) == ((2, 3, 4), True)
    assert best.fit == pytest.approx(0.5324, abs=5e-5)
    assert continuous(graph)[0] == pytest.approx(0.698, abs=5e-4)


def test_plan_has_one_core_by_weight_and_another_by_count() -> None:
    graph = weighted(FIX)
    by_weight, by_count = best_core(graph, weighted=True), best_core(graph)

    assert (by_weight.members, by_weight.fit) == ((POLE,), pytest.approx(0.527, abs=5e-4))
    assert (set(by_count.members), by_count.fit) == ({"沈阳", "鞍山", "阜新"}, pytest.approx(0.544, abs=5e-4))
    assert discrete_fit(graph, {POLE}) == pytest.approx(0.289, abs=5e-4)


def test_star_fits_perfectly() -> None:
    star = nx.star_graph(6)

    fit, core = continuous(star)

    assert discrete_fit(star, {0}) == pytest.approx(1)
    assert fit == pytest.approx(1, abs=1e-6)
    assert max(core, key=core.get) == 0


def test_nothing_fits_where_nothing_varies() -> None:
    assert discrete_fit(nx.complete_graph(4), {0}) is None
    assert continuous(nx.complete_graph(4)) == (None, dict.fromkeys(range(4)))
    assert best_core(nx.empty_graph(4)).members == ()


def test_large_networks_are_searched_by_degree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coreperiphery, "EXHAUSTIVE", 3)

    found = best_core(nx.star_graph(6))

    assert (found.members, found.fit, found.exhaustive) == ((0,), pytest.approx(1), False)


def test_what_is_equal_is_told_as_equal() -> None:
    two = nx.Graph([("p", "a"), ("p", "b"), ("a", "b")])
    two.add_node("alone")

    best = best_core(two, variant=True)

    told = {frozenset(core) for core in (best.members, *best.equals)}
    assert told >= {frozenset("pa"), frozenset("pb"), frozenset("ab")}
    assert in_order({"p": 1.0, "a": 0.5, "b": 0.499999, "c": 0.2, "d": None}) == [["p"], ["a", "b"], ["c"]]
