"""The one guard before every query of a user: only reading, only what is listed, values only as parameters.

It does not stand alone. The embedded engine refuses to write in a query, and a server is asked in READ mode after its
own EXPLAIN has called the query a reading one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph import shapes
from graph.tokens import Token, split, tokens
from ontology.errors import QueryError

DEADLINE = 30.0
"""Seconds a query may take unless it is told otherwise."""

WRITES = frozenset(
    {"CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "INSERT", "DROP", "ALTER"}
)
"""Words that write wherever a clause can begin."""

COMMANDS = frozenset(
    {
        *("RENAME", "GRANT", "DENY", "REVOKE", "START", "STOP", "TERMINATE", "ENABLE", "DEALLOCATE", "REALLOCATE"),
        *("DRYRUN", "EXPLAIN", "PROFILE", "CYPHER", "COMMIT", "BEGIN", "ROLLBACK"),
    }
)
"""Words that command the server where they begin a query; elsewhere they may be names."""

PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshiptypes",
        "db.propertykeys",
        "db.schema.visualization",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "dbms.components",
    }
)
SERVER_ONLY = {
    "db.schema.nodetypeproperties": "ask MATCH (n:City) RETURN DISTINCT keys(n)",
    "db.schema.reltypeproperties": "ask MATCH ()-[r:PART_OF]->() RETURN DISTINCT keys(r)",
    "db.index.fulltext.querynodes": "write MATCH (n:Entity) WHERE n.search_key CONTAINS 'text'",
    "db.index.fulltext.queryrelationships": "write MATCH ()-[r]->() WHERE r.key CONTAINS 'text'",
    "dbms.components": "the embedded engine is ArcadeDB",
}
"""Procedure that only a Neo4j server has -> what to write on the embedded store instead."""
FUNCTIONS = frozenset({"date", "datetime", "localdatetime", "localtime", "time", "duration", "point", "vector"})
"""Names before the dot of the only functions with a dotted name that may be called."""

SHOWN = frozenset({"INDEX", "INDEXES", "CONSTRAINT", "CONSTRAINTS"})
_NAMES = frozenset({".", ":", "|", "&", "!", "%", "$"})
_INT64 = 1 << 63


def check(text: str, *, embedded: bool) -> str:
    """Let a query pass, without its last semicolon.

    Parameters
    ----------
    embedded : whether to refuse also the shapes that the embedded engine answers wrongly.

    Raises
    ------
    QueryError
        saying what is not allowed and what to write instead.
    """
    found = tokens(text)
    while found and found[-1].text == ";":
        found.pop()
    if not found:
        raise QueryError("the query is empty; try MATCH (n:Entity) RETURN n.name LIMIT 10")
    for position, token in enumerate(found):
        _check_token(found, position, token)
    _check_parameters(found)
    if embedded:
        _check_dialect(found)
        shapes.check(found)
    last = found[-1]
    return text[: last.start + len(last.text)]


def values(text: str, parameters: Mapping[str, Any] | None) -> dict[str, Any]:
    """Give the parameters that a query uses.

    Raises
    ------
    QueryError
        if one is missing, or is a value that Cypher has not.
    """
    given = dict(parameters or {})
    found = tokens(text)
    used = {_bare(found[i + 1]) for i, token in enumerate(found[:-1]) if token.text == "$"}
    missing = sorted(used - given.keys())
    if missing:
        raise QueryError(f"the query needs a value for ${missing[0]}; give it as a parameter ({missing[0]}=…)")
    for name in used:
        _check_value(name, given[name])
    return {name: given[name] for name in sorted(used)}


def columns(text: str) -> tuple[str, ...]:
    """Name the columns of a query from its text, for a store that names none where there are no rows.

    Examples
    --------
    >>> columns("MATCH (n) RETURN n.name AS name, count(*)")
    ('name', 'count(*)')
    """
    found = tokens(text)
    starts = [i for i, token in enumerate(found) if token.depth == 0 and token.upper == "RETURN"]
    if not starts:
        return ()
    tail = split(found[starts[-1] + 1 :], frozenset({"ORDER", "SKIP", "OFFSET", "LIMIT", "UNION"}), 0)[0]
    if tail and tail[0].upper == "DISTINCT":
        tail = tail[1:]
    named = []
    for item in split(tail, frozenset({","}), 0):
        if len(item) > 2 and item[-2].upper == "AS":
            named.append(_bare(item[-1]))
        elif item and item[0].text != "*":
            named.append(text[item[0].start : item[-1].start + len(item[-1].text)].replace("`", ""))
    return tuple(named)


def _check_token(found: Sequence[Token], position: int, token: Token) -> None:
    before = found[position - 1] if position else None
    after = found[position + 1] if position + 1 < len(found) else None
    if token.text == ";":
        raise QueryError("one query at a time; send what follows the semicolon on its own")
    if token.kind not in {"word", "name"} or _is_name(found, position):
        return
    word = token.upper
    if word in WRITES:
        raise QueryError(
            f"{word} is not allowed: this console only reads; use `polecore load` to change the graph "
            f"(a name like this must be quoted: `{token.text}`)"
        )
    if word == "LOAD" and after is not None and after.upper == "CSV":
        raise QueryError("LOAD CSV is not allowed; use `polecore load` for registers in CSV")
    if word == "USE" or (word in COMMANDS and before is None):
        raise QueryError(f"{word} is not allowed; write the query alone")
    if word == "SHOW" and before is None and (after is None or after.upper not in SHOWN):
        raise QueryError(f"only SHOW {' and SHOW '.join(sorted(SHOWN - {'INDEX', 'CONSTRAINT'}))} are allowed")
    if word == "TRANSACTIONS" and before is not None and before.upper in {"IN", "CONCURRENT"}:
        raise QueryError("queries in several transactions are not allowed; the console only reads")
    if word == "CALL":
        _check_call(found, position)
    elif after is not None and after.text == ".":
        _check_function(found, position)


def _is_name(found: Sequence[Token], position: int) -> bool:
    """Say whether a word stands where no clause can begin: a property, a label, a type, a map key or a parameter."""
    before = found[position - 1] if position else None
    after = found[position + 1] if position + 1 < len(found) else None
    if before is not None and ((before.kind == "sign" and before.text in _NAMES) or before.upper == "AS"):
        return True
    return (
        after is not None
        and after.text == ":"
        and found[position].bracket == "{"
        and before is not None
        and before.text in {"{", ","}
    )


def _check_call(found: Sequence[Token], position: int) -> None:
    rest = found[position + 1 :]
    if rest and rest[0].text in {"{", "("}:
        return  # a subquery: what stands in it is checked like everything else
    name = _dotted(rest)
    if name.lower() not in PROCEDURES:
        allowed = ", ".join(sorted(PROCEDURES))
        raise QueryError(f"CALL {name or '…'} is not allowed; the procedures allowed are {allowed}")


def _check_dialect(found: Sequence[Token]) -> None:
    """Name what the embedded engine does not have, and what does the same there."""
    for position, token in enumerate(found):
        if token.upper == "CALL" and not _is_name(found, position):
            name = _dotted(found[position + 1 :])
            if name.lower() in SERVER_ONLY:
                raise QueryError(f"CALL {name} works on a Neo4j server only; here, {SERVER_ONLY[name.lower()]}")


def _check_function(found: Sequence[Token], position: int) -> None:
    """Refuse functions with a dotted name, such as those of plug-ins, unless they are listed."""
    name = _dotted(found[position:])
    after = position + name.count(".") * 2 + 1
    called = after < len(found) and found[after].text == "("
    in_call = any(token.upper == "CALL" for token in found[max(0, position - 1) : position])
    if called and not in_call and name.partition(".")[0].lower() not in FUNCTIONS:
        raise QueryError(f"the function {name} is not allowed; only Cypher's own functions are")


def _dotted(found: Sequence[Token]) -> str:
    parts: list[str] = []
    for index, token in enumerate(found):
        if index % 2 == 0 and token.kind in {"word", "name"}:
            parts.append(_bare(token))
        elif index % 2 == 0 or token.text != ".":
            break
    return ".".join(parts)


def _check_parameters(found: Sequence[Token]) -> None:
    for position, token in enumerate(found):
        if token.text != "$" or token.kind != "sign":
            continue
        after = found[position + 1] if position + 1 < len(found) else None
        if after is None or after.kind not in {"word", "name", "number"}:
            raise QueryError("a parameter must be a plain name ($name); labels and types cannot be computed")
        if position + 2 < len(found) and _adjoin(found[position + 1], found[position + 2]):
            raise QueryError(f"${after.text}(…) is not allowed; labels and types must be written out")
        before = found[position - 1].text if position else ""
        if before in {"|", "&", "!"} or (before == ":" and not _map_value(found, position)):
            raise QueryError(
                f"${after.text} stands for a label or type; a parameter can only be a value: write the label out"
            )


def _adjoin(name: Token, bracket: Token) -> bool:
    return bracket.text == "(" and bracket.start == name.start + len(name.text)


def _map_value(found: Sequence[Token], position: int) -> bool:
    """Say whether the colon before a token parts key and value of a map."""
    return (
        position >= 3
        and found[position - 1].bracket == "{"
        and found[position - 2].kind in {"word", "name"}
        and found[position - 3].text in {"{", ","}
    )


def _bare(token: Token) -> str:
    return token.text[1:-1].replace("``", "`") if token.kind == "name" else token.text


def _check_value(name: str, value: object) -> None:
    if isinstance(value, list | tuple):
        for item in value:
            _check_value(name, item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise QueryError(f"${name}: a map needs text as keys, not {key!r}")
            _check_value(name, item)
    elif isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            raise QueryError(f"${name} is not valid Unicode; correct it") from None
    elif isinstance(value, int) and not isinstance(value, bool):
        if not -_INT64 <= value < _INT64:
            raise QueryError(f"${name}: {value} is too large for a whole number of 64 bits; pass it as text")
    elif value is not None and not isinstance(value, bool | float):
        # A time zone would be lost on the way, so that dates and times go as text
        raise QueryError(f"${name}: {type(value).__name__} is no value of Cypher; pass numbers, text, lists or maps")
