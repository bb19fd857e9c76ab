"""Reads the text of a Cypher query just far enough to check it: clauses, columns, parameters; it does not parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPAQUE = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:``|[^`])*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
_CLAUSE = re.compile(
    r"\b(OPTIONAL\s+MATCH|MATCH|WITH|RETURN|UNWIND|UNION(?:\s+ALL)?|CALL|CREATE|MERGE|SET|DETACH\s+DELETE|DELETE"
    r"|REMOVE|FOREACH|DROP|LOAD\s+CSV)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\b(?:ORDER\s+BY|SKIP|LIMIT)\b", re.IGNORECASE)
_ALIAS = re.compile(r"(?:^|.*\bAS\s+)([A-Za-z_]\w*)$", re.DOTALL | re.IGNORECASE)
_OPENING, _CLOSING = "([{", ")]}"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause at the outer level: its keyword in upper case, and the masked text that follows it."""

    keyword: str
    body: str


def mask(cypher: str) -> str:
    """Blank out comments, strings and quoted names, keeping every position, so that patterns cannot match in them.

    Examples
    --------
    >>> mask("RETURN 'a OR b' AS x // c")
    "RETURN '      ' AS x     "
    """

    def blank(match: re.Match[str]) -> str:
        text = match.group()
        if text.startswith("/"):
            return re.sub(r"[^\n]", " ", text)
        return text[0] + " " * (len(text) - 2) + text[-1]

    return _OPAQUE.sub(blank, cypher)


def depths(masked: str) -> list[int]:
    """Give the bracket depth of each character; an opening bracket already counts, a closing one still does."""
    depth, found = 0, []
    for character in masked:
        if character in _OPENING:
            depth += 1
        found.append(depth)
        if character in _CLOSING:
            depth -= 1
    return found


def split(masked: str, separator: re.Pattern[str]) -> list[str]:
    """Split at each match of a separator that stands outside all brackets."""
    levels, parts, start = depths(masked), [], 0
    for match in separator.finditer(masked):
        if levels[match.start()] == 0:
            parts.append(masked[start : match.start()])
            start = match.end()
    return [*parts, masked[start:]]


def clauses(cypher: str) -> list[Clause]:
    """Give the clauses at the outer level, in order."""
    masked = mask(cypher)
    levels = depths(masked)
    # STARTS WITH and ENDS WITH are operators, not the clause
    hits = [
        m
        for m in _CLAUSE.finditer(masked)
        if levels[m.start()] == 0 and not re.search(r"\b(?:STARTS|ENDS)\s+$", masked[: m.start()], re.IGNORECASE)
    ]
    ends = [*(m.start() for m in hits[1:]), len(masked)]
    return [
        Clause(re.sub(r"\s+", " ", m.group().upper()), masked[m.end() : end].strip())
        for m, end in zip(hits, ends, strict=True)
    ]


def parameters(cypher: str) -> set[str]:
    """Name the parameters (``$name``) that a query uses."""
    return set(re.findall(r"\$([A-Za-z_]\w*)", mask(cypher)))


def returned(cypher: str) -> list[tuple[str, ...]]:
    """Name the columns of each final RETURN: one tuple, or one for each branch of a UNION.

    A column without a plain name (an expression without AS) comes back as its text.
    """
    found: list[tuple[str, ...]] = []
    for branch in _branches(clauses(cypher)):
        if not branch or branch[-1].keyword != "RETURN":
            found.append(())
            continue
        body = split(branch[-1].body.rstrip("; \n"), _TAIL)[0]
        body = re.sub(r"^\s*DISTINCT\b", "", body, flags=re.IGNORECASE)
        columns = []
        for item in split(body, re.compile(",")):
            alias = _ALIAS.match(item.strip())
            columns.append(alias.group(1) if alias else item.strip())
        found.append(tuple(columns))
    return found


def _branches(all_clauses: list[Clause]) -> Iterator[list[Clause]]:
    branch: list[Clause] = []
    for clause in all_clauses:
        if clause.keyword.startswith("UNION"):
            yield branch
            branch = []
        else:
            branch.append(clause)
    yield branch
