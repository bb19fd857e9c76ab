"""Facts as a NetworkX graph whose attributes any graph program can read: texts, numbers and yes or no."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import networkx as nx

from graph.export.csv import cell
from graph.export.files import printable
from graph.facts import Evidence, Facts, Figure
from graph.layout.wording import say
from graph.slice import passage_id
from ontology.errors import OntologyError
from ontology.schema import load_schema

Network: TypeAlias = "nx.MultiDiGraph[str]"
Attributes = dict[str, str | int | float | bool]


def network(facts: Facts) -> Network:
    """Build the graph; every tie is an edge of its own, known by its key.

    Lists are joined with ``; ``, what is missing is left out, and an attribute has one type throughout: graph programs
    read no others. The type of a tie is called ``relation``, as GEXF keeps ``type`` for itself.
    """
    facts = facts.sorted()
    schema = load_schema()
    graph: Network = nx.MultiDiGraph(name="Polecore")
    figures: defaultdict[str, list[str]] = defaultdict(list)
    for figure in facts.figures:
        figures[figure.entity].append(said(figure))
    names = _unique(e.id for e in facts.entities)
    nodes = [
        {
            **e.properties,
            "label": e.name,
            "class": e.label,
            "class_zh": schema.entity_types[e.label].label_zh if e.label in schema.entity_types else None,
            "aliases": e.aliases,
            "documents": e.documents,
            "figures": figures[e.id],
            "evidence": _places(e.evidence),
        }
        for e in facts.entities
    ]
    for entity, attributes in zip(facts.entities, _flat(nodes), strict=True):
        graph.add_node(names[entity.id], **attributes)
    keys = _unique(r.key for r in facts.relations)
    for relation, attributes in zip(facts.relations, _flat(_ties(facts)), strict=True):
        if not {relation.source, relation.target} <= names.keys():
            raise OntologyError(f"tie {relation.key}: an end of it is not among the entities; correct the record")
        key = keys[relation.key]
        graph.add_edge(names[relation.source], names[relation.target], key=key, id=key)
        graph.edges[names[relation.source], names[relation.target], key].update(attributes)
    return graph


def _ties(facts: Facts) -> list[dict[str, Any]]:
    types = load_schema().relation_types
    return [
        {
            "relation": r.type,
            "label": types[r.type].label_zh if r.type in types else r.type,
            "weight": float(r.confidence),
            "confidence": float(r.confidence),
            "derived": r.derived,
            "derived_from": r.derived_from,
            "symmetric": r.type in types and types[r.type].symmetric,
            "documents": sorted({e.document for e in r.evidence}),
            "evidence": _places(r.evidence),
            "rules": sorted({e.rule for e in r.evidence}),
        }
        for r in facts.relations
    ]


def said(figure: Figure, language: str = "zh") -> str:
    """Say a figure in one phrase; its indicator and unit stay as the document writes them.

    Examples
    --------
    >>> said(Figure("City:甲市", "高新技术企业数", 100.0, "家", (), year=2027, kind="target", bound="min"))
    '高新技术企业数 ≥100家（2027，目标）'
    >>> said(Figure("City:甲市", "高新技术企业数", 100.0, "家", (), year=2027, kind="target"), "en")
    '高新技术企业数 100家 (2027, target)'
    """
    sign = {"min": "≥", "max": "≤"}.get(figure.bound or "", "")
    limit = "" if figure.max is None else f"–{cell(figure.max)}"
    notes = [cell(figure.year)] if figure.year is not None else []
    notes += [say("figure.target", language)] if figure.kind == "target" else []
    told = say("bracket", language, text=say("comma", language).join(notes)) if notes else ""
    return f"{figure.indicator} {sign}{cell(figure.value)}{limit}{figure.unit}{told}"


def _places(evidence: Iterable[Evidence]) -> list[str]:
    return [f"{passage_id(e)} {e.section}".rstrip() for e in dict.fromkeys(evidence)]


def _unique(ids: Iterable[str]) -> dict[str, str]:
    """Name each id in characters that XML carries."""
    names = {id_: printable(id_) for id_ in ids}
    twice = [name for name, number in Counter(names.values()).items() if number > 1]
    if twice or "" in names:
        wrong = twice[0] if twice else ""
        raise OntologyError(f"{wrong!r}: ids that are empty or differ in control characters only; correct the record")
    return names


def _flat(items: list[dict[str, Any]]) -> list[Attributes]:
    kinds: defaultdict[str, set[type]] = defaultdict(set)
    for item in items:
        for key, value in item.items():
            if value is not None:
                kinds[key].add(type(value))
    return [{k: v for k, value in item.items() if (v := _value(value, kinds[k])) != ""} for item in items]


def _value(value: Any, kinds: set[type]) -> str | int | float | bool:
    if value is not None and len(kinds) == 1 and isinstance(value, bool | int | float):
        return value
    if value is not None and kinds <= {int, float}:
        return float(value)
    return printable(cell(value)).replace("\r", " ").replace("\n", " ").replace("\t", " ")


def colours() -> Mapping[str, tuple[str, str]]:
    """Give the colour and the shape of each class, from the ontology."""
    return {name: (t.colour, t.shape) for name, t in load_schema().entity_types.items()}
