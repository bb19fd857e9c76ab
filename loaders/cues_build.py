"""Cues of building: who builds, leads, holds or runs what."""

from __future__ import annotations

from loaders.clauses import GAP, kind
from loaders.patterns import (
    AREA,
    BRACKET,
    BUILD,
    BUILDER,
    ETC,
    MADE,
    OFFER,
    PILLAR,
    RUN,
    SO,
    TOGETHER,
    Cue,
    cue,
    many,
)

_HOST = kind(
    "University",
    "ResearchInstitute",
    "Company",
    "GovernmentBody",
    "Alliance",
    "City",
    "Zone",
    "Incubator",
    "ServiceAgency",
    "Lab",
)
_WITH = "、|和|与|及|以及|，以及|联合|会同|携手|协同"
BUILDING: tuple[Cue, ...] = (
    cue(
        "BUILT_BY",
        (
            f"(?<!在)(?P<target>{many(BUILDER)}){ETC}{SO}{TOGETHER}+{BUILD}+(?:的|了)?{GAP}{{0,10}}?(?P<source>"
            f"{many(MADE, loose=True)})"
        ),
        "A、B共同创建C",
        0.93,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?<!在)(?P<target>{many(BUILDER)}){ETC}{SO}(?:共建|合作共建|联合共建|合建)(?:的|了)?{GAP}{{0,10}}?"
            "(?P<sourc"
            f"e>{many(MADE, loose=True)})"
        ),
        "A、B共建C",
        0.93,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<target>{BUILDER}{BRACKET}{SO}(?:联合|携手|会同|与|和|同){many(BUILDER)}){ETC}{SO}{TOGETHER}*"
            f"{BUILD}+(?:的|了)?{GAP}{{0,10}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "A联合B共建C",
        0.92,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?:由)?(?P<target>{BUILDER}{BRACKET}{GAP}{{0,4}}牵头{GAP}{{0,8}}，(?:并|同时)?(?:联合|会同|携手|协同"
            f"){many(BUILDER)}){ETC}{TOGETHER}*{BUILD}+(?:的|了)?{GAP}{{0,10}}?(?P<source>{MADE})"
        ),
        "由A牵头联合B组建C",
        0.94,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"由(?P<target>{BUILDER}{BRACKET}{GAP}{{0,4}}牵头{GAP}{{0,8}}，(?:并|同时)?(?:联合|会同|携手|协同)"
            f"{many(BUILDER)}){ETC}{TOGETHER}*{BUILD}+"
        ),
        "由A牵头联合B组建（承前）",
        0.9,
        joint=True,
        topic="source",
    ),
    cue(
        "BUILT_BY",
        (
            f"(?:以|依托)(?P<target>{many(PILLAR)}(?:为依托|为主体|为支撑)?，(?:并)?(?:联合|会同|携手)"
            f"{many(BUILDER)}){ETC}{TOGETHER}*{BUILD}+"
        ),
        "以A为依托，联合B共建（承前）",
        0.9,
        joint=True,
        topic="source",
    ),
    cue(
        "BUILT_BY",
        (
            f"(?<![在于户驻与和、])(?P<source>{MADE})(?:是|：|，|系|项目|（[^（）]*）)?(?:是)?(?:，)?由(?P<targe"
            f"t>{many(BUILDER)}){ETC}"
            f"{GAP}{{0,4}}(?:{TOGETHER}|{RUN}|和|、)*{RUN}"
        ),
        "C由A建设",
        0.94,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"由(?P<target>{many(BUILDER)}){ETC}{GAP}{{0,4}}(?:{TOGETHER}|{RUN}|和|、)*{RUN}(?:的|了)?{GAP}{{0,8}}"
            f"?(?P<source>{MADE})"
        ),
        "由A建设C",
        0.92,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?:^|(?<!统筹)(?<!指导)(?<!协调)[，。；：])(?:项目|园区|该[^，。]{{1,6}}|会议|活动|大会|论坛|展会|"
            "[一二三首]期(?:工程|项目)?)?(?:是|系)?由(?P<target>"
            f"{many(BUILDER)}){ETC}{GAP}{{0,4}}(?:{TOGETHER}|{RUN}|和|、)*{RUN}(?!的?{GAP}{{0,8}}{MADE})"
        ),
        "由A建设（承前）",
        0.86,
        topic="source",
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            "(?P<target>"
            f"{many(_HOST)}"
            f"){ETC}{SO}(?:主办|承办|举办|牵头组建|牵头建设|牵头成立|牵头|创办|建设运营|组建|组织举办|发起成立|发"
            f"起|成立|设立)(?:的|了)?{OFFER}{GAP}{{0,12}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "A主办C",
        0.88,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            "(?<![托、和与及以])(?P<target>"
            f"{many(kind('Zone', 'University', 'ResearchInstitute', 'Company', 'District', 'City'))}){SO}(?:建设|"
            f"打造|布局打造|建成|搭建|布局建设|规划建设|高标准建设|获批建设|启动建设)(?:的|了)?{GAP}{{0,8}}?(?P<so"
            f"urce>{many(MADE, loose=True)})(?!三位一体)"
        ),
        "A建设C",
        0.78,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?:^|[，。；：、]){SO}(?:建设|打造|布局打造|建成|搭建|设立|成立|创办|举办|布局建设|规划建设|组建|主"
            f"办|承办|发起成立|牵头成立|牵头组建)(?:的|了)?{OFFER}{GAP}{{0,8}}?(?P<source>{many(MADE, loose=True)}"
            ")"
        ),
        "建设C（承前）",
        0.82,
        topic="target",
        who="Zone City District University Company ResearchInstitute Incubator Alliance",
    ),
    cue(
        "BUILT_BY",
        (
            f"(?:^|[，。；：、])(?:双方|三方|各方|两地|两市)?{SO}(?:{TOGETHER}+{BUILD}+|共建|合建)(?:的|了)?{GAP}"
            f"{{0,8}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "共建C（承前）",
        0.86,
        topic="target",
        who="Zone City District University Company ResearchInstitute Lab Incubator Alliance GovernmentBody",
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<source>{many(MADE)}){ETC}(?:为|是|系)(?P<target>{many(BUILDER)})(?:{TOGETHER})?(?:组建|建设|创建"
            "|设立|成立|共建|主办|打造|创办)的"
        ),
        "C是A组建的",
        0.92,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<source>{MADE})[：:，](?P<target>{many(BUILDER)})(?:{TOGETHER})?(?:组建|建设|创建|设立|成立|主办|"
            "共建|创办)的"
        ),
        "C：A组建的",
        0.92,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?<![托、和与及以])(?P<target>{many(BUILDER)})(?:{TOGETHER})?(?:组建|建设|创建|设立|成立|主办|共建|"
            f"打造|创办)的(?P<source>{MADE})"
        ),
        "A组建的C",
        0.92,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (f"(?P<target>{BUILDER})（(?:理事长|牵头|组长|主任|盟主|依托|建设|承建|主办|运营)(?:单位|方|企业)）"),
        "A（牵头单位）",
        0.9,
        topic="source",
        who="Alliance Lab ResearchInstitute ServiceAgency Incubator",
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<target>{many(BUILDER)})(?:为|是|作为|担任)(?:其|主要|第一)*(?:承建|建设|牵头|主办|共建|运营|组建"
            "|管理|发起)单位"
        ),
        "A为建设单位",
        0.9,
        topic="source",
        who="Lab ResearchInstitute ServiceAgency Incubator Event Zone Alliance",
    ),
    cue(
        "BUILT_BY",
        (f"[，；、](?P<target>{many(BUILDER)}){ETC}(?:联合|共同)?(?:主办|承办|协办)(?=[，。；、]|$)"),
        "A承办（承前）",
        0.88,
        topic="source",
        who="Event",
    ),
    cue(
        "BUILT_BY",
        (
            "(?:主办|承办|牵头|建设|运营|承建|共建|发起)(?:单位|方)(?:为|是|：|有|包括)(?P<target>"
            f"{many(BUILDER)})(?![\u4e00-\u9fff])"
        ),
        "建设单位：A",
        0.92,
        topic="source",
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"^(?P<target>{kind('Zone', 'City')})：(?:{SO}(?:支持|推动|鼓励))?(?:{SO})(?:建设|设立|成立|举办|打造|"
            f"组建|搭建)(?:的|了)?{GAP}{{0,12}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "Z：建设C",
        0.85,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?<![在于户驻与和、])(?P<source>{MADE}){BRACKET}(?:{GAP}{{1,8}}，)?(?:是|系|，)?由(?P<target>"
            f"{many(BUILDER, join=_WITH)}){ETC}{GAP}{{0,4}}(?:{TOGETHER}|和|、)*{RUN}(?!(?:的|了)?{GAP}{{0,8}}{MADE})"
        ),
        "C由A联合B建设",
        0.92,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        f"(?P<source>{MADE})（(?:由)?(?P<target>{many(BUILDER)}){ETC}(?:负责|{TOGETHER})?{RUN}）",
        "C（A运营）",
        0.88,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            "(?:^|[，。；：])(?<!牵头，)(?:并|还|将|已|同时)?(?:联合|携手|会同|与|和|同)(?P<target>"
            f"{many(BUILDER)}){ETC}{SO}"
            f"{TOGETHER}*{BUILD}+(?:的|了)?{GAP}{{0,10}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "联合B共建C（承前）",
        0.88,
        topic="target",
        who="Zone City University Company ResearchInstitute Lab GovernmentBody",
        home=True,
        joint=True,
        plus=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?:双方|三方|各方|两地|两市|各自|将){SO}在{AREA}{GAP}{{0,4}}(?:{TOGETHER}+{BUILD}+|共建|合建)(?:的|了)?"
            f"{GAP}{{0,10}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "在Z共建C（承前）",
        0.88,
        topic="target",
        who="City District University Company ResearchInstitute Lab GovernmentBody",
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<target>{many(BUILDER)})(?:当选|担任|作为|任|为)(?:了)?(?P<source>{kind('Alliance')})(?:的|首届)?"
            "(?:理事长|盟主|牵头|会长|主席)(?:单位|企业|方)?"
        ),
        "A担任C的理事长单位",
        0.88,
    ),
    cue(
        "BUILT_BY",
        f"(?:^|[，。；：])(?P<target>{many(BUILDER)}){ETC}{SO}(?:参与|协助|共同参与|联合参与)(?:共建|建设|组建)("
        "?:的)?(?=[，。；]|$)",
        "A参与共建（承前）",
        0.86,
        topic="source",
        who="Lab ResearchInstitute ServiceAgency Incubator Zone Alliance",
    ),
)

JOINTLY: tuple[Cue, ...] = (
    cue(
        "BUILT_BY",
        (
            f"(?:依托|牵头|承建|建设)单位(?:为|：)(?P<target>{many(BUILDER)}{ETC}[；，。]?(?:共建|参建|合作|联合"
            "共建|参与)"
            f"单位(?:为|：|有|包括){many(BUILDER)})"
        ),
        "依托单位：A；共建单位：B",
        0.88,
        topic="source",
        who="Lab ResearchInstitute ServiceAgency Incubator",
        joint=True,
    ),
)
