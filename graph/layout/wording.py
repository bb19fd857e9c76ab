"""What pictures and briefings say in their own words, in Chinese and in English; names stay as documents write them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.language import known

_PATH = Path(__file__).with_suffix(".yaml")


@cache
def _texts() -> dict[str, dict[str, str]]:
    import yaml

    found: dict[str, dict[str, str]] = yaml.safe_load(_PATH.read_text(encoding="utf-8"))
    return found


def say(key: str, language: str = "zh", **values: object) -> str:
    """Give a text in a language, with values filled in.

    Raises
    ------
    QueryError
        if the language is unknown.
    """
    return _texts()[key][known(language)].format(**values)


def heads(key: str, language: str = "zh") -> tuple[str, ...]:
    """Give the heads of a table's columns."""
    return tuple(say(key, language).split("|"))
