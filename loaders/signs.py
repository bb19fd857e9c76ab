"""One-character forms of places: 京沈对口合作, 对德合作, 日韩俄…合作."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention
from loaders.needed import Guarded
from loaders.ties import Candidate, Tier
from ontology.schema import Schema

_SIGNS = "日韩俄美德以法英欧意加蒙"
_RUN = Guarded(
    rf"(?:与|同|对|中)?(?P<runs>[{_SIGNS}]{{2,7}}(?:、[{_SIGNS}]{{2,7}})*)(?:等)?(?:国家?)?(?:对口|开展|的)"
    rf"?[^，。；]{{0,8}}合作"
)
_TOWARDS = re.compile(rf"对(?P<sign>[{_SIGNS}])国?合作")
_PAIR = Guarded(
    r"(?P<a>[\u4e00-\u9fff])(?P<b>[\u4e00-\u9fff])(?P<what>对口合作|对口协作|战略合作|科技合作|科技创新合作|东西部(?:对口|扶贫)?(?:协作|合作)|协作|合作"
    r"|(?:全域|全面|产业|科技|创新|协同|深度)*(?:同城化|一体化|联动发展|协同发展|融合发展)"
    r"(?![^，。；、]{0,6}(?:区|园|中心|基地|平台|院|带|圈)))"
)
# 港莞两地在科创领域深入合作; 成渝两地共建某城
_TWO = Guarded(
    r"(?P<a>[\u4e00-\u9fff])(?P<b>[\u4e00-\u9fff])两[地市省](?!的?(?:企业|高校|院校|专家))[^，。；]{0,24}?(?:合作|协作|协同|共建|共同|联合|携手|交流|对接|联动|互动|往来)"
)
# 京冀携手打造某中心, 川渝共建实验室
_HAND = Guarded(
    r"(?<![\u4e00-\u9fff])(?P<a>[\u4e00-\u9fff])(?P<b>[\u4e00-\u9fff])(?:携手|联手|牵手|共建|共同|联合|合力)|(?<=新建|推进|推动|深化|加强|促进|支持|入了|获批|启动)"
    r"(?P<c>[\u4e00-\u9fff])(?P<d>[\u4e00-\u9fff])(?:共建|联合|共同|合作)"
)
_MADE = re.compile(
    r"(?:合作|共同|联合|携手|协同)*(?:共建|建设|打造|创建|推进建设|组建|设立)(?:的|了)?[^，。；、]{0,8}?"
)
# 甲高新区对沪合作持续深入
_TO_PLACE = Guarded(r"对(?P<sign>[\u4e00-\u9fff])(?:科技|产业|开放|经济)*(?:合作|协作|交流合作)")
# Short forms that are plain enough beside that of a division (深港合作).
_ONLY_BESIDE = frozenset("港澳莞佛厦")
_GROUP = Guarded(
    r"(?:深化|加强|推进|强化)(?:与|同)(?P<runs>[\u4e00-\u9fff]{2,4})(?:三省|两省|各省|地区)?[^，。；]{0,6}"
    r"(?:合作|协作)"
)


def from_signs(
    text: str, span: tuple[int, int], mentions: Sequence[Mention], lexicon: Lexicon, home: Home, schema: Schema
) -> Iterator[tuple[Candidate, list[Mention]]]:
    """Read the ties that short forms state; gives each with the mentions that it rests on."""
    start, end = span
    clause, tier = text[start:end], Tier(schema, span)
    for match in _TOWARDS.finditer(clause):
        before = [m for m in mentions if m.end == start + match.start() and not m.nested]
        other = _country(match.group("sign"), start + match.start("sign"), lexicon)
        if before and other and (tie := tier.tie(before[-1], "COLLABORATES_WITH", other, "对…合作", 0.93)):
            yield tie, [other]
    here = home_mention(home, lexicon, start)
    for match in _RUN.finditer(clause) if here else ():
        signs = [(i, c) for i, c in enumerate(match.group("runs")) if c != "、"]
        others = [m for i, c in signs if (m := _country(c, start + match.start("runs") + i, lexicon))]
        for other in others:
            if here and (tie := tier.tie(here, "COLLABORATES_WITH", other, "与…合作 (short forms)", 0.85)):
                yield tie, [here, *others]
    for match in _GROUP.finditer(clause) if here else ():
        ends = [_division(c, start + match.start("runs") + i, lexicon) for i, c in enumerate(match.group("runs"))]
        known = [m for m in ends if m]
        if len(known) == len(ends):
            for other in known:
                if here and (tie := tier.tie(here, "COLLABORATES_WITH", other, "与…合作 (short forms)", 0.85)):
                    yield tie, [here, *known]
    yield from _abbreviated(clause, start, lexicon, tier, home)
    yield from _two_places(clause, start, mentions, lexicon, tier)
    acting = [m for m in mentions if not m.nested and m.label in {"City", "Zone", "District"} and m.start >= start]
    for match in _TO_PLACE.finditer(clause):
        other = _division(match.group("sign"), start + match.start("sign"), lexicon)
        one = next((m for m in reversed(acting) if m.end <= start + match.start()), None if acting else here)
        if one and other and (tie := tier.tie(one, "COLLABORATES_WITH", other, "对…合作 (short form)", 0.85)):
            yield tie, [one, other]


def _two_places(
    clause: str, start: int, mentions: Sequence[Mention], lexicon: Lexicon, tier: Tier
) -> Iterator[tuple[Candidate, list[Mention]]]:
    """Read 甲乙两地 as two places that work together, where both characters are short forms."""
    for match in _HAND.finditer(clause):
        at = match.start("a") if match.group("a") else match.start("c")
        pair = clause[at : at + 2]
        first, second = (_division(pair[i], start + at + i, lexicon) for i in (0, 1))
        one = lexicon.place(pair)
        if not first or not second or (one and (one.province or one.label != "Region")):
            continue
        if tie := tier.tie(first, "COLLABORATES_WITH", second, "short forms + 携手", 0.85):
            yield tie, [first, second]
    for match in _TWO.finditer(clause):
        ends = [_beside(match.group(g), start + match.start(g), lexicon) for g in ("a", "b")]
        first, second = ends
        one = lexicon.place(match.group("a") + match.group("b"))
        if not first or not second or (one and (one.province or one.label != "Region")):
            continue
        if tie := tier.tie(first, "COLLABORATES_WITH", second, "short forms + 两地", 0.85):
            yield tie, [first, second]
        for made in (m for m in mentions if m.start >= start + match.end() and not m.nested):
            for end in (first, second) if _MADE.fullmatch(clause, match.end() - 2, made.start - start) else ():
                if tie := tier.tie(made, "BUILT_BY", end, "short forms + 两地共建", 0.85):
                    yield tie, [first, second]


def _abbreviated(
    clause: str, start: int, lexicon: Lexicon, tier: Tier, home: Home
) -> Iterator[tuple[Candidate, list[Mention]]]:
    for match in _PAIR.finditer(clause):
        ends = [_division(match.group(g), start + match.start(g), lexicon) for g in ("a", "b")]
        if sum(map(bool, ends)) == 1:
            far = [match.group(g) for g in ("a", "b")][ends.index(None)]
            if far in _ONLY_BESIDE:
                ends = [e or _beside(far, start + match.start(), lexicon) for e in ends]
        if not all(ends):
            ends = _with_home([match.group(g) for g in ("a", "b")], ends, start + match.start(), lexicon, home)
        first, second = ends
        pair = match.group("a") + match.group("b")
        if clause[: match.start()][-1:] in lexicon.division_signs and "合作" not in match.group("what"):
            continue  # a run of three or more
        if not first or not second or lexicon.place(pair) or lexicon.place(clause[max(0, match.start() - 1)] + pair):
            continue  # the short form of one place (辽宁, 京津冀) is none of two
        quoted = match.start() > 0 and clause[match.start() - 1] in "“‘"
        told = match.group("what") != "合作" or quoted
        if told and (tie := tier.tie(first, "COLLABORATES_WITH", second, "short forms + 合作", 0.85)):
            yield tie, [first, second]


def _with_home(
    signs: Sequence[str], ends: Sequence[Mention | None], at: int, lexicon: Lexicon, home: Home
) -> list[Mention | None]:
    """Read two characters of which one is of the home city's name (甲乙同城化 in a text of 乙市)."""
    short = home.seat.removesuffix("市") if home.seat else ""
    mine = [i for i, sign in enumerate(signs) if sign in short]
    entry = lexicon.place(home.seat) if len(mine) == 1 else None
    if entry is None or entry.label != "City":
        return list(ends)
    other = 1 - mine[0]
    far = ends[other] or _neighbour(signs[other], at + other, lexicon, home)
    near = Mention(at + mine[0], at + mine[0] + 1, "City", entry.name, signs[mine[0]], "short form", 0.9, True)
    return [far, near] if other == 0 else [near, far]


