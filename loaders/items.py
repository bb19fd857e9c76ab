"""Items of lists: where each begins and ends, and what it names under the class that its list tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import bare, owner, strip_level

CONJUNCTION = re.compile(r"以及|和|及|与")
INDUSTRY_TAIL = re.compile(r"(?:产业|领域|行业)$")
VERBISH = re.compile(
    r"(?:推进|推动|加快|支持|打造|开展|提升|加强|完善|实现|具有|建设|形成|引进|培育|促进|鼓励|集聚|聚集|抢占|抢抓|紧盯|锁定|解决|提供|组织|设立|实施|围绕|依托|探索|增强|做好|强化|优化|利用|坚持|参与|重点|大力|建成|壮大|聚焦|瞄准|主攻)"
)
# What a list of research fields adds to the fields (地下水污染防治技术研究).
FIELD_WORK = re.compile(r"(?<=.{4})(?:关键|共性|应用|前沿)*技术(?:研究|研发|开发)(?:与应用)?$")
# Common nouns that are fields where they stand in a list of fields.
FIELD_WORDS = frozenset(
    {
        "信息",
        "生命",
        "金融",
        "文化",
        "教育",
        "网络",
        "交通",
        "能源",
        "安全",
        "农业",
        "工业",
        "海洋",
        "互联网",
        "制造业",
        "电子",
        "生态",
        "商贸",
        "科技服务",
        "数据服务",
        "基础研究",
    }
)
# Materials and goods of one character are fields in a list of fields (铜、钨、稀土等特色产业).
FIELD_SIGNS = frozenset("铜铝钨钛镁锌锡铅镍钼钒金茶酒糖盐醋竹")
# Common words that together name a field (信息网络技术, 智能农业, 大数据智能化).
_COMPOUND = re.compile(
    r"(?:信息|网络|电子|数据|大数据|互联网|智能|农业|工业|海洋|生态|环境|生命|能源|交通|金融|文化|高端|先进|现代|县域|城市|绿色|数字|空间){1,3}"
    r"(?:技术|科技|农业|工业|网络|智能化|制造业|互联网|科学|治理|通信|信息|装备|能源|交通|金融|商务)"
)
# Nouns with which the names of fields close (薄板深加工, 稀有金属材料, 特色食品).
FIELD_HEAD = re.compile(
    r"(?:加工|制造|智造|装备|材料|部件|器件|元件|组件|食品|食药|化工|医药|中药|药业|能源|电子|机械|家居|家具|服装|服饰|纺织|冶金|冶炼|器械|汽车|"
    r"专用车|客车|电池|储能|"
    r"种业|育种|制种|养殖|种植|渔业|旅游|物流|电商|文创|仪器|仪表|设备|化学品|建材|制品|饮品|饮料|白酒|芯片|半导体|光电|光伏|风电|氢能|算力|"
    r"机器人|无人机|终端|显示|传感器?|轮胎|陶瓷|玻璃|钢铁|特钢|精深加工|铝材|铜材|纤维|橡胶|塑料|尼龙|造纸|皮革|鞋服|玩具|电器|家电|线缆|轴承|模具|机床|泵阀|"
    r"船舶|飞机|卫星|航天|航空|导航|遥感|软件|通信|互联网|制药|疫苗|抗体|诊断|试剂|康养|美妆|化妆品|农业|林业|牧业|畜牧|乳业|茶业|果蔬|制糖|粮油|油服|环保|"
    r"回收|修造|测绘|金融|会展|文旅|影视|动漫|传媒|光学|激光|稀土|合金|石墨烯|碳纤维|炭材|硅材|线路板|电路)(?:业|产业)?$"
)
# What only together with the word before 和 is a field (研发和制造).
SHARED_HALVES = frozenset({
    "制造", "生产", "加工", "服务", "应用", "装备", "设备", "材料", "零部件", "配件", "研发", "开发",
    "销售", "设计", "养殖", "运维", "维修", "检测", "测试", "回收", "利用", "贸易", "物流", "储运",
    "配套", "工程", "产品", "制品", "系统", "技术", "部件",
})  # fmt: skip
COUNTED = re.compile(r"^(?:\d+|[一二三四五六七八九十两几多]+)(?:余|多)?[个家项种类大条支]?")


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
        whole = text[start:end]
        if INDUSTRY_TAIL.sub("", right) in SHARED_HALVES:
            return [span]
        if whole in lexicon.industries or whole.replace("与", "和").removesuffix("业") in lexicon.industries:
            return [span]
        complete = left.endswith(lexicon.tails(1)) or left in lexicon.industries or bool(lexicon.place(left))
        if (
            complete
            or owner(right, lexicon)
            or INDUSTRY_TAIL.search(left)
            or (len(left) >= 3 and right in lexicon.industries)
        ):
            return [(start, match.start()), *_split_last(text, (match.end(), end), lexicon)]
    return [span]


def opened(text: str, spans: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Open items of a list of fields that hold several: 冶金（黑色金属、有色金属）, 新能源和新材料."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        bracket = re.fullmatch(r"([^（）]{2,12})（([^（）]{2,40})）", text[start:end])
        if bracket and ("、" in bracket.group(2) or _closes_known(bracket.group(2), lexicon)):
            found.append((start, start + bracket.end(1)))
            held = _HOLDING.match(bracket.group(2))
            inside = start + bracket.start(2) + (held.end() if held else 0)
            found += split_items(text, inside, start + bracket.end(2), lexicon)
            continue
        left, joint, right = text[start:end].partition("和")
        both = joint and left in lexicon.industries and right in lexicon.industries and left not in right
        # 甲和乙、丙: in the middle of a list it is one field but for names of one make (新能源和新材料、…)
        both = both and (end == spans[-1][1] or left[0] == right[0] == "新")
        if (both and text[start:end] not in lexicon.industries) or (
            joint and end == spans[-1][1] and _two(left, right, len(spans) > 1, lexicon)
        ):
            found += [(start, start + len(left)), (start + len(left) + 1, end)]
        else:
            found.append((start, end))
    return found


_HOLDING = re.compile("(?:主要)?(?:含|包括|包含|涵盖|以)?")


def _closes_known(name: str, lexicon: Lexicon) -> bool:
    """Say whether a name closes with a known field (节能与新能源汽车)."""
    return bool(FIELD_HEAD.search(name)) or any(name[i:] in lexicon.industries for i in range(len(name) - 1))


def _two(left: str, right: str, listed: bool, lexicon: Lexicon) -> bool:
    """Say whether 和 joins the last two fields of a list (甲、乙和丙食品), not two halves of one (乙设计和制造)."""
    right = INDUSTRY_TAIL.sub("", right)
    whole = f"{left}和{right}"
    if whole in lexicon.industries or INDUSTRY_TAIL.sub("", whole) in lexicon.industries or right in SHARED_HALVES:
        return False
    if any(whole.startswith(known) for known in lexicon.joint_industries() if len(known) > len(left) + 1):
        return False
    headed = [bool(FIELD_HEAD.search(part)) or part in lexicon.industries for part in (left, right)]
    if not listed:
        least = min(len(left), len(right))
        return least >= 3 and (all(headed) or (any(headed) and least >= 4))
    return len(left) >= 2 and len(right) >= 2 and (len(left) + len(right) >= 6 or all(headed))


def ending_label(name: str, lexicon: Lexicon) -> tuple[str, bool, str]:
    """Give (class, strong, ending) by the longest ending of a name, a place in brackets behind it left out."""
    name = re.sub(r"(?<=.{4})（[\u4e00-\u9fff]{2,4}）$", "", name)
    for length in range(min(14, len(name)), 0, -1):
        if hit := lexicon.suffixes.get(name[-length:]):
            return hit[0], hit[1], name[-length:]
    return "", False, ""


# What leads into a list in brackets and is no part of its first item (不含甲县、乙县).
_LED_IN = re.compile("(?:不含|不包括|不包含|不涉及|除了)(?=.{2})")


def clean_item(text: str, start: int, end: int) -> tuple[int, int]:
    """Trim quotes, white space and a closing 等 off an item's span."""
    while start < end and text[start] in "“”‘’ 　\t":
        start += 1
    if led_in := _LED_IN.match(text, start, end):
        start = led_in.end()
    tail = re.search(r"(?:等等|等|[(（][^()（）]{0,6}单位[)）]|(?<=.{4})(?:及|和|与|以及))$", text[start:end])
    if tail:
        end -= len(tail.group())
    while end > start and text[end - 1] in "“”‘’ 　。":
        end -= 1
    return start, end


