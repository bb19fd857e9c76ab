"""Fixtures that several parts of the tests share."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store, open_store

ROOT = Path(__file__).parents[1]
SERVER, SERVER_PASSWORD = "POLECORE_TEST_NEO4J", "POLECORE_TEST_NEO4J_PASSWORD"
MARKER = "PolecoreTestServer"
CHROMIUM = os.environ.get("POLECORE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
# what Chromium itself would otherwise fetch from its maker
QUIET = [
    "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    "--disable-default-apps", "--disable-domain-reliability", "--metrics-recording-only",
]  # fmt: skip


_STORE = re.compile(r"tests/contract/(?:(test_(?:neo4j|library))\.py|[^\[]*\[(embedded|shared|neo4j)\b)")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say in the output on which stores the contract was tried, and on which server."""
    told: dict[str, Counter[str]] = {}
    for outcome in ("passed", "failed", "error", "skipped"):
        for report in terminalreporter.stats.get(outcome, ()):
            found = _STORE.match(getattr(report, "nodeid", ""))
            if found and (report.when == "call" or outcome != "passed"):
                told.setdefault(found[2] or "neo4j", Counter())[outcome] += 1
    if told:
        terminalreporter.section("contract of the stores")
    for store, counts in sorted(told.items()):
        server = f" ({_SERVER_SEEN[0]})" if store == "neo4j" and _SERVER_SEEN else ""
        numbers = ", ".join(f"{number} {outcome}" for outcome, number in counts.items())
        terminalreporter.write_line(f"{store}{server}: {numbers}")


_SERVER_SEEN: list[str] = []


@pytest.fixture(scope="session")
def server_uri() -> str:
    """Give the address of a Neo4j server that may be emptied, or skip."""
    uri, password = os.environ.get(SERVER), os.environ.get(SERVER_PASSWORD)
    if not uri or not password:
        pytest.skip(f"no Neo4j: set {SERVER} and {SERVER_PASSWORD} (tests/server/neo4j.sh start prints them)")
    import neo4j

    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", password)) as driver:
        _SERVER_SEEN.append(driver.get_server_info().agent)
        marks = driver.execute_query(f"MATCH (n:{MARKER}) RETURN count(n) AS number").records[0]["number"]
        nodes = driver.execute_query("MATCH (n) RETURN count(n) AS number").records[0]["number"]
        if nodes and not marks:
            pytest.fail(f"{uri} holds a graph that these tests did not make; name an empty server in {SERVER}")
        driver.execute_query(f"MERGE (n:{MARKER} {{purpose: 'may be emptied by tests'}})")
    return uri


@pytest.fixture
def server_credentials(server_uri: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the address of the test server, with user and password in the environment."""
    monkeypatch.setenv("POLECORE_NEO4J_PASSWORD", os.environ[SERVER_PASSWORD])
    monkeypatch.delenv("POLECORE_NEO4J_USER", raising=False)
    monkeypatch.delenv("POLECORE_NEO4J_DATABASE", raising=False)
    return server_uri


@pytest.fixture
def embedded_store(tmp_path: Path) -> Iterator[Store]:
    """Give an empty embedded store."""
    store = open_store(f"embedded:{tmp_path / 'graph'}")
    yield store
    store.close()


@pytest.fixture
def neo4j_store(server_credentials: str) -> Iterator[Store]:
    """Give a server store without facts; what is not ours stays on the server."""
    store = open_store(server_credentials)
    for document in store.status().documents:
        store.remove_document(document)
    yield store
    store.close()


HOLDER = """
import sys
from graph.store import open_store
store = open_store(sys.argv[1], share=True)
print("open", flush=True)
sys.stdin.read()
store.close()
"""


@pytest.fixture(scope="session")
def shared_uri(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the URI of an embedded store that another process holds and shares."""
    uri = f"embedded:{tmp_path_factory.mktemp('shared') / 'graph'}"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, uri], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    yield uri
    holder.communicate()


@pytest.fixture
def shared_store(shared_uri: str) -> Iterator[Store]:
    """Give an empty embedded store that another process holds."""
    store = open_store(shared_uri)
    for document in store.status().documents:
        store.remove_document(document)
    yield store
    store.close()


@pytest.fixture(
    params=[
        pytest.param("embedded_store", id="embedded"),
        pytest.param("shared_store", id="shared"),
        pytest.param("neo4j_store", id="neo4j", marks=pytest.mark.neo4j),
    ]
)
def store(request: pytest.FixtureRequest) -> Store:
    """Give an empty store of each kind in turn."""
    found: Store = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright: one for the whole run, because Playwright starts once in a thread."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if not CHROMIUM:
        pytest.skip("Chromium is not installed (apt-get install chromium), or name it in POLECORE_CHROMIUM")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()
