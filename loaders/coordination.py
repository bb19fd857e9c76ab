"""Coordination: names that share their ending or their place, and what several places build together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.documents import Paragraph
from loaders.items import ending_label
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import bare
from loaders.needed import Guarded

JOINT = Guarded(
    r"(?:共同|联合|合作|携手)?(?:创建|共建|打造|建设|培育)(?P<name>[\u4e00-\u9fff]{2,14}?(?:产业集群|集群|示范带|产业带|中心|产业基地))(?=[，。；、]|$)"
)
SHARED = Guarded(
    r"(?P<filler>(?:等(?:\d+|[一二三四五六七八九十两]+)?[个家]?|\d+[个家]|[一二三四五六七八九十两]+[个家市地])(?:的)?(?:国家级?|省级|省|自治区级?|市级)?|(?:国家级|省级|国家))?"
    r"(?P<suffix>高新技术产业开发区|国家高新区|高新区|经开区|经济技术开发区|经济开发区|自贸区|综保区|农高区|都市圈|科技局|科学技术局|综合保税区|人民政府|生产力促进中心|科技大市场|技术转移中心|股权交易中心|农业科学院|农科院|"
    r"工业和信息化局|工信局|发展改革委|发改委|知识产权局|大数据局|数据局|商务局|财政局|市场监管局|自贸片区)"
)
FUND = Guarded(
    r"(?:设立|建立|成立)(?:了)?(?:1只)?(?:总(?:额|规模)[^，。；]{0,10}的)?(?:首期)?(?:[\d.]+[亿万]+元的?)?(?P<names>[\u4e00-\u9fff]{2,24}(?:基金|专项资金)(?:、[\u4e00-\u9fff]{2,14}基金)*)"
)
HOUSE = Guarded(
    r"(?:设立|建立|成立|建设|搭建|打造|建成)(?:了)?(?:[\d.]+万?平方米的)?(?P<names>[\u4e00-\u9fff]{4,14}?(?:综合服务平台|大厦|产业联盟|创新联盟))(?=[，。；、]|$)"
)


def expand(paragraph: Paragraph, mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Spell out coordinated names that share their ending (沈阳、大连高新区; 鞍山、本溪等8个国家级高新区)."""
    text = paragraph.text
    added: list[Mention] = []
    places = [m for m in mentions if m.label in {"City", "District", "Region"}]
    ends = {m.end: m for m in places}
    for match in SHARED.finditer(text):
        anchor = match.start()
        if anchor not in ends:
            continue
        suffix = match.group("suffix")
        label, _ = lexicon.suffixes.get(suffix, ("", False))
        if not label:
            continue
        chain = _chain(text, ends, ends[anchor])
        if len(chain) < 2 and match.group("filler"):
            continue
        whole = label == "GovernmentBody" and ends[anchor].surface == ends[anchor].name
        plain = ends[anchor].surface != ends[anchor].name
        for place in chain[: None if match.group("filler") else -1]:
            if plain and label == "Zone" and place.label == "District" and place.surface == place.name:
                continue  # 金水区、郑州|经开区 are a district and a zone
            name = (place.name if whole else place.surface) + suffix
            also = (place.surface + "国家" + suffix,) if "国家" in (match.group("filler") or "") else ()
            added.append(Mention(place.start, place.end, label, name, place.surface, "shared ending", 0.92, True, also))
    return mentions + added + list(_of_one_place(text, mentions, ends))


_ZONES = re.compile(r"(?:国家)?(?:高新技术产业开发区|高新区|经济技术开发区|经开区)$")


def _of_one_place(text: str, mentions: Sequence[Mention], ends: dict[int, Mention]) -> Iterator[Mention]:
    """Spell out the first of two zones of one city (长春、长春净月高新区)."""
    for zone in mentions:
        place = ends.get(zone.start - 1)
        if zone.label != "Zone" or zone.nested or not place or text[zone.start - 1] not in "、和":
            continue
        suffix = _ZONES.search(zone.surface)
        if not suffix:
            continue
        if zone.surface.startswith(place.surface) and suffix.start() > len(place.surface):
            name = place.surface + suffix.group()
            yield Mention(place.start, place.end, "Zone", name, place.surface, "shared ending", 0.9, True)


