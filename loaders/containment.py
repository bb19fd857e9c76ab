"""What names say by themselves: where a thing stands, whom it belongs to, what it is about."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.adjoining import within
from loaders.branched import branch_of
from loaders.founders import by_founder, founding_zone, service_parent
from loaders.hosts import amid, at_home, beside, bracketed, far, is_part, surfaced, twin_hosts
from loaders.lexicon import PLACE_LABELS, Entry, Lexicon
from loaders.mention import Mention
from loaders.names import owner
from loaders.nested import JOINING
from loaders.ties import Candidate, Tier
from ontology.schema import load_schema

PLACED = load_schema().relation_types["LOCATED_IN"].domain
OWNED = frozenset({"Lab", "ResearchInstitute", "Incubator", "University", "ServiceAgency", "Zone"})
OWNERS = frozenset({"University", "ResearchInstitute", "Company", "Lab", "Incubator", "GovernmentBody"})
HOLDERS = frozenset({"Alliance", "Cluster", "Fund"})
AREAS = frozenset({"City", "District", "Region", "Zone"})
# A claim, not a place (东北科技大市场).
COMPASS = re.compile(
    r"^(?:(?:东北|华北|华东|华南|华中|西北|西南|东南|中西部)(?![\u4e00-\u9fff]{0,8}大学)|全国|国家)(?!地区|区域)"
)
_ACADEMY = re.compile(r"^(?:中科院|中国科学院)(?=.{2,})")
_OFFICE = re.compile(
    r"^(?P<body>.{4,30}?(?:领导小组|联席会议|委员会|推进组|人民政府|政府))(?P<part>办公室|办公厅|秘书处|新"
    r"闻办公室)$"
)
_STATE_OFFICE = re.compile(r"^国务院(?=办公厅|发展研究中心|国资委)")
_PARTY = re.compile(r"^(?P<body>(?:中共)?[\u4e00-\u9fff]{2,6}?[省市区县]委)(?!宣传部$|网信办$)(?=.{3,})")
_BUREAU = re.compile(r"^(?P<body>.{4,24}?(?:管理委员会|管委会))(?=.{3,}(?:局|办公室|中心|部|处)$)")
_SUBSIDIARY = re.compile(r"(?:分院|分所|分校|校区|分公司|分中心|分市场)$")
_FIRM = re.compile(
    r"^(?P<firm>.{3,24}?(?:有限责任公司|股份有限公司|有限公司|（集团）|集团公司|集团|公司|药业|化工|重工|"
    r"研究院|设计院|科学院))"
    r"(?=(?:国家|省|市|级|企业)*(?:技术中心|工程|重点|研发|研究|实验|创新|院士|博士|检测|专业|研究院|研究"
    r"所|企业技术|技术|分公司))"
)
_SCHOOL = re.compile(r"^(?P<of>[\u4e00-\u9fff]{4,12}?学院)[\u4e00-\u9fff]{2,10}学院$")  # of a college
_LOCAL = re.compile(r"(?:分?中心|分?院|研究院|研究所|基地|分部|总部|分公司|公司|赛区|片区|园区)[）)]?|赛区[）)]")
_PIECE = re.compile(
    r"^(?P<body>.{2,20}?(?:示范区|试验区|自创区|自贸区|高新区|经开区|开发区|科技城|科学城|科创城|新区|集聚区|走廊))(?P<rest>[\u4e00-\u9fff]{2,6}"
    r"(?:片区|分园|分区|功能区|联动创新区|联动发展区|协同发展区|协同改革(?:先行|试验|创新|示范)?区))$"
)
_CORE = re.compile(
    r"^(?P<body>[\u4e00-\u9fff（）]{3,20}?(?:走廊|区|城|园|港|谷))(?P<rest>(?:核心|主体|起步|启动|先导|拓展|扩展|承载)+区)$"
)
_ASIDE = re.compile(
    r"^(?P<body>[\u4e00-\u9fff]{2,24}(?:走廊|[区城园港谷带]))（(?P<rest>[\u4e00-\u9fff]{2,4}(?:片区|分园|分区|园区))）$"
)

# A park that is called after the zone in which it lies: 甲新区乙食品产业园, 甲科技园区乙园.
_SUBZONE = re.compile(
    r"^(?P<body>[\u4e00-\u9fff（）]{2,12}?(?:高新区|经开区|开发区|自贸区|保税区|(?<!高)新区|科技园区|工业园区|科学城|科技城|科创城))"
    r"(?P<rest>[\u4e00-\u9fff（）]{2,14}(?:园|园区|城|(?<!高新)(?<!集聚)(?<!开发)区|谷|港|小镇|组团|岛|产业基地))$"
)


def by_name(
    mention: Mention, inner: Sequence[Mention], lexicon: Lexicon, tier: Tier, familiar: frozenset[str] = frozenset()
) -> Iterator[Candidate]:
    """Read what a name itself says.

    Parameters
    ----------
    inner : mentions inside the name (a university, a city, an industry), in order.
    familiar : the home province and the places of the document: of a university's name only these tell where it is.
    """
    parents = list(_parents(mention, inner, lexicon))
    for parent, sure in parents:
        if tie := tier.tie(mention, "PART_OF", parent, "owner in the name", sure, implied=True):
            yield tie
            yield from _seat(parent, lexicon, tier)
        campus = parent.label == "University" and parent.name.endswith(("分校", "校区"))
        for place, rule, trust in places_in(replace(parent, nested=False), (), lexicon) if campus else ():
            if not at_home(parent, place, familiar, lexicon):
                continue
            yield from [tie] if (tie := tier.tie(mention, "LOCATED_IN", place, rule, trust)) else []
    hosts = twin_hosts(mention, lexicon, familiar)
    for host in hosts:
        place = Mention(mention.start, mention.end, host.label, host.name, host.name, "place in the name", 0.9)
        yield from [tie] if (tie := tier.tie(mention, "LOCATED_IN", place, place.rule, 0.86, implied=True)) else []
    for place, rule, sure in places_in(mention, inner, lexicon) if not hosts else ():
        if mention.label == "University" and not at_home(mention, place, familiar, lexicon):
            continue
        if place.label == "District" and far(mention, place, familiar, lexicon):
            continue
        if mention.label == "Company" and mention.rule == "known name" and place.name[:2] not in mention.surface:
            continue  # the full name is what the lexicon knows, not what the text says
        if tie := tier.tie(mention, "LOCATED_IN", place, rule, sure, implied=place.rule == "owner in a name"):
            yield tie
            yield from _seat(place, lexicon, tier) if place.label == "Zone" else ()
    yield from by_founder(mention, inner, lexicon, tier)
    yield from inner_containment(inner, lexicon, tier)


def _seat(owner_: Mention, lexicon: Lexicon, tier: Tier) -> Iterator[Candidate]:
    """Read where an owner stands that is told only inside the name of its thing (its own name says so)."""
    if owner_.label not in {"Company", "ResearchInstitute", "Zone"} or owner_.rule != "owner in a name":
        return
    for place, rule, sure in places_in(replace(owner_, nested=False), (), lexicon):
        if tie := tier.tie(owner_, "LOCATED_IN", place, rule, min(sure, 0.82), implied=True):
            yield replace(tie, implied=(owner_, place) if place.label != "Zone" else (owner_,))


def inner_containment(inner: Sequence[Mention], lexicon: Lexicon, tier: Tier) -> Iterator[Candidate]:
    """Read containment of places that a name joins (沈阳浑南科技城, 德国海德堡离岸创新中心)."""
    places = [m for m in inner if m.label in PLACE_LABELS]
    for first, second in itertools.pairwise(places):
        joined = first.label != "Region" and first.end == second.start and within(first, second, lexicon)
        if joined and (tie := tier.tie(second, "PART_OF", first, "places joined in a name", 0.88)):
            yield tie


def chained(region: Mention, lexicon: Lexicon, tier: Tier) -> Iterator[Candidate]:
    """Read the members that the name of a region strings together (甲—乙—丙功能走廊), if most of them are known."""
    pieces = re.split("[—－–-]+", region.name) if region.label == "Region" else []
    last = pieces[-1] if len(pieces) > 1 else ""
    pieces[-1:] = [next((last[:n] for n in (4, 3, 2) if lexicon.place(last[:n])), last)] if last else []
    every = [e for p in pieces if (e := lexicon.place(p.strip("“”")))]
    entries = [e for e in every if e.label in {"City", "District"}]
    for entry in entries if len(every) in {len(pieces), max(2, len(pieces) - 1)} else ():
        place = Mention(region.start, region.end, entry.label, entry.name, entry.name, "place in the name", 0.9)
        if tie := tier.tie(place, "PART_OF", region, "places chained in a name", 0.88, implied=True):
            yield tie


def _branch(mention: Mention, inner: Sequence[Mention]) -> bool:
    """Say whether a company is a branch by its ending, or a full company name behind that of its owner, not a brand."""
    owners = [m for m in inner if m.label == "Company" and m.start == mention.start and m.name == m.surface]
    owners = [m for m in owners if m.name != mention.name]
    rest = mention.surface[max(m.end for m in owners) - mention.start :] if owners else ""
    return bool(
        _SUBSIDIARY.search(mention.name)
        or re.fullmatch(r"(?!股份|有限|责任|集团|科技|控股)[\u4e00-\u9fff]{4,14}(?:有限公司|分公司|公司)", rest)
    )


def _implied(label: str, name: str, mention: Mention) -> Mention:
    return Mention(mention.start, mention.start, label, name, name, "owner in a name", 0.9)


def _parents(mention: Mention, inner: Sequence[Mention], lexicon: Lexicon) -> Iterator[tuple[Mention, float]]:
    """Find the organisation that a name begins with; of several the most specific."""
    name = mention.name
    if mention.label == "GovernmentBody":
        yield from superior(mention)
        return
    if market := service_parent(mention):
        yield market, 0.88
        return
    if mention.label not in OWNED and not (mention.label == "Company" and _branch(mention, inner)):
        return
    owners = OWNERS - {"Company"} if name.endswith(("学会", "协会", "联合会")) else OWNERS  # 中国电子|学会
    starting = [m for m in inner if m.label in owners and m.name != name and _leads(mention, m, lexicon)]
    starting = [m for m in starting if m.end < mention.end]
    head = leading(name, lexicon)
    if _ACADEMY.match(name) and "科" not in mention.surface:
        return  # the text itself does not say whose it is (某某光机所)
    rest = mention.surface[max(m.end for m in starting) - mention.start :] if starting else ""
    if re.fullmatch(r"[（(·][^（()）]{2,4}[)）]?", rest):
        return  # X（威海） is X there, not a part of X
    of = [m for m in _of_branch(mention, lexicon) if not any(m.surface == s.surface for s in starting)]
    if starting or of:
        parent = of[0] if of else max(starting, key=lambda m: (m.end, -m.start))
        if parent.label != "GovernmentBody" or mention.label in {"ResearchInstitute", "ServiceAgency", "Lab"}:
            yield parent, 0.88
            return
    if head and head[1].label in {"City", "District"}:
        behind = leading(name[head[0] :], lexicon)
        if behind and behind[1].label == "University":
            yield _implied("University", behind[1].name, mention), 0.86
            return
    if mention.label == "Zone":
        own = _PIECE.match(name) or _CORE.match(name) or _ASIDE.match(name)
        piece = own or _SUBZONE.match(name)
        if piece and (own or is_part(piece.group("rest"), lexicon)):
            yield _implied("Zone", piece.group("body"), mention), 0.93
        return
    if head and head[1].label in OWNERS - {"GovernmentBody"} and head[0] < len(name) and head[1].name != name:
        yield _implied(head[1].label, head[1].name, mention), 0.88
        return
    if (match := _FIRM.match(_without_place(name, lexicon))) and (
        mention.label in {"Lab", "ResearchInstitute", "Incubator"}
        and (firm := match.group("firm"))
        and len(firm) >= 4
        and not (head and firm[head[0] :] in lexicon.industries)  # 抚顺精细化工|研究院 is of a field
    ):
        yield _implied(_firm_label(firm), firm, mention), 0.85
        return
    if _ACADEMY.match(name) and mention.label in {"ResearchInstitute", "Lab", "Incubator", "University"}:
        yield _implied("ResearchInstitute", "中国科学院", mention), 0.9


def _of_branch(mention: Mention, lexicon: Lexicon) -> list[Mention]:
    """Give the body of which a name tells a branch in another place, or the college of which it tells a school."""
    school = _SCHOOL.match(mention.name) if mention.label == "University" else None
    if school and leading(school.group("of"), lexicon):
        return [_implied("University", school.group("of"), mention)]
    head = leading(mention.name, lexicon)
    known = head is not None and head[1].label == "University"  # 西安电子科技大学 is not 电子科技大学
    for length in (2, 3) if mention.label in {"ResearchInstitute", "Lab", "Incubator"} and not known else ():
        first = lexicon.place(mention.name[:length]) or lexicon.guarded.get(mention.name[:length])
        if first and first.label in {"City", "District"} and (behind := leading(mention.name[length:], lexicon)):
            return [_implied("University", behind[1].name, mention)] if behind[1].label == "University" else []
    branch = branch_of(mention.name, lexicon)
    return [_implied(*branch[:2], mention)] if branch and branch[0] in OWNERS | {"ServiceAgency"} else []


def _firm_label(firm: str) -> str:
    return "ResearchInstitute" if firm.endswith(("研究院", "设计院", "科学院")) else "Company"


def _without_place(name: str, lexicon: Lexicon) -> str:
    """Drop a leading province that classes a lab (辽宁省X公司重点实验室), if a city or a firm's own name follows."""
    match = re.match(r"[\u4e00-\u9fff]{2,3}省(?=.{6,})", name)
    return name[match.end() :] if match and lexicon.place(match.group()) else name


