"""Draws the values of one indicator: over the years, an entity a line, or as bars where there is but one year each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from graph.facts import Figure
from views.parts import charts
from views.parts.amount import amount
from views.parts.indicator import conflicts
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
        "trend.disputed": (
            "⚠ 同一实体同一年份有不同的数值，各画各的；出处见「指标」页的「数值冲突」。",
            "⚠ Values of one entity and year that differ are drawn each by itself; their passages stand on the page "
            "Figures under «Conflicts».",
        ),
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
    frame = table(snapshot, dated, language)
    over_time = len({(f.entity, f.kind, f.unit) for f in dated}) < len(
        {(f.entity, f.kind, f.unit, f.year) for f in dated}
    )
    units = len({f.unit for f in dated})
    charts.show(
        ("trend", over_time, units, language, frame.to_json()), lambda: _drawn(frame, over_time, units, language)
    )
    if frame["doubt"].any():
        st.caption(say("trend.disputed", language))


def _drawn(frame: pd.DataFrame, over_time: bool, units: int, language: str) -> Any:
    import altair as alt

    drawn: Any = _layers(frame, language) if over_time else bars(frame, language)
    if units < 2:
        return drawn
    drawn = drawn.facet(row=alt.Row("unit:N", title=None))
    return drawn.resolve_scale(y="independent") if over_time else drawn.resolve_scale(x="independent")


def _kinds(language: str) -> dict[str, str]:
    return {kind: say(f"figure.{kind}", language) for kind in ("actual", "target")}


def table(snapshot: Snapshot, dated: Sequence[Figure], language: str) -> pd.DataFrame:
    """Give a row for each figure; ``slot`` parts those of one entity and kind, ``doubt`` marks those that conflict."""
    import pandas as pd

    kinds = _kinds(language)
    disputed = {figure.id for clash in conflicts(dated) for figure in clash.figures}
    marks = ["⚠" if f.id in disputed else "" for f in dated]
    seen: Counter[tuple[str, str, str]] = Counter()
    slots = []
    for f in dated:
        group = (f.entity, f.kind, f.unit)
        # two bars in one slot would be stacked to a sum that nobody stated
        slots.append(f"{list(kinds).index(f.kind) if f.kind in kinds else len(kinds)}.{seen[group]:03}")
        seen[group] += 1
    return pd.DataFrame(
        {
            "year": [str(f.year) for f in dated],
            "value": [f.value for f in dated],
            "entity": [snapshot.entities[f.entity].name for f in dated],
            "kind": [kinds.get(f.kind, f.kind) for f in dated],
            "shown": [amount(f, language) for f in dated],
            "unit": [f.unit for f in dated],
            "label": [
                f"{amount(f, language)} ({f.year}) {mark}".rstrip() for f, mark in zip(dated, marks, strict=True)
            ],
            "doubt": marks,
            "slot": slots,
        }
    )


def _tooltips(language: str) -> list[alt.Tooltip]:
    import altair as alt

    shown = {"entity": "entity", "year": "year", "shown": "value", "kind": "kind"}
    return [alt.Tooltip(f"{field}:N", title=say(f"trend.{name}", language)) for field, name in shown.items()]


def _by_size(frame: pd.DataFrame) -> list[str]:
    largest = frame.groupby("entity")["value"].max()
    return [str(entity) for entity in largest.sort_values(ascending=False).index]


def bars(frame: pd.DataFrame, language: str) -> alt.LayerChart:
    """Show the values of one year; points in one column would lie upon each other."""
    import altair as alt

    kinds, entities = list(_kinds(language).values()), alt.Y("entity:N", sort=_by_size(frame), title=None)
    base = alt.Chart(frame).encode(y=entities.axis(labelLimit=260), tooltip=_tooltips(language))
    base = base.encode(yOffset=alt.YOffset("slot:N", sort=sorted(set(frame["slot"]))))
    bars = base.mark_bar().encode(
        x=alt.X("value:Q", title=say("trend.value", language), stack=None),
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
    doubts = (
        base.transform_filter("datum.doubt != ''")
        .mark_text(dx=13, fontSize=13)
        .encode(text=alt.Text("doubt:N"), color=alt.value("#9b2226"))
    )
    return alt.LayerChart(layer=[lines, points, doubts]).properties(height=280)
