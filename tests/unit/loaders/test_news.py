"""Items of a newspaper page."""

from __future__ import annotations

from loaders.documents import parse
from loaders.mention import Mention
from loaders.news import headlined, items_of

PAGE = (
    "甲研究院新址启用\n本报讯（记者 王某）9月5日，甲研究院新址在乙区启用。该院现有科研人员420人。\n"
    "丙、丁两市携手打造走廊\n本报丙城讯 9月3日，两市签署共建协议。\n又讯 日前，戊园开园。\n"
)


def test_an_item_opens_with_its_headline_or_its_dateline() -> None:
    paragraphs = parse("d.txt", PAGE).paragraphs
    numbers = items_of(parse("d.txt", PAGE))
    assert [p.text[:3] for p in paragraphs if p.number in numbers] == ["甲研究", "丙、丁", "又讯日"]


def test_a_headline_tells_its_subject_unless_it_names_several() -> None:
    first, _, third, *_ = parse("d.txt", PAGE).paragraphs
    body = Mention(0, 4, "ResearchInstitute", "甲研究院", "甲研究院", "test")
    assert headlined(first, [body]) == body
    assert headlined(third, [Mention(0, 1, "City", "丙市", "丙", "test")]) is None


def test_a_report_has_no_items() -> None:
    assert not items_of(parse("d.txt", "2024年甲市政府工作报告\n一、回顾\n过去一年，甲市研发投入增长9%。\n"))