def _leads(mention: Mention, inner: Mention, lexicon: Lexicon) -> bool:
    """Say whether an inner name opens the whole, but for a place or a level before it."""
    before = mention.surface[: max(0, inner.start - mention.start)].strip("“”")
    return not before or bool(re.fullmatch(r"(?:国家|省|市|级)+", before)) or lexicon.place(before) is not None


def superior(mention: Mention) -> Iterator[tuple[Mention, float]]:
    """Find the body of which an office, a bureau or a committee is part."""
    for pattern, sure in ((_OFFICE, 0.92), (_STATE_OFFICE, 0.95), (_PARTY, 0.9), (_BUREAU, 0.9)):
        if match := pattern.match(mention.name):
            body = match.groupdict().get("body") or match.group()
            if body != mention.name:
                if pattern is _PARTY and not body.startswith("中共"):
                    body = "中共" + body
                yield _implied("GovernmentBody", body, mention), sure
            return


def _outright(mention: Mention, lexicon: Lexicon) -> Iterator[tuple[Mention, float]]:
    """Give the place that a name tells by its form: that of a piece, in brackets, or before a known zone."""
    piece = _PIECE.match(mention.name)
    if piece and (entry := lexicon.place(piece.group("rest")[:-2])):
        yield beside(mention, entry, mention.name), 0.93
    if aside := bracketed(re.sub(r"(?<=大学)（[^（）]{2,4}）(?=.{3})", "", mention.name), lexicon):
        place = beside(mention, *aside)
        yield place, _trust(mention, place)
    yield from surfaced(mention, lexicon)


