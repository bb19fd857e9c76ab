"""Subjects: whom a number of a sentence is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.anaphora import anaphora, reported
from loaders.heads import AREAS, BODIES, PLACES, SITTING, Head, Subject, just_built, of
from loaders.mention import Mention
from loaders.occasions import dealt_at, met, took_part
from loaders.periods import SUBSIDY, segment_start
from loaders.quantities import Quantity

MEASURES = re.compile(r"[\u4e00-\u9fff、]{0,20}?(?:任务|举措|措施|条款|政策|方面|项目|指标)|工程|意见|条|内容")
SETS_OUT = re.compile(
    r"[，》](?:[^，。；]{0,30}，)*[^，。；]{0,40}"
    r"(?:设置|推出|提出|明确|聚焦|围绕|包括|制定|出台|从|共|涉及)[^，。；]{0,40}$"
)
TENANTS = re.compile(r"(?:目前|现有|累计|年|新增|已)*(?:引进|入驻|在孵|毕业|孵化)企业")
ATTRIBUTE = re.compile(
    r"成员|会员|总投资|(?:计划|预计|一期|首期|项目|累计)?投资|总建|年产|设计|配备|配套|引进企业|入驻企业|在孵企业|计划总投资|占地|规划|总?建筑|总面积|规模|首期|总规模|注册|入驻|吸纳|现有|拥有|目前"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before a sentence: what heads the paragraph, what the last sentences and the document are about.

    ``programme`` is the programme that the paragraph introduced, ``recent`` what was named so far, the last first;
    ``report`` says that the document is the yearly report of a place.
    """

    lead: Subject | None
    last: Subject | None
    programme: Subject | None
    default: Subject | None
    recent: Sequence[Subject] = ()
    report: bool = False

    @property
    def order(self) -> list[Subject]:
        """Give what the text is about at this point, the nearest first."""
        return [s for s in (self.last, self.lead, self.default) if s]


# Measures that only a place has.
MACRO = re.compile(
    r"地区生产总值|GDP|一般公共预算收入|财政总?收入|固定资产投资|社会消费品零售总额|工业增加值|工业总产值|常住人口|进出口总额|实际使用外资|实际利用外资|城镇居民|R&D|研发投入强度|全社会研发"
)
JOINED = re.compile(
    r"共建|参建|依托单位|入驻|在孵|毕业|加盟|会员|成员|落户|参会|参展|签约|参加|孵化|会聚|汇聚|参与|团队|人|被|聘|会议"
)
# A zone of which its own part told a measure (甲新区生产总值增长8%，…), and what zones win (引进项目45个).
MEASURED = re.compile(
    r"[^，。；]*?(?:生产总值|GDP|产值|增加值|收入|营收|规模|投资|市场主体|进出口|贸易额|吞吐量|用地|面积)[^，。；]*?\d"
)
WON = re.compile(r"(?:已|全年|新|累计|成功|共)*(?:引进|签约|落地|开工|招引|储备|落户)[^，。；\d]{0,8}项目")
ITS_OWN = r"(?:其中|其|园区|全区|[该本]|(?:全年)?(?:实现|完成|达成)|(?:总|年)?(?:产值|营收|营业收入))|"
MEMBERS = re.compile(
    r"(?:成员|会员|盟员|理事)(?:单位|企业)?"
    r"(?:已|共|数量|总数|数|达到?|增至|增加到|发展到|扩大到|超过|突破|近|有)*$"
)
DRAWN = re.compile(r"(?:现场|会上|共|累计|集中)*(?:吸引|签约|达成|促成|展出|征集|发布)[^，。；]{0,12}$")
# What only a place has many of: 各类平台达9家, 国家级孵化器增至4家.
LOT = re.compile(
    r"(?:拥有|建成|累计|新增)?(?:各级?各?类|国家级|省级|市级|自治区级|全国重点|省重点|市级以上|省级以上)[\u4e00-\u9fff]{2,16}(?:达到?|增至|突破|超过?|为|有)?"
)
MADE = re.compile(
    r"(?:共建|建成|建设|打造|设立|组建|成立|创建|办|布局)了?(?:的)?(?:首届|第[一二三四五六七八九十]+届|国家级|省级)?$"
)
INHABITED = re.compile(
    r"(?:目前|现|首批|首期|年底前|预计|计划|力争|将|已|有|共|累计|[到至]?20\d\d年[底末]?)*[^，。；\d]{0,4}?"
    r"(?:正在建设|落地|集聚|达产|年?产值(?!占)|规模|促成|服务企业|入驻|引入|进驻|入园|集聚|聚集|在孵|孵化|签约入驻|营收|营业收入|(?:计划|预计|规划)?总?投资|规划用地|规划面积|占地|建筑面积)[^，。；]{0,16}$"
)
# What a thing just made has done since (建成甲研究院，已入驻团队9个).
SINCE = re.compile(r"(?:目前|现|至今)?(?:已|累计|现有)+[^，。；]{0,24}$")
SITED = re.compile(r"(?:落户于?|位于|坐落于|坐落在|入驻|在|选址于?|地处|落地|设在|设于|迁入|迁至)$")
OUTPUT = r"(?:(?:到|至)?20\d\d年)?(?:总|年)?(?:产值|营业收入|营收|规模|销售收入|产业规模)"


