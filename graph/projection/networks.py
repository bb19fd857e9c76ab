"""From vehicles to networks: who is tied to whom, each vehicle counting once for each of its parties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import combinations, product
from typing import Any

import networkx as nx

from graph.projection.places import Places
from graph.projection.vehicles import Vehicle

Takes = tuple[tuple[frozenset[str], Fraction], ...]
"""The sets of members that a vehicle may bind, each with its share; one set of share 1 if all parties are placed."""
Table = Mapping[str, Takes]
MOST_WAYS = 4_096


def surely(members: Iterable[str]) -> Takes:
    """Give the takes of a vehicle whose members are certain."""
    return ((frozenset(members), Fraction(1)),)


def takes(vehicle: Vehicle, places: Places) -> Takes:
    """Give the members that a vehicle binds.

    Notes
    -----
    A party of two cities belongs to each with share ½: the vehicle then has two sets of share ½, so that such a party
    never ties its own two cities to each other. A party that stands for the area as a whole brings in all members.
    """
    members = set(places.area.members)
    options = []
    for party in vehicle.parties:
        shares = places.shares(party)
        if places.area.id in shares:
            return surely(members)
        options.append([(place if place in members else None, share) for place, share in shares.items()])
    ways = 1
    for option in options:
        ways *= len(option)
    if ways > MOST_WAYS:
        options = [[max(option, key=lambda item: (item[1], str(item[0])))] for option in options]
        options = [[(place, Fraction(1)) for place, _ in option] for option in options]
    found: dict[frozenset[str], Fraction] = {}
    for way in product(*options):
        group = frozenset(place for place, _ in way if place is not None)
        share = Fraction(1)
        for _, part in way:
            share *= part
        found[group] = found.get(group, Fraction(0)) + share
    return tuple(sorted(found.items(), key=lambda item: (-item[1], sorted(item[0]))))


def likeliest(table: Table) -> dict[str, frozenset[str]]:
    """Give each vehicle's likeliest members, if they are two or more."""
    return {name: options[0][0] for name, options in table.items() if len(options[0][0]) > 1}


def newman(nodes: Iterable[str], table: Table) -> nx.Graph[Any]:
    """Project vehicles on members: w_ab = Σ_v 1/(k_v−1) over shared vehicles, k_v the members of v.

    Notes
    -----
    A member's strength then equals the number of vehicles it shares with others. Weights are exact fractions, and
    ``distance`` is 1/weight; each edge lists the vehicles behind it.

    References
    ----------
    Newman 2001, 10.1103/PhysRevE.64.016132.
    """
    weights: dict[tuple[str, str], Fraction] = {}
    behind: dict[tuple[str, str], list[str]] = {}
    sums: dict[tuple[Fraction, Fraction], Fraction] = {}  # a few weights come again and again
    for name, options in table.items():
        for group, share in options:
            weight = share / max(len(group) - 1, 1)
            for pair in combinations(sorted(group), 2):
                before = weights.get(pair)
                if before is None:
                    weights[pair], behind[pair] = weight, [name]
                    continue
                if (both := sums.get((before, weight))) is None:
                    both = sums[before, weight] = before + weight
                weights[pair] = both
                if behind[pair][-1] != name:  # one vehicle is done before the next begins
                    behind[pair].append(name)
    inverse = {weight: 1 / weight for weight in set(weights.values())}
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(
        (a, b, {"weight": weight, "vehicles": tuple(behind[a, b]), "distance": inverse[weight]})
        for (a, b), weight in weights.items()
    )
    return graph


def parties(vehicles: Iterable[Vehicle], without: Iterable[str] = ()) -> dict[str, Takes]:
    """Give the parties of each vehicle as they are named, without some (regions and countries stand above them)."""
    out = set(without)
    return {v.id: surely(p for p in v.parties if p not in out) for v in vehicles}