def places_in(mention: Mention, inner: Sequence[Mention], lexicon: Lexicon) -> Iterator[tuple[Mention, str, float]]:
    """Give the most specific place in a name: in brackets, else the last of its leading places."""
    name = mention.name
    if mention.label not in PLACED or (mention.label == "Zone" and _CORE.match(name)):  # a part of its zone
        return
    branch = branch_of(name, lexicon) if mention.label in OWNED - {"Zone"} else None
    if branch or COMPASS.match(name):
        aside = branch[2:] if branch else bracketed(name, lexicon) if mention.label != "Alliance" else None
        led = [(beside(mention, *aside), 0.88)] if aside else amid(mention, lexicon)
        yield from ((place, "place in the name", sure) for place, sure in led)
        return
    if sub := _SUBZONE.match(name) if mention.label == "Zone" and not _PIECE.match(name) else None:
        if not is_part(sub.group("rest"), lexicon):
            yield _implied("Zone", sub.group("body"), mention), "place in the name", 0.86
        return
    if listed := lexicon.located.get(name):
        for known in listed:
            if entry := lexicon.place(known):
                place = Mention(mention.start, mention.end, entry.label, entry.name, known, "lexicon", 0.9)
                yield place, "known place", 0.85
        return
    for place, sure in _outright(mention, lexicon):
        yield place, "place in the name", sure
        return
    places = [m for m in _free_places(mention, inner, lexicon) if _fits(mention, m)]
    cities = [m for m in places if m.label == "City"]
    if mention.label == "Zone" and len(cities) > 1 and cities[0].end == cities[1].start:
        for city in cities if "合作" not in name else ():
            yield city, "place in the name", 0.88
        return
    if places:
        joint, best = _closest(mention, places, lexicon)
        for place in joint if mention.label == "Cluster" else [best]:
            yield place, "place in the name", _trust(mention, place)
        return
    head = leading(name, lexicon)
    if head and head[1].label in OWNERS:
        yield from _behind_owner(mention, name[head[0] :], lexicon)
    elif (
        not inner
        and not founding_zone(mention)
        and head
        and head[1].label in AREAS
        and not name[head[0] :].startswith(("、", "和", "与"))
    ):
        place = replace(beside(mention, head[1], name[: head[0]]), end=mention.start)
        if _fits(mention, place):
            yield place, "place in the name", _trust(mention, place)
    else:
        yield from ((place, "place in the name", sure) for place, sure in amid(mention, lexicon))


