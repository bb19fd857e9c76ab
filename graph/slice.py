"""Slices of facts: what each document states, and how the slices of several documents are joined again."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.text import fold

T = TypeVar("T")
_Parts = defaultdict[str, defaultdict[str, list[T]]]
"""Document -> key of a fact -> what the document's records say of it."""


@dataclass(frozen=True)
class Slice:
    """All that the facts say for one document.

    Entities keep the evidence of this document only; an entity whose ``documents`` is empty is here because a tie or
    figure of this document needs it.
    """

    document: str
    entities: Mapping[str, Entity] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)

    @cached_property
    def content_hash(self) -> str:
        """Digest what is stated, whatever the order it is listed in."""
        text = json.dumps(self._record(canonical=True), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    def passages(self) -> dict[str, Evidence]:
        """Give the passages that are cited, by id."""
        return {passage_id(e): e for e in self._evidence()}

    def mentions(self) -> frozenset[tuple[str, str, str]]:
        """Give (entity or figure id, passage id, rule) for each mention."""
        found = {(x.id, passage_id(e), e.rule) for x in self.entities.values() for e in x.evidence}
        found.update((x.id, passage_id(e), e.rule) for x in self.figures.values() for e in x.evidence)
        return frozenset(found)

    def pack(self) -> str:
        """Write the slice as one string."""
        text = json.dumps(self._record(canonical=False), ensure_ascii=False, separators=(",", ":"))
        return base64.b85encode(zlib.compress(text.encode())).decode()

    @classmethod
    def unpack(cls, document: str, packed: str) -> Slice:
        """Read a slice that `pack` wrote; ValueError if it is damaged."""
        try:
            record = json.loads(zlib.decompress(base64.b85decode(packed)))
            entities = [_entity(document, r) for r in record["entities"]]
            relations = [_relation(document, r) for r in record["relations"]]
            figures = [_figure(document, r) for r in record["figures"]]
        except (zlib.error, KeyError, TypeError) as error:
            raise ValueError(f"damaged slice ({error})") from None
        return cls(document, {e.id: e for e in entities}, {r.key: r for r in relations}, {f.key: f for f in figures})

    def _evidence(self) -> Iterator[Evidence]:
        for evidence in (
            *(e.evidence for e in self.entities.values()),
            *(r.evidence for r in self.relations.values()),
            *(f.evidence for f in self.figures.values()),
        ):
            yield from evidence

    def _record(self, *, canonical: bool) -> dict[str, Any]:
        parts: dict[str, Mapping[str, Entity] | Mapping[str, Relation] | Mapping[str, Figure]] = {
            "entities": self.entities,
            "relations": self.relations,
            "figures": self.figures,
        }
        return {
            name: [_without_document(part[key].record(), canonical) for key in sorted(part)]
            for name, part in parts.items()
        }


def passage_id(evidence: Evidence) -> str:
    """Name the passage of a piece of evidence."""
    return f"{evidence.document}#{evidence.start}-{evidence.end}"


def _without_document(record: dict[str, Any], canonical: bool) -> dict[str, Any]:
    for e in record["evidence"]:
        del e["document"]
    if canonical:
        record["evidence"].sort(key=lambda e: (e["start"], e["end"], e["rule"], e["section"], e["quote"]))
        for name in {"aliases", "derived_from"} & record.keys():
            record[name] = sorted(set(record[name]))
    return record


def _cited(document: str, record: Mapping[str, Any]) -> tuple[Evidence, ...]:
    return tuple(Evidence(document, **e) for e in record["evidence"])


def _entity(document: str, r: Mapping[str, Any]) -> Entity:
    return Entity(
        r["id"], r["class"], r["name"], tuple(r["aliases"]), tuple(r["documents"]), _cited(document, r), r["properties"]
    )


def _relation(document: str, r: Mapping[str, Any]) -> Relation:
    return Relation(
        r["source"], r["type"], r["target"], r["confidence"], _cited(document, r),
        r["derived"], tuple(r["derived_from"]),
    )  # fmt: skip


def _figure(document: str, r: Mapping[str, Any]) -> Figure:
    return Figure(
        r["entity"], r["indicator"], r["value"], r["unit"], _cited(document, r),
        r["max"], r["year"], r["kind"], r["bound"], r["confidence"],
    )  # fmt: skip


def merge_entities(parts: Iterable[Entity]) -> Entity:
    """Join what several documents say of one entity; the fullest name wins, the others become aliases."""
    parts = list(parts)
    name = max((p.name for p in parts), key=lambda n: (len(n), n))
    others = [p.name for p in parts if p.name != name]
    properties: dict[str, str | int | float | bool] = {}
    for part in reversed(parts):
        properties.update(part.properties)
    return Entity(
        parts[0].id,
        parts[0].label,
        name,
        tuple(sorted({a for p in parts for a in p.aliases}.union(others))),
        tuple(sorted({d for p in parts for d in p.documents})),
        tuple(e for p in parts for e in p.evidence),
        {key: properties[key] for key in sorted(properties)},
    )


def merge_relations(parts: Iterable[Relation]) -> Relation:
    """Join what several documents say of one tie: it is stated if one states it, and as sure as the surest."""
    parts = list(parts)
    if len(parts) == 1 and not parts[0].derived_from:
        return parts[0]
    return replace(
        parts[0],
        confidence=max(p.confidence for p in parts),
        evidence=tuple(e for p in parts for e in p.evidence),
        derived=all(p.derived for p in parts),
        derived_from=tuple(dict.fromkeys(key for p in parts for key in p.derived_from)),
    )


def merge_figures(parts: Iterable[Figure]) -> Figure:
    """Join what several documents say of one figure."""
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]
    return replace(
        parts[0],
        confidence=max(p.confidence for p in parts),
        evidence=tuple(e for p in parts for e in p.evidence),
    )


