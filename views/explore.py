"""Explore 探索: find an entity, see who stands around it, and read the passage behind each tie."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from views.parts import address, canvas, controls, questions
from views.parts.escape import markdown
from views.parts.lookup import Form, class_names, find, only
from views.parts.neighbourhood import Neighbourhood, cut
from views.parts.panel import Panel
from views.parts.passage import wordless
from views.parts.route import between
from views.parts.snapshot import Snapshot
from views.parts.source import snapshot as read_snapshot
from views.parts.state import Exploration, read, write
from views.parts.vocabulary import vocabulary
from views.parts.wording import listed, say

PAGE, STATE, BOX, TYPED, PICTURE = "explore", "explore_state", "explore_box", "explore_typed", "explore_picture"
SHOWN = "explore_shown"
OPTIONS = 6000
LISTED = 60
STARTS = ("City", "Zone", "University", "ResearchInstitute", "Lab", "Industry", "Policy")
STARTED = 7
HEIGHT = 660


def current() -> Exploration:
    """Give the state: of the URL if it was changed from outside, else that of the session."""
    parameters = address.parameters()
    if STATE not in st.session_state or (
        address.arrived(PAGE) and not parameters.keys().isdisjoint(("entity", "find"))
    ):
        st.session_state[STATE] = read(parameters)
    state: Exploration = st.session_state[STATE]
    return state


def keep(state: Exploration) -> None:
    """Make this the state of the page."""
    address.hold()
    st.session_state[STATE] = state
    st.session_state.pop(TYPED, None)


def centre(entity: str) -> None:
    """Move to an entity; used by buttons."""
    keep(st.session_state[STATE].centred(entity))


def _between(one: str, other: str) -> None:
    keep(st.session_state[STATE].centred(one).towards(other))


def page() -> None:
    """Show the page."""
    language = address.language()
    snapshot, forms = read_snapshot()
    current()
    library = st.container()  # above what it draws, so that it keeps its place; sent after what can be read without it
    asked = address.parameters().get("find", [""])[-1]
    if asked and address.arrived(PAGE):
        st.session_state[TYPED] = asked
    _search(snapshot, forms, language)
    _body(snapshot, forms, language)
    with library:
        canvas.load()


def _search(snapshot: Snapshot, forms: list[Form], language: str) -> None:
    words = vocabulary()
    options = snapshot.once(f"options:{language}", lambda: _options(snapshot, forms, language))
    names = list(options)

    def chosen() -> None:
        typed = st.session_state.get(BOX)
        st.session_state[BOX] = None
        if typed in options:
            return centre(options[typed])
        hits = find(str(typed or ""), forms, class_names(snapshot, words))
        if meant := only(hits):
            return centre(meant)
        st.session_state[TYPED] = typed
        return None

    example = listed((snapshot.entities[e].name for e in snapshot.ranked()[:2]), language)
    st.selectbox(
        say("explore.search", language), names, index=None, key=BOX, on_change=chosen, accept_new_options=True,
        placeholder=say("explore.placeholder", language, example=example), label_visibility="collapsed",
    )  # fmt: skip
    typed = st.session_state.get(TYPED)
    if not typed:
        return
    hits = find(str(typed), forms, class_names(snapshot, words), limit=LISTED)
    if not hits:
        st.info(say("explore.no_hit", language, typed=markdown(typed)))
        return
    st.markdown(say("explore.hits", language, count=len(hits), typed=markdown(typed)))
    _buttons(snapshot, [(hit.entity, hit.form) for hit in hits], language, "hit")


def _options(snapshot: Snapshot, forms: list[Form], language: str) -> dict[str, str]:
    """Caption the forms that the box offers, of the most connected entities first; the others are found by typing."""
    ranked = heapq.nsmallest(OPTIONS, forms, key=lambda f: (-snapshot.degree(f.entity), f.alias, f.text))
    found: dict[str, str] = {}
    for form in ranked:
        found.setdefault(_option(snapshot, form, language), form.entity)
    return found


def _option(snapshot: Snapshot, form: Form, language: str) -> str:
    entity = snapshot.entities[form.entity]
    caption = vocabulary().class_caption(entity.label, language)
    head = f"{form.text} → {entity.name}" if form.alias else form.text
    return f"{head}  ·  {caption}  ·  {form.letters}"


def _buttons(snapshot: Snapshot, items: list[tuple[str, str]], language: str, prefix: str) -> None:
    with st.container(horizontal=True, gap="small"):
        for entity, form in items:
            record = snapshot.entities[entity]
            caption = vocabulary().class_caption(record.label, language)
            via = f"{form} → " if form != record.name else ""
            label = markdown(f"{via}{canvas.shorten(record.name)} · {caption}")
            st.button(label, key=f"{prefix}:{entity}", on_click=centre, args=(entity,))


@st.fragment
def _body(snapshot: Snapshot, forms: list[Form], language: str) -> None:
    state = current()
    if state.entity not in snapshot.entities:
        if state.entity:
            st.warning(say("explore.gone", language, entity=markdown(state.entity)))
        _start(snapshot, language)
        _publish(state if state.entity else None)
        return

    def kept(change: Callable[[Exploration], Exploration]) -> None:
        # of what is there now: the controls were drawn before the last click into the picture
        keep(change(st.session_state[STATE]))

    controls.show(snapshot, forms, state, vocabulary(), language, kept)
    st.session_state[SHOWN] = state.drawing()
    _view(snapshot, language)


@st.fragment
def _view(snapshot: Snapshot, language: str) -> None:
    """Show picture and panel: all that a click on something in them changes."""
    state = current()
    if state.drawing() != st.session_state[SHOWN]:
        st.rerun()  # the controls follow
    part, drawn = _picture(snapshot, state, language)
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left:
        canvas.draw(drawn, state.selected, _event)
        shown = say("explore.shown", language, entities=len(part.depth), ties=len(part.ties))
        st.caption(f"{shown} · {say('explore.hint', language)}", help=say("explore.keys", language))
        if state.path in snapshot.entities:
            _told(snapshot, state, part, language)
        if part.left_out:
            st.warning(say("explore.left_out", language, count=part.left_out))
    with right, st.container(height=HEIGHT + 44, border=True):
        _panel(snapshot, state, part, language)
    _publish(state)


def _told(snapshot: Snapshot, state: Exploration, part: Neighbourhood, language: str) -> None:
    """Say how long the shortest paths are, or that there is none."""
    one, other = (markdown(snapshot.entities[entity].name) for entity in (state.entity, state.path))
    if state.path in part.depth:
        st.info(say("explore.path_found", language, one=one, other=other, steps=part.depth[state.path]))
    else:
        st.warning(say("explore.path_none", language, one=one, other=other))


def _start(snapshot: Snapshot, language: str) -> None:
    """Offer where to begin: of each of the larger classes those with the most ties."""
    st.title(say("explore.title", language))
    st.markdown(say("explore.start_text", language))
    if wordless(snapshot):
        st.info(say("explore.wordless", language))
    questions.show(snapshot, language, _between)
    for label in [name for name in STARTS if name in snapshot.classes()] or list(snapshot.classes()):
        members = snapshot.ranked(label)
        st.caption(vocabulary().class_caption(label, language))
        with st.container(horizontal=True, gap="small"):
            for entity in members[:STARTED]:
                name = markdown(canvas.shorten(snapshot.entities[entity].name))
                st.button(name, key=f"start:{entity}", on_click=centre, args=(entity,))


def _publish(state: Exploration | None) -> None:
    given = {} if state is None else write(state)
    typed = st.session_state.get(TYPED)
    address.publish(PAGE, {**given, "find": [str(typed)]} if typed else given)


def _picture(snapshot: Snapshot, state: Exploration, language: str) -> tuple[Neighbourhood, dict[str, Any]]:
    """Cut and lay out the neighbourhood, or give the last one again if only the selection has changed."""
    wanted = (id(snapshot), replace(state, selected=("", "")), language)
    if PICTURE not in st.session_state or st.session_state[PICTURE][0] != wanted:
        part = _part(snapshot, state)
        drawn = canvas.payload(snapshot, part, vocabulary(), language, height=HEIGHT)
        st.session_state[PICTURE] = (wanted, part, drawn)
    _, part, drawn = st.session_state[PICTURE]
    return part, drawn


def _part(snapshot: Snapshot, state: Exploration) -> Neighbourhood:
    if state.path in snapshot.entities:
        way = between(
            snapshot, state.entity, state.path, state.filters, cap=state.cap, hidden=state.hidden
        )  # fmt: skip
        return way or Neighbourhood(state.entity, {state.entity: 0})
    return cut(
        snapshot, state.entity, state.hops, state.filters, expanded=state.expanded, cap=state.cap,
        hidden=state.hidden, pinned=state.pinned,
    )  # fmt: skip


def _event(event: dict[str, str]) -> None:
    state: Exploration = st.session_state[STATE]
    kind, entity = event["kind"], event["id"]
    if kind in ("node", "tie"):
        keep(replace(state, selected=(kind, entity)))
    elif kind == "none":
        keep(replace(state, selected=("", "")))
    elif kind == "expand":
        keep(state.toggled(entity))
    elif kind == "centre":
        keep(state.centred(entity))
    elif kind == "hide":
        keep(state.hiding(entity))
    elif kind == "pin":
        keep(state.pinning(entity))
    elif kind == "path":
        keep(state.towards(entity))


def _panel(snapshot: Snapshot, state: Exploration, part: Neighbourhood, language: str) -> None:
    panel = Panel(snapshot, vocabulary(), language, state.hops)
    kind, chosen = state.selected
    if kind == "tie" and chosen in snapshot.ties:
        st.html(f'<div class="pc-panel">{panel.tie(snapshot.ties[chosen])}</div>')
        return
    if not chosen and state.path in part.depth:
        st.html(f'<div class="pc-panel">{panel.way(part)}</div>')
        return
    entity = snapshot.entities[chosen if kind == "node" and chosen in snapshot.entities else state.entity]
    st.html(f'<div class="pc-panel">{panel.head(entity)}</div>')
    if entity.id != state.entity:
        acts = [("centre", "centre"), ("expand", "fold" if entity.id in state.expanded else "expand")]
        acts.append(("pin", "unpin" if entity.id in state.pinned else "pin"))
        acts.extend([("hide", "hide")] if entity.id != state.path else [])
        acts.extend([("path", "path")] if entity.id != state.path else [])
        with st.container(horizontal=True, gap="small"):
            for act, word in acts:
                event = {"kind": act, "id": entity.id}
                st.button(say(f"panel.{word}", language), on_click=_event, args=(event,), key=f"panel_{act}")
    everything = bool(st.session_state.get(f"all:{entity.id}"))
    ties, held, more = panel.ties(entity.id, state.filters, everything=everything)
    figures = panel.figures(snapshot.figures.get(entity.id, ()))
    if not ties and not held:
        ties = f'<p class="none">{say("panel.no_ties", language)}</p>'
    mentions = panel.mentions(entity)
    st.html(f'<div class="pc-panel">{figures}{ties}{mentions}</div>')
    if held:
        st.caption(say("panel.held", language, count=held))
    if more or everything:
        st.checkbox(say("panel.more", language, count=more), key=f"all:{entity.id}", on_change=address.hold)
