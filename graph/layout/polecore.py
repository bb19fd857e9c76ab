"""The pole-core network of a region: the pole, its points, what stands in each and what ties them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from graph.facts import Entity, Facts
from graph.selection import INSIDE
from ontology.coordinates import load_coordinates
from ontology.errors import QueryError

SHOWN = (
    "Zone", "Lab", "University", "ResearchInstitute", "Alliance", "Cluster", "Incubator", "ServiceAgency", "Company",
)  # fmt: skip
"""Classes of what stands in a member, in the order in which they are shown."""
_SECTORS = frozenset({"Industry", "Technology"})
JOINING = frozenset({"BUILT_BY", "RELIES_ON", "MEMBER_OF"})
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """A region with its pole and all of its members, the pole among them; by name."""

    region: str
    pole: str
    members: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class MemberTie:
    """What two members share: stated cooperation, and things that both take part in; as facts, sorted."""

    first: str
    second: str
    reasons: tuple[str, ...]

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
    documents: tuple[tuple[str, str, str], ...]
    """File name, title and date (each may be empty but the first) of the documents behind it."""


def polecore(facts: Facts, layout: Layout) -> PoleCore:
    """Read the network of a layout from facts.

    A unit belongs to the member that it stands in or is part of, however many steps away, or whose city builds it if
    no place is stated. Conclusions that were drawn from other ties are not counted again.

    Raises
    ------
    QueryError
        if the pole or too few members are in the graph.
    """
    known = {entity.id: entity for entity in facts.entities}
    ids = {name: id_ for name in layout.members if (id_ := _find(facts.entities, name))}
    if layout.pole not in ids or len(ids) < _FEWEST:
        raise QueryError(
            f"{layout.region}: the graph has {len(ids)} of its {len(layout.members)} members"
            f"{'' if layout.pole in ids else f', and not its pole {layout.pole}'}; load documents about it first"
        )
    homes = _homes(facts, set(ids.values()))
    units = _units(facts, homes)
    members = {name: _member(known[id_], units.get(id_, ())) for name, id_ in ids.items()}
    pole = members.pop(layout.pole)
    return PoleCore(layout.region, pole, tuple(members.values()), _ties(facts, homes), _documents(facts))


def _find(entities: Iterable[Entity], name: str) -> str | None:
    places = [e for e in entities if e.label in ("City", "Zone", "District", "Region")]
    exact = [e.id for e in places if e.name == name or e.id.partition(":")[2] == name]
    return min(exact or [e.id for e in places if name in e.aliases], default=None)


def _member(entity: Entity, units: Iterable[Unit]) -> Member:
    place = load_coordinates().get(entity.name)
    if "latitude" in entity.properties and "longitude" in entity.properties:
        place = float(entity.properties["latitude"]), float(entity.properties["longitude"])
    short = entity.name.removesuffix("市") if len(entity.name) > len("某市") else entity.name
    return Member(entity.id, entity.name, short, place, tuple(units))


def _homes(facts: Facts, members: set[str]) -> dict[str, frozenset[str]]:
    """Give the members that each entity belongs to: the nearest ones on the way up."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    builders: defaultdict[str, set[str]] = defaultdict(set)
    for relation in facts.relations:
        if relation.type in INSIDE:
            above[relation.source].add(relation.target)
        elif relation.type == "BUILT_BY":
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


def _ties(facts: Facts, homes: Mapping[str, frozenset[str]]) -> tuple[MemberTie, ...]:
    labels = {e.id: e.label for e in facts.entities}
    reasons: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    sharers: defaultdict[str, set[str]] = defaultdict(set)
    for relation in facts.relations:
        source, target = homes.get(relation.source, frozenset()), homes.get(relation.target, frozenset())
        place = labels.get(relation.source) in ("City", "District", "Region")
        if relation.derived:
            continue
        if relation.type == "COLLABORATES_WITH" or (relation.type in JOINING and place):
            for a in source:
                for b in target - {a}:
                    reasons[min(a, b), max(a, b)].add(relation.key)
        elif relation.type in JOINING and labels.get(relation.source) not in _SECTORS:
            # an alliance is shared by its members' homes, a laboratory by those of its builders
            sharers[relation.target if relation.type == "MEMBER_OF" else relation.source] |= source | target
    for shared, members in sharers.items():
        for a, b in combinations(sorted(members), 2):
            reasons[a, b].add(shared)
    return tuple(MemberTie(a, b, tuple(sorted(why))) for (a, b), why in sorted(reasons.items()))


def _documents(facts: Facts) -> tuple[tuple[str, str, str], ...]:
    policies = {str(e.properties["source_document"]): e for e in facts.entities if "source_document" in e.properties}
    rows = []
    for name in facts.documents():
        policy = policies.get(name)
        title = "" if policy is None else str(policy.properties.get("title") or policy.name)
        date = "" if policy is None else str(policy.properties.get("date") or "")
        rows.append((name, title, date))
    return tuple(rows)
