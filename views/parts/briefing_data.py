"""What a briefing is drawn from, as data for other programs: the formats of `polecore export` that are no pictures."""

from __future__ import annotations

import streamlit as st

from graph.export.api import EXPORTERS, FOLDERS, PICTURES
from ontology.errors import PolecoreError
from views.parts import address, briefing_file
from views.parts.briefing_choice import Wanted
from views.parts.escape import markdown
from views.parts.reasons import reason
from views.parts.wording import register, say

FORMATS = tuple(name for name in EXPORTERS if name not in PICTURES)
FORMAT, MADE = "briefing_data_format", "briefing_data_made"
_ENDINGS = {"turtle": "ttl"}
register(
    {
        "briefing.data": ("取用数据（供其他程序）", "The data, for other programs"),
        "briefing.data_told": (
            "与图同样的取用范围；选了区域、产业或实体时，只取与之有关的部分。",
            "What is taken is as for the picture; with a region, industry or entity chosen, only what belongs to it.",
        ),
        "briefing.data_format": ("数据格式", "Data format"),
        "briefing.data_make": ("生成数据", "Make the data"),
        "briefing.data_xlsx": ("Excel 工作簿", "Excel workbook"),
        "briefing.data_csv": ("CSV 表格", "CSV tables"),
        "briefing.data_html": ("网页（可离线打开）", "web page that works offline"),
        "briefing.data_gexf": ("Gephi", "Gephi"),
        "briefing.data_graphml": ("yEd、Cytoscape、NetworkX", "yEd, Cytoscape, NetworkX"),
        "briefing.data_turtle": ("RDF", "RDF"),
        "briefing.data_jsonld": ("RDF", "RDF"),
        "briefing.data_cypher": ("Neo4j 脚本", "script for Neo4j"),
        "briefing.data_neo4j-admin": ("Neo4j 导入集", "import set for Neo4j"),
        "briefing.data_facts": ("Polecore 交换格式", "exchange format of Polecore"),
    }
)


def show(wanted: Wanted, language: str) -> None:
    """Show the formats, make the file that is asked for, and offer it."""
    with st.expander(say("briefing.data", language), key="briefing_data", on_change=address.hold) as shown:
        st.caption(say("briefing.data_told", language))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            kind = st.selectbox(
                say("briefing.data_format", language), FORMATS, key=FORMAT, on_change=address.hold,
                persist_state="session",
                format_func=lambda name: f"{name} · {say(f'briefing.data_{name}', language)}",
            )  # fmt: skip
            if st.button(say("briefing.data_make", language), key="briefing_data_make"):
                _make(wanted, kind, language)
        made = st.session_state.get(MADE)
        if made and made[:2] == (wanted, kind):
            briefing_file.offer(made[2], made[3], language, key="briefing_data_download")
        if shown.open:  # what colours the code is slow to fetch
            st.code(wanted.data_command(kind, _name(kind)), language="bash", wrap_lines=True)


def _name(kind: str) -> str:
    return f"polecore-{kind}" if kind in FOLDERS else f"polecore.{_ENDINGS.get(kind, kind)}"


def _make(wanted: Wanted, kind: str, language: str) -> None:
    st.session_state.pop(MADE, None)
    try:
        with st.spinner(say("briefing.making", language)):
            made = briefing_file.written(kind, _name(kind), wanted.data, options=wanted.options())
    except PolecoreError as error:
        st.error(f"**{say('briefing.failed', language)}** — {markdown(reason(error, language))}")
        return
    st.session_state[MADE] = (wanted, kind, *made)
