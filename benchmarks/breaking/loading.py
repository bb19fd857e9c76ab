"""A load that is there to be broken, and the graphs that it may leave behind."""

from __future__ import annotations

import itertools
import json
import os
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, cast

from benchmarks.generator import documents
from graph.cypher_store import CypherStore
from graph.embedded import EmbeddedStore
from graph.facts import Facts
from graph.slice import Slice, split
from graph.store import open_store
from ontology.errors import PolecoreError
from ontology.schema import load_schema

OTHER = 1000
"""What is added to the seed for the older versions of the same documents."""

_NODES = (
    "MATCH (n:Polecore) WHERE NOT n:Ledger AND NOT n:Store RETURN n.id AS id, labels(n) AS labels, properties(n) AS p"
)
_TIES = "MATCH (a:Polecore)-[r]->(b:Polecore) RETURN a.id AS start, type(r) AS type, b.id AS end, properties(r) AS p"


def made(seed: int, number: int, per_document: int) -> list[Facts]:
    """Give some small documents that agree in part."""
    return list(itertools.islice(documents(seed, per_document=per_document), number))


def slices(parts: list[Facts]) -> dict[str, Slice]:
    """Give what each document states."""
    return {name: part for facts in parts for name, part in split(facts).items()}


def graph_of(store: CypherStore) -> tuple[list[str], list[str]]:
    """Read every node and every tie with all properties, as sorted text."""
    found = []
    for text in (_NODES, _TIES):
        rows = store._read(lambda run, text=text: run(text, {}))  # type: ignore[misc]  # the guard has no say here
        found.append(sorted(_text(row) for row in rows))
    return found[0], found[1]


def _text(row: Mapping[str, Any]) -> str:
    plain = {k: sorted(v) if k == "labels" else v for k, v in row.items()}
    plain["p"] = {k: v for k, v in sorted(row["p"].items()) if v is not None and not k.startswith("@")}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, default=list)


class Judge:
    """Says whether a store holds only whole documents, and nothing besides them.

    For the documents that the store names, a clean load of just these is made beside it; both graphs must be alike in
    every node, tie and property.

    Parameters
    ----------
    states : each version of the documents, newest first.
    """

    def __init__(self, *states: list[Facts]) -> None:
        self._versions = [slices(parts) for parts in states]
        self._clean: dict[tuple[tuple[str, str], ...], tuple[list[str], list[str]]] = {}

    def complaints(self, store: CypherStore) -> list[str]:
        """Say what is wrong with a store; an empty list if each document is whole or absent."""
        found = store.verify()
        held = store.status().documents
        known: dict[str, Slice] = {}
        for name, digest in held.items():
            whole = [v[name] for v in self._versions if name in v and v[name].content_hash == digest]
            if whole:
                known[name] = whole[0]
            else:
                found.append(f"{name}: what the store says of it is no version of the document")
        if len(known) == len(held):
            found += _differences(graph_of(store), self._of(known))
        return found

    def whole(self, store: CypherStore) -> int:
        """Count the documents that stand in the store in their newest version."""
        newest = {name: part.content_hash for name, part in self._versions[0].items()}
        return sum(newest.get(name) == digest for name, digest in store.status().documents.items())

    def _of(self, parts: Mapping[str, Slice]) -> tuple[list[str], list[str]]:
        key = tuple(sorted((name, part.content_hash) for name, part in parts.items()))
        if key not in self._clean:
            with tempfile.TemporaryDirectory() as folder:
                store = EmbeddedStore(Path(folder) / "clean")
                store.load_slices(parts)
                self._clean[key] = graph_of(store)
                store.close()
        return self._clean[key]


def judged(uri: str, judge: Judge, parts: list[Facts]) -> tuple[int, list[str]]:
    """Judge a store, load everything, and judge it again; give how many documents were whole, and what is wrong."""
    whole, failures = 0, []
    try:
        with closing(cast(CypherStore, open_store(uri))) as store:
            failures += judge.complaints(store)
            whole = judge.whole(store)
            for facts in parts:
                store.load(facts)
            failures += [f"after the next load: {told}" for told in judge.complaints(store)]
            if judge.whole(store) != len(parts):
                failures.append(f"after the next load {judge.whole(store)} of {len(parts)} documents are in")
    except PolecoreError as error:
        failures.append(str(error))
    return whole, failures


def _differences(found: tuple[list[str], list[str]], clean: tuple[list[str], list[str]]) -> Iterator[str]:
    for what, here, there in zip(("nodes", "ties"), found, clean, strict=True):
        if here != there:
            odd = sorted({*here} ^ {*there})[:1]
            yield f"{len(here)} {what}, {len(there)} after a clean load; the first that differs: {odd}"


def load(told: Connection, uri: str, parts: list[Facts], environment: dict[str, str]) -> None:
    """Load documents in a process of its own, tell what is in, and wait to be ended.

    What is told: ``ready`` before the store is opened, ``open`` after, ``in`` and the name of each document, ``done``;
    or the message of the error that ended the load.
    """
    os.environ.update(environment)
    told.send("ready")
    try:
        store = open_store(uri)
        told.send("open")
        for facts in parts:
            for change in store.load(facts):
                told.send(f"in {change.document} {change.outcome}")
        told.send("done")
    except PolecoreError as error:
        told.send(f"error: {error}")
    time.sleep(3600)


load_schema()
"""Read once, by the process that the loads are forked from."""
