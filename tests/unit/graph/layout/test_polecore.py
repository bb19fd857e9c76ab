"""Where the picture shows what stands in a member."""

from __future__ import annotations

import pytest

from graph.facts import Entity, Facts, Relation
from graph.layout.polecore import polecore
from graph.projection.build import project
from graph.projection.region import Layout
from tests.unit.graph.invented_facts import PLAN, evidence
from tests.unit.graph.layout.region import CITIES, crowded

ACADEMY, INSTITUTE = "ResearchInstitute:示例科学院", "ResearchInstitute:示例科学院化学研究所"


def homes(place: str | None, *more: tuple[str, str]) -> set[str]:
    """Give the members that show an institute of an academy that stands in the pole."""
    facts = crowded(4, 0)
    proof = (evidence(900, 905),)
    places = [
        Entity("City:大连市", "City", "大连市", (), (PLAN,), proof),
        Entity("Region:辽宁省", "Region", "辽宁省", (), (PLAN,), proof),
    ]
    ends = [Entity(id_, "ResearchInstitute", id_.partition(":")[2], (), (PLAN,), proof) for id_ in (ACADEMY, INSTITUTE)]
    ties = [(ACADEMY, "LOCATED_IN", "City:沈阳市"), (INSTITUTE, "PART_OF", ACADEMY)]
    ties += [(INSTITUTE, "LOCATED_IN", place)] if place else []
    ties += [(INSTITUTE, *tie) for tie in more]
    relations = [Relation(source, type_, target, 0.9, proof) for source, type_, target in ties]
    facts = Facts([*facts.entities, *places, *ends], [*facts.relations, *relations], [])
    net = polecore(project(facts, [Layout("示例都市圈", "沈阳市", tuple(CITIES[:4]))]))
    return {m.name for m in (net.pole, *net.points) if any(u.id == INSTITUTE for u in m.units)}


def test_own_place_outside_keeps_an_institute_out_of_the_place_of_its_academy() -> None:
    assert homes("City:大连市") == set()
    assert homes("City:大连市", ("BUILT_BY", "City:沈阳市")) == set()


def test_own_place_wins_over_that_of_the_academy() -> None:
    assert homes("City:鞍山市") == {"鞍山市"}


@pytest.mark.parametrize("place", [None, "Region:辽宁省"])
def test_without_a_place_of_its_own_the_academy_tells(place: str | None) -> None:
    assert homes(place) == {"沈阳市"}


def test_a_place_that_it_is_part_of_counts_beside_its_own() -> None:
    assert homes("City:大连市", ("PART_OF", "City:鞍山市")) == {"鞍山市"}
