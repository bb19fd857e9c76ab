"""Gaps 协作缺口: where the documents record no cooperation, how well that is supported, and what would change."""

from __future__ import annotations

from functools import partial

import streamlit as st

from graph.analysis.gaps import CLOSED, LISTS, Gap
from graph.analysis.gauge import Gauge
from graph.analysis.ground import Ground
from views.parts import address, analysis, download, gap_list, gap_maps, heat, pick, scenario, scope
from views.parts.amount import number
from views.parts.analysis import Gaps, Scope
from views.parts.gap_detail import Detail, tried
from views.parts.panel import Panel
from views.parts.snapshot import Snapshot
from views.parts.vocabulary import vocabulary
from views.parts.wording import register, say

PAGE = "gaps"
LIST, MEMBERS, FIELD, GRADE, ITEM, MODE, SHOWN, BESIDE = (
    f"gaps_{name}" for name in ("list", "members", "field", "grade", "item", "mode", "shown", "beside")
)
EVIDENCE, WHAT_IF = "evidence", "whatif"
GRADES = ("", "A", "B", "C")
ROWS, FIELDS = 15, 16
register(
    {
        "gaps.title": ("协作缺口", "Gaps in cooperation"),
        "gaps.caution": (
            "这里列的是「收录文件未见记载」，不是「不存在」。每条都写明依据、等级和可能有误之处；"
            "A 级以下须经核实才能引用。",
            "Listed here is what the documents do not record, not what does not exist. Each item shows its evidence, "
            "its grade and why it could be wrong; below grade A it must be verified before it is quoted.",
        ),
        "gaps.gauge": ("这批文件看到了多少", "How much this corpus is likely to have seen"),
        "gaps.families": ("独立来源", "Sources"),
        "gaps.families_help": ("内容大体相同的文件算一个来源。", "Texts that state nearly the same count once."),
        "gaps.ties": ("见到的载体", "Vehicles seen"),
        "gaps.ties_help": ("有两个以上参与方的平台、联盟、项目、协议。", "With two parties or more."),
        "gaps.once": ("只见于一个来源", "Seen in one source"),
        "gaps.once_help": (
            "这类越多，没见到的往往也越多。",
            "The more there are of these, the more is likely to be unseen.",
        ),
        "gaps.coverage": ("Good–Turing 覆盖率", "Good–Turing coverage"),
        "gaps.coverage_help": (
            "估计：再读一处记载，属于已见载体的机会。",
            "Estimated chance that one more mention is of a vehicle seen already.",
        ),
        "gaps.unseen": ("至少未见（Chao2）", "Unseen at least (Chao2)"),
        "gaps.unseen_help": (
            "估计：存在而没有任何来源提到的载体至少有多少。",
            "Estimate of how many vehicles exist at least that no source names.",
        ),
        "gaps.silent": ("沉默仍容许", "Silence still allows"),
        "gaps.silent_help": (
            "所有来源都没有记载时，每份文件记载它的概率仍可能高达此值（95%）。",
            "If no source reports something, each document may still have had this chance of reporting it (95 %).",
        ),
        "gaps.pairs": ("成员 × 成员", "Member × member"),
        "gaps.map": ("显示", "Show"),
        "gaps.industries": ("城市 × 产业", "City × industry"),
        "gaps.pairs_text": (
            "格内数字为合作载体数或产业数；点一格即筛选下方列表，再双击空白处取消。",
            "Numbers are vehicles or industries. Click a cell to filter the lists below; double-click to clear.",
        ),
        "gaps.industries_text": (
            "数字为载体数（多产业、多地者分摊），字母为环节：研＝研发，转＝转化，产＝产业；"
            "▲ 有 B 级以上缺口条目；· 未见记载。",
            "Numbers are carriers (split over their fields and places), letters the stages: R research, T transfer, "
            "P production. ▲ items of grade B or better; · nothing recorded.",
        ),
        "gaps.untestable": (
            "按现有 {vehicles} 个载体，{count} 对成员的「少」都不可检验（可达到的最小 p = {p}）。",
            "With {vehicles} vehicles, too few meetings cannot be tested for {count} of the pairs (smallest attainable "
            "p = {p}).",
        ),
        "gaps.rest": ("再列出其余 {count} 个产业", "Show the other {count} industries"),
        "gaps.alt_pairs": (
            "热力图：{what}，成员对成员。文字版见其下的表格。",
            "Heatmap: {what}, member by member. The table below it says the same.",
        ),
        "gaps.alt_industries": (
            "热力图：各成员各产业的载体数与环节。文字版见其下的表格。",
            "Heatmap: carriers and stages of each industry by member. The table below it says the same.",
        ),
        "gaps.lists": ("缺口列表", "The lists"),
        "gaps.by_grade": ("各列表按等级：{lists}。", "The lists by grade: {lists}."),
        "gaps.which": ("列表", "List"),
        "gaps.all": ("全部", "all"),
        "gaps.member_filter": ("成员（须同时涉及）", "Members (all of them)"),
        "gaps.count": ("{shown} 条，共 {count} 条", "{shown} of {count} items"),
        "gaps.none": (
            "按此筛选没有条目。没有条目不表示合作充分，也可能是文件没有写到。共建一个载体会怎样，可在「假设推演」中试。",
            "No items under these filters. That does not mean that cooperation is ample: the documents may be silent. "
            "What a shared vehicle would do can be tried under «What if».",
        ),
        "gaps.old": (
            "；其中 {count} 条的链条有较早的文件闭合，不算缺口，只供核对是否仍然有效",
            "; {count} of them are chains that older documents close: no gaps, but ask whether they still hold",
        ),
        "gaps.more": ("再列 {count} 条", "List {count} more"),
        "gaps.covered": (
            "有能力的「成员 × 产业」中，有点名政策措施记载的占 {share}。",
            "{share} of the capabilities (member × industry) have a measure on record that names them.",
        ),
        "gaps.item": ("依据", "Evidence"),
        "gaps.what_if": ("假设推演", "What if"),
        "gaps.try": ("推演：若在此方向共建一个载体", "What if they shared a vehicle in this field?"),
        "gaps.beside": ("查看", "Show"),
    }
)


