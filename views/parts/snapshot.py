"""One reading of the whole graph, indexed for the pages; it is read again when the store's documents change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graph.facts import Entity, Facts, Figure, Relation
from graph.projection.sources import document_dates

T = TypeVar("T")


@dataclass(slots=True)
class Snapshot:
    """Entities, ties and figures with the indexes that the pages need; nothing in it is changed after it is built."""

    entities: dict[str, Entity] = field(default_factory=dict)
    ties: dict[str, Relation] = field(default_factory=dict)
    around: dict[str, tuple[str, ...]] = field(default_factory=dict)
    figures: dict[str, tuple[Figure, ...]] = field(default_factory=dict)
    tie_documents: dict[str, frozenset[str]] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    """document -> the name of the policy that it is, where that is known"""
    dates: dict[str, str] = field(default_factory=dict)
    """document -> its date, where that is known; a year or a month stays as short as it is"""

    kept: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """what pages have computed of the whole graph; it holds as long as the snapshot"""

    def once(self, key: str, make: Callable[[], T]) -> T:
        """Give what is computed of the whole graph, computed at the first call: every rerun asks for it."""
        if key not in self.kept:
            self.kept[key] = make()
        found: T = self.kept[key]
        return found

    def degree(self, entity: str) -> int:
        """Count the ties of an entity."""
        return len(self.around.get(entity, ()))

    def other(self, tie: str, entity: str) -> str:
        """Give the end of a tie that is not this entity."""
        relation = self.ties[tie]
        return relation.target if relation.source == entity else relation.source

    def ties_of(self, entity: str) -> list[Relation]:
        """List the ties of an entity, in the order of their keys."""
        return [self.ties[key] for key in self.around.get(entity, ())]

    def classes(self) -> Counter[str]:
        """Count the entities of each class."""
        return self.once("classes", lambda: Counter(e.label for e in self.entities.values()))

    def tie_types(self) -> Counter[str]:
        """Count the ties of each type."""
        return self.once("tie_types", lambda: Counter(r.type for r in self.ties.values()))

    def all_figures(self) -> list[Figure]:
        """List every figure, by entity."""
        return self.once("figures", lambda: [figure for figures in self.figures.values() for figure in figures])

    def ranked(self, label: str = "") -> list[str]:
        """List the entities, or those of a class, the most connected first."""

        def make() -> list[str]:
            found = [e.id for e in self.entities.values() if not label or e.label == label]
            return sorted(found, key=lambda entity: (-self.degree(entity), entity))

        return self.once(f"ranked:{label}", make)


def build(facts: Facts) -> Snapshot:
    """Index facts; a tie or figure whose entity is not there is left out of the pages' indexes."""
    found = Snapshot(entities={e.id: e for e in facts.entities}, documents=facts.documents())
    for entity in facts.entities:
        if entity.properties.get("source_document"):
            found.titles[str(entity.properties["source_document"])] = entity.name
    found.dates = document_dates(facts)
    around: dict[str, list[str]] = {}
    for relation in sorted(facts.relations, key=lambda r: r.key):
        if relation.source in found.entities and relation.target in found.entities:
            found.ties[relation.key] = relation
            around.setdefault(relation.source, []).append(relation.key)
            if relation.target != relation.source:
                around.setdefault(relation.target, []).append(relation.key)
    found.around = {entity: tuple(keys) for entity, keys in around.items()}
    found.tie_documents = {key: frozenset(_documents(found, [key], set())) for key in found.ties}
    figures: dict[str, list[Figure]] = {}
    for figure in sorted(facts.figures, key=lambda f: f.key):
        if figure.entity in found.entities:
            figures.setdefault(figure.entity, []).append(figure)
    found.figures = {entity: tuple(items) for entity, items in figures.items()}
    return found


def _documents(snapshot: Snapshot, keys: Iterable[str], seen: set[str]) -> set[str]:
    """Collect the documents of ties; a derived tie without passages of its own has those that it was drawn from."""
    found: set[str] = set()
    for key in keys:
        if key in seen or key not in snapshot.ties:
            continue
        seen.add(key)
        relation = snapshot.ties[key]
        own = {e.document for e in relation.evidence}
        found |= own or _documents(snapshot, relation.derived_from, seen)
    return found
