from __future__ import annotations

import pytest

from graph.facts import Entity
from views.parts.lookup import find, fits, forms, initials, only

ENTITIES = [
    Entity("City:沈阳市", "City", "沈阳市", ("沈阳",)),
    Entity("Zone:沈阳高新区", "Zone", "沈阳高新区"),
    Entity("Company:鑫海重工", "Company", "鑫海重工"),
    Entity("University:东北大学", "University", "东北大学", ("东大",)),
]
CAPTIONS = {
    entity.id: (entity.label.lower(), {"Company": "企业", "City": "城市"}.get(entity.label, "")) for entity in ENTITIES
}


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("沈阳市", "sys"),
        ("鑫海3号", "xh3h"),
        ("岫岩", "xy"),
        ("IBM中国", "ibmzg"),
        ("カ甲、", "?j"),
        ("重庆长春", "cqcc"),
    ],
)
def test_initials(text: str, letters: str) -> None:
    assert initials(text) == letters


def test_an_unknown_character_fits_any_letter() -> None:
    assert fits("qj", "?jd")
    assert not fits("qk", "?jd")
    assert not fits("qjdx", "?jd")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("沈阳", ["City:沈阳市", "Zone:沈阳高新区"]),
        ("东大", ["University:东北大学"]),
        ("sygx", ["Zone:沈阳高新区"]),
        ("XHZG", ["Company:鑫海重工"]),
        ("City:沈阳市", ["City:沈阳市"]),
        ("企业", ["Company:鑫海重工"]),
        ("company", ["Company:鑫海重工"]),
        ("北 大学", ["University:东北大学"]),
        ("没有", []),
        ("  ", []),
    ],
)
def test_find(typed: str, expected: list[str]) -> None:
    assert [hit.entity for hit in find(typed, forms(ENTITIES), CAPTIONS)] == expected


def test_an_exact_alias_comes_before_the_beginning_of_a_name_and_says_what_fitted() -> None:
    hits = find("沈阳", forms(ENTITIES), CAPTIONS)

    assert [(hit.form, hit.rank) for hit in hits] == [("沈阳", 0), ("沈阳高新区", 1)]


def test_the_limit_holds() -> None:
    assert len(find("沈阳", forms(ENTITIES), CAPTIONS, limit=1)) == 1


def test_all_initials_of_one_entity_mean_it_though_others_begin_alike() -> None:
    known = forms([Entity("Zone:甲高新区", "Zone", "甲高新区"), Entity("Zone:甲高新区北园", "Zone", "甲高新区北园")])

    assert only(find("jgxq", known, {})) == "Zone:甲高新区"
    assert not only(find("jgx", known, {}))
    assert not only([])
