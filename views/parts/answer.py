"""Shows the answer of a query as a table, as the entities that it names with their ties, or as a chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from graph.store import Rows
from views.parts import address, canvas, charts, download, links
from views.parts.neighbourhood import Filters, Neighbourhood, among
from views.parts.snapshot import Snapshot
from views.parts.vocabulary import vocabulary
from views.parts.wording import register, say

TABLE, GRAPH, CHART = VIEWS = ("table", "graph", "chart")
MOST_NODES, MOST_BARS, HEIGHT = 300, 40, 520
GO = "answer_go"
register(
    {
        "answer.view": ("显示为", "Show as"),
        "answer.table": ("表格", "table"),
        "answer.graph": ("关系图", "graph"),
        "answer.chart": ("图表", "chart"),
        "answer.rows": ("{count} 行", "{count} rows"),
        "answer.truncated": (
            "只显示前 {count} 行；请在查询中收窄条件或加 LIMIT。",
            "Only the first {count} rows are shown: narrow the query or add a LIMIT.",
        ),
        "answer.empty": (
            "没有结果。图谱只反映所收文件，没有结果不等于事实上没有。",
            "No rows. The graph reflects only its documents: no rows does not mean that there is none.",
        ),
        "answer.no_nodes": (
            "结果中没有图谱实体的名称或标识，无法画成关系图。请让查询返回实体的 name 或 id。",
            "The answer names no entity of the graph, so there is nothing to draw. Let the query return names or ids.",
        ),
        "answer.drawn": (
            "结果中出现的 {count} 个实体，以及图谱中它们彼此的联系。单击实体或连线即在「探索」中查看出处。",
            "The entities that the answer names ({count}) and the ties among them in the graph. Click one, or a line, "
            "to see its passages in Explore.",
        ),
        "answer.more": ("另有 {count} 个实体未画出。", "{count} more are not drawn."),
        "answer.no_numbers": ("结果中没有数值列，无法画成图表。", "The answer has no column of numbers to chart."),
        "answer.value": ("数值列", "Numbers"),
        "answer.label": ("名称列", "Names"),
        "answer.bars": ("按前 {count} 行绘制。", "Drawn from the first {count} rows."),
        "answer.number": ("行号", "row"),
        "answer.alt": ("{label}的{value}", "{value} by {label}"),
    }
)


def show(snapshot: Snapshot, rows: Rows, titles: Sequence[str], name: str, key: str, language: str) -> None:
    """Show an answer, with its downloads.

    Parameters
    ----------
    name : of the files to download.
    key : of the widgets; each place of a page that shows answers has its own.
    """
    _go(language)
    if not rows.rows:
        st.info(say("answer.empty", language))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        view = st.segmented_control(
            say("answer.view", language), VIEWS, key=f"view:{key}", default=TABLE, required=True,
            format_func=lambda kind: say(f"answer.{kind}", language), label_visibility="collapsed",
            persist_state="session",
        )  # fmt: skip
        st.caption(say("answer.rows", language, count=f"{len(rows.rows):,}"))
    if rows.truncated:
        st.warning(say("answer.truncated", language, count=f"{len(rows.rows):,}"))
    if view == GRAPH:
        _graph(snapshot, rows, key, language)
    elif view == CHART:
        _chart(rows, distinct(titles), key, language)
    else:
        _table(rows, distinct(titles))
    download.both(list(titles), rows.rows, name, f"download:{key}", language)


def _table(rows: Rows, titles: list[str]) -> None:
    import pandas as pd  # slow to read; the first screen need not wait for it

    shown = [[plain(value) for value in row] for row in rows.rows]
    st.dataframe(pd.DataFrame(shown, columns=titles), hide_index=True, height=min(520, 38 + 35 * len(shown)))


def named(snapshot: Snapshot, rows: Sequence[Sequence[Any]]) -> list[str]:
    """List the entities whose id, or whose name if only one has it, stands in a cell; in the order of the rows."""
    owners: dict[str, list[str]] = {}
    for entity in snapshot.entities.values():
        owners.setdefault(entity.name, []).append(entity.id)
    found: dict[str, None] = {}
    for row in rows:
        for text in _texts(row):
            if text in snapshot.entities:
                found[text] = None
            elif len(owners.get(text, ())) == 1:
                found[owners[text][0]] = None
    return list(found)


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        value = list(value.values())
    return [text for item in value for text in _texts(item)] if isinstance(value, list | tuple) else []


def drawing(snapshot: Snapshot, entities: Sequence[str]) -> Neighbourhood:
    """Arrange entities around the one with most ties among them; who has none stands around it all the same."""
    ties = among(snapshot, frozenset(entities), Filters())
    near: dict[str, list[str]] = {entity: [] for entity in entities}
    for key in ties:
        tie = snapshot.ties[key]
        near[tie.source].append(tie.target)
        near[tie.target].append(tie.source)
    centre = max(entities, key=lambda entity: len(set(near[entity])))
    depth, parent, frontier = {centre: 0}, dict[str, str](), [centre]
    while frontier:
        reached = [(other, entity) for entity in frontier for other in near[entity]]
        frontier = []
        for other, entity in reached:
            if other not in depth:
                depth[other], parent[other] = depth[entity] + 1, entity
                frontier.append(other)
    for entity in entities:
        if entity not in depth:
            depth[entity], parent[entity] = 1, centre
    return Neighbourhood(centre, depth, parent, ties)


def _graph(snapshot: Snapshot, rows: Rows, key: str, language: str) -> None:
    entities = named(snapshot, rows.rows)
    if not entities:
        st.info(say("answer.no_nodes", language))
        return
    part = drawing(snapshot, entities[:MOST_NODES])
    canvas.load(f"vis:{key}")
    drawn = canvas.payload(snapshot, part, vocabulary(), language, height=HEIGHT)
    canvas.draw(drawn, ("", ""), _event, key=f"canvas:{key}")
    more = len(entities) - len(part.depth)
    left = f" {say('answer.more', language, count=more)}" if more else ""
    st.caption(say("answer.drawn", language, count=len(part.depth)) + left)


def _event(event: dict[str, str]) -> None:
    if event["kind"] in ("node", "tie", "expand", "centre"):
        st.session_state[GO] = event


def _go(language: str) -> None:
    """Go to Explore where something was clicked in the picture."""
    event, explore = st.session_state.pop(GO, None), st.session_state.get(links.EXPLORE)
    if event is None or explore is None:
        return
    given = {"entity": event["id"], "lang": language}
    if event["kind"] == "tie":
        given |= {"entity": event["id"].partition("|")[0], "select": f"tie:{event['id']}"}
    st.switch_page(explore, query_params=given)


def numeric(rows: Sequence[Sequence[Any]], column: int) -> bool:
    """Tell whether a column holds numbers and nothing else but gaps."""
    held = [row[column] for row in rows if row[column] is not None]
    return bool(held) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in held)


def _chart(rows: Rows, titles: list[str], key: str, language: str) -> None:
    numbers = [number for number in range(len(titles)) if numeric(rows.rows, number)]
    if not numbers:
        st.info(say("answer.no_numbers", language))
        return
    names = [number for number in range(len(titles)) if number not in numbers] or [-1]
    with st.container(horizontal=True):
        value = st.selectbox(
            say("answer.value", language), numbers, format_func=titles.__getitem__, key=f"value:{key}",
            width=260, on_change=address.hold,
        )  # fmt: skip
        label = st.selectbox(
            say("answer.label", language), names, key=f"label:{key}", width=260, on_change=address.hold,
            format_func=lambda number: titles[number] if number >= 0 else say("answer.number", language),
        )  # fmt: skip
    told = say("answer.number", language) if label < 0 else titles[label]
    alternative = say("answer.alt", language, label=told, value=titles[value])
    what = ("bars", titles[value], value, label, repr(rows.rows[:MOST_BARS]))
    charts.show(what, lambda: _bars(rows.rows, titles[value], value, label), alt=alternative)
    if len(rows.rows) > MOST_BARS:
        st.caption(say("answer.bars", language, count=MOST_BARS))


def _bars(rows: Sequence[Sequence[Any]], title: str, value: int, label: int) -> Any:
    import altair as alt  # slow to read; the first screen need not wait for them
    import pandas as pd

    shown = [
        (number, str(plain(row[label])) if label >= 0 else str(number + 1), row[value])
        for number, row in enumerate(rows[:MOST_BARS])
    ]
    frame = pd.DataFrame(shown, columns=["place", "name", "value"])
    # rows of one name stay apart, in their order
    axis = alt.Axis(
        title=None, labelLimit=260, labelOverlap=False, ticks=False, labelExpr="split(datum.label, '\\u0001')[1]"
    )
    frame["row"] = [f"{place:04d}\u0001{name}" for place, name in zip(frame["place"], frame["name"], strict=True)]
    base = alt.Chart(frame).encode(
        y=alt.Y("row:N", sort=None, axis=axis), x=alt.X("value:Q", axis=alt.Axis(title=title)),
        tooltip=[alt.Tooltip("name:N", title=" "), alt.Tooltip("value:Q", title=title)],
    )  # fmt: skip
    bars = base.mark_bar(color="#1b3a5f", height=14)
    texts = base.mark_text(align="left", dx=4, fontSize=11).encode(text="value:Q")
    return alt.LayerChart(layer=[bars, texts]).properties(height=24 * len(shown) + 60)


def plain(value: Any) -> Any:
    """Turn lists and maps into text, so that a column of a table has one type."""
    if isinstance(value, list | tuple):
        return "; ".join(str(plain(item)) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {plain(item)}" for key, item in value.items())
    return value


def distinct(titles: Sequence[str]) -> list[str]:
    """Give captions that occur twice a number: a table must have distinct columns."""
    found: list[str] = []
    for title in titles:
        name, number = title, 2
        while name in found:
            name, number = f"{title} {number}", number + 1
        found.append(name)
    return found