def coordinated(paragraph: Paragraph, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Spell out longer names that share all but the place (甲市、乙市…领导小组办公室; 甲、乙生物医药产业基地)."""
    text = paragraph.text
    places = [m for m in mentions if m.label in {"City", "District"} or _is_town(m)]
    ends = {m.end: m for m in places}
    found = []
    for mention in mentions:
        head = None if mention.nested else _first_place(mention, mentions)
        rest = text[head.end : mention.end] if head else ""
        shared = mention.label == "GovernmentBody" or rest.endswith(("产业基地", "业集聚区"))
        if head is None or not (shared or (mention.label in {"Lab", "Zone"} and _OF_THE_NATION.match(rest))):
            continue
        for place in _chain(text, ends, replace(head, start=mention.start))[:-1]:
            whole = mention.label == "GovernmentBody" and head.surface == head.name
            name = (place.name if whole else place.surface) + rest
            found.append(
                Mention(place.start, place.end, mention.label, name, place.surface, "shared ending", 0.9, True)
            )
    return [*found, *_bracketed(text, mentions, lexicon)]


# What the nation sets up in several places: 甲、乙国家人工智能创新发展试验区, 甲、乙综合性国家科学中心.
_OF_THE_NATION = re.compile(r"(?:综合性)?国家(?!级|高新|自主|经济|重点|和|与)[\u4e00-\u9fff]{4,}")


def _is_town(mention: Mention) -> bool:
    """Say whether a known zone is written like a place (上海张江)."""
    return mention.label == "Zone" and mention.rule == "known name" and mention.surface[-1] not in "区园城谷港"


def _first_place(mention: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """Give the city or district with which a name opens, also behind its province (安徽|合肥综合性…)."""
    inside = [m for m in mentions if mention.start <= m.start and m.end < mention.end]
    opening = next((m.end for m in inside if m.start == mention.start and m.label == "Region"), mention.start)
    cities = [m for m in inside if m.label in {"City", "District"} and m.start in {mention.start, opening}]
    return cities[0] if cities else None


SEATS = re.compile(r"（([\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})+)）")


def _bracketed(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Spell out one name with several seats (竹之星（绵阳、德阳）)."""
    found = list(_brands(text, lexicon))
    for mention in mentions:
        match = SEATS.match(text, mention.end) if mention.label in {"Incubator", "Company", "Lab"} else None
        if not match or mention.nested:
            continue
        for seat in match.group(1).split("、"):
            if lexicon.place(seat):
                name = f"{mention.name}（{seat}）"
                found.append(
                    Mention(
                        mention.start, mention.end, mention.label, name, mention.surface, "shared ending", 0.88, True
                    )
                )
    return found


def _brands(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Spell out a brand with several seats of which one is known (启迪之星（甲、乙））."""
    for match in SEATS.finditer(text):
        seats = [s for s in re.finditer(r"[\u4e00-\u9fff]+", match.group()) if lexicon.place(s.group())]
        for length in range(8, 2, -1):
            brand = text[max(0, match.start() - length) : match.start()]
            known = [e for s in seats for e in lexicon.entries.get(f"{brand}（{s.group()}）", ())]
            for i, seat in enumerate(seats) if known else ():
                start = match.start() - length if i == 0 else match.start() + seat.start()
                end = match.end() if i == len(seats) - 1 else match.start() + seat.end()
                name = f"{brand}（{seat.group()}）"
                full = next((e.name for e in lexicon.entries.get(name, ())), name)
                yield Mention(
                    start, end, known[0].label, full, text[start:end], "one of several seats", 0.97, False, (name,)
                )
            if known:
                break


COLLECTIVE = Guarded(
    r"(?:[两三四五六]市|[两三四五]地|双方|三方|[两三]省)(?:将|正|已|还|要)?(?:共同|联合|合作|携手|联手|合力|协同|全力|加快)*(?:创建|共建|打造|建设|培育)(?:了)?"
    r"(?P<name>[\u4e00-\u9fff]{2,12}?(?:产业集群|示范带|产业带|产业走廊|创新走廊|走廊|创新带|产业基地))(?=[，。；、]|$)"
)


_LED_CLUSTER = re.compile(
    r"为(?:核心|主体|龙头|引领|重点|中心)的(?P<name>[\u4e00-\u9fff]{2,10}?产业集群)(?=[，。；、发建]|$)"
)


def _led(text: str, ends: dict[int, Mention]) -> Iterator[Mention]:
    """Name a cluster after the cities in which it has its core (以甲、乙为核心的软件产业集群)."""
    for match in _LED_CLUSTER.finditer(text):
        if last := ends.get(match.start()):
            places, name = _chain(text, ends, last), match.group("name")
            full = "、".join(m.surface for m in places) + name
            yield Mention(*match.span("name"), "Cluster", full, name, "cities of its core", 0.85, aliases=(name,))


def _collectively(text: str) -> Iterator[Mention]:
    """Name what 两市, 三地 … build together."""
    for match in COLLECTIVE.finditer(text):
        name = match.group("name")
        label = "Cluster" if name.endswith("集群") else "Zone"
        yield Mention(*match.span("name"), label, name, name, "built together by places", 0.84)


def jointly(paragraph: Paragraph, mentions: Sequence[Mention]) -> list[Mention]:
    """Name what several places build together (A、B共同创建…产业集群): it is theirs, and called after them."""
    text = paragraph.text
    found = list(_collectively(text))
    ends = {m.end: m for m in mentions if m.label in {"City", "District", "Region"}}
    found += _led(text, ends)
    for match in JOINT.finditer(text):
        last = ends.get(match.start())
        if last is None:
            comma = re.search(r"(?:以[^；。]{2,30}为重点，)$", text[: match.start()])
            last = ends.get(comma.start()) if comma else None
        chain = _chain(text, ends, last) if last else []
        if len(chain) < 2:
            continue
        start, end = match.span("name")
        name = match.group("name")
        if name.endswith("中心") and not re.match("共同|联合|合作|携手|共建", match.group()):
            continue  # each of several cities builds one of its own
        label = "Cluster" if name.endswith("集群") else "Zone" if name.endswith(("带", "基地")) else "Lab"
        full = "、".join(m.surface for m in chain) + name
        found.append(
            Mention(
                start,
                end,
                label,
                full if label != "Lab" else name,
                name,
                "built together by places",
                0.9,
                aliases=(name,),
            )
        )
    return found


def _chain(text: str, ends: dict[int, Mention], last: Mention) -> list[Mention]:
    """Follow a list of places to the left of its last member."""
    chain = [last]
    at = last.start
    while True:
        joiner = next((j for j in ("以及", "、", "和", "与", "及") if text.endswith(j, 0, at)), None)
        if joiner is None or (at - len(joiner)) not in ends:
            return chain[::-1]
        chain.append(ends[at - len(joiner)])
        at = chain[-1].start


def set_up_funds(paragraph: Paragraph, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Name funds and service houses after the zone or city that sets them up (沈阳高新区设立2亿元创业投资基金)."""
    text, found = paragraph.text, []
    for pattern in (FUND, HOUSE):
        for match in pattern.finditer(text):
            label = _kind(match.group("names"))
            before = [m for m in mentions if m.label in {"Zone", "City"} and not m.nested and m.end <= match.start()]
            if _taken(match, mentions, label):
                continue
            if not before or _parted(text, before[-1], match, label):
                found += _own_fund(match, lexicon) if label == "Fund" else []
                continue
            at = match.start("names")
            for name in match.group("names").split("、"):
                short = re.sub(r"^(?:高新区|符合[^，]*的|.*?的)", "", name)
                if len(short) >= 4 and not re.search(r"[和及与]|公司", short) and _tells(short, label, lexicon):
                    full = before[-1].surface + short
                    found.append(
                        Mention(at, at + len(name), label, full, name, RULES[label], 0.82, aliases=(short, name))
                    )
                at += len(name) + 1
    return found


JOINT_FUND = re.compile(r"[—－–-]{1,2}[\u4e00-\u9fff]{2,16}?联合基金")


def joint_funds(paragraph: Paragraph, mentions: Sequence[Mention]) -> list[Mention]:
    """Find funds whose name joins the two that pay (国家自然科学基金委员会——某省人民政府联合基金)."""
    text, found = paragraph.text, []
    for match in JOINT_FUND.finditer(text):
        first = [m for m in mentions if m.end == match.start() and m.label in {"GovernmentBody", "Company", "Region"}]
        if first:
            start = min(m.start for m in first)
            name = text[start : match.end()]
            found.append(Mention(start, match.end(), "Fund", name, name, "fund of two", 0.88))
    return found


COMMON_FUNDS = re.compile(r"天使|种子|风险|补偿|担保|引导|信贷|互助|奖励|扶持|专项|[的等和及与各类]|公司")


def _own_fund(match: re.Match[str], lexicon: Lexicon) -> list[Mention]:
    """Name a fund that is set up without an owner, if it has a name of its own (秦咸科创投资基金)."""
    name, at = match.group("names"), match.start("names")
    stem = re.sub(r"(?:股权|创业|产业|发展)?(?:投资)?基金$", "", name)
    if "、" in name or COMMON_FUNDS.search(name) or len(bare(stem, lexicon)) < 2:
        return []
    return [Mention(at, at + len(name), "Fund", name, name, "fund that is set up", 0.8)]


RULES = {
    "Fund": "fund that is set up",
    "ServiceAgency": "service house that is set up",
    "Alliance": "alliance that is set up",
}


def _kind(names: str) -> str:
    if names.endswith("联盟"):
        return "Alliance"
    return "Fund" if names.endswith(("基金", "资金")) else "ServiceAgency"


def _parted(text: str, owner: Mention, match: re.Match[str], label: str) -> bool:
    """Say whether a sentence ends between who sets up and what is set up; a house may be the second of a series."""
    between = text[owner.end : match.start()]
    return bool(re.search(r"[。；]" if label == "Fund" else r"。", between)) or len(between) > 120


def _taken(match: re.Match[str], mentions: Sequence[Mention], label: str) -> bool:
    sure = [m for m in mentions if m.start >= match.start() and m.end <= match.end() and m.label == label]
    return any(label == "Fund" or m.start < match.start("names") for m in sure)


def _tells(short: str, label: str, lexicon: Lexicon) -> bool:
    """Say whether a fund or house has more to its name than common words for its kind."""
    return label == "Fund" or ending_label(short, lexicon)[0] == label
