"""What a reviewer looks at first: facts of low confidence, then figures that contradict each other."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.presentation import figure_text
from graph.quality import measure, where
from graph.text import fold
from loaders.correcting import is_accepted
from ontology.errors import SourceError

DOUBTFUL = 0.8
"""Confidence below which a fact is doubtful."""
Fact = Entity | Relation | Figure


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact to look at; ``ref`` names it on the command line."""

    ref: str
    confidence: float
    fact: str
    why: str
    where: str


def ref(fact: Relation | Figure) -> str:
    """Give a short name for a tie or figure, the same as long as it says the same."""
    mark = "t" if isinstance(fact, Relation) else "f"
    return mark + hashlib.sha256(fact.key.encode()).hexdigest()[:8]


def told(fact: Fact, names: dict[str, str]) -> str:
    """Tell a fact in one line."""
    if isinstance(fact, Relation):
        return f"{names.get(fact.source, fact.source)} {fact.type} {names.get(fact.target, fact.target)}"
    if isinstance(fact, Figure):
        return f"{names.get(fact.entity, fact.entity)}: {figure_text(fact)}"
    return f"{fact.name} ({fact.id})"


def doubts(facts: Facts) -> list[Doubt]:
    """List doubtful ties and figures that nobody has accepted: the least sure first, then those that conflict."""
    names = {e.id: e.name for e in facts.entities}
    conflicts = _conflicts(facts)
    found: list[tuple[tuple[bool, float, str], Doubt]] = []
    stated: list[Relation | Figure] = [*facts.relations, *facts.figures]
    for fact in stated:
        values = conflicts.get(fact.key, "") if isinstance(fact, Figure) else ""
        low = fact.confidence < DOUBTFUL
        if is_accepted(fact.evidence) or not (low or values):
            continue
        why = "; ".join(filter(None, ("low confidence" if low else "", f"conflict: {values}" if values else "")))
        doubt = Doubt(ref(fact), fact.confidence, told(fact, names), why, where(fact.evidence))
        found.append(((not low, fact.confidence, fact.key), doubt))
    return [doubt for _, doubt in sorted(found, key=lambda item: item[0])]


def _conflicts(facts: Facts) -> dict[str, str]:
    """Find figures of one measure, thing and year with several values: key -> the values."""
    groups: dict[tuple[str, str, int, str, str], list[Figure]] = defaultdict(list)
    for f in facts.figures:
        if f.year is not None and f.bound is None and f.max is None:
            groups[f.entity, measure(f.indicator), f.year, f.unit, f.kind].append(f)
    found = {}
    for figures in groups.values():
        values = sorted({f.value for f in figures})
        if len(values) > 1:
            found.update(dict.fromkeys((f.key for f in figures), " / ".join(f"{v:g}" for v in values)))
    return found


def find_entity(facts: Facts, text: str) -> Entity:
    """Find the one entity that a text means: its id, its name, or an alias.

    Raises
    ------
    SourceError
        if it means none or several.
    """
    wanted = fold(text)
    for found in (
        [e for e in facts.entities if e.id == text],
        [e for e in facts.entities if fold(e.name) == wanted],
        [e for e in facts.entities if wanted in map(fold, e.aliases)],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise SourceError(f"{text}: means {', '.join(e.id for e in found[:5])}; name one by its id")
    raise SourceError(f"{text}: no entity of this id or name; `polecore query` and `polecore show` find the names")


def find_fact(facts: Facts, text: str) -> Fact:
    """Find the one fact that a text means: a ref of the list, a tie's or figure's key or id, or an entity.

    Raises
    ------
    SourceError
        if it means none or several.
    """
    stated: Sequence[Relation | Figure] = [*facts.relations, *facts.figures]
    hits = [fact for fact in stated if text == fact.key or (isinstance(fact, Figure) and text == fact.id)]
    hits = hits or [fact for fact in stated if text == ref(fact)]
    if len(hits) == 1:
        return hits[0]
    if "|" in text:
        raise SourceError(f"{text}: no such tie or figure; `polecore review list` gives their refs")
    return find_entity(facts, text)


def documents_of(fact: Fact) -> tuple[str, ...]:
    """Name the documents that state a fact."""
    evidence: Sequence[Evidence] = fact.evidence
    named = fact.documents if isinstance(fact, Entity) else ()
    return tuple(sorted({*named, *(e.document for e in evidence)}))
