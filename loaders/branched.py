"""Branches: what a body has in another place (甲实验室济南基地, 乙科技园丙分园, 丁中心（上海）戊分中心)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.items import ending_label
from loaders.lexicon import Entry, Lexicon
from loaders.mention import Mention

_PARENTS = frozenset({"Lab", "ResearchInstitute", "ServiceAgency", "Incubator"})
_SETTLED = frozenset({"City", "District"})
_FIELD = "(?:研发|科研|创新|中试|产业化|产业|成果转化|转化|技术转移|示范|试验|实验|研究|培养|创新研发|产学研|孵化)*"
_KIND = rf"(?:{_FIELD}基地|{_FIELD}分?中心|分部|分园|分院|分所|分站|园区|研究部)"
_PLACED = rf"(?P<place>[\u4e00-\u9fff]{{2,4}}?)(?P<kind>{_KIND})(?![\u4e00-\u9fff]?[室城镇村])"
_BEHIND = re.compile(_PLACED)
_NEXT = re.compile(rf"(?:、|和|与|及|以及){_PLACED}")
# … in a name that is read already: the place before the branch is where it stands.
_NAMED = re.compile(
    r"^(?P<of>.{3,}?(?:实验室|研究院|研究所|科学院|大学|中心|平台|科技园|孵化器|集团|公司|大市场|交易所|协会|学会|联盟|院|所|[）)]))"
    rf"(?P<place>[\u4e00-\u9fff]{{2,4}}?)(?P<kind>{_KIND}|{_FIELD}研究[院所])$"
)

# … and what a university has in another city, whatever its name ends with.
_OF_UNIVERSITY = re.compile(
    r"^(?P<of>[\u4e00-\u9fff]{2,10}?大学(?:（[^（）]{2,4}）)?)(?P<place>[\u4e00-\u9fff]{2,4}?)"
    r"(?P<kind>[\u4e00-\u9fff]{0,12}(?:研究院|研究所|技术院|学院|校区|中心|基地|实验室))$"
)


def branches_behind(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Find the branches that follow the name of their body, and those joined to them (甲实验室乙基地、丙基地)."""
    taken = [(m.start, m.end) for m in mentions]
    for body in mentions:
        if body.label not in _PARENTS or (match := _BEHIND.match(text, body.end)) is None:
            continue
        start = body.start
        while match and _standing(match.group("place"), lexicon):
            words = match.group("place") + match.group("kind")
            if not any(a <= start and match.end() <= b for a, b in taken):
                name, surface = body.name + words, text[start : match.end()]
                platform = body.label == "ResearchInstitute" and words.endswith(("基地", "中心"))
                label = "Lab" if platform else body.label
                yield Mention(start, match.end(), label, name, surface, "branch behind its body", 0.86)
            match = _NEXT.match(text, match.end())
            start = match.start("place") if match else start


def branch_of(name: str, lexicon: Lexicon) -> tuple[str, str, Entry, str] | None:
    """Give the class and name of the body whose branch a name tells, its place, and the words for the place."""
    match = _NAMED.match(name) or _OF_UNIVERSITY.match(name)
    entry = _standing(match.group("place"), lexicon) if match else None
    if match is None or entry is None:
        return None
    body = match.group("of")
    return ending_label(body, lexicon)[0], body, entry, match.group("place")


def _standing(words: str, lexicon: Lexicon) -> Entry | None:
    entry = lexicon.place(words)
    province = entry is not None and entry.label == "Region" and entry.name.endswith(("省", "自治区"))
    return entry if entry and (entry.label in _SETTLED or province) else None
