"""Rates of growth are about whom the value before them is."""

from __future__ import annotations

from loaders.growth import Told
from loaders.heads import Head, Subject
from loaders.quantities import quantities_of

PARK = Subject("Zone", "甲园")


def _told(text: str) -> tuple[Told, str]:
    told = Told()
    told.note(quantities_of(text)[0], PARK)
    return told, text


def test_a_rate_follows_its_value() -> None:
    told, text = _told("去年产值达860亿元，同比增长14.5%。")
    assert told.of_rate(text, quantities_of(text)[1], {}, [], 0) == PARK


def test_a_rate_joined_by_respectively_follows_its_own_value() -> None:
    told, text = _told("产值达860亿元、收入68亿元，分别增长6%、8%。")
    rate = quantities_of(text)[3]
    assert told.of_rate(text, rate, {rate.start: (quantities_of(text)[0].start, "增长")}, [], 0) == PARK


def test_a_rate_with_a_subject_of_its_own_follows_nothing() -> None:
    told, text = _told("产值达860亿元，乙市增长14.5%。")
    other = Head(text.index("乙市"), Subject("City", "乙市"), True)
    assert told.of_rate(text, quantities_of(text)[1], {}, [other], 0) is None


def test_a_share_is_no_rate_of_growth() -> None:
    told, text = _told("产值达860亿元，其中出口占12%。")
    assert told.of_rate(text, quantities_of(text)[1], {}, [], 0) is None
