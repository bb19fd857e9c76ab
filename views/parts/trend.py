"""Draws the values of one indicator: over the years, an entity a line, or as bars where there is but one year each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from graph.facts import Figure
from views.parts.amount import amount
from views.parts.snapshot import Snapshot
from views.parts.wording import register, say

if TYPE_CHECKING:  # read when the first chart is drawn, so that the first screen need not wait for them
    import altair as alt
    import pandas as pd

register(
    {
        "trend.entity": ("实体", "Entity"),
        "trend.value": ("数值", "Value"),
        "trend.year": ("年份", "Year"),
        "trend.kind": ("性质", "Kind"),
        "trend.no_years": (
            "此指标没有带年份的数值可供绘图；数值见表格。",
            "No values with a year to draw for this indicator; the values are in the table.",
        ),
    }
)


def chart(snapshot: Snapshot, figures: Sequence[Figure], language: str) -> None:
    """Show the figures of one indicator; units that differ have scales of their own."""
    dated = [f for f in figures if f.year is not None]
    if not dated:
        st.caption(say("trend.no_years", language))
        return
    import altair as alt

    frame = _frame(snapshot, dated, language)
    over_time = len({(f.entity, f.kind, f.unit) for f in dated}) < len(
        {(f.entity, f.kind, f.unit, f.year) for f in dated}
    )
    drawn: alt.LayerChart | alt.FacetChart = _layers(frame, language) if over_time else _bars(frame, language)
    if len({f.unit for f in dated}) > 1:
        row = alt.Row("unit:N", title=None)
        drawn = drawn.facet(row=row)
        drawn = drawn.resolve_scale(y="independent") if over_time else drawn.resolve_scale(x="independent")
    st.altair_chart(drawn, width="stretch")


def _kinds(language: str) -> dict[str, str]:
    return {kind: say(f"figure.{kind}", language) for kind in ("actual", "target")}


def _frame(snapshot: Snapshot, dated: Sequence[Figure], language: str) -> pd.DataFrame:
    import pandas as pd

    kinds = _kinds(language)
    return pd.DataFrame(
        {
            "year": [str(f.year) for f in dated],
            "value": [f.value for f in dated],
            "entity": [snapshot.entities[f.entity].name for f in dated],
            "kind": [kinds.get(f.kind, f.kind) for f in dated],
            "shown": [amount(f, language) for f in dated],
            "unit": [f.unit for f in dated],
            "label": [f"{amount(f, language)} ({f.year})" for f in dated],
        }
    )


def _tooltips(language: str) -> list[alt.Tooltip]:
    import altair as alt

    shown = {"entity": "entity", "year": "year", "shown": "value", "kind": "kind"}
    return [alt.Tooltip(f"{field}:N", title=say(f"trend.{name}", language)) for field, name in shown.items()]


def _by_size(frame: pd.DataFrame) -> list[str]:
    largest = frame.groupby("entity")["value"].max()
    return [str(entity) for entity in largest.sort_values(ascending=False).index]


def _bars(frame: pd.DataFrame, language: str) -> alt.LayerChart:
    """Show one value an entity; points in one column would lie upon each other."""
    import altair as alt

    kinds, entities = list(_kinds(language).values()), alt.Y("entity:N", sort=_by_size(frame), title=None)
    base = alt.Chart(frame).encode(y=entities.axis(labelLimit=260), tooltip=_tooltips(language))
    base = base.encode(yOffset=alt.YOffset("kind:N", sort=kinds))
    bars = base.mark_bar().encode(
        x=alt.X("value:Q", title=say("trend.value", language)),
        color=alt.Color(
            "kind:N",
            scale=alt.Scale(domain=kinds, range=["#1b3a5f", "#b9c7d6"]),
            legend=alt.Legend(orient="top", title=None),
        ),
    )
    texts = base.mark_text(align="left", dx=4).encode(x="value:Q", text=alt.Text("label:N"), color=alt.value("#3b4754"))
    return alt.LayerChart(layer=[bars, texts])


def _layers(frame: pd.DataFrame, language: str) -> alt.LayerChart:
    import altair as alt

    kinds = _kinds(language)
    year, value, of, kind = (say(f"trend.{name}", language) for name in ("year", "value", "entity", "kind"))
    base = alt.Chart(frame).encode(
        x=alt.X("year:O", title=year, axis=alt.Axis(labelAngle=0)),
        y=alt.Y("value:Q", title=value, scale=alt.Scale(zero=False, padding=12)),
        color=alt.Color("entity:N", title=of, scale=alt.Scale(scheme="tableau10"), legend=alt.Legend(labelLimit=220)),
        tooltip=_tooltips(language),
    )
    points = base.mark_point(size=90, strokeWidth=2).encode(
        shape=alt.Shape(
            "kind:N", title=kind, scale=alt.Scale(domain=list(kinds.values()), range=["circle", "diamond"])
        ),
        fillOpacity=alt.condition(alt.datum.kind == kinds["actual"], alt.value(1), alt.value(0)),
        fill=alt.Fill("entity:N", legend=None, scale=alt.Scale(scheme="tableau10")),
    )
    lines = base.transform_filter(alt.datum.kind == kinds["actual"]).mark_line(strokeWidth=1.5, opacity=0.6)
    return alt.LayerChart(layer=[lines, points]).properties(height=280)
