"""Briefing in a browser: a diagram is drawn, and what is downloaded is the file that was asked for."""

from __future__ import annotations

import json
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


SQUARE = {
    "type": "Feature",
    "properties": {"name": "沈阳市"},
    "geometry": {"type": "Polygon", "coordinates": [[[122, 41], [125, 41], [125, 43], [122, 41]]]},
}


def test_a_map_of_the_user_is_taken_and_a_wrong_one_refused(page: Any, bundled_address: str, tmp_path: Path) -> None:
    opened(page, f"{bundled_address}/briefing?diagram=collaboration&captions=en")
    page.get_by_test_id("stImage").locator("img").wait_for()
    chooser = page.get_by_test_id("stFileUploader").locator("input[type=file]")

    wrong, right = tmp_path / "wrong.geojson", tmp_path / "<b>map.geojson"
    wrong.write_text('{"type": "Point", "coordinates": [1, 2]}', encoding="utf-8")
    right.write_text(json.dumps(SQUARE), encoding="utf-8")
    chooser.set_input_files(wrong)
    expect(page.get_by_role("alert").filter(has_text="没有多边形")).to_be_visible()
    page.get_by_role("button", name="Remove wrong.geojson").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    rested(page)
    chooser.set_input_files(right)
    expect(page.get_by_text("<b>map.geojson：1 个区域")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    rested(page).get_by_text("用命令行做同样的事").click()
    expect(page.get_by_text("--boundaries '<b>map.geojson'")).to_be_visible()
    assert "map" not in page.evaluate("location.search")

    page.get_by_text("取用数据（供其他程序）").click()
    rested(page).get_by_role("button", name="生成数据").click()
    page.get_by_role("button", name="下载 polecore-facts.zip").wait_for()
    with page.expect_download() as download:
        rested(page).get_by_role("button", name="下载 polecore-facts.zip").click()
    with zipfile.ZipFile(Path(download.value.path())) as archive:
        assert "东北大学".encode() in archive.read("entities.jsonl")


def test_choices_are_in_the_url_and_survive_another_page(page: Any, address: str) -> None:
    opened(page, f"{address}/briefing?diagram=neighbourhood&entity={quote('University:岚川大学')}&page=a4")
    page.get_by_test_id("stImage").locator("img").wait_for()

    page.get_by_role("link", name="指标", exact=True).click()
    page.get_by_role("heading", name="指标", exact=True, level=1).wait_for()
    page.get_by_role("link", name="简报", exact=True).click()
    page.wait_for_function("decodeURIComponent(location.search).includes('entity=University:岚川大学')")

    assert "page=a4" in page.evaluate("location.search")
