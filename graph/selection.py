"""Selections of facts: what every export and every picture is made from, chosen in one way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.text import fold
from ontology.errors import QueryError
from ontology.industries import load_industries
from ontology.schema import Schema, date_precision, load_schema

INSIDE = frozenset({"LOCATED_IN", "PART_OF"})
"""Ties that say what a place holds; what they hold is followed to any depth."""
PLACES = frozenset({"City", "District", "Zone", "Region", "Country"})
_VAGUE = frozenset({"Region", "Country"})
MEANT_FOR = frozenset({"BUILT_BY", "APPLIES_TO"})
"""Ties that join what stands nowhere, a cluster of two cities or a policy, to the places that it concerns."""
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Selection:
    """What to take from the facts; an empty selection takes all.

    Conditions of one kind widen the choice, conditions of different kinds narrow it. A tie stays if both its ends do,
    and a derived one only if the ties that it was drawn from stay too.

    Parameters
    ----------
    regions : names or ids of places; they, all that stands in them, and what is built by them or applies to them.
    members : ids of what belongs to each place by a layout, besides what the facts say; keys are ids of places.
    labels : classes; a superclass takes all of its classes.
    industries : names or ids of industries; they, narrower ones and all that focuses on one of them are taken.
    documents : file names; only what they state is taken, with the evidence that they give.
    since, until : dates (year, month or day) between which a document must have been issued.
    min_confidence : ties and figures below it are left out.
    entities : names or ids; with ``hops``, their neighbourhood.
    hops : how many ties away an entity may be from those of ``entities``.
    stated_only : leave out ties that were derived from others.
    ids : ids of entities, as a query gives them; `named` finds them.
    always : ids of what stays whatever the conditions say, as a picture needs its places.
    """

    regions: tuple[str, ...] = ()
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    min_confidence: float = 0.0
    entities: tuple[str, ...] = ()
    hops: int = 1
    stated_only: bool = False
    ids: tuple[str, ...] | None = None
    always: tuple[str, ...] = ()

    def apply(self, facts: Facts, schema: Schema | None = None) -> Facts:
        """Give the facts that are selected, in their order.

        Raises
        ------
        QueryError
            for a name that fits nothing or several things, an unknown class, document or date, or if nothing is left.
        """
        names = _Names(facts)
        chosen = self._stated(facts)
        keep: set[str] | None = None
        for ids in self._conditions(chosen, names, schema or load_schema()):
            keep = ids if keep is None else keep & ids
        left = {e.id for e in chosen.entities}
        if facts.entities and not (left if keep is None else left & keep):
            raise QueryError("the selection leaves nothing; drop one of its conditions")
        found = _grounded(chosen if keep is None else _only(chosen, keep.union(self.always)))
        lacking = set(self.always) - {e.id for e in found.entities}
        if lacking:
            known = {e.id: e for e in found.entities}
            kept = [known.get(e.id, e) for e in facts.entities if e.id in known or e.id in lacking]
            found = Facts(kept, found.relations, found.figures, found.problems)
        return found

    def _conditions(self, facts: Facts, names: _Names, schema: Schema) -> Iterable[set[str]]:
        if self.regions:
            yield self._within(facts, [names.one(region, "place") for region in self.regions])
        if self.labels:
            labels = {c for label in self.labels for c in _classes(label, schema)}
            yield {e.id for e in facts.entities if e.label in labels}
        if self.industries:
            yield _focused(facts, {id_ for name in self.industries for id_ in names.industries(name)})
        if self.entities:
            yield neighbourhood(facts, [names.one(entity, "entity") for entity in self.entities], self.hops)
        if self.ids is not None:
            yield set(self.ids)

    def _stated(self, facts: Facts) -> Facts:
        """Leave out what the documents, the confidence or the origin of ties exclude."""
        documents = self._documents(facts)
        ties = [r for r in facts.relations if r.confidence >= self.min_confidence]
        if self.stated_only:
            ties = [r for r in ties if not r.derived]
        figures = [f for f in facts.figures if f.confidence >= self.min_confidence]
        if documents is None:
            return Facts(list(facts.entities), ties, figures, list(facts.problems))
        relations = [replace(r, evidence=cited) for r in ties if (cited := _cited(r.evidence, documents))]
        numbers = [replace(f, evidence=cited) for f in figures if (cited := _cited(f.evidence, documents))]
        needed = {id_ for r in relations for id_ in (r.source, r.target)} | {f.entity for f in numbers}
        entities = [
            replace(
                e, documents=tuple(d for d in e.documents if d in documents), evidence=_cited(e.evidence, documents)
            )
            for e in facts.entities
            if e.id in needed or not documents.isdisjoint(e.documents)
        ]
        return Facts(entities, relations, numbers, list(facts.problems))

    def _documents(self, facts: Facts) -> frozenset[str] | None:
        if not self.documents and self.since is None and self.until is None:
            return None
        known = facts.documents()
        for name in self.documents:
            if name not in known:
                raise QueryError(f"{name}: no such document in the graph; `polecore status` lists them")
        chosen = frozenset(self.documents or known)
        if self.since is None and self.until is None:
            return chosen
        for name, value in (("since", self.since), ("until", self.until)):
            if value is not None and date_precision(value) is None:
                raise QueryError(f"{name} {value!r}: not a date; write a year, a month or a day, as 2023 or 2023-11")
        dates = document_dates(facts)
        return frozenset(d for d in chosen if d in dates and self._in_time(dates[d]))

    def _in_time(self, date: str) -> bool:
        """Compare at the coarser precision of two dates: 2023-11 lies in 2023."""
        early = self.since is not None and date[: len(self.since)] < self.since[: len(date)]
        late = self.until is not None and date[: len(self.until)] > self.until[: len(date)]
        return not early and not late

    def _within(self, facts: Facts, places: Iterable[str]) -> set[str]:
        held: defaultdict[str, list[str]] = defaultdict(list)
        for relation in standing(facts):
            held[relation.target].append(relation.source)
        inside = _closure([i for place in places for i in (place, *self.members.get(place, ()))], lambda i: held[i])
        return inside | {r.source for r in facts.relations if r.type in MEANT_FOR and r.target in inside}


def standing(facts: Facts) -> Iterator[Relation]:
    """Give the ties that say in what something stands; where it is stated itself, it is not where its parent stands.

    An institute in one city may be part of an academy in another. A whole region or country that is stated as its
    place leaves open where in it, so that what it is part of still counts.
    """
    labels = {e.id: e.label for e in facts.entities}
    stated = {
        r.source for r in facts.relations if r.type == "LOCATED_IN" and labels.get(r.target) not in _VAGUE
    }  # fmt: skip
    for relation in facts.relations:
        if relation.type not in INSIDE:
            continue
        of_parent = relation.type == "PART_OF" and labels.get(relation.target) not in PLACES
        if not of_parent or relation.source not in stated:
            yield relation


class _Names:
    """Finds entities by what a person types."""

    def __init__(self, facts: Facts) -> None:
        self.known = {e.id: e for e in facts.entities}
        self.by_name: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self.by_alias: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for entity in facts.entities:
            self.by_name[fold(entity.name)][entity.id] = None
            for alias in entity.aliases:
                self.by_alias[fold(alias)][entity.id] = None

    def find(self, text: str) -> list[str]:
        """Give the ids that an id, a name or, if no name fits, another name stands for."""
        if text in self.known:
            return [text]
        return list(self.by_name.get(fold(text)) or self.by_alias.get(fold(text)) or ())

    def one(self, text: str, what: str) -> str:
        found = self.find(text)
        if len(found) != 1:
            listed = ", ".join(found[:_NAMED])
            raise QueryError(
                f"{text!r} is {len(found)} entities: {listed}; name one by its id"
                if found
                else f"{text!r}: no such {what} in the graph; look it up with `polecore show`"
            )
        return found[0]

    def industries(self, text: str) -> list[str]:
        """Give an industry and, from the scheme of industries, the narrower ones that the facts have."""
        scheme = load_industries()
        concept = scheme.find(text)
        found = [i for i in self.find(text) if self.known[i].label in ("Industry", "Technology", "Cluster")]
        if concept is not None:
            narrower = _closure([concept.id], lambda i: [c.id for c in scheme.narrower(i)])
            found += [e.id for e in self.known.values() if e.properties.get("concept") in narrower]
        if not found:
            raise QueryError(f"{text!r}: no such industry in the graph; `polecore query industry_reach` lists them")
        return found


def named(facts: Facts, values: Iterable[object]) -> tuple[str, ...]:
    """Give the ids of the entities that values stand for by id or name; other values stand for nothing.

    A value may be a list, as a query gives one; a name that several entities share stands for all of them.
    """
    names = _Names(facts)
    found: dict[str, None] = {}
    for value in values:
        for text in value if isinstance(value, list | tuple) else (value,):
            if isinstance(text, str):
                found.update(dict.fromkeys(names.find(text)))
    return tuple(found)


def answered_by(facts: Facts, rows: Iterable[Iterable[object]]) -> tuple[str, ...]:
    """Give the ids of the entities that the rows of a query name.

    Raises
    ------
    QueryError
        if they name none.
    """
    found = named(facts, (value for row in rows for value in row))
    if not found:
        raise QueryError("the query names no entity by id or name; return n.id or n.name")
    return found


def neighbourhood(facts: Facts, start: Iterable[str], hops: int) -> set[str]:
    """Give the ids of what lies at most so many ties from a start, whichever way the ties point."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for relation in facts.relations:
        beside[relation.source].add(relation.target)
        beside[relation.target].add(relation.source)
    found = set(start)
    wave = set(found)
    for _ in range(hops):
        wave = {n for i in wave for n in beside[i]} - found
        found |= wave
    return found


