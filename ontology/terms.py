"""Reading the Turtle files of the ontology: captions, unions, and a check that every term is declared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from ontology.errors import OntologyError

FOLDER = Path(__file__).resolve().parent
PC = Namespace("https://w3id.org/polecore/ontology#")
INDUSTRY = Namespace("https://w3id.org/polecore/industry/")
LANGUAGES = ("zh", "en")

# What may stand as a predicate beside our own annotations. A closed list, so that a misspelt skos:defintion is
# an error instead of a definition that silently vanishes.
BORROWED = frozenset(
    {
        RDF.type, RDF.first, RDF.rest,
        RDFS.label, RDFS.comment, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, RDFS.seeAlso,
        OWL.unionOf, OWL.inverseOf, OWL.versionInfo,
        DCTERMS.description, DCTERMS.license, DCTERMS.source,
        SKOS.definition, SKOS.closeMatch, SKOS.exactMatch, SKOS.prefLabel, SKOS.altLabel, SKOS.broader, SKOS.narrower,
        SKOS.inScheme, SKOS.hasTopConcept, SKOS.topConceptOf, SKOS.notation, SKOS.scopeNote,
    }
)  # fmt: skip


def read(path: Path) -> Graph:
    """Parse one Turtle file.

    Raises
    ------
    OntologyError
        if the file is missing or is not Turtle; the message names the file and the line.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{path}: cannot be read as UTF-8 ({error}); restore the file") from None
    try:
        return Graph().parse(data=text, format="turtle")
    except BadSyntax as error:
        line = error.lines + 1
        raise OntologyError(f"{path}:{line}: not Turtle ({error.message.strip()}); mend the line") from None


def local_name(term: Node) -> str:
    """Give what follows the namespace: ``City`` of ``pc:City``."""
    return str(term).removeprefix(str(PC))


def check_terms(graph: Graph, path: Path) -> None:
    """Refuse predicates that are not known and terms of ours that are used but nowhere declared."""
    declared = {s for s in graph.subjects(RDF.type) if isinstance(s, URIRef)}
    for subject, predicate, value in graph:
        if predicate not in BORROWED and predicate not in declared:
            raise OntologyError(
                f"{path}: {_shown(subject)} has the unknown key {_shown(predicate)}; correct it or declare the key"
            )
        for term in (subject, value):
            ours = isinstance(term, URIRef) and str(term).startswith((str(PC), str(INDUSTRY)))
            if ours and term not in declared:
                raise OntologyError(f"{path}: {_shown(term)} is used but not declared; correct the name or declare it")


def _shown(term: Node) -> str:
    return local_name(term) if isinstance(term, URIRef) else "an unnamed node"


def captions(graph: Graph, subject: Node, key: URIRef, path: Path) -> tuple[str, str]:
    """Give the Chinese and the English text of a term; both must be there exactly once."""
    found: dict[str, str] = {}
    for value in graph.objects(subject, key):
        language = value.language if isinstance(value, Literal) else None
        if language not in LANGUAGES or language in found:
            raise OntologyError(
                f"{path}: {_shown(subject)} needs {_shown(key)} once in @zh and once in @en, found {value!r}"
            )
        found[language] = str(value)
    for language in LANGUAGES:
        if not found.get(language, "").strip():
            raise OntologyError(f"{path}: {_shown(subject)} lacks {_shown(key)} in @{language}; add it")
    return found["zh"], found["en"]


def single(graph: Graph, subject: Node, key: URIRef, path: Path) -> Node | None:
    """Give the one value of a key, or None; two are an error."""
    values = list(graph.objects(subject, key))
    if len(values) > 1:
        raise OntologyError(f"{path}: {_shown(subject)} has {len(values)} values of {_shown(key)}; keep one")
    return values[0] if values else None


def flag(graph: Graph, subject: Node, key: URIRef, path: Path) -> bool:
    """Read a boolean annotation; absent is false."""
    value = single(graph, subject, key, path)
    if value is None:
        return False
    if not isinstance(value, Literal) or not isinstance(value.value, bool):
        raise OntologyError(f"{path}: {_shown(key)} of {_shown(subject)} must be true or false, not {value!r}")
    return value.value


def members(graph: Graph, node: Node) -> Iterator[Node]:
    """Give the members of an ``owl:unionOf``, or the node itself if it is no union."""
    union = graph.value(node, OWL.unionOf)
    if union is None:
        yield node
    else:
        yield from Collection(graph, union)
