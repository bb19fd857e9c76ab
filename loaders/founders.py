"""What a name says of who founded a thing: zones that set it up, two that pay for a fund, the firm of a station."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.ties import Candidate, Tier

PAYERS = frozenset({"GovernmentBody", "Company", "University", "City", "Region"})
_ZONE_FIRST = re.compile(
    r"^[\u4e00-\u9fff]{2,8}?(?:高新区|经开区|开发区|自贸区|保税区|新区|示范区|科技城|科学城)(?=.{3,})"
)
_STATION = re.compile(r"^(?P<firm>[\u4e00-\u9fffA-Za-z]{2,8}?)(?:院士|博士后?|专家)(?:专家|科研)*工作站$")


def founding_zone(mention: Mention) -> Mention | None:
    """Give the zone after which a fund, a house or an alliance is named because the zone sets it up."""
    match = _ZONE_FIRST.match(mention.name) if mention.rule.endswith("that is set up") else None
    return _in_name("Zone", match.group(), mention) if match else None


_SERVICE_BRANCH = re.compile(
    r"^(?P<body>[\u4e00-\u9fff]{2,16}?(?:大市场|交易所|技术转移中心|知识产权保护中心|股权交易中心|产权交易中心|生产力促进中心))"
    r"[\u4e00-\u9fff]{2,4}?(?:分市场|分中心|中心|分所|工作站)$"
)


def service_parent(mention: Mention) -> Mention | None:
    """Give the market, exchange or centre of whose branches a name is one (某科技大市场本溪分市场)."""
    match = _SERVICE_BRANCH.match(mention.name) if mention.label in {"ServiceAgency", "Lab"} else None
    return _in_name("ServiceAgency", match.group("body"), mention) if match else None


def by_founder(mention: Mention, inner: Sequence[Mention], lexicon: Lexicon, tier: Tier) -> Iterator[Candidate]:
    """Read from a name who sets a thing up, who pays for a joint fund, and whose station it is.

    Parameters
    ----------
    inner : mentions inside the name, in order.
    """
    if mention.rule == "fund of two":
        yield from _payers(mention, inner, tier)
    if zone := founding_zone(mention):
        for type_ in ("BUILT_BY",) if mention.label == "Fund" else ("LOCATED_IN", "BUILT_BY"):
            if tie := tier.tie(mention, type_, zone, "zone that sets it up", 0.82, implied=True):
                yield tie
    if mention.rule == "cluster of the home city" and (
        match := re.match(r"[\u4e00-\u9fff]{1,6}?[市县区]", mention.name)
    ):
        place = lexicon.place(match.group())
        city = _in_name(place.label if place else "City", match.group(), mention)
        if tie := tier.tie(mention, "LOCATED_IN", city, "home of the document", 0.82, implied=True):
            yield tie
    # a list of stations names firms only, which its reading has made sure of
    if mention.rule == "shared head of a list" and (match := _STATION.match(mention.name)):
        firm = _in_name("Company", match.group("firm"), mention)
        if tie := tier.tie(mention, "PART_OF", firm, "owner in the name", 0.84, implied=True):
            yield tie


def _payers(fund: Mention, inner: Sequence[Mention], tier: Tier) -> Iterator[Candidate]:
    named = [m for m in inner if m.label in PAYERS and m.name != fund.name]
    payers = [m for m in named if not any(k.start <= m.start and m.end < k.end for k in named)]
    for payer in payers:
        if tie := tier.tie(fund, "BUILT_BY", payer, "named after who pays", 0.85):
            yield tie
    if len(payers) == 2 and (tie := tier.tie(payers[0], "COLLABORATES_WITH", payers[1], "fund of both", 0.82)):
        yield tie


def _in_name(label: str, name: str, mention: Mention) -> Mention:
    return Mention(mention.start, mention.start, label, name, name, "owner in a name", 0.9)
