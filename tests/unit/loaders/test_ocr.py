"""Scanned pages: read by OCR with the extra, told in one line without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfWriter

from graph.export.fonts import choose
from graph.facts import Facts
from loaders import ocr
from loaders.ocr import Line, lay_out
from loaders.pipeline import extract
from loaders.readers import read_source, read_text
from ontology.errors import SourceError

EXAMPLES = Path(__file__).parents[3] / "examples"
WORDS = (
    "一、发展目标",
    "　　绵阳高新区重点发展新型显示、智能家电产业。",
    "　　到2030年，绵阳高新区高新技术企业达到450家，",
    "营业收入突破3200亿元。",
)

with_ocr = pytest.mark.skipif(not ocr.available(), reason=f"the extra is absent: {ocr.INSTALL}")


def _scan(path: Path, lines: tuple[str, ...] = WORDS, before: Path | None = None) -> Path:
    """Make a PDF whose page is a picture of words, behind the pages of another file."""
    face = choose(lines).regular
    font = ImageFont.truetype(face.path, 44, index=face.index)
    page = Image.new("RGB", (1654, 700), "white")
    draw = ImageDraw.Draw(page)
    for number, line in enumerate(lines):
        draw.text((160, 120 + 90 * number), line, fill="black", font=font)
    picture = path.with_name("picture.pdf")
    page.save(picture, resolution=200)
    writer = PdfWriter()
    for source in (before, picture):
        if source is not None:
            writer.append(source)
    writer.write(path)
    picture.unlink()
    return path


def _facts(path: Path) -> Facts:
    return extract([path])


@with_ocr
def test_scanned_page_is_read_the_same_each_time(tmp_path: Path) -> None:
    path = _scan(tmp_path / "scan.pdf")
    source = read_source(path)
    assert source.text.replace("\u3000", "").replace(",", "，").split("\n") == [w.strip("\u3000") for w in WORDS]
    assert [(a, b) for a, b, _ in source.scanned] == [(0, len(source.text))]
    assert read_source(path) == source


@with_ocr
def test_facts_of_a_scan_say_so_and_are_trusted_less(tmp_path: Path) -> None:
    scanned = _facts(_scan(tmp_path / "scan.pdf"))
    typed = tmp_path / "typed.txt"
    typed.write_text("\n".join(WORDS), encoding="utf-8")
    told = _facts(typed)
    assert {e.name for e in scanned.entities} == {e.name for e in told.entities}
    assert [(f.indicator, f.value) for f in scanned.figures] == [(f.indicator, f.value) for f in told.figures]
    assert all(e.rule.endswith(ocr.MARK) for x in scanned.entities for e in x.evidence)
    assert not any(e.rule.endswith(ocr.MARK) for x in told.entities for e in x.evidence)
    for low, high in zip(scanned.relations, told.relations, strict=True):
        assert low.confidence < high.confidence
    assert scanned.figures[0].confidence < told.figures[0].confidence
    assert [p.kind for p in scanned.problems] == ["read by OCR"]


@with_ocr
def test_only_the_scanned_page_of_a_document_is_marked(tmp_path: Path) -> None:
    facts = _facts(_scan(tmp_path / "mixed.pdf", before=EXAMPLES / "301_zeyang_plan.pdf"))
    marked = {e.name for e in facts.entities if any(p.rule.endswith(ocr.MARK) for p in e.evidence)}
    assert {"绵阳高新区", "智能家电"} <= marked
    assert "泽阳高新区" not in marked


def test_without_the_extra_a_scan_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    path = _scan(tmp_path / "scan.pdf")
    with pytest.raises(SourceError) as caught:
        read_text(path)
    assert ocr.INSTALL in str(caught.value)
    assert "\n" not in str(caught.value)


def test_without_the_extra_the_other_pages_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    facts = _facts(_scan(tmp_path / "mixed.pdf", before=EXAMPLES / "301_zeyang_plan.pdf"))
    (problem,) = [p for p in facts.problems if p.kind == "pages without text"]
    assert ocr.INSTALL in problem.message
    assert "泽阳高新区" in {e.name for e in facts.entities}


def test_pieces_of_a_page_come_in_reading_order() -> None:
    pieces = [
        Line("后一行", 0.9, 100, 60, 200, 80),
        Line("右格", 0.9, 300, 10, 380, 30),
        Line("左格", 0.9, 140, 12, 200, 31),
    ]
    assert lay_out(pieces) == "\u3000\u3000左格\t右格\n后一行"
