"""One-character forms of places: 京沈对口合作, 对德合作, 日韩俄…合作."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention
from loaders.ties import Candidate, Tier
from ontology.schema import Schema

_SIGNS = "日韩俄美德以法英欧意加蒙"
_RUN = re.compile(
    rf"(?:与|同|对|中)?(?P<runs>[{_SIGNS}]{{2,7}}(?:、[{_SIGNS}]{{2,7}})*)(?:等)?(?:国家?)?(?:对口|开展|的)"
    rf"?[^，。；]{{0,8}}合作"
)
_TOWARDS = re.compile(rf"对(?P<sign>[{_SIGNS}])国?合作")
_PAIR = re.compile(
    r"(?P<a>[\u4e00-\u9fff])(?P<b>[\u4e00-\u9fff])(?P<what>对口合作|对口协作|战略合作|科技合作|协作|合作)"
)
_GROUP = re.compile(
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
    yield from _abbreviated(clause, start, lexicon, tier)


def _abbreviated(clause: str, start: int, lexicon: Lexicon, tier: Tier) -> Iterator[tuple[Candidate, list[Mention]]]:
    for match in _PAIR.finditer(clause):
        ends = [_division(match.group(g), start + match.start(g), lexicon) for g in ("a", "b")]
        first, second = ends
        pair = match.group("a") + match.group("b")
        if not first or not second or lexicon.place(pair) or lexicon.place(clause[max(0, match.start() - 1)] + pair):
            continue  # the short form of one place (辽宁, 京津冀) is none of two
        quoted = match.start() > 0 and clause[match.start() - 1] in "“‘"
        told = match.group("what") != "合作" or quoted
        if told and (tie := tier.tie(first, "COLLABORATES_WITH", second, "short forms + 合作", 0.85)):
            yield tie, [first, second]


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


def _division(sign: str, at: int, lexicon: Lexicon) -> Mention | None:
    name = lexicon.division_signs.get(sign)
    entry = lexicon.place(name) if name else None
    return Mention(at, at + 1, entry.label, entry.name, sign, "short form", 0.9, True) if entry else None
