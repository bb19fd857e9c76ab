"""Shapes of Cypher that the embedded engine answers wrongly without a word; each is refused with a way to rewrite it.

All were measured on ArcadeDB 26.10: an OR across two nodes loses rows if one side is not a plain comparison (a bare
boolean, CASE, any(), coalesce(), a subscript); a closed path of variable length over a choice of labels loses paths;
count(*) over self-loops, grouped, counts other ties as well.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from graph.tokens import Token, groups, split
from ontology.errors import QueryError

_CLAUSES = frozenset(
    {
        *("MATCH", "OPTIONAL", "WITH", "RETURN", "UNWIND", "UNION", "CALL", "WHERE", "ORDER", "SKIP", "OFFSET"),
        *("LIMIT", "YIELD", "FINISH", "USING", "FILTER", "LET"),
    }
)
_COMPARISONS = frozenset({"=", "<>", "<", "<=", ">", ">=", "=~", "IN", "CONTAINS", "STARTS", "ENDS", "IS", ":"})
_PATTERNS = frozenset({"->", "<-"})
_SUBQUERIES = frozenset({"EXISTS", "COUNT", "COLLECT"})
_EITHER = frozenset({"OR", "XOR"})
_OTHER = frozenset({"AND", "NOT", "NULL", "TRUE", "FALSE", "CASE", "WHEN", "THEN", "ELSE", "END", "AS"})
_WORDS = _CLAUSES | _COMPARISONS | _EITHER | _OTHER


def check(found: Sequence[Token]) -> None:
    """Refuse a query of such a shape; QueryError with the rewriting."""
    found = _without_names(found)
    for condition in _conditions(found):
        _check_either(condition)
    for start, end in _matches(found):
        _check_paths(found, found[start:end])


def _without_names(found: Sequence[Token]) -> list[Token]:
    """Mark words behind a dot, colon or dollar as names, so that n.or or :Match is taken for no keyword."""
    return [
        Token("name", token.text, token.start, token.depth, token.bracket)
        if token.kind == "word" and position and found[position - 1].text in {".", ":", "$"} and token.bracket != "{"
        else token
        for position, token in enumerate(found)
    ]


def _conditions(found: Sequence[Token]) -> Iterator[list[Token]]:
    """Give each WHERE that belongs to a MATCH; after WITH the engine is right."""
    for position, token in enumerate(found):
        if token.upper != "WHERE" or _is_property(found, position):
            continue
        owner = next(
            (
                t.upper
                for i, t in reversed(list(enumerate(found[:position])))
                if t.depth == token.depth and t.upper in {"MATCH", "WITH", "YIELD"} and not _is_operator(found, i)
            ),
            "",
        )
        if owner == "MATCH":
            yield list(_until_clause(found, position + 1, token.depth))


def _until_clause(found: Sequence[Token], start: int, depth: int) -> Iterator[Token]:
    for position in range(start, len(found)):
        token = found[position]
        ends = token.depth == depth and token.upper in _CLAUSES
        if token.depth < depth or (ends and not _is_operator(found, position) and not _is_property(found, position)):
            return
        yield token


def _is_operator(found: Sequence[Token], position: int) -> bool:
    return found[position].upper == "WITH" and position > 0 and found[position - 1].upper in {"STARTS", "ENDS"}


def _is_property(found: Sequence[Token], position: int) -> bool:
    return position > 0 and found[position - 1].text in {".", ":", "$"}


def _check_either(condition: list[Token]) -> None:
    if not condition:
        return
    depth = condition[0].depth
    operands = split(_without_case(condition), _EITHER, depth)
    if len(operands) > 1:
        variables = set(_variables(condition))
        if len(variables) > 1 and any(_bare(operand) for operand in operands):
            names = ", ".join(sorted(variables))
            raise QueryError(
                "the embedded store may lose rows here: an OR over several nodes in which one side is no plain "
                f"comparison of properties. Put it behind WITH, as in MATCH … WITH {names} WHERE …; a bare boolean "
                "may also be written as a comparison (n.derived = true)"
            )
    for operand in operands:
        for atom in split(operand, frozenset({"AND", "NOT"}), depth):
            if atom and atom[0].text == "(" and not _is_pattern(atom):
                for inside in groups(atom):
                    _check_either(inside)


def _without_case(items: list[Token]) -> list[Token]:
    """Push the inside of each CASE one bracket down, so that its OR parts nothing outside."""
    level, found = 0, []
    for token in items:
        level -= token.upper == "END"
        found.append(Token(token.kind, token.text, token.start, token.depth + level, token.bracket) if level else token)
        level += token.upper == "CASE"
    return found


def _bare(operand: list[Token]) -> bool:
    """Say whether some part of an operand is not a comparison of plain values."""
    if not operand:
        return False
    depth = operand[0].depth
    for whole in split(operand, frozenset({"AND"}), depth):
        atom = [t for i, t in enumerate(whole) if not (t.upper == "NOT" and all(p.upper == "NOT" for p in whole[:i]))]
        if not atom or _is_pattern(atom) or _is_subquery(atom) or _is_constant(atom):
            continue
        if atom[0].text == "(" and atom[-1].text == ")" and len(list(groups(atom))) == 1:
            inside = next(groups(atom))
            if any(_bare(part) for part in split(inside, _EITHER, inside[0].depth if inside else 0)):
                return True
            continue
        if _odd(atom) or not any(t.depth == depth and t.upper in _COMPARISONS for t in atom):
            return True
    return False


def _is_subquery(atom: Sequence[Token]) -> bool:
    return len(atom) > 1 and atom[0].upper in _SUBQUERIES and atom[1].text == "{"


def _is_constant(atom: Sequence[Token]) -> bool:
    return (len(atom) == 1 and atom[0].upper in {"TRUE", "FALSE"}) or (len(atom) == 2 and atom[0].text == "$")


def _odd(atom: list[Token]) -> bool:
    """Say whether a comparison has a CASE, a subscript, or a property of something that is no variable."""
    depth = atom[0].depth
    for before, token in itertools.pairwise(atom):
        after_value = before.text in {")", "]", "}"} or (before.kind in {"word", "name"} and before.upper not in _WORDS)
        if token.depth == depth and token.text == "[" and after_value:
            return True
        if token.depth == depth and token.text == "." and before.text in {")", "]", "}"}:
            return True
    return any(token.upper == "CASE" and token.depth == depth for token in atom)


def _is_pattern(atom: Sequence[Token]) -> bool:
    """Say whether a condition is a pattern such as (n)-[:R]->(m)."""
    depth = atom[0].depth
    return any(
        token.depth == depth
        and (token.text in _PATTERNS or (token.text == "-" and before.text in {")", "<"}))
        and after.text in {"[", "(", "-", ">"}
        for before, token, after in zip(atom, atom[1:], atom[2:], strict=False)
    )


def _variables(items: Sequence[Token]) -> Iterator[str]:
    """Name the variables, those of a list predicate or comprehension left out."""
    outer = items[0].depth
    local = {
        token.text
        for before, token, after in zip(items, items[1:], items[2:], strict=False)
        if token.depth > outer and before.text in {"(", "[", ","} and after.upper in {"IN", "="}
    }
    for position, token in enumerate(items):
        before = items[position - 1].text if position else ""
        after = items[position + 1].text if position + 1 < len(items) else ""
        in_map = token.bracket == "{"
        if token.kind not in {"word", "name"} or token.upper in _WORDS | _SUBQUERIES or token.text in local:
            continue
        if before in {".", "$"} or after == "(" or (in_map and after == ":") or (before == ":" and not in_map):
            continue
        yield token.text


def _matches(found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    for position, token in enumerate(found):
        if token.upper == "MATCH" and not _is_property(found, position):
            inside = list(_until_clause(found, position + 1, token.depth))
            yield position + 1, position + 1 + len(inside)


def _check_paths(found: Sequence[Token], pattern: Sequence[Token]) -> None:
    if not pattern:
        return
    depth = pattern[0].depth
    counted = any(
        [a.upper, b.text, c.text] == ["COUNT", "(", "*"] for a, b, c in zip(found, found[1:], found[2:], strict=False)
    )
    for path in split(pattern, frozenset({","}), depth):
        nodes = _nodes(path, depth)
        closed = len(nodes) > 1 and nodes[0] and nodes[0] == nodes[-1]
        if closed and _of_many_lengths(path) and _chosen(found, nodes[0]):
            raise QueryError(
                f"the embedded store may lose paths here: a closed path of variable length on ({nodes[0]}:A|B). "
                f"End it at another node: …-(other) WHERE {nodes[0]} = other"
            )
        loop = next((a for a, b in itertools.pairwise(nodes) if a and a == b), None)
        if loop and counted:
            raise QueryError(
                f"the embedded store may count too much here: count(*) over ({loop})-[…]->({loop}). "
                f"Name the tie and count it, ({loop})-[r]->({loop}) … count(r), "
                f"or end at another node: …->(other) WHERE {loop} = other"
            )


def _of_many_lengths(path: Sequence[Token]) -> bool:
    depth = path[0].depth
    return any((t.text == "*" and t.bracket == "[") or (t.depth == depth and t.text in {"+", "{", "*"}) for t in path)


def _nodes(path: Sequence[Token], depth: int) -> list[str]:
    """Name the variable of each node of a path, or give an empty text."""
    found = []
    for position, token in enumerate(path):
        if token.text == "(" and token.depth == depth:
            after = path[position + 1]
            found.append(after.text if after.kind in {"word", "name"} else "")
    return found


def _chosen(found: Sequence[Token], name: str) -> bool:
    """Say whether a variable has a choice of labels anywhere."""
    for position, token in enumerate(found[:-1]):
        if token.text == name and found[position + 1].text == ":":
            for after in found[position + 2 :]:
                if after.text in {"|", "!"}:
                    return True
                if after.kind not in {"word", "name"} and after.text not in {"&", "%", ":"}:
                    break
    return False
