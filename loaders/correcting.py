"""Facts that are being corrected: entities, ties and figures by key, and what keeps them whole when one moves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.facts import Entity, Evidence, Facts, Figure, Problem, Relation, Severity
from graph.slice import merge_entities
from loaders.lexicon import load_lexicon
from loaders.resolve import Registry
from ontology.schema import Schema, load_schema

ACCEPTED = "accepted"
"""Rule of the mark on a fact that a person has accepted."""


def entity_id(label: str, name: str) -> str:
    """Give the id that documents and registers give to a thing of a class and name."""
    return ":".join(Registry(load_lexicon()).key(label, name))


def class_of(id_: str) -> str:
    """Give the class that an id begins with."""
    return id_.partition(":")[0]


def name_of(id_: str) -> str:
    """Give the name that an id ends with."""
    return id_.partition(":")[2]


def marked(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Mark the first passage of each document as accepted."""
    first: dict[str, Evidence] = {}
    for e in sorted(e for e in evidence if e.rule != ACCEPTED):
        first.setdefault(e.document, e)
    return tuple(sorted({*evidence, *(replace(e, rule=ACCEPTED) for e in first.values())}))


def is_accepted(evidence: Iterable[Evidence]) -> bool:
    """Tell whether a fact bears the mark of a person who accepted it."""
    return any(e.rule == ACCEPTED for e in evidence)


def _joined(one: Relation, other: Relation) -> Relation:
    derived = one.derived and other.derived
    return replace(
        one,
        confidence=max(one.confidence, other.confidence),
        evidence=tuple(sorted({*one.evidence, *other.evidence})),
        derived=derived,
        derived_from=tuple(sorted({*one.derived_from, *other.derived_from})) if derived else (),
    )


