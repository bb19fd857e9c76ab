"""Which organisations would find each other easily: shared partners, and who they are."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt
from typing import Any

import networkx as nx


def between(graph: nx.Graph[Any], a: Any, b: Any) -> tuple[Any, ...]:
    """List the partners that two nodes share, who could bring them together."""
    return tuple(sorted(set(graph[a]) & set(graph[b]), key=str))


def resource_allocation(graph: nx.Graph[Any], a: Any, b: Any) -> float:
    """RA = Σ 1/k_z over shared partners z: a partner with few ties binds more.

    References
    ----------
    Zhou, Lü and Zhang 2009, 10.1140/epjb/e2009-00335-8.
    """
    return sum(1 / len(graph[z]) for z in between(graph, a, b))


def adamic_adar(graph: nx.Graph[Any], a: Any, b: Any) -> float:
    """AA = Σ 1/ln k_z over shared partners z.

    References
    ----------
    Adamic and Adar 2003, 10.1016/S0378-8733(03)00009-1.
    """
    return sum(1 / log(len(graph[z])) for z in between(graph, a, b))


@dataclass(frozen=True, slots=True)
class Trial:
    """How well shared partners foretell the ties that exist: AUC with a 95 % interval."""

    auc: float | None
    low: float | None
    high: float | None

    @property
    def useful(self) -> bool:
        """Say whether the interval lies above .5; else the prediction is to be dropped."""
        return self.low is not None and self.low > 0.5


def leave_one_out(graph: nx.Graph[Any], *, most: int = 20_000) -> Trial:
    """Take each tie away in turn and ask whether it would be ranked above the pairs that have none.

    Notes
    -----
    AUC over ties and untied pairs, with Hanley and McNeil's standard error. Shared partners predict what is likely,
    not what is needed, and favour the hub.

    References
    ----------
    Hanley and McNeil 1982, The meaning and use of the area under a receiver operating characteristic curve.
    """
    nodes = list(graph)
    untied = [
        resource_allocation(graph, a, b)
        for number, a in enumerate(nodes[:most])
        for b in nodes[number + 1 :]
        if not graph.has_edge(a, b)
    ][:most]
    copy = graph.copy()
    tied = []
    for a, b, data in list(graph.edges(data=True)):
        copy.remove_edge(a, b)
        tied.append(resource_allocation(copy, a, b))
        copy.add_edge(a, b, **data)
    if len(tied) < 2 or len(untied) < 2:
        return Trial(None, None, None)
    wins = sum((t > u) + 0.5 * (t == u) for t in tied for u in untied)
    auc = wins / (len(tied) * len(untied))
    q1, q2 = auc / (2 - auc), 2 * auc * auc / (1 + auc)
    spread = auc * (1 - auc) + (len(tied) - 1) * (q1 - auc**2) + (len(untied) - 1) * (q2 - auc**2)
    error = 1.96 * sqrt(max(spread, 0) / (len(tied) * len(untied)))
    return Trial(auc, max(0.0, auc - error), min(1.0, auc + error))
