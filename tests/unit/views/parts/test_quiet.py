"""Work that can wait begins when nobody has been served for a while."""

from __future__ import annotations

from views.parts.quiet import Quiet


class Clock:
    def __init__(self) -> None:
        self.now, self.slept = 0.0, 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds


def test_it_is_not_quiet_while_anybody_is_served_nor_right_after() -> None:
    clock = Clock()
    quiet = Quiet(clock)
    with quiet.serving():
        with quiet.serving():
            pass
        clock.now = 9.0
        assert quiet.left(2) == 2
    clock.now = 10.5

    assert quiet.left(2) == 0.5


def test_waiting_ends_when_it_has_been_quiet_long_enough() -> None:
    clock = Clock()
    quiet = Quiet(clock, clock.sleep)
    assert quiet.wait(3)
    assert clock.slept == 3

    assert quiet.wait(3)
    assert clock.slept == 3


def test_nobody_waits_for_an_app_that_ends() -> None:
    quiet = Quiet()
    quiet.end()

    with quiet.serving():
        assert not quiet.wait(60)
