"""One projection: everything that an analysis of an area needs, with the parameters that made it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import networkx as nx

from graph.facts import Entity, Facts
from graph.projection.carriers import Carrier, count, find_carriers, presence
from graph.projection.fields import Fields
from graph.projection.networks import Table, newman, parties, takes
from graph.projection.places import EXTERNAL, UNPLACED, Places
from graph.projection.region import Area, Layout, find_area
from graph.projection.sources import (
    checked_date,
    dates_given,
    document_dates,
    evidence_id,
    source_families,
    stated,
    until,
)
from graph.projection.vehicles import AGREEMENT, EXISTING, PLANNED, Vehicle, find_vehicles, status_of
from ontology.errors import QueryError

GOVERNANCE = "governance"
LAYERS = (EXISTING, PLANNED, GOVERNANCE)
_ABOVE = ("Region", "Country")
_GOVERNING = frozenset({"Alliance", "ServiceAgency", "GovernmentBody", "Event"})


@dataclass(frozen=True)
class Projection:
    """The networks of one area; ``vehicles`` are those of existing and planned layer that do not bind all members.

    ``abroad`` are agreements of the area as a whole with someone outside, which tie no member to another; ``given``
    the dates that a person gave to documents; ``undated`` the documents that a date asked for leaves out.
    """

    facts: Facts
    area: Area
    places: Places
    fields: Fields
    vehicles: tuple[Vehicle, ...]
    governance: tuple[Vehicle, ...]
    carriers: tuple[Carrier, ...]
    family: Mapping[str, str]
    dates: Mapping[str, str]
    layer: str = EXISTING
    as_of: str | None = None
    stated_only: bool = False
    undated: tuple[str, ...] = ()
    abroad: tuple[Vehicle, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Give the entities by id."""
        return {e.id: e for e in self.facts.entities}

    @property
    def chosen(self) -> tuple[Vehicle, ...]:
        """Give the vehicles of the layer."""
        return (
            self.governance if self.layer == GOVERNANCE else tuple(v for v in self.vehicles if v.status == self.layer)
        )

    @cached_property
    def _by_id(self) -> Mapping[str, list[Vehicle]]:
        found: defaultdict[str, list[Vehicle]] = defaultdict(list)
        for vehicle in self.chosen:
            found[vehicle.id].append(vehicle)
        return found

    @cached_property
    def _by_party(self) -> Mapping[str, list[Vehicle]]:
        found: defaultdict[str, list[Vehicle]] = defaultdict(list)
        for vehicle in self.chosen:
            for party in set(vehicle.parties):
                found[party].append(vehicle)
        return found

    def called(self, ids: Iterable[str]) -> Iterator[Vehicle]:
        """Give the vehicles of the layer with some ids."""
        return (vehicle for one in ids for vehicle in self._by_id.get(one, ()))

    def taken_by(self, party: str) -> list[Vehicle]:
        """Give the vehicles of the layer that a party takes part in."""
        return self._by_party.get(party, [])

    @cached_property
    def table(self) -> Table:
        """Give the members that each vehicle of the layer binds, if it may bind two."""
        found = {v.id: takes(v, self.places) for v in self.chosen}
        return {name: options for name, options in found.items() if any(len(group) > 1 for group, _ in options)}

    @cached_property
    def members(self) -> nx.Graph[Any]:
        """Give the network of members."""
        return newman(self.area.members, self.table)

    @cached_property
    def organisations(self) -> nx.Graph[Any]:
        """Give the network of parties: organisations, zones, and cities as parties in their own name."""
        above = [e.id for e in self.facts.entities if e.label in _ABOVE]
        table = parties(self.chosen, above)
        nodes = sorted({p for options in table.values() for group, _ in options for p in group})
        return newman(nodes, table)

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
        """Give X[field, stage, member]."""
        return count(self.carriers, self.area.members)

    @cached_property
    def presence(self) -> dict[str, frozenset[str]]:
        """Give the fields that each member is present in."""
        return presence(self.carriers, self.area.members, self.family)

    @property
    def families(self) -> tuple[str, ...]:
        """Give the source families."""
        return tuple(sorted(set(self.family.values())))

    @property
    def latest(self) -> str:
        """Give the month of the newest document, or of the date asked for."""
        return (self.as_of or max(self.dates.values(), default="日期不详"))[:7]

    @property
    def without_date(self) -> list[str]:
        """List the documents behind the projection of which no date is known."""
        return sorted(d for d in self.family if d not in self.dates)

    def external(self) -> list[tuple[Vehicle, str, str]]:
        """List the parties outside the area or without a known place: vehicle, party, place."""
        rows = []
        for vehicle in (*self.vehicles, *self.abroad):
            placed = {party: self.places.shares(party) for party in vehicle.parties}
            inside = {*self.area.members, self.area.id}
            if any(place in inside for shares in placed.values() for place in shares):
                rows += [
                    (vehicle, party, place)
                    for party, shares in placed.items()
                    for place in shares
                    if place == UNPLACED or place.startswith(EXTERNAL)
                ]
        return rows

    def with_vehicles(self, vehicles: Iterable[Vehicle]) -> Projection:
        """Give the same projection with other vehicles."""
        return replace(self, vehicles=tuple(vehicles))

    def describe(self) -> dict[str, Any]:
        """Give what made it, to stand beside every number."""
        return {
            "region": self.area.id,
            "region_name": self.area.name,
            "pole": self.area.pole,
            "pole_name": self.area.names[self.area.pole],
            "members": list(self.area.members),
            "layer": self.layer,
            "as_of": self.as_of,
            "stated_only": self.stated_only,
            "documents": {d: self.dates.get(d) for d in sorted(self.family)},
            "source_families": len(self.families),
            "left_out_undated": list(self.undated),
            "without_date": self.without_date,
            "dated_by_hand": dict(self.given),
            "vehicles": len(self.table),
            "notes": list(self.area.notes),
        }