def document_dates(facts: Facts) -> dict[str, str]:
    """Give the date of each document that one of the policies is and that has a date."""
    return {
        str(e.properties["source_document"]): str(e.properties["date"])
        for e in facts.entities
        if "source_document" in e.properties and "date" in e.properties
    }


def _classes(label: str, schema: Schema) -> tuple[str, ...]:
    if label in schema.node_types and schema.node_types[label].role == "entity":
        return schema.subclasses(label)
    captions = {t.label_zh: n for n, t in schema.node_types.items() if t.role == "entity"}
    if label in captions:
        return schema.subclasses(captions[label])
    raise QueryError(f"{label}: no such class; the classes are {', '.join(sorted(schema.entity_types))}")


def _focused(facts: Facts, industries: set[str]) -> set[str]:
    return industries | {r.source for r in facts.relations if r.type == "FOCUSES_ON" and r.target in industries}


def _closure(start: Iterable[str], below: Callable[[str], Iterable[str]]) -> set[str]:
    found = set(start)
    open_ = list(found)
    while open_:
        for item in below(open_.pop()):
            if item not in found:
                found.add(item)
                open_.append(item)
    return found


def _cited(evidence: Iterable[Evidence], documents: frozenset[str]) -> tuple[Evidence, ...]:
    return tuple(e for e in evidence if e.document in documents)


def _only(facts: Facts, keep: set[str]) -> Facts:
    entities: list[Entity] = [e for e in facts.entities if e.id in keep]
    relations: list[Relation] = [r for r in facts.relations if r.source in keep and r.target in keep]
    figures: list[Figure] = [f for f in facts.figures if f.entity in keep]
    return Facts(entities, relations, figures, list(facts.problems))


def _grounded(facts: Facts) -> Facts:
    """Leave out derived ties whose grounds were not selected: they could no longer be checked."""
    ties = list(facts.relations)
    while True:
        keys = {r.key for r in ties}
        left = [r for r in ties if keys.issuperset(r.derived_from)]
        if len(left) == len(ties):
            return Facts(facts.entities, left, facts.figures, facts.problems)
        ties = left
