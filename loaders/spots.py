"""Where a word stands in a text, without a pattern made for it: there would be one for each name of a document."""

from __future__ import annotations

from collections.abc import Iterator


def spots(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Give the spans of a word in a text, from left to right, none overlapping another.

    Examples
    --------
    >>> list(spots("aa", "aaaba"))
    [(0, 2)]
    """
    at = text.find(word) if word else -1
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))
