"""The explorer: sets up the page, opens the graph and navigates; each page is a file of its own in views/."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import streamlit as st

from views.parts import address, frame, links, quiet
from views.parts.wording import say


def _page(name: str) -> Callable[[], None]:
    """Read a page when it is first shown: what it needs is slow to read, and the first screen need not wait for it."""

    def page() -> None:
        importlib.import_module(f"views.{name}").page()

    return frame.guarded(page)


def main() -> None:
    """Show the app."""
    st.set_page_config(page_title="Polecore 极核", page_icon="🔴", layout="wide", initial_sidebar_state=230)
    language = address.language()
    pages = [
        st.Page(_page(name), title=say(f"page.{name}", language), url_path=name if number else None, default=not number)
        for number, name in enumerate(frame.PAGES)
    ]
    st.session_state[links.EXPLORE] = pages[0]
    st.session_state[links.PAGES] = dict(zip(frame.PAGES, pages, strict=True))
    # the page that opens first has no path of its own; people write one all the same
    pages.append(st.Page(links.moved, title=say("page.explore", language), url_path="explore", visibility="hidden"))
    chosen = st.navigation(pages)
    if frame.show(language):
        chosen.run()


with quiet.HERE.serving():
    main()
