"""The area under study: a region of the graph, its pole and its points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graph.facts import Entity, Facts
from graph.text import fold
from ontology.errors import QueryError, SourceError

MEMBER_LABELS = ("City", "Zone", "District")
_KEYS = {"region", "pole", "members", "slips"}


@dataclass(frozen=True, slots=True)
class Layout:
    """What a lexicon says of a region: its pole, its members if they are settled, and slips of their names."""

    region: str
    pole: str
    members: tuple[str, ...] = ()
    slips: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Area:
    """A region with its members, the pole first; ``same`` maps a place that is a slip of a member's name to it."""

    id: str
    name: str
    pole: str
    members: tuple[str, ...]
    names: Mapping[str, str]
    same: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def points(self) -> tuple[str, ...]:
        """Give the members other than the pole."""
        return self.members[1:]

    def short(self, member: str) -> str:
        """Give a member's name without 市."""
        name = self.names[member]
        return name[:-1] if name.endswith("市") and len(name) > 2 else name


def layouts(records: Iterable[Any], where: str = "layouts") -> list[Layout]:
    """Read layouts from records as lexicon files have them.

    Raises
    ------
    SourceError
        if a record is not of the form ``{region, pole, members, slips}``.
    """
    found = []
    for record in records:
        if not isinstance(record, Mapping) or not {"region", "pole"} <= set(record) <= _KEYS:
            raise SourceError(f"{where}: {record!r} is no layout; write {{region: …, pole: …, members: […]}}")
        members, slips = record.get("members") or (), record.get("slips") or {}
        found.append(Layout(str(record["region"]), str(record["pole"]), tuple(map(str, members)), dict(slips)))
    return found


def read_layouts(path: Path) -> list[Layout]:
    """Read the ``layouts`` of a YAML file of places.

    Raises
    ------
    SourceError
        if the file cannot be read or holds something else there.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourceError(f"{path}: cannot be read as YAML ({error})") from None
    return layouts(data.get("layouts") or (), str(path))


def _called(entity: Entity, name: str) -> bool:
    return fold(name) in {fold(entity.id), *(fold(n) for n in (entity.name, *entity.aliases))}


def _named(facts: Facts, name: str, labels: Sequence[str]) -> Entity | None:
    hits = [e for e in facts.entities if e.label in labels and _called(e, name)]
    exact = [e for e in hits if e.name == name or e.id == name]
    return min(exact or hits, key=lambda e: (labels.index(e.label), e.id), default=None)


def find_area(facts: Facts, known: Sequence[Layout], region: str | None = None, pole: str | None = None) -> Area:
    """Find a region in the graph, with its pole and members.

    Parameters
    ----------
    known : layouts of the lexicon, which name the pole of a region.
    region : name or id; without it the only layout whose region the graph has.
    pole : name or id of the pole, for a region without a layout.

    Raises
    ------
    QueryError
        if the region or its pole is not in the graph, or it has fewer than three members.
    """
    entity = _region(facts, known, region)
    layout = next((item for item in known if _called(entity, item.region)), None)
    parts = {r.source for r in facts.relations if r.type == "PART_OF" and r.target == entity.id}
    members = {e.id: e for e in facts.entities if e.id in parts and e.label in MEMBER_LABELS}
    notes: list[str] = []
    if layout is not None and layout.members:
        listed = {name: _named(facts, name, MEMBER_LABELS) for name in layout.members}
        notes += [
            f"{name}: listed as a member of {entity.name}, not in the graph" for name, e in listed.items() if not e
        ]
        settled = {e.id: e for e in listed.values() if e}
        notes += [
            f"{members[i].name}: part of {entity.name}, not a listed member; left out"
            for i in members
            if i not in settled
        ]
        notes += [f"{settled[i].name}: a listed member; no document says so" for i in settled if i not in members]
        members = settled
    chosen = _pole(facts, entity, pole or (layout.pole if layout else None), members)
    if len(members) < 3:
        raise QueryError(
            f"{entity.name}: has {len(members)} members in the graph; a layout needs a pole and two points"
        )
    order = (chosen, *sorted(m for m in members if m != chosen)) if layout is None else _order(layout, members, chosen)
    same = _slips(facts, layout, members)
    return Area(entity.id, entity.name, chosen, order, {i: e.name for i, e in members.items()}, same, tuple(notes))


def _region(facts: Facts, known: Sequence[Layout], region: str | None) -> Entity:
    if region is None:
        present = [e for item in known if (e := _named(facts, item.region, ("Region",))) is not None]
        if len(present) == 1:
            return present[0]
        raise QueryError("name the region to analyse with --region; the lexicon settles no single one")
    found = _named(facts, region, ("Region",))
    if found is None:
        some = "、".join(item.region for item in known) or "none"
        raise QueryError(f"region {region}: not in the graph; regions with a known layout: {some}")
    return found


def _pole(facts: Facts, region: Entity, pole: str | None, members: Mapping[str, Entity]) -> str:
    if pole is None:
        raise QueryError(f"{region.name}: no layout names its pole; give --pole, or add it to layouts in places.yaml")
    found = next((i for i, e in members.items() if _called(e, pole)), None)
    if found is None:
        raise QueryError(f"{region.name}: its pole {pole} is not among its members in the graph")
    return found


def _order(layout: Layout, members: Mapping[str, Entity], pole: str) -> tuple[str, ...]:
    place = {name: number for number, name in enumerate(layout.members)}
    rest = sorted((m for m in members if m != pole), key=lambda m: (place.get(members[m].name, len(place)), m))
    return (pole, *rest)


def _slips(facts: Facts, layout: Layout | None, members: Mapping[str, Entity]) -> dict[str, str]:
    found = {}
    for wrong, right in (layout.slips if layout else {}).items():
        slip = _named(facts, wrong, MEMBER_LABELS)
        member = next((i for i, e in members.items() if _called(e, right)), None)
        if slip is not None and member is not None and slip.id not in members:
            found[slip.id] = member
    return found
