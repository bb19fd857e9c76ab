"""Tells what entities have, directly or by way of places that they contain, and whom several of them share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from views.parts.snapshot import Snapshot

CONTAINED, FOCUS = ("LOCATED_IN", "PART_OF"), "FOCUSES_ON"


@dataclass(frozen=True, slots=True)
class Holding:
    """Something that an entity has; ``ties`` is the way to it, ``via`` the place on the way, if there is one."""

    entity: str
    ties: tuple[str, ...]
    via: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """A partner of several of the compared entities, with the ties to each."""

    entity: str
    ties: dict[str, tuple[str, ...]]


def held(snapshot: Snapshot, holder: str, places: frozenset[str]) -> list[Holding]:
    """List what stands in an entity or is part of it, and what it focuses on, the direct before the indirect.

    ``places`` are the classes that are looked into in turn: what stands in a zone of a city stands in the city.
    """
    found: dict[str, Holding] = {}
    within = {holder}
    frontier: list[tuple[str, tuple[str, ...]]] = [(holder, ())]
    while frontier:
        reached: list[tuple[str, tuple[str, ...]]] = []
        for here, way in frontier:
            via = "" if here == holder else here
            for tie in snapshot.ties_of(here):
                if tie.type == FOCUS and tie.source == here:
                    found.setdefault(tie.target, Holding(tie.target, (*way, tie.key), via))
                elif tie.type in CONTAINED and tie.target == here and tie.source not in within:
                    within.add(tie.source)
                    found.setdefault(tie.source, Holding(tie.source, (*way, tie.key), via))
                    if snapshot.entities[tie.source].label in places:
                        reached.append((tie.source, (*way, tie.key)))
        frontier = reached
    return list(found.values())


def by_class(snapshot: Snapshot, holdings: Iterable[Holding]) -> dict[str, list[Holding]]:
    """Group what an entity has by class; the direct first, then by name."""
    groups: dict[str, list[Holding]] = {}
    for holding in holdings:
        groups.setdefault(snapshot.entities[holding.entity].label, []).append(holding)
    for members in groups.values():
        members.sort(key=lambda h: (bool(h.via), snapshot.entities[h.entity].name))
    return groups


def passages(snapshot: Snapshot, ties: Iterable[str]) -> int:
    """Count the different passages that state some ties."""
    return len({(e.document, e.start, e.end) for key in ties for e in snapshot.ties[key].evidence})


def shared(snapshot: Snapshot, chosen: Sequence[str]) -> list[Shared]:
    """List the entities with a tie to at least two of the chosen ones, those of most of them first."""
    found: dict[str, dict[str, list[str]]] = {}
    for one in chosen:
        for tie in snapshot.ties_of(one):
            other = snapshot.other(tie.key, one)
            if other not in chosen:
                found.setdefault(other, {}).setdefault(one, []).append(tie.key)
    partners = [
        Shared(entity, {one: tuple(keys) for one, keys in ties.items()})
        for entity, ties in found.items()
        if len(ties) > 1
    ]
    return sorted(partners, key=lambda p: (-len(p.ties), -snapshot.degree(p.entity), p.entity))


def between(snapshot: Snapshot, chosen: Sequence[str]) -> list[str]:
    """List the ties among the chosen entities themselves."""
    return sorted(
        {tie.key for one in chosen for tie in snapshot.ties_of(one) if {tie.source, tie.target} <= set(chosen)}
    )
