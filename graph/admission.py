"""Checks facts before a store writes any of them: what the store cannot hold or the model does not allow is refused."""

from __future__ import annotations

import math
from collections.abc import Iterator

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.slice import passage_id
from ontology.errors import StoreError
from ontology.schema import Schema

RESERVED = frozenset({"id", "name", "label", "aliases", "documents", "search_key"})
_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "date": (str,),
    "integer": (int,),
    "double": (int, float),
    "boolean": (bool,),
}
_SHOWN = 5
_INT64 = 1 << 63


def admit(facts: Facts, schema: Schema) -> None:
    """Check all facts.

    Raises
    ------
    StoreError
        naming the first few facts that are refused, and why; nothing may be written then.
    """
    complaints = list(_complaints(facts, schema))
    if complaints:
        more = len(complaints) - _SHOWN
        tail = f"; and {more} more" if more > 0 else ""
        raise StoreError(f"nothing was written: {'; '.join(complaints[:_SHOWN])}{tail}")


def _complaints(facts: Facts, schema: Schema) -> Iterator[str]:
    classes: dict[str, str] = {}
    needed = {x for r in facts.relations for x in (r.source, r.target)} | {f.entity for f in facts.figures}
    for entity in facts.entities:
        yield from _entity(entity, schema, needed)
        if classes.setdefault(entity.id, entity.label) != entity.label:
            yield f"entity {entity.id} has two classes, {classes[entity.id]} and {entity.label}; keep one"
    keys = {r.key for r in facts.relations}
    for relation in facts.relations:
        yield from _relation(relation, schema, classes, keys)
    for figure in facts.figures:
        yield from _figure(figure, classes)
    yield from _passages(facts)


def _text(where: str, *values: str) -> Iterator[str]:
    for value in values:
        if not isinstance(value, str):
            yield f"{where}: {value!r} is not text"
            continue
        try:
            value.encode()
        except UnicodeEncodeError:
            yield f"{where}: {value!r} is not valid Unicode; correct the record"


def _entity(entity: Entity, schema: Schema, needed: set[str]) -> Iterator[str]:
    where = f"entity {entity.id!r}"
    yield from _text(where, entity.id, entity.name, *entity.aliases, *entity.documents)
    if not entity.id or not entity.name:
        yield f"{where} has no id or no name; give both"
    if entity.label not in schema.entity_types:
        yield f"{where}: the ontology has no class {entity.label!r} (`polecore schema` lists them)"
        return
    if not entity.documents and not entity.evidence and entity.id not in needed:
        yield f"{where} is stated by no document; a fact without evidence does not exist"
    declared = {p.name: p for p in schema.entity_types[entity.label].properties if p.name not in RESERVED}
    for name, value in entity.properties.items():
        if name not in declared:
            known = ", ".join(sorted(declared)) or "none"
            yield f"{where}: {entity.label} has no property {name!r}; it may have {known}"
        elif not isinstance(value, _TYPES[declared[name].datatype]) or (
            isinstance(value, bool) and declared[name].datatype != "boolean"
        ):
            yield f"{where}: property {name} is {value!r}, not a {declared[name].datatype}"
        elif isinstance(value, str):
            yield from _text(where, value)
        elif not math.isfinite(value) or abs(value) >= _INT64:
            yield f"{where}: property {name} is {value!r}, which no store can hold"
    yield from _evidence(where, entity.evidence)


def _relation(relation: Relation, schema: Schema, classes: dict[str, str], keys: set[str]) -> Iterator[str]:
    where = f"tie {relation.key!r}"
    if relation.type not in schema.relation_types:
        yield f"{where}: the ontology has no relationship {relation.type!r} (`polecore schema` lists them)"
        return
    missing = [end for end in (relation.source, relation.target) if end not in classes]
    if missing:
        yield f"{where}: {', '.join(missing)} is not among the entities; add it or remove the tie"
    elif not schema.allows(classes[relation.source], relation.type, classes[relation.target]):
        ends = f"{classes[relation.source]} → {classes[relation.target]}"
        yield f"{where}: the ontology does not allow {relation.type} from {ends}"
    if not relation.evidence:
        yield f"{where} has no evidence; a fact without evidence does not exist"
    if not 0 <= relation.confidence <= 1:
        yield f"{where}: confidence {relation.confidence!r} is not within 0 and 1"
    lost = [key for key in relation.derived_from if key not in keys]
    if lost:
        yield f"{where} is derived from {lost[0]!r}, which is not among the ties; add it or remove both"
    yield from _evidence(where, relation.evidence)


def _figure(figure: Figure, classes: dict[str, str]) -> Iterator[str]:
    where = f"figure {figure.key!r}"
    yield from _text(where, figure.indicator, figure.unit, figure.kind, figure.bound or "")
    if figure.entity not in classes:
        yield f"{where}: {figure.entity} is not among the entities; add it or remove the figure"
    if not figure.evidence:
        yield f"{where} has no evidence; a fact without evidence does not exist"
    if not all(v is None or math.isfinite(v) for v in (figure.value, figure.max)):
        yield f"{where}: a value must be a finite number"
    if not 0 <= figure.confidence <= 1:
        yield f"{where}: confidence {figure.confidence!r} is not within 0 and 1"
    if figure.year is not None and abs(figure.year) >= _INT64:
        yield f"{where}: {figure.year} is no year"
    yield from _evidence(where, figure.evidence)


def _evidence(where: str, evidence: tuple[Evidence, ...]) -> Iterator[str]:
    for e in evidence:
        yield from _text(where, e.document, e.section, e.quote, e.rule)
        if not e.document:
            yield f"{where}: a piece of evidence names no document"
        if not 0 <= e.start <= e.end < _INT64 or not 0 <= e.paragraph < _INT64:
            yield f"{where}: evidence in {e.document} has the span {e.start}–{e.end}, which cannot be"


def _passages(facts: Facts) -> Iterator[str]:
    seen: dict[str, tuple[str, int, str]] = {}
    cited = (
        *(e.evidence for e in facts.entities),
        *(r.evidence for r in facts.relations),
        *(f.evidence for f in facts.figures),
    )
    for e in (piece for evidence in cited for piece in evidence):
        says = (e.section, e.paragraph, e.quote)
        if seen.setdefault(passage_id(e), says) != says:
            yield f"passage {passage_id(e)} is cited with two different texts or places; correct one of them"
    for clash in {e.id for e in facts.entities} & {*facts.documents(), *seen}:
        yield f"entity {clash!r} bears the name of a document or passage; give it an id of its own"


__all__ = ["RESERVED", "admit"]
