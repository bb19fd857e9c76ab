"""The two maps of the gaps page: who shares vehicles with whom, and who carries which industry at which stage."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from fractions import Fraction

from graph.analysis.gaps import Gap
from graph.analysis.ground import Ground
from graph.projection.carriers import PRODUCTION, RESEARCH, TRANSFER
from views.parts.amount import number
from views.parts.heat import Cell
from views.parts.wording import register, say

SHARED, OPEN = "shared", "open"
MODES = (SHARED, OPEN)
STAGES = (RESEARCH, TRANSFER, PRODUCTION)
register(
    {
        "maps.shared": ("共同的合作载体", "Shared vehicles"),
        "maps.open": ("未见合作记载的产业", "Industries without recorded cooperation"),
        "maps.expected": ("期望 {value}", "exp. {value}"),
        "maps.graded": ("B级 {count}", "grade B {count}"),
        "maps.shared_told": (
            "{a}与{b}：收录文件记载共同载体 {observed} 个；随机期望 {expected}；{test}",
            "{a} and {b}: {observed} shared vehicles recorded; {expected} expected by chance; {test}",
        ),
        "maps.no_null": (
            "{a}与{b}：收录文件未见共同载体的记载；不可检验",
            "{a} and {b}: no shared vehicle recorded; cannot be tested",
        ),
        "maps.untestable": ("不可检验", "cannot be tested"),
        "maps.testable": ("P(X≤{observed}) = {p}", "P(X≤{observed}) = {p}"),
        "maps.open_told": (
            "{a}与{b}：{count} 个双方都有载体的产业未见合作记载，其中 B级（疑似）{graded} 个",
            "{a} and {b}: {count} industries that both carry without recorded cooperation, {graded} of them grade B",
        ),
        "maps.R": ("研", "R"),
        "maps.D": ("转", "T"),
        "maps.P": ("产", "P"),
        "maps.R_long": ("研发", "research"),
        "maps.D_long": ("转化", "transfer"),
        "maps.P_long": ("产业", "production"),
        "maps.carried": ("{member} · {field}：{stages}", "{member} · {field}: {stages}"),
        "maps.stage": ("{stage} {count}", "{stage} {count}"),
        "maps.nothing": ("未见记载", "nothing recorded"),
        "maps.gap": ("有 B 级以上的缺口条目", "has items of grade B or better"),
    }
)


def pairs(ground: Ground, link: Sequence[Gap], mode: str, language: str) -> tuple[list[Cell], list[str]]:
    """Give the cells member × member, and the members in order."""
    area = ground.area
    names = [area.short(member) for member in area.members]
    open_, graded = Counter(g.members for g in link), Counter(g.members for g in link if g.grade in "AB")
    found = []
    for a, b in ground.pairs():
        first, second = area.short(a), area.short(b)
        key = (first, second)
        counted, sure = (tally[key] + tally[key[::-1]] for tally in (open_, graded))
        for one, other in (key, key[::-1]):
            if mode == OPEN:
                told = say("maps.open_told", language, a=one, b=other, count=counted, graded=sure)
                small = say("maps.graded", language, count=sure) if counted else ""
                found.append(Cell(one, other, counted, str(counted), told, small))
            else:
                found.append(_shared(ground, (a, b), one, other, language))
    return found, names


def _shared(ground: Ground, pair: tuple[str, str], one: str, other: str, language: str) -> Cell:
    null = ground.null.pairs.get(pair) if ground.null is not None else None
    if null is None:
        return Cell(one, other, 0, "0", say("maps.no_null", language, a=one, b=other))
    test = (
        say("maps.testable", language, observed=null.observed, p=number(round(null.lower, 3)))
        if null.testable
        else say("maps.untestable", language)
    )
    expected = number(round(null.expected, 2))
    told = say(
        "maps.shared_told", language, a=one, b=other, observed=null.observed, expected=expected, test=test
    )  # fmt: skip
    small = say("maps.expected", language, value=expected)
    return Cell(one, other, null.observed, str(null.observed), told, small)


def industries(
    ground: Ground, gaps: Sequence[Gap], language: str, most: int | None
) -> tuple[list[Cell], list[str], list[str], int]:
    """Give the cells industry × member.

    Returns
    -------
    cells, fields, members, left
        the fields that most members carry come first; ``left`` is how many more there are than ``most``.
    """
    area = ground.area
    names = [area.short(member) for member in area.members]
    named: defaultdict[str, set[str]] = defaultdict(set)
    for gap in gaps:
        if gap.grade in "AB":
            named[gap.field].update(gap.members)
    totals = {}
    for field, stages in ground.projection.counts.items():
        held = {m: {s: stages.get(s, {}).get(m, Fraction(0)) for s in STAGES} for m in area.members}
        spread = sum(1 for counts in held.values() if any(counts.values()))
        whole = sum(count for counts in held.values() for count in counts.values())
        if spread:
            totals[field] = (held, spread, whole)
    ranked = sorted(totals, key=lambda f: (-totals[f][1], -totals[f][2], ground.name(f)))
    shown = ranked[:most]
    cells = []
    for field in shown:
        held, name = totals[field][0], ground.name(field)
        for member, short in zip(area.members, names, strict=True):
            counts = held[member]
            told = [
                say("maps.stage", language, stage=say(f"maps.{s}_long", language), count=_count(counts[s]))
                for s in STAGES
                if counts[s]
            ]
            whole = sum(counts.values(), Fraction(0))
            letters = "".join(say(f"maps.{s}", language) for s in STAGES if counts[s])
            marked = short in named[name]
            words = "、".join(told) if language == "zh" else ", ".join(told)
            words = words or say("maps.nothing", language)
            if marked:
                words += f" ▲ {say('maps.gap', language)}"
            text = _count(whole) if whole else "·"
            sentence = say("maps.carried", language, member=short, field=name, stages=words)
            cells.append(Cell(name, short, float(whole), text, sentence, letters, marked))
    return cells, [ground.name(field) for field in shown], names, len(ranked) - len(shown)


def _count(value: Fraction) -> str:
    return number(round(float(value), 1))
