"""Validation of an RDF graph by SHACL: the written shapes and those that follow from the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

import pyshacl
from rdflib import RDF, RDFS, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.errors import OntologyError
from ontology.schema import Property, RelationType, Schema, load_schema
from ontology.terms import FOLDER, PC, local_name, read

PATH = FOLDER / "shapes.ttl"
SEVERITIES = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}
_DATATYPES = {
    "string": (XSD.string,),
    "integer": (XSD.integer,),
    "double": (XSD.double,),
    "boolean": (XSD.boolean,),
    "date": (XSD.date, XSD.gYearMonth, XSD.gYear),
}


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that breaks a shape.

    Parameters
    ----------
    severity : ``violation``, ``warning`` or ``info``.
    focus : id of the entity, passage or figure, or key of the tie.
    path : name of the property or relationship, empty if the shape is about the whole.
    message : what is wrong, to be read after the focus.
    value : the value that broke it, empty if it is one that lacks.
    """

    severity: str
    focus: str
    path: str
    message: str
    value: str = ""


def _union(graph: Graph, shape: Node, key: URIRef, values: list[URIRef]) -> None:
    """Add ``key value``, or an ``sh:or`` over the values if there are several."""
    if len(values) == 1:
        graph.add((shape, key, values[0]))
        return
    branches: list[Node] = []
    for value in values:
        branch = BNode()
        graph.add((branch, key, value))
        branches.append(branch)
    head = BNode()
    Collection(graph, head, branches)
    graph.add((shape, SH["or"], head))


def _property_shape(graph: Graph, owner: Node, path: URIRef, message: str) -> BNode:
    shape = BNode()
    graph.add((owner, SH.property, shape))
    graph.add((shape, SH.path, path))
    graph.add((shape, SH.message, Literal(message)))
    return shape


def _add_ends(graph: Graph, owner: Node, source: str, relation: RelationType) -> None:
    targets = sorted(b for a, b in relation.pairs if a == source)
    if targets:
        message = f"a {source} may be {relation.name} only of: {', '.join(targets)}"
        shape = _property_shape(graph, owner, PC[relation.name], message)
        _union(graph, shape, SH["class"], [PC[name] for name in targets])
    else:
        message = f"a {source} may not be the source of {relation.name}"
        shape = _property_shape(graph, owner, PC[relation.name], message)
        graph.add((shape, SH.maxCount, Literal(0)))


def _add_literal(graph: Graph, owner: Node, slot: Property) -> None:
    shape = _property_shape(graph, owner, PC[slot.name], f"{slot.name} must be {_described(slot)}")
    _union(graph, shape, SH.datatype, list(_DATATYPES[slot.datatype]))
    if slot.required:
        graph.add((shape, SH.minCount, Literal(1)))
    if not slot.many:
        graph.add((shape, SH.maxCount, Literal(1)))
    if slot.values:
        head = BNode()
        Collection(graph, head, [Literal(v) for v in slot.values])
        graph.add((shape, SH["in"], head))


def _described(slot: Property) -> str:
    if slot.values:
        return f"one of {', '.join(slot.values)}"
    number = "any number of" if slot.many else "one" if slot.required else "at most one"
    return f"{number} {slot.datatype}"


def _add_domain(graph: Graph, slot: Property) -> None:
    """Refuse a property on a class that does not declare it."""
    owner = BNode()
    graph.add((owner, RDF.type, SH.NodeShape))
    graph.add((owner, SH.targetSubjectsOf, PC[slot.name]))
    graph.add((owner, SH.message, Literal(f"may not carry {slot.name}, which is for {', '.join(sorted(slot.domain))}")))
    _union(graph, owner, SH["class"], [PC[name] for name in sorted(slot.domain)])


def derived_shapes(schema: Schema) -> Graph:
    """Give the shapes that follow from the vocabulary: classes at both ends, datatypes, allowed values."""
    graph = Graph()
    every = set(schema.entity_types)
    for name, node in schema.node_types.items():
        if node.abstract:
            continue
        owner = BNode()
        graph.add((owner, RDF.type, SH.NodeShape))
        graph.add((owner, SH.targetClass, PC[name]))
        for slot in node.properties:
            _add_literal(graph, owner, slot)
        if node.role == "entity":
            for relation in schema.relation_types.values():
                _add_ends(graph, owner, name, relation)
    for slot in schema.properties.values():
        if not slot.domain >= every:  # what every entity may carry needs no look at each one's class
            _add_domain(graph, slot)
    return graph


@cache
def load_shapes() -> Graph:
    """Give all shapes, written and derived, read once a process."""
    return read(PATH) + derived_shapes(load_schema())


@cache
def _hierarchy() -> Graph:
    """Give the subclass axioms, which is all of the ontology that the shapes need."""
    graph = Graph()
    for name, node in load_schema().node_types.items():
        for parent in node.superclasses:
            graph.add((PC[name], RDFS.subClassOf, PC[parent]))
    return graph


def validate(graph: Graph) -> list[Violation]:
    """Check an RDF graph of facts against the shapes.

    Parameters
    ----------
    graph : facts as RDF; it is not changed.

    Returns
    -------
    list of Violation
        sorted, the gravest first.

    Raises
    ------
    OntologyError
        if a shape itself is broken.
    """
    _, report, text = pyshacl.validate(graph, shacl_graph=load_shapes(), ont_graph=_hierarchy(), inference="none")
    if not isinstance(report, Graph):
        raise OntologyError(f"{PATH}: the shapes cannot be applied ({text}); mend the shape")
    found = {_violation(graph, report, result) for result in report.subjects(RDF.type, SH.ValidationResult)}
    order = list(SEVERITIES.values())
    return sorted(found, key=lambda v: (order.index(v.severity), v))


def _violation(graph: Graph, report: Graph, result: Node) -> Violation:
    path = report.value(result, SH.resultPath)
    value = report.value(result, SH.value)
    focus = cast(Node, report.value(result, SH.focusNode))
    message = report.value(result, SH.resultMessage)
    named = isinstance(path, URIRef)
    return Violation(
        SEVERITIES[cast(URIRef, report.value(result, SH.resultSeverity))],
        _readable(graph, focus),
        local_name(path).rpartition("#")[2] if named and path is not None else "",
        str(message or "breaks a shape"),
        "" if value is None or value == focus else _readable(graph, value),
    )


def _readable(graph: Graph, node: Node) -> str:
    """Give the id or key by which people know a node."""
    found = graph.value(node, PC.id) or graph.value(node, PC.key)
    return str(found if found is not None else node)
