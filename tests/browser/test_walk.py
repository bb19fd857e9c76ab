"""A walk over every page with the bundled facts of Liaoning: each page's main task, and what is drawn there."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from ontology.schema import load_schema
from tests.browser.picture import HOST, Picture, expect, expect_inked, opened, rested

POLE = "City:沈阳市"


def shown(page: Any, address: str, path: str) -> None:
    opened(page, f"{address}/{path}")
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_test_id("stAlertContentError").count() == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_does_its_task_on_the_real_graph(page: Any, bundled_address: str, language: str) -> None:
    lang = f"lang={language}"
    shown(page, bundled_address, f"?entity={quote(POLE)}&{lang}")
    picture = Picture(page).wait(POLE)
    assert len(picture.nodes()) > 20
    assert picture.colour(POLE) == load_schema().node_types["City"].colour.lower()

    shown(page, bundled_address, f"overview?{lang}")
    assert int(page.get_by_test_id("stMetricValue").first.inner_text().replace(",", "")) > 500
    expect(page.locator(".pc-table").first.get_by_role("link", name="沈阳市", exact=True)).to_have_count(1)
    region = Picture(page).wait(POLE)
    assert len(region.nodes()) >= 8
    assert region.size(POLE) > region.size("Zone:沈抚示范区")

    shown(page, bundled_address, f"compare?{lang}&with={quote(POLE)}&with={quote('City:鞍山市')}")
    expect_inked(page.locator("[data-testid=stVegaLiteChart] svg.marks").first, 0.005)
    page.locator("a.evidence").nth(10).wait_for(state="attached")

    shown(page, bundled_address, f"gaps?{lang}")
    page.locator("[data-testid=stVegaLiteChart] svg.marks").nth(1).wait_for()
    expect_inked(page.locator("[data-testid=stVegaLiteChart] svg.marks").first, 0.05)
    page.locator("a.pick").nth(5).wait_for()
    sentence = "不等于" if language == "zh" else "does not mean that there is none"
    expect(page.locator("p.statement")).to_contain_text(sentence)
    page.locator(".gap-side .place").nth(1).wait_for(state="attached")

    shown(page, bundled_address, f"centrality?{lang}&network=members&measure=strength")
    members = Picture(page).wait(POLE)
    assert members.size(POLE) > members.size("Zone:沈抚示范区")
    shown(page, bundled_address, f"centrality?{lang}&view=layout")
    page.locator("p.statement").wait_for()

    shown(page, bundled_address, f"figures?{lang}")
    expect_inked(page.locator("[data-testid=stVegaLiteChart] svg.marks").first, 0.005)

    shown(page, bundled_address, f"cypher?{lang}&query=labs_in_zone")
    page.get_by_role("button", name="查询" if language == "zh" else "Ask", exact=True).first.click()
    page.get_by_test_id("stDataFrame").first.wait_for()

    shown(page, bundled_address, f"documents?{lang}&tab=loaded")
    page.locator(".pc-table").get_by_role("link").nth(4).wait_for()
    shown(page, bundled_address, f"documents?{lang}&tab=review")
    page.get_by_role("button", name="接受" if language == "zh" else "Accept", exact=True).first.wait_for()

    shown(page, bundled_address, f"briefing?{lang}&diagram=polecore")
    page.wait_for_function("document.querySelector('[data-testid=stImage] img')?.naturalWidth > 800")


def test_a_neighbourhood_is_trimmed_by_keys_filtered_by_date_and_a_path_is_found(
    page: Any, bundled_address: str
) -> None:
    shown(page, bundled_address, f"?entity={quote(POLE)}")
    picture = Picture(page).wait(POLE)
    everything = picture.nodes()

    def key(*names: str, says: str) -> str:
        page.locator(".pc-graph").focus()
        for name in names:
            page.keyboard.press(name)
        page.wait_for_function("(text) => location.search.includes(text)", arg=says)
        rested(page)
        return str(page.evaluate("new URLSearchParams(location.search).get('select') ?? ''")).partition(":")[2]

    key("ArrowRight", says="select=node")  # from nothing to the entity in the middle
    chosen = key("ArrowRight", "p", says="pin=")
    assert chosen in everything - {POLE}
    page.wait_for_function(f"(id) => {HOST}.picture.nodes.get(id).shapeProperties.borderDashes", arg=chosen)
    picture.settle()
    assert key("ArrowRight", "Delete", says="hide=") == ""
    page.wait_for_function(f"(count) => {HOST}.picture.index.size === count", arg=len(everything) - 1)
    (hidden,) = everything - picture.nodes()
    assert hidden not in (POLE, chosen)

    page.get_by_role("button", name="筛选").click()
    rested(page)
    page.get_by_role("combobox", name="文件日期自").click()
    page.get_by_role("option", name="2023-11-14").click()
    page.wait_for_function("location.search.includes('since=')")
    rested(page)
    page.wait_for_function(f"(count) => {HOST}.picture.index.size < count", arg=len(everything) - 1)
    picture.wait(chosen)  # who is pinned stays
    page.keyboard.press("Escape")

    shown(page, bundled_address, f"?entity={quote('City:鞍山市')}")
    picture = Picture(page).wait("City:鞍山市")
    rested(page).get_by_role("button", name="路径").click()
    page.get_by_role("textbox", name="鞍山市").fill("大连市")
    page.keyboard.press("Enter")
    picture.wait("City:大连市")
    page.get_by_text("步（不计方向）").wait_for()
    assert picture.spot("City:鞍山市")[0] < picture.spot("City:大连市")[0]
    page.locator(".pc-panel details.tie .place").first.wait_for(state="attached")


def test_an_answer_is_drawn_charted_and_asked_again_and_a_figure_is_traced(page: Any, bundled_address: str) -> None:
    shown(page, bundled_address, "cypher?query=carriers_by_city&lang=en")
    page.get_by_role("button", name="Ask", exact=True).first.click()
    page.get_by_test_id("stDataFrame").first.wait_for()
    rested(page)
    page.get_by_role("radio", name="graph").first.click()
    picture = Picture(page).wait(POLE)
    assert len(picture.nodes()) > 10
    rested(page).get_by_role("radio", name="chart").first.click()
    expect_inked(page.locator("[data-testid=stVegaLiteChart] svg.marks").first, 0.02)

    shown(page, bundled_address, "cypher?query=labs_in_zone&lang=en")
    page.get_by_role("button", name="Ask", exact=True).first.click()
    page.get_by_test_id("stDataFrame").first.wait_for()
    rested(page)
    page.get_by_text("Asked during this visit").click()
    rested(page).get_by_role("button", name="Ask again").first.click()
    page.get_by_test_id("stDataFrame").first.wait_for()

    shown(page, bundled_address, "figures?lang=en")
    table = page.get_by_test_id("stDataFrame").first
    table.get_by_test_id("data-grid-canvas").wait_for()
    table.click(position={"x": 16, "y": 35 + 17})
    expect(page.locator(".pc-panel .place").first).to_contain_text(".txt")
