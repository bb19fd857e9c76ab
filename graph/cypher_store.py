"""What every store that speaks Cypher does the same way: loading, removing, reading back, searching."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from graph import cypher, guard, rows
from graph.admission import admit
from graph.facts import Entity, Facts, Relation
from graph.integrity import Run, damage, read_slice
from graph.ledger import Change, Ledger, Tally
from graph.preview import Preview, preview
from graph.profiles import entities, profile
from graph.slice import Slice, split
from graph.store import DocumentChange, Profile, Progress, Rows, Status, Value
from graph.text import search_terms
from ontology.errors import StoreError
from ontology.schema import load_schema

T = TypeVar("T")
_BATCH = 2000
_REFRESHES = 5
_SHOWN = 5


class CypherStore(ABC):
    """A store behind Cypher; a child connects, runs statements and says what its errors mean."""

    uri: str
    embedded = False
    """Whether the engine is the embedded one, whose Cypher is not quite that of a server."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self._schema = load_schema()
        self._ledger = Ledger()
        self._revision: int | None = None
        self._lock = threading.RLock()
        self._in_doubt = False  # whether the answer to a commit was lost, so that it may have been carried out

    @abstractmethod
    def _read(self, work: Callable[[Run], T]) -> T:
        """Call work in one reading transaction."""

    @abstractmethod
    def _write(self, work: Callable[[Run], T]) -> T:
        """Call work in one writing transaction; it may be called again after a conflict."""

    @abstractmethod
    def _ask(self, text: str, parameters: Mapping[str, Value], limit: int | None, timeout: float) -> Rows:
        """Run a query that the guard has let pass."""

    @abstractmethod
    def close(self) -> None:
        """Release the store; closing twice is harmless."""

    def load(self, facts: Facts, *, progress: Progress | None = None) -> list[DocumentChange]:
        """Write facts, a transaction a document, in sorted order.

        Raises
        ------
        StoreError
            if a fact is refused, before anything is written; or if the store fails, then with all of the documents
            before and nothing of the one at fault, which the message says.
        """
        with self._lock:
            return self._load(*self._admitted(facts), progress)

    def load_slices(self, parts: Mapping[str, Slice], *, progress: Progress | None = None) -> list[DocumentChange]:
        """Write what documents state as another store keeps it, which knows of each fact which document states it."""
        with self._lock:
            return self._load(parts, self._hashes(), progress)

    def _load(
        self, parts: Mapping[str, Slice], held: Mapping[str, str], progress: Progress | None
    ) -> list[DocumentChange]:
        changes: list[DocumentChange] = []
        for number, (document, part) in enumerate(sorted(parts.items()), 1):
            try:
                same = held.get(document) == part.content_hash
                changes.append(_made(document, "unchanged", part) if same else self._apply(document, part))
            except StoreError as error:
                raise type(error)(f"{error}{_told(changes, len(parts))}") from None
            if progress is not None:
                progress(document, number, len(parts))
        return changes

    def slices(self) -> dict[str, Slice]:
        """Give what each document states, as it is kept."""
        with self._lock:
            self._read(self._refresh)
            return dict(self._ledger.slices)

    def preview(self, parts: Iterable[Facts], removed: Iterable[str] = ()) -> list[Preview]:
        """Work out what loading facts, then removing documents would change; nothing is written.

        Raises
        ------
        StoreError
            if a load would refuse a fact.
        """
        with self._lock:
            steps = [step for facts in parts for step in sorted(self._admitted(facts)[0].items())]
            return preview(self.slices().values(), [*steps, *((document, None) for document in removed)])

    def _admitted(self, facts: Facts) -> tuple[dict[str, Slice], dict[str, str]]:
        """Check facts and divide them by document; give with them the digests of the documents that are in."""
        admit(facts, self._schema)
        parts = split(facts)
        digests = self._hashes()
        if parts.keys() != digests.keys() or all(digests[name] == part.content_hash for name, part in parts.items()):
            return parts, digests  # what each document states need not be read
        held = self.slices()
        return held if self._says(parts) else parts, digests

    def _hashes(self) -> dict[str, str]:
        """Read the digest of what each document states, of all that are in."""
        return self._read(_digests)

    def remove_document(self, document: str) -> DocumentChange:
        """Remove what only this document states.

        Raises
        ------
        StoreError
            if it was never loaded.
        """
        with self._lock:
            return self._apply(document, None)

    def facts(self) -> Facts:
        """Read everything back in the exchange form, sorted."""
        with self._lock:
            self._read(self._refresh)
            return self._ledger.facts()

    def status(self) -> Status:
        """Count what is in the store."""
        return self._read(self._status)

    def query(
        self,
        cypher: str,
        parameters: Mapping[str, Value] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Rows:
        """Run one read-only query.

        Raises
        ------
        QueryError
            if it writes, is malformed, asks for what is not allowed, or runs out of time.
        """
        text = guard.check(cypher, embedded=self.embedded)
        return self._ask(text, guard.values(text, parameters), limit, timeout or guard.DEADLINE)

    def search(self, text: str, *, limit: int = 20) -> list[Entity]:
        """Find entities by name or alias: exact first, then prefix, then substring; shorter names first."""
        terms = search_terms(text)
        if terms is None or limit < 1:
            return []

        def work(run: Run) -> list[Entity]:
            ids = [row["id"] for row in run(self._search_statement(terms["text"]), self._search_values(terms, limit))]
            found = entities(run, ids)
            return [found[id_] for id_ in ids]

        return self._read(work)

    def profile(self, entity_id: str) -> Profile | None:
        """Give an entity with its ties and figures, or None."""
        return self._read(lambda run: profile(run, entity_id))

    def verify(self) -> list[str]:
        """Compare the graph with what was committed; an empty list if all is there."""
        return self._read(damage)

    def _search_statement(self, folded: str) -> str:
        return cypher.SEARCH

    def _search_values(self, terms: Mapping[str, str], limit: int) -> dict[str, Any]:
        return {**terms, "limit": limit}

    def _says(self, parts: Mapping[str, Slice]) -> bool:
        """Say whether the slices together say what the store says, though it may know better which document says it."""
        held = self._ledger.slices
        return parts.keys() == held.keys() and Ledger(parts.values()).facts() == self._ledger.facts()

    def _refresh(self, run: Run) -> int:
        """Bring the ledger up to what is committed; give the revision."""
        for last in (False,) * _REFRESHES + (True,):
            revision = revision_of(run)
            if revision == self._revision:
                break
            try:
                self._reread(run)
            except StoreError:
                # Statements of one transaction may see different states, if another program writes meanwhile
                if last or revision_of(run) == revision:
                    raise
                continue
            if last or revision_of(run) == revision:
                self._revision = revision
                break
        return revision

    def _reread(self, run: Run) -> None:
        hashes = _digests(run)
        for document in self._ledger.slices.keys() - hashes.keys():
            self._ledger.put(document, None)
        known = {document: part.content_hash for document, part in self._ledger.slices.items()}
        stale = sorted(d for d, digest in hashes.items() if known.get(d) != digest)
        for document in stale:
            self._ledger.put(document, read_slice(run, document, hashes[document]))

    def _apply(self, document: str, part: Slice | None) -> DocumentChange:
        sent: list[Change] = []
        self._in_doubt = False

        def work(run: Run) -> tuple[Change, bool]:
            run(cypher.LOCK, {"busy": document})
            revision = self._refresh(run)
            held = self._ledger.slices.get(document)
            if (
                sent
                and self._in_doubt
                and (held.content_hash if held else None) == (part.content_hash if part else None)
            ):
                return sent[-1], False  # an earlier attempt was committed, and the answer to it was lost
            if part is None and held is None:
                known = ", ".join(sorted(self._ledger.slices)) or "none"
                raise StoreError(f"{document}: never loaded into {self.uri}; documents there: {known}")
            change = self._ledger.plan(document, part)
            if change.outcome != "unchanged":
                self._perform(run, change)
                _write_tally(run, change, revision + 1)
                sent.append(change)
            return change, change.outcome != "unchanged"

        change, written = self._write(work)
        if written:
            self._ledger.put(document, part)
            self._revision = (self._revision or 0) + 1
        return _made(document, change.outcome, change.slice or change.old or Slice(document))

    def _perform(self, run: Run, change: Change) -> None:
        # What is new is known from the ledger and need not be looked for: CREATE takes half the time of MERGE
        self._delete(run, change)
        document = change.document
        if change.slice is not None:
            self._keep(run, document, change.slice, new=change.outcome == "new")
        by_class: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for entity in change.entities.created.values():
            by_class[entity.label].append(rows.entity(entity))
        by_class["Passage"] = [rows.passage(e) for e in change.passages.created.values()]
        by_class["Figure"] = [rows.figure(f) for f in change.figures.created.values()]
        for class_name in sorted(by_class):
            statement = cypher.write_nodes(self._schema, class_name, merge=False)
            _all(run, statement, by_class[class_name])
        _all(run, cypher.UPDATE_NODES, [rows.entity(e) for e in change.entities.updated.values()])
        _all(run, cypher.UPDATE_NODES, [rows.passage(e) for e in change.passages.updated.values()])
        _all(run, cypher.UPDATE_NODES, [rows.figure(f) for f in change.figures.updated.values()])
        passages = [{"document": document, "id": key} for key in change.passages.created]
        _all(run, cypher.link_passages(merge=False), passages)
        figures = [{"entity": f.entity, "id": f.id} for f in change.figures.created.values()]
        _all(run, cypher.link_figures(merge=False), figures)
        for name, ties in _by_type(change.relations.created):
            _all(run, cypher.write_ties(self._schema, name, merge=False), [rows.tie(tie) for tie in ties])
        for name, ties in _by_type(change.relations.updated):
            _all(run, cypher.update_ties(self._schema, name), [rows.tie(tie) for tie in ties])
        _all(run, cypher.write_mentions(merge=False), rows.mentions(change.mentions_created))

    def _delete(self, run: Run, change: Change) -> None:
        for batch in _batches(rows.mentions(change.mentions_deleted)):
            run(cypher.DELETE_MENTIONS, {"rows": batch})
        for name, ties in _by_type(change.relations.deleted):
            for batch in _batches([{"source": tie.source, "key": tie.key} for tie in ties]):
                run(cypher.delete_ties(self._schema, name), {"rows": batch})
        gone = [f.id for f in change.figures.deleted.values()]
        gone += [*change.passages.deleted, *change.entities.deleted]
        if change.slice is None:
            gone += [change.document, rows.ledger_id(change.document)]
        for ids in _batches(sorted(gone)):
            run(cypher.DELETE_NODES, {"ids": ids})

    def _keep(self, run: Run, document: str, part: Slice, *, new: bool) -> None:
        for class_name, row in (("Document", rows.document(part)), ("Ledger", rows.ledger(part))):
            create = cypher.write_nodes(self._schema, class_name, merge=False)
            _all(run, create if new else cypher.UPDATE_NODES, [row])

    def _status(self, run: Run) -> Status:
        return Status(
            self.uri,
            {r["name"]: int(r["total"]) for r in sorted(run(cypher.COUNT_LABELS, {}), key=lambda r: r["name"])},
            {r["name"]: int(r["total"]) for r in sorted(run(cypher.COUNT_TIES, {}), key=lambda r: r["name"])},
            sum(int(r["total"]) for r in run(cypher.COUNT_FIGURES, {})),
            sum(int(r["total"]) for r in run(cypher.COUNT_PASSAGES, {})),
            {r["name"]: r["content_hash"] for r in sorted(run(cypher.READ_DOCUMENTS, {}), key=lambda r: r["name"])},
        )


def _made(document: str, outcome: str, stated: Slice) -> DocumentChange:
    return DocumentChange(document, outcome, len(stated.entities), len(stated.relations), len(stated.figures))


def _digests(run: Run) -> dict[str, str]:
    return {row["document"]: row["content_hash"] for row in run(cypher.READ_HASHES, {})}


def _told(changes: Sequence[DocumentChange], total: int) -> str:
    """Say what of a load is in."""
    if total < 2:
        return ""
    names = [change.document for change in changes]
    shown = f" ({', '.join(names[:_SHOWN])}{' and others' if len(names) > _SHOWN else ''})" if names else ""
    return f". {len(changes)} of {total} documents are in{shown}; the same load goes on with the rest"


def revision_of(run: Run) -> int:
    """Read how often the store has been written to."""
    tally = run(cypher.READ_TALLY, {})
    return int(tally[0]["revision"]) if tally else 0


def _by_type(ties: Mapping[str, Relation]) -> Iterator[tuple[str, list[Relation]]]:
    found: defaultdict[str, list[Relation]] = defaultdict(list)
    for key in sorted(ties):
        found[ties[key].type].append(ties[key])
    yield from sorted(found.items())


def _batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]