def project(
    facts: Facts,
    layouts: Sequence[Layout],
    *,
    region: str | None = None,
    pole: str | None = None,
    layer: str = EXISTING,
    as_of: str | None = None,
    stated_only: bool = False,
    dated: Iterable[str] = (),
) -> Projection:
    """Build the projection of an area.

    Parameters
    ----------
    dated : dates that a person gives to documents, as ``DOCUMENT=2016-05``; they go before those in the graph.

    Raises
    ------
    QueryError
        if the area cannot be found, the layer is unknown, no document is dated up to ``as_of``, or a date is none.
    """
    if layer not in LAYERS:
        raise QueryError(f"layer {layer}: unknown; choose {', '.join(LAYERS)}")
    area = find_area(facts, layouts, region, pole)
    given = dates_given(facts, dated)
    dates = document_dates(facts) | given
    undated: tuple[str, ...] = ()
    places_of = facts  # where a thing stands does not change with the date asked for
    if as_of is not None:
        facts, undated = until(facts, checked_date(as_of, "--as-of"), dates)
        if not facts.documents():
            known = "、".join(sorted(dates.values())) or "none"
            raise QueryError(f"--as-of {as_of}: no document is dated up to then; dates in the graph: {known}")
    if stated_only:
        facts, places_of = stated(facts), stated(places_of)
    fields, places = Fields(facts), Places(places_of, area, by_name=not stated_only)
    family = source_families(facts)
    shared = find_vehicles(facts, fields)
    vehicles, governance, abroad = _divided(facts, shared, places)
    built = {v.id: v.parties for v in shared}
    carriers = find_carriers(facts, places, fields, by_name=not stated_only, parties=built)
    known_dates = {d: day for d, day in dates.items() if d in family}
    return Projection(
        facts, area, places, fields, tuple(vehicles), tuple(governance), tuple(carriers), family, known_dates, layer,
        as_of, stated_only, tuple(undated), tuple(abroad), given,
    )  # fmt: skip


def _divided(
    facts: Facts, vehicles: list[Vehicle], places: Places
) -> tuple[list[Vehicle], list[Vehicle], list[Vehicle]]:
    """Set apart what binds all members, and what the area as a whole agreed with others.

    Notes
    -----
    Joint conferences, platforms of the whole area and plans issued by all bind every member to every other. An
    agreement of the area with a region, a country or an organisation outside binds none of them to another.
    """
    everyone = frozenset(places.area.members)
    ordinary: list[Vehicle] = []
    general: list[Vehicle] = []
    abroad: list[Vehicle] = []
    for vehicle in vehicles:
        binds = takes(vehicle, places)
        if any(group for group, _ in binds):  # others do not concern the area
            outward = vehicle.kind == AGREEMENT and places.area.id in vehicle.parties
            whole = binds[0][0] == everyone
            (abroad if whole and outward else general if whole else ordinary).append(vehicle)
    taken = {v.id for v in vehicles}
    bodies = _area_wide(facts, places, taken)
    return ordinary, [*general, *bodies, *_issued_by_all(facts, places, everyone)], abroad


def _area_wide(facts: Facts, places: Places, taken: set[str]) -> list[Vehicle]:
    """Find the bodies of the whole area: those that stand in it, and those that bear its name."""
    entities = {e.id: e for e in facts.entities}
    found: list[Vehicle] = []
    for relation in facts.relations:
        source = entities.get(relation.source)
        if relation.type != "LOCATED_IN" or relation.target != places.area.id or source is None:
            continue
        if source.label in _GOVERNING and source.id not in taken:
            sources = {e.document: relation.confidence for e in relation.evidence}
            ids = tuple(sorted({evidence_id(e) for e in relation.evidence}))
            status = status_of(relation.evidence)
            found.append(Vehicle(source.id, source.name, source.label, (places.area.id,), (), status, sources, ids))
    known = taken | {v.id for v in found}
    return [*found, *(_named_after(e, places) for e in facts.entities if e.id not in known and _bears(e, places))]


def _bears(entity: Entity, places: Places) -> bool:
    """Say whether a governing body bears the area's name (联席会议), though no tie places it."""
    return places.by_name and entity.label in _GOVERNING and places.area.name in entity.name and bool(entity.evidence)


def _named_after(entity: Entity, places: Places) -> Vehicle:
    sources = dict.fromkeys(sorted({e.document for e in entity.evidence}), 1.0)
    ids = tuple(sorted({evidence_id(e) for e in entity.evidence}))
    status = status_of(entity.evidence)
    told = ("area in the name",)
    return Vehicle(entity.id, entity.name, entity.label, (places.area.id,), (), status, sources, ids, told)


def _issued_by_all(facts: Facts, places: Places, everyone: frozenset[str]) -> list[Vehicle]:
    issuers: dict[str, list[Any]] = {}
    for relation in facts.relations:
        if relation.type == "ISSUED_BY":
            issuers.setdefault(relation.source, []).append(relation)
    entities, found = {e.id: e for e in facts.entities}, []
    for policy, ties in issuers.items():
        homes = {place for tie in ties for place in places.shares(tie.target)}
        if everyone <= homes:
            evidence = [e for tie in ties for e in tie.evidence]
            sources = {e.document: tie.confidence for tie in ties for e in tie.evidence}
            ids = tuple(sorted({evidence_id(e) for e in evidence}))
            names = tuple(sorted(tie.target for tie in ties))
            found.append(Vehicle(policy, entities[policy].name, "Policy", names, (), EXISTING, sources, ids))
    return found
