"""How pole-core a layout is: one pole leading, several points supporting, measured on the network of members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import networkx as nx

from graph.analysis.centrality import WEIGHT

Number = Fraction | None


def total_weight(graph: nx.Graph[Any]) -> Fraction:
    """W, the weight of all ties."""
    return sum((Fraction(d[WEIGHT]) for _, _, d in graph.edges(data=True)), Fraction(0))


def strengths(graph: nx.Graph[Any]) -> dict[Any, Fraction]:
    """s_i, the weight of each member's ties; with Newman weights the number of vehicles shared with others."""
    return {node: sum((Fraction(d[WEIGHT]) for d in graph[node].values()), Fraction(0)) for node in graph}


def pole_tie_share(graph: nx.Graph[Any], pole: Any) -> Number:
    """T = s_p/W: the share of ties that have the pole at one end; None without ties.

    Notes
    -----
    The pole's share of all *strength* is T/2 and cannot exceed .5, because every tie has two ends.
    """
    whole = total_weight(graph)
    return strengths(graph)[pole] / whole if whole else None


def hub_and_spoke(graph: nx.Graph[Any], pole: Any) -> Number:
    """H = (nT−2)/(n−2): 1 in a star around the pole, 0 if all are tied alike, below 0 if the pole is under-connected.

    Notes
    -----
    Equals the weighted Freeman centralisation when the pole is the strongest member.
    """
    share, n = pole_tie_share(graph, pole), graph.number_of_nodes()
    return None if share is None or n < 3 else (n * share - 2) / (n - 2)


def freeman(graph: nx.Graph[Any]) -> Number:
    """Binary degree centralisation Σ(d_max−d_i)/((n−1)(n−2)): 1 in a star, 0 in a cycle, whoever is at the centre.

    References
    ----------
    Freeman 1978, 10.1016/0378-8733(78)90021-7.
    """
    n = graph.number_of_nodes()
    degrees = [len(graph[node]) for node in graph]
    return Fraction(sum(max(degrees) - d for d in degrees), (n - 1) * (n - 2)) if n > 2 else None


def points_of(graph: nx.Graph[Any], pole: Any) -> list[Any]:
    """List the members other than the pole."""
    return [node for node in graph if node != pole]


def point_density(graph: nx.Graph[Any], pole: Any) -> Number:
    """Tied pairs of points over all pairs of points: how far the points work with each other.

    Notes
    -----
    2m/((n−1)(n−2)) for m tied pairs among the n−1 points; the density of the network without its pole.
    """
    points = points_of(graph, pole)
    pairs = len(points) * (len(points) - 1) // 2
    return Fraction(graph.subgraph(points).number_of_edges(), pairs) if pairs else None


def connected_points(graph: nx.Graph[Any], pole: Any) -> int:
    """Give the size of the largest group of points that stays connected without the pole."""
    rest = graph.subgraph(points_of(graph, pole))
    return max((len(part) for part in nx.connected_components(rest)), default=0)


def supporting_points(graph: nx.Graph[Any], pole: Any) -> Number:
    """N_eff = (Σs_i)²/Σs_i² over points: how many equally strong points would support as evenly.

    References
    ----------
    Hill 1973, 10.2307/1934352.
    """
    own = strengths(graph)
    values = [own[node] for node in points_of(graph, pole)]
    squares = sum((s * s for s in values), Fraction(0))
    return sum(values, Fraction(0)) ** 2 / squares if squares else None


def dependency(graph: nx.Graph[Any], pole: Any) -> dict[Any, Number]:
    """D_i = w_ip/s_i: the share of a point's ties that go to the pole; undefined (None) for a point without ties."""
    own = strengths(graph)
    return {
        node: (Fraction(graph[node][pole][WEIGHT]) if graph.has_edge(node, pole) else Fraction(0)) / own[node]
        if own[node]
        else None
        for node in points_of(graph, pole)
    }


def participation(graph: nx.Graph[Any]) -> dict[Any, Number]:
    """Q_i = 1−Σ_c (w_ic/s_i)²: 0 if all ties go to one partner, towards 1 if spread evenly; None without ties.

    References
    ----------
    Guimerà and Amaral 2005, 10.1038/nature03288 (here each partner is a module of its own).
    """
    own = strengths(graph)
    return {
        node: 1 - sum(((Fraction(d[WEIGHT]) / own[node]) ** 2 for d in graph[node].values()), Fraction(0))
        if own[node]
        else None
        for node in graph
    }


def removal_loss(graph: nx.Graph[Any], pole: Any) -> Number:
    """1−E(G−p)/E(G): how much of the points' mutual reach goes with the pole; binary, over pairs of points.

    References
    ----------
    Latora and Marchiori 2001, 10.1103/PhysRevLett.87.198701.
    """
    points = points_of(graph, pole)
    before = _reach(graph, points)
    return 1 - _reach(graph.subgraph(points), points) / before if before else None


def _reach(graph: nx.Graph[Any], points: list[Any]) -> Fraction:
    total = Fraction(0)
    for a in points:
        far = nx.single_source_shortest_path_length(graph, a)
        total += sum((Fraction(1, far[b]) for b in points if b != a and b in far), Fraction(0))
    return total


@dataclass(frozen=True, slots=True)
class Layout:
    """The pole-core metrics of one network; None where a metric is undefined."""

    weight: Fraction
    pole_tie_share: Number
    hub_and_spoke: Number
    freeman: Number
    point_density: Number
    connected_points: int
    supporting_points: Number
    removal_loss: Number

    def numbers(self) -> dict[str, Number]:
        """Give the metrics by name."""
        return {
            "pole_tie_share": self.pole_tie_share,
            "hub_and_spoke": self.hub_and_spoke,
            "freeman": self.freeman,
            "point_density": self.point_density,
            "connected_points": Fraction(self.connected_points),
            "supporting_points": self.supporting_points,
            "removal_loss": self.removal_loss,
        }


def layout(graph: nx.Graph[Any], pole: Any) -> Layout:
    """Measure a network of members."""
    return Layout(
        total_weight(graph),
        pole_tie_share(graph, pole),
        hub_and_spoke(graph, pole),
        freeman(graph),
        point_density(graph, pole),
        connected_points(graph, pole),
        supporting_points(graph, pole),
        removal_loss(graph, pole),
    )


def spread(layouts: Iterable[Layout]) -> dict[str, tuple[Number, Number]]:
    """Give the least and the greatest value of each metric over several networks."""
    rows = [item.numbers() for item in layouts]
    found: dict[str, tuple[Number, Number]] = {}
    for name in rows[0] if rows else ():
        values = [row[name] for row in rows]
        known = [value for value in values if value is not None]
        found[name] = (min(known), max(known)) if known else (None, None)
    return found


@dataclass(frozen=True, slots=True)
class Support:
    """What one member brings, as a vector: never added up into one number."""

    strength: Fraction
    other_partners: Number
    participation: Number
    dependency: Number
    capabilities: int


def supports(graph: nx.Graph[Any], pole: Any, capabilities: Mapping[Any, int] | None = None) -> dict[Any, Support]:
    """Give each point's vector: strength, share of the other points it is tied to, Q, D, fields it is present in."""
    own, spread_, lean = strengths(graph), participation(graph), dependency(graph, pole)
    points = points_of(graph, pole)
    most = len(points) - 1
    return {
        node: Support(
            own[node],
            Fraction(sum(1 for other in graph[node] if other != pole), most) if most > 0 else None,
            spread_[node],
            lean[node],
            (capabilities or {}).get(node, 0),
        )
        for node in points
    }
