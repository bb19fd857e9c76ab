"""The URL of the page: language and state are published in it, so that a link shows the same to someone else."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

LANGUAGES = {"zh": "中文", "en": "English"}
_LANGUAGE, _WRITTEN, _HELD = "language", "written_parameters", "address_held"


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
    """Write the state of a page into the URL."""
    st.session_state.pop(_HELD, None)
    wanted = {**given, "lang": [language()]}
    present = {name: st.query_params.get_all(name) for name in st.query_params}
    if present != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[f"{_WRITTEN}:{page}"] = dict(given)


def link(path: str = "", **given: str | list[str]) -> str:
    """Give a link within the app, in the present language; escape it before putting it into HTML."""
    return f"{path}?{urlencode({**given, 'lang': language()}, doseq=True)}"
