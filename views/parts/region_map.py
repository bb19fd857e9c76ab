"""The pole and its points as a schematic map: ties by strength, a click on one shows what is behind it."""

from __future__ import annotations

import streamlit as st

from ontology.errors import QueryError
from views.parts import address, analysis, canvas, links, network, ranking, scope
from views.parts.amount import number
from views.parts.escape import markdown
from views.parts.panel import Panel
from views.parts.snapshot import Snapshot
from views.parts.vocabulary import vocabulary
from views.parts.wording import listed, register, say

KEY, GO, TIE, HEIGHT = "overview_canvas", "overview_go", "overview_tie", 430
register(
    {
        "map.text": (
            "示意图：极核居中，方位不代表地理位置。线上数字为联系强度（k 方共享一个载体，每对计 1/(k−1)），"
            "标记大小为共享载体数；没有线只表示文件未见记载。单击成员进入「探索」，单击连线看出处。",
            "Schematic: the pole in the middle, directions mean nothing. Numbers on lines are strengths (a vehicle of "
            "k parties gives each pair 1/(k−1)), marks grow with the vehicles shared; no line only means that none is "
            "recorded. Click a member to explore it, a line for its passages.",
        ),
        "map.strength": ("共享载体 {count}", "{count} vehicles shared"),
        "map.between": ("{a} — {b}：共同载体", "{a} — {b}: shared vehicles"),
        "map.untied": (
            "收录文件未见与其他成员共享载体的：{members}（资料不足，不等于没有合作）。",
            "No vehicle shared with others on record: {members} (too little material, not an absence).",
        ),
    }
)


def show(snapshot: Snapshot, region: str, language: str) -> None:
    """Draw the members of a region that can be analysed; nothing for others."""
    where = scope.usual(snapshot, region)
    if where is None:
        return
    try:
        projection = analysis.ask(language, lambda: analysis.projection(where))
    except QueryError:
        return
    _go(language)
    graph = projection.members
    strengths = {node: float(sum(data["weight"] for data in graph[node].values())) for node in graph}
    told = {node: say("map.strength", language, count=number(round(s, 2))) for node, s in strengths.items()}
    drawn = network.payload(
        snapshot, projection, graph, strengths, told, vocabulary(), language, members=True, height=HEIGHT,
        captions=True,
    )  # fmt: skip
    chosen = st.session_state.get(TIE, "")
    one, bar, other = chosen.partition("|")
    known = bool(bar) and graph.has_edge(one, other)
    canvas.load()
    canvas.draw(drawn, ("tie", chosen) if known else ("", ""), _event, key=KEY)
    st.caption(say("map.text", language))
    untied = [projection.area.short(node) for node in graph if not graph[node]]
    if untied:
        st.caption(say("map.untied", language, members=markdown(listed(untied, language))))
    if known:
        panel = Panel(snapshot, vocabulary(), language)
        names = [markdown(projection.area.short(node)) for node in (one, other)]
        with st.container(border=True):
            st.markdown(f"**{say('map.between', language, a=names[0], b=names[1])}**")
            st.html(f'<div class="pc-panel">{ranking.vehicles(one, other, graph, projection, panel)}</div>')


def _event(event: dict[str, str]) -> None:
    address.hold()
    st.session_state[GO if event["kind"] in ("node", "expand") else TIE] = event["id"]


def _go(language: str) -> None:
    wanted, explore = st.session_state.pop(GO, ""), st.session_state.get(links.EXPLORE)
    if wanted and explore is not None:
        st.switch_page(explore, query_params={"entity": wanted, "lang": language})
