"""What the Explore page shows, as one value that lives in the session and in the URL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from views.parts.neighbourhood import DERIVED, STATED, Filters

HOPS = (1, 2, 3)
CAPS = (60, 150, 400, 1500)
_KINDS = ("node", "tie")


@dataclass(frozen=True, slots=True)
class Exploration:
    """Centre, depth, expanded entities, what is selected, and the filters."""

    entity: str = ""
    hops: int = 1
    cap: int = 150
    expanded: tuple[str, ...] = ()
    selected: tuple[str, str] = ("", "")
    filters: Filters = field(default_factory=Filters)

    def centred(self, entity: str) -> Exploration:
        """Move the centre; what was expanded or selected around the old one is forgotten."""
        return replace(self, entity=entity, expanded=(), selected=("", ""))

    def toggled(self, entity: str) -> Exploration:
        """Expand an entity, or fold it again, and select it."""
        if entity == self.entity:
            return replace(self, selected=("node", entity))
        folded = tuple(e for e in self.expanded if e != entity)
        expanded = folded if entity in self.expanded else (*self.expanded, entity)
        return replace(self, expanded=expanded, selected=("node", entity))


def read(parameters: Mapping[str, list[str]]) -> Exploration:
    """Read the state from URL parameters; a value that cannot be understood falls back to its default."""

    def one(name: str) -> str:
        values = parameters.get(name) or [""]
        return values[-1]

    hops, cap, confidence = one("hops"), one("cap"), one("confidence")
    kind, _, chosen = one("select").partition(":")
    origin = one("origin")
    filters = Filters(
        tuple(parameters.get("class") or ()),
        tuple(parameters.get("tie") or ()),
        tuple(parameters.get("document") or ()),
        _confidence(confidence),
        origin if origin in (STATED, DERIVED) else "",
    )
    return Exploration(
        one("entity"),
        int(hops) if hops in map(str, HOPS) else 1,
        int(cap) if cap in map(str, CAPS) else 150,
        tuple(parameters.get("expand") or ()),
        (kind, chosen) if kind in _KINDS and chosen else ("", ""),
        filters,
    )


def _confidence(text: str) -> float:
    try:
        value = float(text or 0)
    except ValueError:
        return 0.0
    return round(value, 2) if 0 <= value <= 1 else 0.0


def write(state: Exploration) -> dict[str, list[str]]:
    """Give the URL parameters of a state; what has its default value is left out."""
    filters = state.filters
    given = {
        "entity": [state.entity] if state.entity else [],
        "hops": [str(state.hops)] if state.entity else [],
        "cap": [str(state.cap)] if state.cap != 150 else [],
        "expand": list(state.expanded),
        "select": [":".join(state.selected)] if state.selected[1] else [],
        "class": list(filters.classes),
        "tie": list(filters.ties),
        "document": list(filters.documents),
        "confidence": [f"{filters.confidence:g}"] if filters.confidence else [],
        "origin": [filters.origin] if filters.origin else [],
    }
    return {name: values for name, values in given.items() if values}
