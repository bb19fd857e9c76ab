"""What is wrong with facts is found before a write, and what is right passes."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from graph.facts import Entity, Facts, Problem, Severity
from graph.validation import Fault, check_facts
from tests.unit.graph.invented_facts import entity, evidence, facts

ZONE, TIE, FIGURE = 3, 1, 0


def errors(broken: Facts) -> list[tuple[str, str]]:
    return [(p.kind, p.where) for p in check_facts(broken) if p.severity is Severity.ERROR]


def warnings(doubtful: Facts) -> list[Problem]:
    problems = check_facts(doubtful)
    assert [p for p in problems if p.severity is Severity.ERROR] == []
    return problems


def with_zone(**changes: Any) -> Facts:
    broken = facts()
    broken.entities[ZONE] = replace(broken.entities[ZONE], **changes)
    return broken


def with_tie(index: int = TIE, **changes: Any) -> Facts:
    broken = facts()
    broken.relations[index] = replace(broken.relations[index], **changes)
    return broken


def with_figure(**changes: Any) -> Facts:
    broken = facts()
    broken.figures[FIGURE] = replace(broken.figures[FIGURE], **changes)
    return broken


def test_right_facts_have_no_problem() -> None:
    assert check_facts(facts()) == []


def test_no_facts_have_no_problem() -> None:
    assert check_facts(Facts()) == []


@pytest.mark.parametrize("label", ["Town", "Place", "Document", "", "City`) DETACH DELETE (n"])
def test_a_class_must_be_declared_and_concrete(label: str) -> None:
    assert (Fault.CLASS, "entity 'Zone:青川高新区'") in errors(with_zone(label=label))


@pytest.mark.parametrize("name", ["", "  ", "青川\x00高新区", "青川\n高新区", "青川\ud800"])
def test_a_name_must_be_usable(name: str) -> None:
    assert errors(with_zone(name=name)) == [(Fault.TEXT, "entity 'Zone:青川高新区'")]


def test_space_around_a_name_is_doubtful() -> None:
    (only,) = warnings(with_zone(name="青川高新区 "))
    assert only.kind == Fault.TEXT


@pytest.mark.parametrize("changes", [{"aliases": ("",)}, {"aliases": ("a\x07",)}, {"documents": ("plan.txt", "")}])
def test_aliases_and_documents_must_be_usable(changes: dict[str, Any]) -> None:
    assert errors(with_zone(**changes)) == [(Fault.TEXT, "entity 'Zone:青川高新区'")]


@pytest.mark.parametrize(
    "properties",
    [
        {"colour": "red"},
        {"date": "2023"},
        {"id": "x"},
        {"level": "部级"},
        {"level": ""},
        {"established": "1999"},
        {"established": True},
        {"established": 1 << 63},
        {"latitude": math.nan},
        {"latitude": "41"},
        {"address": "a\x00"},
        {"address": 7},
    ],
)
def test_properties_must_be_declared_for_the_class_and_of_the_declared_kind(properties: dict[str, Any]) -> None:
    kinds = {kind for kind, _ in errors(with_zone(properties=properties))}
    assert kinds
    assert kinds <= {Fault.PROPERTY, Fault.TEXT}


def test_properties_that_are_declared_pass() -> None:
    assert check_facts(with_zone(properties={"level": "省级", "latitude": 41, "established": 2010})) == []


@pytest.mark.parametrize("date", ["2023年11月", "2023-13", ""])
def test_a_date_must_be_one(date: str) -> None:
    assert [k for k, _ in errors(Facts([entity("Policy", "规划", date=date)]))] == [Fault.PROPERTY]


def test_an_entity_that_nothing_states_does_not_exist() -> None:
    assert errors(Facts([Entity("City:青川市", "City", "青川市")])) == [(Fault.EVIDENCE, "entity 'City:青川市'")]
    (only,) = warnings(with_zone(documents=(), evidence=()))
    assert (only.kind, only.where) == (Fault.EVIDENCE, "entity 'Zone:青川高新区'")


def test_a_mention_in_a_document_that_is_not_listed_is_doubtful() -> None:
    (only,) = warnings(with_zone(evidence=(evidence(1, 6, document="other.txt"),)))
    assert "'other.txt'" in only.message


def test_a_relationship_must_be_declared() -> None:
    kinds = [kind for kind, _ in errors(with_tie(type="NEAR"))]
    assert kinds == [Fault.TYPE]
    assert Fault.TYPE in [kind for kind, _ in errors(with_tie(type="HAS_PASSAGE"))]


def test_the_classes_at_both_ends_must_be_permitted() -> None:
    broken = with_tie(source="University:云湖大学", type="BUILT_BY")
    (problem,) = [p for p in check_facts(broken) if p.severity is Severity.ERROR]
    assert problem.kind == Fault.PAIR
    assert "no BUILT_BY from University to City" in problem.message


def test_both_ends_must_be_there() -> None:
    assert [kind for kind, _ in errors(with_tie(target="City:无名市"))] == [Fault.DANGLING]


def test_a_thing_is_not_tied_to_itself() -> None:
    broken = with_tie(0, source="Region:云湖省", target="Region:云湖省")
    assert [kind for kind, _ in errors(broken)] == [Fault.PAIR]


def test_a_stated_tie_needs_evidence() -> None:
    assert [kind for kind, _ in errors(with_tie(evidence=()))] == [Fault.EVIDENCE]


def test_a_derived_tie_needs_sources_that_are_there() -> None:
    assert check_facts(with_tie(-1, evidence=())) == []
    assert [kind for kind, _ in errors(with_tie(-1, derived_from=()))] == [Fault.DERIVATION]
    assert [kind for kind, _ in errors(with_tie(-1, derived_from=("a|PART_OF|b",)))] == [Fault.DANGLING]
    assert [kind for kind, _ in errors(with_tie(-1, derived=False))] == [Fault.DERIVATION]


def test_a_tie_is_not_derived_from_itself() -> None:
    key = facts().relations[-1].key
    assert [kind for kind, _ in errors(with_tie(-1, derived_from=(key,)))] == [Fault.DANGLING]


@pytest.mark.parametrize("confidence", [-0.01, 1.01, math.nan, math.inf])
def test_confidence_lies_between_0_and_1(confidence: float) -> None:
    assert [kind for kind, _ in errors(with_tie(confidence=confidence))] == [Fault.CONFIDENCE]
    assert Fault.CONFIDENCE in [kind for kind, _ in errors(with_figure(confidence=confidence))]


@pytest.mark.parametrize("confidence", [0, 0.0, 1, 1.0])
def test_the_ends_of_the_range_of_confidence_are_in_it(confidence: float) -> None:
    assert check_facts(with_tie(confidence=confidence)) == []


@pytest.mark.parametrize(
    "changes",
    [{"start": -1}, {"start": 120, "end": 120}, {"start": 121, "end": 120}, {"paragraph": -1}, {"end": 1 << 63}],
)
def test_a_passage_must_be_possible(changes: dict[str, Any]) -> None:
    cited = replace(evidence(110, 118), **changes)
    assert [kind for kind, _ in errors(with_tie(evidence=(cited,)))] == [Fault.PASSAGE]


@pytest.mark.parametrize(
    "changes", [{"document": ""}, {"rule": ""}, {"section": "a\x00"}, {"quote": "云湖大学\x00\x00\x00\x00"}]
)
def test_the_text_of_evidence_must_be_usable(changes: dict[str, Any]) -> None:
    assert [kind for kind, _ in errors(with_tie(evidence=(evidence(110, 118, **changes),)))] == [Fault.TEXT]


def test_a_quotation_may_run_over_lines() -> None:
    assert check_facts(with_tie(evidence=(evidence(110, 118, quote="青川\n高新区\t\f"),))) == []


def test_a_quotation_of_another_length_is_doubtful() -> None:
    (only,) = warnings(with_tie(evidence=(evidence(110, 118, quote="青川"),)))
    assert only.kind == Fault.PASSAGE


def test_one_passage_has_one_text_and_place() -> None:
    twice = (evidence(110, 118), evidence(110, 118, section="二"))
    assert [kind for kind, _ in errors(with_tie(evidence=twice))] == [Fault.PASSAGE]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"entity": "City:无名市"}, Fault.DANGLING),
        ({"indicator": ""}, Fault.TEXT),
        ({"value": math.nan}, Fault.VALUE),
        ({"max": math.inf}, Fault.VALUE),
        ({"max": 3.0}, Fault.VALUE),
        ({"kind": "guess"}, Fault.VALUE),
        ({"bound": "about"}, Fault.VALUE),
        ({"evidence": ()}, Fault.EVIDENCE),
        ({"unit": "亿\x00元"}, Fault.TEXT),
    ],
)
def test_a_figure_must_be_whole(changes: dict[str, Any], kind: Fault) -> None:
    assert [k for k, _ in errors(with_figure(**changes))] == [kind]


@pytest.mark.parametrize("changes", [{"unit": ""}, {"year": 20222}])
def test_a_figure_may_be_doubtful(changes: dict[str, Any]) -> None:
    assert [p.kind for p in warnings(with_figure(**changes))] == [Fault.VALUE]


def test_ids_are_unique() -> None:
    doubled = facts()
    doubled.entities.append(replace(doubled.entities[ZONE], name="青川高新技术产业开发区"))
    doubled.relations.append(doubled.relations[TIE])
    doubled.figures.append(doubled.figures[FIGURE])
    assert [kind for kind, _ in errors(doubled)] == [Fault.DUPLICATE] * 3


def test_a_collaboration_is_recorded_once() -> None:
    doubled = facts()
    tie = doubled.relations[-1]
    doubled.relations.append(replace(tie, source=tie.target, target=tie.source))
    assert errors(doubled) == [(Fault.DUPLICATE, f"tie {tie.key!r}")]


def test_two_entities_of_one_name_are_doubtful() -> None:
    doubled = facts()
    doubled.entities.append(replace(doubled.entities[ZONE], id="Zone:青川高新区-2"))
    (only,) = warnings(doubled)
    assert (only.kind, only.where) == (Fault.DUPLICATE, "Zone '青川高新区'")


def test_a_place_that_is_part_of_itself_by_a_detour_is_doubtful() -> None:
    broken = facts()
    for source, target in (("云东区", "云湖省"), ("云湖省", "云东区")):
        if source == "云东区":
            broken.entities.append(entity("Region", source, 90))
        tie = replace(broken.relations[0], source=f"Region:{source}", target=f"Region:{target}")
        broken.relations.append(tie)
    (only,) = warnings(broken)
    assert only.kind == Fault.CYCLE
    assert "云东区" in only.message


def test_every_problem_names_where_and_what_to_do() -> None:
    broken = with_zone(label="Town", name="")
    for problem in check_facts(broken):
        assert "'Zone:青川高新区'" in problem.where or "Zone:青川高新区" in problem.where
        assert problem.message
