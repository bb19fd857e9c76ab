"""Subjects: whom a number of a sentence is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.documents import Paragraph
from loaders.mention import Home, Mention
from loaders.periods import SUBSIDY
from loaders.quantities import Quantity

PLACES = frozenset({"City", "Region", "Zone", "District"})
BODIES = frozenset(
    {
        "Lab",
        "ResearchInstitute",
        "Incubator",
        "Alliance",
        "Cluster",
        "Event",
        "University",
        "Company",
        "ServiceAgency",
        "Fund",
    }
)
CAUSED = re.compile(
    r"(?:重点|加快|积极|大力|继续|着力|进一步|全力|率先|优先)*(?:将|原则同意|同意|批准|推动|推进|支持|引导|鼓励|使|把|以)(?:把)?"
)
ADVERBS = re.compile(
    r"(?:目前|其中|同时|此外|另外|近年来|今年|去年|据统计|截至目前|如今|当前|随后|接下来|下一步|未来|值得一提的是|仅|在|到|“|‘|、|在全国率先|年底前|年底|末|底|以来|期间|时期|"
    r"(?:截至|截止|到|至|在)?(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|前)*|“?十[一二三四五六]五”?(?:末|期间|时期)?|[一二三四五六七八九十]是|预计|力争)*"
)
WHOLE = re.compile(
    r"(?P<province>全省|我省|省内)|(?P<city>全市|我市|市内)|(?P<all>每个|各个?(?=高新区|园区|市|区|县)|全部|所有)|(?P<nation>全国(?!第|首|排|领|最|[一唯])|世界(?!500|第|一)|全球(?!第|首)|我国(?!首|第))"
)
GENERIC = (
    ("联盟", frozenset({"Alliance"})), ("全区", frozenset({"Zone", "District"})), ("该区", frozenset({"Zone", "District"})), ("区内", frozenset({"Zone"})),
    ("集群", frozenset({"Cluster"})), ("基地", frozenset({"Incubator", "Lab"})), ("孵化器", frozenset({"Incubator"})), ("学院", frozenset({"University"})), ("园区", frozenset({"Zone", "Incubator"})), ("示范区", frozenset({"Zone"})), ("平台", frozenset({"ServiceAgency", "Lab"})),
    ("研究院", frozenset({"ResearchInstitute"})), ("产研院", frozenset({"ResearchInstitute"})), ("实验室", frozenset({"Lab"})), ("公司", frozenset({"Company"})), ("学校", frozenset({"University"})),
    ("展览会", frozenset({"Event"})), ("大会", frozenset({"Event"})), ("基金", frozenset({"Fund"})), ("中心", frozenset({"Lab", "Incubator", "ServiceAgency", "ResearchInstitute"})),
)  # fmt: skip
MEASURES = re.compile(r"任务|举措|措施|条款|政策|方面|工程|项目|指标|意见|条|内容")
GENERIC_LABELS = frozenset(label for _, labels in GENERIC for label in labels)


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
    member: bool = False


def of(mention: Mention) -> Subject:
    """Turn a mention into a subject."""
    return Subject(mention.label, mention.name, (mention.surface, mention.name))


def first_subject(text: str, mentions: Sequence[Mention]) -> tuple[str, str] | None:
    """Give the place, alliance or event that a text without a title opens with."""
    for labels in ({"City", "Zone", "Alliance", "Event", "District", "Incubator"}, {"Region"}):
        for mention in mentions:
            place = mention.label in {"City", "Region", "District"}
            aside = re.match(r"\d|电|讯|日报|新闻|市?(?:委|政府|科技局)|报", text[mention.end :]) or re.search(
                r"(?:位于|地处|坐落于?|在|赴|来到|中新网|新华社|人民网)$", text[: mention.start]
            )
            if not mention.nested and mention.label in labels and not (place and aside):
                return mention.label, mention.name
    return None


def approved_zone(text: str, mentions: Sequence[Mention]) -> tuple[str, str] | None:
    """Give the zone that an approval approves."""
    for mention in mentions:
        before = text[max(0, mention.start - 30) : mention.start]
        if mention.label == "Zone" and not mention.nested and re.search(r"(?:同意|批准|认定)[^，。；]{0,24}$", before):
            return mention.label, mention.name
    return None


def lead_subject(paragraph: Paragraph, mentions: Sequence[Mention]) -> Subject | None:
    """Give what heads a paragraph as its title does (沈阳高新区：…, 新材料产业。…, 3.培育新材料产业创新链。…)."""
    text = paragraph.text
    outer = [m for m in mentions if not m.nested]
    for mention in outer[:1]:
        closing = re.match(r"(?:产业|领域|业)?[。：:]", text[mention.end :])
        if mention.start <= 1 and closing and mention.label in PLACES | BODIES | {"Programme", "Industry"}:
            return (
                of(mention)
                if mention.label != "Industry"
                or paragraph.box
                or text[mention.end : mention.end + 3].startswith("产业")
                else None
            )
    title = re.match(
        r"(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,2}、)[^。，；]{2,30}。",
        text,
    )
    if title and len(text) > title.end():
        industries = [m for m in outer if m.label == "Industry" and m.end <= title.end()]
        if (len(industries) == 1 and re.match(r"(?:科技)?产业", text[industries[0].end :])) or (
            len(industries) == 1 and industries[0].surface.endswith("产业")
        ):
            return of(industries[0])
    if paragraph.box and (opening := re.match(r"(?:综合)?([^。：，]{2,12})(?:产业|业)。", text)):
        near = [m for m in mentions if m.label == "Industry" and m.start < opening.end() and m.end >= opening.end() - 3]
        return of(near[0]) if near else None
    return None


def _segments(text: str, start: int, end: int) -> Iterator[int]:
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
    for begin in _segments(text, start, end):
        if begin >= end or any(h.at > begin for h in found):
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
            if mention.label in {"City", "Region", "District"} and re.match(r"本土|籍|当地|本地", text[mention.end :]):
                continue
            if mention.start != position or mention.nested or mention.label not in PLACES | BODIES:
                continue
            if mention.label in {"City", "Region", "District"} and text[begin:position].endswith(
                ("在", "位于", "落户")
            ):
                continue
            listed = _listed(text, mention, mentions)
            if mention.label in GENERIC_LABELS and re.match(r"[等、]", text[mention.end : mention.end + 1]):
                return None
            owned = [
                m for m in mentions if not m.nested and m.label in BODIES | {"Zone"} and 0 <= m.start - mention.end <= 6
            ]
            if (
                owned
                and mention.label != "Zone"
                and re.fullmatch(
                    r"(?:市|区)?(?:[内的]|辖区内的?|市级|首个|最大的)*", text[mention.end : owned[0].start]
                )
            ):
                mention = owned[0]
            return None if listed else Head(position, of(mention), carries and text[begin:position].rfind("在") < 0)
    if modified := _modified(text, begin, end, mentions):
        return modified
    if whole := WHOLE.match(text, at, end):
        if whole.group("nation"):
            return Head(at, Subject("", ""), False, void=True)
        if whole.group("province") and home.province:
            return Head(at, Subject("Region", home.province, (whole.group(),)), True)
        if default and not (whole.group("province") and default[0] != "Region"):
            return Head(at, Subject(*default, names=() if whole.group("all") else (whole.group(),)), True)
    wrapped = re.compile(
        r"(?:同时|并|还|此外|将|组织|积极|深入|，)*(?:实施|开展|启动|推行|设立|组建|发起设立)了?[^，。；“]{0,12}?"
    ).match(text, at, end)
    if wrapped:
        for mention in mentions:
            if (
                mention.label in {"Programme", "Fund"}
                and at < mention.start <= at + 22
                and re.match(r"[”’]?[，。；、（]", text[mention.end :])
                and not re.search(r"[，。；\d]", text[at : mention.start])
            ):
                return Head(mention.end, of(mention), False)
    return None


def _modified(text: str, begin: int, end: int, mentions: Sequence[Mention]) -> Head | None:
    """Find a body behind its description (位于某市的某某产业园占地…), or one that a reporter learnt from."""
    for mention in mentions:
        if mention.nested or mention.label not in BODIES | {"Zone"} or not begin < mention.start <= begin + 40:
            continue
        lead, following = text[begin : mention.start], text[mention.end : mention.end + 6]
        if re.search(r"[，。；：,;]", lead):
            return None
        described = lead.endswith("的") and re.match(
            r"，|已|现有|拥有|目前|占地|总|是|由|累计|共|规划|建筑|入驻|集聚", following
        )
        reported = re.search(r"(?:记者|日|笔者)?从“?$", lead) and re.match(
            r"”?(?:[^，。]{0,6})?(?:获悉|了解到)", following
        )
        visited = re.search(r"(?:走进|来到|步入)“?$", lead)
        if described or reported or visited:
            return Head(mention.start, of(mention), True)
    return None


def _listed(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Say whether a mention is the first of several (沈阳、大连等…)."""
    following = re.match(r"[、和与及]|以及|等(?!级|多)", text[mention.end :])
    if not following:
        return False
    if re.match(r"各|全省|其他|其它|部分|相关|重点", text[mention.end + len(following.group()) :]):
        return True
    return following.group() in {"、", "等"} or any(
        m.start <= mention.end + 4 and m.start >= mention.end for m in mentions if not m.nested
    )


