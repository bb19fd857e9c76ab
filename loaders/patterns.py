"""Cues of relations: patterns over clauses in which every mention is one placeholder character that tells its class.

Named groups say which part of the relation they fill. ``PLACE`` and the like stand for one mention of their classes, ``many(...)``
for a coordinated group (A、B和C), which may hold items that are no names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.clauses import ANY, GAP, kind

AREA = kind("City", "District", "Region", "Zone")
PARTNER = kind(
    "City", "District", "Region", "Zone", "Country", "University", "ResearchInstitute", "Company", "GovernmentBody", "Lab",
    "Incubator", "ServiceAgency", "Alliance",
)  # fmt: skip
BUILDER = kind(
    "City", "District", "Zone", "University", "ResearchInstitute", "Company", "GovernmentBody", "Alliance", "Incubator", "Lab",
    "ServiceAgency", "Region",
)  # fmt: skip
MADE = kind("Lab", "ResearchInstitute", "Zone", "Cluster", "Alliance", "Incubator", "ServiceAgency", "Event", "Fund")
SITED = kind(
    "Zone", "Lab", "University", "ResearchInstitute", "Incubator", "Company", "Alliance", "Cluster", "ServiceAgency", "Fund", "Event"
)
TOPICAL = kind(
    "City", "Zone", "Cluster", "Lab", "Alliance", "ResearchInstitute", "University", "Incubator", "Fund", "Company", "ServiceAgency"
)
PILLAR = kind("University", "ResearchInstitute", "Company", "GovernmentBody", "Lab", "Zone", "Incubator", "Alliance", "ServiceAgency")
ORG = kind("University", "ResearchInstitute", "Company", "GovernmentBody", "Lab", "ServiceAgency", "Incubator")
INDUSTRY = kind("Industry")
PAPER = kind("Policy", "Programme")
_IN = f"(?:（[^（）]{{0,24}}）)?"
_TRADE = "(?:产业链|产业|领域|行业|制造业)?"
_JUNK = f"(?:、[^，。；：、{ANY[1:-1]}]{{1,16}}(?=[、和与及等]))*"


def many(one: str, tail: str = "", loose: bool = False, join: str = "、|和|与|及|以及|，以及") -> str:
    """Give the pattern of a coordinated group; ``loose``: quoted items may touch (“A”“B”)."""
    item = f"{one}{_IN}{tail}"
    join = f"(?:{join})" + ("?" if loose else "")
    return f"{item}(?:{_JUNK}{join}{item}){{0,60}}{_JUNK}"


ETC = f"(?:、?等(?:等)?(?:[^，。；：{ANY[1:-1]}]{{0,18}})?|(?:以?及|和){GAP}{{2,14}}?)?"
_ETC_PLACE = "(?:等[^，。；：]{0,14})?"
_SO = "(?:已|将|要|正|也|还|又|并|先后|积极|分别|正式|成功|全面|加快|大力|主动|重点|着力|率先|相继|近日|日前|共同|充分|在|年|月|\\d){0,4}"
_TOGETHER = "(?:联合|共同|合作|协同|携手)"
_LIST = "、"
_AND = "、|和|及|以及|，以及"
_TAIL = f"[^，。；：、与和同{ANY[1:-1]}]{{0,9}}?"
_BUILD = (
    "(?:创建|共建|建设|打造|组建|成立|发起成立|发起设立|发起组建|发起|设立|筹建|建立|创办|布局建设|建成|搭建|启动建设|布局|举办|主办|承办|筹备|开办|兴建|培育|推进|谋划)"
)
_RUN = "(?:创建|共建|建设|打造|组建|成立|设立|筹建|建立|创办|运营|运行|主办|承办|承建|牵头|管理|发起|举办|协办|负责|投资|出资|具体)"
_SIGN = "(?:签订|签署|签约|开展|建立|达成|深化|加强|推进|进行|推动|形成|共建|实施|启动|拓展|强化|开启|缔结|结成|保持|展开|实现)"
_COOP = "(?:合作|协议|协作|备忘录|对接|联动|共建|协同|结对|一体化|伙伴关系|友好城市)"
_OFFER = "(?:首届|第[一二三四五六七八九十\\d]+[届次])?"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern and what its groups mean.

    ``shape`` says how the groups combine: ``each`` source × target, ``pairs`` all pairs of the group ``all``, ``chain`` consecutive
    pairs of ``chain`` (A与B、C与D). ``topic`` names the group for which the acting subject stands; ``who`` limits it to some classes;
    ``home`` lets the document's home stand for a missing subject. ``joint``: the targets of one source collaborate (derived).
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


def _cue(type_: str, pattern: str, rule: str, confidence: float, **more: object) -> Cue:
    who = frozenset(str(more.pop("who", "")).split())
    return Cue(type_, re.compile(pattern), rule, confidence, who=who, **more)  # type: ignore[arg-type]


_PLACES = "City District Zone Region"
_SUBJECT_PARTNERS = "City District Zone Region University ResearchInstitute Company Incubator Lab Alliance ServiceAgency GovernmentBody"
_COUPLE = f"{PARTNER}(?:市|省)?(?:与|和|同|—|－|-){PARTNER}(?:市|省)?"

COLLABORATION = (
    _cue("COLLABORATES_WITH", f"(?<![、{PARTNER[1:-1]}])(?P<chain>{_COUPLE}(?:(?:、|，|和|以及|及){_COUPLE})*)(?:两[地市省])?(?:的)?(?:开展|加强|建立|之间|双边|建立健全|进行|实施)*{GAP}{{0,8}}?(?:对口|结对|战略|跨区域|深度)?(?:合作|协作|帮扶|共建)", "pairs named with 合作", 0.93, shape="chain"),
    _cue("COLLABORATES_WITH", f"(?<![、与和同{PARTNER[1:-1]}])(?P<source>{many(PARTNER, join=_LIST)}){_SO}(?:与|和|同|会同|联合|携手|牵手)(?P<target>{many(PARTNER, join=_AND)}{_ETC_PLACE})(?![、与和同]{ANY})(?:{GAP}{{0,10}}{_SIGN}(?:了)?[^，。；：]{{0,24}}{_COOP}|{GAP}{{0,6}}(?:协同|联动|融合|一体化|抱团)发展)", "A与B签订…合作", 0.93),
    _cue("COLLABORATES_WITH", f"(?:^|[，。；：])(?:园区|公司|学校|该[^，。]{{1,5}}|双方|企业|基地|全市|我市|我省|全省)?{_SO}(?:与|同|和){GAP}{{0,8}}(?P<target>{many(PARTNER, join=_AND)}{_ETC_PLACE}){GAP}{{0,14}}(?:{_SIGN}(?:了)?[^，。；：]{{0,24}}{_COOP}|合作|签约)", "与B签订…合作（承前）", 0.88, topic="source", who=_SUBJECT_PARTNERS, home=True),
    _cue("COLLABORATES_WITH", f"(?P<source>{PARTNER}){_SO}(?:联合|携手|牵手|会同)(?P<target>{many(PARTNER)})(?![^，。；]{{0,8}}(?:共建|建设|组建|成立|打造|创建|设立|发起|举办|主办))", "A联合B", 0.85),
    _cue("COLLABORATES_WITH", f"(?:^|[，。；])(?:并|还|同时)?(?:联合|携手|会同|牵手)(?P<target>{many(kind('University', 'ResearchInstitute', 'Company', 'Lab'))})", "联合B（承前）", 0.82, topic="source", who="University ResearchInstitute Company City Lab"),
    _cue("COLLABORATES_WITH", f"(?P<all>{many(kind('City', 'Zone', 'District'))})(?:两地|三地|两市|四地|三市)?(?:联合|携手|协同|共同)(?:推动|推进|开展|实施|编制|制定|探索|谋划|发展|建立|承办|举办)", "A、B联合推进", 0.85, shape="pairs"),
    _cue("COLLABORATES_WITH", f"(?P<all>{many(PARTNER)}){ETC}(?:共同|联合|正式)?签(?:署|订)(?:的|了)?{GAP}{{0,14}}(?:协议|协定|备忘录|合同)", "A、B签署协议", 0.92, shape="pairs"),
    _cue("COLLABORATES_WITH", f"(?P<all>{kind('City', 'District')}(?:[-—－–]{kind('City', 'District')}){{1,6}})(?:地区|等|都市圈|区域|合作|一体化|协同|毗邻|，|、)", "A-B-C", 0.8, shape="pairs"),
    _cue("COLLABORATES_WITH", f"(?:推动|推进|促进|加强|强化|深化)(?P<source>{PARTNER})(?:与|和|同)(?P<target>{many(PARTNER, join=_AND)}){_ETC_PLACE}(?![、与和同]{ANY}){GAP}{{0,14}}(?:协同|联动|全域联动|一体化|融合|对接|合作|交流|互动|同城化)", "推动A与B联动", 0.92),
    _cue("COLLABORATES_WITH", f"(?:加强|深化|推进|推动|开展|拓展|扩大|促进|主动|积极|强化|参与|持续)+(?:与|同|对接|和|参与)?(?:国内|国家)?(?P<target>{many(kind('Region', 'City', 'Country'), _TAIL, join=_AND)}{_ETC_PLACE})(?![、与和同]{ANY}){GAP}{{0,12}}(?:合作|协作|交流|对接|联动|互动|衔接|发展战略|协同|融合发展)", "加强与B合作", 0.86, topic="source", who=_PLACES, home=True),
    _cue("COLLABORATES_WITH", f"(?:对接|联动|融入)(?P<target>{many(kind('Region', 'City'))}){_ETC_PLACE}(?:的|，|、){GAP}{{0,10}}[^。；]{{0,20}}(?:合作|协作|联动|共享)", "对接B", 0.82, topic="source", who=_PLACES, home=True),
    _cue("COLLABORATES_WITH", f"(?<!{ANY})(?:与|同|和)(?P<target>{many(kind('ResearchInstitute', 'University', 'Company'))}){_ETC_PLACE}{_SO}(?:共建|共同建设|共同打造|联合共建|合作共建|合作建设)", "与B共建", 0.85, topic="source", who=_PLACES + " Company University ResearchInstitute", home=True),
    _cue("COLLABORATES_WITH", f"(?:对)(?P<target>{many(kind('Region', 'City', 'District'))})(?:等)?{GAP}{{0,8}}(?:帮扶|支援|协作|援助)", "对B帮扶", 0.85, topic="source", who="City Region", home=True),
)  # fmt: skip

BUILDING = (
    _cue("BUILT_BY", f"(?P<target>{many(BUILDER)}){ETC}{_SO}{_TOGETHER}+{_BUILD}+(?:的|了)?{GAP}{{0,10}}?(?P<source>{many(MADE, loose=True)})", "A、B共同创建C", 0.93, joint=True),
    _cue("BUILT_BY", f"(?P<target>{many(BUILDER)}){ETC}{_SO}(?:共建|合作共建|联合共建|合建)(?:的|了)?{GAP}{{0,10}}?(?P<source>{many(MADE, loose=True)})", "A、B共建C", 0.93, joint=True),
    _cue("BUILT_BY", f"(?P<target>{BUILDER}{_IN}{_SO}(?:联合|携手|会同|与|和|同){many(BUILDER)}){ETC}{_SO}{_TOGETHER}*{_BUILD}+(?:的|了)?{GAP}{{0,10}}?(?P<source>{many(MADE, loose=True)})", "A联合B共建C", 0.92, joint=True),
    _cue("BUILT_BY", f"(?:由)?(?P<target>{BUILDER}{_IN}{GAP}{{0,4}}牵头{GAP}{{0,8}}，(?:并|同时)?(?:联合|会同|携手|协同){many(BUILDER)}){ETC}{_TOGETHER}*{_BUILD}+(?:的|了)?{GAP}{{0,10}}?(?P<source>{MADE})", "由A牵头联合B组建C", 0.94, joint=True),
    _cue("BUILT_BY", f"由(?P<target>{BUILDER}{_IN}{GAP}{{0,4}}牵头{GAP}{{0,8}}，(?:并|同时)?(?:联合|会同|携手|协同){many(BUILDER)}){ETC}{_TOGETHER}*{_BUILD}+", "由A牵头联合B组建（承前）", 0.9, joint=True, topic="source"),
    _cue("BUILT_BY", f"(?:以|依托)(?P<target>{many(PILLAR)}(?:为依托|为主体|为支撑)?，(?:并)?(?:联合|会同|携手){many(BUILDER)}){ETC}{_TOGETHER}*{_BUILD}+", "以A为依托，联合B共建（承前）", 0.9, joint=True, topic="source"),
    _cue("BUILT_BY", f"(?P<source>{MADE})(?:是|：|，|系|项目|（[^（）]*）)?(?:是)?(?:，)?由(?P<target>{many(BUILDER)}){ETC}{GAP}{{0,4}}(?:{_TOGETHER}|{_RUN}|和|、)*{_RUN}", "C由A建设", 0.94, joint=True),
    _cue("BUILT_BY", f"由(?P<target>{many(BUILDER)}){ETC}{GAP}{{0,4}}(?:{_TOGETHER}|{_RUN}|和|、)*{_RUN}(?:的|了)?{GAP}{{0,8}}?(?P<source>{MADE})", "由A建设C", 0.92, joint=True),
    _cue("BUILT_BY", f"(?:^|[，。；：])(?:项目|园区|该[^，。]{{1,6}}|会议|活动|大会|论坛|展会)?(?:是|系)?由(?P<target>{many(BUILDER)}){ETC}{GAP}{{0,4}}(?:{_TOGETHER}|{_RUN}|和|、)*{_RUN}(?!的?{GAP}{{0,8}}{MADE})", "由A建设（承前）", 0.86, topic="source", joint=True),
    _cue("BUILT_BY", f"(?P<target>{many(kind('University', 'ResearchInstitute', 'Company', 'GovernmentBody', 'Alliance', 'City', 'Zone', 'Incubator', 'ServiceAgency', 'Lab'))}){ETC}{_SO}(?:主办|承办|举办|牵头组建|牵头建设|牵头成立|牵头|创办|建设运营|组建|组织举办|发起成立|发起|成立|设立)(?:的|了)?{_OFFER}{GAP}{{0,12}}?(?P<source>{many(MADE, loose=True)})", "A主办C", 0.88, joint=True),
    _cue("BUILT_BY", f"(?<![托、和与及以])(?P<target>{many(kind('Zone', 'University', 'ResearchInstitute', 'Company', 'District', 'City'))}){_SO}(?:建设|打造|布局打造|建成|搭建|布局建设|规划建设|高标准建设|获批建设|启动建设)(?:的|了)?{GAP}{{0,8}}?(?P<source>{many(MADE, loose=True)})", "A建设C", 0.86),
    _cue("BUILT_BY", f"(?:^|[，。；：、]){_SO}(?:建设|打造|布局打造|建成|搭建|设立|成立|创办|举办|布局建设|规划建设|组建|主办|承办|发起成立|牵头成立|牵头组建)(?:的|了)?{_OFFER}{GAP}{{0,8}}?(?P<source>{many(MADE, loose=True)})", "建设C（承前）", 0.84, topic="target", who="Zone City District University Company ResearchInstitute Incubator Alliance"),
    _cue("BUILT_BY", f"(?:^|[，。；：、])(?:双方|三方|各方|两地|两市)?{_SO}(?:{_TOGETHER}+{_BUILD}+|共建|合建)(?:的|了)?{GAP}{{0,8}}?(?P<source>{many(MADE, loose=True)})", "共建C（承前）", 0.86, topic="target", who="Zone City District University Company ResearchInstitute Lab Incubator Alliance GovernmentBody", joint=True),
    _cue("BUILT_BY", f"(?P<source>{many(MADE)}){ETC}(?:为|是|系)(?P<target>{many(BUILDER)})(?:{_TOGETHER})?(?:组建|建设|创建|设立|成立|共建|主办|打造|创办)的", "C是A组建的", 0.92, joint=True),
    _cue("BUILT_BY", f"(?P<source>{MADE})[：:，](?P<target>{many(BUILDER)})(?:{_TOGETHER})?(?:组建|建设|创建|设立|成立|主办|共建|创办)的", "C：A组建的", 0.92, joint=True),
    _cue("BUILT_BY", f"(?<![托、和与及以])(?P<target>{many(BUILDER)})(?:{_TOGETHER})?(?:组建|建设|创建|设立|成立|主办|共建|打造|创办)的(?P<source>{MADE})", "A组建的C", 0.92, joint=True),
    _cue("BUILT_BY", f"(?P<target>{BUILDER})（(?:理事长|牵头|组长|主任|盟主|依托|建设|承建|主办|运营)(?:单位|方|企业)）", "A（牵头单位）", 0.9, topic="source", who="Alliance Lab ResearchInstitute ServiceAgency Incubator"),
    _cue("BUILT_BY", f"(?P<target>{many(BUILDER)})(?:为|是|作为|担任)(?:其|主要|第一)*(?:承建|建设|牵头|主办|共建|运营|组建|管理|发起)单位", "A为建设单位", 0.9, topic="source", who="Lab ResearchInstitute ServiceAgency Incubator Event Zone Alliance"),
    _cue("BUILT_BY", f"[，；、](?P<target>{many(BUILDER)}){ETC}(?:联合|共同)?(?:主办|承办|协办)(?=[，。；、]|$)", "A承办（承前）", 0.88, topic="source", who="Event"),
    _cue("BUILT_BY", f"(?:主办|承办|牵头|建设|运营|承建|共建|发起)(?:单位|方)(?:为|是|：|有|包括)(?P<target>{many(BUILDER)})", "建设单位：A", 0.92, topic="source", joint=True),
    _cue("BUILT_BY", f"^(?P<target>{kind('Zone', 'City')})：(?:{_SO}(?:支持|推动|鼓励))?(?:{_SO})(?:建设|设立|成立|举办|打造|组建|搭建)(?:的|了)?{GAP}{{0,12}}?(?P<source>{many(MADE, loose=True)})", "Z：建设C", 0.9),
)  # fmt: skip

RELIANCE = (
    _cue("RELIES_ON", f"(?P<source>{kind('Lab', 'ResearchInstitute', 'ServiceAgency', 'Incubator', 'Alliance')})(?:，|：|（|的)?(?:主要|共同)?依托单位(?:为|是|：|有|包括|名称：)?(?P<target>{many(PILLAR)})", "依托单位：B", 0.95),
    _cue("RELIES_ON", f"(?P<target>{many(PILLAR)})(?:为|是|作为)(?:主要)?依托单位", "B为依托单位", 0.9, topic="source", who="Lab ResearchInstitute ServiceAgency Incubator"),
    _cue("RELIES_ON", f"依托(?P<target>{many(PILLAR)}){ETC}{_SO}(?:建设|组建|共建|设立|成立|打造|创建|加快|启动|实施|推进|筹建)(?:的|了)?{GAP}{{0,12}}?(?P<source>{kind('Lab', 'ResearchInstitute', 'Zone', 'Incubator', 'Alliance', 'ServiceAgency', 'Programme', 'Cluster')})", "依托B建设A", 0.92),
    _cue("RELIES_ON", f"以(?P<target>{many(PILLAR)}){ETC}[^，。；：]{{0,24}}为(?:重点|主要|核心|建设)?(?:依托|主体|支撑|盟主企业|盟主|牵头单位)(?:，|建设|、|[^，。；]){{0,30}}?(?:建设|组建|打造|加快){GAP}{{0,10}}?(?P<source>{many(kind('Lab', 'Zone', 'Alliance', 'Cluster', 'Incubator', 'ResearchInstitute', 'ServiceAgency'), loose=True)})", "以B为依托建设A", 0.88),
    _cue("RELIES_ON", f"(?P<source>{many(INDUSTRY, _TRADE)}{ETC}|{kind('City', 'Programme', 'Zone', 'Lab', 'Alliance', 'Cluster', 'ResearchInstitute', 'Incubator', 'ServiceAgency')})(?:：|，|是|要|将|应|、)?(?:重点|紧紧|主要|充分)?(?:依托|依靠)(?P<target>{many(PILLAR)})", "A依托B", 0.92),
    _cue("RELIES_ON", f"(?:^|[，。；：])(?:园区|基地|中心|平台|实验室|联盟|研究院|产业园)?(?:将|要)?(?:重点|紧紧|主要|充分|紧密)?依托(?P<target>{many(PILLAR, '(?:核心区|的)?')})(?!{GAP}{{0,12}}(?:建设|打造|组建|共建|启动){GAP}{{0,10}}{MADE})", "依托B（承前）", 0.82, topic="source", who="City Zone Lab Alliance ResearchInstitute Incubator Region ServiceAgency"),
    _cue("RELIES_ON", f"(?P<source>{kind('City', 'Zone', 'Lab', 'Alliance', 'Cluster', 'ResearchInstitute', 'ServiceAgency', 'Industry')})(?:产业)?(?:：|，|要|将)?以(?P<target>{many(PILLAR)}){ETC}为(?:重点|主要|核心)?(?:依托|主体|支撑|载体)(?!企业，|，{GAP}{{0,12}}为依托)", "A以B为依托", 0.9),
)  # fmt: skip

MEMBERSHIP = (
    _cue("MEMBER_OF", f"(?P<target>{kind('Alliance')})(?:现|目前|首批)?由(?P<source>{many(ORG)})(?:等|以?及{GAP}{{0,14}})?(?:{GAP}{{0,10}})?(?:共同)?(?:组成|构成|发起|组建|成立)", "C由A、B组成", 0.95),
    _cue("MEMBER_OF", f"(?:联盟|俱乐部)(?:现|目前|首批)?由(?P<source>{many(ORG)})(?:等|以?及{GAP}{{0,14}})?(?:{GAP}{{0,10}})?(?:共同)?(?:组成|构成|发起|组建|成立)", "联盟由A、B组成（承前）", 0.93, topic="target", who="Alliance"),
    _cue("MEMBER_OF", f"(?P<target>{kind('Alliance')})?(?:的)?(?:核心|首批|发起|创始|主要)?(?:成员|理事|发起|副理事长|理事长|参与)单位{GAP}{{0,4}}(?:包括|有|为|：|由|涵盖)(?P<source>{many(ORG)})", "成员单位包括A", 0.93, topic="target", who="Alliance"),
    _cue("MEMBER_OF", f"(?P<source>{many(ORG)}){ETC}{GAP}{{0,8}}(?:加入|加盟|入盟|入会)(?:到|了)?(?P<target>{kind('Alliance')})?", "A加入C", 0.93, topic="target", who="Alliance"),
    _cue("MEMBER_OF", f"(?P<source>{many(ORG)}){ETC}{GAP}{{0,6}}(?:当选|担任|作为|成为|为|任)(?:了)?(?P<target>{kind('Alliance')})(?:的)?{GAP}{{0,6}}(?:理事长|副理事长|理事|成员|会长|盟主|秘书长|牵头|主席)", "A担任C的理事长单位", 0.93),
    _cue("MEMBER_OF", f"(?P<source>{many(ORG)}){ETC}{_SO}(?:共同|联合|牵头|合作|携手)*(?:发起成立|发起组建|发起设立|发起|组建|成立|组成|创建|共建|建立)(?:的|了)?{GAP}{{0,6}}?(?P<target>{kind('Alliance')})", "A、B发起成立C", 0.92),
    _cue("MEMBER_OF", f"由(?P<source>{ORG}{_IN}{GAP}{{0,4}}(?:牵头|发起){GAP}{{0,8}}，(?:并|同时)?(?:联合|会同|携手|协同){many(ORG)}){ETC}{GAP}{{0,6}}(?:发起|组建|成立|设立|组成|共建)", "由A牵头联合B发起（承前）", 0.9, topic="target", who="Alliance"),
    _cue("MEMBER_OF", f"(?P<source>{many(ORG)})(?:当选|担任|为|任|作为)(?:了)?(?:联盟|首届|第一届)*(?:副理事长|理事长|理事|会长|盟主|秘书长|成员)单位", "A担任理事长单位（承前）", 0.9, topic="target", who="Alliance"),
    _cue("MEMBER_OF", f"(?P<source>{BUILDER})（(?:理事长|副理事长|会长|组长|盟主|秘书长)(?:单位|方|企业)）", "A（理事长单位）", 0.92, topic="target", who="Alliance"),
)  # fmt: skip

PLACING = (
    _cue("LOCATED_IN", f"(?P<source>{SITED})(?:项目|总部)?{_IN}(?:：|，)?(?:位于|坐落于|坐落在|选址于?|落户于?|座落于|入驻|设在|设立在|设于)(?:了)?{GAP}{{0,4}}?(?P<target>{AREA})", "A位于B", 0.95),
    _cue("LOCATED_IN", f"(?P<source>{SITED})(?:：|，)?地处(?P<target>{kind('City', 'District', 'Zone')})", "A地处B", 0.9),
    _cue("LOCATED_IN", f"(?:^|[，。；：])(?:园区|总部|基地|项目|中心|平台|学校|公司)?(?:位于|坐落于|坐落在|选址于?|落户于?|总部设在|总部设于)(?P<target>{AREA})", "位于B（承前）", 0.9, topic="source"),
    _cue("LOCATED_IN", f"(?P<source>{kind('Event', 'Alliance', 'Lab', 'ResearchInstitute', 'ServiceAgency', 'Incubator', 'Zone')})(?:成功|今日|今天|日前|近日|于{GAP}{{0,8}})?(?:在)(?P<target>{AREA}){GAP}{{0,8}}(?:成功|隆重|正式|顺利)?(?:召开|举行|举办|开幕|揭牌|成立|挂牌|启动|落户|落地|建成|投用|开工)", "A在B举行", 0.94),
    _cue("LOCATED_IN", f"在(?P<target>{AREA}){_SO}(?:召开|举行|举办|建设|设立|成立|共同设立|启动|建成|落户|揭牌)(?:了|的)?{GAP}{{0,6}}?(?P<source>{many(MADE, loose=True)})", "在B举办A", 0.9),
    _cue("LOCATED_IN", f"(?P<target>{kind('Zone', 'City', 'District', 'Incubator')}){_SO}(?:已|共|累计)?(?:集聚|聚集|汇聚|引进|吸引|入驻|拥有|建有|引入|驻有)(?:了|有|着)?{GAP}{{0,16}}?(?P<source>{many(kind('Company', 'University', 'ResearchInstitute', 'Lab', 'Alliance', 'Incubator', 'Zone'))})", "B集聚A", 0.88),
    _cue("LOCATED_IN", f"(?:集聚|聚集|汇聚|引进|吸引|入驻|拥有|建有|引入|孵化|培育|现有)(?:了|有|着|出)?(?:{GAP}{{0,24}}(?:企业|机构|项目|中心|载体|平台|单位|入驻)，(?:其中)?(?:包括|如|有|例如|涵盖))?{GAP}{{0,16}}?(?P<source>{many(kind('Company', 'University', 'ResearchInstitute', 'Lab', 'Alliance', 'Incubator', 'Zone'))})", "集聚A（承前）", 0.85, topic="target", who="Zone Incubator"),
    _cue("LOCATED_IN", f"(?:^|[，。；：])(?:其中|现有)?(?P<source>{many(kind('Company', 'ResearchInstitute', 'Lab', 'Alliance', 'Incubator'))})等{GAP}{{0,20}}(?:企业|项目|平台|机构|载体|资源|院所){GAP}{{0,8}}(?:入驻|落户|落地|汇聚|集聚|聚集|加速|投产|\\d)", "A等入驻（承前）", 0.84, topic="target", who="Zone"),
    _cue("LOCATED_IN", f"(?P<target>{kind('Zone', 'City', 'District')})的(?P<source>{many(kind('Company', 'Lab', 'ResearchInstitute', 'University', 'Incubator'))})", "B的A", 0.88),
    _cue("LOCATED_IN", f"(?P<target>{kind('City', 'District')})(?P<source>{kind('Company', 'University', 'ResearchInstitute', 'Incubator', 'Zone', 'Event', 'Alliance')})", "place before a name", 0.86),
    _cue("LOCATED_IN", f"(?P<target>{kind('City')}){_SO}(?:重点|主要)?(?:依托|引导|拥有|支持)(?P<source>{many(kind('University'))})", "City依托University", 0.88),
    _cue("LOCATED_IN", f"(?P<source>{many(kind('University', 'ResearchInstitute'))})等{GAP}{{0,6}}(?:驻|在)[\u4e00-\u9fff](?:高校|院校|高等|大学|科研)", "驻X高校", 0.9, topic="target", who="City"),
    _cue("LOCATED_IN", f"(?<![托、和与及以])(?P<target>{kind('Zone')}){_SO}(?:建设|设立|成立|举办|打造|布局打造|搭建|建成|规划建设)(?:的|了)?{GAP}{{0,8}}?(?P<source>{many(kind('Lab', 'Incubator', 'ServiceAgency', 'Event', 'Zone', 'ResearchInstitute'), loose=True)})", "Z建设A", 0.86),
    _cue("LOCATED_IN", f"^(?P<target>{kind('Zone')})：(?:{_SO}(?:支持|推动|鼓励))?{_SO}(?:建设|设立|成立|举办|打造|组建|搭建)(?:的|了)?{GAP}{{0,12}}?(?P<source>{many(kind('Lab', 'Incubator', 'ServiceAgency', 'Event', 'Zone', 'ResearchInstitute'), loose=True)})", "Z：建设A", 0.9),
    _cue("LOCATED_IN", f"由(?P<target>{kind('City', 'District', 'Zone')})代管", "由B代管（承前）", 0.92, topic="source", who="Zone"),
    _cue("LOCATED_IN", f"(?:谋划|推动|推进|建设|布局建设|打造|加快|高水平建设){GAP}{{0,14}}?(?P<source>{many(kind('Lab', 'Incubator', 'ServiceAgency', 'ResearchInstitute', 'Zone'), loose=True)})", "建设A（都市圈）", 0.84, topic="target", who="Region"),
    _cue("LOCATED_IN", f"(?:^|[，。；：、]){_SO}(?:建设|打造|建成|搭建|设立|成立|举办|布局建设|规划建设|组建|拥有|建有)(?:的|了)?{GAP}{{0,8}}?(?P<source>{many(kind('Lab', 'Incubator', 'ServiceAgency', 'Event', 'ResearchInstitute', 'University'), loose=True)})", "建设A（承前）", 0.84, topic="target", who="Zone"),
)  # fmt: skip

_MAIN = "(?:主导|支柱|优势|特色|重点|核心|战略性新兴|新兴|主要|首位|未来)"
FOCUS = (
    _cue("FOCUSES_ON", f"(?P<source>{TOPICAL})(?:的)?{_MAIN}+(?:发展)?产业(?:为|是|有|包括|：|涵盖|涉及|聚焦){GAP}{{0,8}}?(?P<target>{many(INDUSTRY, _TRADE)})", "主导产业为", 0.94),
    _cue("FOCUSES_ON", f"(?<![托导持、和与及同])(?P<source>{TOPICAL}){GAP}{{0,4}}{_SO}(?:重点发展|着力发展|大力发展|主要发展|优先发展|发展|聚焦|主攻|培育|布局|瞄准|深耕|专注于?|致力于|做强|做大做强|围绕|面向|从事|主营){GAP}{{0,6}}?(?P<target>{many(INDUSTRY, _TRADE)})(?![^，。；]{{0,8}}(?:联盟|政策|人才))", "A重点发展I", 0.88),
    _cue("FOCUSES_ON", f"(?P<source>{TOPICAL}){GAP}{{0,4}}(?:以|形成以|形成了以|构建以){GAP}{{0,4}}?(?P<target>{many(INDUSTRY, _TRADE)}){ETC}{GAP}{{0,6}}?为{GAP}{{0,3}}(?:主导|支柱|特色|核心|重点|代表|主|方向|引领|龙头)", "A以I为主导", 0.92),
    _cue("FOCUSES_ON", f"(?:以|形成了?以|构建了?以){GAP}{{0,4}}?(?P<target>{many(INDUSTRY, _TRADE)}){ETC}{GAP}{{0,6}}?为{GAP}{{0,3}}(?:主导|支柱|特色|核心|重点|代表|主|主攻|方向|引领|龙头)", "以I为主导（承前）", 0.86, topic="source", who="Zone City Lab Alliance ResearchInstitute University Incubator Cluster"),
    _cue("FOCUSES_ON", f"(?P<target>{many(INDUSTRY, _TRADE)}){ETC}{GAP}{{0,6}}(?:为|是|成为)(?:其|该市|全市|园区)?{GAP}{{0,4}}{_MAIN}产业", "I为其主导产业", 0.93, topic="source"),
    _cue("FOCUSES_ON", f"(?P<source>{kind('Zone', 'City', 'Lab', 'Cluster', 'Incubator', 'ResearchInstitute')})(?:建设|打造|发展|建成)(?:成|成为|为)+(?:以)?{GAP}{{0,8}}?(?P<target>{many(INDUSTRY, _TRADE)}){ETC}{GAP}{{0,10}}(?:产业|方向|为核心|为主|高地|示范|先行|集聚|基地|中心|创新)", "建设成为I等主导产业", 0.9),
    _cue("FOCUSES_ON", f"(?:重点发展|主导产业(?:为|是|包括|：)|着力发展|主要发展|大力发展|优先发展|加快发展|聚焦|主攻|瞄准|围绕|面向|深耕|研究方向(?:为|包括|有)|领域包括|方向包括){GAP}{{0,8}}?(?P<target>{many(INDUSTRY, _TRADE)})(?![^，。；]{{0,6}}(?:联盟|人才))", "重点发展I（承前）", 0.85, topic="source", who="Zone City Lab Alliance ResearchInstitute University Incubator Cluster Company Fund"),
    _cue("FOCUSES_ON", f"(?:^|[，。；：]|推动|支持|鼓励|引导)(?P<source>{many(kind('City', 'Zone'))}){_SO}(?:推动)?(?:重点)?(?:发展|聚焦|布局|培育|做强){GAP}{{0,6}}?(?P<target>{many(INDUSTRY, _TRADE)})", "A、B发展I", 0.88),
    _cue("FOCUSES_ON", f"(?P<chain>{kind('City')}{INDUSTRY}(?:、{kind('City')}{INDUSTRY})+)", "A市I、B市J", 0.88, shape="chain"),
    _cue("FOCUSES_ON", f"(?:(?:领域|方向|学科)(?:主要)?(?:包括|有|为|涵盖|：)|设置|设立){GAP}{{0,6}}?(?P<target>{many(INDUSTRY, _TRADE, loose=True)})(?:{ETC}(?:研究方向|方向|领域)?|$|[，。；])", "领域包括I（承前）", 0.86, topic="source", who="Zone City Lab Alliance ResearchInstitute University Incubator Cluster Company"),
    _cue("FOCUSES_ON", f"(?P<source>{many(kind('University', 'ResearchInstitute'))}){ETC}{_SO}(?:加强|围绕|聚焦|开展|建设)(?P<target>{many(INDUSTRY, _TRADE)}){GAP}{{0,6}}(?:学科|专业|研究)", "A等高校加强I学科", 0.88),
    _cue("FOCUSES_ON", f"(?:在|向|推动|吸引|布局|涵盖|涉及|形成|构建|打造|培育|壮大)(?:了)?{GAP}{{0,6}}?(?P<target>{many(INDUSTRY, _TRADE)}){ETC}{GAP}{{0,8}}(?:重点|主导|优势|特色|新兴|战略|支柱|高端|未来|等)+{GAP}{{0,6}}(?:产业|领域|产业链|集群|学科|行业)", "在I等重点领域（承前）", 0.84, topic="source", who="Zone City Incubator"),
    _cue("FOCUSES_ON", f"(?:全市|我市|本市){GAP}{{0,6}}?(?P<target>{many(INDUSTRY, _TRADE)}){ETC}{GAP}{{0,10}}(?:产业|领域)", "全市I等产业", 0.86, topic="source", who="City", home=True),
    _cue("FOCUSES_ON", f"(?P<source>{kind('Company', 'ResearchInstitute', 'Lab', 'University')}){GAP}{{0,4}}在(?P<target>{many(INDUSTRY, _TRADE)}){ETC}{GAP}{{0,4}}(?:领域|处于|居|方面|行业|具有)", "A在I领域", 0.86),
    _cue("FOCUSES_ON", f"(?P<source>{kind('University', 'ResearchInstitute')})(?P<target>{many(INDUSTRY, _TRADE)}){ETC}(?:{_MAIN}|一流)?(?:学科|专业)", "A的I学科", 0.9),
    _cue("FOCUSES_ON", f"依托(?P<source>{many(kind('Zone'))}){ETC}，?{GAP}{{0,6}}(?:发展|打造|建设|做强做大|做大做强|推进)[^。；]{{0,22}}?(?P<target>{INDUSTRY})(?:产业|集聚|基地|集群|装备)", "依托Z发展I", 0.84),
)  # fmt: skip

CONTAINMENT = (
    _cue("PART_OF", f"(?:是|为|，|、|作为)(?P<target>{kind('Zone')})(?:的)?(?:核心区|重要组成部分|组成部分|分园|片区|拓展区|先导区|核心组成部分|重要片区)", "Z的核心区（承前）", 0.88, topic="source", who="Zone"),
    _cue("PART_OF", f"以(?P<source>{many(kind('Zone'))})为核心区?(?:，|建设|打造|创建)*{GAP}{{0,10}}(?P<target>{kind('Zone')})", "以Z为核心区建设Y", 0.88),
    _cue("PART_OF", f"以(?P<source>{many(kind('Zone'))})为核心区", "以Z为核心区（承前）", 0.85, topic="target", who="Zone"),
    _cue("PART_OF", f"(?P<target>{kind('Region', 'Zone')})(?:范围|规划范围)?(?:，)?(?:包括|涵盖|由|包含|下辖|辖|囊括)(?P<source>{many(kind('City', 'District', 'Zone', 'Region'))}){ETC}", "Y包括A、B", 0.88),
    _cue("PART_OF", f"(?P<source>{kind('District')})(?:隶属于?|属于|由)(?P<target>{kind('City')})(?:代管|管辖)?", "A隶属B", 0.92),
    _cue("PART_OF", f"(?P<source>{kind('Lab', 'ResearchInstitute', 'Incubator', 'ServiceAgency', 'GovernmentBody')})(?:是|为|系)?(?:隶属于?|直属于?|设在|挂靠|依附)(?P<target>{kind('University', 'ResearchInstitute', 'Company', 'GovernmentBody', 'Lab')})", "A隶属B", 0.93),
    _cue("PART_OF", f"(?P<target>{kind('Lab', 'ResearchInstitute', 'University', 'Company', 'Incubator')})(?:下设|内设|下辖|设有|下属)(?:了)?{GAP}{{0,8}}?(?P<source>{many(kind('Lab', 'ResearchInstitute', 'Incubator', 'ServiceAgency'), loose=True)})", "B下设A", 0.92),
    _cue("PART_OF", f"(?:(?:科研|创新|公共|服务)(?:平台|设施|中心)(?:包括|有|为)|下设|内设|设有)(?:了)?{GAP}{{0,8}}?(?P<source>{many(kind('Lab', 'ServiceAgency'), loose=True)})", "下设A（承前）", 0.85, topic="target", who="Lab ResearchInstitute University Incubator"),
)  # fmt: skip

CUES: tuple[Cue, ...] = (*COLLABORATION, *BUILDING, *RELIANCE, *MEMBERSHIP, *PLACING, *FOCUS, *CONTAINMENT)