def subject_of(
    text: str, start: int, quantity: Quantity, inside: Sequence[Mention], heads: Sequence[Head], known: Known
) -> Subject | None:
    """Decide whom a number is about.

    In this order: a policy or programme whose contents it counts, the industry that heads the paragraph, the thing
    whose size it is, the head of its part of the sentence, the paragraph's topic, the document's subject.

    Parameters
    ----------
    text : the paragraph.
    start : where the sentence begins in it.
    inside : the mentions of the sentence.
    heads : what its parts are about.
    """
    at, stop = start + quantity.start, start + quantity.end
    if special := _policy(text, at, stop, quantity, inside) or _programme(
        text, start, at, stop, quantity, inside, known
    ):
        return special
    event = _shown(text, start, at, stop, inside, known)
    if with_whom := event or _partnered(text, max(segment_start(text, at), start), at, stop, inside):
        return with_whom
    if known.lead and known.lead.label == "Industry":
        return _nearer_industry(text, start, at, inside) or known.lead
    if size := _size_of(text, at, stop, quantity, inside):
        return size
    tenants = TENANTS.match(text, max(segment_start(text, at), start), at)
    if tenants and known.lead and known.lead.label == "Incubator":
        return known.lead
    otherwise = known.lead or known.last or known.default
    before = [h for h in heads if h.at <= at and not _done_with(text, h, at)]
    named = before[-1] if before else None
    if area := _of_area(text, start, at, named, known):
        return area
    if named and named.void and quantity.rank:
        return otherwise
    if named and named.void:
        return None if at - named.at < 30 and "，" not in text[named.at : at] else otherwise
    if named and _aside(text, start, at, stop, quantity, named, known):
        return otherwise
    if inner := _within(text, start, at, inside, named) or reported(text, start, at, inside, heads):
        return inner
    if named is None:
        return anaphora(text, start, at, inside, known.order, known.recent) or otherwise
    if named.subject.label == "Region" and set(named.subject.names) & {"全区", "我区"}:
        return named.subject  # an autonomous region, and no zone
    earlier = [h.subject for h in reversed(before) if not h.void]
    earlier += known.order
    return anaphora(text, max(start, named.at), at, inside, earlier, known.recent) or named.subject


def _partnered(text: str, begin: int, at: int, stop: int, inside: Sequence[Mention]) -> Subject | None:
    """Find with whom those signed who are counted at the head of a part (20余家企业与甲大学签署协议)."""
    if at - begin > 4:
        return None
    for mention in inside:
        if mention.nested or mention.label not in BODIES or mention.start < stop:
            continue
        joined = re.fullmatch(r"[^，。；、与]{2,16}(?:与|同)", text[stop : mention.start])
        signed = re.match(r"(?:现场|正式|成功|分别|集中)*(?:签|达成|建立|开展)", text[mention.end :])
        return of(mention) if joined and signed else None
    return None


