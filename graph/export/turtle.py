"""Export as Turtle: the vocabulary of the ontology, evidence in PROV-O."""

from __future__ import annotations

from pathlib import Path

from graph.export.files import put
from graph.facts import Facts
from graph.rdf import serialise, to_rdf

SUFFIX = ".ttl"


def write(facts: Facts, out: Path) -> list[Path]:
    """Write the file."""
    return [put(out, serialise(to_rdf(facts), "turtle"))]
