"""How pole-core the layout is: the reading in words with its caveat, the metrics, the points, and over time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from views.parts import analysis, charts, download, grid, heat, metric_words, report_words
from views.parts.analysis import Scope
from views.parts.escape import html, markdown
from views.parts.wording import register, say

if TYPE_CHECKING:
    from graph.analysis.answer import Answer
    from graph.store import Rows

DRAWN = ("pole_tie_share", "hub_and_spoke", "point_density", "removal_loss")
TABLES = ("vehicles", "core", "chains", "capabilities", "external", "targets")
register(
    {
        "layout.reading": ("布局判读", "Reading"),
        "layout.caveat": ("保留意见", "Caveat"),
        "layout.metrics": ("布局指标", "Metrics of the layout"),
        "layout.how": ("怎么读", "Read as"),
        "layout.points": ("各支撑点", "The supporting points"),
        "layout.points_text": (
            "每个支撑点是一组数，不合成一个分数；「资料不足」表示文件没有写到它与谁共建。",
            "A point is a row of numbers and never one score. «Too little material» means that the documents do not "
            "say with whom it works.",
        ),
        "layout.time": ("随时间", "Over time"),
        "layout.time_text": (
            "各时点只用当时及以前的文件；变化也可能只是文件多了。",
            "Each date uses only the documents up to then; a change may only mean that there are more documents.",
        ),
        "layout.vehicles": ("合作载体", "The vehicles"),
        "layout.core": ("核心—边缘", "Core and periphery"),
        "layout.chains": (
            "头部—链条：有产业的支撑点中与极核共享载体的比例",
            "Head and chain: points that produce and share a vehicle with the pole",
        ),
        "layout.capabilities": ("各成员的产业能力", "What each member carries"),
        "layout.external": ("域外或未定位的参与方", "Parties outside the region or of unknown place"),
        "layout.targets": ("目标与最近数值", "Targets beside the newest value"),
        "layout.none": ("收录文件未见相应记载。", "The documents record nothing of the kind."),
        "layout.date": ("截至", "As of"),
        "layout.value": ("值", "Value"),
        "layout.alt": (
            "折线图：布局指标随时间。数值见其下的表格。",
            "Line chart: metrics of the layout over time. The table below has the values.",
        ),
    }
)


def show(scope: Scope, language: str) -> None:
    """Show the whole report."""
    answer: Answer = analysis.ask(language, lambda: analysis.layout(scope, language))
    series: Rows = analysis.ask(language, lambda: analysis.over_time(scope))
    _reading(answer, language)
    st.subheader(say("layout.metrics", language))
    st.html(metrics(answer.tables["metrics"], language))
    left, right = st.columns([0.56, 0.44], gap="large")
    with left:
        st.subheader(say("layout.points", language))
        st.caption(say("layout.points_text", language))
        st.html(table(answer.tables["points"], language))
    with right:
        st.subheader(say("layout.time", language))
        st.caption(say("layout.time_text", language))
        _over_time(series, language)
    for name in TABLES:
        rows = answer.tables.get(name)
        with st.expander(say(f"layout.{name}", language)):
            st.html(
                table(rows, language) if rows and rows.rows else f'<p class="none">{say("layout.none", language)}</p>'
            )
    for text in answer.notes:
        st.caption(markdown(report_words.note(text, language)))
    sheets = {name: report_words.for_download(rows, language) for name, rows in answer.tables.items()}
    with st.container(horizontal=True, gap="small"):
        columns, body = sheets["metrics"]
        download.button(say("download.csv", language), columns, body, "layout.csv", "layout_csv")
        download.workbook(sheets, "layout", "layout_xlsx", language)


def _reading(answer: Answer, language: str) -> None:
    said: Mapping[str, str] = answer.reading
    text, caveat = said.get(language, said.get("zh", "")), said.get(f"caveat_{language}", "")
    colon = "：" if language == "zh" else ": "
    doubt = f"{say('layout.caveat', language)}{colon}{html(caveat)}"
    body = f'<p class="statement"><b>{html(text)}</b></p><p class="summary">{doubt}</p>'
    st.subheader(say("layout.reading", language))
    st.html(f'<div class="pc-panel">{body}</div>')


def metrics(rows: Rows, language: str) -> str:
    """Build the table of metrics: value, range, null, and how each is read."""
    names = [name for name in ("metric", "value", "leave_one_out", "null") if name in rows.columns]
    head = [*(html(report_words.column(name, language)) for name in names), html(say("layout.how", language))]
    body = []
    for row in rows.dicts():
        cells = [report_words.cell(name, row[name], language) for name in names]
        cells[0] = f"<b>{cells[0]}</b>"
        if row.get("exact"):
            cells[1] += f" <small>= {html(row['exact'])}</small>"
        cells.append(f"<small>{html(metric_words.reading(str(row['metric']), language))}</small>")
        body.append(cells)
    return grid.table(head, body)


def table(rows: Rows, language: str) -> str:
    """Build any table of an analysis."""
    names = report_words.kept(rows)
    head = [html(report_words.column(name, language)) for name in names]
    return grid.table(head, [[report_words.cell(n, row[n], language) for n in names] for row in rows.dicts()])


def _over_time(series: Rows, language: str) -> None:
    rows = series.dicts()
    if len(rows) > 1:
        charts.show(("layout", language, repr(rows)), lambda: _lines(rows, language), alt=say("layout.alt", language))
    names = ["as_of", "documents", "vehicles", *DRAWN]
    head = [html(report_words.column(name, language)) for name in names]
    with st.expander(say("heat.alternative", language)) if len(rows) > 1 else st.container():
        st.html(grid.table(head, [[report_words.cell(n, row[n], language) for n in names] for row in rows]))


def _lines(rows: list[dict[str, Any]], language: str) -> Any:
    import altair as alt  # slow to read; the first screen need not wait for them
    import pandas as pd

    captions = [metric_words.caption(name, language) for name in DRAWN]
    points = [
        {"date": row["as_of"], "metric": caption, "value": row[name]}
        for row in rows
        for name, caption in zip(DRAWN, captions, strict=True)
        if row[name] is not None
    ]
    base = alt.Chart(pd.DataFrame(points, columns=["date", "metric", "value"])).encode(
        x=alt.X("date:O", title=say("layout.date", language), axis=alt.Axis(labelAngle=0)),
        y=alt.Y("value:Q", title=None),
        color=alt.Color(
            "metric:N", sort=captions, scale=alt.Scale(range=heat.LINES),
            legend=alt.Legend(orient="bottom", columns=1, title=None, labelLimit=300),  # a phone is narrow
        ),
        tooltip=["date:O", "metric:N", "value:Q"],
    )  # fmt: skip
    marks = base.mark_point(size=80, filled=True, opacity=1).encode(
        shape=alt.Shape(
            "metric:N", sort=captions, scale=alt.Scale(range=["circle", "square", "diamond", "triangle-up"])
        )
    )
    return alt.LayerChart(layer=[base.mark_line(strokeWidth=2), marks]).properties(height=400)