def page() -> None:
    """Show the page."""
    language = address.language()
    begun = scope.begin(PAGE, language)
    if begun is None:
        return
    snapshot, where, given = begun
    found = analysis.ask(language, partial(analysis.gaps, where, language))
    ground = analysis.ground(where)
    _adopt(ground, found)
    _gauge(ground.gauge, language)
    _maps(ground, found, language)
    given = {**given, **_own()}
    _lists(snapshot, where, ground, found, given, language)
    address.publish(PAGE, {**given, **_own()})


def _adopt(ground: Ground, found: Gaps) -> None:
    names = [ground.area.short(member) for member in ground.area.members]
    outside, parameters = address.arrived(PAGE), address.parameters()
    scope.adopt(
        PAGE,
        {
            "list": (LIST, LISTS, gap_list.best(found)),
            "field": (FIELD, _fields(found), ""),
            "grade": (GRADE, GRADES, ""),
            "map": (MODE, gap_maps.MODES, gap_maps.SHARED),
            "beside": (BESIDE, (EVIDENCE, WHAT_IF), EVIDENCE),
        },
    )
    if MEMBERS not in st.session_state or (outside and parameters):
        st.session_state[MEMBERS] = parameters.get("with", [])
        st.session_state[ITEM] = parameters.get("item", [""])[-1]
        st.session_state[scenario.CHANGES] = scenario.read(parameters.get("change", []))
    st.session_state[MEMBERS] = [name for name in st.session_state[MEMBERS] if name in names]
    st.session_state.setdefault(SHOWN, ROWS)


def _fields(found: Gaps) -> list[str]:
    return ["", *sorted({gap.field for which in LISTS for gap in found.of(which)})]


