"""People's corrections applied to facts: accept, reject, merge, split, rename, reclassify and add.

A pure function of facts and corrections, from top to bottom of the list; applying it to its own result changes nothing,
and leaving a correction out undoes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from graph.facts import Entity, Evidence, Facts, Problem, Relation, Severity
from graph.text import fold
from loaders.correcting import Desk, class_of, ends, entity_id, marked, name_of
from loaders.corrections import Correction, Source, read_corrections
from ontology.errors import OntologyError

STALE = "stale correction"
"""Kind of the ``Problem`` that names a correction which matches nothing any more."""
ADDED = "added"
"""Rule of facts that a person added."""
REFERENCE = "added: "
"""What the name of a source begins with that is no document but a reference."""


def apply(facts: Facts, corrections: Sequence[Correction]) -> Facts:
    """Apply corrections to facts; the facts given stay as they are.

    Returns
    -------
    Facts
        sorted, with a ``Problem`` for each correction that matches nothing any more and for all that a merge or a new
        class could not take along.

    Raises
    ------
    OntologyError
        if a correction names a class or relationship that the ontology does not have, or a tie that it does not allow.
    """
    result, matched = _applied(facts, corrections, references=True)
    result.problems += _stale(corrections, matched, set(facts.documents()))
    return result


def correct(parts: Sequence[Facts], path: Path) -> list[Facts]:
    """Apply the corrections of a file to all parts of a load.

    What was added with a reference outside of the documents comes as a part of its own, so that each load says the same
    of that reference.
    """
    corrections = read_corrections(path)
    if not corrections:
        return list(parts)
    done = [_applied(part, corrections, references=False) for part in parts]
    done.append(_applied(Facts(), corrections, references=True))
    matched = {id_ for _, found in done for id_ in found}
    found = [facts for facts, _ in done]
    added = found.pop()
    stale = _stale(corrections, matched, {d for part in parts for d in part.documents()})
    if added.entities or stale:
        found.append(Facts(added.entities, added.relations, added.figures, stale))
    return found


def outdated(documents: Iterable[str], parts: Iterable[Facts], path: Path) -> list[str]:
    """List references in a store that no correction of its file names any more, since it was undone."""
    if not path.is_file():
        return []
    wanted = {document for part in parts for document in part.documents()}
    return sorted(d for d in documents if d.startswith(REFERENCE) and d not in wanted)


def _stale(corrections: Iterable[Correction], matched: set[str], documents: set[str]) -> list[Problem]:
    return [
        Problem(
            Severity.WARNING,
            STALE,
            f"correction {c.id}",
            f"{describe(c)}: matches nothing any more; `polecore review undo {c.id}` removes it",
        )
        for c in corrections
        if c.id not in matched and (not (stated := _stated(c)) or documents & stated)
    ]


def _stated(c: Correction) -> set[str]:
    """Name the documents without which a correction cannot match."""
    return {*c.documents, *([c.source.document] if c.source and c.source.document else [])}


def describe(c: Correction) -> str:
    """Tell in a few words what a correction does."""
    what = c.tie or c.figure or c.entity or f"{c.label}:{c.name}"
    into = {
        "merge": f" into {c.into}",
        "split": f", {c.alias} off",
        "rename": f" to {c.name}",
        "reclassify": f" as {c.label}",
    }
    return f"{c.action} {what}{into.get(c.action, '')}"


def _applied(facts: Facts, corrections: Sequence[Correction], *, references: bool) -> tuple[Facts, set[str]]:
    """Apply corrections; give the result, and the ids of those that matched or whose work was done before."""
    if not corrections:
        return facts, set()
    desk, matched = Desk.of(facts), set()
    places = _Places(facts, corrections)
    steps: Mapping[str, Callable[[Desk, Correction], bool]] = {
        "accept": _accept,
        "reject": _reject,
        "merge": _merge,
        "split": _split,
        "rename": _rename,
        "reclassify": _reclassify,
        "add": lambda desk, c: places.add(desk, c, references),
    }
    for correction in corrections:
        if steps[correction.action](desk, correction):
            matched.add(correction.id)
    return desk.facts(facts), matched


def _accept(desk: Desk, c: Correction) -> bool:
    entity, tie, figure = desk.entities.get(c.entity), desk.find_tie(c.tie), desk.figures.get(c.figure)
    if entity is not None:
        desk.entities[entity.id] = replace(entity, evidence=marked(entity.evidence))
    if tie is not None:
        desk.relations[tie.key] = replace(tie, confidence=1.0, evidence=marked(tie.evidence))
    if figure is not None:
        desk.figures[figure.key] = replace(figure, confidence=1.0, evidence=marked(figure.evidence))
    return not (entity is None and tie is None and figure is None)


def _reject(desk: Desk, c: Correction) -> bool:
    tie = desk.find_tie(c.tie)
    if c.entity in desk.entities:
        desk.drop_entity(c.entity)
    elif tie is not None:
        del desk.relations[tie.key]
    elif c.figure in desk.figures:
        del desk.figures[c.figure]
    else:
        return False
    desk.touched = True
    return True


def _merge(desk: Desk, c: Correction) -> bool:
    old, into = desk.entities.get(c.entity), desk.entities.get(c.into)
    if old is None or c.entity == c.into:
        return into is not None and fold(name_of(c.entity)) in map(fold, into.aliases)
    _known_class(desk, desk.label(c.into), c)
    name = into.name if into else c.name or name_of(c.into)
    desk.take_over(old, c.into, name, f"correction {c.id}")
    return True


def _rename(desk: Desk, c: Correction) -> bool:
    new = entity_id(desk.label(c.entity), c.name)
    old = desk.entities.get(c.entity)
    if old is None:
        return new in desk.entities
    if new == old.id:
        aliases = tuple(sorted({old.name, *old.aliases} - {c.name}))
        desk.entities[new] = replace(old, name=c.name, aliases=aliases)
    else:
        desk.take_over(old, new, c.name, f"correction {c.id}")
    return True


def _reclassify(desk: Desk, c: Correction) -> bool:
    _known_class(desk, c.label, c)
    new = entity_id(c.label, name_of(c.entity))
    old = desk.entities.get(c.entity)
    if old is None or new == c.entity:
        return new in desk.entities
    into = desk.entities.get(new)
    desk.take_over(old, new, into.name if into else old.name, f"correction {c.id}")
    return True


def _split(desk: Desk, c: Correction) -> bool:
    label = c.label or desk.label(c.entity)
    _known_class(desk, label, c)
    old, new = desk.entities.get(c.entity), entity_id(label, c.alias)
    if old is None or new == c.entity or c.alias not in old.aliases:
        return new in desk.entities
    others = [old.name, *(a for a in old.aliases if a != c.alias)]
    alone = {e for e in old.evidence if _speaks(e, c.alias, others)}
    # without quotations nobody can tell whose passages these are: both keep them
    proof = tuple(sorted(alone)) or old.evidence
    kept = tuple(e for e in old.evidence if e not in alone) or old.evidence
    documents = tuple(sorted({e.document for e in proof})) or old.documents
    remaining = tuple(sorted({e.document for e in kept})) or old.documents
    desk.entities[old.id] = replace(
        old, aliases=tuple(a for a in old.aliases if a != c.alias), evidence=kept, documents=remaining
    )
    known = desk.entities.get(new)
    desk.entities[new] = (
        Entity(new, label, c.alias, (), documents, proof)
        if known is None
        else replace(known, evidence=tuple(sorted({*known.evidence, *proof})))
    )
    _share_ties(desk, c, new, others)
    for key, figure in [(k, f) for k, f in desk.figures.items() if f.entity == old.id]:
        if all(_speaks(e, c.alias, others) for e in figure.evidence):
            del desk.figures[key]
            desk.put_figure(replace(figure, entity=new))
    desk.touched = True
    return True


def _share_ties(desk: Desk, c: Correction, new: str, others: Sequence[str]) -> None:
    """Give the new entity the ties that are named, and the passages of others that speak of it alone."""
    for key, tie in [(k, r) for k, r in desk.relations.items() if c.entity in (r.source, r.target)]:
        source, target = (new if end == c.entity else end for end in (tie.source, tie.target))
        if source == target or not desk.schema.allows(desk.label(source), tie.type, desk.label(target)):
            continue
        share = tuple(e for e in tie.evidence if key in c.ties or _speaks(e, c.alias, others))
        if not share:
            continue
        del desk.relations[key]
        desk.put(replace(tie, source=source, target=target, evidence=share))
        if rest := tuple(e for e in tie.evidence if e not in share):
            desk.put(replace(tie, evidence=rest))


def _speaks(evidence: Evidence, alias: str, others: Sequence[str]) -> bool:
    """Tell whether a passage names a thing by the alias and by none of its other names."""
    text = evidence.quote
    for longer in sorted((o for o in others if alias in o), key=len, reverse=True):
        if longer in text:
            return False
    return alias in text and not any(o in text.replace(alias, "\n") for o in others)


def _known_class(desk: Desk, label: str, c: Correction) -> None:
    if label not in desk.schema.entity_types:
        known = ", ".join(sorted(desk.schema.entity_types))
        raise OntologyError(f"correction {c.id}: the ontology has no class {label!r}; the classes are {known}")


class _Places:
    """Where added facts stand: in passages that are known, or in references, whose quotations are put end to end."""

    def __init__(self, facts: Facts, corrections: Iterable[Correction]) -> None:
        self.documents = set(facts.documents())
        self.known: dict[tuple[str, int], list[Evidence]] = defaultdict(list)
        cited = [e.evidence for e in facts.entities] + [r.evidence for r in facts.relations]
        for e in (e for evidence in (*cited, *(f.evidence for f in facts.figures)) for e in evidence):
            self.known[e.document, e.paragraph].append(e)
        self.offsets: dict[str, dict[str, int]] = defaultdict(dict)
        for source in (c.source for c in corrections if c.source and c.source.reference):
            quotes = self.offsets[source.reference]
            quotes.setdefault(source.quote, sum(len(quote) + 1 for quote in quotes))

    def evidence(self, source: Source) -> Evidence | None:
        """Give the passage of a source; None if the document is not here or has no such place."""
        if source.reference:
            start = self.offsets[source.reference][source.quote]
            end = start + max(1, len(source.quote))
            return Evidence(REFERENCE + source.reference, "", 0, start, end, source.quote, ADDED)
        if source.document not in self.documents:
            return None
        there = self.known.get((source.document, source.paragraph), ())
        if source.start < source.end:
            every = (e for (d, _), found in self.known.items() if d == source.document for e in found)
            same = next((e for e in sorted(every) if (e.start, e.end) == (source.start, source.end)), None)
            if same is not None:
                return replace(same, rule=ADDED)
            section = source.section or next((e.section for e in sorted(there)), "")
            quote = source.quote if len(source.quote) == source.end - source.start else ""
            return Evidence(source.document, section, source.paragraph, source.start, source.end, quote, ADDED)
        return replace(min(there), rule=ADDED) if there else None

    def add(self, desk: Desk, c: Correction, references: bool) -> bool:
        """Add an entity or a tie."""
        source = c.source
        if source is None or (source.reference and not references):
            return False
        proof = self.evidence(source)
        if proof is None:
            return False
        if not c.tie:
            _known_class(desk, c.label, c)
            self._name(desk, entity_id(c.label, c.name), c, proof)
            return True
        start, type_, end = ends(c.tie)
        if not desk.schema.allows(desk.label(start), type_, desk.label(end)) or start == end:
            raise OntologyError(
                f"correction {c.id}: the ontology allows no tie {c.tie}; `polecore schema` shows what is"
            )
        for id_, name in zip((start, end), c.names or (name_of(start), name_of(end)), strict=True):
            desk.entities.setdefault(id_, Entity(id_, class_of(id_), name))
        desk.put(Relation(start, type_, end, 1.0, (proof,)))
        return True

    @staticmethod
    def _name(desk: Desk, id_: str, c: Correction, proof: Evidence) -> None:
        known = desk.entities.get(id_) or Entity(id_, c.label, c.name)
        desk.entities[id_] = replace(
            known,
            aliases=tuple(sorted({*known.aliases, *c.aliases, c.name} - {known.name})),
            documents=tuple(sorted({*known.documents, proof.document})),
            evidence=tuple(sorted({*known.evidence, proof})),
        )
