from __future__ import annotations

from dataclasses import replace

from graph.consistency import report
from graph.facts import Facts, Severity
from tests.unit.queries.invented_region import region_facts


def test_sound_facts_have_no_errors() -> None:
    assert [p for p in report(region_facts()) if p.severity is Severity.ERROR] == []


def test_both_checks_speak_and_the_gravest_come_first() -> None:
    facts = region_facts()
    facts.entities = [e for e in facts.entities if e.id != "Country:德国"]
    facts.figures[0] = replace(facts.figures[0], unit="")

    found = report(facts)

    errors = [p for p in found if p.severity is Severity.ERROR]
    assert found[: len(errors)] == errors
    assert {"dangling reference", "shape"} <= {p.kind for p in errors}
    assert any(p.severity is Severity.WARNING and "no unit" in p.message for p in found)


def test_facts_beyond_the_ontology_are_reported_not_raised() -> None:
    facts = region_facts()
    facts.entities[0] = replace(facts.entities[0], label="Nation")

    found = report(facts)

    assert any(p.kind == "undeclared class" for p in found)
    assert any("SHACL cannot be applied" in p.message and "Nation" in p.message for p in found)


def test_no_facts_have_no_problems() -> None:
    assert report(Facts()) == []
