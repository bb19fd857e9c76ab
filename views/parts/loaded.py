"""The documents that are loaded, what each states, and their removal."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from loaders.review import REFERENCE
from ontology.errors import PolecoreError
from views.parts import access, address, download, grid, links, reasons, source, writing
from views.parts.escape import html, markdown
from views.parts.indicator import documents as stating
from views.parts.snapshot import Snapshot
from views.parts.wording import register, say

SURE, CHOSEN, REMOVED = "loaded_sure", "loaded_chosen", "loaded_removed"
COLUMNS = ("document", "title", "entities", "only", "ties", "figures")
register(
    {
        "loaded.none": ("还没有装入任何文档。", "Nothing is loaded yet."),
        "loaded.document": ("文件名", "File"),
        "loaded.title": ("题名", "Title"),
        "loaded.entities": ("实体", "Entities"),
        "loaded.only": ("仅见于此", "Only here"),
        "loaded.ties": ("联系", "Ties"),
        "loaded.figures": ("指标", "Figures"),
        "loaded.reference": ("更正中引用的来源", "source that a correction cites"),
        "loaded.download": ("下载 CSV", "Download CSV"),
        "loaded.remove": ("移除文档", "Remove a document"),
        "loaded.choose": ("要移除的文档", "Document to remove"),
        "loaded.effect": (
            "将移去只见于 {document} 的 {entities} 个实体、{ties} 条联系和 {figures} 项指标；其他文档也写到的内容保留。"
            "若文件是经此页上传的，保存的文件也会删除。",
            "{entities} entities, {ties} ties and {figures} figures that only {document} states will go; what others "
            "state too stays. If the file was uploaded here, the copy that was kept is deleted too.",
        ),
        "loaded.sure": ("我确认移除", "Yes, remove it"),
        "loaded.do": ("移除", "Remove"),
        "loaded.done": ("已移除 {document}。", "{document} was removed."),
        "loaded.failed": ("未能移除", "Not removed"),
    }
)


def show(language: str) -> None:
    """Show the list, and for editors the removal."""
    removed = st.session_state.pop(REMOVED, "")
    if removed:
        st.success(say("loaded.done", language, document=markdown(removed)))
    snapshot, _ = source.snapshot()
    if not snapshot.documents:
        st.info(say("loaded.none", language))
        return
    links.follow()
    rows = [_row(snapshot, name, language) for name in snapshot.documents]
    head = [say(f"loaded.{name}", language) for name in COLUMNS]
    st.html(grid.table(head, [_cells(snapshot, row) for row in rows]))
    download.button(say("loaded.download", language), head, rows, "documents.csv", "loaded_download")
    if access.may_edit():
        st.subheader(say("loaded.remove", language))
        _removal(snapshot, language)


def _row(snapshot: Snapshot, name: str, language: str) -> tuple[str, str, int, int, int, int]:
    named = [e for e in snapshot.entities.values() if name in e.documents]
    only = sum(1 for e in named if e.documents == (name,))
    ties = sum(1 for found in snapshot.tie_documents.values() if name in found)
    figures = sum(1 for figure in snapshot.all_figures() if name in stating(figure))
    title = say("loaded.reference", language) if name.startswith(REFERENCE) else snapshot.titles.get(name, name)
    return name, title, len(named), only, ties, figures


def _cells(snapshot: Snapshot, row: tuple[str, str, int, int, int, int]) -> list[str]:
    name, title, *counts = row
    best = max(
        (e for e in snapshot.entities.values() if name in e.documents),
        key=lambda e: (snapshot.degree(e.id), e.id),
        default=None,
    )
    cell = html(name)
    if best is not None:
        target = html(links.to_entity(best.id, document=name))
        cell = f'<a class="entity" href="{target}" target="_self">{cell}</a>'
    return [cell, html(title), *(f"{count:,}" for count in counts)]


def _removal(snapshot: Snapshot, language: str) -> None:
    if st.session_state.get(CHOSEN) not in snapshot.documents:
        st.session_state.pop(CHOSEN, None)
    name = st.selectbox(
        say("loaded.choose", language), snapshot.documents, index=None, key=CHOSEN, on_change=_unsure, placeholder="…",
        width=520,
    )  # fmt: skip
    if not name:
        return
    alone = Counter(
        entities=sum(1 for e in snapshot.entities.values() if e.documents == (name,)),
        ties=sum(1 for found in snapshot.tie_documents.values() if found == {name}),
        figures=sum(1 for figure in snapshot.all_figures() if set(stating(figure)) == {name}),
    )
    st.warning(say("loaded.effect", language, document=markdown(name), **alone))
    sure = st.checkbox(say("loaded.sure", language), key=SURE)
    if st.button(say("loaded.do", language), type="primary", disabled=not sure, key="loaded_do"):
        try:
            with st.spinner(say("loaded.do", language)):
                writing.remove(name)
        except PolecoreError as error:
            st.error(f"**{say('loaded.failed', language)}** — {markdown(reasons.reason(error, language))}")
            return
        st.session_state[REMOVED] = name
        address.hold()
        st.rerun()


def _unsure() -> None:
    address.hold()
    st.session_state[SURE] = False
