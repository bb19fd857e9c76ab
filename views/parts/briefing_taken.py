"""What a briefing takes of the graph: classes, industries, documents, dates, confidence, or what a query names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from views.parts import address, briefing_query
from views.parts.briefing_query import Asked
from views.parts.snapshot import Snapshot
from views.parts.vocabulary import vocabulary
from views.parts.wording import register, say

register(
    {
        "briefing.labels": ("只取这些类别", "Only these classes"),
        "briefing.industries": ("只取这些产业及其载体", "Only these industries and who carries them"),
        "briefing.documents": ("只用这些文件", "Only these documents"),
        "briefing.since": ("此后发布（如 2023）", "Issued since (2023)"),
        "briefing.until": ("此前发布（如 2024-06）", "Issued until (2024-06)"),
        "briefing.confidence": ("最低可信度", "Least confidence"),
        "briefing.stated": ("只用明文联系", "Stated ties only"),
    }
)


def key(name: str) -> str:
    """Name the place of a choice in the session."""
    return f"briefing_choice_{name}"


def show(snapshot: Snapshot, language: str, *, industries: Sequence[str]) -> Asked:
    """Show the choices; give the query, the others are in the session.

    Parameters
    ----------
    industries : those to choose from; none if the diagram is of one industry anyway.
    """
    words = vocabulary()
    _many("labels", list(snapshot.classes()), language, lambda name: words.class_caption(name, language))
    if industries:
        _many("industries", industries, language)
    _many("documents", snapshot.documents, language)
    for name in ("since", "until"):
        st.text_input(
            say(f"briefing.{name}", language), key=key(name), on_change=address.hold, max_chars=10,
            persist_state="session",
        )  # fmt: skip
    st.slider(
        say("briefing.confidence", language), 0.0, 1.0, step=0.05, key=key("confidence"), on_change=address.hold,
        persist_state="session",
    )  # fmt: skip
    st.checkbox(say("briefing.stated", language), key=key("stated"), on_change=address.hold, persist_state="session")
    return briefing_query.show(language)


def _many(name: str, options: Sequence[str], language: str, caption: Callable[[str], str] = str) -> None:
    held = [value for value in st.session_state[key(name)] if value in options]
    if held != st.session_state[key(name)]:
        st.session_state[key(name)] = held
    st.multiselect(
        say(f"briefing.{name}", language), options, key=key(name), on_change=address.hold, format_func=caption,
        placeholder=say("explore.all", language), persist_state="session",
    )  # fmt: skip
