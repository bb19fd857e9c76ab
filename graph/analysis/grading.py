"""How well an absence is supported, and how it must be worded."""

from __future__ import annotations

from dataclasses import dataclass

VERIFIED, SUSPECTED, THIN = "A", "B", "C"
GRADES = {VERIFIED: "已核实", SUSPECTED: "疑似", THIN: "资料不足"}


@dataclass(frozen=True, slots=True)
class Ends:
    """What the sources tell of both ends of a missing tie."""

    first: frozenset[str]
    """Families that tell of the first end."""
    second: frozenset[str]
    others: frozenset[str]
    """Families that name other partners of both for the same relation."""


def grade(ends: Ends, *, confirmed: bool = False) -> str:
    """Grade an absence.

    Notes
    -----
    A: an expert or a closed list confirms it. B: each end stands in two source families or more, and one family names
    other partners of both for that relation, so that it could have named this one. C: everything else, which is listed
    but not ranked.
    """
    if confirmed:
        return VERIFIED
    if len(ends.first) > 1 and len(ends.second) > 1 and ends.others:
        return SUSPECTED
    return THIN


def wording(what: str, documents: int, latest: str, *, how: str = "不存在合作", confirmed: bool = False) -> str:
    """Say what was not found, where, and that this does not mean that it is not there."""
    where = f"在已收录的{documents}份文件（截至{latest}）中"
    if confirmed:
        return f"{where}未见{what}，且已经核实。"
    return f"{where}，未见{what}；不等于{how}，建议核实。"
