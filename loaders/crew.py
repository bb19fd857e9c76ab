"""Processes that read documents beside each other: one that hangs or is killed costs its document and nothing else."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import pickle
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Generic, TypeVar

from loaders import patience

T = TypeVar("T")
GRACE = 10.0
"""Seconds beyond its limit after which a process that does not end a document by itself is ended."""


@dataclass(slots=True)
class _Worker:
    """A process, and which document it reads until when."""

    process: BaseProcess
    line: Connection
    number: int = -1
    until: float = 0.0
    seconds: float = 0.0

    def give(self, number: int, path: Path) -> None:
        self.number = number
        self.allow(patience.SECONDS)
        with contextlib.suppress(OSError):  # of a process that is gone already; its line tells so
            self.line.send(path)

    def allow(self, seconds: float) -> None:
        self.seconds, self.until = seconds, time.monotonic() + seconds + GRACE

    def end(self) -> int | None:
        """End the process, and give how it ended if it had done so by itself."""
        code = self.process.exitcode
        self.process.kill()
        self.process.join()
        self.line.close()
        return code


@dataclass(slots=True)
class Crew(Generic[T]):
    """Reads documents in several processes.

    Parameters
    ----------
    read : what each process calls with a path; it must be found by name in its module.
    lost : what stands for a document whose process hung or died, made from its path and a message.
    size : how many processes.
    """

    read: Callable[[Path], T]
    lost: Callable[[Path, str], T]
    size: int
    _workers: list[_Worker] = field(default_factory=list)

    def results(self, paths: Sequence[Path]) -> Iterator[T]:
        """Give what was read, in the order of the paths."""
        found: dict[int, T] = {}
        # the longest first, so that none is left to be read alone at the end
        waiting = sorted(range(len(paths)), key=lambda number: (_size(paths[number]), -number))
        given = 0
        try:
            while given < len(paths):
                self._hand_out(paths, waiting)
                packed = self._collect(paths, found)
                self._hand_out(paths, waiting)  # nobody waits while what came is unpacked
                found.update((number, pickle.loads(value)) for number, value in packed)
                while given in found:
                    yield found.pop(given)
                    given += 1
        finally:
            for worker in self._workers:
                worker.end()
            self._workers.clear()

    def _hand_out(self, paths: Sequence[Path], waiting: list[int]) -> None:
        while waiting and (idle := self._idle()) is not None:
            number = waiting.pop()
            idle.give(number, paths[number])

    def _idle(self) -> _Worker | None:
        found = next((worker for worker in self._workers if worker.number < 0), None)
        if found is None and len(self._workers) < self.size:
            found = self._hired()
            self._workers.append(found)
        return found

    def _hired(self) -> _Worker:
        here, there = multiprocessing.Pipe()
        process = multiprocessing.Process(target=_serve, args=(there, self.read), daemon=True)
        process.start()
        there.close()  # so that the end of the process is the end of the line
        return _Worker(process, here)

    def _collect(self, paths: Sequence[Path], found: dict[int, T]) -> list[tuple[int, bytes]]:
        """Wait for what comes in: give what was read, packed as it came, and enter what was lost."""
        packed: list[tuple[int, bytes]] = []
        busy = [worker for worker in self._workers if worker.number >= 0]
        ready = wait([w.line for w in busy], max(min(w.until for w in busy) - time.monotonic(), 0))
        for worker in busy:
            path = paths[worker.number]
            if worker.line in ready:
                try:
                    kind, value = worker.line.recv()
                except (EOFError, OSError):
                    found[worker.number] = self.lost(path, self._fate(worker))
                    continue
                if kind == "time":
                    worker.allow(value)
                    continue
                if kind == "read":
                    packed.append((worker.number, value))
                else:
                    found[worker.number] = self.lost(path, value)
                worker.number = -1
            elif time.monotonic() >= worker.until:
                message = f"reading took longer than {worker.seconds:g} seconds; split the document"
                found[worker.number] = self.lost(path, message)
                self._dismiss(worker)
        return packed

    def _fate(self, worker: _Worker) -> str:
        worker.process.join(5)  # the line ends a moment before the process does
        code = self._dismiss(worker)
        if code is not None and code < 0:
            name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
            why = f"was ended by {name}"
            if name == "SIGKILL":
                why += ", perhaps for lack of memory; take fewer --workers, or split the document"
            else:
                why += "; save the document again or leave it out"
        else:
            why = "ended; save the document again or leave it out"
        return f"cannot be read, the process that read it {why}"

    def _dismiss(self, worker: _Worker) -> int | None:
        self._workers.remove(worker)
        return worker.end()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _serve(line: Connection, read: Callable[[Path], object]) -> None:
    """Read what comes in until the other end is gone."""
    gc.freeze()  # what came from the other process stays where it is: to look at it would copy it
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that hands out the documents ends this one
    patience.limit_memory()
    patience.tell(lambda seconds: line.send(("time", seconds)))
    while True:
        try:
            path = line.recv()
        except (EOFError, OSError):
            return
        try:
            line.send(("read", pickle.dumps(read(path), pickle.HIGHEST_PROTOCOL)))
        except Exception as error:  # nothing of it was sent, as what cannot be sent fails before
            line.send(("lost", f"cannot be read ({type(error).__name__}); split the document, or leave it out"))
