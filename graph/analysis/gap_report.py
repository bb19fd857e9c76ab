"""The three lists of gaps as an answer, each beside what the corpus is likely to have missed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.analysis.answer import Answer, number
from graph.analysis.bridges import bridge_rows
from graph.analysis.confirmed import Confirmed
from graph.analysis.gap_wording import word
from graph.analysis.gaps import CHAIN, CLOSED, COMPONENTS, LINK, LISTS, POLICY, Gap, chain_gaps, link_gaps, policy_gaps
from graph.analysis.ground import Ground
from graph.analysis.naming import date_notes
from graph.analysis.nulls import vehicles_needed
from graph.analysis.pairs import pair_rows
from graph.projection.build import Projection
from graph.store import Progress, Rows
from ontology.errors import QueryError

_COLUMNS = (
    "grade", "kind", "field", "members", "partners", *COMPONENTS, "score", "p_top10", "flag", "candidates", "between",
    "statement", "why_this_could_be_wrong", "evidence",
)  # fmt: skip


def _row(gap: Gap, language: str) -> tuple[object, ...]:
    comma = word("and", language)
    return (
        gap.label(language), gap.kind, gap.field, comma.join(gap.members), comma.join(gap.partners),
        *(number(gap.components.get(name)) for name in COMPONENTS), number(gap.score), number(gap.top_share),
        gap.flag(language), list(gap.candidates), list(gap.between), gap.statement(language), gap.doubt(language),
        list(gap.evidence),
    )  # fmt: skip


def _rows(gaps: Iterable[Gap], top: int, language: str) -> Rows:
    rows = [_row(gap, language) for gap in gaps]
    return Rows(_COLUMNS, tuple(rows[:top]), truncated=len(rows) > top)


def _gauge(ground: Ground) -> Rows:
    """Gauge what the corpus missed: vehicles for links, carriers for chains, policies of members for policies."""
    found, carriers, policies = ground.gauge, ground.carrier_gauge, ground.policy_gauge
    told = (
        ("source families", "families", "texts printed again count once"),
        ("seen", "ties", "value: vehicles; chain: carriers of a field; policy: policies for a member or the area"),
        ("seen in one family only", "once", ""),
        ("seen in two families", "twice", ""),
        ("Good-Turing coverage", "coverage", "share of mentions that concern what was seen"),
        ("Chao2, least unseen", "unseen", "what exists and no source names, at least"),
        ("silence still allows", "silent", "chance of being reported by a document, given no report"),
    )
    rows = tuple(
        (name, number(getattr(found, key)), meaning, *(number(getattr(one, key)) for one in (carriers, policies)))
        for name, key, meaning in told
    )
    return Rows(("gauge", "value", "meaning", "chain", "policy"), rows)


def gaps(
    projection: Projection,
    *,
    which: str = "all",
    top: int = 20,
    seed: int = 0,
    confirmed: Confirmed | None = None,
    language: str = "zh",
    progress_: Progress | None = None,
) -> Answer:
    """List where cooperation is missing, as far as the sources let it be said.

    Parameters
    ----------
    confirmed : absences that an expert or a closed list confirms (grade A).
    language : of what is said of each item, ``zh`` or ``en``; names stay as the documents write them.

    Raises
    ------
    QueryError
        if there is no list of that name.
    """
    if which not in {"all", *LISTS}:
        raise QueryError(f"list {which}: unknown; choose all, {', '.join(LISTS)}")
    ground, sure = Ground(projection, seed=seed), confirmed or Confirmed()
    step = _stepper(progress_, 4 if which == "all" else 2)
    tables, notes = _lists(ground, which, top, sure, language, step)
    tables["gauge"] = _gauge(ground)
    if which in {"all", LINK}:
        step("pairs and bridges")
        tables["pairs"] = pair_rows(ground, language=language)
        tables["bridges"], more = bridge_rows(ground, top)
        notes += more
    notes += _testability(ground)
    if sure.sources:
        notes.append(f"confirmed absences: {len(sure.sources)}, by {'; '.join(dict.fromkeys(sure.sources))}")
    notes += date_notes(projection)
    parameters = {"list": which, "top": top, "seed": seed, "confirmed": list(sure.sources)}
    return Answer(f"gaps in {projection.area.name}", parameters, projection.describe(), tables, _READING, tuple(notes))


_READING = {
    "zh": "以下各项均指已收录文件未见记载；A级以下一律不作“不存在”的结论，须经核实。",
    "en": "Every item means that the documents here record nothing. Below grade A none says that nothing exists: "
    "check before you use it.",
}


def _lists(
    ground: Ground, which: str, top: int, sure: Confirmed, language: str, step: Callable[[str], None]
) -> tuple[dict[str, Rows], list[str]]:
    tables, notes = dict[str, Rows](), list[str]()
    if which in {"all", LINK}:
        step("link")
        found = link_gaps(ground, confirmed=sure.link)
        tables[LINK] = _rows(found, top, language)
        notes.append(f"link: {len(found)} items, {len(tables[LINK].rows)} shown; grade C is listed, not ranked")
    if which in {"all", CHAIN}:
        step("chain")
        found = chain_gaps(ground, confirmed=sure.chain)
        tables[CHAIN] = _rows(found, top, language)
        old = sum(gap.kind == CLOSED for gap in found)
        kinds = f" ({len(found) - old} gaps; closed by older documents only, no gaps: {old})" if old else ""
        notes.append(f"chain: {len(found)} items{kinds}, {len(tables[CHAIN].rows)} shown")
    if which in {"all", POLICY}:
        step("policy")
        found, share = policy_gaps(ground, confirmed=sure.policy)
        tables[POLICY] = _rows(found, top, language)
        covered = "undefined" if share is None else f"{number(share)} ({share})"
        notes.append(
            f"policy: {len(found)} items, {len(tables[POLICY].rows)} shown; |M∧Pol|/|M| = {covered}; M is what a "
            "passage tells to stand, Pol a measure that names the member or a carrier of it; need is ½ where only the "
            "whole area or a field close by (between) is covered"
        )
    return tables, notes


def _stepper(progress_: Progress | None, steps: int) -> Callable[[str], None]:
    """Give a function that tells which list is being made."""
    done = 0

    def step(name: str) -> None:
        nonlocal done
        if progress_ is not None:
            progress_(name, done, steps)
        done += 1

    return step


def _testability(ground: Ground) -> list[str]:
    null, trial, n = ground.null, ground.trial, len(ground.area.members)
    notes = []
    if null is not None:
        able = sum(pair.testable for pair in null.pairs.values())
        how = f"{null.tables} tables {'enumerated' if null.exact else 'drawn'}"
        notes.append(
            f"null of pairs: {how}; smallest attainable p {number(null.smallest)}; "
            f"{able} of {len(null.pairs)} pairs can be tested, all others cannot"
        )
        notes.append(
            f"an average pair's zero would surprise from {vehicles_needed(4, n)} vehicles of four "
            f"or {vehicles_needed(2, n)} of two members"
        )
    if trial.useful:
        notes.append(
            f"feasibility: AUC {number(trial.auc)} ({number(trial.low)}–{number(trial.high)}); likely, not needed"
        )
    else:
        notes.append("feasibility is left out: its leave-one-out AUC does not clear .5")
    return notes
