"""The engine of the embedded store: one Java machine a process, and one open database for each folder."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph import embedded_folder as folders
from graph import sharing
from graph.deadline import QUERY_THREAD
from graph.embedded_server import Server, serve
from ontology.errors import StoreError

ENGINE_TIMEOUT = 60
"""Seconds after which the engine itself ends a statement, where it can."""

UNLIMITED = 0
"""What the engine takes for no such limit."""

_HEAP = "1g"
_OPTIONS = (
    # the second compiler takes the processors of a small machine for the first half minute of every process: with the
    # first alone a store opens in a fifth of the time, and loads and answers sooner as well
    "-XX:TieredStopAtLevel=1",
    "-Xrs",  # without it, SIGTERM crashes the process instead of ending it
    f"-Djava.util.logging.config.file={os.devnull}",
    "-Darcadedb.log.impl=slf4j",  # the engine's own logger writes ./log/ and stderr
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
    "-Darcadedb.polyglotEngineEnabled=false",
    "-Darcadedb.txWalFlush=1",
    f"-Darcadedb.command.timeout={ENGINE_TIMEOUT * 1000}",
)


@dataclass
class Engine:
    """An open database, shared by all stores and threads of the process.

    ``sound`` says that its graph is what was committed to it; without that no checksums are left that vouch for it.
    """

    path: Path
    database: Any
    fresh: bool
    lock: folders.Lock
    sums: folders.Sums
    server: Server | None = None
    users: int = 1
    closed: bool = False
    sound: bool = False
    writing: threading.RLock = field(default_factory=threading.RLock)


_engines: dict[Path, Engine] = {}
_opening = threading.Lock()


def acquire(path: Path, *, share: bool = False, older: bool = False) -> Engine:
    """Open the database in a folder, or take part in the one that this process has open there.

    Parameters
    ----------
    share : whether to answer other processes of the same user as well, as far as that can be done.
    older : whether the store may be one of an older version, because it is only read from.

    Raises
    ------
    StoreError
        if the folder cannot be used, holds something else, is held by another process, or was damaged.
    """
    path = path.resolve()
    with _opening:
        engine = _engines.get(path)
        if engine is not None:
            engine.users += 1
            return engine
        folders.prepare(path)
        lock = folders.Lock(path)
        sharing.hold(path)
        opened: list[Engine] = []
        try:
            with _unbroken():  # between the note that is taken and the engine that can give it back
                opened.append(_opened(path, lock, share, older))
        except BaseException:
            if opened:
                _close(opened[0])
            else:
                sharing.release(path)
                lock.release()
            raise
        engine = opened[0]
        _engines[path] = engine
        return engine


def _opened(path: Path, lock: folders.Lock, share: bool, older: bool) -> Engine:
    fresh = folders.begin(path)
    folders.check_version(path, older=older)
    sums = folders.take_sums(path)
    try:
        api = _start()
    except BaseException:  # nothing was opened, so that the note is still true
        if sums:
            folders.leave_sums(path, sums)
        raise
    if fresh and share:
        _create(api, path).close()
    server = serve(api, path) if share else None
    if server is not None:
        engine = Engine(path, server.database, fresh, lock, sums, server, sound=bool(sums))
    else:
        database = _create(api, path) if fresh and not share else _open(api, path)
        engine = Engine(path, database, fresh, lock, sums, sound=bool(sums))
    engine.database.set_wal_flush("yes_nometadata")
    return engine


@contextlib.contextmanager
def unlimited(database: Any) -> Iterator[None]:
    """Let statements take as long as they need: what looks at a whole graph must not be cut short by its size."""
    import jpype

    limit = jpype.JClass("com.arcadedb.GlobalConfiguration").COMMAND_TIMEOUT
    settings = database._java_db.getConfiguration()
    settings.setValue(limit, UNLIMITED)
    try:
        yield
    finally:
        settings.setValue(limit, ENGINE_TIMEOUT * 1000)


def release(engine: Engine) -> None:
    """Give the database back; the last one to do so closes it."""
    with _opening:
        engine.users -= 1
        if engine.users <= 0:
            _engines.pop(engine.path, None)
            with _unbroken():
                _close(engine)


def _close(engine: Engine) -> None:
    """Close a database, and note what its files are; one that could not be made is removed."""
    if engine.closed:  # when Python ends, by whoever comes first
        return
    engine.closed = True
    try:
        sharing.release(engine.path)
        if engine.server is not None:
            engine.server.stop()
        else:
            engine.database.close()
        if engine.fresh:
            folders.clear(engine.path)
        elif engine.sound:
            folders.leave_sums(engine.path, engine.sums)
    finally:
        engine.lock.release()


def _start() -> Any:
    """Start the Java machine, once."""
    try:
        import arcadedb_embedded as api
        import jpype
        import jpype.config
        from arcadedb_embedded.jvm import start_jvm
    except ImportError as error:
        raise StoreError(
            f"the embedded store cannot be used on this machine ({error}); use a Neo4j server (--store neo4j://HOST)"
        ) from None
    if not jpype.isJVMStarted():
        # at exit the store is closed by us; waiting for the Java machine to end as well can hang a process for ever
        jpype.config.destroy_jvm = False
        atexit.register(_quiesce)
        try:
            with _unbroken(), _quiet():
                start_jvm(heap_size=_HEAP, jvm_args=list(_OPTIONS))
            # After the engine's own handler was registered, and so run before it
            atexit.register(_leave)
        except api.ArcadeDBError as error:
            raise StoreError(f"the embedded store's Java machine did not start: {_first_line(error)}") from None
    return api


def _quiesce() -> None:
    """End the Java thread that calls into Python; one that does so while Python ends aborts the process."""
    import jpype

    if jpype.isJVMStarted():
        jpype.JClass("org.jpype.ref.JPypeReferenceQueue").getInstance().stop()


def _leave() -> None:
    """End the servers of shared stores, and let the process end although a query still runs.

    The engine's own handler cannot close a database that a server has open. And it would close one under a query,
    whose thread would come back into a Python that is no more, which ends in an abort. Nothing is lost: what was
    committed is in the log, and reading is all that goes on.
    """
    late = [thread for thread in threading.enumerate() if thread.name == QUERY_THREAD]
    if late:
        import jpype
        import jpype.config
        from arcadedb_embedded.jvm import _close_active_databases

        atexit.unregister(_close_active_databases)
        jpype.config.onexit = False
        return
    for engine in list(_engines.values()):
        _close(engine)


@contextlib.contextmanager
def _unbroken() -> Iterator[None]:
    """Hold Ctrl-C back: a Java machine that is half made aborts the process, a store half opened loses its note."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the Java machine's start-up warnings, which it writes past Python, off the terminal."""
    sys.stderr.flush()
    try:
        saved = os.dup(2)
    except OSError:  # no standard error to keep quiet
        yield
        return
    try:
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  # a device, not a file
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)


def _create(api: Any, path: Path) -> Any:
    try:
        return api.create_database(str(path))
    except api.ArcadeDBError as error:
        raise StoreError(f"embedded:{path}: the store cannot be made: {_first_line(error)}") from None


def _open(api: Any, path: Path) -> Any:
    try:
        return api.open_database(str(path))
    except api.ArcadeDBError as error:
        message = str(error)
        if "lock" in message.lower():
            raise folders.held(path) from None
        raise StoreError(
            f"embedded:{path}: the store cannot be opened ({_first_line(error)}); if its files are damaged, "
            "remove the folder and load the documents again"
        ) from None


def _first_line(error: BaseException) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
