"""Looks at intervals whether the store has changed; where looking takes long, nobody waits for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Watch(Generic[T]):
    """The last answer by key, asked again when it is old: at once if that is quick, else behind the page's back.

    Parameters
    ----------
    ask : gives the answer for a key.
    age : seconds after which an answer is old.
    patience : seconds that a visitor may wait for a new one; if the last took longer, the old one is given meanwhile.
    """

    def __init__(
        self, ask: Callable[[str], T], age: float, patience: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._ask, self._age, self._patience, self._clock = ask, age, patience, clock
        self._held: dict[str, tuple[T, float, float]] = {}
        self._asking: dict[str, threading.Thread] = {}
        self._turn = 0
        self._lock = threading.Lock()

    def __call__(self, key: str) -> T:
        """Give the answer for a key."""
        with self._lock:
            held = self._held.get(key)
            if held and self._clock() - held[1] < self._age:
                return held[0]
            if held and held[2] > self._patience:
                if key not in self._asking:
                    self._asking[key] = threading.Thread(target=self._behind, args=(key,), daemon=True)
                    self._asking[key].start()
                return held[0]
        return self._renew(key)

    def clear(self) -> None:
        """Forget the answers, as something has been changed: the next is asked for at once."""
        with self._lock:
            self._held.clear()
            self._turn += 1

    def wait(self) -> None:
        """Wait until nothing is asked for behind the page's back."""
        with self._lock:
            asking = list(self._asking.values())
        for thread in asking:
            thread.join()

    def _renew(self, key: str) -> T:
        turn, begun = self._turn, self._clock()
        found = self._ask(key)
        with self._lock:
            if turn == self._turn:  # an answer from before a change is of no use any more
                self._held[key] = (found, self._clock(), self._clock() - begun)
        return found

    def _behind(self, key: str) -> None:
        try:
            self._renew(key)
        except Exception:  # the page that asks next meets it in its own thread and says so
            with self._lock:
                self._held.pop(key, None)
        finally:
            with self._lock:
                self._asking.pop(key, None)