_JOINS = re.compile(
    r"(?:联合|携手|会同|协同|联手|支持|引导|鼓励|推动|吸引|引进|组织|依托|牵手)了?(?=[\u4e00-\u9fffA-Za-z]{3})"
)


def _joined_by(item: str, lexicon: Lexicon) -> int:
    """Measure the verb that leads up to the first body of a list (联合|清华大学); 联合电子 is called so."""
    verb = _JOINS.match(item)
    body = item[verb.end() :] if verb else ""
    known = bool(body) and (body in lexicon.entries or owner(body, lexicon) or re.search(r"..(?:大学|学院)$", body))
    return verb.end() if verb and known else 0


def item_mention(text: str, start: int, end: int, label: str, lexicon: Lexicon, rule: str) -> Mention | None:
    """Turn one item of a list of a class into a mention, or None if it is no name."""
    lead = re.match(r"“[^”]{2,14}”", text[start:end])
    if not (lead and lead.end() < end - start):
        start, end = clean_item(text, start, end)
    if label == "Industry":
        start += text.rfind("的", start, max(start, end - 2)) + 1 - start if "的" in text[start : end - 2] else 0
        inner = max(text.rfind(word, start, end) for word in "在于") + 1
        start = inner if inner > start and text[inner:end] in lexicon.industries else start  # 某所在|智能制造
        start += led(text[start:end], lexicon)
        return field_item(text[start:end], start, lexicon, rule)
    start += _joined_by(text[start:end], lexicon)
    surface = text[start:end]
    name = re.sub(r"（(?:依托|由|位于|原|筹|在建|拟建)[^（）]*）$", "", strip_level(surface))
    name = re.sub(r"^[\u4e00-\u9fff]{2,8}(?:高新区|经开区|新区|开发区)的(?=.{4})", "", name)
    if not 2 <= len(name) <= 44 or re.search(r"[。；：]", name) or (COUNTED.match(name) and not owner(name, lexicon)):
        return None
    own, _, suffix = ending_label(name, lexicon)
    entries = lexicon.entries.get(name, ())
    if label == "Company" and entries and entries[0].short and entries[0].label == "District":
        entries = ()  # firms in a list that are called like a county (青山)
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


