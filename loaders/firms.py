"""Firms that only their neighbours in a list tell: «华为、阿里巴巴、英诺赛科等» names three."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.documents import Paragraph
from loaders.mention import Mention
from loaders.names import Sentence

_ITEM = re.compile(r"[^、，。；：！？“”《》（）\s和与及等]{2,8}")


def beside_firms(paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
    """Find the items next to firms in a list that are one proper name and nothing else that is known."""
    text = paragraph.text
    taken = [m for m in mentions if not m.nested]
    pending = [m for m in taken if m.label == "Company"]
    found: list[Mention] = []
    while pending:
        firm = pending.pop()
        for start, end in _beside(text, firm):
            free = not any(m.start < end and start < m.end for m in [*taken, *found])
            if free and _is_proper(sentences, start, end):
                new = Mention(start, end, "Company", text[start:end], text[start:end], "beside a firm in a list", 0.8)
                found.append(new)
                pending.append(new)
    return found


def _beside(text: str, firm: Mention) -> list[tuple[int, int]]:
    """Give the spans of the items before and behind a firm, as far as 、 joins them."""
    spans = []
    match = _ITEM.match(text, firm.end + 1) if text.startswith("、", firm.end) else None
    if match and re.match(r"[、，。；等和与及]|$", text[match.end() :]):
        spans.append(match.span())
    if text.endswith("、", 0, firm.start) and firm.start:
        items = list(_ITEM.finditer(text, max(0, firm.start - 10), firm.start - 1))
        if items and items[-1].end() == firm.start - 1 and text[items[-1].start() - 1] in "、：":
            spans.append(items[-1].span())
    return spans


def _is_proper(sentences: Sequence[Sentence], start: int, end: int) -> bool:
    """Say whether the tagger saw one proper name, and nothing else, in a span."""
    sentence = next((s for s in sentences if s.start <= start < s.end), None)
    if sentence is None:
        return False
    token = sentence.tokens[sentence.token_at(start)]
    return token.start == start and token.end == end and token.pos in {"ORG", "nz"} and len(token.word) >= 3
