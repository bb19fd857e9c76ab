"""Signs that a name without an owner names one thing: what is said of it before and behind."""

from __future__ import annotations

import re

from loaders.lexicon import Lexicon
from loaders.names import Sentence, bare, owner

SINGULAR = re.compile(
    r"(?:共建|谋划|筹建|组建|共同创建|共同打造|接入|成立|揭牌|获批|参与|推进建设|大力推进|加快建设|推动建设|首个重大科技基础设施——|重点推进|积极推进|抓紧组建|启动建设|高标准建设|高水平建设|获批建设|谋划建设|谋划|启用|揭牌成立|落地建设|开工建设|为主体建设的|联合建设的?|大力推进|鼓励[^，。；]{2,8}共建)(?:了|的)?$"
)
# Somebody builds it at a certain place: 甲集团在乙经开区投资建设|某某产业园.
BUILT_AT = re.compile(
    r"依托[^，。；]{2,30}(?:建设|组建|打造|设立|建立)$|在(?!各|全|有条件)[\u4e00-\u9fff（）]{1,16}(?:市|区|县|园|城|州|谷|港)(?:境内|内)?(?:共同|联合|合作|规划)?(?:投资)?(?:建设|建立|设立|布局|组建|成立|新建|打造|兴建)$"
)
# A branch named after where it stands: 共建|泉州研发中心.
BRANCHES = frozenset({"研发中心", "分中心", "研究中心", "创新中心", "分院", "研究分院", "中试基地", "技术中心"})
FOUNDS_BRANCH = re.compile(r"(?:共建|设立|成立|组建|创办|建立|揭牌)(?:了)?$")
OPENED = re.compile(
    r"由[^，。；]{2,30}?(?:运营|建设|管理|牵头|共建|组建|承建|承担|合办|主办|打造|发起)|"
    r"(?:[一二三四五]|[1-5]|首)期(?:工程|项目|主体|建设|用地|地块)?|"
    r"(?:正式|提前|顺利|成功|已|先后|相继|签约|整体|集中)*(?:被(?:列为|认定为|评为|授予|命名为|纳入)|开园|获评|入网|接入|选址|获批|揭牌|投用|建成投|投入(?:运行|使用)|挂牌|启用|通过(?:国家)?验收|落户|落成|奠基|开工|入驻|进入总装|上线运行|位于|坐落|地处|率先)"
)
BUILT = frozenset({"University", "Lab", "ResearchInstitute", "Zone", "ServiceAgency", "Alliance", "Company"})
FOUNDED_KINDS = frozenset({"Lab", "ResearchInstitute", "ServiceAgency", "Alliance", "Incubator", "Zone"})
# A number of things, or a kind of them, is founded, too.
VAGUE = re.compile(
    r"一流|高水平|高能级|国家级|省级|市级|世界级|各类|若干|一批|系列|重大(?:创新|科技)|高端|区域性|综合性|专业化|市场化"
)
# Who founds it stands in front: A牵头建设, A与B共同设立, 依托A建设, 依托A，组建.
_BODY = (
    r"(?:大学|学院|院|所|公司|集团|股份|中心|实验室|管委会|政府|医院|协会|企业|高新区|经开区|开发区|工业园|产业园|科技园|新区|科技城|科学城|[局厅委])(?:）|\))?(?:等)?"
    r"(?:单位|高校|企业|机构|院所)?"
)
_FOUND = r"(?:共建|建设|组建|设立|成立|创建|创办|建立|筹建|打造|新建|承建|布局|发起成立|发起组建|建成|开设|搭建|启动)"
FOUNDED = re.compile(
    rf"{_BODY}(?:将|拟|已|要|率先|正)?"
    rf"(?:(?:(?:共同|联合|合作|牵头|协同|携手|联手|参与|负责|为主体|为依托|为主|出资|投资|规划)*{_FOUND})+(?:了|的)?|(?:牵头|主导|承担|发起|运营)的)$"
)
LEANING = re.compile(
    rf"(?:依托|以)[^。；：]{{3,40}}?{_BODY}(?:为(?:依托|主体|支撑|牵头单位))?，[^，。；：]{{0,4}}{_FOUND}+(?:了|的)?$"
)
# … or behind it: X（A牵头）, X（依托单位：A）, X由A承建, X依托A建设
TOLD_BUILDER = re.compile(
    rf"[（(](?:(?:依托|牵头|建设|承建|共建|运营|主办)单位[：:]|依托|由)?[^（）()]{{2,40}}?(?:{_BODY}(?:、[^（）()]+)?[，；]?|(?:牵头|共建|承建|建设|联合|组建|运营)(?:建设|组建)?)[）)]"
    rf"|(?:，)?(?:由|依托)[^，。；：]{{2,40}}?{_BODY}[^，。；：]{{0,10}}(?:建设|牵头|共建|承建|组建|运营|管理|负责|主导|筹建)"
)
LED = frozenset({"领导小组", "推进组", "工作组", "工作领导小组"})
JOINT = frozenset({"联席会议", "领导小组", "工作专班", "专班", "指挥部", "推进组", "工作组", "工作领导小组"})
PART_ENDINGS = frozenset({"片区", "组团", "新城", "小镇", "科教园区", "园区"})
SITED = re.compile(r"(?:位于|坐落于|坐落在|落户于?|入驻|规划了|设在|地处)$")
LAID_OUT = re.compile(r"，?(?:为|是|位于|以|重点|聚焦|主要|定位)|[：:]")


