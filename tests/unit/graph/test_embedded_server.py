"""An embedded store that is shared: who gets in, what the accounts may do, and writers at the same time."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from graph import sharing
from graph.facts import Facts
from graph.neo4j_shared import SharedStore, connect
from graph.store import Store, open_store
from ontology.errors import StoreError
from tests.unit.graph.test_embedded import cities

WRITING = [
    "CREATE (:X {id: 1})",
    "CREATE (n:City:Entity:Place:Polecore {id: 'City:x'})",
    "MERGE (n:City {id: 'City:x'}) RETURN n",
    "MATCH (n:City) SET n.name = 'x'",
    "MATCH (n:City) REMOVE n.name",
    "MATCH (n:City) DETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "MATCH (n:City) SET n:Other",
    "FOREACH (x IN [1] | CREATE (:City))",
    "UNWIND [1] AS x CALL { CREATE (:City) } RETURN x",
    "CALL apoc.merge.node(['City'], {id: 'x'}) YIELD node RETURN node",
    "CREATE INDEX FOR (n:City) ON (n.name)",
    "CREATE USER x SET PASSWORD 'yyyyyyyyyy'",
    "SHOW USERS",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
]


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Store]:
    """Give a store that this process holds and shares."""
    store = open_store(f"embedded:{tmp_path / 'graph'}", share=True)
    store.load(cities("a.md", 3))
    yield store
    store.close()


@pytest.fixture
def address(held: Store, tmp_path: Path) -> sharing.Address:
    return sharing.Address(**json.loads((tmp_path / "graph" / sharing.FILE).read_text(encoding="ascii")))


@pytest.fixture
def shared(held: Store, address: sharing.Address) -> Iterator[SharedStore]:
    """Give the same store as another process would use it."""
    store = connect(held.uri, address)
    assert store is not None
    yield store
    store.close()


def listening() -> list[str]:
    """Give the addresses, as the kernel writes them, on which this process listens."""
    ours = {str(fd.readlink()) for fd in Path("/proc/self/fd").iterdir() if fd.is_symlink()}
    rows = [line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()]
    return [row[1].partition(":")[0] for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in ours]


def test_password_is_for_the_owner_alone_and_goes_with_the_store(held: Store, tmp_path: Path) -> None:
    file = tmp_path / "graph" / sharing.FILE

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert re.search(r'"reader": "[\w-]{32}", "writer": "[\w-]{32}"', file.read_text(encoding="ascii"))
    held.close()
    assert not file.exists()
    open_store(held.uri).close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sockets are looked up in /proc")
def test_only_one_port_is_open_and_only_to_this_machine(tmp_path: Path) -> None:
    before = listening()
    store = open_store(f"embedded:{tmp_path / 'graph'}", share=True)
    try:
        opened = listening()
        for address in before:
            opened.remove(address)
        assert [address.removeprefix("0000000000000000FFFF0000") for address in opened] == ["0100007F"]
    finally:
        store.close()


@pytest.mark.parametrize("account", [("reader", "wrong"), ("root", ""), ("", ""), None])
def test_nobody_gets_in_without_the_password(address: sharing.Address, account: tuple[str, str] | None) -> None:
    with (
        neo4j.GraphDatabase.driver(address.uri, auth=account) as driver,
        driver.session() as session,
        pytest.raises(neo4j.exceptions.AuthError),
    ):
        session.run("RETURN 1").consume()


def test_reader_reads_and_nothing_else(held: Store, address: sharing.Address) -> None:
    before = held.facts()
    with neo4j.GraphDatabase.driver(address.uri, auth=(sharing.READER, address.reader)) as driver:
        for text in WRITING:
            with driver.session() as session, pytest.raises(neo4j.exceptions.Neo4jError):
                session.run(text).consume()
        with driver.session() as session:
            transaction = session.begin_transaction()
            with pytest.raises(neo4j.exceptions.Neo4jError):
                transaction.run("MATCH (n:City) DETACH DELETE n").consume()
        with driver.session(database="other") as session, pytest.raises(neo4j.exceptions.Neo4jError):
            session.run("RETURN 1").consume()
        with driver.session(database=address.database) as session:
            assert session.run("MATCH (n:City) RETURN count(n) AS n").single(strict=True)["n"] == 3

    assert held.facts() == before
    assert held.verify() == []  # type: ignore[attr-defined]


def test_each_sees_what_the_other_loads(held: Store, shared: SharedStore) -> None:
    shared.load(cities("b.md", 2))
    assert {e.id for e in cities("b.md", 2).entities} <= {e.id for e in held.facts().entities}

    held.load(cities("b.md", 4))
    assert [c.outcome for c in shared.load(cities("b.md", 4))] == ["unchanged"]
    assert shared.facts() == held.facts()


def test_writers_at_the_same_time_lose_nothing(held: Store, shared: SharedStore) -> None:
    failures: list[BaseException] = []

    def load(store: Store, document: str) -> None:
        try:
            for number in range(1, 6):
                store.load(cities(document, number))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=load, args=pair) for pair in ((held, "b.md"), (shared, "c.md"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    expected = Facts([e for d, n in (("a.md", 3), ("b.md", 5), ("c.md", 5)) for e in cities(d, n).entities]).sorted()
    assert held.facts() == shared.facts() == expected
    assert held.verify() == []  # type: ignore[attr-defined]


def test_end_of_the_holder_is_told(held: Store, shared: SharedStore) -> None:
    held.close()

    with pytest.raises(StoreError, match=rf"process {os.getpid()}, which shared the store, does not answer any more"):
        shared.facts()


def test_address_of_a_process_that_was_killed_is_passed_over(tmp_path: Path) -> None:
    uri = f"embedded:{tmp_path / 'graph'}"
    open_store(uri).close()
    sharing.announce(tmp_path / "graph", sharing.Address(1, os.getppid(), "graph", "x", "y"))

    store = open_store(uri)

    assert store.facts() == Facts()
    store.close()
