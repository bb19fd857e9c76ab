"""Export as the CSV files that ``neo4j-admin database import full`` reads, with the command that does it.

These files are for a machine: texts stand in them as they are, so do not open them in a spreadsheet.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from graph.cypher import CONSTRAINTS, INDEXES
from graph.export.csv import cell
from graph.export.files import put_all
from graph.export.records import properties, records
from graph.facts import Facts
from graph.rows import Row
from ontology.errors import OntologyError
from ontology.schema import load_schema

_BETWEEN = "\x1f"
_TYPES: dict[type, str] = {str: "string", bool: "boolean", int: "long", float: "double", list: "string[]"}
_COMMAND = """#!/bin/sh
# Fills a new database; stop the server first, start it afterwards, then run the statements of index.cypher.
cd "$(dirname "$0")" && exec neo4j-admin database import full "${{1:-neo4j}}" --overwrite-destination \\
  --id-type=string --array-delimiter=U+001F --multiline-fields=true --skip-duplicate-nodes=false \\
{files}
"""


def write(facts: Facts, out: Path) -> list[Path]:
    """Write one file for each class and type into a folder, with the command that imports them."""
    schema = load_schema()
    found = records(facts)
    kinds = _kinds(properties(found))
    nodes = {
        label: _nodes(rows, schema.labels_of(label), kinds) for label, rows in found.nodes.items()
    }  # fmt: skip
    joins = {type_: _joins(rows, "source", "target", type_) for type_, rows in found.ties.items()}
    joins["HAS_PASSAGE"] = _joins(found.has_passage, "document", "id", "HAS_PASSAGE")
    joins["HAS_FIGURE"] = _joins(found.has_figure, "entity", "id", "HAS_FIGURE")
    joins["MENTIONED_IN"] = _joins(found.mentions, "id", "passage", "MENTIONED_IN")
    names = [f"  --nodes=node_{n}.csv" for n in nodes] + [f"  --relationships=tie_{n}.csv" for n in joins]
    texts = {f"node_{name}.csv": text for name, text in nodes.items()}
    texts |= {f"tie_{name}.csv": text for name, text in joins.items()}
    texts["import.sh"] = _COMMAND.format(files=" \\\n".join(names))
    texts["index.cypher"] = _indexes()
    return put_all({out / name: text for name, text in texts.items()})


def _indexes() -> str:
    return "".join(f"{text};\n" for text in (*CONSTRAINTS.values(), *INDEXES.values()))


def _kinds(items: Iterable[Row]) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in items:
        for key, value in item.items():
            kind = _TYPES[type(value)]
            if found.setdefault(key, kind) != kind:
                numeric = {found[key], kind} <= {"long", "double"}
                found[key] = "double" if numeric else "string"
    return found


def _nodes(rows: Sequence[Row], labels: Sequence[str], kinds: dict[str, str]) -> str:
    keys = sorted({key for row in rows for key in row["properties"]} - {"id"})
    head = ["id:ID", *(f"{key}:{kinds[key]}" for key in keys), ":LABEL"]
    # the labels are told apart by the same sign as the items of a list
    return _table(
        head,
        rows,
        lambda row: [row["id"], *(row["properties"].get(key) for key in keys), labels],
    )


def _joins(rows: Sequence[Row], start: str, end: str, type_: str) -> str:
    held = [row.get("properties", {k: v for k, v in row.items() if k not in (start, end)}) for row in rows]
    keys = sorted({key for item in held for key in item})
    kinds = _kinds(held)
    head = [":START_ID", *(f"{key}:{kinds[key]}" for key in keys), ":END_ID", ":TYPE"]
    pairs = list(zip(rows, held, strict=True))
    return _table(
        head, pairs, lambda pair: [pair[0][start], *(pair[1].get(key) for key in keys), pair[0][end], type_]
    )  # fmt: skip


def _table(head: Sequence[str], rows: Iterable[Any], line: Callable[[Any], list[Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(head)
    for row in rows:
        writer.writerow([_cell(value) for value in line(row)])
    return text.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, list | tuple):
        wrong = next((item for item in value if _BETWEEN in item), None)
        if wrong is not None:
            raise OntologyError(f"{wrong!r}: holds the control character U+001F; correct the record")
        return _BETWEEN.join(value)
    return cell(value)
