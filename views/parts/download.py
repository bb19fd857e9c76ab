"""Offers a table as CSV, neutralised so that a spreadsheet runs nothing that a document said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from graph.export.csv import csv_lines


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Write rows as CSV in UTF-8 with a byte order mark, without which Excel misreads Chinese."""
    return "".join(csv_lines(columns, rows)).encode("utf-8-sig")


def button(label: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], name: str, key: str) -> None:
    """Show a download button."""
    st.download_button(label, as_csv(columns, rows), file_name=name, mime="text/csv", key=key, on_click="ignore")
