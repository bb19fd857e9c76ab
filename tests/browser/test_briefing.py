"""Briefing in a browser: a diagram is drawn, and what is downloaded is the file that was asked for."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pptx import Presentation

from tests.browser.picture import expect, opened, rested


def made(page: Any, kind: str, ending: str) -> Path:
    page.get_by_role("radio", name=kind, exact=True).click()
    expect(page.get_by_role("radio", name=kind, exact=True)).to_be_checked()
    rested(page).get_by_role("button", name="生成文件").click()
    page.get_by_role("button", name=f"下载 polecore-neighbourhood.{ending}").wait_for()
    rested(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=f"下载 polecore-neighbourhood.{ending}").click()
    return Path(download.value.path())


def test_a_neighbourhood_is_drawn_and_downloaded(page: Any, address: str) -> None:
    opened(page, f"{address}/briefing?diagram=neighbourhood&entity={quote('Zone:岚州高新区')}")
    picture = page.get_by_test_id("stImage").locator("img")
    picture.wait_for()
    page.wait_for_function("document.querySelector('[data-testid=stImage] img').naturalWidth > 800")
    expect(picture).to_have_attribute("alt", re.compile("实体的周边"))

    slides = Presentation(str(made(page, "PPTX", "pptx")))
    texts = [s.text_frame.text for s in slides.slides[0].shapes if s.has_text_frame]
    assert any("深空材料重点实验室" in text for text in texts)

    with zipfile.ZipFile(made(page, "SVG", "zip")) as archive:
        assert {Path(name).suffix for name in archive.namelist()} == {".svg", ".csv"}
        drawing = next(name for name in archive.namelist() if name.endswith(".svg"))
        assert b"<svg" in archive.read(drawing)


def test_choices_are_in_the_url_and_survive_another_page(page: Any, address: str) -> None:
    opened(page, f"{address}/briefing?diagram=neighbourhood&entity={quote('University:岚川大学')}&page=a4")
    page.get_by_test_id("stImage").locator("img").wait_for()

    page.get_by_role("link", name="指标", exact=True).click()
    page.get_by_role("heading", name="指标", exact=True, level=1).wait_for()
    page.get_by_role("link", name="简报", exact=True).click()
    page.wait_for_function("decodeURIComponent(location.search).includes('entity=University:岚川大学')")

    assert "page=a4" in page.evaluate("location.search")
