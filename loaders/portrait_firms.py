"""Firms that a sentence introduces as one: «甲生物是一家研发企业», «作为专精特新企业，乙新材专注于膜材料»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.documents import Paragraph
from loaders.lexicon import Lexicon
from loaders.mention import Mention

_NAME = r"(?P<name>[\u4e00-\u9fff]{2,8}|[A-Za-z]{2,12}[\u4e00-\u9fff]{0,6})"
_FIRM = r"(?:企业|公司|制造商|供应商|服务商|独角兽|开发商)"
_IS = re.compile(
    rf"(?:^|[，。；：“”]|(?:成立|创立|创办|创建|始建)于[^，。；]{{2,14}}的|位于[^，。；]{{2,14}}的|总部在[^，。；]{{2,10}}的)"
    rf"{_NAME}(?:[（(][^（）()]{{2,24}}[）)])?(?:公司|集团)?(?:，)?是(?:国内|全国|我国|全球|全省|省内)?(?:一家|领先的|首家|唯一一家)[^，。；]{{0,40}}?{_FIRM}(?=[，。；、]|$)"
)
_AS = re.compile(
    rf"作为(?:一家|国内|全国|全球|我国)?[^，。；]{{2,30}}?{_FIRM}，{_NAME}"
    r"(?=(?:已|自|一直|长期|多年来|始终|先后|成功|将|也|累计)*(?:专注|深耕|主要|致力|聚焦|拥有|成立|研发|建成|突破|攻克|推出|凭借|依托|坚持))"
)
# Words that stand for a firm, and what is none.
_OTHER = re.compile(
    r"^(?:该|此|这|那|其|目前|我们|公司|企业|它|他|她|同时|其中|此外|如今|就|这家|该公司|该企业|据了解|前身|后者|前者|对方|以上)"
    r"|(?:[市省县区镇乡村]|大学|学院|研究院|研究所|中心|实验室|平台|联盟|协会|产业|项目|园区|基地|们|者)$|企业|公司|不仅|也|都|曾|已|以及|并"
)


def portrait_firms(paragraph: Paragraph, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Find the firms that a sentence says to be one."""
    text, found = paragraph.text, []
    taken = [m for m in mentions if not m.nested and m.label != "Industry"]
    for pattern in (_IS, _AS):
        for match in pattern.finditer(text):
            name, (start, end) = match.group("name"), match.span("name")
            free = not any(m.start < end and start < m.end for m in taken)
            if free and len(name) >= 3 and not _OTHER.search(name) and not lexicon.place(name):
                known = name in lexicon.industries or name in lexicon.generic_words
                if not known:
                    found.append(Mention(start, end, "Company", name, name, "firm that is introduced", 0.84))
    return found
