"""Questions that a newcomer comes with, each a link to the page that answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from views.parts import links
from views.parts.escape import markdown
from views.parts.snapshot import Snapshot
from views.parts.wording import register, say

register(
    {
        "questions.title": ("从问题开始", "Start from a question"),
        "questions.gaps": ("哪些成员之间合作最少，补什么有用？", "Which members cooperate least, and what would help?"),
        "questions.layout": ("是一核多点的布局吗，各点有多强？", "Does one pole lead, and how strong is each point?"),
        "questions.figures": ("规划的目标达到了没有？", "Which targets have been reached?"),
        "questions.labs": ("某地哪些实验室没有外地合作方？", "Which labs of a place have no partner elsewhere?"),
        "questions.path": ("{one}与{other}怎样相连？", "How are {one} and {other} linked?"),
        "questions.briefing": ("为{other}做一页汇报", "A briefing slide on {other}"),
    }
)


def show(snapshot: Snapshot, language: str, path: Callable[[str, str], None]) -> None:
    """List the questions; those about a place name the most connected cities.

    Parameters
    ----------
    path : shows how two entities are linked, on the page where the questions stand.
    """
    pages: dict[str, Any] = st.session_state.get(links.PAGES, {})
    if not pages:
        return
    cities = snapshot.ranked("City")[:2]
    asked: list[tuple[str, str, dict[str, str]]] = [
        ("gaps", "gaps", {}),
        ("layout", "centrality", {"view": "layout"}),
        ("figures", "figures", {"show": "all"}),
        ("labs", "cypher", {"query": "labs_without_outside_partner"}),
    ]
    names: dict[str, str] = {}
    if len(cities) > 1:
        one, other = cities
        names = {"one": markdown(snapshot.entities[one].name), "other": markdown(snapshot.entities[other].name)}
        asked += [
            ("briefing", "briefing", {"diagram": "neighbourhood", "entity": other}),
        ]
    st.caption(say("questions.title", language))
    with st.container(horizontal=True, gap="small", key="questions"):
        for name, page, given in asked:
            caption = say(f"questions.{name}", language, **names)
            st.page_link(pages[page], label=caption, query_params={**given, "lang": language})
        if names:
            st.button(say("questions.path", language, **names), key="question:path", on_click=path, args=tuple(cities))
