"""What the Explore page shows, as one value that lives in the session and in the URL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from views.parts.neighbourhood import DERIVED, STATED, Filters

HOPS = (1, 2, 3)
CAPS = (60, 150, 400, 1500)
_KINDS = ("node", "tie")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Exploration:
    """Centre, depth, expanded entities, what is selected, and the filters."""

    entity: str = ""
    hops: int = 1
    cap: int = 150
    expanded: tuple[str, ...] = ()
    selected: tuple[str, str] = ("", "")
    filters: Filters = field(default_factory=Filters)
    hidden: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    path: str = ""
    """the entity to which the shortest ways are drawn, instead of the neighbourhood"""

    def centred(self, entity: str) -> Exploration:
        """Move the centre; what was expanded or selected around the old one is forgotten, what is pinned stays."""
        hidden = tuple(e for e in self.hidden if e != entity)
        return replace(self, entity=entity, expanded=(), selected=("", ""), hidden=hidden, path="")

    def drawing(self) -> Exploration:
        """Give the state without the selection, which changes nothing in what is drawn."""
        return replace(self, selected=("", ""))

    def hiding(self, entity: str) -> Exploration:
        """Take an entity out of the picture; the centre and the end of a path stay."""
        if entity in (self.entity, self.path, *self.hidden):
            return self
        expanded, pinned = (tuple(e for e in held if e != entity) for held in (self.expanded, self.pinned))
        return replace(
            self, hidden=(*self.hidden, entity), selected=("", ""), expanded=expanded, pinned=pinned
        )  # fmt: skip

    def showing(self, entity: str) -> Exploration:
        """Let a hidden entity be seen again."""
        return replace(self, hidden=tuple(e for e in self.hidden if e != entity))

    def pinning(self, entity: str) -> Exploration:
        """Keep an entity in the picture whatever the steps and filters, or let it go again."""
        let_go = tuple(e for e in self.pinned if e != entity)
        return replace(self, pinned=let_go if entity in self.pinned else (*self.pinned, entity))

    def towards(self, entity: str) -> Exploration:
        """Show the shortest ways to an entity; an empty one leads back to the neighbourhood."""
        if entity == self.entity:
            return self
        hidden = tuple(e for e in self.hidden if e != entity)
        return replace(self, path=entity, expanded=(), hidden=hidden)

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
        _date(one("since")),
        _date(one("until")),
    )
    return Exploration(
        one("entity"),
        int(hops) if hops in map(str, HOPS) else 1,
        int(cap) if cap in map(str, CAPS) else 150,
        tuple(parameters.get("expand") or ()),
        (kind, chosen) if kind in _KINDS and chosen else ("", ""),
        filters,
        tuple(parameters.get("hide") or ()),
        tuple(parameters.get("pin") or ()),
        one("path"),
    )


def _date(text: str) -> str:
    return text if _DATE.fullmatch(text) else ""


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
        "since": [filters.since] if filters.since else [],
        "until": [filters.until] if filters.until else [],
        "hide": list(state.hidden),
        "pin": list(state.pinned),
        "path": [state.path] if state.path else [],
    }
    return {name: values for name, values in given.items() if values}
