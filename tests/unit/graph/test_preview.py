from __future__ import annotations

from dataclasses import replace

from graph.facts import Facts
from graph.preview import FactChange, preview
from graph.slice import split
from tests.contract.made_facts import CITY, IN_CITY, LAB, NEWS, PLAN, UNIVERSITY, ZONE, news, plan


def steps(*parts: Facts) -> list[tuple[str, object]]:
    return [step for facts in parts for step in sorted(split(facts).items())]


def held(*parts: Facts) -> list[object]:
    return [part for facts in parts for part in split(facts).values()]


def test_first_document_is_all_new() -> None:
    (found,) = preview((), steps(plan()))  # type: ignore[arg-type]

    assert (found.document, found.outcome) == (PLAN, "new")
    assert {c.change for c in found.changes} == {"new"}
    assert FactChange("entity", "new", ZONE, "泽阳高新区") in found.changes
    assert [c.detail for c in found.changes if c.kind == "figure"] == ["51.5 亿元"]
    assert len(found.changes) == len(plan().entities) + len(plan().relations) + len(plan().figures)


def test_second_document_adds_and_changes_what_both_say() -> None:
    first, second = preview((), steps(plan(), news()))  # type: ignore[arg-type]

    assert (first.document, second.document) == (PLAN, NEWS)
    changed = {c.fact: c.detail for c in second.changes if c.change == "changed"}
    assert changed[IN_CITY] == "confidence 0.8 → 0.95; passages 1 → 2"
    assert changed[ZONE].startswith("aliases 高新区 → 泽阳高新技术产业开发区, 高新区; documents ")
    assert FactChange("entity", "new", UNIVERSITY, "泽阳大学") in second.changes


def test_same_version_changes_nothing_and_a_removed_one_takes_what_it_alone_said() -> None:
    same, removed = preview(held(plan(), news()), [*steps(plan()), (PLAN, None)])  # type: ignore[arg-type,list-item]

    assert (same.outcome, same.changes) == ("unchanged", ())
    assert removed.outcome == "removed"
    assert [c.fact for c in removed.changes if c.kind == "entity" and c.change == "gone"] == [LAB]
    assert {c.fact for c in removed.changes if c.kind == "entity" and c.change == "changed"} == {CITY, ZONE}


def test_passages_that_moved_are_told() -> None:
    newer = plan()
    newer.relations = [
        replace(r, evidence=tuple(replace(e, start=e.start + 500, end=e.end + 500) for e in r.evidence))
        if r.key == IN_CITY
        else r
        for r in newer.relations
    ]

    (found,) = preview(held(plan()), steps(newer))  # type: ignore[arg-type]

    assert (found.outcome, found.changes) == ("replaced", (FactChange("relation", "changed", IN_CITY, "passages"),))
