"""Wholes and their parts: members of an area told over commas, pieces of a layout, branches, parks of a district."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import Clause, kind
from loaders.documents import Paragraph
from loaders.mention import Mention
from loaders.references import Memory
from loaders.ties import Candidate, Tier
from ontology.schema import Schema

_SPOT = kind("City", "District", "Zone")
_SPAN = re.compile(
    f"(?P<whole>{kind('Region', 'Zone')})(?:的)?(?:以[^，。；]{{1,16}}为[^，。；]{{2,4}}，)?"
    f"(?:规划|地域|空间|实施|主体)?(?:范围)?(?:为|，)?(?:主要)?(?:包括|涵盖|包含|覆盖)"
    f"(?P<members>(?:{_SPOT}|[、，]|以及|和|及|与|的|全域|全境|全部|行政区|区域|等|[两三四五六七八九十\d]+个?[市县区州旗]|市区|部分)+)"
)
_CLOSES = re.compile("[，。；）]|面积|总面积|规划|国土|人口|$")
# A city that only says whose the districts behind it are: 甲市的乙区, 甲市乙区.
_HOLDER = re.compile(f"{kind('City')}的?(?={kind('District')})")


def members_of(clause: Clause, tier: Tier) -> Iterator[Candidate]:
    """Read whom an area embraces, also over commas (甲都市圈包括乙、丙两市全域，丁市戊区、己县，以及庚区)."""
    for match in _SPAN.finditer(clause.code):
        if "，" not in match.group("members"):
            continue  # within one clause the cues read it
        whole, listed = clause.used[match.group("whole")], match.group("members")
        if not _CLOSES.match(clause.code, match.end()):
            listed = listed.rpartition("，")[0]  # what stands behind the last comma acts itself
        for part in clause.group(_HOLDER.sub("", listed)):
            if tie := tier.tie(part, "PART_OF", whole, "Y包括A、B，C、D", 0.88):
                yield tie


_BRANCH = re.compile(r"(?:分院|分校|分所|分中心|分部|分园|分站|校区|分实验室)$")
_PARENTS = frozenset({"University", "ResearchInstitute", "Company", "Lab", "ServiceAgency"})


def branches(told: Sequence[Candidate], inside: Sequence[Mention], tier: Tier) -> Iterator[Candidate]:
    """Read a branch as part of the one body that founds it (甲大学在乙市设立丙分院)."""
    for tie in told:
        if tie.type != "BUILT_BY" or not _BRANCH.search(tie.source[1]) or tie.target[0] not in _PARENTS:
            continue
        bodies = {t.target for t in told if t.type == "BUILT_BY" and t.source == tie.source and t.target[0] in _PARENTS}
        ends = [next((m for m in inside if (m.label, m.name) == end), None) for end in (tie.source, tie.target)]
        own = tie.source[1].startswith(tie.target[1]) or len(tie.source[1]) <= 6  # 乙分院, not that of somebody else
        if own and len(bodies) == 1 and ends[0] and ends[1]:
            found = tier.tie(ends[0], "PART_OF", ends[1], "branch that its parent founds", 0.85)
            yield from [found] if found else []


def of_owner(told: Sequence[Candidate], known: Sequence[Mention]) -> list[Candidate]:
    """Keep of several on whom things rely (依托甲、乙大学建设甲科技园、乙创新园) the one in the thing's name."""
    owners: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for thing in known:
        inner = {(m.label, m.name) for m in known if m.nested and thing.start <= m.start and m.end <= thing.end}
        owners.setdefault((thing.label, thing.name), set()).update(inner)
    relied = {(t.source, t.target) for t in told if t.type == "RELIES_ON" and t.target in owners.get(t.source, ())}
    led = {source for source, _ in relied}
    return [t for t in told if t.type != "RELIES_ON" or t.source not in led or (t.source, t.target) in relied]


_PIECE = r"[一二两三四五六七八九十百多\d]+[心核翼极轴带区园廊圈城镇谷港组团片点]{1,2}"
_LAYOUT = re.compile(
    rf"[“]?(?:{_PIECE}){{1,4}}[”]?(?:的)?(?:空间|产业|发展|总体|创新|园区|功能)*(?:格局|布局|架构|结构|体系|模式|体制)"
)
_PARKS = re.compile(r"一[区城][一二两三四五六七八九十多\d]+园|一园[一二两三四五六七八九十多\d]+(?:片?区|园)")
_ITEM = re.compile(
    r"(?:^|[，。；、])[“]?(?:[一二两三四五六东西南北中主副]{1,2}[心核翼极轴带区园廊圈片岸城])[”]?(?:即|为|是|：|指|——|则?包括|则?涵盖|则?包含)[“]?(?:[东西南北中]部)?$"
)
_NAMELY = re.compile(r"(?:[”]?[，：（]?(?:即|分别为|分别是|包括|由|为)|[”]?：)(?P<list>[^。；）]{4,120})")


