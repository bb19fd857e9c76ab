"""Editions of events: «第六届甲大会» and «2023甲大会» are the event 甲大会 as it was held once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.mention import Mention

_NUMBER = r"(?:第[一二三四五六七八九十百\d]+[届次]|首届|20\d{2}年?(?=[^\d年第])(?:第[一二三四五六七八九十\d]+届)?)"
_BEFORE = re.compile(_NUMBER + "$")
_AT_FRONT = re.compile(_NUMBER + r"(?=[\u4e00-\u9fff（“·]{4,})")
# A session of a congress is that one, and no edition of something that comes again.
_SESSION = re.compile(r"代表大会|全体会议|全会|委员会.*会议")


def with_editions(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Give the mentions of a paragraph, its events with the name that they have without, or with, their edition.

    Parameters
    ----------
    text : of the paragraph.
    """
    return [replace(m, aliases=(*m.aliases, *also)) if (also := _also(text, m)) else m for m in mentions]


def _also(text: str, event: Mention) -> tuple[str, ...]:
    if event.label != "Event" or event.nested or _SESSION.search(event.name):
        return ()
    before = _BEFORE.search(text[max(0, event.start - 10) : event.start])
    front = _AT_FRONT.match(event.name)
    names = (before.group() + event.surface if before else "", event.name[front.end() :] if front else "")
    return tuple(n for n in names if n and n not in event.aliases)
