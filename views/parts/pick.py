"""Links that choose an item of the same page: a click comes back to Python, a new tab opens the same state."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

SCRIPT = """export default function (component) {
  const follow = (event) => {
    const link = event.target.closest?.("a.pick");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const url = new URL(link.href, location.href);
    if (url.origin !== location.origin) return;
    event.preventDefault();
    component.setTriggerValue("picked", url.search.slice(1));
  };
  document.addEventListener("click", follow, true);
  return () => document.removeEventListener("click", follow, true);
}"""


@cache
def _renderer() -> Any:
    return st.components.v2.component("polecore_pick", js=SCRIPT)


def listen(key: str, parameter: str, on_pick: Callable[[str], None]) -> None:
    """Call ``on_pick`` with the parameter of a link of class ``pick`` that was clicked."""

    def picked() -> None:
        query = st.session_state[key].get("picked")
        values = parse_qs(str(query or "")).get(parameter)
        if values:
            on_pick(values[-1])

    _renderer()(key=key, on_picked_change=picked)
