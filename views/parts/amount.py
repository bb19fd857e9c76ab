"""Writes figures as people read them."""

from __future__ import annotations

from graph.facts import Figure


def number(value: float) -> str:
    """Write a number without a tail of zeros.

    Examples
    --------
    >>> number(1200.0), number(3.75)
    ('1,200', '3.75')
    """
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6f}".rstrip("0").rstrip(".")


def amount(figure: Figure, language: str) -> str:
    """Write the value of a figure with its bound, range and unit."""
    bound = {"min": "≥ ", "max": "≤ "}.get(figure.bound or "", "")
    top = "" if figure.max is None else f"–{number(figure.max)}"
    gap = " " if language == "en" and figure.unit not in ("", "%", "％") else ""
    return f"{bound}{number(figure.value)}{top}{gap}{figure.unit}"


def of_year(year: int | None, language: str) -> str:
    """Write a year, or nothing if none is stated."""
    return "" if year is None else f"{year}年" if language == "zh" else str(year)
