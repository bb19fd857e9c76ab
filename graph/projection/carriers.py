"""Who carries a field, where, and at which stage of the chain: research, transfer or production."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from graph.facts import Entity, Evidence, Facts
from graph.projection.fields import Fields
from graph.projection.places import UNPLACED, Places
from graph.projection.sources import evidence_id

RESEARCH, TRANSFER, PRODUCTION = "R", "D", "P"
_STAGE = {
    "Lab": RESEARCH, "University": RESEARCH, "ResearchInstitute": RESEARCH,
    "Alliance": TRANSFER, "ServiceAgency": TRANSFER, "Incubator": TRANSFER,
    "Zone": PRODUCTION, "City": PRODUCTION, "Cluster": PRODUCTION, "Company": PRODUCTION,
}  # fmt: skip
_OFFICIAL = frozenset({"Zone", "City", "Cluster"})
"""A leading industry of a zone, a city or a named cluster is a designation by those who govern it."""
_BY_NAME = frozenset(
    {"Lab", "ResearchInstitute", "Alliance", "ServiceAgency", "Incubator", "Cluster", "Company", "Zone"}
)
_LEARNED = re.compile(r"学科|高校|院所|院校")
"""Headings under which a city's fields are those of its universities: research, not a leading industry."""
_PILOT = re.compile(r"中试|转移|转化|育成|服务平台|检验|大市场")

