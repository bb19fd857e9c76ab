"""A question of the library, or a query, whose rows say what a briefing takes; asked once for a state of the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from graph.selection import answered_by
from ontology.errors import QueryError
from queries.parameter import Parameter
from queries.registry import Library, Question, load_library
from views.parts import address, source
from views.parts.escape import markdown
from views.parts.wording import register, say

MOST_ROWS, SECONDS = 10_000, 20.0
QUESTION, CYPHER, VALUE = "briefing_query", "briefing_cypher", "briefing_param"
register(
    {
        "briefing.query": ("只取此问题答案中的实体", "Only what this question names"),
        "briefing.no_query": ("（不用）", "(none)"),
        "briefing.cypher": (
            "或只取此查询（Cypher，只读）结果中的实体",
            "Or only what this read-only Cypher query names",
        ),
        "briefing.needed": ("（必填）", "(needed)"),
        "briefing.any_value": ("（默认）", "(default)"),
        "briefing.both": (
            "问题和 Cypher 只能用一个；现在用的是问题。",
            "A question and Cypher cannot both be used; the question is.",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: a question of the library with its parameters as they are typed, or a query; or nothing."""

    query: str = ""
    params: tuple[tuple[str, str], ...] = ()
    cypher: str = ""

    def __bool__(self) -> bool:
        return bool(self.query or self.cypher)

    def parameters(self) -> dict[str, list[str]]:
        """Give the URL parameters."""
        found = {
            "query": [self.query] if self.query else [],
            "param": [f"{name}={value}" for name, value in self.params],
            "cypher": [self.cypher] if self.cypher else [],
        }
        return {name: values for name, values in found.items() if values}

    def words(self) -> list[str]:
        """Give the words of the command line that ask the same."""
        if self.query:
            return ["--query", self.query, *(w for name, value in self.params for w in ("--param", f"{name}={value}"))]
        return ["--cypher", self.cypher] if self.cypher else []


NOTHING = Asked()


@st.cache_resource(show_spinner=False)
def _library() -> Library:
    return load_library()


def read(parameters: Mapping[str, list[str]]) -> Asked:
    """Read what is asked from URL parameters; a question that is not in the library is left out."""
    query, cypher = ((parameters.get(name) or [""])[-1] for name in ("query", "cypher"))
    if query not in _library().questions:
        return Asked(cypher=cypher.strip())
    known = _library().get(query).parameters
    pairs = (given.partition("=") for given in parameters.get("param") or [])
    return Asked(query, tuple((name, value) for name, _, value in pairs if name in known and value))


def adopt(asked: Asked) -> None:
    """Take over what a link asks."""
    st.session_state[QUESTION], st.session_state[CYPHER] = asked.query, asked.cypher
    for name, value in asked.params:
        st.session_state[_key(asked.query, name)] = value


def show(language: str) -> Asked:
    """Show the choices, and give what they say."""
    library = _library()

    def caption(name: str) -> str:
        return _said(library.get(name).title, language) if name else say("briefing.no_query", language)

    query = st.selectbox(
        say("briefing.query", language), ["", *library.questions], key=QUESTION, on_change=address.hold,
        persist_state="session", format_func=caption,
    )  # fmt: skip
    params = _values(library.get(query), language) if query else ()
    cypher = st.text_area(
        say("briefing.cypher", language), key=CYPHER, height=80, on_change=address.hold, persist_state="session",
        placeholder="MATCH (l:Lab)-[:LOCATED_IN]->(z:Zone) RETURN l.id, z.id",
    ).strip()  # fmt: skip
    if query and cypher:
        st.caption(say("briefing.both", language))
    return Asked(query, params, "" if query else cypher)


def _values(question: Question, language: str) -> tuple[tuple[str, str], ...]:
    found = []
    for name, item in question.parameters.items():
        value = _field(question, item, language)
        if value:
            found.append((name, value))
    return tuple(found)


def _field(question: Question, item: Parameter, language: str) -> str:
    label = markdown(_said(item.description, language)) + (say("briefing.needed", language) if item.required else "")
    choices = [str(c) for c in item.choices] or (["true", "false"] if item.type == "boolean" else [])
    given: Any = {"key": _key(question.name, item.name), "on_change": address.hold, "persist_state": "session"}
    if choices:
        options = ["", *choices]
        if st.session_state.get(given["key"], "") not in options:
            st.session_state[given["key"]] = ""
        any_ = say("briefing.any_value", language)
        return str(st.selectbox(label, options, format_func=lambda value: value or any_, **given))
    example = question.example.get(item.name)
    typed = st.text_input(label, placeholder="" if example is None else str(example), **given)
    return str(typed or "").strip()


def _key(query: str, name: str) -> str:
    return f"{VALUE}:{query}:{name}"


def _said(caption: Any, language: str) -> str:
    return str(caption.zh if language == "zh" else caption.en)


@st.cache_data(max_entries=24, show_spinner=False)
def _found(uri: str, print_: str, asked: Asked) -> tuple[str, ...]:
    store = source.opened().store
    if asked.query:
        rows = _library().get(asked.query).run(store, dict(asked.params), limit=MOST_ROWS, timeout=SECONDS)
    else:
        rows = store.query(asked.cypher, limit=MOST_ROWS, timeout=SECONDS)
    if rows.truncated:
        raise QueryError(f"the query has more than {MOST_ROWS} rows; narrow it down")
    return answered_by(store.facts(), rows.rows)


def ids(asked: Asked) -> tuple[str, ...] | None:
    """Give the ids of the entities that the answer names; none if nothing is asked.

    Raises
    ------
    QueryError
        if the query cannot be answered, or names no entity.
    """
    if not asked:
        return None
    uri = source.uri()
    return _found(uri, source.fingerprint(source.status(uri)), asked)
