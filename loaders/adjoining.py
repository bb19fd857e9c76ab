"""Places written together (甲省乙市), and places listed behind their whole (甲市的乙县、丙市和丁区)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from loaders.compass import PART
from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.mention import Mention
from loaders.ties import Candidate, Tier

# Between a whole and the first of its parts, and between two parts; the lexicon must agree with each.
_OF = re.compile(r"的|[所下]?辖的?|所属的?|境内的?|[（(](?:含|包括|即|不含|不包括|除)?|[：:](?:重点)?(?:包括)?")
_AND = re.compile(
    r"(?:市|县|区|全域|全境|全部|部分(?:区域|地区|乡镇)?|行政区域?)?(?:[（(][^（）()市县区州]{0,4}(?:城区|市区|部分|乡镇|街道|镇|全域|全境|片区)[^（）()市县州]{0,6}(?=[）)]))?[）)]?"
    r"(?:等[^，。；、（）]{0,10}(?:[和与及]|以及)|[、和与及]|、?以及)(?:[^，。；、（）]{0,3}的)?"
)


def within(outer: Mention, inner: Mention, lexicon: Lexicon) -> bool:
    """Say whether the lexicon knows one place as part of another."""
    if outer.label == inner.label == "Region":
        part = PART.match(inner.name)  # 甲省|甲南地区
        return bool(part) and lexicon.division_signs.get(inner.name[0]) == outer.name
    entries = [e for s in (inner.surface, inner.name) for e in lexicon.entries.get(s, ()) if e.name == inner.name]
    return outer.label != inner.label and any(outer.name and outer.name in {e.parent, e.province} for e in entries)


def nested_places(text: str, mentions: Sequence[Mention], lexicon: Lexicon, tier: Tier) -> Iterator[Candidate]:
    """Read containment from places written together or behind their whole, as far as the lexicon agrees.

    Parameters
    ----------
    text : of the paragraph.
    mentions : those of a sentence.
    """
    places = [m for m in mentions if m.label in PLACE_LABELS and not m.nested]
    holder: Mention | None = None
    for first, second in itertools.pairwise(places):
        between = text[first.end : second.start]
        if (not between or _OF.fullmatch(between)) and within(first, second, lexicon):
            rule = ("places listed after their whole", 0.93) if between else ("places written together", 0.95)
            tie, holder = tier.tie(second, "PART_OF", first, *rule), first
        elif holder and _AND.fullmatch(between) and within(holder, second, lexicon):
            tie = tier.tie(second, "PART_OF", holder, "places listed after their whole", 0.93)
        else:
            holder, tie = None, None
        if tie:
            yield tie
