"""Cues of relations: patterns over clauses in which every mention is one placeholder character that tells its class.

Named groups say which part of the relation they fill. ``AREA`` and the like stand for one mention of their classes,
``many(...)`` for a coordinated group (A、B和C), which may hold items that are no names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.clauses import ANY, GAP, kind
from ontology.schema import load_schema

AREA = kind("City", "District", "Region", "Zone")
# Of two areas written together (甲高新区乙片区) the second is meant.
OUTER = f"(?:{AREA}(?={AREA}))?"
PARTNER = kind(
    "City",
    "District",
    "Region",
    "Zone",
    "Country",
    "University",
    "ResearchInstitute",
    "Company",
    "GovernmentBody",
    "Lab",
    "Incubator",
    "ServiceAgency",
    "Alliance",
)
BUILDER = kind(
    "City",
    "District",
    "Zone",
    "University",
    "ResearchInstitute",
    "Company",
    "GovernmentBody",
    "Alliance",
    "Incubator",
    "Lab",
    "ServiceAgency",
    "Region",
)
PLACES = "City District Zone Region"
_RELATIONS = load_schema().relation_types
MADE = kind(*sorted(_RELATIONS["BUILT_BY"].domain))
SITED = kind(*sorted(_RELATIONS["LOCATED_IN"].domain))
TOPICAL = kind(
    "City",
    "Zone",
    "Cluster",
    "Lab",
    "Alliance",
    "ResearchInstitute",
    "University",
    "Incubator",
    "Fund",
    "Company",
    "ServiceAgency",
)
PILLAR = kind(
    "University",
    "ResearchInstitute",
    "Company",
    "GovernmentBody",
    "Lab",
    "Zone",
    "Incubator",
    "Alliance",
    "ServiceAgency",
)
ORG = kind("University", "ResearchInstitute", "Company", "GovernmentBody", "Lab", "ServiceAgency", "Incubator", "Zone")
SPOT = kind("City", "District", "Zone")
RELYING = kind("Lab", "ResearchInstitute", "Zone", "Incubator", "Alliance", "ServiceAgency", "Programme", "Cluster")
INDUSTRY = kind("Industry")
BRACKET = "(?:（[^（）]{0,40}）)?"
TRADE = "(?:产业链|产业|领域|行业|制造业|链)?"
_REST = f"[^，。；：、和与及等的以为在（）{ANY[1:-1]}]{{0,4}}?"
_JUNK = f"(?:、[^，。；：、{ANY[1:-1]}]{{1,16}}(?=[、和与及等]))*"


# What narrows a field that stands further on in a list (甲、现代|乙): the list goes on behind it.
_KIND_OF = (
    "(?:现代|高端|先进|绿色|新型|智能|数字|特色|高性能|新兴|传统|优质|精细|精品|生态|海洋|高效|低碳|智慧|新一代|前沿"
    "|未来|关键)?"
)


def many(one: str, tail: str = "", loose: bool = False, join: str = "、|和|与|及|以及|，以及") -> str:
    """Give the pattern of a coordinated group; ``loose``: quoted items may touch (“A”“B”)."""
    item = f"{one}{BRACKET}{tail}"
    join = f"(?:{join})" + ("?" if loose else "") + (_KIND_OF if tail == TRADE else "")
    rest = _REST if tail == TRADE else ""  # a field that is known but for its last word: 5G通信|应用、…
    return f"{item}(?:{rest}{_JUNK}{join}{item}){{0,60}}{_JUNK}"


_COUNTED = "[两三四五六七八九][市地县区家方校院]"
ETC = f"(?:{_COUNTED}|、?等(?:等)?(?:[^，。；：{ANY[1:-1]}]{{0,18}})?|(?:以?及|和){GAP}{{2,14}}?)?"
ETC_PLACE = "(?:等[^，。；：]{0,14})?"
SO = (
    "(?:高标准|高水平|高质量|高起点|加速|持续|不断|聚力|合力|奋力|倾力|已|将|要|正|也|还|又|并|先后|积极|分别|正式|成功|全面|加快|大力|主动|重点|着力|率先|相继|近日|日"
    "前|共同|充分|均|都|各自|每[两三四五]?年|连续|定期|现场|在|年|月|\\d){0,4}"
)
TOGETHER = "(?:(?:联手|联合|共同|合作|协同|协作|携手)(?:出资|投资)?)"
LISTED = "、"
AND = "、|和|及|以及|，以及"
TAIL = f"[^，。；：、与和同{ANY[1:-1]}]{{0,9}}?"
BUILD = (
    "(?:创建|共建|建设|打造|组建|成立|发起成立|发起设立|发起组建|发起|设立|筹建|建立|创办|布局建设|建成|"
    "搭建|启动建设|布局|(?:举办|主办|承办)(?!、)|筹备|开办|兴建|培育|推进|谋划|申报|申建|争创)"
)
RUN = (
    "(?:创建|共建|合建|合办|共办|联办|共管|建设|打造|组建|成立|设立|筹建|建立|创办|运营|运行|主办|承办|承建|牵头|管理|发起|举办|协"
    "办|负责|投资|出资|具体|培育|开发|托管|承担|主导|主管)"
)
SIGN = (
    "(?:签订|签署|签约|开展|建立|达成|深化|加强|推进|进行|推动|形成|共建|实施|启动|拓展|强化|开启|缔结|结"
    "成|保持|展开|实现|达成|互设|互派)"
)
COOP = (
    "(?:合作|联合(?:研究|攻关|研发|培养|招商|开发|创新|申报)|协议|协作|备忘录|对接|联动|共建|协同|结对|一体化|"
    "伙伴关系|友好城市|友好关系|友好园区|姊妹园区)"
)
# What places or bodies are to form together is not built by whom it is said of (打造A、B、C“三位一体”的格局).
SHAPE = "(?:等|为)?(?:[一二三四五六七八九]位一体|[^，。；]{0,8}(?:的格局|新格局|创新格局|发展格局|空间格局|布局))"
# What a firm is, before or behind its name: 某市龙头企业甲, 作为某区的民营企业，甲…
FIRM_KIND = (
    f"(?:本土|本地|当地|龙头|骨干|民营|重点|上市|高新技术|高新|科技型?|专精特新|小巨人|单项冠军|制造业?|链主|独角兽|瞪羚|明星|知名|规上"
    f"|规模以上|国家级?|省级?|市级?|头部|领军|代表|优质|创新型?|农业产业化|新兴|传统|优势|大型|中小|外资|国有|首[家个]|一家|、|的|{kind('Industry')})*"
    "(?:企业|[国央民车药]企|公司)"
)
# Several who each have their own: 甲县、乙县立足丙园、丁园.
ONE_BY_ONE = frozenset({"A立足B发展", "A以B为主阵地"})
OFFER = "(?:首届|一届|一次|第[一二三四五六七八九十\\d]+[届次])?"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern and what its groups mean.

    ``shape`` says how the groups combine: ``each`` source × target, ``pairs`` all pairs of the group ``all``,
    ``chain`` consecutive pairs of ``chain`` (A与B、C与D). ``topic`` names the group for which the acting subject
    stands; ``who`` limits it to some classes; ``home`` lets the home of the document stand for a missing one.
    ``joint``: the targets of one source collaborate (derived). ``plus``: the acting subject joins those whom the
    ``topic`` group names (联合B共建C: also the subject builds). An empty group ``at`` in the pattern marks where the
    subject must stand before, else the start of the match does. ``near``: the nearest name before may stand
    in; ``close``: only one of the same clause, and only where nobody acts. ``alone``: of A与B only A acts.
    """

    type: str
    pattern: re.Pattern[str]
    rule: str
    confidence: float
    shape: str = "each"
    topic: str = ""
    who: frozenset[str] = frozenset()
    home: bool = False
    joint: bool = False
    plus: bool = False
    near: bool = False
    close: bool = False
    alone: bool = False


def cue(type_: str, pattern: str, rule: str, confidence: float, **more: object) -> Cue:
    """Make a cue; ``who`` is given as names with blanks between."""
    who = frozenset(str(more.pop("who", "")).split())
    return Cue(type_, re.compile(pattern), rule, confidence, who=who, **more)  # type: ignore[arg-type]
