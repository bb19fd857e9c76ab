"""What stands around every page: style, language switch, the graph that is shown, and errors in plain words."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ontology.errors import PolecoreError
from views.parts import access, address, source
from views.parts.escape import markdown
from views.parts.reasons import reason
from views.parts.wording import say

PAGES = ("explore", "overview", "compare", "gaps", "centrality", "figures", "cypher", "documents", "briefing")
"""In the order in which they are listed; each is a module of this name, the first opens first."""


def guarded(page: Callable[[], None]) -> Callable[[], None]:
    """Wrap a page so that what a user can mend is said in a sentence, with a way to try again."""

    @functools.wraps(page)
    def run() -> None:
        try:
            page()
        except PolecoreError as error:
            explain(error)

    return run


def explain(error: PolecoreError) -> None:
    """Show an error of ours."""
    language = address.language()
    st.error(f"**{say('app.failed', language)}** — {markdown(reason(error, language))}")
    st.button(say("app.again", language), key="try_again", on_click=source.changed)


def show(language: str) -> bool:
    """Show style and sidebar; tell whether the page may be shown to whoever looks at it."""
    css = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    # what Streamlit words in English only: the entry of the search box for what was typed, and where files are dropped
    places = {
        '[data-key="__creatable__"] > div::before': "explore.all_hits",
        '[data-testid="stFileUploaderDropzone"] > span button p::after': "app.upload",
        '[data-testid="stFileUploaderDropzoneInstructions"] span::after': "app.drop",
    }
    own = "".join(f'{place} {{ content: "{say(words, language)}"; }}' for place, words in places.items())
    st.html(f"<style>{css}{own}</style>")
    with st.sidebar:
        _switch(language)
    try:
        if not access.admitted():
            return False
    except PolecoreError as error:
        explain(error)
        return False
    try:
        with st.spinner(say("app.reading", language)):
            source.snapshot()
    except PolecoreError:
        return True  # the page itself says what is wrong
    with st.sidebar:
        _graph(language)
        access.show(language)
    return True


def _switch(language: str) -> None:
    key = "language_switch"
    if st.session_state.get(key) != language:
        st.session_state[key] = language
    st.segmented_control(
        say("app.language", language), list(address.LANGUAGES), key=key, format_func=address.LANGUAGES.__getitem__,
        required=True, on_change=lambda: address.choose_language(st.session_state[key]),
    )  # fmt: skip


def _graph(language: str) -> None:
    opened = source.opened()
    found, _ = source.snapshot()
    figures = len(found.all_figures())
    counts = say(
        "app.counts", language, entities=f"{len(found.entities):,}", ties=f"{len(found.ties):,}", figures=f"{figures:,}"
    )
    st.caption(f"{say('app.store', language)} {markdown(source.shown_uri())}  \n{counts}")
    if opened.filled:
        st.info(say("app.filled", language))
    elif not found.entities:
        st.warning(say("app.server_empty", language, uri=markdown(source.shown_uri())))
