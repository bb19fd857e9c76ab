"""Briefing 简报: choose a diagram and what it shows, look at it, and take it away as a file."""

from __future__ import annotations

import streamlit as st

from graph.export.api import BRIEFINGS, preview
from graph.export.options import BRIEFING, CHAIN, NEIGHBOURHOOD, POLECORE
from ontology.errors import PolecoreError
from views.parts import address, briefing_choice, briefing_data, briefing_file, source
from views.parts.briefing_choice import FORMATS, Wanted
from views.parts.escape import markdown
from views.parts.reasons import reason
from views.parts.wording import register, say

PAGE, MADE, FORMAT = "briefing", "briefing_made", "briefing_format"
register(
    {
        "briefing.title": ("简报", "Briefing"),
        "briefing.drawing": ("正在绘制……", "Drawing …"),
        "briefing.first": (
            "这里是第一页；下载的文件还有关键指标、布局、缺口、方法与资料来源。",
            "This is the first page; the file goes on with key figures, the layout, gaps, the method and the sources.",
        ),
        "briefing.tables": (
            "画不下的内容列在文件的附表中（PNG、SVG 另附 CSV，一并打包下载）。",
            "What does not fit is listed in tables in the file (beside a PNG or SVG as CSV, zipped together).",
        ),
        "briefing.format": ("文件格式", "Format"),
        "briefing.make": ("生成文件", "Make the file"),
        "briefing.needs_industry": ("请选择产业。", "Choose an industry."),
        "briefing.needs_entity": ("请选择实体。", "Choose an entity."),
        "briefing.alt": ("{diagram}预览", "Preview: {diagram}"),
        "briefing.command": ("用命令行做同样的事", "The same on the command line"),
    }
)


def page() -> None:
    """Show the page."""
    language = address.language()
    snapshot, _ = source.snapshot()
    st.title(say("briefing.title", language))
    left, right = st.columns([0.28, 0.72], gap="large")
    with left:
        wanted = briefing_choice.show(snapshot, language, address.arrived(PAGE))
    address.publish(PAGE, wanted.parameters())
    with right:
        missing = _missing(wanted)
        if missing:
            st.info(say(missing, language))
            return
        if _preview(wanted, language):
            _file(wanted, language)
        briefing_data.show(wanted, language)


def _missing(wanted: Wanted) -> str:
    if wanted.diagram == CHAIN and not wanted.industry:
        return "briefing.needs_industry"
    return "briefing.needs_entity" if wanted.diagram == NEIGHBOURHOOD and not wanted.entity else ""


@st.cache_data(max_entries=24, show_spinner=False)
def _drawn(uri: str, print_: str, wanted: Wanted) -> bytes:
    # a map is in what is wanted by the digest of its content
    facts = source.opened().store.facts()
    diagram = POLECORE if wanted.diagram == BRIEFING else wanted.diagram
    return preview(facts, wanted.selection(facts), diagram, wanted.options())


def _preview(wanted: Wanted, language: str) -> bool:
    uri = source.uri()
    try:
        with st.spinner(say("briefing.drawing", language)):
            picture = _drawn(uri, source.fingerprint(source.status(uri)), wanted)
    except PolecoreError as error:
        st.error(f"**{say('briefing.failed', language)}** — {markdown(reason(error, language))}")
        return False
    diagram = say(f"briefing.{wanted.diagram}", language)
    st.image(picture, alt=say("briefing.alt", language, diagram=diagram), width="stretch")
    st.caption(say("briefing.first" if wanted.diagram == BRIEFING else "briefing.tables", language))
    return True


def _file(wanted: Wanted, language: str) -> None:
    formats = BRIEFINGS if wanted.diagram == BRIEFING else FORMATS
    if st.session_state.get(FORMAT) not in formats:
        st.session_state[FORMAT] = formats[0]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind: str = st.segmented_control(
            say("briefing.format", language), formats, key=FORMAT, required=True, format_func=str.upper,
            on_change=address.hold, persist_state="session",
        ) or formats[0]  # fmt: skip
        if st.button(say("briefing.make", language), type="primary", key="briefing_make"):
            st.session_state.pop(MADE, None)
            try:
                with st.spinner(say("briefing.making", language)):
                    name = f"polecore-{wanted.diagram}.{kind}"
                    file = briefing_file.written(kind, name, wanted.selection, wanted.diagram, wanted.options())
                    st.session_state[MADE] = (wanted, kind, *file)
            except PolecoreError as error:
                st.error(f"**{say('briefing.failed', language)}** — {markdown(reason(error, language))}")
    made = st.session_state.get(MADE)
    if made and made[:2] == (wanted, kind):
        _, _, name, data = made
        briefing_file.offer(name, data, language, key="briefing_download")
    with st.expander(say("briefing.command", language), key="briefing_command", on_change=address.hold) as shown:
        if shown.open:  # what colours the code is slow to fetch
            st.code(wanted.command(kind), language="bash", wrap_lines=True)
