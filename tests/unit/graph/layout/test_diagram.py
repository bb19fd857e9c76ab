from __future__ import annotations

from collections import Counter

import pytest

from graph.layout.block import SHORT, items
from graph.layout.diagram import diagram
from graph.layout.measure import width
from graph.layout.page import A4, SLIDE, Page, overlaps
from graph.layout.polecore import SHOWN
from graph.layout.scene import Box, Scene
from tests.unit.graph.layout.region import network

SIZES = [(3, 0), (3, 4), (5, 2), (5, 12), (8, 9), (9, 30)]


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]} cities, {size[1]} units")
def scene(request: pytest.FixtureRequest) -> Scene:
    return diagram(network(*request.param))


def test_nothing_overlaps(scene: Scene) -> None:
    assert overlaps(scene) == []


def test_all_stands_on_the_page(scene: Scene) -> None:
    page = Box(0, 0, scene.width, scene.height)

    assert [name for name, box in scene.solid() if not box.within(page)] == []


def test_no_label_lies_under_a_tie(scene: Scene) -> None:
    ties = [link for link in scene.links if link.kind in ("tie", "side")]

    crossed = [
        text.text for text in scene.texts for k in ties if text.box.crossed(k.x1, k.y1, k.x2, k.y2)
    ]  # fmt: skip

    assert crossed == []


@pytest.mark.parametrize("page", [SLIDE, A4], ids=["slide", "a4"])
def test_what_is_not_shown_is_counted_and_listed(page: Page) -> None:
    net = network(5, 12)
    found = diagram(net, page)

    shown = {mark.id for mark in found.marks if not mark.hollow and "/" in mark.id}
    hidden = sum(len(m.units) for m in (net.pole, *net.points)) - len(shown)
    counted = [t.text for t in found.texts if t.text.startswith("+")]
    numbers = [int(part[1:].split()[0]) for text in counted for part in text.split("  ")]

    assert hidden > 0
    assert sum(numbers) == hidden
    listed = "".join(cell for table in found.tables for row in table.rows for cell in row)
    assert all(unit.name in listed for m in (net.pole, *net.points) for unit in m.units)


def test_ties_are_numbered_and_explained() -> None:
    net = network(5, 2)
    found = diagram(net)

    assert sorted(badge.text for badge in found.badges) == sorted(str(tie.weight) for tie in net.ties)
    assert {row[1] for row in found.tables[0].rows} == {str(tie.weight) for tie in net.ties}
    assert all("实验室" in row[2] for row in found.tables[0].rows)


def test_shifted_points_are_named() -> None:
    found = diagram(network(9, 1))

    note = next(t.text for t in found.texts if t.id == "note 1")
    table = next(t for t in found.tables if t.title.startswith("方位"))
    moved = [row[0].removesuffix("市") for row in table.rows if row[3]]
    assert moved
    assert note.endswith("、".join(moved))


def test_same_facts_give_the_same_scene() -> None:
    assert diagram(network()) == diagram(network())


def test_every_class_has_its_best_known_first() -> None:
    member = network(3, 30).points[0]

    found = items(member, [], 7, 11, 3.0)

    assert Counter(item.label for item in found)["Zone"] >= 1
    assert {item.label for item in found} >= {"Zone", "Lab", "University", "Alliance"}
    assert len(found) <= 7


def test_name_of_the_place_is_left_out() -> None:
    member = network(3, 4).points[0]

    texts = {item.label: item.text for item in items(member, [], 9, 11, 5.0)}

    assert texts["Zone"] == "第0先进装备高新区"
    assert texts["University"].startswith("鞍山")


def test_captions_cover_all_that_is_shown() -> None:
    assert set(SHORT) == set(SHOWN)
    assert width("一二", 72) == 2.0
