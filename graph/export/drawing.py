"""Draws scenes with Matplotlib: one picture as PNG or SVG, picture and tables as PDF."""

from __future__ import annotations

import io
import threading
from collections.abc import Sequence
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.font_manager import FontPath, FontProperties
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path as Curve

from graph.export.fonts import LANGUAGE, Face, Fonts, choose
from graph.layout.listing import PAD, Part, line_height, pages
from graph.layout.scene import FAINT, INK, LAND_EDGE, POINT, RULE, Book, Box, Disc, Link, Scene

DPI = 300
_MARKERS = {
    "dot": "o", "square": "s", "triangle": "^", "triangleDown": "v", "diamond": "D", "hexagon": "h", "star": "*",
}  # fmt: skip
_SETTINGS: Any = {
    "pdf.fonttype": 3,  # outlines of OpenType fonts embedded as type 42 stay blank in some viewers
    "svg.fonttype": "path",
    "svg.hashsalt": "polecore",
    "text.language": LANGUAGE,
    "path.simplify": False,
}
_drawing = threading.Lock()  # Matplotlib's settings are one for the whole process
_BASELINE, _DIAMOND = 0.36, 0.82


def png(scene: Scene, dpi: int = DPI) -> bytes:
    """Draw a scene as PNG, 300 dots per inch."""
    return _saved(scene, format="png", dpi=dpi, metadata={"Software": "Polecore", "Title": scene.title})


def svg(scene: Scene) -> bytes:
    """Draw a scene as SVG; texts are outlines, so that it looks the same without the font."""
    return _saved(scene, format="svg", metadata={"Date": None, "Creator": "Polecore", "Title": scene.title})


def pdf(book: Book) -> bytes:
    """Draw pictures as PDF, tables on the pages after them; texts can be searched and copied."""
    fonts = choose(book.words())
    content = io.BytesIO()
    metadata = {
        "CreationDate": None,
        "ModDate": None,
        "Creator": "Polecore",
        "Producer": "Polecore",
        "Title": book.title,
    }
    wide, high = book.scenes[0].width, book.scenes[0].height
    with _drawing, matplotlib.rc_context(_SETTINGS), PdfPages(content, metadata=metadata) as file:
        for scene in book.scenes:
            file.savefig(_figure(scene, fonts))
        for parts in pages(book.tables, (wide - 1.0, 0.45, high - 0.4)):
            file.savefig(_tables((wide, high), parts, fonts))
    return content.getvalue()


def _saved(scene: Scene, **options: object) -> bytes:
    content = io.BytesIO()
    fonts = choose(scene.words())
    with _drawing, matplotlib.rc_context(_SETTINGS):
        _figure(scene, fonts).savefig(content, **options)  # type: ignore[arg-type]
    return content.getvalue()


