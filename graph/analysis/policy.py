"""Do policies stand where capabilities are? What measures name a member and a field, and where they leave it at that.

|M∧Pol|/|M|, M∧¬Pol and Pol∧¬M (`graph.analysis.coverage`), where M is what a member has in a field, and Pol what a
policy says to do about that field in that member. Both are read from the passages: the heading of each tells whether it
speaks of what is there or of what shall be done (`graph.projection.vehicles.status_of`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from graph.analysis.coverage import coverage
from graph.analysis.grading import Ends, grade
from graph.analysis.ground import Ground
from graph.facts import Evidence
from graph.projection.carriers import Carrier
from graph.projection.sources import evidence_id, families_of
from graph.projection.vehicles import EXISTING, PLANNED, status_of

Cell = tuple[str, str]
"""(member, field)."""
ONLY_WIDE, ONLY_NEAR, ONLY_NEAR_WIDE = "wide", "near", "near_wide"
"""What of a capability is covered if it is not itself; `graph.analysis.gap_wording` says it in words."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What policies cover, each with the passages that say so.

    ``cells`` are those of one member, ``wide`` fields of the whole area or of a region around it, ``there`` the cells
    of which a passage tells that something stands already, ``families`` the sources that name any measure for a member.
    """

    cells: dict[Cell, set[str]] = field(default_factory=lambda: defaultdict(set))
    wide: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    there: set[Cell] = field(default_factory=set)
    families: dict[str, frozenset[str]] = field(default_factory=dict)


def covered(ground: Ground) -> Cover:
    """Read what policies cover.

    Notes
    -----
    A cell is covered by a policy of the member that bears the field in its name, by a document of the member that
    names the field, and by a measure of any policy that ties the field to a carrier of the member: 重点依托, 建设成为,
    a cluster or alliance to be built. A field is covered area-wide where a measure names it without a member.
    """
    found, members = Cover(), set(ground.area.members)
    policies = {e.properties.get("source_document") for e in ground.projection.facts.entities if e.label == "Policy"}
    told: defaultdict[str, set[str]] = defaultdict(set)
    for carrier in ground.projection.carriers:
        for field_id, evidence in carrier.evidence.items():
            measures = [e for e in evidence if e.document in policies and status_of([e]) == PLANNED]
            stands = any(status_of([e]) == EXISTING for e in evidence) or _built(ground, carrier)
            for member in members & set(carrier.shares):
                if stands:
                    found.there.add((member, field_id))
                if measures and not carrier.named:
                    found.cells[member, field_id].update(map(evidence_id, measures))
                    told[member] |= families_of(measures, ground.projection.family)
    _add_named(ground, found, told)
    found.families.update({member: frozenset(families) for member, families in told.items()})
    return found


def _built(ground: Ground, carrier: Carrier) -> bool:
    """Say whether a carrier exists apart from its fields: a body that a plan names, or a cluster that is told of."""
    if carrier.label in {"City", "Zone"}:
        return False
    entity = ground.projection.entities.get(carrier.id)
    return carrier.label != "Cluster" or (entity is not None and status_of(entity.evidence) == EXISTING)


def _add_named(ground: Ground, found: Cover, told: defaultdict[str, set[str]]) -> None:
    """Add what policies cover by their name, and what documents name that apply to a member or to the whole area."""
    projection = ground.projection
    above = projection.places.around()
    for relation in projection.facts.relations:
        policy = projection.entities.get(relation.source)
        if relation.type != "APPLIES_TO" or policy is None:
            continue
        ids = {evidence_id(e) for e in relation.evidence}
        named = dict.fromkeys(ground.fields.in_name(policy.name), ids)
        if source := policy.properties.get("source_document"):
            named |= _promoted(ground, str(source))
        for place in projection.places.shares(relation.target):
            whole = place == ground.area.id or relation.target in above
            if not whole and place not in ground.area.members:
                continue
            for field_id, passages in named.items():
                (found.wide[field_id] if whole else found.cells[place, field_id]).update(passages)
            if not whole:
                told[place] |= families_of(relation.evidence, projection.family)


def _promoted(ground: Ground, document: str) -> dict[str, set[str]]:
    """Give the fields that a document has measures for; where no heading tells, all that it names."""
    named: dict[str, list[Evidence]] = {}
    for entity in ground.projection.facts.entities:
        if entity.label == "Industry" and document in entity.documents:
            passages = [e for e in entity.evidence if e.document == document]
            named.setdefault(ground.fields.one(entity.id), []).extend(passages)
    measures = {f: [e for e in passages if status_of([e]) == PLANNED] for f, passages in named.items()}
    chosen = {f: passages for f, passages in measures.items() if passages} or named
    return {f: set(map(evidence_id, passages)) for f, passages in chosen.items()}


@dataclass(frozen=True, slots=True)
class PolicyGap:
    """A capability that no measure names, or a measure without a carrier that stands."""

    kind: str
    member: str
    field: str
    grade: str
    need: Fraction
    flag: str
    near: tuple[str, ...]
    """Fields close by for which there is a measure."""
    evidence: tuple[str, ...]


def uncovered(
    ground: Ground, cover: Cover, confirmed: frozenset[Cell] = frozenset()
) -> tuple[list[PolicyGap], Fraction | None]:
    """List M∧¬Pol, then Pol∧¬M, the best founded and least covered first; and give |M∧Pol|/|M|.

    Notes
    -----
    Need is 1 where no measure is near, ½ where one covers the field for the whole area or a broader or narrower field
    of the same member. Academic disciplines are no subject of an industrial policy and are left out.
    """
    taught, fields = ground.fields.disciplines, ground.fields
    standing = {(m, f) for m, fields in ground.projection.presence.items() for f in fields} & cover.there
    present = frozenset(cell for cell in standing if cell[1] not in taught)
    promoted = frozenset(cell for cell in cover.cells if cell[1] not in taught)
    result = coverage(present, promoted)
    lacking = [_without_measure(ground, cover, cell, cell in confirmed) for cell in result.uncovered]
    bare = [
        _without_carrier(ground, cover, (member, f))
        for member, f in result.without_carrier
        if not any((member, other) in cover.there for other in (f, *fields.narrower(f)))
    ]
    return [*sorted(lacking, key=lambda g: _order(ground, g)), *sorted(bare, key=lambda g: _order(ground, g))], (
        result.share
    )


def _order(ground: Ground, gap: PolicyGap) -> tuple[str, Fraction, int, int, str, str]:
    families = len(ground.families(gap.member, gap.field))
    carriers = len(ground.carriers(gap.member, gap.field))
    return gap.grade, -gap.need, -families, -carriers, ground.name(gap.field), gap.member


def _without_measure(ground: Ground, cover: Cover, cell: Cell, sure: bool) -> PolicyGap:
    member, field_id = cell
    fields = ground.fields
    around = sorted((fields.broader(field_id) | fields.narrower(field_id)) - fields.disciplines)
    near = tuple(f for f in around if (member, f) in cover.cells)
    wide = tuple(f for f in around if f in cover.wide)
    flag, close = next(
        ((text, fields) for text, fields in (
            (ONLY_WIDE, (field_id,) if field_id in cover.wide else ()), (ONLY_NEAR, near), (ONLY_NEAR_WIDE, wide),
        ) if fields), ("", ()),
    )  # fmt: skip
    passages: Iterable[str] = (
        i for f in close for i in (cover.cells[member, f] if flag == ONLY_NEAR else cover.wide[f])
    )
    told = ground.families(member, field_id)
    ends = Ends(told, told, cover.families.get(member, frozenset()))
    evidence = tuple(dict.fromkeys((*ground.evidence(member, field_id), *sorted(passages))))
    need = Fraction(1, 2) if flag else Fraction(1)
    shown = () if flag == ONLY_WIDE else close
    return PolicyGap("M∧¬Pol", member, field_id, grade(ends, confirmed=sure), need, flag, shown, evidence)


def _without_carrier(ground: Ground, cover: Cover, cell: Cell) -> PolicyGap:
    return PolicyGap("Pol∧¬M", *cell, "C", Fraction(1), "", (), tuple(sorted(cover.cells[cell])))
