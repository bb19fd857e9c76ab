from __future__ import annotations

from fractions import Fraction as F

import pytest

from graph.analysis.coverage import coverage
from graph.analysis.gauge import chao2, gauge, good_turing, silent_chance
from graph.analysis.score import percentiles, robustness, scores

COMPONENTS = {
    "N": [1, 0.5, 0, 0],
    "C": [0.6, 0.2, 0.6, 0.1],
    "D": [0.9, 0.5, 0.4, 0.4],
    "F": [0.3, 0, 0.8, 0.1],
}


def test_coverage_of_a_corpus() -> None:
    assert good_turing([1] * 10 + [2] * 10) == pytest.approx(0.667, abs=5e-4)
    assert chao2(5, 10, 4) == pytest.approx(10)
    assert silent_chance(5) == pytest.approx(0.45, abs=5e-3)


def test_gauge_puts_them_together() -> None:
    found = gauge([1] * 10 + [2] * 4 + [3] * 4 + [0], 5)

    assert (found.ties, found.once, found.twice, found.unseen) == (18, 10, 4, pytest.approx(10))
    assert found.coverage == pytest.approx(1 - 10 / 30)


def test_nothing_seen_is_not_full_coverage() -> None:
    found = gauge([], 0)

    assert (found.coverage, found.unseen, found.silent) == (None, None, 1.0)
    assert chao2(5, 3, 0) == pytest.approx(0.8 * 3)
    assert chao2(0, 0, 0) is None


def test_policies_and_capabilities() -> None:
    present, policies = {("a", 1), ("a", 2), ("b", 1)}, {("a", 1), ("b", 2)}

    found = coverage(present, policies)

    assert found.share == F(1, 3)
    assert found.uncovered == (("a", 2), ("b", 1))
    assert found.without_carrier == (("b", 2),)
    assert coverage(set(), policies).share is None


def test_score_is_the_mean_of_percentiles() -> None:
    assert scores(COMPONENTS) == pytest.approx([0.781, 0.438, 0.531, 0.250], abs=6e-4)


def test_what_is_missing_is_not_zero() -> None:
    assert percentiles([3, None, 1]) == [0.75, None, 0.25]
    assert scores({"N": [1, 0], "D": [None, None]}) == [0.75, 0.25]
    assert scores({"D": [None]}) == [None]


def test_order_holds_under_most_weights() -> None:
    found = robustness(COMPONENTS, top=1, draws=4_000, seed=1)

    assert found == pytest.approx([0.92, 0, 0.08, 0], abs=0.02)
    assert found == robustness(COMPONENTS, top=1, draws=4_000, seed=1)


def test_equal_items_share_a_place() -> None:
    assert robustness({"N": [1, 1]}, top=1) == pytest.approx([0.5, 0.5])
    assert robustness({"N": [1, 2, 3]}, top=10) == [1, 1, 1]
    assert robustness({}) == []
