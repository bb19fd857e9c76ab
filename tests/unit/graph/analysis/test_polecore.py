from __future__ import annotations

from fractions import Fraction as F

import networkx as nx
import pytest

from graph.analysis import polecore
from tests.unit.graph.analysis.known_networks import FIX, MEMBERS, POLE, weighted


def star(n: int = 8) -> nx.Graph:
    graph = nx.star_graph(n - 1)
    nx.set_edge_attributes(graph, F(1), "weight")
    return graph


def evened(graph: nx.Graph) -> nx.Graph:
    nx.set_edge_attributes(graph, F(1), "weight")
    return graph


def test_metrics_of_the_plan() -> None:
    found = polecore.layout(weighted(FIX), POLE)

    assert found.numbers() == {
        "pole_tie_share": F(4, 7),
        "hub_and_spoke": F(3, 7),
        "freeman": F(1, 3),
        "point_density": F(8, 21),
        "connected_points": 5,
        "supporting_points": F(5),
        "removal_loss": F(7, 34),
    }
    assert found.weight == 7


def test_strengths_count_the_vehicles() -> None:
    found = polecore.strengths(weighted(FIX))

    assert [found[member] for member in MEMBERS] == [4, 2, 1, 2, 3, 1, 1, 0]


def test_dependency_and_participation_of_the_plan() -> None:
    graph = weighted(FIX)
    lean, spread = polecore.dependency(graph, POLE), polecore.participation(graph)

    assert lean == {
        "鞍山": F(1, 6), "抚顺": 0, "本溪": F(1, 2), "阜新": F(4, 9), "辽阳": 1, "铁岭": F(1, 3), "沈抚": None,
    }  # fmt: skip
    assert (spread["沈阳"], spread["鞍山"], spread["辽阳"], spread["沈抚"]) == (F(3, 4), F(7, 9), 0, None)


def test_participation_of_two_equal_ties_is_a_half() -> None:
    graph = nx.Graph()
    graph.add_edge("i", "a", weight=2)
    graph.add_edge("i", "b", weight=2)

    assert polecore.participation(graph)["i"] == F(1, 2)


def test_star_cycle_and_equal_ties_are_the_ends_of_the_scale() -> None:
    assert polecore.hub_and_spoke(star(), 0) == 1
    assert polecore.freeman(star()) == 1
    assert polecore.removal_loss(star(), 0) == 1
    assert polecore.freeman(evened(nx.cycle_graph(8))) == 0
    assert polecore.hub_and_spoke(evened(nx.complete_graph(8)), 0) == 0
    assert (polecore.hub_and_spoke(star(), 1) or 0) < 0


def test_hub_and_spoke_is_weighted_centralisation_where_the_pole_is_strongest() -> None:
    own = polecore.strengths(weighted(FIX))
    star_of_the_same_weight = (len(own) - 2) * sum(own.values()) / 2

    assert sum(max(own.values()) - s for s in own.values()) / star_of_the_same_weight == F(3, 7)


def test_centralisation_of_the_florentine_families() -> None:
    families = nx.florentine_families_graph()

    assert float(polecore.freeman(families) or 0) == pytest.approx(0.2747, abs=5e-5)
    families.add_node("Pucci")
    assert float(polecore.freeman(families) or 0) == pytest.approx(0.2667, abs=5e-5)


def test_leaving_one_vehicle_out_moves_the_share() -> None:
    without = [{k: v for k, v in FIX.items() if k != name} for name in FIX]

    low, high = polecore.spread(polecore.layout(weighted(t), POLE) for t in without)["pole_tie_share"]

    assert (low, high) == (F(1, 2), F(4, 5))


def test_nothing_is_defined_without_ties() -> None:
    found = polecore.layout(weighted({}), POLE)

    assert found.numbers() == {
        "pole_tie_share": None, "hub_and_spoke": None, "freeman": 0, "point_density": 0, "connected_points": 1,
        "supporting_points": None, "removal_loss": None,
    }  # fmt: skip
    assert polecore.spread([found])["pole_tie_share"] == (None, None)
    assert polecore.spread([]) == {}


def test_support_is_a_vector() -> None:
    found = polecore.supports(weighted(FIX), POLE, {"鞍山": 3})

    assert found["鞍山"] == polecore.Support(F(2), F(4, 6), F(7, 9), F(1, 6), 3)
    assert found["沈抚"] == polecore.Support(F(0), F(0), None, None, 0)


def test_all_member_vehicles_would_drown_the_layout() -> None:
    wider = weighted({**FIX, "联席会议": frozenset(MEMBERS)})

    assert polecore.point_density(wider, POLE) == 1
    assert polecore.hub_and_spoke(wider, POLE) == F(3, 11)
