"""Ties that the documents do not show though both ends would have use for one: what is dashed in a picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.analysis.gap_wording import Said, said
from graph.analysis.gaps import CHAIN, Gap, chain_gaps, link_gaps
from graph.analysis.grading import THIN
from graph.analysis.ground import Ground

_FIELDS = "{fields}"
_APART = "B2"
"""The break of a chain in which makers and researchers are there and share nothing."""


@dataclass(frozen=True, slots=True)
class MissingTie:
    """A pair of members with the fields in which no cooperation is on record, the strongest need first."""

    first: str
    second: str
    fields: tuple[str, ...]
    grade: str
    statements: tuple[Said, ...]
    lists: tuple[str, ...] = (CHAIN,)
    """The lists of gaps that the fields stand in."""


def missing_ties(ground: Ground, most: int) -> list[MissingTie]:
    """Give the pairs of members with the best founded gaps, the most needed first.

    Notes
    -----
    Pairs come from the list of links and from the breaks of chains between members. What is graded as thin is listed
    elsewhere and never drawn: a dashed line would say more than the sources do.
    """
    ids = {ground.area.short(m): m for m in ground.area.members}
    found: defaultdict[tuple[str, str], dict[str, Gap]] = defaultdict(dict)
    for gap in [*link_gaps(ground), *chain_gaps(ground)]:
        if gap.grade >= THIN:
            continue
        for a, b in _pairs(gap):
            pair = (min(ids[a], ids[b]), max(ids[a], ids[b]))
            known = found[pair].get(gap.field)
            if known is None or _need(gap) > _need(known):
                found[pair][gap.field] = gap
    ties = []
    for (first, second), gaps in found.items():
        ranked = sorted(gaps.values(), key=lambda g: (-_need(g), -gaining(ground, g), g.field))
        statements = _together(g.says for g in ranked)
        need = sum(map(_need, ranked))
        tie = MissingTie(
            first, second, tuple(g.field for g in ranked), min(g.grade for g in ranked), statements,
            tuple(dict.fromkeys(sorted(g.list for g in ranked))),
        )  # fmt: skip
        ties.append((tie.grade, -need, first, second, tie))
    return [tie for *_, tie in sorted(ties, key=lambda t: t[:4])[:most]]


def _pairs(gap: Gap) -> list[tuple[str, str]]:
    if gap.partners:
        return [(m, p) for m in gap.members for p in gap.partners if m != p] if gap.kind == _APART else []
    return [(gap.members[0], gap.members[1])] if len(gap.members) == 2 and gap.list == "link" else []


def _need(gap: Gap) -> float:
    return gap.components.get("need") or 0.0


def gaining(ground: Ground, gap: Gap) -> int:
    """Count the organisations on record that a gap concerns: those that carry its field in its members and partners."""
    field = next((i for i in ground.fields.names if ground.name(i) == gap.field), "")
    ids = {ground.area.short(m): m for m in ground.area.members}
    return len({c.id for short in (*gap.members, *gap.partners) for c in ground.carriers(ids[short], field)})


def _together(statements: Iterable[Said]) -> tuple[Said, ...]:
    """Say once what differs in the field only."""
    found: dict[Said, list[str]] = {}
    for statement in statements:
        values = dict(statement.values)
        what = values.get("what")
        field = dict(what.values).get("field") if isinstance(what, Said) else None
        if isinstance(what, Said) and isinstance(field, str):
            values["what"] = said(what.key, **{**dict(what.values), "field": _FIELDS})
            found.setdefault(said(statement.key, **values), []).append(field)
        else:
            found.setdefault(statement, [])
    return tuple(_filled(statement, tuple(dict.fromkeys(fields))) for statement, fields in found.items())


def _filled(statement: Said, fields: tuple[str, ...]) -> Said:
    if not fields:
        return statement
    values = dict(statement.values)
    what = values["what"]
    assert isinstance(what, Said)
    return said(statement.key, **{**values, "what": said(what.key, **{**dict(what.values), "field": fields})})
