"""What a load would do to a store, told before it is done: what is added, changed, confirmed, contradicted or lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from graph.facts import Entity, Facts, Figure, Relation
from graph.ledger import Ledger
from graph.quality import measure
from graph.selection import INSIDE
from graph.slice import Slice, split
from graph.text import fold

Fact = Entity | Relation | Figure


class Effect(StrEnum):
    """What becomes of a fact: it is new, says something else, is stated once more, or goes."""

    NEW = "new"
    CHANGED = "changed"
    CONFIRMED = "confirmed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Item:
    """One fact that a load touches.

    Parameters
    ----------
    fact : as it will be; one that goes, as it is.
    changes : what it says otherwise than before: (property, before, after).
    against : facts that it contradicts; both are kept.
    """

    effect: Effect
    fact: Fact
    changes: tuple[tuple[str, str, str], ...] = ()
    against: tuple[Fact, ...] = ()


@dataclass(slots=True)
class Comparison:
    """All that a load would do; ``documents`` tells of each whether it is new, replaced or unchanged."""

    documents: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    after: Facts = field(default_factory=Facts)

    def count(self, effect: Effect) -> int:
        """Count the facts of one effect."""
        return sum(1 for item in self.items if item.effect is effect)

    def contradictions(self) -> list[Item]:
        """List the facts that contradict others."""
        return [item for item in self.items if item.against]


def compare(held: Facts | Mapping[str, Slice], parts: Iterable[Facts]) -> Comparison:
    """Tell what loading would do.

    Parameters
    ----------
    held : what the store holds now; as slices, if it can give them, which alone tell which document states an alias.
    parts : what is to be loaded, as a load would get it.
    """
    ledger = Ledger((split(held) if isinstance(held, Facts) else held).values())
    before = ledger.facts()
    found = Comparison()
    for facts in parts:
        for document, part in split(facts).items():
            old = ledger.slices.get(document)
            same = old is not None and old.content_hash == part.content_hash
            found.documents[document] = "new" if old is None else "unchanged" if same else "replaced"
            ledger.put(document, part)
    found.after = ledger.facts()
    effects = [
        *_entities({e.id: e for e in before.entities}, {e.id: e for e in found.after.entities}),
        *_ties({r.key: r for r in before.relations}, {r.key: r for r in found.after.relations}),
        *_figures({f.key: f for f in before.figures}, {f.key: f for f in found.after.figures}),
    ]
    against = _contradictions(found.after)
    touched = set(found.documents)
    found.items = [
        Item(effect, fact, changes, against.get(key(fact), ()) if _cites(fact, touched) else ())
        for effect, fact, changes in effects
    ]
    return found


def key(fact: Fact) -> str:
    """Identify a fact of any kind."""
    return fact.id if isinstance(fact, Entity) else fact.key


def _cites(fact: Fact, documents: set[str]) -> bool:
    return any(e.document in documents for e in fact.evidence)


Change = tuple[Effect, Fact, tuple[tuple[str, str, str], ...]]


def _entities(before: Mapping[str, Entity], after: Mapping[str, Entity]) -> Iterable[Change]:
    for id_ in sorted(before.keys() | after.keys()):
        was, now = before.get(id_), after.get(id_)
        if was is None or now is None:
            yield (Effect.NEW, now, ()) if now else (Effect.GONE, was, ())  # type: ignore[misc]
            continue
        changes = [("name", was.name, now.name), ("class", was.label, now.label)]
        changes.append(("aliases", "、".join(was.aliases), "、".join(now.aliases)))
        for name in sorted({*was.properties, *now.properties}):
            changes.append((name, str(was.properties.get(name, "")), str(now.properties.get(name, ""))))
        yield from _outcome(was, now, changes)


def _ties(before: Mapping[str, Relation], after: Mapping[str, Relation]) -> Iterable[Change]:
    for id_ in sorted(before.keys() | after.keys()):
        was, now = before.get(id_), after.get(id_)
        if was is None or now is None:
            yield (Effect.NEW, now, ()) if now else (Effect.GONE, was, ())  # type: ignore[misc]
            continue
        sure = ("confidence", f"{was.confidence:g}", f"{now.confidence:g}")
        yield from _outcome(was, now, [sure, ("derived", str(was.derived), str(now.derived))])


def _figures(before: Mapping[str, Figure], after: Mapping[str, Figure]) -> Iterable[Change]:
    for id_ in sorted(before.keys() | after.keys()):
        was, now = before.get(id_), after.get(id_)
        if was is None or now is None:
            yield (Effect.NEW, now, ()) if now else (Effect.GONE, was, ())  # type: ignore[misc]
            continue
        yield from _outcome(was, now, [("confidence", f"{was.confidence:g}", f"{now.confidence:g}")])


def _outcome(was: Fact, now: Fact, changes: Sequence[tuple[str, str, str]]) -> Iterable[Change]:
    differing = tuple(change for change in changes if change[1] != change[2])
    if differing:
        yield Effect.CHANGED, now, differing
    elif set(was.evidence) != set(now.evidence):
        yield Effect.CONFIRMED, now, ()


def _contradictions(facts: Facts) -> dict[str, tuple[Fact, ...]]:
    """Find facts of which not both can hold as they stand: key of a fact -> those against it."""
    return {**_values(facts), **_places(facts), **_classes(facts)}


def _values(facts: Facts) -> dict[str, tuple[Fact, ...]]:
    groups: defaultdict[tuple[str, str, int, str, str], list[Figure]] = defaultdict(list)
    for f in facts.figures:
        if f.year is not None and f.bound is None and f.max is None:
            groups[f.entity, measure(f.indicator), f.year, f.unit, f.kind].append(f)
    return {
        f.key: others
        for figures in groups.values()
        for f in figures
        if (others := tuple(o for o in figures if o.value != f.value))
    }


def _places(facts: Facts) -> dict[str, tuple[Fact, ...]]:
    """Find things that are said to stand in two places of which neither contains the other."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    stands: defaultdict[str, list[Relation]] = defaultdict(list)
    for r in facts.relations:
        if r.type in INSIDE:
            above[r.source].add(r.target)
        if r.type == "LOCATED_IN":
            stands[r.source].append(r)
    found: dict[str, tuple[Fact, ...]] = {}
    for ties in stands.values():
        if len(ties) < 2:
            continue
        reach = {r.target: _upwards(r.target, above) for r in ties}
        for r in ties:
            others = tuple(
                o for o in ties if o.target not in reach[r.target] and r.target not in reach[o.target] and o is not r
            )
            if others:
                found[r.key] = others
    return found


def _upwards(start: str, above: Mapping[str, set[str]]) -> set[str]:
    seen, open_ = {start}, [start]
    while open_:
        for place in above.get(open_.pop(), ()):
            if place not in seen:
                seen.add(place)
                open_.append(place)
    return seen


def _classes(facts: Facts) -> dict[str, tuple[Fact, ...]]:
    """Find one name that is given to things of two classes."""
    named: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in facts.entities:
        named[fold(entity.name)].append(entity)
    return {
        entity.id: others
        for entities in named.values()
        for entity in entities
        if (others := tuple(o for o in entities if o.label != entity.label))
    }
