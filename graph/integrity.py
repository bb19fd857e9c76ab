"""Compares the graph in a store with what was committed to it: a damaged file may open without a word."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from graph import cypher, rows
from graph.ledger import Ledger, Tally
from graph.rows import ledger_id
from graph.slice import Slice
from ontology.errors import StoreError

Run = Callable[[str, Mapping[str, Any]], list[dict[str, Any]]]
"""Runs one statement in the current transaction and gives its rows."""

_BATCH = 5000
_TRIES = 5


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
    """Say what is missing from a graph; an empty list if all is there.

    A server shows what others commit between two questions of one transaction, so that the tally may be older than what
    is counted. What was found counts only if nothing was committed meanwhile.
    """
    for _ in range(_TRIES):
        before = run(cypher.READ_TALLY, {})
        complaints = _missing(run, before)
        if not complaints or run(cypher.READ_TALLY, {}) == before:
            return complaints
    return [f"it was written to each of {_TRIES} times that it was checked; check it when nothing is being loaded"]


def _missing(run: Run, found: list[dict[str, Any]]) -> list[str]:
    """Compare a graph with the tally of what was committed to it."""
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


def altered(run: Run) -> list[str]:
    """Compare every value in a graph with what its documents state; an empty list if none was changed.

    The tally knows names alone. This reads the whole graph, and is meant for files that nothing else vouches for.
    """
    ledger = Ledger(read_slice(run, row["document"], row["content_hash"]) for row in run(cypher.READ_HASHES, {}))
    complaints = []
    for text, expected in zip(cypher.READ_VALUES, (_nodes(ledger), _ties(ledger)), strict=True):
        stated = {row["name"]: _plain(row["properties"]) for row in expected}
        found = {str(row["name"]): _plain(row["properties"]) for row in run(text, {})}
        odd = sorted(name for name in stated.keys() | found.keys() if stated.get(name) != found.get(name))
        if odd:
            more = f" and {len(odd) - 1} more" if len(odd) > 1 else ""
            complaints.append(f"values differ from what the documents state: {odd[0]}{more}")
    return complaints


def _nodes(ledger: Ledger) -> Iterator[rows.Row]:
    facts = ledger.facts()
    made: list[Iterable[rows.Row]] = [map(rows.entity, facts.entities), map(rows.figure, facts.figures)]
    for part in ledger.slices.values():
        made += [[rows.document(part)], map(rows.passage, part.passages().values())]
    return ({"name": row["id"], "properties": row["properties"]} for found in made for row in found)


def _ties(ledger: Ledger) -> Iterator[rows.Row]:
    return ({"name": row["key"], "properties": row["properties"]} for row in map(rows.tie, ledger.facts().relations))


def _plain(properties: Mapping[str, Any]) -> str:
    """Write properties in one way, whether a store gives a whole number as such and an empty list as nothing or not."""
    plain = {
        key: float(value) if isinstance(value, int) and not isinstance(value, bool) else value
        for key, value in properties.items()
        if not key.startswith("@") and value is not None and value != []
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, default=list)
