"""The Store protocol: what every store offers, and how one is opened from a URI."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from ontology.errors import StoreError

DEFAULT_URI = "embedded:.polecore/graph"

Value = Any
Progress = Callable[[str, int, int], None]
"""Called with (document or stage, done, total)."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a query: column names and plain Python rows; ``truncated`` if the row cap cut it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    truncated: bool = False

    def dicts(self) -> list[dict[str, Value]]:
        """Give each row as a mapping from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """What a load did for one document: ``outcome`` is new, unchanged, replaced or removed."""

    document: str
    outcome: str
    entities: int
    relations: int
    figures: int


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of what is in a store: per label, per relationship type, figures, per document."""

    uri: str
    labels: Mapping[str, int]
    relations: Mapping[str, int]
    figures: int
    passages: int
    documents: Mapping[str, str]
    """document -> content hash of what it states."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation together with the entity at its other end, as seen from one entity."""

    relation: Relation
    other: Entity
    outgoing: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity with its ties and figures."""

    entity: Entity
    ties: Sequence[Tie] = field(default_factory=tuple)
    figures: Sequence[Figure] = field(default_factory=tuple)


class Store(Protocol):
    """A place that keeps facts and answers Cypher.

    Every write is one transaction a document: all of what the document states, or nothing. Loading the same facts
    again changes nothing. A document whose content hash differs from the stored one is replaced: what only its old
    version said goes, what another document also states stays.
    """

    uri: str

    def load(self, facts: Facts, *, progress: Progress | None = None) -> list[DocumentChange]:
        """Write facts, a transaction a document, in sorted order."""
        ...

    def remove_document(self, document: str) -> DocumentChange:
        """Remove what only this document states; StoreError if it was never loaded."""
        ...

    def facts(self) -> Facts:
        """Read everything back in the exchange form (sorted; equal to what was loaded)."""
        ...

    def status(self) -> Status:
        """Count what is in the store."""
        ...

    def query(
        self,
        cypher: str,
        parameters: Mapping[str, Value] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Rows:
        """Run one read-only query; QueryError if it writes, is malformed, or runs out of time."""
        ...

    def search(self, text: str, *, limit: int = 20) -> list[Entity]:
        """Find entities by name or alias: exact first, then prefix, then substring; shorter names first."""
        ...

    def profile(self, entity_id: str) -> Profile | None:
        """Give an entity with its ties and figures, or None."""
        ...

    def close(self) -> None:
        """Release the store; closing twice is harmless."""
        ...


def open_store(uri: str = DEFAULT_URI, *, share: bool = False, older: bool = False) -> Store:
    """Open the store that a URI names: ``embedded:PATH``, ``neo4j://``, ``neo4j+s://`` or ``bolt://``.

    An embedded store that another process of the same user holds and shares is used through that process.

    Parameters
    ----------
    share : whether to answer other processes of the same user, if the store is embedded and this process holds it.
    older : whether the store may be one that an older version wrote, because it is only read from.

    Raises
    ------
    StoreError
        for an unknown scheme, or as the store itself says.
    """
    scheme, _, rest = uri.partition(":")
    if scheme == "embedded":
        return _open_embedded(rest or DEFAULT_URI.partition(":")[2], share, older)
    if scheme in {"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}:
        from graph.neo4j import Neo4jStore

        return Neo4jStore(uri, older=older)
    raise StoreError(
        f"{shown(uri)}: unknown kind of store; use embedded:PATH, neo4j://HOST, neo4j+s://HOST or bolt://HOST"
    )


def shown(uri: str) -> str:
    """Give a store's URI as it may be shown: without a user name, password or option that someone put into it.

    Examples
    --------
    >>> shown("neo4j://neo4j:secret@host:7687?token=secret")
    'neo4j://host:7687'
    """
    scheme, separator, rest = uri.partition(":")
    if scheme == "embedded" or not separator:
        return uri
    slashes = "//" if rest.startswith("//") or "@" in rest else ""
    host = rest.rpartition("@")[2].lstrip("/")
    return f"{scheme}:{slashes}{re.split('[?#]', host)[0]}"


def _open_embedded(path: str, share: bool, older: bool) -> Store:
    from graph import embedded_folder, sharing

    address = sharing.find(Path(path).resolve())
    if address is not None:
        embedded_folder.check_version(Path(path).resolve(), older=older)
        from graph.neo4j_shared import connect

        shared = connect(f"embedded:{path}", address)
        if shared is not None:
            return shared
    from graph.embedded import EmbeddedStore

    return EmbeddedStore(path, share=share, older=older)


__all__ = [
    "DEFAULT_URI",
    "DocumentChange",
    "Entity",
    "Evidence",
    "Facts",
    "Figure",
    "Iterable",
    "Profile",
    "Progress",
    "Relation",
    "Rows",
    "Status",
    "Store",
    "StoreError",
    "Tie",
    "open_store",
    "shown",
]
