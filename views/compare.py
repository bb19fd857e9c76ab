"""Compare 比较: two to eight places side by side: what they have, what is measured, and whom they share."""

from __future__ import annotations

import streamlit as st

from graph.facts import Figure
from views.parts import address, download, grid, links, pick, trend
from views.parts.escape import html
from views.parts.holdings import Holding, between, by_class, held, passages, shared
from views.parts.indicator import conflicts, latest
from views.parts.snapshot import Snapshot
from views.parts.source import snapshot as read_snapshot
from views.parts.vocabulary import vocabulary
from views.parts.wording import register, say

PAGE, CHOSEN, INDICATOR, WHOLE = "compare", "compare_chosen", "compare_indicator", "compare_whole"
PLACES = frozenset({"City", "Zone", "District", "Region"})
ORDER = (
    "City", "District", "Zone", "University", "ResearchInstitute", "Lab", "Alliance", "Incubator", "Company", "Cluster",
    "Industry",
)  # fmt: skip
MOST, FIRST, LISTED, INDICATORS, PARTNERS = 8, 3, 6, 16, 60
register(
    {
        "compare.title": ("比较", "Compare"),
        "compare.choose": (
            "选择两至八个城市、园区、区县或区域",
            "Choose two to eight cities, zones, districts or regions",
        ),
        "compare.hint": ("可输入名称筛选", "Type a name to filter"),
        "compare.few": ("请至少选择两个。", "Choose at least two."),
        "compare.none": ("图谱中没有可比较的地方。", "The graph holds no places to compare."),
        "compare.has": ("各自拥有", "What each has"),
        "compare.has_text": (
            "含所辖园区、区县内的实体（注明经由何处）；「证」后为出处段落数，单击查看。",
            "Includes what stands in contained zones and districts (marked with the way). The number after the mark is "
            "that of the passages; click it to read them.",
        ),
        "compare.caution": (
            "数量只计所收文件中具名提及者，受文件详略影响，不是实力排名；未提及不等于没有。",
            "Counts are of what the documents name; they depend on how much detail each gives and are no ranking. "
            "What is not named may still exist.",
        ),
        "compare.class": ("类别", "Class"),
        "compare.via": ("经 {place}", "by way of {place}"),
        "compare.rest": ("列出另 {count} 个", "list {count} more"),
        "compare.fold": ("只列前 {count} 个", "list {count} only"),
        "compare.evidence": ("证", "§"),
        "compare.passages": ("{count} 段出处", "passages: {count}"),
        "compare.figures": ("指标", "Figures"),
        "compare.indicator": ("历年数值", "Over time"),
        "compare.no_figures": (
            "文件没有给出这些实体的指标数值。",
            "The documents state no figures of these entities.",
        ),
        "compare.more_figures": (
            "另有 {count} 项指标未列入，见「指标」页。",
            "{count} more indicators are not listed here; see the page Figures.",
        ),
        "compare.sources": ("数值出处", "Sources of the figures"),
        "compare.between": ("彼此的联系", "Ties among them"),
        "compare.no_between": ("文件没有提及它们之间的直接联系。", "The documents name no direct ties among them."),
        "compare.shared": ("共同的伙伴与产业", "Shared partners and industries"),
        "compare.no_shared": ("文件没有提及它们共同的伙伴。", "The documents name no partner that they share."),
        "compare.more_shared": ("另有 {count} 个未列出。", "{count} more are not listed."),
        "compare.partner": ("实体", "Entity"),
        "compare.download": ("下载 CSV", "Download CSV"),
        "compare.holder": ("地方", "Place"),
        "compare.way": ("经由", "By way of"),
        "compare.count": ("出处段落数", "Passages"),
    }
)


def page() -> None:
    """Show the page."""
    language = address.language()
    snapshot, _ = read_snapshot()
    links.follow()
    st.title(say("compare.title", language))
    chosen = _choice(snapshot, language)
    if not chosen:
        return
    st.info(say("compare.caution", language))
    _holdings(snapshot, chosen, language)
    _figures(snapshot, chosen, language)
    _between(snapshot, chosen, language)
    _shared(snapshot, chosen, language)


