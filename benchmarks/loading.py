"""First load beside other ways of writing the same nodes and ties, and a load that changes nothing."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.generator import region
from benchmarks.measure import WALL, Finding, Growth, Report, alone, compare, timed
from graph import cypher
from graph.embedded import EmbeddedStore
from graph.export.records import Records, records
from graph.facts import Facts
from ontology.schema import load_schema

BATCH = 10_000
SAMPLE = 500
SERVER, PASSWORD = "POLECORE_TEST_NEO4J", "POLECORE_TEST_NEO4J_PASSWORD"
_LOAD = """
import itertools, tempfile
from benchmarks.generator import documents
from graph.embedded import EmbeddedStore
folder = tempfile.mkdtemp()
store = EmbeddedStore(folder + '/graph')
begin = time.process_time()
for facts in itertools.islice(documents(1, per_document=250), int(words[0])):
    store.load(facts)
seconds = time.process_time() - begin
status = store.status()
answer = sum(status.labels.values()) + status.figures + status.passages
store.close()
import shutil; shutil.rmtree(folder)
"""


def measure(report: Report, *, short: bool) -> None:
    """Measure loading."""
    facts = region(100 if short else 2_000, 1, per_document=100 if short else 2_000)
    found, rounds = records(facts), 1 if short else 4
    size = f"{_nodes(found):,} nodes and {_ties(found):,} ties"
    _embedded(report, facts, found, size, rounds)
    uri, password = os.environ.get(SERVER), os.environ.get(PASSWORD)
    if uri and password:
        os.environ.setdefault("POLECORE_NEO4J_PASSWORD", password)
        _server(report, facts, found, size, 1 if short else 3)
    else:
        report.skip("loading into Neo4j", f"no server: set {SERVER} and {PASSWORD} (tests/server/neo4j.sh start)")
    _growth(report, (1,) if short else (1, 10, 100))


def _nodes(found: Records) -> int:
    return sum(map(len, found.nodes.values()))


def _joins(found: Records) -> dict[str, list[tuple[str, dict[str, Any], str]]]:
    """Give all ties as triples, by type."""
    triples = {name: [(r["source"], r["properties"], r["target"]) for r in rows] for name, rows in found.ties.items()}
    triples["HAS_PASSAGE"] = [(row["document"], {}, row["id"]) for row in found.has_passage]
    triples["HAS_FIGURE"] = [(row["entity"], {}, row["id"]) for row in found.has_figure]
    triples["MENTIONED_IN"] = [(row["id"], {"rule": row["rule"]}, row["passage"]) for row in found.mentions]
    return triples


def _ties(found: Records) -> int:
    return sum(map(len, _joins(found).values()))


def _embedded(report: Report, facts: Facts, found: Records, size: str, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        numbers = itertools.count()

        def fresh(work: Callable[[EmbeddedStore], Any]) -> None:
            store = EmbeddedStore(Path(folder) / str(next(numbers)))
            spent.append(timed(lambda: work(store), WALL))
            store.close()

        spent: list[float] = []
        ours, theirs, again = [], [], []
        for number in range(rounds + (rounds > 1)):
            fresh(lambda store: store.load(facts))
            first = spent[-1]
            store = EmbeddedStore(Path(folder) / str(next(numbers) - 1))
            reload = timed(lambda: store.load(facts), WALL)  # noqa: B023  # called at once
            store.close()
            fresh(lambda store: _bulk(store, found))
            if number or rounds == 1:  # the first round warms the Java machine up
                ours.append(first)
                again.append(reload)
                theirs.append(spent[-1])
    what = f"first load into the embedded store, {size}"
    report.add(Finding(what, "its own bulk API, the same rows, not atomic", ours, theirs, "≥ 0.5×", "wall"))
    report.add(Finding("load again, unchanged, embedded store", "first load", again, ours, "≤ 0.2×", "wall"))


def _bulk(store: EmbeddedStore, found: Records) -> None:
    schema, rids = load_schema(), {}
    with store._engine.database.graph_batch(use_wal=True, wal_flush="yes_nometadata") as batch:
        for name, rows in found.nodes.items():
            made = batch.create_vertices("~".join(sorted(schema.labels_of(name))), [row["properties"] for row in rows])
            rids |= dict(zip((row["id"] for row in rows), made, strict=True))
        for name, triples in _joins(found).items():
            ends = [rids[a] for a, _, _ in triples], [rids[b] for _, _, b in triples]
            batch.new_edges(ends[0], name, ends[1], [properties for _, properties, _ in triples])


def _server(report: Report, facts: Facts, found: Records, size: str, rounds: int) -> None:
    import neo4j

    from graph.neo4j import Neo4jStore

    uri, account = os.environ[SERVER], ("neo4j", os.environ[PASSWORD])
    with neo4j.GraphDatabase.driver(uri, auth=account) as driver:
        marks = driver.execute_query("MATCH (n:PolecoreTestServer) RETURN count(n) AS n").records[0]["n"]
        held = driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]
        if held and not marks:
            report.skip("loading into Neo4j", f"{uri} holds a graph that is not of these tests")
            return
        driver.execute_query("MERGE (n:PolecoreTestServer {purpose: 'may be emptied by tests'})")

        def empty() -> None:
            with driver.session() as session:
                session.run("MATCH (n:Polecore) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()

        def ours() -> None:
            store = Neo4jStore(uri)
            store.load(facts)
            store.close()

        Neo4jStore(uri)._prepare()
        peers: dict[str, tuple[str, Callable[[], Any]]] = {
            "py2neo's bulk merge": ("≥ 3×", lambda: _py2neo(uri, account, found)),
            "the bare driver's UNWIND and MERGE": ("≥ 0.8×", lambda: _unwind(driver, found)),
        }
        what = f"first load into Neo4j, {size}"
        for peer, (goal, work) in peers.items():
            report.add(compare(what, peer, ours, work, rounds=rounds, goal=goal, clock=WALL, before=empty))
        empty()
        first = [timed(ours, WALL)]
        again = [timed(ours, WALL) for _ in range(rounds)]
        report.add(Finding("load again, unchanged, Neo4j", "first load", again, first * rounds, "≤ 0.2×", "wall"))
        part = Records({"Company": found.nodes["Company"][:SAMPLE]})
        row_by_row = []
        for _ in range(rounds):
            empty()
            row_by_row.append(timed(lambda: _single(driver, part), WALL) / _nodes(part))
        each = [time / (_nodes(found) + _ties(found)) for time in report.findings[-2].ours]
        note = f"a transaction a row, measured for {_nodes(part):,} nodes and multiplied"
        report.add(Finding(what, "a MERGE for each row", each, row_by_row, "≥ 30×", "wall", note))
        empty()


def _py2neo(uri: str, account: tuple[str, str], found: Records) -> None:
    from py2neo import Graph
    from py2neo.bulk import merge_nodes, merge_relationships

    graph, schema, key = Graph(uri, auth=account), load_schema(), ("Polecore", "id")
    for name, rows in found.nodes.items():
        for batch in _batches([row["properties"] for row in rows]):
            merge_nodes(graph.auto(), batch, key, labels=set(schema.labels_of(name)))
    for name, triples in _joins(found).items():
        keys = (name, "key") if name in found.ties else (name, "rule") if name == "MENTIONED_IN" else (name,)
        for batch in _batches(triples):
            merge_relationships(graph.auto(), batch, keys, start_node_key=key, end_node_key=key)


def _unwind(driver: Any, found: Records) -> None:
    schema = load_schema()
    for name, rows in found.nodes.items():
        for batch in _batches(rows):
            driver.execute_query(cypher.create_nodes(schema, name), rows=batch)
    for name, rows in found.ties.items():
        for batch in _batches(rows):
            driver.execute_query(cypher.write_ties(schema, name), rows=batch)
    for statement, rows in (
        (cypher.link_passages(), found.has_passage),
        (cypher.link_figures(), found.has_figure),
        (cypher.write_mentions(), found.mentions),
    ):
        for batch in _batches(rows):
            driver.execute_query(statement, rows=batch)


def _single(driver: Any, found: Records) -> None:
    for name, rows in found.nodes.items():
        labels = cypher.labels(load_schema(), name)
        with driver.session() as session:
            for row in rows:
                session.run(f"MERGE (n{labels} {{id: $id}}) SET n = $properties", row).consume()


def _batches(rows: list[Any]) -> list[list[Any]]:
    return [rows[at : at + BATCH] for at in range(0, len(rows), BATCH)]


def _growth(report: Report, factors: tuple[int, ...]) -> None:
    found = Growth("load into the embedded store", "nodes", [], [], [])
    for factor in factors:
        seconds, peak, nodes = alone(_LOAD, str(factor))
        found.sizes.append(nodes)
        found.seconds.append(seconds)
        found.megabytes.append(peak)
    report.add(found)
