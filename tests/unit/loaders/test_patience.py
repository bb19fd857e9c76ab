"""One document may take its time, no more, in whatever thread it is read; the alarm of a caller goes on."""

from __future__ import annotations

import contextlib
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders import patience
from loaders.patience import alone, within
from loaders.pipeline import extract
from ontology.errors import OntologyError, SourceError

GOOD = "岚川大学建在岚川市。"


def spin() -> None:
    while True:
        pass


def in_thread(work: Callable[[], None]) -> BaseException | None:
    """Give what a piece of work raises in another thread."""
    raised: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(60)
    assert not thread.is_alive()
    return raised[0] if raised else None


def endless() -> None:
    with within("a.txt", 0.2):
        spin()


def test_what_takes_too_long_is_ended_in_the_main_thread_and_in_another() -> None:
    with pytest.raises(SourceError, match=r"^a\.txt: reading took longer than 0\.2 seconds; split the document$"):
        endless()

    assert str(in_thread(endless)) == "a.txt: reading took longer than 0.2 seconds; split the document"


def test_search_for_a_pattern_is_ended() -> None:
    with pytest.raises(SourceError, match="took longer"), within("a.txt", 0.2):
        re.match("(?:a|a)*b", "a" * 60)


@pytest.mark.parametrize("swallowed", [Exception, BaseException])
def test_library_that_swallows_all_is_ended_all_the_same(swallowed: type[BaseException]) -> None:
    def stubborn() -> None:
        with within("a.txt", 0.2):
            with contextlib.suppress(swallowed):
                spin()
            spin()

    assert isinstance(in_thread(stubborn), SourceError)
    with pytest.raises(SourceError):
        stubborn()


def test_time_is_given_anew_and_only_to_what_is_being_read() -> None:
    patience.allow(0.001)

    def renewed() -> None:
        with within("a.txt", 0.2):
            patience.allow(1000)
            threading.Event().wait(0.5)

    renewed()
    assert in_thread(renewed) is None


def test_inner_limit_does_not_count() -> None:
    with within("a.txt", 1000), within("b.txt", 0.01):
        threading.Event().wait(0.1)


def test_alarm_of_the_caller_goes_on() -> None:
    code = """
import signal, time
from loaders.patience import within
signal.signal(signal.SIGALRM, lambda *_: print("alarm"))
signal.setitimer(signal.ITIMER_REAL, 0.4)
with within("a.txt", 100):
    time.sleep(0.1)
print("left")
time.sleep(30)
print("woken")
"""
    # another process: this one's alarm belongs to the tests
    run = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    try:
        assert run.stdout is not None
        assert [run.stdout.readline() for _ in range(2)] == ["left\n", "alarm\n"]
    finally:
        run.kill()
        run.communicate()


def test_alarm_is_as_before_afterwards() -> None:
    before = signal.getsignal(signal.SIGALRM)

    with pytest.raises(SourceError):
        endless()

    assert signal.getsignal(signal.SIGALRM) is before


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (MemoryError(), "a.txt: needs more memory than there is; split the document"),
        (RecursionError("x\ny"), "a.txt: cannot be read (RecursionError); save it again or leave it out"),
        (SourceError("a.txt: is empty"), "a.txt: is empty"),
    ],
)
def test_whatever_fails_is_one_line_about_the_document(raised: Exception, told: str) -> None:
    with pytest.raises(SourceError) as caught, alone(Path("a.txt")):
        raise raised

    assert str(caught.value) == told


def test_error_that_is_not_about_the_document_is_not_taken_for_one() -> None:
    with pytest.raises(OntologyError), alone(Path("a.txt")):
        raise OntologyError("the lexicon is broken")


def test_one_document_without_end_leaves_the_other_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    reader = extract.__globals__["read_one"].__globals__["read_document"]

    def slow(path: Path) -> object:
        if path.name == "a.txt":
            patience.allow(0.2)
            spin()
        return reader(path)

    monkeypatch.setattr("loaders.document_facts.read_document", slow)
    facts = extract([tmp_path])

    assert [p.message for p in facts.problems if p.kind == "unreadable"] == [
        "reading took longer than 0.2 seconds; split the document"
    ]
    assert [e.name for e in facts.entities if e.label == "University"] == ["岚川大学"]
