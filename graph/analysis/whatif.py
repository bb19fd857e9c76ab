"""What would change if a vehicle, a member of one, or a city came or went: arithmetic on a copy, no forecast."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from graph.analysis.nulls import fixed_margins, pole_null
from graph.analysis.polecore import Layout, dependency, layout, spread, strengths
from graph.projection.build import Projection
from graph.projection.carriers import find_carriers
from graph.projection.networks import likeliest, newman
from graph.projection.region import MEMBER_LABELS
from graph.projection.vehicles import AGREEMENT, Vehicle
from ontology.errors import QueryError

WORDING = "若其他合作不变，指标变化为"
Value = Fraction | None


def member_called(projection: Projection, name: str) -> str:
    """Give the id of a member by its id, name or short name; QueryError if there is none."""
    for member in projection.area.members:
        if name in {member, projection.area.names[member], projection.area.short(member)}:
            return member
    known = "、".join(projection.area.short(m) for m in projection.area.members)
    raise QueryError(f"{name}: no member of {projection.area.name}; members: {known}")


def _vehicle(projection: Projection, name: str) -> Vehicle:
    hits = [v for v in projection.chosen if name in {v.id, v.name}]
    if len(hits) != 1:
        some = "、".join(v.name for v in projection.chosen if v.id in projection.table) or "none"
        raise QueryError(f"{name}: names {len(hits) or 'no'} vehicles of layer {projection.layer}; there are: {some}")
    return hits[0]


def add_vehicle(projection: Projection, members: Iterable[str], field: str | None = None) -> Projection:
    """Add a vehicle that binds some members, in a field if one is named.

    Raises
    ------
    QueryError
        if a name is no member's, fewer than two are named, or the field is not in the graph.
    """
    ids = tuple(sorted({member_called(projection, name) for name in members}))
    if len(ids) < 2:
        raise QueryError("a vehicle binds two members or more; name them as 辽阳,鞍山")
    subjects: tuple[str, ...] = ()
    if field is not None:
        subjects = tuple(i for i, name in projection.fields.names.items() if field in {i, name})
        if not subjects:
            raise QueryError(f"{field}: no industry of that name is in the graph")
    name = "假设：" + "、".join(projection.area.short(i) for i in ids) + (f"（{field}）" if field else "")
    number = sum(v.id.startswith(f"whatif:{name}") for v in projection.vehicles)
    vehicle = Vehicle(f"whatif:{name}#{number}", name, AGREEMENT, ids, subjects, projection.layer)
    return projection.with_vehicles((*projection.vehicles, vehicle))


def remove_vehicle(projection: Projection, name: str) -> Projection:
    """Take a vehicle away.

    Raises
    ------
    QueryError
        if the layer has none of that name, or several.
    """
    gone = _vehicle(projection, name)
    return projection.with_vehicles(v for v in projection.vehicles if v.id != gone.id)


def add_member(projection: Projection, vehicle: str, member: str) -> Projection:
    """Let a member take part in a vehicle as a party of its own; QueryError if it already does."""
    old, new = _vehicle(projection, vehicle), member_called(projection, member)
    if any(new in projection.places.shares(party) for party in old.parties):
        raise QueryError(f"{member} takes part in {old.name} already")
    changed = replace(old, parties=tuple(sorted((*old.parties, new))))
    return projection.with_vehicles(changed if v.id == old.id else v for v in projection.vehicles)


def remove_member(projection: Projection, vehicle: str, member: str) -> Projection:
    """Let all parties of a member leave a vehicle; QueryError if there are none."""
    old, gone = _vehicle(projection, vehicle), member_called(projection, member)
    left = tuple(party for party in old.parties if gone not in projection.places.shares(party))
    if len(left) == len(old.parties):
        raise QueryError(f"{member} takes no part in {old.name}")
    changed = replace(old, parties=left)
    return projection.with_vehicles(changed if v.id == old.id else v for v in projection.vehicles)


def add_node(projection: Projection, name: str) -> Projection:
    """Take a place of the graph into the area as another point, with its part in the vehicles that are known.

    Raises
    ------
    QueryError
        if no city, zone or district has that name, or it is a member already.
    """
    area = projection.area
    called = {name, f"{name}市"}
    found = [e for e in projection.facts.entities if e.label in MEMBER_LABELS and called & {e.id, e.name, *e.aliases}]
    if len(found) != 1:
        raise QueryError(f"{name}: names {len(found) or 'no'} cities, zones or districts of the graph")
    new = found[0]
    if new.id in area.members:
        raise QueryError(f"{name} is a member of {area.name} already")
    wider = replace(area, members=(*area.members, new.id), names={**area.names, new.id: new.name})
    places = projection.places.within(wider)
    built = {v.id: v.parties for v in (*projection.vehicles, *projection.governance, *projection.abroad)}
    carriers = find_carriers(
        projection.facts, places, projection.fields, by_name=not projection.stated_only, parties=built
    )  # what stood outside may stand in the new member
    return replace(projection, area=wider, places=places, carriers=tuple(carriers))


def remove_party(projection: Projection, name: str) -> Projection:
    """Let an organisation leave every vehicle; QueryError if it takes part in none."""
    entities = projection.entities
    parties = {p for v in projection.vehicles for p in v.parties}
    hits = [
        p for p in sorted(parties) if name == p or (p in entities and name in {entities[p].name, *entities[p].aliases})
    ]
    if len(hits) != 1:
        known = "、".join(projection.area.short(m) for m in projection.area.members)
        raise QueryError(f"{name}: neither a member ({known}) nor a party of a vehicle")
    vehicles = [replace(v, parties=tuple(p for p in v.parties if p != hits[0])) for v in projection.vehicles]
    return projection.with_vehicles(vehicles)


def remove_node(projection: Projection, member: str) -> Projection:
    """Take a member out of the area with its part in every vehicle, or an organisation out of all vehicles.

    Raises
    ------
    QueryError
        for the pole, for the last points, and for a name that is neither.
    """
    if not any(member in {m, projection.area.names[m], projection.area.short(m)} for m in projection.area.members):
        return remove_party(projection, member)
    gone = member_called(projection, member)
    if gone == projection.area.pole:
        raise QueryError(f"{member} is the pole; without it there is no layout to measure")
    if len(projection.area.members) < 4:
        raise QueryError(f"{projection.area.name}: three members at least must stay")
    left = tuple(m for m in projection.area.members if m != gone)
    area = replace(projection.area, members=left)
    vehicles = [
        replace(v, parties=tuple(p for p in v.parties if gone not in projection.places.shares(p)))
        for v in projection.vehicles
    ]
    return replace(projection, area=area, places=projection.places.within(area), vehicles=tuple(vehicles))


@dataclass(frozen=True, slots=True)
class Change:
    """One metric before and after, with the range that leaving out one vehicle gives each time."""

    metric: str
    before: Value
    after: Value
    range_before: tuple[Value, Value]
    range_after: tuple[Value, Value]

    @property
    def difference(self) -> Value:
        """Give after − before."""
        return None if self.before is None or self.after is None else self.after - self.before


def left_out(projection: Projection) -> list[Layout]:
    """Measure the layout with each vehicle left out in turn."""
    members, table = projection.area.members, projection.table
    return [
        layout(newman(members, {k: v for k, v in table.items() if k != name}), projection.area.pole) for name in table
    ]


def numbers(projection: Projection, *, seed: int = 0) -> dict[str, Value]:
    """Give every number that a change is compared by: the layout, its null, testability, each member's ties."""
    pole, area = projection.area.pole, projection.area
    graph, table = projection.members, likeliest(projection.table)
    found = dict(layout(graph, pole).numbers())
    found["vehicles"] = Fraction(len(projection.table))
    found["pole_chance"] = pole_null(table, pole, len(area.members)) if table else None
    smallest = fixed_margins(table, area.members, seed=seed).smallest if table else None
    found["smallest_p"] = None if smallest is None else Fraction(smallest).limit_denominator(1_000_000)
    found |= {f"strength {area.short(m)}": value for m, value in strengths(graph).items()}
    found |= {f"dependency {area.short(m)}": value for m, value in dependency(graph, pole).items()}
    return found


def compare(before: Projection, after: Projection, *, seed: int = 0) -> list[Change]:
    """Set all numbers of two projections side by side."""
    old, new = numbers(before, seed=seed), numbers(after, seed=seed)
    ranges = spread(left_out(before)), spread(left_out(after))
    nothing: tuple[Value, Value] = (None, None)
    return [
        Change(name, old.get(name), new.get(name), ranges[0].get(name, nothing), ranges[1].get(name, nothing))
        for name in dict.fromkeys((*old, *new))
    ]