def _anaphora(text: str, start: int, at: int, earlier: Sequence[Subject | None]) -> Subject | None:
    """Resolve 联盟, 园区, 平台 … at the head of a part to the last thing of that kind."""
    for begin in sorted(_segments(text, start, at), reverse=True):
        words = re.sub(r"^(?:目前|同时|，|该|这次|本次|本|此次|今年|“)*", "", text[begin:at])
        for word, labels in GENERIC:
            if words.startswith(word) and not re.match(r"(?:数量|总数|建设|达|企业|公司|数|等)", words[len(word) :]):
                for subject in earlier:
                    if subject and subject.label in labels:
                        return subject
    return None


def subject_of(
    text: str, start: int, quantity: Quantity, after: str, inside: Sequence[Mention], heads: Sequence[Head],
    lead: Subject | None, last: Subject | None, programme: Subject | None, default: tuple[str, str] | None, recent: Sequence[Subject] = (),
) -> Subject | None:  # fmt: skip
    """Decide whom a number is about.

    In this order: a title or programme whose contents it counts, the industry that heads the paragraph, the thing whose
    size it is, the head of its part of the sentence, the paragraph's topic, the document's subject.
    """
    at, stop = start + quantity.start, start + quantity.end
    fallback = Subject(*default) if default else None
    if special := _contents(text, start, at, stop, quantity, after, inside, programme):
        return special
    if lead and lead.label == "Industry":
        return _nearer_industry(text, start, at, inside) or lead
    if size := _size_of(text, stop, quantity, inside):
        return size
    before = [h for h in heads if h.at <= at]
    named = before[-1] if before else None
    if named and named.void:
        return None if at - named.at < 30 and "，" not in text[named.at : at] else last or lead or fallback
    if inner := _within(text, start, at, inside, named):
        return inner
    if named:
        earlier = [h.subject for h in reversed(before) if not h.void] + [last, lead, fallback, *recent]
        again = _anaphora(text, max(start, named.at), at, earlier)
        return again or named.subject
    return _anaphora(text, start, at, (last, lead, fallback, *recent)) or lead or last or fallback


