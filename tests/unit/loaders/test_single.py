from __future__ import annotations

import pytest

from tests.unit.loaders.reading import SICHUAN, names_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("竹纤维计算研发平台获批立项。", ("Lab", "竹纤维计算研发平台")),
        ("高标准建设竹炭探测实验室，加强布局。", ("Lab", "竹炭探测实验室")),
        ("桑湖北部片区，为科技创新功能区。", ("Zone", "桑湖北部片区")),
        ("翱竹小镇位于沣竹新城核心地带。", ("Zone", "沣竹新城")),
        ("提升成都综合性国家科学中心能级。", ("Lab", "成都综合性国家科学中心")),
    ],
)
def test_words_around_a_name_tell_that_it_is_one_thing(text: str, expected: tuple[str, str]) -> None:
    assert expected in names_in(text, SICHUAN)


@pytest.mark.parametrize(
    "text",
    ["竹纤维计算研发平台加快发展。", "支持高新片区建设。", "各片区，为功能区。", "布局一核一轴三带多组团，推进发展。"],
)
def test_without_such_words_a_common_noun_stays_one(text: str) -> None:
    assert {label for label, _ in names_in(text, SICHUAN)} & {"Lab", "Zone"} == set()


def test_a_name_in_front_of_what_it_is_the_core_of_is_one_thing() -> None:
    assert {("Zone", "竹宇科创产业园"), ("Zone", "竹鲲软件小镇")} <= names_in(
        "以竹宇科创产业园、竹鲲软件小镇为核心布局。", SICHUAN
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动四川大学与成都甲机械公司共建激光再制造联合实验室。", ("Lab", "激光再制造联合实验室")),
        ("由四川大学、成都甲机械公司共同设立竹木零部件研究所。", ("ResearchInstitute", "竹木零部件研究所")),
        ("依托四川大学建设竹基新材料技术创新中心。", ("Lab", "竹基新材料技术创新中心")),
        ("依托四川大学，组建竹基新材料技术创新中心。", ("Lab", "竹基新材料技术创新中心")),
        ("重点布局竹纤维技术创新中心（四川大学牵头）。", ("Lab", "竹纤维技术创新中心")),
    ],
)
def test_a_platform_that_a_named_body_founds_is_one_thing(text: str, expected: tuple[str, str]) -> None:
    assert expected in names_in(text, SICHUAN)


@pytest.mark.parametrize("text", ["支持四川大学建设高水平实验室。", "支持四川大学建设一批技术创新中心。"])
def test_a_kind_of_platform_that_a_named_body_founds_is_none(text: str) -> None:
    assert {label for label, _ in names_in(text, SICHUAN)} & {"Lab"} == set()
