"""Names by their endings: where they begin, and whether they name one thing or are common nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.beginnings import MINISTRY, begin
from loaders.going_on import goes_on
from loaders.hollow import PLAIN_ZONES, behind_partner, compass, is_new_area, joint_of_two, of_county, own_class
from loaders.hosts import only_seems
from loaders.lexicon import PLACE_LABELS, Entry, Lexicon
from loaders.mention import Mention
from loaders.names import BECOMING, MAX_NAME, ROLE, Sentence, bare, owner
from loaders.single import placed_part, told_single

FALSE_ENDING = re.compile(
    r"^(?:19|20)\d\d年度?(?:国家|省|市)级|(?:会展|博览|展览|会议|购物|体育)中心$|.(?:建设|打造|创建|争创)综合性国家科学中心$|"
    r"(?:高水平|一流|重点|应用型|研究型|部属|省属)大学$|结成|[区园城市县院司心学]为|认定为|评为|命名为|纳入|^以上|^[\u4e00-\u9fff]{2,3}[市区县]大学$|担任|等[院校]所?$|^[一二三四五六七八九十两多]+[核轴带区园心极廊]|科技园.+大学$|国家大学$|大学大学$|^(?!.*(?:大学|学院)[^，。]{0,8}附属).*医院(?:.+分院)?$|[室器][+＋].*|(?:布局|格局|结局|大局|局局|副局|厅厅)$|平方米|公里|——|[两三]国政府$|[洽博交][谈览易]会.{0,2}区$|^建成|^沿[海江河]|高新区(?:建设|运用|推进|设立|加快|举办)|大学驻|“[^”]*$|[园城区心院]联合|相应|等\d+[家个所]|[省市区县州]委[省市区县州](?:人民)?政府$|(?:海域|陆域|地域|水域|领域|生存|发展|增长|市场|想象|国土|合作)空间$|\d{4,}.*政府$|[两三四五六七八九][地市](?:国家)?(?:高新区|经开区)$|会暨[^会]*(?:院|所|中心|实验室)$|^[\u4e00-\u9fff]{2,3}[省市县]级|副中心$|[两二三四五六七八九十\d]+[大个](?:(?:现代化|大)?都市圈|城市群|经济圈|经济带|经济区)$|出席|书记|致辞|(?:会客|展|大|餐|客)厅$|关于.*(?:圈|群|带)$|[市省区县州]长代表"
)
PLURAL = re.compile(
    r"[一二两三四五六七八九十\d]+(?:[个家所座批]|万平方米)|各市|各地|各县|各区|各高新区|一批|一系列|等(?:国|高校|院校|企业|科研|单位)|和高新区"
)
PLURAL_BEFORE = re.compile(r"(?:一批|各类|一系列|若干|各级各类|各级)(?:[^，。；、]{0,6}的)?$")
COUNTED_BEFORE = re.compile(r"(?<!第)(?:[两三四五六七八九十]|\d)余?[家所]$")
COMMON_FIRMS = re.compile(r"企业|国有|大型|骨干|龙头|上市|跨国|民营|中小|平台|投资|基金|咨询|营销|管理")


# Behind the form of a firm, words of its trade tell one firm: 某省创新投资集团, 某市城市建设投资有限公司.
FIRM_FORMS = frozenset({"集团", "有限公司", "股份有限公司", "有限责任公司", "集团公司"})
PLAIN_FIRMS = re.compile(r"企业|国有|大型|骨干|龙头|上市|跨国|民营|中小|咨询|营销|平台|融资租赁|融资担保")


def _own_words(inner: str, suffix: str, label: str) -> bool:
    """Say whether plain words between a place and an ending still make a name of their own (长春未来科技创新集团)."""
    if label == "Company" and suffix == "银行":
        return True
    if label == "Company":
        common = PLAIN_FIRMS if suffix in FIRM_FORMS else COMMON_FIRMS
        return len(inner) >= 4 and not common.search(inner)
    if label == "Event":
        fair = suffix in {"博览会", "交易会", "洽谈会", "进口博览会"} and len(inner) >= 2
        return fair or (suffix == "博会" and bool(inner))
    return label != "Programme"


ZONE_INSIDE = re.compile(
    r".{2,}(?:示范区|试验区|自创区|自贸区|高新区|合作区|科学城|科技城|科创城|新区|开发区|经开区|软件园|科技园|产业园|集聚区)[\u4e00-\u9fff]{2,4}$"
)
ZONE_STEM = re.compile(
    r"(?:都市圈|经济带|城市群|走廊|合作区|新区|开发区|高新区|经开区|示范区|试验区|科学城|科技城|产业园|自贸区|保税区)$"
)
LATIN_NAME = re.compile(r"[A-Z][A-Za-z0-9]{1,}")


def names_by_ending(sentence: Sentence, lexicon: Lexicon) -> tuple[list[Mention], list[Mention]]:
    """Find names by their endings: those that are sure, and those that need a neighbour of their kind."""
    text, base = sentence.text, sentence.start
    sure: list[Mention] = []
    maybe: list[Mention] = []
    endings = lexicon.endings(text)
    for start, end, suffix in endings:
        label, strong = lexicon.suffixes[suffix]
        following = text[end : end + 1]
        inside = any(s < end < e and s <= start and not longer.startswith("大学") for s, e, longer in endings)
        if inside and not (following and following in "和与及、，。"):
            continue
        if goes_on(text, end, suffix, label):
            continue
        edge = begin(sentence, lexicon, start, end)
        end = _with_garden(text, _with_bracket(text, end, lexicon), label, lexicon)
        edge = behind_partner(text, edge, end, lexicon)
        edge += compass(text[edge:start], label, lexicon)
        name = text[edge:end]
        if _cuts_word(sentence, edge, end):
            continue
        if joint_of_two(text, edge, start, suffix, lexicon):
            continue
        if (edge >= start and label != "Incubator") or PLURAL_BEFORE.search(text[:edge]) or _misshapen(name):
            continue
        if label == "ResearchInstitute" and COUNTED_BEFORE.search(text[:edge]) and not owner(name, lexicon):
            continue
        if only_seems(name, label, lexicon, text[:edge]):
            continue
        label = own_class(name, suffix, label, lexicon)
        grade = named(name, suffix, label, strong, lexicon, sentence, edge + base, start + base)
        if _is_role(name, suffix, label, strong, text[:edge], lexicon):
            continue
        short = _without_place(name, suffix, label, lexicon)
        mention = Mention(edge + base, end + base, label, name, name, f"ending {suffix}", grade or 0.8, aliases=short)
        grade = grade or _seen_whole(sentence, name, suffix, label, edge + base, end + base, lexicon)
        grade = grade or placed_part(name, suffix, text, edge, end, sentence, lexicon)
        if grade:
            sure.append(mention)
        elif label not in {"University", "Fund"} and _ends_known(name, label, lexicon):
            continue
        elif _may_name(name, suffix, label, strong, lexicon):
            (sure if told_single(text, edge, end, suffix, label, lexicon) else maybe).append(mention)
    return sure, maybe


_TOWNS = frozenset({"新城", "旅游度假区", "度假区", "小镇", "产业新城"})


def _seen_whole(
    sentence: Sentence, name: str, suffix: str, label: str, start: int, end: int, lexicon: Lexicon
) -> float:
    """Say how surely a word that the tagger takes for one proper name is one (太湖光子中心)."""
    token = sentence.tokens[sentence.token_at(start)]
    whole = token.pos in {"ORG", "LOC", "nz"} and (token.start, token.end) == (start, end)
    stem = name[: -len(suffix)]
    if suffix == "新区" and is_new_area(name, lexicon):
        return 0.0
    if label == "University" and whole and token.pos == "ORG" and len(bare(stem, lexicon)) >= 2:
        return 0.82
    if whole and token.pos == "LOC" and suffix in _TOWNS and len(bare(stem, lexicon)) >= 2:
        return 0.8
    if (
        not whole
        or len(suffix) < 2
        or suffix == "博会"
        or label in {"Policy", "Programme", "GovernmentBody", "Region", "Company"}
    ):
        return 0.0
    return 0.8 if len(bare(stem, lexicon)) >= 3 else 0.0


def _without_place(name: str, suffix: str, label: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Give a zone's name without the county or city in front, where it is a name by itself (沧岭市|东湾高新区)."""
    head = owner(name, lexicon) if label == "Zone" else None
    if head is None or head[1].label not in {"City", "District"} or name[head[0] - 1] not in "市区县":
        return ()
    own = name[head[0] : -len(suffix)]
    return (name[head[0] :],) if len(own) <= 6 and len(bare(own, lexicon)) >= 2 else ()


