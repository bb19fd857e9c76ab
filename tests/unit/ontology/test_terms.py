"""Turtle that cannot be read gives one line that names file and place."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDFS

from ontology.errors import OntologyError
from ontology.terms import PC, captions, check_terms, flag, local_name, read, single


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"nothing\.ttl: cannot be read"):
        read(tmp_path / "nothing.ttl")


def test_bytes_that_are_not_utf8_are_named(tmp_path: Path) -> None:
    path = tmp_path / "gbk.ttl"
    path.write_bytes("# 本体".encode("gbk"))
    with pytest.raises(OntologyError, match=r"gbk\.ttl: cannot be read as UTF-8"):
        read(path)


def test_bad_syntax_is_located(tmp_path: Path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(
        "@prefix pc: <https://w3id.org/polecore/ontology#> .\n\npc:City pc:shape ; ; oops .\n", encoding="utf-8"
    )
    with pytest.raises(OntologyError, match=r"bad\.ttl:3: not Turtle"):
        read(path)


def graph(text: str) -> Graph:
    prefixes = "@prefix pc: <https://w3id.org/polecore/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    return Graph().parse(data=prefixes + text, format="turtle")


def test_terms_of_other_vocabularies_need_no_declaration() -> None:
    text = "pc:A a owl:Class ; <http://www.w3.org/2000/01/rdf-schema#subClassOf> <https://schema.org/Place> ."
    check_terms(graph(text), Path("x.ttl"))


def test_a_key_of_ours_must_be_declared() -> None:
    with pytest.raises(OntologyError, match="A has the unknown key hue"):
        check_terms(graph("pc:A a owl:Class ; pc:hue 'red' ."), Path("x.ttl"))


def test_two_values_of_a_single_key_are_refused() -> None:
    with pytest.raises(OntologyError, match="A has 2 values of colour"):
        single(graph("pc:A pc:colour 'red', 'blue' ."), PC.A, PC.colour, Path("x.ttl"))


def test_an_absent_flag_is_false() -> None:
    assert flag(graph("pc:A a owl:Class ."), PC.A, PC.abstract, Path("x.ttl")) is False
    assert flag(graph("pc:A pc:abstract true ."), PC.A, PC.abstract, Path("x.ttl")) is True


def test_a_blank_caption_counts_as_missing() -> None:
    text = "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . pc:A rdfs:label ' '@zh, 'A'@en ."
    with pytest.raises(OntologyError, match=r"A lacks .*label in @zh"):
        captions(graph(text), PC.A, RDFS.label, Path("x.ttl"))


def test_local_names() -> None:
    assert local_name(PC.City) == "City"
    assert local_name(URIRef("https://schema.org/City")) == "https://schema.org/City"
