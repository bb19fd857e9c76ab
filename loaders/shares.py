"""Shares: what a percentage before its noun is a part of (集聚了全省70%以上的软件企业)."""

from __future__ import annotations

import re

# What has its share there stands behind the number, the whole before it.
_WHOLE = re.compile(
    r"(?:^|[、，和与及有])(?:[^、，。；\d]{0,12}?(?:集聚|聚集|集中|产出|贡献|创造|承担|拥有|占有|汇聚|提供|生产|吸引|吸纳|容纳)了?)?"
    r"(?P<whole>全国|全省|全市|全区|全县|全球|世界)?(?:约|近|超过?|将近)?$"
)
_PART = re.compile(r"(?:以上|左右|多)?的(?P<what>[^、，。；的和与及\d]{2,12}?)(?=[、，。；]|$|[和及与]\d|[和及与]$)")
_MEASURES = frozenset({"比例", "比重", "速度", "增速", "幅度"})


def share_of(unit: str, before: str, after: str) -> str:
    """Name the share that a place has of something, '' for other numbers (产出了全省35%的GDP: GDP占全省比重).

    Parameters
    ----------
    before : the words of its part of the sentence before the number.
    after : those behind its unit.
    """
    part = _PART.match(after) if unit == "%" else None
    whole = _WHOLE.search(before) if part else None
    if not part or not whole or part["what"] in _MEASURES:
        return ""
    return f"{part['what']}占{whole['whole'] or ''}比重"
