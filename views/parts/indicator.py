"""Orders figures: by indicator, conflicts between passages, and targets beside what was reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.analysis.targets import OLD, before, in_base, indicator_key
from graph.facts import Figure


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures that say different things about one entity, indicator, year, kind, unit and bound."""

    entity: str
    indicator: str
    year: int | None
    kind: str
    figures: tuple[Figure, ...]

    def documents(self) -> tuple[str, ...]:
        """List the documents that disagree."""
        return tuple(sorted({e.document for f in self.figures for e in f.evidence}))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A target with the latest actual value of the same entity, indicator and unit up to its year; or none."""

    target: Figure
    actual: Figure | None

    def older(self) -> int:
        """Say by how many years the actual value is older than the target; 0 where a year is not known."""
        years = (self.actual.year if self.actual else None, self.target.year)
        return years[1] - years[0] if years[0] and years[1] else 0

    def share(self) -> float | None:
        """Give actual over target; nothing where that cannot be read as a share."""
        if self.actual is None or self.target.value <= 0 or self.target.max is not None or self.actual.max is not None:
            return None
        return None if self.older() > OLD else _base(self.actual) / _base(self.target)

    def reached(self) -> bool | None:
        """Tell whether the target is reached, as far as the figures allow a judgement."""
        if self.actual is None or self.actual.max is not None or self.older() > OLD:
            return None
        if self.target.bound == "max":
            return _base(self.actual) <= _base(self.target)
        return _base(self.actual) >= _base(self.target)


def _base(figure: Figure) -> float:
    return in_base(figure.value, figure.unit or "")[0]


def _measure(figure: Figure) -> tuple[str, str, str]:
    """Name what is compared, by the rule of the analysis: the same entity, indicator and unit, however written."""
    return figure.entity, indicator_key(figure.indicator), in_base(figure.value, figure.unit or "")[1]


def documents(figure: Figure) -> tuple[str, ...]:
    """List the documents that state a figure."""
    return tuple(sorted({e.document for e in figure.evidence}))


def indicators(figures: Iterable[Figure]) -> Counter[str]:
    """Count the figures of each indicator."""
    return Counter(figure.indicator for figure in figures)


def conflicts(figures: Iterable[Figure]) -> list[Conflict]:
    """Find figures that disagree; those without a year only if they share a document, as they may be of any year."""
    groups: dict[tuple[str, str, int | None, str, str, str], list[Figure]] = {}
    for figure in figures:
        key = (figure.entity, figure.indicator, figure.year, figure.kind, figure.unit, figure.bound or "")
        groups.setdefault(key, []).append(figure)
    found = []
    for (entity, indicator, year, kind, _, _), members in sorted(groups.items(), key=lambda item: str(item[0])):
        if len({(figure.value, figure.max) for figure in members}) < 2:
            continue
        shared = Counter(document for figure in members for document in documents(figure))
        if year is None and max(shared.values(), default=0) < 2:
            continue
        found.append(Conflict(entity, indicator, year, kind, tuple(sorted(members, key=lambda f: f.key))))
    return found


def comparisons(figures: Iterable[Figure]) -> list[Comparison]:
    """Set each target beside the newest actual value that is not later than it; values that disagree each."""
    known = list(figures)
    actuals: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in known:
        if figure.kind == "actual":
            actuals.setdefault(_measure(figure), []).append(figure)
    found = []
    for target in sorted((f for f in known if f.kind == "target"), key=lambda f: f.key):
        newest = before(actuals.get(_measure(target), ()), target)
        found += [Comparison(target, actual) for actual in newest] or [Comparison(target, None)]
    return found


def latest(figures: Iterable[Figure], indicator: str) -> Figure | None:
    """Give the latest actual value of an indicator, or the earliest target if nothing actual is stated."""
    known = [f for f in figures if f.indicator == indicator]
    actual = [f for f in known if f.kind == "actual"]
    if actual:
        return max(actual, key=lambda f: (f.year or 0, f.key))
    return min(known, key=lambda f: (f.year or 9999, f.key), default=None)