def laid_out(
    text: str, span: tuple[int, int], inside: Sequence[Mention], memory: Memory, topic: Mention | None, tier: Tier
) -> Iterator[Candidate]:
    """Read the pieces of a zone's layout (构建“一心两翼”格局。“一心”为甲片区; 实行“一区四园”，即甲园、乙园)."""
    sentence = text[slice(*span)]
    outer = [m for m in inside if not m.nested]
    layout = _LAYOUT.search(sentence) or _PARKS.search(sentence)
    if layout:
        before = [
            m for m in outer if m.end <= span[0] + layout.start() and m.label in {"Zone", "City", "Region", "District"}
        ]
        chain = _closing(text, before, span[0] + layout.start())
        before = before[: len(before) - len(chain)]
        whole = before[-1] if before else topic
        memory.laid = whole if whole and whole.label == "Zone" else None
        if memory.laid:
            yield from _parts(chain, memory.laid, tier)
        if memory.laid and (namely := _NAMELY.match(sentence, layout.end())):
            at, to = span[0] + namely.start("list"), span[0] + namely.end("list")
            yield from _parts([m for m in outer if at <= m.start and m.end <= to], memory.laid, tier)
        elif memory.laid and re.search(r"一[区城]", layout.group()):
            yield from _parts(_opening(text, outer, span[0] + layout.end()), memory.laid, tier)
    if memory.laid:
        yield from _parts(_joined(text, outer, span[0]), memory.laid, tier)


def _joined(text: str, outer: Sequence[Mention], at: int) -> list[Mention]:
    """Give the zones that the label of a piece tells, and those joined to them (“两区”包括甲区、乙园和丙城)."""
    found: list[Mention] = []
    for zone in (m for m in outer if m.label == "Zone"):
        joined = found and re.fullmatch("(?:[”、和与及]+|以及)(?:[东西南北中]部)?", text[found[-1].end : zone.start])
        if joined or _ITEM.search(text[at : zone.start]):
            found.append(zone)
    return found


def _opening(text: str, outer: Sequence[Mention], at: int) -> list[Mention]:
    """Give the zones behind a position that open a clause, with those joined to them (…，甲园、乙园一体发展)."""
    found: list[Mention] = []
    for zone in (m for m in outer if m.start > at and m.label == "Zone"):
        joined = found and re.fullmatch("[、和与及]|以及", text[found[-1].end : zone.start])
        if text[zone.start - 1] in "，；" or joined:
            found.append(zone)
    return found


def _closing(text: str, before: Sequence[Mention], at: int) -> list[Mention]:
    """Give the zones listed right in front of their layout (形成甲园区、乙园区和丙园区的“一区多园”格局)."""
    found: list[Mention] = []
    for zone in reversed(before):
        if zone.label != "Zone" or not re.fullmatch("[、和与及]|(?:等)?(?:为主体)?的?[“]?", text[zone.end : at]):
            break
        found.insert(0, zone)
        at = zone.start
    return found if len(found) > 1 else []


def _parts(zones: Sequence[Mention], whole: Mention, tier: Tier) -> Iterator[Candidate]:
    for zone in zones:
        if zone.label == "Zone" and zone.name != whole.name:
            tie = tier.tie(zone, "PART_OF", whole, "piece of a layout", 0.86)
            yield from [tie] if tie else []


_USED = re.compile(
    r"(?:^|[，。；：])(?:重点)?(?:以|依托|发挥|支持|推动|推进|加快|建设|提升)?(?:[^，。；：]{2,16}[、和])?[“]?$"
)


def of_district(paragraph: Paragraph, mentions: Sequence[Mention], schema: Schema) -> Iterator[Candidate]:
    """Read the entry of a district (（一）甲县。以乙产业园为核心…): the zones that open its clauses stand there."""
    outer = [m for m in mentions if not m.nested]
    head = outer[0] if outer else None
    lead = (
        re.fullmatch(r"(?:[（(]?[一二三四五六七八九十\d]+[）).．、]|[—◆●·　\s])*", paragraph.text[: head.start])
        if head
        else None
    )
    if head is None or head.label != "District" or not lead or not re.match("[。：:]", paragraph.text[head.end :]):
        return
    for mention in outer[1:]:
        inner = [m for m in mentions if m.nested and mention.start <= m.start and m.end <= mention.end]
        elsewhere = any(m.label == "District" for m in inner)
        if mention.label == "Zone" and not elsewhere and _USED.search(paragraph.text[: mention.start]):
            tie = Tier(schema, (head.start, mention.end)).tie(mention, "LOCATED_IN", head, "entry of a district", 0.82)
            yield from [tie] if tie else []