def _closest(mention: Mention, places: Sequence[Mention], lexicon: Lexicon) -> tuple[list[Mention], Mention]:
    """Give the most specific place of a name, and all of its level; a district of another city is none of them."""
    led = next((m for m in places if m.label == "City" and m.start == mention.start), None)
    if led and mention.label != "Zone":
        places = [m for m in places if m.label != "District" or within(led, m, lexicon)]
    bracketed = [m for m in places if any(mark + m.surface in mention.surface for mark in "（(·")]
    order = {"Region": 0, "City": 1, "District": 2, "Zone": 3}
    bracketed = [m for m in bracketed if m.label != "Region" or all(p.label == "Region" for p in places)]
    best = max(bracketed or places, key=lambda m: (order[m.label], m.start))
    return [m for m in places if m.label == best.label], best


def leading(name: str, lexicon: Lexicon) -> tuple[int, Entry] | None:
    """Give the place or organisation that a name starts with, but never the whole name."""
    head, cut = owner(name, lexicon), len(name) - 1
    while head and head[0] >= len(name) and cut > 2:
        head = owner(name[:cut], lexicon)
        cut -= 1
    return head if head and head[0] < len(name) else None


def _behind_owner(mention: Mention, rest: str, lexicon: Lexicon) -> Iterator[tuple[Mention, str, float]]:
    """Read the city behind an owner (X大学南京研究院, X大学辽阳分校)."""
    for start, _, surface in lexicon.find(rest):
        entry = lexicon.place(surface)
        near = start == 0 and entry is not None and entry.label == "District"  # 甲大学|太仓研究院
        if entry and (near or entry.label == "City" or entry.name.endswith(("省", "自治区"))) and start <= 3:
            place = Mention(mention.start, mention.end, entry.label, entry.name, surface, "place in the name", 0.9)
            yield place, "place in the name", 0.85
            return


