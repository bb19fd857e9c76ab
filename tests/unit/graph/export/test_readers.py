"""Every file is opened by a program that had no part in writing it; what is not installed is skipped and said."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from graph.export.api import export
from graph.export.options import Options
from graph.selection import Selection
from tests.unit.graph.layout.chains import LAYOUT, region

FACTS = region()
SHOWN = Options(layouts=(LAYOUT,), gaps=2)


def program(name: str, package: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed (apt-get install {package})")
    return found


def run(*words: str | Path, **changes: str) -> str:
    done = subprocess.run(
        [str(w) for w in words], capture_output=True, check=True, timeout=300, env={**os.environ, **changes}
    )
    assert b"rror" not in done.stderr, done.stderr
    return done.stdout.decode()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    for ending in ("pdf", "pptx", "docx"):
        export(FACTS, Selection(), folder / f"briefing.{ending}", diagram="briefing", options=SHOWN)
    export(FACTS, Selection(), folder / "facts.xlsx")
    return folder


def test_poppler_reads_the_text_and_finds_every_font_embedded(files: Path) -> None:
    text = run(program("pdftotext", "poppler-utils"), files / "briefing.pdf", "-")
    fonts = run(program("pdffonts", "poppler-utils"), files / "briefing.pdf").splitlines()[2:]

    assert "三点创新网络" in text
    assert "方法说明" in text
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts), fonts


def test_mupdf_reads_the_text_and_draws_it(files: Path, tmp_path: Path) -> None:
    mutool = program("mutool", "mupdf-tools")

    assert "沈阳极核" in run(mutool, "draw", "-F", "text", files / "briefing.pdf", "1")
    run(mutool, "draw", "-o", tmp_path / "page.pgm", "-r", "40", "-c", "gray", files / "briefing.pdf", "1")
    pixels = (tmp_path / "page.pgm").read_bytes()[15:]
    assert 0.02 < sum(p < 200 for p in pixels) / len(pixels) < 0.5


@pytest.mark.parametrize("name", ["briefing.pptx", "briefing.docx", "facts.xlsx"])
def test_libreoffice_opens_it(name: str, files: Path, tmp_path: Path) -> None:
    office = program("soffice", "libreoffice-impress-nogui libreoffice-writer-nogui libreoffice-calc-nogui")
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir",
         str(tmp_path), str(files / name)], capture_output=True, check=False, timeout=300,
    )  # fmt: skip
    made = tmp_path / f"{Path(name).stem}.pdf"
    if not made.exists():
        pytest.skip(f"LibreOffice here has no part that opens {name}")

    pages = PdfReader(made).pages
    text = "".join(page.extract_text() for page in pages).replace("\n", "").replace(" ", "")
    for part in ("技术合同成交额", "共建12实验室", "plan.txt"):
        assert part in text, part


def test_openpyxl_reads_four_sheets(files: Path) -> None:
    book = load_workbook(files / "facts.xlsx")

    assert [sheet.max_row - 1 for sheet in book.worksheets[:2]] == [len(FACTS.entities), len(FACTS.relations)]


def test_chromium_draws_the_outlines(browser: object, tmp_path: Path) -> None:
    path = export(FACTS, Selection(), tmp_path / "a.svg", diagram="heatmap", options=Options(layouts=(LAYOUT,)))[0]
    page = browser.new_page()  # type: ignore[attr-defined]

    page.goto(path.as_uri())

    assert page.evaluate("document.querySelectorAll('svg path').length") > 50
    assert page.evaluate("document.documentElement.getBoundingClientRect().width") > 500
    page.close()
