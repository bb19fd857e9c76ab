"""The engine's own Bolt server, so that other processes of the same user can use a store that this one has open.

Measured on ArcadeDB 26.10: the server ignores a driver's READ mode and its timeouts, so that reading goes by an account
of a group that may read records and nothing else. The engine asks that group only for a database that the server itself
has opened; on one that was open before, every account may do everything. Its HTTP server cannot be left out, only ended
as soon as it has started.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import socket
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph import sharing

_LARGEST = 1 << 30
"""Bytes of one message; all that a document states is one text."""

_RIGHTS: dict[str, tuple[list[str], list[str]]] = {
    sharing.READER: ([], ["readRecord"]),
    # the engine makes a file for the ties of a class at the first tie, and calls that a change of the schema
    sharing.WRITER: (["updateSchema"], ["createRecord", "readRecord", "updateRecord", "deleteRecord"]),
}
"""Account -> what it may do with the database, and with records."""
_TRIES = 3


@dataclass
class Server:
    """A running server and the database that it has open."""

    java: Any
    database: Any
    root: Path
    folder: Path

    def stop(self) -> None:
        """End the server; it closes the database."""
        sharing.withdraw(self.folder)
        try:
            self.database.close()  # gives up the handle alone, which would do so itself when Python is no more
            self.java.stop()
        finally:
            shutil.rmtree(self.root, ignore_errors=True)


def serve(api: Any, folder: Path) -> Server | None:
    """Open the database in a folder through a server of its own; None if that cannot be done."""
    for _ in range(_TRIES):  # a free port may be taken by another program before the server has it
        found = _start(api, folder)
        if found is not None:
            return found
    return None


def _start(api: Any, folder: Path) -> Server | None:
    import jpype

    root = Path(tempfile.mkdtemp(prefix="polecore-"))  # for its owner only; the server keeps hashes of passwords in it
    port, unused = _free_ports()
    address = sharing.Address(port, os.getpid(), folder.name, secrets.token_urlsafe(24), secrets.token_urlsafe(24))
    context = jpype.JClass("com.arcadedb.ContextConfiguration")()
    for key, value in _settings(root, folder, port, unused).items():
        context.setValue(f"arcadedb.{key}", value)
    server = jpype.JClass("com.arcadedb.server.ArcadeDBServer")(context)
    try:
        server.start()
        server.getHttpServer().stopService()
        _accounts(server.getSecurity(), address)
        database = api.core.Database(server.getDatabase(folder.name))
        sharing.announce(folder, address)
    except (jpype.JException, OSError):
        with contextlib.suppress(jpype.JException):
            server.stop()
        shutil.rmtree(root, ignore_errors=True)
        return None
    return Server(server, database, root, folder)


def _settings(root: Path, folder: Path, port: int, unused: int) -> dict[str, Any]:
    return {
        "server.rootPath": str(root),
        "server.rootPassword": secrets.token_urlsafe(24),
        "server.configDirectory": str(root / "config"),
        "server.logsDirectory": str(root / "log"),
        "server.databaseDirectory": str(folder.parent),
        "server.databaseLoadAtStartup": False,
        # in its other mode the server hides why a query was refused
        "server.mode": "development",
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": str(unused),
        "server.httpWorkerThreads": 1,
        "server.healthCheck.enabled": False,
        "serverMetrics": False,
        "bolt.host": "127.0.0.1",
        "bolt.port": port,
        "bolt.defaultDatabase": folder.name,
        "bolt.maxConnections": 32,
        "bolt.maxMessageSize": _LARGEST,
        "bolt.packstream.maxValueLength": _LARGEST,
    }


def _accounts(security: Any, address: sharing.Address) -> None:
    import jpype

    record = jpype.JClass("com.arcadedb.serializer.json.JSONObject")
    for name, password in ((sharing.READER, address.reader), (sharing.WRITER, address.writer)):
        database, records = _RIGHTS[name]
        group = {"access": database, "resultSetLimit": -1, "readTimeout": -1, "types": {"*": {"access": records}}}
        security.saveGroup(address.database, name, record(json.dumps(group)))
        user = {
            "name": name,
            "password": str(security.encodePassword(password)),
            "databases": {address.database: [name]},
        }
        security.createUser(record(json.dumps(user)))


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]
