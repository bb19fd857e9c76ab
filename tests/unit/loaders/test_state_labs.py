"""Laboratories of state and province by their field."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import names_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("依托四川农业大学建设的小麦病害发掘与利用国家重点实验室获批。", "小麦病害发掘与利用国家重点实验室"),
        ("新增水产营养与安全全国重点实验室。", "水产营养与安全全国重点实验室"),
        ("加快建设合成化学与生物制造国家技术创新中心。", "合成化学与生物制造国家技术创新中心"),
        ("建成金矿安全与粉尘治理教育部重点实验室。", "金矿安全与粉尘治理教育部重点实验室"),
        ("建设先进陶瓷与绿色制造山东省实验室。", "先进陶瓷与绿色制造山东省实验室"),
        ("获批网联装备测试与评价湖北省工程研究中心。", "网联装备测试与评价湖北省工程研究中心"),
        ("钨钼资源循环利用全国重点实验室落户。", "钨钼资源循环利用全国重点实验室"),
    ],
)
def test_a_field_before_the_level_is_part_of_the_name(text: str, name: str) -> None:
    assert ("Lab", name) in names_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "支持高校与国家重点实验室合作。",
        "组建一批国家重点实验室和全国重点实验室。",
        "企业国家重点实验室达到3家。",
        "积极争取国家实验室布局。",
        "全面提升国家重点实验室水平。",
        "在新材料领域建设国家技术创新中心。",
        "全市拥有国家级重点实验室7家。",
    ],
)
def test_others_of_that_kind_are_no_names(text: str) -> None:
    assert not [n for n in names_in(text) if n[0] == "Lab"]
