"""Where cooperation is missing: pairs of cities in a field, breaks in a chain, capabilities without a policy.

Three lists that are never mixed. Each item shows its components, the passages on both sides, a grade of evidence, and
what speaks against it. A grade below A never says that something does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from dataclasses import field as attribute
from fractions import Fraction
from functools import partial

from graph.analysis.chain import PRODUCTION, RESEARCH, TRANSFER, Break, breaks
from graph.analysis.gap_wording import Said, joined, said
from graph.analysis.grading import THIN, Ends, grade, graded, wording
from graph.analysis.ground import MOST_NAMED, Ground
from graph.analysis.policy import PolicyGap, covered, uncovered
from graph.analysis.relatedness import Nearness
from graph.analysis.score import robustness, scores

LINK, CHAIN, POLICY = "link", "chain", "policy"
LISTS = (LINK, CHAIN, POLICY)
CLOSED = "closed"
"""Kind of a chain that is whole, but only by older evidence."""
COMPONENTS = ("need", "complementarity", "deficit", "feasibility")


@dataclass(frozen=True, slots=True)
class Gap:
    """One item of a list; names are for reading, ids for tracing."""

    list: str
    kind: str
    field: str
    members: tuple[str, ...]
    partners: tuple[str, ...]
    grade: str
    says: Said
    """What is not on record."""
    doubts: tuple[Said, ...] = ()
    """Why it may be wrong."""
    components: dict[str, float | None] = attribute(default_factory=dict)
    score: float | None = None
    top_share: float | None = None
    candidates: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    flagged: Said | None = None

    def label(self, language: str = "zh") -> str:
        """Give the grade in words."""
        return graded(self.grade, language)

    def statement(self, language: str = "zh") -> str:
        """Say what is not on record."""
        return self.says.tell(language)

    def doubt(self, language: str = "zh") -> str:
        """Say why it may be wrong."""
        return joined(self.doubts, language)

    def flag(self, language: str = "zh") -> str:
        """Say what else must be known of it, if anything."""
        return self.flagged.tell(language) if self.flagged is not None else ""


def _statement(ground: Ground, what: Said, confirmed: bool = False) -> Said:
    projection = ground.projection
    return wording(what, said(f"absent.{what.key}"), len(projection.family), projection.latest, confirmed=confirmed)


def _doubts(ground: Ground, ends: Ends | None, members: tuple[str, ...], field_id: str, *more: str) -> tuple[Said, ...]:
    """Say why an item may be wrong."""
    stated_only = ground.projection.stated_only
    reasons = [said(f"doubt.{reason}") for reason in (*more, *(("stated",) if stated_only else ()))]
    if ends is not None and (len(ends.first) < 2 or len(ends.second) < 2):
        reasons.append(said("doubt.single"))
    if ends is not None and not ends.others:
        reasons.append(said("doubt.partners"))
    if any(ground.by_name(m, field_id) for m in members):
        reasons.append(said("doubt.named"))
    if adrift := ground.unplaced(field_id):
        reasons.append(said("doubt.unplaced", some=adrift))
    share = f"{ground.gauge.silent:.0%}"
    silent = said("doubt.silent", sources=len(ground.projection.families), share=share)
    return (*reasons, said("doubt.unsaid"), silent)


def _names(
    ground: Ground, members: tuple[str, ...], field_id: str, *stages: str, apart: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    found = []
    for member in members:
        best = ground.candidates(member, field_id, *stages, apart=apart)
        found += [f"{ground.area.short(member)}：{c.name}" for c in best]
    return tuple(found)


def _ends_names(ground: Ground, members: tuple[str, ...], field_id: str) -> tuple[str, ...]:
    """Name who could work together; a member without anything in the field itself has research in a broader one."""
    found: list[str] = []
    both = ground.standing_in_all(members, field_id)  # who stands in both is no partner for itself
    for member in members:
        wider = (
            f"{ground.area.short(member)}：{c.name}（{ground.name(parent)}）"
            for parent in sorted(ground.fields.broader(field_id))
            for c in ground.in_itself(member, parent, RESEARCH)
        )
        found += _names(ground, (member,), field_id, apart=both) or tuple(wider)[:MOST_NAMED]
    return tuple(dict.fromkeys(found))


def _evidence(ground: Ground, members: tuple[str, ...], field_id: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for member in members for i in ground.evidence(member, field_id)))


def _need(ground: Ground, field_id: str, a: str, b: str) -> Fraction:
    """Give 1 if one produces and only the other researches the field, ½ if it researches a broader one, else 0."""
    broader = ground.fields.broader(field_id)
    best = Fraction(0)
    for maker, helper in ((a, b), (b, a)):
        lacks = not ground.carriers(maker, field_id, RESEARCH) and maker not in ground.researched_near(field_id)
        if lacks and ground.carriers(maker, field_id, PRODUCTION):
            if ground.carriers(helper, field_id, RESEARCH):
                return Fraction(1)
            if any(ground.in_itself(helper, parent, RESEARCH) for parent in broader):
                best = Fraction(1, 2)
    return best


def link_gaps(ground: Ground, *, confirmed: frozenset[tuple[str, str, str]] = frozenset(), top: int = 10) -> list[Gap]:
    """List the pairs of members that both carry a field, one producing in it, and share no vehicle of it.

    Parameters
    ----------
    confirmed : (member, member, field) of which an expert or a closed list confirms that nothing is shared.
    top : number of first places for which the robustness of the order is told.

    Notes
    -----
    Score: the mean of the percentiles of need N, complementarity C, deficit D and feasibility F that an item has.
    Items of grade C are listed by field, not ranked.
    """
    near = Nearness(ground.projection.presence)
    found = []
    for field_id in sorted(ground.fields.names):
        for a, b in ground.pairs():
            made = any(ground.carriers(m, field_id, PRODUCTION) for m in (a, b))
            both = ground.carriers(a, field_id) and ground.carriers(b, field_id)
            if not made or not (both or _need(ground, field_id, a, b)):
                continue
            if ground.shared(field_id, a, b):
                continue
            sure = not confirmed.isdisjoint({(a, b, field_id), (b, a, field_id)})
            given = [near.complementarity(x, y, field_id) for x, y in ((a, b), (b, a))]
            known = [float(value) for value in given if value is not None]
            found.append(_link(ground, field_id, a, b, max(known, default=None), sure))
    return _ranked(found, ground.seed, top)


def _link(ground: Ground, field_id: str, a: str, b: str, complement: float | None, sure: bool) -> Gap:
    ends = ground.ends(field_id, a, b)
    null = ground.null.pairs.get((a, b)) if ground.null is not None else None
    feasible, through = ground.feasibility(a, b)
    need = _need(ground, field_id, a, b)
    first, second, name = ground.area.short(a), ground.area.short(b), ground.name(field_id)
    statement = _statement(ground, said("link", first=first, second=second, field=name), sure)
    untestable = () if null is not None and null.testable else ("untestable",)
    return Gap(
        LINK, "B2" if need == 1 else "B2½" if need else "—", name, (first, second), (), grade(ends, confirmed=sure),
        statement, _doubts(ground, ends, (a, b), field_id, *untestable),
        {
            "need": float(need), "complementarity": complement,
            "deficit": null.deficit if null is not None else None, "feasibility": feasible,
        },
        candidates=_ends_names(ground, (a, b), field_id), between=through, evidence=_evidence(ground, (a, b), field_id),
        flagged=said("flag.untestable") if untestable else None,
    )  # fmt: skip


def _ranked(found: list[Gap], seed: int, top: int) -> list[Gap]:
    better = [gap for gap in found if gap.grade != THIN]
    parts = {name: [gap.components[name] for gap in better] for name in COMPONENTS}
    rated = [
        replace(gap, score=score, top_share=share)
        for gap, score, share in zip(better, scores(parts), robustness(parts, top=top, seed=seed), strict=True)
    ]
    rated.sort(key=lambda gap: (gap.grade, -(gap.score or 0), gap.field, gap.members))
    return [*rated, *sorted((g for g in found if g.grade == THIN), key=lambda g: (g.field, g.members))]


def chain_gaps(ground: Ground, *, confirmed: frozenset[tuple[str, str]] = frozenset()) -> list[Gap]:
    """List the breaks between research, transfer and production of each field, by member where it matters.

    Parameters
    ----------
    confirmed : (kind, field) of which an expert or a closed list confirms the break.

    Notes
    -----
    A chain that only older documents close is listed with the kind `CLOSED` and the year of that evidence: it is not
    a gap, but it may have become one. Academic disciplines (控制理论与控制工程) are no chains: they count as research
    of the industry that they serve.
    """
    found = []
    for field_id in sorted(ground.projection.counts):
        shared = partial(ground.shared, field_id)
        if field_id in ground.fields.disciplines:
            continue  # a discipline is taught and serves an industry; nobody produces it
        broken = breaks(field_id, ground.stages(field_id), shared, parents=ground.parents(field_id),
                        near=ground.researched_near(field_id))  # fmt: skip
        if ground.made_narrower(field_id):  # research in them was counted, so what they make must be
            broken = [item for item in broken if item.kind != "B3"]
        for item in broken:
            sure = (item.kind, field_id) in confirmed
            everyone = (*item.members, *item.partners)
            members = tuple(ground.area.short(m) for m in item.members)
            what = said(item.kind, field=ground.name(field_id), members=members)
            ends = _chain_ends(ground, field_id, item.members)
            found.append(
                Gap(
                    CHAIN,
                    item.kind,
                    ground.name(field_id),
                    members,
                    tuple(ground.area.short(m) for m in item.partners),
                    grade(ends, confirmed=sure),
                    _statement(ground, what, sure),
                    _doubts(ground, ends, item.members, field_id),
                    {"need": float(item.need)},
                    candidates=_chain_candidates(ground, field_id, item),
                    evidence=_evidence(ground, everyone, field_id),
                )
            )
        if not any(item.kind in {"B1", "B2", "B4"} for item in broken) and (old := _aged(ground, field_id)):
            found.append(old)
    order = {"A": 0, "B": 1, THIN: 2}
    return sorted(found, key=lambda g: (order.get(g.grade, 3), g.kind, g.field, g.members))


_HELP = {"B1": (RESEARCH,), "B2": (RESEARCH, TRANSFER), "B3": (PRODUCTION,), "B4": (TRANSFER,)}
"""Kind of a break -> what would close it."""


def _chain_candidates(ground: Ground, field_id: str, item: Break) -> tuple[str, ...]:
    own = _names(ground, item.partners, field_id, *_HELP[item.kind])
    wider = (
        f"{ground.area.short(member)}：{c.name}（{ground.name(parent)}）"
        for parent in sorted(ground.fields.broader(field_id))
        for member in item.partners
        for stage in _HELP[item.kind]
        for c in ground.in_itself(member, parent, stage)
    )
    return own or tuple(dict.fromkeys(wider))[:MOST_NAMED]


def _chain_ends(ground: Ground, field_id: str, members: tuple[str, ...]) -> Ends:
    """Give what tells of the members in the field, and which families name research of theirs in any field."""
    if ground.projection.stated_only:
        return Ends(frozenset(), frozenset(), frozenset())  # whom only a name tells was left out: no omission shows
    told = [ground.families(m, field_id) for m in members]
    least = min(told, key=len, default=frozenset())
    family = ground.projection.family
    able = [
        frozenset(
            family.get(d, d)
            for c in ground.projection.carriers
            if m in c.shares and c.stage != PRODUCTION
            for f in c.fields
            for d in c.documents(f)
        )
        for m in members
    ]
    return Ends(least, least, frozenset.intersection(*able) if able else frozenset())


def _aged(ground: Ground, field_id: str) -> Gap | None:
    """Give a chain whose research and transfer rest on documents older than the newest on its production."""
    dates, members = ground.projection.dates, ground.area.members
    making = {d for m in members for d in ground.documents(m, field_id, PRODUCTION)}
    closing = {d for m in members for d in ground.documents(m, field_id, RESEARCH, TRANSFER)}
    newest = max((dates.get(d, "") for d in making), default="")
    last = max((dates.get(d, "") for d in closing), default="")
    dated = all(d in dates for d in closing)  # a document without a date may be as new as any
    if not making or not closing or not dated or last[:4] >= newest[:4]:
        return None
    where = tuple(m for m in members if ground.carriers(m, field_id))
    names = tuple(ground.area.short(m) for m in where)
    name, year = ground.name(field_id), last[:4]
    statement = said("closed", field=name, year=year)
    return Gap(
        CHAIN, CLOSED, name, names, (), "—", statement, (said("doubt.old"),), {},
        candidates=_names(ground, where, field_id, RESEARCH, TRANSFER), evidence=_evidence(ground, where, field_id),
        flagged=said("flag.old", year=year),
    )  # fmt: skip


def policy_gaps(
    ground: Ground, *, confirmed: frozenset[tuple[str, str]] = frozenset()
) -> tuple[list[Gap], Fraction | None]:
    """List capabilities for which no measure names their member, and measures without a carrier that stands.

    Returns
    -------
    gaps, share
        ``share`` is the part of the capabilities that a measure for their own member covers; the flag tells where only
        the whole area or a field close by is covered.
    """
    found, share = uncovered(ground, covered(ground), confirmed)
    return [_policy_gap(ground, gap, (gap.member, gap.field) in confirmed) for gap in found], share


def _policy_gap(ground: Ground, gap: PolicyGap, sure: bool) -> Gap:
    name, short = ground.name(gap.field), ground.area.short(gap.member)
    key = "policy" if gap.kind == "M∧¬Pol" else "carrier"
    statement = _statement(ground, said(key, member=short, field=name), sure)
    return Gap(
        POLICY, gap.kind, name, (short,), (), gap.grade, statement,
        _doubts(ground, None, (gap.member,), gap.field, key), {"need": float(gap.need)},
        candidates=_names(ground, (gap.member,), gap.field), between=tuple(ground.name(f) for f in gap.near),
        evidence=gap.evidence, flagged=said(f"flag.{gap.flag}") if gap.flag else None,
    )  # fmt: skip
