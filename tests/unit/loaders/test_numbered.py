"""Institutes that a group or an academy calls by a number."""

from __future__ import annotations

from tests.unit.loaders.reading import facts_of


def _institutes(text: str) -> set[str]:
    return {m.name for m in facts_of(text).mentions if m.evidence.rule == "institute by its number"}


def test_a_number_behind_a_group_names_its_institute() -> None:
    assert _institutes("石家庄市与中国电科54所合作。") == {"中国电科54所"}
    assert _institutes("与中航工业601所、606所合作。") == {"中航工业601所", "中航工业606所"}
    assert not facts_of("石家庄市与中国电科54所合作。").figures


def test_what_is_counted_has_no_name() -> None:
    assert _institutes("中国科学院12所研究所参加。") == set()
