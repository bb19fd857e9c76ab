from __future__ import annotations

from dataclasses import replace

import pytest

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.lookup import find, quoted
from graph.store import Profile, Tie

CITY = Entity("City:甲市", "City", "甲市", ("甲", "大甲"))
ZONE = Entity("Zone:甲区", "Zone", "甲区", ("甲",))
PARK = Entity("Zone:大甲", "Zone", "大甲", ())
BARE = Evidence("plan.txt", "", 1, 0, 4, "", "list")


class Finding:
    """A store that finds the same entities whatever is asked."""

    def __init__(self, *found: Entity) -> None:
        self.found = found

    def search(self, _text: str, *, limit: int = 20) -> list[Entity]:
        return list(self.found)[:limit]

    def profile(self, entity_id: str) -> Profile | None:
        return next((Profile(entity) for entity in self.found if entity.id == entity_id), None)


@pytest.mark.parametrize(
    ("found", "text", "expected"),
    [
        ((CITY, ZONE), "Zone:甲区", [ZONE]),
        ((CITY, ZONE), " 甲市 ", [CITY]),
        ((CITY, ZONE), "甲", [CITY, ZONE]),
        ((CITY,), "甲", [CITY]),
        ((CITY, PARK), "大甲", [PARK]),
        ((CITY,), "甲市高", [CITY]),
        ((CITY, ZONE), "甲xx", [CITY, ZONE]),
        ((), "甲", []),
        ((CITY,), "  ", []),
    ],
)
def test_find(found: tuple[Entity, ...], text: str, expected: list[Entity]) -> None:
    assert find(Finding(*found), text) == expected  # type: ignore[arg-type]


def test_two_of_the_same_name_are_both_shown() -> None:
    twin = replace(CITY, id="Region:甲市", label="Region")

    assert find(Finding(CITY, twin), "甲市") == [CITY, twin]  # type: ignore[arg-type]


def test_quotations_reach_every_part_of_a_profile() -> None:
    tie = Tie(Relation(ZONE.id, "LOCATED_IN", CITY.id, 0.9, (BARE,)), CITY, True)
    figure = Figure(ZONE.id, "收入", 1.0, "元", (BARE,))

    def fill(facts: Facts) -> Facts:
        says = (replace(BARE, quote="甲区在甲市"),)
        return Facts(
            [replace(e, evidence=says) for e in facts.entities],
            [replace(r, evidence=says) for r in facts.relations],
            [replace(f, evidence=says) for f in facts.figures],
        )

    told = quoted(Profile(replace(ZONE, evidence=(BARE,)), [tie], [figure]), fill)

    assert told.entity.evidence[0].quote == "甲区在甲市"
    assert told.ties[0].relation.evidence[0].quote == "甲区在甲市"
    assert told.ties[0].other == CITY
    assert told.figures[0].evidence[0].quote == "甲区在甲市"
