"""The figures of a briefing: targets beside what has been reached, the region's own, and the members side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.analysis.targets import OLD, Progress, differing, indicator_key, newest, progress
from graph.facts import Evidence, Figure
from graph.layout.polecore import Documents
from graph.layout.scene import Table
from graph.layout.wording import heads, say
from graph.projection.build import Projection
from graph.projection.sources import evidence_id

_SIZE = 11.0
_REGION, _INDICATORS, _MEMBERS = 10, 5, 3
_CITED = 2


class Cites:
    """Names passages by the number of their document in the list of sources, and their paragraph."""

    def __init__(self, documents: Documents, language: str = "zh") -> None:
        self.number = {name: number for number, (name, _, _) in enumerate(documents, 1)}
        self.language = language

    def one(self, evidence: Evidence) -> str:
        """Cite a passage."""
        return f"[{self.number.get(evidence.document, '?')}] {say('section', self.language, number=evidence.paragraph)}"

    def some(self, evidence: Iterable[Evidence]) -> str:
        """Cite the first passages."""
        return say("stop", self.language).join(list(dict.fromkeys(self.one(e) for e in sorted(evidence)))[:_CITED])


def figure_tables(projection: Projection, cites: Cites, language: str = "zh") -> list[Table]:
    """Give the tables of key figures; those without rows are left out."""
    tables = [
        _targets(projection, cites, language), _of_region(projection, cites, language),
        _of_members(projection, cites, language),
    ]  # fmt: skip
    return [table for table in tables if table.rows]


def amount(figure: Figure) -> str:
    """Write a value with its bound, range and unit."""
    sign = {"min": "≥", "max": "≤"}.get(figure.bound or "", "")
    upper = f"–{_plain(figure.max)}" if figure.max is not None else ""
    return f"{sign}{_plain(figure.value)}{upper}{figure.unit}"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def _year(year: int | None, language: str) -> str:
    return say("bracket", language, text=year or say("undated", language))


def _targets(projection: Projection, cites: Cites, language: str) -> Table:
    evidence = {evidence_id(e): e for f in projection.facts.figures for e in f.evidence}
    within = {projection.area.id, *projection.area.members}
    rows = []
    for item, others in _agreed(item for item in progress(projection.facts) if item.entity in within):
        sign = {"min": "≥", "max": "≤"}.get(item.bound or "", "")
        share = say("figures.old", language, years=item.older) if item.older > OLD else ""
        share = share if item.share is None else f"{item.share:.0%}{'*' if item.doubt else ''}"
        growth = "" if item.yearly is None else f"{item.yearly:.1%}"
        rows.append((
            _name(projection, item.entity), item.indicator,
            f"{_plain(item.value)}{item.unit}{_year(item.value_year, language)}{_others(others, language)}",
            f"{sign}{_plain(item.target)}{item.unit}{_year(item.target_year, language)}", share, growth,
            cites.some(evidence[i] for i in item.evidence),
        ))  # fmt: skip
    rows.sort(key=lambda row: (row[0] != projection.area.name, row[0], row[1]))
    return Table(
        say("figures.targets", language), heads("figures.targets.columns", language),
        (0.18, 0.2, 0.16, 0.16, 0.08, 0.1, 0.12), tuple(rows), fresh=True, size=_SIZE,
        lead=say("figures.lead", language),
    )  # fmt: skip


def _agreed(items: Iterable[Progress]) -> list[tuple[Progress, list[str]]]:
    """Put values that sources state for one target into one row: the most exact, with the others beside it."""
    found: defaultdict[tuple[object, ...], list[Progress]] = defaultdict(list)
    for item in items:
        aim = (item.entity, item.indicator, item.unit, item.target, item.target_year, item.bound, item.value_year)
        found[aim].append(item)
    rows = []
    for same in found.values():
        best = max(same, key=lambda item: (len(f"{item.value:.10g}".rstrip("0")), item.value))
        others = sorted({item.value for item in same} - {best.value})
        rows.append((best, [f"{_plain(value)}{best.unit}" for value in others]))
    return rows


def _others(others: Sequence[str], language: str) -> str:
    return say("figures.differs", language, others=say("between", language).join(others)) if others else ""


def _of_region(projection: Projection, cites: Cites, language: str) -> Table:
    shown = {indicator_key(p.indicator) for p in progress(projection.facts) if p.entity == projection.area.id}
    own = [
        f
        for f in projection.facts.figures
        if f.entity == projection.area.id and f.kind == "actual" and f.year and indicator_key(f.indicator) not in shown
    ]
    best = sorted(own, key=lambda f: (-len(f.evidence), -(f.year or 0), -f.confidence, f.indicator))[:_REGION]
    rows = tuple(
        (f.indicator, f"{_told(f, own, language)}{_year(f.year, language)}", cites.some(f.evidence))
        for f in sorted(best, key=lambda f: (f.indicator, f.key))
    )
    return Table(
        say("figures.region", language, region=projection.area.name), heads("figures.region.columns", language),
        (0.5, 0.3, 0.2), rows, size=_SIZE,
    )  # fmt: skip


def _of_members(projection: Projection, cites: Cites, language: str) -> Table:
    """Put the indicators that most members report side by side, each with its newest value and where it stands."""
    members = projection.area.members
    stated: defaultdict[str, defaultdict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in projection.facts.figures:
        if figure.entity in members and figure.kind == "actual":
            stated[figure.indicator][figure.entity].append(figure)
    kept = [i for i, held in stated.items() if len(held) >= _MEMBERS]
    chosen = sorted(kept, key=lambda i: (-len(stated[i]), i))[:_INDICATORS]
    if not chosen:
        return Table("", (), (), ())
    found = {(i, m): newest(figures) for i in chosen for m, figures in stated[i].items()}

    def told(indicator: str, member: str) -> str:
        figure = found.get((indicator, member))
        if figure is None:
            return ""
        return f"{_told(figure, stated[indicator][member], language)}\n{cites.some(figure.evidence)}"

    rows = tuple((projection.area.short(m), *(told(i, m) for i in chosen)) for m in members)
    years = (_years([f for m in members if (f := found.get((i, m)))], language) for i in chosen)
    columns = (heads("figures.members.columns", language)[0], *(f"{i}{y}" for i, y in zip(chosen, years, strict=True)))
    widths = (0.16, *([0.84 / len(chosen)] * len(chosen)))
    return Table(
        say("figures.members", language), columns, widths, rows, size=_SIZE, lead=say("figures.members.lead", language)
    )


def _told(figure: Figure, beside: Iterable[Figure], language: str) -> str:
    """Write a value and, where sources differ on it, what others state."""
    others = list(dict.fromkeys(map(amount, differing(figure, beside))))
    return amount(figure) + _others(others, language)


def _years(figures: Iterable[Figure], language: str) -> str:
    years: Sequence[int] = sorted({f.year for f in figures if f.year})
    if not years:
        return _year(None, language)
    return say("bracket", language, text=years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}")


def _name(projection: Projection, entity_id: str) -> str:
    return projection.area.name if entity_id == projection.area.id else projection.area.short(entity_id)
