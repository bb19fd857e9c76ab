"""Targets against what has been reached, and the same measures at several dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.facts import Facts, Figure
from graph.projection.sources import evidence_id

_TAIL = re.compile(r"(?:总数|数量|数)$")
_HEAD = re.compile(r"^(?:国家(?=高新技术企业)|各?级各类|各类)")
"""The designation is national in any case, and a sum is over all kinds; texts say so or not."""
_SAME = {"技术市场合同成交额": "技术合同成交额", "技术合同成交总额": "技术合同成交额"}
_UNIT = re.compile(r"(?P<scale>[百千万亿]*)(?P<thing>.*)")
_SCALE = {"": 1.0, "百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8}
OLD = 5
"""Years by which a value may be older than its target: a plan counts from its beginning, and runs for five years."""
_COUNTERS = frozenset({"家", "个", "所", "户"})
"""Units that only count things, and may stand for each other."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One indicator that has a target and a reported value.

    ``share`` is value/target (None where the value is too old to tell);
    ``yearly`` the growth a year that the target still needs (None without both years).
    """

    entity: str
    indicator: str
    unit: str
    value: float
    value_year: int | None
    target: float
    target_year: int | None
    bound: str | None
    share: float | None
    yearly: float | None
    evidence: tuple[str, ...]

    @property
    def older(self) -> int:
        """Say by how many years the value is older than the target; 0 where a year is not known."""
        return _years_apart(self.value_year, self.target_year)

    @property
    def doubt(self) -> str:
        """Say what to look up before a target is called reached or missed."""
        if self.older > OLD:
            return f"现状比目标年早{self.older}年，不计完成度"
        return "已达到，或目标为增量，请核对原文" if self.share is not None and self.share >= 1 else ""


def indicator_key(name: str) -> str:
    """Bring an indicator to the form in which a value and its target are compared: 高新技术企业数 is 高新技术企业.

    Examples
    --------
    >>> indicator_key("高新技术企业数")
    '高新技术企业'
    """
    key = _TAIL.sub("", _HEAD.sub("", "".join(name.split())))
    return _SAME.get(key, key)


def in_base(value: float, unit: str) -> tuple[float, str]:
    """Bring a value to the unit in which it and its target are compared: 2 万家 is 20000 家, 5000 万元 0.5 亿元.

    Examples
    --------
    >>> in_base(1.5, "万家")
    (15000.0, '家')
    """
    found = _UNIT.fullmatch(unit)
    scale, thing = (found["scale"], found["thing"]) if found else ("", unit)
    if scale not in _SCALE or not thing:
        return value, unit
    if thing == "元":
        return round(value * _SCALE[scale] / 1e8, 10), "亿元"
    return round(value * _SCALE[scale], 10), "家" if thing in _COUNTERS else thing


def progress(facts: Facts) -> list[Progress]:
    """Set every target beside the reported values of the same indicator of the same entity, in the same unit.

    Notes
    -----
    A target that is below what is reported may be meant as an increase on it; `Progress.doubt` says so.
    """
    by_key: defaultdict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in facts.figures:
        value, unit = in_base(figure.value, figure.unit or "")
        by_key[figure.entity, indicator_key(figure.indicator), unit].append(replace(figure, value=value))
    found = []
    for (entity, indicator, unit), figures in sorted(by_key.items()):
        actual = [f for f in figures if f.kind == "actual"]
        for target in sorted((f for f in figures if f.kind == "target"), key=lambda f: f.key):
            found += [_compared(entity, indicator, unit, value, target) for value in before(actual, target)]
    return found


def before(actual: Iterable[Figure], target: Figure) -> list[Figure]:
    """Give the newest values that are not younger than the target; values that disagree are all given."""
    known = [f for f in actual if target.year is None or f.year is None or f.year <= target.year]
    newest = max((f.year or 0 for f in known), default=0)
    return sorted((f for f in known if (f.year or 0) == newest), key=lambda f: f.key)


def _years_apart(earlier: int | None, later: int | None) -> int:
    return later - earlier if earlier and later else 0


def newest(figures: Iterable[Figure]) -> Figure | None:
    """Give the value of the newest year; where sources differ on it, the same one whatever their order.

    The pages of the app choose alike, so that a briefing and the screen show the same number.
    """
    actual = [figure for figure in figures if figure.kind == "actual"]
    return max(actual, key=lambda figure: (figure.year or 0, figure.key), default=None)


def differing(figure: Figure, figures: Iterable[Figure]) -> list[Figure]:
    """Give the figures that state another value for the same thing and year, in order.

    Without a year two values contradict each other only in one document: they may be of any year.
    """
    same = (figure.entity, figure.indicator, figure.year, figure.kind, figure.unit, figure.bound or "")
    files = {e.document for e in figure.evidence}
    others = [
        f
        for f in figures
        if (f.entity, f.indicator, f.year, f.kind, f.unit, f.bound or "") == same
        and (f.value, f.max) != (figure.value, figure.max)
        and (f.year is not None or not files.isdisjoint(e.document for e in f.evidence))
    ]
    return sorted(others, key=lambda f: f.key)


def _compared(entity: str, indicator: str, unit: str, value: Figure, target: Figure) -> Progress:
    years = _years_apart(value.year, target.year)
    growth = None
    if years > 0 and value.value > 0 and target.value > 0:
        growth = (target.value / value.value) ** (1 / years) - 1
    ids = {evidence_id(e) for f in (value, target) for e in f.evidence}
    share = value.value / target.value if target.value and years <= OLD else None
    return Progress(
        entity, indicator, unit, value.value, value.year, target.value, target.year, target.bound, share, growth,
        tuple(sorted(ids)),
    )  # fmt: skip
