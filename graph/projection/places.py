"""Which member an entity stands in: the first one met on the way up, never a second one above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from copy import copy
from fractions import Fraction

from graph.facts import Facts
from graph.projection.region import Area

EXTERNAL, UNPLACED = "EXTERNAL:", "UNPLACED"
"""Prefix of a place outside the area (``EXTERNAL:大连市``), and the mark of an entity of which no place is known."""
_PLACES = frozenset({"City", "District", "Zone", "Region", "Country"})
_NO_PLACE = frozenset({"Industry", "Technology", "Policy", "Region", "Country", "Document"})
_SCATTERED = frozenset({"ResearchInstitute", "Company", "GovernmentBody"})
"""Institutes of an academy, branches and offices stand elsewhere than what they are part of; those of a university do
not, unless their name tells another city."""

Shares = Mapping[str, Fraction]


def inside(place: str) -> bool:
    """Say whether a place is a member of the area, or the area as a whole."""
    return place != UNPLACED and not place.startswith(EXTERNAL)


class Places:
    """Places entities by their ties; where nothing is stated by the one city in their name, or as their parent.

    Parameters
    ----------
    by_name : whether a name or a parent may place an entity of which nothing is stated (``沈阳化工大学``).

    Notes
    -----
    An entity in several places counts 1/m in each of m; a named campus is an entity of its own. A demonstration zone
    that is itself a member never also counts for the city around it.
    """

    def __init__(self, facts: Facts, area: Area, *, by_name: bool = True) -> None:
        self.area = area
        self._entities = {e.id: e for e in facts.entities}
        self.by_name = by_name
        self._up: defaultdict[str, list[str]] = defaultdict(list)
        self._parents: dict[str, list[str]] = {}
        within: defaultdict[str, list[str]] = defaultdict(list)
        for relation in facts.relations:
            if relation.type == "LOCATED_IN":
                self._up[relation.source].append(relation.target)
            elif relation.type == "PART_OF":
                within[relation.source].append(relation.target)
        for source, targets in within.items():
            entity = self._entities.get(source)
            if entity is not None and entity.label in _PLACES:
                self._up[source] += targets
            elif entity is not None and (entity.label not in _SCATTERED or self._of_university(targets)):
                self._parents[source] = targets
        self._parts: defaultdict[str, list[str]] = defaultdict(list)
        for source, targets in within.items():
            for target in targets:
                self._parts[target].append(source)
        self._stems = {self._stem(e.name): e.id for e in facts.entities if e.label == "City"}
        self._stems |= {self._stem(area.names[m]): m for m in area.members}
        self._known: dict[str, dict[str, Fraction]] = {}

    def within(self, area: Area) -> Places:
        """Give the same places for another choice of members."""
        other = copy(self)
        other.area, other._known = area, {}
        return other

    @staticmethod
    def _stem(name: str) -> str:
        return name[:-1] if name.endswith("市") and len(name) > 2 else name

    def shares(self, entity_id: str) -> dict[str, Fraction]:
        """Give the share of each place; the keys are members, `EXTERNAL` places, the area itself, or `UNPLACED`."""
        if entity_id not in self._known:
            found = self._climb(entity_id) or self._from_name(entity_id) or self._from_parent(entity_id) or {UNPLACED}
            self._known[entity_id] = {place: Fraction(1, len(found)) for place in sorted(found)}
        return self._known[entity_id]

    def around(self) -> frozenset[str]:
        """Give the regions around the area: those that the area or its pole lies in."""
        found: set[str] = set()
        wave = [self.area.id, self.area.pole]
        while wave:
            wave = [up for node in wave for up in self._up.get(node, ()) if up not in found and up != self.area.id]
            found.update(wave)
        return frozenset(node for node in found if (e := self._entities.get(node)) is not None and e.label == "Region")

    def home(self, entity_id: str) -> str:
        """Give the one place of an entity, or several joined by ``、``."""
        return "、".join(self.label(place) for place in self.shares(entity_id))

    def label(self, place: str) -> str:
        """Give the name of a place that `shares` returned."""
        if place == UNPLACED:
            return "未定位"
        entity = self._entities.get(place)
        return place.removeprefix(EXTERNAL) if entity is None else entity.name

    def _end(self, entity_id: str) -> str | None:
        """Give the place at which the way up ends, if it ends here."""
        entity_id = self.area.same.get(entity_id, entity_id)
        if entity_id in self.area.members or entity_id == self.area.id:
            return entity_id
        entity = self._entities.get(entity_id)
        if entity is not None and entity.label in {"City", "Country"}:
            return EXTERNAL + entity.name
        return None

    def _climb(self, start: str) -> set[str]:
        found, seen, wave = set(), {start}, [start]
        while wave:
            following = []
            for node in wave:
                if end := self._end(node):
                    found.add(end)
                    continue
                following += [up for up in self._up.get(node, ()) if up not in seen]
                seen.update(following)
            wave = following
        if len(found) > 1:
            found.discard(self.area.id)  # a member says more than the area as a whole
        return {place for place in found if not any(self._above(place, other) for other in found if other != place)}

    def _above(self, place: str, other: str) -> bool:
        """Say whether a place lies around another one that was also found."""
        if other not in self.area.members or self._entities[other].label == "City":
            return False
        seen, wave = {other}, [other]
        while wave:
            wave = [up for node in wave for up in self._up.get(node, ()) if up not in seen]
            seen.update(wave)
        return place in seen

    def _from_name(self, entity_id: str) -> set[str]:
        entity = self._entities.get(entity_id)
        if entity is None or entity.label in _NO_PLACE or not self.by_name:
            return set()
        stems = [stem for stem in self._stems if stem in entity.name]
        stems = [s for s in stems if not any(s != other and s in other for other in stems)]
        if len(stems) == 1 and len(stems[0]) > 1:
            end = self._end(self._stems[stems[0]])
            return {end} if end else set()
        return set()

    def _of_university(self, parents: list[str]) -> bool:
        return all((e := self._entities.get(p)) is not None and e.label == "University" for p in parents)

    def _from_parent(self, entity_id: str) -> set[str]:
        """Give the place of the parent, unless the name or a part of the thing tells another."""
        parents = self._parents.get(entity_id, ())
        if not self.by_name or any(self._elsewhere(entity_id, parent) for parent in parents):
            return set()
        found = {end for parent in parents for end in self._climb(parent) or self._from_name(parent)}
        below = {end for part in self._parts[entity_id] for end in self._climb(part) or self._from_name(part)}
        return found if below <= found else set()

    def _elsewhere(self, entity_id: str, parent: str) -> bool:
        """Say whether a name tells a city that its parent's does not: 大连理工大学沈阳研究院 may stand in either."""
        own, above = self._entities.get(entity_id), self._entities.get(parent)
        if own is None or above is None:
            return False
        return any(stem in own.name and stem not in above.name for stem in self._stems if len(stem) > 1)
