"""What a place does: industries that a zone or city develops, and the parts that a zone is made of.

«X重点发展A、B», «X以A、B为主导», «X做强A»: after such verbs stand industries, whether or not a lexicon has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.documents import Paragraph
from loaders.items import FIELD_HEAD, ending_label, item_mention, opened, split_items
from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.mention import Mention
from loaders.names import Sentence, bare
from loaders.needed import Guarded

DEVELOPERS = PLACE_LABELS | {"Zone"}
DOERS = DEVELOPERS | {
    "ResearchInstitute", "Lab", "Incubator", "Cluster", "Alliance", "University", "Fund", "Company",
}  # fmt: skip
GAP = (
    r"(?P<gap>(?:配套|联动|同步|错位|前瞻|超前|谋划|片区|板块|则|将|要|应|已|正|等地?|分别|积极|继续|进一步|加快|集中|，|、|重点|优先|着力|大力|主要|全力|"
    r"持续|不断|因地制宜|推动|规划|共同|具体|深入)*)"
)
VERBS = (
    r"(?P<verb>做大做强|做强做优做大|做强做优|做优做强|做强做大|做优做大|做精做优|做精做强|做大做优|培育壮大|发展壮大|做强|做优|做大|突出|聚焦|主攻|主打|深耕|壮大|"
    r"发展|培育|布局|瞄准|锚定|紧盯|专攻|围绕|打造|专注于?|致力于|面向|侧重于?|投向|投资|招引|涵盖|着眼于?|偏重于?|偏向|(?<=重点)承接|(?<=主要)承接)(?:(?:和|与|及)?(?:发展|培育|壮大))?(?:了|以)?"
)
ITEMS = r"(?P<list>[\u4e00-\u9fffA-Za-z0-9＋+（）、]{2,70}?)"
# What may close a list of industries: a noun of their kind, what is done with them, or the end of the clause.
TAIL = (
    r"(?P<tail>等?(?:\d+|[两二三四五六七八九十])?[个大类条]?(?:主导|特色|重点|优势|支柱|新兴|战略性新兴|关键|前沿|未来|研究|主攻|细分)*"
    r"(?:高成长性)?(?:百亿级?|千亿级?|万亿级?|先进制造业)*(?:产业集群|全产业链|产业链|产业|领域|方向|行业|赛道)|等?[两三四五六七八九\d]+大(?=[^，。；]{2,8}[，。；])|(?:[建补延强固][链群]){2,3}|(?:前沿|基础|应用)?(?:研究|研发|攻关)(?=[，。；])|(?=“[^”]{1,6}”产业)|(?=、做[大强优精])|(?=[，。；]))"
)
DEVELOPS = re.compile(GAP + VERBS + ITEMS + TAIL)
# A subject by its kind alone (园区, 该研究院), or none, before a verb that only industries follow.
UNNAMED = re.compile(
    r"(?<=[、，])(?=做[大强优精][^做大强优精])|(?:^|(?<=[，。；：]))(?:(?:该|本|全|我)?(?:市|区|县|省|园区|开发区|经开区|高新区|新区|片区|园|研究院|实验室|联盟|集群|基地|公司|基金|中心|平台|学院|学校|院|集团|[\u4e00-\u9fff]{2,3}(?:分园|片区|板块|小镇|飞地园)|项目|[东西南北中](?:部|区|片区|翼|园)|主城区?|新城区?|老城区|核心区|中心城区|起步区)"
    r"(?:将|要|已|正|重点|主要|着力|大力|优先|则|，)*(?=做|突|聚|主|深|壮|发|培|布|瞄|围|专|致|面|侧|投|涵)"
    r"|(?:(?<=[，；。])(?=(?:配套|联动|同步|错位|前瞻|超前|谋划)(?:发展|布局|培育)))"
    r"|(?=(?:因地制宜|重点|着力|大力|主要|优先|集中|加快)*(?:(?:重点|着力|大力|主要|优先|集中|加快)(?:发展|布局|培育|聚焦|围绕|投向|投资|招引)|"
    r"侧重于?|涵盖|主攻|做[大强优精]做[大强优]|培育(?:壮大|发展)?|布局培育|壮大|打造|专注于?|投向|投资于)))"
)
LEADING = Guarded(
    r"(?:(?<!研发)(?<!研制)(?<!开发)(?<!突破)以|为(?:主导|核心|支柱|龙头|引领)，)(?P<list>[\u4e00-\u9fffA-Za-z0-9（）、]{2,50}?)(?:等)?(?:产业|领域|方向|产业方向|产业领域|项目)?"
    r"(?=为(?:主导|传统(?:优势|特色|支柱)?产业|特色|支柱|主攻|方向|主方向|首位|支撑|重点|核心|代表|配套|补充|引领|龙头|主体|主[，。；]))"
    r"|(?:(?:主导|支柱|特色|首位|主攻|优势|重点)产业(?:之一)?|(?:产业|发展)?定位|(?:主攻|研究|产业|重点|发展)方向|(?:重点|研究|产业|技术|业务)领域)(?:主要)?(?:为|是|有|包括|包含|涵盖|：)"
    r"(?P<named>[\u4e00-\u9fffA-Za-z0-9（）、]{2,60}?)(?=[，。；]|等|[两三四五六]大)"
)
_BODIES = re.compile(r"(?:实验室|研究[院所]|中心|公司|集团|大学|学院|平台|企业|园区?|城市?|[片新城]区|开发区|示范区)$")
# 打造全国重要的甲生产基地和乙高地: what a place becomes a place of, whether or not the field is known
_PLACES = (
    r"(?:产业|生产|制造|研发|创新|应用|示范|集聚|发展|流通|出口|供应|全链条|[百千万]亿级?)*"
    r"(?:基地|高地|之都|名城|重镇|先行区|集聚区|集聚地|走廊|引领区|策源地|产业带)"
)
BECOMES = Guarded(
    rf"(?:(?:打造|建设|建成|构筑|创建|形成|培育|壮大|发展)(?:成为?|为|了)?|(?<=[地群都城区廊带])[和、与])"
    r"(?:[^，。；：、]{0,14}的|全国|全省|全球|我国|亚洲|[东西南北中]部|[东西]?[南北]方|[东西][南北]|华[东南西北中]|"
    r"国家级?|世界级?|国际|国内|区域性?|重要|一流|领先|知名|最大|标志性|[百千万]亿级?)*"
    rf"(?P<list>[\u4e00-\u9fffA-Za-z0-9、]{{3,36}}?){_PLACES}(?=[，。；、和与及])"
)
# 推动甲、乙产业集群发展: what is made to grow, where most of it is known for a field
PUSHED = Guarded(
    r"(?:推动|促进|推进|加快|支持|引导)(?P<list>[\u4e00-\u9fffA-Za-z0-9＋+（）、]{5,50}?)(?:产业集群|产业链|产业|行业|集群)?"
    r"(?:高质量|高端化?|集群化?|集聚|加快|规模化|特色|提质|健康|可持续|协调|有序|快速|持续|稳定|融合|全产业链){0,3}(?:发展|壮大|升级|增效|延链|补链|强链|做大做强|做强做优|能级跃升|能级提升|跃升|扩量提质|提质扩量)(?=[，。；、])"
)
# 下设甲、乙两个研究部: the units of an institute or alliance are called by their fields
UNITS = Guarded(
    r"设(?:有|立)?(?P<list>[\u4e00-\u9fffA-Za-z0-9（）、和与及]{3,50}?)等?[两二三四五六七八九十\d]+个(?:研究(?:部|室|所|方向)|专业委员会|专委会|学部|方向)"
)
# 设置“甲”“乙”“丙”三大研究方向: what is called a field of research is one, however it is worded
DIRECTIONS = Guarded(
    r"(?P<list>(?:“[^”]{3,24}”[、和与及]?){2,8})等?(?:[两二三四五六七八九十\d]+[大个])?(?:主要|核心|重点|特色)?(?:研究|科研|主攻|攻关|学科|培养)"
    r"(?:方向|领域)"
)
# 专业从事甲及乙研发: of what trade a firm is, by what it makes
TRADE_OF = Guarded(
    r"(?:专注于?从事|专注于|专注|专业从事|专门从事|主要从事|主营|长期从事|是一家从事)(?P<list>[\u4e00-\u9fffA-Za-z0-9、]{2,40}?)(?:等)?(?:领域|产品|技术|系列|核心){0,2}的?"
    r"(?=(?:技术|产品)?(?:研究|研发|开发|研制|生产|制造|设计|销售|服务|运营){1,3}(?:[、，。；和与及的]|企业|公司|$))"
)
STRONG = frozenset(
    [
        "做大做强",
        "做强做优做大",
        "做强做优",
        "做优做强",
        "做强做大",
        "做优做大",
        "做精做优",
        "做精做强",
        "做大做优",
        "培育壮大",
        "发展壮大",
        "做强",
        "做优",
        "做大",
        "主攻",
        "主打",
        "深耕",
        "培育",
        "壮大",
    ]
)
# Doing words with which the name of a field may close.
WORKED = (
    "利用", "加工", "制造", "养殖", "种植", "修造", "冶炼", "发射", "应用", "育种", "制种", "回收", "再制造",
    "封装", "测试", "设计", "开采", "勘探", "存储", "储运", "运维", "制氢", "造纸", "储能", "修复",
    "算", "采选", "洗选", "选矿", "织造", "酿造", "屠宰", "铸造", "锻造", "压延", "炼化", "炼制", "封测", "改装",
    "拆解", "总装", "印刷",
    "织布", "提取", "发酵", "饲养", "捕捞", "烘焙", "仓储", "配送", "运输", "检测", "集成",
)  # fmt: skip
STRESSED = re.compile(r"重点|着力|大力|优先|集中|主要|加快")
NO_INDUSTRY = re.compile(
    r"水平|能力|体系|机制|功能|优势|作用|规模|经济$|企业|人才|政策|环境|(?<!..)服务$|资源|质量|改革|任务|目标|需求|战略|问题|市场$|项目|主体|队伍|品牌|格局|园区|平台|载体|生态|短板|项$|"
    r"动能|增长点|增长极|高地|中心|基地|引擎|氛围|总量|集群|龙头|同志|部署|要求|主题|主线|创新$|建设$|发展$|改造$|升级$|转移$|溢出$|普惠|助残|救助|转化$|合作$|(?<!..)科技$|产业链|难题|瓶颈|关系|形态|模式|业态|群众|方面|重点|特色$|区$|(?<!零)部件$|器件$|型$"
)
PARTS = re.compile(
    r"(?:下辖|管辖|辖|包括|包含|由)(?P<list>[\u4e00-\u9fffA-Za-z0-9（）、和]{4,80}?)(?=组成|[三两四五六七]大|[三两四五六七]个|等|，|。|；)"
)


def governed(
    paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Find industries and parts of zones that only the verb before them tells."""
    text = paragraph.text
    zones = {m.end: m for m in mentions if m.label in DEVELOPERS}
    doers = {m.end for m in mentions if m.label in DOERS}
    found: list[Mention] = []
    for sentence in sentences:
        starts = {
            m.end(): 1 if m.group() or text[m.start() : m.start() + 1] == "做" else -1
            for m in UNNAMED.finditer(text, sentence.start, sentence.end)
        }
        starts |= {e: 2 for e in doers if sentence.start < e <= sentence.end}
        seen: set[int] = set()
        for start, most in sorted(starts.items()):
            match = DEVELOPS.match(text, start, sentence.end)
            if match and match.start("list") not in seen:
                seen.add(match.start("list"))
                closed = most < 0 and match.group("tail") and "、" in match.group("list")
                told = _trust(match)
                trust = 1 if closed and told >= 0 else min(most, told)
                found += _items(text, match, sentence, mentions, lexicon, trust)
        for match in LEADING.finditer(text, sentence.start, sentence.end):
            known = match.group("named") is not None
            if _BODIES.search(match.group("list") or ""):
                continue  # bodies and parks lead, too, and are no fields
            # firms lead, too, more often as 龙头 than as 引领; 以企业为主体
            led = {"为龙头": -1, "为引领": -3, "为主体": -3}.get(text[match.end() : match.end() + 3], 2)
            trust = 1 if known else led
            found += _items(text, match, sentence, mentions, lexicon, trust, "named" if known else "list")
        for match in BECOMES.finditer(text, sentence.start, sentence.end):
            found += _items(text, match, sentence, mentions, lexicon, -3)
        for match in PUSHED.finditer(text, sentence.start, sentence.end):
            found += _items(text, match, sentence, mentions, lexicon, -4)
        for match in TRADE_OF.finditer(text, sentence.start, sentence.end):
            found += _items(text, match, sentence, mentions, lexicon, -3)
        for match in DIRECTIONS.finditer(text, sentence.start, sentence.end):
            for named in re.finditer(r"“([^”]+)”", match.group("list")):
                at, said = match.start("list") + named.start(1), named.group(1)
                field = lexicon.industries.get(said, said)
                found.append(Mention(at, at + len(said), "Industry", field, said, "direction of research", 0.9))
        for match in UNITS.finditer(text, sentence.start, sentence.end):
            found += _items(text, match, sentence, mentions, lexicon, 1)
    return [*found, *_parts(text, zones, mentions, lexicon)]


