from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import to_isomorphic

from graph.export import jsonld, turtle
from graph.facts import Facts
from graph.rdf import to_rdf
from ontology.shapes import validate
from tests.unit.graph.export.hostile_facts import hostile

FORMATS = pytest.mark.parametrize(
    ("write", "form"), [(turtle.write, "turtle"), (jsonld.write, "json-ld")], ids=["turtle", "jsonld"]
)
Write = Callable[[Facts, Path], list[Path]]


@FORMATS
def test_all_comes_back(write: Write, form: str, tmp_path: Path) -> None:
    found = Graph().parse(write(hostile(), tmp_path / "g")[0], format=form)

    assert to_isomorphic(found) == to_isomorphic(to_rdf(hostile()))


@FORMATS
def test_same_bytes_twice(write: Write, form: str, tmp_path: Path) -> None:
    assert write(hostile(), tmp_path / "a")[0].read_bytes() == write(hostile(), tmp_path / "b")[0].read_bytes()


def test_what_is_written_fits_the_shapes(tmp_path: Path) -> None:
    found = Graph().parse(turtle.write(hostile(), tmp_path / "g.ttl")[0])

    assert validate(found) == []
