"""Trades of firms: «甲、乙等运动控制领域龙头企业» tells of what trade the firms before are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.documents import Paragraph
from loaders.items import FIELD_HEAD, VERBISH, field_item
from loaders.lexicon import Lexicon
from loaders.mention import Mention

_PRAISE = (
    r"(?:一大批|一批|众多|多家|数家|\d+[余多]?家|知名|著名|国内外|国内|国际|世界|全球|全国|核心|高端|龙头|骨干|重点|头部|领军|领先|优质|新型|本土|优势|代表性|标杆|链主|行业"
    r"|头部|明星|上市|规上|大型|专业|独角兽|瞪羚|小巨人|专精特新|科技型|创新型|高新技术|单项冠军|制造业|配套|上下游|型)*"
)
_OF_TRADE = re.compile(
    rf"等{_PRAISE}的?(?P<trade>[\u4e00-\u9fffA-Za-z0-9]{{3,12}}?)(?:产业|行业|领域|赛道)?的?{_PRAISE}(?:研发|生产|整机|终端)?(?:企业|公司)(?!家|服务|集群|技术)"
)
_NO_TRADE = re.compile(r"[的等和与及在为]|服务$|科技$|企业|产业|集团|[中外合]资|民营|国有|跨国|500强")


def firm_trades(paragraph: Paragraph, firms: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Find the trade that closes a list of firms.

    Parameters
    ----------
    firms : what is found so far.
    """
    text = paragraph.text
    ends = {m.end for m in firms if m.label == "Company" and not m.nested}
    for match in _OF_TRADE.finditer(text) if ends else ():
        start, end = match.span("trade")
        trade = match.group("trade")
        inside = [m for m in firms if not m.nested and m.start < end and start < m.end]
        longer = all(m.label == "Industry" and m.rule == "known name" and start < m.start for m in inside)
        if match.start() not in ends or not longer:
            continue
        known = FIELD_HEAD.search(trade) or any(trade[i:] in lexicon.industries for i in range(len(trade) - 1))
        if known and not _NO_TRADE.search(trade) and not VERBISH.search(trade):
            item = field_item(trade, start, lexicon, "trade of firms")
            yield from [item] if item else []
