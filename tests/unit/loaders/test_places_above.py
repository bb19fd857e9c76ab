"""Places that head a list."""

from __future__ import annotations

from loaders.places_above import PlaceAbove
from ontology.schema import load_schema
from tests.unit.loaders.marked import unmark


def _read(*lines: str) -> list[tuple[str, str]]:
    above, found = PlaceAbove(), []
    for line in lines:
        found += [(c.source[1], c.target[1]) for c in above.read(*unmark(line), load_schema())]
    return found


def test_numbered_things_stand_in_the_place_above() -> None:
    found = _read(
        "[C:徐州市]（2家）",
        "1．[L:甲中心]　依托单位：[U:乙大学]",
        "2．[L:丙中心]",
        "[C:宿州市]（1家）",
        "3．[L:丁中心]",
    )
    assert found == [("甲中心", "徐州市"), ("丙中心", "徐州市"), ("丁中心", "宿州市")]


def test_a_text_in_between_ends_the_list() -> None:
    assert _read("[C:徐州市]（2家）", "各中心要加强管理。", "1．[L:甲中心]") == []
