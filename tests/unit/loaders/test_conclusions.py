from __future__ import annotations

from graph.facts import Evidence, Relation
from loaders.conclusions import based, most_specific, with_conclusions


def tie(
    source: str, type_: str, target: str, rule: str = "told", document: str = "甲.txt", derived: bool = False
) -> Relation:
    proof = Evidence(document, "", 1, 0, 2, "原文", rule)
    return Relation(source, type_, target, 0.9, (proof,), derived)


def drawn(*relations: Relation) -> dict[str, Relation]:
    return {r.key: r for r in with_conclusions(list(relations)) if r.derived}


def test_a_unit_stands_where_what_houses_it_stands() -> None:
    part, place = tie("Lab:乙中心", "PART_OF", "Lab:甲实验室"), tie("Lab:甲实验室", "LOCATED_IN", "Zone:丙科学城")
    found = drawn(part, place)["Lab:乙中心|LOCATED_IN|Zone:丙科学城"]
    assert found.derived_from == tuple(sorted((part.key, place.key)))
    assert found.evidence == part.evidence


def test_an_owner_in_the_name_alone_houses_nothing() -> None:
    part = tie("Lab:甲实验室乙中心", "PART_OF", "Lab:甲实验室", "owner in the name")
    assert not drawn(part, tie("Lab:甲实验室", "LOCATED_IN", "City:丙市"))


def test_two_documents_together_draw_nothing() -> None:
    part = tie("Lab:乙中心", "PART_OF", "Lab:甲实验室", document="乙.txt")
    assert not drawn(part, tie("Lab:甲实验室", "LOCATED_IN", "City:丙市"))


def test_a_stated_place_is_kept() -> None:
    built, place = tie("Lab:甲中心", "BUILT_BY", "Zone:乙高新区"), tie("Lab:甲中心", "LOCATED_IN", "City:丙市")
    assert not drawn(built, place)


def test_what_a_zone_or_its_committee_builds_stands_there() -> None:
    built = tie("Lab:甲中心", "BUILT_BY", "Zone:乙高新区")
    other = tie("Lab:丁中心", "BUILT_BY", "GovernmentBody:乙高新区管理委员会")
    assert set(drawn(built, other)) == {
        "Lab:甲中心|LOCATED_IN|Zone:乙高新区",
        "Lab:丁中心|LOCATED_IN|Zone:乙高新区",
    }


def test_a_fund_stands_nowhere_and_joint_builders_tell_no_place() -> None:
    fund = tie("Fund:甲基金", "BUILT_BY", "Zone:乙高新区")
    joint = [tie("Zone:甲园", "BUILT_BY", "City:乙市"), tie("Zone:甲园", "BUILT_BY", "City:丙市")]
    assert not drawn(fund, *joint)


def test_what_a_city_or_its_government_issues_is_for_it() -> None:
    programme = tie("Programme:甲计划", "ISSUED_BY", "City:乙市")
    paper = tie("Policy:丙意见", "ISSUED_BY", "GovernmentBody:乙市人民政府")
    assert set(drawn(programme, paper)) == {
        "Programme:甲计划|APPLIES_TO|City:乙市",
        "Policy:丙意见|APPLIES_TO|City:乙市",
    }


def test_collaboration_without_the_building_is_a_plain_tie() -> None:
    pair = tie("City:甲市", "COLLABORATES_WITH", "City:乙市", derived=True)
    assert [r.derived for r in based({pair.key: pair})] == [False]


def test_a_place_in_a_name_yields_to_a_more_specific_one() -> None:
    name, told = tie("Lab:甲", "LOCATED_IN", "City:乙市", "place in the name"), tie("Lab:甲", "LOCATED_IN", "Zone:丙园")
    assert most_specific([name, told]) == [told]


def test_a_city_around_the_district_told_as_well_is_dropped() -> None:
    around = tie("District:乙区", "PART_OF", "City:甲市")
    both = [tie("Lab:丙中心", "LOCATED_IN", "City:甲市"), tie("Lab:丙中心", "LOCATED_IN", "District:乙区")]
    apart = tie("Lab:丙中心", "LOCATED_IN", "City:丁市")
    assert {r.target for r in most_specific([around, *both, apart]) if r.type == "LOCATED_IN"} == {
        "District:乙区",
        "City:丁市",
    }
