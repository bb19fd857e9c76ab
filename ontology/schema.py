"""The schema that stores, loaders, queries and the app share, read from ``innovation.ttl``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from types import MappingProxyType

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from ontology.errors import OntologyError
from ontology.industries import Industries, Industry, load_industries
from ontology.terms import FOLDER, PC, captions, check_terms, flag, local_name, members, read, single

ROOT_LABEL = "Polecore"
PATH = FOLDER / "innovation.ttl"
SHAPES = frozenset({"dot", "square", "triangle", "triangleDown", "diamond", "hexagon", "star"})
"""Shapes of vis.js that carry their label outside, so that any name fits."""
ROLES = frozenset({"entity", "evidence", "statement"})
DATATYPES: Mapping[Node, str] = MappingProxyType(
    {XSD.string: "string", XSD.integer: "integer", XSD.double: "double", XSD.boolean: "boolean"}
)
DATE_TYPES = frozenset({XSD.date, XSD.gYearMonth, XSD.gYear})
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Property:
    """A literal property.

    Parameters
    ----------
    name : key in the stores and in the exchange format.
    datatype : ``string``, ``integer``, ``double``, ``boolean`` or ``date`` (a year, a month or a day).
    domain : concrete classes that may carry it.
    many : whether it holds a list.
    required : whether each of the domain must carry it.
    values : the only values allowed; empty if any may stand.
    """

    name: str
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str
    datatype: str
    domain: frozenset[str]
    many: bool = False
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeType:
    """A class; ``superclasses`` are all ancestors among ours, nearest first; ``properties`` include inherited ones."""

    name: str
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str
    superclasses: tuple[str, ...]
    abstract: bool
    role: str
    colour: str
    shape: str
    properties: tuple[Property, ...] = ()
    aligned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relationship; ``pairs`` are the (source, target) classes permitted, all concrete."""

    name: str
    label_zh: str
    label_en: str
    inverse_zh: str
    inverse_en: str
    definition_zh: str
    definition_en: str
    domain: frozenset[str]
    range: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    symmetric: bool
    aligned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schema:
    """What may exist in the graph.

    ``node_types`` holds every class, ``entity_types`` and ``evidence_types`` the concrete ones that become nodes;
    ``relation_types`` are the ties between entities, ``evidence_relations`` what joins them to their evidence.
    """

    node_types: Mapping[str, NodeType]
    relation_types: Mapping[str, RelationType]
    evidence_relations: Mapping[str, RelationType]
    properties: Mapping[str, Property]
    entity_types: Mapping[str, NodeType] = field(init=False)
    evidence_types: Mapping[str, NodeType] = field(init=False)

    def __post_init__(self) -> None:
        for name, role in (("entity_types", "entity"), ("evidence_types", "evidence")):
            found = {n: t for n, t in self.node_types.items() if t.role == role and not t.abstract}
            object.__setattr__(self, name, MappingProxyType(found))

    def labels_of(self, class_name: str) -> tuple[str, ...]:
        """Give the labels of a node of a class: ``Polecore``, its superclasses from the top, the class.

        Raises
        ------
        OntologyError
            if the class is not declared or is abstract.

        Examples
        --------
        >>> load_schema().labels_of("City")
        ('Polecore', 'Entity', 'Place', 'City')
        """
        node = self.node_types.get(class_name)
        if node is None or node.abstract or node.role == "statement":
            raise OntologyError(
                f"{class_name}: no such class of nodes; the classes are {', '.join(sorted(self.entity_types))}"
            )
        return (ROOT_LABEL, *reversed(node.superclasses), class_name)

    def allows(self, source_class: str, relation: str, target_class: str) -> bool:
        """Tell whether a relationship may join nodes of two classes; False for names that are not declared."""
        found = self.relation_types.get(relation) or self.evidence_relations.get(relation)
        return found is not None and (source_class, target_class) in found.pairs

    def literals_of(self, class_name: str) -> tuple[Property, ...]:
        """Give the literal properties peculiar to a class: those that not every entity carries."""
        if class_name not in self.node_types:
            raise OntologyError(f"{class_name}: no such class; `polecore schema` lists them")
        every = set(self.entity_types)
        return tuple(p for p in self.node_types[class_name].properties if not p.domain >= every)

    def subclasses(self, class_name: str) -> tuple[str, ...]:
        """Give the concrete classes under a class, itself included if it is concrete; sorted."""
        if class_name not in self.node_types:
            raise OntologyError(f"{class_name}: no such class; `polecore schema` lists them")
        return tuple(
            sorted(
                name
                for name, node in self.node_types.items()
                if not node.abstract and (name == class_name or class_name in node.superclasses)
            )
        )


