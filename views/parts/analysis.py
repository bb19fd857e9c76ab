"""The analyses as the pages ask for them: computed once for each state of the store and each choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from graph.facts import Evidence, Facts
from views.parts import source
from views.parts.memo import Memo
from views.parts.wording import register, say

if TYPE_CHECKING:  # read when the first analysis is asked for, so that the first screen need not wait for them
    from graph.analysis.answer import Answer
    from graph.analysis.gaps import Gap
    from graph.analysis.ground import Ground
    from graph.projection.build import Projection
    from graph.projection.region import Layout
    from graph.store import Progress, Rows

ALL = 1_000_000
register(
    {
        "analysis.working": ("正在计算……", "Computing …"),
        "analysis.step": ("正在计算：{what}（{done}/{total}）", "Computing: {what} ({done} of {total})"),
        "analysis.ground": ("各成员的产业载体与来源", "who carries what, and which source says so"),
        "analysis.link": ("联系缺口", "gaps between members"),
        "analysis.chain": ("产业链缺口", "gaps in chains"),
        "analysis.policy": ("政策缺口", "gaps in policy"),
        "analysis.draws": ("重抽来源", "sources drawn again"),
        "analysis.time": ("各时点的布局", "the layout at each date"),
    }
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is analysed: a region with its pole, a layer of cooperation, a date, and whether conclusions count."""

    region: str
    pole: str | None = None
    layer: str = "existing"
    as_of: str | None = None
    stated_only: bool = False


@dataclass(frozen=True, slots=True)
class Gaps:
    """The three lists of gaps, and the share of capabilities that a policy of their member covers."""

    link: tuple[Gap, ...]
    chain: tuple[Gap, ...]
    policy: tuple[Gap, ...]
    covered: Any

    def of(self, which: str) -> tuple[Gap, ...]:
        """Give one list by its name."""
        found: tuple[Gap, ...] = {"link": self.link, "chain": self.chain, "policy": self.policy}[which]
        return found

    def counted(self, which: str) -> tuple[Gap, ...]:
        """Give the items of a list that are gaps: a chain that older documents close is listed and is none."""
        from graph.analysis.gaps import CLOSED

        return tuple(gap for gap in self.of(which) if gap.kind != CLOSED)


@st.cache_resource(show_spinner=False)
def _memo() -> Memo:
    return Memo()


def _key(name: str, *more: Any) -> tuple[Any, ...]:
    return (source.uri(), source.fingerprint(source.status(source.uri())), name, *more)


def _facts() -> Facts:
    def make() -> Facts:
        found, _ = source.snapshot()
        return Facts(list(found.entities.values()), list(found.ties.values()), found.all_figures())

    result: Facts = _memo().get(_key("facts"), make)
    return result


def passages() -> dict[str, Evidence]:
    """Give every passage by the id that the analyses name it with."""

    def make() -> dict[str, Evidence]:
        from graph.projection.sources import evidence_id

        facts = _facts()
        found: dict[str, Evidence] = {}
        groups = (facts.entities, facts.figures, facts.relations)
        for told in (record.evidence for records in groups for record in records):
            for evidence in told:
                found.setdefault(evidence_id(evidence), evidence)
        return found

    result: dict[str, Evidence] = _memo().get(_key("passages"), make)
    return result


def known_layouts() -> list[Layout]:
    """Give the layouts of the lexicon, which name the pole of a region."""

    def make() -> list[Layout]:
        from graph.projection.region import layouts
        from loaders.lexicon import load_lexicon

        return layouts(load_lexicon().layouts)

    found: list[Layout] = _memo().get(("layouts",), make)
    return found


def dates() -> list[str]:
    """List the dates of the documents, the earliest first."""

    def make() -> list[str]:
        from graph.projection.sources import document_dates

        return sorted(set(document_dates(_facts()).values()))

    found: list[str] = _memo().get(_key("dates"), make)
    return found


