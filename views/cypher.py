"""Cypher 查询: the library of questions with forms for their parameters, and an editor for queries that only read."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.store import Rows
from ontology.errors import QueryError
from queries.parameter import Parameter
from queries.registry import GROUPS, Library, Question, load_library
from views.parts import address, answer, history
from views.parts.escape import markdown
from views.parts.reasons import reason
from views.parts.source import opened
from views.parts.source import snapshot as read_snapshot
from views.parts.wording import register, say

PAGE, CAP, SECONDS = "cypher", 1000, 20.0
TAB, PENDING = "cypher_tab", "cypher_pending"
EDITOR = """MATCH (a:City)-[r]->(b)
RETURN a.name AS city, type(r) AS tie, b.name AS other, r.confidence AS confidence
LIMIT 50"""
register(
    {
        "cypher.title": ("Cypher 查询", "Cypher"),
        "cypher.library": ("问题库", "Questions"),
        "cypher.editor": ("自由查询", "Editor"),
        "cypher.group": ("主题", "Topic"),
        "cypher.question": ("问题", "Question"),
        "cypher.run": ("查询", "Ask"),
        "cypher.text": ("查询语句（只读）", "Query (read-only)"),
        "cypher.shown": ("查看查询语句", "The query"),
        "cypher.limits": (
            "只允许读取；最多显示 {cap} 行，超过 {seconds} 秒即停止。",
            "Reading only; at most {cap} rows are shown, and a query ends after {seconds} seconds.",
        ),
        "cypher.any": ("（全部）", "(all)"),
        "cypher.no_library": ("问题库中还没有问题。", "The library holds no questions yet."),
        "cypher.failed": ("查询未能执行", "The query could not be answered"),
        "cypher.slow": ("正在查询……", "Asking …"),
    }
)


@st.cache_resource(show_spinner=False)
def _library() -> Library:
    return load_library()


def page() -> None:
    """Show the page."""
    language = address.language()
    st.title(say("cypher.title", language))
    st.caption(say("cypher.limits", language, cap=CAP, seconds=int(SECONDS)))
    names = [say("cypher.library", language), say("cypher.editor", language)]
    first = st.session_state.get(TAB, 0)
    library, editor = st.tabs(names, default=names[first], key=f"cypher_tabs_{first}_{language}")
    with library:
        _questions(language)
    with editor:
        _editor(language)
    history.show(lambda name: _title(name, language), _again, language)


def _title(name: str, language: str) -> str:
    known = _library().questions
    return _caption(known[name].title, language) if name in known else name


def _again(asked: history.Entry) -> None:
    """Ask once more what was asked, and open the tab where its answer stands."""
    address.hold()
    st.session_state[TAB] = 0 if asked.question else 1
    if not asked.question:
        st.session_state["cypher_text"] = asked.text
        st.session_state[PENDING] = asked
        return
    if asked.question in _library().questions:
        question = _library().get(asked.question)
        st.session_state["cypher_group"], st.session_state["cypher_name"] = question.group, question.name
        for name, value in asked.values:
            shown = "; ".join(map(str, value)) if isinstance(value, list | tuple) else value
            st.session_state[f"parameter:{question.name}:{name}"] = shown
        st.session_state[PENDING] = asked


def _pending(question: str) -> history.Entry | None:
    """Give what is to be asked again, once, where it belongs to this question (or to the editor)."""
    asked: history.Entry | None = st.session_state.get(PENDING)
    if asked is None or asked.question != question:
        return None
    del st.session_state[PENDING]
    return asked


def _caption(caption: Any, language: str) -> str:
    return str(caption.zh if language == "zh" else caption.en)


def _questions(language: str) -> None:
    questions = _library()
    groups = questions.groups()
    if not groups:
        st.info(say("cypher.no_library", language))
        return
    _adopt(questions)
    left, right = st.columns([0.3, 0.7])
    with left:
        group = st.selectbox(
            say("cypher.group", language), list(groups), key="cypher_group", persist_state="session",
            on_change=address.hold,
            format_func=lambda name: _caption(GROUPS[name], language),
        )  # fmt: skip
    names = [question.name for question in groups[group]]
    if st.session_state.get("cypher_name") not in names:
        st.session_state["cypher_name"] = names[0]
    with right:
        name = st.selectbox(
            say("cypher.question", language), names, key="cypher_name", persist_state="session",
            on_change=address.hold,
            format_func=lambda name: _caption(questions.get(name).title, language),
        )  # fmt: skip
    question = questions.get(name)
    address.publish(PAGE, {"query": [name]})
    st.markdown(markdown(_caption(question.question, language)))
    values = _form(question, language)
    with st.expander(say("cypher.shown", language), key="cypher_shown", on_change=address.hold) as shown:
        if shown.open:  # what colours the code is larger than all the rest that a browser needs of a page
            st.code(question.cypher, language="cypher")
    if again := _pending(name):
        values = dict(again.values)
    if values is not None:
        _ask(question, values)
    held = st.session_state.get("cypher_answer")
    if held and held[0] == name:
        titles = [_caption(caption, language) for caption in question.columns.values()]
        answer.show(read_snapshot()[0], held[1], titles, name, name, language)


def _adopt(questions: Library) -> None:
    asked = address.parameters().get("query", [""])[-1]
    if asked in questions.questions and address.arrived(PAGE):
        st.session_state["cypher_group"] = questions.get(asked).group
        st.session_state["cypher_name"] = asked


def _form(question: Question, language: str) -> dict[str, Any] | None:
    """Show a field for each parameter; give the values when the form is sent."""
    with st.form(f"form:{question.name}", border=bool(question.parameters)):
        values = {name: _field(question, item, language) for name, item in question.parameters.items()}
        sent = st.form_submit_button(say("cypher.run", language), type="primary")
    return {name: value for name, value in values.items() if value is not None} if sent else None


def _field(question: Question, item: Parameter, language: str) -> Any:
    label, key = markdown(_caption(item.description, language)), f"parameter:{question.name}:{item.name}"
    default = question.example.get(item.name) if item.required else item.default
    held: dict[str, Any] = {"key": key, "persist_state": "session"}
    if item.choices:
        choices = list(item.choices)
        return st.selectbox(label, choices, index=choices.index(default) if default in choices else 0, **held)
    if item.type == "entity":
        return _entity(item, label, key, default, language)
    if item.type == "boolean":
        return st.checkbox(label, value=bool(default), **held)
    if item.type == "integer":
        return st.number_input(label, value=None if default is None else int(default), step=1, **held)
    if item.type == "number":
        return st.number_input(label, value=None if default is None else float(default), **held)
    shown = "; ".join(default) if isinstance(default, list | tuple) else str(default or "")
    return st.text_input(label, value=shown, **held)


def _entity(item: Parameter, label: str, key: str, default: Any, language: str) -> str:
    snapshot, _ = read_snapshot()
    classes = set(item.classes)
    known = [e for e in snapshot.entities.values() if not classes or e.label in classes]
    known.sort(key=lambda e: (-snapshot.degree(e.id), e.id))
    names = list(dict.fromkeys(["", *(e.name for e in known)] if not item.required else [e.name for e in known]))
    index = names.index(default) if default in names else 0
    chosen = st.selectbox(
        label, names, index=index if names else None, key=key, accept_new_options=True,
        persist_state="session",
        format_func=lambda name: name or say("cypher.any", language),
    )  # fmt: skip
    return str(chosen or "")


def _ask(question: Question, values: dict[str, Any]) -> None:
    language = address.language()
    st.session_state.pop("cypher_answer", None)
    try:
        with st.spinner(say("cypher.slow", language)):
            rows = question.run(opened().store, values, limit=CAP, timeout=SECONDS)
    except QueryError as error:
        history.note(question.name, "", values, None)
        _refused(error, language)
        return
    history.note(question.name, "", values, len(rows.rows))
    st.session_state["cypher_answer"] = (question.name, rows)


def _refused(error: QueryError, language: str) -> None:
    st.error(f"**{say('cypher.failed', language)}** — {markdown(reason(error, language))}")


def _editor(language: str) -> None:
    st.session_state.setdefault("cypher_text", EDITOR)
    with st.form("cypher_editor"):
        text = st.text_area(say("cypher.text", language), key="cypher_text", height=170, persist_state="session")
        sent = st.form_submit_button(say("cypher.run", language), type="primary")
    if sent or _pending(""):
        st.session_state.pop("cypher_free", None)
        try:
            with st.spinner(say("cypher.slow", language)):
                rows = opened().store.query(text, limit=CAP, timeout=SECONDS)
            st.session_state["cypher_free"] = rows
            history.note("", text, {}, len(rows.rows))
        except QueryError as error:
            history.note("", text, {}, None)
            _refused(error, language)
    if st.session_state.get("cypher_free") is not None:
        found: Rows = st.session_state["cypher_free"]
        answer.show(read_snapshot()[0], found, list(found.columns), "query", "query", language)
