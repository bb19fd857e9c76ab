"""Makes text from documents harmless where it is shown: Markdown, HTML and spreadsheet cells."""

from __future__ import annotations

import html as _html
import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&\"'@/^=])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def html(text: object) -> str:
    """Escape for HTML text and quoted attributes; direction overrides and control characters become visible."""
    return _html.escape(_CONTROL.sub("\ufffd", str(text)), quote=True)


def markdown(text: object) -> str:
    r"""Escape for Streamlit's Markdown, so that links, images, emphasis, directives and formulas show as typed.

    Examples
    --------
    >>> markdown("[x](javascript:1)")
    '\\[x\\]\\(javascript\\:1\\)'
    """
    flat = " ".join(_CONTROL.sub("\ufffd", str(text)).split())
    return _MARKDOWN.sub(r"\\\1", flat)


def cell(value: object) -> object:
    """Neutralise a value for CSV: text that a spreadsheet would run as a formula gets a leading apostrophe.

    Examples
    --------
    >>> cell("=1+1"), cell("-3.5"), cell(7)
    ("'=1+1", '-3.5', 7)
    """
    if not isinstance(value, str) or _NUMBER.fullmatch(value):
        return value
    return f"'{value}" if value.lstrip(" \u3000\ufeff").startswith(_FORMULA) or value.startswith(_FORMULA) else value
