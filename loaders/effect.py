"""Corrections put into effect at once: what a store holds is loaded again from how it was read.

What was read is known of the bundled facts and of documents that came through the app. Whether a store holds exactly
that is told by the hash of what each document states: one that was loaded from elsewhere is left alone and named.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.drafts import drafts
from graph.slice import split
from graph.store import DocumentChange, Progress, Store
from loaders.corrections import beside, corrections_path, read_corrections
from loaders.review import REFERENCE, apply, correct, outdated
from loaders.uploads import joined, originals
from ontology.errors import SourceError


@dataclass(frozen=True, slots=True)
class Applied:
    """What putting corrections into effect did; ``elsewhere`` lists documents that were loaded from other places."""

    changes: tuple[DocumentChange, ...]
    elsewhere: tuple[str, ...]


def observe(graph: Store, uri: str) -> set[str]:
    """Note which documents a store holds as they were read, with the corrections of now or with none.

    To be called before corrections change: afterwards nobody can tell what a document was corrected by.

    Returns
    -------
    set[str]
        the documents that are known.
    """
    status, noted = graph.status().documents, _noted(uri)
    unknown = {d for d, digest in status.items() if noted.get(d) != digest and not d.startswith(REFERENCE)}
    if unknown:
        known = originals(uri)
        for corrections in (read_corrections(corrections_path(uri)), []):
            parts = split(apply(known, corrections))
            noted.update({d: status[d] for d in unknown if d in parts and parts[d].content_hash == status[d]})
    noted = {d: digest for d, digest in noted.items() if status.get(d) == digest}
    _note(uri, noted)
    return set(noted)


def put_into_effect(graph: Store, uri: str, progress: Progress | None = None) -> Applied:
    """Load what is known again, with the corrections of now."""
    held = observe(graph, uri)
    status = graph.status().documents
    current = joined(part for document, part in split(originals(uri)).items() if document in held)
    parts = correct([current], corrections_path(uri)) if current.entities else []
    changes = [change for part in parts for change in graph.load(part, progress=progress)]
    changes += [graph.remove_document(name) for name in outdated(status, parts, corrections_path(uri))]
    # a document that corrections leave nothing of would otherwise stay as it was
    emptied = held - {d for part in parts for d in part.documents()}
    changes += [graph.remove_document(name) for name in sorted(emptied)]
    now = graph.status().documents
    _note(uri, {d: now[d] for d in held if d in now})
    elsewhere = tuple(sorted(d for d in now if d not in held and not d.startswith(REFERENCE)))
    return Applied(tuple(c for c in changes if c.outcome != "unchanged"), elsewhere)


def _file(uri: str) -> Path:
    return beside(uri) / "facts" / "loaded.json"


def _noted(uri: str) -> dict[str, str]:
    try:
        found = json.loads(_file(uri).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise SourceError(f"{_file(uri)}: cannot be read ({error}); remove it") from None
    return {str(d): str(digest) for d, digest in found.items()} if isinstance(found, dict) else {}


def _note(uri: str, hashes: Mapping[str, str]) -> None:
    path = _file(uri)
    path.parent.mkdir(parents=True, exist_ok=True)
    with drafts(path) as (draft,):
        draft.write_text(json.dumps(hashes, ensure_ascii=False, sort_keys=True, indent=1) + "\n", encoding="utf-8")
