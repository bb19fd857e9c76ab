"""Documents in a browser: a file is chosen, compared, judged, loaded, found in Explore and removed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.browser.picture import Picture, expect, opened, rested

PLAN = Path(__file__).resolve().parents[2] / "examples" / "301_zeyang_plan.md"
ZONE = "Zone:泽阳高新区"


def choose(page: Any, *files: Any) -> None:
    page.locator("input[type=file]").wait_for(state="attached")
    page.locator("input[type=file]").set_input_files(list(files))


def test_a_plan_is_compared_judged_loaded_seen_and_removed(page: Any, own_address: str) -> None:
    opened(page, f"{own_address}/documents?tab=load")
    choose(page, PLAN)
    page.get_by_role("button", name="阅读并比较").click()
    page.get_by_role("button", name="装入", exact=True).wait_for()
    page.get_by_text("— 新文档").wait_for()
    page.locator(".pc-panel mark.a", has_text="沧岭省科学技术进步条例").first.wait_for()
    rested(page).get_by_role("radio", name="未读出事实的句子").click()
    page.get_by_text("园区承载力增强").first.wait_for()
    rested(page).get_by_role("radio", name="全部", exact=True).click()
    page.get_by_role("radio", name="接受", exact=True).first.wait_for()
    rested(page)

    page.get_by_role("radio", name="接受", exact=True).first.click()
    page.get_by_role("button", name="接受 1 条").wait_for()
    rested(page).get_by_role("button", name="接受 1 条").click()
    page.get_by_test_id("stAlert").get_by_text("已装入", exact=True).wait_for()
    expect(page.locator(".pc-panel li").first).to_contain_text("新装入")

    rested(page)
    page.locator(".pc-panel a.evidence").first.click()
    Picture(page).settle()
    rested(page)
    page.goto(f"{own_address}/?entity={ZONE}")
    Picture(page).wait(ZONE)
    assert "Lab:轻合金沧岭省重点实验室" in Picture(page).nodes()

    opened(page, f"{own_address}/documents?tab=loaded")
    page.locator(".pc-table").get_by_role("link", name=PLAN.name).wait_for()
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name=PLAN.name).click()
    remove = page.get_by_role("button", name="移除", exact=True)
    expect(remove).to_be_disabled()
    rested(page)
    page.get_by_text("我确认移除").click()
    page.get_by_role("button", name="移除", exact=True, disabled=False).click()
    page.get_by_text("已移除").wait_for()
    page.locator(".pc-table").get_by_role("link", name=PLAN.name).wait_for(state="detached")


def test_hostile_names_and_words_are_refused_or_text(page: Any, own_address: str) -> None:
    opened(page, f"{own_address}/documents?tab=load")
    hostile = "沈阳市与大连市共建联合实验室<img src=x onerror=\"document.title='owned'\">。"
    choose(
        page,
        {"name": "恶意.md", "mimeType": "text/plain", "buffer": hostile.encode()},
        {"name": ".隐藏.md", "mimeType": "text/plain", "buffer": b"x"},
        {"name": "<img src=x>.md", "mimeType": "text/plain", "buffer": b"x"},
        {"name": "空.md", "mimeType": "text/plain", "buffer": b""},
    )
    page.get_by_text("未接受").nth(2).wait_for()
    rested(page)
    page.get_by_role("button", name="阅读并比较").click()

    page.locator(".pc-panel blockquote", has_text="<img src=x").wait_for()
    rested(page)
    assert page.locator("img[src='x']").count() == 0
    page.get_by_role("button", name="放弃").click()
    page.locator("input[type=file]").wait_for(state="attached")


def test_what_is_too_large_or_of_another_kind_is_not_taken(page: Any, own_address: str, tmp_path: Path) -> None:
    opened(page, f"{own_address}/documents?tab=load")
    large, program = tmp_path / "大.md", tmp_path / "程序.exe"
    large.write_bytes(b"x" * (21 * 1024 * 1024))
    program.write_bytes(b"MZ")

    choose(page, large, program)
    page.locator("[data-testid=stFileChip][aria-invalid=true]").nth(1).wait_for()
    rested(page)

    assert page.get_by_role("button", name="阅读并比较").count() == 0


def test_a_doubtful_fact_is_rejected_and_that_is_undone(page: Any, own_address: str) -> None:
    opened(page, f"{own_address}/documents?tab=review")
    page.get_by_text("白石市").first.wait_for()
    page.get_by_role("button", name="否定", exact=True).first.click()
    page.get_by_text("已记入更正").wait_for()
    rested(page)

    page.get_by_role("radio", name="更正记录").click()
    # the newest stands first
    page.locator(".pc-panel.fact", has_text="否定").first.wait_for()
    rested(page)
    page.get_by_role("button", name="撤销", exact=True).first.click()
    page.get_by_text("已撤销").wait_for()
    page.locator(".pc-panel.fact", has_text="否定").wait_for(state="detached")
