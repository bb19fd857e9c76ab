"""How well an absence is supported, and how it must be worded."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis.gap_wording import Said, said, word

VERIFIED, SUSPECTED, THIN = "A", "B", "C"
GRADES = (VERIFIED, SUSPECTED, THIN)


def graded(grade: str, language: str = "zh") -> str:
    """Give a grade with its meaning: B 疑似."""
    return f"{grade} {word(grade, language)}" if grade in GRADES else grade


@dataclass(frozen=True, slots=True)
class Ends:
    """What the sources tell of both ends of a missing tie."""

    first: frozenset[str]
    """Families that tell of the first end."""
    second: frozenset[str]
    others: frozenset[str]
    """Families that name other partners of both for the same relation."""


def grade(ends: Ends, *, confirmed: bool = False) -> str:
    """Grade an absence.

    Notes
    -----
    A: an expert or a closed list confirms it. B: each end stands in two source families or more, and one family names
    other partners of both for that relation, so that it could have named this one. C: everything else, which is listed
    but not ranked.
    """
    if confirmed:
        return VERIFIED
    if len(ends.first) > 1 and len(ends.second) > 1 and ends.others:
        return SUSPECTED
    return THIN


def wording(what: Said, absent: Said, documents: int, latest: str, *, confirmed: bool = False) -> Said:
    """Say what was not found, where, and that this does not mean that it is not there.

    Parameters
    ----------
    what : what was looked for.
    absent : what must not be concluded.
    documents, latest : how many documents were read, and the month of the newest.
    confirmed : whether an expert or a closed list confirms it.
    """
    where = said("where", documents=documents, latest=latest)
    return said("sure", where=where, what=what) if confirmed else said("open", where=where, what=what, absent=absent)
