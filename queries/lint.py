"""Finds shapes of Cypher that some store answers wrongly without a word, and answers that depend on chance.

The library's own queries must be free of all findings, so that one text serves every store; in a file of a user's own,
those of `REFUSED` are refused. What an analyst writes at the console is checked by the store that is to answer it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from graph import shapes
from graph.tokens import tokens
from ontology.errors import QueryError
from queries import syntax

REFUSED = frozenset({"wrong-answer", "not-reading"})
"""Rules whose findings no question of a library may have."""

GRAPH_LABELS = frozenset({"Polecore", "Entity", "Document", "Passage", "Figure"})
GRAPH_TYPES = frozenset({"HAS_PASSAGE", "MENTIONED_IN", "HAS_FIGURE"})

_SUBQUERY = re.compile(r"\s*(?:\([^()]*\)\s*)?\{(.*)\}\s*", re.DOTALL)
_WRITING = {"CREATE", "MERGE", "SET", "DELETE", "DETACH DELETE", "REMOVE", "FOREACH", "DROP", "LOAD CSV", "CALL"}
_NODE = r"\(\s*([A-Za-z_]\w*)?[^()]*\)"
_EDGE = r"\s*<?-\s*(?:\[[^\]]*\])?\s*->?\s*"


@dataclass(frozen=True, slots=True)
class Finding:
    """One shape that was found: the rule, what is wrong and what to write instead, and the text concerned."""

    rule: str
    message: str
    excerpt: str


def lint(cypher: str, *, labels: Collection[str] = (), types: Collection[str] = ()) -> list[Finding]:
    """Check one query.

    Parameters
    ----------
    cypher : the text, with or without its header.
    labels, types : the ontology's labels and relationship types; names outside them are found. Empty: not checked.
    """
    masked = syntax.mask(cypher)
    return [
        *_wrong_answers(cypher),
        *_writes(cypher),
        *_order(cypher, masked),
        *_identities(masked),
        *_unknown_names(masked, frozenset(labels), frozenset(types)),
    ]


def _wrong_answers(cypher: str) -> list[Finding]:
    """Find a shape that the embedded engine answers wrongly, or a text that is no Cypher."""
    try:
        shapes.check(tokens(cypher))
    except QueryError as error:
        return [Finding("wrong-answer", str(error), "")]
    return []


def _writes(cypher: str) -> list[Finding]:
    found = []
    for clause in syntax.clauses(cypher):
        subquery = _SUBQUERY.fullmatch(clause.body) if clause.keyword == "CALL" else None
        if subquery is not None:
            found += _writes(subquery.group(1))
        elif clause.keyword in _WRITING:
            message = f"{clause.keyword}: the library only reads; no writes, procedures or files"
            found.append(Finding("not-reading", message, clause.keyword))
    return found


def _order(cypher: str, masked: str) -> list[Finding]:
    all_clauses = syntax.clauses(cypher)
    found = []
    if not all_clauses or not _ordered(all_clauses[-1].body):
        found.append(Finding("unordered", "the answer has no ORDER BY: two runs may differ", "RETURN"))
    for number, clause in enumerate(all_clauses):
        if clause.keyword not in {"WITH", "RETURN"} or not re.search(r"\bcollect\s*\(", clause.body, re.IGNORECASE):
            continue
        before = all_clauses[number - 1] if number else None
        if before is None or before.keyword != "WITH" or not _ordered(before.body):
            message = "collect() without a WITH … ORDER BY just before it: the list's order is left to chance"
            found.append(Finding("unordered-collect", message, " ".join(clause.body.split())))
    for match in re.finditer(rf"\[\s*(?:[A-Za-z_]\w*\s*=\s*)?{_NODE}{_EDGE}\(", masked):
        message = "a pattern in a list has no order: MATCH it, then WITH … ORDER BY, then collect()"
        found.append(Finding("unordered-collect", message, " ".join(match.group().split())))
    return found


def _ordered(body: str) -> bool:
    return any(syntax.depths(body)[m.start()] == 0 for m in re.finditer(r"\bORDER\s+BY\b", body, re.IGNORECASE))


def _identities(masked: str) -> list[Finding]:
    return [
        Finding("store-identity", f"{m.group(1)}(): differs from store to store; use the property id", m.group(1))
        for m in re.finditer(r"(?<![.\w])(elementId|id|rand|randomUUID|timestamp|datetime)\s*\(", masked, re.IGNORECASE)
    ]


def _unknown_names(masked: str, labels: frozenset[str], types: frozenset[str]) -> list[Finding]:
    found = []
    if labels:
        for expression in re.findall(r"\(\s*(?:[A-Za-z_]\w*)?\s*:\s*([\w:|&!\s]+)", masked):
            for name in re.findall(r"\w+", expression):
                if name not in labels | GRAPH_LABELS:
                    found.append(Finding("unknown-name", f"no class {name} in the ontology", name))
    if types:
        for expression in re.findall(r"\[\s*(?:[A-Za-z_]\w*)?\s*:\s*([\w:|\s]+)", masked):
            for name in re.findall(r"[A-Za-z_]\w*", expression):
                if name not in types | GRAPH_TYPES:
                    found.append(Finding("unknown-name", f"no relationship {name} in the ontology", name))
    return found
