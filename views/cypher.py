"""Cypher 查询: the library of questions with forms for their parameters, and an editor for queries that only read."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.store import Rows
from ontology.errors import QueryError
from queries.parameter import Parameter
from queries.registry import GROUPS, Library, Question, load_library
from views.parts import address, download
from views.parts.escape import markdown
from views.parts.source import opened
from views.parts.source import snapshot as read_snapshot
from views.parts.wording import register, say

PAGE, CAP, SECONDS = "cypher", 1000, 20.0
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
        "cypher.rows": ("{count} 行", "{count} rows"),
        "cypher.truncated": (
            "只显示前 {count} 行；请在查询中收窄条件或加 LIMIT。",
            "Only the first {count} rows are shown: narrow the query or add a LIMIT.",
        ),
        "cypher.empty": (
            "没有结果。图谱只反映所收文件，没有结果不等于事实上没有。",
            "No rows. The graph reflects only its documents: no rows does not mean that there is none.",
        ),
        "cypher.download": ("下载 CSV", "Download CSV"),
        "cypher.limits": (
            "只允许读取；最多 {cap} 行，{seconds} 秒。值请写成参数或直接写在语句中。",
            "Reading only; at most {cap} rows and {seconds} seconds.",
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
    library, editor = st.tabs([say("cypher.library", language), say("cypher.editor", language)])
    with library:
        _questions(language)
    with editor:
        _editor(language)


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
    with st.expander(say("cypher.shown", language)):
        st.code(question.cypher, language="cypher")
    if values is not None:
        _ask(question, values)
    held = st.session_state.get("cypher_answer")
    if held and held[0] == name:
        titles = [_caption(caption, language) for caption in question.columns.values()]
        _answer(held[1], titles, language, name)


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
    if item.choices:
        choices = list(item.choices)
        return st.selectbox(label, choices, index=choices.index(default) if default in choices else 0, key=key)
    if item.type == "entity":
        return _entity(item, label, key, default, language)
    if item.type == "boolean":
        return st.checkbox(label, value=bool(default), key=key)
    if item.type == "integer":
        return st.number_input(label, value=None if default is None else int(default), step=1, key=key)
    if item.type == "number":
        return st.number_input(label, value=None if default is None else float(default), key=key)
    shown = "; ".join(default) if isinstance(default, list | tuple) else str(default or "")
    return st.text_input(label, value=shown, key=key)


def _entity(item: Parameter, label: str, key: str, default: Any, language: str) -> str:
    snapshot, _ = read_snapshot()
    classes = set(item.classes)
    known = [e for e in snapshot.entities.values() if not classes or e.label in classes]
    known.sort(key=lambda e: (-snapshot.degree(e.id), e.id))
    names = list(dict.fromkeys(["", *(e.name for e in known)] if not item.required else [e.name for e in known]))
    index = names.index(default) if default in names else 0
    chosen = st.selectbox(
        label, names, index=index if names else None, key=key, accept_new_options=True,
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
        _refused(error, language)
        return
    st.session_state["cypher_answer"] = (question.name, rows)


def _refused(error: QueryError, language: str) -> None:
    st.error(f"**{say('cypher.failed', language)}** — {markdown(error)}")


def _editor(language: str) -> None:
    st.caption(say("cypher.limits", language, cap=CAP, seconds=int(SECONDS)))
    st.session_state.setdefault("cypher_text", EDITOR)
    with st.form("cypher_editor"):
        text = st.text_area(say("cypher.text", language), key="cypher_text", height=170, persist_state="session")
        sent = st.form_submit_button(say("cypher.run", language), type="primary")
    if sent:
        st.session_state.pop("cypher_free", None)
        try:
            with st.spinner(say("cypher.slow", language)):
                st.session_state["cypher_free"] = opened().store.query(text, limit=CAP, timeout=SECONDS)
        except QueryError as error:
            _refused(error, language)
    if st.session_state.get("cypher_free") is not None:
        found: Rows = st.session_state["cypher_free"]
        _answer(found, list(found.columns), language, "query")


def _answer(rows: Rows, titles: list[str], language: str, name: str) -> None:
    if not rows.rows:
        st.info(say("cypher.empty", language))
        return
    st.caption(say("cypher.rows", language, count=f"{len(rows.rows):,}"))
    if rows.truncated:
        st.warning(say("cypher.truncated", language, count=f"{len(rows.rows):,}"))
    shown = [[_plain(value) for value in row] for row in rows.rows]
    import pandas as pd  # slow to read; the first screen need not wait for it

    frame = pd.DataFrame(shown, columns=_distinct(titles))
    st.dataframe(frame, hide_index=True, height=min(520, 38 + 35 * len(shown)))
    download.button(say("cypher.download", language), titles, rows.rows, f"{name}.csv", f"download:{name}")


def _plain(value: Any) -> Any:
    """Turn lists and maps into text, so that a column of a table has one type."""
    if isinstance(value, list | tuple):
        return "; ".join(str(_plain(item)) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_plain(item)}" for key, item in value.items())
    return value


def _distinct(titles: list[str]) -> list[str]:
    """Give captions that occur twice a number: a table must have distinct columns."""
    found: list[str] = []
    for title in titles:
        name, number = title, 2
        while name in found:
            name, number = f"{title} {number}", number + 1
        found.append(name)
    return found
