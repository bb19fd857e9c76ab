"""The start and the end of a process that uses the embedded store."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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
