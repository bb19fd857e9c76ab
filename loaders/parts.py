"""Parts of zones: pieces that a zone is divided into, zones that together make up a demonstration zone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.mention import Mention
from loaders.references import Memory
from loaders.ties import Candidate, Tier

WIDE = re.compile(r"(?:自创区|自主创新示范区|自贸区|自由贸易试验区)$")


def divide(text: str, span: tuple[int, int], inside: Sequence[Mention], memory: Memory) -> None:
    """Note the zone that is said to consist of pieces (甲科技城划分为若干片区)."""
    for match in re.finditer(
        r"(?:划分为|分为|划分成|规划为|布局为)[^，。；]{0,16}(?:片区|组团|板块)", text[slice(*span)]
    ):
        before = [m for m in inside if m.label == "Zone" and not m.nested and m.end <= span[0] + match.start()]
        memory.divided = before[-1] if before else memory.divided


def joined(
    text: str, span: tuple[int, int], inside: Sequence[Mention], memory: Memory, tier: Tier
) -> Iterator[Candidate]:
    """Read 同意甲、乙高新区建设国家自主创新示范区: they are parts of the demonstration zone that the document names."""
    for match in re.finditer(r"建设(?:成为)?国家自主创新示范区", text[slice(*span)]):
        at = span[0] + match.start()
        named = (m for m in reversed([*memory.named, *inside]) if m.label == "Zone" and WIDE.search(m.name))
        whole = next((m for m in named if not m.name.endswith(("自贸区", "自由贸易试验区"))), None)
        for mention in inside if whole else ():
            agreed = re.search(r"同意[^，。；]*$", text[span[0] : mention.start])
            if whole and agreed and mention.label == "Zone" and mention.end <= at and not mention.nested:
                tie = tier.tie(mention, "PART_OF", whole, "part of the demonstration zone named last", 0.85)
                yield from [tie] if tie else []


def called_together(text: str, inside: Sequence[Mention], tier: Tier) -> Iterator[Candidate]:
    """Read 甲、乙高新区（统称丙国家高新区）: the zones before are parts of what they are called together."""
    for whole in inside:
        if whole.label != "Zone" or whole.nested:
            continue
        lead = re.search(r"[（(](?:以下)?统称(?:为)?[“]?$", text[: whole.start])
        if not lead:
            continue
        clause = max(text.rfind(c, 0, lead.start()) for c in "，。；：") + 1
        for part in inside:
            spelled = not part.nested or part.rule == "shared ending"
            if part.label == "Zone" and spelled and clause <= part.start and part.end <= lead.start():
                tie = tier.tie(part, "PART_OF", whole, "zones called together", 0.9)
                yield from [tie] if tie else []


def pieces(inside: Sequence[Mention], memory: Memory, tier: Tier) -> Iterator[Candidate]:
    """Read 福州片区 alone as a piece of the demonstration or trade zone named last."""
    found = [m for m in inside if m.label == "Zone" and not m.nested and re.fullmatch(r"[^区]{2,4}片区", m.name)]
    if not found:  # most sentences, and what a long document has named is many
        return
    whole = memory.divided or next((m for m in reversed(memory.of("Zone")) if WIDE.search(m.name)), None)
    for mention in found if whole else ():
        if whole and (tie := tier.tie(mention, "PART_OF", whole, "片区 of the zone named last", 0.85)):
            yield tie
