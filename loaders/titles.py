"""Titles and numbers of documents: the issuer and the place that they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention
from loaders.names import great

_BODY = re.compile(
    r"^(?:中共中央(?:办公厅)?、?国务院(?:办公厅)?|国务院(?:办公厅)?|[\u4e00-\u9fff（）]{2,24}?(?:人民政府办公厅|人民政府办公"
    r"室|人民政府|国务院办公厅|国务院|委员会|领导小组办公室|领导小组|联席会议|发展改革委|办公厅|厅|局|科技部|财政部|教育部|工业和信息化部|"
    r"部))"
    r"(?=关于)"
)
_NUMBER = re.compile(
    r"^(?P<place>国|[\u4e00-\u9fff]{1,2}?)(?P<kind>政|发|办发|政发|政办发|委发|委办发|党发|政规|政办规|函|办函|政函|政办函|政文|政报|政字|政复|政秘|府|府函|府发|府办|府办函|府办发|府文|府字)[〔"
    r"\[（(]?\d{4}"
)
_CENTRAL = {"发": "国务院", "办发": "国务院办公厅", "函": "国务院", "办函": "国务院办公厅"}
# Numbers of ministries: 国科发规〔2019〕298号, 发改高技〔2021〕9号.
_MINISTRIES = (
    (re.compile(r"^国科[发函办]\w{0,3}[〔\[（(]?\d{4}"), "科学技术部"),
    (re.compile(r"^发改\w{1,4}[〔\[（(]?\d{4}"), "国家发展和改革委员会"),
    (re.compile(r"^工信[部厅]\w{1,4}[〔\[（(]?\d{4}"), "工业和信息化部"),
)
# Several for whom something is asked or granted: 支持甲市和乙县建设….
_GRANTED = re.compile(
    r"(?:支持|同意|批准|推荐|申请)(?P<list>[\u4e00-\u9fff]{2,6}(?:[、和与][\u4e00-\u9fff]{2,6})+?)(?:建设|创建|设立|开展|列为)"
)
_ZONE_ENDING = re.compile(
    r"^(?:国家级?|省级)?(?:高新技术产业开发区|高新区|经济技术开发区|经开区|自主创新示范区|自创区|自由贸易"
    r"试验区|自贸区|自贸试验区|综合保税区|新区|示范区|科学城)"
)
_REGION_ENDING = re.compile(r"^(?:现代化都市圈|大都市圈|都市圈|城市群|经济带|经济区|经济圈|沿海经济带)")
_COORDINATED = re.compile(
    r"(?P<list>[\u4e00-\u9fff]{2,10}(?:、[\u4e00-\u9fff]{2,4}?)+(?:和[\u4e00-\u9fff]{2,3})?)\d*个?(?P<ending>(?:国家级?|省级)?(?:高新技术"
    r"产业开发区|高新区|经济技术开发区|经开区))"
)
# Issuers that only white space parted: 甲部|乙省人民政府, 甲部|乙委.
_APART = re.compile(
    r"(?<=[部委局署院府])(?=(?:[\u4e00-\u9fff]{2,7}(?:省|市|自治区)人民政府|国家[\u4e00-\u9fff]{2,6}[委局]|科技部|财政部|教育部|商务部|工业和信息化部|中国科学院)$)"
)
# An agreement that its title names by its parties is for none of their places.
_BETWEEN = re.compile(r"(?:管理委员会|管委会|人民政府|大学|公司|研究院).*(?:协议|备忘录|合同)$")
_SKIP = re.compile(r"东北亚")


def issuers(paper: Mention, home: Home, lexicon: Lexicon) -> Iterator[tuple[Mention, float]]:
    """Give who issued a paper, by its title (X人民政府关于…) or its number (国办发〔2017〕7号)."""
    if match := _BODY.match(paper.name):
        name = match.group()
        for part in re.split(r"、", name) if "国务院" in name else _APART.split(name):
            for body in ("中共中央", "国务院") if part == "中共中央国务院" else (part,):
                yield _body(paper, body), 0.95
        return
    for number in paper.aliases:
        if (match := _NUMBER.match(number)) and (
            body := _by_number(match.group("place"), match.group("kind"), lexicon)
        ):
            yield _body(paper, body), 0.93
        for pattern, ministry in _MINISTRIES:
            yield from [(_body(paper, ministry), 0.9)] if pattern.match(number) else []
    del home


def _body(paper: Mention, name: str) -> Mention:
    return Mention(paper.start, paper.start, "GovernmentBody", name, name, "issuer of a title", 0.93)


def _by_number(place: str, kind: str, lexicon: Lexicon) -> str:
    if place == "国":
        return _CENTRAL.get(kind, "")
    full = lexicon.division_signs.get(place[0], "") if len(place) == 1 else ""
    if not full:
        return ""
    if kind.startswith(("政", "府")):
        office = ("办公厅" if full.endswith(("省", "自治区")) else "办公室") if "办" in kind else ""
        return f"{full}人民政府{office}"
    return f"中共{full}委" if kind in {"委发", "党发"} else ""


def applies(paper: Mention, mentions: Sequence[Mention], home: Home, lexicon: Lexicon) -> Iterator[Mention]:
    """Give the place or zone that a title is for: the first that it names, its issuer's otherwise.

    Parameters
    ----------
    mentions : those of the sentence; a zone nested in the title counts as its place.
    """
    title = paper.name
    if _BETWEEN.search(title):
        return
    issuer = _BODY.match(title)
    rest = title[issuer.end() :] if issuer else title
    if several := list(_several(paper, rest, lexicon)):
        yield from several
        return
    if inner := _zone_within(paper, mentions):
        yield inner
        return
    found = _first_place(paper, rest, lexicon)
    if found is None and issuer:
        found = _first_place(paper, issuer.group(), lexicon)
    if found:
        yield found
        if (
            found.label == "Zone"
            and (match := re.match(r"[\u4e00-\u9fff]{2,3}省", rest))
            and (entry := lexicon.place(match.group()))
        ):
            yield Mention(paper.start, paper.start, entry.label, entry.name, match.group(), "place in the title", 0.9)
    elif paper.label == "Programme" and home.province and _of_province(paper, mentions):
        yield Mention(paper.start, paper.start, "Region", home.province, home.province, "place in the title", 0.9)


def _zone_within(paper: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """Give the zone that a title opens with, if it was read there as a name (甲科学城改革实施方案)."""
    inside = [m for m in mentions if m.nested and m.label == "Zone" and paper.start <= m.start and m.end <= paper.end]
    first = [m for m in inside if len(paper.surface[: m.start - paper.start].strip("《“关于支持推进")) == 0]
    return max(first, key=lambda m: m.end) if first else None


def _several(paper: Mention, title: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Give the zones that a title coordinates (甲、乙、丙高新区), spelled out."""
    if granted := _GRANTED.search(title):
        entries = [lexicon.place(part) for part in re.split(r"[、和与]", granted.group("list"))]
        for entry in entries if all(e and e.label in {"City", "District", "Region"} for e in entries) else ():
            if entry:
                yield Mention(paper.start, paper.start, entry.label, entry.name, entry.name, "place in the title", 0.9)
        if None not in entries:
            return
    match = _COORDINATED.search(title)
    ending = _ZONE_ENDING.match(match.group("ending")) if match else None
    if not match or not ending:
        return
    parts = match.group("list").split("、")
    last = parts.pop()  # the last may hold two, unless 和 belongs to its name (呼和浩特)
    parts += [last] if _place_closing(last, lexicon) == last else re.split("[和与]", last)
    named = [_place_closing(part, lexicon) for part in parts]
    for surface in named if all(named) else ():
        name = re.sub(r"(?<=..)[市县区]$", "", surface) + ending.group().removeprefix("省级")
        yield Mention(paper.start, paper.start, "Zone", name, name, "place in the title", 0.9)


