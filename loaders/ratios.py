"""Ratios of the three sectors (三次产业结构为6.4∶37.2∶56.4), and shares that 第一、二、三产业 have respectively."""

from __future__ import annotations

import re
from collections.abc import Iterator

SECTORS = ("第一产业", "第二产业", "第三产业")
_PART = r"\d{1,2}(?:\.\d{1,2})?"
_RATIO = re.compile(
    rf"(?:三次产业|[一1]、?[二2]、?[三3](?:次)?产业?|三产|产业)(?:增加值)?(?:结构|比例|比重|构成|占比|比)(?:关系)?[^，。；\d]{{0,14}}?(?:由[^，。；]{{5,24}}?(?:调整|优化|演变|转变|变化|变)[为到至])?"
    rf"(?P<first>{_PART})[:：∶](?P<second>{_PART})[:：∶](?P<third>{_PART})"
)
_SECTORS = re.compile(
    r"第?一(?:产业)?、第?二(?:产业)?[、和]第?三(?:次)?产业(?P<what>[^，。；、\d]{2,24}?)分别(?:为|是|达到?|增长|占)?(?=\d)"
)


def sectors_told(text: str) -> Iterator[tuple[int, int, float, str]]:
    """Give start, end, value and measure of each share of a ratio of the three sectors.

    What a ratio was before (由…调整为…) is left out.
    """
    for match in _RATIO.finditer(text):
        shares = [(match.start(g), match.end(g), float(match[g])) for g in ("first", "second", "third")]
        if 99 <= sum(share for _, _, share in shares) <= 101:
            for sector, (start, end, share) in zip(SECTORS, shares, strict=True):
                yield start, end, share, f"{sector}占比"


def sectors_in_turn(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give where the numbers of 第一、二、三产业X分别为 begin, and what each measures."""
    for match in _SECTORS.finditer(text):
        grown = "增长" if match.group().endswith("增长") else ""
        yield match.end(), [sector + match["what"] + grown for sector in SECTORS]
