"""Parks of a zone that only the list of them tells: «由晋江园区、南安园区组成», “一区十园”包括甲园、乙园.

A short name before 园, 园区, 片区 or the like is no name elsewhere; in a list of such, led up to by a zone
that consists of them, each is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.needed import Guarded

_KIND = "(?:园区|分园|片区|区块|组团|板块|园)"
_ITEM = rf"[\u4e00-\u9fff—]{{2,6}}?{_KIND}"
_LIST = Guarded(
    r"(?:包括|涵盖|囊括|[由辖含]|设有|下设|拥有|形成|建成|建有|现有|布局|规划建设|打造|分为|即|：|为|分别是|共有)(?:了)?"
    rf"(?P<list>{_ITEM}(?:（[^（）]{{1,24}}）)?(?:(?:、|和|与|及|以及){_ITEM}(?:（[^（）]{{1,24}}）)?)+)"
    r"(?=[，。；）”的（]|等|组成|构成|共同|[两二三四五六七八九十\d]+[个大]|$)"
)
_ONE = re.compile(_ITEM)
_COMMON = re.compile(
    r"[东西南北中]{1,2}部?|核心|主|各|该|本|全|新|老|产业|科技|工业|高新|经开|示范|合作|创新|创业|孵化|特色|专业|重点|起步|启动|先行|拓展|配套|综合|功能|服务|生态|生活|居住|物流|加工"
    r"|现代|农业|高端|智能|智慧|数字|循环|留学|海外|国际|中外|主题|湿地|郊野|森林|动物|植物|幼儿|.*(?:公|校|果|茶|家|乐|花)"
)


def parks(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Find the parks of a zone that a list names by short names.

    Parameters
    ----------
    text : of the paragraph; offsets of the mentions count from its beginning.
    mentions : those found so far.
    """
    zones = [m for m in mentions if m.label == "Zone"]
    for match in _LIST.finditer(text) if zones else ():
        begin = max(text.rfind(c, 0, match.start()) for c in "。；\n") + 1
        if not any(begin <= m.start and m.end <= match.start() + 1 for m in zones):
            continue
        items = list(_ONE.finditer(text, *match.span("list")))
        named = [i for i in items if not _plain(i.group(), lexicon)]
        for item in named if len(named) * 3 > len(items) * 2 else ():
            start = item.start() + (text[item.start()] in "和与及")
            yield Mention(
                start, item.end(), "Zone", text[start : item.end()], text[start : item.end()], "park of a list", 0.85
            )


def _plain(item: str, lexicon: Lexicon) -> bool:
    stem = re.sub(f"{_KIND}$", "", item)
    return bool(_COMMON.fullmatch(stem)) or stem in lexicon.generic_words or stem in lexicon.industries
