"""The quality of the sources: totals that do not add up, figures that disagree, things without any tie.

Each finding names the passages that it rests on. A finding is a reason to look, not a verdict on a document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.facts import Entity, Evidence, Facts, Figure, Problem, Severity
from graph.misread import slips, unread_numbers

TOTALS = ("合计", "总计", "小计", "总数")
PLACES = frozenset({"City", "District", "Region", "Country"})
TOLERANCE = 1e-6


def measure(indicator: str) -> str:
    """Reduce an indicator to what is compared: 高新技术企业, 高新技术企业数 and 高新技术企业数量 are one."""
    return re.sub(r"(?:总数量|总数|数量|数)$", "", indicator) or indicator


def where(evidence: Iterable[Evidence]) -> str:
    """Say where passages stand: document, paragraph and characters of the first, and how many more there are."""
    ordered = sorted(evidence)
    if not ordered:
        return "no evidence"
    first = ordered[0]
    more = f" and {len(ordered) - 1} more" if len(ordered) > 1 else ""
    return f"{first.document}, paragraph {first.paragraph}, characters {first.start}–{first.end}{more}"


def source_quality(facts: Facts) -> list[Problem]:
    """List what is doubtful in the sources.

    Parameters
    ----------
    facts : all facts of a store or of an extraction.
    """
    names = {e.id: e for e in facts.entities}
    return [
        *_row_totals(facts, names),
        *_regional_totals(facts, names),
        *_conflicts(facts, names),
        *slips(facts, {e.id: where(e.evidence) for e in facts.entities}),
        *unread_numbers(facts),
        *_without_ties(facts),
    ]


def _name(names: Mapping[str, Entity], key: str) -> str:
    return names[key].name if key in names else key


def _row_totals(facts: Facts, names: Mapping[str, Entity]) -> Iterator[Problem]:
    """Compare the total of a table's row with the sum of its parts."""
    rows: dict[tuple[str, Evidence], list[Figure]] = defaultdict(list)
    for figure in facts.figures:
        for evidence in figure.evidence:
            if evidence.rule.startswith("table cell"):
                rows[figure.entity, evidence].append(figure)
    for (entity, evidence), cells in sorted(rows.items(), key=lambda item: (item[0][0], item[0][1])):
        totals = [f for f in cells if f.indicator.endswith(TOTALS)]
        parts = [f for f in cells if not f.indicator.endswith(TOTALS)]
        if len(totals) != 1 or len(parts) < 2 or len({f.unit for f in cells}) != 1:
            continue
        added = sum(f.value for f in parts)
        if abs(added - totals[0].value) > TOLERANCE * max(1.0, abs(added)):
            yield Problem(
                Severity.WARNING,
                "total",
                where([evidence]),
                f"{_name(names, entity)}: the parts add up to {added:g}, the row's {totals[0].indicator} is "
                f"{totals[0].value:g}; ask which of them is meant",
            )


def _regional_totals(facts: Facts, names: Mapping[str, Entity]) -> Iterator[Problem]:
    """Compare a region's figure with the sum of its members' figures of the same measure, year and unit."""
    members: dict[str, set[str]] = defaultdict(set)
    for relation in facts.relations:
        if relation.type == "PART_OF" and relation.target.startswith("Region:"):
            members[relation.target].add(relation.source)
    values: dict[tuple[str, str, int | None, str, str], list[Figure]] = defaultdict(list)
    for figure in facts.figures:
        values[figure.entity, measure(figure.indicator), figure.year, figure.unit, figure.kind].append(figure)
    for (entity, indicator, year, unit, kind), regional in sorted(values.items(), key=lambda item: str(item[0])):
        parts = [values.get((member, indicator, year, unit, kind), []) for member in sorted(members.get(entity, ()))]
        if len(parts) < 3 or not all(parts):
            continue
        from_tables = [[f for f in p if f.evidence[0].rule.startswith("table cell")] or p for p in parts]
        added = sum(p[0].value for p in from_tables)
        for figure in regional:
            if figure.bound is None and abs(added - figure.value) > TOLERANCE * max(1.0, added):
                yield Problem(
                    Severity.WARNING,
                    "regional total",
                    where(figure.evidence),
                    f"{_name(names, entity)}, {indicator} {year or ''}: {figure.value:g} {unit}, but its "
                    f"{len(parts)} members add up to {added:g}",
                )


def _conflicts(facts: Facts, names: Mapping[str, Entity]) -> Iterator[Problem]:
    """Find one measure of one thing in one year with several values; both are kept."""
    groups: dict[tuple[str, str, int, str, str], list[Figure]] = defaultdict(list)
    for figure in facts.figures:
        if figure.year is not None and figure.bound is None and figure.max is None:
            groups[figure.entity, measure(figure.indicator), figure.year, figure.unit, figure.kind].append(figure)
    for (entity, indicator, year, unit, kind), figures in sorted(groups.items(), key=lambda item: str(item[0])):
        values = sorted({f.value for f in figures})
        if len(values) > 1:
            yield Problem(
                Severity.WARNING,
                "conflict",
                where(e for f in figures for e in f.evidence),
                f"{_name(names, entity)}, {indicator}, {year}, {kind}: {' / '.join(f'{v:g}' for v in values)} {unit}; "
                "all are kept, compare the passages",
            )


def _without_ties(facts: Facts) -> Iterator[Problem]:
    """List the things that nothing is known of but that they are named."""
    tied = {end for r in facts.relations for end in (r.source, r.target)} | {f.entity for f in facts.figures}
    for entity in sorted(facts.entities, key=lambda e: (e.label, e.name)):
        if entity.id not in tied and entity.label not in PLACES | {"Industry"}:
            message = f"{entity.label} {entity.name} is named but tied to nothing"
            yield Problem(Severity.NOTE, "no tie", where(entity.evidence), message)