def date_precision(text: str) -> str | None:
    """Tell what a date names, ``year``, ``month`` or ``day``; None if it is no ISO date.

    Examples
    --------
    >>> date_precision("2023-11"), date_precision("2023-13"), date_precision("2023年")
    ('month', None, None)
    """
    if _DATE.fullmatch(text):
        try:
            date.fromisoformat(text + "-01-01"[len(text) - len("2023") :])
        except ValueError:
            return None
        return {4: "year", 7: "month", 10: "day"}[len(text)]
    return None


@dataclass(frozen=True, slots=True)
class _Reader:
    graph: Graph
    path: Path
    parents: Mapping[Node, tuple[Node, ...]]

    def fail(self, term: Node, message: str) -> OntologyError:
        return OntologyError(f"{self.path}: {local_name(term)} {message}")

    def ancestors(self, term: Node) -> tuple[Node, ...]:
        found: dict[Node, None] = {}
        wave = self.parents[term]
        while wave:
            if term in wave:
                raise self.fail(term, "is a superclass of itself; break the cycle")
            found.update(dict.fromkeys(wave))
            wave = tuple(p for parent in wave for p in self.parents[parent] if p not in found)
        return tuple(found)

    def concrete(self, node: Node, user: Node) -> frozenset[str]:
        names: set[str] = set()
        for member in members(self.graph, node):
            if member not in self.parents:
                raise self.fail(user, f"names {local_name(member)}, which is not a declared class")
            names.update(
                local_name(c)
                for c in self.parents
                if not flag(self.graph, c, PC.abstract, self.path) and (c == member or member in self.ancestors(c))
            )
        return frozenset(names)

    def ends(self, term: Node, key: URIRef) -> frozenset[str]:
        node = single(self.graph, term, key, self.path)
        if node is None:
            raise self.fail(term, f"lacks rdfs:{key.fragment}; say which classes it joins")
        return self.concrete(node, term)

    def aligned(self, term: Node, *keys: URIRef) -> tuple[str, ...]:
        manager = self.graph.namespace_manager
        found = {o for key in keys for o in self.graph.objects(term, key) if not str(o).startswith(str(PC))}
        return tuple(sorted(manager.normalizeUri(str(o)) for o in found))


def _inherited(reader: _Reader, term: Node, key: URIRef) -> str:
    for candidate in (term, *reader.ancestors(term)):
        value = single(reader.graph, candidate, key, reader.path)
        if value is not None:
            return str(value)
    raise reader.fail(term, f"has no pc:{key.fragment}, nor has a superclass; add one")


def _node_type(reader: _Reader, term: Node, properties: Iterable[Property]) -> NodeType:
    graph, path = reader.graph, reader.path
    name = local_name(term)
    role, colour, shape = (_inherited(reader, term, key) for key in (PC.role, PC.colour, PC.shape))
    if role not in ROLES:
        raise reader.fail(term, f"has the role {role}; use one of {', '.join(sorted(ROLES))}")
    if shape not in SHAPES:
        raise reader.fail(term, f"has the shape {shape}; use one of {', '.join(sorted(SHAPES))}")
    return NodeType(
        name,
        *captions(graph, term, RDFS.label, path),
        *captions(graph, term, SKOS.definition, path),
        superclasses=tuple(local_name(a) for a in reader.ancestors(term)),
        abstract=flag(graph, term, PC.abstract, path),
        role=role,
        colour=colour,
        shape=shape,
        properties=tuple(p for p in properties if name in p.domain),
        aligned=reader.aligned(term, RDFS.subClassOf, SKOS.closeMatch),
    )


def _property(reader: _Reader, term: Node) -> Property:
    graph, path = reader.graph, reader.path
    found = single(graph, term, RDFS.range, path)
    kinds = set(members(graph, found)) if found is not None else set()
    if kinds == DATE_TYPES:
        datatype = "date"
    elif len(kinds) == 1 and kinds <= DATATYPES.keys():
        datatype = DATATYPES[kinds.pop()]
    else:
        raise reader.fail(term, "needs rdfs:range xsd:string, integer, double, boolean, or the union of date types")
    return Property(
        local_name(term),
        *captions(graph, term, RDFS.label, path),
        *captions(graph, term, SKOS.definition, path),
        datatype=datatype,
        domain=reader.ends(term, RDFS.domain),
        many=flag(graph, term, PC.many, path),
        required=flag(graph, term, PC.required, path),
        values=tuple(sorted(str(v) for v in graph.objects(term, PC.allowedValue))),
    )


