"""Export as Word: the pictures, then the tables as tables that can be edited."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor

from graph.export.drawing import png
from graph.export.files import printable, put, settled
from graph.export.pptx import FAMILY
from graph.layout.paper import A4
from graph.layout.scene import POINT, Book, Scene, Table

SUFFIX = ".docx"
_MARGIN = 0.6
_DPI = 220
_HEAD = "DDE6F0"


def write(book: Book, out: Path) -> list[Path]:
    """Write the document."""
    return [put(out, document(book))]


def document(book: Book) -> bytes:
    """Write a book as a Word document on A4, broadside."""
    file = docx.Document()
    _page(file)
    file.core_properties.title = printable(book.title)
    file.core_properties.author = "Polecore"
    file.core_properties.comments = ""
    _style(file)
    wide = A4.width - 2 * _MARGIN
    for number, scene in enumerate(book.scenes):
        _picture(file, scene, wide, first=number == 0)
    for table in book.tables:
        _table(file, table, wide)
    content = io.BytesIO()
    file.save(content)
    return settled(content.getvalue())


def _page(file: Any) -> None:
    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Inches(A4.width), Inches(A4.height)
    section.left_margin = section.right_margin = Inches(_MARGIN)
    section.top_margin = section.bottom_margin = Inches(_MARGIN)


def _style(file: Any) -> None:
    """Name the Chinese typeface in every style that is used: Latin names alone leave the choice to the reader."""
    for name in ("Normal", "Heading 1", "Heading 2"):
        style = file.styles[name]
        style.font.name = FAMILY
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(key), FAMILY)
        for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(key), None)
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(POINT.lstrip("#"))


def _picture(file: Any, scene: Scene, wide: float, *, first: bool) -> None:
    paragraph = file.add_paragraph()
    paragraph.paragraph_format.page_break_before = not first
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    share = min(wide / scene.width, (A4.height - 2 * _MARGIN - 0.35) / scene.height)
    shape = paragraph.add_run().add_picture(io.BytesIO(png(scene, _DPI)), width=Inches(scene.width * share))
    shape._inline.docPr.set("descr", printable(scene.title))
    shape._inline.docPr.set("name", printable(scene.title))


def _table(file: Any, table: Table, wide: float) -> None:
    heading = file.add_heading(printable(table.title), 2 if not table.fresh else 1)
    heading.paragraph_format.page_break_before = table.fresh
    if table.lead:
        file.add_paragraph(printable(table.lead)).paragraph_format.keep_with_next = True
    made = file.add_table(len(table.rows) + 1, len(table.columns), style="Table Grid")
    made.autofit = False
    for share, column in zip(table.widths, made.columns, strict=True):
        column.width = Inches(share * wide)
    for number, cells in enumerate((table.columns, *table.rows)):
        row = made.rows[number]
        for share, cell, text in zip(table.widths, row.cells, cells, strict=True):
            cell.width = Inches(share * wide)
            _fill(cell, text, table.size - 0.5, head=number == 0)
        _whole(row, head=number == 0)


def _fill(cell: Any, text: str, size: float, *, head: bool) -> None:
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        run = paragraph.add_run(printable(line))
        run.font.size = Pt(size)
        run.font.bold = head
    if head:
        shade = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", _HEAD)):
            shade.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().append(shade)


def _whole(row: Any, *, head: bool) -> None:
    """Keep a row on one page; repeat the head on every page."""
    properties = row._tr.get_or_add_trPr()
    for tag in ("w:cantSplit", *(("w:tblHeader",) if head else ())):
        properties.append(OxmlElement(tag))
