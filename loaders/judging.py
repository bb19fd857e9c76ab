"""Corrections as a person makes them: named, tried on the facts, and stored.

The command line and the app go the same way through here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.facts import Entity, Facts, Figure, Relation
from loaders.corrections import Correction, add_correction, read_corrections
from loaders.doubts import documents_of, find_entity, find_fact
from loaders.review import apply, describe
from ontology.errors import SourceError


@dataclass(frozen=True, slots=True)
class Stored:
    """A correction that stands in the file; ``new`` unless it stood there before, ``notes`` say what it took along."""

    correction: Correction
    new: bool
    notes: tuple[str, ...] = ()


def corrected(facts: Facts, path: Path) -> Facts:
    """Give facts as the corrections of a file make them."""
    return apply(facts, read_corrections(path))


def verdict(facts: Facts, action: str, text: str, reason: str) -> Correction:
    """Accept or reject what a text names: a ref of the list, a key, or an entity."""
    fact = find_fact(facts, text)
    return Correction(
        action,
        reason,
        entity=fact.id if isinstance(fact, Entity) else "",
        tie=fact.key if isinstance(fact, Relation) else "",
        figure=fact.key if isinstance(fact, Figure) else "",
        documents=documents_of(fact),
    )


def merging(facts: Facts, entity: str, into: str, reason: str) -> Correction:
    """Merge an entity into another."""
    old, new = find_entity(facts, entity), find_entity(facts, into)
    if old.id == new.id:
        raise SourceError(f"{entity} and {into} are one entity already: {old.id}")
    return Correction("merge", reason, entity=old.id, into=new.id, name=new.name, documents=documents_of(old))


def splitting(
    facts: Facts, entity: str, alias: str, reason: str, label: str = "", ties: Sequence[str] = ()
) -> Correction:
    """Split another name of an entity off, with the ties that are named."""
    old = find_entity(facts, entity)
    if alias not in old.aliases:
        raise SourceError(f"{alias}: is no other name of {old.id}; these are: {'; '.join(old.aliases) or 'none'}")
    moved = [find_fact(facts, text) for text in ties]
    keys = tuple(fact.key for fact in moved if isinstance(fact, Relation))
    if len(keys) < len(moved):
        raise SourceError("--tie: names something that is no tie; `polecore show --format json` tells their keys")
    return Correction("split", reason, entity=old.id, alias=alias, label=label, ties=keys, documents=documents_of(old))


def renaming(facts: Facts, entity: str, name: str, reason: str) -> Correction:
    """Give an entity another name."""
    old = find_entity(facts, entity)
    return Correction("rename", reason, entity=old.id, name=name, documents=documents_of(old))


def reclassifying(facts: Facts, entity: str, label: str, reason: str) -> Correction:
    """Give an entity another class."""
    old = find_entity(facts, entity)
    return Correction("reclassify", reason, entity=old.id, label=label, documents=documents_of(old))


def tried(correction: Correction, facts: Facts) -> tuple[str, ...]:
    """Try a correction on the facts; give what it would take along.

    Raises
    ------
    SourceError
        if it changes nothing.
    """
    done = apply(facts, [correction])
    notes = tuple(p.message for p in done.problems[len(facts.problems) :])
    if (done.entities, done.relations, done.figures) == (facts.entities, facts.relations, facts.figures):
        reason = "matches nothing" if notes else "changes nothing"
        raise SourceError(f"{describe(correction)}: {reason}; nothing was stored")
    return notes


def store(correction: Correction, facts: Facts, path: Path) -> Stored:
    """Try a correction on the facts, and store it if it does anything."""
    notes = tried(correction, facts)
    return Stored(correction, add_correction(path, correction), notes)
