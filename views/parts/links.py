"""Links to Explore on other pages: a click moves within the session instead of loading the app anew."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

from views.parts import address

EXPLORE, PAGES = "page_object_explore", "page_objects"
SCRIPT = """export default function (component) {
  const follow = (event) => {
    const link = event.target.closest?.("a[href*='entity='], a[href*='find=']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const url = new URL(link.href, location.href);
    if (url.origin !== location.origin) return;
    event.preventDefault();
    component.setTriggerValue("followed", url.search.slice(1));
  };
  document.addEventListener("click", follow, true);
  return () => document.removeEventListener("click", follow, true);
}"""


@cache
def _renderer() -> Any:
    return st.components.v2.component("polecore_links", js=SCRIPT)


def follow() -> None:
    """Listen for clicks on links to entities, and go there."""
    followed = _renderer()(key="page_links", on_followed_change=lambda: None).followed
    explore = st.session_state.get(EXPLORE)
    if followed and explore is not None:
        given = parse_qs(str(followed))
        given["lang"] = [address.language()]
        st.switch_page(explore, query_params=given)


def moved() -> None:
    """Go to Explore with the parameters that were given."""
    given = {name: st.query_params.get_all(name) for name in st.query_params}
    st.switch_page(st.session_state[EXPLORE], query_params=given)


def to_entity(entity: str, **given: str | list[str]) -> str:
    """Give the link that shows an entity in Explore, from any page."""
    return address.link("./", entity=entity, **given)
