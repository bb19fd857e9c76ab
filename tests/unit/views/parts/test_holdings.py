from __future__ import annotations

from tests.unit.views.invented import facts
from views.parts.holdings import Holding, between, by_class, held, passages, shared
from views.parts.snapshot import Snapshot, build

CITY, OTHER, ZONE = "City:岚州市", "City:溪口市", "Zone:岚州高新区"
PLACES = frozenset({"City", "Zone"})


def snapshot() -> Snapshot:
    return build(facts())


def test_what_stands_in_a_zone_of_a_city_stands_in_the_city_by_way_of_it() -> None:
    found = {holding.entity: holding for holding in held(snapshot(), CITY, PLACES)}

    assert found["University:岚川大学"] == Holding(
        "University:岚川大学", ("University:岚川大学|LOCATED_IN|City:岚州市",)
    )
    assert found["Company:岚州重工集团"] == Holding(
        "Company:岚州重工集团",
        ("Zone:岚州高新区|LOCATED_IN|City:岚州市", "Company:岚州重工集团|LOCATED_IN|Zone:岚州高新区"),
        ZONE,
    )
    assert found["Industry:航天材料"].via == ZONE
    assert "City:溪口市" not in found


def test_a_direct_way_comes_before_a_longer_one() -> None:
    found = {holding.entity: holding for holding in held(snapshot(), CITY, PLACES)}

    assert found["Lab:深空材料重点实验室"].ties == ("Lab:深空材料重点实验室|LOCATED_IN|City:岚州市",)


def test_only_places_are_looked_into() -> None:
    assert "Company:岚州重工集团" not in {h.entity for h in held(snapshot(), CITY, frozenset({"City"}))}


def test_places_that_contain_each_other_do_not_go_round_for_ever() -> None:
    found = facts()
    tie = next(r for r in found.relations if r.key == "Zone:岚州高新区|LOCATED_IN|City:岚州市")
    found.relations.append(type(tie)(CITY, "PART_OF", ZONE, 0.5, tie.evidence))

    assert CITY not in {h.entity for h in held(build(found), CITY, PLACES)}


def test_groups_list_the_direct_first() -> None:
    known = snapshot()
    groups = by_class(known, held(known, CITY, PLACES))

    assert [h.via for h in groups["Company"]] == ["", "", ZONE]
    assert [h.entity for h in groups["Zone"]] == [ZONE]


def test_passages_are_counted_once() -> None:
    known = snapshot()
    keys = [tie.key for tie in known.ties_of("Region:岚东都市圈")]

    assert len(keys) == 2
    assert passages(known, keys) == 2
    assert passages(known, keys * 2) == 2


def test_shared_partners_and_ties_among_the_chosen() -> None:
    known = snapshot()

    (partner,) = shared(known, [CITY, OTHER])

    assert partner.entity == "Region:岚东都市圈"
    assert partner.ties[OTHER] == ("City:溪口市|PART_OF|Region:岚东都市圈",)
    assert between(known, [CITY, OTHER]) == ["City:岚州市|COLLABORATES_WITH|City:溪口市"]
    assert shared(known, [CITY]) == []
