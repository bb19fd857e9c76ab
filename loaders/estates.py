"""Zones that their form alone names: parts called after a place, what an approval sets up, bases of the Torch plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.needed import Guarded

_PART = re.compile(
    r"(?P<open>[（(])?(?P<place>[\u4e00-\u9fff]{2,3})"
    r"(?P<kind>片区|分园|分区|园区|功能区|联动创新区|联动发展区|协同发展区|协同改革(?:先行|试验|创新|示范)?区)(?(open)[)）])"
)
# A kind of zone alone before its part (自创区洛阳片区), where no name of a zone ends.
_KIND_PART = Guarded(
    r"(?:^|(?<=[，。；：、“（　])|(?<=选址|落户|位于|支持|推动|入驻|推进|加快|建设))(?:自创区|高新区|自贸区|经开区)"
    r"(?P<place>[\u4e00-\u9fff]{2,3})(?:片区|分园)"
)
# A part alone, as the subject of its clause (晋江分园以…为主).
_BRANCH_PARK = Guarded(
    r"(?:^|(?<=[，。；：、中]))(?P<place>[\u4e00-\u9fff]{2,3})分园(?=则|以|聚焦|重点|布局|发展|主攻|侧重|主要|承接|依托|围绕)"
)
_APPROVED = Guarded(
    r"(?:同意|批准|获批|获准)[^。；]{0,60}?建设(?P<name>国家(?!自主创新|高新|级)[\u4e00-\u9fff]{4,16}?(?:示范区|试验区|先行区|实验区))(?!（以下)"
)
# A valley of the whole country: 中国眼谷, “中国基因谷”.
_VALLEY = Guarded(
    r"中国(?:·)?[\u4e00-\u9fff]{1,6}?谷(?![\u4e00-\u9fff]{0,2}(?:物|子|粒|底|地|雨|歌|期))(?=[”，。；、）：和与及位由是为已等入成的在建集落]|产值|$)"
)
# A valley in marks that does something (“南繁硅谷”建成…); what is only to be made or called so is none.
_MARKED_VALLEY = Guarded(
    r"(?:^|(?<=[，。；：、]))“(?P<name>[\u4e00-\u9fff·]{2,7}谷)”"
    r"(?=(?:已|新|累计|现|目前|正|将|共)*(?:建[成有]|规划(?!》)|位于|坐落|地处|入驻|集聚|聚集|产值|营收|营业收入|核心区|启动|一期|内|园区|新增|引进|落户|拥有|实现))"
)
_TORCH = Guarded(
    r"国家(?:级)?(?:火炬(?:计划)?|新型工业化)(?P<stem>[\u4e00-\u9fff（）]{2,14}?)(?:特色)?产业(?:化)?(?:示范)?基地"
)


def estates(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Find zones that are named by their form.

    Parameters
    ----------
    text : of the paragraph; offsets of the mentions count from its beginning.
    mentions : those found so far: a part follows the name of its zone (某某科技城|洛阳分园).
    """
    for zone in (m for m in mentions if m.label == "Zone"):
        part = _PART.match(text, zone.end)
        if part and _placed(part.group("place"), lexicon):
            surface = text[zone.start : part.end()]
            yield Mention(zone.start, part.end(), "Zone", zone.name + part.group(), surface, "part of a zone", 0.88)
    ends = {m.end for m in mentions if m.label == "Zone"}
    for match in _KIND_PART.finditer(text):
        if _placed(match.group("place"), lexicon) or not _common(match.group("place"), lexicon):
            yield _zone(match, text, 0.84)
    for match in _BRANCH_PARK.finditer(text):
        if match.start() not in ends and _placed(match.group("place"), lexicon):
            yield _zone(match, text, 0.82)
    for match in _APPROVED.finditer(text):
        at, to = match.span("name")
        yield Mention(at, to, "Zone", text[at:to], text[at:to], "set up by approval", 0.86)
    for match in _VALLEY.finditer(text):
        yield _zone(match, text, 0.86)
    for match in _MARKED_VALLEY.finditer(text):
        at, to = match.span("name")
        yield Mention(at, to, "Zone", text[at:to], text[at:to], "valley in marks", 0.84)
    for match in _TORCH.finditer(text):
        if any(lexicon.place(surface) for _, _, surface in lexicon.find(match.group("stem"))):
            yield _zone(match, text, 0.88)


def _zone(match: re.Match[str], text: str, sure: float) -> Mention:
    return Mention(
        match.start(), match.end(), "Zone", match.group(), text[slice(*match.span())], "part of a zone", sure
    )


def _placed(words: str, lexicon: Lexicon) -> bool:
    entry = lexicon.place(words) or lexicon.guarded.get(words)
    return entry is not None and entry.label in {"City", "District"}


def _common(words: str, lexicon: Lexicon) -> bool:
    """Say whether words before 片区 are everyday words (核心片区, 东部片区)."""
    return words in lexicon.generic_words or bool(
        re.search(r"[东西南北中核主各该新老一二两三四五]|产业|重点|启动", words)
    )
