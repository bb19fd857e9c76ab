"""Compares the graph in a store with what was committed to it: a damaged file may open without a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph import cypher
from graph.ledger import Tally
from graph.rows import ledger_id
from graph.slice import Slice
from ontology.errors import StoreError

Run = Callable[[str, Mapping[str, Any]], list[dict[str, Any]]]
"""Runs one statement in the current transaction and gives its rows."""

_BATCH = 5000


def read_slice(run: Run, document: str, digest: str) -> Slice:
    """Read what a document states, and make sure that it is what was written.

    Raises
    ------
    StoreError
        if it is damaged.
    """
    packed = run(cypher.READ_SLICES, {"ids": [ledger_id(document)]})
    try:
        part = Slice.unpack(document, packed[0]["packed"])
    except (IndexError, ValueError):
        part = None
    if part is None or part.content_hash != digest:
        raise StoreError(f"{document}: what it states is damaged in the store; load the documents into an empty store")
    return part


def damage(run: Run) -> list[str]:
    """Say what is missing from a graph; an empty list if all is there."""
    found = run(cypher.READ_TALLY, {})
    if not found:
        return ["the tally of what was committed is missing"]
    nodes = [str(row["name"]) for row in run(cypher.READ_NAMES[0], {})]
    ties = [str(row["name"]) for text in cypher.READ_NAMES[1:] for row in run(text, {})]
    tally = Tally().plus(nodes).plus(ties)
    complaints = []
    if tally.count != int(found[0]["count"]):
        complaints.append(f"{found[0]['count']} facts and passages were committed, {tally.count} are there")
    elif tally.checksum != int(found[0]["checksum"], 16):
        complaints.append("the checksum of the facts differs from that of what was committed")
    return complaints or [*_unreachable(run, nodes, len(ties)), *_ledger(run)]


def _unreachable(run: Run, nodes: list[str], ties: int) -> list[str]:
    """Look for nodes that the index does not find, and ties that are seen from one end only."""
    complaints = []
    indexed = sum(
        int(run(cypher.COUNT_INDEXED, {"ids": nodes[start : start + _BATCH]})[0]["total"])
        for start in range(0, len(nodes), _BATCH)
    )
    if indexed != len(nodes):
        complaints.append(f"the index finds {indexed} of {len(nodes)} nodes")
    expected = ties + sum(int(run(text, {})[0]["total"]) for text in (cypher.COUNT_PASSAGES, cypher.COUNT_FIGURES))
    for text, end in ((cypher.COUNT_OUTGOING, "start"), (cypher.COUNT_INCOMING, "end")):
        seen = int(run(text, {})[0]["total"] or 0)
        if seen != expected:
            complaints.append(f"{expected} relationships were committed, {seen} are seen from where they {end}")
    return complaints


def _ledger(run: Run) -> list[str]:
    complaints = []
    kept = {row["document"]: row["content_hash"] for row in run(cypher.READ_HASHES, {})}
    documents = {row["name"]: row["content_hash"] for row in run(cypher.READ_DOCUMENTS, {})}
    for document in sorted(kept.keys() | documents.keys()):
        if kept.get(document) != documents.get(document):
            complaints.append(f"{document}: what it states is missing")
            continue
        try:
            read_slice(run, document, kept[document])
        except StoreError as error:
            complaints.append(str(error))
    return complaints