def _trust(match: re.Match[str]) -> int:
    """Say how far a list behind a subject may be believed: 2 as it stands, 1 if some of it is known, 0 if all is."""
    strong = match.group("verb") in STRONG or bool(STRESSED.search(match.group("gap")))
    if match.group("verb") == "打造":
        stressed = STRESSED.search(match.group("gap")) and "、" in match.group("list")
        return 1 if stressed or match.group("tail").endswith(("产业", "集群", "产业链")) else -2
    if "、" in match.group("list"):
        return 2
    if strong and "和" in match.group("list"):
        return 2
    return 1 if strong or match.group("tail") or re.search(r"[和与]", match.group("list")) else 0


def _items(
    text: str,
    match: re.Match[str],
    sentence: Sentence,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    trust: int,
    group: str = "list",
) -> Iterator[Mention]:
    """Turn a list into industries as far as it may be such."""
    spans = opened(text, split_items(text, *match.span(group), lexicon), lexicon)
    ends = [m for m in mentions if m.label == "Industry" and m.surface.endswith(("产业", "制造"))]
    spans = [  # 光伏光电产业: or its last word and 产业 would be taken for the field
        (a, b + 2 if any(a < m.start < b and m.end == b + 2 for m in ends) else b) for a, b in spans
    ]
    # 建设|成渝地区大数据基地: a known place is not cut in two
    spans = [(a, b) for a, b in spans if not any(lexicon.place(text[a - 1 : a + n]) for n in (1, 2, 3)) or a == 0]
    items = [item_mention(text, a, b, "Industry", lexicon, "list that a verb governs") for a, b in spans]
    named = [m for m in mentions if m.label not in {"Industry", "City", "Region"} and not m.nested]
    if trust == -2:
        return
    good = [m for m in items if m is not None and _fits(m, named, sentence, lexicon)]
    sure = [m for m in good if _headed(m.surface, lexicon)]
    if trust == -3:  # a place of something is one of a field only where all that it names are fields
        yield from sure if len(sure) == len(spans) else ()
    elif trust == -4:
        yield from good if len(good) == len(spans) > 1 and 2 * len(sure) >= len(spans) else ()
    elif trust < 0:
        exact = [m for m in good if m.surface.removesuffix("产业") in lexicon.industries]
        named_so = len(spans) == 1 and match.groupdict().get("tail", "").endswith("产业") and bool(sure)
        most = len(exact) * 2 >= len(spans) > 1 or (len(exact) == 1 and match.groupdict().get("verb") in STRONG)
        most = most or len(sure) == len(spans) > 1
        yield from good if len(good) == len(spans) and (most or named_so) else ()
    elif 2 * len(good) > len(spans) and (
        len(sure) >= (1 if trust else len(spans)) or (trust == 2 and len(good) == len(spans))
    ):
        yield from good


