"""Which fields go together, which field a member is near to, and who has what another lacks.

Eight members make these numbers coarse; prefer the broader fields of the taxonomy where the finer ones are rare.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

Presence = Mapping[Any, frozenset[Any]]
"""Member -> the fields that it is present in."""


def advantage(counts: Mapping[Any, Mapping[Any, float]], *, least: float = 0.0) -> dict[tuple[Any, Any], float]:
    """RCA = (X_ci/X_c)/(X_i/X): how much more of a field a member has than its size would give.

    Parameters
    ----------
    least : smallest margin, of member and field both, for which a value is given; with few carriers RCA is noise.
    """
    members = {c: sum(row.values()) for c, row in counts.items()}
    fields: dict[Any, float] = {}
    for row in counts.values():
        for field, value in row.items():
            fields[field] = fields.get(field, 0) + value
    total = sum(members.values())
    return {
        (c, i): (value / members[c]) / (fields[i] / total)
        for c, row in counts.items()
        for i, value in row.items()
        if members[c] and fields[i] and min(members[c], fields[i]) >= least
    }


def proximity(presence: Presence) -> dict[frozenset[Any], Fraction]:
    """φ_ij = Σ_c M_ci·M_cj / max(u_i, u_j): the least chance of having one field, given the other.

    References
    ----------
    Hidalgo et al. 2007, 10.1126/science.1144581.
    """
    holders: dict[Any, set[Any]] = {}
    for member, fields in presence.items():
        for field in fields:
            holders.setdefault(field, set()).add(member)
    names = sorted(holders, key=str)
    return {
        frozenset((a, b)): Fraction(len(holders[a] & holders[b]), max(len(holders[a]), len(holders[b])))
        for number, a in enumerate(names)
        for b in names[number + 1 :]
        if holders[a] & holders[b]
    }


def _near(field: Any, proximities: Mapping[frozenset[Any], Fraction]) -> dict[Any, Fraction]:
    return {next(iter(pair - {field})): value for pair, value in proximities.items() if field in pair}


def density(
    presence: Presence, member: Any, field: Any, proximities: Mapping[frozenset[Any], Fraction] | None = None
) -> Fraction | None:
    """ω_ci = Σ_j M_cj·φ_ij / Σ_j φ_ij, j ≠ i: how much of what is near a field a member has (EconGeo gives ×100)."""
    near = _near(field, proximity(presence) if proximities is None else proximities)
    total = sum(near.values(), Fraction(0))
    held = sum((value for j, value in near.items() if j in presence[member]), Fraction(0))
    return held / total if total else None


def complementarity(
    presence: Presence, taker: Any, giver: Any, field: Any, proximities: Mapping[frozenset[Any], Fraction] | None = None
) -> Fraction | None:
    """C(a←b, i): how much of what is near field i the giver b has and the taker a lacks; not symmetric.

    Notes
    -----
    C = Σ_{j≠i, M_bj=1, M_aj=0} φ_ij / Σ_{j≠i} φ_ij, after the idea of Balland and Boschma 2021,
    10.1080/00343404.2020.1861240.
    """
    near = _near(field, proximity(presence) if proximities is None else proximities)
    total = sum(near.values(), Fraction(0))
    given = sum((v for j, v in near.items() if j in presence[giver] and j not in presence[taker]), Fraction(0))
    return given / total if total else None
