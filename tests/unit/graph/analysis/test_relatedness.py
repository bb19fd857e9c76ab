from __future__ import annotations

import random
from fractions import Fraction as F
from itertools import product

import pytest

from graph.analysis.relatedness import Nearness, advantage, complementarity, density, proximity

M = {1: frozenset({1, 2}), 2: frozenset({1, 2, 3}), 3: frozenset({2, 3}), 4: frozenset({1})}


def test_advantage() -> None:
    found = advantage({"a": {"x": 8, "y": 2}, "b": {"x": 1, "y": 4}})

    assert found == pytest.approx({("a", "x"): 4 / 3, ("a", "y"): 0.5, ("b", "x"): 1 / 3, ("b", "y"): 2.0})


def test_advantage_needs_carriers() -> None:
    found = advantage({"a": {"x": 8, "y": 2}, "b": {"x": 1, "y": 2}}, least=5)

    assert set(found) == {("a", "x")}


def test_proximity() -> None:
    assert proximity(M) == {frozenset({1, 2}): F(2, 3), frozenset({1, 3}): F(1, 3), frozenset({2, 3}): F(2, 3)}


def test_density() -> None:
    assert density(M, 4, 3) == F(1, 3)
    assert density(M, 4, 9) is None


def test_complementarity_is_not_symmetric() -> None:
    assert complementarity(M, 4, 1, 3) == F(2, 3)
    assert complementarity(M, 1, 4, 3) == 0
    assert complementarity(M, 1, 4, 9) is None


def test_all_pairs_at_once_are_what_the_formula_gives() -> None:
    draw = random.Random(5)
    presence = {c: frozenset(i for i in range(12) if draw.random() < 0.4) for c in range(9)}
    near, phi = Nearness(presence), proximity(presence)
    for a, b, i in product(presence, presence, range(12)):
        around = {j: phi.get(frozenset((i, j)), F(0)) for j in range(12) if j != i}
        given = sum((v for j, v in around.items() if j in presence[b] - presence[a]), F(0))
        assert near.complementarity(a, b, i) == given / sum(around.values())
        assert near.density(a, i) == sum((around[j] for j in presence[a] - {i}), F(0)) / sum(around.values())