def _headed(name: str, lexicon: Lexicon) -> bool:
    """Say whether a name is a known industry, or one with words in front (丙烷下游新材料)."""
    name = re.sub(r"(?:产业|行业|领域)$", "", name)
    return any(name[i:] in lexicon.industries for i in range(len(name) - 1)) or (
        len(name) > 3 and bool(FIELD_HEAD.search(name)) and bool(bare(name, lexicon))
    )


def _fits(item: Mention, named: Sequence[Mention], sentence: Sentence, lexicon: Lexicon) -> bool:
    """Ask of an item that it is a noun phrase and no other name."""
    if item.surface in lexicon.industries:
        return True
    if (
        len(item.name) > 12
        or item.name.startswith("配套")
        or NO_INDUSTRY.search(item.name)
        or len(bare(item.name, lexicon)) < 1
    ):
        return False
    if any(m.start < item.end and item.start < m.end for m in named):
        return False
    words = [t for t in sentence.tokens if item.start <= t.start < item.end]
    closed = len(words) > 1 and words[-1].pos in {"n", "nz", "vn"}
    return not any(
        t.pos in {"v", "d", "p", "m", "r", "PER", "TIME", "u"}
        and t.word != "超"
        and not (t is words[-1] and FIELD_HEAD.search(item.name))
        and not t.word.endswith(WORKED)
        and not (
            closed and t.pos == "v" and t is not words[-1] and t.word not in lexicon.stop_words and len(t.word) == 2
        )
        for t in words
    )


