from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from graph.analysis.gap_wording import Said, said
from graph.layout.block import items
from graph.layout.diagram import diagram
from graph.layout.measure import width
from graph.layout.missing import MissingTie
from graph.layout.page import overlaps
from graph.layout.paper import A4, SLIDE, Page
from graph.layout.polecore import MemberTie, PoleCore, Reason
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
        text.text for text in scene.texts for link in ties if link.crosses(text.box)
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


def test_a_light_page_names_less_counts_the_rest_and_keeps_ties_and_tables() -> None:
    net = network(5, 12)
    full, light = diagram(net), diagram(net, replace(SLIDE, lines=2))

    def named(drawn: Scene) -> Counter[str]:
        return Counter(mark.id.partition("/")[0] for mark in drawn.marks if not mark.hollow and "/" in mark.id)

    assert sum(named(light).values()) < sum(named(full).values())
    assert all(number <= 1 for owner, number in named(light).items() if owner != net.pole.id)
    assert [text.text for text in light.texts if text.text.startswith("+")]
    assert light.tables == full.tables
    assert [badge.text for badge in light.badges] == [badge.text for badge in full.badges]


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


def test_estimate_of_a_wide_character_is_its_size() -> None:
    assert width("一二", 72) == 2.0


def opposite() -> PoleCore:
    """Tie two points on opposite sides of the pole."""
    net = network(7, 3)
    return replace(net, ties=(*net.ties, MemberTie("City:铁岭市", "City:鞍山市", (Reason("甲"),))))


def test_tie_is_led_around_what_stands_in_its_way() -> None:
    found = diagram(opposite())
    discs = {disc.id: disc for disc in found.discs}

    for link in (link for link in found.links if link.kind in ("tie", "side")):
        others = [d for d in discs.values() if d.id not in (link.start, link.end)]
        assert [d.text for d in others if link.nears(d.x, d.y, d.radius)] == [], (link.start, link.end)
    assert ("City:铁岭市", "City:鞍山市") in [(link.start, link.end) for link in found.links if link.via]


def test_badge_of_a_bent_tie_stands_at_its_bend() -> None:
    found = diagram(opposite())
    badges = {badge.id: badge.box for badge in found.badges}

    bent = [link for link in found.links if link.via]
    assert bent
    for link in bent:
        box = badges[f"{link.kind} {link.start}|{link.end}"]
        assert box.crossed(*link.via, *link.via)


def unseen(field: str) -> Said:
    return said("link", first="甲", second="乙", field=field)


@pytest.mark.parametrize("page", [SLIDE, A4], ids=["slide", "a4"])
def test_missing_ties_are_dashed_named_and_listed(page: Page) -> None:
    net = network(6, 4)
    first, second = net.points[0].id, net.points[1].id
    gaps = [
        MissingTie(first, second, ("机器人", "新材料"), "B", (unseen("机器人"), unseen("新材料"))),
        MissingTie(first, net.pole.id, ("医药",), "B", (unseen("医药"),)),
    ]

    found = diagram(net, page, missing=gaps)

    dashed = [link for link in found.links if link.dashed and link.kind == "gap"]
    assert {(link.start, link.end) for link in dashed} == {(first, second), (first, net.pole.id)}
    assert {"机器人 +1", "医药"} <= {badge.text for badge in found.badges}
    table = next(t for t in found.tables if t.title.startswith("图中虚线"))
    assert [row[3] for row in table.rows] == [
        f"{unseen('机器人').tell()}\n{unseen('新材料').tell()}",
        unseen("医药").tell(),
    ]
    assert overlaps(found) == []


def test_member_without_ties_is_named_and_grey() -> None:
    net = network(4, 2, 0)
    found = diagram(net)

    assert "未见联系记载：沈阳、鞍山、抚顺、本溪" in next(t.text for t in found.texts if t.id == "lead")
    assert len({disc.fill for disc in found.discs}) == 2


def test_captions_may_be_english() -> None:
    found = diagram(network(5, 12), language="en")

    words = [text.text for text in found.texts]
    assert "沈阳: a pole and its 4 points" in words
    assert any(word.endswith("other") for word in words)
    assert not [word for word in words if "联系" in word or "资料来源" in word]


def test_every_member_with_units_shows_or_counts_them() -> None:
    net = network(7, 12)
    for language in ("zh", "en"):
        found = diagram(net, language=language)
        told = {mark.id.partition("/")[0] for mark in found.marks}
        assert {m.id for m in (net.pole, *net.points)} <= told


def test_planned_vehicles_are_told_beside_the_others() -> None:
    net = network(5, 2)
    later = MemberTie("City:沈阳市", "City:鞍山市", (Reason("某研究院", planned=True), Reason("某联盟")))
    with_plan = replace(net, ties=(later,), vehicles=2, planned=1)

    told, english, plain = (
        {t.id: t.text for t in found.texts}
        for found in (diagram(with_plan), diagram(with_plan, language="en"), diagram(net))
    )

    assert told["note 0"].endswith("合作载体 2（含规划 1，不计入指标）")
    assert "其中 1 项出自 1 个规划中的载体" in told["lead"]
    assert "1 of them planned" in english["note 0"]
    assert "规划" not in plain["note 0"] + plain["lead"]


@pytest.mark.parametrize(
    ("lists", "words"),
    [(("chain",), "出自链条清单"), (("link",), "出自联系清单"), (("chain", "link"), "出自链条、联系清单")],
)
def test_legend_names_the_list_that_dashes_come_from(lists: tuple[str, ...], words: str) -> None:
    net = network(5, 2)
    tie = MissingTie(net.pole.id, net.points[0].id, ("新材料",), "B", (unseen("新材料"),), lists)

    assert [t.text for t in diagram(net, missing=[tie]).texts if words in t.text]
    assert not [t.text for t in diagram(net).texts if "清单" in t.text]
