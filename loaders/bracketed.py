"""Lists whose head says what the brackets hold (括号内为依托单位): who stands behind each item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.clauses import Clause, kind
from loaders.references import Memory
from loaders.ties import Candidate, Tier

_HEAD = re.compile(r"括号[内中里](?:为|是|系)(?P<role>依托|挂靠|承建|建设|牵头|承担|申报|运营)单位")
_THING = kind("Lab", "ResearchInstitute", "Incubator", "ServiceAgency", "Zone", "Alliance")
_BODY = kind("University", "ResearchInstitute", "Company", "GovernmentBody", "Lab")
_ITEM = re.compile(
    rf"(?P<thing>{_THING})（(?:(?P<place>{kind('Zone', 'City', 'District')})，)?(?P<unit>{_BODY})"
    rf"(?:，与(?P<with>{_BODY})(?:联合|合作)?共建)?(?:，[^（）]{{0,12}})?）"
)


def bracketed(clause: Clause, memory: Memory, tier: Tier) -> Iterator[Candidate]:
    """Read A（B）and A（place，B） in a list whose head tells that the brackets hold who carries A."""
    if head := _HEAD.search(clause.code):
        memory.bracket = "RELIES_ON" if head.group("role") in {"依托", "挂靠", "申报"} else "BUILT_BY"
    for match in _ITEM.finditer(clause.code) if memory.bracket else ():
        thing, unit, place, partner = (
            clause.used.get(match.group(g) or "") for g in ("thing", "unit", "place", "with")
        )
        told = [(thing, memory.bracket, unit), (thing, "LOCATED_IN", place)]
        if partner:
            told += [(thing, "BUILT_BY", unit), (thing, "BUILT_BY", partner), (unit, "COLLABORATES_WITH", partner)]
        for one, type_, other in told:
            if one and other and (tie := tier.tie(one, type_, other, "brackets of a list", 0.9)):
                yield tie
