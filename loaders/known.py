"""Known names: what the lexicon says of a stretch of text, and which of several things of one name is meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from loaders.lexicon import PLACE_LABELS, Entry, Lexicon
from loaders.mention import Home, Mention
from loaders.names import GUARD, Sentence

# What looks like a known name across the edge of two words: 北大|湖, 高新|北区.
_ACROSS = re.compile("北大(?=[湖荒街仓桥营门堡安沟])|(?<=高)新北区")


def known_names(sentence: Sentence, lexicon: Lexicon, home: Home) -> Iterable[Mention]:
    """Find names of the lexicon."""
    for start, end, surface in lexicon.find(sentence.text):
        at, to = start + sentence.start, end + sentence.start
        entry, listed = choose(lexicon.entries[surface], home), False
        if sentence.text.startswith("代表团", end) or _ACROSS.match(sentence.text, start):
            continue
        if entry and entry.short and entry.label == "District" and _quoted(sentence.text, start, end):
            continue  # “双城”联动
        if surface in {"东北", "西北", "西南"} and sentence.text[start - 1 : start] in lexicon.division_signs:
            continue
        if _of_compass(sentence, start, end, surface) or _cut_out(sentence.text, start, end, surface):
            continue
        if entry and entry.short and surface in _WORDS and not _spoken_of(entry, surface, sentence.text[end:], home):
            continue
        if surface == "发展改革委" and sentence.text[start - 1 : start] in set("省市州盟区县"):
            continue
        if entry is not None and entry.label == "Country" and not _partner(sentence, end):
            continue
        if entry is None or (
            entry.label == "District"
            and not _meant(entry, surface, sentence, start, home)
            and not (listed := _listed(sentence.text, start, end, lexicon))
        ):
            continue
        if _ROAD.match(sentence.text, end) and entry.label in PLACE_LABELS and surface != entry.name:
            continue
        if entry.label == "City" and entry.short and re.match("湾(?![区里])", sentence.text[end:]):
            continue  # 北海湾
        if len(surface) <= 3 and entry.label not in PLACE_LABELS and not sentence.aligned(at, to):
            continue
        if len(surface) == 2 and not listed and not sentence.aligned(at, to) and not _inside_name(sentence, at):
            continue
        if entry.label == "District" and not entry.short and not _whole(sentence, at, to):
            continue
        if (
            entry.short
            and entry.label == "City"
            and entry.province != home.province
            and not _inside_name(sentence, at, {"LOC", "ORG", "nz", "nt", "nw", "PER", "s"})
        ):
            continue
        yield Mention(at, to, entry.label, entry.name, surface, "known name", 0.97)
        yield from _place_inside(surface, at, entry, lexicon)
        if entry.label == "Country" and (city := _FOREIGN.match(sentence.text, end)):
            name = city.group("name")
            yield Mention(to, to + len(name), "City", name, name, "city behind its country", 0.85)
    yield from _guarded(sentence, lexicon)
    yield from _among_cities(sentence, lexicon)


def _whole(sentence: Sentence, at: int, to: int) -> bool:
    """Say whether the full name of a district is no cut out of other words (北龙湖区|域)."""
    apart = sentence.aligned(at, to) or _inside_name(sentence, at, {"LOC", "ORG"})
    return apart and not sentence.text.startswith("域", to - sentence.start)


_ITEM = re.compile(r"[\u4e00-\u9fff]{2,6}(?=[、和与及等，。；—]|$)")


def _listed(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a short name that is also an everyday word is one of several counties (甲、修水、乙)."""
    if not re.match(r"[、和与及等，。；开三四五]", text[end:] or "。") or not re.search(
        r"(?:^|[、，。；和与及持推动在])$", text[:start]
    ):
        return False
    before = re.search(r"([\u4e00-\u9fff]{2,4})[、和与及]$", text[:start])
    beside = [before.group(1)[-n:] for n in (2, 3, 4)] if before else []
    if behind := _ITEM.match(text, end + 1) if text[end : end + 1] in {"、", "和", "与", "及"} else None:
        beside += [behind.group()]
    return any(e.label == "District" for name in beside for e in lexicon.entries.get(name, ()))


_PLACED = frozenset({"Zone", "ResearchInstitute", "Lab", "Event", "ServiceAgency"})
_ACADEMY = re.compile("(?:中国科学院|中科院|国家超级计算|国家超算)?")


