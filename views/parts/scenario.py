"""What would change: a list of changes, put together here or taken from a gap, and the metrics before and after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from graph.projection.build import Projection
from ontology.errors import QueryError
from views.parts import address, analysis, grid, metric_words, reasons, report_words
from views.parts.amount import number
from views.parts.analysis import Scope
from views.parts.escape import html, markdown
from views.parts.wording import listed, register, say

CHANGES, KIND = "scenario_changes", "scenario_kind"
KINDS = ("add", "remove", "join", "leave", "without")
MOST = 8
register(
    {
        "scenario.text": (
            "在副本上增减载体或成员，重算各项指标：若其他合作不变，指标变化如下。这是算术推演，不是预测；图谱不会改动。",
            "Add or remove vehicles or members on a copy and measure again: arithmetic with all else equal, no "
            "forecast. The graph is not changed.",
        ),
        "scenario.kind": ("改动", "Change"),
        "scenario.add": ("新增载体", "Add a vehicle"),
        "scenario.remove": ("去掉载体", "Remove a vehicle"),
        "scenario.join": ("成员加入载体", "A member joins a vehicle"),
        "scenario.leave": ("成员退出载体", "A member leaves a vehicle"),
        "scenario.without": ("去掉成员", "Take a member out"),
        "scenario.members": ("由哪些成员共建（至少两个）", "Members that share it (two at least)"),
        "scenario.member": ("成员", "Member"),
        "scenario.field": ("产业（可不选）", "Industry (optional)"),
        "scenario.any": ("（不限）", "(none)"),
        "scenario.vehicle": ("载体", "Vehicle"),
        "scenario.apply": ("加入推演", "Add to the scenario"),
        "scenario.clear": ("全部撤销", "Undo all"),
        "scenario.no_vehicles": ("此范围内没有合作载体。", "There are no vehicles in this scope."),
        "scenario.full": ("一次最多 {most} 项改动。", "At most {most} changes at a time."),
        "scenario.none": ("还没有改动。", "No changes yet."),
        "scenario.failed": ("无法推演：{reason}", "This cannot be computed: {reason}"),
        "scenario.said_add": ("新增：{value}", "added: {value}"),
        "scenario.said_remove": ("去掉：{value}", "removed: {value}"),
        "scenario.said_join": ("{member}加入{vehicle}", "{member} joins {vehicle}"),
        "scenario.said_leave": ("{member}退出{vehicle}", "{member} leaves {vehicle}"),
        "scenario.said_without": ("去掉成员：{value}", "without {value}"),
        "scenario.undo": ("撤销", "Undo"),
        "scenario.metric": ("指标", "Metric"),
        "scenario.before": ("现在", "Before"),
        "scenario.after": ("改动后", "After"),
        "scenario.difference": ("变化", "Difference"),
        "scenario.range": ("少任一载体时的范围（现在 → 改动后）", "Range with one vehicle left out (before → after)"),
        "scenario.same": ("另有 {count} 项指标不变。", "{count} more metrics stay the same."),
        "scenario.unchanged": ("所有指标都不变。", "No metric changes."),
        "scenario.closed": ("不再列为缺口：{items}。", "No longer listed among the gaps: {items}."),
        "scenario.opened": ("新列为缺口：{items}。", "Newly listed among the gaps: {items}."),
        "scenario.link": ("联系", "link"),
        "scenario.chain": ("产业链", "chain"),
        "scenario.more": ("等 {count} 项", "and {count} more"),
    }
)


def read(values: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Read changes from the URL; what is none is left out."""
    pairs = (value.partition(":") for value in values)
    return tuple((kind, value) for kind, _, value in pairs if kind in KINDS and value)[:MOST]


def write(changes: Sequence[tuple[str, str]]) -> list[str]:
    """Give the URL values of changes."""
    return [f"{kind}:{value}" for kind, value in changes]


def current() -> tuple[tuple[str, str], ...]:
    """Give the changes of this session."""
    found: tuple[tuple[str, str], ...] = st.session_state.setdefault(CHANGES, ())
    return found


def change(kind: str, value: str) -> None:
    """Add a change, unless it is there or there are too many; a callback."""
    held = current()
    if (kind, value) not in held and len(held) < MOST:
        address.hold()
        st.session_state[CHANGES] = (*held, (kind, value))


def _undo(number_: int | None = None) -> None:
    address.hold()
    held = current()
    st.session_state[CHANGES] = () if number_ is None else held[:number_] + held[number_ + 1 :]


def show(scope: Scope, language: str) -> None:
    """Show the form, the changes and what they do."""
    projection = analysis.projection(scope)
    st.caption(say("scenario.text", language))
    _form(projection, language)
    changes = current()
    if not changes:
        st.caption(say("scenario.none", language))
        return
    for number_, (kind, value) in enumerate(changes):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.button(
                f"✕ {markdown(said(projection, kind, value, language))}", key=f"scenario_undo:{number_}",
                help=say("scenario.undo", language), on_click=_undo, args=(number_,),
            )  # fmt: skip
    if len(changes) > 1:
        st.button(say("scenario.clear", language), key="scenario_clear", on_click=_undo)
    if len(changes) >= MOST:
        st.caption(say("scenario.full", language, most=MOST))
    try:
        answer = analysis.ask(language, lambda: analysis.what_if(scope, changes))
    except QueryError as error:
        st.warning(say("scenario.failed", language, reason=markdown(reasons.reason(error, language))))
        return
    st.html(result(answer.tables["changes"].dicts(), language))
    _lists(answer.tables["closed"].dicts(), language)


