"""The short form of benchmarks/faults.py: kills and outages in the middle of a load, and loads that meet."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.breaking import killing, room, together
from benchmarks.breaking.loading import OTHER, Judge, made, slices
from graph import neo4j as server
from graph.cypher_store import CypherStore
from graph.neo4j_waiting import WAIT
from graph.store import Store, open_store
from ontology.errors import StoreError
from tests.contract.made_facts import NEWS, PLAN, news, plan
from tests.contract.made_facts import together as joined
from tests.unit.command_line import assert_one_line, run

SEED, NUMBER, PER_DOCUMENT = 3, 2, 4


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> killing.Target:
    """Give a store of each kind that may be broken."""
    older = made(SEED + OTHER, NUMBER, PER_DOCUMENT)
    if request.param == "embedded":
        return killing.embedded(tmp_path, older)
    request.getfixturevalue("neo4j_store")
    uri: str = request.getfixturevalue("server_credentials")
    return killing.neo4j(uri, ("neo4j", os.environ["POLECORE_NEO4J_PASSWORD"]), older)


def test_killed_load_leaves_each_document_whole_or_absent(target: killing.Target) -> None:
    *_, tally = killing.kills(target, 2, SEED, number=NUMBER, per_document=PER_DOCUMENT)

    assert tally.failures == []
    assert tally.whole + tally.absent == 2 * NUMBER


def test_judge_sees_what_is_missing_or_changed(embedded_store: CypherStore) -> None:
    parts = made(SEED, NUMBER, PER_DOCUMENT)
    judge = Judge(parts)
    embedded_store.load_slices(slices(parts[:1]))
    assert judge.complaints(embedded_store) == []
    assert judge.whole(embedded_store) == 1

    embedded_store._write(lambda run: run("MATCH (z:Zone) SET z.name = '别的'", {}))
    assert [" nodes, " in one for one in judge.complaints(embedded_store)] == [True]


def test_two_loads_that_meet_leave_one_whole_graph(target: killing.Target) -> None:
    (met,) = together.meetings(target, 1, SEED, number=NUMBER, per_document=PER_DOCUMENT)

    assert met.failures == []
    assert met.refused == (1 if target.name == "embedded" else 0)


class Gate:
    """A port that leads to a server, and can be shut."""

    def __init__(self, host: str, port: int) -> None:
        self._server = (host, port)
        self._held: list[socket.socket] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self.shut, self.refused = False, 0
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """End all connections, and let nobody in."""
        self.shut = True
        for one in self._held:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self._held.clear()

    def open(self) -> None:
        """Let all in again."""
        self.shut = False

    def _serve(self) -> None:
        while True:
            client, _ = self._door.accept()
            if self.shut:
                client.close()
                self.refused += 1
                continue
            upstream = socket.create_connection(self._server)
            self._held += [client, upstream]
            for source, sink in ((client, upstream), (upstream, client)):
                threading.Thread(target=_pump, args=(source, sink), daemon=True).start()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass


@pytest.fixture
def gate(server_credentials: str, neo4j_store: Store, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Give a way to the emptied test server that can be shut."""
    monkeypatch.setattr(server, "_CONNECT_SECONDS", 1.0)
    host, _, port = server_credentials.partition("//")[2].rpartition(":")
    return Gate(host, int(port))


@pytest.mark.neo4j
def test_load_waits_for_a_server_that_comes_back(gate: Gate) -> None:
    def leave(_: str, done: int, __: int) -> None:
        if done == 1:
            gate.close()
            threading.Timer(3, gate.open).start()

    with closing(open_store(f"bolt://127.0.0.1:{gate.port}")) as store:
        changes = store.load(joined(plan(), news()), progress=leave)
        assert [c.outcome for c in changes] == ["new", "new"]
    assert gate.refused > 0


@pytest.mark.neo4j
def test_load_that_gives_up_says_what_is_in(gate: Gate, neo4j_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WAIT, "1")
    first = min(NEWS, PLAN)

    with closing(open_store(f"bolt://127.0.0.1:{gate.port}")) as store:
        told = rf"was not back after 1 s; .*\. 1 of 2 documents are in \({first}\); the same load goes on with the rest"
        with pytest.raises(StoreError, match=told):
            store.load(joined(plan(), news()), progress=lambda *_: gate.close())

    assert list(neo4j_store.status().documents) == [first]
    assert [c.outcome for c in neo4j_store.load(joined(plan(), news()))] == ["unchanged", "new"]


def test_full_disk_is_told_in_one_line_and_leaves_the_older_file(embedded_store: Store, tmp_path: Path) -> None:
    embedded_store.load_slices(slices(made(SEED, 1, 40)))  # type: ignore[attr-defined]
    embedded_store.close()
    try:
        with room.small_disk(tmp_path / "disk", 8192) as disk:
            (disk / "entities.csv").write_text("older", encoding="utf-8")
            result = run("export", "csv", "--store", embedded_store.uri, "--out", str(disk))

            assert_one_line(result, 1, f"{disk}: No space left on device; make room and run the command again")
            assert [(p.name, p.read_text(encoding="utf-8")) for p in disk.iterdir()] == [("entities.csv", "older")]
    except PermissionError as error:
        pytest.skip(str(error))
