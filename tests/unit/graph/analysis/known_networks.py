"""Networks whose numbers are published or can be worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import networkx as nx

POLE = "沈阳"
MEMBERS = ("沈阳", "鞍山", "抚顺", "本溪", "阜新", "辽阳", "铁岭", "沈抚")
FIX = {
    "农业带": frozenset({"沈阳", "阜新"}),
    "航空": frozenset({"沈阳", "辽阳"}),
    "生物医药": frozenset({"沈阳", "本溪"}),
    "节能环保": frozenset({"鞍山", "本溪", "抚顺", "阜新"}),
    "农产品": frozenset({"沈阳", "鞍山", "阜新", "铁岭"}),
}
"""Five vehicles named in the plan of 2023."""
FIRMS = {
    "沈阳": 4207, "鞍山": 588, "抚顺": 149, "本溪": 98, "阜新": 128, "辽阳": 225, "铁岭": 153, "沈抚": 191,
}  # fmt: skip
"""High-technology enterprises of the members, 2022."""


def weighted(table: dict[str, frozenset[str]], members: tuple[str, ...] = MEMBERS) -> nx.Graph:
    """Newman's projection written out, independent of the code under test."""
    graph = nx.Graph()
    graph.add_nodes_from(members)
    for group in table.values():
        for a, b in combinations(sorted(group), 2):
            old = graph[a][b]["weight"] if graph.has_edge(a, b) else Fraction(0)
            graph.add_edge(a, b, weight=old + Fraction(1, len(group) - 1))
    return graph


def borgatti() -> nx.Graph:
    """Borgatti's example of 1997."""
    return nx.Graph([tuple(edge) for edge in ["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"]])


def core_example() -> nx.Graph:
    """Table 1 of Borgatti and Everett: ten nodes."""
    graph = nx.Graph()
    graph.add_nodes_from(range(1, 11))
    near = {1: (2, 3, 4, 5), 2: (3, 4, 6, 7, 8), 3: (4, 8, 9), 4: (5, 10)}
    graph.add_edges_from((a, b) for a, others in near.items() for b in others)
    return graph


_STRIKE = """Xavier Wendle Sam|Utrecht Norm Russ Quint Sam|Frank Gill|Domingo Carlos Alejandro Eduardo
Norm Bob Ozzie Sam Vern Paul|Hal Bob Gill John|Russ Quint Ted|Karl Ozzie Lanny John|Bob Ike Lanny Mike Alejandro John
Quint Paul|Wendle Sam|Ike Gill Mike|Ted Vern|Gill John|Lanny John|Carlos Alejandro Eduardo|Alejandro Eduardo"""
STRIKE_GROUPS = {
    **dict.fromkeys(["Domingo", "Carlos", "Alejandro", "Eduardo"], 1),
    **dict.fromkeys(["Frank", "Hal", "Karl", "Bob", "Ike", "Gill", "Lanny", "Mike", "John"], 2),
    **dict.fromkeys(["Xavier", "Utrecht", "Norm", "Russ", "Quint", "Wendle", "Ozzie", "Ted", "Sam", "Vern", "Paul"], 3),
}
STRIKE_ROLES = {
    "Xavier": (0, 0, 0, 0, 0), "Utrecht": (8, 0, 0, 0, 0), "Frank": (0, 0, 0, 0, 0), "Domingo": (0, 0, 0, 0, 0),
    "Norm": (18, 0, 5, 5, 0), "Hal": (2, 0, 0, 0, 0), "Russ": (4, 0, 0, 0, 0), "Karl": (0, 0, 2, 2, 0),
    "Bob": (14, 0, 10, 10, 2), "Quint": (4, 0, 0, 0, 0), "Wendle": (0, 0, 0, 0, 0), "Ozzie": (0, 0, 1, 1, 0),
    "Ike": (4, 0, 0, 0, 0), "Ted": (2, 0, 0, 0, 0), "Sam": (8, 0, 0, 0, 0), "Vern": (2, 0, 0, 0, 0),
    "Gill": (10, 0, 0, 0, 0), "Lanny": (2, 0, 0, 0, 0), "Mike": (0, 0, 0, 0, 0), "Carlos": (0, 0, 0, 0, 0),
    "Alejandro": (0, 0, 3, 3, 0), "Paul": (2, 0, 0, 0, 0), "Eduardo": (0, 0, 0, 0, 0), "John": (12, 0, 0, 0, 0),
}  # fmt: skip
"""The output that R's sna package gives for the strike network."""


def strike() -> nx.Graph:
    """Talk in a sawmill on strike (Michael 1997): 24 workers, 38 ties."""
    graph = nx.Graph()
    for line in _STRIKE.replace("\n", "|").split("|"):
        first, *others = line.split()
        graph.add_edges_from((first, other) for other in others)
    return graph
