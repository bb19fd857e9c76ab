"""How rows of an analysis name things, and the notes that every answer bears."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import networkx as nx

from graph.analysis.note_wording import comma, few, note
from graph.projection.build import Projection
from ontology.errors import QueryError

NETWORKS = ("organisations", "members")


def graph_of(projection: Projection, network: str) -> nx.Graph[Any]:
    """Give the network of organisations or of members.

    Raises
    ------
    QueryError
        if it is neither.
    """
    if network not in NETWORKS:
        raise QueryError(f"network {network}: unknown; choose {', '.join(NETWORKS)}")
    return projection.members if network == "members" else projection.organisations


def name_of(projection: Projection, entity_id: str) -> str:
    """Give the name of an entity, of a member as the area has it."""
    entity = projection.entities.get(entity_id)
    return projection.area.names.get(entity_id) or (entity.name if entity else entity_id)


def short(projection: Projection, members: Iterable[str]) -> str:
    """Join the short names of members."""
    return "、".join(projection.area.short(member) for member in members)


def evidence_of(projection: Projection, node: str, network: str) -> list[str]:
    """Give the passages behind the ties of a node, and of what an organisation alone takes part in."""
    graph = graph_of(projection, network)
    behind = {name for data in graph[node].values() for name in data["vehicles"]}
    alone = network == "organisations"  # a party without partners still has its vehicle
    held = (*projection.called(behind), *(projection.taken_by(node) if alone else ()))
    return sorted({i for v in held for i in v.evidence})


def all_evidence(projection: Projection) -> list[str]:
    """Give the passages behind all vehicles of the layer that bind members."""
    return sorted({i for v in projection.chosen if v.id in projection.table for i in v.evidence})


def telling_families(projection: Projection) -> int:
    """Count the source families that tell of any vehicle of the layer."""
    told = {d for v in projection.chosen if v.id in projection.table for d in v.sources}
    return len({projection.family.get(d, d) for d in told})


def known(value: float | Fraction | None) -> float:
    """Give a number to sort by; what is undefined comes last."""
    return float("-inf") if value is None else float(value)


def date_notes(projection: Projection, language: str = "en") -> tuple[str, ...]:
    """Say which documents carry no date, and what that does."""
    held, notes = len(projection.family), []
    if out := projection.undated:
        counts = {"held": held, "out": len(out), "names": few(out, language)}
        notes.append(note("undated", language, as_of=projection.as_of, **counts))
    elif out := tuple(projection.without_date):
        notes.append(note("without_date", language, held=held, out=len(out), names=few(out, language)))
    if projection.given:
        dates = comma(language).join(f"{d} {day}" for d, day in sorted(projection.given.items()))
        notes.append(note("dated", language, dates=dates))
    return tuple(notes)
