"""Issuing: the ties of what is issued or carried out to those who do so, and to the place that it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.mention import Mention
from loaders.ties import Candidate, Tier


def issue(who: Sequence[Mention], what: Sequence[Mention], rule: str, sure: float, tier: Tier) -> Iterator[Candidate]:
    """Tie papers to those who issued them; what a city or a zone issues is for it."""
    for paper in what:
        for issuer in who:
            if tie := tier.tie(paper, "ISSUED_BY", issuer, rule, sure):
                yield tie
            own_place = issuer.label == "Zone" or (issuer.label == "City" and paper.label == "Policy")
            if own_place and (tie := tier.tie(paper, "APPLIES_TO", issuer, rule, sure - 0.03)):
                yield tie


def carry_out(
    who: Sequence[Mention], what: Sequence[Mention], rule: str, sure: float, tier: Tier
) -> Iterator[Candidate]:
    """Tie what is carried out to the city that does so, or to the zone or region where."""
    for paper in what:
        if paper.rule == "strategy by its name" or (
            paper.name.endswith(("战略", "方案", "规划")) and paper.label == "Policy"
        ):
            continue
        for actor in who:
            if actor.label == "City" and "落实" not in rule:
                yield from issue([actor], [paper], rule, sure, tier)
            elif actor.label == "GovernmentBody" and "落实" not in rule:
                if tie := tier.tie(paper, "ISSUED_BY", actor, rule, sure):
                    yield tie
                governed = _governed(actor) if paper.label == "Programme" else None
                yield from [t] if governed and (t := tier.tie(paper, "APPLIES_TO", governed, rule, sure)) else []
            elif actor.label in {"Zone", "Region"} and (tie := tier.tie(paper, "APPLIES_TO", actor, rule, sure)):
                yield tie


_GOVERNMENT = re.compile(r"(?:中共)?(?P<place>[\u4e00-\u9fff]{2,8}?(?:省|市|自治区))(?:人民政府|委员会|委|政府)")


def _governed(body: Mention) -> Mention | None:
    """Give the province or city that a government governs: what it carries out is for it."""
    match = _GOVERNMENT.fullmatch(body.name)
    place = match.group("place") if match else ""
    label = "City" if place.endswith("市") else "Region"
    return Mention(body.start, body.start, label, place, place, "place of a government", 0.86) if place else None
