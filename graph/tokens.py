"""Takes a Cypher text apart into tokens: just enough to tell what a query would do, without parsing it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ontology.errors import QueryError

_TOKEN = re.compile(
    r"""
      (?P<space>\s+|//[^\r\n]*|/\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | (?P<name>`(?:[^`]|``)*`)
    | (?P<number>(?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?))
    | (?P<word>[^\W\d]\w*)
    | (?P<sign><>|<=|>=|=~|\.\.|->|<-|\|\||[-+*/%^=<>()\[\]{},;:|&!$.?])
    """,
    re.VERBOSE | re.DOTALL,
)
_UNICODE_ESCAPE = re.compile(r"\\u", re.IGNORECASE)
_OPENING = {"(": ")", "[": "]", "{": "}"}
_UNFINISHED = {"'": "a text", '"': "a text", "`": "a quoted name", "/": "a comment"}

LONGEST = 100_000
"""Characters that a query may have."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its kind (string, name, number, word or sign), its text, where it stands, and how deep in brackets."""

    kind: str
    text: str
    start: int
    depth: int
    bracket: str
    """The innermost open bracket, or an empty string."""

    @property
    def upper(self) -> str:
        """The text in upper case if it is a bare word or a sign; else an empty string, which matches no keyword."""
        return self.text.upper() if self.kind in {"word", "sign"} else ""


def tokens(text: str) -> list[Token]:
    """Take a query apart.

    An opening bracket has the depth outside it; its closing one has the same.

    Raises
    ------
    QueryError
        for a text that is too long, has a Unicode escape, an unfinished string, name or comment, or odd brackets.
    """
    if len(text) > LONGEST:
        raise QueryError(f"the query has more than {LONGEST:,} characters; pass long values as parameters")
    if escape := _UNICODE_ESCAPE.search(text):
        # A server may resolve the escape before it reads the query, so that a text may end where none seems to end
        raise QueryError(
            f"character {escape.start() + 1}: Unicode escapes are not allowed in a query; "
            "write the character itself or pass it as a parameter"
        )
    found: list[Token] = []
    open_: list[str] = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        # A lone slash before a star is a comment that never ends
        if match is None or (text.startswith("/*", position) and match.lastgroup != "space"):
            what = _UNFINISHED.get(text[position])
            said = f"{what} is never closed" if what else f"{text[position]!r} is no part of Cypher"
            raise QueryError(f"character {position + 1}: {said}")
        position = match.end()
        kind = match.lastgroup or ""
        if kind == "space":
            continue
        value = match.group()
        if value in _OPENING.values() and (not open_ or _OPENING[open_.pop()] != value):
            raise QueryError(f"character {match.start() + 1}: {value!r} closes nothing")
        found.append(Token(kind, value, match.start(), len(open_), open_[-1] if open_ else ""))
        if value in _OPENING and kind == "sign":
            open_.append(value)
    if open_:
        raise QueryError(f"{open_[-1]!r} is never closed")
    return found


def split(items: Sequence[Token], words: frozenset[str], depth: int) -> list[list[Token]]:
    """Split at each token of one depth whose upper case is among the words."""
    parts: list[list[Token]] = [[]]
    for item in items:
        if item.depth == depth and item.upper in words:
            parts.append([])
        else:
            parts[-1].append(item)
    return parts


def groups(items: Sequence[Token]) -> Iterator[list[Token]]:
    """Give the inside of each bracket that is not inside another."""
    if not items:
        return
    outer = items[0].depth
    inside: list[Token] | None = None
    for item in items:
        if item.depth == outer and item.kind == "sign" and item.text in _OPENING:
            inside = []
        elif item.depth == outer and item.kind == "sign" and item.text in _OPENING.values() and inside is not None:
            yield inside
            inside = None
        elif inside is not None:
            inside.append(item)
