"""Names inside names: parents and places stay, pieces of the same name go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.mention import Mention
from loaders.names import bare

FIRM_WORDS = re.compile(r"股份|有限|责任|集团|控股|公司|技术|科技|（[^）]*）")
CAMPUS = re.compile(r"（[^）]{2,4}）$")
PROVINCE_FIRST = re.compile(r"[\u4e00-\u9fff]{2,3}省(?=.{4})")
STAYS = ("高新区", "自创区", "经开区", "开发区", "软件园", "新区", "联盟")
KEPT_INSIDE = frozenset(
    {
        "Company",
        "University",
        "ResearchInstitute",
        "GovernmentBody",
        "Industry",
        "City",
        "District",
        "Region",
        "Country",
    }
)


def kept_inside(mention: Mention, all_: Sequence[Mention], lexicon: Lexicon) -> Mention | None:
    """Decide what becomes of a mention inside another; one that stands alone stays."""
    if not mention.nested:
        return mention
    outer = next(m for m in all_ if not m.nested and m.start <= mention.start and mention.end <= m.end)
    if outer.surface.startswith("暨", mention.end - outer.start) and mention.label == outer.label:
        return None  # one name joins both (甲中心|暨乙平台)
    if mention.label == "Zone" and re.match("管理委员会$|管委会$", outer.surface[mention.end - outer.start :]):
        return mention  # whose administration acts is told of, too
    if mention.label == "Zone" and outer.label == "Policy":
        return mention
    if mention.rule.startswith("ending") and _piece_by_ending(mention, outer, lexicon):
        return None
    if mention.label in PLACE_LABELS and (
        outer.label == "Region"
        or any(_is_of_university(mention, m) for m in all_)
        or (outer.label == "Company" and outer.surface[mention.end - outer.start :].startswith("大学"))
    ):
        return None
    if mention.label == "District" and outer.label in {"Zone", "Lab", "Company"} and _in_a_word(mention, outer):
        return None
    if mention.label in {"Policy", "Programme"} and outer.label == "Zone":
        return None
    if mention.label == "Region" and any(_only_joins(mention, m) for m in all_ if m.label == "Zone"):
        return None
    if mention.label == "District" and mention.name.endswith("新区") and _elsewhere(mention, all_, lexicon):
        return None
    if outer.label == "Lab" and mention.label == "GovernmentBody" and mention.surface.endswith("部"):
        return None  # 某某教育部重点实验室
    if _short_of_outer(mention, outer, lexicon):
        return None
    if mention.label == "Company" and outer.label == "Lab" and (match := PROVINCE_FIRST.match(mention.name)):
        cut = match.end()
        return replace(mention, name=mention.name[cut:], surface=mention.surface[cut:], start=mention.start + cut)
    return mention


def _in_a_word(mention: Mention, outer: Mention) -> bool:
    """Say whether the short name of a district is but the end of another word in a name (环大罗山走廊: no 罗山)."""
    whole = mention.surface.endswith(("区", "县", "市", "旗", "州"))
    return not whole and outer.surface[: mention.start - outer.start].endswith(("大", "小", "环"))


# Zones that are called after the cities which they join: 甲乙丙国家自主创新示范区.
JOINING = re.compile(
    r"自主创新示范区|自创区|改革试验区|协同创新示范区|综合性科学中心|(?:国家)?高新区|高新技术产业开发区"
)


def _only_joins(mention: Mention, outer: Mention) -> bool:
    """Say whether an area in a zone's name only strings its cities together; a province is a place of its own."""
    whole = mention.name.endswith(("省", "自治区", "市", "特别行政区"))
    inside = outer.start <= mention.start and mention.end < outer.end
    return inside and not whole and JOINING.search(outer.surface) is not None


def _piece_by_ending(mention: Mention, outer: Mention, lexicon: Lexicon) -> bool:
    """Say whether a name found by its ending is but a piece of the name around it, and no parent."""
    parent = (
        mention.start == outer.start
        and (mention.label in {"University", "ResearchInstitute"} or _has_branch(mention, outer, lexicon))
        and mention.end < outer.end
    )
    if mention.label not in KEPT_INSIDE and not parent and not mention.surface.endswith(STAYS):
        return True
    at_edge = mention.end == outer.end or mention.start == outer.start
    if mention.label == outer.label and mention.label != "GovernmentBody" and not parent and at_edge:
        return True
    return outer.label == "Company" and mention.start == outer.start


def _elsewhere(mention: Mention, all_: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Say whether a district's name is but the end of that of another city's zone (某市|滨海新区)."""
    around = [m for m in all_ if m.label == "Zone" and m.start < mention.start and m.end == mention.end]
    return any((e := lexicon.place(m.name[: -len(mention.surface)])) and e.name != mention.name for m in around)


def _short_of_outer(mention: Mention, outer: Mention, lexicon: Lexicon) -> bool:
    """Say whether a firm or university is only the short or half form of the one around it."""
    rest = outer.surface[mention.end - outer.start :]
    if mention.label == outer.label == "Company" and mention.start == outer.start:
        return len(bare(FIRM_WORDS.sub("", rest), lexicon)) < 2
    if mention.label == outer.label == "Company" and lexicon.place(outer.surface[: mention.start - outer.start]):
        return not FIRM_WORDS.sub("", rest)  # 宁夏|甲能源|集团股份有限公司
    if mention.label == outer.label == "University":
        return mention.end == outer.end or CAMPUS.fullmatch(rest) is not None
    return mention.label == "Company" and mention.start == outer.start and _is_of_university(mention, outer)


def _has_branch(mention: Mention, outer: Mention, lexicon: Lexicon) -> bool:
    """Say whether a laboratory or centre stands before the place of its branch (某实验室|山西研究院)."""
    rest = outer.surface[mention.end - outer.start :]
    return mention.label == "Lab" and any(lexicon.place(rest[:n]) for n in (2, 3, 4))


def _is_of_university(mention: Mention, other: Mention) -> bool:
    """Say whether a place only belongs to a university's name (武汉|工程大学, 石油大学（华东）)."""
    inside = other.start <= mention.start and mention.end <= other.end
    return inside and other.label == "University" and bool(re.search(r"大学(?:（[^）]{2,4}）)?$", other.surface))
