from __future__ import annotations

import threading

import pytest

from views.parts.watch import Watch


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def watch(clock: Clock, seconds: float, answers: list[int]) -> Watch[int]:
    def ask(key: str) -> int:
        clock.now += seconds
        return answers.pop(0)

    return Watch(ask, age=10, patience=0.5, clock=clock)


def test_a_fresh_answer_is_not_asked_for_again() -> None:
    clock = Clock()
    asked = watch(clock, 0.1, [1, 2])

    assert [asked("a"), asked("a")] == [1, 1]
    clock.now += 10
    assert asked("a") == 2


def test_where_asking_takes_long_the_old_answer_is_given_meanwhile() -> None:
    clock = Clock()
    asked = watch(clock, 3, [1, 2])
    assert asked("a") == 1
    clock.now += 10

    assert asked("a") == 1
    asked.wait()

    assert asked("a") == 2


def test_what_has_been_changed_is_asked_for_at_once() -> None:
    clock = Clock()
    asked = watch(clock, 3, [1, 2])
    asked("a")

    asked.clear()

    assert asked("a") == 2


def test_an_answer_from_before_a_change_is_not_kept() -> None:
    begun, go_on, answers = threading.Event(), threading.Event(), ["new", "old"]

    def ask(key: str) -> str:
        answer = answers.pop()
        if answer == "old":
            begun.set()
            go_on.wait(20)
        return answer

    asked = Watch(ask, age=10, patience=0.5)
    early = threading.Thread(target=asked, args=("a",))
    early.start()
    begun.wait(20)
    asked.clear()
    go_on.set()
    early.join()

    assert asked("a") == "new"


def test_an_error_behind_the_page_is_met_by_the_next_page() -> None:
    clock = Clock()
    asked = watch(clock, 3, [1])
    asked("a")
    clock.now += 10
    asked("a")
    asked.wait()

    with pytest.raises(IndexError):
        asked("a")
