"""The corrections that are stored: what they say, taking one out, putting all into effect."""

from __future__ import annotations

import streamlit as st

from loaders.corrections import Correction, corrections_path, read_corrections
from loaders.review import describe
from ontology.errors import PolecoreError
from views.parts import access, address, reasons, source, writing
from views.parts.escape import html, markdown
from views.parts.wording import listed, register, say

SAID, SHOWN = "corrections_said", 50
register(
    {
        "corrections.none": ("还没有更正。", "There are no corrections."),
        "corrections.file": ("{count} 条更正，保存在 {path}。", "{count} corrections, kept in {path}."),
        "corrections.more": ("只列出最近的 {count} 条。", "Only the newest {count} are listed."),
        "corrections.undo": ("撤销", "Undo"),
        "corrections.undone": (
            "已撤销 {id}。按「立即生效」或重新装入文档后，图谱随之恢复。",
            "{id} was taken out. «Put into effect», or loading the documents again, brings back what it had changed.",
        ),
        "corrections.apply": ("立即生效", "Put into effect"),
        "corrections.applying": ("正在按更正重新装入……", "Loading again with the corrections …"),
        "corrections.applied": ("已生效，{count} 份文档有变化。", "In effect; {count} documents changed."),
        "corrections.elsewhere": (
            "以下文档不是随附的，也不是经此页装入的，须重新装入后才按更正改变（polecore load）：{documents}",
            "These documents are neither bundled nor were they loaded here; they follow the corrections when they are "
            "loaded again (polecore load): {documents}",
        ),
        "corrections.failed": ("未能完成", "Not done"),
        "corrections.accept": ("接受", "accept"),
        "corrections.reject": ("否定", "reject"),
        "corrections.merge": ("合并", "merge"),
        "corrections.split": ("拆分", "split"),
        "corrections.rename": ("改名", "rename"),
        "corrections.reclassify": ("改类别", "change the class"),
        "corrections.add": ("补充", "add"),
    }
)


def show(language: str) -> None:
    """Show the list."""
    for kind, text in st.session_state.pop(SAID, []):
        {"good": st.success, "bad": st.error, "note": st.info}[kind](text)
    path = corrections_path(source.uri())
    found = read_corrections(path)
    if access.may_edit():
        st.button(
            say("corrections.apply", language), type="primary", key="corrections_apply", on_click=_apply,
            args=(language,),
        )  # fmt: skip
    if not found:
        st.info(say("corrections.none", language))
        return
    st.caption(say("corrections.file", language, count=len(found), path=markdown(path)))
    if len(found) > SHOWN:
        st.caption(say("corrections.more", language, count=SHOWN))
    for correction in reversed(found[-SHOWN:]):
        with st.container(border=True):
            left, right = st.columns([0.85, 0.15], vertical_alignment="center")
            left.html(_shown(correction, language))
            if access.may_edit():
                right.button(
                    say("corrections.undo", language), key=f"undo:{correction.id}", on_click=_undo,
                    args=(correction.id, language),
                )  # fmt: skip


def _shown(correction: Correction, language: str) -> str:
    action = say(f"corrections.{correction.action}", language)
    what = describe(correction).partition(" ")[2]
    where = f" · {html('、'.join(correction.documents))}" if correction.documents else ""
    return (
        f'<div class="pc-panel fact"><p><code>{html(correction.id)}</code> <b>{html(action)}</b> {html(what)}</p>'
        f'<p class="was">{html(correction.reason)}{where}</p></div>'
    )


def _undo(id_: str, language: str) -> None:
    address.hold()
    try:
        writing.undo(id_)
    except PolecoreError as error:
        _failed(error, language)
        return
    st.session_state[SAID] = [("good", say("corrections.undone", language, id=id_))]


def _apply(language: str) -> None:
    address.hold()
    try:
        with st.spinner(say("corrections.applying", language)):
            done = writing.put_into_effect()
    except PolecoreError as error:
        _failed(error, language)
        return
    said = [("good", say("corrections.applied", language, count=len(done.changes)))]
    if done.elsewhere:
        elsewhere = markdown(listed(done.elsewhere, language))
        said.append(("note", say("corrections.elsewhere", language, documents=elsewhere)))
    st.session_state[SAID] = said


def _failed(error: PolecoreError, language: str) -> None:
    st.session_state[SAID] = [
        ("bad", f"**{say('corrections.failed', language)}** — {markdown(reasons.reason(error, language))}")
    ]