# What neighbours set up in common is one thing: 粤桂合作特别试验区, 广佛融合发展示范区.
JOINT_AREAS = frozenset({"试验区", "示范区", "合作区", "先行区", "协作区", "先导区", "实验区"})
_SIGNS = re.compile(r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川渝黔贵滇云陕甘青宁新藏]{2,3}(?=[\u4e00-\u9fff]{2})")


def joint_stem(stem: str, lexicon: Lexicon) -> bool:
    """Say whether a zone's name without its ending is that of neighbours who share it, called by their short forms."""
    if len(stem) < 4 or not re.search("合作|同城|一体化|融合|协同|协作|联动", stem[2:]):
        return False
    if _SIGNS.match(stem) and lexicon.place(stem[:2]) is None and lexicon.place(stem[:3]) is None:
        return True
    head = lexicon.place(stem[:2])
    joint = head is not None and head.label == "Region" and head.name not in lexicon.division_signs.values()
    return joint and len(stem) >= 6


def placed_part(name: str, suffix: str, text: str, edge: int, end: int, sentence: Sentence, lexicon: Lexicon) -> float:
    """Say how surely a part of a town (龙湖北部片区) is one: a proper name in it, and where such names stand."""
    stem = name[: -len(suffix)]
    if suffix == "实验室" and len(stem) >= 6 and (at := lexicon.place(stem[-2:])) and at.label == "Region":
        return 0.86  # 空天动力|陕西|实验室
    shape = re.search(r"(?:打造成?为?|建成|成为|争创|争当|建设成为?)[^，。；]{0,6}$", text[:edge])
    if suffix in JOINT_AREAS and not shape and joint_stem(stem, lexicon):
        return 0.86
    place = lexicon.place(stem)
    if (
        (place and place.label in {"City", "Region"})
        or suffix not in PART_ENDINGS
        or len(stem) < 2
        or re.search(r"[各该等的]|高新|产业|核心|主要", stem)
    ):
        return 0.0
    start = edge + sentence.start
    own = any(t.pos in {"LOC", "ORG", "nz"} and start <= t.start < start + len(stem) for t in sentence.tokens)
    placed = SITED.search(text[:edge]) or (edge == 0 and LAID_OUT.match(text, end))
    return 0.8 if placed and (own or suffix in {"片区", "组团"}) else 0.0


# What a place stands on: 以X为主阵地, 立足X，做大…, 依托X发展…
GROUND = re.compile(
    r"(?:[、和][^，。；]{2,20})*(?:等[\u4e00-\u9fff]{0,6})?(?:为(?:主阵地|主战场|主平台|主载体|主要载体|承载区|主承载区|核心承载区|核心区|抓手)"
    r"|，?(?:重点|大力|加快|积极|着力)*(?:发展|做大|做强|做优|培育|壮大|布局|承接|主攻|打造))"
)


def _told_apart(stem: str, lexicon: Lexicon) -> bool:
    rest = len(bare(stem, lexicon))
    return rest >= 3 or (rest >= 2 and len(stem) >= 4)


def defined(text: str, end: int) -> bool:
    """Say whether a short form is defined behind a name, which generic mentions never have."""
    return bool(re.match(r"[（(]以下(?:统)?(?:简)?称", text[end:]))


# Alliances that hold a meeting or sign with others are there: 甲产业联盟、乙学会承办, 甲产业联盟与乙联盟签署
_ACTING = re.compile(
    r"(?:[、和与][^，。；、]{2,30}){0,3}(?:共同|联合|现场|分别|正式|还)*(?:主办|承办|协办|签署|签订|签约|发起)"
)