def _misshapen(name: str) -> bool:
    """Say whether a stretch of text cannot be a name: too short or long, a plural, a bracket cut through."""
    return (
        not 2 < len(name) <= MAX_NAME
        or PLURAL.search(name) is not None
        or name.count("（") != name.count("）")
        or name.count("(") != name.count(")")
        or name[:1] in "）)、，（("
        or FALSE_ENDING.search(name) is not None
    )


def _cuts_word(sentence: Sentence, edge: int, end: int) -> bool:
    """Say whether an ending is the first half of a common word (扩|大学|术)."""
    token = sentence.tokens[sentence.token_at(end - 1 + sentence.start)]
    return (
        token.end > end + sentence.start
        and token.start > edge + sentence.start
        and token.pos not in {"ORG", "LOC", "nz", "nt", "nw", "PER", "s"}
        and token.end - token.start <= 3
    )


def _is_role(name: str, suffix: str, label: str, strong: bool, before: str, lexicon: Lexicon) -> bool:
    """Say whether a name is what something shall become (打造成为…示范区) and not a thing of its own."""
    if label not in {"Zone", "Region", "Lab"} or re.search(r"(?:获批|批准|同意|启动|开工)建设$", before):
        return False
    head = owner(name, lexicon)
    if head and re.search(r"(?<!成)建成$", before) and bare(name[head[0] : name.rfind(suffix)], lexicon):
        return False
    if strong:
        plain = head is not None and not bare(name[head[0] : name.rfind(suffix)], lexicon) and suffix in PLAIN_ZONES
        return plain and name[head[0] if head else 0 :] != suffix and bool(BECOMING.search(before))
    return bool((ROLE if head is None else BECOMING).search(before))


