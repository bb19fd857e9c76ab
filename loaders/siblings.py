"""Names that their neighbours tell: «推进甲高新区、乙袜艺小镇、丙石化基地建设», where 甲高新区 is known for a zone.

An item between names of one class that closes with a head noun of that class is one of them, however rare the noun,
provided that it has words of its own. Common nouns, and fields before a common noun (新材料产业园), stay out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.documents import Paragraph
from loaders.firms import firms_of
from loaders.items import VERBISH
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import Sentence, bare, left_edge

_CLAUSE = re.compile(r"[^，。；：！？\n]+")
# Head nouns by class, rarer ones than the endings that make a name by themselves.
_HEADS = {
    "Zone": re.compile(
        r"(?:园区?|城|小镇|(?<!国)港|谷|都|岛|(?<!海)湾|港务区|基地|(?<![地市城校社灾牧库林景护务辖])区|街区|社区|片区|副中心|组团|飞地|走廊)$"
    ),
    "Lab": re.compile(
        r"(?:装置|设施|光源|中子源|加速器|望远镜|反应堆|托卡马克|风洞|对撞机|实验站|观测站|观测台|平台|资源库|基因库|样本库"
        r"|测试场|试验场|研究中心|创新中心|技术中心|研发中心|计算中心|智算中心|超算中心|数据中心|检测中心|中试基地|实验室)$"
    ),
    "Event": re.compile(r"(?:会|展|节|周|论坛|赛|峰会|季)$"),
    "Region": re.compile(
        r"(?:城市群|城镇群|都市圈|经济圈|经济带|产业带|城镇带|发展带|生态带|走廊|发展区|经济区|先行区|先导区)$"
    ),
    "Incubator": re.compile(
        r"(?:众创空间|孵化器|加速器|创业园|创客空间|孵化园|创新工场|工坊|咖啡|大学科技园|空间|孵化基地)$"
    ),
    "ServiceAgency": re.compile(
        r"(?:交易所|交易中心|大市场|服务平台|服务中心|转移中心|促进中心|保护中心|运营中心|图书馆)$"
    ),
}
_PLAIN = re.compile(
    r"[的等各了类些]|入选|获批|首批|成为|认定|纳入|列入|一批|若干|企业|高校|院所|机构|人才|项目|产品|应用|基础设施|公共|[一二两三四五六七八九十百\d]+[个家座条项大]"
)
# Facilities of science, which need no name beside them if there are two.
_DEVICE = re.compile(
    r"(?<=[\u4e00-\u9fff]{4})(?:(?:实验|研究|科学|聚变|辐射|激光|试验|模拟|瞬态|离子|中子|谱系)装置|(?:实验|研究|科学|模拟|试验|观测|激光|强磁场)设施|望远镜|风洞|反应堆|对撞机|中子源|光源"
    r"|(?:[离质电粒中]子|直线)加速器|(?<!照明)光源|观测站|模拟器)$"
)
_LEVEL = re.compile(r"^(?:国家级?|省级|市级|区级|县级|世界级?|一流|重点|特色|新型|现代|高端|专业|全国|全省|全市|大型)+")
_BETWEEN = {"Zone": 2, "Lab": 2, "Event": 1, "Region": 1, "Incubator": 1, "ServiceAgency": 1, "Company": 2}


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    end: int
    opens: bool
    closes: bool


def firms_and_siblings(
    paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Find the firms that no ending tells, then what stands between names, firms among them."""
    firms = firms_of(paragraph, sentences, mentions, lexicon)
    return firms + siblings(paragraph, sentences, [*mentions, *firms], lexicon)


