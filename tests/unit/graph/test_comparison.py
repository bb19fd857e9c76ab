"""What a load would do is told before, and is what it then does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.comparison import Effect, compare, key
from graph.embedded import EmbeddedStore
from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.store import Store


def proof(document: str, at: int = 0) -> tuple[Evidence, ...]:
    return (Evidence(document, "一", 1, at, at + 5, "甲在乙市。", "rule"),)


def entity(id_: str, document: str, *aliases: str) -> Entity:
    label, _, name = id_.partition(":")
    return Entity(id_, label, name, aliases, (document,), proof(document))


OLD = Facts(
    [entity("City:乙市", "a.md"), entity("City:丁市", "a.md"), entity("Lab:甲实验室", "a.md")],
    [Relation("Lab:甲实验室", "LOCATED_IN", "City:乙市", 0.6, proof("a.md"))],
    [Figure("City:乙市", "高新技术企业数", 12, "家", proof("a.md"), year=2023)],
).sorted()
NEW = Facts(
    [entity("City:乙市", "b.md"), entity("City:丁市", "b.md"), entity("Lab:甲实验室", "b.md", "甲室")],
    [
        Relation("Lab:甲实验室", "LOCATED_IN", "City:乙市", 0.9, proof("b.md")),
        Relation("Lab:甲实验室", "LOCATED_IN", "City:丁市", 0.9, proof("b.md")),
    ],
    [
        Figure("City:乙市", "高新技术企业数量", 13, "家", proof("b.md"), year=2023),
        Figure("City:乙市", "高新技术企业数", 14, "家", proof("b.md"), year=2024),
    ],
).sorted()


def effects(held: Facts, *parts: Facts) -> dict[str, Effect]:
    return {key(item.fact): item.effect for item in compare(held, parts).items}


def test_new_changed_confirmed_and_untouched() -> None:
    found = effects(OLD, NEW)

    assert found["Lab:甲实验室|LOCATED_IN|City:丁市"] is Effect.NEW
    assert found["Lab:甲实验室|LOCATED_IN|City:乙市"] is Effect.CHANGED
    assert found["Lab:甲实验室"] is Effect.CHANGED
    assert found["City:乙市"] is Effect.CONFIRMED
    assert OLD.figures[0].key not in found


def test_changes_say_what_was_and_what_will_be() -> None:
    items = {key(i.fact): i for i in compare(OLD, [NEW]).items}

    assert items["Lab:甲实验室|LOCATED_IN|City:乙市"].changes == (("confidence", "0.6", "0.9"),)
    assert items["Lab:甲实验室"].changes == (("aliases", "", "甲室"),)


def test_contradictions_of_values_and_places_are_named_on_both_sides_documents() -> None:
    against = {key(i.fact): {key(o) for o in i.against} for i in compare(OLD, [NEW]).contradictions()}

    figure = next(f for f in NEW.figures if f.value == 13)
    assert against[replace(figure, value=13.0).key] == {replace(OLD.figures[0], value=12.0).key}
    assert against["Lab:甲实验室|LOCATED_IN|City:丁市"] == {"Lab:甲实验室|LOCATED_IN|City:乙市"}


def test_a_place_within_the_other_is_no_contradiction() -> None:
    inner = Facts([*NEW.entities], [*NEW.relations, Relation("City:丁市", "PART_OF", "City:乙市", 0.9, proof("b.md"))])

    assert not [i for i in compare(OLD, [inner]).contradictions() if isinstance(i.fact, Relation)]


def test_one_name_of_two_classes_contradicts() -> None:
    other = Facts([entity("Company:甲实验室", "b.md")])

    assert [key(i.fact) for i in compare(OLD, [other]).contradictions()] == ["Company:甲实验室"]


def test_a_new_version_tells_what_goes() -> None:
    newer = Facts([e for e in OLD.entities if e.id != "City:丁市"], OLD.relations, [])

    found = compare(OLD, [newer])

    assert found.documents == {"a.md": "replaced"}
    assert {key(i.fact) for i in found.items if i.effect is Effect.GONE} == {
        "City:丁市", replace(OLD.figures[0], value=12.0).key,
    }  # fmt: skip


def test_the_same_again_changes_nothing() -> None:
    found = compare(OLD, [OLD])

    assert found.documents == {"a.md": "unchanged"}
    assert found.items == []


def test_it_agrees_with_the_dry_run_of_a_load(embedded_store: EmbeddedStore) -> None:
    embedded_store.load(OLD)
    newer = Facts([e for e in OLD.entities if e.id != "City:丁市"], OLD.relations, [])

    for part in (NEW, newer, OLD):
        told = compare(embedded_store.slices(), [part])
        dry = {(change.fact, change.change) for seen in embedded_store.preview([part]) for change in seen.changes}
        words = {Effect.NEW: "new", Effect.GONE: "gone", Effect.CHANGED: "changed", Effect.CONFIRMED: "changed"}
        assert {(key(item.fact), words[item.effect]) for item in told.items} == dry


@pytest.mark.parametrize("held", [OLD, Facts()])
def test_a_load_does_what_was_told(embedded_store: Store, held: Facts) -> None:
    if held.entities:
        embedded_store.load(held)
    told = compare(embedded_store.facts(), [NEW])

    embedded_store.load(NEW)

    assert embedded_store.facts() == told.after