def _place_inside(surface: str, at: int, entry: Entry, lexicon: Lexicon) -> Iterable[Mention]:
    """Find the city with which a known name opens, also behind that of its academy (中国科学院|昆明…研究所)."""
    if entry.label not in _PLACED or (lead := _ACADEMY.match(surface)) is None:
        return
    for length in (3, 2):
        place = lexicon.place(surface[lead.end() : lead.end() + length])
        if place and place.label == "City" and len(surface) > lead.end() + length:
            start = at + lead.end()
            name = surface[lead.end() : lead.end() + length]
            yield Mention(start, start + length, "City", place.name, name, "known name", 0.97)
            return


def _quoted(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] == "“" and text[end : end + 1] == "”"


def _of_compass(sentence: Sentence, start: int, end: int, surface: str) -> bool:
    """Say whether a point of the compass is only a side (某市东北部) or heads a firm; so of 东盟 in 中国—东盟."""
    text = sentence.text
    if surface in {"东北", "西北", "西南", "东南"} and re.match("[部角侧隅方]", text[end:]):
        return text[start - 1 : start] in set("市区县省城境")
    if surface == "东至":  # 四至范围：东至…，南至…
        return bool(re.search("[南西北]至", text))
    if surface in {"华东", "华南", "华北", "华中"}:
        token = sentence.tokens[sentence.token_at(start + sentence.start)]
        return token.pos == "ORG" and token.end > end + sentence.start and token.start == start + sentence.start
    return surface in {"东盟", "东南亚", "中亚", "欧盟"} and bool(re.search("中国[—－–-]{1,2}(?:南亚)?$", text[:start]))


# Districts whose name is only a side of their city (西区, 城区).
_SIDES = frozenset({"东区", "西区", "城区", "郊区", "矿区", "新区"})


def _meant(entry: Entry, surface: str, sentence: Sentence, start: int, home: Home) -> bool:
    """Say whether a name of a district means it: a short one, or one that is also a common word, asks for more."""
    if entry.short:
        return _district_named(entry, sentence, start, home)
    return surface not in _SIDES or _behind_city(sentence, start, entry, home)


def _behind_city(sentence: Sentence, start: int, entry: Entry, home: Home) -> bool:
    """Say whether a district with a common name stands behind its city, or in a text of that city."""
    before = sentence.text[max(0, start - 4) : start]
    return home.city == entry.parent or before.endswith((entry.parent, entry.parent.removesuffix("市")))


def _cut_out(text: str, start: int, end: int, surface: str) -> bool:
    """Say whether a place is cut out of a river and its bank or a range and its foot (湘江西岸, 贺兰山东麓)."""
    if surface[0] == "山" and surface[1:] in set("东西南北") and text[end : end + 1] in set("麓坡侧"):
        return True
    return surface[0] in "江河湖" and text[end : end + 1] in set("岸线") and start > 0


# Short forms of counties that are seas or everyday words elsewhere (南海资源, 临海产业, 平原地区).
_WORDS = frozenset({"南海", "东海", "临海", "临江", "平原", "港口", "通道", "沿河", "三水"})


def _spoken_of(entry: Entry, surface: str, behind: str, home: Home) -> bool:
    """Say whether such a word means the county: at home, or before a word that is said of no sea or plain."""
    if entry.name == home.county or (entry.parent and entry.parent == home.city):
        return True
    plain = re.match("产业|工业|经济|园|型|临?港|地区|资源|区位|重化|石化|化工|生态|城市|绿道|[、，和与及]", behind)
    return surface not in {"南海", "东海", "港口", "通道", "沿河"} and not (
        plain and not re.match("、[^，。]{1,6}[市县区两三]", behind)
    )


# A road that is called after a place (沈阳路, 南京大街).
_ROAD = re.compile(r"[东西南北中]?(?:路(?![演径线由网])|街(?![道区])|大街|大道)")
PARTNER = re.compile(r"合作|交流|对接|共建|联合|签|伙伴|引进|设立|开放|投资|总部|对口|往来|友好|海外|国际")


# A city abroad stands behind its country: 德国|克雷费尔德市, 日本|北九州市.
_FOREIGN = re.compile(
    r"(?P<name>(?![\u4e00-\u9fff]{0,3}(?:城市|省市|等))[\u4e00-\u9fff·]{2,8}?市)(?=[，。；、和与缔结建签开达政友等]|$)"
)


def _partner(sentence: Sentence, end: int) -> bool:
    """Say whether a country is named as one to work with, not as the home of a policy or an industry."""
    return not re.match(r"政府|制造业|经济(?!技术|合作)|国会", sentence.text[end:]) or bool(
        PARTNER.search(sentence.text[end : end + 12])
    )


