"""How large a text will be, whatever font draws it: a little more than any of them needs."""

from __future__ import annotations

import unicodedata

_POINT = 1 / 72
_WIDE, _NARROW, _CAPITAL, _THIN = 1.0, 0.63, 0.76, 0.42
_BROAD = frozenset("MWmw@%—…")
_SLIM = frozenset(" .,:;'|!ijlItfr()[]/-")
_ELLIPSIS = "…"


def width(text: str, size: float) -> float:
    """Give the width in inches of a line of text in a size in points."""
    return sum(map(_advance, text)) * size * _POINT


def height(size: float) -> float:
    """Give the height in inches of a line of text."""
    return size * 1.25 * _POINT


def fitted(text: str, size: float, room: float) -> str:
    """Shorten a text until it fits, with an ellipsis for what was cut.

    Examples
    --------
    >>> fitted("一二三四五", 72, 3.0)
    '一二…'
    """
    if width(text, size) <= room:
        return text
    while text and width(text + _ELLIPSIS, size) > room:
        text = text[:-1]
    return text + _ELLIPSIS


def _advance(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA" or character in _BROAD:
        return _WIDE
    if character in _SLIM:
        return _THIN
    return _CAPITAL if character.isupper() else _NARROW
