"""The whole check of a store: each record against the ontology, SHACL over all, and the quality of the sources."""

from __future__ import annotations

from graph.facts import Facts, Problem, Severity
from graph.quality import source_quality
from graph.validation import check_facts
from ontology.errors import OntologyError

_SEVERITIES = {"violation": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.NOTE}


def report(facts: Facts) -> list[Problem]:
    """List all that is wrong or doubtful, the gravest first.

    Notes
    -----
    Facts with a class or relationship that the ontology does not have cannot be named in RDF; that is reported, and
    SHACL says nothing of them until it is mended.
    """
    problems = [*check_facts(facts), *_shacl(facts), *source_quality(facts)]
    order = list(Severity)
    return sorted(problems, key=lambda p: (order.index(p.severity), p.kind, p.where, p.message))


def _shacl(facts: Facts) -> list[Problem]:
    from graph.rdf import to_rdf
    from ontology.shapes import validate

    try:
        graph = to_rdf(facts)
    except OntologyError as error:
        return [Problem(Severity.ERROR, "shape", "all facts", f"SHACL cannot be applied: {error}")]
    return [
        Problem(
            _SEVERITIES[found.severity],
            "shape",
            found.focus,
            " ".join(filter(None, (found.path, found.message, f"({found.value})" if found.value else ""))),
        )
        for found in validate(graph)
        if (found.path, found.message) != ("unit", "has no unit")  # told by check_facts, which knows what has none
    ]
