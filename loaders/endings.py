"""Names by their endings: where they begin, and whether they name one thing or are common nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import PLACE_LABELS, Entry, Lexicon
from loaders.mention import Mention
from loaders.names import BECOMING, MAX_NAME, ROLE, Sentence, bare, left_edge, owner

HARD = "。；，：！？、“”‘’《》〈〉;,:!?\t"
SINGULAR = re.compile(
    r"(?:共建|谋划|筹建|组建|共同创建|共同打造|接入|成立|揭牌|获批|参与|推进建设|大力推进|加快建设|推动建设|首个重大科技基础设施——|重点推进|积极推进|抓紧组建|启动建设|高标准建设|高水平建设|获批建设|谋划建设|谋划|启用|揭牌成立|落地建设|开工建设|为主体建设的|联合建设的?|大力推进|鼓励[^，。；]{2,8}共建)(?:了|的)?$"
)
OPENED = re.compile(
    r"(?:正式|提前|顺利|成功|已|先后|相继)*(?:获批|揭牌|投用|建成投|投入(?:运行|使用)|挂牌|启用|通过(?:国家)?验收|落户|落成|奠基|开工|入驻|进入总装|上线运行)"
)
BUILT = frozenset({"Lab", "ResearchInstitute", "Zone", "ServiceAgency", "Alliance", "Company"})
FALSE_ENDING = re.compile(
    r"^[一二三四五六七八九十两多]+[核轴带区园心极廊]|科技园.+大学$|国家大学$|医院(?:.+分院)?$|[室器][+＋].*|(?:布局|格局|结局|大局|局局|副局|厅厅)$|平方米|公里|——|^建成|^沿[海江河]|高新区(?:建设|运用|推进|设立|加快|举办)|大学驻|“[^”]*$|[园城区心院]联合"
)
PLURAL = re.compile(
    r"[一二两三四五六七八九十\d]+(?:[个家所座批]|万平方米)|各市|各区|各高新区|一批|一系列|等国|和高新区"
)
PLURAL_BEFORE = re.compile(r"(?:一批|各类|一系列|若干|各级各类|各级)(?:[^，。；、]{0,6}的)?$")
COMMON_FIRMS = re.compile(r"企业|国有|大型|骨干|龙头|上市|跨国|民营|中小|平台|投资|基金|咨询|营销|管理")


def _own_words(inner: str, suffix: str, label: str) -> bool:
    """Say whether plain words between a place and an ending still make a name of their own (长春未来科技创新集团)."""
    if label == "Company":
        return len(inner) >= 4 and not COMMON_FIRMS.search(inner)
    if label == "Event":
        return suffix in {"博览会", "交易会", "洽谈会", "进口博览会"} and len(inner) >= 2
    return label != "Programme"


PLAIN_ZONES = frozenset(
    {
        "高新区",
        "高新技术产业开发区",
        "经开区",
        "开发区",
        "经济开发区",
        "产业园",
        "产业园区",
        "科技园",
        "工业园",
        "工业园区",
    }
)
# What a one-character ending may be the first half of: 院士, 院长, 所长, 所有.
GOES_ON = {"院": "士长落线", "所": "长有谓需在"}
FIRM_GOES_ON = re.compile(r"(?:[（(]集团[）)]|集团|控股)?(?:股份|有限|责任|集团|总)*公司")
LATIN_NAME = re.compile(r"[A-Z][A-Za-z0-9]{1,}")


def _floor(text: str, start: int) -> int:
    """Find the punctuation that a name cannot cross to the left."""
    i = start - 1
    depth = 0
    while i >= 0:
        char = text[i]
        if char in "）)":
            depth += 1
        elif char in "（(":
            if not depth:
                return i + 1
            depth -= 1
        elif char in HARD and not depth:
            if char == "”" and i == start - 1 and (opened := text.rfind("“", 0, i)) >= 0 and i - opened <= 14:
                i = opened - 1
                continue
            return i + 1
        i -= 1
    return 0


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
        if _goes_on(text, end, suffix, label):
            continue
        edge = _begin(sentence, lexicon, start, end)
        end = _with_bracket(text, end, lexicon)
        name = text[edge:end]
        if _cuts_word(sentence, edge, end):
            continue
        if (
            not 2 < len(name) <= MAX_NAME
            or (edge >= start and label != "Incubator")
            or PLURAL.search(name)
            or PLURAL_BEFORE.search(text[:edge])
        ):
            continue
        if (
            name.count("（") != name.count("）")
            or name.count("(") != name.count(")")
            or name[:1] in "）)、，（("
            or FALSE_ENDING.search(name)
        ):
            continue
        grade = named(name, suffix, label, strong, lexicon, sentence, edge + base, start + base)
        if _is_role(name, suffix, label, strong, text[:edge], lexicon):
            continue
        mention = Mention(edge + base, end + base, label, name, name, f"ending {suffix}", grade or 0.8)
        grade = grade or _placed_part(name, suffix, text, edge, end, sentence)
        if grade:
            sure.append(mention)
        elif label not in {"University", "Fund"} and _ends_known(name, label, lexicon):
            continue
        elif _may_name(name, suffix, label, strong, lexicon):
            (
                sure
                if (SINGULAR.search(text[:edge]) or OPENED.match(text, end)) and _told_apart(name[: -len(suffix)], lexicon) and label in BUILT
                else maybe
            ).append(mention)
    return sure, maybe


def _cuts_word(sentence: Sentence, edge: int, end: int) -> bool:
    """Say whether an ending is the first half of a common word (扩|大学|术)."""
    token = sentence.tokens[sentence.token_at(end - 1 + sentence.start)]
    return (
        token.end > end + sentence.start
        and token.start > edge + sentence.start
        and token.pos not in {"ORG", "LOC", "nz", "nt", "nw", "PER", "s"}
        and token.end - token.start <= 3
    )


PART_ENDINGS = frozenset({"片区", "组团", "新城", "小镇", "科教园区", "园区"})
SITED = re.compile(r"(?:位于|坐落于|坐落在|落户于?|入驻|规划了|设在|地处)$")
LAID_OUT = re.compile(r"，?(?:为|是|位于|以|重点|聚焦|主要|定位)|[：:]")


def _placed_part(name: str, suffix: str, text: str, edge: int, end: int, sentence: Sentence) -> float:
    """Say how surely a part of a town (龙湖北部片区) is one: a proper name in it, and a place where such a name stands."""
    stem = name[: -len(suffix)]
    if suffix not in PART_ENDINGS or len(stem) < 2 or re.search(r"[各该等的]|高新|产业|核心|主要", stem):
        return 0.0
    start = edge + sentence.start
    own = any(t.pos in {"LOC", "ORG", "nz"} and start <= t.start < start + len(stem) for t in sentence.tokens)
    placed = SITED.search(text[:edge]) or (edge == 0 and LAID_OUT.match(text, end))
    return 0.8 if placed and (own or suffix in {"片区", "组团"}) else 0.0


def _told_apart(stem: str, lexicon: Lexicon) -> bool:
    rest = len(bare(stem, lexicon))
    return rest >= 3 or (rest >= 2 and len(stem) >= 4)


def _is_role(name: str, suffix: str, label: str, strong: bool, before: str, lexicon: Lexicon) -> bool:
    """Say whether a name is what something shall become (打造成为…示范区) and not a thing of its own."""
    if label not in {"Zone", "Region", "Lab"}:
        return False
    head = owner(name, lexicon)
    if strong:
        plain = head is not None and not bare(name[head[0] : name.rfind(suffix)], lexicon) and suffix in PLAIN_ZONES
        return plain and name[head[0] if head else 0 :] != suffix and bool(BECOMING.search(before))
    return bool((ROLE if head is None else BECOMING).search(before))


def _with_bracket(text: str, end: int, lexicon: Lexicon) -> int:
    """Take a place in brackets or behind a dot into a name (启迪科技园（沈阳）, 领创空间·成都)."""
    match = re.match(r"[（(]([\u4e00-\u9fff]{2,4})[）)]|·([\u4e00-\u9fff]{2,3})(?=[、，。；和及与]|$)", text[end:])
    return end + match.end() if match and lexicon.place(match.group(1) or match.group(2)) else end


def _begin(sentence: Sentence, lexicon: Lexicon, start: int, end: int) -> int:
    """Find where the name whose ending starts at ``start`` begins."""
    text, base = sentence.text, sentence.start
    floor = _floor(text, start)
    edge = _trim(text, left_edge(sentence, lexicon, start + base, floor + base) - base, start, lexicon)
    edge = _to_owner(sentence, edge, start, end, lexicon)
    edge = _after_building(text, edge, start, end)
    body = re.match(r"([\u4e00-\u9fff]{2,8})", text[edge:start])
    if body:
        for length in range(len(body.group(1)), 1, -1):
            entries = lexicon.entries.get(body.group(1)[:length], ())
            if entries and entries[0].label == "GovernmentBody" and len(text[edge + length : start]) >= 2:
                return edge + length
    return edge


BUILDING = re.compile(
    r"(?<!城市)(?<!城乡)(?<!工程)(?<!住房)(?<!基础)(?:共建|建设|打造|组建|设立|成立|创建|筹建|联合|设在|位于|落户|落地|获评|挂靠|担任|入选|缔结为|享受|坐落于|坐落)(?!成|为|领导|工程|集团|投资|开发|发展|实验|创新|银行|工业)"
)
KEEPS_BUILDING = re.compile(r"(?:领导小组|工作组|推进组|办公室|委员会|厅|局|公司|集团|学院|大学|基金|工程|计划|行动)$")


def _after_building(text: str, edge: int, start: int, end: int) -> int:
    """Cut a verb of building, and who builds, off the front of a name (某公司建设|某某中心)."""
    if KEEPS_BUILDING.search(text[edge:end]):
        return edge
    for match in reversed(list(BUILDING.finditer(text, edge, start))):
        if match.start() > edge and start - match.end() >= 2:
            return match.end()
    return edge


def _to_owner(sentence: Sentence, edge: int, start: int, end: int, lexicon: Lexicon) -> int:
    """Skip words that only lead up to a place or organisation (提供|北湖…, 汇聚|沈大…)."""
    text = sentence.text
    if owner(text[edge:end], lexicon):
        return edge
    for token in sentence.tokens[sentence.token_at(edge + sentence.start) :]:
        begin = token.start - sentence.start
        if begin >= start or begin - edge > 6:
            break
        if begin > edge and owner(text[begin:end], lexicon):
            return begin
        if token.pos not in {"v", "vd", "vn", "d", "ad", "a", "p", "c", "u", "r", "m", "q", "f", "xc"}:
            break
    return edge


def _may_name(name: str, suffix: str, label: str, strong: bool, lexicon: Lexicon) -> bool:
    """Say whether a name without an owner could be one beside a sure name of its kind."""
    stem = name[: -len(suffix)]
    return (
        (strong or (label == "Zone" and suffix.endswith(("区", "城", "谷", "小镇"))))
        and label not in {"GovernmentBody", "Region", "Policy"}
        and len(stem) >= 2
        and len(bare(stem, lexicon)) >= 2
    )


RESEARCH = {"Lab", "ResearchInstitute"}


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
                if (
                    (other.label == mention.label or {other.label, mention.label} == RESEARCH)
                    and between in {"、", "和", "与", "及", "以及", "，"}
                    and first.end <= second.start
                ):
                    accepted.append(mention)
                    pending.remove(mention)
                    changed = True
                    break
    return accepted


def _goes_on(text: str, end: int, suffix: str, label: str) -> bool:
    """Say whether the word goes on after the ending (大学科技园, 公司化, 计划单列 …)."""
    after = text[end : end + 3]
    nearest = after[:1] or "。"
    if label == "Event" and suffix == "大会" and re.match(r"第[一二三四五六七八九十]+[次届]", text[end : end + 4]):
        return True
    if label == "University" and suffix == "大学" and after.startswith(("生", "科技", "城", "学", "本科")):
        return after != "科技园"
    if label == "Company" and FIRM_GOES_ON.match(text, end):
        return True
    if label == "Programme" and (
        after[:2]
        in {
            "技术",
            "研究",
            "实验",
            "中心",
            "机械",
            "（技",
            "有限",
            "大学",
            "学院",
            "科学",
            "造价",
            "设计",
            "公司",
            "机构",
        }
        or nearest in "师化院"
    ):
        return True
    if label == "Fund" and after[:2] in {"会", "小镇", "管理", "公司", "业务"}:
        return True
    if label == "GovernmentBody" and nearest in "长员限面部域":
        return suffix in {"局", "厅", "委员会", "办公室", "政府"} and not (
            after[:2] in {"局长", "厅长"} and len(suffix) > 1
        )
    if suffix[-1] in GOES_ON and nearest in GOES_ON[suffix[-1]]:
        return True
    if suffix == "学会" and nearest in "部秘":
        return True
    return nearest in "化性级型员" or (
        suffix in {"政府", "银行"} and after[:2] in {"合作", "引导", "协同", "资金", "购买", "服务"}
    )


# Common nouns that may stand before a body's name: 建设高校|华中科技大学.
BODIES = frozenset({"高校", "院校", "企业", "单位", "央企", "国企", "母校", "机构"})


def _trim(text: str, edge: int, start: int, lexicon: Lexicon) -> int:
    """Drop leading words that no name begins with."""
    changed = True
    while changed and edge < start:
        changed = False
        for length in (3, 2, 1):
            word = text[edge : edge + length]
            if word in BODIES and owner(text[edge + length :], lexicon):
                edge, changed = edge + length, True
                break
            if word == "全面" and text.startswith(("创新改革", "改革创新"), edge + 2):
                continue
            if (
                edge + length <= start
                and len(word) == length
                and (
                    word in lexicon.stop_words or word in {"国家级", "省级", "市级", "级", "新型", "现代", "该", "县级"}
                )
            ):
                if length == 1 and owner(text[edge:], lexicon):
                    continue
                edge += length
                changed = True
                break
    return edge


def _plain_behind_owner(inner: str, head: Entry, suffix: str, label: str, strong: bool, lexicon: Lexicon) -> bool:
    """Say whether the words between an owner and an ending leave a common noun (某省高新区, 某市科技创新平台)."""
    if head.label not in PLACE_LABELS:
        return False
    if label == "GovernmentBody" and suffix == "政府" and not inner:
        return False
    if label == "ResearchInstitute" and not strong:
        return True
    if bare(inner, lexicon):
        return False
    plain_kind = suffix in PLAIN_ZONES or not strong or label in {"Lab", "University", "Incubator"}
    if head.label == "Region" and plain_kind and not (suffix == "大学" and (head.short or inner)):  # but 四川大学
        return True
    if label == "Lab" and suffix not in {"实验室", "国家实验室", "综合性国家科学中心", "国家超级计算中心"}:
        return True
    if head.label == "Country" and label in {"University", "Lab", "Company", "Incubator"}:
        return True
    return not _own_words(inner, suffix, label)


def _ends_known(name: str, label: str, lexicon: Lexicon) -> bool:
    """Say whether a name ends with a known one of its class, which then is the name (某省|中国科学院)."""
    head = owner(name, lexicon) if label == "Company" else None
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
    if not stem or re.fullmatch(r"[\d一二三四五六七八九十]+[个家]?", stem):
        return 0.0
    if head and head[0] <= len(stem):
        if _plain_behind_owner(stem[head[0] :], head[1], suffix, label, strong, lexicon):
            return 0.0
        return 0.95 if strong else 0.85
    rest = bare(stem, lexicon)
    if (
        strong
        and label in {"Fund", "Alliance", "ServiceAgency", "GovernmentBody"}
        and re.match(r"省(?![级内外市属区际直会])", stem)
        and len(stem) >= 3
    ):
        return 0.85
    if label == "GovernmentBody" and re.match(r"[省市](?![级内外市属区际直会])", stem) and len(stem) >= 3:
        return 0.85
    if not rest or not strong:
        return 0.0
    if label in {"Company", "University"}:
        return 0.9 if len(rest) >= 2 else 0.0
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
        t.pos in {"nz", "ORG", "LOC", "nw", "PER", "nr"} and t.start >= start and t.start < end and len(t.word) > 1
        for t in sentence.tokens
    )
    return 0.8 if proper and len(rest) >= 2 and label != "Company" else 0.0
