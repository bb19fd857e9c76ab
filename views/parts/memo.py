"""Keeps what is slow to compute for all sessions: one computes, the others wait for it; the oldest makes room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any


class Memo:
    """Values by key; an error is not kept, so that trying again computes again."""

    def __init__(self, most: int = 64) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Give the value of a key, computed at most once at a time."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if key in self._held:
                    return self._held[key]
            value = make()
            with self._lock:
                self._held[key] = value
                self._making.pop(key, None)
                while len(self._held) > self._most:
                    self._held.popitem(last=False)
        return value

    def has(self, key: Hashable) -> bool:
        """Tell whether a key can be answered at once."""
        with self._lock:
            return key in self._held
