"""Export as CSV: one file each for entities, relations, figures and evidence, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from graph.drafts import drafts
from graph.facts import Evidence, Facts

Table = tuple[tuple[str, ...], list[tuple[Any, ...]]]

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def neutralise(text: str) -> str:
    """Keep a spreadsheet from reading a text as a formula: an apostrophe before ``= + - @``, tab or line break.

    Numbers stay numbers.

    Examples
    --------
    >>> neutralise("=1+1"), neutralise("-2.5"), neutralise("沈阳市")
    ("'=1+1", '-2.5', '沈阳市')
    """
    return "'" + text if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def cell(value: Any) -> str:
    """Write a value as text: lists joined with ``; ``, whole numbers without a point, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, list | tuple):
        return "; ".join(cell(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(value)


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Give the lines of a CSV file, header first, each ended with a line feed."""

    class Echo:
        def write(self, line: str) -> str:
            return line

    writer = csv.writer(Echo(), lineterminator="\n")
    for row in ([*columns], *rows):
        yield str(writer.writerow([neutralise(cell(value)) for value in row]))


def write(facts: Facts, out: Path) -> list[Path]:
    """Write the four files into a folder, each replaced only when all are written; give the files.

    The files start with a byte order mark, without which Excel misreads Chinese.
    """
    out.mkdir(parents=True, exist_ok=True)
    found = tables(facts.sorted())
    files = [out / f"{name}.csv" for name in found]
    with drafts(*files) as parts:
        for draft, (columns, rows) in zip(parts, found.values(), strict=True):
            with draft.open("w", encoding="utf-8-sig", newline="") as file:
                file.writelines(csv_lines(columns, rows))
    return files


def tables(facts: Facts) -> dict[str, Table]:
    """Give the four tables, each as columns and rows of values."""
    names = {entity.id: entity.name for entity in facts.entities}
    keys = sorted({key for entity in facts.entities for key in entity.properties})
    return {
        "entities": (
            ("id", "class", "name", "aliases", "documents", *keys),
            [
                (e.id, e.label, e.name, e.aliases, e.documents, *(e.properties.get(key) for key in keys))
                for e in facts.entities
            ],
        ),
        "relations": (
            (
                "source", "source_name", "type", "target", "target_name", "confidence", "derived", "derived_from",
                "documents",
            ),
            [
                (
                    r.source, names.get(r.source), r.type, r.target, names.get(r.target), r.confidence, r.derived,
                    r.derived_from, _documents(r.evidence),
                )
                for r in facts.relations
            ],
        ),
        "figures": (
            ("entity", "name", "indicator", "value", "max", "unit", "year", "kind", "bound", "confidence", "documents"),
            [
                (
                    f.entity, names.get(f.entity), f.indicator, f.value, f.max, f.unit, f.year, f.kind, f.bound,
                    f.confidence, _documents(f.evidence),
                )
                for f in facts.figures
            ],
        ),
        "evidence": (
            ("fact", "key", "document", "section", "paragraph", "start", "end", "rule", "quote"),
            [
                (fact, key, e.document, e.section, e.paragraph, e.start, e.end, e.rule, e.quote)
                for fact, key, evidence in _evidence(facts)
                for e in evidence
            ],
        ),
    }  # fmt: skip


def _documents(evidence: Iterable[Evidence]) -> list[str]:
    return sorted({e.document for e in evidence})


def _evidence(facts: Facts) -> Iterator[tuple[str, str, tuple[Evidence, ...]]]:
    yield from (("entity", e.id, e.evidence) for e in facts.entities)
    yield from (("relation", r.key, r.evidence) for r in facts.relations)
    yield from (("figure", f.key, f.evidence) for f in facts.figures)