def _contents(
    text: str,
    start: int,
    at: int,
    stop: int,
    quantity: Quantity,
    after: str,
    inside: Sequence[Mention],
    programme: Subject | None,
) -> Subject | None:
    """Find the policy whose measures are counted, or the programme whose amounts are told."""
    clause = max(text.rfind(c, start, at) for c in "；：") + 1 if any(c in text[start:at] for c in "；") else start
    if quantity.unit in {"项", "条", "个", "大"}:
        policies = [m for m in inside if m.label == "Policy" and m.end <= at and not m.nested]
        wording = (
            re.search(
                r"[，》](?:[^，。；]{0,30}，)*[^，。；]{0,40}(?:设置|推出|提出|明确|聚焦|围绕|包括|制定|出台|从|共|涉及)[^，。；]{0,40}$",
                text[policies[-1].start : at],
            )
            if policies
            else None
        )
        if (
            policies
            and wording
            and MEASURES.match(
                re.sub(r"^[\u4e00-\u9fff、]*?(?=任务|举措|措施|条款|政策|方面|项目|指标)", "", text[stop : stop + 24])
            )
        ):
            return of(policies[-1])
    near = text[max(start, at - 24) : at] + text[stop : stop + 8]
    people = bool(re.search(r"(?:每年|择优|重点)(?:支持|遴选|资助)", text[max(start, at - 8) : at])) and bool(
        re.search(r"给予|奖励|资助", text[stop : stop + 160])
    )
    if (quantity.money and SUBSIDY.search(near)) or people:
        whole = [m for m in inside if m.label == "Programme"]
        own = (
            [m for m in whole if clause <= m.start <= at]
            or [m for m in whole if m.end <= at and clause == start]
            or [m for m in whole if m.start > at and clause == start]
        )
        if own:
            return of(own[-1] if own[-1].end <= at else own[0])
        return programme
    return None


