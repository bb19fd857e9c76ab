"""Values and errors of the driver as plain Python values and texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import neo4j
from neo4j.graph import Node, Path, Relationship

from graph.temporal import iso

_PLAIN = frozenset({bool, int, float, str, type(None)})


def cut(session: neo4j.Session) -> None:
    """Break the connection of a session whose query does not end; the driver has no other way to let go of it."""
    connection = getattr(session, "_connection", None)
    if connection is not None:
        connection.kill()


def message(error: Exception) -> str:
    """Give the first line of what a server says."""
    text = getattr(error, "message", None) or str(error)
    return str(text).splitlines()[0]


def converted(values: Iterable[Any]) -> tuple[Any, ...]:
    """Convert the values of a row."""
    return tuple([value if type(value) in _PLAIN else plain(value) for value in values])


def plain(value: Any) -> Any:
    """Convert a value: nodes, ties and paths become mappings, temporal values their ISO text, points their axes."""
    if type(value) in _PLAIN:  # most are, and a large answer has hundreds of thousands
        return value
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": {key: plain(item) for key, item in value.items()}}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": {key: plain(item) for key, item in value.items()}}
    if isinstance(value, Path):
        return {
            "nodes": [plain(node) for node in value.nodes],
            "relationships": [plain(tie) for tie in value.relationships],
        }
    if hasattr(value, "srid"):
        return {**dict(zip("xyz", value, strict=False)), "srid": value.srid}
    # before lists: a duration is also a tuple
    iso_format = getattr(value, "iso_format", None)
    if iso_format is not None:
        return iso(iso_format())
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value if isinstance(value, bool | int | float | str) else str(value)