def _choice(snapshot: Snapshot, language: str) -> list[str]:
    known = [e for e in snapshot.entities.values() if e.label in PLACES]
    known.sort(key=lambda e: (-snapshot.degree(e.id), e.id))
    options = {e.id: f"{e.name} · {vocabulary().class_caption(e.label, language)}" for e in known}
    if len(options) < 2:
        st.info(say("compare.none", language))
        return []
    asked = [one for one in dict.fromkeys(address.parameters().get("with", [])) if one in options][:MOST]
    if CHOSEN not in st.session_state or (asked and address.arrived(PAGE)):
        cities = [e.id for e in known if e.label == "City"]
        st.session_state[CHOSEN] = asked or (cities if len(cities) > 1 else list(options))[:FIRST]
        st.session_state[WHOLE] = list(dict.fromkeys(address.parameters().get("all", [])))
    st.session_state[CHOSEN] = [one for one in st.session_state[CHOSEN] if one in options]
    chosen: list[str] = st.multiselect(
        say("compare.choose", language), list(options), key=CHOSEN, format_func=options.__getitem__,
        max_selections=MOST, placeholder=say("compare.hint", language), on_change=address.hold,
        persist_state="session",
    )  # fmt: skip
    address.publish(PAGE, {"with": chosen, **({"all": whole} if (whole := st.session_state[WHOLE]) else {})})
    if len(chosen) < 2:
        st.warning(say("compare.few", language))
        return []
    return chosen


def _turn(label: str) -> None:
    """List all of a class, or the first few again."""
    address.hold()
    st.session_state[WHOLE] = _turned(label)


def _turned(label: str) -> list[str]:
    held: list[str] = st.session_state[WHOLE]
    return [one for one in held if one != label] if label in held else [*held, label]


def _turner(label: str, text: str) -> str:
    """Link to the same page with all of a class, or only its first: what is folded is not sent."""
    given = {"with": st.session_state[CHOSEN], "all": _turned(label), "turn": label}
    return f'<a class="pick" href="{html(address.link("", **given))}" target="_self">{html(text)}</a>'


def _head(snapshot: Snapshot, chosen: list[str], first: str, language: str) -> list[str]:
    return [html(say(first, language)), *(grid.entity_link(snapshot.entities[one]) for one in chosen)]


def _tie(snapshot: Snapshot, holder: str, ties: tuple[str, ...], language: str) -> str:
    """Link to the passages of a tie: they stand in the panel of Explore, where the last step is selected."""
    tie = snapshot.ties[ties[-1]]
    count = passages(snapshot, (tie.key,))
    centre = holder if holder in (tie.source, tie.target) else tie.target if tie.type != "FOCUSES_ON" else tie.source
    target = links.to_entity(centre, select=f"tie:{tie.key}")
    title = html(say("compare.passages", language, count=count))
    mark = f"{say('compare.evidence', language)}{count}"
    return f'<a class="evidence" href="{html(target)}" target="_self" title="{title}">{mark}</a>'


def _holdings(snapshot: Snapshot, chosen: list[str], language: str) -> None:
    st.subheader(say("compare.has", language))
    st.caption(say("compare.has_text", language))
    pick.listen("compare_pick", "turn", _turn)
    groups = {one: by_class(snapshot, held(snapshot, one, PLACES)) for one in chosen}
    counts = {label: [len(groups[one].get(label, ())) for one in chosen] for one in chosen for label in groups[one]}
    words = vocabulary()
    rows = []
    for label in sorted(counts, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name)):
        most, whole = max(counts[label]), label in st.session_state[WHOLE]
        cells = [_held(snapshot, one, groups[one].get(label, []), most, whole, language) for one in chosen]
        first = f'<i class="swatch" style="background:{html(words.colour(label))}"></i>'
        first += html(words.class_caption(label, language))
        if whole and most > LISTED:
            first += f"<br><small>{_turner(label, say('compare.fold', language, count=LISTED))}</small>"
        rows.append([first, *cells])
    st.html(grid.table(_head(snapshot, chosen, "compare.class", language), rows))
    columns = [say(f"compare.{name}", language) for name in ("holder", "class", "partner", "way", "count")]
    listed = [
        (
            snapshot.entities[one].name,
            words.class_caption(label, language),
            snapshot.entities[item.entity].name,
            snapshot.entities[item.via].name if item.via else "",
            passages(snapshot, item.ties[-1:]),
        )
        for one in chosen
        for label, items in groups[one].items()
        for item in items
    ]
    download.button(say("compare.download", language), columns, listed, "compare.csv", "compare_download")


def _held(
    snapshot: Snapshot, holder: str, items: list[Holding], most: int, whole: bool, language: str
) -> str:  # fmt: skip
    if not items:
        return grid.empty(language)
    bar = f'<i class="bar" style="width:{max(2, round(70 * len(items) / most))}px"></i>'
    listed = items if whole else items[:LISTED]
    shown = f'<p class="count">{bar}<b>{len(items)}</b></p>'
    shown += "".join(_item(snapshot, holder, item, language) for item in listed)
    if len(items) > len(listed):
        rest = say("compare.rest", language, count=len(items) - len(listed))
        shown += f"<p>{_turner(snapshot.entities[items[0].entity].label, rest)}</p>"
    return shown


