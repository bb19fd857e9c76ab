from __future__ import annotations

from fractions import Fraction as F
from itertools import combinations, product

import networkx as nx
import pytest

from graph.analysis import nulls
from graph.analysis.degrees import graphs_with_degrees, naive_expectation, tie_chances
from tests.unit.graph.analysis.known_networks import FIRMS, FIX, MEMBERS, POLE, weighted


def test_pole_takes_part_more_often_than_chance() -> None:
    found = nulls.pole_null(FIX, POLE, len(MEMBERS))

    assert found == F(3, 64)
    assert float(found) == pytest.approx(0.047, abs=5e-4)


def test_shuffling_dyads_gives_too_small_a_chance() -> None:
    assert float(nulls.dyad_shuffle(weighted(FIX), POLE)) == pytest.approx(0.0087, abs=5e-5)


def test_shuffling_labels_cannot_go_below_one_in_n() -> None:
    assert nulls.label_permutation(weighted(FIX), POLE) == F(1, 8)
    assert nulls.label_permutation(weighted(FIX), "鞍山") == F(4, 8)


def test_tables_of_the_plan_are_enumerated() -> None:
    found = nulls.fixed_margins(FIX, MEMBERS)
    pair = found.pairs["沈阳", "鞍山"]

    assert (found.tables, found.exact) == (3120, True)
    assert pair.observed == 1
    assert pair.expected == pytest.approx(1.523, abs=5e-4)
    assert pair.z == pytest.approx(-1.05, abs=5e-3)
    assert pair.lower == pytest.approx(31 / 65)


def test_tables_are_all_there_are() -> None:
    rows, columns = (3, 1, 0, 2), (2, 1, 3)
    every = product(*(combinations(range(4), size) for size in columns))
    right = [t for t in every if [sum(i in column for column in t) for i in range(4)] == list(rows)]
    assert list(nulls.tables_with_margins(rows, columns)) == right
    assert right
    assert list(nulls.tables_with_margins((0, 0), ())) == [()]
    assert list(nulls.tables_with_margins((1, 0), ())) == []
    assert list(nulls.tables_with_margins((1, 1), (1,))) == []


def test_no_pair_of_the_plan_can_be_tested() -> None:
    found = nulls.fixed_margins(FIX, MEMBERS)

    assert found.smallest == pytest.approx(0.135, abs=5e-4)
    assert not any(null.testable for null in found.pairs.values())
    assert {null.deficit for null in found.pairs.values()} == {None}


def test_pair_that_can_be_tested_has_a_deficit() -> None:
    table = {f"v{i}": frozenset("ab" if i % 2 else "cd") for i in range(16)}

    found = nulls.fixed_margins(table, "abcd", draws=500, seed=1).pairs["a", "c"]

    assert found.testable
    assert found.deficit is not None
    assert found.deficit > 0.5


def test_curveball_keeps_the_margins_and_agrees_with_the_enumeration(monkeypatch: pytest.MonkeyPatch) -> None:
    exact = nulls.fixed_margins(FIX, MEMBERS).pairs["沈阳", "鞍山"]
    monkeypatch.setattr(nulls, "MOST_TABLES", 10)

    drawn = nulls.fixed_margins(FIX, MEMBERS, seed=4)

    assert not drawn.exact
    assert drawn.pairs["沈阳", "鞍山"].expected == pytest.approx(exact.expected, abs=0.06)
    for table in nulls.curveball(FIX, draws=20, seed=1):
        assert [len(table[name]) for name in FIX] == [len(FIX[name]) for name in FIX]
        assert [sum(m in g for g in table.values()) for m in MEMBERS] == [4, 2, 1, 2, 3, 1, 1, 0]


def test_hypergeometric_ignores_sizes() -> None:
    assert nulls.hypergeometric_pair(4, 2, 5, 1) == (F(8, 5), F(2, 5))
    held = {member: sum(member in group for group in FIX.values()) for member in MEMBERS}
    lowest = min(
        p for a, b in combinations(MEMBERS, 2) for x in range(6)
        if (p := nulls.hypergeometric_pair(held[a], held[b], 5, x)[1]) > 0
    )  # fmt: skip
    assert lowest == F(1, 10)


def test_how_many_vehicles_a_zero_needs() -> None:
    assert nulls.vehicles_needed(4, 8) == 13
    assert nulls.vehicles_needed(2, 8) == 83


def test_gravity_expects_more_of_the_pole_than_the_plan_has() -> None:
    assert nulls.gravity_share(FIRMS, POLE) == pytest.approx(0.875, abs=5e-4)
    assert nulls.gravity_share(FIRMS, POLE, beta=0.5) == pytest.approx(0.609, abs=5e-4)
    assert sum(nulls.gravity(FIRMS, 7.0).values()) == pytest.approx(7)
    assert sum(FIRMS.values()) == 5739


def test_gravity_falls_with_distance() -> None:
    far = {frozenset("ab"): 1.0, frozenset("ac"): 2.0, frozenset("bc"): 2.0}

    found = nulls.gravity(dict.fromkeys("abc", 1.0), 1.0, gamma=1.0, distance=far)

    assert found[frozenset("ab")] == pytest.approx(2 * found[frozenset("ac")])
    assert nulls.gravity(dict.fromkeys("ab", 0.0), 1.0) == {frozenset("ab"): 0.0}


def test_beta_is_fitted_only_with_enough_vehicles() -> None:
    masses = {"a": 8.0, "b": 4.0, "c": 2.0, "d": 1.0}
    weights = nulls.gravity(masses, 40.0, beta=0.7)

    assert nulls.fitted_beta(masses, weights, 29) == 1.0
    assert nulls.fitted_beta(masses, weights, 30) == pytest.approx(0.7)


def test_benjamini_hochberg() -> None:
    assert nulls.benjamini_hochberg([0.01, 0.04, 0.03, 0.5]) == pytest.approx([0.04, 0.16 / 3, 0.16 / 3, 0.5])
    assert nulls.benjamini_hochberg([]) == []


def test_poisson_binomial_at_its_ends() -> None:
    assert nulls.poisson_binomial_tail([F(1, 2)] * 3, 0) == 1
    assert nulls.poisson_binomial_tail([F(1, 2)] * 3, 4) == 0
    assert nulls.poisson_binomial_tail([F(1, 2), F(1, 4)], 1) == F(5, 8)


def test_simple_graphs_with_given_degrees() -> None:
    graph = nx.Graph([(0, 1), (0, 2), (0, 3), (1, 2), (3, 4)])

    chances, exact = tie_chances(graph)

    assert [len(graph[n]) for n in sorted(graph)] == [3, 2, 2, 2, 1]
    assert (len(list(graphs_with_degrees([3, 2, 2, 2, 1]))), exact) == (6, True)
    assert chances[frozenset({0, 4})] == 1 / 2
    assert naive_expectation(graph, 0, 4) == pytest.approx(0.3)
    karate = nx.karate_club_graph()
    assert naive_expectation(karate, 0, 33) == pytest.approx(1.744, abs=5e-4)


def test_large_graphs_are_swapped() -> None:
    chances, exact = tie_chances(nx.karate_club_graph(), draws=20, seed=2)

    assert not exact
    assert sum(chances.values()) == pytest.approx(78)
    assert 0 < chances[frozenset({0, 33})] < 1
