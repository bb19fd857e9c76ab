"""Answers as text: a table for people, CSV for spreadsheets, JSON for programs; and one entity told in full."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from graph.drafts import drafts
from graph.export.csv import cell, csv_lines
from graph.facts import Evidence, Facts, Figure, Severity
from graph.store import Profile, Rows, Tie

NOT_BUNDLED = "quotation not bundled; set POLECORE_DOCUMENTS"
_UNLIMITED = 1_000_000
# Characters that reorder what a terminal shows, and the line separators that some terminals obey.
_INVISIBLE = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def _harmful(character: str) -> bool:
    return unicodedata.category(character) == "Cc" or character in _INVISIBLE


def plain(text: str) -> str:
    r"""Make a text harmless on a terminal: white space as spaces, no control and no text direction characters.

    Examples
    --------
    >>> plain("a\x1b[31mb\nc\u202ed")
    'a[31mb cd'
    """
    return "".join(c for c in re.sub(r"[\t\r\n\v\f\u2028\u2029]+", " ", text) if not _harmful(c))


def to_json(value: Any) -> str:
    """Write JSON with Chinese as it is, and anything that a terminal would obey escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    return "".join(c if c == "\n" or not _harmful(c) else f"\\u{ord(c):04x}" for c in text)


def to_table(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, width: int | None = None) -> str:
    """Write an aligned table; ``width`` folds it to a terminal, None leaves every row on one line."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    body = [[plain(cell(value)) for value in row] for row in rows]
    for number, column in enumerate(columns):
        numeric = bool(body) and all(re.fullmatch(r"(-?\d+(\.\d+)?)?", row[number]) for row in body)
        table.add_column(Text(plain(column)), justify="right" if numeric else "left", overflow="fold")
    for row in body:
        table.add_row(*map(Text, row))
    out = io.StringIO()
    Console(file=out, width=width or _UNLIMITED, color_system=None, legacy_windows=False).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))


def render(rows: Rows, format_: Format, *, width: int | None = None) -> str:
    """Write the answer to a query in a format, without a line feed at the end."""
    if format_ is Format.JSON:
        return to_json(rows.dicts())
    if format_ is Format.CSV:
        clean = ([plain(cell(value)) for value in row] for row in rows.rows)
        return "".join(csv_lines([plain(column) for column in rows.columns], clean)).rstrip("\n")
    return to_table(rows.columns, rows.rows, width=width)


def counts(parts: Iterable[Facts]) -> Rows:
    """Count facts per class and relationship, and what was skipped per kind of problem."""
    found = list(parts)
    rows = [("class", name, n) for name, n in _tally(e.label for facts in found for e in facts.entities)]
    rows += [("relationship", name, n) for name, n in _tally(r.type for facts in found for r in facts.relations)]
    rows.append(("figure", "all", sum(len(facts.figures) for facts in found)))
    for severity in Severity:
        kinds = (p.kind for facts in found for p in facts.problems if p.severity is severity)
        rows += [(f"skipped ({severity.value})", kind, n) for kind, n in _tally(kinds)]
    return Rows(("kind", "name", "number"), tuple(rows))


def _tally(names: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))


def write_report(facts: Facts, path: Path) -> None:
    """Write what was skipped or doubtful as JSON; the file is replaced only when all is written."""
    problems = [
        {"severity": p.severity.value, "kind": p.kind, "where": p.where, "message": p.message} for p in facts.problems
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    with drafts(path) as (draft,):
        draft.write_text(to_json({"documents": facts.documents(), "problems": problems}) + "\n", encoding="utf-8")


def locator(evidence: Evidence) -> str:
    """Say where a passage stands: document, section, paragraph, characters."""
    parts = [evidence.document, evidence.section, f"paragraph {evidence.paragraph}"]
    return plain(" · ".join([*filter(None, parts), f"characters {evidence.start}–{evidence.end}"]))


def figure_text(figure: Figure) -> str:
    """Write a figure on one line: indicator, bound, value or range, unit, year, kind."""
    bound = {"min": "≥ ", "max": "≤ "}.get(figure.bound or "", "")
    value = cell(figure.value) + (f"–{cell(figure.max)}" if figure.max is not None else "")
    when = f", {figure.year}" if figure.year is not None else ""
    return plain(f"{figure.indicator}: {bound}{value} {figure.unit}".rstrip() + f" ({figure.kind}{when})")


def profile_text(profile: Profile, *, caption: Callable[[str], str] = str, evidence: bool = True) -> str:
    """Tell one entity in full.

    Parameters
    ----------
    profile : the entity with its ties and figures.
    caption : gives the words for a class or relationship.
    evidence : whether to add the passages of every tie and figure.
    """
    return "\n".join(_profile_lines(profile, caption, evidence))


def _profile_lines(profile: Profile, caption: Callable[[str], str], evidence: bool) -> Iterator[str]:
    entity = profile.entity
    yield plain(f"{entity.name}  [{caption(entity.label)}]  {entity.id}")
    yield plain(f"also called: {'; '.join(entity.aliases) or '—'}")
    yield plain(f"named in: {'; '.join(entity.documents)} ({len(entity.evidence)} passages)")
    for key, value in sorted(entity.properties.items()):
        yield plain(f"{key}: {cell(value)}")
    for (type_, outgoing), ties in _by_type(profile.ties).items():
        yield ""
        yield f"{'→' if outgoing else '←'} {plain(caption(type_))} ({len(ties)})"
        for tie in ties:
            drawn = ", derived" if tie.relation.derived else ""
            name = f"{tie.other.name} [{caption(tie.other.label)}]"
            yield plain(f"  {name}  confidence {cell(tie.relation.confidence)}{drawn}")
            yield from _evidence_lines(tie.relation.evidence if evidence else ())
    if profile.figures:
        yield ""
        yield f"figures ({len(profile.figures)})"
    for figure in profile.figures:
        yield f"  {figure_text(figure)}  confidence {cell(figure.confidence)}"
        yield from _evidence_lines(figure.evidence if evidence else ())


def _by_type(ties: Iterable[Tie]) -> dict[tuple[str, bool], list[Tie]]:
    found: dict[tuple[str, bool], list[Tie]] = {}
    for tie in sorted(ties, key=lambda t: (not t.outgoing, t.relation.type, t.other.label, t.other.name)):
        found.setdefault((tie.relation.type, tie.outgoing), []).append(tie)
    return found


def _evidence_lines(evidence: Iterable[Evidence]) -> Iterator[str]:
    # two rules may have read one passage; a person wants to see it once
    for passage in {(e.document, e.start, e.end): e for e in evidence}.values():
        yield f"      {locator(passage)}"
        yield f"        “{plain(passage.quote)}”" if passage.quote else f"        ({NOT_BUNDLED})"


def profile_record(profile: Profile) -> dict[str, Any]:
    """Give one entity in full as a record: the exchange records of the entity, its ties and figures."""
    return {
        "entity": profile.entity.record(),
        "ties": [
            {"outgoing": t.outgoing, "other": {"id": t.other.id, "class": t.other.label, "name": t.other.name},
             **t.relation.record()}
            for t in profile.ties
        ],
        "figures": [figure.record() for figure in profile.figures],
    }  # fmt: skip