def projection(scope: Scope) -> Projection:
    """Give the networks of a scope; QueryError if the region cannot be analysed."""

    def make() -> Projection:
        from graph.projection.build import project

        return project(
            _facts(), known_layouts(), region=scope.region, pole=scope.pole, layer=scope.layer, as_of=scope.as_of,
            stated_only=scope.stated_only,
        )  # fmt: skip

    found: Projection = _memo().get(_key("projection", scope), make)
    return found


def ground(scope: Scope) -> Ground:
    """Give what the sources say of every member and field."""

    def make() -> Ground:
        from graph.analysis.ground import Ground

        return Ground(projection(scope))

    found: Ground = _memo().get(_key("ground", scope), make)
    return found


def gaps(scope: Scope, language: str) -> Gaps:
    """Give the three lists, with a bar that tells how far it is."""

    def make() -> Gaps:
        from graph.analysis.gaps import chain_gaps, link_gaps, policy_gaps

        with progress(language) as tell:
            tell(say("analysis.ground", language), 0, 4)
            on = ground(scope)
            tell(say("analysis.link", language), 1, 4)
            link = tuple(link_gaps(on))
            tell(say("analysis.chain", language), 2, 4)
            chain = tuple(chain_gaps(on))
            tell(say("analysis.policy", language), 3, 4)
            policy, covered = policy_gaps(on)
        return Gaps(link, chain, tuple(policy), covered)

    found: Gaps = _memo().get(_key("gaps", scope), make)
    return found


def centrality(scope: Scope, measure: str, network: str, language: str) -> Answer:
    """Tell who is central; every node of the network is listed."""

    def make() -> Answer:
        from graph.analysis.reports import centrality as report

        with progress(language) as tell:
            words = say("analysis.draws", language)
            return report(
                projection(scope), measure=measure, network=network, top=ALL, language=language,
                progress_=lambda _, done, total: tell(words, done, total),
            )  # fmt: skip

    found: Answer = _memo().get(_key("centrality", scope, measure, network, language), make)
    return found


def layout(scope: Scope, language: str) -> Answer:
    """Tell how pole-core the layout is."""

    def make() -> Answer:
        from graph.analysis.reports import layout as report

        return report(projection(scope), top=ALL, language=language)

    found: Answer = _memo().get(_key("layout", scope, language), make)
    return found


def over_time(scope: Scope) -> Rows:
    """Measure the layout as of the date of each document, up to the date of the scope."""

    def make() -> Rows:
        from graph.analysis.reports import over_time as report

        until = [date for date in dates() if scope.as_of is None or date <= scope.as_of]
        return report(lambda date: projection(replace(scope, as_of=date)), until)

    found: Rows = _memo().get(_key("time", scope), make)
    return found


def what_if(scope: Scope, changes: tuple[tuple[str, str], ...]) -> Answer:
    """Tell what some changes would do; QueryError if one cannot be made."""

    def make() -> Answer:
        from graph.analysis.reports import change
        from graph.analysis.scenario import apply

        before = projection(scope)
        return change(before, apply(before, changes), [f"{kind} {value}" for kind, value in changes])

    found: Answer = _memo().get(_key("whatif", scope, changes), make)
    return found


@contextmanager
def progress(language: str) -> Iterator[Progress]:
    """Show a bar for what takes longer than a moment; it goes when the work is done."""
    place = st.empty()
    shown = -1

    def tell(what: str, done: int, total: int) -> None:
        nonlocal shown
        percent = min(100, 100 * done // max(total, 1))
        if percent != shown:
            shown = percent
            place.progress(percent, say("analysis.step", language, what=what, done=done, total=total))

    try:
        yield tell
    finally:
        place.empty()


def ask(language: str, make: Callable[[], Any]) -> Any:
    """Compute under a spinner, in a place that is there also when the answer is known.

    What follows on the page keeps its position then; a component whose position changes is mounted and drawn anew.
    """
    with st.container(), st.spinner(say("analysis.working", language)):
        return make()
