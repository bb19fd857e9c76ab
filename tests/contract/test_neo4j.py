"""What a server store owes to the server besides the contract: its own nodes only, its constraints, clear refusals."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import Neo4jError

from graph.store import Store, open_store
from ontology.errors import QueryError, StoreError
from tests.contract.made_facts import CITY, PLAN, news, plan, together

pytestmark = pytest.mark.neo4j


@pytest.fixture
def driver(server_credentials: str) -> Iterator[neo4j.Driver]:
    with neo4j.GraphDatabase.driver(
        server_credentials, auth=("neo4j", os.environ["POLECORE_NEO4J_PASSWORD"])
    ) as driver:
        yield driver
        driver.execute_query("MATCH (n:Foreign) DETACH DELETE n")


def test_foreign_content_is_never_touched(neo4j_store: Store, driver: neo4j.Driver) -> None:
    foreign = "MATCH (n:Foreign) RETURN n.id AS id, labels(n) AS labels, properties(n) AS p, COUNT { (n)--() } AS ties"
    driver.execute_query(
        "CREATE (:Foreign:Entity:City {id: $city, name: '泽阳市', search_key: '\\n泽阳市\\n'})"
        "-[:LOCATED_IN {key: 'x'}]->(:Foreign:Document {id: $plan}), (:Foreign:Ledger {id: 'Store:'})",
        city=CITY, plan=PLAN,
    )  # fmt: skip
    before = [record.data() for record in driver.execute_query(foreign).records]

    neo4j_store.load(together(plan(), news()))

    assert dict(neo4j_store.status().labels)["City"] == 1
    assert [e.id for e in neo4j_store.search("泽阳市")] == [CITY]
    for document in neo4j_store.status().documents:
        neo4j_store.remove_document(document)
    assert [record.data() for record in driver.execute_query(foreign).records] == before


def test_constraint_and_indexes_are_there_before_the_first_fact(neo4j_store: Store, driver: neo4j.Driver) -> None:
    neo4j_store.load(plan())

    found = driver.execute_query("SHOW INDEXES YIELD name, state RETURN name, state").records
    assert {("polecore_id", "ONLINE"), ("polecore_names", "ONLINE"), ("polecore_search", "ONLINE")} <= {
        (r["name"], r["state"]) for r in found
    }
    with pytest.raises(neo4j.exceptions.ConstraintError):
        driver.execute_query("CREATE (:Polecore {id: $id})", id=CITY)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("polecore_name", "CREATE INDEX polecore_name FOR (n:Foreign) ON (n.x)"),
        ("polecore_names", "CREATE FULLTEXT INDEX polecore_names FOR (n:Polecore) ON EACH [n.search_key]"),
        ("polecore_id", "CREATE CONSTRAINT polecore_id FOR (n:Foreign) REQUIRE n.x IS UNIQUE"),
    ],
)
def test_index_of_another_kind_under_our_name_is_an_error(
    neo4j_store: Store, driver: neo4j.Driver, server_credentials: str, name: str, other: str
) -> None:
    kind = "CONSTRAINT" if name == "polecore_id" else "INDEX"
    driver.execute_query(f"DROP {kind} {name} IF EXISTS")
    driver.execute_query(other)
    fresh = open_store(server_credentials)
    try:
        with pytest.raises(StoreError, match=rf"{name} could not be made as it should be; .* No fact was written"):
            fresh.load(plan())
        assert fresh.status().documents == {}
    finally:
        driver.execute_query(f"DROP {kind} {name}")
        fresh.load(plan())
        fresh.close()


def test_another_program_that_took_an_id_is_named(neo4j_store: Store, driver: neo4j.Driver) -> None:
    neo4j_store.load(news())
    driver.execute_query("CREATE (:Polecore:Foreign {id: 'Lab:泽阳激光实验室'})")

    with pytest.raises(StoreError, match=r"already exists .* another program has used this id. Nothing was kept"):
        neo4j_store.load(plan())

    assert list(neo4j_store.status().documents) == [news().documents()[0]]


def test_two_stores_see_each_others_loads(neo4j_store: Store, server_credentials: str) -> None:
    other = open_store(server_credentials)
    neo4j_store.load(plan())

    assert other.facts() == plan()
    other.load(news())
    assert [c.outcome for c in neo4j_store.load(plan())] == ["unchanged"]
    assert neo4j_store.facts() == other.facts()
    assert neo4j_store.verify() == []  # type: ignore[attr-defined]
    other.close()


def test_wrong_password_names_the_variables(server_credentials: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLECORE_NEO4J_PASSWORD", "not this one")

    with pytest.raises(StoreError, match="user neo4j was refused; check POLECORE_NEO4J_USER and POLECORE_NEO4J_PASSW"):
        open_store(server_credentials)


def test_missing_database_is_named(server_credentials: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLECORE_NEO4J_DATABASE", "nowhere")

    with pytest.raises(StoreError, match="no database 'nowhere'; check POLECORE_NEO4J_DATABASE"):
        open_store(server_credentials)


def test_store_of_an_older_version_is_refused_and_can_be_copied(
    neo4j_store: Store, driver: neo4j.Driver, server_credentials: str
) -> None:
    neo4j_store.load(plan())
    driver.execute_query("MATCH (s:Polecore {id: 'Store:'}) REMOVE s.mark")
    try:
        with pytest.raises(StoreError, match=r"older version of Polecore .* keep it with `polecore copy --from bolt:"):
            open_store(server_credentials)
        older = open_store(server_credentials, older=True)
        assert older.facts() == plan()
        with pytest.raises(StoreError, match="older version of Polecore"):
            older.load(news())
        older.close()
    finally:
        neo4j_store.remove_document(PLAN)
    emptied = open_store(server_credentials)
    emptied.load(news())
    emptied.close()
    open_store(server_credentials).close()


def test_lost_answer_to_a_commit_is_found_out(
    neo4j_store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    commit, lost = neo4j.Session.execute_write, []

    def losing(session: neo4j.Session, work: Any) -> Any:
        found = commit(session, work)
        if not lost:
            lost.append(True)
            raise neo4j.exceptions.IncompleteCommit("gone")
        return found

    neo4j_store.load(news())
    monkeypatch.setattr(neo4j.Session, "execute_write", losing)
    loaded = neo4j_store.load(plan())
    lost.clear()
    removed = neo4j_store.remove_document(PLAN)

    assert [c.outcome for c in (*loaded, removed)] == ["new", "removed"]
    assert neo4j_store.facts() == news()
    assert neo4j_store.verify() == []  # type: ignore[attr-defined]
    assert [c.outcome for c in neo4j_store.load(plan())] == ["new"]


def test_load_by_a_routing_address_goes_on_with_a_new_leader(
    neo4j_store: Store, server_credentials: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, refused = neo4j.ManagedTransaction.run, []

    def moved(transaction: neo4j.ManagedTransaction, *given: Any) -> Any:
        if len(refused) < 2 and "SET s.busy" in str(given[0]):
            refused.append(given[0])
            raise Neo4jError._hydrate_neo4j(  # as the driver makes it of a server's answer
                code="Neo.ClientError.Cluster.NotALeader", message="No write operations are allowed on this server"
            )
        return run(transaction, *given)

    monkeypatch.setattr(neo4j.ManagedTransaction, "run", moved)
    routed = open_store(server_credentials.replace("bolt://", "neo4j://"))
    changes = routed.load(together(plan(), news()))

    assert len(refused) == 2
    assert [c.outcome for c in changes] == ["new", "new"]
    assert routed.facts() == neo4j_store.facts()  # what was just written is read back, whoever is asked
    assert routed.verify() == []  # type: ignore[attr-defined]
    routed.close()


def test_server_itself_calls_a_writing_query_by_its_name(neo4j_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.guard.check", lambda text, embedded: text)

    with pytest.raises(QueryError, match="the server says that this query writes"):
        neo4j_store.query("MATCH (n:Entity) DETACH DELETE n")
