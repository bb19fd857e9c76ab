from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn
from pypdf import PdfReader

from graph.export import drawing, fonts, pdf, png, pptx, svg
from graph.export.options import Options
from graph.export.picture import draw
from graph.facts import Facts
from graph.layout.diagram import diagram
from graph.layout.measure import width
from graph.layout.scene import Book
from graph.projection.region import Layout
from ontology.errors import QueryError, SourceError
from tests.unit.graph.layout.region import CITIES, crowded, network

FACTS = crowded(4, 3)
LAYOUTS = (Layout("示例都市圈", "沈阳市", tuple(CITIES[:4])),)


def drawn(facts: Facts = FACTS, layouts: Sequence[Layout] = LAYOUTS) -> Book:
    scene = draw(facts, options=Options(layouts=tuple(layouts)))
    return Book(scene.title, [scene], scene.tables)


def test_same_facts_in_any_order_give_the_same_picture() -> None:
    turned = Facts(FACTS.entities[::-1], FACTS.relations[::-1], [])

    assert drawn() == drawn(turned) != drawn(Facts(FACTS.entities, [], []))


def test_png_has_300_dots_an_inch(tmp_path: Path) -> None:
    picture, tables = png.write(drawn(), tmp_path / "a.png")

    with Image.open(picture) as image:
        assert image.size == (3999, 2250)
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert "沈阳市" in tables.read_text(encoding="utf-8-sig")


def test_text_of_the_pdf_can_be_read(tmp_path: Path) -> None:
    reader = PdfReader(pdf.write(drawn(), tmp_path / "a.pdf")[0])

    text = "".join(page.extract_text() for page in reader.pages)

    assert "沈阳极核" in reader.pages[0].extract_text()
    assert [e.name for e in FACTS.entities if e.label != "Region" and e.name not in text.replace("\n", "")] == []
    assert "/CreationDate" not in (reader.metadata or {})


def test_svg_needs_no_font(tmp_path: Path) -> None:
    root = etree.fromstring(svg.write(drawn(), tmp_path / "a.svg")[0].read_bytes())

    assert root.tag.endswith("svg")
    assert root.findall(".//{*}text") == []


def shapes_of(path: Path) -> Sequence[Any]:
    return list(Presentation(str(path)).slides[0].shapes)


def test_slides_have_native_shapes_and_glued_connectors(tmp_path: Path) -> None:
    path = pptx.write(drawn(), tmp_path / "a.pptx")[0]
    shapes = shapes_of(path)
    ids = {shape.shape_id: shape.name for shape in shapes}

    ties = [s for s in shapes if s.name.startswith(("tie ", "side "))]
    assert ties
    for tie in ties:
        joined = tie._element.nvCxnSpPr.cNvCxnSpPr
        ends = [ids[int(joined.find(qn(tag)).get("id"))] for tag in ("a:stCxn", "a:endCxn")]
        assert tie.name.split(" ")[1:] == ends
    assert {"沈阳", "鞍山", "抚顺", "本溪"} <= {s.text_frame.text for s in shapes if s.has_text_frame}
    assert not [s for s in shapes if s.shape_type == 13]  # no picture


def test_chinese_typeface_is_named_in_every_run(tmp_path: Path) -> None:
    path = pptx.write(drawn(), tmp_path / "a.pptx")[0]

    with zipfile.ZipFile(path) as archive:
        slides = [archive.read(n) for n in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
    runs = [run for slide in slides for run in etree.fromstring(slide).iter(qn("a:rPr"))]
    assert runs
    assert {run.find(qn("a:ea")).get("typeface") for run in runs} == {pptx.FAMILY}


def test_last_slide_lists_the_sources(tmp_path: Path) -> None:
    deck = Presentation(str(pptx.write(drawn(), tmp_path / "a.pptx")[0]))

    tables = [s.table for s in list(deck.slides)[-1].shapes if s.has_table]

    assert tables[-1].cell(1, 0).text == "plan.txt"


def test_missing_glyph_is_an_error_that_names_the_fix() -> None:
    scene = diagram(network(3, 1))
    scene.texts[0] = replace(scene.texts[0], text="甲\U000f0000")

    with pytest.raises(SourceError, match=r"no font here has the characters .*U\+F0000.*fonts-noto-cjk"):
        drawing.png(scene)


def test_machine_without_chinese_fonts_gets_the_packaged_one() -> None:
    chosen = fonts.choose(["沈阳", "昇喆堃珺"], families=["No Such Font"])

    assert chosen.regular.path.endswith("NotoSansCJKjp-Regular.otf")
    assert chosen.bold == chosen.regular


def test_estimate_is_never_narrower_than_the_font() -> None:
    from matplotlib.ft2font import FT2Font

    words = [
        "沈阳高新区",
        "IC装备产业（东区）",
        "+12 企业  +5 平台",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "0123456789 · 2023-09",
        "“WMQ”",
    ]
    face = fonts.choose(words).bold
    font = FT2Font(face.path, face_index=face.index)
    font.set_size(11, 72)

    for word in words:
        font.set_text(word)
        assert font.get_width_height()[0] / 64 / 72 <= width(word, 11) + 0.02, word


def test_region_of_the_facts_is_drawn_without_a_layout(tmp_path: Path) -> None:
    assert svg.write(drawn(layouts=()), tmp_path / "a.svg")[0].exists()

    with pytest.raises(QueryError, match="no region here has three cities"):
        draw(Facts())
