"""The choice of what is analysed, shared by the pages that analyse, and kept in the URL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from graph.text import fold
from views.parts import address, analysis, links, source
from views.parts.analysis import Scope
from views.parts.escape import markdown
from views.parts.snapshot import Snapshot
from views.parts.wording import listed, register, say

LAYERS = ("existing", "planned", "governance")
MEMBERS, LEAST = ("City", "Zone", "District"), 3
REGION, POLE, LAYER, AS_OF, STATED = (f"scope_{name}" for name in ("region", "pole", "layer", "as_of", "stated"))
register(
    {
        "scope.region": ("区域", "Region"),
        "scope.pole": ("极核", "Pole"),
        "scope.layer": ("合作", "Cooperation"),
        "scope.existing": ("已有", "existing"),
        "scope.planned": ("规划中", "planned"),
        "scope.governance": ("全域协调", "of all members"),
        "scope.layer_help": (
            "已有：文件作为既成事实记述的平台、联盟、项目与协议。规划中：列为任务、目标的。全域协调：覆盖全部成员的联席会议、公共平台等，单独看待。",
            "existing: platforms, alliances, projects and agreements that documents report as facts. planned: those "
            "listed as tasks or aims. of all members: joint conferences and platforms of the whole region, kept apart.",
        ),
        "scope.as_of": ("截至", "As of"),
        "scope.now": ("全部文件", "all documents"),
        "scope.as_of_help": ("只用此日期及以前的文件。", "Use only the documents up to this date."),
        "scope.stated": ("只用明文", "Stated only"),
        "scope.stated_help": (
            "不用推导得出的联系，也不由名称推断地点与产业。",
            "Leave out derived ties, and places and fields that a name suggests.",
        ),
        "scope.no_region": (
            "图谱中没有可分析的区域：一个区域至少要有三个成员（城市、园区或区县）。请装入说明都市圈构成的文件。",
            "The graph holds no region to analyse: a region needs three members at least (cities, zones, districts). "
            "Load a document that says what a metropolitan area consists of.",
        ),
        "scope.basis": (
            "依据 {documents} 份文件（截至 {latest}）中 {vehicles} 个{layer}合作载体；成员：{members}，极核：{pole}。",
            "Rests on {vehicles} vehicles of cooperation ({layer}) in {documents} documents (up to {latest}); members: "
            "{members}; pole: {pole}.",
        ),
        "scope.undated": ("没有日期的文件未计入：{documents}。", "Documents without a date are left out: {documents}."),
    }
)


def members_of(snapshot: Snapshot) -> dict[str, list[str]]:
    """List the regions that can be analysed with their members, those with most members first."""
    found: dict[str, list[str]] = {}
    for tie in snapshot.ties.values():
        ends = (snapshot.entities[tie.source].label, snapshot.entities[tie.target].label)
        if tie.type == "PART_OF" and ends[0] in MEMBERS and ends[1] == "Region":
            found.setdefault(tie.target, []).append(tie.source)
    for members in found.values():
        members.sort(key=lambda member: (-snapshot.degree(member), member))
    ranked = sorted(found, key=lambda region: (-len(found[region]), -snapshot.degree(region), region))
    return {region: found[region] for region in ranked if len(found[region]) >= LEAST}


def _poles(snapshot: Snapshot, regions: Iterable[str]) -> dict[str, str]:
    """Give the regions whose pole the lexicon names."""
    found = {}
    for region in regions:
        entity = snapshot.entities[region]
        forms = {fold(form) for form in (entity.name, *entity.aliases)}
        known = next((k for k in analysis.known_layouts() if fold(k.region) in forms), None)
        if known is not None:
            found[region] = known.pole
    return found


def usual(snapshot: Snapshot, region: str) -> Scope | None:
    """Give the scope in which a region is shown without being asked; None if it cannot be analysed."""
    members = members_of(snapshot).get(region)
    if members is None:
        return None
    return Scope(region, None if region in _poles(snapshot, [region]) else members[0])


def adopt(page: str, wanted: Mapping[str, tuple[str, Sequence[Any], Any]]) -> None:
    """Take a page's choices from the URL where it was changed from outside.

    Parameters
    ----------
    wanted : URL parameter -> (key of the widget, what it may be, what it is otherwise).
    """
    given = address.parameters()
    outside = address.arrived(page) and any(name in given for name in wanted)
    for name, (key, options, otherwise) in wanted.items():
        asked = given.get(name, [""])[-1]
        by_name = {str(option): option for option in options}
        if key not in st.session_state or outside:
            st.session_state[key] = by_name.get(asked, otherwise)
        elif st.session_state[key] not in options:
            st.session_state[key] = otherwise


def begin(page: str, language: str) -> tuple[Snapshot, Scope, dict[str, list[str]]] | None:
    """Head a page of analysis: its title, what to beware of, the choices and what the numbers rest on.

    Returns
    -------
    the graph, the scope and its URL parameters; None, with a word on it, if there is no region.
    """
    snapshot, _ = source.snapshot()
    links.follow()
    st.title(say(f"{page}.title", language))
    st.info(say(f"{page}.caution", language))
    chosen = choose(page, snapshot, language)
    if chosen is None:
        return None
    basis(chosen[0], language)
    return snapshot, *chosen


def choose(page: str, snapshot: Snapshot, language: str) -> tuple[Scope, dict[str, list[str]]] | None:
    """Show the choices and give the scope with its URL parameters; None, with a word on it, if there is no region."""
    regions = members_of(snapshot)
    if not regions:
        st.info(say("scope.no_region", language))
        return None
    poles, days = _poles(snapshot, regions), ["", *analysis.dates()]
    adopt(
        page,
        {
            "region": (REGION, list(regions), next((r for r in regions if r in poles), next(iter(regions)))),
            "layer": (LAYER, LAYERS, LAYERS[0]),
            "asof": (AS_OF, days, ""),
            "stated": (STATED, (True, False), False),
        },
    )
    region = st.session_state[REGION]
    members = regions[region]
    adopt(page, {"pole": (POLE, members, members[0])})
    names = {one: snapshot.entities[one].name for one in (*regions, *members)}
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        st.selectbox(
            say("scope.region", language), list(regions), key=REGION, format_func=names.__getitem__, width=260,
            persist_state="session", on_change=address.hold,
        )  # fmt: skip
        if region not in poles:
            st.selectbox(
                say("scope.pole", language), members, key=POLE, format_func=names.__getitem__, width=180,
                persist_state="session", on_change=address.hold,
            )  # fmt: skip
        _rest(days, language)
    scope = Scope(
        region, None if region in poles else st.session_state[POLE], st.session_state[LAYER],
        st.session_state[AS_OF] or None, bool(st.session_state[STATED]),
    )  # fmt: skip
    return scope, _parameters(scope)


def _rest(days: list[str], language: str) -> None:
    st.segmented_control(
        say("scope.layer", language), LAYERS, key=LAYER, required=True, help=say("scope.layer_help", language),
        format_func=lambda layer: say(f"scope.{layer}", language), persist_state="session", on_change=address.hold,
    )  # fmt: skip
    st.selectbox(
        say("scope.as_of", language), days, key=AS_OF, width=150, help=say("scope.as_of_help", language),
        format_func=lambda day: day or say("scope.now", language), persist_state="session", on_change=address.hold,
    )  # fmt: skip
    st.toggle(
        say("scope.stated", language), key=STATED, help=say("scope.stated_help", language), persist_state="session",
        on_change=address.hold,
    )  # fmt: skip


def _parameters(scope: Scope) -> dict[str, list[str]]:
    given = {
        "region": scope.region, "pole": scope.pole or "", "layer": scope.layer, "asof": scope.as_of or "",
        "stated": str(scope.stated_only) if scope.stated_only else "",
    }  # fmt: skip
    return {name: [value] for name, value in given.items() if value}


def basis(scope: Scope, language: str) -> None:
    """Say what the numbers rest on."""
    found = analysis.projection(scope)
    area = found.area
    st.caption(
        say(
            "scope.basis",
            language,
            documents=len(found.family),
            latest=found.latest,
            vehicles=len(found.table),
            layer=say(f"scope.{scope.layer}", language),
            members=markdown(listed((area.short(member) for member in area.members), language)),
            pole=markdown(area.short(area.pole)),
        )
    )
    if found.undated:
        st.caption(say("scope.undated", language, documents=markdown(listed(found.undated, language))))
