"""First load beside other ways of writing the same nodes and ties, and a load that changes nothing."""

from __future__ import annotations

import contextlib
import gc
import itertools
import os
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.generator import region
from benchmarks.measure import CPU, WALL, Clock, Finding, Growth, Report, alone, timed
from graph import cypher, rows
from graph.embedded import EmbeddedStore
from graph.export.records import Records, records
from graph.facts import Facts
from graph.slice import split
from ontology.schema import load_schema

BATCH = 10_000
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
    _embedded(report, facts, 1 if short else 4)
    uri, password = os.environ.get(SERVER), os.environ.get(PASSWORD)
    if uri and password:
        os.environ.setdefault("POLECORE_NEO4J_PASSWORD", password)
        _server(report, facts, facts if short else region(500, 1, per_document=500), 1 if short else 3)
    else:
        report.skip("loading into Neo4j", f"no server: set {SERVER} and {PASSWORD} (tests/server/neo4j.sh start)")
    _growth(report, (1,) if short else (1, 10, 100))


def _all(facts: Facts) -> Records:
    """Give all that a store keeps of facts, what each document states among it, as rows for a peer."""
    found = records(facts)
    found.nodes["Ledger"] = [rows.ledger(part) for part in split(facts).values()]
    return found


def _size(facts: Facts) -> str:
    found = _all(facts)
    return f"{_nodes(found):,} nodes and {_ties(found):,} ties"


def _labels(name: str) -> list[str]:
    return ["Polecore", name] if name in cypher.BOOKKEEPING else sorted(load_schema().labels_of(name))


def _nodes(found: Records) -> int:
    return sum(map(len, found.nodes.values()))


def _joins(found: Records) -> dict[str, list[tuple[str, dict[str, Any], str]]]:
    """Give all ties as triples, by type."""
    triples = {name: [(r["source"], r["properties"], r["target"]) for r in ties] for name, ties in found.ties.items()}
    triples["HAS_PASSAGE"] = [(row["document"], {}, row["id"]) for row in found.has_passage]
    triples["HAS_FIGURE"] = [(row["entity"], {}, row["id"]) for row in found.has_figure]
    triples["MENTIONED_IN"] = [(row["id"], {"rule": row["rule"]}, row["passage"]) for row in found.mentions]
    return triples


def _ties(found: Records) -> int:
    return sum(map(len, _joins(found).values()))