def _with_bracket(text: str, end: int, lexicon: Lexicon) -> int:
    """Take a place in brackets or behind a dot into a name (启迪科技园（沈阳）, 领创空间·成都)."""
    if text.startswith(("（筹）", "(筹)"), end):
        return end + 3
    match = re.match(r"[（(]([\u4e00-\u9fff]{2,4})[）)]|·([\u4e00-\u9fff]{2,3})(?=[、，。；和及与]|$)", text[end:])
    inside = (match.group(1) or match.group(2)) if match else ""
    apart = (
        match is not None and match.group(1) and inside[-1:] in "区县" and len(inside) > 2
    )  # 某科技园（花溪区） stands there
    return end + match.end() if match and lexicon.place(inside) and not apart else end


def _with_garden(text: str, end: int, label: str, lexicon: Lexicon) -> int:
    """Take the part of a zone that is called after its district into the name (某某科技园区海淀园)."""
    match = re.compile(r"([\u4e00-\u9fff]{2,3})园(?![区林艺地])").match(text, end) if label == "Zone" else None
    return match.end() if match and lexicon.place(match.group(1)) else end


JOINT_BODIES = frozenset({"专班", "工作专班", "指挥部", "联席会议", "领导小组", "推进组", "工作推进组", "协调小组"})


def _may_name(name: str, suffix: str, label: str, strong: bool, lexicon: Lexicon) -> bool:
    """Say whether a name without an owner could be one beside a sure name of its kind."""
    stem = name[: -len(suffix)]
    if label == "Zone" and suffix == "区" and any(lexicon.place(name[i:]) for i in range(len(name) - 1)):
        return False  # 上海宝山区 beside a zone is a district
    return (
        (
            strong
            or label == "Event"
            or (label in {"ServiceAgency", "Lab"} and len(suffix) >= 4)
            or suffix in JOINT_BODIES
            or (label == "Zone" and suffix.endswith(("区", "城", "谷", "小镇", "基地")))
        )
        and (label not in {"GovernmentBody", "Region", "Policy"} or suffix in JOINT_BODIES)
        and len(stem) >= 2
        and len(bare(stem, lexicon)) >= 2
    )


RESEARCH = {"Lab", "ResearchInstitute"}
JOINED = frozenset({"、", "和", "与", "及", "以及", "，", "联合", "携手", "会同", "牵手"})


def with_neighbours(sure: Sequence[Mention], maybe: Sequence[Mention], text: str, base: int) -> list[Mention]:
    """Accept doubtful names that stand in one list with a sure name of their class."""
    accepted = list(sure)
    pending = list(maybe)
    changed = True
    while changed:
        changed = False
        for mention in list(pending):
            for other in accepted:
                first, second = (mention, other) if mention.start < other.start else (other, mention)
                between = text[first.end - base : second.start - base]
                base_of = other.label == "Zone" and mention.label == "Lab" and mention.name.endswith("基地")
                if (
                    (other.label == mention.label or {other.label, mention.label} == RESEARCH or base_of)
                    and between in JOINED
                    and first.end <= second.start
                ):
                    accepted.append(replace(mention, label="Zone") if base_of else mention)
                    pending.remove(mention)
                    changed = True
                    break
    return accepted