def _item(snapshot: Snapshot, holder: str, item: Holding, language: str) -> str:
    via = ""
    if item.via:
        via = f" <small>{html(say('compare.via', language, place=snapshot.entities[item.via].name))}</small>"
    name = grid.entity_link(snapshot.entities[item.entity])
    return f'<p class="item">{name} {_tie(snapshot, holder, item.ties, language)}{via}</p>'


def _figures(snapshot: Snapshot, chosen: list[str], language: str) -> None:
    st.subheader(say("compare.figures", language))
    figures: dict[str, tuple[Figure, ...]] = {one: snapshot.figures.get(one, ()) for one in chosen}
    holders: dict[str, int] = {}
    for found in figures.values():
        for name in {figure.indicator for figure in found}:
            holders[name] = holders.get(name, 0) + 1
    if not holders:
        st.caption(say("compare.no_figures", language))
        return
    everything = [figure for found in figures.values() for figure in found]
    dated = {name: sum(1 for f in everything if f.indicator == name and f.year is not None) for name in holders}
    ranked = sorted(holders, key=lambda name: (-holders[name], -dated[name], name))
    sources: list[str] = []
    rows = []
    disputed = {figure.id for clash in conflicts(everything) for figure in clash.figures}
    for name in ranked[:INDICATORS]:
        cells = [grid.figure(latest(figures[o], name), disputed, sources, snapshot.titles, language) for o in chosen]
        rows.append([html(name), *cells])
    st.html(grid.table(_head(snapshot, chosen, "compare.figures", language), rows))
    if len(ranked) > INDICATORS:
        st.caption(say("compare.more_figures", language, count=len(ranked) - INDICATORS))
    with st.expander(say("compare.sources", language)):
        st.html(f'<ol class="pc-panel sources">{"".join(f"<li>{source}</li>" for source in sources)}</ol>')
    if st.session_state.get(INDICATOR) not in ranked:
        st.session_state[INDICATOR] = ranked[0]
    drawn = st.selectbox(
        say("compare.indicator", language), ranked, key=INDICATOR, on_change=address.hold, width=420,
        format_func=lambda name: f"{name} ({holders[name]})",
    )  # fmt: skip
    trend.chart(snapshot, [f for f in everything if f.indicator == drawn], language)


def _between(snapshot: Snapshot, chosen: list[str], language: str) -> None:
    st.subheader(say("compare.between", language))
    found = between(snapshot, chosen)
    if not found:
        st.caption(say("compare.no_between", language))
        return
    lines = []
    for key in found:
        tie = snapshot.ties[key]
        ends = [grid.entity_link(snapshot.entities[end]) for end in (tie.source, tie.target)]
        caption = html(vocabulary().tie_caption(tie.type, language))
        arrow = f'<span class="arrow">— {caption} →</span>'
        lines.append(f'<p class="item">{ends[0]} {arrow} {ends[1]} {_tie(snapshot, tie.source, (key,), language)}</p>')
    st.html(f'<div class="pc-panel">{"".join(lines)}</div>')


def _shared(snapshot: Snapshot, chosen: list[str], language: str) -> None:
    st.subheader(say("compare.shared", language))
    found = shared(snapshot, chosen)
    if not found:
        st.caption(say("compare.no_shared", language))
        return
    words, rows = vocabulary(), []
    for partner in found[:PARTNERS]:
        entity = snapshot.entities[partner.entity]
        chip = f"<small>{html(words.class_caption(entity.label, language))}</small>"
        row = [f"{grid.entity_link(entity)} {chip}"]
        for one in chosen:
            parts = [_partner(snapshot, one, key, language) for key in partner.ties.get(one, ())]
            row.append("".join(parts) or grid.empty(language))
        rows.append(row)
    st.html(grid.table(_head(snapshot, chosen, "compare.partner", language), rows))
    if len(found) > PARTNERS:
        st.caption(say("compare.more_shared", language, count=len(found) - PARTNERS))


def _partner(snapshot: Snapshot, one: str, key: str, language: str) -> str:
    tie = snapshot.ties[key]
    words = vocabulary()
    caption = words.tie_caption if tie.source == one else words.inverse_caption
    return f'<p class="item">{html(caption(tie.type, language))} {_tie(snapshot, one, (key,), language)}</p>'
