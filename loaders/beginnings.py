"""Where a name begins whose ending is found: what cannot be crossed, and what only leads up to it."""

from __future__ import annotations

import re
from collections.abc import Set

from loaders.extents import further_left
from loaders.lexicon import Lexicon
from loaders.names import Sentence, great, left_edge, owner

HARD = "。；，：！？、“”‘’《》〈〉;,:!?\t"


# What a member is in an alliance stands in front of its name: 副理事长单位|某某集团.
MEMBERSHIP = re.compile(
    r"(?:常务)?副?(?:理事长?|会长|盟主|主席|秘书长|组长|链长|盟长|股东|发起|成员|会员|牵头|依托|承建|承担|建设|主管|主办|承办|协办|支撑|运营|共建|参与|首批|链主|龙头)(?:单位|企业)(?=[\u4e00-\u9fff（）]{4,})"
)


# What leads up to a name and is no part of it: 希望|省某某协会, 园区|某市某某公司, 标志|某大学.
_LED_UP = re.compile(
    r"希望|标志着?|代管|恳请|祝贺|感谢|委托|考察了?|(?:首[个家])?(?:央企|企业|集团)?总部|园区|园内|区内有?|视察|邀请"
)


def _opens_name(text: str, at: int, lexicon: Lexicon) -> bool:
    """Say whether a name may begin here: with a place, an organisation or the document's own level."""
    opening = any(lexicon.place(text[at : at + n]) for n in (2, 3)) or owner(text[at:], lexicon) is not None
    return opening or text[at : at + 1] in set("省市") or text.startswith("中国", at)


# A ministry before or behind the field of its laboratory: 精细化工教育部重点实验室, 农业农村部某某重点实验室.
MINISTRY = re.compile(
    r"^(?:教育部|农业农村部|农业部|自然资源部|工业和信息化部|生态环境部|交通运输部|水利部)|"
    r"(?:教育部|农业农村部|农业部|自然资源部|工业和信息化部|生态环境部|交通运输部|水利部)$"
)


# What is one of many does not open the name of their kind: 甲研究院等|协同创新平台.
_SAMPLE = re.compile(r".{2,30}(?:院|所|大学|中心|公司|集团|实验室|平台|装置|企业|园|片区)等(?!级|离子)")


# A zone and what stands beside it, which the tagger took for one name: 甲科学城和|乙实验室.
_ZONE_AND = re.compile(
    r"(?<=.)(?:科学城|科技城|科创城|产业园|科技园|软件园|开发区|高新区|经开区|示范区)(?:和|及|与|、)(?=[\u4e00-\u9fff]{2})"
)


# The kind of a zone in front of its own name: 国家级新区|某某新区, 高新区|某某高新区.
_KIND_FIRST = re.compile(r"(?:国家级|省级|首个)*(?P<kind>新区|高新区|经开区|开发区|自创区|自贸区|示范区|试验区)")


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


# What an alliance is called after stands in marks before the rest of its name: “科创中国”园区联盟.
_QUOTED = re.compile(r"“[^“”，。；、]{2,10}”$")


def _whole_area(text: str, edge: int, start: int, lexicon: Lexicon) -> int:
    """Give a name back the short form of an area that the tagger tore (编制成|渝综合性科学中心)."""
    for at, end, surface in lexicon.find(text):
        if at < edge <= end <= start and (place := lexicon.place(surface)) and place.label == "Region":
            return at
    return edge


# A headline leaves out half of its verb (甲省建|乙走廊); two places side by side (甲市和|乙试验区).
_BUILDS = re.compile(r"建(?![设筑材投工行发平德湖华阳瓯宁始水三昌业国言交安立成制宏])(?=.{4})")


def _after_place(text: str, edge: int, start: int, lexicon: Lexicon) -> int:
    for n in (4, 3, 2):
        if edge + n >= start or lexicon.place(text[edge : edge + n]) is None:
            continue
        if _BUILDS.match(text, edge + n, start + 4):
            return edge + n + 1
        if text[edge + n] in "和与及" and any(lexicon.place(text[edge + n + 1 : edge + n + 1 + k]) for k in (3, 2)):
            return edge + n + 1
    return edge


