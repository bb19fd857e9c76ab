"""Waiting for a server that is away in the middle of a load, as when it is started anew."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from neo4j import exceptions

from ontology.errors import StoreError

T = TypeVar("T")
WAIT = "POLECORE_NEO4J_WAIT"
_SECONDS = 120.0
_PAUSE = 2.0
_STARTING = ("DatabaseUnavailable", "DatabaseNotFound", "ServiceUnavailable")
"""In the codes of a server that answers already, while its databases are still being opened, or are being closed."""
_log = logging.getLogger("polecore")


def seconds() -> float:
    """Give how long a load waits for a server that went away; StoreError if the variable holds no number."""
    given = os.environ.get(WAIT) or str(_SECONDS)
    try:
        found = float(given)
    except ValueError:
        found = -1.0
    if not 0 <= found < float("inf"):
        raise StoreError(f"{WAIT}: {given!r} is no number of seconds; give one such as 120, or 0 for no waiting")
    return found


def away(error: BaseException) -> bool:
    """Say whether an error means that no server answers, or none that is ready."""
    if isinstance(error, exceptions.ServiceUnavailable | exceptions.SessionExpired | OSError):
        return True
    return any(sign in (getattr(error, "code", None) or "") for sign in _STARTING)


class Patience:
    """How long the calls of one thread are tried again, if the server is away.

    Parameters
    ----------
    uri : the store, for messages.
    """

    def __init__(self, uri: str) -> None:
        self._uri = uri
        self._limit = seconds()
        self._state = threading.local()

    @contextmanager
    def loading(self) -> Iterator[None]:
        """Wait for the server from here on: a load can be gone on with, while a question had better fail soon."""
        before = getattr(self._state, "loading", False)
        self._state.loading = True
        try:
            yield
        finally:
            self._state.loading = before

    def run(self, work: Callable[[], T], *, lost: Callable[[], None] = lambda: None) -> T:
        """Call work, again and again as long as the server is away and there is time.

        Parameters
        ----------
        lost : called when the answer to a commit was lost, so that it may have been carried out.
        """
        since: float | None = None
        while True:
            try:
                found = work()
            except (exceptions.Neo4jError, exceptions.DriverError, OSError) as error:
                if isinstance(error, exceptions.IncompleteCommit):
                    lost()
                again = away(error) or (isinstance(error, exceptions.Neo4jError) and error.is_retryable())
                if not again or not getattr(self._state, "loading", False) or not self._limit:
                    raise
                now = time.monotonic()
                if since is None:
                    since = now
                    _log.warning("%s: the server does not answer; waiting up to %.0f s for it", self._uri, self._limit)
                elif now - since > self._limit:
                    raise StoreError(
                        f"{self._uri}: the server went away and was not back after {self._limit:.0f} s; start it and "
                        f"run the command again ({WAIT} sets how long a load waits)"
                    ) from None
                time.sleep(_PAUSE)
            else:
                if since is not None:
                    _log.warning("%s: the server answers again", self._uri)
                return found
