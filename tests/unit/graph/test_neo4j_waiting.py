from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from neo4j import exceptions

from graph import neo4j_waiting
from graph.neo4j_waiting import WAIT, Patience
from ontology.errors import StoreError


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Give the pauses that were made, in a time that goes on by them alone."""
    pauses: list[float] = []
    monkeypatch.setattr(neo4j_waiting.time, "sleep", pauses.append)
    monkeypatch.setattr(neo4j_waiting.time, "monotonic", lambda: sum(pauses))
    return pauses


def failing(times: int, error: Exception) -> Callable[[], str]:
    """Give work that fails so many times."""
    left = [error] * times

    def work() -> str:
        if left:
            raise left.pop()
        return "done"

    return work


def test_load_waits_for_a_server_that_comes_back(clock: list[float], caplog: pytest.LogCaptureFixture) -> None:
    patience = Patience("bolt://host")

    with patience.loading(), caplog.at_level(logging.WARNING):
        assert patience.run(failing(3, exceptions.ServiceUnavailable("gone"))) == "done"

    assert len(clock) == 3
    assert [record.message for record in caplog.records] == [
        "bolt://host: the server does not answer; waiting up to 120 s for it",
        "bolt://host: the server answers again",
    ]


def test_waiting_ends(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WAIT, "5")
    patience = Patience("bolt://host")

    with patience.loading(), pytest.raises(StoreError, match="was not back after 5 s; start it and run the command"):
        patience.run(failing(1000, exceptions.SessionExpired("gone")))

    assert 5 <= sum(clock) < 10


def test_question_is_not_kept_waiting(clock: list[float]) -> None:
    patience = Patience("bolt://host")

    with pytest.raises(exceptions.ServiceUnavailable):
        patience.run(failing(1, exceptions.ServiceUnavailable("gone")))
    assert clock == []


def test_zero_means_no_waiting(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WAIT, "0")
    patience = Patience("bolt://host")

    with patience.loading(), pytest.raises(exceptions.ServiceUnavailable):
        patience.run(failing(1, exceptions.ServiceUnavailable("gone")))
    assert clock == []


def test_other_errors_are_told_at_once(clock: list[float]) -> None:
    patience = Patience("bolt://host")

    with patience.loading(), pytest.raises(exceptions.ClientError):
        patience.run(failing(1, exceptions.ClientError("wrong")))
    assert clock == []


def test_lost_answer_to_a_commit_is_passed_on(clock: list[float]) -> None:
    patience, lost = Patience("bolt://host"), []

    with patience.loading():
        patience.run(failing(1, exceptions.IncompleteCommit("gone")), lost=lambda: lost.append(True))

    assert lost == [True]


@pytest.mark.parametrize("given", ["soon", "-1", "inf"])
def test_odd_number_of_seconds_is_refused(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WAIT, given)

    with pytest.raises(StoreError, match=f"{WAIT}: '{given}' is no number of seconds; give one such as 120"):
        Patience("bolt://host")
