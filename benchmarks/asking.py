"""Every question of the library, by way of the store and by the bare driver, on a Neo4j server that holds a graph."""

from __future__ import annotations

import os
import statistics
from typing import Any

from benchmarks.generator import region
from benchmarks.loading import PASSWORD, SERVER
from benchmarks.measure import WALL, Finding, Report, timed
from ontology.errors import QueryError
from queries.registry import Question, load_library

ASKED_STORE = "POLECORE_BENCH_STORE"
"""A server that holds a large graph of `import_set`, to be asked and not changed."""

VALUES = {
    "zone": "临江临临高新区",
    "region": "苍岭都市圈",
    "city": "临江市",
    "place": "临江临临高新区",
    "name": "临江临临高新区",
    "a": "临江市",
    "b": "临青市",
    "industry": "激光产业",
    "indicator": "总产值",
    "class": "Lab",
    "alliance": "",
}
SECONDS = 60


def measure(report: Report, *, short: bool) -> None:
    """Measure questions."""
    from graph.neo4j import Neo4jStore

    large = os.environ.get(ASKED_STORE)
    uri = large or os.environ.get(SERVER)
    if not uri:
        report.skip("questions beside the bare driver", f"no server: set {SERVER} or {ASKED_STORE}")
        return
    os.environ.setdefault("POLECORE_NEO4J_PASSWORD", os.environ.get(PASSWORD, ""))
    store = Neo4jStore(uri)
    if not large:
        store.load(region(100 if short else 2_000, 1, per_document=100 if short else 2_000))
    status = store.status()
    size = sum(status.labels.values()) + status.figures + status.passages + len(status.documents)
    [ties] = store.query("MATCH (:Polecore)-[r]->(:Polecore) RETURN count(r) AS n", timeout=300).rows[0]
    library, ours, theirs = load_library([]), [], []
    rounds = 1 if short else 3
    for question in library.questions.values():
        found = _one(report, store, question, f"{size:,} nodes, {ties:,} ties", rounds)
        if found is not None:
            ours.append(statistics.median(found.ours))
            theirs.append(statistics.median(found.theirs))
    what = f"{len(ours)} questions of the library, {size:,} nodes and {ties:,} ties"
    note = "each round is a question: the medians of both sides"
    report.add(Finding(what, "the same Cypher by the bare driver", ours, theirs, "≤ 1.1×", "wall", note))
    if not large:
        for document in status.documents:
            store.remove_document(document)
    store.close()


def _given(question: Question) -> dict[str, Any]:
    needed = {name: VALUES.get(name, "") for name, parameter in question.parameters.items() if parameter.required}
    example = {name: VALUES[name] for name in question.example if VALUES.get(name)}
    return {**needed, **example}


def _one(report: Report, store: Any, question: Question, size: str, rounds: int) -> Finding | None:
    values = _given(question)
    bound = question.bind(values)

    def bare() -> list[tuple[Any, ...]]:
        with store._driver.session(default_access_mode="READ", fetch_size=2000) as session:
            return [tuple(record.values()) for record in session.run(question.cypher, bound)]

    try:
        rows = question.run(store, values, timeout=SECONDS).rows
    except QueryError as error:
        report.skip(f"question {question.name}, {size}", str(error))
        return None
    bare()
    ours, theirs = [], []
    for number in range(rounds):
        for turn in (0, 1) if number % 2 == 0 else (1, 0):
            if turn == 0:
                ours.append(timed(lambda: question.run(store, values, timeout=SECONDS), WALL))
            else:
                theirs.append(timed(bare, WALL))
    found = Finding(f"question {question.name}, {len(rows):,} rows", "bare driver", ours, theirs, "", "wall")
    report.add(found)
    return found
