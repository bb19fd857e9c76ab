"""One projection: everything that an analysis of an area needs, with the parameters that made it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import networkx as nx

from graph.facts import Entity, Facts
from graph.projection.carriers import Carrier, count, find_carriers, presence
from graph.projection.fields import Fields
from graph.projection.networks import Table, newman, parties, takes
from graph.projection.places import EXTERNAL, UNPLACED, Places
from graph.projection.region import Area, Layout, find_area
from graph.projection.sources import document_dates, evidence_id, source_families, stated, until
from graph.projection.vehicles import EXISTING, PLANNED, Vehicle, find_vehicles, status_of
from ontology.errors import QueryError

GOVERNANCE = "governance"
LAYERS = (EXISTING, PLANNED, GOVERNANCE)
_ABOVE = ("Region", "Country")
_GOVERNING = frozenset({"Alliance", "ServiceAgency", "GovernmentBody", "Event"})


@dataclass(frozen=True)
class Projection:
    """The networks of one area; ``vehicles`` are those of existing and planned layer that do not bind all members."""

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

    def external(self) -> list[tuple[Vehicle, str, str]]:
        """List the parties outside the area or without a known place: vehicle, party, place."""
        rows = []
        for vehicle in self.vehicles:
            placed = {party: self.places.shares(party) for party in vehicle.parties}
            if any(place in self.area.members for shares in placed.values() for place in shares):
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
            "pole": self.area.pole,
            "members": list(self.area.members),
            "layer": self.layer,
            "as_of": self.as_of,
            "stated_only": self.stated_only,
            "documents": {d: self.dates.get(d) for d in sorted(self.family)},
            "source_families": len(self.families),
            "left_out_undated": list(self.undated),
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
) -> Projection:
    """Build the projection of an area.

    Raises
    ------
    QueryError
        if the area cannot be found, the layer is unknown, or no document is dated up to ``as_of``.
    """
    if layer not in LAYERS:
        raise QueryError(f"layer {layer}: unknown; choose {', '.join(LAYERS)}")
    area = find_area(facts, layouts, region, pole)
    dates = document_dates(facts)
    undated: tuple[str, ...] = ()
    places_of = facts  # where a thing stands does not change with the date asked for
    if as_of is not None:
        facts, undated = until(facts, as_of)
        if not facts.documents():
            known = "、".join(sorted(dates.values())) or "none"
            raise QueryError(f"--as-of {as_of}: no document is dated up to then; dates in the graph: {known}")
    if stated_only:
        facts, places_of = stated(facts), stated(places_of)
    fields, places = Fields(facts), Places(places_of, area, by_name=not stated_only)
    family = source_families(facts)
    shared = find_vehicles(facts, fields)
    vehicles, governance = _divided(facts, shared, places)
    built = {v.id: v.parties for v in shared}
    carriers = find_carriers(facts, places, fields, by_name=not stated_only, parties=built)
    known_dates = {d: day for d, day in dates.items() if d in family}
    return Projection(
        facts, area, places, fields, tuple(vehicles), tuple(governance), tuple(carriers), family, known_dates, layer,
        as_of, stated_only, tuple(undated),
    )  # fmt: skip


def _divided(facts: Facts, vehicles: list[Vehicle], places: Places) -> tuple[list[Vehicle], list[Vehicle]]:
    """Set apart what binds all members: joint conferences, platforms of the whole area, plans issued by all."""
    everyone = frozenset(places.area.members)
    ordinary: list[Vehicle] = []
    general: list[Vehicle] = []
    for vehicle in vehicles:
        binds = takes(vehicle, places)
        if any(group for group, _ in binds):  # others do not concern the area
            (general if binds[0][0] == everyone else ordinary).append(vehicle)
    taken = {v.id for v in vehicles}
    return ordinary, [*general, *_area_wide(facts, places, taken), *_issued_by_all(facts, places, everyone)]


def _area_wide(facts: Facts, places: Places, taken: set[str]) -> list[Vehicle]:
    entities = {e.id: e for e in facts.entities}
    found = []
    for relation in facts.relations:
        source = entities.get(relation.source)
        if relation.type != "LOCATED_IN" or relation.target != places.area.id or source is None:
            continue
        if source.label in _GOVERNING and source.id not in taken:
            sources = {e.document: relation.confidence for e in relation.evidence}
            ids = tuple(sorted({evidence_id(e) for e in relation.evidence}))
            status = status_of(relation.evidence)
            found.append(Vehicle(source.id, source.name, source.label, (places.area.id,), (), status, sources, ids))
    return found


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
