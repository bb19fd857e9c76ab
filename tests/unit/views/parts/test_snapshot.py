from __future__ import annotations

from graph.facts import Entity, Facts, Relation
from tests.unit.views.invented import PLAN, REPORT, facts, stated
from views.parts.snapshot import build


def test_ties_are_indexed_from_both_ends_and_parallel_ties_are_kept() -> None:
    a, b = Entity("City:甲", "City", "甲"), Entity("City:乙", "City", "乙")
    ties = [Relation(a.id, kind, b.id, 0.9, (stated(PLAN, 1, "x"),)) for kind in ("COLLABORATES_WITH", "PART_OF")]

    found = build(Facts([a, b], ties))

    assert found.degree(a.id) == found.degree(b.id) == 2
    assert {tie.type for tie in found.ties_of(b.id)} == {"COLLABORATES_WITH", "PART_OF"}
    assert found.other(ties[0].key, b.id) == a.id


def test_a_tie_to_nobody_is_not_indexed() -> None:
    a = Entity("City:甲", "City", "甲")

    found = build(Facts([a], [Relation(a.id, "PART_OF", "Region:无", 0.9, ())]))

    assert not found.ties
    assert found.degree(a.id) == 0


def test_a_derived_tie_without_passages_has_the_documents_it_was_drawn_from() -> None:
    ends = [Entity(f"City:{n}", "City", n) for n in "甲乙丙"]
    one = Relation("City:甲", "PART_OF", "City:乙", 0.9, (stated(PLAN, 1, "x"),))
    two = Relation("City:乙", "PART_OF", "City:丙", 0.9, (stated(REPORT, 2, "y"),))
    drawn = Relation("City:甲", "PART_OF", "City:丙", 0.8, (), True, (one.key, two.key, "City:甲|PART_OF|City:丙"))

    found = build(Facts(ends, [one, two, drawn]))

    assert found.tie_documents[drawn.key] == {PLAN, REPORT}


def test_counts_of_the_invented_region() -> None:
    found = build(facts())

    assert found.classes()["City"] == 3
    assert found.tie_types()["PART_OF"] == 3
    assert len(found.all_figures()) == 6
    assert found.documents == (REPORT, PLAN)


def test_a_document_has_the_name_of_the_policy_that_it_is() -> None:
    policy = Entity("Policy:规划", "Policy", "岚川省规划", properties={"source_document": PLAN})

    assert build(Facts([policy])).titles == {PLAN: "岚川省规划"}
