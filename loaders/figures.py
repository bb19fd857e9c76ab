"""Figures: numbers with their unit, what they measure, of whom, when, and whether they are reached or aimed at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention
from loaders.relations import topic_of

UNITS = (
    "万亿元|亿元|亿美元|万美元|万元|亿|元|个百分点|百分点|%|％|家次|家（次）|户次|人次|人年|人|家|户|个|项|件|名|位|场次|场|次|支|只|台（套）|台套|台|套|条|种|类|倍|"
    "平方公里|平方千米|平方米|公里|公顷|亩|吨|千瓦时|千瓦|兆瓦|所|座|篇|辆|艘|处|款|张|头|株|席|对|门|期|册|部|批|本|幅|班|分|大类|小类|团队|工位|标准箱|卡|栋|间|届|强"
)
NUMBER = re.compile(
    r"(?P<rank>第)?(?<![\d.A-Za-z〔\[-])(?P<value>\d+(?:,\d{3})*(?:\.\d+)?)(?:(?:[-—~～－至]|—)+(?P<max>\d+(?:\.\d+)?))?"
    rf"(?P<scale>万|千|百|十)?(?P<more>余|多)?(?P<unit>{UNITS})(?P<more2>余|多)?(?P<bound>（?(?:以上|及以上|左右|以内|以下)）?)?"
)
FRACTION = re.compile(r"(?P<denominator>[二三四五])分之(?P<numerator>[一二三四])(?P<bound>以上)?")
NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})年(?!来)|“?十(?P<plan>[一二三四五])五”?(?P<when>末|期间|时期|以来)?")
TARGET = re.compile(r"力争|目标|计划|预计|争取|确保|规划|拟|将(?!其)|要(?:达|实现|新|建|形成|累计|引)|到\d{4}年|给予|最高|补助|奖励")
DONE = re.compile(r"已|目前|截至|累计|完成了|实现了|获批|拥有|现有|达了")
VERBS = re.compile(
    r"(?:力争)?(?:分别)?(?:均|已|将|约|近|总计|共计|合计|累计|实际|总数|数量|总量|超额|总额)*(?:稳定)?(?:保持在|控制在|提高到|提升到|提升至|提高至|增长到|增长至|增长|增加到|增至|增加|扩大到|达到了|达到|达成|达|突破|超过了?|超|不低于|不少于|不高于|低于|高于|接近|占到|占|为|有|是|实现|完成|至|到|近|约|共|就|比上年)*$"
)
LEAD = re.compile(
    r"^(?:力争|到|截至|截止|目前|其中|同时|预计|计划|并|且|还|也|年内|届时|全年|以及|及|和|与|在|使|实现|确保|争取|努力|要|将|已|至|共|各|每年|近年来|今年|去年|年底前|底前|底|末|前|期间|时期|，|、|：|“|”|　|(?:19|20)\d{2}年?(?:\d{1,2}月)?(?:\d{1,2}日)?|十[一二三四五]五)+"
)
SUBJECTS = frozenset(
    {"City", "Zone", "Region", "District", "Lab", "ResearchInstitute", "Incubator", "Alliance", "Cluster", "Event", "University", "Company", "ServiceAgency", "Programme", "Fund", "Industry"}
)
GENERIC = {"全省": "province", "我省": "province", "省级以上": "", "全市": "city", "我市": "city", "都市圈": "subject"}
SPLIT = "，。；、：！？\t"


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure as read: the subject is a (class, name) pair, the span that of its sentence."""

    subject: tuple[str, str]
    indicator: str
    value: float
    max: float | None
    unit: str
    year: int | None
    kind: str
    bound: str | None
    start: int
    end: int
    rule: str
    confidence: float


@dataclass(slots=True)
class Frame:
    """What carries over from sentence to sentence of a paragraph, and from the document."""

    default: tuple[str, str] | None
    home: Home
    document_year: int | None
    goal_section: bool = False
    year: int | None = None
    target: bool = False
    topic: Mention | None = None


def year_of(text: str, document_year: int | None) -> int | None:
    """Give the last year that a stretch of text names; a five-year plan stands for its last year."""
    found: int | None = None
    for match in YEAR.finditer(text):
        if match.group("year"):
            found = int(match.group("year"))
        elif match.group("plan"):
            found = 1955 + 5 * (10 + NUMERALS[match.group("plan")]) + 0
    relative = re.findall(r"今年|去年|明年", text)
    if relative and document_year and (found is None or text.rfind(relative[-1]) > text.rfind(str(found))):
        found = document_year + {"今年": 0, "去年": -1, "明年": 1}[relative[-1]]
    return found


