"""SHACL finds what is wrong with facts, and nothing in facts that are right."""

from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import PROV, XSD

from graph.rdf import iri, to_rdf
from ontology.schema import load_schema
from ontology.shapes import Violation, derived_shapes, load_shapes, validate
from ontology.terms import PC
from tests.unit.graph.invented_facts import facts

ZONE, CITY = iri("entity", "Zone:青川高新区"), iri("entity", "City:青川市")
LAB, UNIVERSITY = iri("entity", "Lab:青川激光实验室"), iri("entity", "University:云湖大学")
STATED = iri("tie", "Zone:青川高新区|LOCATED_IN|City:青川市")
DERIVED = iri("tie", "City:白水市|COLLABORATES_WITH|University:云湖大学")
PASSAGE = iri("passage", "plan.txt#200-210")


@pytest.fixture
def graph() -> Graph:
    return to_rdf(facts())


def found(graph: Graph) -> list[tuple[str, str, str]]:
    return [(v.severity, v.focus, v.path) for v in validate(graph)]


def figure(graph: Graph) -> URIRef:
    node = graph.value(predicate=PC.unit, object=Literal("亿元"))
    assert isinstance(node, URIRef)
    return node


def test_right_facts_have_no_violation(graph: Graph) -> None:
    assert validate(graph) == []


def test_checking_leaves_the_graph_as_it_was(graph: Graph) -> None:
    before = set(graph)
    validate(graph)
    assert set(graph) == before


def test_a_zone_without_a_place_is_a_warning(graph: Graph) -> None:
    graph.remove((ZONE, PC.LOCATED_IN, None))
    (only,) = validate(graph)
    assert (only.severity, only.focus) == ("warning", "Zone:青川高新区")
    assert "stands in no place" in only.message


def test_a_zone_that_is_part_of_another_stands_somewhere(graph: Graph) -> None:
    graph.remove((ZONE, PC.LOCATED_IN, None))
    graph.add((ZONE, PC.PART_OF, iri("entity", "Region:云湖省")))
    assert validate(graph) == []


@pytest.mark.parametrize("name", ["value", "unit", "indicator", "entity", "kind", "confidence"])
def test_a_figure_lacks_nothing(graph: Graph, name: str) -> None:
    node = figure(graph)
    graph.remove((node, PC[name], None))
    assert [(v.severity, v.path) for v in validate(graph)] == [("violation", name)]


def test_a_figure_is_about_something(graph: Graph) -> None:
    node = figure(graph)
    graph.remove((None, PC.HAS_FIGURE, node))
    assert [v.message for v in validate(graph)] == ["must be about one entity"]


@pytest.mark.parametrize("confidence", [-0.1, 1.01, 5.0])
@pytest.mark.parametrize("node", [STATED, "figure"])
def test_confidence_lies_between_0_and_1(graph: Graph, node: URIRef | str, confidence: float) -> None:
    node = figure(graph) if node == "figure" else URIRef(node)
    graph.set((node, PC.confidence, Literal(confidence, datatype=XSD.double)))
    assert [(s, p) for s, _, p in found(graph)] == [("violation", "confidence")]


def test_a_tie_needs_evidence_or_what_it_was_derived_from(graph: Graph) -> None:
    graph.remove((STATED, PROV.wasDerivedFrom, None))
    graph.remove((STATED, PROV.qualifiedDerivation, None))
    messages = {v.message for v in validate(graph)}
    assert "has neither evidence nor ties that it was derived from" in messages
    assert all(v.focus == "Zone:青川高新区|LOCATED_IN|City:青川市" for v in validate(graph))


def test_a_derived_tie_needs_no_passage_but_its_sources(graph: Graph) -> None:
    graph.remove((DERIVED, PROV.qualifiedDerivation, None))
    graph.remove((DERIVED, PROV.wasDerivedFrom, iri("passage", "plan.txt#140-148")))
    assert validate(graph) == []
    graph.remove((DERIVED, PC.derived_from, None))
    assert [v.focus for v in validate(graph)] == ["City:白水市|COLLABORATES_WITH|University:云湖大学"]


