"""One industry over a region: who researches, who transfers, who produces, member by member."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.analysis.chain import STAGES
from graph.analysis.gap_wording import word
from graph.analysis.gaps import CLOSED, Gap, chain_gaps
from graph.analysis.ground import Ground
from graph.layout.frame import documents_table, head, legend, line, sources
from graph.layout.measure import fitted, height, width
from graph.layout.page import disc
from graph.layout.paper import SLIDE, Page
from graph.layout.polecore import titled
from graph.layout.scene import FAINT, PALE, POINT, POLE, RULE, Box, Mark, Panel, Scene, Table
from graph.layout.wording import heads, say
from graph.projection.carriers import Carrier
from graph.selection import named
from ontology.errors import QueryError
from ontology.industries import load_industries
from ontology.schema import load_schema

_FIRST, _PAD, _GAP = 1.15, 0.1, 0.09
_MARK = 0.105
_MOST, _LEAST = 14, 0.44
_LINE, _TIGHT = 1.16, 0.04
_SMALL = 0.2
"""Radius below which the name of a member stands in a card and not in a disc."""


@dataclass(frozen=True, slots=True)
class _Row:
    member: str
    cells: tuple[tuple[Carrier, ...], ...]


def chain(ground: Ground, industry: str, page: Page = SLIDE, language: str = "zh") -> Scene:
    """Compose the chain of an industry.

    Raises
    ------
    QueryError
        if the graph has no such industry, or no member of the region carries it.
    """
    field = _field(ground, industry)
    name, area = ground.name(field), ground.area
    rows = [_Row(m, tuple(tuple(_ranked(ground, m, field, s)) for s in STAGES)) for m in area.members]
    full = [row for row in rows if any(row.cells)]
    if not full:
        raise QueryError(f"{name}: no member of {area.name} carries it; `polecore query industry_reach` lists others")
    scene = Scene(page.width, page.height, say("title.chain", language, industry=name))
    shared = [(v.name, group) for v, group in ground.bound if len(group) > 1 and ground.fields.touches(v.fields, field)]
    below = _below(ground, rows, shared, language)
    bottom = page.area.bottom - len(below) * height(page.label) * 1.25
    bottom = min(bottom, _grid(ground, full, page, scene, bottom, language) + 0.08)
    for number, text in enumerate(below):
        middle = bottom + (number + 0.6) * height(page.label) * 1.25
        line(scene, f"below {number}", 0.45, middle, fitted(text, page.label, page.width - 0.9), page.label)
    carriers = {c.id for row in full for cell in row.cells for c in cell}
    notes = [
        say("note.chain", language, region=area.name, carriers=len(carriers), vehicles=len(shared)),
        say("note.inferred", language),
    ]
    head(scene, page, notes, say("note.chain.break", language))
    drawn = {c.label for row in full for cell in row.cells for c in cell}
    legend(scene, page, drawn, (), language)
    documents = titled(ground.projection.facts)
    sources(scene, page, documents, language)
    gaps = [gap for gap in chain_gaps(ground) if gap.field == name]
    scene.tables = [
        _carriers_table(ground, name, full, language), _breaks_table(name, gaps, language),
        documents_table(documents, language),
    ]  # fmt: skip
    scene.tables = [table for table in scene.tables if table.rows]
    return scene


def _field(ground: Ground, industry: str) -> str:
    known = ground.fields.names
    found = [i for i in named(ground.projection.facts, [industry]) if i in known]
    if not found:
        concept = load_industries().find(industry)
        entities = ground.projection.entities
        found = [i for i in sorted(known) if concept and entities[i].properties.get("concept") == concept.id]
    if not found:
        raise QueryError(f"{industry!r}: no such industry in the graph; `polecore query industry_reach` lists them")
    return found[0]


def _ranked(ground: Ground, member: str, field: str, stage: str) -> list[Carrier]:
    found = ground.carriers(member, field, stage)
    return sorted(found, key=lambda c: (c.named, -sum(map(len, c.evidence.values())), c.name))


def _below(
    ground: Ground, rows: Sequence[_Row], shared: Sequence[tuple[str, frozenset[str]]], language: str
) -> list[str]:
    comma, short = say("between", language), ground.area.short
    lines = []
    if shared:
        said = [
            name + say("bracket", language, text=comma.join(short(m) for m in ground.area.members if m in group))
            for name, group in shared
        ]
        lines.append(say("chain.shared", language, names=say("stop", language).join(sorted(said))))
    else:
        lines.append(say("chain.unshared", language))
    absent = [short(row.member) for row in rows if not any(row.cells)]
    if absent:
        lines.append(say("chain.absent", language, names=comma.join(absent)))
    return lines


def _grid(ground: Ground, rows: Sequence[_Row], page: Page, scene: Scene, bottom: float, language: str) -> float:
    """Draw heads and rows; give where they end."""
    top, left, right = page.area.top + 0.08, 0.4, page.width - 0.4
    tall = 0.36
    wide = (right - left - _FIRST) / len(STAGES)
    for number, stage in enumerate(STAGES):
        x = left + _FIRST + number * wide
        box = Box(x + _GAP / 2, top, x + wide - _GAP / 2, top + tall)
        scene.panels.append(Panel(f"head {stage}", box, POINT, ""))
        text = say(f"stage.{stage}", language) + (" →" if number < len(STAGES) - 1 else "")
        line(scene, f"head {stage}", (box.left + box.right) / 2, top + tall / 2, text, page.label * 1.1, "c",
             bold=True, colour="#FFFFFF")  # fmt: skip
    top += tall + _GAP
    page, look = _fitting(len(rows), page, bottom - top)
    most = next((n for n in range(_MOST, 0, -1) if _high(rows, n, look) <= bottom - top), 1)
    spare = max(0.0, bottom - top - _high(rows, most, look)) / len(rows)
    added = min(spare, 0.25)
    radius = min(page.point, (min(_row_height(row, most, look) for row in rows) + added) / 2)
    for row in rows:
        tall = _row_height(row, most, look) + added
        fill = POLE if row.member == ground.area.pole else POINT
        spot, short = (left + _FIRST / 2 - 0.05, top + tall / 2), ground.area.short(row.member)
        if radius < _SMALL:
            box = Box(left, top, left + _FIRST - 0.1, top + tall)
            scene.panels.append(Panel(f"member {row.member}", box, fill, ""))
            text = fitted(short, page.label, box.right - box.left - 0.1)
            line(scene, f"member {row.member}", spot[0], spot[1], text, page.label, "c", bold=True, colour="#FFFFFF")
        else:
            scene.discs.append(disc(row.member, spot, page, short, fill, radius))
        for number, (stage, cell) in enumerate(zip(STAGES, row.cells, strict=True)):
            x = left + _FIRST + number * wide
            box = Box(x + _GAP / 2, top, x + wide - _GAP / 2, top + tall)
            _cell(row.member, stage, cell, most, box, page, scene, language)
        top += tall + look.gap
    return top


@dataclass(frozen=True, slots=True)
class _Look:
    """How high things are: a line, the room around lines, the least row, what lies between rows."""

    step: float
    pad: float
    least: float
    gap: float


def _fitting(rows: int, page: Page, room: float) -> tuple[Page, _Look]:
    """Make rows lower, and texts smaller, if not even one line for each fits."""
    step = height(page.label) * _LINE
    tight = min(1.0, room / (rows * (_LEAST + _GAP)))
    if tight == 1.0:
        return page, _Look(step, 2 * _PAD * 0.6, _LEAST, _GAP)
    least = _LEAST * tight
    label = page.label * min(1.0, (least - _TIGHT) / step)
    return replace(page, label=label), _Look(height(label) * _LINE, _TIGHT, least, _GAP * tight)


def _lines(cell: Sequence[Carrier], most: int) -> int:
    return max(1, min(len(cell), most))


def _row_height(row: _Row, most: int, look: _Look) -> float:
    return max(look.least, max(_lines(cell, most) for cell in row.cells) * look.step + look.pad)


def _high(rows: Sequence[_Row], most: int, look: _Look) -> float:
    return sum(_row_height(row, most, look) + look.gap for row in rows)


def _cell(
    member: str, stage: str, cell: Sequence[Carrier], most: int, box: Box, page: Page, scene: Scene, language: str
) -> None:  # fmt: skip
    name = f"{member} {stage}"
    size, step = page.label, height(page.label) * 1.16
    middle = (box.top + box.bottom) / 2
    scene.panels.append(Panel(f"cell {name}", box, PALE if cell else "#FFFFFF", RULE if cell else FAINT, not cell))
    if not cell:
        line(scene, f"cell {name}", (box.left + box.right) / 2, middle, say("none", language), size * 0.9, "c",
             colour=FAINT)  # fmt: skip
        return
    if most == 1 and len(cell) > 1:
        _in_a_line(name, cell, box, page, scene)
        return
    shown = list(cell) if len(cell) <= most else list(cell[: most - 1])
    count = len(shown) + (len(shown) < len(cell))
    types = load_schema().entity_types
    for number, carrier in enumerate(shown):
        y = middle + (number + 0.5 - count / 2) * step
        type_ = types[carrier.label]
        x = box.left + _PAD + _MARK / 2
        scene.marks.append(Mark(f"{name}/{carrier.id}", x, y, _MARK, type_.shape, type_.colour, hollow=carrier.named))
        text = fitted(carrier.name, size, box.right - box.left - 2 * _PAD - _MARK - 0.08)
        line(scene, f"{name}/{carrier.id}", x + _MARK / 2 + 0.08, y, text, size)
    if len(shown) < len(cell):
        y = middle + (count - 0.5 - count / 2) * step
        more = say("more.units", language, count=len(cell) - len(shown))
        line(scene, f"{name} more", box.left + _PAD + _MARK + 0.08, y, more, size * 0.9, colour=FAINT)


def _in_a_line(name: str, cell: Sequence[Carrier], box: Box, page: Page, scene: Scene) -> None:
    """Name the first carrier and count the others beside it."""
    first, size, y = cell[0], page.label, (box.top + box.bottom) / 2
    type_ = load_schema().entity_types[first.label]
    x = box.left + _PAD + _MARK / 2
    scene.marks.append(Mark(f"{name}/{first.id}", x, y, _MARK, type_.shape, type_.colour, hollow=first.named))
    more = f" +{len(cell) - 1}"
    room = box.right - box.left - 2 * _PAD - _MARK - 0.08 - width(more, size)
    line(scene, f"{name}/{first.id}", x + _MARK / 2 + 0.08, y, fitted(first.name, size, room) + more, size)


def _carriers_table(ground: Ground, name: str, rows: Sequence[_Row], language: str) -> Table:
    found = []
    for row in rows:
        for stage, cell in zip(STAGES, row.cells, strict=True):
            for how in (False, True):
                names = say("between", language).join(c.name for c in cell if c.named == how)
                if names:
                    said = say("inferred" if how else "stated", language)
                    found.append((ground.area.short(row.member), say(f"stage.{stage}", language), names, said))
    title = say("table.carriers", language, industry=name)
    return Table(title, heads("table.carriers.columns", language), (0.12, 0.1, 0.64, 0.14), tuple(found), fresh=True)


def _breaks_table(name: str, gaps: Sequence[Gap], language: str) -> Table:
    comma = say("between", language)
    rows = tuple(
        (
            word(f"kind.{gap.kind}", language) if gap.kind != CLOSED else gap.flag(language), gap.label(language),
            comma.join((*gap.members, *gap.partners)),
            f"{gap.statement(language)}\n{say('gaps.doubt', language, doubt=gap.doubt(language))}",
        )
        for gap in gaps
    )  # fmt: skip
    title = say("table.breaks", language, industry=name)
    return Table(title, heads("table.breaks.columns", language), (0.1, 0.1, 0.18, 0.62), rows)