def field_item(surface: str, start: int, lexicon: Lexicon, rule: str) -> Mention | None:
    """Turn an item of a list of industries into a mention, or None if it is none."""
    name = FIELD_WORK.sub("", INDUSTRY_TAIL.sub("", surface) if len(surface) > 4 else surface)
    if known := lexicon.industries.get(surface) or lexicon.industries.get(name):
        return Mention(start, start + len(surface), "Industry", known, surface, rule, 0.88)
    if (
        not (2 <= len(name) <= 16 or name in FIELD_SIGNS)
        or VERBISH.search(name)
        or re.search(
            r"[“”《》：的*]|(?<!^..)(?<!网络)(?<!信息)(?<!电子)(?<![和与及]..)技术$|研究$|(?<!农)(?<!^.{4})(?<!^.{5})(?<!^.{6})产品$|企业$|人才|能力|机构$|[一二两三四五六七八九十]个|.产业.|^技术[及与和]|用地$",
            name,
        )
        or (_idle(name, lexicon) and name not in FIELD_WORDS and not _COMPOUND.fullmatch(name))
        or re.match(r"\d", name)
        or not (bare(name, lexicon) or name in FIELD_WORDS or _COMPOUND.fullmatch(name))
        or lexicon.place(name)
        or ending_label(re.sub(r"（[^（）]*）$", "", name), lexicon)[0] in {"University", "ResearchInstitute"}
        or name.endswith(("高新区", "经开区", "开发区", "新区", "科技城", "科学城", "示范区", "产业园"))
    ):
        return None
    return Mention(start, start + len(surface), "Industry", name, surface, rule, 0.88)


_IDLE = re.compile(r"(?P<stem>.*?)(?:技术)?(?:应用|设备|服务|科技)$")
_HELPING = re.compile(
    r"式|政务|便民|社会|生活|优质|高效|精准|全流程|全周期|贴心|志愿|企业|项目|要素|配套|咨询|中介|法律|跟踪|上门|帮办|民生|社区|就业|生产$|推广|成果|场景|典型|"
    r"融合|集成|产品|商业化|规模化|产业化|广泛|推动|前沿|试验|实验|仪器|大型|办公|教学|施工|检修|评估|认证|代理|招商|投融资|信贷|授信|特派"
)


def _idle(name: str, lexicon: Lexicon) -> bool:
    """Say whether 应用, 设备, 服务 or 科技 closes what names no field (关键设备; but 卫星数据应用 does)."""
    match = _IDLE.fullmatch(name)
    stem = match["stem"] if match else ""
    return bool(match) and (not bare(stem, lexicon) or bool(_HELPING.search(stem)) or stem.endswith(("与", "和", "及")))


def led(surface: str, lexicon: Lexicon) -> int:
    """Count the characters of a place or an organisation in front of a field (某省装备制造, 某大学应用化学)."""
    level = re.match(
        r"(?:世界|国际|国家|全国|全球|省|整个|两地|三地|当地|本地)级?(?:领先|一流|先进)?的?(?=.{2})", surface
    )
    if level and surface[level.end() :] in lexicon.industries:
        return level.end()
    area = re.match(r"(?:走廊|园区|全区|区域|全域|示范区|新区|片区|经济带|产业带)(?=[\u4e00-\u9fff]{2})", surface)
    if area and surface not in lexicon.industries:
        return area.end()
    head = owner(surface, lexicon)
    if not head or surface in lexicon.industries or len(surface) - head[0] < 2:
        return 0
    return head[0] + (1 if surface[head[0] : head[0] + 1] == "的" else 0)


# What firms are often called by their trade at the end (甲生物, 乙重工).
FIRM_NAME = re.compile(r"^[\u4e00-\u9fff]{2,4}(?:生物|科技|重工|电子|股份|医药|药业|化学|软件|汽车|机械|能源)$")


def _reconcile(own: str, told: str, name: str) -> str:
    """Choose between the class of an item's own ending and that of its list."""
    if told == "Incubator" and own in {"Zone", "ServiceAgency", "Lab"}:
        return own if own == "Zone" and not name.endswith(("科技园", "谷")) else "Incubator"
    if told == own == "Lab" and FIRM_NAME.search(name):
        return "Company"
    if told == "Lab" and own in {"ServiceAgency", "Company"}:
        return "Lab"
    return own or told
