"""The other pages in a browser: each does its main task."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.browser.conftest import SLOW
from tests.browser.picture import Picture, expect, opened, rested
from tests.unit.views.invented import HOSTILE


def test_overview_counts_and_leads_into_explore(page: Any, address: str) -> None:
    opened(page, f"{address}/overview")

    expect(page.locator(".pc-table", has_text="联系最多者").get_by_text(HOSTILE, exact=True)).to_have_count(1)
    page.locator(".pc-table").first.get_by_role("link", name="溪口市").click()

    Picture(page).wait("City:溪口市").expect_panel("溪口市")
    assert page.locator("img[src='x']").count() == 0


def test_overview_lists_all_of_a_class(page: Any, address: str) -> None:
    opened(page, f"{address}/overview")

    page.get_by_role("link", name="企业", exact=True).click()

    page.get_by_role("button", name="岚州重工集团 · 企业").first.wait_for()
    page.get_by_text("相符的有 3 个").wait_for()


def test_compare_leads_to_the_evidence_and_back(page: Any, address: str) -> None:
    cities = "&".join(f"with={quote(city)}" for city in ("City:岚州市", "City:溪口市"))
    opened(page, f"{address}/compare?{cities}")
    page.locator(".pc-table").first.get_by_role("link", name="岚州高新区", exact=True).wait_for()
    page.locator(".vega-embed canvas, .vega-embed svg").first.wait_for()

    page.locator("p.item", has_text="— 合作 →").locator("a.evidence").click()
    page.locator(".pc-panel blockquote", has_text="岚州与溪口联合攻关。").wait_for()
    rested(page)

    page.go_back()
    page.get_by_role("heading", name="共同的伙伴与产业").wait_for()
    expect(page.locator(".pc-table").first.get_by_text(HOSTILE, exact=True)).to_have_count(1)
    assert page.locator("img[src='x']").count() == 0


def test_the_back_button_leads_from_page_to_page(page: Any, address: str) -> None:
    opened(page, address)
    page.get_by_role("button", name="岚州市", exact=True).click()
    Picture(page).wait("City:岚州市")
    for name, parameter in (("总览", "region="), ("比较", "with="), ("指标", "indicator="), ("Cypher 查询", "query=")):
        page.get_by_role("link", name=name, exact=True).click()
        page.wait_for_function("(name) => location.search.includes(name)", arg=parameter)
        rested(page)

    for heading in ("指标", "比较", "图谱总览"):
        page.go_back()
        page.get_by_role("heading", name=heading, exact=True, level=1).wait_for()
        rested(page)
    page.go_back()
    Picture(page).wait("City:岚州市")


def test_figures_show_the_passage_of_a_selected_row(page: Any, address: str) -> None:
    opened(page, f"{address}/figures?indicator={quote('研发投入强度')}")
    page.locator(".vega-embed canvas, .vega-embed svg").first.wait_for()
    expect(page.locator(".clash .side")).to_have_count(2)
    table = page.get_by_test_id("stDataFrame").first
    table.get_by_test_id("data-grid-canvas").wait_for()

    # unlike the mouse itself, this waits until the table stands still
    table.click(position={"x": 16, "y": 35 + 17})

    page.locator(".pc-panel blockquote", has_text="岚州市研发投入强度达到3.1%").first.wait_for()
    expect(page.locator(".pc-panel .place").first).to_contain_text("岚川规划.txt")


def test_a_question_is_answered_and_downloaded_without_formulas(page: Any, address: str, tmp_path: Path) -> None:
    opened(page, f"{address}/cypher?query=zones_of_city")
    page.get_by_role("button", name="查询", exact=True).first.click()
    page.get_by_text("2 行", exact=True).first.wait_for()
    rested(page)

    with page.expect_download() as download:
        page.get_by_role("button", name="下载 CSV").first.click()
    saved = tmp_path / "answer.csv"
    download.value.save_as(saved)

    assert "岚州高新区" in saved.read_text(encoding="utf-8-sig")
    assert page.get_by_role("button", name="Download as CSV").count() == 0


def test_the_editor_reads_and_refuses_to_write(page: Any, address: str) -> None:
    opened(page, f"{address}/cypher")
    page.get_by_role("tab", name="自由查询").click()
    editor = page.get_by_role("textbox").last
    ask = page.get_by_role("button", name="查询", exact=True).last

    editor.fill("MATCH (c:Company) RETURN '=1+1' AS sum, c.name AS name ORDER BY name")
    ask.click()
    page.get_by_text("3 行", exact=True).first.wait_for()
    rested(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 CSV").last.click()
    assert "'=1+1" in Path(download.value.path()).read_text(encoding="utf-8-sig")

    editor.fill("MATCH (c:Company) DETACH DELETE c")
    ask.click()
    page.get_by_text("查询未能执行").wait_for()
    rested(page)

    editor.fill("MATCH (c:Company) RETURN count(c) AS companies")
    ask.click()
    page.get_by_text("1 行", exact=True).first.wait_for()


def test_twenty_visitors_at_once_each_see_their_own_page(browser: Any, address: str) -> None:
    entities = ["City:岚州市", "City:溪口市", "Zone:岚州高新区", "Lab:深空材料重点实验室"] * 5
    # each page is a session of its own; more windows would only have the browser fetch and compile the same again
    contexts = [browser.new_context(viewport={"width": 1200, "height": 800}) for _ in range(4)]
    pages = [contexts[number % 4].new_page() for number in range(len(entities))]
    for visitor, entity in zip(pages, entities, strict=True):
        visitor.set_default_timeout(SLOW)
        visitor.goto(f"{address}/?entity={quote(entity)}", wait_until="commit")

    for visitor, entity in zip(pages, entities, strict=True):
        Picture(visitor).wait(entity).expect_panel(entity.partition(":")[2])
        assert visitor.get_by_test_id("stException").count() == 0
    for context in contexts:
        context.close()
