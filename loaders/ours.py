"""What a text calls its own: 我市, 我县, 我省 stand for its home, and what follows them stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention
from loaders.ties import Candidate, Tier

_OURS = re.compile(r"(?<![\u4e00-\u9fff]各)我(?P<level>[省市县区])(?!级|委|政府|长)")
_SITED = frozenset({"Company", "Lab", "University", "ResearchInstitute", "Incubator", "Zone", "Cluster"})
# Between 我市 and the names that stand there: 我市企业甲、乙, 我市的甲.
_LEADS = re.compile(
    r"(?:的|高校|院校|(?:[\u4e00-\u9fff“”]{2,8})?(?<!与)(?<!和)(?:企业|国企|民企|车企|药企|上市公司))?[“]?"
)
_JOINS = re.compile(r"[”]?(?:、|和|与|以及|及)[“]?")


def our_places(
    text: str, span: tuple[int, int], mentions: Sequence[Mention], home: Home, lexicon: Lexicon
) -> Iterator[Mention]:
    """Give 我市 and its like as mentions of the document's home."""
    for match in _OURS.finditer(text, *span):
        entry = lexicon.place(home.called(match.group("level")))
        if entry is None or any(m.start < match.end() and match.start() < m.end for m in mentions):
            continue
        yield Mention(*match.span(), entry.label, entry.name, match.group(), "what a text calls its own", 0.88)


def acts(text: str, ours: Mention) -> bool:
    """Say whether 我市 acts with somebody, as a name in its place would (我市与甲大学签约)."""
    return bool(re.match(r"(?:已|将|还|也|积极|正式)?(?:与|和|同|携手|联合|会同|牵手)", text[ours.end :]))


def at_home(text: str, ours: Sequence[Mention], mentions: Sequence[Mention], tier: Tier) -> Iterator[Candidate]:
    """Read the bodies named right behind 我市 as standing there (我市甲、乙三家企业)."""
    outer = sorted((m for m in mentions if not m.nested and m.label in _SITED), key=lambda m: m.start)
    for place in ours:
        at = place.end
        for mention in outer:
            between = text[at : mention.start] if mention.start >= at else "。"
            if not (_LEADS if at == place.end else _JOINS).fullmatch(between):
                continue
            if tie := tier.tie(mention, "LOCATED_IN", place, "behind what a text calls its own", 0.86):
                yield tie
            at = mention.end
