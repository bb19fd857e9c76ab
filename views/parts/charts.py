"""Shows charts; each is built once for what it shows, as building and checking one takes longer than all the rest."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

import streamlit as st

from views.parts.memo import Memo

_GLOBALS = Lock()
"""What altair is set to holds for all threads."""


@st.cache_resource(show_spinner=False)
def _memo() -> Memo:
    return Memo(256)


def show(what: Hashable, make: Callable[[], Any], **given: Any) -> None:
    """Show a chart of altair.

    Parameters
    ----------
    what : all that the chart depends on; the same gives the same chart.
    make : builds it.
    given : options of ``st.vega_lite_chart``.
    """
    spec, rows = _memo().get(what, lambda: _built(make()))
    # its own copy each time: Streamlit completes the specification in place
    whole = {**json.loads(spec), "datasets": rows}
    st.vega_lite_chart(spec=whole, width="stretch", **given)


def _built(chart: Any) -> tuple[str, dict[str, Any]]:
    """Give the specification of a chart as text, and its rows by the names that it has for them."""
    import altair as alt
    import pandas as pd

    with _GLOBALS, alt.data_transformers.enable("default", max_rows=None, consolidate_datasets=True):
        spec = chart.to_dict()
    rows = {name: pd.DataFrame(records) for name, records in spec.pop("datasets", {}).items()}
    spec.pop("config", None)  # altair's own sizes; Streamlit has those of the page
    return json.dumps(spec), rows
