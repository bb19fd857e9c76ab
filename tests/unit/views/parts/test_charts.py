"""A chart is built once, and each run of a page gets a copy of its own."""

from __future__ import annotations

import json

import altair as alt
import pandas as pd
import pytest
import streamlit as st

from views.parts import charts


def test_a_chart_is_built_once_for_what_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[str, object]] = []
    monkeypatch.setattr(st, "vega_lite_chart", lambda **options: given.append(options))
    built = []

    def make(number: int) -> alt.Chart:
        built.append(number)
        return alt.Chart(pd.DataFrame({"name": ["a"], "value": [number]})).mark_bar().encode(x="value:Q", y="name:N")

    for number in (1, 1, 2):
        charts.show(("test_charts", number), lambda number=number: make(number), key=f"c{number}")
        spec = given[-1]["spec"]
        assert isinstance(spec, dict)
        (rows,) = spec.pop("datasets").values()
        assert rows.to_dict("records") == [{"name": "a", "value": number}]
        assert json.dumps(spec["mark"])

    assert built == [1, 2]
    assert given[0]["width"] == "stretch"
    assert "config" not in given[1]["spec"]  # type: ignore[operator]
