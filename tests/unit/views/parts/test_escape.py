from __future__ import annotations

import re

import pytest

from views.parts.escape import html, markdown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ("\"quoted\" & 'single'", "&quot;quoted&quot; &amp; &#x27;single&#x27;"),
        ("甲\u202e乙\x07", "甲\ufffd乙\ufffd"),
    ],
)
def test_html_escapes_and_shows_what_is_invisible(text: str, shown: str) -> None:
    assert html(text) == shown


@pytest.mark.parametrize(
    "text", ["[a](javascript:b)", "![x](http://y/z.png)", "**bold**", ":red[x]", "$x$", "# title", "<b>"]
)
def test_markdown_leaves_no_mark_unescaped(text: str) -> None:
    escaped = markdown(text)

    assert escaped.replace("\\", "").replace("\u2060", "") == text
    assert all(escaped[at - 1] == "\\" for at, c in enumerate(escaped) if c in "[]()!*:$#<>")


def test_markdown_is_one_line() -> None:
    assert markdown("a\n\n# b") == "a \\# b"


@pytest.mark.parametrize("text", ["http://a.b/c", "HTTPS://a.b", "www.a.b"])
def test_markdown_makes_no_address_a_link(text: str) -> None:
    # Streamlit looks for addresses after it has taken the backslashes away
    seen = markdown(text).replace("\\", "")

    assert not re.search(r"(?i)https?://|www\.", seen)
    assert seen.replace("\u2060", "") == text
