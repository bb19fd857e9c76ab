"""Firms that only their neighbours in a list tell: «华为、阿里巴巴、英诺赛科等» names three."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.documents import Paragraph
from loaders.firm_trades import firm_trades
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import Sentence
from loaders.portrait_firms import portrait_firms
from loaders.samples import samples

_ITEM = re.compile(r"[^、，。；：！？“”《》（）\s和与及等]{2,8}")


def beside_firms(paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
    """Find the items next to firms in a list that are one proper name and nothing else that is known."""
    text = paragraph.text
    taken = [m for m in mentions if not m.nested]
    pending = [m for m in taken if m.label == "Company"]
    found: list[Mention] = []
    while pending:
        firm = pending.pop()
        for start, end in _beside(text, firm):
            free = not any(m.start < end and start < m.end for m in [*taken, *found])
            if free and _is_proper(sentences, start, end):
                new = Mention(start, end, "Company", text[start:end], text[start:end], "beside a firm in a list", 0.8)
                found.append(new)
                pending.append(new)
    return found


def _beside(text: str, firm: Mention) -> list[tuple[int, int]]:
    """Give the spans of the items before and behind a firm, as far as 、 joins them."""
    spans = []
    match = _ITEM.match(text, firm.end + 1) if text.startswith("、", firm.end) else None
    if match and re.match(r"[、，。；等和与及]|$", text[match.end() :]):
        spans.append(match.span())
    if text.endswith("、", 0, firm.start) and firm.start:
        items = list(_ITEM.finditer(text, max(0, firm.start - 10), firm.start - 1))
        if items and items[-1].end() == firm.start - 1 and text[items[-1].start() - 1] in "、：":
            spans.append(items[-1].span())
    return spans


def _is_proper(sentences: Sequence[Sentence], start: int, end: int) -> bool:
    """Say whether the tagger saw one proper name, and nothing else, in a span."""
    sentence = next((s for s in sentences if s.start <= start < s.end), None)
    if sentence is None:
        return False
    token = sentence.tokens[sentence.token_at(start)]
    return token.start == start and token.end == end and token.pos in {"ORG", "nz"} and len(token.word) >= 3


_ACTS = re.compile(
    r"(?:等[^，。；]{0,8}?)?(?:[（(][^（）()]{2,12}[）)])?(?:已|将|也|还|又|先后|相继|计划|拟)*"
    r"(?:在[\u4e00-\u9fff（）]{2,16}?(?:投资|布局|建设|新建|扩建|设立|投产|建成|落子)|总部|投产|投资(?!者|额|机构|基金)|与[\u4e00-\u9fff（）]{2,20}?(?:签约|签署|签订|达成|合资|联合)|"
    r"签约落户|竣工投产|扩产|增资|入驻|落户|研发的|自主研发|董事长|总经理|负责人|生产基地|项目(?:签约|落户|落地|开工|投产))"
)


# What is said of firms: they enter lists of firms, go public, and have an output; and reporters visit their plants.
_DEEDS = re.compile(
    r"(?:、[\u4e00-\u9fff]{2,6})?(?:等)?(?:双双|成功|已|先后|再次|连续[^，。]{1,4})?(?:获评|入围|入选|登陆|上市|跻身|荣获|登上)[^，。；]{0,14}(?:企业|500强|百强|冠军|小巨人|科创板|创业板|北交所|上市|榜|独角兽)"
)
_VISITED = re.compile(r"(?:走进|来到|步入|在)$")
_PLANT = re.compile(r"(?:[\u4e00-\u9fff]{2,3})?(?:工厂|生产基地|厂区|生产车间|车间|分公司|智能工厂|超级工厂)")


def acting_firms(paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
    """Find firms by what only firms do: one proper name, and behind it that it invests, builds a plant or moves in."""
    text, found = paragraph.text, []
    taken = [m for m in mentions if not m.nested]
    for sentence in sentences:
        for token in sentence.tokens:
            if token.pos not in {"ORG", "nz"} or not 2 <= len(token.word) <= 6 or _COMMON.search(token.word):
                continue
            free = not any(m.start < token.end and token.start < m.end for m in taken)
            opens = (
                token.start == 0 or text[token.start - 1] in "，。；：、和与　" or text.endswith("吸引", 0, token.start)
            )
            sure = token.pos == "ORG" and _DEEDS.match(text, token.end)
            visited = token.pos == "ORG" and _VISITED.search(text[: token.start]) and _PLANT.match(text, token.end)
            acts = len(token.word) > 2 and _ACTS.match(text, token.end)
            if free and ((opens and (sure or acts)) or (visited and len(token.word) > 2)):
                found.append(
                    Mention(token.start, token.end, "Company", token.word, token.word, "firm by its acts", 0.8)
                )
    return found


# What firms call themselves after: a name the tagger takes for a body's, with such an ending, is a firm.
_TRADE = re.compile(
    r"^[\u4e00-\u9fffA-Z]{2,4}(?:股份|科技|电子|光电|新材|智能|能源|电池|汽车|重工|药业|生物|医药|环保|锂业|时代|电器|制药|化工|钢铁|电气|精工|"
    r"半导体|微电|软件|通信|物流|食品|乳业|酒业|高科|控股|实业|石化|铝业|铜业|矿业|钼业|硅业|玻璃|传感|激光|数控|机床|轴承|轮胎|纺织|种业|牧业|电缆|"
    r"光学|光能|风电|新能|动力|精密|特钢|特材|材料|集成|芯片|机器人|航空|航天|宇航|卫星|信息)$"
)
# Trades that are everyday words, too, and what stands before them then.
_EVERYDAY = re.compile(
    r"(?:科技|软件|信息|能源|智能|材料|集成|航空|航天|动力|电子|汽车|生物|医药|食品|通信|环保|机器人|芯片|卫星|激光)$"
)
_ADJECTIVES = re.compile(
    r"中国|全国|我国|国际|世界|前沿|拔尖|尖端|关键|核心|重点|重大|高新|传统|民用|商业|.[沪京粤苏浙川渝]"
)
_APART = re.compile(r"[、，。；：（）“”和与及等获入联承牵投在总年已将新二三一首的依建签自研累先成上增]|$|\d")
_GENERIC = re.compile(
    r"新能源|新材料|新型|高端|先进|现代|智能(?!$)|绿色|数字|精细|特种|航空(?!$)|海洋|生物(?!$)|电子(?!$)|汽车(?!$)|工业|农业|科技(?!$)|半导体(?!$)"
)


def trading_firms(
    paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Find firms by a name that the tagger takes for a body's and that ends with a trade (诺力股份, 爱康光电)."""
    text, found = paragraph.text, []
    taken = [m for m in mentions if not m.nested and m.label != "Industry"]
    for sentence in sentences:
        for token in sentence.tokens:
            if token.pos != "ORG" or not _TRADE.match(token.word) or _GENERIC.search(token.word):
                continue
            free = not any(m.start < token.end and token.start < m.end for m in taken)
            if _EVERYDAY.search(token.word) and not _ACTS.match(text, token.end):
                beside = text[token.end : token.end + 1] == "、" or text[token.start - 1 : token.start] == "、"
                free = free and beside and not _ADJECTIVES.match(token.word)
            free = free and bool(_APART.match(text, token.end))
            known = token.word in lexicon.industries or token.word in lexicon.entries
            if (
                free
                and not known
                and not re.match(r"产业|领域|行业|技术|工程|学院|学科|专业|装备|设备", text[token.end :])
            ):
                name = token.word
                found.append(Mention(token.start, token.end, "Company", name, name, "firm by its trade", 0.8))
    return found


