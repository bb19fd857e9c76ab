"""One order from several components that are not comparable, and how much that order depends on their weights."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np


def percentiles(values: Sequence[float | None]) -> list[float | None]:
    """Give (r − ½)/n for each known value, r its mid-rank from the smallest; a missing value stays missing.

    Equal values (to 12 digits) share a rank. Reads as the share of items that are smaller, half of the equal ones
    included.
    """
    known = sorted(value for value in values if value is not None)
    n = len(known)

    def place(value: float) -> float:
        below = bisect_left(known, value - 1e-12)
        equal = bisect_right(known, value + 1e-12) - below
        return (below + (equal + 1) / 2 - 0.5) / n

    return [None if value is None else place(value) for value in values]


def scores(components: Mapping[str, Sequence[float | None]]) -> list[float | None]:
    """Average the percentiles of the components that an item has; what is missing is never counted as 0."""
    rows = list(zip(*(percentiles(values) for values in components.values()), strict=True))
    found: list[float | None] = []
    for row in rows:
        known = [value for value in row if value is not None]
        found.append(sum(known) / len(known) if known else None)
    return found


def robustness(
    components: Mapping[str, Sequence[float | None]], *, top: int = 10, draws: int = 2_000, seed: int = 0
) -> list[float]:
    """How often an item is among the first ``top`` if the weights of the components are drawn at random.

    Notes
    -----
    Weights are Dirichlet(1, …, 1), renewed among the components that an item has; ties share the places.

    References
    ----------
    Saisana, Saltelli and Tarantola 2005, 10.1111/j.1467-985X.2005.00350.x.
    """
    columns: list[list[float]] = [
        [np.nan if value is None else value for value in percentiles(values)] for values in components.values()
    ]
    table: Any = np.array(columns, dtype=float).T
    if not table.size:
        return []
    there = ~np.isnan(table)
    filled = np.nan_to_num(table)
    weights = np.random.default_rng(seed).dirichlet(np.ones(table.shape[1]), draws)
    share, first = np.zeros(len(table)), min(top, len(table))
    for some in weights:  # one draw after another: all at once would not fit in memory for many items
        mass = there @ some
        with np.errstate(invalid="ignore", divide="ignore"):
            value = np.where(mass > 0, (filled @ some) / mass, -np.inf)
        edge = np.partition(value, -first)[-first]
        above, equal = value > edge + 1e-12, np.abs(value - edge) <= 1e-12
        share += above + equal * (first - above.sum()) / max(equal.sum(), 1)
    return [float(x) for x in share / draws]
