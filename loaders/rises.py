"""Numbers that rise or fall from one value to another (由3家增加到9家): both are of one measure."""

from __future__ import annotations

import re

_TO = re.compile(
    r"(?:左右|[（(][^（）()]*[）)])?(?:快速|稳步|大幅|已|逐步)?"
    r"(?:增加|增长|提高|提升|上升|扩大|下降|降低|减少|拓展|扩展|扩充|发展|壮大|跃升|攀升|增|升|降|扩)[到至为]"
    r"(?:了|(?:19|20)\d{2}年[底末]?的|(?:目前|现在|如今|当前)的?|[今去]年(?:\d{1,2}月)?[底末份]?的)*"
)
_FROM = re.compile(
    r"(?:分别|已|将)?(?:由|从)(?:[^，。；\d由从]{0,6}|(?:19|20)\d{2}年[底末]?|“?十[一二三四五]五”?末)的?$"
)


def rise(text: str, before: str, end: int, start: int) -> str | None:
    """Give what stands before the first of two numbers that are one measure's old and new value, or None.

    Parameters
    ----------
    before : the words in front of the first number.
    end : where the first number ends.
    start : where the second one starts.
    """
    lead = _FROM.search(before) if _TO.fullmatch(text[end:start]) else None
    return before[: lead.start()] if lead else None


def old_value(sentence: str, start: int, end: int) -> tuple[bool, int | None]:
    """Say whether a number is the old value of a rise, and for which year it is told to hold."""
    lead = _FROM.search(sentence[:start]) if _TO.match(sentence, end) else None
    year = re.search(r"20\d{2}", lead.group()) if lead else None
    return lead is not None, int(year.group()) if year else None
