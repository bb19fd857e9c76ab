"""Names that only seem to be of their own: districts that end like a zone, laboratories told by who shares them."""

from __future__ import annotations

from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.names import owner


def is_new_area(name: str, lexicon: Lexicon) -> bool:
    """Say whether a 新区 is one of the districts of that name, and not that of another city (某市滨海新区)."""
    for i in range(5):
        for entry in lexicon.entries.get(name[i:], ()):
            before = lexicon.place(name[:i]) if i else None
            if entry.label == "District" and (before is None or before.name in {entry.parent, entry.province}):
                return True
    return False


def joint_of_two(text: str, edge: int, start: int, suffix: str, lexicon: Lexicon) -> bool:
    """Say whether a joint laboratory is told only by the two that share it (某公司与某大学|联合实验室)."""
    if not suffix.startswith("联合") and not text[edge:start].endswith("联合"):
        return False
    head = owner(text[edge:start], lexicon)
    whole = head is not None and head[0] >= len(text[edge:start].removesuffix("联合"))
    return whole and head is not None and head[1].label not in PLACE_LABELS and text[:edge].endswith(("与", "和", "同"))
