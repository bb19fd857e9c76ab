"""The whole picture: network, title, legend, sources, and tables of all that stands behind it."""

from __future__ import annotations

from graph.layout.block import SHORT
from graph.layout.measure import fitted, height, width
from graph.layout.page import SLIDE, Directions, Page, network
from graph.layout.polecore import SHOWN, Member, PoleCore
from graph.layout.scene import FAINT, SIDE, TIE, Box, Link, Mark, Scene, Table, Text
from ontology.schema import load_schema

_DIGITS = "零一二三四五六七八九十"
_LISTED = 4


def diagram(net: PoleCore, page: Page = SLIDE) -> Scene:
    """Compose the picture of a pole-core network, with its tables."""
    title = f"{net.pole.short}极核 · {_count(len(net.points))}点创新网络"
    scene = Scene(page.width, page.height, title)
    where = network(net, page, scene)
    _head(net, page, scene, where)
    _legend(net, page, scene)
    _sources(net, page, scene)
    scene.tables = [_ties(net), _places(net, where), *_units(net), _documents(net)]
    scene.tables = [table for table in scene.tables if table.rows]
    return scene


def _count(number: int) -> str:
    return _DIGITS[number] if number < len(_DIGITS) else str(number)


def _line(
    scene: Scene, name: str, left: float, middle: float, text: str, size: float, align: str = "l", **more: object
) -> None:
    wide, half = width(text, size), height(size) / 2
    left = left if align == "l" else left - wide
    scene.texts.append(Text(name, Box(left, middle - half, left + wide, middle + half), text, size, align, **more))  # type: ignore[arg-type]


def _head(net: PoleCore, page: Page, scene: Scene, where: Directions) -> None:
    _line(scene, "title", 0.4, 0.48, scene.title, page.label * 2.2, bold=True, colour="#1D3557")
    short = {p.id: p.short for p in net.points}
    number = sum(len(m.units) for m in (net.pole, *net.points))
    notes = [f"{net.region} · 主体 {number} · 联系 {sum(t.weight for t in net.ties)}"]
    moved = "、".join(short[i] for i in where.shifted)
    notes.append("方位按真实方位角，距离不按比例" + (f"；为避让偏移：{moved}" if moved else ""))
    if where.unknown:
        notes.append(f"坐标不详，方位任意：{'、'.join(short[i] for i in where.unknown)}")
    size = page.label * 0.86
    for place, note in enumerate(notes):
        room = page.width - 0.8 - width(scene.title, page.label * 2.2) - 0.3
        _line(
            scene,
            f"note {place}",
            page.width - 0.4,
            0.32 + place * height(size) * 1.2,
            fitted(note, size, room),
            size,
            "r",
            colour=FAINT,
        )


def _legend(net: PoleCore, page: Page, scene: Scene) -> None:
    present = {u.label for m in (net.pole, *net.points) for u in m.units}
    types = load_schema().entity_types
    x, y, size = 0.45, page.height - 0.56, page.label * 0.92
    for label in SHOWN:
        if label in present:
            scene.marks.append(Mark(f"legend {label}", x, y, 0.13, types[label].shape, types[label].colour))
            _line(scene, f"legend {label}", x + 0.13, y, SHORT[label], size)
            x += 0.13 + width(SHORT[label], size) + 0.24
    for kind, colour, text, thick in (
        ("tie", TIE, "极核与点的联系（项数）", 4.0),
        ("side", SIDE, "点与点的联系（项数）", 1.4),
    ):
        scene.links.append(Link("", f"legend {kind}", x, y, x + 0.4, y, thick, colour, "legend"))
        _line(scene, f"legend {kind}", x + 0.47, y, text, size)
        x += 0.47 + width(text, size) + 0.24


def _sources(net: PoleCore, page: Page, scene: Scene) -> None:
    said = [
        f"《{title}》{f'（{date}）' if date else ''}" if title else name
        for name, title, date in sorted(net.documents, key=lambda d: not d[1])
    ]
    size, room = page.label * 0.8, page.width - 0.85
    text = "资料来源：" + "、".join(said)
    if width(text, size) > room:
        rest = said[:]
        while rest and width(text, size) > room:
            rest.pop()
            text = f"资料来源：{'、'.join(rest)} 等 {len(said)} 份文件，详见附表"
    _line(scene, "sources", 0.4, page.height - 0.24, fitted(text, size, room), size, colour=FAINT)


def _ties(net: PoleCore) -> Table:
    names = {m.id: m.short for m in (net.pole, *net.points)}
    rows = [
        (f"{names[t.first]} — {names[t.second]}", str(t.weight), "；".join(t.reasons))
        for t in sorted(net.ties, key=lambda t: (net.pole.id not in (t.first, t.second), -t.weight, t.first, t.second))
    ]
    return Table(
        "联系及其依据", ("两端", "项数", "依据（合作，或双方共同参与的载体）"), (0.16, 0.08, 0.76), tuple(rows)
    )


def _places(net: PoleCore, where: Directions) -> Table:
    rows = []
    for point in net.points:
        true = f"{where.true[point.id]:.0f}°" if point.id in where.true else "不详"
        moved = "偏移" if point.id in where.shifted else ""
        rows.append((point.name, true, f"{where.drawn[point.id]:.0f}°", moved))
    return Table(
        "方位（自极核起，正北为 0°，顺时针）", ("点", "真实方位", "图上方位", "说明"), (0.3, 0.2, 0.2, 0.3), tuple(rows)
    )


def _units(net: PoleCore) -> list[Table]:
    return [
        Table(f"{m.name}：主体 {len(m.units)}", ("类别", "数量", "名称"), (0.14, 0.08, 0.78), _by_class(m))
        for m in (net.pole, *net.points)
    ]


def _by_class(member: Member) -> tuple[tuple[str, ...], ...]:
    rows = []
    for label in SHOWN:
        names = [u.name for u in member.units if u.label == label]
        if names:
            rows.append((SHORT[label], str(len(names)), "、".join(names)))
    return tuple(rows)


def _documents(net: PoleCore) -> Table:
    rows = tuple((title or name, date or "不详", name) for name, title, date in net.documents)
    return Table("资料来源", ("文件", "日期", "文件名"), (0.56, 0.14, 0.3), rows)
