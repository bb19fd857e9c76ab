"""Places that head a list."""

from __future__ import annotations

from loaders.mention import Mention
from loaders.places_above import PlaceAbove, of_region, profiled
from ontology.schema import load_schema
from tests.unit.loaders.marked import paragraph_of, unmark


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


def test_what_opens_an_item_of_a_profile_stands_in_its_zone() -> None:
    text, mentions = unmark("[L:甲研究中心]、[B:乙加速器]（[U:丙大学]承建）")
    zone = Mention(0, 4, "Zone", "丁产业园", "丁产业园", "marked")
    found = {c.source[1] for c in profiled(paragraph_of(text, kind="item"), mentions, zone, load_schema())}
    assert found == {"甲研究中心", "乙加速器"}
    assert not list(profiled(paragraph_of(text), mentions, zone, load_schema()))


def test_what_the_entry_of_a_region_promotes_stands_there() -> None:
    def found(line: str) -> list[tuple[str, str]]:
        text, mentions = unmark(line)
        return [(c.source[1], c.target[1]) for c in of_region(paragraph_of(text), mentions, load_schema())]

    assert found("[R:甲都市圈]：谋划[L:乙中心]、[L:丙中心]建设。推动[Z:丁科学城]发展。") == [
        ("乙中心", "甲都市圈"),
        ("丙中心", "甲都市圈"),
        ("丁科学城", "甲都市圈"),
    ]
    assert found("[R:甲都市圈]：与[C:戊市]共建[Z:丁科学城]。") == []
    assert found("[R:甲都市圈]推动[Z:丁科学城]发展。") == []