def _bound(match: re.Match[str], before: str) -> str | None:
    tail = match.group("bound") or ""
    if "以上" in tail or match.group("more") or match.group("more2") or re.search(r"(?:超过|超|突破|不低于|不少于|高于|多于|至少)(?:了)?$", before):
        return "min"
    if "以内" in tail or "以下" in tail or re.search(r"(?:不超过|控制在|不高于|低于|少于)$", before):
        return "max"
    return None


def _segment(text: str, start: int, at: int) -> str:
    """Give the words before a number back to the last separator outside brackets."""
    depth, i = 0, at - 1
    while i >= start:
        char = text[i]
        if char in "）)”":
            depth += 1
        elif char in "（(“":
            if depth == 0 and char != "“":
                break
            depth = max(0, depth - 1)
        elif char in SPLIT and depth == 0:
            break
        i -= 1
    return text[i + 1 : at]


def _after(text: str, at: int, end: int) -> str:
    match = re.match(r"(?:的)?([^，。；、：！？\t（）()“”\d]{0,26}(?:“[^”]{1,16}”[^，。；、\d]{0,12})?)", text[at:end])
    words = match.group(1) if match else ""
    return re.split(r"作为|为依据|达到|占|同比|增长|推动|促进|获得|建立|用于|就集聚|对其|支持(?=.{4})", words)[0] if words else ""