def _done_with(text: str, head: Head, at: int) -> bool:
    """Say whether a programme that a clause starts (启动某某行动计划，…) is over: behind a semicolon."""
    return head.subject.label == "Programme" and "；" in text[head.at : at]


def _of_area(text: str, start: int, at: int, named: Head | None, known: Known) -> Subject | None:
    """Give the document's own area for what only areas have (地区生产总值…) where a part names none itself."""
    begin = max(segment_start(text, at), start)
    if (
        not MACRO.search(re.sub("^占(?:园区|全区|[^，。；]{2,12}?区).*", "", text[begin:at]))
        or not known.default
        or known.default.label not in PLACES
    ):
        return None
    place = next((s for s in (named.subject if named and not named.void else None, known.lead) if s), None)
    if place and place.label in PLACES and (named is None or named.at >= start):
        return None
    near = known.last if known.last and known.last.label in AREAS else None
    return near or known.default


def _shown(text: str, start: int, at: int, stop: int, inside: Sequence[Mention], known: Known) -> Subject | None:
    """Find the event at which something was shown or signed, the alliance that members joined."""
    begin = max(segment_start(text, at), start)
    end = next((i for i in range(stop, len(text)) if text[i] in "，。；"), len(text))
    part = text[begin:end]
    named = [of(m) for m in reversed(inside) if not m.nested and m.end <= at]
    joined = re.search(r"(?:加入|参加|入盟|为[盟成会]员)(?:了|该)?(?:联盟|俱乐部)?$", part)
    alliance = next((s for s in [*named, *known.recent] if s.label == "Alliance"), None)
    if alliance and (joined or MEMBERS.search(text[begin:at])):
        return alliance
    before = max(start, segment_start(text, max(begin - 1, 0)))  # 某区10个项目集中开工，总投资90亿元
    told = {begin, before} if re.search(r"\d", text[before:begin]) else {begin}
    if any(m.label in PLACES and not m.nested and m.start in told for m in inside):
        return None  # who does it is named right before
    if re.search(
        r"展出|参展|参会|到会|观展|(?:现场|集中|[此本]次)(?:签约|开工)|会场上", text[max(start, begin - 12) : end]
    ):
        return _event(named, known)
    if dealt_at(text[start:at], text[begin:end]) or met(text[begin:end]):
        return _event(named, known)
    for mention in inside:
        if mention.label == "Event" and not mention.nested and took_part(text, start, stop, mention):
            return of(mention)
    return None


# A body has come into being (某联盟组建成立，…); what is counted next is another result (新引进人才6名).
_ARRIVED = re.compile(
    r"[^，。；]{3,30}?(?:组建成立|揭牌成立|挂牌运营|建成投用|正式成立|成立|挂牌|揭牌|投用|启用|落户|获批|落地)，"
)
_ANOTHER = re.compile(r"(?:全年)?新(?:引进|增|认定|建|获)|\d+余?[家项件][\u4e00-\u9fff]{2,8}(?:获|入选|入围|通过|上市)")


def _event(named: Sequence[Subject], known: Known) -> Subject | None:
    """Give the last event, press conferences and sittings aside."""
    return next((s for s in [*named, *known.recent] if s.label == "Event" and not SITTING.search(s.name)), None)