# Of these a city has several, and its own is called by the short name (甲市开发区, but 甲经济开发区).
MANY_OF_A_CITY = frozenset({"产业园区", "工业园区", "园区", "开发区", "产业集聚区", "特色产业园区", "科技园区"})


def _plain_behind_owner(inner: str, head: Entry, suffix: str, label: str, strong: bool, lexicon: Lexicon) -> bool:
    """Say whether the words between an owner and an ending leave a common noun (某省高新区, 某市科技创新平台)."""
    if head.label not in PLACE_LABELS:
        return False
    if label == "GovernmentBody" and suffix == "政府" and not inner:
        return False
    if label == "ResearchInstitute" and (not strong or (suffix.endswith("机构") and not inner)):
        return True
    if label == "Incubator" and re.match(r"[\u4e00-\u9fff]{0,6}大学(?=.)", inner):  # 四川|大学未来产业科技园
        return False
    if label == "Region" and suffix == "地区":
        return not re.fullmatch(r"[东西南北中部沿海边上下游]*", inner) or (not inner and head.label == "City")
    if bare(inner, lexicon):
        return False
    if label == "Cluster":
        return True
    if suffix in MANY_OF_A_CITY and head.label == "City" and not head.short:
        return True
    plain_kind = suffix in PLAIN_ZONES or not strong or label in {"Lab", "University", "Incubator"}
    if (
        head.label == "Region"
        and plain_kind
        and not (suffix in {"大学", "大学科技园"} and (head.short or (inner and suffix == "大学")))
    ):  # but 四川大学
        return True
    if label == "Lab" and suffix not in {"实验室", "国家实验室", "综合性国家科学中心", "国家超级计算中心"}:
        return True
    if head.label == "Country" and label in {"University", "Lab", "Company", "Incubator"}:
        return True
    return not _own_words(inner, suffix, label)


def _of_level(stem: str, label: str, strong: bool) -> bool:
    """Say whether a name is of the document's own province or city (省科技创新联盟, 市大数据局)."""
    if stem in {"省", "市"} and label == "GovernmentBody":
        return strong
    if len(stem) < 3 or not re.match(r"[省市](?![级内外市属区际直会])", stem):
        return False
    shared = strong and stem[0] == "省" and label in {"Fund", "Alliance", "ServiceAgency"}
    return shared or label == "GovernmentBody"


def _by_stem(stem: str, suffix: str, lexicon: Lexicon) -> float:
    """Grade what its first part tells: a campus of a university, a zone's administration, a national centre."""
    if suffix in {"片区", "新城", "园区", "分园", "拓展区", "起步区", "分区", "核心区"} and ZONE_INSIDE.search(stem):
        return 0.88
    if suffix == "核心承载区" and re.search("(?:走廊|[区城园带])$", stem) and len(stem) >= 4:
        return 0.88
    of_university = stem.endswith(("大学", "学院")) or (suffix == "大学科技园" and len(stem) >= 4)
    if suffix in {"大学科技园", "科技园"} and of_university and re.fullmatch(r"[\u4e00-\u9fff]{2,10}", stem):
        return 0.88
    of_ministry = MINISTRY.search(stem) if suffix.endswith(("实验室", "中心", "观测站")) else None
    if of_ministry and len(stem) >= 3 + len(of_ministry.group()):
        return 0.88
    if suffix in {"校区", "分校"} and re.search(r"(?:大学|学院)[\u4e00-\u9fff（）]{2,6}$", stem):
        return 0.9
    if suffix in {"中心", "分中心"} and re.match(r"国家|全国", stem) and any(lexicon.place(stem[-n:]) for n in (2, 3)):
        return 0.88
    aside = re.match(r"(?:国家|中国|全国)[^（]{0,16}[（(](?P<place>[\u4e00-\u9fff]{2,4})[）)]", stem)
    if aside and lexicon.place(aside.group("place")) and len(stem + suffix) - aside.end() >= 4:
        return 0.88
    if suffix in {"中心", "平台", "装置"} and re.match(r"国家(?![级重])", stem) and len(bare(stem, lexicon)) >= 3:
        return 0.84
    if suffix.startswith(("领导小组", "建设领导小组")) and ZONE_STEM.search(re.sub("(?:建设|发展|推进)$", "", stem)):
        return 0.85 if len(stem) >= 5 else 0.0
    if re.search(r"(?:重点实验室|实验室|研究院|研究所)[\u4e00-\u9fff]{2,4}分?$", stem) and suffix in {
        "中心",
        "分中心",
        "基地",
    }:
        return 0.86
    branch = re.search(r"(?:大学|研究院|研究所|科学院)([\u4e00-\u9fff]{2,3})(?:创新|发展|创新发展)?$", stem)
    if suffix.endswith("基地") and branch and any(lexicon.place(branch.group(1)[:n]) for n in (3, 2)):
        return 0.86
    if suffix in {"管委会", "管理委员会"} and ZONE_STEM.search(stem) and len(stem) >= 4:
        return 0.88
    return 0.0


