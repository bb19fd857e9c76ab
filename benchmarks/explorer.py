"""Times the app in a browser beside an empty app in the same run: first screens, pages, searches and clicks.

    python benchmarks/explorer.py --store embedded:.polecore/graph --entity City:沈阳市

Both run on this machine at the same time, so the busier it is the longer both take: what a page takes beyond the empty
one tells more than seconds. Processor time is that of server and browser together, over all cores; other work
lengthens it less than the time by the clock.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("", "overview", "compare", "gaps", "centrality", "figures", "cypher", "documents", "briefing")
PATIENCE = 300_000
READING = 15
"""Seconds in which the app may read its other pages ahead, so that this is not measured with the first one."""
EMPTY = """
import streamlit as st
st.set_page_config(layout="wide")
st.title("Empty")
press = st.components.v2.component(
    "press", html="<button>press</button>",
    js="export default (c) => { const button = c.parentElement.querySelector('button');"
    " button.onclick = () => c.setStateValue('n', Date.now()); }",
)
pressed = press(key="press", on_n_change=lambda: None).n
st.html(f"<h3 class='entity-name'>{pressed or 'nothing'}</h3>")
"""
RESTED = "[data-testid=stApp][data-test-script-state=notRunning]"
WATCH = "addEventListener('click', () => { window.pressed = performance.now(); }, true)"
HEARD = "(was) => document.querySelector('h3.entity-name')?.textContent !== was && performance.now() - window.pressed"


@contextmanager
def serving(command: list[str], port: int, environment: dict[str, str]) -> Iterator[str]:
    """Run an app until the block ends."""
    options = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    options += ["--browser.gatherUsageStats", "false"]
    process = subprocess.Popen(
        [sys.executable, *command, *options], cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL
    )
    try:
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=60).close()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=60)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a page took: seconds by the clock, and of processors."""

    wall: float
    cpu: float


def spent() -> float:
    """Add up the processor time of servers and browser: of all that this process has started and that still runs."""
    found = 0.0
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            times = process.cpu_times()
            found += times.user + times.system
    return found


def opening(browser: Any, address: str) -> Taken:
    """Time a page in a browser that has nothing of it yet."""
    context = browser.new_context(viewport={"width": 1500, "height": 950})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    begun, before = time.perf_counter(), spent()
    page.goto(address, wait_until="commit")
    page.locator("h1, .pc-graph").first.wait_for()
    page.locator(RESTED).wait_for()
    taken = Taken(time.perf_counter() - begun, spent() - before)
    context.close()
    return taken


def clicking(page: Any, press: Callable[[], None]) -> Taken:
    """Time a click until the heading of the panel has changed, by the browser's own clock."""
    page.locator(RESTED).wait_for()
    was = page.locator("h3.entity-name").first.text_content()
    page.evaluate(WATCH)
    before = spent()
    press()
    wall = float(page.wait_for_function(HEARD, arg=was, polling="raf").json_value()) / 1000
    return Taken(wall, spent() - before)


def told(what: str, ours: list[Taken], empty: list[Taken]) -> None:
    """Print medians, and how much more than the empty page it is."""
    line = f"{what:<34}"
    for clock in ("wall", "cpu"):
        mine, other = (statistics.median(getattr(taken, clock) for taken in side) for side in (ours, empty))
        line += f" {clock} {mine:6.2f} s, empty {other:5.2f} s, {mine - other:+6.2f} s  "
    print(line, flush=True)


def measure(browser: Any, app: str, empty: str, entity: str, rounds: int, pages: Sequence[str]) -> None:
    """Take every measure a few times, ours and the empty app's in turn."""
    from tests.browser.picture import Picture

    begun = time.perf_counter()
    opening(browser, app)
    opening(browser, empty)
    print(f"first visit after the start: {time.perf_counter() - begun:.2f} s", flush=True)
    time.sleep(READING)
    plain = browser.new_page()
    plain.goto(empty)
    for name in pages:
        first = opening(browser, f"{app}/{name}")
        pairs = [(opening(browser, f"{app}/{name}"), opening(browser, empty)) for _ in range(rounds)]
        told(f"page {name or 'explore'} (first {first.wall:.2f})", [a for a, _ in pairs], [b for _, b in pairs])
    for more in ("hops=1", "hops=2", "hops=2&cap=1500"):
        where = f"{app}/?entity={quote(entity)}&{more}"
        pairs = [(opening(browser, where), opening(browser, empty)) for _ in range(rounds)]
        told(f"neighbourhood {more}", [a for a, _ in pairs], [b for _, b in pairs])
        page = browser.new_page(viewport={"width": 1500, "height": 950})
        page.set_default_timeout(PATIENCE)
        page.goto(where)
        picture = Picture(page).wait(entity)
        others = sorted(picture.nodes() - {entity}, key=lambda node: picture.spot(node))
        ours, theirs = [], []
        for number in range(rounds):
            node = others[len(others) * (number + 1) // (rounds + 2)]
            picture.settle()
            ours.append(clicking(page, partial(picture.click, node)))
            theirs.append(clicking(plain, lambda: plain.get_by_text("press").click()))
        told(f"click, {more}", ours, theirs)
        page.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", required=True, help="store that the app shows")
    parser.add_argument("--entity", required=True, help="entity whose neighbourhood is drawn")
    parser.add_argument("--pages", help="pages, with commas between; all if not given")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--port", type=int, default=8790)
    given = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    from playwright.sync_api import sync_playwright

    from tests.conftest import CHROMIUM, QUIET

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        script = Path(folder) / "empty.py"
        script.write_text(EMPTY, encoding="utf-8")
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        plain = ["-m", "streamlit", "run", str(script)]
        with (
            serving(["-m", "views.serve"], given.port, {"POLECORE_STORE": given.store}) as app,
            serving(plain, given.port + 1, {}) as empty,
        ):
            pages = PAGES if given.pages is None else tuple(given.pages.replace("explore", "").split(","))
            measure(browser, app, empty, given.entity, given.rounds, pages)


if __name__ == "__main__":
    main()
