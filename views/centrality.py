"""Centrality 中心性: who stands where in the network of cooperation, how surely, and how pole-core the layout is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from graph.analysis.centrality import MEASURES
from views.parts import (
    address,
    analysis,
    canvas,
    download,
    grid,
    layout_report,
    measures,
    network,
    rank_plot,
    ranking,
    report_words,
    scope,
)
from views.parts.analysis import Scope
from views.parts.escape import markdown
from views.parts.panel import Panel
from views.parts.snapshot import Snapshot
from views.parts.vocabulary import vocabulary
from views.parts.wording import register, say

if TYPE_CHECKING:
    from graph.analysis.answer import Answer

PAGE, CANVAS = "centrality", "centrality_canvas"
VIEW, MEASURE, NETWORK, NODE, PLOT, SHOWN = (
    f"centrality_{name}" for name in ("view", "measure", "network", "node", "plot", "shown")
)
RANKING, LAYOUT = "ranking", "layout"
ORGANISATIONS, MEMBERS = "organisations", "members"
FIRST, PLOTTED, HEIGHT = 20, 14, 520
register(
    {
        "centrality.title": ("中心性与布局", "Centrality and layout"),
        "centrality.caution": (
            "数值出自文件记载的合作，不是实际合作的全部；名次看区间，区间重叠的不分先后。",
            "The numbers are of cooperation that documents report, not of all there is. Read ranks by their intervals: "
            "where these overlap, the order is open.",
        ),
        "centrality.view": ("查看", "Show"),
        "centrality.ranking": ("谁居中心", "Who is central"),
        "centrality.layout": ("极核布局", "The pole-core layout"),
        "centrality.measure": ("指标", "Measure"),
        "centrality.network": ("网络", "Network"),
        "centrality.organisations": ("机构", "organisations"),
        "centrality.members": ("成员（城市等）", "members (cities and zones)"),
        "centrality.help": ("全部指标怎么算、怎么读", "How all measures are computed and read"),
        "centrality.picture": (
            "标记越大，{measure}越高；线越粗，共享的载体越多。形状与颜色为类别。",
            "The larger the mark, the higher the {measure}; the thicker the line, the more vehicles are shared. Shape "
            "and colour tell the class.",
        ),
        "centrality.table": ("排名", "Ranking"),
        "centrality.all": ("全部指标对照", "All measures side by side"),
        "centrality.brokerage": (
            "谁在成员之间居间（Gould–Fernandez）",
            "Who brokers between members (Gould–Fernandez)",
        ),
        "centrality.brokerage_text": (
            "协调者：本地两方之间；顾问：为外地同一处的两方；守门人/代表：本地与外地之间；联络者：两个外地之间。"
            "机构多的城市自然多协调者，看 z。",
            "Coordinator: between two of its own place; itinerant: between two of one other place; gatekeeper: between "
            "its own and another; liaison: between two others. Places with many organisations have more coordinators: "
            "read z.",
        ),
        "centrality.no_broker": ("没有居间者的记载。", "No brokers are recorded."),
        "centrality.more": ("列出全部 {count} 个", "List all {count}"),
        "centrality.alt": (
            "{measure}的名次区间图；数值见「排名」表。",
            "Plot of rank intervals of {measure}; the table Ranking has the values.",
        ),
        "centrality.one_value": (
            "此指标在这里所有值相同或没有值，分不出先后。",
            "All values are equal or missing here: there is no order.",
        ),
    }
)


def page() -> None:
    """Show the page."""
    language = address.language()
    begun = scope.begin(PAGE, language)
    if begun is None:
        return
    snapshot, where, given = begun
    _adopt()
    st.segmented_control(
        say("centrality.view", language), (RANKING, LAYOUT), key=VIEW, required=True, label_visibility="collapsed",
        format_func=lambda view: say(f"centrality.{view}", language), persist_state="session", on_change=address.hold,
    )  # fmt: skip
    if st.session_state[VIEW] == LAYOUT:
        layout_report.show(where, language)
    else:
        _ranking(snapshot, where, language)
    address.publish(PAGE, {**given, **_own()})


def _adopt() -> None:
    given = address.parameters()
    if NODE not in st.session_state or (address.arrived(PAGE) and given):
        st.session_state[NODE] = given.get("node", [""])[-1]
    scope.adopt(
        PAGE,
        {
            "view": (VIEW, (RANKING, LAYOUT), RANKING),
            "measure": (MEASURE, list(MEASURES), "betweenness"),
            "network": (NETWORK, (ORGANISATIONS, MEMBERS), ORGANISATIONS),
            "plot": (PLOT, rank_plot.MODES, rank_plot.RANKS),
        },
    )


def _own() -> dict[str, list[str]]:
    held = st.session_state
    given = {"view": held[VIEW], "measure": held[MEASURE], "network": held[NETWORK], "node": held[NODE],
             "plot": held[PLOT] if held[PLOT] != rank_plot.RANKS else ""}  # fmt: skip
    return {name: [value] for name, value in given.items() if value}


def _controls(language: str) -> None:
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        st.segmented_control(
            say("centrality.network", language), (ORGANISATIONS, MEMBERS), key=NETWORK, required=True,
            format_func=lambda name: say(f"centrality.{name}", language), persist_state="session",
            on_change=address.hold,
        )  # fmt: skip
        st.selectbox(
            say("centrality.measure", language), list(MEASURES), key=MEASURE, width=230, persist_state="session",
            format_func=lambda name: measures.caption(name, language), on_change=address.hold,
        )  # fmt: skip


def _ranking(snapshot: Snapshot, where: Scope, language: str) -> None:
    _controls(language)
    measure, name = st.session_state[MEASURE], st.session_state[NETWORK]
    st.html(measures.help_line(measure, language))
    projection = analysis.projection(where)
    graph = projection.members if name == MEMBERS else projection.organisations
    if not graph.number_of_edges():
        st.info(say("network.empty", language))
        return
    answer: Answer = analysis.ask(language, partial(analysis.centrality, where, measure, name, language))
    rows = answer.tables["centrality"].dicts()
    nodes = ranking.ids(graph, projection, rows)
    panel = Panel(snapshot, vocabulary(), language)
    left, right = st.columns([0.56, 0.44], gap="medium")
    with left:
        _picture(snapshot, where, rows, nodes, language)
        st.caption(say("centrality.picture", language, measure=measures.caption(measure, language)))
    with right:
        _plot(rows, measure, language)
    _node(snapshot, where, rows, nodes, panel)
    _tables(snapshot, answer, rows, nodes, panel)


def _picture(
    snapshot: Snapshot, where: Scope, rows: list[dict[str, Any]], nodes: dict[int, str], language: str
) -> None:
    measure, name = st.session_state[MEASURE], st.session_state[NETWORK]
    projection = analysis.projection(where)
    graph = projection.members if name == MEMBERS else projection.organisations
    values = {node: rows[number][measure] for number, node in nodes.items()}
    shown = ranking.tooltips(rows, nodes, measure, language)
    drawn = network.payload(
        snapshot, projection, graph, values, shown, vocabulary(), language, members=name == MEMBERS, height=HEIGHT
    )  # fmt: skip
    selected = ("node", st.session_state[NODE]) if st.session_state[NODE] in graph else ("", "")
    canvas.load()
    canvas.draw(drawn, selected, _event, key=CANVAS)


def _event(event: dict[str, str]) -> None:
    address.hold()
    st.session_state[NODE] = event["id"] if event["kind"] in ("node", "expand") else ""


def _plot(rows: list[dict[str, Any]], measure: str, language: str) -> None:
    st.segmented_control(
        say("plot.mark", language), rank_plot.MODES, key=PLOT, required=True, label_visibility="collapsed",
        format_func=lambda mode: say(f"plot.{mode}", language), persist_state="session", on_change=address.hold,
    )  # fmt: skip
    if len({row[measure] for row in rows if row[measure] is not None}) < 2:
        st.caption(say("centrality.one_value", language))
    alt = say("centrality.alt", language, measure=measures.caption(measure, language))
    rank_plot.draw(rows[:PLOTTED], measure, st.session_state[PLOT], alt, language)


def _node(
    snapshot: Snapshot, where: Scope, rows: list[dict[str, Any]], nodes: dict[int, str], panel: Panel
) -> None:  # fmt: skip
    chosen = next((number for number, node in nodes.items() if node == st.session_state[NODE]), None)
    if chosen is None:
        st.caption(say("ranking.click", panel.language))
        return
    projection = analysis.projection(where)
    graph = projection.members if st.session_state[NETWORK] == MEMBERS else projection.organisations
    with st.container(border=True):
        st.html(ranking.node_panel(nodes[chosen], graph, projection, rows[chosen], panel))


def _tables(
    snapshot: Snapshot, answer: Answer, rows: list[dict[str, Any]], nodes: dict[int, str], panel: Panel
) -> None:  # fmt: skip
    language, measure = panel.language, st.session_state[MEASURE]
    st.subheader(say("centrality.table", language))
    count = len(rows) if st.session_state.get(SHOWN) else FIRST
    st.html(ranking.table(rows[:count], nodes, measure, snapshot, panel))
    if len(rows) > FIRST:
        more = say("centrality.more", language, count=len(rows))
        st.checkbox(more, key=SHOWN, on_change=address.hold, persist_state="session")
    sheets = {name: report_words.for_download(table, language) for name, table in answer.tables.items()}
    columns, body = sheets["centrality"]
    with st.container(horizontal=True, gap="small"):
        download.button(say("download.csv", language), columns, body, f"{measure}.csv", "centrality_csv")
        download.workbook(sheets, measure, "centrality_xlsx", language)
    with st.expander(say("centrality.all", language)):
        st.html(ranking.all_measures(rows[:count], language))
    with st.expander(say("centrality.brokerage", language)):
        st.caption(say("centrality.brokerage_text", language))
        brokers = answer.tables["brokerage"]
        if brokers.rows:
            st.html(layout_report.table(brokers, language))
        else:
            st.caption(say("centrality.no_broker", language))
    with st.expander(say("centrality.help", language)):
        st.html(grid.table(*measures.help_rows(language)))
    for text in answer.notes:
        st.caption(markdown(report_words.note(text, language)))
