"""The key that names are searched by: width, case and white space make no difference."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_EDGE = "\n"


def fold(text: str) -> str:
    """Fold width, case and white space.

    Examples
    --------
    >>> fold("ＡＢＣ　高新 区（东）")
    'abc高新区(东)'
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def search_key(names: Iterable[str]) -> str:
    """Join folded names so that whole names and beginnings can be told by ``CONTAINS``."""
    folded = sorted({fold(name) for name in names} - {""})
    return _EDGE + _EDGE.join(folded) + _EDGE


def search_terms(text: str) -> dict[str, str] | None:
    """Give the parameters of a search for a text; None if nothing is left of it."""
    folded = fold(text)
    if not folded:
        return None
    return {"text": folded, "prefix": _EDGE + folded, "exact": _EDGE + folded + _EDGE}


def all_han(text: str) -> bool:
    """Say whether a text is at least two Han characters and nothing else, which the cjk analyser indexes in pairs."""
    return len(text) > 1 and all("\u4e00" <= character <= "\u9fff" for character in text)
