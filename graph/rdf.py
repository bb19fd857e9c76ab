"""Facts as RDF: the vocabulary of the ontology, ties as statements, evidence in PROV-O; for SHACL and for export."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any
from typing import Literal as TypingLiteral
from urllib.parse import quote

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SKOS, XSD

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.slice import passage_id
from ontology.errors import OntologyError
from ontology.schema import Property, Schema, date_precision, load_schema
from ontology.terms import INDUSTRY, PC

DATA = Namespace("https://w3id.org/polecore/data/")
PREFIXES = {"pc": PC, "prov": PROV, "skos": SKOS, "dct": DCTERMS, "rdf": RDF, "rdfs": RDFS, "xsd": XSD}
_DATE_TYPES = {"day": XSD.date, "month": XSD.gYearMonth, "year": XSD.gYear}


def iri(kind: str, key: str) -> URIRef:
    """Name a resource; every character of the key but letters and digits is percent-encoded.

    Examples
    --------
    >>> str(iri("entity", "Zone:A> ."))
    'https://w3id.org/polecore/data/entity/Zone%3AA%3E%20.'
    """
    try:
        return DATA[f"{kind}/{quote(key, safe='')}"]
    except UnicodeEncodeError:
        raise OntologyError(f"{kind} {key!r}: not valid Unicode; correct the record") from None


def to_rdf(facts: Facts, schema: Schema | None = None) -> Graph:
    """Write facts as RDF.

    Parameters
    ----------
    facts : need not be valid, so that SHACL can say what is wrong with them.
    schema : the vocabulary; default is the project's.

    Raises
    ------
    OntologyError
        for a class, relationship or property that the ontology does not declare, as no name can be given to it, and
        for text that is not valid Unicode.
    """
    writer = _Writer(schema or load_schema())
    for entity in facts.entities:
        writer.entity(entity)
    for relation in facts.relations:
        writer.relation(relation)
    for figure in facts.figures:
        writer.figure(figure)
    return writer.graph


def serialise(graph: Graph, form: TypingLiteral["turtle", "json-ld"]) -> str:
    """Write a graph as text that is the same from run to run."""
    if form == "turtle":
        return graph.serialize(format="turtle")
    context = {prefix: str(space) for prefix, space in PREFIXES.items()}
    written = json.loads(graph.serialize(format="json-ld", context=context, auto_compact=True))
    return json.dumps(_ordered(written), ensure_ascii=False, indent=1) + "\n"


def _ordered(node: Any) -> Any:
    """Sort lists, as rdflib gives the values of a property in no fixed order."""
    if isinstance(node, dict):
        return {key: _ordered(node[key]) for key in sorted(node)}
    if isinstance(node, list):
        return sorted(map(_ordered, node), key=lambda item: json.dumps(item, ensure_ascii=False, sort_keys=True))
    return node


class _Writer:
    """Adds one kind of record after the other to a graph."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.graph = Graph(bind_namespaces="none")
        for prefix, space in PREFIXES.items():
            self.graph.bind(prefix, space)

    def put(self, node: URIRef, name: str, value: str | int | float | bool | None) -> None:
        """Add one literal property, typed as the ontology says; None adds nothing."""
        if value is not None:
            self.graph.add((node, PC[name], _literal(node, self.schema.properties[name], value)))

    def entity(self, entity: Entity) -> None:
        node = iri("entity", entity.id)
        if entity.label not in self.schema.entity_types:
            raise OntologyError(f"entity {entity.id}: the ontology has no class {entity.label}; correct the record")
        self.graph.add((node, RDF.type, PC[entity.label]))
        self.graph.add((node, RDFS.label, Literal(_text(node, entity.name), lang="zh")))
        for name in ("id", "name", "label"):
            self.put(node, name, getattr(entity, name))
        for alias in entity.aliases:
            self.put(node, "aliases", alias)
        for document in entity.documents:
            self.put(node, "documents", document)
        for name, value in entity.properties.items():
            if name not in self.schema.properties:
                raise OntologyError(f"entity {entity.id}: the ontology has no property {name}; correct the record")
            self.put(node, name, value)
        if "concept" in entity.properties:
            self.graph.add((node, SKOS.exactMatch, INDUSTRY[quote(str(entity.properties["concept"]), safe="")]))
        for evidence in entity.evidence:
            passage, citation = self.cite(entity.id, evidence)
            self.graph.add((node, PC.MENTIONED_IN, passage))
            self.graph.add((citation, DCTERMS.subject, node))

    def relation(self, relation: Relation) -> None:
        if relation.type not in self.schema.relation_types:
            raise OntologyError(f"tie {relation.key}: the ontology has no relationship {relation.type}; correct it")
        node, source, target = iri("tie", relation.key), iri("entity", relation.source), iri("entity", relation.target)
        predicate = PC[relation.type]
        self.graph.add((source, predicate, target))
        self.graph.add((node, RDF.type, PC.Tie))
        self.graph.add((node, RDF.subject, source))
        self.graph.add((node, RDF.predicate, predicate))
        self.graph.add((node, RDF.object, target))
        self.put(node, "key", relation.key)
        self.put(node, "confidence", relation.confidence)
        self.put(node, "derived", relation.derived)
        for key in relation.derived_from:
            self.put(node, "derived_from", key)
            self.graph.add((node, PROV.wasDerivedFrom, iri("tie", key)))
        self.derive(node, relation.key, relation.evidence)

    def figure(self, figure: Figure) -> None:
        node = iri("figure", figure.id)
        self.graph.add((node, RDF.type, PC.Figure))
        self.graph.add((iri("entity", figure.entity), PC.HAS_FIGURE, node))
        for name in ("id", "entity", "indicator", "value", "max", "unit", "year", "kind", "bound", "confidence"):
            self.put(node, name, getattr(figure, name))
        for passage in self.derive(node, figure.key, figure.evidence):
            self.graph.add((node, PC.MENTIONED_IN, passage))

    def derive(self, node: URIRef, key: str, evidence: Iterable[Evidence]) -> list[URIRef]:
        """Say that a statement was derived from its passages, and by which rule; give the passages."""
        passages = []
        for e in evidence:
            passage, citation = self.cite(key, e)
            self.graph.add((node, PROV.wasDerivedFrom, passage))
            self.graph.add((node, PROV.qualifiedDerivation, citation))
            self.put(node, "documents", e.document)
            passages.append(passage)
        return passages

    def cite(self, key: str, evidence: Evidence) -> tuple[URIRef, URIRef]:
        """Add the document, the passage and the citation of it for the fact ``key``."""
        name = passage_id(evidence)
        document, passage = iri("document", evidence.document), iri("passage", name)
        # A citation is known by what it joins; the key alone may be long, so a digest stands for it.
        digest = hashlib.sha256("\n".join((key, name, evidence.rule)).encode("utf-8", "surrogatepass")).hexdigest()
        citation = iri("citation", digest[:20])
        self.graph.add((document, RDF.type, PC.Document))
        self.put(document, "id", evidence.document)
        self.put(document, "name", evidence.document)
        self.graph.add((document, PC.HAS_PASSAGE, passage))
        self.graph.add((passage, RDF.type, PC.Passage))
        self.graph.add((passage, PROV.wasQuotedFrom, document))
        self.put(passage, "id", name)
        for field in ("document", "section", "paragraph", "start", "end"):
            self.put(passage, field, getattr(evidence, field))
        self.put(passage, "text", evidence.quote or None)
        self.graph.add((citation, RDF.type, PC.Citation))
        self.graph.add((citation, PROV.entity, passage))
        self.put(citation, "rule", evidence.rule)
        return passage, citation


def _text(node: URIRef, value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise OntologyError(f"{node}: {value!r} is not valid Unicode; correct the record") from None
    return value


def _literal(node: URIRef, slot: Property, value: str | int | float | bool) -> Literal:
    """Type a value as declared; a value of another kind keeps its own type, for SHACL to report."""
    if isinstance(value, str):
        _text(node, value)
        precision = date_precision(value) if slot.datatype == "date" else None
        return Literal(value, datatype=_DATE_TYPES[precision] if precision else None)
    if isinstance(value, bool):
        return Literal(value, datatype=XSD.boolean)
    if isinstance(value, int) and slot.datatype != "double":
        return Literal(value, datatype=XSD.integer)
    return Literal(float(value), datatype=XSD.double)
