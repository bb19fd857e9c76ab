"""Cues of leading and taking part: who leads and who joins, whose units an alliance lists, what a city makes strong."""

from __future__ import annotations

from loaders.clauses import ANY, GAP, kind
from loaders.patterns import (
    AREA,
    BRACKET,
    BUILD,
    BUILDER,
    ETC,
    INDUSTRY,
    MADE,
    ORG,
    PILLAR,
    RUN,
    SITED,
    SO,
    TOGETHER,
    TRADE,
    Cue,
    cue,
    many,
)

_JOINS = "(?:共同|联合|协同|配合|作为)*(?:参与|参加|配合|协同|协助|支持)"
# 由A牵头、B参与
_LED = f"{BUILDER}{BRACKET}{GAP}{{0,3}}牵头[，、](?:联合)?{many(BUILDER)}{ETC}{_JOINS}"
_BODIES = kind("Lab", "ResearchInstitute", "ServiceAgency", "Incubator", "Alliance")
_RELYING = kind("Lab", "ResearchInstitute", "Zone", "Incubator", "Alliance", "ServiceAgency", "Cluster")
_FIELDS = many(INDUSTRY, TRADE)

LED: tuple[Cue, ...] = (
    cue(
        "BUILT_BY",
        f"(?<![在于户驻与和、])(?P<source>{MADE})(?:，|：)?(?:是|系)?由(?P<target>{_LED})(?:{TOGETHER}|{RUN})",
        "C由A牵头、B参与建设",
        0.9,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<target>{_LED})，?(?:在{AREA}{GAP}{{0,4}})?{SO}{TOGETHER}*{BUILD}+(?:的|了)?{GAP}{{0,10}}?"
            f"(?P<source>{MADE})"
        ),
        "A牵头、B参与，建设C",
        0.9,
        joint=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"{BUILD}+(?:的|了)?{GAP}{{0,10}}?(?P<source>{kind('Lab', 'ResearchInstitute', 'Alliance')})，"
            f"(?P<target>{many(BUILDER)}){ETC}(?:共同|联合|协同)?(?:参与|参加)(?:建设|共建|组建)?(?=[，。；]|$)"
        ),
        "建设C，B参与",
        0.85,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?<![在于户驻与和、])(?P<source>{MADE})(?:，|：)?由(?P<target>{BUILDER}){BRACKET}(?:联合|会同|携手|协同|与|和|、)[^，。；]{{2,20}}?"
            "(?:联合|共同|合作)?(?:组建|共建|建设|设立|成立|打造|运营)(?=[，。；]|$)"
        ),
        "C由A联合（others）组建",
        0.88,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<target>{BUILDER}{BRACKET}(?:要|应|将)?会同{many(BUILDER)}){ETC}{SO}(?:办好|举办|组织|承办|主办)"
            f"(?:了)?{GAP}{{0,8}}?(?P<source>{kind('Event')})"
        ),
        "A会同B办好C",
        0.88,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?P<source>{BUILDER}){BRACKET}(?:要|应|将)?会同(?P<target>{many(BUILDER)}){ETC}{SO}"
            "(?:办好|举办|承办|主办|开展|共建|建设|组建|签署)"
        ),
        "A会同B",
        0.82,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?P<source>{kind('University', 'Company', 'City', 'Zone', 'ResearchInstitute')}){SO}(?:与|和|同)"
            f"(?P<target>{many(BUILDER)}){SO}(?:合办|共办|联办|合作办学|联合培养)"
        ),
        "A与B合办",
        0.88,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?:牵头|参与|参加|联合|由|依托)[^。；]{{0,30}}?在(?P<target>{kind('City', 'District', 'Zone')})"
            f"{GAP}{{0,4}}"
            f"(?:建设|组建|设立|成立|共建|布局|筹建|创办)(?:的|了)?{GAP}{{0,8}}?"
            f"(?P<source>{many(kind('Lab', 'ResearchInstitute', 'Incubator', 'ServiceAgency'), loose=True)})"
        ),
        "在B组建A",
        0.88,
    ),
    cue(
        "MEMBER_OF",
        (
            "(?:^|[，；、：（])(?:副)?(?:理事长|会长|秘书长|常务理事|理事|成员|发起|盟主)单位(?:为|是|：|有|包括)?"
            f"(?P<source>{many(ORG)})"
        ),
        "理事长单位A（承前）",
        0.9,
        topic="target",
        who="Alliance",
    ),
    cue(
        "BUILT_BY",
        (
            "(?:^|[，；：（])(?:首届)?(?:理事长|牵头|盟主)单位(?:为|是|：)?"
            f"(?P<target>{many(BUILDER)})(?![\u4e00-\u9fff])"
        ),
        "理事长单位A（承前）",
        0.86,
        topic="source",
        who="Alliance",
        near=True,
    ),
    cue(
        "RELIES_ON",
        f"(?P<source>{many(_RELYING)})分别(?:由|以)?依托(?P<target>{many(PILLAR)})",
        "A、B分别依托C、D",
        0.92,
    ),
    cue(
        "RELIES_ON",
        (
            f"(?P<source>{kind('Zone', 'Lab', 'Alliance', 'ResearchInstitute', 'Cluster', 'Incubator')})(?:，|要|将)?以"
            f"(?P<target>{many(PILLAR)}){ETC}为(?:主要)?(?:技术|科技|人才|智力|科研)(?:依托|支撑|支持)"
        ),
        "A以B为技术支撑",
        0.88,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<target>{kind('Company', 'ResearchInstitute')}){SO}(?:承担建设|承建|牵头承建|负责建设)(?:的|了)?"
            f"{GAP}{{0,6}}?(?P<source>{many(kind('Lab', 'ServiceAgency', 'Zone', 'Incubator'), loose=True)})"
        ),
        "A承建C",
        0.88,
    ),
    cue(
        "FOCUSES_ON",
        (
            "(?:^|[，；。]|要)(?:继续|持续|着力|大力|加快|全力|重点|积极)?(?:做大做强|做强做优|做大|做强|做优|培育壮大|"
            f"改造提升|巩固提升)(?:了)?{GAP}{{0,4}}?(?P<target>{_FIELDS}){ETC}{GAP}{{0,6}}?(?:产业|集群|产业链)"
        ),
        "做大I等产业集群（承前）",
        0.84,
        topic="source",
        who="Zone City",
        home=True,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"为(?:主导|支柱|核心|龙头|重点|主体)产业，(?:以)?(?P<target>{_FIELDS}){ETC}"
            f"{GAP}{{0,4}}为(?:支撑|配套|补充|特色|辅|延伸|潜力)"
        ),
        "以I为主导产业，J为特色产业",
        0.88,
        topic="source",
        who="Zone City Cluster",
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<source>{many(SITED)}){ETC}{SO}(?:整体)?(?:搬迁至|搬迁到|迁入|迁至|迁建至|迁往|搬入)"
            f"(?P<target>{AREA})(?![、与和同{ANY[1:-1]}])"
        ),
        "A迁入B",
        0.9,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<target>{many(BUILDER)}){ETC}(?:共同|联合)?(?:主办|指导)[，、](?:由)?{many(BUILDER)}{ETC}(?:共同|联合)?"
            f"(?:承办|协办|组织)的{GAP}{{0,6}}?(?P<source>{kind('Event')})"
        ),
        "A主办、B承办的C",
        0.9,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<target>{kind('City', 'Zone', 'District', 'GovernmentBody')}{SO}(?:引进|引入|携手|牵手|联手)(?:了)?"
            f"{many(PILLAR)}){ETC}，(?:双方)?{SO}(?:{TOGETHER}+{BUILD}+|共建|合建)(?:的|了)?{GAP}{{0,8}}?(?P<source>{MADE})"
        ),
        "Z引进A，共建C",
        0.88,
        joint=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?:支持|推动|鼓励|引导)(?P<source>{BUILDER})(?:联合|携手|会同)(?P<target>{many(BUILDER)}){ETC}{SO}"
            f"(?:{BUILD}|创办)"
        ),
        "支持A联合B创办",
        0.85,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?:支持|推动|鼓励|引导)(?P<target>{BUILDER}(?:联合|携手|会同){many(BUILDER)}){ETC}{SO}"
            f"(?:{BUILD}|创办)(?:的|了)?{GAP}{{0,8}}?(?P<source>{MADE})"
        ),
        "支持A联合B创办C",
        0.9,
    ),
    cue(
        "MEMBER_OF",
        f"(?P<source>{ORG})牵头(?:组建|成立|发起|筹建)?的(?P<target>{kind('Alliance')})",
        "A牵头的联盟",
        0.9,
    ),
    cue(
        "RELIES_ON",
        (
            "(?:^|[，。；：])(?:联盟)?(?:秘书处|办公室|会址)(?:现|将)?(?:挂靠|依托|挂靠在|依托于)"
            f"(?P<target>{many(PILLAR)})"
        ),
        "秘书处挂靠B（承前）",
        0.88,
        topic="source",
        who="Alliance",
        near=True,
    ),
    cue(
        "BUILT_BY",
        (
            f"{BUILD}+(?:的|了)?{GAP}{{0,8}}?(?P<source>{MADE})，(?:并)?(?:委托|交由|交给)(?P<target>{many(BUILDER)})"
            "(?:负责|具体)*(?:运营|管理|建设|运行)"
        ),
        "建设C，委托A运营",
        0.9,
    ),
    cue(
        "BUILT_BY",
        f"由(?P<target>{many(BUILDER)}){ETC}(?:派员|共同|联合)*(?:共管|代管|托管|管理)(?=[，。；]|$)",
        "由A共管（承前）",
        0.86,
        topic="source",
        who="Zone Lab Incubator ServiceAgency Fund",
        joint=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?P<source>{BUILDER}){SO}(?:与|和|同)(?P<target>{BUILDER})(?:实行|实现)?(?:一体化?(?:运行|运营|建设|推进)"
            "|结成|结为|派员共管)"
        ),
        "A与B一体运行",
        0.86,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{kind('City', 'Zone')}){SO}(?:依托|以){many(PILLAR)}{ETC}，?{SO}(?:重点|大力|着力|加快)*"
            f"(?:发展|培育|布局|壮大|做大做强|主攻){GAP}{{0,6}}?(?P<target>{_FIELDS})"
        ),
        "Z依托A发展I",
        0.87,
    ),
)
