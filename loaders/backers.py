"""Firms that only their place tells: who stands behind a platform in brackets, or leads a cluster.

«甲重点实验室（依托乙新材）», «以丙硅业、丁希望为链主企业»: a short name without an ending is a firm there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.items import VERBISH, ending_label, item_mention, split_items
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import bare
from loaders.needed import Guarded

_PLACES = (
    Guarded(
        r"(?:实验室|中心|平台|基地|研究院|研究所|装置|集群|联盟)[”]?[（(](?:主要)?(?:依托(?:单位)?[：:]?|(?:牵头|建设|承建|共建|运营|链主)(?:单位|企业)[：:])"
        r"(?P<list>[^（）()，；：。]{3,40}?)(?:建设)?(?=[）)，；])"
    ),
    Guarded(
        r"(?:实验室|中心|平台|基地|研究院|研究所|装置)[”]?[（(](?P<list>[^（）()，；：。]{3,40}?)(?:牵头|共建|承建|联合共建)(?=[）)，；])"
    ),
    Guarded(r"以(?P<list>[^（）()，；：。以]{3,40}?)(?:等)?为(?:链主|链长|牵头|龙头)(?:企业|单位)"),
    Guarded(
        r"以(?P<list>[^（）()，；：。以的为]{3,60}?)(?:等)?为(?:代表|龙头|骨干|引领|核心|领军)的[^，。；、]{0,12}?(?:企业|公司|厂商|独角兽|链主)"
    ),
    Guarded(
        r"由(?P<joint>[^（）()，；：。由与]{6,60}?)(?:等)?(?:[\d一二三四五六七八九十两]+[多余]?[家个])?(?:单位|企业|公司|机构)?(?:联合|共同|合作)(?:牵头)?(?:组建|共建|发起|出资|投资|建设|设立|创办)"
    ),
    Guarded(r"以(?P<firm>[^（）()，；：。以]{3,40}?)(?:等)?为龙头(?=，|的)"),
    Guarded(
        r"(?:^|[，；。])(?P<settled>[^（）()，；：。]{5,40}?)等(?:先后|相继|纷纷|陆续)(?:落户|入驻|落地|投产|签约)"
    ),
    Guarded(r"(?:链主|龙头|牵头)企业(?:为|是|：|包括)(?P<list>[^（）()，；：。]{3,40}?)(?=[，；。）)]|等)"),
)
_NO_FIRM = re.compile(r"[各等的\d“”]|有关|相关|企业|园区|产业|技术|材料装备|项目|部门|单位|市$|区$|县$|省$")


def _beside_firm(span: tuple[int, int], mentions: Sequence[Mention], text: str) -> bool:
    """Say whether one item of a list is a firm, or two of them end like one (乙食品, 丙渔业)."""
    if any(m.label == "Company" and span[0] <= m.start and m.end <= span[1] for m in mentions):
        return True
    return (
        len(
            re.findall(
                r"[\u4e00-\u9fff]{2}(?:食品|渔业|电子|科技|光电|海洋|股份|新材|生物|能源|药业|重工|智能)(?=、|等|$)",
                text[slice(*span)],
            )
        )
        > 1
    )


def backers(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Read as firms the items in such places that nothing else names."""
    taken = [(m.start, m.end) for m in mentions if m.label != "Industry"]
    for pattern in _PLACES:
        for match in pattern.finditer(text):
            group = next(iter(match.groupdict()))
            if group != "list" and not _beside_firm(match.span(group), mentions, text):
                continue
            for start, end in split_items(text, *match.span(group), lexicon):
                name = text[start:end]
                if any(a < end and start < b for a, b in taken) or not 3 <= len(name) <= 12:
                    continue
                known = name in lexicon.industries or ending_label(name, lexicon)[0] not in {"", "Company"}
                if known or _NO_FIRM.search(name) or VERBISH.match(name) or len(bare(name, lexicon)) < 2:
                    continue
                if firm := item_mention(text, start, end, "Company", lexicon, "firm behind a platform"):
                    taken.append((start, end))
                    yield firm