def _guarded(sentence: Sentence, lexicon: Lexicon) -> Iterable[Mention]:
    """Find cities whose short form is an everyday word where the name of their zone goes on behind it."""
    for match in GUARD.finditer(sentence.text):
        surface = sentence.text[max(0, match.start() - 2) : match.start()]
        if entry := lexicon.guarded.get(surface):
            at = match.start() - 2 + sentence.start
            yield Mention(at, at + 2, entry.label, entry.name, surface, "known name", 0.95)


def _among_cities(sentence: Sentence, lexicon: Lexicon) -> Iterable[Mention]:
    """Find cities whose short form is an everyday word in a list of cities, or before one of their counties."""
    text = sentence.text
    cities = [(s, e) for s, e, surface in lexicon.find(text) if (p := lexicon.place(surface)) and p.label == "City"]
    starts, ends = {s for s, _ in cities}, {e for _, e in cities}
    parents = {s: {e.parent for e in lexicon.entries[name]} for s, _, name in lexicon.find(text)}
    for surface, entry in lexicon.guarded.items():
        for match in re.finditer(re.escape(surface), text) if surface in text else ():
            before = text[match.start() - 1 : match.start()] == "、" and match.start() - 1 in ends
            behind = text[match.end() : match.end() + 1] in {"、", "和", "与"} and match.end() + 1 in starts
            closed = re.match(r"[、，。；和与及等]|[两三四五六七八九]市", text[match.end() :])
            opened = match.start() == 0 or text[match.start() - 1] in "、，。；与和同对由"
            own = entry.name in parents.get(match.end(), ())  # 保定易县
            if (before and (behind or closed)) or (behind and opened) or own:
                at = match.start() + sentence.start
                yield Mention(at, at + len(surface), entry.label, entry.name, surface, "known name", 0.93)


def _inside_name(
    sentence: Sentence, at: int, tags: Collection[str] = ("ORG", "LOC", "nz", "nt", "nw", "PER", "a", "n")
) -> bool:
    return sentence.tokens[sentence.token_at(at)].pos in tags


# A lake, bay or laboratory that shares a district's name (崂山实验室, 胶州湾), and a mountain that only ends like one.
WATERS = re.compile(
    r"水产|海洋|湖(?![区南北])|湾(?!区)|河(?!区)|江(?!区)|岛(?!区)|溪(?![县区])|山(?![市区县])|实验室|[东西南北]部片区|片区"
)


# Words of a firm's or park's own name, which is not called after a district of another province (云龙电控产业园).
GOES_ON = re.compile(
    r"(?!高新|经开|经济|开发|工业园|综合|产业园|国际|两地|等|和|与|及|共建|合作)[\u4e00-\u9fff]{1,6}(?:公司|集团|产业园|科技|数据|园|实验室)"
)


def _district_named(entry: Entry, sentence: Sentence, start: int, home: Home) -> bool:
    """Accept a short district name where its full name, its city in front, or a list of places supports it."""
    behind = sentence.text[start + len(entry.name) - 1 :]
    if WATERS.match(behind) or (len(entry.name) >= 4 and entry.name[-2] == "湖"):
        return False
    if entry.name in home.districts:
        return True
    if home.province and entry.province != home.province and GOES_ON.match(behind):
        return False
    before = sentence.text[max(0, start - 4) : start]
    if entry.parent and before.endswith((entry.parent, entry.parent[:-1])):
        return True
    token = sentence.tokens[sentence.token_at(start + sentence.start)]
    alone = (
        token.pos == "LOC" and token.start == start + sentence.start and token.end == token.start + len(entry.name) - 1
    )
    return alone or (entry.province == home.province and token.pos in {"LOC", "ORG"})


def choose(entries: Sequence[Entry], home: Home) -> Entry | None:
    """Choose among things of one name: the home province first, then the higher level."""
    if not entries:
        return None
    order = {"University": 0, "Region": 1, "Country": 1, "City": 2}

    def rank(entry: Entry) -> tuple[int, int, int, bool]:
        near = 0 if not entry.province or entry.province == home.province else 1
        in_city = 0 if home.city and entry.parent == home.city else 1
        return (
            near if entry.label == "District" else 0,
            order.get(entry.label, 3),
            in_city,
            entry.name not in home.districts,
        )

    best = min(entries, key=rank)
    if best.label == "District" and best.province != home.province and len({e.parent for e in entries}) > 3:
        return None
    return best
