"""Conclusions: ties that follow from others, marked as derived with the keys of what they follow from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.facts import Relation

_LEVEL = {"Region": 0, "City": 1, "District": 2, "Zone": 3}
_HOUSED = frozenset({"Lab", "ResearchInstitute", "Incubator", "ServiceAgency", "Event", "Alliance"})
_SITED = _HOUSED | {"Cluster", "Zone"}
_HOUSES = frozenset({"Lab", "Incubator"})
_AREA = re.compile(r"^Zone:.*(?<!园)(?<!社)(?<!街)区(?:（[^）]*）)?$")
_COMMITTEE = re.compile(r"管理委员会$|管委会$")
_GOVERNMENT = re.compile(r"(?:人民政府|政府)(?:办公厅|办公室)?$")


def conclude(relations: Mapping[str, Relation]) -> list[Relation]:
    """Mark what was drawn from other facts, keep the most specific place, and draw what follows."""
    return most_specific(with_conclusions(most_specific(list(based(relations)))))


def based(relations: Mapping[str, Relation]) -> Iterator[Relation]:
    """Give joint builders' collaboration the keys of the ties of building; without such ties it is a plain one."""
    builders: dict[str, list[Relation]] = {}
    for relation in relations.values():
        if relation.type == "BUILT_BY":
            builders.setdefault(relation.source, []).append(relation)
    made_by: dict[str, list[str]] = {}
    for source, made in builders.items():
        for target in {r.target for r in made}:
            made_by.setdefault(target, []).append(source)
    for relation in relations.values():
        if relation.derived:
            ends = {relation.source, relation.target}
            both = set.intersection(*(set(made_by.get(end, ())) for end in ends))
            basis = [r.key for source in both for r in builders[source] if r.target in ends]
            relation = replace(relation, derived_from=tuple(sorted(basis)))
            if not basis:
                relation = replace(relation, derived=False)
        yield relation


def most_specific(relations: list[Relation]) -> list[Relation]:
    """Drop a place where the same document puts the thing into one inside it, or only its name into a wider one."""
    best: dict[tuple[str, str], int] = {}
    for r in relations:
        if r.type == "LOCATED_IN":
            for key in {(r.source, e.document) for e in r.evidence}:
                best[key] = max(best.get(key, -1), _LEVEL.get(_label(r.target), -1))

    around = _around(relations)
    placed: dict[str, list[Relation]] = {}
    for r in relations:
        if r.type == "LOCATED_IN" and _label(r.source) not in {"Zone", "Cluster"}:
            placed.setdefault(r.source, []).append(r)

    def outer(r: Relation) -> bool:
        documents = {e.document for e in r.evidence}
        inner = [p for p in placed.get(r.source, ()) if r.target in around.get(p.target, ())]
        return documents <= {e.document for p in inner for e in p.evidence}

    def keep(r: Relation) -> bool:
        if r.type == "LOCATED_IN" and outer(r):
            return False  # the district or zone in it is told, too
        if r.type != "LOCATED_IN" or (_AREA.search(r.source) and _label(r.target) != "Region"):
            return True  # a development zone is its city's wherever it lies
        only_name = all(_weak(e.rule) for e in r.evidence)
        level = _LEVEL.get(_label(r.target), -1)
        return not only_name or any(level >= best[r.source, e.document] for e in r.evidence)

    return [r for r in relations if keep(r)]


def _around(relations: Sequence[Relation]) -> dict[str, set[str]]:
    """Give for each place those that it is told to lie in, directly or by way of another."""
    around: dict[str, set[str]] = {}
    for r in relations:
        if (
            r.type in {"LOCATED_IN", "PART_OF"}
            and _label(r.source) in _LEVEL
            and _label(r.target) in {"City", "District"}
        ):
            around.setdefault(r.source, set()).add(r.target)
    return {place: direct | {a for d in direct for a in around.get(d, ())} for place, direct in around.items()}


def with_conclusions(relations: list[Relation]) -> list[Relation]:
    """Add where things stand by way of what houses or built them, and whom a paper is for by way of who issued it."""
    keys = {r.key for r in relations}
    ids = {end for r in relations for end in (r.source, r.target)}
    stated: dict[tuple[str, str], list[Relation]] = {}
    for r in relations:
        stated.setdefault((r.source, r.type), []).append(r)
    drawn: dict[str, Relation] = {}
    for r in relations:
        for type_, target, basis in _following(r, stated, ids):
            documents = set.intersection(*({e.document for e in b.evidence} for b in basis))
            evidence = tuple(e for e in r.evidence if e.document in documents)
            sure = round(min(0.8, *(b.confidence for b in basis)), 2)
            found = Relation(r.source, type_, target, sure, evidence, True, tuple(sorted(b.key for b in basis)))
            if evidence and found.key not in keys and r.source != target:
                drawn.setdefault(found.key, found)
    return [*relations, *drawn.values()]


def _following(
    r: Relation, stated: Mapping[tuple[str, str], Sequence[Relation]], ids: set[str]
) -> Iterator[tuple[str, str, tuple[Relation, ...]]]:
    """Give what follows from one tie: type, target and the ties that it follows from."""
    source, target = _label(r.source), _label(r.target)
    placed = [p for p in stated.get((r.source, "LOCATED_IN"), ()) if not _vague(p)]
    if r.type == "PART_OF" and source in _HOUSED and target in _HOUSES and not placed:
        if any(e.rule != "owner in the name" for e in r.evidence):
            yield from (("LOCATED_IN", p.target, (r, p)) for p in stated.get((r.target, "LOCATED_IN"), ()))
    elif r.type == "BUILT_BY" and (not placed or (source == "Zone" and target == "District" and _named_place(placed))):
        city = target in {"City", "District"} and source in _SITED
        alone = source == "Cluster" or len(stated[r.source, "BUILT_BY"]) == 1
        regional = source == "Alliance" and (r.source, "LOCATED_IN") in stated
        if not regional and ((city and alone) or (target == "Zone" and source in _HOUSED)):
            yield "LOCATED_IN", r.target, (r,)
        elif target == "GovernmentBody" and source in _HOUSED:
            zone = "Zone:" + _COMMITTEE.sub("", r.target.partition(":")[2])
            yield from [("LOCATED_IN", zone, (r,))] if zone in ids else []
    elif r.type == "ISSUED_BY" and not stated.get((r.source, "APPLIES_TO")):
        if target in {"City", "Zone"}:
            yield "APPLIES_TO", r.target, (r,)
        elif target == "GovernmentBody":
            name = _GOVERNMENT.sub("", r.target.partition(":")[2])
            places = [f"{label}:{name}" for label in ("Region", "City") if f"{label}:{name}" in ids]
            yield from (("APPLIES_TO", place, (r,)) for place in places)


def _named_place(placed: Sequence[Relation]) -> bool:
    """Say whether only its name puts a zone into a city: the district that builds it says more."""
    return all(_label(p.target) == "City" and all(_weak(e.rule) for e in p.evidence) for p in placed)


def _weak(rule: str) -> bool:
    """Say whether a rule reads a place from a name, or from the province that builds."""
    return rule.startswith("place in the name") or rule in {"R建设A", "A挂牌成立（报告的家）"}


def _vague(r: Relation) -> bool:
    """Say whether a place is only the region in a name."""
    return _label(r.target) == "Region" and all(_weak(e.rule) for e in r.evidence)


def _label(id_: str) -> str:
    return id_.partition(":")[0]