@dataclass(slots=True)
class Desk:
    """Facts on the desk; ``touched`` says whether anything went or moved, so that loose ends must be looked for."""

    entities: dict[str, Entity]
    relations: dict[str, Relation]
    figures: dict[str, Figure]
    problems: list[Problem] = field(default_factory=list)
    schema: Schema = field(default_factory=load_schema)
    touched: bool = False

    @classmethod
    def of(cls, facts: Facts) -> Desk:
        """Lay facts out."""
        desk = cls({}, {}, {})
        for e in facts.entities:
            desk.entities[e.id] = e if e.id not in desk.entities else merge_entities([desk.entities[e.id], e])
        for r in facts.relations:
            desk.relations[r.key] = r if r.key not in desk.relations else _joined(desk.relations[r.key], r)
        for f in facts.figures:
            desk.put_figure(f)
        return desk

    def label(self, id_: str) -> str:
        """Give the class of an entity; of one that is not here, what its id begins with."""
        return self.entities[id_].label if id_ in self.entities else class_of(id_)

    def note(self, where: str, message: str) -> None:
        """Say what a correction took along."""
        self.problems.append(Problem(Severity.WARNING, "correction", where, message))

    def find_tie(self, key: str) -> Relation | None:
        """Give a tie by its key; an undirected one from either end."""
        found = self.relations.get(key)
        source, type_, target = ends(key)
        declared = self.schema.relation_types.get(type_)
        if found is None and declared is not None and declared.symmetric:
            found = self.relations.get(f"{target}|{type_}|{source}")
        return found

    def oriented(self, relation: Relation) -> Relation:
        """Turn an undirected tie as it is stored: the smaller id first."""
        declared = self.schema.relation_types.get(relation.type)
        if declared is not None and declared.symmetric and relation.target < relation.source:
            return replace(relation, source=relation.target, target=relation.source)
        return relation

    def put(self, relation: Relation) -> str:
        """Lay a tie down, joined with what is there; give its key."""
        relation = self.oriented(relation)
        known = self.relations.get(relation.key)
        self.relations[relation.key] = relation if known is None else _joined(known, relation)
        return relation.key

    def put_figure(self, figure: Figure) -> None:
        """Lay a figure down, joined with what is there."""
        known = self.figures.get(figure.key)
        if known is not None:
            evidence = tuple(sorted({*known.evidence, *figure.evidence}))
            figure = replace(known, evidence=evidence, confidence=max(known.confidence, figure.confidence))
        self.figures[figure.key] = figure

    def drop_entity(self, id_: str) -> None:
        """Take an entity away with its ties and figures."""
        del self.entities[id_]
        for key in [k for k, r in self.relations.items() if id_ in (r.source, r.target)]:
            del self.relations[key]
        for key in [k for k, f in self.figures.items() if f.entity == id_]:
            del self.figures[key]
        self.touched = True

    def move(self, old: str, new: str, why: str) -> None:
        """Tie to one entity what was tied to another; what the model does not allow there is left out, and said."""
        moved: dict[str, str] = {}
        for key, relation in [(k, r) for k, r in self.relations.items() if old in (r.source, r.target)]:
            del self.relations[key]
            source, target = (new if end == old else end for end in (relation.source, relation.target))
            if source == target:
                self.note(why, f"{key} would join a thing to itself and is left out")
            elif not self.schema.allows(self.label(source), relation.type, self.label(target)):
                classes = f"from {self.label(source)} to {self.label(target)}"
                self.note(why, f"{key} is left out: the ontology allows no {relation.type} {classes}")
            else:
                moved[key] = self.put(replace(relation, source=source, target=target))
        for key, relation in self.relations.items():
            if any(premise in moved for premise in relation.derived_from):
                premises = dict.fromkeys(moved.get(p, p) for p in relation.derived_from)
                self.relations[key] = replace(relation, derived_from=tuple(premises))
        for key, figure in [(k, f) for k, f in self.figures.items() if f.entity == old]:
            del self.figures[key]
            self.put_figure(replace(figure, entity=new))
        self.touched = True

    def take_over(self, old: Entity, id_: str, name: str, why: str) -> None:
        """Make an entity be the one of another id and name, with all that is known of both."""
        del self.entities[old.id]
        known = self.entities.get(id_)
        label = known.label if known else class_of(id_)
        both = [old] if known is None else [known, old]
        names = {n for e in both for n in (e.name, *e.aliases)} - {name}
        properties = {k: v for e in reversed(both) for k, v in e.properties.items()}
        self.entities[id_] = Entity(
            id_,
            label,
            name,
            tuple(sorted(names)),
            tuple(sorted({d for e in both for d in e.documents})),
            tuple(sorted({p for e in both for p in e.evidence})),
            self._fitting(properties, label, why),
        )
        self.move(old.id, id_, why)

    def _fitting(
        self, properties: Mapping[str, str | int | float | bool], label: str, why: str
    ) -> dict[str, str | int | float | bool]:
        allowed = {slot.name for slot in self.schema.node_types[label].properties}
        for name in sorted(properties.keys() - allowed):
            self.note(why, f"{name} = {properties[name]!r} is left out: a {label} has no such property")
        return {name: properties[name] for name in sorted(properties.keys() & allowed)}

    def facts(self, original: Facts) -> Facts:
        """Give the facts back, without conclusions whose premises are gone and without loose ends."""
        if self.touched:
            self._drop_conclusions()
            self._drop_unsaid()
        return Facts(
            list(self.entities.values()),
            list(self.relations.values()),
            list(self.figures.values()),
            [*original.problems, *self.problems],
        ).sorted()

    def _drop_conclusions(self) -> None:
        while True:
            lost = [
                key
                for key, r in self.relations.items()
                if r.derived and any(p not in self.relations or p == key for p in r.derived_from)
            ]
            if not lost:
                return
            for key in lost:
                del self.relations[key]

    def _drop_unsaid(self) -> None:
        """Drop what was there only as the end of a tie that is gone."""
        needed = {end for r in self.relations.values() for end in (r.source, r.target)}
        needed |= {f.entity for f in self.figures.values()}
        for id_ in [i for i, e in self.entities.items() if not e.documents and not e.evidence and i not in needed]:
            del self.entities[id_]


def ends(key: str) -> tuple[str, str, str]:
    """Take the key of a tie apart: source, type, target."""
    for type_ in load_schema().relation_types:
        source, mark, target = key.partition(f"|{type_}|")
        if mark:
            return source, type_, target
    source, _, rest = key.partition("|")
    type_, _, target = rest.partition("|")
    return source, type_, target
