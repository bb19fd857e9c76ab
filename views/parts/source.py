"""Opens the store once a process, fills it with the bundled facts when it is empty, and reads the snapshot."""

from __future__ import annotations

import atexit
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from graph.store import DEFAULT_URI, Status, Store, open_store, shown
from loaders.intake import facts_folders, gather
from ontology.errors import PolecoreError, StoreError
from views.parts.lookup import Form, forms
from views.parts.snapshot import Snapshot, build
from views.parts.watch import Watch

VARIABLE = "POLECORE_STORE"
AGE, PATIENCE = 10.0, 0.5
"""Seconds after which the store is counted again, and that a page may wait for the counting."""
BUNDLED = Path(__file__).resolve().parents[2] / "data"


@dataclass(slots=True)
class Opened:
    """The store of this process; ``filled`` tells that it was empty and took the bundled facts."""

    store: Store
    filled: bool = False


def uri() -> str:
    """Give the URI of the store that the app shows."""
    return os.environ.get(VARIABLE) or DEFAULT_URI


def _release(opened: Opened) -> None:
    opened.store.close()


@st.cache_resource(show_spinner=False, on_release=_release)
def _open(uri: str, bundled: str) -> Opened:
    store = open_store(uri, share=True)
    try:
        opened = Opened(store)
        if empty(store.status()) and uri.startswith("embedded:"):
            folder = Path(bundled)
            if not facts_folders(folder):
                raise StoreError(
                    f"{uri}: the store is empty and no facts are bundled in {folder.name}/; "
                    "load documents with: polecore load PATH"
                )
            for facts in gather([folder], store=uri):
                store.load(facts)
            opened.filled = True
    except PolecoreError:
        store.close()
        raise
    # gives the lock back at once, even where the Java machine is slow to end
    atexit.register(store.close)
    return opened


def empty(status: Status) -> bool:
    """Tell whether a store holds nothing at all."""
    return not status.documents and not any(status.labels.values())


def opened() -> Opened:
    """Give the store of this process; StoreError in one sentence if it cannot be opened."""
    return _open(uri(), str(BUNDLED))


@st.cache_resource(show_spinner=False)
def _watch() -> Watch[Status]:
    return Watch(lambda _: opened().store.status(), AGE, PATIENCE)


def status(uri: str) -> Status:
    """Count what is in the store; asked at most every ten seconds."""
    return _watch()(uri)


def changed() -> None:
    """Let the store be counted anew, as something was changed in it."""
    _watch().clear()


def fingerprint(found: Status) -> str:
    """Identify what the store holds: its documents with their hashes, and its counts.

    A short text, as every page asks for it several times, and Streamlit hashes what a cached function is given.
    """
    counts = [*found.labels.items(), *found.relations.items(), ("figures", found.figures), ("passages", found.passages)]
    whole = sorted([*found.documents.items(), *((name, str(number)) for name, number in counts)])
    return hashlib.sha256(repr(whole).encode()).hexdigest()


@st.cache_resource(max_entries=2, show_spinner=False)
def _snapshot(uri: str, print_: str) -> tuple[Snapshot, list[Form]]:
    found = build(opened().store.facts())
    return found, forms(found.entities.values())


def snapshot() -> tuple[Snapshot, list[Form]]:
    """Give the whole graph, indexed, and the written forms to search in; read again when the store has changed."""
    return _snapshot(uri(), fingerprint(status(uri())))


def shown_uri() -> str:
    """Give the URI of the store as it may be shown: without a user name or password that someone put into it."""
    return shown(uri())
