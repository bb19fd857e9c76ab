"""Heads: which thing each part of a sentence is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.mention import Home, Mention

PLACES = frozenset({"City", "Region", "Zone", "District"})
AREAS = frozenset({"City", "Region", "District"})
BODIES = frozenset(
    {"Lab", "ResearchInstitute", "Incubator", "Alliance", "Cluster", "Event", "University", "Company", "ServiceAgency"}
) | {"Fund"}
CAUSED = re.compile(
    r"(?:重点|加快|积极|大力|继续|着力|进一步|全力|率先|优先)*"
    r"(?:将|原则同意|同意|批准|推动|推进|支持|引导|鼓励|使|把|以)(?:把)?"
)
ADVERBS = re.compile(
    r"(?:目前|其中|同时|此外|另外|近年来|今年|去年|据统计|截至目前|如今|当前|随后|接下来|下一步|未来|值得一提的是|仅|在|到|"
    r"“|‘|、|在全国率先|年底前|年底|末|底|以来|期间|时期|"
    r"(?:截至|截止|到|至|在)?(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|前)*|"
    r"“?十[一二三四五六]五”?(?:末|期间|时期)?|[一二三四五六七八九十]是|预计|力争|包括(?=[^，。；、]{3,24}(?:已|在|建立|引进|设立|现有))|"
    r"昨[日天]|昨|日前|近日|当[天日]|上半年|下半年|(?:前)?[一二三四]季度|1?\d月(?:份|底|末|初)?|[123]?\d日|"
    r"首届|第[一二三四五六七八九十]{1,3}届|旗下(?:的)?|下属(?:的)?)*"
)
WHOLE = re.compile(
    r"(?P<province>全省|我省|省内|省属(?=高校|企业|院校|科研))|(?P<city>全市(?!场)|我市|市内)|(?P<region>全区(?!域)|我区)|(?P<all>每个|各个?(?=高新区|园区|市|区|县)|全部|所有)|"
    r"(?P<nation>全国(?!第|首|排|领|最|[一唯]|重点实验室|示范|先进|百强|优秀)|世界(?!500|第|一)|全球(?!第|首)|我国(?!首|第)"
    r"|国家级?(?:高新技术产业开发区|高新区|经开区|经济技术开发区)(?=企业研发|企业实现|生产总值|聚集了?近?\d|发挥|工业总))"
)
# 在全省占比, 全国率先: against whom something is held, not who does it.
AMONG = re.compile(
    r"\d+[余多]?[家个][^，。；\d]{2,12}?(?:中|里|内)?(?:综合)?(?:排|位|居|名列)|占|率先|首|领先|名列|排[名位第]|位[居列次]|居|平均|同类|前列|[一二三]?第|唯一"
)
ACTS = re.compile(r"[”’]?(?:通过|已|旨在|目前|共|设有?|包括|自|累计|每年)")
EXTENT = re.compile(r"(?:规划|实施|研究|建设)?(?:范围|区域)(?:主要)?(?:包括|为|涵盖|涉及|覆盖)")
UNDERTAKEN = re.compile(
    r"(?:同时|并|还|此外|将|组织|积极|深入|，)*(?:实施|深化|开展|启动|推行|设立|组建|发起设立)了?[^，。；“]{0,12}?"
)
ONGOING = re.compile(  # work on a thing tells of those who do it
    r"(?:规划|开发)?(?:建设|发展|改革|工作|合作)(?:取得|迈|成效|进展|扎实|全面|稳步|加快|步伐|提速|深入|持续|有序|成果|水平|实现)"
)
RUNS_ON = re.compile(r"，|已|现有|拥有|目前|占地|总|是|由|累计|共|规划|建筑|入驻|集聚|孵化|总?面积|产值|营业收入|营收")
OWNED = re.compile(r"(?:市|区)?(?:(?:组建|建设|成立|创建|打造|发起|设立|运营)的|[内的]|辖区内的?|市级|首个|最大的)*")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a figure is about, by which names the sentence calls it, and the measure if that is known already."""

    label: str
    name: str
    names: tuple[str, ...] = ()
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A subject that heads a part of a sentence; ``carries`` says that the next sentences may be about it, too."""

    at: int
    subject: Subject
    carries: bool
    void: bool = False


def of(mention: Mention) -> Subject:
    """Turn a mention into a subject."""
    return Subject(mention.label, mention.name, (mention.surface, mention.name))


def segments(text: str, start: int, end: int) -> Iterator[int]:
    """Give where the parts of a sentence begin, those in brackets and titles left out."""
    yield start
    depth = 0
    for i in range(start, end):
        char = text[i]
        if char in "（(《":
            depth += 1
        elif char in "）)》":
            depth = max(0, depth - 1)
        elif (char in "，；：。！？,;:" and not depth) or (char == "“" and text[i - 1 : i] in set("，；：。,:")):
            yield i + 1


def heads_of(
    text: str, start: int, end: int, mentions: Sequence[Mention], home: Home, default: tuple[str, str] | None
) -> list[Head]:
    """Find what the parts of a sentence are about, in order."""
    found: list[Head] = []
    begins = list(segments(text, start, end))
    for begin, stop in zip(begins, [*begins[1:], end], strict=True):
        if begin >= end or any(h.at > begin for h in found):
            continue
        if EXTENT.match(text, begin, stop) and default:
            found.append(Head(begin, Subject(*default), True))
            continue
        if len(begins) > 2 and stop < end and _enumerates(text, begin, stop, mentions):
            continue
        if head := _head(text, begin, end, mentions, home, default):
            found.append(head)
    return found


def _head(
    text: str, begin: int, end: int, mentions: Sequence[Mention], home: Home, default: tuple[str, str] | None
) -> Head | None:
    match = ADVERBS.match(text, begin, end)
    at = match.end() if match else begin
    caused = CAUSED.match(text, at, end)
    for position, carries in ((at, True), (caused.end() if caused else -1, False), (begin, True)):
        for mention in mentions:
            around = not carries and text.startswith("为", mention.end) and text[position - 1] == "以"
            if mention.start == position and not around and _can_head(text, begin, mention):
                owner = _listed(text, mention, mentions)
                going = carries and not ONGOING.match(text, mention.end) and "其中" not in text[begin:at]
                return None if owner else Head(position, _meant(text, mention, mentions), going)
    return (
        _modified(text, begin, mentions)
        or _whole(text, at, end, mentions, home, default)
        or _undertaken(text, at, end, mentions)
        or _all_over(text, begin, end, default)
    )


def _enumerates(text: str, begin: int, stop: int, mentions: Sequence[Mention]) -> bool:
    """Say whether a part only lists places (甲市乙区、丙区、丁县，)."""
    inside = [m for m in mentions if begin <= m.start and m.end <= stop and m.label in PLACES]
    covered = {i for m in inside for i in range(m.start, m.end)}
    rest = "".join(text[i] for i in range(begin, stop) if i not in covered)
    return len(inside) >= 1 and bool(re.fullmatch(r"(?:[、和与及，（）()含]|全域|全境|等|部分|以及|行政区域?)*", rest))


# What only says what the place before it is (甲市，乙省第二大城市，…).
_PRAISE = re.compile(
    r"(?:的|下辖的?)?(?:第[一二三四五]大|最大的?|重要的?|副中心)[^，。；\d]{0,8}(?:城市|市|县|区)(?=[，。])"
)


# Sittings and press conferences are not what a text is about.
SITTING = re.compile(r"人民代表大会|人大|政协|委员会第|发布会|次会议$|全会$|两会$")
# A thing of the place without a name of its own does what the part tells (甲市超算中心建成投用，…).
_OF_PLACE = re.compile(
    r"(?![市的]|全)[\u4e00-\u9fffA-Za-z]{3,16}?(?<![已新正将])(?<!累计)(?:建成投[用产]|投用|揭牌|挂牌|落成|启用|投产|竣工|通车|开通|开园|封顶|完工)"
    r"|“[^”]{2,14}”[^，。；、\d]{0,6}(?:工程|计划|行动|项目)"
)


# Firms that come one after the other (甲基地、乙集团相继落户，…) are not whom the next part is about.
_SETTLED = re.compile(
    r"[^，。；]*、[^，。；]*?(?:相继|先后|陆续|纷纷|成功|竞相)+(?:落户|入驻|落地|投产|签约|进驻|布局|扎根|建成投产)(?=[，。；])"
)


def _can_head(text: str, begin: int, mention: Mention) -> bool:
    """Say whether a mention that opens a part can be its subject: not as a place where, nor as an adjective."""
    if mention.label == "Programme" and not mention.nested:
        return bool(ACTS.match(text, mention.end))
    if mention.nested or mention.label not in PLACES | BODIES or _PRAISE.match(text, mention.end):
        return False
    if mention.label == "Event" and SITTING.search(mention.name):
        return False
    if mention.label in AREAS and _OF_PLACE.match(text, mention.end):
        return False
    if mention.label in BODIES and _SETTLED.match(text, mention.end):
        return False
    if re.match(r"全资|控股|参股|旗下|下属|所属", text[mention.end :]):
        return False
    where = text[begin : mention.start].endswith(("在", "位于", "落户"))
    if mention.label not in AREAS:
        return not (mention.label == "Zone" and where and text.startswith("的", mention.end))
    return not where and not re.match(r"本土|籍|当地|本地", text[mention.end :])


def _meant(text: str, mention: Mention, mentions: Sequence[Mention]) -> Subject:
    """Give the subject that a mention opens, with all that calls it (甲新区“乙谷”)."""
    meant = _owned(text, mention, mentions)
    subject = of(meant)
    if meant is mention or text[meant.start - 1 : meant.start] != "“":
        return subject
    return replace(subject, names=(text[mention.start : meant.end + 1], *subject.names))


def _owned(text: str, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """Give the body that a place in front of it only locates (某市的某某产业园)."""
    for other in mentions:
        if mention.label == "City" and other.label == "District" and other.start == mention.end and not other.nested:
            return other
        if other.nested or other.label not in BODIES | {"Zone"} or not 0 <= other.start - mention.end <= 6:
            continue
        between = text[mention.end : other.start]
        if mention.label != "Zone" and OWNED.fullmatch(between.removesuffix("“")):
            return other
        if other.label == "Zone" and between == "“":
            return other  # 甲新区“乙谷”
        break
    return mention


def _whole(
    text: str, at: int, end: int, mentions: Sequence[Mention], home: Home, default: tuple[str, str] | None
) -> Head | None:
    """Read 全省, 全市, 各高新区 as the document's area, and 全国 as nobody that the graph tells of."""
    whole = WHOLE.match(text, at, end)
    if not whole or AMONG.match(text, whole.end()):
        return None
    if whole.group("nation"):
        return Head(at, Subject("", ""), False, void=True)
    called = (whole.group(),)
    if whole.group("province") and home.province:
        return Head(at, Subject("Region", home.province, called), True)
    if whole.group("city") and (city := _city_meant(at, mentions, home, default)):
        return Head(at, Subject("City", city, called), True)
    if whole.group("region"):
        own = home.province.endswith("自治区") and (default is None or default[0] in {"Region", "City"})
        return Head(at, Subject("Region", home.province, called), True) if own else None
    if default is None or (whole.group("province") and default[0] != "Region"):
        return None
    return Head(at, Subject(*default, names=() if whole.group("all") else called), True)


