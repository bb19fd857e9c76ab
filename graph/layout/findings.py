"""The gaps of a briefing: the best founded of each list, what documents say of both sides, and what speaks against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.analysis.gap_wording import Said, joined, word
from graph.analysis.gaps import CHAIN, CLOSED, LINK, POLICY, Gap, chain_gaps, link_gaps, policy_gaps
from graph.analysis.grading import GRADES, THIN
from graph.analysis.ground import Ground
from graph.facts import Evidence
from graph.layout.key_figures import Cites
from graph.layout.missing import gaining
from graph.layout.scene import Table
from graph.layout.wording import heads, say
from graph.projection.carriers import Carrier

_SIZE, _QUOTE, _CARRIERS, _SIDE, _SHARED = 10.0, 28, 2, 3, 2


def gap_tables(ground: Ground, cites: Cites, most: int, language: str = "zh") -> list[Table]:
    """Give an overview of the three lists, then the first of each that are more than thin."""
    lists = {LINK: link_gaps(ground), CHAIN: chain_gaps(ground), POLICY: policy_gaps(ground)[0]}
    lists = {name: [g for g in gaps if g.kind != CLOSED] for name, gaps in lists.items()}
    tables = [_overview(ground, lists, most, language)]
    for name, gaps in lists.items():
        chosen = founded(ground, gaps)[:most]
        common = _common(chosen)
        rows = tuple(_row(ground, gap, common, cites, language) for gap in chosen)
        title = say("gaps.list", language, list=say(f"gaps.{name}", language), shown=len(rows), count=len(gaps))
        lead = say("gaps.common", language, doubts=joined(common, language)) if common else ""
        columns = heads(f"gaps.columns.{name}", language)
        tables.append(Table(title, columns, (0.11, 0.11, 0.3, 0.24, 0.24), rows, size=_SIZE, fresh=True, lead=lead))
    return [table for table in tables if table.rows]


def founded(ground: Ground, gaps: Sequence[Gap]) -> list[Gap]:
    """Give what is more than thin, the most worthwhile first.

    Notes
    -----
    By grade, then score and need, then by how many organisations are on record that would gain; a field is named by
    its first gap before its second, and so are fields of which one is broader than the other in the same members.
    """
    good = [gap for gap in gaps if gap.grade < THIN]
    ids = {name: id_ for id_, name in ground.fields.names.items()}
    ranked: list[tuple[str, int, int, Gap]] = []
    for gap in sorted(
        good, key=lambda g: (g.grade, -(g.score or 0), -(g.components.get("need") or 0), -gaining(ground, g), g.field)
    ):
        field = ids.get(gap.field, "")
        near = {ground.name(f) for f in (*ground.fields.broader(field), *ground.fields.narrower(field))}
        told = sum(
            other.field == gap.field or (other.field in near and other.members == gap.members) for *_, other in ranked
        )
        ranked.append((gap.grade, told, len(ranked), gap))
    return [gap for *_, gap in sorted(ranked, key=lambda r: r[:3])]


def _common(gaps: Sequence[Gap]) -> tuple[Said, ...]:
    """Give the doubts that all items share, which need to be said once."""
    if len(gaps) < _SHARED:
        return ()
    return tuple(doubt for doubt in gaps[0].doubts if all(doubt in gap.doubts for gap in gaps))


def _overview(ground: Ground, lists: dict[str, list[Gap]], most: int, language: str) -> Table:
    rows = []
    for name, gaps in lists.items():
        grades = Counter(gap.grade for gap in gaps)
        shown = min(most, sum(n for grade, n in grades.items() if grade < THIN))
        remark = "" if shown else say("gaps.thin", language)
        numbers = (str(len(gaps)), *(str(grades.get(grade, 0)) for grade in GRADES), str(shown))
        rows.append((say(f"gaps.{name}", language), *numbers, remark))
    gauge = ground.gauge
    return Table(
        say("gaps.overview", language), heads("gaps.overview.columns", language),
        (0.2, 0.08, 0.1, 0.1, 0.12, 0.1, 0.3), tuple(rows), size=_SIZE + 1,
        lead=say(
            "gaps.lead", language, count=len(ground.projection.family), latest=ground.projection.latest,
            coverage="—" if gauge.coverage is None else f"{float(gauge.coverage):.0%}",
            unseen="—" if gauge.unseen is None else f"{float(gauge.unseen):.0f}", silent=f"{float(gauge.silent):.0%}",
        ),
    )  # fmt: skip


def _row(ground: Ground, gap: Gap, common: Sequence[Said], cites: Cites, language: str) -> tuple[str, ...]:
    ids = {ground.area.short(m): m for m in ground.area.members}
    field = next((i for i in ground.fields.names if ground.name(i) == gap.field), "")
    sides = (gap.members[:1], gap.members[1:]) if gap.list == LINK else (gap.members, gap.partners)
    cells = [_side(ground, [ids[s] for s in side], field, cites) for side in sides]
    told = gap.flag(language)
    if gap.list == POLICY:
        cells[1] = told or say("none", language)
    flag = f"\n{told}" if told and gap.list != POLICY else ""
    own = joined(tuple(doubt for doubt in gap.doubts if doubt not in common), language)
    doubt = "\n" + say("gaps.doubt", language, doubt=own) if own else ""
    names = say("between", language).join(gap.members)
    return (
        f"{gap.label(language)}\n{word(f'kind.{gap.kind}', language)}", f"{gap.field}\n{names}",
        f"{gap.statement(language)}{flag}{doubt}", cells[0] or say("none", language), cells[1] or say("none", language),
    )  # fmt: skip


def _side(ground: Ground, members: Sequence[str], field: str, cites: Cites) -> str:
    """Tell by what documents say who carries a field, in it or, failing that, in a broader one."""
    lines = []
    for member in members:
        for name in (field, *sorted(ground.fields.broader(field))):
            carriers = sorted(ground.carriers(member, name), key=lambda c: (c.named, c.name))
            if carriers:
                lines += [_told(ground, member, carrier, name, cites) for carrier in carriers[:_CARRIERS]]
                break
    return "\n".join(lines[:_SIDE])


def _told(ground: Ground, member: str, carrier: Carrier, field: str, cites: Cites) -> str:
    told = sorted(carrier.evidence.get(field) or tuple(e for es in carrier.evidence.values() for e in es))
    name = say("gaps.itself", cites.language) if carrier.id == member else carrier.name
    return say("gaps.of", cites.language, member=ground.area.short(member), name=name) + (
        _quoted(told[0], cites) if told else ""
    )


def _quoted(evidence: Evidence, cites: Cites) -> str:
    quote = " ".join(evidence.quote.split())
    short = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…"
    return f"「{short}」{cites.one(evidence)}" if short else cites.one(evidence)
