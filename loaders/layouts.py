"""Zones that a layout, a count or their administration tells, whatever they are called.

«“一核”即甲创新片区», «实行“一区三园”，即甲园、乙园和丙园», «拥有甲产业园、乙科技园、丙基地三大园区», «甲园管委会»,
«推动“甲谷”建设».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.items import ending_label, split_items
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import BECOMING, bare
from loaders.needed import Guarded

_KINDS = "区|园|城|谷|港|湾|岛|小镇|基地|组团|核|社区|街区|新城|板块"
_ENDS = re.compile(rf"(?:{_KINDS})$")
_NUMBER = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_N = r"(?P<n>[两二三四五六七八九十]|\d{1,2})"
_PARTS = r"(?:园区|园|集聚区|聚集区|集聚地|基地|组团|片区|板块|功能区|产业社区|载体|飞地|科技城|产业城|小镇)"

# A piece of a layout by its label: “一核”即甲片区, “东翼”为乙小镇.
_LABELLED = Guarded(
    r"(?:^|(?<=[，。；、：（　\s]))(?:“(?:[一两二三四][核心翼极园城区]|[东西南北中主副][翼核心部极园])”|[一主副][核心])"
    r"(?:即|为|是|指|：|，即)[“]?"
    rf"(?P<name>[\u4e00-\u9fffA-Za-z0-9·]{{4,16}}?(?:{_KINDS}))(?=[”，。；：（、]|$|重点|主要|位于|依托)"
)
# The parks of a zone: 实行“一区四园”格局，即甲园、乙园和丙园.
_PARKS = Guarded(
    r"[“]?一[区园城谷港基][两二三四五六七八九十多\d]+[区园片城组谷港][”]?(?:的)?[\u4e00-\u9fff]{0,6}?(?:，|：|——)?(?:即|分别为|分别是|分别指|包括|指|：|（)"
    r"(?P<list>[^。；：]{6,140}?)(?=[。；：）]|$|，(?:总|规划|面积|形成|实现)|[两二三四五六七八九十\d]{1,2}[大个])"
)
# Parks that their number closes (甲园、乙园、丙园三大园区) or opens (三大园区：甲园、乙园、丙园).
_COUNTED = Guarded(
    rf"(?P<list>(?:[\u4e00-\u9fffA-Za-z0-9·]{{3,24}}、)+[\u4e00-\u9fffA-Za-z0-9·]{{3,34}}?(?:{_KINDS}))(?:这)?{_N}(?:大|个)"
    rf"(?:[\u4e00-\u9fff]{{0,6}}?){_PARTS}"
)
_COUNT_FIRST = Guarded(
    rf"{_N}(?:大|个)(?:[\u4e00-\u9fff]{{0,6}}?){_PARTS}(?:：|（|——|，?(?:分别为|分别是|即|包括))(?P<list>[^。；：（）]{{6,120}}?)(?=[。；：）]|$)"
)
# Samples of a count: 甲园、乙基地等产业园10个.
_SAMPLES = Guarded(
    rf"(?P<list>(?:[\u4e00-\u9fffA-Za-z0-9·]{{3,24}}、)+[\u4e00-\u9fffA-Za-z0-9·]{{3,34}}?(?:{_KINDS}))等"
    rf"(?:(?:[\u4e00-\u9fff]{{0,6}}?){_PARTS}(?:项目)?(?:共|达)?\d+个|{_N}(?:大|个|余个|多个)(?:[\u4e00-\u9fff]{{0,6}}?){_PARTS})"
)
_LEAD = re.compile(
    r"^.*(?:建设|打造|拥有|形成|包括|规划|布局|设有|建成|构建|依托|推进|推动|支持|加快|围绕|下辖|管辖|辖|建有|设立|包含|聚集|集聚|培育|获批|即|由|为|有)(?:了|好)?(?=.{4})"
)
_NO_NAME = re.compile(
    r"[的等各类约余了着将被是以]|[一二两三四五六七八九十\d][个家批]|国家级|省级|市级|^(?:一批|若干|多个|主要|其他|其它)"
)
# What every city has, and what a layout is about rather than called.
_PLAIN = re.compile(
    r"(?:主|中心|老|新)?城区|市区|新区|老城|新城|县城|高新区|经开区|开发区|(?:产业|工业|科技|科创)?园区?|(?:核心|起步|启动|拓展|先行|示范|辐射|引领|功能|集聚|承载)+区|"
    r".{2,3}[市县区](?:主|中心)?城区|都市核心区|中心(?:城市|地区)"
)
# A name in marks that is built, entered or told what lies at it; what is striven for is a slogan.
_VALLEY = Guarded(
    r"“(?P<name>(?!世界|中国|东方|全国|全球|国际|国家|亚洲|西部|硅谷)[\u4e00-\u9fff]{2,5}(?:谷|科创湾|科创港|智造港|小镇|大道))”"
)
_PUSHED = re.compile(
    r"(?:推动|推进|加快|规划建设|启动|开工建设|位于|落户|入驻|走进|坐落于|地处|依托|围绕|建设|[”、])(?:了|好)?$"
)
_BUILT = re.compile(
    r"(?:[、和与]?“[^”]{3,8}”)*(?:等)?(?:建设|周边|核心区|片区|启动区|内|沿线|园区|位于|已|规划|开园|落成|先导区)"
)
_THERE = re.compile(r"(?:周边|核心区|片区|启动区|内|沿线|园区|位于|坐落|开园|落成|先导区)")
_BEGUN = re.compile(
    r"(?<!打造)(?:共建|建设|启动建设|规划建设|开工建设|布局建设|高标准建设|入驻|落户于?|位于)(?:了|好)?$"
)
# Zones that only their kind names: 选址|空港经济区, 甲城、|未来科技城|和乙区.
_BY_KIND = Guarded(
    r"(?:^|(?<=[，。；：、和与及“])|(?<=选址|落户|位于|入驻|进驻|坐落|依托|统筹|支持|推动|推进|建设))"
    r"(?P<name>未来科学城|未来科技城|空港经济区|临空经济区|临港经济区|生命科学城|中央创新区)"
    r"(?=[，。；、和与及”]|要|将|位于|坐落|重点|聚焦|布局|建设|等|管委会|片区|$)"
)
_OFFICE = re.compile(r"(?:管理委员会|管委会)$")


def layouts(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Find the zones of a paragraph that its layouts, counts and administrations tell.

    Parameters
    ----------
    text : of the paragraph; offsets of the mentions count from its beginning.
    mentions : those found so far, for the administrations among them.
    """
    for match in _LABELLED.finditer(text):
        if _names(match.group("name"), lexicon) and not re.search("[和与及]", match.group("name")):
            yield _zone(text, *match.span("name"), "piece of a layout", 0.84)
    for match in _PARKS.finditer(text):
        items = _items(text, *match.span("list"), lexicon)
        yield from (_zone(text, a, b, "park of a layout", 0.85) for a, b in items if _names(text[a:b], lexicon))
    for pattern in (_COUNTED, _COUNT_FIRST):
        for match in pattern.finditer(text):
            yield from _counted(text, match, lexicon)
    for match in _VALLEY.finditer(text):
        before, behind = text[: match.start()], text[match.end() : match.end() + 40]
        told = (_PUSHED.search(before) and _BUILT.match(behind)) or _THERE.match(behind) or _BEGUN.search(before)
        if told and not BECOMING.search(before):
            name = match.group("name")
            yield Mention(*match.span("name"), "Zone", name, name, "zone in “”", 0.84, aliases=(match.group(),))
    for match in _SAMPLES.finditer(text):
        items = _items(text, *_list_of(text, match), lexicon)
        names = [(a, b) for a, b in items if _names(text[a:b], lexicon) and _own(text[a:b], lexicon)]
        yield from (_zone(text, a, b, "sample of zones", 0.84) for a, b in names)
    for match in _BY_KIND.finditer(text):
        yield _zone(text, *match.span("name"), "zone named by its kind", 0.82)
    yield from _administered(text, mentions, lexicon)


