"""The front of a document: titles that were set over several centred lines are one line again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

_TITLE = re.compile(r"《([^《》]{6,120})》")
_SQUEEZE = re.compile(r"[\s“”\"《》（）()—－–-]")
# What an announcement ends with, and a line on which it breaks off (关于印发甲市发展规划|纲要的通知).
_CLOSED = re.compile(r"(?:通知|批复|决定|意见|公告|通报|复?函)$")
_ANNOUNCING = re.compile(r"^[^，。；：]{0,30}关于[^，。；：]{4,60}$")
_TERM = re.compile(r"[（(](?:19|20)\d\d[^（）()]{0,12}[）)]")
_KIND = re.compile(r"(?:规划|纲要|方案|计划|要点|行动)$")
# A title that ends with its years, or with what it is, ends its line, however long it is.
TITLE_ENDS = re.compile(
    r"[^《》，。；：]{6,60}(?:规划|方案|纲要|意见|计划|行动|要点|办法|措施)[（(](?:19|20)\d{2}[^（）()，。]{0,12}[）)]"
    r"|关于[^，。；：]{6,70}的通知"
)
# A line that only tells the day, as web pages set it below a title.
DAY = re.compile(r"(?:19|20)\d\d-\d\d?-\d\d?(?:\d\d?:\d\d(?::\d\d)?)?$")
_FRONT, _LINES = 30, 3


class Line(Protocol):
    """A line of text that knows where its characters stand."""

    text: str
    offsets: list[int]
    kind: str


T = TypeVar("T", bound=Line)


def _squeezed(text: str) -> str:
    return _SQUEEZE.sub("", text)


def _torn(texts: Sequence[str], titles: frozenset[str]) -> bool:
    """Say whether lines that follow each other are one title."""
    whole = "".join(texts)
    if len(whole) > 120 or any(re.search("[。；：，]", text) for text in texts):
        return False
    if _squeezed(whole) in titles:
        return all(_squeezed(text) not in titles for text in texts)
    if len(texts) != 2:
        return False
    first, second = texts
    announced = _ANNOUNCING.match(first) and not _CLOSED.search(first) and _CLOSED.search(second)
    return bool((announced and "关于" not in second) or (_KIND.search(first) and _TERM.fullmatch(second)))


def join_titles(lines: list[T]) -> list[T]:
    """Join the lines of titles at the front: those that together are a title in 《》, and announcements broken off."""
    titles = frozenset(_squeezed(t) for t in _TITLE.findall("".join(line.text for line in lines)))
    found: list[T] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        for count in range(_LINES, 1, -1):
            group = lines[i : i + count]
            plain = i < _FRONT and len(group) == count and all(part.kind == "text" for part in group)
            if plain and _torn([part.text for part in group], titles):
                for part in group[1:]:
                    line.text += part.text
                    line.offsets += part.offsets
                i += count - 1
                break
        found.append(line)
        i += 1
    return found