def _nearer_industry(text: str, start: int, at: int, inside: Sequence[Mention]) -> Subject | None:
    begin = max((text.rfind(c, start, at) for c in "，。；：,;:"), default=-1) + 1
    for mention in inside:
        lead = re.sub(r"^(?:全省|力争|到|20\d\d年)+", "", text[max(begin, start) : mention.start])
        if mention.label == "Industry" and not mention.nested and begin <= mention.start < at and not lead:
            return of(mention)
    return None


def _size_of(text: str, stop: int, quantity: Quantity, inside: Sequence[Mention]) -> Subject | None:
    """Find the thing whose size or volume a number before its name tells (2亿元某某投资基金)."""
    begin = max((text.rfind(c, 0, stop) for c in "，。；：,;:"), default=-1) + 1
    if re.search(r"\d+[只支个项]", text[begin : stop - (quantity.end - quantity.start)]):
        return None
    area = quantity.unit.endswith(("平方米", "亩", "平方公里", "公顷"))
    if not (quantity.money or area):
        return None
    for mention in inside:
        if mention.label == "Fund" and quantity.money and mention.end == stop - (quantity.end - quantity.start):
            return Subject(mention.label, mention.name, (mention.surface,), "基金规模")
        gap = text[stop : mention.start] if mention.start >= stop else None
        if gap is not None and gap in {"", "的", "左右的", "以上的"} and not mention.nested:
            if mention.label == "Fund" and quantity.money:
                return Subject(mention.label, mention.name, (mention.surface,), "基金规模")
            if area and mention.label in {"ServiceAgency", "Incubator", "Lab", "Zone"}:
                return Subject(mention.label, mention.name, (mention.surface,), "面积")
    return None


def _within(text: str, start: int, at: int, inside: Sequence[Mention], named: Head | None) -> Subject | None:
    """Find a body in the number's own part that the measure belongs to (入驻某某中心的项目达到…, 某某实验室拥有…)."""
    begin = max((text.rfind(c, start, at) for c in "，。；：,;:"), default=-1) + 1
    if re.match(
        r"(?:成员|会员|总投资|计划总投资|占地|规划|总?建筑|总面积|规模|首期|总规模|注册|入驻|吸纳|现有|拥有|目前)",
        text[begin:at],
    ):
        for mention in inside:
            if mention.end in {begin - 1, begin - 2} and not mention.nested and mention.label in BODIES | {"Zone"}:
                return of(mention)
    for mention in reversed(inside):
        if mention.nested or mention.label not in (BODIES | {"Zone"}) or not begin < mention.start or mention.end > at:
            continue
        before, after = text[begin : mention.start], text[mention.end : at]
        if re.search(r"(?:入驻|落户|进驻|以)$", before) and (
            after.startswith("的") or (not after and before.endswith("以"))
        ):
            return of(mention)
        if (
            re.fullmatch(r"(?:设立|建设|组建|成立|获批|推进)", before)
            and mention.label in {"Fund", "Incubator"}
            and (not named or named.at <= begin)
        ):
            return of(mention)
    return None
