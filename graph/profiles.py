"""Reads single entities from a store that speaks Cypher: themselves, their ties, their figures, and what cites them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph import cypher, rows
from graph.facts import Entity, Evidence
from graph.integrity import Run
from graph.store import Profile, Tie


def entities(run: Run, ids: Iterable[str]) -> dict[str, Entity]:
    """Read entities by their ids, with the passages that mention them."""
    wanted = {"ids": list(ids)}
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in run(cypher.READ_MENTIONS, wanted):
        evidence[row["name"]].append(rows.read_evidence(row["passage"], row["rule"]))
    found = {}
    for row in run(cypher.READ_ENTITIES, wanted):
        entity = rows.read_entity(row["entity"], evidence[row["entity"]["id"]])
        found[entity.id] = entity
    return found


def profile(run: Run, entity_id: str) -> Profile | None:
    """Read an entity with its ties and figures; None if there is none of that id."""
    ties = [
        (row, outgoing)
        for outgoing, statement in ((True, cypher.READ_TIES_OUT), (False, cypher.READ_TIES_IN))
        for row in run(statement, {"id": entity_id})
    ]
    found = entities(run, sorted({entity_id, *(row["other"] for row, _ in ties)}))
    if entity_id not in found:
        return None
    figures = [row["figure"] for row in run(cypher.READ_FIGURES, {"id": entity_id})]
    cited = sorted({p for row, _ in ties for p in row["tie"]["passages"]} | {p for f in figures for p in f["passages"]})
    texts = {row["passage"]["id"]: row["passage"] for row in run(cypher.READ_PASSAGES, {"ids": cited})}
    return Profile(
        found[entity_id],
        tuple(
            sorted(
                (_tie(entity_id, row, outgoing, found[row["other"]], texts) for row, outgoing in ties),
                key=lambda tie: (tie.relation.type, not tie.outgoing, tie.other.id),
            )
        ),
        tuple(sorted((rows.read_figure(f, texts) for f in figures), key=lambda f: f.key)),
    )


def _tie(
    id_: str, row: Mapping[str, Any], outgoing: bool, other: Entity, texts: Mapping[str, Mapping[str, Any]]
) -> Tie:
    source, target = (id_, other.id) if outgoing else (other.id, id_)
    return Tie(rows.read_tie(source, row["type"], target, row["tie"], texts), other, outgoing)
