"""Facts become RDF that says all of them, cannot be broken out of, and is the same from run to run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Literal as Form

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, PROV, RDFS, SKOS, XSD

from graph.facts import Entity, Facts, Figure
from graph.rdf import DATA, iri, serialise, to_rdf
from ontology.errors import OntologyError
from ontology.terms import INDUSTRY, PC
from tests.unit.graph.invented_facts import PLAN, entity, evidence, facts

ROOT = Path(__file__).parents[3]
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


def test_an_entity_carries_its_names_class_and_properties() -> None:
    graph = to_rdf(facts())
    zone = iri("entity", "Zone:青川高新区")
    assert (zone, RDF.type, PC.Zone) in graph
    assert (zone, RDFS.label, Literal("青川高新区", lang="zh")) in graph
    assert (zone, PC.id, Literal("Zone:青川高新区")) in graph
    assert (zone, PC.level, Literal("国家级")) in graph
    assert (zone, PC.established, Literal(1999)) in graph
    assert (iri("entity", "Region:云湖省"), PC.aliases, Literal("云湖")) in graph
    assert (iri("entity", "Policy:云湖省创新规划"), PC.date, Literal("2023-11", datatype=XSD.gYearMonth)) in graph


def test_an_industry_points_to_its_concept() -> None:
    graph = to_rdf(facts())
    assert (iri("entity", "Industry:激光"), SKOS.exactMatch, INDUSTRY["laser-technology"]) in graph


def test_a_mention_is_cited_with_its_rule() -> None:
    graph = to_rdf(Facts([entity("City", "青川市", 10)]))
    city, passage = iri("entity", "City:青川市"), iri("passage", "plan.txt#10-13")
    assert (city, PC.MENTIONED_IN, passage) in graph
    citation = graph.value(predicate=DCTERMS.subject, object=city)
    assert graph.value(citation, PROV.entity) == passage
    assert graph.value(citation, PC.rule) == Literal("invented")
    assert (passage, PROV.wasQuotedFrom, iri("document", PLAN)) in graph
    assert (iri("document", PLAN), PC.HAS_PASSAGE, passage) in graph
    assert graph.value(passage, PC.section) == Literal("一 / （一）")
    assert graph.value(passage, PC.start) == Literal(10)


def test_a_bundled_passage_has_no_text_and_another_has() -> None:
    quoted = replace(entity("City", "青川市"), evidence=(evidence(10, 13, quote="青川市"),))
    assert to_rdf(facts()).value(predicate=PC.text) is None
    assert to_rdf(Facts([quoted])).value(iri("passage", "plan.txt#10-13"), PC.text) == Literal("青川市")


def test_a_tie_is_a_triple_and_a_statement_with_its_evidence() -> None:
    graph = to_rdf(facts())
    source, target = iri("entity", "Zone:青川高新区"), iri("entity", "City:青川市")
    tie = iri("tie", "Zone:青川高新区|LOCATED_IN|City:青川市")
    assert (source, PC.LOCATED_IN, target) in graph
    assert (tie, RDF.type, PC.Tie) in graph
    assert [graph.value(tie, p) for p in (RDF.subject, RDF.predicate, RDF.object)] == [source, PC.LOCATED_IN, target]
    assert (tie, PC.confidence, Literal(0.9, datatype=XSD.double)) in graph
    assert (tie, PC.derived, Literal(False)) in graph
    assert graph.value(tie, PROV.wasDerivedFrom) == iri("passage", "plan.txt#110-118")


def test_a_derived_tie_names_its_sources() -> None:
    graph = to_rdf(facts())
    tie = iri("tie", "City:白水市|COLLABORATES_WITH|University:云湖大学")
    sources = {
        iri("tie", "Lab:青川激光实验室|BUILT_BY|University:云湖大学"),
        iri("tie", "Lab:青川激光实验室|BUILT_BY|City:白水市"),
    }
    assert sources < set(graph.objects(tie, PROV.wasDerivedFrom))
    assert (tie, PC.derived, Literal(True)) in graph
    assert all((source, RDF.type, PC.Tie) in graph for source in sources)


def test_two_documents_that_state_a_tie_give_two_citations() -> None:
    relation = replace(facts().relations[0], evidence=(evidence(1, 5), evidence(1, 5, document="other.txt")))
    graph = to_rdf(Facts(relations=[relation]))
    assert len(set(graph.subjects(RDF.type, PC.Tie))) == 1
    assert len(set(graph.objects(iri("tie", relation.key), PROV.qualifiedDerivation))) == 2


def test_a_figure_keeps_all_that_it_says() -> None:
    graph = to_rdf(facts())
    node = iri("figure", facts().figures[1].id)
    assert (iri("entity", "City:青川市"), PC.HAS_FIGURE, node) in graph
    said = {name: graph.value(node, PC[name]) for name in ("value", "max", "unit", "year", "kind", "bound")}
    assert said == {
        "value": Literal(100.0, datatype=XSD.double),
        "max": Literal(120.0, datatype=XSD.double),
        "unit": Literal("家"),
        "year": Literal(2027),
        "kind": Literal("target"),
        "bound": Literal("min"),
    }
    bare = to_rdf(Facts(figures=[Figure("City:青川市", "产值", 1.0, "元", ())]))
    assert (None, PC.max, None) not in bare
    assert (None, PC.year, None) not in bare


@pytest.mark.parametrize(
    "hostile",
    [
        "City:a> <x",
        'City:"; DROP',
        "City:a b\n.",
        "City:../../x#y?z",
        "City:{}|\\^`",
        "City:沈阳",
        "City:%41",
        "City:\U0001f600",
    ],
)
def test_ids_cannot_break_out_of_their_iri(hostile: str) -> None:
    node = iri("entity", hostile)
    tail = str(node).removeprefix(f"{DATA}entity/")
    assert tail.isascii()
    assert not set(tail) & set('<>"{}|\\^`/#? \n')
    assert iri("entity", "City:A") != iri("entity", "City:%41")
    graph = to_rdf(Facts([Entity(hostile, "City", hostile, (hostile,), (hostile,))]))
    for form in ("turtle", "json-ld"):
        again = Graph().parse(data=serialise(graph, form), format=form)
        assert isomorphic(again, graph)


@settings(max_examples=50, deadline=None)
@given(name=TEXT, alias=TEXT, document=TEXT, quote=st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text_survives_turtle(name: str, alias: str, document: str, quote: str) -> None:
    cited = evidence(0, 5, document=document, quote=quote)
    graph = to_rdf(Facts([Entity(f"City:{name}", "City", name, (alias,), (document,), (cited,))]))
    again = Graph().parse(data=serialise(graph, "turtle"), format="turtle")
    assert again.value(iri("entity", f"City:{name}"), PC.name) == Literal(name)
    assert again.value(iri("passage", f"{document}#0-5"), PC.text) == (Literal(quote) if quote else None)


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        (Facts([Entity("x", "Town", "x")]), "entity x: the ontology has no class Town"),
        (Facts([entity("City", "青川市", colour="red")]), "no property colour"),
        (Facts([entity("City", "a\ud800")]), "not valid Unicode"),
        (Facts([Entity("City:a", "City", "a", ("b\ud800",))]), "not valid Unicode"),
        (Facts(relations=[replace(facts().relations[0], type="a> <b")]), "no relationship a> <b"),
        (Facts(relations=[replace(facts().relations[0], type="HAS_PASSAGE")]), "no relationship HAS_PASSAGE"),
    ],
)
def test_what_has_no_name_in_the_ontology_is_refused(broken: Facts, named: str) -> None:
    with pytest.raises(OntologyError, match=named):
        to_rdf(broken)


def test_a_date_that_is_none_stays_text() -> None:
    graph = to_rdf(Facts([entity("Policy", "规划", date="去年")]))
    assert graph.value(iri("entity", "Policy:规划"), PC.date) == Literal("去年")


def test_both_forms_say_the_same() -> None:
    graph = to_rdf(facts())
    for form in ("turtle", "json-ld"):
        again = Graph().parse(data=serialise(graph, form), format=form)
        assert isomorphic(again, graph)
    assert {"@context", "@graph"} == json.loads(serialise(graph, "json-ld")).keys()


@pytest.mark.parametrize("form", ["turtle", "json-ld"])
def test_the_text_depends_neither_on_the_run_nor_on_the_order(form: Form["turtle", "json-ld"]) -> None:
    code = (
        "import sys; sys.stdout.reconfigure(encoding='utf-8')\n"
        "from graph.rdf import serialise, to_rdf; from tests.unit.graph.invented_facts import facts\n"
        f"sys.stdout.write(serialise(to_rdf(facts()), {form!r}))"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True,
            check=True, encoding="utf-8",
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    turned = Facts(facts().entities[::-1], facts().relations[::-1], facts().figures[::-1])
    texts.add(serialise(to_rdf(turned), form))
    assert len(texts) == 1


def test_resources_are_named_under_the_data_namespace_only() -> None:
    subjects = {s for s in to_rdf(facts()).subjects() if isinstance(s, URIRef)}
    assert subjects
    assert all(str(s).startswith(str(DATA)) for s in subjects)
