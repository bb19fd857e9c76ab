from __future__ import annotations

import pytest

from graph.analysis.uncertainty import draws_of_families, kendall, stability, survivors

FAMILIES = ("a", "b", "c", "d", "e")


def test_five_families_are_enumerated() -> None:
    found = draws_of_families(FAMILIES)

    assert sum(found.values()) == pytest.approx(1)
    assert len(found) == 31
    assert found[frozenset("a")] == pytest.approx(5**-5)


def test_single_source_vanishes_in_a_third_of_the_draws() -> None:
    found = survivors({"v": {"a": 1.0}, "w": {"b": 1.0, "c": 1.0}}, FAMILIES)

    assert sum(p for left, p in found.items() if "v" not in left) == pytest.approx(0.8**5)
    assert sum(p for left, p in found.items() if "w" not in left) == pytest.approx(0.6**5)


def test_doubtful_evidence_is_dropped_sometimes() -> None:
    found = survivors({"v": {"a": 0.5}}, ("a",), thinning=400, seed=1)

    assert found[frozenset()] == pytest.approx(0.5, abs=0.08)


def test_many_families_are_drawn() -> None:
    families = tuple("abcdefg")

    found = draws_of_families(families, draws=300, seed=1)

    assert sum(found.values()) == pytest.approx(1)
    assert found == draws_of_families(families, draws=300, seed=1)


def test_kendall() -> None:
    assert kendall([1, 2, 3, 4], [1, 3, 2, 4]) == pytest.approx(2 / 3)
    assert kendall([1, 2, 3], [3, 2, 1]) == -1
    assert kendall([1, 1], [1, 2]) is None


def test_ranks_over_draws() -> None:
    chances = {frozenset({"v", "w"}): 0.6, frozenset({"w"}): 0.4}

    found, tau = stability(
        "xyz", chances, lambda left: {"x": 3.0 if "v" in left else 0.0, "y": 2.0, "z": 1.0}, top=1
    )  # fmt: skip

    assert (found["x"].median, found["x"].low, found["x"].high) == (1, 1, 3)
    assert found["x"].top == pytest.approx(0.6)
    assert str(found["x"].place) == "1–3"
    assert tau == pytest.approx(0.6 * 1 + 0.4 * -1 / 3)


def test_settled_order_is_not_tied() -> None:
    found, _ = stability("xy", {frozenset("v"): 1.0}, lambda _: {"x": 2.0, "y": 1.0})

    assert [str(found[n].place) for n in "xy"] == ["1", "2"]
