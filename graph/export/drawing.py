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
from matplotlib.patches import Circle, FancyBboxPatch, Rectangle

from graph.export.fonts import LANGUAGE, Face, Fonts, choose
from graph.layout.listing import PAD, Part, pages
from graph.layout.measure import height
from graph.layout.scene import INK, PALE, Box, Scene

DPI = 300
TABLE_SIZE = 9.5
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


def png(scene: Scene) -> bytes:
    """Draw a scene as PNG, 300 dots per inch."""
    return _saved(scene, format="png", dpi=DPI, metadata={"Software": "Polecore", "Title": scene.title})


def svg(scene: Scene) -> bytes:
    """Draw a scene as SVG; texts are outlines, so that it looks the same without the font."""
    return _saved(scene, format="svg", metadata={"Date": None, "Creator": "Polecore", "Title": scene.title})


def pdf(scene: Scene) -> bytes:
    """Draw a scene as PDF, its tables on the pages after it; texts can be searched and copied."""
    fonts = choose(scene.words())
    content = io.BytesIO()
    metadata = {
        "CreationDate": None,
        "ModDate": None,
        "Creator": "Polecore",
        "Producer": "Polecore",
        "Title": scene.title,
    }
    with _drawing, matplotlib.rc_context(_SETTINGS), PdfPages(content, metadata=metadata) as book:
        book.savefig(_figure(scene, fonts))
        for parts in pages(scene.tables, (scene.width - 1.0, 0.55, scene.height - 0.4), TABLE_SIZE):
            book.savefig(_tables(scene, parts, fonts))
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
    for panel in scene.panels:
        axes.add_patch(_card(panel.box, 0.08, PALE, "#D5DBE3", 1))
    for link in scene.links:
        faint = 0.45 if link.kind == "unit" else 1.0
        axes.plot(
            [link.x1, link.x2], [link.y1, link.y2], color=link.colour, linewidth=link.width, alpha=faint,
            solid_capstyle="round", zorder={"unit": 1.5, "side": 2}.get(link.kind, 2.5),
        )  # fmt: skip
    for mark in scene.marks:
        size = mark.size * 72 * (_DIAMOND if mark.shape == "diamond" else 1)
        axes.plot(
            [mark.x], [mark.y], marker=_MARKERS.get(mark.shape, "o"), markersize=size, linestyle="none", zorder=4,
            markerfacecolor="white" if mark.hollow else mark.colour, markeredgecolor=mark.colour, markeredgewidth=0.8,
        )  # fmt: skip
    for disc in scene.discs:
        circle = Circle((disc.x, disc.y), disc.radius, facecolor=disc.fill, edgecolor="white", linewidth=1.2, zorder=3)
        axes.add_patch(circle)
        _write(axes, disc.x, disc.y, disc.text, disc.size, fonts.bold, "white", "c")
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


def _card(box: Box, corner: float, face: str, edge: str, layer: int) -> FancyBboxPatch:
    style = f"round,pad=0,rounding_size={corner}"
    size = box.right - box.left, box.bottom - box.top
    return FancyBboxPatch(
        (box.left, box.top), *size, boxstyle=style, facecolor=face, edgecolor=edge, linewidth=0.8, zorder=layer
    )


def _write(axes: Axes, x: float, middle: float, text: str, size: float, face: Face, colour: str, align: str) -> None:
    # all lines of one size sit on the same baseline, whatever characters they hold
    font = FontProperties(fname=FontPath(face.path, face.index), size=size)
    axes.text(
        x, middle + _BASELINE * size / 72, text, fontproperties=font,
        color=colour, ha={"l": "left", "r": "right"}.get(align, "center"), va="baseline", zorder=6, parse_math=False,
    )  # fmt: skip


def _tables(scene: Scene, parts: Sequence[Part], fonts: Fonts) -> Figure:
    figure, axes = _blank(scene.width, scene.height)
    left = 0.5
    for part in parts:
        _write(axes, left, part.top + 0.14, part.title, TABLE_SIZE * 1.2, fonts.bold, "#1D3557", "l")
        top, wide = part.top + 0.34, sum(part.widths)
        for number, row in enumerate(part.rows):
            if number == 0:
                axes.add_patch(Rectangle((left, top), wide, row.height, facecolor="#DDE6F0", edgecolor="none"))
            x = left
            for lines, room in zip(row.cells, part.widths, strict=True):
                for place, line in enumerate(lines):
                    middle = top + PAD + (place + 0.5) * height(TABLE_SIZE) * 1.08
                    _write(
                        axes, x + PAD, middle, line, TABLE_SIZE, fonts.bold if number == 0 else fonts.regular, INK, "l"
                    )
                x += room
            top += row.height
            axes.plot([left, left + wide], [top, top], color="#D5DBE3", linewidth=0.6)
    return figure
