from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.layout.bearing import bearing, difference, spread, widest_gap
from ontology.coordinates import load_coordinates


@pytest.mark.parametrize(("target", "angle"), [((1, 0), 0), ((0, 1), 90), ((-1, 0), 180), ((0, -1), 270)])
def test_bearing_is_clockwise_from_north(target: tuple[float, float], angle: float) -> None:
    assert bearing((0, 0), target) == pytest.approx(angle)


def test_cities_lie_where_they_lie() -> None:
    at = load_coordinates()

    assert bearing(at["成都市"], at["德阳市"]) == pytest.approx(30, abs=3)
    assert bearing(at["沈阳市"], at["阜新市"]) == pytest.approx(280, abs=3)
    assert len(at) > 345


directions = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), st.floats(0, 359.9), min_size=1, max_size=9)


@given(directions)
def test_neighbours_are_kept_apart_and_in_order(wanted: dict[str, float]) -> None:
    found = spread(wanted, 25, 80)

    placed = sorted(found.values())
    gaps = [(b - a) % 360 for a, b in zip(placed, [*placed[1:], placed[0]], strict=True)]
    assert len(placed) == 1 or min(gaps) >= 25 - 1e-6
    assert widest_gap(placed)[1] >= 80 - 1e-6


def test_directions_that_are_apart_stay() -> None:
    wanted = {"a": 10.0, "b": 100.0, "c": 200.0}

    assert spread(wanted, 30, 80) == pytest.approx(wanted)


def test_two_that_are_near_move_equally() -> None:
    found = spread({"a": 100.0, "b": 110.0}, 30, 80)

    assert found == pytest.approx({"a": 90.0, "b": 120.0})


def test_difference_goes_the_short_way() -> None:
    assert difference(350, 10) == 20
    assert widest_gap([]) == (270.0, 360.0)
    assert widest_gap([90.0]) == (270.0, 360.0)