def _own() -> dict[str, list[str]]:
    held = st.session_state
    given = {
        "list": [held[LIST]],
        "with": list(held[MEMBERS]),
        "field": [held[FIELD]] if held[FIELD] else [],
        "grade": [held[GRADE]] if held[GRADE] else [],
        "map": [held[MODE]] if held[MODE] != gap_maps.SHARED else [],
        "item": [held[ITEM]] if held.get(ITEM) else [],
        "beside": [held[BESIDE]] if held[BESIDE] != EVIDENCE else [],
        "change": scenario.write(scenario.current()),
    }
    return {name: values for name, values in given.items() if values}


def _gauge(found: Gauge, language: str) -> None:
    def share(value: float | None) -> str:
        return "—" if value is None else f"{value:.0%}"

    values = {
        "families": str(found.families),
        "ties": str(found.ties),
        "once": str(found.once),
        "coverage": share(found.coverage),
        "unseen": "—" if found.unseen is None else number(round(found.unseen, 1)),
        "silent": share(found.silent),
    }
    st.subheader(say("gaps.gauge", language))
    for column, (name, value) in zip(st.columns(len(values)), values.items(), strict=True):
        column.metric(say(f"gaps.{name}", language), value, help=say(f"gaps.{name}_help", language))


def _maps(ground: Ground, found: Gaps, language: str) -> None:
    left, right = st.columns([0.46, 0.54], gap="large")
    with left:
        st.subheader(say("gaps.pairs", language))
        st.segmented_control(
            say("gaps.map", language), gap_maps.MODES, key=MODE, required=True, label_visibility="collapsed",
            format_func=lambda mode: say(f"maps.{mode}", language), persist_state="session", on_change=address.hold,
        )  # fmt: skip
        cells, names = gap_maps.pairs(ground, found.link, st.session_state[MODE], language)
        alt = say("gaps.alt_pairs", language, what=say(f"maps.{st.session_state[MODE]}", language))
        heat.heatmap(cells, names, names, f"gaps_pairs_{st.session_state[MODE]}", alt=alt, on_pick=_pair, row_height=44)
        st.caption(say("gaps.pairs_text", language))
        _testable(ground, language)
        with st.expander(say("heat.alternative", language)):
            st.html(heat.as_table(cells, names, names, say("scenario.member", language)))
    with right:
        st.subheader(say("gaps.industries", language))
        _industries(ground, found, language)


def _industries(ground: Ground, found: Gaps, language: str) -> None:
    everything = [gap for which in LISTS for gap in found.of(which)]
    most = None if st.session_state.get("gaps_all_fields") else FIELDS
    cells, fields, names, left = gap_maps.industries(ground, everything, language, most)
    heat.heatmap(cells, fields, names, "gaps_industries", alt=say("gaps.alt_industries", language), on_pick=_cell)
    st.caption(say("gaps.industries_text", language))
    if left or most is None:
        caption = say("gaps.rest", language, count=left or len(fields) - FIELDS)
        st.checkbox(caption, key="gaps_all_fields", on_change=address.hold, persist_state="session")
    with st.expander(say("heat.alternative", language)):
        st.html(heat.as_table(cells, fields, names, say("gaps.field", language)))


def _testable(ground: Ground, language: str) -> None:
    null = ground.null
    if null is None or null.smallest is None:
        return
    count = sum(not pair.testable for pair in null.pairs.values())
    if count:
        p = number(round(null.smallest, 3))
        st.caption(say("gaps.untestable", language, vehicles=len(ground.projection.table), count=count, p=p))


def _pair(one: str, other: str) -> None:
    address.hold()
    st.session_state[MEMBERS] = [name for name in (one, other) if name]
    st.session_state[LIST] = LISTS[0]


def _cell(field: str, member: str) -> None:
    address.hold()
    st.session_state[MEMBERS] = [member] if member else []
    st.session_state[FIELD] = field


def _choose(item: str) -> None:
    address.hold()
    st.session_state[ITEM] = item


def _more() -> None:
    address.hold()
    st.session_state[SHOWN] += ROWS