_ALL_OVER = re.compile(r"[^，。；：占居在列超为于较比\d]{2,8}全[市县区州](?![域场第首前面])[^，。；：]*\d")


def _all_over(text: str, at: int, end: int, default: tuple[str, str] | None) -> Head | None:
    """Read 组织全区科普活动8次: what is done all over a place is the place's own."""
    if default is None or default[0] not in {"City", "District"}:
        return None
    return Head(at, Subject(*default), True) if _ALL_OVER.match(text, at, end) else None


def _city_meant(at: int, mentions: Sequence[Mention], home: Home, default: tuple[str, str] | None) -> str:
    """Give the city that 全市 means: that of the authority which speaks, the document's subject, its home."""
    for mention in reversed([m for m in mentions if m.end <= at and m.label == "City"]):
        if any(m.label == "GovernmentBody" and m.start == mention.start and m.end > mention.end for m in mentions):
            return mention.name
    if default and default[0] in {"Region", "City"} and default[1] in {home.city, home.subject}:
        return default[1] if default[0] == "City" else ""
    return home.called("市")


def _undertaken(text: str, at: int, end: int, mentions: Sequence[Mention]) -> Head | None:
    """Find the programme or fund that a part introduces (实施某某计划，…)."""
    if not UNDERTAKEN.match(text, at, end):
        return None
    for mention in mentions:
        if mention.label not in {"Programme", "Fund"} or not at < mention.start <= at + 22:
            continue
        closed = re.match(r"[”’]?[，。；、（]", text[mention.end :])
        if closed and not re.search(r"[，。；\d]", text[at : mention.start]):
            return Head(mention.end, of(mention), False)
    return None


