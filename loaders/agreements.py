"""Agreements: what partners signed they issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.clauses import GAP, Clause, kind
from loaders.patterns import ETC, PARTNER, SO, many
from loaders.ties import Candidate, Tier

_AGREED = re.compile(r"(?:协议|协定|备忘录|宣言|倡议|倡议书|公约|章程|合同)(?:（[^（）]*）)?$")
_SIGN = "(?:签署|签订|签下|缔结|发表|发布|通过)"
_SIGNED = (
    re.compile(
        f"(?P<who>{many(PARTNER)}){ETC}{SO}(?:共同|联合|正式|现场)*{_SIGN}(?:了)?{GAP}{{0,6}}?(?P<what>{kind('Policy')})"
    ),
    re.compile(f"(?P<what>{kind('Policy')})(?:，)?(?:已|现|正式)?由(?P<who>{many(PARTNER)}){ETC}(?:共同|联合)?{_SIGN}"),
)


def signed(clause: Clause, tier: Tier) -> Iterator[Candidate]:
    """Read who signed an agreement: those issued it."""
    for pattern in _SIGNED:
        for match in pattern.finditer(clause.code):
            for paper in clause.group(match.group("what")):
                for party in clause.group(match.group("who")) if _AGREED.search(paper.name) else ():
                    yield from [t] if (t := tier.tie(paper, "ISSUED_BY", party, "A、B签署P", 0.88)) else []
