"""Overview 总览: what the graph holds, by class and document, and what makes up a region."""

from __future__ import annotations

import streamlit as st

from graph.facts import Entity, Figure
from views.parts import address, grid, links, region_map, scope
from views.parts.escape import html, markdown
from views.parts.indicator import conflicts, documents, indicators, latest
from views.parts.snapshot import Snapshot
from views.parts.source import snapshot as read_snapshot
from views.parts.vocabulary import vocabulary
from views.parts.wording import listed, register, say

PAGE, REGION = "overview", "overview_region"
EXAMPLES, INDICATORS = 4, 6
register(
    {
        "overview.title": ("图谱总览", "What the graph holds"),
        "overview.entities": ("实体", "Entities"),
        "overview.stated": ("文件所述联系", "Stated ties"),
        "overview.derived": ("推导联系", "Derived ties"),
        "overview.figures": ("指标数值", "Figures"),
        "overview.documents": ("文件", "Documents"),
        "overview.by_class": ("按类别", "By class"),
        "overview.by_document": ("按文件", "By document"),
        "overview.class": ("类别", "Class"),
        "overview.count": ("数量", "Count"),
        "overview.best": ("联系最多者", "Most ties"),
        "overview.document": ("文件", "Document"),
        "overview.ties": ("联系", "Ties"),
        "overview.only": ("仅见于此文件的实体", "Entities named only here"),
        "overview.region": ("区域构成", "What a region consists of"),
        "overview.choose": ("选择区域", "Region"),
        "overview.member": ("成员", "Member"),
        "overview.home": ("所拥有的实体", "Is home to"),
        "overview.no_members": (
            "图谱中的文件没有说明哪些城市属于{region}。这只说明文件未提及，不表示它没有所属城市。",
            "The documents in this graph do not say which cities belong to {region}. That is silence of the documents, "
            "not a statement that it has none.",
        ),
        "overview.no_region": ("图谱中没有区域。", "The graph holds no region."),
        "overview.absent": (
            "文件中没有具名提及以下类别：{classes}。",
            "The documents name nothing of these classes: {classes}.",
        ),
        "overview.caution": (
            "图谱只反映所收文件的内容。某实体、联系或数值未出现，可能是文件没有写到或未能识别，不能据此断定其不存在；"
            "数量多少也受文件详略影响，不宜直接当作实力比较。",
            "The graph reflects only what its documents say. Where an entity, a tie or a figure is missing, "
            "the documents may not mention it or it was not recognised; that does not mean that it does not exist. "
            "Counts also depend on how much detail a document gives, and are no measure of strength by themselves.",
        ),
        "overview.sources": ("数值出处", "Sources of the figures"),
    }
)


def page() -> None:
    """Show the page."""
    language = address.language()
    snapshot, _ = read_snapshot()
    links.follow()
    st.title(say("overview.title", language))
    _totals(snapshot, language)
    st.info(say("overview.caution", language))
    st.subheader(say("overview.region", language))
    _region(snapshot, language)
    left, right = st.columns([0.55, 0.45], gap="large")
    with left:
        st.subheader(say("overview.by_class", language))
        st.html(f'<div class="pc-classes">{_classes(snapshot, language)}</div>')
        _absent(snapshot, language)
    with right:
        st.subheader(say("overview.by_document", language))
        st.html(_documents(snapshot, language))


def _totals(snapshot: Snapshot, language: str) -> None:
    derived = sum(1 for tie in snapshot.ties.values() if tie.derived)
    totals = {
        "entities": len(snapshot.entities),
        "stated": len(snapshot.ties) - derived,
        "derived": derived,
        "figures": len(snapshot.all_figures()),
        "documents": len(snapshot.documents),
    }
    for column, (name, count) in zip(st.columns(len(totals)), totals.items(), strict=True):
        column.metric(say(f"overview.{name}", language), f"{count:,}")


def _classes(snapshot: Snapshot, language: str) -> str:
    words, counts = vocabulary(), snapshot.classes()
    most = max(counts.values(), default=1)
    rows = []
    for label, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        members = [e for e in snapshot.entities.values() if e.label == label]
        members.sort(key=lambda e: (-snapshot.degree(e.id), e.id))
        style = f"width:{max(2, round(90 * count / most))}px;background:{html(words.colour(label))}"
        bar = f'<i class="bar" style="{style}"></i>'
        named = listed((grid.entity_link(entity) for entity in members[:EXAMPLES]), language)
        caption = words.class_caption(label, language)
        whole = f'<a class="entity" href="{html(address.link("./", find=caption))}" target="_self">{html(caption)}</a>'
        rows.append([whole, f"{bar} {count:,}", named])
    return grid.table([say(f"overview.{name}", language) for name in ("class", "count", "best")], rows)


