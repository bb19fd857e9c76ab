"""Do policies stand where capabilities are? Shares, and the two kinds of mismatch."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Cell = tuple[Any, Any]
"""(member, field)."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far policies cover capabilities, what they leave out, and what they promote without a carrier."""

    share: Fraction | None
    uncovered: tuple[Cell, ...]
    without_carrier: tuple[Cell, ...]


def coverage(present: AbstractSet[Cell], policies: AbstractSet[Cell]) -> Coverage:
    """Give |M∧Pol|/|M|, M∧¬Pol and Pol∧¬M: what share of capabilities a policy names, and what is left on either side.

    Notes
    -----
    A count of cells, with no source beyond its definition; None without capabilities.
    """
    share = Fraction(len(present & policies), len(present)) if present else None
    return Coverage(share, tuple(sorted(present - policies)), tuple(sorted(policies - present)))
