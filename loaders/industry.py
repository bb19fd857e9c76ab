"""When a word of the industry lexicon is meant as an industry, not as part of a product, technology or phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.fields import GOVERNING
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import Sentence

HOLDERS = frozenset({"Alliance", "Cluster", "Fund"})
AFTER = re.compile(
    r"(?:制造|加工|服务)?(?:等)?(?:[^，。；、：]{0,10}(?:的))?(?:\d+|[一二三四五六七八九十两几]+)?[大个类条项]?(?:重点|主导|优势|特色|支柱|新兴|战略性新兴|未来|高新技术|高端|先进|传统|相关|核心|主要|优势特色|基础|前沿)*"
    r"(?:新兴)?(?:产业(?!化|工人|技术创新综合)|领域|行业|(?:[百千万]亿级?)?全?产业链|[\d百千万]+亿级?(?:先进)?(?:产业|制造业)|[\d百千万]+亿级?集群|集群|为主导|为重点|为主的|为代表|为特色|为核心|为支柱|为主攻|产业带|学科|方向|(?:产业)?重点依托)"
)
BEFORE = re.compile(
    r"(?:(?:重点|大力|着力|优先|主要|积极|加快|集中)?(?:发展|聚焦|主攻|布局|培育|壮大|围绕|瞄准|面向|涵盖|承接|深耕|主打|抢占|做[大强优精]{1,4})(?:了)?(?:以)?|主导产业(?:为|是|包括|有|：)|领域包括|(?:形成|构建|打造)(?:了)?以|(?:培育|选取)|：)$"
)
TECHNICAL = re.compile(
    r"^(?:关键|核心|共性|前沿)?(?:技术|设备|装置|产品|系统|工艺|材料|平台|软件|企业|人才|项目|基地|中心|研究|应用|检测|园|公司|示范|器件|部件|零部件|芯片)"
)
APPLIED = re.compile(
    r"(?:、[^，。；、]{2,10})*等?(?:典型|重点|相关)?(?:行业|领域)(?:的)?(?:开展|推广|的)?[^，。；]{0,8}(?:应用|示范|信息化|特色互联网)"
)
# 发展, 提质 … after a list that 促进, 推动, 加快 govern
GROWS = re.compile(
    r"业?(?:等[^，。；、]{0,6})?(?:的)?(?:(?:健康|高端|融合|快速|集群|创新|高质量|协同|特色|规模化|集聚|跨越式?|可持续|集约|绿色|加快)*(?:发展|壮大)|做大做强|做强做优|提质|延链|补链|强链|(?:转型)?升级)"
)
GROWN = re.compile(r"(?:促进|推动|推进|加快|支持|带动|加速)(?:了)?$")
# 软件业收入, 物联网产业规模: what is measured of an industry
MEASURED = re.compile(
    r"(?:产业|行业|业)?(?:总?产值|增加值|(?:主营)?(?:业务|营业)?收入|总?规模(?!化)|营收|产业规模|产量|销量|出口|综合竞争力|[\u4e00-\u9fff]{0,8}(?:产值率|化率))"
)
# 研发甲、乙、丙: products and problems, not industries
MADE = re.compile(r"(?:研发|开发|研制|攻克|突破|攻关|研究|生产|开展|提供|推广)(?:了|与|和|应用)?[^，。；：]{0,16}$")
PRODUCTS = re.compile(r"(?:、[^，。；、]{2,16})*等(?:一批)?(?:创新|新|关键)?(?:产品|技术|新材料)(?!产业|领域)")
THRIVES = re.compile(
    r"(?:产业|业)?(?:(?:加快|快速|蓬勃|持续|稳步|加速|集群)(?:发展|壮大|成长|崛起|集聚)|"
    r"发展(?:滞后|缓慢|较慢|迅速|较快|不足|加快|壮大)|起步较晚)"
)
# 打造国际一流的甲与乙科技创新高地: what a place becomes, with the fields that it is a place of
BECOMES = re.compile(
    r"(?:打造|建设|建成|构筑|成为|建设为|打造为)(?:成为?|为|成了?|了)?(?:[^，。；：、]{0,24}|[^，。；：]{0,30}的)$"
)
# 是全国重要的汽车生产基地: what a place is the base of
BASE_OF = re.compile(
    r"(?:是|作为|系)[^，。；：、]{0,26}(?:重要|最大|知名|著名|主要|一流|领先|国家级|世界级|首个|唯一|[百千万]亿级?)的?$"
)
# 某高新区甲、乙入选国家级产业集群
CHOSEN_AS = re.compile(
    r"(?:等)?(?:[\d两三四五六七八九]+[个大])?(?:产业集群|产业|集群)*(?:成功|先后|双双|再次|正式|分别|均|同时){0,2}"
    r"(?:入选|入围|获批|列入|跻身|纳入|被(?:认定|评|列|纳入)为?)[^，。；]{0,16}(?:集群|产业基地|产业示范)"
)
PLACE_OF = re.compile(
    r"(?:产业|业)?(?:科技|技术|创新|研发|制造|生产|加工|创业|产业|驱动|发展|引领|应用|集聚|融合|高质量|推进|特色|成果|转化|示范|先行|"
    r"发展的|的){0,5}"
    r"(?:高地|先行区|集聚区|集聚地|示范区|先导区|引领区|策源地|创新生态|创业生态|创新基地|研发基地|制造基地|之都|之城|之乡|名城|"
    r"重镇|基地|走廊|创新中心(?![（(]))(?=[，。；、和与及]|$)"
)
# 把新能源作为“一号产业”, 将甲、乙确定为主导产业: what a place chooses
CHOOSES = re.compile(r"(?:把|将|选定|遴选|选取|选择|确定|确立|明确|锁定)了?$")
CHOSEN = re.compile(
    r"(?:等)?(?:产业|产业链|行业|领域)?(?:作为|列为|定为|确定为|确立为|明确为|打造成?为?|培育成?为?|发展成?为?|建设成?为?|为)[^，。；]{0,8}?"
    r"(?:一号|首位|主导|支柱|重点|优势|特色|主攻|核心|战略|新兴|先导|未来|龙头|拳头|[百千万]亿级?|主打|头号)[^，。；]{0,6}?(?:产业|方向|赛道|领域|行业|工程)"
)
OF_A_HOUSE = re.compile(
    r"(?:技术)?(?:协同)?(?:创新)?(?:研究院|研究所|实验室|学院|协会|学会|公司|博览会|大会|论坛|研究中心|创新中心)"
)
OF_A_PROGRAMME = re.compile(r"(?:国家(?:级)?|一批[^，。；]{0,16})$")
NO_MODIFIER = re.compile(
    r"走廊|园区|片区|[区圈带廊]$|集群|产业|企业|领域|行业|全|本|我|各|类|级|省|市|区|县|国家|项目|重点|优势|主导|支柱|特色|战略|技术|创新|科技|传统|新兴|未来|关键|核心|基础|相关|发展|龙头|骨干|民营|规上|规模|区域|园区|板块|平台|工程|专项|方面"
)
# 本溪生物医药、辽阳金属新材料: a place before each industry of an enumeration
PLACED = re.compile(r"(?:、[\u4e00-\u9fff]{4,8})?、[\u4e00-\u9fff]{2,3}")
# 集聚光伏企业13家, 招引新能源领域科创团队: whom a place gathers tells what it is about
GATHERED = re.compile(
    r"(?:集聚|聚集|汇聚|招引|招商引进|引育|吸引|招大引强)(?:了|有|起)?"
    r"(?:一批|众多|大批|(?:全[省国市区球]|国内|[^，。；\d]{2,3}[省市])?的?(?:约|近|超过?)?(?:大部分|大多数|主要|[\d.]+[%％](?:以上|左右)?)?(?:[（(][^（）()]{1,8}[）)])?的?)$"
)
# 甲、乙等知名电子信息企业: of what trade the firms named before are
SAMPLED = re.compile(
    r"、[^，。；、]{2,16}等(?:一批|一大批|多家|众多|知名|国内外|国内|国际|世界|全球|核心|高端|龙头|骨干|重点|头部|领军|优质|新型|本土|\d+[余多]?家)*$"
)
FIRMS = re.compile(
    r"等?(?:产业|领域|行业|类)?(?:的)?(?:研发|生产|制造|加工|上下游|产业链|相关|配套|规上|重点|科技型|高新技术|龙头|领军|头部|核心|标杆|链主|知名|整机|上市|骨干|优质|科创|创新|人才)*(?:企业|项目|团队)"
)
# 2.装备制造，以甲园为核心: a numbered item that opens with its field
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.．、]?|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]是|[①-⑳])\s*")
_REACH = 80
"""Characters before a word that may tell what it means: more than any of these patterns can match."""
JOINER = re.compile(r"(?:、|和|与|及|以及|或|（含?|（?包括|）|\()+")


def meant(text: str, mentions: Sequence[Mention], heading: bool) -> list[Mention]:
    """Keep of the known industry words those that the text means as industries.

    Parameters
    ----------
    text : the paragraph.
    mentions : all its mentions; those that are no plain industry words are given back untouched.
    heading : whether the paragraph is a heading or the title of a box.
    """
    plain = [m for m in mentions if m.label == "Industry" and m.rule == "known name"]
    others = [m for m in mentions if not (m.label == "Industry" and m.rule == "known name")]
    listed = [m for m in others if m.label == "Industry"]
    kept: list[Mention] = []
    for group in _groups(text, [*plain, *listed]):
        last, first = group[-1], group[0]
        many = (
            len(group) >= 5
            and not TECHNICAL.match(text[last.end :])
            and not APPLIED.match(text[last.end : last.end + 40])
            and not PRODUCTS.match(text[last.end : last.end + 60])
            and not MADE.search(text[: first.start])
            and not text.startswith("化", last.end)
        )
        joined = (
            len(group) >= 3
            and re.match(r"等(?:[与同和向跟])", text[last.end :])
            and re.search(r"(?:推动|促进|推进|加快|支持)$", text[: first.start])
        )
        told = many or bool(joined) or any(m in listed for m in group) or _told(text, first, last, heading)
        for mention in group:
            if mention in plain and (told or _named_by_holder(mention, others)):
                kept.append(mention)
    for mention in plain:
        if mention not in kept and _named_by_holder(mention, others):
            kept.append(mention)
    return sorted([*others, *kept], key=lambda m: (m.start, -m.end))


_HEADED = re.compile(
    r"(?:新材料|材料|装备|设备|器件|零部件|部件|组件|元件|制造|加工|制品|终端|芯片|软件|应用|配套|仪器|服务|装备制造|设备制造|配套设备){1,2}(?=产业|领域|行业|集群)"
)


def lengthened(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Give known industry words the head noun behind them (智能电网|装备领域, 轨道交通|配套产业)."""
    found = []
    for mention in mentions:
        match = _HEADED.match(text, mention.end) if mention.rule == "known name" and not mention.nested else None
        free = match and not any(m.start < match.end() and match.start() < m.end for m in mentions if not m.nested)
        if mention.label == "Industry" and match and free:
            end = match.end() + 2 if text.startswith("产业", match.end()) else match.end()
            name = text[mention.start : match.end()]
            mention = replace(
                mention, end=end, surface=text[mention.start : end], name=lexicon.industries.get(name, name)
            )
        found.append(mention)
    return found


