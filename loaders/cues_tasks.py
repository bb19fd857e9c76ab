"""Cues of plans and reports: what is to be done, by whom, with whom and on what it shall lean."""

from __future__ import annotations

from loaders.clauses import ANY, GAP, kind
from loaders.patterns import (
    AND,
    BUILD,
    BUILDER,
    ETC,
    ETC_PLACE,
    INDUSTRY,
    LISTED,
    MADE,
    PARTNER,
    PILLAR,
    SO,
    TRADE,
    Cue,
    cue,
    many,
)

_FIELDS = many(INDUSTRY, TRADE)
_SPOT = kind("City", "District", "Zone")
_PLACES = "City District Zone Region"
_BODIES = kind("Lab", "ResearchInstitute", "ServiceAgency", "Incubator", "Alliance", "Zone", "Fund")
# What something stands on: 以Z为主阵地.
_GROUND = (
    "(?:主要|重要|重点|核心|建设|发展|关键)?(?:主阵地|阵地|主战场|主平台|主引擎|主载体|承载区|主承载区|主"
    "承载地|承载地|载体|依托|主体|支撑|平台|抓手|牵引|"
    "主力)"
)
_LEAN = kind("Lab", "ResearchInstitute", "Zone", "Incubator", "Alliance", "ServiceAgency", "Programme", "Cluster")
_OUTPUT = "(?:总产值|产值|规模|营业收入|营收|主营业务收入|工业总产值|增加值|年产值|年营收)"
_AGREE = "(?:协同|联动|一体化|融合|对接|合作|交流|互动|同城化|协作|衔接|帮扶|配套|互补|共建)"

