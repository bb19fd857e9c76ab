"""Headers stand on every answer, and nothing but headers is changed."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from views.parts.headers import HEADERS, Headers, Message


def answered(scope: str, headers: list[tuple[bytes, bytes]]) -> list[Message]:
    sent: list[Message] = []

    async def application(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": f"{scope}.response.start", "status": 200, "headers": headers})
        await send({"type": f"{scope}.response.body", "body": b"x"})

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {}

    # in a thread of its own, because a browser that is driven in the same process keeps a loop of its own running
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(Headers(application)({"type": scope}, receive, send))).result()
    return sent


def test_headers_are_added_to_those_of_the_answer() -> None:
    start, body = answered("http", [(b"content-type", b"text/html"), (b"server", b"uvicorn")])

    found = {name.decode(): value.decode() for name, value in start["headers"]}
    assert found.pop("content-type") == "text/html"
    assert found == {name.lower(): value for name, value in HEADERS.items()}
    assert body == {"type": "http.response.body", "body": b"x"}


def test_header_that_stands_there_is_kept() -> None:
    start, _ = answered("http", [(b"X-Frame-Options", b"SAMEORIGIN")])

    assert [v for k, v in start["headers"] if k.lower() == b"x-frame-options"] == [b"SAMEORIGIN"]


def test_other_connections_are_passed_on() -> None:
    assert answered("websocket", [])[0]["headers"] == []


@pytest.mark.parametrize("part", ["default-src 'self'", "img-src 'self' data: blob:", "frame-ancestors 'none'"])
def test_policy_lets_nothing_come_from_elsewhere(part: str) -> None:
    assert part in HEADERS["Content-Security-Policy"].split("; ")
    assert "http:" not in HEADERS["Content-Security-Policy"]
    assert "*" not in HEADERS["Content-Security-Policy"]
