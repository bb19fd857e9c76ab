"""The record of a mention, and of where a document is at home."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a paragraph that names one thing.

    ``name`` is the name spelled out, which in coordination differs from the surface (沈阳、大连高新区).
    """

    start: int
    end: int
    label: str
    name: str
    surface: str
    rule: str
    confidence: float = 0.95
    nested: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """Where a document is at home: what 我省, 全市 and 省政府 mean in it."""

    province: str = ""
    city: str = ""
    districts: frozenset[str] = frozenset()
    subject: str = ""
    shorts: frozenset[str] = frozenset()
