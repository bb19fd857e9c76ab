"""A password never comes out again: not in what a verb says, not in a log, not in a file."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.store import shown
from tests.unit.command_line import run

ROOT = Path(__file__).parents[2]
SECRET = "Geheim-7341"
ADDRESSES = [
    f"neo4j://neo4j:{SECRET}@127.0.0.1:1",
    f"bolt://{SECRET}@127.0.0.1:1",
    f"neo4j:neo4j:{SECRET}@127.0.0.1:1",
    f"neo4j://neo4j:{SECRET}%40127.0.0.1:1",
    f"noe4j://neo4j:{SECRET}@127.0.0.1:1",
    f"https://neo4j:{SECRET}@127.0.0.1:1/db",
    f"bolt://127.0.0.1:1?password={SECRET}",
    f"bolt://127.0.0.1:1#{SECRET}",
    "bolt://127.0.0.1:1",
    "bolt+s://127.0.0.1:1",
    "neo4j://127.0.0.1:port",
    "neo4j://",
]
VERBS = [
    ["load"], ["load", "--dry-run"], ["status"], ["validate"], ["query", "issuers"], ["cypher", "RETURN 1 AS one"],
    ["show", "临江市"], ["export", "csv", "--out", "out"], ["centrality"], ["layout"], ["gaps"],
    ["whatif", "--add", "a"], ["review", "list"], ["review", "reject", "a"],
]  # fmt: skip

pytestmark = pytest.mark.usefixtures("elsewhere")


@pytest.fixture(autouse=True)
def _secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLECORE_NEO4J_PASSWORD", SECRET)
    monkeypatch.setattr("graph.neo4j._CONNECT_SECONDS", 1)


def kept() -> str:
    """Give all that stands in the folder in which the verbs ran."""
    files = [path for path in Path().rglob("*") if path.is_file()]
    return "".join([*map(str, files), *(path.read_text(encoding="utf-8", errors="replace") for path in files)])


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_verb_tells_a_password(address: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for words in VERBS if address == ADDRESSES[0] else VERBS[:3]:
        result = run(*words, "--store", address)

        assert result.exit_code in {1, 2}
        assert isinstance(result.exception, SystemExit), words
        assert SECRET not in result.output
        assert "Traceback" not in result.output
    for words in (["copy", "--from", address], ["copy", "--to", address]):
        assert SECRET not in run(*words).output
    assert SECRET not in caplog.text
    assert SECRET not in kept()


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_shown_of_an_address_holds_no_password(address: str) -> None:
    assert shown(address).count(SECRET) <= ("%40" in address)  # which is refused before it is shown


def test_folder_with_an_at_sign_is_shown_as_it_is() -> None:
    assert shown("embedded:/home/a@b/graph?") == "embedded:/home/a@b/graph?"


def test_a_process_of_its_own_tells_none_either() -> None:
    environment = {**os.environ, "POLECORE_STORE": ADDRESSES[0], "PYTHONPATH": str(ROOT)}

    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "ignore", "-m", "cli", "status"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert SECRET not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.neo4j
def test_wrong_password_is_not_told(server_uri: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    result = run("status", "--store", server_uri)

    assert result.exit_code == 1
    assert "was refused" in result.stderr
    assert SECRET not in result.output + caplog.text
