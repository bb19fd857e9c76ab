"""Export as PowerPoint: the diagram as native shapes with connectors glued to them, then the tables."""

from __future__ import annotations

import io
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from graph.export.files import printable, put, settled
from graph.export.fonts import choose
from graph.layout.listing import PAD, Part, line_height, pages
from graph.layout.scene import FAINT, INK, LAND_EDGE, PALE, POINT, Book, Box, Link, Outline, Panel, Scene
from graph.layout.ties import badge_id

SUFFIX = ".pptx"
Sites = dict[str, tuple[int, Box, tuple[int, ...]]]
FAMILY = "Microsoft YaHei"
"""What the slides ask for; whoever opens them without it gets the Chinese font of their own system."""
_SHAPES = {
    "dot": MSO_SHAPE.OVAL, "square": MSO_SHAPE.RECTANGLE, "triangle": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "triangleDown": MSO_SHAPE.FLOWCHART_MERGE, "diamond": MSO_SHAPE.DIAMOND, "hexagon": MSO_SHAPE.HEXAGON,
    "star": MSO_SHAPE.STAR_5_POINT,
}  # fmt: skip
_OVAL_SITES = tuple(range(8))
_SITES = {"dot": _OVAL_SITES, "square": (0, 1, 2, 3), "diamond": (0, 1, 2, 3), "triangle": (0, 1, 3, 5)}
"""Numbers of the places where PowerPoint lets a connector end: from the top, against the clock, evenly around."""
_SLACK, _NEAR, _FAINT = 0.25, 0.05, 0.5
_ALIGN = {"l": PP_ALIGN.LEFT, "r": PP_ALIGN.RIGHT, "c": PP_ALIGN.CENTER}


def write(book: Book, out: Path) -> list[Path]:
    """Write the slides."""
    return [put(out, slides(book))]


def slides(book: Book) -> bytes:
    """Draw a book as slides: its pictures first, each on its own, then its tables."""
    choose(book.words())  # tells of characters that no font has, before somebody else's screen shows boxes
    deck = Presentation()
    wide, high = book.scenes[0].width, book.scenes[0].height
    deck.slide_width, deck.slide_height = Inches(wide), Inches(high)
    deck.core_properties.title = book.title
    deck.core_properties.author = "Polecore"
    for drawn in book.scenes:
        _picture(deck, drawn)
    for parts in pages(book.tables, (wide - 1.0, 0.45, high - 0.4)):
        _tables(deck, parts)
    content = io.BytesIO()
    deck.save(content)
    return settled(content.getvalue())


def _picture(deck: Any, drawn: Scene) -> None:
    shapes = deck.slides.add_slide(deck.slide_layouts[6]).shapes
    for outline in drawn.outlines:
        _area(shapes, outline)
    ids: Sites = {}
    for panel in drawn.panels:
        made = _panel(shapes, panel)
        if any(link.end == panel.id and _at_side(panel.box, (link.x2, link.y2)) for link in drawn.links):
            ids[panel.id] = made.shape_id, panel.box, (0, 1, 2, 3)
    # connectors lie below what they join, so they come first and are glued afterwards
    lines = [(_line(shapes, part), part) for link in drawn.links for part in _halves(link)]
    for disc in drawn.discs:
        made = _shape(shapes, MSO_SHAPE.OVAL, disc.box, disc.id, disc.fill, "#FFFFFF")
        _say(made, disc.text, disc.size, "#FFFFFF", "c", bold=True)
        made.text_frame.word_wrap = False
        ids[disc.id] = made.shape_id, disc.box, _OVAL_SITES
    for mark in drawn.marks:
        fill = "#FFFFFF" if mark.hollow else mark.colour
        kind = _SHAPES.get(mark.shape, MSO_SHAPE.OVAL)
        made = _shape(shapes, kind, mark.box, f"mark {mark.id}", fill, mark.colour)
        ids[mark.id] = made.shape_id, mark.box, _SITES.get(mark.shape, (0,))
    for badge in drawn.badges:
        made = _shape(shapes, MSO_SHAPE.ROUNDED_RECTANGLE, badge.box, f"number {badge.id}", "#FFFFFF", badge.colour)
        _say(made, badge.text, badge.size, badge.colour, "c")
        ids[f"number {badge.id}"] = made.shape_id, badge.box, (0, 1, 2, 3)
    for text in drawn.texts:
        made = shapes.add_textbox(*_frame(_roomy(text.box, text.align)))
        made.name = printable(f"text {text.id}")
        _say(made, text.text, text.size, text.colour, text.align, bold=text.bold)
    for line, link in lines:
        _glue(line, link, ids)


