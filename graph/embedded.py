"""The store in a folder of one's own machine: ArcadeDB in process, asked in Cypher."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from arcadedb_embedded import ArcadeDBError

from graph import embedded_engine as engines
from graph import embedded_folder as folders
from graph import guard
from graph.cypher import BOOKKEEPING
from graph.deadline import Deadline
from graph.embedded_values import argument, plain
from graph.integrity import Run, altered
from graph.optimistic import Conflict, OptimisticStore
from graph.store import Rows, Value
from ontology.errors import QueryError, StoreError
from ontology.schema import Schema

T = TypeVar("T")
_LANGUAGE = "opencypher"
_LITTLE = 64 << 20
"""Bytes of free disk below which a failure to write is put down to the lack of it."""
_TYPES = {
    "string": "STRING",
    "date": "STRING",  # a year, a month or a day, as written
    "integer": "LONG",
    "double": "DOUBLE",
    "boolean": "BOOLEAN",
}


class Unanswered(StoreError):
    """A statement of the store's own was ended before it had an answer, which says nothing of what is in it."""


class EmbeddedStore(OptimisticStore):
    """A store in a folder.

    One process may have it open at a time; within the process any number of stores and threads share it.

    Parameters
    ----------
    path : the folder; made if it is not there.
    share : whether to answer other processes of the same user as long as it is open.
    older : whether the store may be one of an older version, because it is only read from.

    Raises
    ------
    StoreError
        if the folder cannot be used, is open in another process, or does not hold what was committed to it.
    """

    def __init__(self, path: str | Path, *, share: bool = False, older: bool = False) -> None:
        super().__init__(f"embedded:{path}")
        self._engine = engines.acquire(Path(path), share=share, older=older)
        self._lock = self._engine.writing
        self._closed = False
        self._deadline = Deadline()
        try:
            if self._engine.fresh:
                self._declare()
            elif self._engine.users == 1:
                self._check(older=older)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Release the store; closing twice is harmless."""
        if not self._closed:
            self._closed = True
            engines.release(self._engine)

    def _read(self, work: Callable[[Run], T]) -> T:
        database = self._database()

        def run(text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
            found = database.query(_LANGUAGE, text, *((argument(parameters),) if parameters else ()))
            rows: list[dict[str, Any]] = found.to_list()
            return rows

        with self._translated():
            return work(run)

    def _attempt(self, work: Callable[[Run], T]) -> T:
        database = self._database()

        def run(text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
            found = database.command(_LANGUAGE, text, *((argument(parameters),) if parameters else ()))
            rows: list[dict[str, Any]] = found.to_list() if found is not None else []
            return rows

        with self._lock, self._translated():
            database.begin()
            try:
                result = work(run)
                database.commit()
            except BaseException:
                # A failed commit has ended the transaction already; what is still open must not be inherited
                if database.is_transaction_active():
                    database.rollback()
                raise
            return result

    def _ask(self, text: str, parameters: Mapping[str, Value], limit: int | None, timeout: float) -> Rows:
        database = self._database()

        def work() -> Rows:
            found = database.query(_LANGUAGE, text, *((dict(parameters),) if parameters else ()))
            try:
                return _collect(found, limit, text)
            finally:
                found.close()

        try:
            return self._deadline.run(work, timeout)
        except ArcadeDBError as error:
            raise _query_error(error) from None

    def _database(self) -> Any:
        if self._closed:
            raise StoreError(f"{self.uri}: the store is closed; open it again")
        return self._engine.database

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except ArcadeDBError as error:
            told = str(error)
            free = shutil.disk_usage(self._engine.path).free
            if free < _LITTLE and ("No space left" in told or "WAL" in told or "IOException" in told):
                self._engine.sound = False
                raise StoreError(
                    f"{self.uri}: the disk is full ({free >> 20} MB free); make room and run the command again. "
                    "Documents that were loaded before are kept, and nothing of the one at fault"
                ) from None
            if "ConcurrentModification" in told or "NeedRetry" in told:
                raise Conflict(f"{self.uri}: {told.splitlines()[0]}") from None
            if "TimeoutException" in told:
                raise Unanswered(
                    f"{self.uri}: the store took too long to answer; try again when less else runs"
                ) from None
            self._engine.sound = False  # whatever it was: the next one to open the store looks at all of it
            raise StoreError(f"{self.uri}: {told.splitlines()[0]}") from None

    def _check(self, *, older: bool) -> None:
        """Look at the whole graph, unless the checksums of its files have vouched for it: as after a kill."""
        if self._engine.sums:
            return
        try:
            with engines.unlimited(self._database()):
                complaints = self.verify()
                if not complaints and not older:
                    complaints = self._read(altered)
        except Unanswered:
            raise
        except StoreError as error:
            complaints = [str(error)]
        if complaints:
            raise StoreError(
                f"{self.uri}: the store is damaged: {'; '.join(complaints)}; "
                "remove the folder and load the documents again"
            )
        self._engine.sound = True

    def _declare(self) -> None:
        """Declare all types before the first write: the engine would guess them from the first value."""
        database = self._database()
        with self._translated():
            database.command("sqlscript", ";\n".join((*declarations(self._schema), "")))
            with database.transaction():
                database.command(
                    _LANGUAGE, "CREATE (:Polecore:Store {id: 'Store:', revision: 0, count: 0, checksum: '0'})"
                )
        folders.seal(self._engine.path)
        self._engine.fresh = False
        self._engine.sound = True


def declarations(schema: Schema) -> list[str]:
    """Give the statements that declare vertex types, edge types, properties and the unique index."""
    classes = {name: schema.labels_of(name) for name in (*schema.entity_types, *schema.evidence_types)}
    classes.update({name: ("Polecore", name) for name in sorted(BOOKKEEPING)})
    single = sorted({label for labels in classes.values() for label in labels})
    # No node has one label alone, so that these need no files of their own
    found = [f"CREATE VERTEX TYPE `{label}` BUCKETS 0" for label in single]
    found += [f"CREATE PROPERTY `Polecore`.`{name}` {kind}" for name, kind in _properties(schema).items()]
    for labels in classes.values():
        ordered = sorted(labels)  # the engine's own name for a node of several labels
        parents = ", ".join(f"`{label}`" for label in ordered)
        found.append(f"CREATE VERTEX TYPE `{'~'.join(ordered)}` EXTENDS {parents} BUCKETS 1")
    found.append("CREATE INDEX ON `Polecore` (id) UNIQUE")
    statements = schema.node_types
    tie = {p.name: _type(p.datatype, p.many) for p in statements["Tie"].properties}
    for name in sorted(schema.relation_types):
        found.append(f"CREATE EDGE TYPE `{name}` BUCKETS 1")
        found += [f"CREATE PROPERTY `{name}`.`{key}` {kind}" for key, kind in sorted(tie.items())]
    found += [f"CREATE EDGE TYPE `{name}` BUCKETS 1" for name in sorted(schema.evidence_relations)]
    found.append("CREATE PROPERTY `MENTIONED_IN`.`rule` STRING")
    return found


def _properties(schema: Schema) -> dict[str, str]:
    nodes = (*schema.entity_types.values(), *schema.evidence_types.values())
    found = {p.name: _type(p.datatype, p.many) for node in nodes for p in node.properties}
    texts = ("search_key", "packed", "checksum", "busy")
    return dict(sorted({**found, **dict.fromkeys(texts, "STRING"), "revision": "LONG", "count": "LONG"}.items()))


def _type(datatype: str, many: bool) -> str:
    return f"LIST OF {_TYPES[datatype]}" if many else _TYPES[datatype]


def _collect(found: Iterable[Any], limit: int | None, text: str) -> Rows:
    columns: tuple[str, ...] = ()
    rows: list[tuple[Value, ...]] = []
    for result in found:
        if limit is not None and len(rows) >= limit:
            return Rows(columns, tuple(rows), truncated=True)
        columns = columns or tuple(result.property_names)
        rows.append(tuple(plain(result.get_raw(name)) for name in columns))
    return Rows(columns or guard.columns(text), tuple(rows))


def _query_error(error: ArcadeDBError) -> QueryError:
    message = str(error).splitlines()[0]
    for prefix in ("Query failed: ", "Reading the result set failed: "):
        message = message.removeprefix(prefix)
    if "TimeoutException" in message:
        return QueryError("the query ran out of time; narrow it down with WHERE or LIMIT")
    if "OutOfMemoryError" in message or "HeapLimitExceeded" in message:
        return QueryError("the query needs more memory than it may take; narrow it down with WHERE or LIMIT")
    name, separator, rest = message.partition(": ")
    return QueryError(f"the query cannot be run: {rest if separator and 'Exception' in name else message}")
