"""Cues of partners told in a row: who signs with whom over a list of deeds, and who is brought together."""

from __future__ import annotations

from loaders.clauses import ANY, GAP, kind
from loaders.patterns import AREA, BRACKET, ETC, MADE, PARTNER, SO, Cue, cue, many

_COUPLE = f"{PARTNER}{BRACKET}(?:与|和|同){PARTNER}{BRACKET}"
_SIGNED = (
    f"(?:在{AREA}{GAP}{{0,6}})?(?:共同|联合|分别|现场|集中|先后|相继|双双|还|正式|成功|逐一|也|同时|举行|完成|"
    f"达成|进行|了)*"
    f"(?:签约|签署|签订|签下|签字|结对|合作|对接|{GAP}{{0,8}}(?:签约|合作|协议|结对))"
)
# Bodies and zones that an order brings together; of cities and regions the home is the other side (深化长三角合作).
_ZONED = kind("Zone", "University", "ResearchInstitute", "Company", "Lab", "Incubator", "ServiceAgency", "Alliance")
_ABROAD = kind("University", "ResearchInstitute", "Company", "GovernmentBody", "Zone", "Incubator", "Alliance")
_PLACED = kind("Zone", "City", "District")
# One side of a meeting: whose teams, firms or fields meet (甲、乙等市的龙头企业). What heads them
# is no partner of the others.
_SIDE = (
    f"{many(PARTNER, join='、|和|及')}{ETC}(?:的?[^，。；：、与和同及{ANY[1:-1]}]{{0,12}}(?:{kind('Industry')})?"
    f"[^，。；：、与和同及{ANY[1:-1]}]{{0,12}})?"
)
_MEET = (
    "(?:开展|进行|实现|达成|精准|深入|加强|供需|技术|产学研|务实|洽谈|交流|面对面|现场|一对一)*"
    "(?:对接|洽谈|交流合作)(?!会|活动|大会|平台|机制|工作|中心)"
)

# Behind a place that is no partner: its courts, its plan, its firms alone.
_NOT_PLACE = f"(?:经济带|都市圈)?(?:产业链|供应链|发展需求|需求|企业|高校|市场|规则|标准){GAP}{{0,4}}|{ANY}"

