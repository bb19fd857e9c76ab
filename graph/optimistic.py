"""Writing to a store without locks: try, and try again if another writer was there in the meantime."""

from __future__ import annotations

import time
from abc import abstractmethod
from collections.abc import Callable
from typing import TypeVar

from graph.cypher_store import CypherStore, revision_of
from graph.integrity import Run
from graph.store import Status
from ontology.errors import StoreError

T = TypeVar("T")
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
"""Seconds to wait after each attempt that met another writer."""


class Conflict(StoreError):
    """The store says that another writer was faster."""


class OptimisticStore(CypherStore):
    """A store whose transactions are refused at the end, if another one has written to the same pages.

    Until then a transaction may see half of what the other one wrote, so that any error in it may come from that.
    """

    embedded = True
    _counted: tuple[int, Status] | None = None

    @abstractmethod
    def _attempt(self, work: Callable[[Run], T]) -> T:
        """Call work in one writing transaction; `Conflict` if another one was faster."""

    def status(self) -> Status:
        """Count what is in the store; anew only if it was written to, as only a store of ours can do."""
        revision = self._read(revision_of)
        if self._counted is None or self._counted[0] != revision:
            self._counted = (revision, super().status())
        return self._counted[1]

    def _write(self, work: Callable[[Run], T]) -> T:
        for pause in _PAUSES:
            before = self._read(self._refresh)
            try:
                return self._attempt(work)
            except StoreError as error:
                if not isinstance(error, Conflict) and self._read(revision_of) == before:
                    raise
            time.sleep(pause)
        raise StoreError(f"{self.uri}: another process keeps writing to the store; nothing was kept. Try again later")