def _filters(ground: Ground, found: Gaps, language: str) -> None:
    names = [ground.area.short(member) for member in ground.area.members]
    everything = say("gaps.all", language)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        st.segmented_control(
            say("gaps.which", language), LISTS, key=LIST, required=True, persist_state="session",
            format_func=lambda which: f"{say(f'gap.{which}', language)} {len(found.counted(which))}",
            on_change=address.hold,
        )  # fmt: skip
        st.multiselect(
            say("gaps.member_filter", language), names, key=MEMBERS, placeholder=everything, width=260,
            persist_state="session", on_change=address.hold,
        )  # fmt: skip
        st.selectbox(
            say("gaps.field", language), _fields(found), key=FIELD, width=200, persist_state="session",
            format_func=lambda field: field or everything, on_change=address.hold,
        )  # fmt: skip
        st.selectbox(
            say("gaps.grade", language), GRADES, key=GRADE, width=170, persist_state="session",
            format_func=lambda grade: f"{gap_list.MARKS[grade]} {grade} {say(f'gap.{grade}', language)}" if grade
            else everything, on_change=address.hold,
        )  # fmt: skip


def _lists(
    snapshot: Snapshot, where: Scope, ground: Ground, found: Gaps, given: dict[str, list[str]], language: str
) -> None:
    st.subheader(say("gaps.lists", language))
    st.caption(say("gaps.by_grade", language, lists=gap_list.by_grade(found, language)))
    _filters(ground, found, language)
    which = st.session_state[LIST]
    st.caption(say(f"gap.{which}_help", language))
    listed = gap_list.keep(found.of(which), st.session_state[MEMBERS], st.session_state[FIELD], st.session_state[GRADE])
    pick.listen("gaps_pick", "item", _choose)
    chosen = next((gap for gap in listed if gap_list.item_id(gap) == st.session_state[ITEM]), None)
    chosen = chosen or (listed[0] if listed else None)
    left, right = st.columns([0.56, 0.44], gap="medium")
    with left:
        _table(ground, listed, found, chosen, {**given, **_own()}, language)
    with right:
        _beside(snapshot, where, ground, chosen, language)


def _table(
    ground: Ground, listed: list[Gap], found: Gaps, chosen: Gap | None, given: dict[str, list[str]], language: str
) -> None:
    which, shown = st.session_state[LIST], st.session_state[SHOWN]
    if which == LISTS[2] and found.covered is not None:
        st.caption(say("gaps.covered", language, share=f"{float(found.covered):.0%}"))
    if not listed:
        st.info(say("gaps.none", language))
        return
    counted = say("gaps.count", language, shown=min(shown, len(listed)), count=len(listed))
    if old := sum(gap.kind == CLOSED for gap in listed):
        counted += say("gaps.old", language, count=old)
    st.caption(counted)
    name = gap_list.item_id(chosen) if chosen else ""
    st.html(gap_list.table(listed[:shown], which, name, given, language))
    with st.container(horizontal=True, gap="small"):
        if len(listed) > shown:
            more = say("gaps.more", language, count=min(ROWS, len(listed) - shown))
            st.button(more, key="gaps_more", on_click=_more)
        columns, rows = gap_list.for_download(listed, analysis.passages(), language)
        download.both(columns, rows, f"gaps_{which}", "gaps_download", language)


def _beside(snapshot: Snapshot, where: Scope, ground: Ground, chosen: Gap | None, language: str) -> None:
    count = len(scenario.current())
    captions = {
        EVIDENCE: say("gaps.item", language),
        WHAT_IF: say("gaps.what_if", language) + (f" · {count}" if count else ""),
    }
    st.segmented_control(
        say("gaps.beside", language), list(captions), key=BESIDE, required=True, label_visibility="collapsed",
        format_func=captions.__getitem__, persist_state="session", on_change=address.hold,
    )  # fmt: skip
    if st.session_state[BESIDE] == WHAT_IF:
        scenario.show(where, language)
        return
    if chosen is None:
        st.caption(say("detail.choose", language))
        return
    change = tried(chosen)
    if change is not None:
        st.button(say("gaps.try", language), key="gaps_try", on_click=_try, args=change)
    panel = Panel(snapshot, vocabulary(), language)
    st.html(Detail(ground, panel).show(chosen))


def _try(kind: str, value: str) -> None:
    scenario.change(kind, value)
    address.hold()
    st.session_state[BESIDE] = WHAT_IF