_PARKS = re.compile(r"[两二三四五六七八九\d]+[个大](?:专业|特色|产业|功能|主题)?(?:园区|分园|片区|园|板块|功能区)")


# …，下辖甲园、乙园两个园区: the clause leaves out whose parts they are
_PARTED = re.compile(
    r"(?<=，)(?:现|共)?(?:下辖|管辖|辖)(?P<list>[\u4e00-\u9fff（）、和]{4,60}?)(?=[两三四五六七八]个(?:园区|分园|片区|园|板块))"
)


def _parts(text: str, ends: dict[int, Mention], mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Read the parts of a zone (某高新区辖甲园区、乙软件园)."""
    told = [PARTS.match(text, end) for end, zone in sorted(ends.items()) if zone.label == "Zone"]
    for match in [*told, *_PARTED.finditer(text)]:
        if not match or "、" not in match.group("list"):
            continue
        for start, stop in split_items(text, *match.span("list"), lexicon):
            name = text[start:stop]
            label, _, suffix = ending_label(name, lexicon)
            if (
                not suffix
                and _PARKS.match(text, match.end("list"))
                and name.endswith(("园", "区", "村", "城", "谷", "港"))
            ):
                label, suffix = "Zone", name[-1]
            if not suffix and name.endswith(("核心区", "板块", "片区")):
                label, suffix = "Zone", name[-2:]
            taken = any(m.start <= start and stop <= m.end and not m.nested for m in mentions)
            if label == "Zone" and 2 <= len(name) - len(suffix) <= 12 and not taken:
                yield Mention(start, stop, "Zone", name, name, "part of a zone", 0.86)
