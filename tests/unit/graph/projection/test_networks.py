from __future__ import annotations

from fractions import Fraction as F

import networkx as nx
import pytest
from networkx.algorithms import bipartite

from graph.projection.networks import likeliest, newman, surely, takes
from graph.projection.vehicles import Vehicle
from tests.unit.graph.analysis.known_networks import FIX, MEMBERS
from tests.unit.graph.analysis.plan_facts import IDS, plan


def strength(graph: nx.Graph, node: str) -> F:
    return sum((d["weight"] for d in graph[node].values()), F(0))


def test_every_woman_is_as_strong_as_she_went_to_events() -> None:
    davis = nx.davis_southern_women_graph()
    women = davis.graph["top"]
    events = {event: surely(davis[event]) for event in davis.graph["bottom"]}

    graph = newman(women, events)

    assert {w: strength(graph, w) for w in women} == {w: len(davis[w]) for w in women}
    assert strength(graph, "Evelyn Jefferson") == 8
    raw = bipartite.weighted_projected_graph(davis, women)
    assert raw.degree("Evelyn Jefferson", weight="weight") == 50
    other = bipartite.collaboration_weighted_projected_graph(davis, women)
    assert all(float(d["weight"]) == pytest.approx(other[a][b]["weight"]) for a, b, d in graph.edges(data=True))


def test_plan_is_projected_by_hand() -> None:
    graph = newman(MEMBERS, {name: surely(group) for name, group in FIX.items()})

    assert graph["沈阳"]["阜新"]["weight"] == F(4, 3)
    assert graph["沈阳"]["阜新"]["distance"] == F(3, 4)
    assert sum(d["weight"] for _, _, d in graph.edges(data=True)) == 7
    assert [strength(graph, m) for m in MEMBERS] == [4, 2, 1, 2, 3, 1, 1, 0]


def test_facts_give_the_same_network() -> None:
    graph = plan().members

    assert graph[IDS["沈阳"]][IDS["阜新"]]["weight"] == F(4, 3)
    assert [strength(graph, IDS[m]) for m in MEMBERS] == [4, 2, 1, 2, 3, 1, 1, 0]
    assert graph[IDS["沈阳"]][IDS["阜新"]]["vehicles"] == ("Cluster:农业带", "Cluster:农产品")


def test_party_of_two_cities_ties_neither_to_the_other() -> None:
    from tests.unit.graph.analysis.plan_facts import entity, tie

    places = plan(
        entity("University:双城大学"), tie("University:双城大学", "LOCATED_IN", IDS["沈阳"], 600),
        tie("University:双城大学", "LOCATED_IN", IDS["本溪"], 610),
    ).places  # fmt: skip

    alone = takes(Vehicle("v", "v", "Lab", ("University:双城大学",), (), "existing"), places)
    pair = takes(Vehicle("v", "v", "Lab", (IDS["鞍山"], "University:双城大学"), (), "existing"), places)

    assert all(len(group) == 1 for group, _ in alone)
    graph = newman(IDS.values(), {"v": pair})
    assert graph[IDS["鞍山"]][IDS["沈阳"]]["weight"] == F(1, 2)
    assert not graph.has_edge(IDS["沈阳"], IDS["本溪"])
    assert strength(graph, IDS["鞍山"]) == 1


def test_likeliest_members() -> None:
    table = {"a": ((frozenset("xy"), F(1, 2)), (frozenset("xz"), F(1, 2))), "b": surely("x")}

    assert likeliest(table) == {"a": frozenset("xy")}
