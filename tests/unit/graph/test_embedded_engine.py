"""The start and the end of a process that uses the embedded store."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph import embedded_engine
from graph.store import open_store
from ontology.errors import StoreError

ROOT = Path(__file__).resolve().parents[3]
# what is registered first runs last: after the store's own handler
PROGRAM = """
import atexit, sys
import jpype
atexit.register(lambda: print(jpype.JClass("org.jpype.ref.JPypeReferenceQueue").getInstance().isRunning()))
from graph.store import open_store
open_store(sys.argv[1]).close()
"""

BROKEN = """
import os, signal, sys, threading
import arcadedb_embedded.jvm as machine
start = machine.start_jvm
def started(**given):
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
    start(**given)
machine.start_jvm = started
signal.signal(signal.SIGINT, signal.default_int_handler)
from graph.store import open_store
try:
    open_store(sys.argv[1])
except KeyboardInterrupt:
    print("interrupted")
"""


def test_no_java_thread_calls_into_python_when_the_process_ends(tmp_path: Path) -> None:
    pytest.importorskip("arcadedb_embedded")

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, f"embedded:{tmp_path / 'graph'}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert (done.returncode, done.stdout.split()) == (0, ["False"]), done.stderr


def test_interruption_while_the_java_machine_starts_ends_cleanly(tmp_path: Path) -> None:
    pytest.importorskip("arcadedb_embedded")

    done = subprocess.run(
        [sys.executable, "-c", BROKEN, f"embedded:{tmp_path / 'graph'}"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip

    assert (done.returncode, done.stdout.strip()) == (0, "interrupted"), done.stderr


def test_checksums_stay_where_nothing_was_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(f"embedded:{tmp_path / 'graph'}").close()
    sums = (tmp_path / "graph" / "polecore.sums").read_bytes()

    def stopped() -> None:
        raise StoreError("no Java machine")

    monkeypatch.setattr(embedded_engine, "_start", stopped)
    with pytest.raises(StoreError, match="no Java machine"):
        open_store(f"embedded:{tmp_path / 'graph'}")

    assert (tmp_path / "graph" / "polecore.sums").read_bytes() == sums


def test_a_check_that_takes_too_long_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    uri = f"embedded:{tmp_path / 'graph'}"
    open_store(uri).close()
    (tmp_path / "graph" / "polecore.sums").unlink()  # as after a kill
    slow = "RETURN reduce(t = '', i IN range(1, 20000) | t + 'xxxxxxxxxx') AS t"
    monkeypatch.setattr("graph.embedded.altered", lambda run: run(f"UNWIND range(1, 100000) AS n {slow}", {}))
    monkeypatch.setattr(embedded_engine, "UNLIMITED", 1)

    with pytest.raises(StoreError, match="took too long to answer") as told:
        open_store(uri)

    assert "damaged" not in str(told.value)


@pytest.mark.parametrize("place", ["_open", "_close"])
def test_interruption_while_a_store_is_opened_or_closed_keeps_its_checksums(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    uri, work = f"embedded:{tmp_path / 'graph'}", getattr(embedded_engine, place)
    open_store(uri).close()

    def interrupted(*given: object) -> object:
        signal.raise_signal(signal.SIGINT)
        return work(*given)

    monkeypatch.setattr(embedded_engine, place, interrupted)
    with pytest.raises(KeyboardInterrupt):
        open_store(uri).close()

    assert (tmp_path / "graph" / "polecore.sums").exists()
    monkeypatch.undo()
    open_store(uri).close()
