"""Export as JSON-LD: the same statements as in Turtle."""

from __future__ import annotations

from pathlib import Path

from graph.export.files import put
from graph.facts import Facts
from graph.rdf import serialise, to_rdf

SUFFIX = ".jsonld"


def write(facts: Facts, out: Path) -> list[Path]:
    """Write the file."""
    return [put(out, serialise(to_rdf(facts), "json-ld"))]
