"""Loading documents: choose files, see what they would change, judge single facts, load."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.comparison import Effect
from loaders.uploads import KINDS, MOST_BYTES, MOST_FILES, Upload, admitted
from ontology.errors import PolecoreError
from views.parts import access, address, changes, links, reasons, source, writing
from views.parts.escape import html, markdown
from views.parts.wording import register, say

DRAFT, ROUND, DONE, REASON = "documents_draft", "documents_round", "documents_done", "documents_reason"
MEGABYTES = MOST_BYTES // 1024 // 1024
register(
    {
        "upload.choose": ("选择文件", "Choose files"),
        "upload.limits": (
            "可一次选 {files} 个，每个不超过 {size} MB：{kinds}。文件只被阅读，不会被执行；只保存在本项目的文件夹中。",
            "Up to {files} at once, {size} MB each: {kinds}. Files are read, never run, and kept in the folder of this "
            "project only.",
        ),
        "upload.read": ("阅读并比较", "Read and compare"),
        "upload.reading": ("正在阅读 {name}（{done}/{total}）", "Reading {name} ({done} of {total})"),
        "upload.starting": ("正在准备阅读……", "Getting ready to read …"),
        "upload.refused": ("未接受", "Not taken"),
        "upload.failed": ("未能完成，图谱没有变化", "Not done; the graph is as it was"),
        "upload.nothing": (
            "选好文件后，先看它会给图谱增加、改变什么，与哪些内容矛盾，再决定是否装入。",
            "After you have chosen files you see what they would add to the graph, change and contradict; then you "
            "decide.",
        ),
        "upload.new": ("新文档", "new document"),
        "upload.replaced": (
            "已装入文档的新版本：只见于旧版的内容将移去",
            "new version of a loaded document: what only the old one says goes",
        ),
        "upload.unchanged": ("与已装入的相同，不会有变化", "the same as what is loaded; nothing will change"),
        "upload.reason": ("判断的理由（写入更正记录）", "Reason for your verdicts (goes into the corrections)"),
        "upload.default_reason": ("装入前与原文核对", "compared with the passage before loading"),
        "upload.load": ("装入", "Load"),
        "upload.load_with": (
            "装入（接受 {accepted} 条，否定 {rejected} 条）",
            "Load ({accepted} accepted, {rejected} rejected)",
        ),
        "upload.discard": ("放弃", "Discard"),
        "upload.loading": ("正在装入……", "Loading …"),
        "upload.done": ("已装入", "Loaded"),
        "upload.line": (
            "{document}：{outcome}，涉及 {entities} 个实体、{relations} 条联系、{figures} 项指标",
            "{document}: {outcome}; {entities} entities, {relations} ties, {figures} figures",
        ),
        "upload.explore": ("在「探索」中查看", "See it in Explore"),
        "outcome.new": ("新装入", "new"),
        "outcome.replaced": ("已更新", "replaced"),
        "outcome.unchanged": ("无变化", "unchanged"),
        "outcome.removed": ("已移去", "removed"),
    }
)


def show(language: str) -> None:
    """Show the part of the page on which documents are loaded."""
    if not access.may_edit():
        return
    links.follow()  # also in the run after the message was shown: the click on its link comes then
    _told(language)
    draft: writing.Draft | None = st.session_state.get(DRAFT)
    if draft is None:
        _choose(language)
    else:
        _preview(draft, language)


def _choose(language: str) -> None:
    turn = st.session_state.get(ROUND, 0)
    files = st.file_uploader(
        say("upload.choose", language), type=[kind.removeprefix(".") for kind in KINDS], accept_multiple_files=True,
        max_upload_size=MEGABYTES, key=f"documents_files:{turn}",
    )  # fmt: skip
    st.caption(
        say(
            "upload.limits",
            language,
            files=MOST_FILES,
            size=MEGABYTES,
            kinds=("、" if language == "zh" else ", ").join(KINDS),
        )
    )
    if not files:
        st.info(say("upload.nothing", language))
        return
    taken, refused = admitted([Upload(file.name, file.getvalue()) for file in files])
    _refused(refused, language)
    if taken and st.button(say("upload.read", language), type="primary", key="documents_read"):
        _read(taken, tuple(refused), language)


def _refused(told: list[str], language: str) -> None:
    for said in told:
        st.warning(f"**{say('upload.refused', language)}** — {markdown(reasons.reason(said, language))}")


def _read(taken: list[Upload], refused: tuple[str, ...], language: str) -> None:
    bar = st.progress(0.0, say("upload.starting", language))

    def advance(name: str, done: int, total: int) -> None:
        bar.progress(done / max(total, 1), say("upload.reading", language, name=markdown(name), done=done, total=total))

    try:
        draft = writing.prepare(taken, advance)
    except PolecoreError as error:
        _failed(error, language)
        return
    finally:
        bar.empty()
    draft.refused = (*refused, *draft.refused)
    st.session_state[DRAFT] = draft
    address.hold()
    st.rerun()


def _failed(error: PolecoreError, language: str) -> None:
    st.error(f"**{say('upload.failed', language)}** — {markdown(reasons.reason(error, language))}")


def _preview(draft: writing.Draft, language: str) -> None:
    found = draft.comparison
    _refused(list(draft.refused), language)
    rows = [
        f"<li><b>{html(name)}</b> — {say(f'upload.{outcome}', language)}</li>"
        for name, outcome in sorted(found.documents.items())
        if not name.startswith("added: ")
    ]
    st.html(f'<ul class="pc-panel">{"".join(rows)}</ul>')
    columns = st.columns(5)
    for column, effect in zip(columns, Effect, strict=False):
        column.metric(say(f"changes.{effect}", language), f"{found.count(effect):,}")
    columns[4].metric(say("changes.against", language), f"{len(found.contradictions()):,}")
    _decide(draft, language)
    changes.show(draft, language)


def _decide(draft: writing.Draft, language: str) -> None:
    given = list(draft.verdicts.values())
    accepted, rejected = given.count("accept"), given.count("reject")
    if given:
        st.session_state.setdefault(REASON, say("upload.default_reason", language))
        st.text_input(say("upload.reason", language), key=REASON, persist_state="session", max_chars=200)
    with st.container(horizontal=True):
        caption = say("upload.load", language)
        if given:
            caption = say("upload.load_with", language, accepted=accepted, rejected=rejected)
        wanted = st.button(caption, type="primary", key="documents_load")
        st.button(say("upload.discard", language), key="documents_discard", on_click=_over)
    if wanted:
        _load(draft, language)


def _load(draft: writing.Draft, language: str) -> None:
    reason = str(st.session_state.get(REASON) or "").strip() or say("upload.default_reason", language)
    try:
        with st.spinner(say("upload.loading", language)):
            done = writing.load(draft, reason)
    except PolecoreError as error:
        _failed(error, language)
        return
    st.session_state[DONE] = done
    _over()
    st.rerun()


def _over() -> None:
    address.hold()
    st.session_state.pop(DRAFT, None)
    changes.forget()
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _told(language: str) -> None:
    done: list[Any] = st.session_state.pop(DONE, [])
    if not done:
        return
    lines = []
    snapshot, _ = source.snapshot()
    for change in done:
        text = say(
            "upload.line", language, document=change.document, outcome=say(f"outcome.{change.outcome}", language),
            entities=change.entities, relations=change.relations, figures=change.figures,
        )  # fmt: skip
        named = [e for e in snapshot.entities.values() if change.document in e.documents]
        best = max(named, key=lambda e: (snapshot.degree(e.id), e.id), default=None)
        way = ""
        if best is not None:
            target = links.to_entity(best.id, document=change.document)
            way = f' <a class="evidence" href="{html(target)}" target="_self">{say("upload.explore", language)}</a>'
        lines.append(f"<li>{html(text)}{way}</li>")
    st.success(say("upload.done", language))
    st.html(f'<ul class="pc-panel">{"".join(lines)}</ul>')
