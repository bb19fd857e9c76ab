"""Cuts the part of the graph that a page draws: who stands within some steps of an entity, under the filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.facts import Relation
from views.parts.snapshot import Snapshot

STATED, DERIVED = "stated", "derived"


@dataclass(frozen=True, slots=True)
class Filters:
    """What may be shown; an empty tuple lets everything through. ``origin`` is ``""``, ``stated`` or ``derived``."""

    classes: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    confidence: float = 0.0
    origin: str = ""

    def admits_tie(self, relation: Relation, documents: frozenset[str]) -> bool:
        """Tell whether a tie may be shown."""
        return (
            (not self.ties or relation.type in self.ties)
            and (not self.documents or not documents.isdisjoint(self.documents))
            and relation.confidence >= self.confidence
            and (not self.origin or relation.derived == (self.origin == DERIVED))
        )

    def active(self) -> int:
        """Count the filters that hold something back."""
        given = (self.classes, self.ties, self.documents, self.confidence, self.origin)
        return sum(1 for value in given if value)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Entities with their depth and the entity through which they were reached, the ties among them, and the rest."""

    centre: str
    depth: dict[str, int] = field(default_factory=dict)
    parent: dict[str, str] = field(default_factory=dict)
    ties: tuple[str, ...] = ()
    left_out: int = 0


def cut(
    snapshot: Snapshot,
    centre: str,
    hops: int,
    filters: Filters,
    *,
    expanded: Sequence[str] = (),
    cap: int = 150,
) -> Neighbourhood:
    """Collect who stands within ``hops`` steps of the centre, and the neighbours of each expanded entity.

    Above ``cap`` entities the nearest are kept and, at the same depth, those with the most ties; the rest is counted
    in ``left_out``, never dropped in silence.
    """
    found = Neighbourhood(centre, {centre: 0})
    left_out: set[str] = set()
    frontier = [centre]
    for _ in range(hops):
        frontier = _step(snapshot, found, frontier, filters, cap, left_out)
    for entity in expanded:
        if entity in found.depth:
            _step(snapshot, found, [entity], filters, cap, left_out)
    ties = sorted(
        {
            key
            for entity in found.depth
            for key in snapshot.around.get(entity, ())
            if snapshot.other(key, entity) in found.depth
            and filters.admits_tie(snapshot.ties[key], snapshot.tie_documents[key])
        }
    )
    return Neighbourhood(centre, found.depth, found.parent, tuple(ties), len(left_out - found.depth.keys()))


def _step(
    snapshot: Snapshot, found: Neighbourhood, frontier: Sequence[str], filters: Filters, cap: int, left_out: set[str]
) -> list[str]:
    reached: dict[str, str] = {}
    for entity in frontier:
        for key in snapshot.around.get(entity, ()):
            other = snapshot.other(key, entity)
            if other in found.depth or other in reached:
                continue
            if filters.classes and snapshot.entities[other].label not in filters.classes:
                continue
            if filters.admits_tie(snapshot.ties[key], snapshot.tie_documents[key]):
                reached[other] = entity
    ranked = sorted(reached, key=lambda entity: (-snapshot.degree(entity), entity))
    room = max(0, cap - len(found.depth))
    left_out.update(ranked[room:])
    for entity in ranked[:room]:
        found.depth[entity] = found.depth[reached[entity]] + 1
        found.parent[entity] = reached[entity]
    return ranked[:room]
