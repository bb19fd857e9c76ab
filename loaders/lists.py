"""Lists: items whose class is told by the box, the paragraph's opening, or the head noun after 等."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.documents import Paragraph
from loaders.fields import GOVERNING, after_verb, whole_first
from loaders.items import COUNTED, INDUSTRY_TAIL, VERBISH, ending_label, item_mention, opened, split_items
from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.listed_firms import told_firms
from loaders.mention import Mention
from loaders.names import Sentence, bare, left_edge, owner


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of mentions under an owner (沈阳高新区：A、B) or a head noun (A、B等众创空间)."""

    owner: Mention | None
    label: str
    items: tuple[Mention, ...]
    start: int
    end: int


CLOSED = re.compile(
    r"(?<![高优平初])等(?!级|于|同|候|待|方面|因素|问题|方式|形式|措施|环节)(?:等)?|(?<![\d等余“])(?=“?(?:[两二三四五六七八九十]|\d{1,2})[个大类条](?:主导|重点|优势|特色|支柱|战略性新兴|新兴|未来|传统|现代|先进制造业|[百千万]亿级?){0,2}(?:产业|领域|研究方向|学科|集群|板块|赛道))"
    r"|(?<![等\d余])(?=(?:[两三四五六七八九十]|\d{1,2})[家所](?:[\u4e00-\u9fff]{0,4})?(?:企业|公司|高校|院校|科研机构|院所))"
)


_PLACES_BEHIND = re.compile(
    r"(?:(?:专业|特色)?(?:分园|子园|片区)|地区|地(?!产|方)|[市省县州国](?!场|级|[有内外际家企属域直管]))"
)


def headed_lists(paragraph: Paragraph, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Listing]:
    """Read lists closed by 等 and a head noun (优先筛选A、B、C等一批基础较好的孵化载体)."""
    text = paragraph.text
    found = []
    for match in CLOSED.finditer(text):
        sentence = next((s for s in sentences if s.start <= match.start() < s.end), None)
        if sentence is None:
            continue
        head = _head_after(text, match.end(), lexicon)
        start = list_start(sentence, match.start(), lexicon)
        start += bool(re.search("[我全本该]$", text[:start]) and text[start] in "省市县区")  # 我市|甲、乙两家企业
        start = _moved(head, sentence, start, match, lexicon)
        if not head:
            head = _companies_before(text, start) or _trades(text[start : match.start()])
        head = "Company" if _OFFICES.match(text, match.end()) else head
        spans = split_items(text, start, match.start(), lexicon)
        if head == "Cluster" and len(spans) > 1 and not any(owner(text[a:b], lexicon) for a, b in spans):
            head = "Industry"  # 甲、乙四大产业集群: of no place, by their fields
        spans = opened(text, spans, lexicon) if head == "Industry" else spans
        if head == "Company" and _PLACES_BEHIND.match(text[match.end() :]):
            continue  # 甲、乙等地企业, 甲园、乙园等分园企业
        if head == "GovernmentBody" and text.startswith("单位", match.end()):
            kinds = {ending_label(text[a:b], lexicon)[0] for a, b in spans}
            head = head if "GovernmentBody" in kinds else "Company"  # 甲公司、乙软件等单位
        quoted = all(text[a] == "“" and text[b - 1] == "”" for a, b in spans)
        if (
            not head
            or (len(spans) < 2 and not quoted)
            or (head == "Industry" and not _industrial(text, spans, match.end(), lexicon))
            or (head == "Lab" and _short_labs(text, spans, match.end(), lexicon))
        ):
            continue
        items = [m for a, b in spans if (m := item_mention(text, a, b, head, lexicon, "list with a head noun"))]
        if (
            head == "Company"
            and re.search(r"(?:如|包括|引进|集聚了?|培育了?)$", text[:start])
            and (
                COUNTED_FIRMS.search(text[:start])
                or sum(proper(sentence, m.start, m.end) for m in items) * 5 >= 2 * len(items)
            )
        ):
            items = [m for m in items if len(m.name) <= 14 and not VERBISH.search(m.name)]
        elif head == "Cluster":
            items = _clusters(items, lexicon)
        elif head not in {"Industry"}:
            sure = _told_so(items, head, text, match.end(), len(spans), lexicon)
            items = _named_items(items, head, quoted, len(spans), sentence, lexicon, sure)
        found.append(Listing(None, head, tuple(items), start, match.end()))
    return found