def _blank(width: float, high: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(width, high), facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(high, 0)
    axes.axis("off")
    return figure, axes


def _figure(scene: Scene, fonts: Fonts) -> Figure:
    figure, axes = _blank(scene.width, scene.height)
    for outline in scene.outlines:
        for ring in outline.rings:
            axes.add_patch(Polygon(ring, facecolor=outline.fill, edgecolor=LAND_EDGE, linewidth=0.7, zorder=0.5))
    for panel in scene.panels:
        axes.add_patch(_card(panel.box, 0.08, panel.fill, panel.edge, 1, dashed=panel.dashed))
    for link in scene.links:
        _line(axes, link)
    for mark in scene.marks:
        size = mark.size * 72 * (_DIAMOND if mark.shape == "diamond" else 1)
        axes.plot(
            [mark.x], [mark.y], marker=_MARKERS.get(mark.shape, "o"), markersize=size, linestyle="none", zorder=4,
            markerfacecolor="white" if mark.hollow else mark.colour, markeredgecolor=mark.colour, markeredgewidth=0.8,
        )  # fmt: skip
    for disc in scene.discs:
        _disc(axes, disc, fonts)
    for badge in scene.badges:
        box = badge.box
        axes.add_patch(_card(box, 0.04, "white", badge.colour, 5))
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        _write(axes, *middle, badge.text, badge.size, fonts.regular, badge.colour, "c")
    for text in scene.texts:
        x = {"l": text.box.left, "r": text.box.right}.get(text.align, (text.box.left + text.box.right) / 2)
        used = fonts.bold if text.bold else fonts.regular
        _write(axes, x, (text.box.top + text.box.bottom) / 2, text.text, text.size, used, text.colour, text.align)
    return figure


def _line(axes: Axes, link: Link) -> None:
    layer = {"unit": 1.5, "side": 2, "gap": 2.2}.get(link.kind, 2.5)
    faint = 0.45 if link.kind == "unit" else 1.0
    looks: Any = {"linewidth": link.width, "alpha": faint, "capstyle": "butt" if link.dashed else "round"}
    looks["linestyle"] = (0, (5, 3)) if link.dashed else "-"
    looks["joinstyle"] = "round"
    axes.add_patch(PathPatch(Curve(link.spots), facecolor="none", edgecolor=link.colour, zorder=layer, **looks))


def _disc(axes: Axes, disc: Disc, fonts: Fonts) -> None:
    axes.add_patch(
        Circle((disc.x, disc.y), disc.radius, facecolor=disc.fill, edgecolor="white", linewidth=1.2, zorder=3)
    )
    lines = disc.text.split("\n")
    for number, line in enumerate(lines):
        middle = disc.y + (number - (len(lines) - 1) / 2) * disc.size * 1.1 / 72
        _write(axes, disc.x, middle, line, disc.size, fonts.bold, "white", "c")


def _card(box: Box, corner: float, face: str, edge: str, layer: float, *, dashed: bool = False) -> FancyBboxPatch:
    size = box.right - box.left, box.bottom - box.top
    style = f"round,pad=0,rounding_size={min(corner, *(s / 2 for s in size))}"
    return FancyBboxPatch(
        (box.left, box.top), *size, boxstyle=style, facecolor=face or "none", edgecolor=edge or "none", linewidth=0.8,
        linestyle=(0, (4, 2.5)) if dashed else "-", zorder=layer,
    )  # fmt: skip


def _write(axes: Axes, x: float, middle: float, text: str, size: float, face: Face, colour: str, align: str) -> None:
    # all lines of one size sit on the same baseline, whatever characters they hold
    font = FontProperties(fname=FontPath(face.path, face.index), size=size)
    axes.text(
        x, middle + _BASELINE * size / 72, text, fontproperties=font,
        color=colour, ha={"l": "left", "r": "right"}.get(align, "center"), va="baseline", zorder=6, parse_math=False,
    )  # fmt: skip


def _tables(size: tuple[float, float], parts: Sequence[Part], fonts: Fonts) -> Figure:
    figure, axes = _blank(*size)
    left = 0.5
    for part in parts:
        _write(axes, left, part.top + 0.14, part.title, part.size * 1.25, fonts.bold, POINT, "l")
        for number, line in enumerate(part.lead):
            middle = part.start + (number + 0.5 - len(part.lead)) * line_height(part.size) - 0.05
            _write(axes, left, middle, line.rstrip("\n"), part.size, fonts.regular, FAINT, "l")
        top, wide = part.start, sum(part.widths)
        for number, row in enumerate(part.rows):
            if number == 0:
                axes.add_patch(Rectangle((left, top), wide, row.height, facecolor="#DDE6F0", edgecolor="none"))
            x = left
            for lines, room in zip(row.cells, part.widths, strict=True):
                for place, line in enumerate(lines):
                    middle = top + PAD + (place + 0.5) * line_height(part.size)
                    face = fonts.bold if number == 0 else fonts.regular
                    _write(axes, x + PAD, middle, line.rstrip("\n"), part.size, face, INK, "l")
                x += room
            top += row.height
            axes.plot([left, left + wide], [top, top], color=RULE, linewidth=0.6)
    return figure
