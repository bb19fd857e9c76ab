"""What 该市, 园区, 联盟 mean, and whose plan a sentence reports."""

from __future__ import annotations

from loaders.anaphora import anaphora, reported, spoken_of
from loaders.heads import Subject
from loaders.mention import Mention
from tests.unit.loaders.marked import unmark


def _governed(text: str, place: str, body: str, label: str) -> list[Mention]:
    at = text.index(body)
    return [
        Mention(at, at + len(body), "GovernmentBody", body, body, "test"),
        Mention(at, at + len(place), label, place, place, "test", nested=True),
    ]


def test_a_place_is_spoken_of_through_its_authority_but_not_inside_a_name() -> None:
    authority = _governed("甲市科技局", "甲市", "甲市科技局", "City")
    institute = [
        Mention(6, 13, "ResearchInstitute", "乙州光学研究所", "乙州光学研究所", "test"),
        Mention(6, 8, "City", "乙州市", "乙州", "test", nested=True),
    ]

    assert [s.name for s in spoken_of([*authority, *institute])] == ["甲市", "乙州光学研究所"]


def test_this_city_is_the_one_named_before_in_the_sentence() -> None:
    text = "甲市科技局局长介绍，该市将新增平台3个"
    inside = _governed(text, "甲市", "甲市科技局", "City")

    found = anaphora(text, 0, text.index("3"), inside, [Subject("City", "丙市")], [])

    assert found is not None
    assert found.name == "甲市"


def test_this_county_level_city_is_a_district() -> None:
    text, inside = unmark("[D:戊山市]负责人说，该市产值达9亿元")

    found = anaphora(text, 0, text.index("9"), inside, [Subject("City", "丙市")], [])

    assert found == Subject("District", "戊山市", ("戊山市", "戊山市"))


def test_a_word_that_ends_a_name_means_that_thing() -> None:
    text = "示范区企业达到9家"
    zones = [Subject("Zone", "东片区"), Subject("Zone", "甲乙国家自主创新示范区")]

    found = anaphora(text, 0, text.index("9"), [], [], zones)

    assert found == zones[1]


def test_without_a_thing_of_its_kind_nothing_is_meant() -> None:
    assert anaphora("联盟现有单位7家", 0, 6, [], [Subject("City", "丙市")], []) is None


def test_a_reported_plan_is_about_the_place_of_who_issues_it() -> None:
    text, policies = unmark("甲新区管委会发布[P:《甲新区光电行动方案》]，提出到2027年产值达到9亿元")
    inside = [*_governed(text, "甲新区", "甲新区管委会", "Zone"), *policies]

    found = reported(text, 0, text.index("9亿"), inside, [])

    assert found is not None
    assert (found.label, found.name) == ("Zone", "甲新区")


def test_a_number_apart_from_the_plan_is_not_of_it() -> None:
    text, policies = unmark("甲新区管委会发布[P:《甲新区光电行动方案》]。当天签约9家")
    inside = [*_governed(text, "甲新区", "甲新区管委会", "Zone"), *policies]

    assert reported(text, 0, text.index("9家"), inside, []) is None
