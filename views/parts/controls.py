"""The controls above the picture: steps, limit and filters; each change goes into the state at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from views.parts.escape import markdown
from views.parts.lookup import Form, class_names, find, only
from views.parts.neighbourhood import DERIVED, STATED, Filters
from views.parts.snapshot import Snapshot
from views.parts.state import CAPS, HOPS, Exploration
from views.parts.vocabulary import Vocabulary
from views.parts.wording import listed, say

Change = Callable[[Exploration], Exploration]
Keep = Callable[[Change], None]
"""Takes a change and not a new state: two may come together, and the second must not take the first back."""
LISTED = 8
EVERY = "all"
"""Where a filter of one choice lets everything through."""


def show(
    snapshot: Snapshot, forms: list[Form], state: Exploration, words: Vocabulary, language: str, keep: Keep
) -> None:
    """Show the controls."""
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        _controlled("hops", state.hops)
        st.segmented_control(
            say("explore.hops", language), HOPS, key=_key("hops"), required=True, on_change=_changed,
            args=("hops", keep), disabled=bool(state.path),
        )  # fmt: skip
        _controlled("cap", state.cap)
        st.selectbox(
            say("explore.cap", language), CAPS, key=_key("cap"), on_change=_changed, args=("cap", keep),
            width=110,
            filter_mode=None,
        )  # fmt: skip
        count = state.filters.active()
        with st.popover(f"{say('explore.filters', language)}{f' · {count}' if count else ''}", width=150):
            _filters(snapshot, state, words, language, keep)
        with st.popover(say("explore.path", language), icon=":material/route:", width=150):
            _path(snapshot, forms, state, words, language, keep)
        _undo(snapshot, state, language, keep)


def _undo(snapshot: Snapshot, state: Exploration, language: str, keep: Keep) -> None:
    """Show what was expanded, pinned and hidden, each with a button that takes it back."""
    kinds: list[tuple[str, str, tuple[str, ...], Callable[[Exploration, str], Exploration]]] = [
        ("folds", "unfold_less", state.expanded, Exploration.toggled),
        ("unpins", "push_pin", state.pinned, Exploration.pinning),
        ("unhide", "visibility_off", state.hidden, Exploration.showing),
    ]
    if state.path:
        kinds.insert(0, ("path_end", "route", (state.path,), lambda held, _: held.towards("")))
    for kind, icon, entities, change in kinds:
        for entity in entities:
            name = snapshot.entities[entity].name if entity in snapshot.entities else entity
            st.button(
                f"✕ {markdown(name)}", key=f"{kind}:{entity}", icon=f":material/{icon}:",
                help=say(f"explore.{kind}", language, name=markdown(name)),
                on_click=lambda change=change, entity=entity: keep(lambda held: change(held, entity)),
            )  # fmt: skip


def _path(
    snapshot: Snapshot, forms: list[Form], state: Exploration, words: Vocabulary, language: str, keep: Keep
) -> None:
    """Ask for the other end of a path: what is typed is looked up as in the search box."""
    key, held = _key("path"), _key("path_hits")

    def typed() -> None:
        text = str(st.session_state[key] or "")
        hits = [hit for hit in find(text, forms, class_names(snapshot, words)) if hit.entity != state.entity]
        st.session_state[held] = () if only(hits) else tuple(hit.entity for hit in hits[:LISTED])
        if meant := only(hits):
            st.session_state[key] = ""
            keep(lambda held: held.towards(meant))

    def chosen(entity: str) -> None:
        st.session_state[key], st.session_state[held] = "", ()
        keep(lambda held: held.towards(entity))

    name = snapshot.entities[state.entity].name
    st.text_input(
        say("explore.path_to", language, name=name), key=key, on_change=typed,
        placeholder=say("explore.path_hint", language),
    )  # fmt: skip
    hits = [entity for entity in st.session_state.get(held, ()) if entity in snapshot.entities]
    for entity in hits:
        record = snapshot.entities[entity]
        label = f"{markdown(record.name)} · {words.class_caption(record.label, language)}"
        st.button(label, key=f"path:{entity}", on_click=chosen, args=(entity,))
    if st.session_state.get(key) and not hits:
        st.caption(say("explore.no_hit", language, typed=markdown(str(st.session_state[key]))))


def _key(name: str) -> str:
    return f"explore_control_{name}"


def _controlled(name: str, value: Any) -> None:
    # the state is the truth and the widget follows it: a link, the back button or a click may have changed it. Told
    # each time, as a widget that the browser mounts later, when its popover is opened, knows only what this run says
    st.session_state[_key(name)] = value


def _changed(name: str, keep: Keep) -> None:
    value = st.session_state[_key(name)]
    if name == "hops":
        keep(lambda held: replace(held, hops=value, expanded=()))
    elif name == "cap":
        keep(lambda held: replace(held, cap=value))
    else:
        kept: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value}
        if value in (EVERY, None):
            kept[name] = ""
        keep(lambda held: replace(held, filters=replace(held.filters, **kept)))


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
    _dates(snapshot, state, language, keep)
    _controlled("confidence", filters.confidence)
    st.slider(
        say("explore.confidence", language), 0.0, 1.0, step=0.05, key=_key("confidence"), on_change=_changed,
        args=("confidence", keep),
    )  # fmt: skip
    _controlled("origin", filters.origin or EVERY)
    captions = {
        EVERY: say("explore.all", language),
        STATED: say("canvas.stated", language),
        DERIVED: say("canvas.derived", language),
    }
    st.segmented_control(
        say("explore.origin", language), list(captions), key=_key("origin"), format_func=captions.__getitem__,
        required=True,
        on_change=_changed, args=("origin", keep),
    )  # fmt: skip
    st.button(
        say("explore.clear", language), key="explore_clear", disabled=not filters.active(),
        on_click=lambda: keep(lambda held: replace(held, filters=Filters())),
    )  # fmt: skip


def _dates(snapshot: Snapshot, state: Exploration, language: str, keep: Keep) -> None:
    """Let the documents be chosen by their dates; a date of the URL that no document has stays visible."""
    known = set(snapshot.dates.values())
    if not known:
        return
    with st.container(horizontal=True):
        for name in ("since", "until"):
            value = getattr(state.filters, name)
            _controlled(name, value)
            st.selectbox(
                say(f"explore.{name}", language), ["", *sorted(known | {value} - {""})], key=_key(name),
                format_func=lambda day: day or say("explore.any_date", language), on_change=_changed,
                args=(name, keep), filter_mode=None,
            )  # fmt: skip
    undated = [name for name in snapshot.documents if name not in snapshot.dates]
    if undated and (state.filters.since or state.filters.until):
        st.caption(say("explore.undated", language, documents=markdown(listed(undated, language))))


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
        args=(name, keep), placeholder=say("explore.all", language),
    )  # fmt: skip
