from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from views.parts.memo import Memo


def test_sessions_that_ask_at_once_share_one_computation() -> None:
    memo, made, begun = Memo(), [], threading.Event()

    def make() -> str:
        made.append(1)
        begun.wait(5)
        return "value"

    with ThreadPoolExecutor(4) as sessions:
        asked = [sessions.submit(memo.get, "key", make) for _ in range(4)]
        begun.set()
        assert {answer.result() for answer in asked} == {"value"}

    assert made == [1]


def test_an_error_is_not_kept() -> None:
    memo = Memo()

    def fail() -> str:
        raise ValueError("once")

    with pytest.raises(ValueError, match="once"):
        memo.get("key", fail)

    assert memo.get("key", lambda: "well") == "well"


def test_what_was_not_asked_for_longest_makes_room() -> None:
    memo = Memo(2)
    for key in ("a", "b", "a", "c"):
        memo.get(key, lambda key=key: key)

    assert [memo.has(key) for key in "abc"] == [True, False, True]
