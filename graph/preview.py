"""What a load would change, worked out without writing anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.facts import Entity, Figure, Relation
from graph.ledger import Change, Difference, Ledger
from graph.slice import Slice

Fact = Entity | Relation | Figure


@dataclass(frozen=True, slots=True)
class FactChange:
    """How one fact of the graph would change.

    Parameters
    ----------
    kind : entity, relation or figure.
    change : new, changed or gone.
    fact : its id or key.
    detail : what would differ in a fact that is changed; else its name.
    """

    kind: str
    change: str
    fact: str
    detail: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What loading or removing one document would do: the outcome, as of a load, and each fact that would change."""

    document: str
    outcome: str
    changes: tuple[FactChange, ...]


def preview(held: Iterable[Slice], steps: Iterable[tuple[str, Slice | None]]) -> list[Preview]:
    """Work out what a store that holds some slices would do with others.

    Parameters
    ----------
    held : what the documents in the store state.
    steps : documents in the order in which they are loaded, or with None removed: what two of them add is new with the
        first.
    """
    ledger = Ledger(held)
    found = []
    for document, part in steps:
        change = ledger.plan(document, part)
        found.append(Preview(document, change.outcome, tuple(_changes(ledger, change))))
        ledger.put(document, part)
    return found


def _changes(ledger: Ledger, change: Change) -> Iterator[FactChange]:
    yield from _of_kind("entity", change.entities, ledger)
    yield from _of_kind("relation", change.relations, ledger)
    yield from _of_kind("figure", change.figures, ledger)


def _of_kind(
    kind: str, difference: Difference[Entity] | Difference[Relation] | Difference[Figure], ledger: Ledger
) -> Iterator[FactChange]:
    keys = {*difference.created, *difference.updated, *difference.deleted}
    for key in sorted(keys):
        after = difference.created.get(key) or difference.updated.get(key)
        before = ledger.held(kind, key) if key in difference.updated else difference.deleted.get(key)
        if before is None and after is not None:
            yield FactChange(kind, "new", key, _told(after))
        elif after is None and before is not None:
            yield FactChange(kind, "gone", key, _told(before))
        elif before is not None and after is not None and before != after:
            yield FactChange(kind, "changed", key, "; ".join(_differing(before, after)))


def _told(fact: Fact) -> str:
    if isinstance(fact, Entity):
        return fact.name
    if isinstance(fact, Relation):
        return "derived" if fact.derived else ""
    return f"{fact.value:g}{f'–{fact.max:g}' if fact.max is not None else ''} {fact.unit}".strip()


def _differing(before: Fact, after: Fact) -> Iterator[str]:
    old, new = before.record(), after.record()
    for name in old:
        if old[name] == new[name]:
            continue
        if name == "evidence":
            yield f"passages {len(old[name])} → {len(new[name])}" if len(old[name]) != len(new[name]) else "passages"
        elif isinstance(old[name], list):
            yield f"{name} {', '.join(map(str, old[name])) or 'none'} → {', '.join(map(str, new[name])) or 'none'}"
        else:
            yield f"{name} {old[name]} → {new[name]}"
