"""Facts as the nodes and relationships that a store holds; for scripts and files that fill a Neo4j."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph import rows
from graph.facts import Facts
from graph.ledger import Mention
from graph.slice import split


@dataclass(slots=True)
class Records:
    """Rows as in the stores; ``nodes`` by class, ``ties`` by type, the rest by its ends."""

    nodes: dict[str, list[rows.Row]] = field(default_factory=dict)
    ties: dict[str, list[rows.Row]] = field(default_factory=dict)
    has_passage: list[rows.Row] = field(default_factory=list)
    has_figure: list[rows.Row] = field(default_factory=list)
    mentions: list[rows.Row] = field(default_factory=list)


def records(facts: Facts) -> Records:
    """Give the rows of facts, sorted."""
    facts = facts.sorted()
    found = Records()
    nodes: defaultdict[str, dict[str, rows.Row]] = defaultdict(dict)
    mentions: set[Mention] = set()
    for part in split(facts).values():
        nodes["Document"][part.document] = rows.document(part)
        for id_, evidence in part.passages().items():
            nodes["Passage"][id_] = rows.passage(evidence)
            found.has_passage.append({"document": part.document, "id": id_})
        mentions |= part.mentions()
    for entity in facts.entities:
        nodes[entity.label][entity.id] = rows.entity(entity)
    for figure in facts.figures:
        nodes["Figure"][figure.id] = rows.figure(figure)
        found.has_figure.append({"entity": figure.entity, "id": figure.id})
    ties: defaultdict[str, list[rows.Row]] = defaultdict(list)
    for relation in facts.relations:
        ties[relation.type].append(rows.tie(relation))
    found.nodes = {label: [by_id[id_] for id_ in sorted(by_id)] for label, by_id in sorted(nodes.items())}
    found.ties = {type_: ties[type_] for type_ in sorted(ties)}
    found.has_passage.sort(key=lambda row: row["id"])
    found.has_figure.sort(key=lambda row: row["id"])
    found.mentions = rows.mentions(mentions)
    return found


def properties(found: Records) -> Iterator[dict[str, Any]]:
    """Give the properties of every node."""
    for part in found.nodes.values():
        yield from (row["properties"] for row in part)
