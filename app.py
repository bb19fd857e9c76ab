"""The explorer: sets up the page, opens the graph and navigates; each page is a file of its own in views/."""

from __future__ import annotations

import streamlit as st

from views import compare, cypher, explore, figures, overview
from views.parts import address, frame, links
from views.parts.wording import say


def main() -> None:
    """Show the app."""
    st.set_page_config(page_title="Polecore 极核", page_icon="🔴", layout="wide", initial_sidebar_state=230)
    language = address.language()
    pages = [
        st.Page(frame.guarded(explore.page), title=say("page.explore", language), default=True),
        st.Page(frame.guarded(overview.page), title=say("page.overview", language), url_path="overview"),
        st.Page(frame.guarded(compare.page), title=say("page.compare", language), url_path="compare"),
        st.Page(frame.guarded(figures.page), title=say("page.figures", language), url_path="figures"),
        st.Page(frame.guarded(cypher.page), title=say("page.cypher", language), url_path="cypher"),
    ]
    st.session_state[links.EXPLORE] = pages[0]
    # the page that opens first has no path of its own; people write one all the same
    pages.append(st.Page(links.moved, title=say("page.explore", language), url_path="explore", visibility="hidden"))
    chosen = st.navigation(pages)
    frame.show(language)
    chosen.run()


main()
