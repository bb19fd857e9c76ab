from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.export import gexf, graphml
from graph.export.network import network, said
from graph.facts import Facts, Figure
from ontology.errors import OntologyError
from tests.unit.graph.export.hostile_facts import hostile

FORMATS = pytest.mark.parametrize(
    ("write", "read"), [(gexf.write, nx.read_gexf), (graphml.write, nx.read_graphml)], ids=["gexf", "graphml"]
)
Write, Read = Callable[[Facts, Path], list[Path]], Callable[[Path], nx.MultiDiGraph]


def plain(attributes: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in attributes.items() if k not in {"viz", "id"}}


@FORMATS
def test_all_comes_back(write: Write, read: Read, tmp_path: Path) -> None:
    facts = hostile()
    facts.relations.append(replace(facts.relations[0], type="BUILT_BY", confidence=1.0))
    wanted = network(facts)

    found = read(write(facts, tmp_path / "g")[0])

    assert isinstance(found, nx.MultiDiGraph)
    assert {n: plain(a) for n, a in found.nodes(data=True)} == {n: plain(a) for n, a in wanted.nodes(data=True)}
    edges = {k: (s, t, plain(a)) for s, t, k, a in found.edges(keys=True, data=True)}
    assert edges == {k: (s, t, plain(a)) for s, t, k, a in wanted.edges(keys=True, data=True)}


@FORMATS
def test_same_facts_in_any_order_give_the_same_bytes(write: Write, read: Read, tmp_path: Path) -> None:
    facts = hostile()
    turned = Facts(facts.entities[::-1], facts.relations[::-1], facts.figures[::-1])

    first, second = (write(f, tmp_path / name)[0].read_bytes() for f, name in ((facts, "a"), (turned, "b")))

    assert first == second
    assert not re.search(rb"20[2-9]\d-\d\d-\d\d", first)


def test_parallel_ties_stay_apart() -> None:
    facts = hostile()
    ends = "Lab:青川激光实验室", "City:白水市"
    facts.relations.append(replace(facts.relations[0], source=ends[0], type="LOCATED_IN", target=ends[1]))

    assert network(facts).number_of_edges(*ends) == 2


def test_colour_of_the_class_reaches_gephi(tmp_path: Path) -> None:
    found = nx.read_gexf(gexf.write(hostile(), tmp_path / "g")[0])

    assert found.nodes["City:青川市"]["viz"]["color"]["b"] == 0xB2


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure("x", "产值", 51.2, "亿元", (), year=2022), "产值 51.2亿元（2022）"),
        (Figure("x", "企业数", 100.0, "家", (), 120.0, 2027, "target", "min"), "企业数 ≥100–120家（2027，目标）"),
        (Figure("x", "能耗", 3.0, "吨", (), bound="max"), "能耗 ≤3吨"),
    ],
)
def test_figure_is_said(figure: Figure, text: str) -> None:
    assert said(figure) == text


def test_ids_that_would_become_one_are_refused() -> None:
    facts = hostile()
    company = next(e for e in facts.entities if "\x07" in e.id)
    facts.entities.append(replace(company, id=company.id.replace("\x07", "\x08")))

    with pytest.raises(OntologyError, match="differ in control characters only"):
        network(facts)


def test_numbers_stay_numbers() -> None:
    zone = network(hostile()).nodes["Zone:青川高新区"]

    assert zone["established"] == 1999
    assert {type(a["weight"]) for _, _, a in network(hostile()).edges(data=True)} == {float}
