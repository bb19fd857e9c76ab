"""Members of regions: cities spelled out before «N市», or listed as those of a metropolitan area."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention
from loaders.ties import Candidate, Tier

_COUNT = re.compile(
    r"(?:等)?(?:[一二三四五六七八九十两\d]+)[个]?(?:个)?(?:市|城市|地级市|设区市|地市|市（区）|市\(区\)|市、[一二三四五六七八"
    r"九十两\d]+区|市[一二两]区)"
)
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
    for match in _COUNT.finditer(text, *span):
        chain = _chain(text, places, match.start())
        chain += _after(text, places, match.end()) if len(chain) >= 3 else []
        if len(chain) >= 3:
            for member in chain:
                if tie := tier.tie(member, "PART_OF", region, "members counted", 0.93):
                    yield tie


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
