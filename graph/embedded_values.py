"""Values of the embedded engine as plain Python values, in the same shape as those of the server store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from arcadedb_embedded import convert_java_to_python

from graph.temporal import iso

_LABEL_SEPARATOR = "~"


_PLAIN = frozenset({bool, int, float, str, type(None)})


def plain(value: Any) -> Any:
    """Convert a value: nodes, ties and paths become mappings, temporal values their ISO text."""
    # Exact types: the engine's strings and numbers are subclasses of the Python ones
    if type(value) in _PLAIN:
        return value
    shape = _shape(value)
    if shape is not None:
        return shape
    converted = convert_java_to_python(value)
    if type(converted) in _PLAIN:
        return converted
    if isinstance(converted, list | tuple):
        return [plain(item) for item in converted]
    if isinstance(converted, set | frozenset):
        return sorted((plain(item) for item in converted), key=str)
    if isinstance(converted, dict):
        return _point(converted) or {str(key): plain(item) for key, item in converted.items()}
    return iso(converted.isoformat() if hasattr(converted, "isoformat") else str(converted))


def _point(converted: dict[Any, Any]) -> dict[str, Any] | None:
    """Give a point its axes and the number of its system, as a server does; None for another mapping."""
    axes = {str(key): item for key, item in converted.items()}
    if not {"x", "y", "crs", "srid"} <= axes.keys():
        return None
    return {**{name: plain(axes[name]) for name in "xyz" if axes.get(name) is not None}, "srid": plain(axes["srid"])}


def _shape(value: Any) -> Any:
    if hasattr(value, "getEdges") and hasattr(value, "getVertices") and not hasattr(value, "getTypeName"):
        return {
            "nodes": [plain(vertex) for vertex in value.getVertices()],
            "relationships": [plain(edge) for edge in value.getEdges()],
        }
    if not hasattr(value, "getTypeName"):
        return None
    properties = {str(key): plain(item) for key, item in value.propertiesAsMap().items()}
    name = str(value.getTypeName())
    if hasattr(value, "getOutVertex") or hasattr(value, "getOut"):
        return {"type": name, "properties": properties}
    if hasattr(value, "getEdges"):
        return {"labels": sorted(name.split(_LABEL_SEPARATOR)), "properties": properties}
    return properties


def argument(parameters: Mapping[str, Any]) -> Any:
    """Give parameters as the engine takes them.

    Rows go as one text that the engine reads itself: handed over value by value they would take a third of a load.
    """
    if not any(isinstance(value, list | tuple) for value in parameters.values()):
        return dict(parameters)
    import jpype

    return jpype.JClass("com.arcadedb.serializer.json.JSONObject")(json.dumps(dict(parameters))).toMap()
