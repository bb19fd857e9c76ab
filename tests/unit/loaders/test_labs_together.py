from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("支持长白山、三江、吉光3个省实验室高效运营。", {"长白山实验室", "三江实验室", "吉光实验室"}),
        ("持续支持金凤、嘉陵江、明月湖实验室发展。", {"金凤实验室", "嘉陵江实验室", "明月湖实验室"}),
        ("推进之江、良渚、湖畔等省实验室建设。", {"之江实验室", "良渚实验室", "湖畔实验室"}),
        ("紫金山、姑苏、太湖三大实验室全面运行。", {"紫金山实验室", "姑苏实验室", "太湖实验室"}),
        ("加快建设怀柔、昌平国家实验室。", {"怀柔国家实验室", "昌平国家实验室"}),
    ],
)
def test_laboratories_share_their_ending(text: str, names: set[str]) -> None:
    assert {m.name for m in facts_of(text).mentions if m.label == "Lab"} == names


@pytest.mark.parametrize(
    "text",
    [
        "新增学生、教师实验室3个。",
        "拥有高校、企业、省重点实验室20家。",
        "建成研发净化、制备实验室。",
        "支持国家、省实验室建设。",
    ],
)
def test_common_words_before_laboratories_name_none(text: str) -> None:
    assert not [m for m in facts_of(text).mentions if m.label == "Lab"]