def _of_places(text: str, edge: int, start: int, end: int, lexicon: Lexicon) -> int:
    edge = _whole_area(text, _after_kind(text, edge, start, end), start, lexicon)
    return _after_place(text, edge, start, lexicon)


# China's one in a city, whose fields are joined: 中国（甲市）乙及丙产业基地.
_CHINAS = re.compile(r"中国（(?P<place>[\u4e00-\u9fff]{2,4})）[^，。；、“”《》（）]{2,16}$")


def _after_kind(text: str, edge: int, start: int, end: int) -> int:
    kind = _KIND_FIRST.match(text, edge, end)
    same = kind and kind.end() < start and text.startswith(kind.group("kind"), end - len(kind.group("kind")))
    return kind.end() if kind and same else edge


# From where to where an area stretches: 甲走廊西起|乙科技城
_WAY = re.compile("(?<=[廊区带城园圈])[东西南北](?:起自?|接|临|邻|连|依|靠|抵|达|至)(?=..)")


def begin(sentence: Sentence, lexicon: Lexicon, start: int, end: int) -> int:
    """Find where the name whose ending starts at ``start`` begins."""
    text, base = sentence.text, sentence.start
    floor = _floor(text, start)
    edge = left_edge(sentence, lexicon, start + base, floor + base) - base
    edge = _torn(sentence, edge, floor, lexicon)
    if (twin := _ZONE_AND.search(text, edge, start)) and len(text[twin.end() : start]) >= 2:
        edge = twin.end()
    if way := _WAY.search(text, edge, start):
        edge = way.end()
    edge = _of_places(text, edge, start, end, lexicon)
    china = _CHINAS.search(text, floor, start)
    if china and lexicon.place(china["place"]) and not NEVER_INSIDE.search(text, china.start(), start):
        return china.start()
    if (opened := _QUOTED.search(text, 0, edge)) and text[start:end].endswith(("联盟", "联合体", "俱乐部")):
        return opened.start()
    first = sentence.tokens[sentence.token_at(edge + base)]
    proper = first.pos in {"LOC", "ORG", "nz"} and first.start == edge + base and len(first.word) > 2
    proper = proper and first.word[0] not in "以与和由为将在对及或等" and not first.word.startswith("自治")
    if office := MEMBERSHIP.match(text[edge:end]):
        edge += office.end()
    if (lead := _LED_UP.match(text, edge, start)) and _opens_name(text, lead.end(), lexicon):
        edge = lead.end()
    edge = _trim(text, edge, start, lexicon, proper, sentence.inner())
    edge = _to_owner(sentence, edge, start, end, lexicon)
    edge = _after_building(text, edge, start, end)
    if (several := _SAMPLE.match(text, edge, end)) and several.end() <= start:
        edge = several.end()
    if text.endswith("省部共建", 0, edge):
        return edge - 4
    if text.startswith("都市", start) and lexicon.place(text[edge:start]):
        return great(text, edge)
    if text.endswith("全国", 0, edge) and NATIONWIDE.search(text[edge:end]):
        return edge - 2
    if (parent := PARENT_FIRST.match(text[edge:end])) and edge + parent.end() < start:
        own = [s for s, e, _ in lexicon.endings(text) if e == edge + parent.end()]
        return begin(sentence, lexicon, min(own), edge + parent.end()) if own and min(own) < start else edge
    if twin := TWIN_BODY.search(text[edge:start]) if lexicon.suffixes[text[start:end]][0] == "GovernmentBody" else None:
        return edge + twin.end()
    if lexicon.suffixes[text[start:end]][0] == "Event" and (twin := TWIN_MEETING.search(text[:edge])):
        return twin.start("first")
    if (behind := _behind_body(text, edge, start, end, lexicon)) > edge:
        return behind
    return further_left(sentence, lexicon, edge, start, end, floor)


def _behind_body(text: str, edge: int, start: int, end: int, lexicon: Lexicon) -> int:
    """Give where a name goes on behind a known authority that stands in front of it, else its edge."""
    body = re.match(r"([\u4e00-\u9fff]{2,8})", text[edge:start])
    for length in range(len(body.group(1)), 1, -1) if body else ():
        entries = lexicon.entries.get(text[edge : edge + length], ())
        of_lab = lexicon.suffixes[text[start:end]][0] == "Lab" and MINISTRY.match(text[edge:start][:8])
        if entries and entries[0].label == "GovernmentBody" and not of_lab and len(text[edge + length : start]) >= 2:
            return edge + length
    return edge


