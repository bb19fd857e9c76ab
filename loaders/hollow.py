"""Names that only seem to be of their own: districts that end like a zone, laboratories told by who shares them."""

from __future__ import annotations

import re

from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.names import Sentence, bare, owner

# Kinds of zones: a province has several, a zone of one has a name before its kind.
PLAIN_ZONES = frozenset(
    {
        "高新区",
        "高新技术产业开发区",
        "高新技术产业园区",
        "科技园区",
        "综合保税区",
        "经开区",
        "开发区",
        "经济开发区",
        "产业园",
        "产业园区",
        "科技园",
        "工业园",
        "工业园区",
    }
)


def is_new_area(name: str, lexicon: Lexicon) -> bool:
    """Say whether a 新区 is one of the districts of that name, and not that of another city (某市滨海新区)."""
    for i in range(5):
        for entry in lexicon.entries.get(name[i:], ()):
            before = lexicon.place(name[:i]) if i else None
            if entry.label == "District" and (before is None or before.name in {entry.parent, entry.province}):
                return True
    return False


_PLAIN_ZONE = re.compile(r"(?:国家级?|省级)?(?:高新区|经开区|高新技术产业开发区|经济技术开发区|综合保税区)")


def of_two_cities(name: str, lexicon: Lexicon) -> bool:
    """Say whether a zone is told by two cities, each of which has one (甲市乙市国家高新区)."""
    for n in (2, 3):
        first = lexicon.place(name[:n])
        if first is None or first.label != "City":
            continue
        for k in (2, 3):
            second = lexicon.place(name[n : n + k]) or lexicon.guarded.get(name[n : n + k])
            if second and second.label == "City" and second != first and _PLAIN_ZONE.fullmatch(name, n + k):
                return True
    return False


def joint_of_two(text: str, edge: int, start: int, suffix: str, lexicon: Lexicon) -> bool:
    """Say whether a joint laboratory is told only by the two that share it (某公司与某大学|联合实验室)."""
    if not suffix.startswith("联合") and not text[edge:start].endswith("联合"):
        return False
    head = owner(text[edge:start], lexicon)
    whole = head is not None and head[0] >= len(text[edge:start].removesuffix("联合"))
    return whole and head is not None and head[1].label not in PLACE_LABELS and text[:edge].endswith(("与", "和", "同"))


_PARTNER = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,4}[市区县省州])(?:与|和|同)(?=[\u4e00-\u9fff]{4,})")


def behind_partner(text: str, edge: int, end: int, lexicon: Lexicon) -> int:
    """Cut off a place that only works with the body named (某市与|某集团)."""
    match = _PARTNER.match(text, edge, end)
    return match.end() if match and lexicon.place(match.group("place")) else edge


def compass(stem: str, label: str, lexicon: Lexicon) -> int:
    """Count the characters of a side that a zone lies on (北部|某某产业园), which is no part of its name."""
    side = re.match("[东西南北]部(?!湾)", stem) if label == "Zone" else None
    return 2 if side and len(bare(stem[2:], lexicon)) >= 2 else 0


_COUNTY_KINDS = frozenset({"Zone", "Lab", "Incubator", "ServiceAgency", "ResearchInstitute", "Event"})


def of_county(
    name: str, suffix: str, label: str, strong: bool, lexicon: Lexicon, sentence: Sentence, start: int
) -> float:
    """Grade a name that opens with a county's short form which the tagger took for a place (海宁|泛半导体产业园)."""
    token = sentence.tokens[sentence.token_at(start)]
    place = token.word
    if label not in _COUNTY_KINDS or token.start != start or token.pos != "LOC" or not name.startswith(place):
        return 0.0
    county = any(e.label == "District" and e.short for e in lexicon.entries.get(place, ()))
    own = name[len(place) : len(name) - len(suffix)]
    return 0.82 if county and strong and len(own) >= 2 and bare(own, lexicon) else 0.0


def own_class(name: str, suffix: str, label: str, lexicon: Lexicon) -> str:
    """Give the class that a whole name tells where its ending tells another: a university's park, a transfer centre."""
    if suffix in {"科技园", "科技园区"}:
        head = owner(name, lexicon)
        if (head and head[1].label == "University") or re.match(r"[\u4e00-\u9fff]{2,8}大学", name):
            return "Incubator"
    if suffix == "加速器" and re.search(r"(?:离子|质子|电子|粒子|中子|直线|同步|回旋|环形)$", name[: -len(suffix)]):
        return "Lab"
    if label == "Lab" and suffix in {"研发中心", "研究中心"} and re.match(r"(?:中国科学院|中科院)(?!大学)", name):
        return "ResearchInstitute"
    if (
        label == "Lab"
        and suffix in {"中心", "分中心"}
        and re.search(r"技术转移|技术交易|交易所|知识产权|产权交易|人才服务", name)
    ):
        return "ServiceAgency"
    return label
