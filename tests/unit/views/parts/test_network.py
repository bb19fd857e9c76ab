from __future__ import annotations

from itertools import combinations

from graph.projection.build import Projection, project
from tests.unit.views.invented import region
from views.parts import network
from views.parts.snapshot import build
from views.parts.vocabulary import vocabulary


def _projected() -> Projection:
    return project(region(), (), region="岚东都市圈", pole="岚州市")


def test_the_larger_the_measure_the_larger_the_mark() -> None:
    projection = _projected()
    graph = projection.organisations
    values = {node: float(number) for number, node in enumerate(sorted(graph))}
    values[min(graph)] = None

    drawn = network.payload(build(region()), projection, graph, values, {}, vocabulary(), "zh", members=False)

    sizes = [node["size"] for node in sorted(drawn["nodes"], key=lambda node: node["id"])]
    assert sizes == sorted(sizes)
    assert sizes[0] == network.SMALLEST
    assert sizes[-1] == network.LARGEST
    assert len(drawn["edges"]) == graph.number_of_edges()


def test_a_tie_tells_its_strength_and_vehicles() -> None:
    projection = _projected()

    drawn = network.payload(
        build(region()), projection, projection.members, {}, {}, vocabulary(), "zh", members=True
    )  # fmt: skip

    tie = next(e for e in drawn["edges"] if {e["from"], e["to"]} == {"City:岚州市", "City:溪口市"})
    assert "岚溪联合实验室" in tie["title"]


def test_no_two_marks_stand_in_one_place_and_the_pole_is_in_the_middle() -> None:
    projection = _projected()

    for graph, pole in ((projection.organisations, None), (projection.members, "City:岚州市")):
        at = network.places(graph, pole)
        assert set(at) == set(graph)
        assert all((a.x, a.y) != (b.x, b.y) for a, b in combinations(at.values(), 2))
    assert (at["City:岚州市"].x, at["City:岚州市"].y) == (0, 0)


def test_the_same_network_is_drawn_in_the_same_place() -> None:
    assert network.places(_projected().organisations, None) == network.places(_projected().organisations, None)
