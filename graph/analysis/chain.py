"""Where the chain from research over transfer to production breaks, by field.

The logic is that of system failures (Klein Woolthuis, Lankhuizen and Gilsing 2005, 10.1016/j.technovation.2003.11.002):
an actor is missing, or the actors are there and nothing ties them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

RESEARCH, TRANSFER, PRODUCTION = "R", "D", "P"
STAGES = (RESEARCH, TRANSFER, PRODUCTION)
Stages = Mapping[str, Mapping[Any, Fraction]]
"""Stage -> member -> carriers of one field."""


@dataclass(frozen=True, slots=True)
class Break:
    """One break: its kind, where production is, where research is, and how much of a need it is."""

    kind: str
    field: Any
    members: tuple[Any, ...]
    partners: tuple[Any, ...]
    need: Fraction


def _there(stages: Stages, stage: str) -> list[Any]:
    return [member for member, count in stages.get(stage, {}).items() if count > 0]


def breaks(
    field: Any,
    stages: Stages,
    shared: Callable[[Any, Any], bool],
    *,
    parents: Stages | None = None,
    near: Collection[Any] = (),
) -> list[Break]:
    """Find the breaks in one field.

    Parameters
    ----------
    shared : says whether two members share a vehicle of this field.
    parents : what stands in the broader fields; a match there counts half.
    near : members that research something close, of which no lack of research can be told.

    Notes
    -----
    B1: production, no research in the whole region, not even in a broader field. B2: production in a, research only
    elsewhere (or elsewhere in a broader field: need ½), and no shared vehicle. B3: research without production, not
    even of a broader field by one who researches (½ if elsewhere). B4: research and production, nothing for transfer
    (½ if a broader field has it).
    """
    broader: Stages = parents or {}
    making, inventing = _there(stages, PRODUCTION), _there(stages, RESEARCH)
    wider = [member for member in _there(broader, RESEARCH) if member not in inventing]
    found: list[Break] = []
    if making and not inventing and not wider:
        found.append(Break("B1", field, tuple(making), (), Fraction(1)))
    for member in making:
        if member in inventing or member in wider or member in near:
            continue
        for partners, need in ((inventing, Fraction(1)), (wider, Fraction(1, 2))):
            apart = tuple(other for other in partners if other != member and not shared(member, other))
            tied = any(other != member and shared(member, other) for other in partners)
            if apart and not tied:
                found.append(Break("B2", field, (member,), apart, need))
                break
    using = tuple(_there(broader, PRODUCTION))
    if inventing and not making and not set(inventing) & set(using):
        found.append(Break("B3", field, tuple(inventing), using, Fraction(1, 2) if using else Fraction(1)))
    if inventing and making and not _there(stages, TRANSFER):
        wide = tuple(_there(broader, TRANSFER))
        both = tuple(dict.fromkeys((*making, *inventing)))
        found.append(Break("B4", field, both, wide, Fraction(1, 2) if wide else Fraction(1)))
    return found


def head_and_chain(
    producing: AbstractSet[Any], pole: Any, shared: Callable[[Any, Any], bool]
) -> tuple[Fraction | None, tuple[Any, ...]]:
    """L_i = points that make i and share a vehicle of i with the pole / points that make i; None without any.

    Reads as how far the head reaches those who make the field: 1 if the pole works with all of them in it.
    """
    points: Iterable[Any] = sorted(producing - {pole})
    tied = tuple(point for point in points if shared(point, pole))
    count = len(producing - {pole})
    return (Fraction(len(tied), count) if count else None), tied
