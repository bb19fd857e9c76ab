"""Offers a table as CSV or Excel, neutralised so that a spreadsheet runs nothing that a document said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from graph.export.csv import csv_lines
from views.parts.wording import register, say

SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
register({"download.csv": ("下载 CSV", "Download CSV"), "download.xlsx": ("下载 Excel", "Download Excel")})


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Write rows as CSV in UTF-8 with a byte order mark, without which Excel misreads Chinese."""
    return "".join(csv_lines(columns, rows)).encode("utf-8-sig")


def as_xlsx(sheets: Mapping[str, tuple[Sequence[str], Sequence[Sequence[Any]]]]) -> bytes:
    """Write tables as a workbook, a sheet each."""
    from graph.export.xlsx import workbook  # slow to read; only a download needs it

    return workbook(sheets)


def button(label: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], name: str, key: str) -> None:
    """Show a download button."""
    st.download_button(label, as_csv(columns, rows), file_name=name, mime="text/csv", key=key, on_click="ignore")


def both(columns: Sequence[str], rows: Sequence[Sequence[Any]], name: str, key: str, language: str) -> None:
    """Show a button for CSV and one for Excel, whose file is written when it is asked for."""
    with st.container(horizontal=True, gap="small"):
        button(say("download.csv", language), columns, rows, f"{name}.csv", f"{key}_csv")
        workbook({name: (columns, rows)}, name, f"{key}_xlsx", language)


def workbook(
    sheets: Mapping[str, tuple[Sequence[str], Sequence[Sequence[Any]]]], name: str, key: str, language: str
) -> None:
    """Show a button for an Excel file of several tables, written when it is asked for."""
    st.download_button(
        say("download.xlsx", language), lambda: as_xlsx(sheets), file_name=f"{name}.xlsx", mime=SHEETS, key=key,
        on_click="ignore",
    )  # fmt: skip