def widened(mentions: Sequence[Mention], sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Mention]:
    """Give known industry words the noun or adjective in front that makes them narrower (动力|装备产业集群)."""
    out = []
    for mention in mentions:
        sentence = next((s for s in sentences if s.start <= mention.start and mention.end <= s.end), None)
        if mention.label == "Industry" and mention.rule == "known name" and not mention.nested and sentence:
            mention = _wider(mention, sentence, mentions, lexicon)
        out.append(mention)
    return out


def _wider(mention: Mention, sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon) -> Mention:
    at = sentence.token_at(mention.start)
    if at < 1 or sentence.tokens[at].start != mention.start:
        return mention
    token, before = sentence.tokens[at - 1], sentence.tokens[at - 2] if at > 1 else None
    taken = any(m is not mention and m.start < mention.start and token.start < m.end for m in mentions)
    fits = token.pos in {"n", "a", "b", "nz", "vn"} and 2 <= len(token.word) <= 3
    if taken or not fits or token.word in lexicon.stop_words | GOVERNING or NO_MODIFIER.search(token.word):
        return mention
    acting = before is None or before.word in GOVERNING or before.word == "建设"  # also where it is taken for a noun
    if not acting and before and before.pos not in {"w", "v", "p", "c", "LOC", "d", "m"}:
        return mention
    start = token.start
    surface = sentence.text[start - sentence.start : mention.end - sentence.start]
    name = re.sub(r"(?<=..)(?:产业|行业|领域)$", "", surface)
    return replace(mention, start=start, surface=surface, name=lexicon.industries.get(name, name))


