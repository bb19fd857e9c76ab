"""The ledger: the slices of all documents, and the graph that follows from them.

The graph in a store is a function of these slices and of nothing else, so that a document can be replaced or removed
and the rest is exactly as if the old version had never been loaded.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.slice import Slice, merge_entities, merge_figures, merge_relations, passage_id

T = TypeVar("T")
Mention = tuple[str, str, str]
"""(entity or figure id, passage id, rule)."""


@dataclass(slots=True)
class Difference(Generic[T]):
    """How the facts of one kind change: what is new, what now says something else, and what goes."""

    created: dict[str, T] = field(default_factory=dict)
    updated: dict[str, T] = field(default_factory=dict)
    deleted: dict[str, T] = field(default_factory=dict)

    def note(self, key: str, before: T | None, after: T | None, *, anew: bool = False) -> None:
        """Enter one fact; ``anew`` if it must be made again although it says the same."""
        if before is None and after is None:
            return
        if after is None and before is not None:
            self.deleted[key] = before
        elif after is not None and (before is None or anew):
            self.created[key] = after
            if before is not None:
                self.deleted[key] = before
        elif after is not None and before != after:
            self.updated[key] = after


@dataclass(slots=True)
class Change:
    """What one document's new slice does to the graph; ``slice`` is None if the document goes."""

    document: str
    old: Slice | None
    slice: Slice | None
    outcome: str
    entities: Difference[Entity] = field(default_factory=Difference)
    relations: Difference[Relation] = field(default_factory=Difference)
    figures: Difference[Figure] = field(default_factory=Difference)
    passages: Difference[Evidence] = field(default_factory=Difference)
    mentions_created: frozenset[Mention] = frozenset()
    mentions_deleted: frozenset[Mention] = frozenset()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many nodes and ties there are, and a checksum of their names that does not depend on their order."""

    count: int = 0
    checksum: int = 0

    def plus(self, names: Iterable[str]) -> Tally:
        """Add elements."""
        return self._with(names, 1)

    def minus(self, names: Iterable[str]) -> Tally:
        """Take elements away."""
        return self._with(names, -1)

    def _with(self, names: Iterable[str], sign: int) -> Tally:
        count, checksum = self.count, self.checksum
        for name in names:
            count += sign
            checksum += sign * int.from_bytes(hashlib.blake2b(name.encode(), digest_size=7).digest(), "big")
        return Tally(count, checksum % (1 << 56))


class Ledger:
    """The slices of all documents in a store."""

    def __init__(self, slices: Iterable[Slice] = ()) -> None:
        self.slices: dict[str, Slice] = {}
        self._entities: defaultdict[str, set[str]] = defaultdict(set)
        self._relations: defaultdict[str, set[str]] = defaultdict(set)
        self._figures: defaultdict[str, set[str]] = defaultdict(set)
        self._derived: set[str] = set()
        for part in slices:
            self.put(part.document, part)

    def put(self, document: str, part: Slice | None) -> None:
        """Set, replace or (with None) take away the slice of a document."""
        old = self.slices.pop(document, None)
        if part is not None:
            self.slices[document] = part
        for holders, name in ((self._entities, "entities"), (self._relations, "relations"), (self._figures, "figures")):
            for key in getattr(old, name, ()):
                holders[key].discard(document)
                if not holders[key]:
                    del holders[key]
            for key in getattr(part, name, ()):
                holders[key].add(document)
        for key in {*(old.relations if old else ()), *(part.relations if part else ())}:
            relation = self._relation(key)
            (self._derived.add if relation is not None and relation.derived else self._derived.discard)(key)

    def facts(self) -> Facts:
        """Give the facts of all documents together, sorted."""
        hidden = self.hidden()
        found = Facts(
            [e for key in self._entities if (e := self._entity(key)) is not None],
            [r for key in self._relations if key not in hidden and (r := self._relation(key)) is not None],
            [f for key in self._figures if (f := self._figure(key)) is not None],
        )
        return found.sorted()

    def held(self, kind: str, key: str) -> Entity | Relation | Figure | None:
        """Give one fact, as all documents together state it: an entity, relation or figure; None if none does."""
        return {"entity": self._entity, "relation": self._relation, "figure": self._figure}[kind](key)

    def hidden(self) -> frozenset[str]:
        """Give the keys of derived ties that are not drawn, since a tie that they were derived from is gone."""
        hidden: set[str] = set()
        waiting = {key: tie.derived_from for key in self._derived if (tie := self._relation(key)) is not None}
        while True:
            lost = {
                key
                for key, premises in waiting.items()
                if key not in hidden and any(p in hidden or p not in self._relations for p in premises)
            }
            if not lost:
                return frozenset(hidden)
            hidden |= lost

    def tally(self) -> Tally:
        """Count the graph that follows from the slices."""
        facts = self.facts()
        total = Tally().plus(e.id for e in facts.entities).plus(r.key for r in facts.relations)
        total = total.plus(f.id for f in facts.figures)
        for part in self.slices.values():
            total = total.plus([part.document]).plus(part.passages()).plus(map("|".join, part.mentions()))
        return total

    def plan(self, document: str, new: Slice | None) -> Change:
        """Work out what a new slice of a document changes; the ledger itself stays as it is."""
        old = self.slices.get(document)
        if new is not None and old is not None and new.content_hash == old.content_hash:
            return Change(document, old, old, "unchanged")
        outcome = "removed" if new is None else "new" if old is None else "replaced"
        before = _Reading(self, old, new)
        self.put(document, new)
        try:
            after = _Reading(self, old, new)
        finally:
            self.put(document, old)
        change = Change(document, old, new, outcome)
        moved = {
            key for key, e in before.entities.items() if e and (now := after.entities[key]) and now.label != e.label
        }
        self._compare(change, before, after, moved)
        self._compare_passages(change, old, new, moved)
        return change

    def _compare(self, change: Change, before: _Reading, after: _Reading, moved: set[str]) -> None:
        for key, entity in after.entities.items():
            change.entities.note(key, before.entities[key], entity, anew=key in moved)
        for key in before.relations.keys() | after.relations.keys():
            was, now = before.relations.get(key), after.relations.get(key)
            change.relations.note(key, was, now, anew=_touches(was or now, moved))
        for key, figure in after.figures.items():
            was_figure = before.figures[key]
            change.figures.note(key, was_figure, figure, anew=figure is not None and figure.entity in moved)
        if not moved:
            return
        # A node of another class is another node: what hangs on it is made again, whichever document states it.
        hidden = self.hidden()
        for key in self._relations.keys() - before.relations.keys() - hidden:
            tie = self._relation(key)
            if tie is not None and _touches(tie, moved):
                change.relations.note(key, tie, tie, anew=True)
        for key in self._figures.keys() - before.figures.keys():
            figure = self._figure(key)
            if figure is not None and figure.entity in moved:
                change.figures.note(key, figure, figure, anew=True)

    def _compare_passages(self, change: Change, old: Slice | None, new: Slice | None, moved: set[str]) -> None:
        was, now = (part.passages() if part else {} for part in (old, new))
        for key in was.keys() | now.keys():
            change.passages.note(key, _bare(was.get(key)), _bare(now.get(key)))
        gone, come = (part.mentions() if part else frozenset[Mention]() for part in (old, new))
        again: set[Mention] = set()
        remade = moved | {f.id for key, f in change.figures.created.items() if key in change.figures.deleted}
        if remade:
            kept = (part.mentions() for name, part in self.slices.items() if name != change.document)
            again = {m for mentions in (*kept, gone & come) for m in mentions if m[0] in remade}
        change.mentions_created = frozenset((come - gone) | again)
        change.mentions_deleted = frozenset((gone - come) | again)

    def _join(
        self, key: str, holders: Mapping[str, set[str]], kind: str, merge: Callable[[Iterable[T]], T]
    ) -> T | None:
        documents = sorted(holders.get(key, ()))
        return merge([getattr(self.slices[d], kind)[key] for d in documents]) if documents else None

    def _entity(self, key: str) -> Entity | None:
        return self._join(key, self._entities, "entities", merge_entities)

    def _relation(self, key: str) -> Relation | None:
        return self._join(key, self._relations, "relations", merge_relations)

    def _figure(self, key: str) -> Figure | None:
        return self._join(key, self._figures, "figures", merge_figures)


class _Reading:
    """The facts that a change may touch, as they stand at one moment."""

    def __init__(self, ledger: Ledger, old: Slice | None, new: Slice | None) -> None:
        parts = [part for part in (old, new) if part is not None]
        hidden = ledger.hidden()
        self.entities = {key: ledger._entity(key) for part in parts for key in part.entities}
        self.figures = {key: ledger._figure(key) for part in parts for key in part.figures}
        touched = {key for part in parts for key in part.relations} | ledger._derived
        self.relations = {key: None if key in hidden else ledger._relation(key) for key in touched}


def _touches(relation: Relation | None, moved: set[str]) -> bool:
    return relation is not None and (relation.source in moved or relation.target in moved)


def _bare(evidence: Evidence | None) -> Evidence | None:
    """Leave out the rule, which belongs to the mention and not to the passage."""
    if evidence is None:
        return None
    e = evidence
    return Evidence(e.document, e.section, e.paragraph, e.start, e.end, e.quote, "")


__all__ = ["Change", "Difference", "Ledger", "Mention", "Tally", "passage_id"]
