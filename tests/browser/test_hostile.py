"""A hostile region on every page, in both languages: nothing runs, nothing is fetched, no link leads away.

The page of each test also fails it for a request that leaves the machine, a dialog, an error, or a title that changed.
"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, unquote
from urllib.request import urlopen

import pytest

from tests.browser.conftest import ROOT, _started, free_port
from tests.browser.picture import Picture
from tests.unit.views.hostile_region import ATTACKS, HOST, hostile
from views.parts.headers import HEADERS

LOAD = (
    "import sys; from graph.store import open_store; from tests.unit.views.hostile_region import hostile; "
    "store = open_store(sys.argv[1]); store.load(hostile()); store.close()"
)
HARMFUL = """() => {
  const found = [], seek = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const own = [...element.attributes].filter((a) => /^on|^srcdoc$/i.test(a.name)).map((a) => a.name);
      if (own.length) found.push(`${element.tagName} has ${own}`);
      const at = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? element.getAttribute('src');
      const to = at === null ? null : new URL(at, location.href);
      if (to && to.origin !== location.origin && !['data:', 'blob:'].includes(to.protocol))
        found.push(`${element.tagName} leads to ${at}`);
      if (['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'META'].includes(element.tagName)
          && /evil|owned|alert/.test(element.outerHTML)) found.push(element.outerHTML);
      if (element.tagName === 'STYLE' && element.textContent.includes('evil.invalid')) found.push(element.textContent);
      if (element.shadowRoot) seek(element.shadowRoot);
    }
  };
  seek(document);
  return found;
}"""
WRITES = (
    "MATCH (n) DETACH DELETE n",
    "CREATE (:X)",
    "MATCH (n) \u200bDELETE n",
    "MATCH (n) DEL/**/ETE n",
    "MATCH (n) // x\rDELETE n",
    "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
    "CALL apoc.load.json('http://evil.invalid/') YIELD value RETURN value",
    "CALL { MATCH (n) SET n.name = 'x' } RETURN 1",
    "RETURN 1; MATCH (n) DELETE n",
    "DROP DATABASE neo4j",
)


@pytest.fixture(scope="module")
def hostile_address(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app on the hostile region."""
    folder = tmp_path_factory.mktemp("hostile")
    store = f"embedded:{folder / 'graph'}"
    subprocess.run([sys.executable, "-c", LOAD, store], cwd=ROOT, check=True, timeout=120)
    yield from _started(store, folder / "app.log", free_port())
    assert {path.name for path in folder.parent.glob("*passwd*")} == set()


def named(start: str) -> str:
    return next(e.id for e in hostile().entities if e.id.startswith(start))


def looked(page: Any, address: str, path: str) -> str:
    """Open a page, let it finish, and see that nothing on it could do harm; give its words."""
    page.goto(f"{address}/{path}")
    page.locator("h1, .pc-graph").first.wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    return safe(page)


def safe(page: Any) -> str:
    assert page.evaluate(HARMFUL) == []
    assert page.get_by_test_id("stException").count() == 0
    assert unquote(page.url).startswith("http://127.0.0.1:")
    return str(page.locator("[data-testid=stApp]").inner_text())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_hostile_region_does_no_harm_on_any_page(page: Any, hostile_address: str, language: str) -> None:
    city, other, zone, area = (named(n) for n in ("City:岚州市", "City:溪口市", "Zone:岚州高新区", "Region:岚东都市圈"))
    lang, region = f"lang={language}", f"region={quote(area)}&pole={quote(city)}"
    tie = next(r.key for r in hostile().relations if r.source == zone)
    alias = hostile().entities[0].aliases[-1]

    shown = [looked(page, hostile_address, f"?{lang}&entity={quote(city)}")]
    picture = Picture(page).wait(city)
    page.mouse.move(*picture.spot(zone))
    page.locator("h3.entity-name").first.wait_for()
    safe(page)
    shown.append(looked(page, hostile_address, f"?{lang}&entity={quote(city)}&select={quote(f'tie:{tie}')}"))
    page.locator(".pc-panel blockquote").first.wait_for()
    safe(page)
    box = page.get_by_role("combobox").first
    box.fill(alias)
    box.press("Enter")
    page.wait_for_timeout(500)
    safe(page)
    for path in (
        f"overview?{lang}&{region}", f"compare?{lang}&with={quote(city)}&with={quote(other)}",
        *(f"gaps?{lang}&{region}&list={name}" for name in ("spatial", "policy")),
        f"centrality?{lang}&{region}&network=members", f"centrality?{lang}&{region}&view=layout",
        f"figures?{lang}&indicator={quote('研发投入强度')}", f"figures?{lang}&indicator={quote(named_indicator())}",
        f"documents?{lang}&tab=loaded", f"documents?{lang}&tab=review", f"documents?{lang}&tab=corrections",
        f"briefing?{lang}&diagram=polecore&{region}", f"briefing?{lang}&diagram=neighbourhood&entity={quote(zone)}",
        f"cypher?{lang}&query={quote(ATTACKS[0])}", f"?{lang}&entity={quote(ATTACKS[1])}",
    ):  # fmt: skip
        shown.append(looked(page, hostile_address, path))
    assert sum(HOST in text for text in shown) >= 8


def named_indicator() -> str:
    return next(f.indicator for f in hostile().figures if "<img" in f.indicator)


def test_the_console_refuses_attacks_shows_hostile_answers_as_text_and_stays_up(
    page: Any, hostile_address: str
) -> None:
    looked(page, hostile_address, "cypher?lang=en")
    page.get_by_role("tab", name="Editor").click()
    editor = page.get_by_role("textbox").last
    ask = page.get_by_role("button", name="Ask", exact=True).last

    for attack in WRITES:
        editor.fill(attack)
        ask.click()
        page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
        page.get_by_text("The query could not be answered").wait_for()
        safe(page)
        editor.fill("MATCH (n:Entity) RETURN n.name AS name, n.aliases AS aliases ORDER BY name")
        ask.click()
        # the former answer may stand there for a moment, hidden
        page.get_by_text(f"{len(hostile().entities)} rows", exact=True).locator("visible=true").first.wait_for()
    safe(page)


def test_every_answer_carries_the_headers(hostile_address: str) -> None:
    for path in ("/", "/overview", "/_stcore/health", "/static/nothing.js"):
        try:
            headers = urlopen(hostile_address + path, timeout=30).headers
        except HTTPError as error:
            headers = error.headers
        assert {name: headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    ("host", "origin", "answer"),
    [
        ("", "", 101),
        ("evil.invalid", "http://evil.invalid", 403),  # a name that was turned to this machine
        ("", "http://evil.invalid", 403),  # a page of another site
    ],
)
def test_page_of_another_site_reaches_no_session(hostile_address: str, host: str, origin: str, answer: int) -> None:
    own = hostile_address.removeprefix("http://")
    lines = [
        "GET /_stcore/stream HTTP/1.1", f"Host: {host or own}", "Connection: Upgrade", "Upgrade: websocket",
        "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==",
        f"Origin: {origin or hostile_address}", "", "",
    ]  # fmt: skip
    name, _, port = own.partition(":")
    with socket.create_connection((name, int(port)), timeout=30) as line:
        line.sendall("\r\n".join(lines).encode())
        assert line.recv(4096).split(b" ")[1] == str(answer).encode()
