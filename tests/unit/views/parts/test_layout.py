from __future__ import annotations

from itertools import combinations

import pytest

from views.parts.layout import Place, place, width


def rank(entity: str) -> tuple[int, str]:
    return (0, entity)


def box(spot: Place, label: str, size: float) -> tuple[float, float, float, float]:
    wide = width(label, size)
    if spot.side == "b":
        return spot.x - wide / 2, spot.y + 12, spot.x + wide / 2, spot.y + 30
    left = spot.x + 10 if spot.side == "r" else spot.x - 10 - wide
    return left, spot.y - 8, left + wide, spot.y + 8


def overlapping(places: dict[str, Place], labels: dict[str, str], hubs: set[str]) -> list[tuple[str, str]]:
    boxes = {e: box(spot, labels[e], 14 if e in hubs else 13) for e, spot in places.items() if e != "c"}
    return [
        (a, b)
        for a, b in combinations(boxes, 2)
        if boxes[a][0] < boxes[b][2]
        and boxes[b][0] < boxes[a][2]
        and boxes[a][1] < boxes[b][3]
        and boxes[b][1] < boxes[a][3]
    ]


def tree(count: int, hubs: int) -> tuple[dict[str, str], dict[str, str]]:
    parent = {
        f"n{number:04}": "c" if number < hubs or number % 3 == 0 else f"n{number % hubs:04}" for number in range(count)
    }
    return parent, {"c": "岚州市"} | {entity: f"第{entity}精密制造创新中心" for entity in parent}


@pytest.mark.parametrize(("count", "hubs"), [(3, 1), (20, 1), (40, 5), (69, 8)])
def test_no_two_labels_overlap(count: int, hubs: int) -> None:
    parent, labels = tree(count, hubs)

    places = place("c", parent, labels, rank)

    assert set(places) == set(labels)
    assert overlapping(places, labels, set(parent.values())) == []


@pytest.mark.parametrize("count", [10, 20, 30, 40])
def test_a_picture_with_its_labels_has_about_the_shape_of_its_frame(count: int) -> None:
    labels = {"c": "岚州市"} | {f"n{number:02}": f"第{number}精密制造技术创新中心" for number in range(count)}
    places = place("c", {entity: "c" for entity in labels if entity != "c"}, labels, rank)

    boxes = [box(spot, labels[entity], 13) for entity, spot in places.items()]
    wide = max(b[2] for b in boxes) - min(b[0] for b in boxes)
    high = max(b[3] for b in boxes) - min(b[1] for b in boxes)

    assert 0.9 < wide / high < 1.8


def test_two_layouts_of_the_same_are_equal() -> None:
    parent, labels = tree(120, 6)

    assert place("c", parent, labels, rank) == place("c", parent, labels, rank)


def test_no_two_entities_share_a_place_when_it_is_crowded() -> None:
    parent, labels = tree(380, 9)

    places = place("c", parent, labels, rank)

    assert len({(spot.x, spot.y) for spot in places.values()}) == len(labels)


def test_a_large_picture_is_laid_out_by_springs_around_the_centre() -> None:
    parent, labels = tree(600, 9)

    places = place("c", parent, labels, rank, [(a, b) for a, b in parent.items()])

    assert set(places) == set(labels)
    assert (places["c"].x, places["c"].y) == (0, 0)
    assert len({(spot.x, spot.y) for spot in places.values()}) > 590


def test_an_entity_alone_stands_in_the_middle() -> None:
    assert place("c", {}, {"c": "岚州市"}, rank) == {"c": Place(0.0, 0.0, "b")}
