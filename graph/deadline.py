"""A deadline that returns to the user even if the work does not end, and a limit on such work left running."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from ontology.errors import QueryError

T = TypeVar("T")
QUERY_THREAD = "polecore-query"


class _Outcome(Generic[T]):
    def __init__(self) -> None:
        self.value: T | None = None
        self.error: BaseException | None = None


class Deadline:
    """Runs work in threads of its own and waits for it no longer than asked.

    No store can stop every query: a single expression that builds a long text holds a core until it ends. Such work
    keeps one of a few places and, on Linux, takes only what other work leaves of the processors; when all places are
    taken, further queries are refused at once instead of piling up.

    Parameters
    ----------
    places : how many queries may be left running at the same time.
    """

    def __init__(self, places: int = 2) -> None:
        self._places = places
        self._late: set[threading.Thread] = set()
        self._lock = threading.Lock()

    @property
    def late(self) -> int:
        """Count the queries that are still running after their deadline."""
        with self._lock:
            self._late = {thread for thread in self._late if thread.is_alive()}
            return len(self._late)

    def run(
        self, work: Callable[[], T], seconds: float, *, grace: float = 0, abandon: Callable[[], None] | None = None
    ) -> T:
        """Call work and give its result.

        Parameters
        ----------
        grace : further seconds for the work to end by itself, if the store knows the deadline too.
        abandon : called when time is up.

        Raises
        ------
        QueryError
            when time is up, or if too many queries from before are still running.
        """
        if self.late >= self._places:
            raise QueryError(
                f"{self._places} earlier queries ran out of time and are still running; wait for them to end, "
                "or start Polecore again"
            )
        outcome: _Outcome[T] = _Outcome()

        def target() -> None:
            try:
                outcome.value = work()
            except BaseException as error:  # handed to the caller, whatever it is
                outcome.error = error

        thread = threading.Thread(target=target, name=QUERY_THREAD, daemon=True)
        thread.start()
        thread.join(seconds + grace)
        if thread.is_alive():
            with self._lock:
                self._late.add(thread)
            _yield(thread)
            if abandon is not None:
                abandon()
            raise QueryError(
                f"the query did not end within {seconds:g} seconds; narrow it down with WHERE or LIMIT, "
                "or allow it more time"
            )
        if outcome.error is not None:
            raise outcome.error
        return outcome.value  # type: ignore[return-value]  # work has ended, so this is its result


def _yield(thread: threading.Thread) -> None:
    """Let a thread have only what others leave; Linux alone has a priority for each thread."""
    if sys.platform == "linux" and thread.native_id is not None:
        with contextlib.suppress(OSError):  # it has just ended
            os.setpriority(os.PRIO_PROCESS, thread.native_id, 19)
