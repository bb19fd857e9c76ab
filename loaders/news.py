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

# Who tells the news (记者从某省某厅举行的发布会上获悉), and of what the speaker told (介绍了某区的发展情况).
SOURCE = re.compile(r"从(?:\d{1,2}月)?(?:\d{1,2}日)?(?:举行的|召开的)?(?P<who>[^，。；]{2,60}?)(?:获悉|了解到)")
TOLD_OF = re.compile(r"(?:介绍|通报|发布)了?")
OF_WHAT = re.compile(r"的?(?!市委|区委|县委)[^，。；、]{0,12}(?:情况|成效|进展|成绩|亮点)")


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


def informing_place(text: str, mentions: Sequence[Mention]) -> tuple[str, str] | None:
    """Give the place whose authority is the source of the news (记者从某市科技局获悉), or of which it was told."""
    for match in TOLD_OF.finditer(text):
        for mention in mentions:
            told = OF_WHAT.match(text, mention.end)
            if mention.start == match.end() and told and not mention.nested and mention.label in PLACES:
                return mention.label, mention.name
    for match in SOURCE.finditer(text):
        span = [m for m in mentions if match.start("who") <= m.start and m.end <= match.end("who")]
        if any(not m.nested and m.label in BODIES - {"Event"} for m in span):
            continue
        for mention in span:
            if mention.label in PLACES:
                return mention.label, mention.name
    return None
