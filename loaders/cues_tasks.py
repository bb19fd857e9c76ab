"""Cues of plans and reports: what is to be done, by whom and with whom."""

from __future__ import annotations

from loaders.clauses import ANY, GAP, kind
from loaders.patterns import (
    AND,
    AREA,
    BUILD,
    BUILDER,
    ETC,
    ETC_PLACE,
    LISTED,
    MADE,
    PARTNER,
    PILLAR,
    PLACES,
    SO,
    SPOT,
    Cue,
    cue,
    many,
)

_BODIES = kind("Lab", "ResearchInstitute", "ServiceAgency", "Incubator", "Alliance", "Zone", "Fund")
_AGREE = "(?:协同|联动|一体化|融合|对接|合作|交流|互动|同城化|协作|衔接|帮扶|配套|互补|共建)"

# What somebody pays or puts in stands between who and what: 出资20亿元设立, 总投资30亿元建设.
_SUM = (
    "(?:总)?(?:投资|出资|投入|注资|斥资|计划投资)(?:约|超过|超|近|达)?"
    "\\d[\\d.]*(?:余|多)?[万亿]*(?:美|欧)?元(?:人民币)?，?"
)
_COUPLE = f"{SPOT}(?:市|县|区)?(?:与|和|同){SPOT}(?:市|县|区)?"
_ACTING = "City District Zone University Company ResearchInstitute Lab GovernmentBody"

TASKS: tuple[Cue, ...] = (
    cue(
        "BUILT_BY",
        (
            f"以(?P<target>{many(PILLAR)}{ETC}为(?:主体|依托|龙头|牵头单位|支撑|骨干)，(?:并)?(?:联合|会"
            "同|携手|协同)"
            f"{many(BUILDER)}){ETC}，?{SO}{BUILD}+(?:的|了)?{GAP}{{0,10}}?(?P<source>{MADE})"
        ),
        "以A为主体，联合B创建C",
        0.9,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?:^|[，。；：]|在内，)(?:还|并|已|先后|分别|将|拟)?(?:在|到|赴|于){many(AREA)}{GAP}{{0,6}}(?:设"
            "立|布局|建设|建成|设有|建立|共建|创办)"
            f"(?:的|了)?{GAP}{{0,6}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "在B设立C（承前）",
        0.84,
        topic="target",
        who=_ACTING,
        home=True,
        alone=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            "(?:^|[，。；：])(?:还|并|同时|持续)?(?:与|同|和)(?P<target>"
            f"{many(kind('City', 'Region', 'District'), join=AND)})"
            "(?:的)?(?:东西部|对口|山海|结对|校地|产业|科技|战略|全面|区域)*(?:协作|合作|帮扶)(?:关系|机"
            "制|工作)?"
            "(?:纵深|持续|深入|扎实|有序|加快|取得|走|成|不断|全面|更|进一步|深|推)"
        ),
        "与B协作推进",
        0.86,
        topic="source",
        who="City District Zone Region",
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            "(?:对口(?:支援|帮扶|协作|合作|援助|联系)|援建|结对(?:帮扶|协作|合作|共建)|山海协作|东西部协作|东西协作|友城合作|"
            "飞地合作|省际协作|定点帮扶)(?:的|了|与|和|同|助力|帮助|支持|帮扶|带动|推动|促进|地区|对象|城市|省份|县市?|"
            "工作|任务|项目|关系|机制|深入|扎实|持续|推进|成效|方面|：)*"
            f"(?P<target>{many(kind('City', 'Region', 'District'), join=AND)})(?![与和同])"
        ),
        "对口支援B",
        0.84,
        topic="source",
        who="City District Zone Region",
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![、与和同{PARTNER[1:-1]}])(?P<chain>{_COUPLE}(?:(?:、|，|；){_COUPLE})+)(?:分别|均|已|"
            "相继|先后)*"
            "(?:签订|签署|签约|建立|达成|开展|缔结|结成|结为|结对|实施)"
        ),
        "A与B、C与D签订",
        0.9,
        shape="chain",
    ),
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
            f"(?<![托、和与及以在])(?P<target>{many(BUILDER)}){ETC}{SO}(?:共同|联合)?{_SUM}(?:发起|规划|新建)*"
            f"(?:{BUILD})+(?:的|了)?{GAP}{{0,10}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "A出资n亿元设立C",
        0.88,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?:推动|推进|促进|实现|支持|加强|加快|深化|强化)(?P<all>{many(PARTNER)})(?:[两三四五六七八九]{GAP}{{1,8}})?(?:之间)?(?:的)?"
            "(?:资源|设施|平台|数据|信息|仪器|成果|人才|创新|产业|要素|市场|科技|全面|深度|务实)*"
            "(?:开放共享|共建共享|共享|互通|互认|互联互通|协同创新"
            "|协同联动|联动发展|联动|融合发展|一体化发展|一体化|同城化|合作|协作|对接)(?=[，。；]|机制|发展|水平|$)"
        ),
        "推动A、B资源共享",
        0.84,
        shape="pairs",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![、与和同{PARTNER[1:-1]}])(?P<source>{many(PARTNER, join=LISTED)}){SO}(?:与|和|同)(?P<target>"
            f"{many(PARTNER, join=AND)})(?:的)?(?:共建的?|合建的?|组建的?|成立的?)?"
            "(?:校企|产学研)?联合(?:实验室|研究中心|研发中心|创新中心|研究院|技术中心|攻关团队)"
        ),
        "A与B联合实验室",
        0.86,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<source>{many(MADE)})(?:建设)?，(?:分别|依次|各自)由(?P<target>{many(BUILDER)}){GAP}{{0,8}}"
            "(?:建设|运营|管理|牵头|承建|托管|运行|主办|开发|组建)"
        ),
        "C、D，分别由A、B运营",
        0.9,
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
        who=PLACES,
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
            "(?:强化|加强|深化|推进|推动|促进|开展|拓展|扩大|加快|密切|做好|抓好|做实|落实|巩固|提升|完善)(?:与|同|和)(?P<target>"
            f"{many(PARTNER, join=AND)}){ETC_PLACE}"
            f"(?![、与和同]{ANY})(?:的)?{GAP}{{0,12}}?(?:产业配套|帮扶|支援|结对|共建|配套|协作|衔接|合作|联动|协同|对接|互动)"
        ),
        "强化与B配套",
        0.84,
        topic="source",
        who=PLACES,
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
        who=PLACES + " University ResearchInstitute Company",
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            "(?:^|(?<!牵头)(?<!发起)(?<!依托{ANY})(?<!依托{ANY}、{ANY})[，。；：])(?:积极|还|并|同时)?(?:联合|携手|牵手|联手)(?P<target>"
            f"{many(kind('University', 'ResearchInstitute', 'Company'), join=AND)})"
            f"{ETC}{SO}{BUILD}+(?:的|了)?(?!{GAP}{{0,12}}{MADE})"
        ),
        "联合B组建（承前）",
        0.82,
        topic="source",
        who="City District Zone University ResearchInstitute Company",
        home=True,
    ),
)
