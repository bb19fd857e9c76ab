from __future__ import annotations

import pytest

from loaders.headed import Headings
from tests.unit.loaders.marked import paragraph_of, unmark
from tests.unit.loaders.reading import facts_of


def over(marked: str, section: tuple[str, ...], below: tuple[str, ...]) -> str:
    text, mentions = unmark(marked)
    headings = Headings()
    headings.read(paragraph_of(text, section, kind="heading"), mentions)
    found = headings.over(paragraph_of("重点发展光电。", below))
    return found.name if found else ""


@pytest.mark.parametrize("marked", ["（二）[Z:甲高新区]", "（二）实施“[W:甲工程]”", "第三节　高水平建设[Z:甲科学城]"])
def test_a_heading_that_names_one_thing_governs_its_section(marked: str) -> None:
    section = ("一、任务", "（二）")
    assert over(marked, section, (*section, "1.做法")) in {"甲高新区", "甲工程", "甲科学城"}
    assert not over(marked, section, ("一、任务", "（三）"))


@pytest.mark.parametrize(
    "marked", ["（二）推动[Z:甲高新区]与[Z:乙高新区]联动", "（二）发挥[Z:甲高新区]带动作用，完善体系"]
)
def test_a_heading_that_says_more_governs_nothing(marked: str) -> None:
    assert not over(marked, ("（二）",), ("（二）",))


def test_what_a_heading_names_is_measured_below_it() -> None:
    text = (
        "全国机器人产业园概况\n一、哈尔滨机器人产业园\n园区位于哈尔滨市，占地面积200亩，入驻企业30家。\n"
        "二、青岛国际机器人产业园\n园区规划面积2平方公里，年产值达到20亿元。\n"
    )
    found = {(m.subject[1], m.figure.value) for m in facts_of(text).figures}
    assert {("哈尔滨机器人产业园", 30), ("青岛国际机器人产业园", 2), ("青岛国际机器人产业园", 20)} <= found


def test_a_place_before_a_park_in_its_heading_only_says_where() -> None:
    text = "园区概况\n一、武汉光谷生物城\n园区规划面积30平方公里。\n二、成都软件谷\n聚集企业2000家。\n"
    found = {(m.subject[1], m.figure.value) for m in facts_of(text).figures}
    assert {(name.removeprefix("武汉"), value) for name, value in found} == {("光谷生物城", 30), ("成都软件谷", 2000)}


def test_a_profile_goes_from_one_park_to_the_next() -> None:
    text = (
        "芜湖机器人产业园集聚了甲公司。\n该产业园入驻企业60家。\n"
        "哈南机器人产业园是东北最大的基地。由乙公司投资。\n该项目总投资20亿元，占地300亩。\n"
    )
    found = {(m.subject[1], m.figure.value) for m in facts_of(text).figures}
    assert found == {("芜湖机器人产业园", 60), ("哈南机器人产业园", 20), ("哈南机器人产业园", 300)}