def _strip_subject(segment: str, names: Sequence[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        if segment.startswith(name):
            return segment[len(name) :].lstrip("市的")
    return segment


def indicator_of(before: str, after: str, names: Sequence[str]) -> str:
    """Name what a number measures from the words around it.

    Parameters
    ----------
    before : words between the last separator and the number.
    after : words between the unit and the next separator.
    names : surface forms of the subject, which are left out.
    """
    head = LEAD.sub("", before)
    head = LEAD.sub("", _strip_subject(head, names))
    stem = VERBS.sub("", head)
    stem = re.sub(r"^(?:的|了|内|中|有|共有|拥有|现有)+", "", stem)
    noun = re.sub(r"^(?:左右|以上|的)+", "", after)
    if noun and (len(stem) < 3 or re.search(r"(?:引进|建设|建成|组建|新建|开展|培养|培育|实施|攻克|开发|打造|服务|举办|拥有|获批|完成|设立|选拔|认定|新增|推广|发布|支持|设置|给予|吸引|集聚|突破|选育|形成|启动|入驻|解决|承担|申请|获得|征集|链接|储备|加盟|共建|签约|评选|有|了|近|达|超过|过)$", stem)):
        return (stem + noun)[:40]
    return (stem or noun)[-40:]


def _subject(text: str, start: int, at: int, mentions: Sequence[Mention], frame: Frame) -> tuple[tuple[str, str] | None, list[str]]:
    """Decide whom a number is about: a name at the head of its clause, then the topic, then the document's subject."""
    inside = [m for m in mentions if start <= m.start and m.end <= at and not m.nested and m.label in SUBJECTS - {"Industry", "Programme"}]
    for mention in reversed(inside):
        lead = text[max(start, mention.start - 1) : mention.start]
        gap = text[mention.end : at]
        head = mention.start == start or lead in "，；。：“" or bool(LEAD.fullmatch(_segment(text, start, mention.start)))
        if head and not re.match(r"[、和与及]", gap) and not gap.startswith(("等", "“")) and "；" not in gap:
            return (mention.label, mention.name), [mention.surface, mention.name]
    clause = text[start:at]
    for word, kind in GENERIC.items():
        if word in clause and kind:
            name = {"province": frame.home.province, "city": frame.home.city, "subject": frame.home.subject}[kind]
            if name:
                return ({"province": "Region", "city": "City", "subject": "Region"}[kind], name), [word]
    if frame.topic is not None and frame.topic.label in SUBJECTS:
        return (frame.topic.label, frame.topic.name), [frame.topic.surface]
    return frame.default, []


def _is_date(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 2]
    unit = match.group("unit")
    if unit in {"分", "期", "届", "强", "条", "类", "类", "批", "部", "本", "班", "对"} and not match.group("scale") and float(match.group("value").replace(",", "")) < 13 and unit not in {"条", "类"}:
        return True
    if unit == "强" or (unit == "个" and after[:1] in {"月", "一"}) or (unit == "位" and text[match.end() : match.end() + 1] == "一"):
        return True
    return bool(match.group("rank")) and unit not in {"名", "位"}


def read_figures(text: str, start: int, end: int, mentions: Sequence[Mention], frame: Frame) -> Iterator[Reading]:
    """Read the figures of one sentence, and carry year, goal and topic on to the next."""
    sentence = text[start:end]
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    own_topic = topic_of(inside, text, start)
    if own_topic is not None and own_topic.label in SUBJECTS:
        frame.topic = own_topic
    year_here = year_of(re.sub(r"(?:19|20)\d{2}年[^，。；]{0,10}(?:批准|成立|晋升|建立|始建)|《[^》]*》|始建于\s*\d{4}年", "", sentence), frame.document_year)
    aimed = bool(TARGET.search(sentence))
    if year_here is not None:
        frame.year, frame.target = year_here, aimed or bool(frame.document_year and year_here > frame.document_year)
    elif re.search(r"目前|近年来|现已", sentence):
        frame.year, frame.target = None, False
    quotes = [m.span() for m in re.finditer(r"《[^》]*》", sentence)]
    shared = _shared_indicators(sentence)
    used = 0
    for match in NUMBER.finditer(sentence):
        if any(a <= match.start() < b for a, b in quotes) or _is_date(sentence, match):
            continue
        at = start + match.start()
        subject, names = _subject(text, start, at, mentions, frame)
        if subject is None:
            continue
        before = _segment(text, start, at)
        indicator = indicator_of(before, _after(text, start + match.end(), end), names)
        if shared and match.start() > shared[0] and used < len(shared[1]):
            indicator = shared[1][used]
            used += 1
        if match.group("rank"):
            indicator = (re.sub(r"(?:位居|居|位列|排名|上升至|列)+$", "", indicator) + "排名") if "排名" not in indicator else indicator
        if re.match(r"^(?:同比)?(?:增长|增加|下降|提高|高于|占)?$", indicator) or re.match(r"^(?:同比|较|比|占|高于|低于|增长|其中)", before):
            indicator = _previous_indicator(text, start, at, names) + re.sub(r"(?:达到|达|为)$", "", before.strip("，"))
        indicator = re.sub(r"^[的了及和与、]+|[“”]", "", indicator).strip()
        if len(indicator) < 2:
            continue
        clause = _clause(text, start, at)
        kind = "target" if _aimed(clause, sentence, frame, year_here) else "actual"
        yield Reading(
            subject, indicator, float(match.group("value").replace(",", "")), _number(match.group("max")),
            (match.group("scale") or "") + match.group("unit").replace("％", "%"), _year_at(text, start, at, frame), kind, _bound(match, before), start, end, "number with unit", 0.85,
        )  # fmt: skip


def _number(text: str | None) -> float | None:
    return float(text) if text else None


def _clause(text: str, start: int, at: int) -> str:
    cut = max(text.rfind(c, start, at) for c in "；。")
    return text[max(cut + 1, start) : at]


def _year_at(text: str, start: int, at: int, frame: Frame) -> int | None:
    here = year_of(re.sub(r"《[^》]*》", "", text[start:at]), frame.document_year)
    return here if here is not None else frame.year


def _aimed(clause: str, sentence: str, frame: Frame, year_here: int | None) -> bool:
    if frame.document_year and year_here and year_here > frame.document_year:
        return True
    if TARGET.search(clause):
        return True
    if DONE.search(clause):
        return False
    return frame.target or (frame.goal_section and not DONE.search(sentence))


def _shared_indicators(sentence: str) -> tuple[int, list[str]] | None:
    """Read A、B和C分别为x、y、z: where the values begin, and the indicators in order."""
    match = re.search(r"([^，。；：]{4,60}?)分别([^\d，。；]{0,14})(?=\d)", sentence)
    if not match:
        return None
    items = [i for i in re.split(r"、|和|与|及", LEAD.sub("", match.group(1))) if i]
    tail = re.sub(r"(?:达到|达|为|是|增至)$", "", match.group(2))
    return (match.end() - 1, [item + tail for item in items]) if len(items) >= 2 else None


def _previous_indicator(text: str, start: int, at: int, names: Sequence[str]) -> str:
    """Give the indicator of the number before a «同比增长…» that leans on it."""
    previous = list(NUMBER.finditer(text[start:at]))
    if not previous:
        return ""
    last = previous[-1]
    return indicator_of(_segment(text, start, start + last.start()), _after(text, start + last.end(), at), names)


def default_subject(home: Home, title: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Give whom a document is about when a sentence does not say."""
    if home.subject:
        return "Region", home.subject
    for length in range(6, 1, -1):
        entry = lexicon.place(title[:length])
        if entry:
            return entry.label, entry.name
    if home.city:
        return "City", home.city
    return ("Region", home.province) if home.province else None
