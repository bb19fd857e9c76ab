"""Agreements: what partners signed they issued."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import GAP, Clause, kind
from loaders.mention import Mention
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


_BOTH_SIGNED = re.compile(
    f"(?:双方|三方|各方|两地|两市)(?:正式|共同|现场|还|又|将|先后)*{_SIGN}(?:了)?{GAP}{{0,6}}?"
    f"(?P<what>{many(kind('Policy'), loose=True)})"
)


def signed(clause: Clause, tier: Tier, agreed: Sequence[Mention] = ()) -> Iterator[Candidate]:
    """Read who signed an agreement: those issued it.

    Parameters
    ----------
    agreed : whom 双方 means, those who agreed before.
    """
    for match in _BOTH_SIGNED.finditer(clause.code):
        for paper in clause.group(match.group("what")):
            for party in agreed if _AGREED.search(paper.name) or paper.name.endswith("协议书") else ():
                yield from [t] if (t := tier.tie(paper, "ISSUED_BY", party, "双方签署P", 0.84)) else []
    for pattern in _SIGNED:
        for match in pattern.finditer(clause.code):
            for paper in clause.group(match.group("what")):
                for party in clause.group(match.group("who")) if _AGREED.search(paper.name) else ():
                    yield from [t] if (t := tier.tie(paper, "ISSUED_BY", party, "A、B签署P", 0.88)) else []


# 甲大学与乙市人民政府战略合作框架协议
_BETWEEN = re.compile(
    r"(?P<one>[\u4e00-\u9fff（）]{2,20}?)[与和—－](?P<other>[\u4e00-\u9fff（）]{2,24}?)(?:关于|共建|联合|深化|加强|推进|全面|战略|框架|合作|科技|友好|产学研|市校|校地|院地)"
)
_KINDS = (
    ("University", re.compile(r"(?:大学|学院)$")),
    ("GovernmentBody", re.compile(r"(?:政府|委员会|管委会|厅|局|部)$")),
    ("ResearchInstitute", re.compile(r"(?:研究院|研究所|科学院|工程院|分院)$")),
    ("Company", re.compile(r"(?:公司|集团|银行)$")),
    ("City", re.compile(r"市$")),
)


def between(paper: Mention, mentions: Sequence[Mention], tier: Tier) -> Iterator[Candidate]:
    """Read from the title of an agreement between whom it is: they issued it, and work together."""
    match = _BETWEEN.match(paper.name) if _AGREED.search(paper.name) else None
    sides = [_party(match.group(side), paper, mentions) for side in ("one", "other")] if match else []
    found = [side for side in sides if side is not None]
    if len(found) == 2:
        for side in found:
            if tie := tier.tie(paper, "ISSUED_BY", side, "parties in the title", 0.88, implied=True):
                yield tie
        if tie := tier.tie(found[0], "COLLABORATES_WITH", found[1], "parties in the title", 0.86, implied=True):
            yield tie


def _party(name: str, paper: Mention, mentions: Sequence[Mention]) -> Mention | None:
    known = next((m for m in mentions if name in {m.name, m.surface} and m.label != "Policy"), None)
    label = known.label if known else next((label for label, ending in _KINDS if ending.search(name)), "")
    full = known.name if known else name
    return Mention(paper.start, paper.start, label, full, name, "party of an agreement", 0.88) if label else None
