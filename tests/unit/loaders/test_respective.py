"""Measures and their numbers in two rows."""

from __future__ import annotations

from loaders.quantities import quantities_of
from loaders.respective import changed, changes


def test_each_change_belongs_to_its_measure() -> None:
    text = "瞪羚企业达到30家，出口额8亿元，分别增长12%和7%。"
    first, second, grown, more = quantities_of(text)

    assert changes(text, quantities_of(text)) == {
        grown.start: (first.start, "增长"),
        more.start: (second.start, "增长"),
    }


def test_one_change_for_two_measures_is_not_shared_out() -> None:
    text = "出口额8亿元，分别增长12%和7%。"

    assert changes(text, quantities_of(text)) == {}


def test_change_of_a_count_and_a_share() -> None:
    assert changed("瞪羚企业数", "增长") == "瞪羚企业增长"
    assert changed("出口额", "占全省") == "出口额占全省比重"


def test_changes_against_a_year_that_is_told() -> None:
    text = "增加值30亿元、出口额8亿元，较2015年分别增长12%和7%。"
    first, second, grown, more = quantities_of(text)

    assert changes(text, quantities_of(text)) == {
        grown.start: (first.start, "增长"),
        more.start: (second.start, "增长"),
    }


def test_rates_of_growth_told_as_a_noun() -> None:
    text = "丝绸产值14亿元，茶叶产值8亿元，增速分别为21%、18%。"
    first, second, grown, more = quantities_of(text)

    assert changes(text, quantities_of(text)) == {
        grown.start: (first.start, "增速"),
        more.start: (second.start, "增速"),
    }
