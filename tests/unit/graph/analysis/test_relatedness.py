from __future__ import annotations

from fractions import Fraction as F

import pytest

from graph.analysis.relatedness import advantage, complementarity, density, proximity

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
