"""Everything that the app writes: loads, removals, corrections. Each function first asks for the role of an editor."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import streamlit as st

from graph.comparison import Comparison, compare
from graph.cypher_store import CypherStore
from graph.facts import Facts, Severity
from graph.store import DocumentChange
from graph.validation import check_facts
from loaders import effect, judging
from loaders.apart import Reading, read_apart
from loaders.corrections import Correction, beside, corrections_path, remove_correction
from loaders.review import correct, outdated
from loaders.uploads import Upload, forget, keep, laid_out
from ontology.errors import PolecoreError, SourceError
from views.parts import access, source

_LOCK = threading.Lock()
"""Two people must not write the file of corrections, or the uploads, at once."""
Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Draft:
    """Documents that were read and are not loaded yet, and what loading them would do."""

    files: tuple[Upload, ...]
    reading: Reading
    comparison: Comparison
    refused: tuple[str, ...] = ()
    verdicts: dict[str, str] = field(default_factory=dict)
    """key of a fact -> accept or reject"""


def prepare(files: Sequence[Upload], progress: Progress | None = None) -> Draft:
    """Read documents and compare them with the store, which stays as it is."""
    access.require_editor()
    uri = source.uri()
    with _told(uri), laid_out(files, uri) as paths:
        reading = read_apart(paths, progress)
        # messages name the folder of the draft, which means nothing to anybody
        refused = tuple(
            p.message.replace(f"{paths[0].parent}/", "") for p in reading.facts.problems if p.kind in _UNREAD
        )
    named = set(reading.facts.documents())
    taken = tuple(file for file in files if file.name in named)
    if not taken:
        raise SourceError("; ".join(refused) or "no fact was found in these documents; nothing was changed")
    parts = correct([reading.facts], corrections_path(uri))
    broken = [p.message for part in parts for p in check_facts(part) if p.severity is Severity.ERROR]
    if broken:
        raise SourceError(f"{len(broken)} facts break the model, nothing can be loaded; the first: {broken[0]}")
    graph = source.opened().store
    held = graph.slices() if isinstance(graph, CypherStore) else graph.facts()
    return Draft(taken, reading, compare(held, parts), refused)


@contextmanager
def _told(uri: str) -> Iterator[None]:
    """Say in a sentence that the folder of the project cannot be written."""
    try:
        yield
    except OSError as error:
        raise SourceError(f"{beside(uri)}: cannot be written ({error.strerror}); make room or give the right") from None


_UNREAD = frozenset({"unreadable", "refused row"})


def load(draft: Draft, reason: str, progress: Progress | None = None) -> list[DocumentChange]:
    """Write the verdicts on single facts into the corrections, and load the documents with them: all or nothing."""
    access.require_editor()
    uri, graph = source.uri(), source.opened().store
    with _LOCK:
        with _told(uri):
            effect.observe(graph, uri)
        written = _judged(draft, reason, uri)
        try:
            parts = correct([_only(draft)], corrections_path(uri))
            changes = [change for part in parts for change in graph.load(part, progress=progress)]
        except PolecoreError:
            for correction in written:
                remove_correction(corrections_path(uri), correction.id)
            raise
        gone = outdated(graph.status().documents, parts, corrections_path(uri))
        changes += [graph.remove_document(name) for name in gone]
        with _told(uri):
            keep(draft.files, draft.reading.facts, uri)
            effect.observe(graph, uri)
    _changed()
    return changes


def _only(draft: Draft) -> Facts:
    facts = draft.reading.facts
    return Facts(facts.entities, facts.relations, facts.figures)


def _judged(draft: Draft, reason: str, uri: str) -> list[Correction]:
    path, written = corrections_path(uri), []
    facts = draft.comparison.after
    for key, action in sorted(draft.verdicts.items()):
        stored = judging.store(judging.verdict(facts, action, key, reason), facts, path)
        if stored.new:
            written.append(stored.correction)
    return written


def remove(document: str) -> DocumentChange:
    """Remove what only a document states, and its file if it came through the app."""
    access.require_editor()
    with _LOCK:
        change = source.opened().store.remove_document(document)
        forget(document, source.uri())
    _changed()
    return change


def store(correction: Correction, facts: Facts) -> judging.Stored:
    """Write a correction into the file; it takes effect with the next load, or `put_into_effect`."""
    access.require_editor()
    with _LOCK, _told(source.uri()):
        effect.observe(source.opened().store, source.uri())
        return judging.store(correction, facts, corrections_path(source.uri()))


def undo(id_: str) -> Correction:
    """Take a correction out of the file."""
    access.require_editor()
    with _LOCK, _told(source.uri()):
        effect.observe(source.opened().store, source.uri())
        return remove_correction(corrections_path(source.uri()), id_)


def put_into_effect(progress: Progress | None = None) -> effect.Applied:
    """Load again what the app knows the sources of, with the corrections of now."""
    access.require_editor()
    with _LOCK, _told(source.uri()):
        done = effect.put_into_effect(source.opened().store, source.uri(), progress)
    _changed()
    return done


def _changed() -> None:
    source.changed()
    st.session_state["graph_changed"] = True
