"""The three lists of gaps as an answer, each beside what the corpus is likely to have missed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.analysis.answer import Answer, number
from graph.analysis.bridges import bridge_rows
from graph.analysis.confirmed import Confirmed
from graph.analysis.gap_wording import word
from graph.analysis.gaps import CHAIN, CLOSED, COMPONENTS, LINK, LISTS, POLICY, Gap, chain_gaps, link_gaps, policy_gaps
from graph.analysis.ground import MOST_TRIED, Ground
from graph.analysis.naming import date_notes
from graph.analysis.note_wording import note
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


def _gauge(ground: Ground, language: str) -> Rows:
    """Gauge what the corpus missed: vehicles for links, carriers for chains, policies of members for policies."""
    found, carriers, policies = ground.gauge, ground.carrier_gauge, ground.policy_gauge
    told = (
        ("source families", "families"), ("seen", "ties"), ("seen in one family only", "once"),
        ("seen in two families", "twice"), ("Good-Turing coverage", "coverage"), ("Chao2, least unseen", "unseen"),
        ("silence still allows", "silent"),
    )  # fmt: skip
    rows = tuple(
        (
            name, number(getattr(found, key)), note(f"gauge.{key}", language),
            *(number(getattr(one, key)) for one in (carriers, policies)),
        )
        for name, key in told
    )  # fmt: skip
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
    tables["gauge"] = _gauge(ground, language)
    if which in {"all", LINK}:
        step("pairs and bridges")
        tables["pairs"] = pair_rows(ground, language=language)
        tables["bridges"], more = bridge_rows(ground, top, language)
        notes += more
    notes += _testability(ground, language)
    if sure.sources:
        by = word("stop", language).join(dict.fromkeys(sure.sources))
        notes.append(note("confirmed", language, number=len(sure.sources), by=by))
    notes += date_notes(projection, language)
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
        notes.append(note("link.items", language, found=len(found), shown=len(tables[LINK].rows)))
    if which in {"all", CHAIN}:
        step("chain")
        found = chain_gaps(ground, confirmed=sure.chain)
        tables[CHAIN] = _rows(found, top, language)
        old = sum(gap.kind == CLOSED for gap in found)
        counts = {"found": len(found), "gaps": len(found) - old, "old": old, "shown": len(tables[CHAIN].rows)}
        notes.append(note("chain.closed" if old else "chain.items", language, **counts))
    if which in {"all", POLICY}:
        step("policy")
        found, share = policy_gaps(ground, confirmed=sure.policy)
        tables[POLICY] = _rows(found, top, language)
        covered = note("undefined", language) if share is None else f"{number(share)} ({share})"
        shown = len(tables[POLICY].rows)
        notes.append(note("policy.items", language, found=len(found), shown=shown, share=covered))
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


def _testability(ground: Ground, language: str) -> list[str]:
    null, trial, n = ground.null, ground.trial, len(ground.area.members)
    notes = []
    if null is not None:
        able = sum(pair.testable for pair in null.pairs.values())
        counts = {"tables": null.tables, "smallest": number(null.smallest), "able": able, "pairs": len(null.pairs)}
        notes.append(note("null.exact" if null.exact else "null.drawn", language, **counts))
        notes.append(note("null.needed", language, four=vehicles_needed(4, n), two=vehicles_needed(2, n)))
    if trial.useful:
        low, high = number(trial.low), number(trial.high)
        notes.append(note("feasible", language, auc=number(trial.auc), low=low, high=high))
    elif ground.projection.organisations.number_of_nodes() > MOST_TRIED:
        notes.append(note("feasible.large", language, most=MOST_TRIED))
    else:
        notes.append(note("feasible.out", language))
    return notes
