"""Where a thing stands whose name holds a place amid other words: twin zones, provinces in brackets, names of firms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.hollow import of_two_cities
from loaders.lexicon import Entry, Lexicon
from loaders.mention import Mention

_TWINS = re.compile(
    r"(?P<first>[\u4e00-\u9fff]{2,6})[—－–·-]{1,2}(?P<second>[\u4e00-\u9fff]{2,18}(?:园|区|基地|城|小镇|谷|港|中心))"
)
# What lies on both sides of a border; a park of two cities stands in the first one.
_ACROSS = re.compile(r"(?:功能区|(?<!产业)合作区|协作区|协同区|示范区|先行区|试验区|走廊|片区)$")
_SETTLED = frozenset({"City", "District"})
# A firm's words behind the name of a city that is also an everyday word (保定|产投集团, not 东方|电气).
_TOWN_FIRM = re.compile(r"(?:市|产投|城投|国投|建投|交投|水务|公交|城建|文旅|产业投资|城市建设|投资|银行|高新)")
_ZONE_HEAD = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:高新区|经开区|经济技术开发区|高新技术产业开发区|开发区|新区)(?:（[\u4e00-\u9fff]{2,3}）)?(?=[\u4e00-\u9fff]{4,})"
)


def twin_hosts(mention: Mention, lexicon: Lexicon, familiar: frozenset[str]) -> list[Entry]:
    """Give where a zone named after two places with a dash between stands (喀什—深圳产业园), and a cluster its core.

    A district that straddles a border stands on both sides; of the partners of a park the one at home is meant,
    else the first. Other names tell none.
    """
    if mention.rule == "cities of its core":
        *heads, last = mention.name.split("、")
        led = [*(lexicon.place(h) for h in heads), next((e for n in (3, 2) if (e := lexicon.place(last[:n]))), None)]
        return [e for e in led if e is not None and e.label in _SETTLED] if None not in led else []
    twins = _TWINS.fullmatch(mention.name) if mention.label == "Zone" else None
    if twins is None:
        return []
    first, second = _whole(twins.group("first"), lexicon), _opening(twins.group("second"), lexicon)
    if mention.name[twins.end("first")] == "·" and second is not None:
        return [second]  # 北京·沧州…产业园, 中关村·三明科技园
    if first is None or (second is None and not twins.group("second").startswith("中关村")):
        return [first] if first and second else []
    entries = [e for e in (first, second) if e is not None]
    if len(entries) == 1 or _ACROSS.search(mention.name):
        return entries
    at_home = [e for e in entries if e.province in familiar]
    return at_home if len(at_home) == 1 else entries[:1]


def _whole(words: str, lexicon: Lexicon) -> Entry | None:
    """Give the innermost place of words that are places only, or begin with one (南京|江宁, 天津|滨海)."""
    found = _opening(words, lexicon)
    return found if found is not None and found.label in _SETTLED else None


def _opening(words: str, lexicon: Lexicon) -> Entry | None:
    for length in (4, 3, 2):
        entry = lexicon.place(words[:length])
        if entry is None or entry.label not in _SETTLED:
            continue
        inner = [lexicon.place(words[length : length + n]) for n in (3, 2)]
        return next((e for e in inner if e and e.label == "District" and entry.name in {e.parent, e.province}), entry)
    return None


def bracketed(name: str, lexicon: Lexicon) -> tuple[Entry, str] | None:
    """Give the city, district or province in brackets inside a name (X（苏州）有限公司, 国家X中心（吉林）)."""
    for match in re.finditer(r"[（(·]([\u4e00-\u9fff]{2,4})(?:[）)]|$)", name):
        inside = re.sub("(?<=..)(?:赛区|片区|会场|赛场|站|专场)$", "", match.group(1))
        entry = lexicon.place(inside) or lexicon.guarded.get(inside)
        province = entry is not None and entry.label == "Region" and entry.name.endswith(("省", "自治区"))
        if entry and (entry.label in _SETTLED or province):
            return entry, inside
    return None


def surfaced(mention: Mention, lexicon: Lexicon) -> Iterator[tuple[Mention, float]]:
    """Give the place with which the text, not the name, begins a zone (北京|中关村)."""
    if mention.rule == "shared ending" and ((place := lexicon.place(mention.surface)) and place.label == "District"):
        yield beside(mention, place, mention.surface), 0.9  # 绥中, of 葫芦岛、绥中等高新区
    elif mention.label == "Zone" and mention.surface[:2] != mention.name[:2]:
        yield from _at(mention.surface, mention, 0, lexicon)


def amid(mention: Mention, lexicon: Lexicon) -> Iterator[tuple[Mention, float]]:
    """Give the place that a name without a leading one tells: of a national centre, of a firm, of an uncommon city."""
    name = mention.name
    if (known := lexicon.guarded.get(name[:2])) and _of_town(mention):
        yield beside(mention, known, name[:2]), 0.86
    elif mention.label == "Zone" and re.match("中[德日韩俄以法意新英美加瑞荷奥波欧]", name):
        yield from _at(name, mention, 2, lexicon)  # 中新|广州|知识城
    elif mention.label == "Company" and (zone := _ZONE_HEAD.match(name)):
        yield Mention(mention.start, mention.start, "Zone", zone.group(), zone.group(), "owner in a name", 0.9), 0.84
    elif mention.label == "Company" and (brand := re.match(r"[A-Za-z]{2,10}(?=[\u4e00-\u9fff])", name)):
        yield from _at(name, mention, brand.end(), lexicon)
    elif mention.label in {"Lab", "ServiceAgency"} and re.match("国家|全国|中国", name):
        ending = re.search(r"(?:分?中心|枢纽节点|节点|基地|分站)$", name)
        for length in (4, 3, 2) if ending else ():
            start = ending.start() - length if ending else 0
            entry = lexicon.place(name[start : start + length]) if start > 3 else None
            if entry and entry.label in {"City", "Region"}:
                yield beside(mention, entry, name[start : start + length]), 0.86
                return


def _at(words: str, mention: Mention, at: int, lexicon: Lexicon) -> Iterator[tuple[Mention, float]]:
    for length in (4, 3, 2):
        entry = lexicon.place(words[at : at + length])
        if entry and entry.label in {"City", "Region"}:
            yield beside(mention, entry, words[at : at + length]), 0.84
            return


def _of_town(mention: Mention) -> bool:
    """Say whether a name that begins like a city whose short form is an everyday word is called after the city."""
    if mention.label == "Company":
        return bool(_TOWN_FIRM.match(mention.name, 2))
    return mention.label == "Zone" or mention.name[2:3] == "·"


def beside(mention: Mention, entry: Entry, surface: str) -> Mention:
    """Give a place of a name as a mention of its own."""
    return Mention(mention.start, mention.end, entry.label, entry.name, surface, "place in the name", 0.9)


def is_district(name: str, label: str, lexicon: Lexicon) -> bool:
    """Say whether what ends like a zone is a district behind its city (商丘市|梁园区)."""
    for cut in range(2, len(name) - 2) if label == "Zone" else ():
        city = lexicon.place(name[:cut])
        entries = lexicon.entries.get(name[cut:], ()) if city else ()
        if city and any(e.label == "District" and city.name in {e.parent, e.province} for e in entries):
            return True
    return False


def placed_university(name: str, label: str, lexicon: Lexicon) -> bool:
    """Say whether a known university stands behind a place (深圳|清华大学); some share their name with others there."""
    if label != "University" or name in lexicon.entries:
        return False
    for cut in range(2, min(4, len(name) - 4) + 1):
        rest = name[cut:]
        known = rest not in lexicon.shared and any(e.label == label for e in lexicon.entries.get(rest, ()))
        if known and lexicon.place(name[:cut]):
            return True
    zone = _ZONE_FIRST.match(name)
    return zone is not None and any(e.label == label for e in lexicon.entries.get(name[zone.end() :], ()))


# A zone in front of the university that stands in it (某新区|某农业大学).
_ZONE_FIRST = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:新区|高新区|经开区|开发区|大学城|科学城|科技城|示范区)(?=[\u4e00-\u9fff]{4})"
)


# What a text says that things are called is a name: 甲市、乙市两个高新区（统称|甲乙国家高新区）.
_CALLED = re.compile(r"(?:统称|合称|简称)(?:为)?[“]?$")


def only_seems(name: str, label: str, lexicon: Lexicon, before: str = "") -> bool:
    """Say whether what ends like a name of a class is none: a district, a placed university, two zones.

    Parameters
    ----------
    before : the text in front of the name.
    """
    if _CALLED.search(before):
        return False
    zones = label == "Zone" and of_two_cities(name, lexicon)
    return zones or is_district(name, label, lexicon) or placed_university(name, label, lexicon)


def is_part(rest: str, lexicon: Lexicon) -> bool:
    """Say whether what follows the name of a zone is a part of it (甲片区, a district and 园), no park in it."""
    return rest.endswith(("片区", "新城", "组团", "分园", "分区", "岛", "板块")) or lexicon.place(rest[:-1]) is not None


def at_home(mention: Mention, place: Mention, familiar: frozenset[str], lexicon: Lexicon) -> bool:
    """Say whether a university named by its place stands there: a campus does, others where the text is at home."""
    if re.search(r"(?:校区|分校)$|[（(·][^（()）]{2,4}[)）]?$", mention.name):
        return place.label != "Region" and (
            place.label != "District" or _near_campus(mention.name, place, familiar, lexicon)
        )
    if place.label == "Zone":
        return True
    return not mention.nested and place.label != "Region" and place.name in familiar


def _near_campus(name: str, place: Mention, familiar: frozenset[str], lexicon: Lexicon) -> bool:
    """Say whether the district that a campus is named after can be meant: other words are called like far counties.

    紫金港校区 is not in 紫金, nor the 兴隆校区 of a university of another province in 兴隆.
    """
    if place.name in name:
        return True
    if place.name in familiar or place.surface == place.name:
        return True
    if not re.search(re.escape(place.surface) + "(?:校区|分校|新校区|主校区)", name):
        return False
    entries = [e for e in lexicon.entries.get(place.surface, ()) if e.name == place.name]
    above = {w for e in entries for w in (e.parent, e.province) if w}
    opening = next((e for n in (3, 2) if (e := lexicon.place(name[:n]))), None)
    return bool(above & familiar) or (opening is not None and (opening.name in above))


_OWN_ZONE = re.compile("(?:高新技术产业开发区|高新区|经开区|开发区|新区|保税区|工业园区|度假区|示范区|试验区|科技城)$")


def far(mention: Mention, place: Mention, familiar: frozenset[str], lexicon: Lexicon) -> bool:
    """Say whether words that are also the short name of a county are not meant so: it lies where the text never is.

    云龙产业园 of Haikou is not in 云龙 of Yunnan. A zone of a kind that counties have is taken for the county's.
    """
    if place.surface == place.name or place.name in mention.name or _OWN_ZONE.search(mention.name):
        return False
    entries = [e for e in lexicon.entries.get(place.surface, ()) if e.name == place.name]
    above = {word for e in entries for word in (e.name, e.parent, e.province) if word}
    known = [e for name in familiar if (e := lexicon.place(name)) and e.label != "Country"]
    around = familiar | {e.province for e in known if e.province}
    return bool(entries and known) and not above & around