TASKS: tuple[Cue, ...] = (
    cue(
        "BUILT_BY",
        (
            f"(?<![托、和与及以])(?P<target>{many(BUILDER)})(?:牵头|负责|具体)?(?:承担|承建|主导|负责|牵"
            "头)(?:建设|组建|筹建)?(?:的|了)?"
            f"(?:{GAP[:-1]}、]){{0,4}}?(?P<source>"
            f"{kind('Lab', 'ResearchInstitute', 'ServiceAgency', 'Incubator')})"
        ),
        "A承担的C",
        0.86,
    ),
    cue(
        "BUILT_BY",
        (
            "(?<![托、和与及以在])(?P<target>"
            f"{many(kind('Zone', 'University', 'ResearchInstitute', 'Company'))}){ETC}{SO}"
            f"(?:建立|创建|组建|主导建设|牵头建设|筹建|申报建设|申建|争创|创办)(?:的|了)?{GAP}{{0,8}}?"
            f"(?P<source>{many(kind('Lab', 'ResearchInstitute', 'Incubator', 'ServiceAgency'), loose=True)})"
        ),
        "A建立C",
        0.82,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<source>{_BODIES})(?:的)?(?:建设|运营|实施|承建|投资|责任|管理|出资|牵头)(?:主体|业主|法"
            "人|单位|方)(?:为|是|：|系)"
            f"(?P<target>{many(BUILDER)})"
        ),
        "C的建设主体为A",
        0.9,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?:委托|引进|聘请|支持|引入|授权)(?P<target>{many(BUILDER)}){ETC}(?:负责|整体|统一|全面|市"
            "场化|专业化)*(?:运营|管理|托管|运维|建设运营)"
            f"(?:的|了)?(?P<source>{_BODIES})"
        ),
        "委托A运营C",
        0.88,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![与和同及、{PARTNER[1:-1]}])(?P<all>{many(PARTNER, join='、|和|与|及')}){ETC}{SO}(?:联"
            "合|共同|携手|协同|合作)+"
            "(?:申报|攻关|研发|研究|承担|获批|培养|争创|申建|培育|发布|出台|签约|招商|参展|组团)"
        ),
        "A、B联合申报",
        0.84,
        shape="pairs",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            "(?:对接|联动|链接|衔接|融入)(?P<target>"
            f"{many(kind('City', 'Region', 'Zone', 'District'), join=LISTED)}){ETC_PLACE}(?:的)?"
            "(?:优质|高端|科技|产业|创新|人才|先进|战略)*(?:创新|科技|产业|人才|科教|要素|资源|成果|链)+"
        ),
        "对接B创新资源",
        0.82,
        topic="source",
        who=_PLACES,
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            "(?:推动|推进|促进|加强|强化|深化|支持|开展|加快|密切)(?P<source>"
            f"{many(PARTNER, join=LISTED)})(?:与|和|同)(?P<target>"
            f"{many(PARTNER, join=AND)}){ETC_PLACE}(?![、与和同]{ANY})(?:的|之间的?|在)?{GAP}{{0,14}}?{_AGREE}"
        ),
        "深化A与B的协作",
        0.88,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            "(?:强化|加强|深化|推进|推动|促进|开展|拓展|扩大|加快|密切)(?:与|同|和)(?P<target>"
            f"{many(PARTNER, join=AND)}){ETC_PLACE}"
            f"(?![、与和同]{ANY})(?:的)?{GAP}{{0,12}}?(?:产业配套|配套|协作|衔接|合作|联动|协同|对接|互动)"
        ),
        "强化与B配套",
        0.84,
        topic="source",
        who=_PLACES,
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            "(?:^|[，。；：])(?:还|并|已|将|同时|进一步)?(?:与|同)(?P<target>"
            f"{many(kind('University', 'ResearchInstitute', 'Company'), join=AND)})"
            f"{ETC}{SO}(?:合办|共办|联办|共建|合建|合作建设)(?:了)?(?!{GAP}{{0,10}}{MADE})"
        ),
        "与B合办（承前）",
        0.85,
        topic="source",
        who=_PLACES + " University ResearchInstitute Company",
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            "(?:^|(?<!牵头)(?<!发起)[，。；：])(?:积极|还|并|同时)?(?:联合|携手|牵手|联手)(?P<target>"
            f"{many(kind('University', 'ResearchInstitute', 'Company'), join=AND)})"
            f"{ETC}{SO}{BUILD}+(?:的|了)?(?!{GAP}{{0,12}}{MADE})"
        ),
        "联合B组建（承前）",
        0.82,
        topic="source",
        who="City District Zone University ResearchInstitute Company",
        home=True,
    ),
    cue(
        "RELIES_ON",
        (
            f"(?P<source>{many(_SPOT)}){SO}(?:以|依托|立足|依靠|借助)(?P<target>"
            f"{many(kind('Zone', 'University', 'ResearchInstitute', 'Lab', 'Incubator'))})"
            f"{ETC}(?:为{_GROUND})?，?{SO}(?:做强|做大|做优|发展|培育|壮大|布局|主攻|聚焦|打造|建设|承接|"
            "集聚|推动|推进|构建|形成)"
            f"(?!{GAP}{{0,12}}{MADE})"
        ),
        "A立足B发展",
        0.86,
    ),
    cue(
        "RELIES_ON",
        f"(?P<source>{kind('City', 'Zone', 'District')})(?:要|将)?以(?P<target>"
        f"{many(kind('Zone', 'University', 'ResearchInstitute', 'Lab', 'Incubator'))}){ETC}为{_GROUND}"
        f"(?!，?(?:打造|建设|组建|创建|培育){GAP}{{0,10}}{MADE})",
        "A以B为主阵地",
        0.88,
    ),
    cue(
        "RELIES_ON",
        (
            f"(?:^|[，。；：])以(?P<target>{many(PILLAR)}){ETC}为{_GROUND}(?:，|，?{SO}){SO}{BUILD}+(?:的"
            f"|了)?{GAP}{{0,8}}?"
            f"(?P<source>{_LEAN})"
        ),
        "以B为载体打造A",
        0.86,
    ),
    cue(
        "RELIES_ON",
        (
            f"(?:^|[，。；：])以(?P<target>{many(kind('Company'))}){ETC}为(?:龙头|龙头企业|骨干|牵引|引领"
            f")，?{SO}{BUILD}+(?:的|了)?{GAP}{{0,8}}?"
            f"(?P<source>{kind('Zone', 'Cluster', 'Alliance')})"
        ),
        "以B为龙头打造A",
        0.84,
    ),
    cue(
        "RELIES_ON",
        f"(?P<source>{kind('Alliance')})?(?:，)?(?:联盟)?秘书处(?:现|将)?(?:设在|设于|设立在|落户|挂靠)(?"
        "P<target>"
        ""
        f"{many(kind('University', 'ResearchInstitute', 'Company', 'GovernmentBody', 'Lab', 'ServiceAgency'))}"
        ")",
        "秘书处设在B",
        0.86,
        topic="source",
        who="Alliance",
        near=True,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:带动|推动|支持|引导|促进)(?P<source>{many(kind('Zone', 'City'))}){ETC}{SO}(?:发展|做强|"
            "做大|做优|培育|壮大|布局|主攻|聚焦|建设)+"
            f"{GAP}{{0,4}}?(?P<target>{_FIELDS})"
        ),
        "带动Z发展I",
        0.86,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{kind('Zone', 'City')}){SO}(?:形成|构建|构筑|确立)(?:了)?以(?:{_FIELDS}){ETC}(?:"
            "为(?:主导|主体|主|龙头|核心|引领|支柱|首位))、"
            f"(?P<target>{_FIELDS}){ETC}为(?:支撑|特色|补充|配套|辅|延伸|重点|潜力|主导|主体)"
        ),
        "Z形成以I为主导、J为支撑",
        0.88,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{kind('Zone', 'City')})(?:的)?(?P<target>{INDUSTRY})(?:产业|产业链|产业集群|制造"
            f"业|制造)?{_OUTPUT}(?:已|将|预计|首次|有望|力争|达|突|超|实|增|同|比|由|从|提|较|\\d)"
        ),
        "Z的I产值",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"把(?P<target>{_FIELDS}){ETC}作为(?:全[市区县]|(?P<source>{kind('City', 'Zone')}))?{GAP}{{0,"
            f"6}}(?:主导|支柱|首位|主攻|一号|重点|优势|特色){GAP}{{0,3}}产业"
        ),
        "把I作为主导产业",
        0.86,
        topic="source",
        who="City Zone",
        home=True,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('Zone')})（(?:含|包括|包含|下辖|辖|由)(?P<source>{many(kind('Zone'))})"
            f"{ETC}(?:组成)?(?:[，）])"
        ),
        "Z（含A、B）",
        0.9,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('Zone')})(?:现|共|目前)?(?:下辖|管辖|辖有?|设有|下设|拥有|建有)(?:了)?"
            f"{GAP}{{0,4}}?(?P<source>{many(kind('Zone'))})"
        ),
        "Z下辖A、B",
        0.88,
    ),
    cue(
        "PART_OF",
        (
            f"(?:将|把|推动|支持|同意)(?P<source>{many(kind('Zone', 'City', 'District'))}){ETC_PLACE}(?:"
            "整体|全部|正式|依法|逐步)?(?:纳入|划入|并入|划归|归入)"
            f"(?P<target>{kind('Zone', 'Region')})(?:实施|规划|建设|统一|一体|管理|范围|托管|体系|，|。)"
        ),
        "将A纳入Z",
        0.88,
    ),
    cue(
        "PART_OF",
        (
            f"以(?P<source>{many(kind('City'))}为[^，。；、]{{1,8}}[、，](?:以)?"
            f"{many(kind('City', 'District'))}){ETC_PLACE}为[^，。；、]{{1,8}}，?{GAP}{{0,4}}"
            f"(?:共建|建设|打造|构建|形成|培育)(?P<target>{kind('Region')})"
        ),
        "以A为中心、B为支撑，建设R",
        0.86,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?<![与和同、])(?P<source>{kind('Company')}){SO}在(?P<target>{_SPOT})(?:境内|内)?{SO}(?:投"
            "资|建设|建成|布局|设立|投建|兴建|新建|落地|扩建)"
            f"(?![^，。；]{{0,12}}(?:分公司|子公司))"
        ),
        "公司在Z投资建设",
        0.84,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<target>{kind('District')}){SO}(?:建设|打造|建成|规划建设|布局|创建|提升|推进|做强)(?:的"
            f"|了)?{GAP}{{0,4}}?"
            f"(?P<source>{many(kind('Zone'), loose=True)})(?:建设)?(?=[，。；、]|$)"
        ),
        "县区建设园区",
        0.85,
    ),
)