def _neighbour(sign: str, at: int, lexicon: Lexicon, home: Home) -> Mention | None:
    """Give the one other city of the home province whose name holds a character."""
    cities = {
        e.name
        for surface, entries in lexicon.entries.items()
        if len(surface) <= 4 and sign in surface
        for e in entries
        if e.label == "City" and e.province == home.province and e.name != home.seat and sign in e.name[:-1]
    }
    if len(cities) != 1:
        return None
    name = cities.pop()
    return Mention(at, at + 1, "City", name, sign, "short form", 0.9, True)


def home_mention(home: Home, lexicon: Lexicon, at: int = 0) -> Mention | None:
    """Give whom a sentence without a subject is about: the region of the title, else the home city or province."""
    if home.subject:
        return Mention(at, at, "Region", home.subject, home.subject, "home of the document", 0.9)
    name = home.seat or home.province
    entry = lexicon.place(name) if name else None
    return Mention(at, at, entry.label, entry.name, name, "home of the document", 0.88) if entry else None


def _country(sign: str, at: int, lexicon: Lexicon) -> Mention | None:
    name = lexicon.country_signs.get(sign)
    entry = lexicon.place(name) if name else None
    return Mention(at, at + 1, entry.label, entry.name, sign, "short form", 0.9, True) if entry else None