PAIRED: tuple[Cue, ...] = (
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![与和同及、{PARTNER[1:-1]}])(?P<chain>{_COUPLE}(?:(?:、|，|以及|及|，以及|，并){_COUPLE})+)"
            f"(?:、{PARTNER}?{GAP}{{0,6}}[与和]{PARTNER}?[^，。；：、{ANY[1:-1]}]{{0,6}}?)?{ETC}{_SIGNED}"
        ),
        "A与B、C与D签约",
        0.87,
        shape="chain",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![与和同及、{PARTNER[1:-1]}])(?P<all>{many(PARTNER, join='、|和|与|及')})"
            f"{ETC}在{AREA}?[^，。；：{ANY[1:-1]}]{{0,6}}?"
            f"(?:共同|联合|正式|现场|集中|举行|了)*(?:签约|签署|签订|签下)"
        ),
        "A、B在P签署",
        0.87,
        shape="pairs",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?:组织|推动|促成|促进|邀请|协调|安排|引导|支持)?(?P<source>{_SIDE}(?:(?:以?及|[、和]){_SIDE}){{0,3}})"
            f"(?:与|同|(?<!{ANY})和)(?P<target>{_SIDE}){_MEET}"
        ),
        "A的团队与B对接",
        0.82,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?:推动|推进|促进|支持|引导|强化|加强|深化)(?P<all>{many(_ZONED, join='、|和|与|及')}|"
            f"{many(_PLACED, join='、|和|与|及')})"
            f"(?:[两三四五]地|[两三四五]区|[两三]市)?(?:之间|间)"
            f"?的?[产业科技创新协同跨区域深度上下游链互动融合发展和与、]{{0,12}}?"
            f"(?:合作|协作|联动|互动|结对|互联互通)(?!区|示范|先行|试验|平台|机制|产业园|基地|联盟)"
        ),
        "推动A、B的合作",
        0.82,
        shape="pairs",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<=由)(?P<all>{many(PARTNER, join='、|和|与|及')}){ETC}(?:三方|双方|四方)?(?:共同|联合|合作|携手)"
            f"+(?:参与|牵头|负责|合作|投资|出资)*"
            f"(?:建设|打造|实施|投资|开发|推进|承担|研发)(?!{GAP}{{0,12}}{MADE})"
        ),
        "由A、B共同建设（承前）",
        0.85,
        shape="pairs",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?P<source>{_ABROAD})"
            f"{SO}(?:还|也)?在(?P<target>{kind('City', 'District', 'Zone')})"
            f"{GAP}{{0,4}}开展[^，。；：{ANY[1:-1]}]{{0,12}}(?:合作|共建)"
        ),
        "A在P开展合作",
        0.82,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?:^|[，；])(?:并|还|已|先后|分别)*(?:与|同|联合|携手)[^，。；：由{ANY[1:-1]}]{{3,20}}(?:共建|合建|共同建设|合作建设|联合建设|共同打造|共同组建|联合组建|联合成立)"
            f"(?:了|的)?{GAP}{{0,6}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "与某机构共建C（承前）",
        0.82,
        topic="target",
        who="Zone City District University Company ResearchInstitute",
        alone=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<target>{many(PARTNER, join='、|和|与|及')}){ETC}(?:三方|双方|四方)"
            f"?[^，。；：{ANY[1:-1]}]{{0,12}}(?:{kind('Policy')})?[^，。；：{ANY[1:-1]}]{{0,8}}，?"
            f"(?:共同|并|现场|一起|还|，)*为(?P<source>{many(MADE, loose=True)})"
            f"(?:项目)?(?:共同)?(?:揭牌|揭幕|奠基|剪彩)"
        ),
        "A与B为C揭牌",
        0.82,
    ),
)
# Whom a place turns to: docks with, links up with, or grows together with.
TURNED: tuple[Cue, ...] = (
    cue(
        "COLLABORATES_WITH",
        (
            f"(?:^|[，。；：、]|—|{kind('City', 'Region', 'Zone')})(?:要|应|将|并|还|持续|进一步)*"
            f"(?:主动|积极|大力|全面|深度|加快|精准|加强)+(?:全方位|全面)?对接(?:国家)?"
            f"(?P<target>{many(kind('Region', 'City'), join='、|和|与|及')})(?!{_NOT_PLACE})"
        ),
        "主动对接B",
        0.82,
        topic="source",
        who="City District Zone Region",
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?:^|[，。；])(?:并|重点|同时)?联动(?:国家级|省级|周边|毗邻)?的?"
            f"(?P<target>{many(kind('Zone', 'City', 'District'), join='、|和|与|及')})(?:等[^，。；]{{0,8}})?"
            f"(?:[两三四五]?(?:市|区|县|地|园区)|(?:协同|融合|一体化)?发展)?(?=[，。；]|$)"
            # what they are to form together is no partner of theirs
            f"(?!，(?:共同|联合|协同)*(?:建设|打造|构建|形成|共建|共筑){GAP}{{0,12}}{kind('Zone', 'Region', 'City')})"
        ),
        "联动B",
        0.82,
        topic="source",
        who="Zone City Region District",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"[，；](?:并|还|同时)?(?:与|同)(?P<target>{many(kind('City', 'District', 'Zone'), join='、|和|及')})"
            f"(?:等[^，。；]{{0,6}})?(?:[两三四五]?[市区县地])?(?:协同|联动|融合|一体化|抱团|错位)+发展"
        ),
        "与B联动发展（承前）",
        0.82,
        topic="source",
        who="City District Zone",
    ),
)
# Several on one side, told apart by semicolons: 甲与乙；丙与丁、戊签署协议.
PAIRED_ACROSS: tuple[Cue, ...] = (
    cue(
        "COLLABORATES_WITH",
        (f"(?<![与和同及、{PARTNER[1:-1]}])(?P<chain>{_COUPLE}(?:(?:；|，){_COUPLE})*；{_COUPLE}){ETC}{_SIGNED}"),
        "A与B；C与D签约",
        0.86,
        shape="chain",
    ),
)
