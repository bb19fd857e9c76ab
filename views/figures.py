"""Figures 指标: every indicator over time, targets beside what was reached, conflicts, and the passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from graph.analysis.targets import OLD
from graph.facts import Figure
from views.parts import address, download, links, trend
from views.parts.amount import amount, number
from views.parts.escape import html
from views.parts.indicator import Comparison, Conflict, comparisons, conflicts, documents, indicators
from views.parts.panel import Panel
from views.parts.snapshot import Snapshot
from views.parts.source import snapshot as read_snapshot
from views.parts.vocabulary import vocabulary
from views.parts.wording import register, say

if TYPE_CHECKING:
    import pandas as pd

PAGE = "figures"
ALL = ""
register(
    {
        "figures.title": ("指标", "Figures"),
        "figures.indicator": ("指标", "Indicator"),
        "figures.entity": ("实体", "Entity"),
        "figures.value": ("数值", "Value"),
        "figures.year": ("年份", "Year"),
        "figures.kind": ("性质", "Kind"),
        "figures.conflict": ("冲突", "Conflict"),
        "figures.documents": ("文件", "Documents"),
        "figures.all": ("全部", "all"),
        "figures.none": (
            "所收文件中没有识别出任何指标数值。这不表示相应数值不存在。",
            "No figure was read from the documents of this graph. It does not follow that there is none.",
        ),
        "figures.empty": (
            "所选的指标、实体与年份之下没有数值；可把其中一项改为「全部」。",
            "There are no values of this indicator, entity and year; set one of them to «all».",
        ),
        "figures.pick": ("选中一行即可查看出处。", "Select a row to read its passage."),
        "figures.values": ("数值", "Values"),
        "figures.over_time": ("历年数值", "Over time"),
        "figures.targets": ("目标与实际", "Targets against actual values"),
        "figures.actual": ("最近实际值", "Latest actual"),
        "figures.target": ("目标", "Target"),
        "figures.share": ("实际占目标", "Actual of target"),
        "figures.reached": ("是否达到", "Reached"),
        "figures.yes": ("已达到，或目标为增量，请核对原文", "reached, or the target is an increase: read the passage"),
        "figures.old": (
            "现状比目标年早 {years} 年，不计完成度",
            "value is {years} years older than the target: not judged",
        ),
        "figures.no": ("未达到", "not yet"),
        "figures.unknown": ("文件未给出可比的实际值", "no comparable actual value stated"),
        "figures.conflicts": ("数值冲突", "Conflicts"),
        "figures.conflicts_text": (
            "同一实体、指标、年份与性质有不同的数值。两者都予保留；口径、时点不同也会造成差异，请核对原文。",
            "Different values for the same entity, indicator, year and kind. Both are kept; scope or date may "
            "differ: read the passages.",
        ),
        "figures.no_conflicts": (
            "所选范围内没有发现相互冲突的数值。",
            "No conflicting values were found in this selection.",
        ),
        "figures.download": ("下载 CSV", "Download CSV"),
        "figures.evidence": ("出处", "Passages"),
    }
)


def page() -> None:
    """Show the page."""
    language = address.language()
    snapshot, _ = read_snapshot()
    links.follow()
    st.title(say("figures.title", language))
    everything = snapshot.all_figures()
    if not everything:
        st.info(say("figures.none", language))
        return
    indicator, entity, year = _choice(snapshot, everything, language)
    of_all_years = [
        f for f in everything if (not indicator or f.indicator == indicator) and (not entity or f.entity == entity)
    ]
    chosen = [f for f in of_all_years if _of(f, year)]
    clashes = conflicts(chosen)
    if indicator:
        st.subheader(say("figures.over_time", language))
        trend.chart(snapshot, of_all_years, language)
    if chosen:
        _values(snapshot, chosen, clashes, language)
    else:
        st.info(say("figures.empty", language))
    of_entity = comparisons(f for f in everything if not entity or f.entity == entity)
    shown = [pair for pair in of_entity if (not indicator or indicator in _names(pair)) and _of(pair.target, year)]
    _targets(snapshot, shown, language)
    _conflicts(snapshot, clashes, language)


def _of(figure: Figure, year: str) -> bool:
    return year in (ALL, str(figure.year))


def _names(pair: Comparison) -> set[str]:
    return {figure.indicator for figure in (pair.target, pair.actual) if figure is not None}


def _choice(snapshot: Snapshot, figures: Sequence[Figure], language: str) -> tuple[str, str, str]:
    names, holders = indicators(figures), sorted({f.entity for f in figures}, key=lambda e: snapshot.entities[e].name)
    ranked = [ALL, *sorted(names, key=lambda name: (-names[name], name))]
    years = [ALL, *sorted({str(f.year) for f in figures if f.year is not None}, reverse=True)]
    _adopt({"indicator": ranked, "entity": [ALL, *holders], "year": years})
    everything = say("figures.all", language)
    left, right, last = st.columns([0.4, 0.4, 0.2])
    with left:
        indicator = st.selectbox(
            say("figures.indicator", language), ranked, key="figures_indicator", persist_state="session",
            on_change=address.hold,
            format_func=lambda name: f"{name} ({names[name]})" if name else everything,
        )  # fmt: skip
    with right:
        entity = st.selectbox(
            say("figures.entity", language), [ALL, *holders], key="figures_entity", persist_state="session",
            on_change=address.hold,
            format_func=lambda held: snapshot.entities[held].name if held else everything,
        )  # fmt: skip
    with last:
        year = st.selectbox(
            say("figures.year", language), years, key="figures_year", persist_state="session", on_change=address.hold,
            format_func=lambda one: one or everything,
        )  # fmt: skip
    given = {"indicator": indicator, "of": entity, "year": year}
    address.publish(PAGE, {name: [value] for name, value in given.items() if value})
    return str(indicator or ALL), str(entity or ALL), str(year or ALL)


def _adopt(options: dict[str, list[str]]) -> None:
    """Take the choice from the URL on arrival; ``of`` names the entity, as ``entity`` belongs to Explore."""
    parameters = address.parameters()
    first = "figures_indicator" not in st.session_state
    fresh = first or (address.arrived(PAGE) and bool(parameters))
    for name, parameter in (("indicator", "indicator"), ("entity", "of"), ("year", "year")):
        asked = parameters.get(parameter, [ALL])[-1]
        key = f"figures_{name}"
        if fresh:
            st.session_state[key] = asked if asked in options[name] else ALL
        elif st.session_state.get(key) not in options[name]:
            st.session_state[key] = ALL
    if first and not parameters:
        # one indicator says more than a list of all of them
        st.session_state["figures_indicator"] = options["indicator"][1]


def _values(snapshot: Snapshot, figures: Sequence[Figure], clashes: Sequence[Conflict], language: str) -> None:
    st.subheader(say("figures.values", language))
    disputed = {figure.id for clash in clashes for figure in clash.figures}
    ranked = sorted(
        figures, key=lambda f: (f.indicator, snapshot.entities[f.entity].name, f.year or 0, f.kind, f.value)
    )
    names = ("entity", "indicator", "year", "value", "kind", "conflict", "documents")
    columns = [say(f"figures.{name}", language) for name in names]
    rows: list[tuple[Any, ...]] = [
        (
            snapshot.entities[f.entity].name,
            f.indicator,
            "" if f.year is None else str(f.year),
            amount(f, language),
            say(f"figure.{f.kind}", language),
            "⚠" if f.id in disputed else "",
            "; ".join(snapshot.titles.get(name, name) for name in documents(f)),
        )
        for f in ranked
    ]
    left, right = st.columns([0.62, 0.38], gap="medium")
    with left:
        event = st.dataframe(
            _frame(rows, columns), hide_index=True, on_select="rerun", selection_mode="single-row",
            key="figures_table", height=min(420, 38 + 35 * max(1, len(rows))),
        )  # fmt: skip
        download.button(say("figures.download", language), columns, rows, "figures.csv", "figures_download")
    with right:
        picked = [number for number in event["selection"]["rows"] if number < len(ranked)]
        if not picked:
            st.caption(say("figures.pick", language))
            return
        st.html(f'<div class="pc-panel">{_evidence(snapshot, ranked[picked[0]], language)}</div>')


def _frame(rows: list[tuple[Any, ...]], columns: list[str]) -> pd.DataFrame:
    import pandas as pd  # slow to read; the first screen need not wait for it

    return pd.DataFrame(rows, columns=columns)


def _evidence(snapshot: Snapshot, figure: Figure, language: str) -> str:
    panel = Panel(snapshot, vocabulary(), language)
    entity = snapshot.entities[figure.entity]
    year = "" if figure.year is None else f"{figure.year} "
    kind = html(say(f"figure.{figure.kind}", language))
    line = f"{html(figure.indicator)} <b>{html(amount(figure, language))}</b> <small>{year}{kind}</small>"
    head = f'<h3 class="entity-name">{panel.name(entity.id)} {panel.chip(entity.label)}</h3><p>{line}</p>'
    return head + panel.evidence(figure.evidence, [entity])


def _targets(snapshot: Snapshot, found: Sequence[Comparison], language: str) -> None:
    if not found:
        return
    st.subheader(say("figures.targets", language))
    names = ("entity", "indicator", "target", "actual", "share", "reached")
    columns = [say(f"figures.{name}", language) for name in names]
    words = {True: "figures.yes", False: "figures.no", None: "figures.unknown"}
    rows = []
    for pair in sorted(found, key=lambda pair: pair.actual is None):
        share = pair.share()
        rows.append(
            (
                snapshot.entities[pair.target.entity].name,
                pair.target.indicator,
                _dated(pair.target, language),
                "" if pair.actual is None else _dated(pair.actual, language),
                "" if share is None else f"{number(round(share * 100, 1))}%",
                say("figures.old", language, years=pair.older())
                if pair.older() > OLD
                else say(words[pair.reached()], language),
            )
        )
    st.dataframe(_frame(rows, columns), hide_index=True, height=min(420, 38 + 35 * len(rows)))
    download.button(say("figures.download", language), columns, rows, "targets.csv", "targets_download")


def _dated(figure: Figure, language: str) -> str:
    return amount(figure, language) + (f" ({figure.year})" if figure.year is not None else "")


def _conflicts(snapshot: Snapshot, clashes: Sequence[Conflict], language: str) -> None:
    st.subheader(say("figures.conflicts", language))
    if not clashes:
        st.caption(say("figures.no_conflicts", language))
        return
    st.caption(say("figures.conflicts_text", language))
    parts = []
    for clash in clashes:
        shown = "".join(f'<div class="side">{_evidence(snapshot, figure, language)}</div>' for figure in clash.figures)
        parts.append(f'<div class="clash">{shown}</div>')
    st.html(f'<div class="pc-panel">{"".join(parts)}</div>')
