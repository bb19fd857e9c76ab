from __future__ import annotations

from dataclasses import replace

from graph.facts import Figure
from tests.unit.views.invented import PLAN, REPORT, facts, stated
from views.parts.indicator import Comparison, comparisons, conflicts, indicators, latest


def figure(value: float, **given: object) -> Figure:
    document = str(given.pop("document", PLAN))
    return Figure("City:甲", "研发投入强度", value, "%", (stated(document, int(value * 10), "x"),), **given)  # type: ignore[arg-type]


def test_the_conflict_of_the_invented_region_names_both_documents() -> None:
    found = conflicts(facts().figures)

    assert [(c.entity, c.year, [f.value for f in c.figures]) for c in found] == [("City:岚州市", 2020, [3.1, 3.4])]
    assert found[0].documents() == (REPORT, PLAN)


def test_a_target_and_an_actual_value_are_no_conflict() -> None:
    assert conflicts([figure(3, year=2025), figure(4, year=2025, kind="target")]) == []


def test_values_without_a_year_conflict_only_within_a_document() -> None:
    assert conflicts([figure(3), figure(4, document=REPORT)]) == []
    assert len(conflicts([figure(3), figure(4)])) == 1


def test_a_target_stands_beside_the_latest_actual_value_up_to_its_year() -> None:
    early, late, after = figure(3, year=2020), figure(3.5, year=2024), figure(5, year=2030)
    target = figure(4, year=2025, kind="target")

    (found,) = comparisons([early, late, after, target])

    assert found.actual == late
    assert found.share() == 0.875
    assert found.reached() is False


def test_a_value_that_is_much_older_than_the_target_is_not_judged() -> None:
    (found,) = comparisons([figure(3, year=2015), figure(4, year=2021, kind="target")])

    assert found.older() == 6
    assert found.share() is None
    assert found.reached() is None


def test_a_measure_is_the_same_however_name_and_unit_are_written() -> None:
    value = replace(figure(1.5, year=2022), indicator="高新技术企业数", unit="万家")
    target = replace(figure(20000, year=2025, kind="target"), indicator="国家高新技术企业", unit="户")

    (found,) = comparisons([value, target])

    assert found.actual == value
    assert found.share() == 0.75


def test_values_that_disagree_stand_beside_the_target_each() -> None:
    target = figure(4, year=2025, kind="target")

    assert len(comparisons([figure(3, year=2024), figure(3.2, year=2024), target])) == 2


def test_an_upper_bound_is_reached_from_above() -> None:
    limit = figure(4, kind="target", bound="max")

    assert Comparison(limit, figure(3)).reached() is True
    assert Comparison(limit, figure(5)).reached() is False
    assert Comparison(limit, None).reached() is None


def test_no_share_of_a_range_or_of_nothing() -> None:
    assert Comparison(figure(4, max=5, kind="target"), figure(3)).share() is None
    assert Comparison(figure(0, kind="target"), figure(3)).share() is None


def test_the_latest_is_actual_if_anything_actual_is_stated() -> None:
    assert latest([figure(3, year=2020), figure(9, year=2035, kind="target")], "研发投入强度") == figure(3, year=2020)
    assert latest([figure(9, year=2035, kind="target"), figure(8, year=2030, kind="target")], "研发投入强度") == figure(
        8, year=2030, kind="target"
    )
    assert latest([], "x") is None
    assert indicators([figure(3), figure(4)]) == {"研发投入强度": 2}