def siblings(
    paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Find the items of lists of names that no ending, owner or lexicon told.

    Parameters
    ----------
    mentions : what is found so far; items that it covers are left alone.
    """
    outer = [m for m in mentions if not m.nested]
    found = list(_marked(paragraph.text, outer))
    for sentence in sentences:
        if sentence.text.count("、") < 1:
            continue
        inside = [m for m in outer if sentence.start <= m.start and m.end <= sentence.end]
        for clause in _CLAUSE.finditer(sentence.text):
            if "、" in clause.group():
                found += _of_clause(sentence, clause.start(), clause.end(), inside, lexicon)
    closing = {m.end for m in outer if m.label in {"City", "District"}}  # 甲市乙区 is a place
    return [m for m in found if m.label != "Zone" or m.end not in closing]


# Programmes in marks, of which one tells its kind: 实施“甲英才计划”“智汇乙市”.
_IN_MARKS = re.compile(
    r"(?:实施|开展|启动|推出)[^，。；“”]{0,8}(?P<all>“[^“”，。；]{2,14}”(?:[、和]?“[^“”，。；]{2,14}”)+)"
)


def _marked(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    for match in _IN_MARKS.finditer(text):
        inside = [m for m in mentions if match.start("all") <= m.start and m.end <= match.end()]
        if not any(m.label == "Programme" for m in inside):
            continue
        for item in re.finditer(r"“([^“”]+)”", match.group("all")):
            start, end = match.start("all") + item.start(), match.start("all") + item.end()
            inner = [m for m in inside if m.start < end and start < m.end]
            whole = any(m.end - m.start >= end - start - 2 for m in inner)
            if not whole and all(m.label in _GROUND for m in inner) and "一带一路" not in item.group():
                yield Mention(start, end, "Programme", item.group(1), item.group(), "beside names of its kind", 0.82)


_GROUND = frozenset({"Industry", "City", "District", "Region", "Country"})
_NO_FIRM = re.compile(
    r"企业|机构|院所|高校|公司$|商会|协会|单位|部门|平台|园区|专家|团队|项目|产品|客商|厂商|券商|医院|学校|市场|品牌|行业|产业|技术|服务|方面"
    r"|[的等各了类些和与及或在以为将]|民企|央企|国企|车企|药企|巨头|总部|基地|中心|人员|全国|国内|国外"
)


def _firm(sentence: Sentence, item: _Item, told: dict[str, int], lexicon: Lexicon) -> Mention | None:
    """Take a short item between firms for a firm (甲重工、乙线缆、丙智能 of which two are known)."""
    end = _right_edge(sentence, item)
    name = sentence.text[item.start : end]
    if item.opens or told.get("Company", 0) < 2 or not 2 <= len(name) <= 6 or _NO_FIRM.search(name):
        return None
    if not all("\u4e00" <= c <= "\u9fff" or c.isalnum() for c in name) or name.isdigit() or VERBISH.search(name):
        return None
    if name in lexicon.entries or name in lexicon.industries or lexicon.suffixes.get(name[-2:]):
        return None
    tokens = [t for t in sentence.tokens if item.start <= t.start - sentence.start < end]
    plain = all(t.pos in {"n", "v", "vn", "a", "ad", "d", "m", "t"} for t in tokens) and len(bare(name, lexicon)) < len(
        name
    )
    if plain or (len(name) == 2 and not item.closes and tokens[0].pos not in {"nz", "ORG", "nr", "PER", "LOC", "nw"}):
        return None
    if item.closes and end == item.end and item.end < len(sentence.text) - 1 and len(name) > 4:
        return None
    return Mention(
        item.start + sentence.start, end + sentence.start, "Company", name, name, "beside names of its kind", 0.8
    )


def _items(text: str, start: int, end: int) -> Iterator[_Item]:
    """Cut a clause at 、, and at 和 before its last item, outside brackets and marks."""
    cuts, depth = [start], 0
    for i in range(start, end):
        depth += (text[i] in "（(“《") - (text[i] in "）)”》")
        if text[i] == "、" and depth <= 0:
            cuts.append(i + 1)
    for k, at in enumerate(cuts):
        to = cuts[k + 1] - 1 if k + 1 < len(cuts) else end
        yield _Item(at, to, k == 0, k + 1 == len(cuts))


def _of_clause(
    sentence: Sentence, start: int, end: int, mentions: Sequence[Mention], lexicon: Lexicon
) -> Iterator[Mention]:
    base, text = sentence.start, sentence.text
    items = list(_items(text, start, end))
    told: dict[str, int] = {}
    for item in items:
        for mention in mentions:
            opens = item.opens and mention.end == item.end + base
            closes = item.closes and mention.start == item.start + base
            if opens or closes or (mention.start, mention.end) == (item.start + base, item.end + base):
                told[mention.label] = told.get(mention.label, 0) + 1
                break
    devices = [i for i in items if _DEVICE.search(text, i.start, _right_edge(sentence, i))]
    if len(devices) > 1:
        told["Lab"] = told.get("Lab", 0) + len(devices)
    if not told:
        return
    for item in items:
        covered = [
            m for m in mentions if m.start < item.end + base and item.start + base < m.end and m.label not in _GROUND
        ]
        found = None if covered else _named(sentence, item, told, lexicon) or _firm(sentence, item, told, lexicon)
        if found and not any(
            m.start < found.end and found.start < m.end and len(m.surface) >= len(found.surface) for m in mentions
        ):
            yield found


def _named(sentence: Sentence, item: _Item, told: dict[str, int], lexicon: Lexicon) -> Mention | None:
    """Turn one item into a name of the class that its list tells, or None."""
    end = _right_edge(sentence, item)
    for label, heads in _HEADS.items():
        match = heads.search(sentence.text, item.start, end)
        count = told.get(label, 0) + (told.get("ResearchInstitute", 0) if label == "Lab" else 0)
        if match is None or not count:
            continue
        start = item.start
        if item.opens:
            start = (
                left_edge(sentence, lexicon, match.start() + sentence.start, item.start + sentence.start)
                - sentence.start
            )
        name = sentence.text[start:end]
        if not 4 <= len(name) <= 24 or name[0] in "“（" or _PLAIN.search(name) or VERBISH.search(name):
            return None
        if label == "Zone" and any(lexicon.place(name[i:]) for i in range(len(name) - 2)):
            return None  # 上海宝山区 beside a zone is a district
        if not _own_words(name, name[: match.start() - start], count >= _BETWEEN[label], label, lexicon):
            return None
        return Mention(start + sentence.start, end + sentence.start, label, name, name, "beside names of its kind", 0.8)
    return None


def _right_edge(sentence: Sentence, item: _Item) -> int:
    """Give where the name of a list's last item ends: before the verb, conjunction or 等 that follows it."""
    if not item.closes:
        return item.end
    base = sentence.start
    at = sentence.token_at(item.start + base)
    for token in sentence.tokens[at + 1 :]:
        if token.start - base >= item.end:
            break
        if token.word in {"等", "和", "与", "及", "以及"} or token.word in _CLOSING:
            return token.start - base
    return item.end


_CLOSING = frozenset(
    [
        *(
            "建设",
            "发展",
            "提质",
            "提速",
            "建成",
            "落地",
            "投用",
            "开园",
            "协同",
            "联动",
            "加快",
            "发挥",
            "规划",
            "开工",
            "投产",
        ),
        *(
            "取得",
            "持续",
            "成功",
            "举办",
            "永久",
            "升级",
            "创建",
            "扩容",
            "扩区",
            "为",
            "相继",
            "先后",
            "高质量",
            "一体化",
        ),
        *(
            "为重点",
            "为支撑",
            "正式",
            "揭牌",
            "获批",
            "列入",
            "被",
            "入选",
            "影响力",
            "影响",
            "品牌",
            "主办",
            "承办",
            "落户",
        ),
    ]
)


def _own_words(name: str, stem: str, many: bool, label: str, lexicon: Lexicon) -> bool:
    """Say whether a name holds more than fields and common words before its head."""
    place = next((n for n in (4, 3, 2) if len(stem) >= n and _place(stem[:n], lexicon)), 0)
    rest = _LEVEL.sub("", stem[place:])
    if place:
        return len(rest) >= 2 and (bool(bare(rest, lexicon)) or label in {"Event", "Region"})
    if not many:
        return False
    for length in range(len(rest), 1, -1):
        if rest[-length:] in lexicon.industries:
            rest = rest[:-length]
            break
    return len(bare(rest, lexicon)) >= 2


def _place(words: str, lexicon: Lexicon) -> bool:
    entry = lexicon.place(words) or lexicon.guarded.get(words)
    return entry is not None and entry.label != "Country"
