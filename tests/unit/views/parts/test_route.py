from __future__ import annotations

from dataclasses import replace

import pytest

from graph.facts import Entity, Facts, Relation
from tests.unit.views.invented import facts
from views.parts.canvas import positions
from views.parts.layout import STEP
from views.parts.neighbourhood import Filters
from views.parts.panel import Panel
from views.parts.route import between
from views.parts.snapshot import Snapshot, build
from views.parts.vocabulary import vocabulary

LAB, INDUSTRY = "Lab:深空材料重点实验室", "Industry:智能装备"


@pytest.fixture(scope="module")
def region() -> Snapshot:
    return build(facts())


def _ladder(rungs: int) -> Snapshot:
    """Two ends that every rung joins in two steps, and a longer way round."""
    names = ["one", "other", "far", "away", *(f"rung{n:02}" for n in range(rungs))]
    ties = [(a, r) for r in names[4:] for a in ("one", "other")]
    ties += [("one", "far"), ("far", "away"), ("away", "other")]
    entities = [Entity(f"City:{name}", "City", name) for name in names]
    return build(Facts(entities, [Relation(f"City:{a}", "PART_OF", f"City:{b}", 0.9, ()) for a, b in ties], []))


def test_the_shortest_way_is_found_against_the_direction_of_ties(region: Snapshot) -> None:
    way = between(region, LAB, INDUSTRY, Filters())

    assert way is not None
    assert next(iter(way.depth)) == LAB
    assert way.depth[INDUSTRY] == max(way.depth.values()) == 4
    assert {"Zone:岚州高新区", "City:岚州市", "City:溪口市", "Zone:溪口经开区"} & way.depth.keys()
    assert all(way.depth[way.parent[entity]] == depth - 1 for entity, depth in way.depth.items() if depth)


def test_only_ties_on_the_way_are_drawn(region: Snapshot) -> None:
    way = between(region, "City:溪口市", "Zone:岚州高新区", Filters())

    assert way is not None
    for key in way.ties:
        tie = region.ties[key]
        assert abs(way.depth[tie.source] - way.depth[tie.target]) == 1


def test_all_ways_of_the_same_length_are_shown_and_no_longer_one() -> None:
    way = between(_ladder(5), "City:one", "City:other", Filters())

    assert way is not None
    assert len(way.depth) == 7
    assert "City:far" not in way.depth
    assert way.left_out == 0


def test_what_the_cap_leaves_out_is_counted() -> None:
    way = between(_ladder(30), "City:one", "City:other", Filters(), cap=12)

    assert way is not None
    assert len(way.depth) == 12
    assert way.left_out == 20
    assert len(way.ties) == 20


def test_a_hidden_entity_is_gone_round() -> None:
    rungs = {f"City:rung{n:02}" for n in range(3)}

    way = between(_ladder(3), "City:one", "City:other", Filters(), hidden=rungs)

    assert way is not None
    assert list(way.depth) == ["City:one", "City:far", "City:away", "City:other"]


@pytest.mark.parametrize(
    "filters", [Filters(classes=("Company",)), Filters(confidence=1.0), Filters(ties=("FOCUSES_ON",))]
)
def test_filters_may_leave_no_way(region: Snapshot, filters: Filters) -> None:
    assert between(region, LAB, INDUSTRY, filters) is None


def test_the_class_of_the_other_end_does_not_bar_the_way(region: Snapshot) -> None:
    filters = Filters(classes=("Zone",))

    assert between(region, "City:溪口市", INDUSTRY, filters) is not None
    assert between(region, "City:溪口市", INDUSTRY, replace(filters, classes=("Lab",))) is None


def test_a_path_is_drawn_from_left_to_right(region: Snapshot) -> None:
    way = between(region, LAB, INDUSTRY, Filters())

    assert way is not None
    places = positions(region, way, vocabulary())
    assert all(places[entity].x == step * STEP for entity, step in way.depth.items())
    assert len({(spot.x, spot.y) for spot in places.values()}) == len(places)


def test_the_panel_of_a_path_tells_its_ties_in_order(region: Snapshot) -> None:
    way = between(region, "City:溪口市", INDUSTRY, Filters())

    assert way is not None
    told = Panel(region, vocabulary(), "zh").way(way)
    assert told.index("设在") < told.index("聚焦")
    assert told.count("<details") == len(way.ties)
