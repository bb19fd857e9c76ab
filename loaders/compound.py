"""Fields that hold a second one (化工及精细化工): the first stands for the whole, the second for itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.lexicon import Lexicon
from loaders.mention import Mention

_JOINT = re.compile(r"(?P<left>[^（）、及]{2,10})及(?P<right>[^（）、及]{2,12}?)(?:产业|行业|领域)?")
_ASIDE = re.compile(r"(?P<left>[^（）、]{2,10})（(?:含|包括|包含)?(?P<right>[^（）]{2,24})）(?:产业|行业|领域)?")


def taken_apart(mentions: Iterable[Mention], lexicon: Lexicon) -> list[Mention]:
    """Take industries apart whose name joins two that are known.

    What only says more of the first (汽车及汽车零部件) stays whole.
    """
    found: list[Mention] = []
    for mention in mentions:
        found += _parts(mention, lexicon) if mention.label == "Industry" and not mention.nested else [mention]
    apart = [m for m in found if m.rule.endswith("second field")]
    return [
        m
        for m in found
        if not m.nested or not any((a.start <= m.start and m.end <= a.end) or _first(m, a, found) for a in apart)
    ]


def _first(nested: Mention, second: Mention, found: Iterable[Mention]) -> bool:
    """Say whether a nested mention is the first part of what was taken apart."""
    return any(
        (m.start, m.end) == (nested.start, nested.end) and not m.nested and m.end < second.start
        for m in found
        if m is not nested
    )


def _parts(mention: Mention, lexicon: Lexicon) -> Iterator[Mention]:
    surface = mention.surface
    match = _JOINT.fullmatch(surface) or _ASIDE.fullmatch(surface)
    rest = [r for r in re.split("、", match.group("right")) if r] if match else []
    known = lexicon.industries
    if (
        not match
        or match.group("left") not in known
        or known.get(surface) == surface
        or not all(r in known and known[r] != known[match.group("left")] for r in rest)
        or any(r.startswith(match.group("left")) for r in rest)
        or not (
            rest[0].endswith(match.group("left")) or known.get(surface) in {known[match.group("left")], known[rest[0]]}
        )
    ):
        yield mention
        return
    left = match.group("left")
    yield replace(mention, end=mention.start + len(left), name=known[left], surface=left, aliases=(surface,))
    at = mention.start + match.start("right")
    for right in rest:
        end = at + len(right)
        yield replace(
            mention, start=at, end=end, name=known[right], surface=right, rule=f"{mention.rule}, second field"
        )
        at = end + 1
