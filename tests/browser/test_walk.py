"""A walk over every page with the bundled facts of Liaoning: each page's main task, and what is drawn there."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from ontology.schema import load_schema
from tests.browser.picture import Picture, inked

POLE = "City:沈阳市"


def opened(page: Any, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    page.locator("h1, .pc-graph").first.wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_test_id("stAlertContentError").count() == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_does_its_task_on_the_real_graph(page: Any, bundled_address: str, language: str) -> None:
    lang = f"lang={language}"
    opened(page, bundled_address, f"?entity={quote(POLE)}&{lang}")
    picture = Picture(page).wait(POLE)
    assert len(picture.nodes()) > 20
    assert picture.colour(POLE) == load_schema().node_types["City"].colour.lower()

    opened(page, bundled_address, f"overview?{lang}")
    assert int(page.get_by_test_id("stMetricValue").first.inner_text().replace(",", "")) > 500
    assert page.locator(".pc-table").first.get_by_role("link", name="沈阳市", exact=True).count() == 1
    region = Picture(page).wait(POLE)
    assert len(region.nodes()) >= 8
    assert region.size(POLE) > region.size("Zone:沈抚示范区")

    opened(page, bundled_address, f"compare?{lang}&with={quote(POLE)}&with={quote('City:鞍山市')}")
    assert inked(page.locator("[data-testid=stVegaLiteChart] svg.marks").first) > 0.005
    assert page.locator("a.evidence").count() > 10

    opened(page, bundled_address, f"gaps?{lang}")
    page.locator("[data-testid=stVegaLiteChart] svg.marks").nth(1).wait_for()
    assert inked(page.locator("[data-testid=stVegaLiteChart] svg.marks").first) > 0.05
    assert page.locator("a.pick").count() > 5
    sentence = page.locator("p.statement").inner_text()
    assert ("不等于" if language == "zh" else "does not mean that there is none") in sentence
    assert page.locator(".gap-side .place").count() > 1

    opened(page, bundled_address, f"centrality?{lang}&network=members&measure=strength")
    members = Picture(page).wait(POLE)
    assert members.size(POLE) > members.size("Zone:沈抚示范区")
    opened(page, bundled_address, f"centrality?{lang}&view=layout")
    page.locator("p.statement").wait_for()

    opened(page, bundled_address, f"figures?{lang}")
    assert inked(page.locator("[data-testid=stVegaLiteChart] svg.marks").first) > 0.005

    opened(page, bundled_address, f"cypher?{lang}&query=labs_in_zone")
    page.get_by_role("button", name="查询" if language == "zh" else "Ask", exact=True).first.click()
    page.get_by_test_id("stDataFrame").first.wait_for()
