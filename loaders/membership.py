"""Members of regions: cities spelled out before «N市», or listed as those of a metropolitan area."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention
from loaders.needed import Guarded
from loaders.ties import Candidate, Tier

_COUNT = Guarded(
    r"(?:等)?(?:[一二三四五六七八九十两\d]+)[个]?(?:个)?(?:市|城市|地级市|设区市|地市|市（区）|市\(区\)|市、[一二三四五六七八"
    r"九十两\d]+区|市[一二两]区)"
)
_SCOPE = re.compile(r"(?:规划|实施|空间|区域|政策)范围(?:主要)?(?:包括|包含|涵盖|为|是|覆盖)")
_JOINT = re.compile(r"(?:[、和与及]|以及|，以及)(?:[\u4e00-\u9fff]{2,3}(?:省|自治区))?")


def members(
    text: str, span: tuple[int, int], inside: Sequence[Mention], home: Home, lexicon: Lexicon, tier: Tier
) -> Iterator[Candidate]:
    """Read the cities before «八市（区）» or «等N市» as members of the region that the title is about.

    Parameters
    ----------
    inside : the mentions of the sentence.
    """
    del lexicon
    if not home.subject:
        return
    region = Mention(span[0], span[0], "Region", home.subject, home.subject, "region of the title", 0.95)
    places = [m for m in inside if m.label in {"City", "District", "Zone"} and not m.nested]
    for match in _SCOPE.finditer(text, *span):
        yield from _scope(text, span, match.end(), places, region, tier)
    for match in _COUNT.finditer(text, *span):
        chain = _chain(text, places, match.start())
        chain += _after(text, places, match.end()) if len(chain) >= 3 else []
        if len(chain) >= 3:
            for member in chain:
                if tie := tier.tie(member, "PART_OF", region, "members counted", 0.93):
                    yield tie


def _scope(
    text: str, span: tuple[int, int], at: int, places: Sequence[Mention], region: Mention, tier: Tier
) -> Iterator[Candidate]:
    """Read the places of the planned area (规划范围包括甲市全域、乙市丙区、丁县) as members of the region.

    A city that only tells where its districts are is none; what stands in brackets behind a place stands there.
    """
    inside = [m for m in places if at <= m.start and m.end <= span[1]]
    for place, following in pairwise([*inside, None]):
        if place is None or re.match(r"总?(?:面积|人口)|[^，；。]{0,4}(?:生产总值|万人)", text[place.end :]):
            continue
        order = ("LOCATED_IN",) if place.label == "Zone" else ("PART_OF",)
        aside = re.search(r"([^，。；、（）]{2,12})（(?:含|包括)[^（）]*$", text[at : place.start])
        if aside:
            outer = [m for m in inside if m.end <= at + aside.start() + len(aside.group(1))]
            ties = (
                [tier.tie(place, t, outer[-1], "aside of a place", 0.85) for t in ("PART_OF", "LOCATED_IN")]
                if outer
                else []
            )
        elif following and following.start == place.end and place.label == "City":
            continue
        else:
            ties = [tier.tie(place, t, region, "planned area", 0.9) for t in order]
        yield from [tie for tie in ties if tie][:1]


def _chain(text: str, places: Sequence[Mention], at: int) -> list[Mention]:
    """Follow an enumeration of places to the left of its count."""
    chain: list[Mention] = []
    for place in reversed(places):
        between = text[place.end : at]
        if place.end <= at and ((not between and not chain) or _JOINT.fullmatch(between)):
            chain.append(place)
            at = place.start
    return chain[::-1]


def _after(text: str, places: Sequence[Mention], at: int) -> list[Mention]:
    """Follow what a count adds: 等八市，以及A、B."""
    found: list[Mention] = []
    for place in places:
        between = text[at : place.start]
        if place.start >= at and (re.fullmatch(r"，?(?:以及|和|及)" if not found else r"[、和与及]?", between)):
            found.append(place)
            at = place.end
    smaller = {m.name for m, n in pairwise(found) if m.end == n.start}
    return [m for m in found if m.name not in smaller]