# A trade that the tagger parted from the name before it: 上海外高桥|造船, 甲|重工.
_PARTED = re.compile(
    r"(?:造船|船舶|重工|药业|制药|化工|钢铁|电气|电器|股份|锂业|铝业|铜业|矿业|石化|乳业|酒业|实业|控股|机床|轴承|轮胎|种业)(?=[、，。；等和与及签承牵联将已共研投为在均都落入先相总也正]|$)"
)


# Firms that hold what a place owns: its short name, and what it invests in (蒸湘国投, 合肥产投).
_HOLDING = re.compile(
    r"(?=(?P<name>(?P<place>[\u4e00-\u9fff]{2,3})(?:国投|城投|产投|交投|建投|科投|金控|水投|农投|文旅投|国资)(?:集团|公司|控股)?)"
    r"(?:[，。；、（）“”与和等及]|负责|牵头|运营|投资|联合|出资|承建|共同|$))"
)


def holding_firms(paragraph: Paragraph, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Find the holding firms of a place by its short name in front of them."""
    text = paragraph.text
    found: list[Mention] = []
    taken = [m for m in mentions if not m.nested and m.label in {"Company", "Fund", "Lab", "Zone"}]
    for match in _HOLDING.finditer(text):  # nothing is used up, so that each character may begin a name
        start, end = match.span("name")
        if lexicon.place(match.group("place")) and not any(m.start < end and start < m.end for m in [*taken, *found]):
            name = match.group("name")
            found.append(Mention(start, end, "Company", name, name, "holding firm of a place", 0.84))
    return found


def parted_firms(paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
    """Find firms whose trade the tagger took for a word of its own behind the name of a body."""
    text, found = paragraph.text, []
    taken = [m for m in mentions if not m.nested and m.label not in {"Industry", "City", "District"}]
    for sentence in sentences:
        for token in sentence.tokens:
            if token.pos not in {"ORG", "nz"} or not 2 <= len(token.word) <= 6 or _COMMON.search(token.word):
                continue
            if (trade := _PARTED.match(text, token.end)) and not any(
                m.start < trade.end() and token.start < m.end for m in taken
            ):
                name = text[token.start : trade.end()]
                found.append(Mention(token.start, trade.end(), "Company", name, name, "firm by its trade", 0.8))
    return found


_COMMON = re.compile(
    r"[市省县区镇乡村街道路园城带圈委办局厅部院所校站网报台社会党团组队]$|政府|大学|学院|中心|实验室|平台|产业|经济|集群|基地|高新|开发|企业|项目|全国|国家|我国|专家|工程|计划|行动"
)


def firms_of(
    paragraph: Paragraph, sentences: Sequence[Sentence], named: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Find the firms that no ending tells: by acts, trade, owner and neighbours in a list."""
    found = portrait_firms(paragraph, named, lexicon)
    found += acting_firms(paragraph, sentences, [*named, *found])
    found += trading_firms(paragraph, sentences, [*named, *found], lexicon)
    found += holding_firms(paragraph, [*named, *found], lexicon)
    found += parted_firms(paragraph, sentences, [*named, *found])
    found += samples(paragraph, sentences, [*named, *found], lexicon)
    found += beside_firms(paragraph, sentences, [*named, *found])
    return found + list(firm_trades(paragraph, [*named, *found], lexicon))
