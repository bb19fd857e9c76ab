"""The pole-core network of a region: the pole, its points, what stands in each and what ties them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from graph.facts import Entity, Facts
from graph.layout.wording import say
from graph.projection.build import Projection
from graph.projection.networks import takes
from graph.projection.vehicles import AGREEMENT, EXISTING
from graph.selection import standing
from ontology.coordinates import load_coordinates

SHOWN = (
    "Zone", "Lab", "University", "ResearchInstitute", "Alliance", "Cluster", "Incubator", "ServiceAgency", "Company",
)  # fmt: skip
"""Classes of what stands in a member, in the order in which they are shown."""
Documents = tuple[tuple[str, str, str], ...]
"""File name, title and date (each may be empty but the first) of documents."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that stands in a member; ``weight`` counts its ties and the passages that name it."""

    id: str
    label: str
    name: str
    weight: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A member: a city, or a zone that ranks with cities."""

    id: str
    name: str
    short: str
    place: tuple[float, float] | None
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """What a tie rests on: an agreement, or a thing that both take part in; it may be only planned."""

    name: str
    planned: bool = False
    agreement: bool = False

    def tell(self, language: str = "zh") -> str:
        """Name it, and say that it is only planned."""
        name = say("agreement.of", language, name=self.name) if self.agreement else self.name
        return name + (say("planned", language) if self.planned else "")


@dataclass(frozen=True, slots=True)
class MemberTie:
    """What two members share: agreements, and things that both take part in; by name, sorted."""

    first: str
    second: str
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        """How many there are."""
        return len(self.reasons)


@dataclass(frozen=True, slots=True)
class PoleCore:
    """The network; ``points`` are the members without the pole, in the order of the layout."""

    region: str
    pole: Member
    points: tuple[Member, ...]
    ties: tuple[MemberTie, ...]
    documents: Documents
    vehicles: int = 0
    """How many things members share; one that binds four of them makes six ties."""
    planned: int = 0
    """How many of these are only planned, which the measures leave out."""


def polecore(projection: Projection) -> PoleCore:
    """Read the network of an area from its projection.

    A unit belongs to the member that it stands in or is part of, however many steps away, its own stated place before
    that of what it is part of; or whose city builds it if no place is stated. What binds all members alike is no tie.
    """
    facts, area = projection.facts, projection.area
    known = {entity.id: entity for entity in facts.entities}
    units = _units(facts, _homes(facts, set(area.members)))
    members = {id_: _member(known[id_], area.short(id_), units.get(id_, ())) for id_ in area.members}
    pole = members.pop(area.pole)
    ties = _ties(projection)
    shared = {reason for tie in ties for reason in tie.reasons}
    planned = sum(reason.planned for reason in shared)
    return PoleCore(area.name, pole, tuple(members.values()), ties, titled(facts), len(shared), planned)


def _member(entity: Entity, short: str, units: Iterable[Unit]) -> Member:
    place = load_coordinates().get(entity.name)
    if "latitude" in entity.properties and "longitude" in entity.properties:
        place = float(entity.properties["latitude"]), float(entity.properties["longitude"])
    return Member(entity.id, entity.name, short, place, tuple(units))


def _homes(facts: Facts, members: set[str]) -> dict[str, frozenset[str]]:
    """Give the members that each entity belongs to: the nearest ones on the way up."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    builders: defaultdict[str, set[str]] = defaultdict(set)
    for relation in standing(facts):
        above[relation.source].add(relation.target)
    placed = {r.source for r in facts.relations if r.type == "LOCATED_IN"}
    for relation in facts.relations:
        if relation.type == "BUILT_BY" and relation.source not in placed:
            builders[relation.source].add(relation.target)
    homes = {}
    for entity in facts.entities:
        found = _climb(entity.id, above, members)
        if not found:
            found = set().union(*(_climb(b, above, members) for b in builders[entity.id]))
        homes[entity.id] = frozenset(found)
    return homes


def _climb(start: str, above: Mapping[str, set[str]], members: set[str]) -> set[str]:
    seen, open_, found = {start}, [start], set()
    while open_:
        here = open_.pop()
        if here in members:
            found.add(here)
            continue
        for place in above.get(here, ()):
            if place not in seen:
                seen.add(place)
                open_.append(place)
    return found


def _units(facts: Facts, homes: Mapping[str, frozenset[str]]) -> dict[str, list[Unit]]:
    ties = Counter(end for r in facts.relations for end in (r.source, r.target))
    units: defaultdict[str, list[Unit]] = defaultdict(list)
    for entity in facts.entities:
        if entity.label in SHOWN:
            weight = ties[entity.id] + len(entity.evidence)
            unit = Unit(entity.id, entity.label, entity.name, weight, tuple(sorted(entity.documents)))
            for home in homes[entity.id] - {entity.id}:
                units[home].append(unit)
    order = {label: number for number, label in enumerate(SHOWN)}
    return {home: sorted(found, key=lambda u: (order[u.label], -u.weight, u.id)) for home, found in units.items()}


def _ties(projection: Projection) -> tuple[MemberTie, ...]:
    """Count what ties two members: each thing once, whatever number of their organisations takes part in it."""
    reasons: defaultdict[tuple[str, str], set[Reason]] = defaultdict(set)
    for vehicle in projection.vehicles:
        reason = Reason(vehicle.name, vehicle.status != EXISTING, vehicle.kind == AGREEMENT)
        for a, b in combinations(sorted(takes(vehicle, projection.places)[0][0]), 2):
            reasons[a, b].add(reason)
    return tuple(MemberTie(a, b, tuple(sorted(why))) for (a, b), why in sorted(reasons.items()))


def titled(facts: Facts) -> Documents:
    """Give the documents of facts with their titles and dates."""
    policies = {str(e.properties["source_document"]): e for e in facts.entities if "source_document" in e.properties}
    rows = []
    for name in facts.documents():
        policy = policies.get(name)
        title = "" if policy is None else str(policy.properties.get("title") or policy.name)
        date = "" if policy is None else str(policy.properties.get("date") or "")
        rows.append((name, title, date))
    return tuple(rows)
