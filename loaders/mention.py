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
    """Where a document is at home: what 我省, 全市 and 省政府 mean in it.

    ``county`` is set where the document is that of a county, district or county-level city.
    """

    province: str = ""
    city: str = ""
    districts: frozenset[str] = frozenset()
    subject: str = ""
    shorts: frozenset[str] = frozenset()
    county: str = ""

    @property
    def seat(self) -> str:
        """Give the smallest place whose document it is, a province aside."""
        return self.county or self.city

    def called(self, level: str) -> str:
        """Give what the level of a division means (市: the city, or a county-level city at home)."""
        if level in {"省", "自治区"}:
            return self.province if self.province.endswith(level) else ""
        if level == "州":
            return self.city if self.city.endswith("州") else ""
        if self.county.endswith(level):
            return self.county
        return self.city if level == "市" else ""
