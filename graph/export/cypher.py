"""Export as a Cypher script that fills an empty Neo4j: ``cypher-shell -f FILE``.

A script has no parameters, so every value is written as a literal here; labels and types come from the ontology.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from graph import cypher as statements
from graph.export.files import put
from graph.export.records import records
from graph.facts import Facts
from graph.rows import Row
from ontology.errors import OntologyError
from ontology.schema import Schema, load_schema

SUFFIX = ".cypher"
_BATCH = 200
_ROWS = "$rows"
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_HEAD = "// Knowledge graph written by Polecore. Run on an empty database: cypher-shell -f FILE\n"


def write(facts: Facts, out: Path) -> list[Path]:
    """Write the script."""
    return [put(out, _HEAD + "".join(f"{text};\n" for text in script(facts)))]


def script(facts: Facts, schema: Schema | None = None) -> Iterator[str]:
    """Give the statements of the script: constraints, nodes, then what joins them."""
    schema = schema or load_schema()
    found = records(facts)
    yield from statements.CONSTRAINTS.values()
    yield from statements.INDEXES.values()
    for label, rows in found.nodes.items():
        yield from _filled(statements.write_nodes(schema, label), rows)
    for type_, rows in found.ties.items():
        yield from _filled(statements.write_ties(schema, type_), rows)
    yield from _filled(statements.link_passages(), found.has_passage)
    yield from _filled(statements.link_figures(), found.has_figure)
    yield from _filled(statements.write_mentions(), found.mentions)


def literal(value: Any) -> str:
    r"""Write a value as Cypher.

    A backslash before ``u`` is kept apart from it, because some versions read ``\\u0027`` as a quotation mark before
    they look at anything else.

    Examples
    --------
    >>> print(literal("a'b"), literal([1, 2.5, True]), literal({"k": "\\u0027"}))
    'a\'b' [1, 2.5, true] {`k`: '\\' + 'u0027'}
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        if value != value or value in (float("inf"), float("-inf")):
            raise OntologyError(f"{value}: not a number that Cypher can write; correct the record")
        return repr(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{statements.quote(key)}: {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(literal, value)) + "]"
    raise OntologyError(f"{value!r}: a {type(value).__name__} cannot be written in Cypher; correct the record")


def _text(value: str) -> str:
    parts = value.split("\\u")
    pieces = [("u" if number else "") + part + ("\\" if number < len(parts) - 1 else "")
              for number, part in enumerate(parts)]  # fmt: skip
    return " + ".join(f"'{_escaped(piece)}'" for piece in pieces)


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in text)


def _filled(statement: str, rows: Sequence[Row]) -> Iterator[str]:
    text = statement.rpartition(" RETURN ")[0]
    for start in range(0, len(rows), _BATCH):
        batch = ",\n  ".join(map(literal, rows[start : start + _BATCH]))
        before, _, after = text.partition(_ROWS)
        yield f"{before}[\n  {batch}\n]{after}"
