"""Plots ranks with the interval that the sources leave open, and values with their range."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from views.parts import charts
from views.parts.wording import register, say

RANKS, VALUES = "ranks", "values"
MODES = (RANKS, VALUES)
SHOWN = ("name", "rank", "rank_90", "median_rank", "leave_one_out")
"""What is drawn of a row, beside the measure."""
register(
    {
        "plot.ranks": ("名次区间", "Rank intervals"),
        "plot.values": ("数值范围", "Ranges of values"),
        "plot.rank": ("名次（左为先）", "Rank (first at the left)"),
        "plot.value": ("数值", "Value"),
        "plot.observed": ("全部依据", "all evidence"),
        "plot.median": ("重抽中位数", "median of draws"),
        "plot.mark": ("标记", "Mark"),
        "plot.text": (
            "菱形：依据全部来源的名次；圆点：重抽来源的中位数；横线：90% 区间。横线重叠者先后未定。",
            "Diamond: rank by all sources; dot: median of draws; line: 90 % of draws. Where lines overlap the order is "
            "not settled.",
        ),
        "plot.text_values": (
            "圆点：数值；横线：依次去掉一个载体时的最小与最大值。",
            "Dot: the value; line: least and greatest value with one vehicle left out.",
        ),
    }
)


def ends(span: str) -> tuple[float, float] | None:
    """Read a range as the analyses write it.

    Examples
    --------
    >>> ends("1.0–11.5"), ends("")
    ((1.0, 11.5), None)
    """
    low, dash, high = span.partition("–")
    return (float(low), float(high)) if dash else None


def draw(rows: Sequence[Mapping[str, Any]], measure: str, mode: str, alt: str, language: str) -> None:
    """Draw the first rows of an answer."""
    what = ("rank", measure, mode, language, *(tuple(row.get(name) for name in (*SHOWN, measure)) for row in rows))
    charts.show(what, lambda: chart(rows, measure, mode, language), alt=alt, key=f"plot_{mode}")
    st.caption(say("plot.text" if mode == RANKS else "plot.text_values", language))


def chart(rows: Sequence[Mapping[str, Any]], measure: str, mode: str, language: str) -> Any:
    """Build the chart."""
    import altair as alt  # slow to read; the first screen need not wait for them
    import pandas as pd

    observed, median = say("plot.observed", language), say("plot.median", language)
    lines, points = [], []
    for row in rows:
        name = row["name"]
        if mode == VALUES:
            span, marks = ends(row["leave_one_out"]), [(observed, row[measure])]
        else:
            span, marks = ends(row["rank_90"]), [(observed, _middle(row["rank"])), (median, row["median_rank"])]
        if span:
            lines.append({"name": name, "low": span[0], "high": span[1]})
        points += [{"name": name, "at": at, "mark": mark} for mark, at in marks if at is not None]
    order = [row["name"] for row in rows]
    y = alt.Y(
        "name:N", sort=order, axis=alt.Axis(title=None, labelLimit=190, labelOverlap=False, domain=False, ticks=False)
    )
    title = say("plot.rank" if mode == RANKS else "plot.value", language)
    scale = alt.Scale(domainMin=0.5, nice=False) if mode == RANKS else alt.Scale(zero=True)
    axis = alt.Axis(title=title, tickMinStep=1) if mode == RANKS else alt.Axis(title=title)
    base = alt.Chart(pd.DataFrame(lines, columns=["name", "low", "high"])).encode(y=y)
    rule = base.mark_rule(strokeWidth=3, color="#9db2c8").encode(
        x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q", tooltip=["name:N", "low:Q", "high:Q"]
    )
    marks = alt.Chart(pd.DataFrame(points, columns=["name", "at", "mark"])).mark_point(size=70, filled=True, opacity=1)
    domain = [observed, median]
    legend = alt.Legend(orient="top", title=None) if mode == RANKS else None
    marks = marks.encode(
        y=y, x=alt.X("at:Q", scale=scale, axis=axis), tooltip=["name:N", "mark:N", "at:Q"],
        shape=alt.Shape("mark:N", scale=alt.Scale(domain=domain, range=["diamond", "circle"]), legend=legend),
        size=alt.Size("mark:N", scale=alt.Scale(domain=domain, range=[150, 42]), legend=None),
        color=alt.Color("mark:N", scale=alt.Scale(domain=domain, range=["#9b2226", "#1b3a5f"]), legend=legend),
    )  # fmt: skip
    return alt.LayerChart(layer=[rule, marks]).properties(height=34 * len(order) + 110)


def _middle(rank: str) -> float | None:
    if not rank:
        return None
    first, dash, last = rank.partition("–")
    return (float(first) + float(last)) / 2 if dash else float(first)
