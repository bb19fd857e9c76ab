"""Explore in a browser: what is drawn, what a click brings, and that hostile names stay text."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, quote, urlparse

from ontology.schema import load_schema
from tests.browser.picture import HOST, Picture, expect
from tests.unit.views.invented import HOSTILE, LINKED

CENTRE = "City:岚州市"


def parameters(page: Any) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.evaluate("location.href")).query)


def shown(page: Any, address: str, entity: str = CENTRE, more: str = "&hops=1") -> Picture:
    page.goto(f"{address}/?entity={quote(entity)}{more}")
    return Picture(page).wait(entity)


def test_the_neighbourhood_is_drawn_in_the_colours_of_the_ontology(page: Any, address: str) -> None:
    picture = shown(page, address)

    assert "Zone:岚州高新区" in picture.nodes()
    types = load_schema().node_types
    for entity in (CENTRE, "Zone:岚州高新区", "University:岚川大学", "Region:岚东都市圈"):
        assert picture.colour(entity) == types[entity.partition(":")[0]].colour.lower()


def test_a_click_on_an_entity_opens_it_without_drawing_anew(page: Any, address: str) -> None:
    picture = shown(page, address)
    draws = picture.draws()

    picture.click("Zone:岚州高新区")
    picture.expect_panel("岚州高新区")

    assert picture.draws() == draws
    page.wait_for_function("location.search.includes('select=node')")
    assert parameters(page)["select"] == ["node:Zone:岚州高新区"]


def test_a_click_on_a_tie_shows_its_quotation_with_both_ends_marked(page: Any, address: str) -> None:
    picture = shown(page, address, "Zone:溪口经开区")

    page.mouse.click(*picture.between("Zone:溪口经开区", "Industry:智能装备", 0.6))
    page.locator(".pc-panel .arrow").wait_for()

    # the panel of the entity shows the quotations of all its ties until that of the tie takes its place
    expect(page.locator(".pc-panel blockquote")).to_have_text(["溪口经开区聚焦智能装备。"])
    expect(page.locator(".pc-panel mark")).to_have_text(["溪口经开区", "智能装备"])
    expect(page.locator(".pc-panel .place")).to_contain_text(["岚川规划.txt"])


def test_a_double_click_expands_and_a_link_shows_the_same(page: Any, address: str) -> None:
    picture = shown(page, address)
    assert "Industry:航天材料" not in picture.nodes()

    page.mouse.dblclick(*picture.spot("Zone:岚州高新区"))
    picture.wait("Industry:航天材料")
    page.wait_for_function("location.search.includes('expand=')")
    nodes, url = picture.nodes(), page.evaluate("location.href")

    page.goto("about:blank")
    page.goto(url)
    assert Picture(page).wait("Industry:航天材料").nodes() == nodes


def test_double_clicks_are_not_lost_when_all_is_slow(page: Any, address: str) -> None:
    picture = shown(page, address)
    slow = page.context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 5})

    for expanded in (True, False) * 3:
        page.mouse.dblclick(*picture.spot("Zone:岚州高新区"))
        page.wait_for_function("(wanted) => location.search.includes('expand=') === wanted", arg=expanded)
        page.wait_for_function(
            "([id, wanted]) => (" + HOST + ").picture.index.has(id) === wanted", arg=["Industry:航天材料", expanded]
        )
        picture.settle()


def test_quick_events_do_not_take_each_other_back(page: Any, address: str) -> None:
    picture = shown(page, address)

    picture.click("University:岚川大学")
    page.get_by_role("radio", name="2", exact=True).click()
    picture.wait("Industry:航天材料")
    page.wait_for_function("location.search.includes('hops=2')")

    assert parameters(page)["select"] == ["node:University:岚川大学"]


def test_the_path_that_the_page_does_not_have_leads_to_it_all_the_same(page: Any, address: str) -> None:
    page.goto(f"{address}/explore?entity={quote(CENTRE)}&hops=2&lang=en")

    Picture(page).wait("Industry:航天材料").expect_panel("岚州市")
    page.get_by_text("is home to", exact=False).first.wait_for()


def test_search_by_initials_and_the_back_button(page: Any, address: str) -> None:
    shown(page, address)

    page.get_by_role("combobox").first.click()
    page.keyboard.type("lcdx")
    page.get_by_role("option", name="岚川大学").first.click()
    picture = Picture(page)
    picture.expect_panel("岚川大学")
    page.wait_for_function("decodeURIComponent(location.search).includes('University:岚川大学')")

    page.go_back()
    picture.expect_panel("岚州市")


def test_a_link_in_the_panel_moves_the_centre_without_loading_the_page(page: Any, address: str) -> None:
    picture = shown(page, address)
    page.evaluate("window.stayed = true")

    page.locator(".pc-panel a.entity", has_text="岚川大学").click()
    picture.expect_panel("岚川大学")

    page.wait_for_function("decodeURIComponent(location.search).includes('University:岚川大学')")
    assert page.evaluate("window.stayed") is True


def test_coming_back_from_another_page_shows_the_same_picture(page: Any, address: str) -> None:
    picture = shown(page, address, more="&hops=2")
    nodes = picture.nodes()

    page.get_by_role("link", name="指标", exact=True).click()
    page.get_by_role("heading", name="历年数值").or_(page.get_by_role("heading", name="数值冲突")).first.wait_for()
    page.get_by_role("link", name="探索", exact=True).click()

    assert picture.wait(CENTRE).nodes() == nodes


def test_english_captions_come_from_the_ontology(page: Any, address: str) -> None:
    shown(page, address, more="&lang=en")

    page.get_by_text("is home to", exact=False).first.wait_for()
    expect(page.get_by_role("link", name="Overview", exact=True)).to_have_count(1)


def test_hostile_names_are_text_in_labels_tooltip_panel_and_search(page: Any, address: str) -> None:
    hostile, linked = f"Company:{HOSTILE}", f"Company:{LINKED}"
    picture = shown(page, address)
    assert HOSTILE in picture.tooltip(hostile)

    for entity, name in ((hostile, HOSTILE), (linked, LINKED)):
        picture.settle()
        page.mouse.move(*picture.spot(entity), steps=4)
        tip = page.locator("div.vis-tooltip")
        tip.get_by_text(name, exact=False).wait_for()
        picture.click(entity)
        picture.expect_panel(name)
        page.locator(".pc-panel details.tie summary").first.click()
    page.get_by_role("combobox").first.click()
    page.keyboard.type("img src")
    page.get_by_role("option", name="<img src=x").first.wait_for()

    assert page.locator("img[src='x']").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.evaluate("document.querySelectorAll('.pc-panel script').length") == 0


def test_a_large_neighbourhood_answers_a_click(page: Any, crowded_address: str) -> None:
    picture = shown(page, crowded_address, more="&hops=2&cap=1500")
    assert len(picture.nodes()) == 1500
    draws = picture.draws()

    picture.click("Zone:岚州高新区")
    picture.expect_panel("岚州高新区")

    assert picture.draws() == draws
