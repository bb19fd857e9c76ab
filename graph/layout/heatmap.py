"""Cities and industries: how many carriers each member has of each industry, and at which stages of the chain."""

from __future__ import annotations

from graph.analysis.chain import STAGES
from graph.analysis.ground import Ground
from graph.layout.frame import documents_table, head, line, sources
from graph.layout.measure import fitted, height, width
from graph.layout.paper import SLIDE, Page
from graph.layout.polecore import titled
from graph.layout.scene import FAINT, INK, POINT, Box, Panel, Scene, Table
from graph.layout.wording import heads, say
from ontology.errors import QueryError

_SHADES = ((1, "#E3ECF5"), (2, "#BBD0E6"), (4, "#86A9CE"), (7, "#4C78AC"), (11, "#1D4E89"))
"""From so many carriers on, a cell has this colour."""
_LIGHT = 7
_LETTERS = {"zh": "研转产", "en": "RTP"}


def heatmap(ground: Ground, page: Page = SLIDE, language: str = "zh") -> Scene:
    """Compose the table of members and industries.

    Raises
    ------
    QueryError
        if no member carries any industry.
    """
    area, members = ground.area, ground.area.members
    fields = _fields(ground)
    if not fields:
        raise QueryError(f"{area.name}: no document ties an industry to one of its members; widen the selection")
    scene = Scene(page.width, page.height, say("title.heatmap", language, region=area.name))
    box = Box(0.4, page.area.top + 0.08, page.width - 0.4, page.area.bottom - 0.06)
    row = max(0.27, page.label * 0.028)
    most = min(len(fields), int((box.bottom - box.top) / row) - 1)
    row = min(0.42, (box.bottom - box.top) / (most + 1))
    first = max(1.6, min(2.6, max(width(ground.name(f), page.label) for f in fields[:most]) + 0.15))
    wide = (box.right - box.left - first) / (len(members) + 1)
    for column, name in enumerate([*(area.short(m) for m in members), say("total", language)]):
        x = box.left + first + (column + 0.5) * wide
        text = fitted(name, page.label, wide - 0.05)
        line(scene, f"column {column}", x, box.top + row / 2, text, page.label, "c", bold=True, colour=POINT)
    for number, field in enumerate(fields[:most]):
        top = box.top + (number + 1) * row
        text = fitted(ground.name(field), page.label, first - 0.1)
        line(scene, f"row {number}", box.left + first - 0.1, top + row / 2, text, page.label, "r")
        _cells(ground, field, scene, page, Box(box.left + first, top, box.right, top + row), language)
    notes = [
        say("note.heatmap", language, shown=most, count=len(fields)),
        say("note.empty", language),
    ]
    head(scene, page, notes, say("lead.heatmap", language))
    _legend(scene, page, language)
    documents = titled(ground.projection.facts)
    sources(scene, page, documents, language)
    scene.tables = [_table(ground, fields, language), documents_table(documents, language)]
    return scene


def _fields(ground: Ground) -> list[str]:
    """Give the industries that members carry, the fullest first."""
    totals = {field: len(_carriers(ground, field)) for field in ground.fields.names}
    return sorted((f for f, n in totals.items() if n), key=lambda f: (-totals[f], -_spread(ground, f), ground.name(f)))


def _spread(ground: Ground, field: str) -> int:
    return sum(bool(ground.carriers(m, field)) for m in ground.area.members)


def _carriers(ground: Ground, field: str) -> set[str]:
    return {c.id for m in ground.area.members for c in ground.carriers(m, field)}


def _cells(ground: Ground, field: str, scene: Scene, page: Page, strip: Box, language: str) -> None:
    members = ground.area.members
    wide, size = (strip.right - strip.left) / (len(members) + 1), page.label * 0.92
    middle = (strip.top + strip.bottom) / 2
    for column, member in enumerate(members):
        found = ground.carriers(member, field)
        if not found:
            continue
        left = strip.left + column * wide
        shade = next(colour for least, colour in reversed(_SHADES) if len(found) >= least)
        box = Box(left + 0.02, strip.top + 0.02, left + wide - 0.02, strip.bottom - 0.02)
        scene.panels.append(Panel(f"cell {member} {field}", box, shade, ""))
        stages = {c.stage for c in found}
        letters = "".join(letter for stage, letter in zip(STAGES, _LETTERS[language], strict=True) if stage in stages)
        colour = "#FFFFFF" if len(found) >= _LIGHT else INK
        text = f"{len(found)} {letters}"
        small = min(size, size * (wide - 0.06) / width(text, size))
        line(scene, f"cell {member} {field}", left + wide / 2, middle, text, small, "c", colour=colour)
    total = str(len(_carriers(ground, field)))
    line(scene, f"total {field}", strip.right - wide / 2, middle, total, page.label, "c", bold=True, colour=FAINT)


def _legend(scene: Scene, page: Page, language: str) -> None:
    x, y, size = 0.45, page.height - 0.56, page.label * 0.92
    text = say("legend.count", language)
    line(scene, "legend", x, y, text, size)
    x += width(text, size) + 0.15
    for place, (least, colour) in enumerate(_SHADES):
        last = _SHADES[place + 1][0] - 1 if place + 1 < len(_SHADES) else None
        said = f"≥{least}" if last is None else str(least) if last == least else f"{least}–{last}"
        half = height(size) / 2
        scene.panels.append(Panel(f"legend {least}", Box(x, y - half, x + 0.3, y + half), colour, ""))
        line(scene, f"legend {least}", x + 0.36, y, said, size)
        x += 0.36 + width(said, size) + 0.2
    line(scene, "legend letters", x + 0.2, y, say("legend.letters", language), size)


def _table(ground: Ground, fields: list[str], language: str) -> Table:
    members = ground.area.members
    columns = (
        *heads("table.heatmap.industry", language), *(ground.area.short(m) for m in members), say("total", language),
    )  # fmt: skip
    rows = tuple(
        (
            ground.name(field),
            *(str(len(ground.carriers(m, field)) or "") for m in members),
            str(len(_carriers(ground, field))),
        )
        for field in fields
    )
    share = 0.76 / (len(members) + 1)
    widths = (0.24, *([share] * (len(members) + 1)))
    return Table(say("table.heatmap", language), columns, widths, rows, fresh=True)
