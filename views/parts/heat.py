"""Heatmaps with numbers in their cells; one colour from light to dark, and a table that says the same in text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from views.parts import charts
from views.parts.escape import html
from views.parts.wording import register

CELL, ROW = "cell", 36
SCHEME = ("#f1f5f9", "#1b3a5f")
LINES = ["#1b3a5f", "#b3460f", "#4f7942", "#7a5195"]
"""Colours of lines, told apart by shape as well."""
DARK_FROM = 0.55
"""Share of the greatest value from which the number is written in white."""
register({"heat.alternative": ("以文字表格查看", "The same as a table of text")})


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its row and column, the value that colours it, what is written in it, and what is told about it."""

    row: str
    column: str
    value: float
    text: str
    told: str
    small: str = ""
    marked: bool = False


def heatmap(
    cells: Sequence[Cell],
    rows: Sequence[str],
    columns: Sequence[str],
    key: str,
    *,
    alt: str,
    on_pick: Callable[[str, str], None] | None = None,
    row_height: int = ROW,
) -> None:
    """Draw cells; a click on one calls ``on_pick`` with its row and column, a click beside it with two empty texts."""

    def picked() -> None:
        held = st.session_state[key]["selection"].get(CELL) or []
        if on_pick is not None:
            on_pick(*((held[0]["row"], held[0]["column"]) if held else ("", "")))

    what = ("heat", tuple(cells), tuple(rows), tuple(columns), row_height)
    choice = {} if on_pick is None else {"on_select": picked, "selection_mode": CELL}
    # in a frame of its own, in which a narrow screen scrolls it: numbers would run into each other
    with st.container(key=f"scroll_{key}"):
        charts.show(what, lambda: _chart(cells, rows, columns, row_height), key=key, alt=alt, **choice)


def _chart(cells: Sequence[Cell], rows: Sequence[str], columns: Sequence[str], row_height: int) -> Any:
    import altair as alt  # slow to read; the first screen need not wait for them
    import pandas as pd

    most = max((cell.value for cell in cells), default=0) or 1
    frame = pd.DataFrame(
        [
            {
                "row": c.row, "column": c.column, "value": c.value, "text": c.text, "small": c.small, "told": c.told,
                "dark": c.value >= DARK_FROM * most, "marked": c.marked,
            }
            for c in cells
        ],
        columns=["row", "column", "value", "text", "small", "told", "dark", "marked"],
    )  # fmt: skip
    axis = alt.Axis(
        labelAngle=0, orient="top", labelLimit=110, labelOverlap=False, title=None, domain=False, ticks=False
    )
    base = alt.Chart(frame).encode(
        x=alt.X("column:N", sort=list(columns), axis=axis),
        y=alt.Y("row:N", sort=list(rows), axis=alt.Axis(title=None, labelLimit=190, domain=False, ticks=False)),
        tooltip=alt.Tooltip("told:N", title=" "),
    )
    chosen = alt.selection_point(name=CELL, fields=["row", "column"], on="click", clear="dblclick")
    boxes = base.mark_rect(cornerRadius=2, strokeWidth=1.5).encode(
        color=alt.Color("value:Q", scale=alt.Scale(range=list(SCHEME), domain=[0, most]), legend=None),
        stroke=alt.value("#ffffff"),
        opacity=alt.condition(chosen, alt.value(1.0), alt.value(0.45)),
    )
    ink = alt.condition("datum.dark", alt.value("#ffffff"), alt.value("#1c2733"))
    shift = -7 if any(c.small for c in cells) else 0
    texts = base.mark_text(fontSize=13, dy=shift).encode(text="text:N", color=ink)
    small = base.mark_text(fontSize=9, dy=9).encode(text="small:N", color=ink)
    # a mark of its own shape, because colour alone must not carry a meaning
    marks = base.transform_filter("datum.marked").mark_text(
        text="▲", fontSize=9, align="right", dx=-1, dy=4 - row_height / 4
    )
    # at the right edge of its cell, however wide that is
    marks = marks.encode(
        x=alt.X("column:N", sort=list(columns), axis=axis, bandPosition=1),
        color=alt.condition("datum.dark", alt.value("#ffd28a"), alt.value("#b3460f")),
    )
    # on top, so that a click on a number is a click on its cell
    cover = base.mark_rect(fillOpacity=0, cursor="pointer").add_params(chosen)
    return alt.LayerChart(layer=[boxes, texts, small, marks, cover]).properties(height=row_height * len(rows) + 4)


def as_table(cells: Sequence[Cell], rows: Sequence[str], columns: Sequence[str], corner: str) -> str:
    """Give the same as an HTML table, for those who read text."""
    held = {(cell.row, cell.column): cell for cell in cells}
    head = "".join(f'<th scope="col">{html(name)}</th>' for name in (corner, *columns))
    body = []
    for row in rows:
        line = [held.get((row, column)) for column in columns]
        told = "".join(f"<td>{html(cell.told if cell else '')}</td>" for cell in line)
        body.append(f'<tr><th scope="row">{html(row)}</th>{told}</tr>')
    whole = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
    return f'<div class="pc-panel pc-table">{whole}</div>'