def _free_places(mention: Mention, inner: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Give the places of a name that do not stand inside the name of an owner or of a larger place."""
    holders = [
        m for m in inner if m.label in OWNERS | {"Zone", "Region"} and m.end - m.start > 3 and m.name != mention.name
    ]
    head = leading(mention.name, lexicon)
    if head and head[1].label in OWNERS and mention.name == mention.surface:
        holders.append(Mention(mention.start, mention.start + head[0], head[1].label, head[1].name, "", "", 0.9))
    places = []
    for m in inner:
        unclear = m.label == "City" and m.start > mention.start and m.surface in lexicon.ambiguous
        if m.label not in AREAS or m.name == mention.name or unclear:
            continue
        rest = mention.surface[m.end - mention.start :]
        water = "湾" if m.label == "City" else "[湾江河湖山岛](?![东西南北])"
        if m.label != "Region" and not m.surface.endswith(("市", "区", "县")) and re.match(water, rest):
            continue  # 胶州湾 is not 胶州
        before = mention.surface[: m.start - mention.start]
        amid = (
            bool(before) and before[-1] not in "·（(" and not any(p.end == m.start for p in inner if p.label in AREAS)
        )
        if (
            mention.label == "Zone"
            and m.label == "District"
            and amid
            and not m.surface.endswith(("市", "区", "县", "旗"))
        ):
            continue  # nor is what stands in the middle of a word a county (环大罗山科创走廊)
        inside = any(h.start <= m.start and m.end <= h.end and (h.start, h.end) != (m.start, m.end) for h in holders)
        if not inside:
            places.append(m)
    return places


def _fits(mention: Mention, place: Mention) -> bool:
    """Say whether a place in the name of a thing of this class is where the thing stands."""
    if place.label == "Region":
        before, after = mention.surface[: place.start - mention.start], mention.surface[place.end - mention.start :]
        province = place.name.endswith(("省", "自治区"))
        local = re.search(r"[（(]", before) or (province and _LOCAL.fullmatch(after))
        if place.start > mention.start and not local:
            return False
        if mention.label == "Alliance" and mention.surface.startswith("省"):
            return False
        if mention.label == "Zone" and JOINING.search(mention.name) and not province:
            return False
        if mention.label == "Event":
            return place.surface.endswith("省") or place.start > mention.start
        return not (mention.label == "ServiceAgency" and COMPASS.match(place.surface))
    if place.label == "Zone":
        if mention.surface.endswith(place.surface):
            return False  # 成都|天府国际生物城 is the same
        standing = re.search(r"(?:区|园|城|港|谷|基地)$", place.name)
        wide = re.search(r"(?:自创区|自主创新示范区|自贸区|自由贸易试验区)$", place.name)
        return bool(standing) and not wide and mention.label != "Fund"
    return mention.label != "Fund"


def _trust(mention: Mention, place: Mention) -> float:
    return 0.93 if mention.label == "Zone" else 0.82 if place.label == "Region" else 0.88