Counts = Mapping[str, Mapping[str, Mapping[str, Fraction]]]
"""Field -> stage -> member -> carriers."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """One carrier with its fields and places; ``named`` if only its name tells the field.

    ``within`` are fields that its name lies within without saying them.
    """

    id: str
    name: str
    label: str
    stage: str
    fields: tuple[str, ...]
    shares: Mapping[str, Fraction]
    evidence: Mapping[str, tuple[Evidence, ...]]
    official: bool
    named: bool = False
    within: frozenset[str] = frozenset()

    def evidence_ids(self, field: str) -> tuple[str, ...]:
        """Give the ids of the passages that tell of one field."""
        return tuple(sorted({evidence_id(e) for e in self.evidence.get(field, ())}))

    def documents(self, field: str) -> frozenset[str]:
        """Give the documents that tell of one field."""
        return frozenset(e.document for e in self.evidence.get(field, ()))


def stage_of(entity: Entity) -> str | None:
    """Give the stage of a class; a laboratory for piloting or transfer is a matter of transfer."""
    if entity.label == "Lab" and _PILOT.search(entity.name):
        return TRANSFER
    return _STAGE.get(entity.label)


def _hosts(parties: Iterable[str], places: Places) -> dict[str, Fraction]:
    """Place a thing of which no place is known where those stand who built it."""
    found: defaultdict[str, Fraction] = defaultdict(Fraction)
    known = [shares for party in parties if UNPLACED not in (shares := places.shares(party))]
    for shares in known:
        for place, share in shares.items():
            found[place] += share / len(known)
    return dict(found)


def find_carriers(
    facts: Facts,
    places: Places,
    fields: Fields,
    *,
    by_name: bool = True,
    parties: Mapping[str, tuple[str, ...]] | None = None,
) -> list[Carrier]:
    """Find the carriers of all fields.

    Parameters
    ----------
    parties : who built what; a platform without a place of its own stands with them.
    by_name : whether the name of a laboratory, alliance or company may tell its field if no tie does.

    Notes
    -----
    A statement «field i relies on zone z» makes z a carrier of i, as «z focuses on i» does.
    """
    about, schools = _told(facts, fields)
    found = []
    for entity in facts.entities:
        stage = stage_of(entity)
        if stage is None:
            continue
        stated = about.get(entity.id)
        told = tuple(stated) if stated else ()
        if not told and by_name and entity.label in _BY_NAME:
            told = fields.in_name(entity.name)
        if told:
            evidence = {field: tuple(stated[field]) if stated else entity.evidence for field in told}
            shares = places.shares(entity.id)
            if UNPLACED in shares and by_name:
                shares = _hosts((parties or {}).get(entity.id, ()), places) or shares
            official = bool(stated) and entity.label in _OFFICIAL
            within = frozenset() if stated else frozenset(told) - fields.plain_in_name(entity.name)
            carrier = Carrier(
                entity.id, entity.name, entity.label, stage, told, shares, evidence, official, not stated, within
            )
            found += _by_stage(carrier, schools.get(entity.id, ()))
    return found


def _told(
    facts: Facts, fields: Fields
) -> tuple[Mapping[str, Mapping[str, list[Evidence]]], Mapping[str, list[tuple[str, frozenset[str]]]]]:
    """Give what ties each carrier to its fields, and whom each relies on, with the passages that say so."""
    about: defaultdict[str, defaultdict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    schools: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    names = {e.id: e.name for e in facts.entities}
    for relation in facts.relations:
        if relation.type == "FOCUSES_ON" and (field := fields.one(relation.target)) in fields.names:
            about[relation.source][field] += relation.evidence
        elif relation.type == "RELIES_ON" and (field := fields.one(relation.source)) in fields.names:
            about[relation.target][field] += relation.evidence
        elif relation.type == "RELIES_ON" and relation.target in names:
            passages = frozenset(evidence_id(e) for e in relation.evidence)
            schools[relation.source].append((names[relation.target], passages))
    return about, schools


def _by_stage(carrier: Carrier, schools: Iterable[tuple[str, frozenset[str]]]) -> list[Carrier]:
    """Set apart the disciplines of a city's universities, which stand under the city's name in the text.

    Parameters
    ----------
    schools : whom the city relies on, each with the passages that say so; those of the same passages are named.
    """
    if carrier.label != "City":
        return [carrier]
    learned: dict[str, tuple[Evidence, ...]] = {}
    made: dict[str, tuple[Evidence, ...]] = {}
    for field, evidence in carrier.evidence.items():
        taught = tuple(e for e in evidence if _of_learning(e))
        rest = tuple(e for e in evidence if not _of_learning(e))
        learned |= {field: taught} if taught else {}
        made |= {field: rest} if rest else {}
    found = []
    if learned:
        passages = {evidence_id(e) for evidence in learned.values() for e in evidence}
        named = "、".join(sorted({name for name, told in schools if told & passages}))
        name = f"{carrier.name}重点学科" + (f"（{named}）" if named else "")
        found.append(
            replace(carrier, name=name, fields=tuple(learned), stage=RESEARCH, official=False, evidence=learned)
        )
    return [*found, replace(carrier, fields=tuple(made), evidence=made)] if made else found


def _of_learning(evidence: Evidence) -> bool:
    return bool(_LEARNED.search(evidence.section.rsplit(" / ", 1)[-1]))


def count(carriers: Iterable[Carrier], members: Iterable[str]) -> Counts:
    """Count X[field, stage, member]: each distinct carrier once, 1/m to each of its m fields, split over its places."""
    known = set(members)
    table: defaultdict[str, defaultdict[str, defaultdict[str, Fraction]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(Fraction))
    )
    for carrier in carriers:
        for field in carrier.fields:
            for place, share in carrier.shares.items():
                if place in known:
                    table[field][carrier.stage][place] += share / len(carrier.fields)
    return table


def presence(
    carriers: Iterable[Carrier], members: Iterable[str], family: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Say which fields a member is present in: by an official designation, or by two source families."""
    seen: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    official: set[tuple[str, str]] = set()
    for carrier in carriers:
        for field in carrier.fields:
            for place in carrier.shares:
                seen[place, field].update(family.get(d, d) for d in carrier.documents(field))
                if carrier.official:
                    official.add((place, field))
    return {
        member: frozenset(
            field
            for (place, field), families in seen.items()
            if place == member and (len(families) > 1 or (place, field) in official)
        )
        for member in members
    }
