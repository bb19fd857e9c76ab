"""Finds the shortest ways between two entities, in whichever direction the ties point."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from views.parts.neighbourhood import Filters, Neighbourhood, among
from views.parts.snapshot import Snapshot

TRIED = 2000
"""Ways that are looked at before the rest is only counted by the entities on them."""


def between(
    snapshot: Snapshot, one: str, other: str, filters: Filters, *, cap: int = 150, hidden: Collection[str] = ()
) -> Neighbourhood | None:
    """Collect the entities on the shortest ways from one entity to another; None if there is no way.

    The filters of classes hold for those between the two. Above ``cap`` entities those ways are kept that lead through
    the entities with most ties; who stands only on others is counted in ``left_out``.
    """
    before = _search(snapshot, one, other, filters, frozenset(hidden) - {one, other})
    if other not in before:
        return None
    kept: dict[str, int] = {}
    for tried, way in enumerate(_ways(snapshot, before, one, other)):
        fresh = [entity for entity in way if entity not in kept]
        if tried >= TRIED or len(kept) + len(fresh) > max(cap, len(way)):
            break
        kept.update((entity, way.index(entity)) for entity in fresh)
    parent = {entity: next(e for e in before[entity] if e in kept) for entity in kept if entity != one}
    drawn = {key for key in among(snapshot, kept, filters) if _on_the_way(snapshot, key, kept)}
    left_out = len(_all(before, other) - kept.keys())
    depth = dict(sorted(kept.items(), key=lambda item: item[1]))
    return Neighbourhood(one, depth, parent, tuple(sorted(drawn)), left_out, ranked=True)


def _search(
    snapshot: Snapshot, one: str, other: str, filters: Filters, passed: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """Give for each entity that was reached those one step nearer to the beginning, the most connected first."""
    before: dict[str, tuple[str, ...]] = {one: ()}
    frontier = [one]
    while frontier and other not in before:
        reached: dict[str, set[str]] = {}
        for entity in frontier:
            for key in snapshot.around.get(entity, ()):
                near = snapshot.other(key, entity)
                if near in before or near in passed or not _admitted(snapshot, key, near, other, filters):
                    continue
                reached.setdefault(near, set()).add(entity)
        before.update(
            (near, tuple(sorted(from_, key=lambda e: (-snapshot.degree(e), e)))) for near, from_ in reached.items()
        )
        frontier = sorted(reached)
    return before


def _admitted(snapshot: Snapshot, key: str, near: str, other: str, filters: Filters) -> bool:
    if near != other and filters.classes and snapshot.entities[near].label not in filters.classes:
        return False
    return filters.admits_tie(snapshot.ties[key], snapshot.tie_documents[key], snapshot.dates)


def _ways(snapshot: Snapshot, before: dict[str, tuple[str, ...]], one: str, other: str) -> Iterator[list[str]]:
    open_ = [[other]]
    while open_:
        way = open_.pop()
        if way[-1] == one:
            yield way[::-1]
        else:
            open_.extend([*way, entity] for entity in reversed(before[way[-1]]))


def _all(before: dict[str, tuple[str, ...]], other: str) -> set[str]:
    found, open_ = {other}, [other]
    while open_:
        for entity in before[open_.pop()]:
            if entity not in found:
                found.add(entity)
                open_.append(entity)
    return found


def _on_the_way(snapshot: Snapshot, key: str, depth: dict[str, int]) -> bool:
    tie = snapshot.ties[key]
    return abs(depth[tie.source] - depth[tie.target]) == 1