def split(facts: Facts) -> dict[str, Slice]:
    """Divide facts by document; records of one document that share an id are joined.

    An alias goes to the documents that quote it. What no quotation tells apart (an alias of a record without
    quotations, a property, a confidence) is taken to be said by each document of the record.
    """
    entities: _Parts[Entity] = defaultdict(lambda: defaultdict(list))
    relations: _Parts[Relation] = defaultdict(lambda: defaultdict(list))
    figures: _Parts[Figure] = defaultdict(lambda: defaultdict(list))
    records: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in facts.entities:
        records[entity.id].append(entity)
        for document, part in _by_document(entity).items():
            entities[document][entity.id].append(part)

    def require(document: str, *ids: str) -> None:
        for id_ in ids:
            if id_ not in entities[document]:
                entities[document][id_] = [_needed(record) for record in records[id_]]

    for relation in facts.relations:
        for document, evidence in _cited_by_document(relation.evidence).items():
            tie = replace(relation, confidence=float(relation.confidence), evidence=evidence)
            relations[document][relation.key].append(tie)
            require(document, relation.source, relation.target)
    for figure in facts.figures:
        # 12 and 12.0 are one value; their keys would differ
        same = replace(figure, value=float(figure.value), max=None if figure.max is None else float(figure.max))
        for document, evidence in _cited_by_document(figure.evidence).items():
            figures[document][same.key].append(replace(same, evidence=evidence))
            require(document, figure.entity)
    return {
        document: Slice(
            document,
            {key: merge_entities(found) for key, found in entities[document].items()},
            {key: merge_relations(found) for key, found in relations[document].items()},
            {key: merge_figures(found) for key, found in figures[document].items()},
        )
        for document in sorted(entities.keys() | relations.keys() | figures.keys())
    }


def _cited_by_document(evidence: Iterable[Evidence]) -> dict[str, tuple[Evidence, ...]]:
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for e in evidence:
        found[e.document].append(e)
    return {document: tuple(es) for document, es in found.items()}


def _by_document(entity: Entity) -> dict[str, Entity]:
    cited = _cited_by_document(entity.evidence)
    holders = _alias_holders(entity, cited)
    return {
        document: replace(
            entity,
            aliases=tuple(a for a in entity.aliases if not holders[a] or document in holders[a]),
            documents=(document,) if document in entity.documents else (),
            evidence=cited.get(document, ()),
        )
        for document in {*entity.documents, *cited}
    }


def _alias_holders(entity: Entity, cited: Mapping[str, tuple[Evidence, ...]]) -> dict[str, frozenset[str]]:
    """Name the documents that quote each alias, or none if that cannot be told."""
    quotes = {document: [fold(e.quote) for e in cited.get(document, ())] for document in {*entity.documents, *cited}}
    unquoted = {document for document, found in quotes.items() if not all(found) or not found}
    holders = {}
    for alias in entity.aliases:
        folded = fold(alias)
        found = {document for document, texts in quotes.items() if any(folded in text for text in texts)}
        holders[alias] = frozenset(found | unquoted) if found else frozenset()
    return holders


def _needed(record: Entity) -> Entity:
    """Give an entity as a document has it that names it in a tie or figure only: what others say is left to them."""
    unsaid = not record.documents and not record.evidence
    return replace(record, aliases=record.aliases if unsaid else (), documents=(), evidence=())
