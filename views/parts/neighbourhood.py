"""Cuts the part of the graph that a page draws: who stands within some steps of an entity, under the filters."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from graph.facts import Relation
from views.parts.snapshot import Snapshot

STATED, DERIVED = "stated", "derived"


@dataclass(frozen=True, slots=True)
class Filters:
    """What may be shown; an empty value lets everything through.

    Parameters
    ----------
    origin : ``""``, ``stated`` or ``derived``.
    since, until : first and last date of the documents that count, inclusive; those without a date then do not count.
    """

    classes: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    confidence: float = 0.0
    origin: str = ""
    since: str = ""
    until: str = ""

    def admits_tie(self, relation: Relation, documents: frozenset[str], dates: Mapping[str, str]) -> bool:
        """Tell whether a tie may be shown; ``dates`` are those of the documents."""
        return (
            (not self.ties or relation.type in self.ties)
            and (not self.documents or not documents.isdisjoint(self.documents))
            and relation.confidence >= self.confidence
            and (not self.origin or relation.derived == (self.origin == DERIVED))
            and (not (self.since or self.until) or any(self._in_time(dates.get(name, "")) for name in documents))
        )

    def _in_time(self, date: str) -> bool:
        """Tell whether a date is in time; a year or a month is if any day of it is."""
        return (
            bool(date) and date >= self.since[: len(date)] and date[: len(self.until) or None] <= (self.until or date)
        )

    def active(self) -> int:
        """Count the filters that hold something back."""
        given = (self.classes, self.ties, self.documents, self.confidence, self.origin, self.since or self.until)
        return sum(1 for value in given if value)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Entities with their depth and the entity through which they were reached, the ties among them, and the rest."""

    centre: str
    depth: dict[str, int] = field(default_factory=dict)
    parent: dict[str, str] = field(default_factory=dict)
    ties: tuple[str, ...] = ()
    left_out: int = 0
    pinned: frozenset[str] = frozenset()
    ranked: bool = False
    """whether depth is drawn from left to right, as of a path, and not from the middle outwards"""


def cut(
    snapshot: Snapshot,
    centre: str,
    hops: int,
    filters: Filters,
    *,
    expanded: Sequence[str] = (),
    cap: int = 150,
    hidden: Collection[str] = (),
    pinned: Sequence[str] = (),
) -> Neighbourhood:
    """Collect who stands within ``hops`` steps of the centre, the neighbours of each expanded entity, and the pinned.

    Who is hidden is passed over, and nothing is reached through them; who is pinned is there whatever the steps, the
    limit and the filters. Above ``cap`` entities the nearest are kept and, at the same depth, those with the most ties;
    the rest is counted in ``left_out``, never dropped in silence.
    """
    found = Neighbourhood(centre, {centre: 0})
    left_out: set[str] = set()
    passed = frozenset(hidden) - {centre}
    frontier = [centre]
    for _ in range(hops):
        frontier = _step(snapshot, found, frontier, filters, cap, left_out, passed)
    for entity in expanded:
        if entity in found.depth:
            _step(snapshot, found, [entity], filters, cap, left_out, passed)
    kept = [entity for entity in pinned if entity in snapshot.entities and entity not in passed]
    for entity in kept:
        if entity not in found.depth:
            near = (snapshot.other(key, entity) for key in snapshot.around.get(entity, ()))
            found.parent[entity] = next((other for other in near if other in found.depth), centre)
            found.depth[entity] = found.depth[found.parent[entity]] + 1
    return Neighbourhood(
        centre, found.depth, found.parent, among(snapshot, found.depth, filters),
        len(left_out - found.depth.keys()), frozenset(kept),
    )  # fmt: skip


def among(snapshot: Snapshot, entities: Collection[str], filters: Filters) -> tuple[str, ...]:
    """List the ties between entities that the filters admit, in the order of their keys."""
    found = {
        key
        for entity in entities
        for key in snapshot.around.get(entity, ())
        if snapshot.other(key, entity) in entities
        and filters.admits_tie(snapshot.ties[key], snapshot.tie_documents[key], snapshot.dates)
    }
    return tuple(sorted(found))


def _step(
    snapshot: Snapshot, found: Neighbourhood, frontier: Sequence[str], filters: Filters, cap: int, left_out: set[str],
    passed: Collection[str],
) -> list[str]:  # fmt: skip
    reached: dict[str, str] = {}
    for entity in frontier:
        for key in snapshot.around.get(entity, ()):
            other = snapshot.other(key, entity)
            if other in found.depth or other in reached or other in passed:
                continue
            if filters.classes and snapshot.entities[other].label not in filters.classes:
                continue
            if filters.admits_tie(snapshot.ties[key], snapshot.tie_documents[key], snapshot.dates):
                reached[other] = entity
    ranked = sorted(reached, key=lambda entity: (-snapshot.degree(entity), entity))
    room = max(0, cap - len(found.depth))
    left_out.update(ranked[room:])
    for entity in ranked[:room]:
        found.depth[entity] = found.depth[reached[entity]] + 1
        found.parent[entity] = reached[entity]
    return ranked[:room]
