"""Which fields go together, which field a member is near to, and who has what another lacks.

Eight members make these numbers coarse; prefer the broader fields of the taxonomy where the finer ones are rare.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from math import lcm
from typing import Any

Presence = Mapping[Any, frozenset[Any]]
"""Member -> the fields that it is present in."""


def advantage(counts: Mapping[Any, Mapping[Any, float]], *, least: float = 0.0) -> dict[tuple[Any, Any], float]:
    """RCA = (X_ci/X_c)/(X_i/X): how much more of a field a member has than its size would give.

    Parameters
    ----------
    least : smallest margin, of member and field both, for which a value is given; with few carriers RCA is noise.

    References
    ----------
    Balassa 1965, Trade liberalisation and revealed comparative advantage.
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


class Nearness:
    """The proximities of all fields, by field, so that many members and pairs can be asked one after another.

    Notes
    -----
    The φ of one field are kept as whole multiples of one over their common denominator: ratios of their sums stay
    exact, and adding them up is fast.
    """

    def __init__(self, presence: Presence) -> None:
        self.presence = presence
        parts: defaultdict[Any, dict[Any, Fraction]] = defaultdict(dict)
        for pair, value in proximity(presence).items():
            a, b = pair
            parts[a][b] = parts[b][a] = value
        self._near: dict[Any, dict[Any, int]] = {}
        for field, near in parts.items():
            scale = lcm(*(value.denominator for value in near.values()))
            self._near[field] = {other: int(value * scale) for other, value in near.items()}
        self._total = {field: sum(near.values()) for field, near in self._near.items()}

    def density(self, member: Any, field: Any) -> Fraction | None:
        """ω_ci = Σ_j M_cj·φ_ij / Σ_j φ_ij, j ≠ i: how much of what is near a field a member has (EconGeo gives ×100).

        References
        ----------
        Hidalgo et al. 2007, 10.1126/science.1144581.
        """
        return self._share(field, self.presence[member])

    def complementarity(self, taker: Any, giver: Any, field: Any) -> Fraction | None:
        """C(a←b, i): how much of what is near field i the giver b has and the taker a lacks; not symmetric.

        Notes
        -----
        C = Σ_{j≠i, M_bj=1, M_aj=0} φ_ij / Σ_{j≠i} φ_ij, after the idea of Balland and Boschma 2021,
        10.1080/00343404.2020.1861240. None where nothing is near the field.
        """
        return self._share(field, self.presence[giver] - self.presence[taker])

    def _share(self, field: Any, held: frozenset[Any]) -> Fraction | None:
        near, total = self._near.get(field), self._total.get(field, 0)
        return Fraction(sum(near.get(j, 0) for j in held), total) if near and total else None


def density(presence: Presence, member: Any, field: Any) -> Fraction | None:
    """Give ω of one member and field (`Nearness.density`).

    References
    ----------
    Hidalgo et al. 2007, 10.1126/science.1144581.
    """
    return Nearness(presence).density(member, field)


def complementarity(presence: Presence, taker: Any, giver: Any, field: Any) -> Fraction | None:
    """Give C(a←b, i) of one pair and field (`Nearness.complementarity`).

    References
    ----------
    Balland and Boschma 2021, 10.1080/00343404.2020.1861240.
    """
    return Nearness(presence).complementarity(taker, giver, field)