def _is_works(stem: str, head: Entry | None) -> bool:
    """Say whether an 工程 is a building site or a subject taught, and no programme."""
    return bool(re.search(r"(?:建设|主体|改造|扩建|配套)$|大学|学院", stem)) or (
        head is not None and head.label == "University"
    )


def _ends_known(name: str, label: str, lexicon: Lexicon) -> bool:
    """Say whether a name ends with a known one of its class, which then is the name (某省|中国科学院)."""
    head = owner(name, lexicon) if label in {"Company", "GovernmentBody"} else None
    if head and label == "GovernmentBody" and head[1].label in PLACE_LABELS and name not in lexicon.entries:
        return False
    if head and head[1].label in {"City", "Region"} and bare(name[head[0] :], lexicon) and name not in lexicon.entries:
        rest = name[head[0] :]
        return rest in lexicon.entries
    return any(e.label == label for cut in range(1, len(name) - 2) for e in lexicon.entries.get(name[cut:], ()))


def named(
    name: str, suffix: str, label: str, strong: bool, lexicon: Lexicon, sentence: Sentence, start: int, end: int
) -> float:
    """Say how surely a name with an ending names one thing: 0 for a common noun."""
    stem = name[: name.rfind(suffix)]
    head = owner(name, lexicon)
    if label != "University" and _ends_known(name, label, lexicon):  # 桂林电子科技大学 is not 电子科技大学
        return 0.0
    if suffix == "新区" and is_new_area(name, lexicon):
        return 0.0
    if not stem or re.fullmatch(r"[\d一二三四五六七八九十]+[个家]?", stem):
        return 0.0
    if label == "Programme" and suffix == "工程" and _is_works(stem, head[1] if head else None):
        return 0.0
    if head and suffix == "大学科技园" and re.search(r"(?!国家|省级)[\u4e00-\u9fff]{2}$", stem[head[0] :]):
        return 0.88  # 河南|科技大学科技园
    if head and head[0] <= len(stem):
        if _plain_behind_owner(stem[head[0] :], head[1], suffix, label, strong, lexicon):
            return 0.0
        return 0.95 if strong else 0.85
    if surely := _by_stem(stem, suffix, lexicon) or of_county(name, suffix, label, strong, lexicon, sentence, start):
        return surely
    rest = bare(stem, lexicon)
    if _of_level(stem, label, strong):
        return 0.85
    if label == "Lab" and LATIN_NAME.match(stem) and len(rest) >= 4:
        return 0.8
    if not rest or not strong:
        return 0.0
    if label in {"Company", "University"}:
        whole = any(t.pos == "ORG" and (t.start, t.end) == (start, end + len(suffix)) for t in sentence.tokens)
        return 0.9 if len(rest) >= 2 else 0.85 if whole and suffix in FIRM_FORMS and len(stem) == 2 else 0.0
    if label == "GovernmentBody":
        return 0.9 if stem.startswith(("国家", "中国", "省", "市")) and len(rest) >= 2 else 0.0
    if re.match(r"(?:国家|全国|中国|中外|中[德日韩俄以法英美加新意]|[德日韩俄以法英美]中)", stem) and rest:
        return 0.88
    if label in {"Lab", "ResearchInstitute", "Alliance"} and "国家" in stem:
        return 0.85
    if suffix.startswith(("国家", "全国")) and len(rest) >= 2:
        return 0.88
    if LATIN_NAME.match(stem):
        return 0.8
    proper = any(
        (t.pos in {"nz", "ORG", "LOC", "nw", "PER", "nr"} and start <= t.start < end and len(t.word) > 1)
        or (t.pos == "ORG" and t.start < start and t.end == end + len(suffix))
        for t in sentence.tokens
    )
    return 0.8 if proper and len(rest) >= 2 and label != "Company" else 0.0
