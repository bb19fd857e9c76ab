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


_ACTS = re.compile(
    r"(?:等[^，。；]{0,8}?)?(?:[（(][^（）()]{2,12}[）)])?(?:已|将|也|还|又|先后|相继|计划|拟)*"
    r"(?:在[\u4e00-\u9fff（）]{2,16}?(?:投资|布局|建设|新建|扩建|设立|投产|建成|落子)|总部|投产|投资(?!者|额|机构|基金)|与[\u4e00-\u9fff（）]{2,20}?(?:签约|签署|签订|达成|合资|联合)|"
    r"签约落户|竣工投产|扩产|增资|入驻|落户|研发的|自主研发|董事长|总经理|负责人|生产基地|项目(?:签约|落户|落地|开工|投产))"
)


def acting_firms(paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
    """Find firms by what only firms do: one proper name, and behind it that it invests, builds a plant or moves in."""
    text, found = paragraph.text, []
    taken = [m for m in mentions if not m.nested]
    for sentence in sentences:
        for token in sentence.tokens:
            if token.pos not in {"ORG", "nz"} or not 3 <= len(token.word) <= 6 or _COMMON.search(token.word):
                continue
            free = not any(m.start < token.end and token.start < m.end for m in taken)
            opens = (
                token.start == 0 or text[token.start - 1] in "，。；：、和与　" or text.endswith("吸引", 0, token.start)
            )
            if free and opens and _ACTS.match(text, token.end):
                found.append(
                    Mention(token.start, token.end, "Company", token.word, token.word, "firm by its acts", 0.8)
                )
    return found


_COMMON = re.compile(
    r"[市省县区镇乡村街道路园城带圈委办局厅部院所校站网报台社会党团组队]$|政府|大学|学院|中心|实验室|平台|产业|经济|集群|基地|高新|开发|企业|项目|全国|国家|我国|专家|工程|计划|行动"
)
