"""A fast check of facts against the ontology, made before every write; SHACL checks a whole store for more."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

from graph.facts import Entity, Evidence, Facts, Figure, Problem, Relation, Severity
from graph.slice import passage_id
from ontology.schema import Property, Schema, date_precision, load_schema

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "date": (str,),
    "integer": (int,),
    "double": (int, float),
    "boolean": (bool,),
}
_INT64 = 1 << 63
Key = TypeVar("Key", bound=Hashable)
_LINE_CHARACTERS = frozenset("\n\r\t\f\v")
"""Control characters that a quotation may hold, as it is verbatim; a name may not."""


# Measures whose values have no unit.
UNITLESS = re.compile(r"(?:指数|得分|评分|系数|分值)$")


class Fault(StrEnum):
    """Kinds of problem that facts can have."""

    CLASS = "undeclared class"
    TYPE = "undeclared relationship"
    PAIR = "classes not permitted"
    PROPERTY = "property not permitted"
    EVIDENCE = "missing evidence"
    PASSAGE = "impossible passage"
    DANGLING = "dangling reference"
    DUPLICATE = "duplicate"
    CONFIDENCE = "confidence"
    TEXT = "unusable text"
    VALUE = "impossible value"
    DERIVATION = "derivation"
    CYCLE = "cycle"


def check_facts(facts: Facts, schema: Schema | None = None) -> list[Problem]:
    """List what is wrong with facts, in the order of the records.

    Parameters
    ----------
    facts : to be complete: the ends of every tie must be among the entities.
    schema : the vocabulary; default is the project's.

    Returns
    -------
    list of Problem
        an ``error`` must keep the facts from being written; a ``warning`` is doubtful but can be kept.
    """
    return list(_Check(facts, schema or load_schema()).run())


@dataclass(slots=True)
class _Check:
    facts: Facts
    schema: Schema
    classes: dict[str, str] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    passages: dict[str, tuple[str, int, str]] = field(default_factory=dict)

    def run(self) -> Iterator[Problem]:
        self.classes = {e.id: e.label for e in self.facts.entities}
        self.keys = {r.key for r in self.facts.relations}
        needed = {x for r in self.facts.relations for x in (r.source, r.target)}
        needed |= {f.entity for f in self.facts.figures}
        for entity in self.facts.entities:
            yield from self.entity(entity, needed)
        for relation in self.facts.relations:
            yield from self.relation(relation)
        for figure in self.facts.figures:
            yield from self.figure(figure)
        yield from self.duplicates()
        yield from self.cycles()

    def entity(self, entity: Entity, needed: set[str]) -> Iterator[Problem]:
        where = f"entity {entity.id!r}"
        yield from _required_text(where, "id", entity.id)
        yield from _required_text(where, "name", entity.name)
        for alias in entity.aliases:
            yield from _required_text(where, "alias", alias)
        for document in entity.documents:
            yield from _required_text(where, "document", document)
        if entity.label not in self.schema.entity_types:
            yield _error(
                Fault.CLASS, where, f"the ontology has no class {entity.label!r}; `polecore schema` lists them"
            )
        else:
            yield from self.properties(entity, where)
        if not entity.documents and not entity.evidence:
            # The end of a tie may be known from the tie alone; an entity that nothing states does not exist.
            severity = Severity.WARNING if entity.id in needed else Severity.ERROR
            yield Problem(severity, Fault.EVIDENCE, where, "stated by no document; add its documents or remove it")
        unlisted = sorted({e.document for e in entity.evidence} - set(entity.documents))
        if unlisted:
            yield _warning(Fault.EVIDENCE, where, f"mentioned in {unlisted[0]!r}, which its documents do not list")
        yield from self.evidence(entity.evidence, where)

    def properties(self, entity: Entity, where: str) -> Iterator[Problem]:
        declared = {p.name: p for p in self.schema.literals_of(entity.label)}
        for name, value in sorted(entity.properties.items()):
            slot = declared.get(name)
            if slot is None:
                known = ", ".join(sorted(declared)) or "none"
                yield _error(Fault.PROPERTY, where, f"a {entity.label} has no property {name!r}; it may have: {known}")
            else:
                yield from _property(where, slot, value)

    def relation(self, relation: Relation) -> Iterator[Problem]:
        where = f"tie {relation.key!r}"
        yield from self.ends(relation, where)
        yield from _confidence(where, relation.confidence)
        if not relation.evidence and not relation.derived_from:
            yield _error(
                Fault.EVIDENCE, where, "neither evidence nor ties that it was drawn from; add them or remove it"
            )
        if relation.derived and not relation.derived_from:
            yield _error(Fault.DERIVATION, where, "derived, but names no tie that it was drawn from; name them")
        if not relation.derived and relation.derived_from:
            yield _error(Fault.DERIVATION, where, "names ties that it was drawn from, but is not marked as derived")
        for key in relation.derived_from:
            if key not in self.keys or key == relation.key:
                yield _error(Fault.DANGLING, where, f"drawn from {key!r}, which is no other tie of these facts")
        yield from self.evidence(relation.evidence, where)

    def ends(self, relation: Relation, where: str) -> Iterator[Problem]:
        lost = [end for end in (relation.source, relation.target) if end not in self.classes]
        for end in lost:
            yield _error(Fault.DANGLING, where, f"{end!r} is not among the entities; add it or remove the tie")
        if relation.source == relation.target:
            yield _error(Fault.PAIR, where, "joins a thing to itself; remove the tie")
        if relation.type not in self.schema.relation_types:
            yield _error(
                Fault.TYPE, where, f"the ontology has no relationship {relation.type!r}; `polecore schema` lists them"
            )
        elif not lost:
            source, target = self.classes[relation.source], self.classes[relation.target]
            if not self.schema.allows(source, relation.type, target):
                yield _error(Fault.PAIR, where, f"the ontology allows no {relation.type} from {source} to {target}")

    def figure(self, figure: Figure) -> Iterator[Problem]:
        where = f"figure {figure.key!r}"
        if figure.entity not in self.classes:
            yield _error(
                Fault.DANGLING, where, f"{figure.entity!r} is not among the entities; add it or remove the figure"
            )
        yield from _required_text(where, "indicator", figure.indicator)
        yield from _text(where, "unit", figure.unit)
        if not figure.unit and not UNITLESS.search(figure.indicator):
            yield _warning(Fault.VALUE, where, "has no unit")
        yield from _numbers(where, figure)
        for name, value in (("kind", figure.kind), ("bound", figure.bound)):
            allowed = self.schema.properties[name].values
            if value is not None and value not in allowed:
                yield _error(Fault.VALUE, where, f"{name} is {value!r}; use one of {', '.join(allowed)}")
        yield from _confidence(where, figure.confidence)
        if not figure.evidence:
            yield _error(Fault.EVIDENCE, where, "no evidence; add it or remove the figure")
        yield from self.evidence(figure.evidence, where)

    def evidence(self, evidence: Iterable[Evidence], where: str) -> Iterator[Problem]:
        for e in evidence:
            yield from _required_text(where, "document of its evidence", e.document)
            yield from _required_text(where, "rule of its evidence", e.rule)
            yield from _text(where, "section of its evidence", e.section)
            yield from _text(where, "quotation", e.quote, _LINE_CHARACTERS)
            span = f"characters {e.start} to {e.end}, paragraph {e.paragraph} of {e.document!r}"
            if not 0 <= e.start < e.end < _INT64 or not 0 <= e.paragraph < _INT64:
                yield _error(Fault.PASSAGE, where, f"cites {span}, which cannot be")
            elif e.quote and len(e.quote) != e.end - e.start:
                yield _warning(Fault.PASSAGE, where, f"cites {span}, but its quotation has {len(e.quote)} characters")
            says = (e.section, e.paragraph, e.quote)
            if self.passages.setdefault(passage_id(e), says) != says:
                yield _error(Fault.PASSAGE, where, f"cites {span} with another text or place than an earlier fact")

    def duplicates(self) -> Iterator[Problem]:
        kinds = (
            ("entity", (e.id for e in self.facts.entities)),
            ("tie", (r.key for r in self.facts.relations)),
            ("figure", (f.key for f in self.facts.figures)),
        )
        for kind, keys in kinds:
            for key in _repeated(keys):
                yield _error(Fault.DUPLICATE, f"{kind} {key!r}", "recorded more than once; join the records")
        for relation in self.facts.relations:
            declared = self.schema.relation_types.get(relation.type)
            turned = f"{relation.target}|{relation.type}|{relation.source}"
            if declared and declared.symmetric and relation.source < relation.target and turned in self.keys:
                yield _error(
                    Fault.DUPLICATE, f"tie {relation.key!r}", f"undirected, but {turned!r} is there too; keep one"
                )
        for label, name in _repeated((e.label, e.name) for e in self.facts.entities):
            yield _warning(
                Fault.DUPLICATE, f"{label} {name!r}", "two entities of this class bear the name; merge them?"
            )

    def cycles(self) -> Iterator[Problem]:
        wholes: dict[str, set[str]] = {}
        for relation in self.facts.relations:
            if relation.type == "PART_OF" and relation.source != relation.target:
                wholes.setdefault(relation.source, set()).add(relation.target)
        try:
            TopologicalSorter(wholes).prepare()
        except CycleError as error:
            ring = list(error.args[1])
            yield _warning(Fault.CYCLE, f"entity {ring[0]!r}", f"part of itself: {' ← '.join(ring)}; one tie is wrong")


def _error(kind: Fault, where: str, message: str) -> Problem:
    return Problem(Severity.ERROR, kind, where, message)


def _warning(kind: Fault, where: str, message: str) -> Problem:
    return Problem(Severity.WARNING, kind, where, message)


def _repeated(keys: Iterable[Key]) -> list[Key]:
    return [key for key, times in Counter(keys).items() if times > 1]


def _text(where: str, what: str, text: str, allowed: frozenset[str] = frozenset()) -> Iterator[Problem]:
    # Cc control, Cs lone surrogate, Co private use is left alone: PDF fonts put names in it
    bad = next((c for c in text if c not in allowed and unicodedata.category(c) in {"Cc", "Cs"}), None)
    if bad is not None:
        yield _error(Fault.TEXT, where, f"the {what} {text!r} holds the control character {bad!r}; remove it")


def _required_text(where: str, what: str, text: str) -> Iterator[Problem]:
    if not text.strip():
        yield _error(Fault.TEXT, where, f"the {what} is empty; give it or remove the record")
    elif text != text.strip():
        yield _warning(Fault.TEXT, where, f"the {what} {text!r} has space around it")
    yield from _text(where, what, text)


def _confidence(where: str, confidence: float) -> Iterator[Problem]:
    if not 0 <= confidence <= 1:  # also refuses NaN
        yield _error(Fault.CONFIDENCE, where, f"the confidence {confidence!r} is not between 0 and 1")


def _numbers(where: str, figure: Figure) -> Iterator[Problem]:
    values = [v for v in (figure.value, figure.max) if v is not None]
    if not all(math.isfinite(v) for v in values):
        yield _error(Fault.VALUE, where, "a value is not a finite number; correct or remove it")
    elif figure.max is not None and figure.max < figure.value:
        yield _error(Fault.VALUE, where, f"the range ends at {figure.max:g}, below its start {figure.value:g}")
    if figure.year is not None and not 1900 <= figure.year <= 2100:
        yield _warning(Fault.VALUE, where, f"the year {figure.year} is outside 1900 to 2100")


def _property(where: str, slot: Property, value: object) -> Iterator[Problem]:
    wrong = not isinstance(value, _TYPES[slot.datatype]) or (isinstance(value, bool) and slot.datatype != "boolean")
    if wrong or (slot.datatype == "date" and date_precision(str(value)) is None):
        form = "date (2023, 2023-11 or 2023-11-14)" if slot.datatype == "date" else slot.datatype
        yield _error(Fault.PROPERTY, where, f"{slot.name} is {value!r}, not a {form}")
    elif isinstance(value, str):
        yield from _required_text(where, slot.name, value)
        if slot.values and value not in slot.values:
            yield _error(Fault.PROPERTY, where, f"{slot.name} is {value!r}; use one of {', '.join(slot.values)}")
    elif isinstance(value, int | float) and not (math.isfinite(value) and abs(value) < _INT64):
        yield _error(Fault.PROPERTY, where, f"{slot.name} is {value!r}, which no store can hold")


__all__ = ["Fault", "check_facts"]