def _form(projection: Projection, language: str) -> None:
    area = projection.area
    names = {member: area.short(member) for member in area.members}
    vehicles = {v.id: v.name for v in projection.chosen if v.id in projection.table}
    kind = st.selectbox(
        say("scenario.kind", language), KINDS, key=KIND, format_func=lambda k: say(f"scenario.{k}", language),
        on_change=address.hold, persist_state="session",
    )  # fmt: skip
    if kind in ("remove", "join", "leave") and not vehicles:
        st.info(say("scenario.no_vehicles", language))
        return
    value = ""
    if kind == "add":
        chosen = st.multiselect(
            say("scenario.members", language), list(names), key="scenario_members", format_func=names.__getitem__,
            on_change=address.hold, placeholder="",
        )  # fmt: skip
        fields = sorted(projection.fields.names.values())
        field = st.selectbox(
            say("scenario.field", language), ["", *fields], key="scenario_field", on_change=address.hold,
            format_func=lambda f: f or say("scenario.any", language),
        )  # fmt: skip
        if len(chosen) > 1:
            value = ",".join(names[one] for one in chosen) + (f":{field}" if field else "")
    else:
        value = _other(projection, str(kind), names, vehicles, language)
    st.button(
        say("scenario.apply", language), key="scenario_apply", type="primary", disabled=not value, on_click=change,
        args=(kind, value),
    )  # fmt: skip


def _other(
    projection: Projection, kind: str, names: dict[str, str], vehicles: dict[str, str], language: str
) -> str:  # fmt: skip
    vehicle, members = "", list(projection.area.points)
    if kind != "without":
        vehicle = st.selectbox(
            say("scenario.vehicle", language), list(vehicles), key="scenario_vehicle",
            format_func=vehicles.__getitem__, on_change=address.hold,
        )  # fmt: skip
        if kind == "remove":
            return str(vehicle or "")
        inside = {m for group, _ in projection.table.get(vehicle, ()) for m in group}
        members = [m for m in projection.area.members if (m in inside) == (kind == "leave")]
    member = st.selectbox(
        say("scenario.member", language), members, key=f"scenario_member_{kind}", format_func=names.__getitem__,
        on_change=address.hold,
    )  # fmt: skip
    if member is None:
        return ""
    return names[member] if kind == "without" else f"{vehicle}={names[member]}"


def said(projection: Projection, kind: str, value: str, language: str) -> str:
    """Say a change in words."""
    vehicles = {v.id: v.name for v in projection.vehicles + projection.governance}
    if kind in ("join", "leave"):
        vehicle, _, member = value.rpartition("=")
        return say(f"scenario.said_{kind}", language, member=member, vehicle=vehicles.get(vehicle, vehicle))
    if kind == "add":
        members, _, field = value.partition(":")
        value = listed(members.split(","), language) + (f"（{field}）" if field else "")
    return say(f"scenario.said_{kind}", language, value=vehicles.get(value, value))


def result(rows: Sequence[dict[str, Any]], language: str) -> str:
    """Build the table of what changes; what stays the same is counted."""
    shown, same = [], 0
    for row in rows:
        if row["before"] == row["after"]:
            same += 1
            continue
        metric = str(row["metric"])
        caption, help_ = metric_words.caption(metric, language), metric_words.reading(metric, language)
        ranges = (
            f"{report_words.span(row['range_before'])} → {report_words.span(row['range_after'])}"
            if row["range_before"] or row["range_after"]
            else ""
        )
        shown.append(
            [
                f'<span title="{html(help_)}">{html(caption)}</span>', _number(row["before"]), _number(row["after"]),
                f"<b>{_difference(row['difference'])}</b>", f"<small>{html(ranges)}</small>",
            ]
        )  # fmt: skip
    if not shown:
        return f'<p class="none">{say("scenario.unchanged", language)}</p>'
    head = [say(f"scenario.{name}", language) for name in ("metric", "before", "after", "difference", "range")]
    more = f'<p class="summary">{say("scenario.same", language, count=same)}</p>' if same else ""
    return f'{grid.table(head, shown)}<div class="pc-panel">{more}</div>'


def _number(value: Any) -> str:
    return "—" if value is None else number(round(float(value), 3))


def _difference(value: Any) -> str:
    if value is None:
        return "—"
    mark = "▲" if value > 0 else "▼"
    return f"{mark} {number(round(abs(float(value)), 3))}"


def _lists(rows: Sequence[dict[str, Any]], language: str) -> None:
    for kind in ("closed", "opened"):
        listed = [row for row in rows if row["link_gap"] == kind]
        names = [say(f"scenario.{row['list']}", language) for row in listed]
        items = [f"{name} {row['field']}（{row['members']}）" for name, row in zip(names, listed, strict=True)]
        if items:
            more = say("scenario.more", language, count=len(items)) if len(items) > 6 else ""
            st.caption(say(f"scenario.{kind}", language, items=markdown("；".join(items[:6]) + more)))