def _torn(sentence: Sentence, edge: int, floor: int, lexicon: Lexicon) -> int:
    """Give a brand with letters in it back the one character that the tagger took for a word of its own (联|东U谷)."""
    at = sentence.token_at(edge + sentence.start)
    token, before = sentence.tokens[at], sentence.tokens[at - 1]
    whole = token.start == edge + sentence.start and re.match(r"[\u4e00-\u9fff]+[A-Za-z]", token.word)
    alone = len(before.word) == 1 and before.start == floor + sentence.start and before.word not in lexicon.stop_words
    return floor if at and whole and alone and before.pos in {"v", "n", "a", "b", "nz"} else edge


BUILDING = re.compile(
    r"(?<!城市)(?<!城乡)(?<!工程)(?<!住房)(?<!基础)(?:共建|建设|打造|组建|设立|成立|创建|创立|筹建|联合|设在|位于|落户|落地|获评|挂靠|担任|入选|结成|创办|合办|设有|下设|承建|申建|迁入|缔结为|结为|推选|推举|选举|享受|坐落于|坐落)(?!成|为|领导|工程|集团|投资|开发|发展|实验|创新|银行|工业)"
)
# Two bodies in one breath: 甲大学与|乙实验室, 甲集团联合|乙集团.
TWO_BODIES = re.compile(
    r"(?<=.)(?:大学|学院|集团|公司|实验室|研究院|研究所|(?<=[省市区县州旗])政府|人民政府|管委会|高新区|经开区|开发区|汽开区|综保区|保税区|科学院)"
    r"(?:与|和|及|同|经(?=自治区|省|市|国务院)|联合(?!国|研究|实验|创新|培养|共建|技术|大学)|携手|会同|牵手|引进|引入|并入|控股|投资的)(?=[\u4e00-\u9fff]{2})"
)
# Bodies whose name may begin with 全国; and branches that follow the ending of their parent: 某某实验室|淮北分中心.
NATIONWIDE = re.compile(r"(?:联盟|学会|协会|联合会|大赛)$")
PARENT_FIRST = re.compile(
    r"(?:重点实验室|实验室|研究院|研究所|创新中心|技术中心)(?=[\u4e00-\u9fff]{2,4}(?:分中心|分院|分所|中心|基地)$)"
)
# What no name of any class holds: the verb before it belongs to the sentence.
NEVER_INSIDE = re.compile(
    r"(?<!部)(?<!省)(?<!市)(?<!校地)(?<!校企)(?:共建|合建)(?!共享|共治|共育)(?:了|的)?|选址[于在]?|落户[于在到]?|坐落[于在]|位于|隶属于?|签署|签订|签约|听取|走访|来到|前往|走进|调研(?!中心|院|所)|视察|考察(?!中心|站)|迁至|迁入|毗邻|紧邻|"
    r"设在|委托(?!管理|代理)|旗下|引进|引入|并入|入驻|合办|共办|联办|会同(?!县)|出席|下辖|管理(?=国家)|还有(?=[\u4e00-\u9fff]{4})|(?<=[院室心司园区盟站台])由(?=[\u4e00-\u9fff]{4})|下属(?=[\u4e00-\u9fff]{4})|管辖|横跨|地跨|布局(?!研究|优化|规划)(?:了|有|建设)?|(?<![湖河广山陕江])(?:[东西南北]起(?![点步源航重])|[西南北]至)|携手|牵手|挂靠|分别为|分别是|均由|同步揭牌的还有"
)
KEEPS_BUILDING = re.compile(r"(?:领导小组|工作组|推进组|办公室|委员会|厅|局|公司|集团|学院|大学|基金|工程|计划|行动)$")


