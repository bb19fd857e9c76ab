"""Who can do what: fields by member and stage, with advantage over size and nearness to what is there."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import Any

from graph.analysis.answer import number
from graph.analysis.chain import STAGES
from graph.analysis.naming import name_of
from graph.analysis.relatedness import Nearness, advantage
from graph.projection.build import Projection
from graph.projection.carriers import Carrier
from graph.store import Rows

LEAST = 5
"""Carriers that member and field must have before an advantage is told; below it the ratio is noise."""


def capability_rows(projection: Projection, top: int) -> Rows:
    """List X[member, field] by stage, presence M and why, RCA, and density ω, the surest first.

    Notes
    -----
    A carrier of m fields counts 1/m in each. RCA = (X_ci/X_c)/(X_i/X), at least 1 for an advantage, is given where
    member and field have five carriers or more. ω is the share of what is near the field that the member has.
    """
    counts = projection.counts
    whole: dict[str, dict[str, float]] = {m: {} for m in projection.area.members}
    for field, stages in counts.items():
        for row in stages.values():
            for member, value in row.items():
                whole[member][field] = whole[member].get(field, 0.0) + float(value)
    lead = advantage(whole, least=LEAST)
    near = Nearness(projection.presence)
    carrying: defaultdict[tuple[str, str], list[Carrier]] = defaultdict(list)
    for carrier in projection.carriers:
        for place in carrier.shares:
            for field in carrier.fields:
                carrying[place, field].append(carrier)
    rows: list[tuple[Any, ...]] = []
    for member in projection.area.members:
        for field in sorted(whole[member]):
            told = carrying[member, field]
            families = {projection.family.get(d, d) for c in told for d in c.documents(field)}
            official = any(c.official for c in told)
            there = field in projection.presence.get(member, frozenset())
            carried = (counts[field].get(stage, {}).get(member, Fraction(0)) for stage in STAGES)
            rows.append(
                (
                    projection.area.short(member), name_of(projection, field), *(number(n) for n in carried),
                    "1" if there else "0", "official" if official else f"{len(families)} families" if there else "",
                    len(families), number(lead.get((member, field))),
                    number(near.density(member, field)),
                    sorted({i for c in told for i in c.evidence_ids(field)}),
                )
            )  # fmt: skip
    rows.sort(key=lambda row: (-int(row[5]), -row[7], -sum(n or 0 for n in row[2:5])))
    columns = ("member", "field", "research", "transfer", "production", "present", "because", "families", "rca",
               "density", "evidence")  # fmt: skip
    return Rows(columns, tuple(rows[:top]), truncated=len(rows) > top)