def _zone(text: str, start: int, end: int, rule: str, sure: float) -> Mention:
    return Mention(start, end, "Zone", text[start:end], text[start:end], rule, sure)


def _names(name: str, lexicon: Lexicon) -> bool:
    """Say whether words with the ending of a zone name one, and not a kind, a role or a district."""
    if not _ENDS.search(name) or not 4 <= len(name) <= 18 or _PLAIN.fullmatch(name) or _NO_NAME.search(name):
        return False
    label = ending_label(name, lexicon)[0]
    return label in {"", "Zone", "Industry"} and lexicon.place(name) is None


def _items(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Cut a list into its items, without the marks around them and what is told before a name (与乙市合办的|甲园)."""
    found = []
    for a, b in split_items(text, start, end, lexicon):
        item = text[a:b]
        a += len(item) - len(
            re.sub(
                r"^.*的|^[“]|^(?:以及|和|及|与)|^(?:覆盖|包括|涵盖|囊括|布局|下辖|拥有|现有|建有|串联|联动|横跨)了?",
                "",
                item,
            )
        )
        found.append((a, b - item.endswith("”")))
    return found


def _list_of(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Give the span of a list without the words of its sentence before the first item."""
    start, end = match.span("list")
    lead = _LEAD.match(text[start : text.find("、", start)])
    return (start + lead.end() if lead else start), end


def _counted(text: str, match: re.Match[str], lexicon: Lexicon) -> Iterator[Mention]:
    """Read a list whose number is told, if it holds as many."""
    items = _items(text, *_list_of(text, match), lexicon)
    told = match.group("n")
    if len(items) != (int(told) if told.isdigit() else _NUMBER[told]):
        return
    names = [text[a:b] for a, b in items]
    if all(_names(n, lexicon) for n in names) and 2 * sum(_own(n, lexicon) for n in names) >= len(names):
        for a, b in items:
            yield _zone(text, a, b, "zones counted", 0.85)


def _own(name: str, lexicon: Lexicon) -> bool:
    """Say whether a name in a list of zones has a word of its own before its ending."""
    stem = _ENDS.sub("", name)
    return bool(bare(stem, lexicon)) or any(stem.removesuffix(k) in lexicon.industries for k in ("", "产业", "科技"))


def _administered(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Read the zone that an administration is named after (甲城乙园|管委会)."""
    for body in mentions:
        office = _OFFICE.search(body.surface) if body.label == "GovernmentBody" else None
        if office is None or not body.rule.startswith("ending"):
            continue
        name, end = body.surface[: office.start()], body.start + office.start()
        known = any(m.label in {"Zone", "District"} and m.end == end for m in mentions)
        own = re.search("[区园城谷港岛]$", name) and len(bare(name, lexicon)) >= 3 and _names(name, lexicon)
        if own and not known:
            yield _zone(text, body.start, end, "zone of an administration", 0.86)
