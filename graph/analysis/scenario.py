"""Changes as a person writes them: ``add 辽阳,鞍山:航空``, ``join 航空智能制造中心=鞍山``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.analysis import whatif
from graph.projection.build import Projection
from ontology.errors import QueryError

KINDS = ("add", "remove", "join", "leave", "without", "include")


def apply(projection: Projection, changes: Iterable[tuple[str, str]]) -> Projection:
    """Make changes one after another.

    Raises
    ------
    QueryError
        if a change cannot be read or made; the message names it.
    """
    for kind, value in changes:
        projection = _changed(projection, kind, value)
    return projection


def _changed(projection: Projection, kind: str, value: str) -> Projection:
    if kind == "add":
        members, _, field = re.sub("：", ":", value).partition(":")
        names = [name.strip() for name in re.split("[,，、]", members) if name.strip()]
        return whatif.add_vehicle(projection, names, field.strip() or None)
    if kind == "remove":
        return whatif.remove_vehicle(projection, value)
    if kind == "without":
        return whatif.remove_node(projection, value)
    if kind == "include":
        return whatif.add_node(projection, value)
    if kind not in KINDS:
        raise QueryError(f"{kind}: no such change; there are {', '.join(KINDS)}")
    vehicle, equals, member = value.rpartition("=")
    if not equals or not vehicle or not member:
        raise QueryError(f"--{kind} {value}: write VEHICLE=MEMBER, as 航空智能制造中心=鞍山")
    change = whatif.add_member if kind == "join" else whatif.remove_member
    return change(projection, vehicle, member)
