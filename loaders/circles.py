"""Who belongs to a metropolitan area whose members are listed with insertions (甲市全域（含乙县），丙市丁区、戊县…)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.documents import Paragraph
from loaders.heads import PLACES, Subject
from loaders.mention import Mention
from loaders.ties import Candidate, Tier
from ontology.schema import Schema

# Names of what may have places as members; a zone that cities share is a corridor.
_AREAS = {"Region": re.compile(r"(?:圈|群|地区|经济区|经济带|走廊|[区带])$"), "Zone": re.compile("走廊$")}
_NONE = re.compile(r"(?!)")
_LED = "(?:以[^，。；]{2,24}为(?:中心|核心|引领|龙头|主体)，)?"
_OPENS = re.compile(
    rf"，?(?:是指|是|指)?(?:的)?(?:规划|空间|实施|主要|地域|国土|发展|覆盖|总体){{0,3}}(?:范围|区域)?(?:是)?{_LED}"
    r"(?:主要|范围|现|总体)?(?:包括|涵盖|包含|覆盖|囊括|涉及|地跨|横跨|跨越|下?辖|聚焦)(?:了)?[：:]?"
    r"|(?:的)?(?:规划|空间|实施|地域)?(?:范围|区域)(?:是|为|[：:])|是指|(?P<made>由)"
    r"|(?P<bracket>[（(])(?:主要)?(?:包括|包含|涵盖|含|即|由)|以[^，。；]{2,24}为(?:中心|核心|引领|龙头|主体)，(?:辐射带动|辐射|带动|联动)"
)
_MADE = re.compile(
    r"(?:等[^，。；]{0,12})?(?:[\d一二两三四五六七八九十]+个?[市县区州][^，。；]{0,6})?(?:共同)?(?:组成|构成)"
)
# What may stand between two members: words of their extent, remarks in brackets, and what lists are joined with.
_BETWEEN = re.compile(
    r"(?:、|，|和|与|以及|及|等|全域|全市|全境|市域|市区|市辖区|主城区|主城|(?:中心)?城区|规划区|建成区|行政区域?|行政辖区|辖区|[东西南北中]{1,2}部|的|其|所辖|下辖"
    r"|部分(?:地区|区域|乡镇|镇)?|(?:[两二三四五六七八九十]|\d{1,2})个?(?:区县|县区|县市|[市县区州旗])(?:市)?|\\s|[（(][^（）()]*[）)])*"
)
# Two make an area where they are said to be all of it (甲市、乙市两市全域).
_BOTH = re.compile("(?:[两二]市)?全(?:域|境|市域)|[两二]市(?=[，。；])")
# What stands between a city and those districts of it that belong: 甲州|北部的|乙市.
_OF_IT = re.compile("(?:[东西南北中]{1,2}部)?的?")
_PLACES = frozenset({"City", "District", "Zone"})


def listed(text: str, span: tuple[int, int], mentions: Sequence[Mention]) -> tuple[Mention, list[Mention], int] | None:
    """Find an area and the places that a sentence lists as its own: (area, members, where the list ends).

    Parameters
    ----------
    span : the sentence.
    mentions : those of the paragraph; places in brackets are parts or exceptions of the one before, and no members.
    """
    inside = [m for m in mentions if span[0] <= m.start and m.end <= span[1] and not m.nested]
    for area in inside:
        opened = _OPENS.match(text, area.end) if _AREAS.get(area.label, _NONE).search(area.name) else None
        if opened is None:
            continue
        members, at = _run(text, opened.end(), inside)
        whole = not opened["made"] or _MADE.match(text, ((gap := _BETWEEN.match(text, at)) and gap.end()) or at)
        few = len(members) == 2 and _BOTH.match(text, at)
        if (len(members) >= 3 or few) and whole:
            return area, [m for m in members if m.label in _PLACES and not _heads(text, m, members)], at
    return None


def _run(text: str, at: int, inside: Sequence[Mention]) -> tuple[list[Mention], int]:
    """Give the places listed from a position on, and where their list ends."""
    members: list[Mention] = []
    for place in (m for m in inside if m.start >= at):
        gap = _BETWEEN.match(text, at)
        to = gap.end() if gap else at
        if place.start < to:
            continue  # in brackets, or inside the one before
        if place.start > to or place.label not in _PLACES | {"Region"}:
            break
        members.append(place)
        at = place.end
    return members, at


# A sentence that only lists what the one before spoke of (主要包括：甲市、乙市…，面积…; 规划范围为甲市、乙市…).
_GOES_ON = re.compile(
    r"(?:其?(?:规划|空间|实施|地域)?(?:范围|区域)?)?(?:主要|具体|现)?(?:包括|涵盖|包含|覆盖|囊括|涉及|为|是)(?:了)?[：:]?"
)


def gone_on(text: str, span: tuple[int, int], mentions: Sequence[Mention]) -> int:
    """Say where the places of a sentence end that lists those of an area named before, or 0.

    Parameters
    ----------
    mentions : those of the sentence.
    """
    opened = _GOES_ON.match(text, span[0])
    members, at = _run(text, opened.end(), [m for m in mentions if not m.nested]) if opened else ([], 0)
    return at if len(members) >= 3 else 0


def _heads(text: str, place: Mention, members: Sequence[Mention]) -> bool:
    """Say whether a city only stands before the districts of it that belong (咸阳市|秦都区)."""
    behind = [m for m in members if m.label in {"District", "Zone"} and m.start >= place.end]
    return place.label == "City" and any(_OF_IT.fullmatch(text[place.end : m.start]) for m in behind)


def belonging(text: str, span: tuple[int, int], mentions: Sequence[Mention], tier: Tier) -> Iterator[Candidate]:
    """Tie the places that a sentence lists as those of an area to it."""
    if found := listed(text, span, mentions):
        area, members, _ = found
        for member in members:
            tie = tier.tie(member, "PART_OF", area, "members listed with insertions", 0.86)
            yield from [tie] if tie else []


def circles(paragraph: Paragraph, mentions: Sequence[Mention], schema: Schema) -> Iterator[Candidate]:
    """Tie the places that each sentence of a paragraph lists as those of an area."""
    for span in paragraph.sentences():
        yield from belonging(paragraph.text, span, mentions, Tier(schema, span))


def measured(found: tuple[Mention, list[Mention], int] | None, mentions: Sequence[Mention], at: int) -> Subject | None:
    """Give the area whose places a sentence lists before a position: what it measures there is the area's.

    Parameters
    ----------
    found : what ``listed`` gives for the sentence.
    """
    if found is None or at < found[2]:
        return None
    area, _, end = found
    others = (m for m in mentions if end <= m.start and m.end <= at and not m.nested)
    return None if any(m.label in PLACES for m in others) else Subject(area.label, area.name, (area.surface,))
