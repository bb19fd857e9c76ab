"""An embedded store that another process of the same user holds and shares, used by the driver of Neo4j.

The engine's server speaks Bolt, but ignores READ mode and the driver's timeouts: reading goes by an account that may
only read, and the deadline is our own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

import neo4j
from neo4j import exceptions

from graph import guard, sharing
from graph.deadline import Deadline
from graph.integrity import Run
from graph.neo4j_values import converted, cut, message
from graph.optimistic import Conflict, OptimisticStore
from graph.store import Rows, Value
from ontology.errors import QueryError, StoreError

T = TypeVar("T")
_CONNECT_SECONDS = 5.0


def connect(uri: str, address: sharing.Address) -> SharedStore | None:
    """Use the store at an address; None if nobody answers there as expected, as after a crash."""
    store = SharedStore(uri, address)
    try:
        store.status()
    except StoreError:
        store.close()
        return None
    return store


class SharedStore(OptimisticStore):
    """A store that another process holds.

    Parameters
    ----------
    uri : the URI of the embedded store, as it is told to the user.
    address : where the other process answers.
    """

    def __init__(self, uri: str, address: sharing.Address) -> None:
        super().__init__(uri)
        self._address = address
        self._drivers: dict[str, neo4j.Driver] = {}
        self._deadline = Deadline()
        self._late: list[neo4j.Session] = []
        self._closed = False

    def close(self) -> None:
        """Release the store; closing twice is harmless."""
        if not self._closed:
            self._closed = True
            for session in self._late:
                cut(session)
            for driver in self._drivers.values():
                driver.close()

    def _session(self, account: str) -> neo4j.Session:
        if self._closed:
            raise StoreError(f"{self.uri}: the store is closed; open it again")
        with self._lock:
            if account not in self._drivers:
                self._drivers[account] = neo4j.GraphDatabase.driver(
                    self._address.uri,
                    auth=(account, getattr(self._address, account)),
                    connection_timeout=_CONNECT_SECONDS,
                    connection_acquisition_timeout=_CONNECT_SECONDS,
                    notifications_min_severity="OFF",
                    user_agent="polecore",
                )
            driver = self._drivers[account]
        return driver.session(database=self._address.database, fetch_size=2000)

    def _read(self, work: Callable[[Run], T]) -> T:
        try:
            with self._session(sharing.READER) as session:
                return work(_runner(session))
        except (exceptions.Neo4jError, exceptions.DriverError, OSError) as error:
            raise self._store_error(error) from None

    def _attempt(self, work: Callable[[Run], T]) -> T:
        try:
            with self._session(sharing.WRITER) as session, session.begin_transaction() as transaction:
                result = work(_runner(transaction))
                transaction.commit()
                return result
        except (exceptions.Neo4jError, exceptions.DriverError, OSError) as error:
            raise self._store_error(error) from None

    def _ask(self, text: str, parameters: Mapping[str, Value], limit: int | None, timeout: float) -> Rows:
        session = self._session(sharing.READER)

        def work() -> Rows:
            with session:
                found = session.run(cast(Any, text), dict(parameters))
                columns = tuple(found.keys()) or guard.columns(text)
                rows: list[tuple[Value, ...]] = []
                for record in found:
                    if limit is not None and len(rows) >= limit:
                        return Rows(columns, tuple(rows), truncated=True)
                    rows.append(converted(record.values()))
                return Rows(columns, tuple(rows))

        try:
            return self._deadline.run(work, timeout, abandon=lambda: self._late.append(session))
        except (exceptions.Neo4jError, exceptions.DriverError, OSError) as error:
            if _gone(error):
                raise self._store_error(error) from None
            raise QueryError(f"the query cannot be run: {message(error)}") from None

    def _store_error(self, error: Exception) -> StoreError:
        if _gone(error):
            return StoreError(
                f"{self.uri}: process {self._address.pid}, which shared the store, does not answer any more; "
                "if it has ended, run the command again"
            )
        told = f"{self.uri}: {message(error)}"
        if isinstance(error, exceptions.TransientError) or "ConcurrentModification" in told:
            return Conflict(told)
        return StoreError(told)


def _gone(error: Exception) -> bool:
    """Say whether the other process has let go of the store; it forgets its accounts before it stops listening."""
    if isinstance(error, exceptions.DriverError | OSError):
        return True
    return "credentials of this connection" in str(error) or "Unauthorized" in str(getattr(error, "code", ""))


def _runner(session: neo4j.Session | neo4j.Transaction) -> Run:
    def run(text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        return session.run(cast(Any, text), dict(parameters)).data()

    return run