def _roomy(box: Box, align: str) -> Box:
    """Give a text room on the side where it may grow: another font than the one here may be a little wider."""
    slack = _SLACK + 0.15 * (box.right - box.left)
    return Box(box.left - slack * (align != "l"), box.top, box.right + slack * (align != "r"), box.bottom)


def _frame(box: Box) -> tuple[Inches, Inches, Inches, Inches]:
    return Inches(box.left), Inches(box.top), Inches(box.right - box.left), Inches(box.bottom - box.top)


def _at_side(box: Box, spot: tuple[float, float]) -> bool:
    """Tell whether a line ends in the middle of a side, the only places of a card where it could be glued."""
    middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    sides = ((middle[0], box.top), (box.left, middle[1]), (middle[0], box.bottom), (box.right, middle[1]))
    return any(math.dist(side, spot) < _NEAR for side in sides)


def _panel(shapes: Any, panel: Panel) -> Any:
    made = _shape(shapes, MSO_SHAPE.ROUNDED_RECTANGLE, panel.box, panel.id, panel.fill, panel.edge)
    made.adjustments[0] = min(0.5, 0.08 / min(panel.box.right - panel.box.left, panel.box.bottom - panel.box.top))
    if panel.dashed:
        made.line.dash_style = MSO_LINE.DASH
    return made


def _area(shapes: Any, outline: Outline) -> None:
    for ring in outline.rings:
        draft = shapes.build_freeform(Inches(ring[0][0]), Inches(ring[0][1]))
        draft.add_line_segments([(Inches(x), Inches(y)) for x, y in ring[1:]], close=True)
        made = draft.convert_to_shape()
        made.name = printable(outline.id)
        _plain(made)
        made.fill.solid()
        made.fill.fore_color.rgb = _colour(outline.fill)
        made.line.color.rgb = _colour(LAND_EDGE)
        made.line.width = Pt(0.7)


def _shape(shapes: Any, kind: Any, box: Box, name: str, fill: str, edge: str) -> Any:
    made = shapes.add_shape(kind, *_frame(box))
    made.name = printable(name)
    _plain(made)
    if fill:
        made.fill.solid()
        made.fill.fore_color.rgb = _colour(fill)
    else:
        made.fill.background()
    if edge:
        made.line.color.rgb = _colour(edge)
        made.line.width = Pt(0.8)
    else:
        made.line.fill.background()
    return made


