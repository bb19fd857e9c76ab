"""Sign-in in a browser, with a provider of the test's own: who gets in, as what, and that no secret is logged."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import free_port, serve
from tests.browser.picture import rested

pytest.importorskip("authlib", reason="the extra signin is not installed")
pytest.importorskip("httpx", reason="httpx, with which Streamlit reaches the provider, is not installed")
provider = pytest.importorskip("tests.browser.provider", reason="joserfc, which authlib brings, is not installed")

COOKIE = secrets.token_urlsafe(32)


@pytest.fixture(scope="module")
def idp() -> Iterator[Any]:
    running = provider.Provider()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("signin")


@pytest.fixture(scope="module")
def signed(browser: Any, idp: Any, log: Path) -> Iterator[str]:
    """The address of an app that asks to sign in."""
    port, settings = free_port(), log / "secrets.toml"
    settings.write_text(
        f"""[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "{COOKIE}"
client_id = "{provider.CLIENT}"
client_secret = "{provider.SECRET}"
server_metadata_url = "{idp.issuer}/.well-known/openid-configuration"

[roles]
editors = ["li@example.org"]
readers = ["*@example.org"]
""",
        encoding="utf-8",
    )
    yield from serve(log, 0, port, f"--secrets.files={settings}")


def sign_in(page: Any, address: str) -> None:
    page.goto(f"{address}/documents")
    page.get_by_role("button", name="登录", exact=True).click()


def test_nobody_sees_anything_before_signing_in(page: Any, signed: str) -> None:
    for path in ("", "/documents", "/overview", "/?entity=City:岚州市"):
        page.goto(signed + path)
        page.get_by_role("heading", name="请先登录").wait_for()
        rested(page)
        assert page.get_by_text("岚州市").count() == 0
        assert page.get_by_text("个实体").count() == 0


def test_an_editor_is_offered_to_load(page: Any, signed: str, idp: Any) -> None:
    idp.claims = {"email": "li@example.org", "email_verified": True}

    sign_in(page, signed)

    page.get_by_text("li@example.org · 编辑者").wait_for()
    rested(page)
    page.get_by_role("link", name="文档", exact=True).click()
    page.get_by_text("选择文件").wait_for()
    rested(page)

    page.get_by_role("button", name="退出登录").click()
    page.get_by_role("heading", name="请先登录").wait_for()


def test_a_reader_reads_and_is_offered_nothing_that_writes(page: Any, signed: str, idp: Any) -> None:
    idp.claims = {"email": "wang@example.org"}

    sign_in(page, signed)

    page.get_by_text("wang@example.org · 只读").wait_for()
    rested(page)
    page.get_by_role("link", name="文档", exact=True).click()
    page.get_by_text("你的角色是只读").wait_for()
    page.locator(".pc-table").get_by_role("link", name="岚川规划.txt").wait_for()
    rested(page)
    assert page.locator("input[type=file]").count() == 0
    assert page.get_by_role("button", name="移除", exact=True).count() == 0


@pytest.mark.parametrize("claims", [{"email": "x@evil.net"}, {"email": "li@example.org", "email_verified": False}])
def test_a_stranger_is_refused(page: Any, signed: str, idp: Any, claims: dict[str, Any]) -> None:
    idp.claims = claims

    sign_in(page, signed)

    page.get_by_text("没有使用此图谱的权限").wait_for()
    rested(page)
    assert page.get_by_text("个实体").count() == 0


def test_no_secret_is_in_the_log(page: Any, signed: str, log: Path) -> None:
    page.goto(signed)
    page.get_by_role("heading", name="请先登录").wait_for()

    text = (log / "app.log").read_text(encoding="utf-8")

    assert "Uvicorn" in text
    assert COOKIE not in text
    assert provider.SECRET not in text
