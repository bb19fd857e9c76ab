"""An analysis as it is handed over: tables, a reading, and what made them, so that every number can be traced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from graph.export.csv import cell
from graph.presentation import Format, plain, render, to_json
from graph.store import Rows
from ontology.errors import QueryError

MOST_TOLD = 10**6
"""From this denominator on a fraction is not written out."""
_BETWEEN, _NARROW, _KEPT = 2, 16, 5
"""What stands between two columns and how wide is a long text, in characters; and how many columns always stay."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Tables by name with the parameters and the projection that made them; the first table is the main one."""

    title: str
    parameters: Mapping[str, Any]
    projection: Mapping[str, Any]
    tables: Mapping[str, Rows]
    reading: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """Give the answer as a record."""
        return {
            "title": self.title,
            "parameters": dict(self.parameters),
            "projection": dict(self.projection),
            "reading": dict(self.reading),
            "notes": list(self.notes),
            "tables": {name: rows.dicts() for name, rows in self.tables.items()},
        }

    def write(self, format_: Format, part: str | None = None, *, width: int | None = None) -> str:
        """Write the answer; CSV holds one table, the main one unless another is named.

        Notes
        -----
        CSV has a last column ``made_by`` with the parameters and the projection; JSON has them beside the tables.

        Raises
        ------
        QueryError
            if there is no table of that name.
        """
        if part is not None and part not in self.tables:
            raise QueryError(f"{part}: no such table; there are {', '.join(self.tables)}")
        if format_ is Format.JSON:
            record = self.record()
            if part is not None:
                record["tables"] = {part: record["tables"][part]}
            return to_json(record)
        if format_ is Format.CSV:
            return render(self._signed(self.tables[part or next(iter(self.tables))]), Format.CSV)
        return "\n".join(self._lines(part, width))

    def _signed(self, rows: Rows) -> Rows:
        """Add what made the numbers to every row, since a row of CSV may travel alone."""
        made = f"{self.title}; {_made(self.projection)}"
        made += "".join(f"; {name}={value}" for name, value in self.parameters.items())
        made += "".join(f"; {d} {day or 'no date'}" for d, day in self.projection.get("documents", {}).items())
        return Rows((*rows.columns, "made_by"), tuple((*row, made) for row in rows.rows), truncated=rows.truncated)

    def _lines(self, part: str | None, width: int | None) -> list[str]:
        lines = [plain(self.title), plain(_made(self.projection))]
        for name, rows in self.tables.items():
            if part in (None, name) and rows.rows:
                shown, left = _fitting(_without(rows, "evidence"), width)
                lines += ["", f"[{name}]", render(shown, Format.TABLE, width=width)]
                lines += (
                    [f"too wide for this terminal: {', '.join(left)}; --format json or csv has them"] if left else []
                )
        if part is None:
            lines += ["", *(plain(text) for text in self.reading.values())] if self.reading else []
        lines += ["", *(plain(f"* {note}") for note in self.notes)] if self.notes else []
        return lines


def _fitting(rows: Rows, width: int | None) -> tuple[Rows, list[str]]:
    """Bring a table to the width of a terminal: lists by their first item, no empty columns, then without the widest.

    Returns
    -------
    rows, left
        ``left`` are the columns with something in them that were left out.
    """
    if width is None:
        return rows, []
    for name in [c for n, c in enumerate(rows.columns) if all(row[n] in (None, "", [], ()) for row in rows.rows)]:
        rows = _without(rows, name)
    rows = Rows(rows.columns, tuple(tuple(map(_first, row)) for row in rows.rows), truncated=rows.truncated)
    left = list[str]()
    while True:
        taken = [_taken(rows, number) for number in range(len(rows.columns))]
        if sum(taken) + _BETWEEN * len(taken) <= width or len(taken) <= _KEPT:
            return rows, left
        # what a row is about stands first; long texts go before numbers, and of numbers the last
        widest = max(range(_KEPT, len(taken)), key=lambda number: (max(taken[number], _NARROW), number))
        left.append(rows.columns[widest])
        rows = _without(rows, rows.columns[widest])


def _taken(rows: Rows, number: int) -> int:
    from rich.cells import cell_len

    return max(cell_len(plain(cell(value))) for value in (rows.columns[number], *(row[number] for row in rows.rows)))


def _first(value: object) -> object:
    more = len(value) - 1 if isinstance(value, list | tuple) else 0
    return f"{value[0]} +{more}" if isinstance(value, list | tuple) and more > 0 else value


def _without(rows: Rows, column: str) -> Rows:
    """Leave a column out of a table for people; CSV and JSON keep it."""
    kept = [number for number, name in enumerate(rows.columns) if name != column]
    body = tuple(tuple(row[i] for i in kept) for row in rows.rows)
    return Rows(tuple(rows.columns[i] for i in kept), body, truncated=rows.truncated)


def _made(projection: Mapping[str, Any]) -> str:
    documents = projection.get("documents", {})
    parts = [
        f"region {projection.get('region_name') or projection.get('region')}",
        f"pole {projection.get('pole_name') or projection.get('pole')}", f"layer {projection.get('layer')}",
        f"{projection.get('vehicles')} vehicles", f"{len(documents)} documents",
        f"{projection.get('source_families')} source families",
    ]  # fmt: skip
    if projection.get("as_of"):
        parts.append(f"as of {projection['as_of']}")
    if projection.get("stated_only"):
        parts.append("stated facts only")
    return ", ".join(parts)


def number(value: Fraction | float | None) -> float | None:
    """Give a number as a table shows it."""
    return None if value is None else round(float(value), 4)


def exact(value: Fraction | None) -> str:
    """Give the fraction behind a number, as 4/7; empty for what is undefined or whole, or too long to tell anything."""
    return "" if value is None or not 1 < value.denominator < MOST_TOLD else str(value)


def span(low: Fraction | float | None, high: Fraction | float | None) -> str:
    """Give a range, as 0.5–0.8."""
    return "" if low is None or high is None else f"{_neat(low)}–{_neat(high)}"


def _neat(value: Fraction | float) -> str:
    shown = number(value)
    return "" if shown is None else str(int(shown)) if shown == int(shown) else str(shown)