def _place_closing(words: str, lexicon: Lexicon) -> str:
    """Give the city or county with which words end, as they write it (同意乌鲁木齐)."""
    ends = (words[-length:] for length in (4, 3, 2) if length <= len(words))
    return next((w for w in ends if (e := lexicon.place(w)) and e.label in {"City", "District"}), "")


def _of_province(paper: Mention, mentions: Sequence[Mention]) -> bool:
    del mentions
    return bool(re.match(r"[“‘]?(?:全省|省|我省)(?!级|际|外|内)", paper.surface))


def _first_place(paper: Mention, text: str, lexicon: Lexicon) -> Mention | None:
    """Find the first place of a title; with a zone's or region's ending behind it, that zone or region."""
    for start, end, surface in lexicon.find(text):
        entries = [e for e in lexicon.entries.get(surface, ()) if e.label in {"Region", "City", "Zone", "District"}]
        if not entries or _SKIP.match(text[start:]) or (paper.label == "Programme" and start > 2):
            continue
        entry = min(entries, key=lambda e: ["Zone", "Region", "City", "District"].index(e.label))
        if entry.label == "Region" and any(
            (inner := lexicon.place(text[end : end + n])) and inner.label == "City" and inner.province == entry.name
            for n in (5, 4, 3)
        ):
            continue  # of a province and a city in it the city is meant
        if entry.label == "City" and (part := _district_behind(text[end:], entry.name, lexicon)):
            zone = _ZONE_ENDING.match(text[end + part :])
            name = text[start : end + part + zone.end()] if zone else ""
            return Mention(paper.start, paper.start, "Zone", name, name, "place in the title", 0.9) if zone else None
        if entry.label == "District" and (zone := _ZONE_ENDING.match(text[end:])):
            name = text[start : end + zone.end()]
            return Mention(paper.start, paper.start, "Zone", name, name, "place in the title", 0.9)
        if entry.label == "District":
            if entry.short or len({e.parent for e in entries}) > 1:
                continue
            return None
        joined = entry.label == "Region" and not entry.province and entry.name not in lexicon.division_signs.values()
        if entry.label == "City":
            end += len(_city_opening(text[end:], lexicon))  # a zone of two cities (甲乙自主创新示范区)
        if (joined or entry.label in {"City", "District"}) and (zone := _ZONE_ENDING.match(text[end:])):
            name = text[start : end + zone.end()]
            return Mention(paper.start, paper.start, "Zone", name, name, "place in the title", 0.9)
        if region := _REGION_ENDING.match(text[end:]):
            name = text[great(text, start) : end + region.end()]
            return Mention(paper.start, paper.start, "Region", name, name, "place in the title", 0.9)
        return Mention(paper.start, paper.start, entry.label, entry.name, surface, "place in the title", 0.9)
    return None


