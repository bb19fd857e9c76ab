"""Counts that state nothing: how many known things are spoken of (以上4个园区), and numbers of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.heads import BODIES
from loaders.mention import Mention

_POINTING = re.compile(r"(?:以上|上述|前述|这|那|该|此次获批的|获批的)$")
_KNOWN = (
    r"(?:省级|国家级|国家|自治区级?|市级)*(?:高新技术产业开发区|高新区|经济技术开发区|开发区|经开区|园区|示范区|试验区"
    r"|片区|区县|县区|市州|城市|县市区|市|县)(?:（[^（）]*）)?"
)
# What is demanded of them all, or measured of them together.
_ALL = re.compile(
    _KNOWN + r"(?:均|都|共同|应|应当|要|须|必须|纳入|实行|执行|享受|区域|四至|规划面积"
    r"|(?:共|合计|累计)?(?:完成|实现)?[^，。；\d]{0,6}(?:产值|增加值|收入|总额|面积|企业数|企业数量|人数|总量"
    r"|占[^，。；\d]{2,8}|申请专利量[^，。；\d]{0,12})(?:达到?|为|约|的|共)?(?=\d))"
)

# Among how many a place is held: 在全国169家高新区中排名第51位.
_AMONG = re.compile(
    r"[^，。；\d]{2,14}?(?:中|里|内)?(?:综合)?(?:排名?|位居|位列|名列|居|列)第?(?:\d|[一二三四五六七八九十])"
)


def refers_back(sentence: str, segment: int, start: int, end: int) -> bool:
    """Say whether a count at the head of its part points to things that are known instead of counting them.

    Parameters
    ----------
    segment : where the part of the sentence begins that holds the count.
    start, end : the span of the count with its unit.
    """
    lead = re.sub(r"^(?:同时|其中|目前)+", "", sentence[segment:start])
    if _AMONG.match(sentence, end):
        return True
    if _POINTING.search(lead):
        return True
    return not lead and bool(_ALL.match(sentence, end))


def within_a_name(mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Say whether a number is part of what an event, a programme, a document or a body is called (某集团第32所)."""
    called = {"Event", "Programme", "Policy"}
    return any(
        (m.label in called and m.start <= start and end < m.end)
        or (m.label in BODIES and m.start < start and end <= m.end)
        for m in mentions
    )
