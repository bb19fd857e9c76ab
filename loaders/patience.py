"""How long one document may take: what goes on for ever is ended, and the others of the run are read."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from ontology.errors import SourceError

SECONDS = 300.0
"""Time that one document may take; of a scan, each page."""
_AGAIN = 1.0
_started: list[float] = []


class _Late(BaseException):
    """Time is up; no ``except Exception`` of a library keeps it."""


@contextmanager
def within(where: str, seconds: float | None = None) -> Iterator[None]:
    """End what takes too long.

    Only a system with timers, and only the main thread of a process, can do so; elsewhere nothing is limited.

    Parameters
    ----------
    where : what is being read, named in the message.

    Raises
    ------
    SourceError
        if the time is up.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread() or _started:
        yield
        return
    allowed = SECONDS if seconds is None else seconds

    def stop(_number: int, _frame: FrameType | None) -> None:
        if _started:
            raise _Late

    former = signal.signal(signal.SIGALRM, stop)
    begun = time.monotonic()
    _started.append(allowed)
    # again and again, because a library may swallow even this
    left, interval = signal.setitimer(signal.ITIMER_REAL, allowed, _AGAIN)
    try:
        yield
    except _Late:
        _started.clear()
        raise SourceError(f"{where}: reading took longer than {allowed:g} seconds; split the document") from None
    finally:
        _started.clear()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)
        if left:  # an alarm of the caller goes on
            signal.setitimer(signal.ITIMER_REAL, max(left - (time.monotonic() - begun), 0.01), interval)


def renew() -> None:
    """Give the document that is being read its full time again."""
    if _started and threading.current_thread() is threading.main_thread():
        signal.setitimer(signal.ITIMER_REAL, _started[0], _AGAIN)