def told_single(text: str, edge: int, end: int, suffix: str, label: str, lexicon: Lexicon) -> bool:
    """Say whether words around a name tell that it is one thing: it is founded (筹建…) or has opened (…揭牌)."""
    head = owner(text[edge:end], lexicon)
    if (
        head
        and head[1].label == "Region"
        and label == "Lab"
        and suffix.endswith("创新中心")
        and not bare(text[edge + head[0] : end - len(suffix)], lexicon)
    ):
        return False  # 某省区域创新中心 is what the place is to become
    place = lexicon.place(text[edge : end - len(suffix)])
    if label in BUILT and defined(text, end) and _told_apart(text[edge : end - len(suffix)], lexicon):
        return True
    if suffix in BRANCHES and place and place.label in {"City", "District"} and FOUNDS_BRANCH.search(text[:edge]):
        return True
    if label == "Alliance" and _ACTING.match(text, end) and _told_apart(text[edge : end - len(suffix)], lexicon):
        return True
    if suffix in JOINT:
        of_whom = re.search(r"(?:建立|成立|组建|设立)了?由[^，。；]{2,40}(?:组成|参加|任组长|牵头)的$", text[:edge])
        plain = suffix not in LED and re.search(r"(?:建立|成立|组建)了?$", text[:edge])
        return bool(of_whom or plain) and _told_apart(text[edge : end - len(suffix)], lexicon)
    firm = label != "Zone" or lexicon.suffixes.get(suffix, ("", False))[1]
    if label in FOUNDED_KINDS and firm and not VAGUE.search(text[edge:end]):
        before = text[:edge]
        founded = FOUNDED.search(before) or LEANING.search(before) or TOLD_BUILDER.match(text, end)
        if founded and _told_apart(text[edge : end - len(suffix)], lexicon):
            return True
    if label == "Zone" and text.endswith("共建", 0, edge) and text[edge : end - len(suffix)] in lexicon.industries:
        return True  # what partners build together is one, whatever it is called
    told = (
        SINGULAR.search(text[:edge])
        or (label == "Zone" and _planned(text, edge, end))
        or BUILT_AT.search(text[:edge])
        or OPENED.match(text, end)
        or _leaned_on(text, edge, end)
    )
    stem = text[edge : end - len(suffix)]
    both = re.search(
        r"(?:双方|两地|两市|三方)(?:[^，。；]{0,6}(?:建设|打造|设立|组建)|[^。；]{0,40}(?:共建|(?:共同|联合|合作|携手)(?:建设|打造|设立|组建)))$",
        text[:edge],
    )
    if both and len(suffix) >= 3 and label in BUILT and len(bare(stem, lexicon)) >= 2:
        return True
    return bool(told) and label in BUILT and _told_apart(stem, lexicon)


# Whoever signs builds one thing, a plan is made for one, and what stands for many is named: 签约，合作建设甲园,
# 发布甲区发展规划, 以甲港、乙港为代表, 处于甲带.
_SIGNED = re.compile(
    r"(?:签约|签署[^，。；]{2,16}|达成[^，。；]{2,8})，(?:双方)?(?:将|拟)?(?:合作|共同|联合|携手)(?:投资)?(?:建设|打造|共建|设立|布局)$"
)
_PLAN = re.compile(r"(?:总体|发展|建设|概念性?|空间|产业|国土空间|控制性详细|战略)*(?:规划|方案)")
_STANDS = re.compile(r"(?:处于|地处|位于|坐落于|坐落在|入驻|进驻|选址|落户于?)$")


def _planned(text: str, edge: int, end: int) -> bool:
    """Say whether words around a zone tell one by itself: it is planned, entered, signed for or an example."""
    before = text[:edge]
    if _SIGNED.search(before) or _STANDS.search(before):
        return True
    if re.search(r"以(?:[^，。；]{2,24}[、和与])+$", before):
        return re.match(r"(?:[、和与][^，。；]{2,20})*为(?:代表|引领|龙头|依托|支撑|主体|载体)", text[end:]) is not None
    return bool(re.search(r"(?:发布|出台|编制|启动|审议)(?:了|通过)?$", before) and _PLAN.match(text, end))


def _leaned_on(text: str, edge: int, end: int) -> bool:
    """Say whether a name stands first in «以…为核心» or in «推动…建设», which speak of what is there or begun."""
    if text.endswith("以", 0, edge):
        return bool(
            re.match(r"(?:[、和][^，。；]{2,20})*为(?:核心|依托|主体|支撑|载体|牵引|桥梁|代表|龙头|引领)", text[end:])
        )
    if re.search(r"(?:立足|依托|[，。；：区市县]以)$", text[:edge]) and GROUND.match(text, end):
        return True
    pushed = re.search(r"(?:推动|推进|加快)(?:[^，。；]{2,20}[、和])?$", text[:edge])
    return bool(
        pushed and re.match(r"(?:[、和][^，。；]{2,20})*(?:等[\u4e00-\u9fff]{0,12}?)?(?:项目)?建设", text[end:])
    )
