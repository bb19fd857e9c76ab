"""Gaps and Centrality in a browser, on a region of more than 1,500 entities: what is drawn, and what a click brings."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlparse

import openpyxl

from tests.browser.picture import HOST, Picture, expect, expect_inked, opened, rested

REGION = f"region={quote('Region:岚东都市圈')}&pole={quote('City:岚州市')}"


def test_the_maps_are_drawn_and_a_cell_filters_the_lists(page: Any, crowded_address: str) -> None:
    opened(page, f"{crowded_address}/gaps?{REGION}")
    maps = page.locator("[data-testid=stVegaLiteChart] svg.marks")
    for number in (0, 1):
        expect_inked(maps.nth(number), 0.05)
    maps.first.get_by_text("期望 3", exact=True).first.wait_for()
    page.get_by_role("link", name="航天材料", exact=True).first.wait_for()

    page.get_by_text("以文字表格查看").first.click()
    page.get_by_role("cell", name="岚州与溪口：收录文件记载共同载体 3 个", exact=False).wait_for()
    maps.first.locator("g.mark-rect path").nth(1).click(position={"x": 8, "y": 8}, force=True)
    page.wait_for_function("location.search.includes('with=')")

    assert "岚州" in parse_qs(urlparse(page.evaluate("location.href")).query)["with"]


def test_an_item_is_chosen_by_keyboard_and_its_link_shows_the_same(page: Any, crowded_address: str) -> None:
    opened(page, f"{crowded_address}/gaps?{REGION}&list=policy")
    link = page.locator("a.pick").nth(1)
    said = link.inner_text()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("location.search.includes('item=')")
    page.locator(".pc-panel h3.entity-name", has_text=said).wait_for()
    rested(page)

    url, sentence = page.evaluate("location.href"), page.locator("p.statement").inner_text()
    page.goto("about:blank")
    page.goto(url)
    page.locator("p.statement", has_text=sentence).wait_for()

    assert "不等于" in sentence


def test_what_would_close_a_gap_is_computed_beside_it(page: Any, crowded_address: str, tmp_path: Path) -> None:
    opened(page, f"{crowded_address}/gaps?{REGION}")
    # the sentence names the zone and the field, so it stands on both sides
    page.locator(".gap-side blockquote", has_text="白石经开区主攻航天材料").nth(1).wait_for()

    page.get_by_role("button", name="推演：若在此方向共建一个载体").click()
    page.get_by_text("不再列为缺口", exact=False).wait_for()
    expect(page.locator(".pc-table", has_text="改动后")).to_contain_text("▲")
    rested(page)

    with page.expect_download() as download:
        page.get_by_role("button", name="下载 Excel").click()
    download.value.save_as(tmp_path / "gaps.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "gaps.xlsx").worksheets[0].values)
    assert rows[0][:3] == ("等级", "类型", "产业")
    assert any("岚川规划.txt" in str(cell) for cell in rows[1])


def test_the_network_is_sized_by_the_measure_and_a_click_opens_a_node(page: Any, crowded_address: str) -> None:
    opened(page, f"{crowded_address}/centrality?{REGION}&measure=strength&network=members")
    picture = Picture(page).wait("City:岚州市")
    sizes = {name: picture.size(f"City:{name}") for name in ("岚州市", "白石市")}
    assert sizes["岚州市"] > 2 * sizes["白石市"]
    expect_inked(page.locator("[data-testid=stVegaLiteChart] svg.marks").first, 0.005)

    picture.settle().click("City:岚州市")
    picture.expect_panel("岚州市")
    page.locator(".pc-panel details.tie summary", has_text="溪口市").click()
    page.locator("blockquote", has_text="共建岚溪联合实验室").first.wait_for()
    ranks = [page.get_by_role("cell", name=rank, exact=True) for rank in ("1", "1–2")]
    ranks[0].or_(ranks[1]).first.wait_for()


def test_a_picture_that_is_asked_for_again_takes_back_no_click(page: Any, crowded_address: str) -> None:
    opened(page, f"{crowded_address}/centrality?{REGION}&measure=strength&network=members")
    picture = Picture(page).wait("City:岚州市")
    before = page.evaluate("location.href")
    picture.click("City:溪口市")
    page.wait_for_function("location.search.includes('node=')")
    drawn = picture.draws()

    # what the browser sends when the URL of the click has not reached it yet
    page.evaluate("(url) => history.replaceState(history.state, '', url)", before)
    page.evaluate(f"() => {{ const p = {HOST}.picture; p.signature = ''; p.send({{ kind: 'again', id: '' }}); }}")
    page.wait_for_function(f"(drawn) => Number({HOST}.dataset.drawn) > drawn", arg=drawn)
    rested(page)

    expect(page.locator("h3.entity-name", has_text="溪口市")).to_have_count(1)


def test_a_click_on_the_network_does_not_draw_it_anew(page: Any, crowded_address: str) -> None:
    opened(page, f"{crowded_address}/centrality?{REGION}&measure=closeness&network=members")
    picture = Picture(page).wait("City:岚州市")

    picture.click("City:溪口市")
    picture.expect_panel("溪口市")

    assert picture.draws() == 1


def test_the_layout_is_read_in_words(page: Any, crowded_address: str) -> None:
    opened(page, f"{crowded_address}/centrality?{REGION}&view=layout&lang=en")

    page.locator("p.statement").wait_for()
    page.get_by_text("what is not recorded may still exist", exact=False).wait_for()
    expect(page.locator(".pc-table").first.get_by_text("Hub and spoke H")).to_have_count(1)


def test_choices_hold_when_one_comes_back(page: Any, crowded_address: str) -> None:
    opened(page, f"{crowded_address}/centrality?{REGION}&measure=degree")
    page.get_by_role("link", name="指标", exact=True).click()
    page.get_by_role("heading", name="指标", exact=True, level=1).wait_for()
    page.get_by_role("link", name="协作缺口", exact=True).click()
    page.get_by_role("heading", name="协作缺口", exact=True, level=1).wait_for()
    page.get_by_role("link", name="中心性", exact=True).click()

    page.wait_for_function("location.search.includes('measure=degree')")
