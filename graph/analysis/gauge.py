"""How much of what exists the corpus is likely to have seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gauge:
    """Coverage of a corpus: Good–Turing coverage, Chao2's least number unseen, and how weak a zero is."""

    families: int
    ties: int
    once: int
    twice: int
    coverage: float | None
    unseen: float | None
    silent: float


def good_turing(sightings: Iterable[int]) -> float | None:
    """Estimate the share of all mentions that concern known ties: 1 − Q₁/Σ k·Q_k.

    References
    ----------
    Good 1953, 10.1093/biomet/40.3-4.237.
    """
    counts = list(sightings)
    return 1 - sum(k == 1 for k in counts) / sum(counts) if counts else None


def chao2(families: int, once: int, twice: int) -> float | None:
    """Estimate the least number of ties never seen: ((m−1)/m)·Q₁²/2Q₂; bias-corrected if none was seen twice.

    References
    ----------
    Chao 1987, 10.2307/2531532.
    """
    if families < 1:
        return None
    factor = (families - 1) / families
    return factor * (once * once / (2 * twice) if twice else once * (once - 1) / 2)


def silent_chance(families: int, *, level: float = 0.05) -> float:
    """Give the largest chance of being reported by a document that zero reports in all of them still allow.

    Notes
    -----
    1 − .05^(1/m): with a larger chance, none of m independent documents would tell with probability below .05.
    """
    return 1 - level ** (1 / families) if families else 1.0


def gauge(sightings: Iterable[int], families: int) -> Gauge:
    """Gauge a corpus from the number of source families that each tie was seen in."""
    counts = [k for k in sightings if k]
    tally = Counter(counts)
    return Gauge(
        families,
        len(counts),
        tally[1],
        tally[2],
        good_turing(counts),
        chao2(families, tally[1], tally[2]) if counts else None,
        silent_chance(families),
    )
