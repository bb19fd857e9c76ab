"""The documents behind the facts: their dates, which of them are one text printed again, and facts as of a date."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from ontology.errors import QueryError

SAME = 0.8
"""Share of common statements from which two documents are one text printed again."""
FEW = 5
"""With fewer statements than this, likeness says nothing."""
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def evidence_id(evidence: Evidence) -> str:
    """Name a piece of evidence as the stores name its passage."""
    return f"{evidence.document}#{evidence.start}-{evidence.end}"


def document_dates(facts: Facts) -> dict[str, str]:
    """Give the date of each document whose policy entity carries one; months and years stay as short as they are."""
    return {
        str(e.properties["source_document"]): str(e.properties["date"])
        for e in facts.entities
        if e.properties.get("source_document") and e.properties.get("date")
    }


def checked_date(text: str, where: str) -> str:
    """Give a date as it may stand in an option: year, month or day.

    Raises
    ------
    QueryError
        if it is no such date.
    """
    if not _DATE.fullmatch(text):
        raise QueryError(f"{where} {text}: is no date; write 2019, 2019-01 or 2019-01-18")
    return text


def dates_given(facts: Facts, given: Iterable[str]) -> dict[str, str]:
    """Read the dates that a person gives to documents, as ``DOCUMENT=2016-05``; part of the file name will do.

    Raises
    ------
    QueryError
        if one is not of that form, or names no document or several.
    """
    found = {}
    for text in given:
        name, equals, day = text.rpartition("=")
        if not equals or not name:
            raise QueryError(f"--date {text}: write DOCUMENT=DATE, as 004=2016-05")
        hits = [d for d in facts.documents() if name == d] or [d for d in facts.documents() if name in d]
        if len(hits) != 1:
            known = ", ".join(facts.documents())
            raise QueryError(f"--date {text}: {name} names {len(hits) or 'no'} documents; there are: {known}")
        found[hits[0]] = checked_date(day, f"--date {name}=")
    return found


def source_families(facts: Facts) -> dict[str, str]:
    """Group documents that state nearly the same into families: document -> first document of its family.

    Notes
    -----
    A text printed again by a second office or a newspaper is one source, not two: four fifths of all ties and figures
    of both documents must be the same (Jaccard), of at least five.
    """
    said: defaultdict[str, set[str]] = defaultdict(set)
    for relation in facts.relations:
        for evidence in relation.evidence:
            said[evidence.document].add(relation.key)
    for figure in facts.figures:
        for evidence in figure.evidence:
            said[evidence.document].add(figure.key)
    family: dict[str, str] = {}
    for document in facts.documents():
        own = said[document]
        like = (
            head
            for head in dict.fromkeys(family.values())
            if len(own) >= FEW and len(own & said[head]) >= SAME * len(own | said[head])
        )
        family[document] = next(like, document)
    return family


def families_of(evidence: Iterable[Evidence], family: Mapping[str, str]) -> frozenset[str]:
    """Give the source families that some evidence comes from."""
    return frozenset(family.get(e.document, e.document) for e in evidence)


def _kept(evidence: Iterable[Evidence], documents: frozenset[str]) -> tuple[Evidence, ...]:
    return tuple(e for e in evidence if e.document in documents)


def only(facts: Facts, documents: frozenset[str]) -> Facts:
    """Keep what these documents state, and nothing that only others do."""
    entities: list[Entity] = []
    for entity in facts.entities:
        named = tuple(d for d in entity.documents if d in documents)
        entities.append(replace(entity, documents=named, evidence=_kept(entity.evidence, documents)))
    relations: list[Relation] = []
    for relation in facts.relations:
        if evidence := _kept(relation.evidence, documents):
            relations.append(replace(relation, evidence=evidence))
    figures: list[Figure] = []
    for figure in facts.figures:
        if evidence := _kept(figure.evidence, documents):
            figures.append(replace(figure, evidence=evidence))
    needed = {end for r in relations for end in (r.source, r.target)} | {f.entity for f in figures}
    return Facts([e for e in entities if e.documents or e.id in needed], relations, figures)


def until(facts: Facts, date: str, dates: Mapping[str, str] | None = None) -> tuple[Facts, tuple[str, ...]]:
    """Keep what documents up to a date state.

    Parameters
    ----------
    dates : the dates of the documents; by default those that their policies carry.

    Returns
    -------
    facts, undated
        ``undated`` are the documents without a known date, which are left out.
    """
    dates = document_dates(facts) if dates is None else dates
    early = frozenset(d for d, day in dates.items() if day[: len(date)] <= date)
    return only(facts, early), tuple(d for d in facts.documents() if d not in dates)


def stated(facts: Facts) -> Facts:
    """Keep what is stated, without conclusions drawn from other facts."""
    return Facts(list(facts.entities), [r for r in facts.relations if not r.derived], list(facts.figures))