def _aside(text: str, start: int, at: int, stop: int, quantity: Quantity, named: Head, known: Known) -> bool:
    """Say whether a count is one more result of a city or province, told after one about a single body."""
    begin = segment_start(text, at)
    if known.lead is not None or not known.default or named.at >= begin:
        return False
    if known.default.label not in AREAS:
        arrived = known.default.label == "Zone" and named.subject.label in BODIES and _ARRIVED.match(text, named.at, at)
        return bool(arrived and _ANOTHER.match(text, begin))
    if known.report and named.subject.label in BODIES | {"Zone"}:
        end = re.compile(r"[，。；]|$").search(text, stop)
        part = text[begin : end.start() if end else stop]
        if named.subject.label == "Zone" and (MEASURED.match(text, named.at, begin) or WON.match(part)):
            return False
        return not re.match(ITS_OWN + ATTRIBUTE.pattern, part) and not JOINED.search(part)
    own = text[begin:at] + text[stop : stop + 16]
    follows = text[named.at : begin].strip("”’") == "，" and re.match(r"每年|省财政|市财政|财政", text[begin:at])
    if named.subject.label == "Programme" and follows:
        return False
    if named.subject.label == "Programme" and "，" in text[start : named.at] and not named.carries:
        return True
    if named.subject.label == "Programme":
        return not named.carries and not re.search(
            r"支持|遴选|培养|资助|选派|选拔|认定|引进|评选|奖励|补助|每[年个名]|申报|入选|立项", own
        )
    if quantity.counts and named.subject.label in BODIES and LOT.fullmatch(text, begin, at):
        return True
    opens = re.fullmatch(r"(?:目前|新增|新建|另有|还有|累计|，)*", text[begin:at])
    joined = JOINED.search(text[stop : stop + 24])
    return bool(opens and quantity.counts and named.subject.label in BODIES and not joined)


def shared_out(text: str, at: int, stop: int, inside: Sequence[Mention]) -> Subject | None:
    """Find the place that a count without a noun stands right behind (其中甲市3家、乙市2家; 甲市（3家）)."""
    bracket = text[at - 1 : at] in {"（", "("}
    closed = re.match(r"[）)]" if bracket else r"[、，。；）)]|和|以及|$", text[stop:])
    if not closed:
        return None
    end = at - 1 if bracket else len(text[:at].rstrip("有达占各为"))
    for mention in inside:
        if mention.end == end and not mention.nested and mention.label in PLACES:
            compared = text[: mention.start].endswith(("占", "占到", "比", "较", "于", "超", "超过"))
            return None if compared else of(mention)
    return None


def _policy(text: str, at: int, stop: int, quantity: Quantity, inside: Sequence[Mention]) -> Subject | None:
    """Find the policy whose measures are counted."""
    policies = [m for m in inside if m.label == "Policy" and m.end <= at and not m.nested]
    if quantity.unit not in {"项", "条", "个"} or not policies:
        return None
    last = policies[-1]
    counted = MEASURES.match(text, stop, stop + 24)
    return of(last) if counted and SETS_OUT.search(text[last.start : at]) else None


def _programme(
    text: str, start: int, at: int, stop: int, quantity: Quantity, inside: Sequence[Mention], known: Known
) -> Subject | None:
    """Find the programme whose amounts or places are told."""
    begin = start
    if "；" in text[start:at]:
        begin = max(text.rfind(c, start, at) for c in "；：") + 1
    near = text[max(start, at - 24) : at] + text[stop : stop + 8]
    chosen = re.search(r"(?:每年|择优|重点)(?:支持|遴选|资助)", text[max(start, at - 8) : at])
    funded = chosen and re.search(r"给予|奖励|资助", text[stop : stop + 160])
    if not funded and not (quantity.money and SUBSIDY.search(near)):
        return None
    programmes = [m for m in inside if m.label == "Programme"]
    earlier = [m for m in programmes if begin <= m.start <= at]
    if earlier:
        return of(earlier[-1])
    later = [m for m in programmes if m.start > at and begin == start]
    return of(later[0]) if later else known.programme


def _nearer_industry(text: str, start: int, at: int, inside: Sequence[Mention]) -> Subject | None:
    begin = max(segment_start(text, at), start)
    for mention in inside:
        lead = re.sub(r"^(?:全省|力争|到|20\d\d年)+", "", text[begin : mention.start])
        if mention.label == "Industry" and not mention.nested and begin <= mention.start < at and not lead:
            return of(mention)
    return None