def _moved(head: str, sentence: Sentence, start: int, match: re.Match[str], lexicon: Lexicon) -> int:
    """Move the start of a list to where its first item begins by the kind of things that it lists."""
    text = match.string
    if head == "Company" and (cut := _GATHERED.search(text, max(0, start - 8), start)):
        return cut.start("rest")
    if head != "Industry":
        return start
    start = whole_first(text, after_verb(sentence, start, match.start()), lexicon)
    return _after_zone(text, _after_school(text, start, match), match.start(), lexicon)


# 涌现出固|高科技、…: what the tagger cut off the first firm behind a verb of gathering
_GATHERED = re.compile(
    r"(?:涌现出?了?|诞生了?|走出了?|集聚了?|汇聚了?|聚集了?|引进了?|吸引了?|培育出?了?|拥有|入驻了?|云集了?|孵化出?了?)(?P<rest>(?![了出过着有到])[\u4e00-\u9fff]{1,2})$"
)
_LABS = re.compile(
    r"(?:(?:\d{1,2}|[两三四五六七八九十]{1,3})(?:余|多)?[家个大])?(?:国家|(?:[\u4e00-\u9fff]{2})?省级?|联合)?实验室"
)


def _short_labs(text: str, spans: Sequence[tuple[int, int]], at: int, lexicon: Lexicon) -> bool:
    """Say whether a list of laboratories gives short names that share the ending behind them (甲、乙等省实验室)."""
    full = any(ending_label(text[a:b], lexicon)[0] or _FACILITY.fullmatch(text[a:b]) for a, b in spans)
    return _LABS.match(text, at) is not None and not full


# Facilities of science are called by what they are: 合肥甲光源、乙观测站、丙装置等重大科技基础设施.
_FACILITIES = re.compile(
    r"(?:[一二三四五六七八九十两\d]+[个项]|一批|多个|国家)*(?:重大科技基础设施|重大科学设施|大科学(?:装置|设施|工程))"
)
_FACILITY = re.compile(
    r".{3,}(?:装置|设施|光源|中子源|观测站|观测台|望远镜|实验站|反应堆|探测器|加速器|激光器|实验舱|地下实验室)"
)


def _facility(item: Mention, text: str, at: int) -> bool:
    """Say whether an item is one of the facilities of science that the words at a position close a list of."""
    if not _FACILITIES.match(text, at):
        return False
    plain = re.search(r"[的了等与和]|大科学|科技基础|新型|一流|先进的|中心$|实验室$", item.name)
    apart = plain is None and len(item.name) >= 4 and not re.search(r"[院所区园城市省]$|公司$", item.name)
    return (bool(_FACILITY.fullmatch(item.name)) or apart) and not plain and not VERBISH.search(item.name)


def _told_so(items: Sequence[Mention], head: str, text: str, at: int, count: int, lexicon: Lexicon) -> list[Mention]:
    """Give the items that what closes the list tells to be names, however common their words."""
    firms = told_firms(items, text, at, count, lexicon) if head == "Company" else []
    return [m for m in items if m in firms or _facility(m, text, at)]


def _named_items(
    items: Sequence[Mention],
    head: str,
    quoted: bool,
    count: int,
    sentence: Sentence,
    lexicon: Lexicon,
    told: Sequence[Mention],
) -> list[Mention]:
    """Keep the items that look like names, and their like once most of the list does."""
    sure = [m for m in items if _looks_named(m, lexicon, sentence) or (quoted and head == "Event" and len(m.name) >= 3)]
    alike = 2 * len(sure) >= count if head == "Company" else 3 * len(sure) >= 2 * count >= 8
    alike = alike or (head == "Company" and 3 * len([*sure, *told]) >= count)
    return [
        m
        for m in items
        if m in sure
        or m in told
        or (alike and len(m.name) <= 8 and not VERBISH.search(m.name) and _endless(m, head, lexicon))
    ]


def _endless(item: Mention, head: str, lexicon: Lexicon) -> bool:
    """Say whether an item has no ending of another class than its list's, and is no industry."""
    return ending_label(item.name, lexicon)[0] in {"", head if head != "Company" else ""} and not any(
        e.label == "Industry" for e in lexicon.entries.get(item.name, ())
    )


COUNTED_FIRMS = re.compile(r"\d+[多余]?家[^。；，]{0,14}(?:企业|公司)[^。；]{0,12}(?:如|包括)$")


def _after_school(text: str, start: int, closing: re.Match[str]) -> int:
    """Move the start of a list of subjects behind the university that teaches them (某大学|甲工程、乙等学科)."""
    school = re.match(r"[\u4e00-\u9fff（）]{2,12}?(?:大学|学院)(?=[^、，。]{2})", text[start : closing.start()])
    subjects = "学科" in text[closing.end() : closing.end() + 8]
    return start + school.end() if school and subjects else start


