"""Lists: items whose class is told by the box, the paragraph's opening, or the head noun after 等."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.documents import Paragraph
from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.mention import Mention
from loaders.names import Sentence, bare, left_edge, owner, strip_level

CONJUNCTION = re.compile(r"以及|和|及|与")
INDUSTRY_TAIL = re.compile(r"(?:产业|领域|行业)$")
VERBISH = re.compile(
    r"(?:推进|推动|加快|支持|打造|开展|提升|加强|完善|实现|具有|建设|形成|引进|培育|促进|鼓励|集聚|聚集|解决|提供|组织|设立|实施|围绕|依托|探索|增强|做好|强化|优化|利用|坚持|参与|重点|大力)"
)
COUNTED = re.compile(r"^(?:\d+|[一二三四五六七八九十两几多]+)(?:余|多)?[个家项种类大条支]?")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of mentions under an owner (沈阳高新区：A、B) or a head noun (A、B等众创空间)."""

    owner: Mention | None
    label: str
    items: tuple[Mention, ...]
    start: int
    end: int


def split_items(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Split ``text[start:end]`` at 、 outside brackets and quotes, and the last item at its conjunction."""
    spans, depth, at = [], 0, start
    for i in range(start, end):
        if text[i] in "（(“《":
            depth += 1
        elif text[i] in "）)”》":
            depth = max(0, depth - 1)
        elif text[i] in "、,，；;" and depth == 0:
            spans.append((at, i))
            at = i + 1
        if text[i] in "”》" and depth == 0 and i + 1 < end and text[i + 1] in "“《":
            spans.append((at, i + 1))
            at = i + 1
    spans.append((at, end))
    spans = [s for s in spans if s[1] > s[0]]
    if spans:
        last = spans.pop()
        spans += _split_last(text, last, lexicon)
    return spans


def _split_last(text: str, span: tuple[int, int], lexicon: Lexicon) -> list[tuple[int, int]]:
    start, end = span
    for match in CONJUNCTION.finditer(text, start, end):
        left, right = text[start : match.start()], text[match.end() : end]
        if not left or not right or text.count("（", start, match.start()) != text.count("）", start, match.start()):
            continue
        if text[start:end] in lexicon.industries:
            return [span]
        complete = (
            any(left.endswith(s) for s in lexicon.suffixes) or left in lexicon.industries or bool(lexicon.place(left))
        )
        if (
            complete
            or owner(right, lexicon)
            or INDUSTRY_TAIL.search(left)
            or (len(left) >= 3 and right in lexicon.industries)
        ):
            return [(start, match.start()), *_split_last(text, (match.end(), end), lexicon)]
    return [span]


def ending_label(name: str, lexicon: Lexicon) -> tuple[str, bool, str]:
    """Give (class, strong, ending) by the longest ending of a name, a place in brackets behind it left out."""
    name = re.sub(r"(?<=.{4})（[\u4e00-\u9fff]{2,4}）$", "", name)
    for length in range(min(14, len(name)), 0, -1):
        if hit := lexicon.suffixes.get(name[-length:]):
            return hit[0], hit[1], name[-length:]
    return "", False, ""


def clean_item(text: str, start: int, end: int) -> tuple[int, int]:
    """Trim quotes, white space and a closing 等 off an item's span."""
    while start < end and text[start] in "“”‘’ 　\t":
        start += 1
    tail = re.search(r"(?:等等|等)$", text[start:end])
    if tail:
        end -= len(tail.group())
    while end > start and text[end - 1] in "“”‘’ 　。":
        end -= 1
    return start, end


def item_mention(text: str, start: int, end: int, label: str, lexicon: Lexicon, rule: str) -> Mention | None:
    """Turn one item of a list of a class into a mention, or None if it is no name."""
    lead = re.match(r"“[^”]{2,14}”", text[start:end])
    if not (lead and lead.end() < end - start):
        start, end = clean_item(text, start, end)
    surface = text[start:end]
    name = surface if label == "Industry" else strip_level(surface)
    if label == "Industry":
        name = INDUSTRY_TAIL.sub("", name) if len(name) > 4 else name
        if (
            not 2 <= len(name) <= 16
            or VERBISH.search(name)
            or re.search(r"[“”《》：的*]|技术$|研究$|应用$|设备$|产品$|企业$|人才|服务$|能力|机构$", name)
            or re.match(r"\d", name)
        ):
            return None
        if not bare(name, lexicon) and name not in lexicon.industries:
            return None
        return Mention(
            start,
            end,
            "Industry",
            lexicon.industries.get(surface, lexicon.industries.get(name, name)),
            surface,
            rule,
            0.88,
        )
    name = re.sub(r"^[\u4e00-\u9fff]{2,8}(?:高新区|经开区|新区|开发区)的(?=.{4})", "", name)
    if not 2 <= len(name) <= 44 or re.search(r"[。；：]", name) or (COUNTED.match(name) and not owner(name, lexicon)):
        return None
    own, _, suffix = ending_label(name, lexicon)
    entries = lexicon.entries.get(name, ())
    if entries:
        own, suffix = entries[0].label, ""
        name = entries[0].name
    weak = own in {"Programme", "Fund", "Policy", "Region"} and own != label
    kind = own if own and (not weak or (own, label) == ("Programme", "Event")) else label
    if own == "Industry" or name in lexicon.industries:
        return None
    told = (
        suffix
        and own == label
        and (name[: -len(suffix)] in lexicon.industries or len(name) - len(suffix) >= (2 if label == "Event" else 3))
    )
    if not entries and not told and not bare(name[: len(name) - len(suffix)] if suffix else name, lexicon):
        return None
    return Mention(
        start,
        end,
        entries[0].label if entries else _reconcile(kind, label, re.sub(r"（[^）]*）$", "", name)),
        name,
        surface,
        rule,
        0.9,
    )


def _reconcile(own: str, told: str, name: str) -> str:
    """Choose between the class of an item's own ending and that of its list."""
    if told == "Incubator" and own in {"Zone", "ServiceAgency", "Lab"}:
        return own if own == "Zone" and not name.endswith("科技园") else "Incubator"
    if told == "Lab" and own in {"ServiceAgency", "Company"}:
        return "Lab"
    return own or told


CLOSED = re.compile(
    r"等(?!级|于|同|候|待|方面|因素|问题|方式|形式|措施|环节)(?:等)?|(?=(?:[两二三四五六七八九十]|\d{1,2})[个大类](?:主导|重点|优势|特色|支柱|战略性新兴|新兴)?(?:产业|领域))"
    r"|(?<![等\d余])(?=(?:[两三四五六七八九十]|\d{1,2})[家所](?:[\u4e00-\u9fff]{0,4})?(?:企业|公司|高校|院校|科研机构|院所))"
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
        if head == "Industry":
            start = _after_verb(sentence, start, match.start())
        if not head:
            head = _companies_before(text, start)
        spans = split_items(text, start, match.start(), lexicon)
        quoted = all(text[a] == "“" and text[b - 1] == "”" for a, b in spans)
        if (
            not head
            or (len(spans) < 2 and not quoted)
            or (head == "Industry" and not _industrial(text, spans, match.end(), lexicon))
        ):
            continue
        items = [m for a, b in spans if (m := item_mention(text, a, b, head, lexicon, "list with a head noun"))]
        if (
            head == "Company"
            and re.search(r"(?:如|包括|引进|集聚了?|培育了?)$", text[:start])
            and sum(proper(sentence, m.start, m.end) for m in items) * 5 >= 2 * len(items)
        ):
            items = [m for m in items if len(m.name) <= 14 and not VERBISH.search(m.name)]
        elif head == "Cluster":
            items = _clusters(items, lexicon)
        elif head not in {"Industry"}:
            sure = [
                m
                for m in items
                if _looks_named(m, lexicon, sentence) or (quoted and head == "Event" and len(m.name) >= 3)
            ]
            alike = 2 * len(sure) >= len(spans) if head == "Company" else 3 * len(sure) >= 2 * len(spans) >= 8
            items = [
                m
                for m in items
                if m in sure
                or (alike and len(m.name) <= 8 and not VERBISH.search(m.name) and _endless(m, head, lexicon))
            ]
        found.append(Listing(None, head, tuple(items), start, match.end()))
    return found


def _endless(item: Mention, head: str, lexicon: Lexicon) -> bool:
    """Say whether an item has no ending of another class than its list's, and is no industry."""
    return ending_label(item.name, lexicon)[0] in {"", head if head != "Company" else ""} and not any(
        e.label == "Industry" for e in lexicon.entries.get(item.name, ())
    )


def _clusters(items: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Spell out clusters that are named by place and industry only (本溪生物医药、鞍山激光等产业集群)."""
    found = []
    for item in items:
        head = owner(item.name, lexicon)
        if head and head[1].label in PLACE_LABELS and len(item.name) > head[0]:
            name = item.name if item.name.endswith("集群") else item.name + "产业集群"
            found.append(replace(item, label="Cluster", name=name, rule="shared ending of clusters"))
    return found


def _companies_before(text: str, start: int) -> str:
    """Tell a list of companies by what stands before it (…大批企业入驻，包括A、B等等)."""
    return "Company" if re.search(r"(?:企业|公司)[^。；]{0,24}(?:如|包括)$", text[:start]) else ""


def _after_verb(sentence: Sentence, start: int, end: int) -> int:
    """Move the start of a list of industries behind the last verb that governs it (沈阳、本溪发展装备制造、…)."""
    for token in reversed(sentence.tokens):
        if start < token.end < end and token.word in GOVERNING:
            return token.end
    return start


GOVERNING = frozenset(
    {
        "发展",
        "重点发展",
        "大力发展",
        "聚焦",
        "夯实",
        "壮大",
        "做强",
        "做大",
        "布局",
        "培育",
        "推动",
        "推进",
        "围绕",
        "主攻",
        "优先发展",
        "选取",
        "优先选取",
        "打造",
        "涵盖",
        "形成",
        "集聚",
        "吸引",
        "瞄准",
        "加快发展",
        "领域",
        "开展",
        "构建",
        "促进",
    }
)


APPLIED = re.compile(
    r"(?:等)?(?:典型|重点|相关)?(?:行业|领域)(?:的)?(?:开展|推广|的)?[^，。；]{0,8}(?:应用|示范|信息化|特色互联网|项目)"
)


def _industrial(text: str, spans: Sequence[tuple[int, int]], after: int, lexicon: Lexicon) -> bool:
    """Say whether a list is one of industries: enough items are known, and it is no mere field of application."""
    if APPLIED.match(text[after : after + 24]):
        return False
    known = sum(
        text[a:b] in lexicon.industries or INDUSTRY_TAIL.sub("", text[a:b]) in lexicon.industries for a, b in spans
    )
    if re.match(r"(?:新兴|战略性新兴|各类[^，。]{0,6})?产业", text[after : after + 12]):
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
    if owner(name, lexicon) or lexicon.entries.get(name):
        return True
    own, strong, suffix = ending_label(name, lexicon)
    if suffix and re.match(r"(?:国家|中国|全国).{5,}", name):
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


def _head_after(text: str, at: int, lexicon: Lexicon) -> str:
    """Find the class that the words after 等 name."""
    tail = re.split(r"[，。；：]", text[at : at + 60], maxsplit=1)[0]
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
    comma = text.find("、", first, end - base)
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


def place_like(mention: Mention) -> bool:
    """Say whether a mention names a place that things stand in."""
    return mention.label in PLACE_LABELS or mention.label == "Zone"