def test_what_a_tie_was_derived_from_must_be_there(graph: Graph) -> None:
    graph.add((DERIVED, PROV.wasDerivedFrom, iri("tie", "a|PART_OF|b")))
    assert [v.message for v in validate(graph)] == ["was derived from something that is not there"]


def test_both_ends_must_be_of_permitted_classes(graph: Graph) -> None:
    graph.add((UNIVERSITY, PC.BUILT_BY, CITY))
    graph.add((LAB, PC.LOCATED_IN, UNIVERSITY))
    assert set(found(graph)) == {
        ("violation", "University:云湖大学", "BUILT_BY"),
        ("violation", "Lab:青川激光实验室", "LOCATED_IN"),
    }


def test_a_tie_to_nothing_is_found(graph: Graph) -> None:
    graph.add((LAB, PC.LOCATED_IN, iri("entity", "City:无名市")))
    assert found(graph) == [("violation", "Lab:青川激光实验室", "LOCATED_IN")]


def test_a_thing_is_not_tied_to_itself(graph: Graph) -> None:
    graph.set((STATED, RDF.object, ZONE))
    assert [v.message for v in validate(graph)] == ["joins a thing to itself"]


def test_collaboration_is_stored_once(graph: Graph) -> None:
    graph.add((UNIVERSITY, PC.COLLABORATES_WITH, iri("entity", "City:白水市")))
    assert {v.focus for v in validate(graph)} == {"City:白水市", "University:云湖大学"}


@pytest.mark.parametrize(("start", "end"), [(-1, 210), (210, 210), (220, 210)])
def test_a_passage_starts_before_it_ends(graph: Graph, start: int, end: int) -> None:
    graph.set((PASSAGE, PC.start, Literal(start)))
    graph.set((PASSAGE, PC.end, Literal(end)))
    assert {(s, p) for s, _, p in found(graph)} == {("violation", "start")}


def test_a_range_does_not_end_below_its_start(graph: Graph) -> None:
    graph.add((figure(graph), PC.max, Literal(3.0, datatype=XSD.double)))
    assert [v.message for v in validate(graph)] == ["has a range that ends below its start"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("level", Literal("部级")),
        ("established", Literal("1999")),
        ("date", Literal("2023-11-14", datatype=XSD.date)),
        ("latitude", Literal(41)),
    ],
)
def test_properties_have_the_declared_type_class_and_values(graph: Graph, name: str, value: Literal) -> None:
    graph.set((ZONE, PC[name], value))
    assert {(v.severity, v.focus) for v in validate(graph)} == {("violation", "Zone:青川高新区")}


@pytest.mark.parametrize("name", ["", " 青川高新区", "青川\n高新区"])
def test_a_name_is_one_line_without_space_around(graph: Graph, name: str) -> None:
    graph.set((ZONE, PC.name, Literal(name)))
    assert found(graph) == [("violation", "Zone:青川高新区", "name")]


def test_violations_come_the_gravest_first(graph: Graph) -> None:
    graph.remove((CITY, PC.MENTIONED_IN, None))
    graph.remove((ZONE, PC.LOCATED_IN, None))
    graph.add((UNIVERSITY, PC.BUILT_BY, CITY))
    assert [v.severity for v in validate(graph)] == ["violation", "warning", "info"]


def test_violations_are_sorted_and_readable() -> None:
    graph = to_rdf(facts())
    graph.add((UNIVERSITY, PC.BUILT_BY, CITY))
    assert validate(graph) == [
        Violation("violation", "University:云湖大学", "BUILT_BY", "a University may not be the source of BUILT_BY")
    ]


def test_shapes_follow_from_the_vocabulary() -> None:
    derived, every = derived_shapes(load_schema()), load_shapes()
    assert len(every) > len(derived) > 0
