"""What the sources say of every member and field: the ground on which an absence is judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import Any

from graph.analysis.chain import STAGES
from graph.analysis.gauge import Gauge, gauge
from graph.analysis.grading import Ends
from graph.analysis.nulls import MarginNull, fixed_margins
from graph.analysis.prediction import Trial, between, leave_one_out, resource_allocation
from graph.projection.build import Projection
from graph.projection.carriers import PRODUCTION, RESEARCH, TRANSFER, Carrier
from graph.projection.networks import likeliest, takes
from graph.projection.places import UNPLACED
from graph.projection.vehicles import Vehicle

SERVING = (RESEARCH, TRANSFER)
Asked = tuple[str, str, tuple[str, ...]]
"""(member, field, stages): in a large area each is asked again for every other member."""
MOST_NAMED = 3
"""How many carriers are named as candidates."""
MOST_TRIED = 600
"""Above this many organisations the trial of the prediction takes longer than it is worth."""


class Ground:
    """Answers, for one projection, who carries what, who shares what, and which sources tell of it."""

    def __init__(self, projection: Projection, *, seed: int = 0) -> None:
        self.projection, self.seed = projection, seed
        self.area, self.fields = projection.area, projection.fields
        self._carriers: defaultdict[tuple[str, str], list[Carrier]] = defaultdict(list)
        self._listed: dict[Asked, list[Carrier]] = {}
        self._families: dict[Asked, frozenset[str]] = {}
        self._passages: dict[Asked, tuple[str, ...]] = {}
        self._shown: dict[Asked, tuple[Carrier, ...]] = {}
        self._by_name: dict[tuple[str, str], bool] = {}
        self._near: dict[str, frozenset[str]] = {}
        self._unplaced: dict[str, tuple[str, ...]] = {}
        for carrier in projection.carriers:
            for field in carrier.fields:
                for place in carrier.shares:
                    self._carriers[place, field].append(carrier)

    @cached_property
    def bound(self) -> list[tuple[Vehicle, frozenset[str]]]:
        """Give all vehicles, existing and planned, with the members that they bind."""
        table = likeliest({v.id: takes(v, self.projection.places) for v in self.projection.vehicles})
        return [(v, table[v.id]) for v in self.projection.vehicles if v.id in table]

    @cached_property
    def null(self) -> MarginNull | None:
        """Give the null of all pairs of members, or None without vehicles."""
        table = likeliest(self.projection.table)
        return fixed_margins(table, self.area.members, seed=self.seed) if table else None

    @cached_property
    def gauge(self) -> Gauge:
        """Gauge the corpus by the families that each vehicle was seen in."""
        family = self.projection.family
        seen = [
            len({family.get(d, d) for d in v.sources})
            for v in self.projection.vehicles
            if v.sources and len(v.parties) > 1
        ]
        return gauge(seen, len(self.projection.families))

    @cached_property
    def carrier_gauge(self) -> Gauge:
        """Gauge the corpus by the families that each carrier of a field in the area was seen in."""
        family, members = self.projection.family, set(self.area.members)
        seen = [
            len({family.get(d, d) for d in c.documents(field)})
            for c in self.projection.carriers
            if members & set(c.shares)
            for field in c.fields
        ]
        return gauge(seen, len(self.projection.families))

    @cached_property
    def policy_gauge(self) -> Gauge:
        """Gauge the corpus by the families that each policy for a member or the area was seen in."""
        family, within = self.projection.family, {*self.area.members, self.area.id}
        seen = [
            len({family.get(e.document, e.document) for e in r.evidence})
            for r in self.projection.facts.relations
            if r.type == "APPLIES_TO" and within & set(self.projection.places.shares(r.target))
        ]
        return gauge(seen, len(self.projection.families))

    @cached_property
    def trial(self) -> Trial:
        """Try the prediction of ties on the organisations."""
        graph = self.projection.organisations
        return leave_one_out(graph) if graph.number_of_nodes() <= MOST_TRIED else Trial(None, None, None)

    def carriers(self, member: str, field: str, *stages: str) -> list[Carrier]:
        """List the carriers of a field in a member, at some stages or at any.

        Notes
        -----
        Research and transfer in a narrower field serve the broader one: a laboratory for robots is one for machinery.
        """
        key = member, field, stages
        if key not in self._listed:
            self._listed[key] = list({(c.id, c.stage): c for c, _ in self._told(member, field, stages)}.values())
        return self._listed[key]

    def in_itself(self, member: str, field: str, stage: str) -> list[Carrier]:
        """List the carriers of a field itself in a member, without those of narrower fields."""
        return [c for c in self._carriers[member, field] if c.stage == stage and field not in c.within]

    def _told(self, member: str, field: str, stages: tuple[str, ...]) -> Iterator[tuple[Carrier, str]]:
        for carrier in self._carriers[member, field]:
            if not stages or carrier.stage in stages:
                yield carrier, field
        for narrower in sorted(self.fields.narrower(field)):
            for carrier in self._carriers[member, narrower]:
                if carrier.stage in SERVING and (not stages or carrier.stage in stages):
                    yield carrier, narrower

    def stages(self, field: str) -> dict[str, dict[str, Fraction]]:
        """Count the carriers of a field by stage and member, narrower fields included for research and transfer."""
        counts = self.projection.counts
        found = {stage: dict(row) for stage, row in counts.get(field, {}).items()}
        for narrower in sorted(self.fields.narrower(field)):
            for stage, row in counts.get(narrower, {}).items():
                if stage in SERVING:
                    whole = found.setdefault(stage, {})
                    for member, number in row.items():
                        whole[member] = whole.get(member, Fraction(0)) + number
        return {stage: self._in_order(row) for stage, row in found.items()}

    def _in_order(self, row: Mapping[str, Fraction]) -> dict[str, Fraction]:
        return {member: row[member] for member in self.area.members if member in row}

    def families(self, member: str, field: str, *stages: str) -> frozenset[str]:
        """Give the source families that tell of a field in a member."""
        key, family = (member, field, stages), self.projection.family
        if key not in self._families:
            told = (d for c, f in self._told(*key) for d in c.documents(f))
            self._families[key] = frozenset(family.get(d, d) for d in told)
        return self._families[key]

    def candidates(
        self, member: str, field: str, *stages: str, apart: frozenset[str] = frozenset()
    ) -> tuple[Carrier, ...]:
        """Give the few carriers of a field in a member that are named: research first, then those surely told.

        Parameters
        ----------
        apart : ids of carriers that are not named.
        """
        key = member, field, (*stages, *sorted(apart))
        if key not in self._shown:
            able = (c for c in self.carriers(member, field, *stages) if c.id not in apart)
            best = sorted(able, key=lambda c: (c.stage != RESEARCH, c.named, c.name))
            self._shown[key] = tuple(best[:MOST_NAMED])
        return self._shown[key]

    def standing_in_all(self, members: tuple[str, ...], field: str) -> frozenset[str]:
        """Give the ids of the carriers of a field that stand in each of some members."""
        several = ({c.id for c in self.carriers(m, field) if len(c.shares) > 1} for m in members)
        return frozenset(set.intersection(*several))

    def by_name(self, member: str, field: str) -> bool:
        """Say whether only its name tells the field of one of the carriers."""
        key = member, field
        if key not in self._by_name:
            self._by_name[key] = any(c.named for c in self.carriers(member, field))
        return self._by_name[key]

    def evidence(self, member: str, field: str, *stages: str) -> tuple[str, ...]:
        """Give the passages that tell of a field in a member."""
        key = member, field, stages
        if key not in self._passages:
            self._passages[key] = tuple(sorted({i for c, f in self._told(*key) for i in c.evidence_ids(f)}))
        return self._passages[key]

    def documents(self, member: str, field: str, *stages: str) -> frozenset[str]:
        """Give the documents that tell of a field in a member."""
        return frozenset(d for c, f in self._told(member, field, stages) for d in c.documents(f))

    @cached_property
    def _between(self) -> Mapping[frozenset[str], Mapping[str, frozenset[str]]]:
        """Give the vehicles that each pair of members shares, by field."""
        found: defaultdict[frozenset[str], defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for vehicle, group in self.bound:
            for pair in combinations(sorted(group), 2):
                for field in vehicle.fields:
                    found[frozenset(pair)][field].add(vehicle.id)
        return {pair: {f: frozenset(ids) for f, ids in fields.items()} for pair, fields in found.items()}

    @cached_property
    def _of_member(self) -> Mapping[str, list[tuple[Vehicle, frozenset[str]]]]:
        found: defaultdict[str, list[tuple[Vehicle, frozenset[str]]]] = defaultdict(list)
        for vehicle, group in self.bound:
            if len(group) > 1:
                for member in group:
                    found[member].append((vehicle, group))
        return found

    @cached_property
    def _several(self) -> frozenset[str]:
        return frozenset(v.id for v, group in self.bound if len(group) > 1)

    def shared(self, field: str, a: Any, b: Any) -> bool:
        """Say whether two members share a vehicle of a field, or of one broader or narrower."""
        return self.fields.touches(self._between.get(frozenset((a, b)), {}), field)

    def shared_evidence(self, field: str, a: Any, b: Any) -> tuple[str, ...]:
        """Give the passages of the vehicles of a field that two members share."""
        mine = self._of_member.get(a, [])
        found = (v for v, group in mine if {a, b} <= group and self.fields.touches(v.fields, field))
        return tuple(sorted({i for v in found for i in v.evidence}))

    def unplaced(self, field: str) -> tuple[str, ...]:
        """Name some who research or transfer in a field, no source tells where: they may stand in the area."""
        if field not in self._unplaced:
            names = {c.name for c in self.carriers(UNPLACED, field, RESEARCH, TRANSFER)}
            self._unplaced[field] = tuple(sorted(names)[:MOST_NAMED])
        return self._unplaced[field]

    def makers(self, field: str) -> frozenset[str]:
        """Give the members that make a field, judged by other carriers than what they share.

        Notes
        -----
        A cluster that two members build together would show both that they make the field and that they share it.
        """
        shared = self._several
        return frozenset(
            member
            for member in self.area.members
            if any(c.stage == PRODUCTION and c.id not in shared for c in self._carriers[member, field])
        )

    def shared_now(self, field: str, a: Any, b: Any) -> bool:
        """Say whether two members share a vehicle of a field in the layer of the projection."""
        table = self.projection.table
        fields = self._between.get(frozenset((a, b)), {})
        return any(not ids.isdisjoint(table) and self.fields.related(other, field) for other, ids in fields.items())

    def pair_evidence(self, a: str, b: str) -> list[str]:
        """Give the passages of the vehicles of the layer that tie two members."""
        graph = self.projection.members
        behind = graph[a][b]["vehicles"] if graph.has_edge(a, b) else ()
        return sorted({i for v in self.projection.called(behind) for i in v.evidence})

    def told_of(self, organisation: str, field: str) -> list[str]:
        """Give the passages that tell of an organisation in a field, its platforms included."""
        own = {i for c in self._of_carrier.get(organisation, ()) for i in c.evidence_ids(field)}
        built = {i for v in self.projection.taken_by(organisation) if field in v.fields for i in v.evidence}
        return sorted(own | built)

    @cached_property
    def _of_carrier(self) -> Mapping[str, list[Carrier]]:
        found: defaultdict[str, list[Carrier]] = defaultdict(list)
        for carrier in self.projection.carriers:
            found[carrier.id].append(carrier)
        return found

    def _with_others(self, field: str, member: str, other: str) -> frozenset[str]:
        family = self.projection.family
        return frozenset(
            family.get(d, d)
            for v, group in self._of_member.get(member, [])
            if group - {member, other} and self.fields.touches(v.fields, field)
            for d in v.sources
        )

    def ends(self, field: str, a: str, b: str) -> Ends:
        """Give what the sources tell of both ends of a missing tie in a field."""
        others = self._with_others(field, a, b) & self._with_others(field, b, a)
        return Ends(self.families(a, field), self.families(b, field), others)

    def feasibility(self, a: str, b: str) -> tuple[float | None, tuple[str, ...]]:
        """Give the best resource allocation between organisations of two members, and who stands between them.

        Notes
        -----
        None where the prediction does no better than chance on the ties that exist.
        """
        if not self.trial.useful:
            return None, ()
        graph, places = self.projection.organisations, self.projection.places
        first = [n for n in graph if a in places.shares(n)]
        second = [n for n in graph if b in places.shares(n) and n not in first]
        pairs = [(x, y) for x in first for y in second if not graph.has_edge(x, y)]
        best = max(pairs, key=lambda pair: resource_allocation(graph, *pair), default=None)
        if best is None:
            return 0.0, ()
        return resource_allocation(graph, *best), tuple(self.name(z) for z in between(graph, *best))

    def name(self, entity_id: str) -> str:
        """Give the name of an entity."""
        entity = self.projection.entities.get(entity_id)
        return entity.name if entity else entity_id

    def pairs(self) -> list[tuple[str, str]]:
        """List the pairs of members."""
        return list(combinations(self.area.members, 2))

    def made_narrower(self, field: str) -> bool:
        """Say whether a member makes something in a narrower field."""
        counts = self.projection.counts
        return any(counts.get(narrower, {}).get(PRODUCTION) for narrower in self.fields.narrower(field))

    def researched_near(self, field: str) -> frozenset[str]:
        """Give the members that research something in a broader field, be it in another narrower one of it."""
        if field not in self._near:
            self._near[field] = frozenset(
                m
                for m in self.area.members
                for broader in self.fields.broader(field)
                if self.carriers(m, broader, RESEARCH)
            )
        return self._near[field]

    def parents(self, field: str) -> dict[str, Mapping[str, Any]]:
        """Give what stands in the broader fields themselves, stage by stage; other narrower ones are no match."""
        found: defaultdict[str, defaultdict[str, Any]] = defaultdict(lambda: defaultdict(int))
        for broader in sorted(self.fields.broader(field)):
            for stage in STAGES:
                for member in self.area.members:
                    for carrier in self.in_itself(member, broader, stage):
                        found[stage][member] += carrier.shares[member] / len(carrier.fields)
        return {stage: self._in_order(row) for stage, row in found.items()}
