"""Knows whether anybody is being served, so that work that can wait takes nobody's time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from views.parts.headers import Application, Message, Receive, Send


class Quiet:
    """How long nobody has been served, and whether the app ends."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], object] | None = None
    ) -> None:
        self._ending = threading.Event()
        self._clock, self._sleep = clock, sleep or self._ending.wait
        self._serving, self._last = 0, clock()
        self._lock = threading.Lock()

    @property
    def ending(self) -> bool:
        """Whether the app ends, so that nothing is to be begun or finished any more."""
        return self._ending.is_set()

    def end(self) -> None:
        """Wait for nothing any more."""
        self._ending.set()

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Serve somebody within the block."""
        with self._lock:
            self._serving += 1
        try:
            yield
        finally:
            with self._lock:
                self._serving -= 1
                self._last = self._clock()

    def left(self, seconds: float) -> float:
        """Give how much longer it has to be quiet until it has been for some seconds."""
        with self._lock:
            return seconds if self._serving else max(0.0, self._last + seconds - self._clock())

    def wait(self, seconds: float) -> bool:
        """Wait until nobody has been served for some seconds; tell whether that came before the end."""
        while not self.ending and (left := self.left(seconds)) > 0:
            self._sleep(left)
        return not self.ending


HERE = Quiet()
"""Of this process."""


class Noted:
    """Counts who asks for a file as being served; a page that is open is served only while it is made."""

    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with HERE.serving():
            await self._app(scope, receive, send)