def _plain(shape: Any) -> None:
    """Take away what the theme would add: shadows, and colours of its own."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def _pale(text: str) -> str:
    """Mix a colour with white."""
    return "#" + bytes(round(255 - (255 - part) * _FAINT) for part in bytes.fromhex(text.lstrip("#"))).hex()


def _colour(text: str) -> RGBColor:
    red, green, blue = bytes.fromhex(text.lstrip("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]


def _halves(link: Link) -> list[Link]:
    """Part a bent line in two straight ones, each joined to the badge at the bend: every program draws these alike."""
    if link.via is None:
        return [link]
    middle = f"number {badge_id(link)}"
    return [
        replace(link, end=middle, x2=link.via[0], y2=link.via[1], via=None),
        replace(link, start=middle, x1=link.via[0], y1=link.via[1], via=None),
    ]


def _line(shapes: Any, link: Link) -> Any:
    ends = (Inches(link.x1), Inches(link.y1), Inches(link.x2), Inches(link.y2))
    made = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    made.name = printable(f"{link.kind} {link.start} {link.end}")
    _plain(made)
    made.line.color.rgb = _colour(_pale(link.colour) if link.kind == "unit" else link.colour)
    made.line.width = Pt(link.width)
    if link.dashed:
        made.line.dash_style = MSO_LINE.DASH
    return made


def _glue(line: Any, link: Link, ids: Sites) -> None:
    """Tie the ends of a connector to shapes, at the site that looks towards its other end."""
    joined = line._element.nvCxnSpPr.cNvCxnSpPr
    start, end_ = (link.x1, link.y1), (link.x2, link.y2)
    for name, tag, other in ((link.start, "a:stCxn", end_), (link.end, "a:endCxn", start)):
        if name in ids:
            shape, box, sites = ids[name]
            end = etree.SubElement(joined, qn(tag))
            end.set("id", str(shape))
            end.set("idx", str(_site(box, sites, other[0], other[1])))


def _site(box: Box, sites: tuple[int, ...], x: float, y: float) -> int:
    angle = math.atan2(-(x - (box.left + box.right) / 2), -(y - (box.top + box.bottom) / 2))
    return sites[round(angle / (2 * math.pi) * len(sites)) % len(sites)]


def _say(shape: Any, text: str, size: float, colour: str, align: str, *, bold: bool = False) -> None:
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    for number, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _run(paragraph, line, size, colour, align, bold=bold)


def _run(paragraph: Any, text: str, size: float, colour: str, align: str, *, bold: bool = False) -> None:
    paragraph.alignment = _ALIGN[align]
    run = paragraph.add_run()
    run.text = printable(text)
    run.font.size = Pt(round(size * 2) / 2)
    run.font.bold = bold
    run.font.color.rgb = _colour(colour)
    run.font.name = FAMILY
    # the name alone is for Latin letters; Chinese ones have a typeface of their own
    properties = run._r.get_or_add_rPr()
    properties.set("lang", "zh-CN")
    east = etree.SubElement(properties, qn("a:ea"))
    east.set("typeface", FAMILY)


def _tables(deck: Any, parts: list[Part]) -> None:
    shapes = deck.slides.add_slide(deck.slide_layouts[6]).shapes
    for part in parts:
        wide = Inches(sum(part.widths))
        head = shapes.add_textbox(Inches(0.5), Inches(part.top), wide, Inches(0.3))
        head.name = printable(part.title)
        _say(head, part.title, part.size * 1.25, POINT, "l", bold=True)
        if part.lead:
            high = len(part.lead) * line_height(part.size)
            lead = shapes.add_textbox(Inches(0.5), Inches(part.start - high - 0.05), wide, Inches(high))
            lead.name = printable(f"lead {part.title}")
            _say(lead, "".join(part.lead), part.size, FAINT, "l")
        high = sum(row.height for row in part.rows)
        frame = shapes.add_table(len(part.rows), len(part.widths), Inches(0.5), Inches(part.start), wide, Inches(high))
        frame.name = printable(f"table {part.title}")
        table = frame.table
        for number, width in enumerate(part.widths):
            table.columns[number].width = Inches(width)
        for number, row in enumerate(part.rows):
            table.rows[number].height = Inches(row.height)
            for column, lines in enumerate(row.cells):
                text = "".join(lines).rstrip("\n")
                _cell(table.cell(number, column), text, part.size, head=number == 0, odd=number % 2 == 1)


def _cell(cell: Any, text: str, size: float, *, head: bool, odd: bool) -> None:
    cell.margin_left = cell.margin_right = Inches(PAD)
    cell.margin_top = cell.margin_bottom = Inches(PAD / 2)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour("#DDE6F0" if head else "#FFFFFF" if odd else PALE)
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.text_frame.paragraphs[0] if number == 0 else cell.text_frame.add_paragraph()
        _run(paragraph, line, size, INK, "l", bold=head)
