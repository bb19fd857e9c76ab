"""Starts the app on the invented region in an embedded store, and a browser whose every request is recorded."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.views.invented import crowded, facts

ROOT = Path(__file__).resolve().parents[2]

SLOW = 90_000
"""Milliseconds that a page may take on a busy machine; what is waited for comes long before."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=10) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the app did not start: {log.read_text(encoding='utf-8')[-2000:]}")


def serve(folder: Path, crowd: int, port: int = 0, *options: str) -> Iterator[str]:
    """Give the address of the app on a region of its own, with options of Streamlit."""
    store, log, port = folder / "graph", folder / "app.log", port or free_port()
    load = (
        "import sys; from graph.store import open_store; from tests.unit.views.invented import crowded, facts; "
        f"store = open_store(sys.argv[1]); store.load(crowded({crowd}) if {crowd} else facts()); store.close()"
    )
    # another process: an embedded store is open in one at a time
    subprocess.run([sys.executable, "-c", load, f"embedded:{store}"], cwd=ROOT, check=True, timeout=120)
    yield from _started(f"embedded:{store}", log, port, *options)


def _started(store: str, log: Path, port: int, *options: str) -> Iterator[str]:
    command = [sys.executable, "-m", "views.serve", "--server.port", str(port), *options]
    with log.open("wb") as out:
        environment = {**os.environ, "POLECORE_STORE": store}
        for name in ("POLECORE_DOCUMENTS", "POLECORE_CORRECTIONS"):
            environment.pop(name, None)
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT)
        try:
            _wait(port, process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
    assert process.returncode == 0, log.read_text(encoding="utf-8")[-2000:]
    assert "Traceback" not in log.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def address(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on the invented region."""
    yield from serve(tmp_path_factory.mktemp("app"), 0)


@pytest.fixture(scope="session")
def crowded_address(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on a region of more than 1,500 entities."""
    assert len(crowded(1500).entities) > 1500 > len(facts().entities)
    yield from serve(tmp_path_factory.mktemp("crowd"), 1500)


@pytest.fixture(scope="module")
def own_address(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app whose graph the tests of one file may change."""
    yield from serve(tmp_path_factory.mktemp("own"), 0)


@pytest.fixture(scope="session")
def bundled_address(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on the bundled facts, which it loads by itself into an empty store."""
    folder = tmp_path_factory.mktemp("bundled")
    yield from _started(f"embedded:{folder / 'graph'}", folder / "app.log", free_port())


@pytest.fixture(scope="session")
def window(browser: Any) -> Iterator[Any]:
    """The window in which all pages open: what Streamlit serves to each of them is fetched and compiled once."""
    context = browser.new_context(
        viewport={"width": 1500, "height": 950}, locale="zh-CN", accept_downloads=True, reduced_motion="reduce"
    )
    context.set_default_timeout(SLOW)
    yield context
    context.close()


@pytest.fixture
def page(window: Any) -> Iterator[Any]:
    """A page; afterwards no request may have left the machine, no script of a document run, no page error shown."""
    requests: list[str] = []
    errors: list[str] = []

    def note(request: Any) -> None:
        requests.append(request.url)

    window.on("request", note)
    opened = window.new_page()
    opened.on("websocket", lambda socket: requests.append(socket.url))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("dialog", lambda dialog: errors.append(f"dialog: {dialog.message}"))
    yield opened
    title = opened.title()
    opened.evaluate("localStorage.clear()")
    for each in window.pages:
        each.close()
    window.clear_cookies()
    window.remove_listener("request", note)
    local = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
    assert requests
    assert [url for url in requests if not url.startswith(local)] == []
    assert errors == []
    assert "owned" not in title
