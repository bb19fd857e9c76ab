"""Documents 文档: load documents after a look at what they would change, remove them, and review what is doubtful."""

from __future__ import annotations

import streamlit as st

from views.parts import access, address, corrections, loaded, review, upload
from views.parts.roles import Role
from views.parts.wording import register, say

PAGE, TAB = "documents", "documents_tab"
TABS = {"load": upload.show, "loaded": loaded.show, "review": review.show, "corrections": corrections.show}
register(
    {
        "documents.title": ("文档", "Documents"),
        "documents.tab": ("做什么", "What to do"),
        "documents.load": ("装入新文档", "Load documents"),
        "documents.loaded": ("已装入的文档", "What is loaded"),
        "documents.review": ("核对存疑事实", "Review doubtful facts"),
        "documents.corrections": ("更正记录", "Corrections"),
    }
)


def page() -> None:
    """Show the page."""
    language = address.language()
    st.title(say("documents.title", language))
    asked = address.parameters().get("tab", [""])[-1]
    default = "load" if access.may_edit() else "loaded"
    if TAB not in st.session_state or (address.arrived(PAGE) and asked in TABS):
        st.session_state[TAB] = asked if asked in TABS else default
    st.segmented_control(
        say("documents.tab", language), list(TABS), key=TAB, required=True, label_visibility="collapsed",
        persist_state="session", on_change=address.hold,
        format_func=lambda name: say(f"documents.{name}", language),
    )  # fmt: skip
    tab = st.session_state[TAB]
    address.publish(PAGE, {"tab": [tab]})
    if access.role() is not Role.EDITOR:
        st.info(say("access.read_only", language), icon=":material/lock:")
    TABS[tab](language)