def _pairs(reader: _Reader, term: Node, symmetric: bool) -> frozenset[tuple[str, str]]:
    graph = reader.graph
    domain, range_ = reader.ends(term, RDFS.domain), reader.ends(term, RDFS.range)
    pairs: set[tuple[str, str]] = set()
    for node in graph.objects(term, PC.pair):
        sources = {n for c in graph.objects(node, PC["from"]) for n in reader.concrete(c, term)}
        targets = {n for c in graph.objects(node, PC.to) for n in reader.concrete(c, term)}
        if not sources or not targets:
            raise reader.fail(term, "has a pc:pair without pc:from or pc:to; complete it")
        pairs.update(product(sources, targets))
    if not pairs:
        pairs = set(product(domain, range_))
    if symmetric:
        pairs |= {(b, a) for a, b in pairs}
    # Pairs narrow domain and range; were they to disagree, two readers of the file would see two models.
    for key, allowed, used in (
        (RDFS.domain, domain, {a for a, _ in pairs}),
        (RDFS.range, range_, {b for _, b in pairs}),
    ):
        if used - allowed:
            raise reader.fail(term, f"has pairs outside its {key.fragment}: {', '.join(sorted(used - allowed))}")
        for member in members(graph, graph.value(term, key) or term):
            if not reader.concrete(member, term) & used:
                raise reader.fail(
                    term, f"has no pair for {local_name(member)}, which its {key.fragment} names; add one"
                )
    return frozenset(pairs)


def _relation_type(reader: _Reader, term: Node) -> RelationType:
    graph, path = reader.graph, reader.path
    symmetric = (term, RDF.type, OWL.SymmetricProperty) in graph
    label, definition, inverse = (
        captions(graph, term, key, path) for key in (RDFS.label, SKOS.definition, PC.inverseCaption)
    )
    pairs = _pairs(reader, term, symmetric)
    return RelationType(
        local_name(term),
        *label,
        *inverse,
        *definition,
        domain=frozenset(source for source, _ in pairs),
        range=frozenset(target for _, target in pairs),
        pairs=pairs,
        symmetric=symmetric,
        aligned=reader.aligned(term, RDFS.subPropertyOf, SKOS.closeMatch),
    )


def _declared(graph: Graph, kind: Node) -> list[URIRef]:
    return sorted(s for s in graph.subjects(RDF.type, kind) if isinstance(s, URIRef))


def read_schema(path: Path = PATH) -> Schema:
    """Read a schema from a Turtle file.

    Raises
    ------
    OntologyError
        for a file that is not Turtle, an unknown key, a term that is not declared, a missing caption, or pairs that
        contradict domain and range; the message names the term.
    """
    graph = read(path)
    check_terms(graph, path)
    classes = _declared(graph, OWL.Class)
    parents: dict[Node, tuple[Node, ...]] = {
        c: tuple(p for p in classes if (c, RDFS.subClassOf, p) in graph) for c in classes
    }
    reader = _Reader(graph, path, parents)
    properties = [_property(reader, term) for term in _declared(graph, OWL.DatatypeProperty)]
    nodes = {local_name(term): _node_type(reader, term, properties) for term in classes}
    relations = {local_name(term): _relation_type(reader, term) for term in _declared(graph, OWL.ObjectProperty)}

    def evidential(relation: RelationType) -> bool:
        return any(nodes[name].role == "evidence" for name in relation.range)

    return Schema(
        MappingProxyType(nodes),
        MappingProxyType({n: r for n, r in relations.items() if not evidential(r)}),
        MappingProxyType({n: r for n, r in relations.items() if evidential(r)}),
        MappingProxyType({p.name: p for p in properties}),
    )


@cache
def load_schema() -> Schema:
    """Give the schema of the project, read once a process."""
    return read_schema()


__all__ = [
    "Industries", "Industry", "NodeType", "Property", "RelationType", "Schema", "date_precision", "load_industries",
    "load_schema", "read_schema",
]  # fmt: skip
