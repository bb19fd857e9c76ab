from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph import sharing


def dead() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def address(pid: int) -> sharing.Address:
    return sharing.Address(7687, pid, "graph", "for reading", "for writing")


def test_address_of_another_process_is_found(tmp_path: Path) -> None:
    sharing.announce(tmp_path, address(os.getppid()))

    assert sharing.find(tmp_path) == address(os.getppid())
    assert address(1).uri == "bolt://127.0.0.1:7687"
    sharing.withdraw(tmp_path)
    assert sharing.find(tmp_path) is None


@pytest.mark.parametrize("pid", [os.getpid(), dead()])
def test_address_of_this_or_a_dead_process_is_not(tmp_path: Path, pid: int) -> None:
    sharing.announce(tmp_path, address(pid))

    assert sharing.find(tmp_path) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"port": 1}', '{"port": 1, "other": 2}'])
def test_damaged_address_is_not(tmp_path: Path, text: str) -> None:
    (tmp_path / sharing.FILE).write_text(text, encoding="ascii")

    assert sharing.find(tmp_path) is None


def test_file_that_others_could_read_is_replaced(tmp_path: Path) -> None:
    (tmp_path / sharing.FILE).write_text("", encoding="ascii")
    (tmp_path / sharing.FILE).chmod(0o666)

    sharing.announce(tmp_path, address(1))

    assert (tmp_path / sharing.FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["/opt/bin/polecore", "load", "x.md"], "(polecore load)"),
        (["/opt/app.py"], "(app.py)"),
        (["/opt/bin/polecore", "--help"], "(polecore)"),
        ([""], ""),
    ],
)
def test_holder_is_named_with_what_it_does(
    tmp_path: Path, argv: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", argv)
    sharing.hold(tmp_path)

    assert sharing.holder(tmp_path) == f"process {os.getpid()} {told}".strip()
    sharing.release(tmp_path)
    assert sharing.holder(tmp_path) == "another process"