def _absent(snapshot: Snapshot, language: str) -> None:
    words, counts = vocabulary(), snapshot.classes()
    absent = [words.class_caption(label, language) for label in words.classes() if label not in counts]
    if absent:
        st.caption(say("overview.absent", language, classes=listed(absent, language)))


def _documents(snapshot: Snapshot, language: str) -> str:
    rows = []
    for name in snapshot.documents:
        entities = [e for e in snapshot.entities.values() if name in e.documents]
        only = sum(1 for e in entities if e.documents == (name,))
        ties = sum(1 for named in snapshot.tie_documents.values() if name in named)
        figures = sum(1 for figure in snapshot.all_figures() if name in documents(figure))
        best = max(entities, key=lambda e: (snapshot.degree(e.id), e.id), default=None)
        cell = html(snapshot.titles.get(name, name))
        if best is not None:
            target = links.to_entity(best.id, document=name)
            cell = f'<a class="entity" href="{html(target)}" target="_self">{cell}</a>'
        cell += f" <br><small>{html(name)}</small>" if name in snapshot.titles else ""
        rows.append([cell, f"{len(entities):,}", f"{only:,}", f"{ties:,}", f"{figures:,}"])
    return grid.table(
        [say(f"overview.{key}", language) for key in ("document", "entities", "only", "ties", "figures")], rows
    )


def _region(snapshot: Snapshot, language: str) -> None:
    regions = [e for e in snapshot.entities.values() if e.label == "Region"]
    regions.sort(key=lambda e: (-len(_members(snapshot, e.id)), -snapshot.degree(e.id), e.id))
    if not regions:
        st.info(say("overview.no_region", language))
        return
    names = {e.id: e.name for e in regions}
    asked = address.parameters().get("region", [""])[-1]
    if REGION not in st.session_state or (address.arrived(PAGE) and asked in names):
        st.session_state[REGION] = asked if asked in names else regions[0].id
    st.selectbox(
        say("overview.choose", language), list(names), key=REGION, format_func=names.__getitem__,
        persist_state="session", on_change=address.hold,
    )  # fmt: skip
    region = st.session_state[REGION]
    address.publish(PAGE, {"region": [region]})
    members = _members(snapshot, region)
    if not members:
        st.info(say("overview.no_members", language, region=markdown(names[region])))
        return
    region_map.show(snapshot, region, language)
    table, sources = _members_table(snapshot, members, language)
    st.html(table)
    if sources:
        with st.expander(say("overview.sources", language)):
            st.html(f'<ol class="pc-panel sources">{"".join(f"<li>{source}</li>" for source in sources)}</ol>')


def _members(snapshot: Snapshot, region: str) -> list[Entity]:
    cities = {
        tie.source
        for tie in snapshot.ties_of(region)
        if tie.type == "PART_OF" and tie.target == region and snapshot.entities[tie.source].label in scope.MEMBERS
    }
    return sorted((snapshot.entities[city] for city in cities), key=lambda e: (-snapshot.degree(e.id), e.id))


def _members_table(snapshot: Snapshot, members: list[Entity], language: str) -> tuple[str, list[str]]:
    figures = {member.id: snapshot.figures.get(member.id, ()) for member in members}
    spread = indicators(
        Figure(f.entity, f.indicator, 0, "", ())
        for found in figures.values()
        for f in {f.indicator: f for f in found}.values()
    )
    chosen = [name for name, _ in sorted(spread.items(), key=lambda item: (-item[1], item[0]))[:INDICATORS]]
    sources: list[str] = []
    rows = []
    for member in members:
        home = sum(1 for tie in snapshot.ties_of(member.id) if tie.type == "LOCATED_IN" and tie.target == member.id)
        row = [grid.entity_link(member), f"{snapshot.degree(member.id):,}", f"{home:,}"]
        disputed = {figure.id for clash in conflicts(figures[member.id]) for figure in clash.figures}
        row.extend(
            grid.figure(latest(figures[member.id], name), disputed, sources, snapshot.titles, language)
            for name in chosen
        )
        rows.append(row)
    head = [say("overview.member", language), say("overview.ties", language), say("overview.home", language)]
    head.extend(map(html, chosen))
    return grid.table(head, rows), sources
