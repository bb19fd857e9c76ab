"""Finds shapes of Cypher that some store answers wrongly without a word, and answers that depend on chance.

The library's own queries must be free of all findings, so that one text serves every store. What an analyst writes
at the console is checked by the store that is to answer it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass

from queries import syntax

GRAPH_LABELS = frozenset({"Polecore", "Entity", "Document", "Passage", "Figure"})
GRAPH_TYPES = frozenset({"HAS_PASSAGE", "MENTIONED_IN", "HAS_FIGURE"})

_COMPARISON = re.compile(
    r"=|<|>|=~|\bIN\b|\bCONTAINS\b|\b(?:STARTS|ENDS)\s+WITH\b|\bIS\s+(?:NOT\s+)?NULL\b", re.IGNORECASE
)
_CASE = re.compile(r"\bCASE\b(?:(?!\bCASE\b).)*?\bEND\b", re.IGNORECASE | re.DOTALL)
_VARIABLE = re.compile(r"(?<![\w.$])([A-Za-z_]\w*)\s*\.\s*[A-Za-z_]")
_BOUNDARY = re.compile(
    r"\b(?:WHERE|(?<!STARTS )(?<!ENDS )WITH|RETURN|MATCH|OPTIONAL|UNWIND|ORDER\s+BY|SKIP|LIMIT|UNION)\b|[,|]",
    re.IGNORECASE,
)
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
        *_or_across_nodes(masked),
        *_closed_paths(masked),
        *_self_loop_counts(masked),
        *_writes(cypher),
        *_order(cypher, masked),
        *_identities(masked),
        *_unknown_names(masked, frozenset(labels), frozenset(types)),
    ]


def _or_across_nodes(masked: str) -> list[Finding]:
    found = []
    for text in _conditions(masked):
        operands = syntax.split(text, re.compile(r"\bX?OR\b", re.IGNORECASE))
        if len(operands) < 2:
            continue
        variables = {name for operand in operands for name in _VARIABLE.findall(operand)}
        if len(variables) > 1 and any(_bare(operand) for operand in operands):
            message = (
                "an OR across two nodes with a bare boolean, coalesce, CASE, any() or the like on one side: "
                "write `… = true`, or put the condition behind WITH n, m WHERE"
            )
            found.append(Finding("or-across-nodes", message, " ".join(text.split())))
    return found


def _conditions(masked: str) -> list[str]:
    """Give every stretch that can hold an OR: between clause keywords at its own bracket depth, and in brackets."""
    # WHEN, THEN and ELSE do not part an operand of OR: the whole CASE is one value
    opaque = _CASE.sub(lambda m: re.sub(r"\b(?:WHEN|THEN|ELSE)\b", "    ", m.group(), flags=re.IGNORECASE), masked)
    found = [text.strip() for text in syntax.split(opaque, _BOUNDARY)]
    for inside in _brackets(masked):
        found.extend(_conditions(inside))
    return found


def _brackets(masked: str) -> list[str]:
    levels, found, start = syntax.depths(masked), [], None
    for position, level in enumerate(levels):
        if level == 1 and start is None:
            start = position
        if start is not None and masked[position] in ")]}" and level == 1:
            found.append(masked[start + 1 : position])
            start = None
    return found


def _bare(operand: str) -> bool:
    """Say whether one conjunct is a boolean value of its own, with no comparison outside brackets and CASE."""
    for atom in syntax.split(operand, re.compile(r"\bAND\b", re.IGNORECASE)):
        text = re.sub(r"^(?:NOT\b\s*)+", "", atom.strip(), flags=re.IGNORECASE)
        if text.startswith("(") and text.endswith(")") and _brackets(text) == [text[1:-1]]:
            if re.search(r"[-<>]\s*[(\[]|[)\]]\s*[-<>]", text):
                continue
            if any(_bare(part) for part in syntax.split(text[1:-1], re.compile(r"\bX?OR\b", re.IGNORECASE))):
                return True
            continue
        opaque = _CASE.sub(lambda m: "_" * len(m.group()), text)
        outer = "".join(c if level == 0 else " " for c, level in zip(opaque, syntax.depths(opaque), strict=True))
        if not _COMPARISON.search(outer):
            return True
    return False


def _closed_paths(masked: str) -> list[Finding]:
    found = []
    for path in _paths(masked):
        names = re.findall(_NODE, path)
        first, last = names[0], names[-1]
        varied = re.search(r"\[[^\]]*\*[^\]]*\]", path)
        if first and first == last and varied and re.search(rf"\(\s*{first}\s*:[^()]*\|", masked):
            message = (
                f"a closed path of variable length on ({first}:A|B): end it at another node, …-(m) WHERE {first} = m"
            )
            found.append(Finding("closed-path", message, " ".join(path.split())))
    return found


def _self_loop_counts(masked: str) -> list[Finding]:
    if not re.search(r"\bcount\s*\(\s*\*\s*\)", masked, re.IGNORECASE):
        return []
    return [
        Finding("self-loop-count", "count(*) over (n)-[r]->(n): count(r), or end at (m) WHERE n = m", path.strip())
        for path in _paths(masked)
        if any(a and a == b for a, b in _steps(path))
    ]


def _paths(masked: str) -> list[str]:
    return [m.group() for m in re.finditer(rf"{_NODE}(?:{_EDGE}{_NODE})+", masked)]


def _steps(path: str) -> list[tuple[str, str]]:
    names = re.findall(_NODE, path)
    return list(itertools.pairwise(names))


def _writes(cypher: str) -> list[Finding]:
    return [
        Finding(
            "not-reading", f"{clause.keyword}: the library only reads; no writes, procedures or files", clause.keyword
        )
        for clause in syntax.clauses(cypher)
        if clause.keyword in _WRITING
    ]


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