# 共同出资3亿元|设立|某某基金: the sum is its size.
_INVESTED = re.compile(r"(?P<what>(?:计划|意向|预计|规划)?总?投资)(?:额)?(?:达到?|约|近|超过?)?$")
_FOUNDED_WITH = re.compile(r"，?(?:共同|联合|合作)*(?:设立|组建|成立|发起|发起设立|创设|建立)(?:了)?(?:的)?")


def _size_of(text: str, at: int, stop: int, quantity: Quantity, inside: Sequence[Mention]) -> Subject | None:
    """Find the thing whose size or volume a number before its name tells (2亿元某某投资基金)."""
    area = quantity.unit.endswith(("平方米", "亩", "平方公里", "公顷"))
    counted = re.search(r"\d+[只支个项]", text[segment_start(text, at) : at])
    if counted or not (quantity.money or area):
        return None
    for mention in inside:
        between = text[stop : max(stop, mention.start)]
        founded = mention.label == "Fund" and _FOUNDED_WITH.fullmatch(between)
        behind = not mention.nested and (between in {"", "的", "左右的", "以上的", "规模的"} or bool(founded))
        behind = behind and mention.start >= stop
        if mention.label == "Fund" and quantity.money and (behind or mention.end == at):
            return Subject(mention.label, mention.name, (mention.surface,), "基金规模")
        worth = _INVESTED.search(text[:at]) if quantity.money and behind and between.endswith("的") else None
        if worth and mention.label in BODIES | {"Zone"}:
            return Subject(mention.label, mention.name, (mention.surface,), worth.group("what"))
        if area and behind and mention.label in {"ServiceAgency", "Incubator", "Lab", "Zone"}:
            return Subject(mention.label, mention.name, (mention.surface,), "面积")
    return None


def _within(text: str, start: int, at: int, inside: Sequence[Mention], named: Head | None) -> Subject | None:
    """Find the body that a measure belongs to: before it (建成某某中心，占地…) or inside (入驻某某中心的项目达到…)."""
    begin = max(segment_start(text, at), start)
    bodies = [m for m in inside if not m.nested and m.label in BODIES | {"Zone"}]
    attribute, area = ATTRIBUTE.match(text, begin, at), text.startswith("面积", begin)
    if attribute or area:
        for mention in bodies:
            if mention.label == "Zone" and SITED.search(text[: mention.start]) and not area:
                continue
            if mention.end in {begin - 1, begin - 2} and (attribute or text[mention.start - 1] in "为是"):
                return of(mention)
    for mention in inside:
        if mention.nested or mention.end not in {begin - 1, begin - 2}:
            continue
        if mention.label == "Event" and DRAWN.match(text, begin, at):
            return of(mention)
        if mention.label in BODIES and MADE.search(text[: mention.start]) and SINCE.match(text, begin, at):
            return of(mention)
        inhabited = re.match(r"(?:已)?(?:引进|集聚|聚集|入园|孵化|签约)", text[begin:at])
        if mention.label in {"Zone", "Incubator"} and inhabited and MADE.search(text[: mention.start]):
            return of(mention)
        if mention.label == "Cluster" and re.match(OUTPUT, text[begin:at]):
            return of(mention)
        if mention.label == "Programme" and re.match(r"(?:累计|共|已)*(?:支持|资助|遴选|立项)", text[begin:at]):
            return of(mention)
    if INHABITED.match(text, begin, at) and (built := just_built(text, start, begin, inside, named)):
        return of(built)
    for mention in reversed(bodies):
        if not begin < mention.start or mention.end > at:
            continue
        before, after = text[begin : mention.start], text[mention.end : at]
        if re.search(r"(?:入驻|落户|进驻|以)$", before) and (after.startswith("的") or not after):
            return of(mention)
        made = re.fullmatch(r"(?:设立|建设|组建|成立|获批|推进)", before) and mention.label in {"Fund", "Incubator"}
        if made and (not named or named.at <= begin):
            return of(mention)
    return None
