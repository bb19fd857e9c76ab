"""Loads a generated graph of a million nodes into a Neo4j server and asks it questions, and prints how long that took.

    tests/server/neo4j.sh start                      # or any other empty server; then set the two variables
    POLECORE_NEO4J_PASSWORD=… python benchmarks/large_server.py --store bolt://127.0.0.1:17687

The peer in the same run is the bare driver: the same number of nodes with an id and a name, by UNWIND and MERGE in
batches, which is the least that any loader has to do. What was written stays: use a server that may be thrown away.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import neo4j

from benchmarks.generator import documents, name
from graph.store import Status, Store, open_store
from ontology.errors import QueryError
from queries.registry import load_library

PEER_NODES = 100_000
BATCH = 2000
ASKED: dict[str, dict[str, Any]] = {
    "members_of_region": {"region": "苍岭都市圈"},
    "zones_of_city": {"city": "临江市"},
    "labs_in_zone": {"zone": "临江临临高新区"},
    "works_with": {"name": "临江市"},
    "shared_industries": {"a": "临江市", "b": "临青市"},
    "carriers_of_industry": {"industry": "激光产业"},
    "alliance_members": {},
    "targets_vs_actuals": {},
}


def main() -> None:
    """Load, ask, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", default=os.environ.get("POLECORE_STORE", ""), help="an empty Neo4j server")
    parser.add_argument("--nodes", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=480, help="give up loading after that time")
    given = parser.parse_args()
    if given.store.partition(":")[0] in {"", "embedded"}:
        print("large_server: skipped, no server: name one with --store or POLECORE_STORE")
        return
    store = open_store(given.store)
    if store.status().documents:
        raise SystemExit(f"{given.store} holds documents already; name an empty server")
    peer(given.store)
    names = load(store, given.nodes, given.seed, given.seconds)
    ask(store)
    start = time.perf_counter()
    store.remove_document(names[-1])
    told("removing a document, seconds", time.perf_counter() - start)
    store.close()


def peer(uri: str) -> None:
    """Write bare nodes with the driver alone, and remove them."""
    account = (os.environ.get("POLECORE_NEO4J_USER", "neo4j"), os.environ["POLECORE_NEO4J_PASSWORD"])
    with neo4j.GraphDatabase.driver(uri, auth=account) as driver:
        driver.execute_query("CREATE CONSTRAINT bare_id IF NOT EXISTS FOR (n:Bare) REQUIRE n.id IS UNIQUE")
        start = time.perf_counter()
        for first in range(0, PEER_NODES, BATCH):
            rows = [{"id": f"{number}", "name": name(number)} for number in range(first, first + BATCH)]
            driver.execute_query("UNWIND $rows AS row MERGE (n:Bare {id: row.id}) SET n.name = row.name", rows=rows)
        told("bare driver, nodes a second", PEER_NODES / (time.perf_counter() - start))
        driver.execute_query("DROP CONSTRAINT bare_id")
        with driver.session() as session:
            session.run("MATCH (n:Bare) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()


def load(store: Store, nodes: int, seed: int, seconds: float) -> list[str]:
    """Load document after document until the graph has so many nodes; give the documents."""
    names: list[str] = []
    made = 0
    start = time.perf_counter()
    for facts in documents(seed):
        store.load(facts)
        names += facts.documents()[:1]
        taken = time.perf_counter() - start
        if len(names) % 10 == 0:
            made = size(store.status())
            print(f"  {made:,} nodes after {taken:.0f} s", flush=True)
        if made >= nodes:
            break
        if taken > seconds:
            print(f"  given up after {seconds:.0f} s")
            break
    status = store.status()
    made = size(status)
    ties = sum(status.relations.values())
    told("documents", len(names))
    told("entities", sum(status.labels.values()))
    told("nodes (entities, passages, figures, documents)", made)
    told("ties between entities", ties)
    told("generating and loading, seconds", taken)
    told("nodes and ties a second", (made + ties) / taken)
    return names


def size(status: Status) -> int:
    """Count the nodes of a graph."""
    return sum(status.labels.values()) + status.figures + status.passages + len(status.documents)


def ask(store: Store) -> None:
    """Ask questions three times each and print the median."""
    library = load_library([])
    first = next(iter(documents(1))).entities[100]
    asked: dict[str, Callable[[], int]] = {
        f"query {key}": lambda key=key, values=values: len(library.get(key).run(store, values, timeout=120).rows)  # type: ignore[misc]
        for key, values in ASKED.items()
    }
    asked["search of a name"] = lambda: len(store.search(first.name))
    asked["search of two characters"] = lambda: len(store.search("激光"))
    asked["profile of an organisation"] = lambda: len(getattr(store.profile(first.id), "ties", ()))
    asked["status"] = lambda: len(store.status().documents)
    for what, work in asked.items():
        taken, rows = [], 0
        try:
            for _ in range(3):
                start = time.perf_counter()
                rows = work()
                taken.append(time.perf_counter() - start)
        except QueryError as error:
            print(f"{what}: {error}", flush=True)
            continue
        told(f"{what}, ms ({rows} rows)", statistics.median(taken) * 1000)


def told(what: str, value: float) -> None:
    """Print one figure."""
    print(f"{what:<58} {value:>12,.1f}" if isinstance(value, float) else f"{what:<58} {value:>12,}", flush=True)


if __name__ == "__main__":
    main()
