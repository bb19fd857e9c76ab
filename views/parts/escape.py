"""Makes text from documents harmless where it is shown: Markdown and HTML."""

from __future__ import annotations

import html as _html
import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&\"'@/^=])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
# Addresses become links even where each of their signs is escaped; a joint without width parts them.
_ADDRESS = re.compile(r"(?i)(?<=http)(?=s?:)|(?<=www)(?=\.)")
_JOINT = "\u2060"


def html(text: object) -> str:
    """Escape for HTML text and quoted attributes; direction overrides and control characters become visible."""
    return _html.escape(_CONTROL.sub("\ufffd", str(text)), quote=True)


def markdown(text: object) -> str:
    r"""Escape for Streamlit's Markdown, so that addresses, images and directives show as typed.

    Examples
    --------
    >>> markdown("[x](javascript:1)")
    '\\[x\\]\\(javascript\\:1\\)'
    """
    flat = " ".join(_CONTROL.sub("\ufffd", str(text)).split())
    return _MARKDOWN.sub(r"\\\1", _ADDRESS.sub(_JOINT, flat))