def _all(run: Run, statement: str, items: list[dict[str, Any]]) -> None:
    """Write rows in batches, and make sure that each was written."""
    for batch in _batches(items):
        written = sum(int(row["written"]) for row in run(statement, {"rows": batch}))
        if written != len(batch):
            raise StoreError(
                f"the store wrote {written} of {len(batch)} rows ({statement.split(' RETURN')[0]}); nothing was kept. "
                "Was the graph changed by another program? Remove the document and load it again"
            )


def _write_tally(run: Run, change: Change, revision: int) -> None:
    row = run(cypher.READ_TALLY, {})[0]
    tally = Tally(int(row["count"]), int(row["checksum"], 16))
    document = [change.document]
    if change.outcome == "removed":
        tally = tally.minus(document)
    elif change.outcome == "new":
        tally = tally.plus(document)
    tally = tally.minus(change.entities.deleted).plus(change.entities.created)
    tally = tally.minus(change.relations.deleted).plus(change.relations.created)
    tally = tally.minus(f.id for f in change.figures.deleted.values())
    tally = tally.plus(f.id for f in change.figures.created.values())
    tally = tally.minus(change.passages.deleted).plus(change.passages.created)
    tally = tally.minus(map("|".join, change.mentions_deleted)).plus(map("|".join, change.mentions_created))
    values = {"revision": revision, "count": tally.count, "checksum": f"{tally.checksum:x}"}
    _all_one(run(cypher.WRITE_TALLY, values))


def _all_one(found: list[dict[str, Any]]) -> None:
    if not found or int(found[0]["written"]) != 1:
        raise StoreError("the store lost its tally; nothing was kept. Load the documents into an empty store")