def _beside(sign: str, at: int, lexicon: Lexicon) -> Mention | None:
    """Give the place that a character means beside another short form; 川渝 are regions, 成渝 are cities."""
    name = lexicon.city_signs.get(sign) or lexicon.division_signs.get(sign)
    entry = lexicon.place(name) if name else None
    return Mention(at, at + 1, entry.label, entry.name, sign, "short form", 0.9, True) if entry else None


def _division(sign: str, at: int, lexicon: Lexicon) -> Mention | None:
    name = lexicon.division_signs.get(sign)
    entry = lexicon.place(name) if name else None
    return Mention(at, at + 1, entry.label, entry.name, sign, "short form", 0.9, True) if entry else None


# 某中心在京揭牌, 某大会在杭举行.
_HERE = Guarded(
    r"(?<![存所正现内])在(?P<sign>[\u4e00-\u9fff])(?=(?:正式|成功|隆重|顺利|盛大|联合|同步)*"
    r"(?:召开|举行|举办|成立|揭牌|挂牌|启动|签约|签署|开幕|启幕|落地|落户|投用|启用|建成|运行|闭幕|落幕|开工|奠基|发布|亮相))"
)
_SEVERAL = frozenset("宁青新云黑吉甘贵")
"""Signs of a province that also stand for a city, or are everyday words."""


def briefly_placed(text: str, lexicon: Lexicon, home: Home) -> Iterator[Mention]:
    """Find the one character that tells where something is held or opened; those of cities count at home only."""
    for match in _HERE.finditer(text):
        sign = match.group("sign")
        at_home = {lexicon.city_signs.get(sign, ""), home.city if sign in home.city[:2] else ""} & {home.city}
        name = home.city if at_home and home.city else "" if sign in _SEVERAL else lexicon.division_signs.get(sign, "")
        if entry := lexicon.place(name) if name else None:
            yield Mention(*match.span("sign"), entry.label, entry.name, sign, "reference by one character", 0.85)
