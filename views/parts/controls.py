"""The controls above the picture: steps, limit and filters; each change goes into the state at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from views.parts.escape import markdown
from views.parts.neighbourhood import DERIVED, STATED, Filters
from views.parts.snapshot import Snapshot
from views.parts.state import CAPS, HOPS, Exploration
from views.parts.vocabulary import Vocabulary
from views.parts.wording import say

Keep = Callable[[Exploration], None]


def show(snapshot: Snapshot, state: Exploration, words: Vocabulary, language: str, keep: Keep) -> Exploration:
    """Show the controls and give the state that they hold."""
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        _controlled("hops", state.hops)
        st.segmented_control(
            say("explore.hops", language), HOPS, key=_key("hops"), required=True, on_change=_changed,
            args=("hops", state, keep),
        )  # fmt: skip
        _controlled("cap", state.cap)
        st.selectbox(
            say("explore.cap", language), CAPS, key=_key("cap"), on_change=_changed, args=("cap", state, keep),
            width=110,
            filter_mode=None,
        )  # fmt: skip
        count = state.filters.active()
        with st.popover(f"{say('explore.filters', language)}{f' · {count}' if count else ''}", width=150):
            _filters(snapshot, state, words, language, keep)
        for entity in state.expanded:
            if entity in snapshot.entities:
                _unfold(snapshot.entities[entity].name, entity, state, keep)
    return state


def _key(name: str) -> str:
    return f"explore_control_{name}"


def _controlled(name: str, value: Any) -> None:
    # the state is the truth and the widget follows it: a link, the back button or a click may have changed it
    if st.session_state.get(_key(name), _key) != value:
        st.session_state[_key(name)] = value


def _changed(name: str, state: Exploration, keep: Keep) -> None:
    value = st.session_state[_key(name)]
    if name == "hops":
        keep(replace(state, hops=value, expanded=()))
    elif name == "cap":
        keep(replace(state, cap=value))
    else:
        kept: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value}
        keep(replace(state, filters=replace(state.filters, **kept)))


def _unfold(name: str, entity: str, state: Exploration, keep: Keep) -> None:
    st.button(f"✕ {markdown(name)}", key=f"fold:{entity}", on_click=lambda: keep(state.toggled(entity)))


def _filters(snapshot: Snapshot, state: Exploration, words: Vocabulary, language: str, keep: Keep) -> None:
    filters = state.filters
    classes, kinds = snapshot.classes(), snapshot.tie_types()
    _many(
        "classes",
        filters.classes,
        [c for c in words.classes() if c in classes] + sorted(classes.keys() - set(words.classes())),
        lambda label: f"{words.class_caption(label, language)} ({classes[label]})",
        state,
        language,
        keep,
    )
    _many(
        "ties",
        filters.ties,
        sorted(kinds, key=lambda kind: -kinds[kind]),
        lambda kind: f"{words.tie_caption(kind, language)} ({kinds[kind]})",
        state,
        language,
        keep,
    )
    _many("documents", filters.documents, list(snapshot.documents), str, state, language, keep)
    _controlled("confidence", filters.confidence)
    st.slider(
        say("explore.confidence", language), 0.0, 1.0, step=0.05, key=_key("confidence"), on_change=_changed,
        args=("confidence", state, keep),
    )  # fmt: skip
    _controlled("origin", filters.origin)
    captions = {
        "": say("explore.all", language),
        STATED: say("canvas.stated", language),
        DERIVED: say("canvas.derived", language),
    }
    st.segmented_control(
        say("explore.origin", language), list(captions), key=_key("origin"), format_func=captions.__getitem__,
        required=True,
        on_change=_changed, args=("origin", state, keep),
    )  # fmt: skip
    st.button(
        say("explore.clear", language), key="explore_clear", disabled=not filters.active(),
        on_click=lambda: keep(replace(state, filters=Filters())),
    )  # fmt: skip


def _many(
    name: str, chosen: tuple[str, ...], options: list[str], caption: Callable[[str], str], state: Exploration,
    language: str,
    keep: Keep,
) -> None:  # fmt: skip
    # a value of the URL that the graph does not have stays visible, so that it can be taken out
    known = options + [value for value in chosen if value not in options]
    _controlled(name, list(chosen))
    st.multiselect(
        say(f"explore.{name}", language), known, key=_key(name), format_func=caption, on_change=_changed,
        args=(name, state, keep), placeholder=say("explore.all", language),
    )  # fmt: skip
