from __future__ import annotations

import pytest

from loaders.definite import refers_back, within_a_name
from loaders.mention import Mention


@pytest.mark.parametrize(
    ("lead", "behind", "known"),
    [
        ("以上", "园区实行现行政策。", True),
        ("", "省级高新区要深入实施创新驱动。", True),
        ("", "开发区工业总产值达到90亿元，", True),
        ("其中", "园区纳入考核，", True),
        ("新增", "园区，", False),
        ("", "企业产值达到90亿元，", False),
        ("", "园区建成投用。", False),
        ("在全国", "国家高新区中排名第5位。", True),
        ("在全国", "园区中新建实验室。", False),
    ],
)
def test_counts_of_what_is_known_already(lead: str, behind: str, known: bool) -> None:
    text = f"去年，{lead}6个{behind}"
    at = text.index("6")
    assert refers_back(text, 3, at, at + 2) is known


def test_a_number_in_a_name_is_none() -> None:
    event = Mention(0, 8, "Event", "百名专家某地行", "百名专家某地行", "test")
    assert within_a_name([event], 0, 2)
    assert not within_a_name([event], 8, 10)
