"""How long one document may take, and what its failure may do: the others of the run are read all the same."""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from ontology.errors import PolecoreError, SourceError

SECONDS = 300.0
"""Time that opening a document may take; a scan has it for each page."""
CHARACTERS = 1000
"""Characters of text that a second more is allowed for; an idle machine of 2024 reads seven times as many."""
MEMORY = 4 * 1024**3
"""Bytes that a process which only reads may take beyond what it has at the start."""
# a library may swallow what ends it, so that it is ended again and again
_AGAIN = 1.0


class _Late(BaseException):
    """Time is up; no ``except Exception`` of a library keeps it."""


class _Watch(Protocol):
    seconds: float

    def allow(self, seconds: float) -> None: ...

    def end(self) -> None: ...


class _Held(threading.local):
    watch: _Watch | None = None
    told: Callable[[float], None] | None = None


_here = _Held()


class _Alarm:
    """The system's timer, which interrupts the main thread even in a search for a pattern."""

    def __init__(self, seconds: float) -> None:
        self._over = False
        self._begun = time.monotonic()
        self._former = signal.signal(signal.SIGALRM, self._stop)
        self._left = signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        self.seconds = seconds

    def _stop(self, *_: object) -> None:
        if not self._over:
            raise _Late

    def allow(self, seconds: float) -> None:
        self.seconds = seconds
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)

    def end(self) -> None:
        if self._over:
            return
        self._over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL if self._former is None else self._former)
        left, interval = self._left
        if left:  # an alarm of the caller goes on
            signal.setitimer(signal.ITIMER_REAL, max(left - (time.monotonic() - self._begun), 0.01), interval)


class _Watcher(threading.Thread):
    """A thread that interrupts another one, which only Python can be: what hangs in a library of C is not ended."""

    def __init__(self, seconds: float) -> None:
        super().__init__(name="polecore-patience", daemon=True)
        self._watched = ctypes.c_ulong(threading.get_ident())
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._fired = False
        self.allow(seconds)
        self.start()

    def allow(self, seconds: float) -> None:
        self.seconds, self._until = seconds, time.monotonic() + seconds

    def run(self) -> None:
        while not self._over.wait(_AGAIN if self._fired else min(max(self._until - time.monotonic(), 0), _AGAIN)):
            with self._lock:
                if not self._over.is_set() and time.monotonic() >= self._until:
                    self._fired = True
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(self._watched, ctypes.py_object(_Late))

    def end(self) -> None:
        with self._lock:
            self._over.set()
        if self._fired:  # and was not delivered yet
            ctypes.pythonapi.PyThreadState_SetAsyncExc(self._watched, None)


def _watch(seconds: float) -> _Watch:
    main = threading.current_thread() is threading.main_thread()
    return _Alarm(seconds) if main and hasattr(signal, "setitimer") else _Watcher(seconds)


@contextmanager
def within(where: str, seconds: float | None = None) -> Iterator[None]:
    """End what takes too long; within another limit, that one counts.

    Parameters
    ----------
    where : what is being read, named in the message.

    Raises
    ------
    SourceError
        if the time is up.
    """
    if _here.watch is not None:
        yield
        return
    watch = _here.watch = _watch(SECONDS if seconds is None else seconds)
    try:
        try:
            yield
        finally:
            watch.end()
    except _Late:
        watch.end()  # the first may have been interrupted, too
        raise SourceError(f"{where}: reading took longer than {watch.seconds:g} seconds; split the document") from None
    finally:
        _here.watch = None


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Read one document: it may take its time only, and whatever fails is one line about this document.

    Raises
    ------
    SourceError
        if the time is up, or the reader fails.
    """
    try:
        with within(str(path)):
            yield
    except PolecoreError:
        raise
    except MemoryError:
        raise SourceError(f"{path}: needs more memory than there is; split the document") from None
    except Exception as error:
        raise SourceError(f"{path}: cannot be read ({type(error).__name__}); save it again or leave it out") from error


def allow(seconds: float) -> None:
    """Give what is being read so many seconds from now on, in place of what was left."""
    if _here.watch is not None:
        _here.watch.allow(seconds)
    if _here.told is not None:
        _here.told(seconds)


def tell(told: Callable[[float], None] | None) -> None:
    """Have this thread tell each time that it allows."""
    _here.told = told


def limit_memory() -> None:
    """Let this process take no more than `MEMORY` from now on; only for one that does nothing but read."""
    try:
        import resource
    except ImportError:
        return  # Windows has no such limit
    try:
        held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except (OSError, ValueError):
        held = 0
    with suppress(ValueError, OSError):  # a lower one is set already
        resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, held + MEMORY))