_ZONE_BEFORE = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:高新区|经开区|开发区|新区|工业园区?|产业园区?|科技城|科学城|自贸区|示范区|保税区|综保区|集聚区|园区|片区)的?(?=[^、，。]{2})"
)


def _after_zone(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Move the start of a list of industries behind the zone whose they are (甲高新区|新能源、煤化工等产业)."""
    first = re.split("[、和与]", text[start:end], maxsplit=1)[0]
    zone = _ZONE_BEFORE.match(first)
    field = INDUSTRY_TAIL.sub("", first[zone.end() :]) if zone else ""
    return start + zone.end() if zone and (field in lexicon.industries or len(field) >= 4) else start


def _clusters(items: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Spell out clusters that are named by place and industry only (本溪生物医药、鞍山激光等产业集群)."""
    found = []
    for item in items:
        head = owner(item.name, lexicon)
        if head and head[1].label in PLACE_LABELS and len(item.name) > head[0] and item.name[head[0]] != "的":
            name = item.name if item.name.endswith("集群") else item.name + "产业集群"
            found.append(replace(item, label="Cluster", name=name, rule="shared ending of clusters"))
    return found


# …等担任副理事长单位: who holds an office in an alliance is mostly a firm, and never a department
_OFFICES = re.compile(
    r"(?:\d+[多余]?[家个])?(?:成员|核心)?(?:单位|企业|机构)?(?:共同)?(?:担任|当选为?|作为|成为|任|为)[^，。；]{0,10}(?:理事长?|会长|成员|盟主)单位"
)


def _companies_before(text: str, start: int) -> str:
    """Tell a list of companies by what stands before it (…大批企业入驻，包括A、B等等)."""
    return "Company" if re.search(r"(?:企业|公司)[^。；]{0,24}(?:如|包括)$", text[:start]) else ""


def _trades(listed: str) -> str:
    """Tell a list of industries by its own items, most of which end as industries do (甲产业、乙制造业、丙产业等)."""
    items = listed.split("、")
    told = sum(bool(re.search(r".(?:产业|制造业|加工业|服务业)$", i)) for i in items)
    return "Industry" if len(items) >= 3 and 2 * told > len(items) else ""


APPLIED = re.compile(
    r"(?:等)?(?:典型|重点|相关)?(?:行业|领域)(?:的)?(?:开展|推广|的)?[^，。；]{0,8}(?:应用|示范|信息化|特色互联网|项目)"
)


def _industrial(text: str, spans: Sequence[tuple[int, int]], after: int, lexicon: Lexicon) -> bool:
    """Say whether a list is one of industries: enough items are known, and it is no mere field of application."""
    if APPLIED.match(text[after : after + 24]):
        return False
    if re.match(r"(?:优势|重点|特色|主干)*学科(?!群)", text[after : after + 8]) and len(spans) >= 2:
        return True
    known = sum(
        text[a:b] in lexicon.industries or INDUSTRY_TAIL.sub("", text[a:b]) in lexicon.industries for a, b in spans
    )
    told = r"(?:新兴|战略性新兴|主导|支柱|优势|特色|首位|[两三四五六七八九十\d]+大|重点|各类[^，。]{0,6}){0,3}产业"
    if re.match(told, text[after : after + 12]):
        return known >= 1
    return known >= max(1, len(spans) // 3)


def proper(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the tagger saw a proper name in a span, or it is written in Latin letters."""
    return any(
        t.start < end
        and start < t.end
        and (t.pos in {"nz", "ORG", "LOC", "PER", "nw", "nr"} or (t.word.isascii() and t.word.isalpha()))
        for t in sentence.tokens
    )


def _looks_named(mention: Mention, lexicon: Lexicon, sentence: Sentence) -> bool:
    """Ask of an item without an owner that it is not a common noun of the list's kind."""
    name = mention.name
    if mention.label == "City":
        return bool(lexicon.place(name))
    if re.fullmatch(r".{1,3}系", name):  # 中科系, 央企系: a family of bodies
        return False
    if owner(name, lexicon) or lexicon.entries.get(name):
        return True
    own, strong, suffix = ending_label(name, lexicon)
    if (suffix == "博会" and len(name) == 3) or (suffix and re.match(r"(?:国家|中国|全国).{5,}", name)):
        return True
    rest = bare(name[: len(name) - len(suffix)], lexicon) if suffix else bare(name, lexicon)
    if VERBISH.search(name) or any(part in lexicon.industries for part in (name, rest)):
        return False
    if own and own != mention.label and not strong:
        return False
    if not proper(sentence, mention.start, mention.end) and not (strong and len(rest) >= 2):
        return False
    return (
        len(rest) >= 2
        and (bool(suffix) or len(name) <= 6)
        and not re.search(r"[的了与和或]|企业|人员|人才|技术$|设备$|产品$", name)
    )


_BODIES_BEHIND = re.compile(
    r"(?:(?<=[造务工]业)[和及与、][^，。；：、和及与]{2,10}?)?(?:领域|行业|类|头部|龙头|骨干|重点|知名|优质|优秀|领军|代表性|规上|规模以上|上市|总部|高端|专业|服务|机器人|[a-zA-Z])*(?P<head>企业|公司|机构)"
)


# 等一批研发实力强，掌握核心技术的企业: what is said of the firms may hold a comma
_DESCRIBED = re.compile(
    r"(?:一批|一大批|众多|多家|\d+[余多]?家)[^，。；：、]{2,16}，[^，。；：]{2,24}的[\u4e00-\u9fff]{0,6}(?:企业|公司)(?=[，。；])"
)


def _head_after(text: str, at: int, lexicon: Lexicon) -> str:
    """Find the class that the words after 等 name."""
    if _DESCRIBED.match(text, at):
        return "Company"
    tail = re.split(r"[，。；：]", text[at : at + 60], maxsplit=1)[0].removeprefix("“")
    tail = COUNTED.sub("", tail)
    if "的" in tail[:40] and not _heads_early(tail, lexicon):
        chunk = tail.rpartition("的")[2]
        for word in sorted(lexicon.list_heads, key=len, reverse=True):
            if chunk.startswith(word) or chunk.endswith(word):
                return lexicon.list_heads[word]
    hits = sorted((tail.find(word), -len(word), word) for word in lexicon.list_heads if 0 <= tail.find(word) <= 12)
    if not hits:
        return ""
    at, length, best = hits[0]
    for where, size, word in hits:  # 战略性新兴产业|集群: the word that closes the phrase is the head
        if at <= where < at - length and where - size > at - length:
            at, length, best = where, size, word
    while lexicon.list_heads[best] == "Industry" and (behind := _BODIES_BEHIND.match(tail, at - length)):
        at, best = behind.start("head"), behind.group("head")  # 现代服务业|龙头企业: the last noun is the head
        length = -len(best)
    return lexicon.list_heads[best]


def _heads_early(tail: str, lexicon: Lexicon) -> bool:
    """Say whether a head noun stands before 的 and is no attribute of what follows it (A等企业签订的协议)."""
    lead = tail.partition("的")[0]
    for word in lexicon.list_heads:
        at = lead.find(word)
        if 0 <= at <= 6 and len(lead) - at - len(word) >= 2 and HEAD_ENDS.match(lead, at + len(word)):
            return True
    return False


HEAD_ENDS = re.compile(
    r"(?:已|均|都|共同|联合|将|相继|先后|签|与|和|在|参|加入|落户|入驻|组成|牵头|建立|达成|开展|提供|为)"
)


def _first_comma(text: str, start: int, end: int) -> int:
    """Find the first 、 outside brackets (甲（乙、丙）、丁), or -1."""
    depth = 0
    for i in range(start, end):
        depth += (text[i] in "（(") - (text[i] in "）)")
        if text[i] == "、" and depth <= 0:
            return i
    return -1


def list_start(sentence: Sentence, end: int, lexicon: Lexicon) -> int:
    """Find where a list that ends at ``end`` begins: left of its first item."""
    text, base = sentence.text, sentence.start
    depth, i, first = 0, end - base - 1, 0
    while i >= 0:
        if text[i] in "）)”》":
            depth += 1
        elif text[i] in "（(“《":
            if depth == 0:
                first = i + 1
                break
            depth -= 1
        elif text[i] in "，。；：！？" and depth == 0:
            first = i + 1
            break
        i -= 1
    comma = _first_comma(text, first, end - base)
    stop = comma if comma >= 0 else end - base
    while stop > first and text[stop - 1] in "”）)":
        opener = text.rfind({"”": "“", "）": "（", ")": "("}[text[stop - 1]], first, stop)
        if opener < 0:
            break
        stop = opener
    if stop <= first or (text[stop] == "“" and comma < 0):
        return max(stop, first) + base
    before = sentence.tokens[sentence.token_at(stop - 1 + base)]
    if text[stop] == "“" and (before.word in lexicon.stop_words or before.word in GOVERNING):
        return stop + base
    token = sentence.tokens[sentence.token_at(stop - 1 + base)]
    edge = left_edge(sentence, lexicon, max(token.start, first + base), first + base)
    return max(edge, first + base)
