"""What was asked during a visit, so that it can be asked again; nothing of it outlives the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from views.parts.escape import markdown
from views.parts.wording import register, say

HELD, MOST, SHOWN = "cypher_history", 30, 90
register(
    {
        "history.title": ("本次访问的查询（{count}）", "Asked during this visit ({count})"),
        "history.again": ("再问一次", "Ask again"),
        "history.rows": ("{count} 行", "{count} rows"),
        "history.refused": ("未能执行", "not answered"),
        "history.forgotten": (
            "只记在本次访问中，最多 {most} 条；关闭页面即清除。",
            "Kept for this visit only, {most} at most; closing the page forgets them.",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One query: of a question its name and values, of the editor its text; ``rows`` is None if it was refused."""

    question: str
    text: str
    values: tuple[tuple[str, Any], ...]
    rows: int | None


def past() -> list[Entry]:
    """Give what was asked, the newest first."""
    held: list[Entry] = st.session_state.setdefault(HELD, [])
    return held


def note(question: str, text: str, values: dict[str, Any], rows: int | None) -> None:
    """Put a query in front; the same one asked before moves there."""
    entry = Entry(question, text, tuple(sorted(values.items(), key=lambda item: item[0])), rows)
    same = (entry.question, entry.text, entry.values)
    older = [asked for asked in past() if (asked.question, asked.text, asked.values) != same]
    st.session_state[HELD] = [entry, *older][:MOST]


def show(caption: Callable[[str], str], again: Callable[[Entry], None], language: str) -> None:
    """List what was asked, each with a button that asks it again."""
    entries = past()
    if not entries:
        return
    with st.expander(say("history.title", language, count=len(entries))):
        for number, entry in enumerate(entries):
            left, middle, right = st.columns([0.68, 0.14, 0.18], vertical_alignment="center")
            left.markdown(_line(entry, caption))
            refused = entry.rows is None
            told = say("history.refused", language) if refused else say("history.rows", language, count=entry.rows)
            middle.caption(told)
            label = say("history.again", language)
            right.button(label, key=f"history:{number}", on_click=again, args=(entry,))
        st.caption(say("history.forgotten", language, most=MOST))


def _line(entry: Entry, caption: Callable[[str], str]) -> str:
    if entry.question:
        values = ", ".join(f"{name} = {value}" for name, value in entry.values if value not in ("", None))
        return f"{markdown(caption(entry.question))} {f'· {markdown(values)}' if values else ''}"
    text = " ".join(entry.text.split())
    return markdown(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")
