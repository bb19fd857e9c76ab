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
