"""Institutes called by a number: a group's or an academy's n-th (中国电科38所, 中航工业601所、606所)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.mention import Mention

# 所 also counts schools and institutes (某院12所研究所, 中科院3所高校).
_NUMBER = (
    r"第?(?:\d{2,4}|[一二三四五六七八九十〇零百]{2,5})(?:研究)?所"
    r"(?!高校|院校|大学|学校|学院|研究|科研|机构|高职|本科|[中小]学|国家|省级|医院|[^，。；、]{0,6}(?:大学|高校|学校))"
)
_FIRST = re.compile(rf"(?:集团(?:有限)?(?:公司)?)?{_NUMBER}")
_NEXT = re.compile(rf"[、和与及]{_NUMBER}")
_RULE = "institute by its number"
_OWNERS = frozenset({"Company", "ResearchInstitute"})


def numbered(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Read what stands behind a group's or an academy's name as its institute.

    Parameters
    ----------
    text : the paragraph.
    mentions : those found in it so far.
    """
    if "所" not in text:
        return
    for owner in mentions:
        match = _FIRST.match(text, owner.end) if owner.label in _OWNERS and not owner.nested else None
        if match is None:
            continue
        whole = text[owner.start : match.end()]
        yield Mention(owner.start, match.end(), "ResearchInstitute", whole, whole, _RULE, 0.9)
        while match := _NEXT.match(text, match.end()):
            said = match.group()[1:]
            name = text[owner.start : owner.end] + said
            yield Mention(match.start() + 1, match.end(), "ResearchInstitute", name, said, _RULE, 0.86)
