"""Cues of place: what stands where."""

from __future__ import annotations

from loaders.clauses import GAP, kind
from loaders.patterns import (
    AREA,
    BRACKET,
    ETC,
    MADE,
    OUTER,
    PILLAR,
    SHAPE,
    SITED,
    SO,
    Cue,
    cue,
    many,
)

_BRACKETED = kind("Company", "ResearchInstitute", "University", "Lab", "Incubator", "ServiceAgency", "Alliance")
_SETTLERS = kind("Company", "University", "ResearchInstitute", "Lab", "Alliance", "Incubator", "Zone")
# What of a firm stands in a zone.
_PLANT = "(?:新?工厂|总部|生产基地|项目|基地)?"
# A region before a word that makes it the name of something smaller is not where a thing stands: 甘肃|矿区.
_NO_PLACE = f"(?!(?<={kind('Region')})[\u4e00-\u9fff]{{1,3}}[区园城镇岛谷县乡])"
_COUNT = "(?:[两三四五六七八九]|\\d{1,2})?[个]?[市县区州]?(?:的)?(?:部分)?(?:全域|行政区域|辖区)?"
PLACING: tuple[Cue, ...] = (
    cue(
        "LOCATED_IN",
        f"(?P<source>{kind('Zone')}){SO}由(?P<target>{many(kind('City', 'District'))}){_COUNT}"
        "(?:的?(?:部分|相关|有关)(?:区域|地区|乡镇|街道)?)?"
        "(?:共同)?(?:组成|构成|整合而成|合并而成|合并组成|整合设立)",
        "Z由B、C组成",
        0.86,
    ),
    cue(
        "LOCATED_IN",
        f"以(?P<target>{many(kind('City', 'District'))}){_COUNT}为(?:主体|规划|实施|建设|空间|主要|核心)*(?:范围|区域)",
        "以B、C为范围（承前）",
        0.86,
        topic="source",
        who="Zone",
        near=True,
    ),
    cue(
        "LOCATED_IN",
        f"(?P<source>{kind('Zone')}){SO}以(?P<target>{many(kind('City', 'District'))})为核心(?=，|区)",
        "Z以B为核心",
        0.85,
    ),
    cue(
        "LOCATED_IN",
        f"(?P<source>{kind('Zone')}){SO}(?:以{many(kind('City', 'District'))}为核心[区]?，)?(?:空间|规划|建设)?"
        f"(?:范围)?(?:涵盖|覆盖|包括)(?P<target>{many(kind('City', 'District'))})(?=，|。|；|等|[两三四五六七八九]|$)",
        "Z涵盖B、C",
        0.85,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<source>{SITED})(?:项目|总部)?{BRACKET}(?:：|，)?(?:位于|坐落(?:于|在)?|选址于?|落户于?|"
            "座落于|入"
            f"驻|设在|设立在|设于)(?:了)?{GAP}{{0,4}}?{OUTER}(?P<target>{AREA}){_NO_PLACE}"
        ),
        "A位于B",
        0.95,
    ),
    cue(
        "LOCATED_IN",
        (f"(?P<source>{SITED})(?:：|，)?地处(?P<target>{many(kind('City', 'District', 'Zone'))})"),
        "A地处B",
        0.9,
    ),
    cue(
        "LOCATED_IN",
        (
            "(?:^|[，。；：])(?:该|本|其)?(?:园区|总部|基地|项目|中心|平台|学校|公司|新园区|新校区|新址|核心区|主园区|主体园区|启动区|先导区|一期)?(?:现|已|将|并|永久)?(?:位于|坐落(?:于|"
            "在)?|选址于?|落户于?|落户到|"
            f"入驻|落地|设在|设于|挂牌于|总部设在|总部设于){OUTER}(?P<target>{AREA})(?!的{GAP}{{0,4}}{SITED})"
        ),
        "位于B（承前）",
        0.9,
        topic="source",
    ),
    cue(
        "LOCATED_IN",
        (
            "(?P<source>"
            f"{kind('Event', 'Alliance', 'Lab', 'ResearchInstitute', 'ServiceAgency', 'Incubator', 'Zone')}"
            f"){BRACKET}(?:成"
            f"功|今日|今天|日前|近日|(?:\\d+月)?\\d+日[上下]?午?|于{GAP}{{0,8}})?(?:在)(?P<target>{AREA}){GAP}{{0,8}}(?:成功|隆重|正"
            "式|顺利)?("
            "?:召开|举行|举办|开幕|揭牌|成立|挂牌|启动|落户|落地|建成|投用|开工)"
        ),
        "A在B举行",
        0.88,
    ),
    cue(
        "LOCATED_IN",
        (
            f"在(?P<target>{AREA}){SO}(?:投资|规划|布局|合作)?(?:召开|举行|举办|建设|设立|成立|共同设立|"
            "共建|共同"
            "建设|合作建设|合作共建|"
            "联合共建|联合建设|布局|组建|启动|建成|落户|揭牌)(?:了|的)?"
            f"{GAP}{{0,6}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "在B举办A",
        0.9,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<target>{kind('Zone', 'City', 'District', 'Incubator')}){SO}(?:内)?(?:已|共|累计|不仅|还)*"
            "(?:有(?=[^，。；：]{1,60}(?:企业|公司|机构|平台))|涌现|诞生|走出|崛起|云集|坐拥|孕育|集"
            "聚|聚集|"
            "汇集|汇聚|独占|囊括|还有|引进"
            f"|吸引|入驻|落地|拥有|建有|设有|引入|驻有)(?:了|有|着|出)?{GAP}{{0,16}}?(?>(?P<source>"
            f"{many(kind('Company', 'University', 'ResearchInstitute', 'Lab', 'Alliance', 'Incubator', 'Zone'))}"
            "))"
            f"(?!{ETC}(?:来{GAP}{{0,3}}|在{GAP}{{0,4}})?(?:建立|设立|建设|共建|组建|成立|开展|合作))"
        ),
        "B集聚A",
        0.8,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?:集聚|聚集|汇聚|引进|吸引|入驻|拥有|(?<=不仅)有|(?<=，还)有|建有|引入|孵化|培育|现有|涌现|走出|诞生)(?:了|有|着|出)?(?:{GAP}{{0,"
            f"24}}(?:企"
            f"业|机构|项目|中心|载体|平台|单位|入驻)(?:\\d+[多余]?[家个户所项])?，(?:其中)?(?:包括|如|有|例如|涵盖))?{GAP}{{0,16}}?(?"
            "P<source>"
            f"{many(_SETTLERS, _PLANT)}"
            f")(?!{ETC}(?:设立|建立|共建|组建|成立))"
        ),
        "集聚A（承前）",
        0.85,
        topic="target",
        who="Zone Incubator",
        close=True,
    ),
    cue(
        "LOCATED_IN",
        "(?:^|[，。；：])(?:联盟)?(?:秘书处|办公室|会址|总部)(?:现|将|永久)?(?:位于|落户于?|入驻|落地|设在|设于"
        f")(?P<target>{AREA})",
        "秘书处设在B（承前）",
        0.88,
        topic="source",
        who="Alliance Event",
    ),
    cue(
        "LOCATED_IN",
        f"(?P<source>{_BRACKETED})（(?P<target>{AREA})）",
        "A（B）",
        0.88,
    ),
    cue(
        "LOCATED_IN",
        f"(?P<target>{kind('City', 'District', 'Zone')})（\\d+[家个所项户]）：(?P<source>{many(SITED)})",
        "B（N家）：A",
        0.88,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<target>{kind('Zone', 'City', 'District')})(?:[境园区]?内)?的(?P<source>"
            f"{many(kind('Company', 'Lab', 'ResearchInstitute', 'University', 'Incubator'))})"
        ),
        "B的A",
        0.88,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<target>{kind('City', 'District')})(?P<source>"
            f"{kind('Company', 'University', 'ResearchInstitute', 'Incubator', 'Zone', 'Event', 'Alliance')})"
        ),
        "place before a name",
        0.86,
    ),
    cue(
        "LOCATED_IN",
        f"(?<![、和与及])(?P<target>{kind('Region')})(?P<source>{kind('Company')})",
        "province before a firm",
        0.82,
    ),
    cue(
        "LOCATED_IN",
        (f"(?P<target>{kind('City')}){SO}(?:重点|主要)?(?:依托|引导|拥有|支持)(?P<source>{many(kind('University'))})"),
        "City依托University",
        0.88,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?<![托、和与及以])(?P<target>{kind('Zone')}){SO}(?:启动|高标准|高水平)?(?:建设|揭牌|挂牌|"
            "获批|设立"
            "|成立|举办|打造|布局打造|搭建|建成|规划"
            f"建设)(?:的|了)?{GAP}{{0,8}}?(?P<source>(?>"
            f"{many(kind('Lab', 'Incubator', 'ServiceAgency', 'Event', 'Zone', 'ResearchInstitute'), loose=True)}"
            "))"
            f"(?!{SHAPE})"
        ),
        "Z建设A",
        0.8,
    ),
    cue(
        "LOCATED_IN",
        (
            f"^(?P<target>{kind('Zone')})：(?:{SO}(?:支持|推动|鼓励))?{SO}(?:建设|设立|成立|举办|打造|组"
            "建|搭建)(?"
            f":的|了)?{GAP}{{0,12}}?(?P<source>"
            f"{many(kind('Lab', 'Incubator', 'ServiceAgency', 'Event', 'Zone', 'ResearchInstitute'), loose=True)}"
            ")"
        ),
        "Z：建设A",
        0.85,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?:^|[，。；：、]){SO}(?:启动|高标准|高水平|揭牌|挂牌)?(?:建设|打造|建成|搭建|设立|成立|举"
            "办|布局建"
            "设|规划建设|组建|拥有|建有|获批"
            f"|揭牌运行|揭牌|挂牌|启动运行)(?:的|了)?{GAP}{{0,8}}?(?P<source>"
            f"{many(kind('Lab', 'Incubator', 'ServiceAgency', 'ResearchInstitute', 'University'), loose=True)}"
            ")"
        ),
        "建设A（承前）",
        0.84,
        topic="target",
        who="Zone",
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<source>{many(SITED)}){ETC}(?:分别|各自)(?:位于|坐落于|坐落在|坐落|落户于?|落户在|入驻|落地|落子|设在|布局于?在?)(?:了)?"
            f"(?P<target>{OUTER}{AREA}(?:(?:、|和|与|及|以及){OUTER}{AREA}){{1,8}})"
        ),
        "A、B分别落户C、D",
        0.9,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<source>{many(SITED)}){ETC}(?!分别(?:位于|坐落|落户|入驻|落地|落子|设在)于?在?{OUTER}{AREA}[、和与及])"
            f"(?:项目|总部|基地|工厂)?(?:(?:、|和|与|及){GAP}{{1,16}}项目)?{SO}(?:永久|集中|顺利)?(?:相继|陆续)?(?:签约)?(?:位于|同处|坐落(?:于|在)?|落户于?|落户"
            "在|入驻"
            f"|落地(?!{AREA}[、和])|落子|花落|安家|扎根|落脚|设在|迁入|汇聚于?|集聚于?)(?:了)?"
            f"{OUTER}(?P<target>{AREA}){_NO_PLACE}"
        ),
        "A、B落户C",
        0.88,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<target>{kind('Zone', 'City', 'District')}){SO}(?:引进|吸引|引入)(?:了)?{many(PILLAR)}{ETC}(?:"
            f"来|在)?{GAP}{{0,4}}"
            f"(?:设立|建设|成立|共建|组建|建立|布局)(?:了)?{GAP}{{0,6}}?(?P<source>"
            f"{many(kind('ResearchInstitute', 'Lab', 'Incubator', 'ServiceAgency', 'University'))})"
        ),
        "Z引进A设立B",
        0.86,
    ),
    cue(
        "LOCATED_IN",
        f"(?:主要)?(?:分布在|分布于|集中在|集中于|集聚在)(?P<target>{many(kind('City', 'District', 'Zone'))})",
        "分布在B（承前）",
        0.85,
        topic="source",
        who="Cluster",
    ),
)
