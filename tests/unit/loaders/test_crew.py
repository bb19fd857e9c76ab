"""Documents read in several processes: what kills or hangs one of these costs its document, no other."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders import crew, patience
from loaders.crew import Crew
from ontology.errors import SourceError

NAMES = [Path(f"{number}.txt") for number in range(7)]


def lost(path: Path, message: str) -> str:
    return f"{path}: {message}"


def reading(awkward: Callable[[Path], str]) -> list[str]:
    """Read seven documents in two processes; the third and the last are awkward."""

    def read(path: Path) -> str:
        return awkward(path) if path in {NAMES[2], NAMES[6]} else path.stem

    return list(Crew(read, lost, 2).results(NAMES))


def expected(told: str) -> list[str]:
    return ["0", "1", f"2.txt: {told}", "3", "4", "5", f"6.txt: {told}"]


# a function within a function reaches a process only where it is a copy of this one
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")


@pytest.fixture(autouse=True)
def _copies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "multiprocessing", crew.multiprocessing.get_context("fork"))


def test_results_come_in_the_order_of_the_documents() -> None:
    def slow(path: Path) -> str:
        time.sleep(0.3)
        return path.stem

    assert reading(slow) == [path.stem for path in NAMES]


def test_process_that_is_killed_costs_its_document_alone() -> None:
    def killed(path: Path) -> str:
        os.kill(os.getpid(), signal.SIGKILL)
        return ""

    assert reading(killed) == expected(
        "cannot be read, the process that read it was ended by SIGKILL, perhaps for lack of memory; take fewer "
        "--workers, or split the document"
    )


def test_process_that_crashes_or_leaves_is_told() -> None:
    def crashes(path: Path) -> str:
        os.kill(os.getpid(), signal.SIGUSR1)
        return ""

    def leaves(path: Path) -> str:
        os._exit(3)

    assert "was ended by SIGUSR1; save the document again" in reading(crashes)[2]
    assert reading(leaves) == expected(
        "cannot be read, the process that read it ended; save the document again or leave it out"
    )


def test_process_that_hangs_where_no_signal_reaches_it_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "GRACE", 0.2)

    def hangs(path: Path) -> str:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        patience.allow(0.5)
        while True:
            time.sleep(60)

    assert reading(hangs) == expected("reading took longer than 0.5 seconds; split the document")


def test_process_that_wants_too_much_memory_is_refused_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "MEMORY", 64 * 1024 * 1024)

    def greedy(path: Path) -> str:
        try:
            with patience.alone(path):
                return str(len(bytearray(512 * 1024 * 1024)))
        except SourceError as error:
            return str(error)

    assert reading(greedy) == expected("needs more memory than there is; split the document")


def test_what_cannot_be_passed_on_is_told() -> None:
    def odd(path: Path) -> object:
        return lambda: None

    assert "cannot be read (" in reading(odd)[2]  # type: ignore[arg-type]


def test_no_process_is_left_when_reading_is_broken_off(tmp_path: Path) -> None:
    def read(path: Path) -> int:
        return os.getpid()

    found = Crew(read, lambda path, message: 0, 2).results(NAMES)
    number = next(found)
    found.close()  # type: ignore[attr-defined]

    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
