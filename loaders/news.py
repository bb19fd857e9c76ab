"""Items of a newspaper page: each has its own headline and subject; nothing is carried over from the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.dateline import DATELINE
from loaders.documents import Document, Paragraph
from loaders.heads import BODIES, PLACES
from loaders.mention import Mention

HEADLINE = 44
# A looser opening: anything that closes with （记者某某） or 讯（, behind a headline or at the start of an item.
_REPORTED = re.compile(
    r"[^。；]{0,30}?(?:\d日|[\u4e00-\u9fff]{2})[电讯][（(]|[^。；]{0,24}?[（(](?:本报)?(?:记者|通讯员|见习记者)"
)
_ENDS = tuple("。；：，！？”）")
_ACTORS = PLACES | BODIES


def items_of(document: Document) -> frozenset[int]:
    """Give the numbers of the paragraphs with which an item of news opens: its headline, or its text if it has none."""
    opening: set[int] = set()
    paragraphs = [p for p in document.paragraphs if p.kind != "row"]
    for before, paragraph in zip([None, *paragraphs], paragraphs, strict=False):
        if paragraph.kind == "heading" or not (DATELINE.match(paragraph.text) or _REPORTED.match(paragraph.text)):
            continue
        titled = before is not None and len(before.text) <= HEADLINE and not before.text.endswith(_ENDS)
        opening.add(before.number if before and titled else paragraph.number)
    return frozenset(opening)


def headlined(paragraph: Paragraph, mentions: Sequence[Mention]) -> Mention | None:
    """Give whom a headline opens with; of several in a row, nobody."""
    if len(paragraph.text) > HEADLINE or paragraph.text.endswith("。"):
        return None
    outer = [m for m in mentions if not m.nested and m.label in _ACTORS]
    if not outer or outer[0].start > 1 or re.match(r"[、和]|携手|联合|联手|牵手", paragraph.text[outer[0].end :]):
        return None
    return outer[0]
