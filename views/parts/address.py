"""The URL of the page: language and state are published in it, so that a link shows the same to someone else."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlencode

import streamlit as st

LANGUAGES = {"zh": "中文", "en": "English"}
_LANGUAGE, _WRITTEN, _HELD, _TURN = "language", "written_parameters", "address_held", "address_turn"
SCRIPT = """export default function ({ data }) {
  const same = (query) => new URLSearchParams(location.search).toString() === new URLSearchParams(query).toString();
  if (data && "seen" in data && same(data.seen)) history.replaceState(history.state, "", `?${data.whole}`);
}"""
"""Completes the URL in its place, unless it has changed since Python saw it."""


@cache
def _renderer() -> Any:
    return st.components.v2.component("polecore_address", js=SCRIPT)


def parameters() -> dict[str, list[str]]:
    """Read the parameters of the URL, without the language."""
    return {name: st.query_params.get_all(name) for name in st.query_params if name != "lang"}


def language() -> str:
    """Give the language of this session: of the URL if it names one, else the last one chosen, else Chinese."""
    asked = st.query_params.get("lang")
    if _LANGUAGE not in st.session_state:
        st.session_state[_LANGUAGE] = asked if asked in LANGUAGES else "zh"
    return str(st.session_state[_LANGUAGE])


def choose_language(chosen: str) -> None:
    """Remember a language for this session and its links."""
    hold()
    st.session_state[_LANGUAGE] = chosen


def hold() -> None:
    """Let the URL wait until the next ``publish``; called by the callback of every widget whose value is in the URL.

    A browser sends its URL with each event. Two events in quick succession both carry the URL from before the first,
    which would otherwise look like a link to where one has just been, and take back what the first has done.
    """
    st.session_state[_HELD] = True


def arrived(page: str) -> bool:
    """Tell whether the URL was changed from outside: a link, the address bar, the back button."""
    if st.session_state.get(_HELD):
        return False
    written: dict[str, list[str]] = st.session_state.get(f"{_WRITTEN}:{page}", {})
    return parameters() != written


def publish(page: str, given: Mapping[str, list[str]]) -> None:
    """Write the state of a page into the URL.

    What a widget has changed becomes an entry of the browser's history. A URL that only says less than the page shows
    is completed in its place: an entry of its own would lead the back button to the short one and at once here again.
    """
    wanted = {**given, "lang": [language()]}
    present = {name: st.query_params.get_all(name) for name in st.query_params}
    completed = {}
    if present != wanted and st.session_state.get(_HELD):
        st.query_params.from_dict(wanted)
    elif present != wanted:
        turn = st.session_state.get(_TURN, 0) + 1
        st.session_state[_TURN] = turn
        completed = {"seen": _query(present), "whole": _query(wanted), "turn": turn}
    st.session_state.pop(_HELD, None)
    st.session_state[f"{_WRITTEN}:{page}"] = dict(given)
    _renderer()(key=f"address:{page}", data=completed)


def link(path: str = "", **given: str | list[str]) -> str:
    """Give a link within the app, in the present language; escape it before putting it into HTML."""
    return f"{path}?{_query({**given, 'lang': language()})}"


def _query(given: Mapping[str, str | list[str]]) -> str:
    return urlencode(given, doseq=True)
