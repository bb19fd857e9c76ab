"""Vehicles of cooperation: the platforms, alliances, projects and agreements that parties share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.facts import Entity, Evidence, Facts, Relation
from graph.projection.fields import Fields
from graph.projection.sources import evidence_id

EXISTING, PLANNED = "existing", "planned"
AGREEMENT = "Agreement"
VEHICLES = frozenset(
    {
        "Lab",
        "Alliance",
        "Incubator",
        "Cluster",
        "Zone",
        "ServiceAgency",
        "Event",
        "Fund",
        "ResearchInstitute",
        "Programme",
    }
)
"""Classes of named things that parties share; a city that relies on its universities is none, nor is a field."""
_THERE = re.compile(r"基础|现状|成效|成就|形势|情况|进展|回顾|状况")
_WISHED = re.compile(r"推进|推动|支持|鼓励|加强|深化|对接|支撑")
"""Words in the name of a reading rule that tell of an intention, whatever section it stands in."""
_DONE = re.compile(
    r"已(?:经|与|和|同|获|建|在|入|签|形成|引进)|累计|(?:签订|签署|集聚|聚集|引进|建成|吸引|促成|形成|建立|成立)了"
)
"""Words in a quotation that tell of something done, whatever section it stands in."""
_TO_COME = re.compile(r"任务|目标|思路|措施|保障|展望|要求|部署|行动|重点|举措|建设内容")


@dataclass(frozen=True, slots=True)
class Vehicle:
    """One thing shared by parties; what counts is the vehicle, and mentions add to confidence only.

    ``sources`` gives the greatest confidence by document; ``derived`` names the rules behind any conclusion.
    """

    id: str
    name: str
    kind: str
    parties: tuple[str, ...]
    fields: tuple[str, ...]
    status: str
    sources: Mapping[str, float] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[tuple[str, ...], str, str, str]:
        """Identify it: members, type, object, status. A thing with a name is its own object."""
        return self.parties, self.kind, self.id if self.kind != AGREEMENT else "、".join(self.fields), self.status


def status_of(evidence: Iterable[Evidence]) -> str:
    """Say whether evidence tells of what exists or of what is planned, by the innermost heading that tells.

    Notes
    -----
    One passage on what exists is enough: a plan may go on with what is there. A quotation that tells of something done
    goes before the heading (已与25家企业签订协议, among the tasks of a plan). Without a telling heading the statement
    is taken as one of fact.
    """
    found = {EXISTING if _DONE.search(e.quote) else _wished(e) for e in evidence}
    return PLANNED if found == {PLANNED} else EXISTING


def _wished(evidence: Evidence) -> str:
    if "优势" in evidence.rule:  # 充分发挥…产业优势: the strength is there, whatever shall be done with it
        return EXISTING
    return PLANNED if _WISHED.search(evidence.rule) else _status(evidence.section)


def _status(section: str) -> str:
    for heading in reversed(section.split(" / ")):
        if _THERE.search(heading):
            return EXISTING
        if _TO_COME.search(heading):
            return PLANNED
    return EXISTING


@dataclass(slots=True)
class _Draft:
    """A vehicle in the making."""

    parties: set[str] = field(default_factory=set)
    evidence: set[Evidence] = field(default_factory=set)
    sources: dict[str, float] = field(default_factory=dict)
    derived: set[str] = field(default_factory=set)

    def add(self, relation: Relation, evidence: Iterable[Evidence], *parties: str) -> None:
        self.parties.update(parties)
        for e in evidence:
            self.evidence.add(e)
            self.sources[e.document] = max(relation.confidence, self.sources.get(e.document, 0.0))
        if relation.derived:
            self.derived.update(e.rule for e in relation.evidence)


def _passages(evidence: Iterable[Evidence]) -> set[tuple[str, int]]:
    return {(e.document, e.paragraph) for e in evidence}


def find_vehicles(facts: Facts, fields: Fields) -> list[Vehicle]:
    """Find all vehicles, in the order of their ids.

    Notes
    -----
    ``MEMBER_OF``, ``BUILT_BY`` and ``RELIES_ON`` make parties of a named thing. ``COLLABORATES_WITH`` is an agreement
    of two, unless the same passage names a vehicle of that pair, which it then only confirms. Sharing a field or a
    place never makes a tie: gaps found that way would be circular.
    """
    entities = {e.id: e for e in facts.entities}
    named: defaultdict[str, _Draft] = defaultdict(_Draft)
    pairs: defaultdict[tuple[str, str], _Draft] = defaultdict(_Draft)
    for relation in facts.relations:
        if relation.type in {"MEMBER_OF", "BUILT_BY", "RELIES_ON"}:
            _take(relation, entities, named)
    joined: defaultdict[str, set[str]] = defaultdict(set)
    for key, draft in named.items():
        for party in draft.parties:
            joined[party].add(key)
    for relation in facts.relations:
        if relation.type == "COLLABORATES_WITH":
            _agree(relation, named, joined, pairs)
    about = _subjects(facts, fields)
    found = [_vehicle(key, draft, entities, fields, about) for key, draft in named.items()]
    found += [_agreement(ends, draft, entities) for ends, draft in pairs.items()]
    return sorted({v.key: v for v in sorted(found, key=lambda v: v.id)}.values(), key=lambda v: v.id)


def _take(relation: Relation, entities: Mapping[str, Entity], named: defaultdict[str, _Draft]) -> None:
    vehicle, party = relation.source, relation.target
    if relation.type == "MEMBER_OF":
        vehicle, party = party, vehicle
    if vehicle not in entities or entities[vehicle].label in VEHICLES:
        named[vehicle].add(relation, relation.evidence, party)


def _agree(
    relation: Relation,
    named: Mapping[str, _Draft],
    joined: Mapping[str, set[str]],
    pairs: defaultdict[tuple[str, str], _Draft],
) -> None:
    both = {relation.source, relation.target}
    hosts = [named[key] for key in joined.get(relation.source, set()) & joined.get(relation.target, set())]
    drawn = any(key.split("|", 1)[0] in named for key in relation.derived_from)
    covered = {passage for draft in hosts for passage in _passages(draft.evidence)}
    left = [e for e in relation.evidence if (e.document, e.paragraph) not in covered]
    if relation.derived and drawn:
        left = []  # it was concluded from the vehicle itself
    if left:
        ends = (min(both), max(both)) if len(both) == 2 else (relation.source, relation.source)
        pairs[ends].add(relation, left, *ends)


def _subjects(facts: Facts, fields: Fields) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for relation in facts.relations:
        if relation.type == "FOCUSES_ON":
            found[relation.source].append(fields.one(relation.target))
    return {source: tuple(dict.fromkeys(targets)) for source, targets in found.items()}


def _vehicle(
    key: str, draft: _Draft, entities: Mapping[str, Entity], fields: Fields, about: Mapping[str, tuple[str, ...]]
) -> Vehicle:
    entity = entities.get(key)
    name = entity.name if entity else key
    kind = entity.label if entity else AGREEMENT
    subjects = about.get(key) or fields.in_name(name)
    return Vehicle(
        key,
        name,
        kind,
        tuple(sorted(draft.parties)),
        subjects,
        status_of((*draft.evidence, *(entity.evidence if entity else ()))),
        dict(sorted(draft.sources.items())),
        tuple(sorted({evidence_id(e) for e in draft.evidence})),
        tuple(sorted(draft.derived)),
    )


def _agreement(ends: tuple[str, str], draft: _Draft, entities: Mapping[str, Entity]) -> Vehicle:
    name = "—".join(entities[end].name if end in entities else end for end in ends)
    return Vehicle(
        f"{AGREEMENT}:{ends[0]}|{ends[1]}",
        name,
        AGREEMENT,
        tuple(sorted(draft.parties)),
        (),
        status_of(draft.evidence),
        dict(sorted(draft.sources.items())),
        tuple(sorted({evidence_id(e) for e in draft.evidence})),
        tuple(sorted(draft.derived)),
    )