# Two bodies that only white space parted: 甲市科学技术局|乙市科学技术局.
TWIN_BODY = re.compile(r".*(?:局|厅|办公室|政府)(?=[\u4e00-\u9fff]{2,3}[省市区县](?![\u4e00-\u9fff]?场))")
# One meeting may be two: 甲工作推进会暨|乙联盟成立大会.
TWIN_MEETING = re.compile(r"(?<![^，。；：、在])(?P<first>[\u4e00-\u9fff]{4,26}会)暨$")


ELECTED = re.compile(r"推选|推举|选举|聘请|挂靠|邀请|牵手|携手")


# A firm or institute before the laboratory of its province: 甲有限公司|某省乙工程实验室.
_OF_FIRM = re.compile(r"(?:有限公司|有限责任公司|研究所|研究院|集团|大学)(?=[\u4e00-\u9fff]{2,3}省[\u4e00-\u9fff]{4,})")


# What a firm is stands before its name: 某市龙头企业|甲有限公司, 我县民企|乙集团; 企业管理有限公司 is a name.
_FIRM_KIND = re.compile(
    r"[\u4e00-\u9fff（）·“”]{0,20}(?:(?<!中小)(?<!小微)(?<!国有)企业|[国央民车药房]企|上市公司|子公司|(?<=控股)公司)(?!管理|服务|咨询|投资|融资|孵化|集团|担保|发展|总部"
    r"|信用|技术|研究|联合|信息|科技|控股|股份|有限|公司|创新|工程|改制|营销|策划|形象|文化|资产|供应链|金融|家)"
    r"(?=[\u4e00-\u9fffA-Za-z（）]{3,}(?:公司|集团|银行)$)"
)
# What is founded is told by its kind alone: 在某市设立|产业技术研究院 names none.
_FOUNDED = re.compile(r"(?:设立|成立|组建|筹建|创办|创建)[\u4e00-\u9fff]?$")


def _after_building(text: str, edge: int, start: int, end: int) -> int:
    """Cut a verb of building, and who builds, off the front of a name (某公司建设|某某中心), and what a firm is."""
    ours = text[edge : edge + 1] in set("省市县区") and text[:edge].endswith("我")
    if ours and text[edge:end].endswith(("公司", "集团", "大学", "学院", "银行")):
        edge += 1  # 我省|甲公司
    if kind := _FIRM_KIND.match(text[edge:end]):
        edge += kind.end()
    elected = [m.end() for m in ELECTED.finditer(text, edge, start) if m.start() > edge]
    if elected:
        edge = elected[-1]
    for match in reversed(list(TWO_BODIES.finditer(text, edge, start))):
        if not KEEPS_BUILDING.search(text[edge:end]) or text[edge:end].endswith(("公司", "集团", "大学", "学院")):
            edge = match.end()
            break
    for match in reversed(list(NEVER_INSIDE.finditer(text, edge, start))):
        if match.start() == edge or match.start() > edge + 1:
            edge = match.end()
            break
    if KEEPS_BUILDING.search(text[edge:end]):
        return edge
    for match in reversed(list(_OF_FIRM.finditer(text, edge, start))):
        return match.end()
    plain = _FOUNDED.search(text, edge, start)
    if plain and plain.start() > edge and not text[start:end].endswith(("会", "周")):
        return start
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
        if token.word in lexicon.generic_words and begin > edge:
            continue
        if token.pos not in {"v", "vd", "vn", "d", "ad", "a", "p", "c", "u", "r", "m", "q", "f", "xc"}:
            break
    return edge


# Common nouns that may stand before a body's name: 建设高校|华中科技大学.
BODIES = frozenset({"高校", "院校", "企业", "单位", "央企", "国企", "母校", "机构"})


def _trim(text: str, edge: int, start: int, lexicon: Lexicon, proper: bool, inside: Set[int]) -> int:
    """Drop leading words that no name begins with.

    Parameters
    ----------
    proper : whether the tagger saw a proper name there: then one character of it (如意湖) is no word of its own.
    inside : positions inside a common word, which a cut there would tear apart (能|源装备).
    """
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
                and edge + length not in inside
                and len(word) == length
                and (
                    word in lexicon.stop_words or word in {"国家级", "省级", "市级", "级", "新型", "现代", "该", "县级"}
                )
            ):
                if length == 1 and (proper or owner(text[edge:], lexicon)):
                    continue
                edge += length
                changed = True
                break
    return edge
