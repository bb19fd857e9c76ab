"""The store on a Neo4j server, by the official driver."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast
from urllib.parse import unquote

import neo4j
from neo4j import exceptions

from graph import cypher, versions
from graph.cypher_store import CypherStore
from graph.deadline import Deadline
from graph.facts import Facts
from graph.integrity import Run, damage
from graph.neo4j_values import converted, cut, message
from graph.neo4j_waiting import Patience
from graph.slice import Slice
from graph.store import DocumentChange, Progress, Rows, Value, shown
from graph.text import all_han
from ontology.errors import QueryError, StoreError

T = TypeVar("T")
# Each of its own attempts would be a line on a terminal otherwise; who sets up logging gets them
logging.getLogger("neo4j").addHandler(logging.NullHandler())
USER, PASSWORD, DATABASE = "POLECORE_NEO4J_USER", "POLECORE_NEO4J_PASSWORD", "POLECORE_NEO4J_DATABASE"
_OLDEST = (5, 0)
_CONNECT_SECONDS = 10.0
_LOAD_SECONDS = 600.0
_BROKEN = ("TransactionLogError", "Could not append transaction", "critical error", "No space left")
_TEXTS = 1000
"""Queries of which it is remembered that they only read."""
_READING = frozenset({"r", "s"})
_CONSTRAINT = (
    "SHOW CONSTRAINTS YIELD name, labelsOrTypes, properties, type RETURN name, labelsOrTypes, properties, type"
)
_INDEXES = (
    "SHOW INDEXES YIELD name, state, type, labelsOrTypes, properties, options "
    "RETURN name, state, type, labelsOrTypes, properties, options.indexConfig['fulltext.analyzer'] AS analyser"
)


class Neo4jStore(CypherStore):
    """A store on a server.

    User, password and database come from POLECORE_NEO4J_USER (``neo4j`` if it is not set), POLECORE_NEO4J_PASSWORD
    and POLECORE_NEO4J_DATABASE; how long a load waits for a server that went away from POLECORE_NEO4J_WAIT. Only nodes
    that carry the label ``Polecore`` are written, read back or removed.

    Parameters
    ----------
    uri : ``neo4j://``, ``neo4j+s://`` or ``bolt://`` with host and port; never with a password in it.
    older : whether the store may be one of an older version, because it is only read from.

    Raises
    ------
    StoreError
        if the server is away, refuses the password, or is too old, or if another version wrote the store.
    """

    def __init__(self, uri: str, *, older: bool = False) -> None:
        super().__init__(shown(uri))
        if "@" in unquote(uri):
            raise StoreError(f"a store's URI takes no user or password; set {USER} and {PASSWORD} instead")
        self._user = os.environ.get(USER) or "neo4j"
        password = os.environ.get(PASSWORD)
        if not password:
            raise StoreError(f"{self.uri}: no password given; set {PASSWORD} (and {USER} if the user is not neo4j)")
        self._database = os.environ.get(DATABASE) or None
        try:
            self._driver = neo4j.GraphDatabase.driver(
                uri,
                auth=(self._user, password),
                connection_timeout=_CONNECT_SECONDS,
                connection_acquisition_timeout=_CONNECT_SECONDS,
                max_transaction_retry_time=_CONNECT_SECONDS,
                # What a query's author should know is told by the guard; the rest would fill the terminal
                notifications_min_severity="OFF",
                user_agent="polecore",
            )
        except (exceptions.ConfigurationError, ValueError) as error:
            told = str(error).replace(uri, self.uri)
            raise StoreError(f"{self.uri}: not an address of a server ({told}); use neo4j://HOST:7687") from None
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        self._deadline = Deadline()
        self._late: list[neo4j.Session] = []
        self._seen_to_read: set[str] = set()
        self._prepared = False
        self._closed = False
        self._patience = Patience(self.uri)
        try:
            self._check_version()
            found = self._read(lambda run: run(cypher.READ_MARK, {}))
            if found:
                self._check_mark(found[0]["mark"], older=older)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Release the store; closing twice is harmless."""
        if not self._closed:
            self._closed = True
            for session in self._late:
                cut(session)
            self._driver.close()

    def load(self, facts: Facts, *, progress: Progress | None = None) -> list[DocumentChange]:
        """Write facts as `CypherStore.load` does, and wait for a server that goes away meanwhile."""
        with self._patience.loading():
            return super().load(facts, progress=progress)

    def load_slices(self, parts: Mapping[str, Slice], *, progress: Progress | None = None) -> list[DocumentChange]:
        """Write slices as `CypherStore.load_slices` does, and wait for a server that goes away meanwhile."""
        with self._patience.loading():
            return super().load_slices(parts, progress=progress)

    def remove_document(self, document: str) -> DocumentChange:
        """Remove a document as `CypherStore.remove_document` does, and wait for a server that goes away meanwhile."""
        with self._patience.loading():
            return super().remove_document(document)

    def _session(self, mode: str) -> neo4j.Session:
        if self._closed:
            raise StoreError(f"{self.uri}: the store is closed; open it again")
        return self._driver.session(
            database=self._database, default_access_mode=mode, bookmark_manager=self._bookmarks, fetch_size=2000
        )

    def _read(self, work: Callable[[Run], T]) -> T:
        return self._managed(neo4j.READ_ACCESS, work)

    def _write(self, work: Callable[[Run], T]) -> T:
        self._prepare()
        return self._managed(neo4j.WRITE_ACCESS, work)

    def _managed(self, mode: str, work: Callable[[Run], T]) -> T:
        @neo4j.unit_of_work(timeout=_LOAD_SECONDS)
        def unit(transaction: neo4j.ManagedTransaction) -> T:
            def run(text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
                # The texts come from graph.cypher alone; the driver wants them marked as literal
                return transaction.run(cast(Any, text), dict(parameters)).data()

            return work(run)

        def attempt() -> T:
            with self._session(mode) as session:
                execute = session.execute_write if mode == neo4j.WRITE_ACCESS else session.execute_read
                return execute(unit)

        return self._tried(attempt)

    def _tried(self, work: Callable[[], T]) -> T:
        def lost() -> None:
            self._in_doubt = True

        try:
            return self._patience.run(work, lost=lost)
        except (exceptions.Neo4jError, exceptions.DriverError, OSError) as error:
            raise self._store_error(error) from None

    def _ask(self, text: str, parameters: Mapping[str, Value], limit: int | None, timeout: float) -> Rows:
        session = self._session(neo4j.READ_ACCESS)

        def work() -> Rows:
            with session:
                self._explain(session, text, parameters)
                # by itself, without BEGIN and COMMIT, a query goes to the server and back once
                found = session.run(neo4j.Query(cast(Any, text), timeout=timeout), dict(parameters))
                columns = tuple(found.keys())
                rows: list[tuple[Value, ...]] = []
                for record in found:
                    if limit is not None and len(rows) >= limit:
                        return Rows(columns, tuple(rows), truncated=True)
                    rows.append(converted(record.values()))
                return Rows(columns, tuple(rows))

        try:
            return self._deadline.run(work, timeout, grace=1, abandon=lambda: self._late.append(session))
        except (exceptions.Neo4jError, exceptions.DriverError) as error:
            raise self._query_error(error) from None

    def _explain(self, session: neo4j.Session, text: str, parameters: Mapping[str, Value]) -> None:
        """Let the server say whether a query only reads: once a text, since values do not change what it does."""
        if text in self._seen_to_read:
            return
        kind = session.run(cast(Any, f"EXPLAIN {text}"), dict(parameters)).consume().query_type
        if kind not in _READING:
            raise QueryError("the server says that this query writes; only reading is allowed")
        if len(self._seen_to_read) >= _TEXTS:
            self._seen_to_read.clear()
        self._seen_to_read.add(text)

    def _check_version(self) -> None:
        try:
            info = self._driver.get_server_info()
        except (exceptions.Neo4jError, exceptions.DriverError, OSError, ValueError) as error:
            raise self._store_error(error) from None
        name, _, version = info.agent.partition("/")
        numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
        # Other servers that speak Bolt call themselves Neo4j and say further on what they are
        if name != "Neo4j" or "compatible" in version or numbers < _OLDEST:
            raise StoreError(f"{self.uri}: the server is {info.agent}; Polecore needs Neo4j 5 or later")

    def _prepare(self) -> None:
        """Make the constraint and the indexes before the first write, unless they are there."""
        if self._prepared:
            return

        def make() -> set[str]:
            with self._session(neo4j.WRITE_ACCESS) as session:
                found = _there(session)
                if found >= cypher.EXPECTED.keys():
                    return found
                for text in (*cypher.CONSTRAINTS.values(), *cypher.INDEXES.values()):
                    try:
                        session.run(cast(Any, text)).consume()
                    except exceptions.ClientError as error:
                        # another load that begins at this moment has made it, which IF NOT EXISTS does not always see
                        if "AlreadyExists" not in (error.code or ""):
                            raise
                session.run("CALL db.awaitIndexes(60)").consume()
                return _there(session)

        missing = sorted(cypher.EXPECTED.keys() - self._tried(make))
        if missing:
            raise StoreError(
                f"{self.uri}: {', '.join(missing)} could not be made as it should be; look at SHOW CONSTRAINTS and "
                "SHOW INDEXES on the server for one of the same name or kind, and drop it if nothing else needs it. "
                "No fact was written"
            )
        tally = self._managed(neo4j.WRITE_ACCESS, lambda run: run(cypher.MAKE_TALLY, {"mark": versions.mark()}))
        self._check_mark(tally[0]["mark"])
        self._prepared = True

    def _check_mark(self, found: str | None, *, older: bool = False) -> None:
        versions.check(
            self.uri,
            found or "1",
            advice=f"keep it with `polecore copy --from {self.uri} --to embedded:NEW`, remove it from the server "
            "(MATCH (n:Polecore) DETACH DELETE n), and copy it back or load the documents again",
            older=older,
        )

    def verify(self) -> list[str]:
        """Compare the graph with what was committed as `CypherStore.verify` does; nothing may have been yet."""

        def work(run: Run) -> list[str]:
            begun = run(cypher.READ_TALLY, {}) or run(cypher.READ_HASHES, {})
            return damage(run) if begun else []

        return self._read(work)

    def _search_statement(self, folded: str) -> str:
        # The cjk analyser indexes pairs of Han characters: for such a text it finds all that contains it
        return cypher.SEARCH_INDEXED if all_han(folded) and self._indexed() else cypher.SEARCH

    def _search_values(self, terms: Mapping[str, str], limit: int) -> dict[str, Any]:
        return {**terms, "limit": limit, "phrase": f'"{terms["text"]}"'}

    def _indexed(self) -> bool:
        if not self._prepared:
            found = self._read(
                lambda run: run("SHOW INDEXES YIELD name, state WHERE name = 'polecore_names' RETURN state", {})
            )
            return bool(found) and found[0]["state"] == "ONLINE"
        return True

    def _store_error(self, error: Exception) -> StoreError:
        if isinstance(error, exceptions.AuthError | exceptions.ClientError) and "Security" in str(error.code):
            return StoreError(f"{self.uri}: user {self._user} was refused; check {USER} and {PASSWORD}")
        if isinstance(error, exceptions.ServiceUnavailable | exceptions.SessionExpired | OSError):
            return StoreError(f"{self.uri}: no Neo4j server answers there; start it, or check host and port")
        code = getattr(error, "code", None) or ""
        if "DatabaseNotFound" in code:
            return StoreError(f"{self.uri}: the server has no database {self._database!r}; check {DATABASE}")
        if "ConstraintValidationFailed" in code:
            return StoreError(f"{self.uri}: {message(error)}; another program has used this id. Nothing was kept")
        if any(sign in f"{code} {message(error)}" for sign in _BROKEN):
            return StoreError(
                f"{self.uri}: the server cannot write any more, as when its disk is full; look at its log, make room, "
                "start it again and run the command again. Nothing of the document at fault was kept"
            )
        return StoreError(f"{self.uri}: {message(error)}")

    def _query_error(self, error: Exception) -> QueryError | StoreError:
        code = getattr(error, "code", None) or ""
        if "TransactionTimedOut" in code or "Terminated" in code:
            return QueryError("the query ran out of time; narrow it down with WHERE or LIMIT")
        if "MemoryPool" in code or "OutOfMemory" in code or "TransactionOutOfMemory" in code:
            return QueryError("the query needs more memory than it may take; narrow it down with WHERE or LIMIT")
        if isinstance(error, exceptions.ClientError) and "Security" not in code:
            return QueryError(f"the query cannot be run: {message(error)}")
        return self._store_error(error)


def _there(session: neo4j.Session) -> set[str]:
    """Name the constraints and indexes that are as they should be."""
    unique = {
        row["name"]
        for row in session.run(_CONSTRAINT)
        if row["labelsOrTypes"] == ["Polecore"] and row["properties"] == ["id"] and "UNIQUE" in row["type"]
    }
    found = set()
    for row in session.run(_INDEXES):
        is_ = (row["type"], tuple(row["labelsOrTypes"] or ()), tuple(row["properties"] or ()), row["analyser"] or "")
        if row["state"] == "ONLINE" and cypher.EXPECTED.get(row["name"]) == is_:
            found.add(row["name"])
    return found - (cypher.CONSTRAINTS.keys() - unique)