def _embedded(report: Report, facts: Facts, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        numbers = itertools.count()

        def fresh(work: Callable[[EmbeddedStore], Any]) -> None:
            store = EmbeddedStore(Path(folder) / str(next(numbers)))
            spent.append(timed(lambda: work(store), CPU))
            store.close()

        spent: list[float] = []
        ours, theirs, again = [], [], []
        for number in range(rounds + (rounds > 1)):
            fresh(lambda store: store.load(facts))
            first = spent[-1]
            store = EmbeddedStore(Path(folder) / str(next(numbers) - 1))
            reload = timed(lambda: store.load(facts), CPU)  # noqa: B023  # called at once
            store.close()
            fresh(lambda store: _bulk(store, _all(facts)))
            if number or rounds == 1:  # the first round warms the Java machine up
                ours.append(first)
                again.append(reload)
                theirs.append(spent[-1])
    what = f"first load into the embedded store, {_size(facts)}"
    report.add(Finding(what, "its own bulk API, the same rows, not atomic", ours, theirs, "≥ 0.5×", "CPU"))
    report.add(Finding("load again, unchanged, embedded store", "first load", again, ours, "≤ 0.2×", "CPU"))


def _bulk(store: EmbeddedStore, found: Records) -> None:
    rids: dict[str, Any] = {}
    with store._engine.database.graph_batch(use_wal=True, wal_flush="yes_nometadata") as batch:
        for name, nodes in found.nodes.items():
            made = batch.create_vertices("~".join(sorted(_labels(name))), [row["properties"] for row in nodes])
            rids |= dict(zip((row["id"] for row in nodes), made, strict=True))
        for name, triples in _joins(found).items():
            ends = [rids[a] for a, _, _ in triples], [rids[b] for _, _, b in triples]
            batch.new_edges(ends[0], name, ends[1], [properties for _, properties, _ in triples])


def _server(report: Report, facts: Facts, few: Facts, rounds: int) -> None:
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

        def load(what: Facts) -> None:
            store = Neo4jStore(uri)
            store.load(what)
            store.close()

        clocks, ready = _clocks(uri), Neo4jStore(uri)
        ready._prepare()
        ready.close()
        for _ in range(2 if rounds > 1 else 0):  # a server that has just started is several times as slow
            empty()
            load(facts)
        peers: tuple[tuple[str, str, Facts, Callable[[], Any]], ...] = (
            ("py2neo's bulk merge", "≥ 3×", facts, lambda: _py2neo(uri, account, _all(facts))),
            ("the bare driver's UNWIND and MERGE", "≥ 0.8×", facts, lambda: _unwind(driver, _all(facts))),
            ("a MERGE for each row", "≥ 30×", few, lambda: _single(driver, _all(few))),
        )
        for peer, goal, what, work in peers:
            turns = {"ours": lambda what=what: load(what), "theirs": work}
            times = _turns(turns, empty, clocks, rounds)
            for name in clocks:
                told = f"first load into Neo4j, {_size(what)}"
                report.add(Finding(told, peer, times["ours", name], times["theirs", name], goal, name))
        _again(report, lambda: load(facts), empty, clocks, rounds)
        empty()


def _again(
    report: Report, load: Callable[[], Any], empty: Callable[[], Any], clocks: dict[str, Clock], rounds: int
) -> None:
    times: dict[str, list[list[float]]] = {name: [] for name in clocks}
    for _ in range(rounds):
        empty()
        first, again = _spent(load, clocks), _spent(load, clocks)
        for name, one, two in zip(clocks, first, again, strict=True):
            times[name].append([one, two])
    for name, found in times.items():
        firsts, agains = ([each[at] for each in found] for at in (0, 1))
        report.add(Finding("load again, unchanged, Neo4j", "first load", agains, firsts, "≤ 0.2×", name))


def _turns(
    turns: dict[str, Callable[[], Any]], before: Callable[[], Any], clocks: dict[str, Clock], rounds: int
) -> dict[tuple[str, str], list[float]]:
    """Take turns on several clocks at once; who begins changes from round to round."""
    times: dict[tuple[str, str], list[float]] = defaultdict(list)
    for work in turns.values() if rounds > 1 else ():  # each way of writing warms the server up for itself
        before()
        work()
    for number in range(rounds):
        for who, work in list(turns.items())[:: 1 if number % 2 == 0 else -1]:
            before()
            for name, spent in zip(clocks, _spent(work, clocks), strict=True):
                times[who, name].append(spent)
    return times


def _spent(work: Callable[[], Any], clocks: dict[str, Clock]) -> list[float]:
    gc.collect()
    begun = [clock() for clock in clocks.values()]
    work()
    return [clock() - begin for clock, begin in zip(clocks.values(), begun, strict=True)]


def _clocks(uri: str) -> dict[str, Clock]:
    """Give the clocks of a server: processor time of it and of this process where it runs here, and wall."""
    import psutil

    port = urlsplit(uri).port or 7687

    def listens(process: psutil.Process) -> bool:
        with contextlib.suppress(psutil.Error):
            return any(c.status == psutil.CONN_LISTEN and c.laddr.port == port for c in process.net_connections())
        return False

    server = next(filter(listens, psutil.process_iter()), None)
    if server is None:
        return {"wall": WALL}
    return {"wall": WALL, "CPU, both": lambda: CPU() + sum(server.cpu_times()[:2])}


def _py2neo(uri: str, account: tuple[str, str], found: Records) -> None:
    """Write it all in one transaction, as we write a document."""
    from py2neo import Graph
    from py2neo.bulk import merge_nodes, merge_relationships

    graph, key = Graph(uri, auth=account), ("Polecore", "id")
    transaction = graph.begin()
    for name, nodes in found.nodes.items():
        for batch in _batches([row["properties"] for row in nodes]):
            merge_nodes(transaction, batch, key, labels=set(_labels(name)))
    for name, triples in _joins(found).items():
        keys = (name, "key") if name in found.ties else (name, "rule") if name == "MENTIONED_IN" else (name,)
        for batch in _batches(triples):
            merge_relationships(transaction, batch, keys, start_node_key=key, end_node_key=key)
    graph.commit(transaction)


def _statements(found: Records) -> list[tuple[str, list[Any]]]:
    schema = load_schema()
    return [
        *((cypher.write_nodes(schema, name), nodes) for name, nodes in found.nodes.items()),
        *((cypher.write_ties(schema, name), ties) for name, ties in found.ties.items()),
        (cypher.link_passages(), found.has_passage),
        (cypher.link_figures(), found.has_figure),
        (cypher.write_mentions(), found.mentions),
    ]


def _unwind(driver: Any, found: Records) -> None:
    """Write it all in one transaction, as we write a document."""

    def work(transaction: Any) -> None:
        for statement, items in _statements(found):
            for batch in _batches(items):
                transaction.run(statement, rows=batch).consume()

    with driver.session() as session:
        session.execute_write(work)


def _single(driver: Any, found: Records) -> None:
    """Write each row in a transaction of its own, as is often seen."""
    with driver.session() as session:
        for statement, items in _statements(found):
            for row in items:
                session.run(statement, rows=[row]).consume()


def _batches(items: list[Any]) -> list[list[Any]]:
    return [items[at : at + BATCH] for at in range(0, len(items), BATCH)]


def _growth(report: Report, factors: tuple[int, ...]) -> None:
    found = Growth("load into the embedded store", "nodes", [], [], [])
    for factor in factors:
        seconds, peak, nodes = alone(_LOAD, str(factor))
        found.sizes.append(nodes)
        found.seconds.append(seconds)
        found.megabytes.append(peak)
    report.add(found)
