from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.views.invented import PLAN, REPORT, crowded, facts
from views.parts.neighbourhood import Filters, cut
from views.parts.snapshot import Snapshot, build

CENTRE = "City:岚州市"


@pytest.fixture(scope="module")
def region() -> Snapshot:
    return build(facts())


def test_one_step_holds_the_neighbours_and_the_ties_among_them(region: Snapshot) -> None:
    part = cut(region, "City:溪口市", 1, Filters())

    assert set(part.depth) == {"City:溪口市", CENTRE, "Region:岚东都市圈", "Zone:溪口经开区"}
    assert "City:岚州市|PART_OF|Region:岚东都市圈" in part.ties
    assert part.left_out == 0


def test_two_steps_know_through_whom_each_was_reached(region: Snapshot) -> None:
    part = cut(region, "City:溪口市", 2, Filters())

    assert part.depth["Industry:智能装备"] == 2
    assert part.parent["Industry:智能装备"] == "Zone:溪口经开区"


@pytest.mark.parametrize(
    ("filters", "gone", "kept"),
    [
        (Filters(classes=("Zone",)), "University:岚川大学", "Zone:岚州高新区"),
        (Filters(ties=("PART_OF",)), "Zone:岚州高新区", "Region:岚东都市圈"),
        (Filters(confidence=0.9), "University:岚川大学", "Zone:岚州高新区"),
        (Filters(origin="stated"), "Lab:深空材料重点实验室", "Zone:岚州高新区"),
        (Filters(origin="derived"), "Zone:岚州高新区", "Lab:深空材料重点实验室"),
        (Filters(documents=(PLAN,)), "Industry:航天材料", "Zone:岚州高新区"),
    ],
)
def test_filters_hold_back(region: Snapshot, filters: Filters, gone: str, kept: str) -> None:
    part = cut(region, CENTRE, 1, filters)

    assert gone not in part.depth
    assert kept in part.depth
    assert filters.active() == 1


def test_a_document_that_states_no_tie_leaves_the_centre_alone(region: Snapshot) -> None:
    assert set(cut(region, CENTRE, 3, Filters(documents=(REPORT,))).depth) == {CENTRE}


def test_an_expanded_entity_adds_its_neighbours(region: Snapshot) -> None:
    part = cut(region, CENTRE, 1, Filters(), expanded=["Zone:岚州高新区", "Zone:无"])

    assert part.parent["Industry:航天材料"] == "Zone:岚州高新区"


def test_what_the_cap_leaves_out_is_counted() -> None:
    part = cut(build(crowded(90)), CENTRE, 2, Filters(), cap=40)

    whole = cut(build(crowded(90)), CENTRE, 2, Filters(), cap=10_000)
    assert len(part.depth) == 40
    assert part.left_out > 0
    assert whole.left_out == 0
    assert part.depth.keys() <= whole.depth.keys()


def test_who_is_hidden_leads_no_further_and_who_is_pinned_stays(region: Snapshot) -> None:
    zone, industry = "Zone:岚州高新区", "Industry:航天材料"
    hidden = cut(region, CENTRE, 2, Filters(), hidden=[zone])
    pinned = cut(region, CENTRE, 1, Filters(classes=("Zone",)), cap=3, pinned=[industry, "Zone:无"])

    assert zone not in hidden.depth
    assert industry not in hidden.depth
    assert pinned.parent[industry] == zone
    assert pinned.pinned == {industry}
    assert CENTRE in cut(region, CENTRE, 1, Filters(), hidden=[CENTRE]).depth


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2021-03", "", True), ("2021-04", "", False), ("", "2021-03-01", False), ("", "2021-03-09", True),
        ("", "2021-03", True), ("2021", "2021", True), ("2022", "", False),
    ],
)  # fmt: skip
def test_only_documents_of_the_time_count(region: Snapshot, since: str, until: str, found: bool) -> None:
    dated = replace(region, dates={PLAN: "2021-03-09"})

    part = cut(dated, CENTRE, 1, Filters(since=since, until=until))

    assert (len(part.depth) > 1) is found


def test_a_document_of_a_month_is_in_time_if_any_day_is(region: Snapshot) -> None:
    dated = replace(region, dates={PLAN: "2021-03"})

    assert len(cut(dated, CENTRE, 1, Filters(since="2021-03-09", until="2021-03-20")).depth) > 1
    assert len(cut(dated, CENTRE, 1, Filters(since="2021-04-01")).depth) == 1
    assert len(cut(region, CENTRE, 1, Filters(since="2000")).depth) == 1