def _city_opening(rest: str, lexicon: Lexicon) -> str:
    """Give the city with which words open that are the rest of a title, if a kind of zone follows it."""
    for length in (4, 3, 2):
        city = lexicon.place(rest[:length])
        if city and city.label == "City" and _ZONE_ENDING.match(rest[length:]):
            return rest[:length]
    return ""


def _district_behind(rest: str, city: str, lexicon: Lexicon) -> int:
    """Give the length of a district of the city that follows it (甲市乙区…)."""
    for length in range(min(4, len(rest)), 1, -1):
        if any(e.label == "District" and e.parent == city for e in lexicon.entries.get(rest[:length], ())):
            return length
    return 0


def zones_in(title: str, named: Sequence[Mention]) -> list[Mention]:
    """Give the zone in a title that the document names elsewhere, too; the longest, if several."""
    zones = [m for m in named if m.label == "Zone" and not m.nested and m.name in title]
    return [max(zones, key=lambda m: len(m.name))] if zones else []


_JOINT = re.compile(r"(?P<lead>.*?)(?:国家)?(?:自主创新示范区|自创区|(?:全面|科技)?(?:创新)?改革(?:创新)?试验区)$")


def province_of(zone: Mention, home: Home, lexicon: Lexicon) -> Mention | None:
    """Give the home province as the place of the joint zone of its cities, where a paper is about the zone.

    A zone that is named after one city, or after its province, needs no other place.
    """
    match = _JOINT.fullmatch(zone.name) if zone.label == "Zone" else None
    if match is None or not home.province or len(match.group("lead")) < 2:
        return None
    entry = lexicon.place(match.group("lead"))
    if entry is not None and entry.label != "Region":
        return None
    return Mention(zone.start, zone.start, "Region", home.province, home.province, "joint zone of a title", 0.85)
