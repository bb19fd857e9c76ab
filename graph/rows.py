"""Rows of the stores: how a fact stands in properties, and how it is read back from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.admission import RESERVED
from graph.facts import Entity, Evidence, Figure, Relation
from graph.ledger import Mention
from graph.slice import Slice, passage_id
from graph.text import search_key

Row = dict[str, Any]


def _node(properties: Row) -> Row:
    return {"id": properties["id"], "properties": {k: v for k, v in properties.items() if v is not None}}


def entity(fact: Entity) -> Row:
    """Give the row of an entity."""
    return _node(
        {
            **fact.properties,
            "id": fact.id,
            "name": fact.name,
            "label": fact.label,
            "aliases": list(fact.aliases),
            "documents": list(fact.documents),
            "search_key": search_key((fact.name, *fact.aliases)),
        }
    )


def document(part: Slice) -> Row:
    """Give the row of a document."""
    return _node({"id": part.document, "name": part.document, "content_hash": part.content_hash})


def ledger_id(name: str) -> str:
    """Name the node that keeps what a document stated."""
    return f"Ledger:{name}"


def ledger(part: Slice) -> Row:
    """Give the row that keeps what a document stated."""
    return _node(
        {
            "id": ledger_id(part.document),
            "document": part.document,
            "content_hash": part.content_hash,
            "packed": part.pack(),
        }
    )


def passage(evidence: Evidence) -> Row:
    """Give the row of a passage."""
    return _node(
        {
            "id": passage_id(evidence),
            "document": evidence.document,
            "section": evidence.section,
            "paragraph": evidence.paragraph,
            "start": evidence.start,
            "end": evidence.end,
            "text": evidence.quote,
        }
    )


def _sources(evidence: Iterable[Evidence]) -> Row:
    """Give passages and rules, one of each for each piece of evidence, and the documents."""
    pieces = list(dict.fromkeys((passage_id(e), e.rule, e.document) for e in evidence))
    return {
        "passages": [p for p, _, _ in pieces],
        "rules": [r for _, r, _ in pieces],
        "documents": sorted({d for _, _, d in pieces}),
    }


def figure(fact: Figure) -> Row:
    """Give the row of a figure."""
    return _node(
        {
            "id": fact.id,
            "entity": fact.entity,
            "indicator": fact.indicator,
            "value": fact.value,
            "max": fact.max,
            "unit": fact.unit,
            "year": fact.year,
            "kind": fact.kind,
            "bound": fact.bound,
            "confidence": float(fact.confidence),
            **_sources(fact.evidence),
        }
    )


def tie(fact: Relation) -> Row:
    """Give the row of a tie."""
    properties = {
        "key": fact.key,
        "confidence": fact.confidence,
        "derived": fact.derived,
        "derived_from": list(fact.derived_from),
        **_sources(fact.evidence),
    }
    return {"source": fact.source, "target": fact.target, "key": fact.key, "properties": properties}


def mentions(found: Iterable[Mention]) -> list[Row]:
    """Give the rows of mentions, sorted."""
    return [{"id": id_, "passage": passage_, "rule": rule} for id_, passage_, rule in sorted(found)]


def read_evidence(found: Mapping[str, Any], rule: str) -> Evidence:
    """Read a piece of evidence from a passage and a rule."""
    p = found
    return Evidence(p["document"], p["section"], int(p["paragraph"]), int(p["start"]), int(p["end"]), p["text"], rule)


def read_entity(found: Mapping[str, Any], evidence: Iterable[Evidence]) -> Entity:
    """Read an entity from its properties."""
    return Entity(
        found["id"],
        found["label"],
        found["name"],
        tuple(found.get("aliases") or ()),
        tuple(found.get("documents") or ()),
        tuple(sorted(evidence, key=lambda e: (e.document, e.start, e.end, e.rule))),
        {key: found[key] for key in sorted(found) if key not in RESERVED and found[key] is not None},
    )


def _cited(found: Mapping[str, Any], texts: Mapping[str, Mapping[str, Any]]) -> tuple[Evidence, ...]:
    pairs = zip(found["passages"], found["rules"], strict=True)
    return tuple(read_evidence(texts[id_], rule) for id_, rule in pairs if id_ in texts)


def read_tie(
    source: str, type_: str, target: str, found: Mapping[str, Any], texts: Mapping[str, Mapping[str, Any]]
) -> Relation:
    """Read a tie from its ends, its properties and the passages that it names."""
    return Relation(
        source,
        type_,
        target,
        float(found["confidence"]),
        _cited(found, texts),
        bool(found["derived"]),
        tuple(found.get("derived_from") or ()),
    )


def read_figure(found: Mapping[str, Any], texts: Mapping[str, Mapping[str, Any]]) -> Figure:
    """Read a figure from its properties and the passages that it names."""
    limit, year = found.get("max"), found.get("year")
    return Figure(
        found["entity"],
        found["indicator"],
        float(found["value"]),
        found["unit"],
        _cited(found, texts),
        None if limit is None else float(limit),
        None if year is None else int(year),
        found["kind"],
        found.get("bound"),
        float(found["confidence"]),
    )
