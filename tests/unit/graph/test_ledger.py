from __future__ import annotations

from dataclasses import replace

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.ledger import Ledger, Tally
from graph.slice import Slice, split


def proof(document: str, start: int, quote: str = "") -> Evidence:
    return Evidence(document, "节", 1, start, start + 2, quote, "made")


def city(name: str, *evidence: Evidence, aliases: tuple[str, ...] = ()) -> Entity:
    documents = tuple(sorted({e.document for e in evidence}))
    return Entity(f"City:{name}", "City", name, aliases, documents, evidence)


def partners(confidence: float, *evidence: Evidence, derived: bool = False, premises: tuple[str, ...] = ()) -> Relation:
    return Relation("City:甲", "COLLABORATES_WITH", "City:乙", confidence, evidence, derived, premises)


def test_slices_joined_again_are_the_facts() -> None:
    one, two = proof("a.md", 0), proof("b.md", 0)
    facts = Facts(
        [city("乙", one), city("甲", one, two)],
        [partners(0.5, one, two)],
        [Figure("City:甲", "产值", 1.0, "亿元", (two,))],
    )

    assert Ledger(split(facts).values()).facts() == facts


def test_alias_goes_to_the_document_that_quotes_it() -> None:
    entity = city("沈阳市", proof("a.md", 0, "沈阳市与"), proof("b.md", 0, "沈城的"), aliases=("沈城", "盛京"))

    parts = split(Facts([entity]))

    assert parts["a.md"].entities[entity.id].aliases == ("盛京",)
    assert parts["b.md"].entities[entity.id].aliases == ("沈城", "盛京")


def test_alias_without_quotations_is_said_by_all() -> None:
    entity = city("沈阳市", proof("a.md", 0), proof("b.md", 0), aliases=("沈城",))

    assert [part.entities[entity.id].aliases for part in split(Facts([entity])).values()] == [("沈城",), ("沈城",)]


def test_fullest_name_wins_and_the_other_becomes_an_alias() -> None:
    short = replace(city("高新区", proof("a.md", 0)), id="Zone:x", label="Zone")
    full = replace(city("泽阳高新区", proof("b.md", 0)), id="Zone:x", label="Zone")

    (joined,) = Ledger([*split(Facts([short])).values(), *split(Facts([full])).values()]).facts().entities

    assert (joined.name, joined.aliases) == ("泽阳高新区", ("高新区",))


def test_stated_by_one_document_is_not_derived() -> None:
    ends = [city("甲", proof("a.md", 0)), city("乙", proof("a.md", 0))]
    others = [city("甲", proof("b.md", 0)), city("乙", proof("b.md", 0))]
    derived = Facts(ends, [partners(0.4, proof("a.md", 2), derived=True)])
    stated = Facts(others, [partners(0.9, proof("b.md", 2))])

    (joined,) = Ledger([*split(derived).values(), *split(stated).values()]).facts().relations

    assert (joined.derived, joined.confidence) == (False, 0.9)


def test_tie_derived_from_a_hidden_tie_is_hidden_too() -> None:
    ends = [city(name, proof("a.md", 0)) for name in "甲乙丙"]
    first = partners(0.5, proof("a.md", 2), derived=True, premises=("gone|PART_OF|gone",))
    second = Relation("City:乙", "COLLABORATES_WITH", "City:丙", 0.5, (proof("a.md", 2),), True, (first.key,))

    ledger = Ledger(split(Facts(ends, [first, second])).values())

    assert ledger.hidden() == {first.key, second.key}
    assert ledger.facts().relations == []


def test_plan_leaves_the_ledger_as_it_is() -> None:
    ledger = Ledger(split(Facts([city("甲", proof("a.md", 0))])).values())
    before = ledger.facts()

    change = ledger.plan("a.md", None)

    assert (change.outcome, list(change.entities.deleted)) == ("removed", ["City:甲"])
    assert ledger.facts() == before


def test_plan_names_what_is_new_what_changes_and_what_goes() -> None:
    old = Facts([city("甲", proof("a.md", 0)), city("乙", proof("a.md", 2))])
    new = Facts([city("甲", proof("a.md", 0), aliases=("别",)), city("丙", proof("a.md", 4))])
    ledger = Ledger(split(old).values())

    change = ledger.plan("a.md", split(new)["a.md"])

    assert change.outcome == "replaced"
    assert [list(part) for part in (change.entities.created, change.entities.updated, change.entities.deleted)] == [
        ["City:丙"], ["City:甲"], ["City:乙"],
    ]  # fmt: skip
    assert (list(change.passages.created), list(change.passages.deleted)) == (["a.md#4-6"], ["a.md#2-4"])
    assert change.mentions_created == {("City:丙", "a.md#4-6", "made")}
    assert change.mentions_deleted == {("City:乙", "a.md#2-4", "made")}


def test_packed_slice_is_read_back_equal() -> None:
    facts = Facts(
        [replace(city("甲", proof("a.md", 0, "引\n文")), properties={"code": "1"}), city("乙", proof("a.md", 0))],
        [partners(0.5, proof("a.md", 2), derived=True, premises=("x",))],
        [Figure("City:甲", "产值", 1.0, "", (proof("a.md", 4),), 2.0, 2027, "target", "max", 0.3)],
    )
    (part,) = split(facts).values()

    again = Slice.unpack("a.md", part.pack())

    assert again == part
    assert again.content_hash == part.content_hash


def test_content_hash_knows_no_order_but_all_that_is_said() -> None:
    facts = Facts([city("甲", proof("a.md", 2), proof("a.md", 0), aliases=("x", "y"))])
    turned = Facts([city("甲", proof("a.md", 0), proof("a.md", 2), aliases=("y", "x"))])
    other = Facts([city("甲", proof("a.md", 0, "引"), proof("a.md", 2), aliases=("y", "x"))])

    hashes = [split(f)["a.md"].content_hash for f in (facts, turned, other)]

    assert hashes[0] == hashes[1] != hashes[2]


def test_tally_does_not_depend_on_the_order_and_can_be_undone() -> None:
    both = Tally().plus(["a", "b"])

    assert both == Tally().plus(["b"]).plus(["a"])
    assert both.minus(["a"]) == Tally().plus(["b"])
    assert both.minus(["a", "b"]) == Tally()
    assert both.checksum != Tally().plus(["a", "c"]).checksum


def test_tally_of_changes_is_the_tally_of_the_whole() -> None:
    ledger = Ledger(split(Facts([city("甲", proof("a.md", 0)), city("乙", proof("b.md", 0))])).values())

    assert ledger.tally().count == 2 + 2 + 2 + 2