def _modified(text: str, begin: int, mentions: Sequence[Mention]) -> Head | None:
    """Find a body behind its description (位于某市的某某产业园占地…), or one that a reporter learnt from."""
    for mention in mentions:
        if mention.nested or mention.label not in BODIES | {"Zone"} or not begin < mention.start <= begin + 40:
            continue
        lead, following = text[begin : mention.start], text[mention.end : mention.end + 10]
        if re.search(r"[，。；：,;]", lead):
            return None
        described = lead.endswith("的") and RUNS_ON.match(following)
        reported = re.search(r"从“?$", lead) and re.match(r"”?[^，。]{0,6}(?:获悉|了解到)", following)
        if described or reported or re.search(r"(?:走进|来到|步入)“?$", lead):
            return Head(mention.start, of(mention), True)
    return None


def _listed(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Say whether a mention is the first of several (沈阳、大连等…)."""
    following = re.match(r"[、和与及]|以及|等(?!级|多)", text[mention.end :])
    if mention.label in BODIES and re.match(r"（[^（）]{2,8}）、", text[mention.end :]):
        return True
    if not following:
        return False
    if following.group() == "与" and re.match(
        r"[^，。；]{2,30}?(?:共建|共同|签|合作|联合|互|结|建立|达成|深化|加强|开展|对口|对接|协同|联动|协作)",
        text[mention.end + 1 :],
    ):
        return False
    if re.match(r"各|全省|其他|其它|部分|相关|重点", text[mention.end + len(following.group()) :]):
        return True
    return following.group() in {"、", "等"} or any(
        m.start <= mention.end + 4 and m.start >= mention.end for m in mentions if not m.nested
    )


_CLOSES = re.compile(r"[”’]?(?:（[^（）]*）)?(?:[，；。]|等|的|为)")


def just_built(text: str, start: int, begin: int, inside: Sequence[Mention], named: Head | None) -> Mention | None:
    """Find what the sentence said before to be built (共建甲园，按五五分成，年底前将引入企业30家)."""
    for mention in reversed(inside):
        if mention.nested or mention.label not in BODIES | {"Zone"} or mention.end > begin:
            continue
        lead = re.split("[，。；]", text[start : mention.start])[-1]
        if not _CLOSES.match(text, mention.end):
            continue  # part of what is built
        built = re.search(r"(?:共建|合建|建设|打造|设立|组建|创办|建成|成立)[^，。；]{0,10}$", lead)
        later = named is not None and named.at > mention.end
        return mention if built and not later else None
    return None