def _groups(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Chain mentions that stand in one enumeration."""
    groups: list[list[Mention]] = []
    for mention in sorted((m for m in mentions if not m.nested), key=lambda m: m.start):
        between = text[groups[-1][-1].end : mention.start] if groups else "。"
        if groups and (
            JOINER.fullmatch(between) or PLACED.fullmatch(between) or re.fullmatch(r"[^，。；：]{0,9}、", between)
        ):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _told(text: str, first: Mention, last: Mention, heading: bool) -> bool:
    after = text[last.end : last.end + 40]
    before = text[max(0, first.start - _REACH) : first.start]
    if APPLIED.match(after) or (last.surface.endswith("产业") and after.startswith("化")):
        return False
    if last.surface.endswith("产业") and re.match("园|基地|港|新城", after) and not _place_of(before, after):
        return False  # the field in the name of a park
    if after.startswith("集群") and (OF_A_PROGRAMME.search(before) or last.surface in {"先进制造业", "制造业"}):
        return False
    if OF_A_HOUSE.match(after):
        return False
    if _place_of(before, after) or (CHOOSES.search(before) and CHOSEN.match(after)):
        return True
    if CHOSEN_AS.match(after):
        return True
    if THRIVES.match(after) and re.search(r"(?:^|[，。；])$", before):
        return True
    if re.search(r"(?:其中|、)$", before) and re.match(r"\d[\d.]*[万亿]+元", after):
        return True
    if MEASURED.match(after) or (GROWN.search(before) and GROWS.match(after)):
        return True
    if last.surface.endswith(("产业", "制造业")) or AFTER.match(after):
        return True
    if (GATHERED.search(before) or SAMPLED.search(before)) and FIRMS.match(after):
        return True
    if TECHNICAL.match(after):
        return False
    if first is last and _NUMBERED.fullmatch(text[: first.start]) and re.match("[，：](?:以|依托|重点|支持)", after):
        return True
    if first.start == 0 and (after[:1] in {"。", "：", ":"} or after.startswith(("领域", "方面"))):
        return True
    clause = re.split(r"[，。；：]", after, maxsplit=1)[0]
    if (
        len(clause) <= 14
        and re.match(r"(?:[、和与及][^，。；]{2,10})?等$", clause) is None
        and BEFORE.search(before)
        and not clause.startswith(("的", "化"))
    ):
        return len(clause) <= 2 or bool(AFTER.search(clause))
    return heading and len(text) <= 30


def _place_of(before: str, after: str) -> bool:
    """Say whether a place is said to become one of an industry (打造…农业创新驱动发展先行区)."""
    return bool(PLACE_OF.match(after) and (BECOMES.search(before) or BASE_OF.search(before)))


def _named_by_holder(mention: Mention, others: Sequence[Mention]) -> bool:
    """Say whether an industry is in the name of an alliance, cluster or fund, which thereby is about it."""
    return mention.nested and any(
        o.label in HOLDERS and o.start <= mention.start and mention.end <= o.end for o in others
    )
