"""Firms that a sentence introduces as one."""

from __future__ import annotations

import pytest

from loaders.lexicon import load_lexicon
from loaders.portrait_firms import portrait_firms
from tests.unit.loaders.reading import paragraph


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("和衡生物是一家专注从事疫苗研发的高新技术企业。", "和衡生物"),
        ("成立于2008年的和衡生物是一家高新技术企业，", "和衡生物"),
        ("博域机器人是国内领先的教育机器人企业。", "博域机器人"),
        ("作为一家专精特新企业，博域新材专注于膜材料。", "博域新材"),
        ("北岭视讯（HK）是一家软件公司，", "北岭视讯"),
    ],
)
def test_what_is_said_to_be_a_firm_is_one(text: str, name: str) -> None:
    assert [m.name for m in portrait_firms(paragraph(text), [], load_lexicon())] == [name]


@pytest.mark.parametrize(
    "text",
    ["该公司是一家高新技术企业。", "绵阳市是一家企业的总部所在地。", "这里是一家企业。", "作为企业，我们拥有专利。"],
)
def test_words_that_stand_for_a_firm_are_no_names(text: str) -> None:
    assert portrait_firms(paragraph(text), [], load_lexicon()) == []
