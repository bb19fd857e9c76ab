"""Cues of reliance and of membership."""

from __future__ import annotations

from loaders.clauses import GAP, kind
from loaders.patterns import (
    BRACKET,
    BUILDER,
    ETC,
    INDUSTRY,
    MADE,
    ORG,
    PILLAR,
    SO,
    TRADE,
    Cue,
    cue,
    many,
)

_RELYING = kind("Lab", "ResearchInstitute", "Zone", "Incubator", "Alliance", "ServiceAgency", "Programme", "Cluster")
RELIANCE: tuple[Cue, ...] = (
    cue(
        "RELIES_ON",
        (
            f"(?P<source>{kind('Lab', 'ResearchInstitute', 'ServiceAgency', 'Incubator', 'Alliance')})(?:，|：|（|"
            f"的)?(?:主要|共同)?依托单位(?:为|是|：|有|包括|名称：)?(?P<target>{many(PILLAR)})"
        ),
        "依托单位：B",
        0.95,
    ),
    cue(
        "RELIES_ON",
        f"(?P<target>{many(PILLAR)})(?:为|是|作为)(?:主要)?依托单位",
        "B为依托单位",
        0.9,
        topic="source",
        who="Lab ResearchInstitute ServiceAgency Incubator",
    ),
    cue(
        "RELIES_ON",
        (
            f"依托(?P<target>{many(PILLAR)}){ETC}{SO}(?:建设|组建|共建|设立|成立|打造|创建|加快|启动|实施|推进|筹"
            f"建)(?:的|了)?{GAP}{{0,12}}?(?P<source>"
            f"{_RELYING}"
            ")"
        ),
        "依托B建设A",
        0.92,
    ),
    cue(
        "RELIES_ON",
        (
            f"以(?P<target>{many(PILLAR)}){ETC}[^，。；：]{{0,24}}为(?:重点|主要|核心|建设)?(?:依托|主体|支撑|盟主"
            f"企业|盟主|牵头单位)(?:，|建设|、|[^，。；]){{0,30}}?(?:建设|组建|打造|加快){GAP}{{0,10}}?(?P<source>"
            f"{many(_RELYING, loose=True)}"
            ")"
        ),
        "以B为依托建设A",
        0.88,
    ),
    cue(
        "RELIES_ON",
        (
            f"(?P<source>{many(INDUSTRY, TRADE)}{ETC}|"
            f"{kind('City')}|{_RELYING}"
            f")(?:：|，|是|要|将|应|、)?(?:重点|紧紧|主要|充分)?(?:依托|依靠)(?P<target>{many(PILLAR)})"
            f"(?!{ETC}{SO}(?:建设|组建|打造|成立|设立){GAP}{{0,10}}{MADE})"
        ),
        "A依托B",
        0.92,
    ),
    cue(
        "RELIES_ON",
        (
            "(?:^|[，。；：])(?:园区|基地|中心|平台|实验室|联盟|研究院|产业园)?(?:将|要)?(?:重点|紧紧|主要|充分|"
            f"紧密)?依托(?P<target>{many(PILLAR, '(?:核心区|的)?')})(?!{GAP}{{0,12}}(?:建设|打造|组建|共建|启动)"
            f"{GAP}{{0,10}}{MADE})"
        ),
        "依托B（承前）",
        0.82,
        topic="source",
        who="City Zone Lab Alliance ResearchInstitute Incubator Region ServiceAgency",
    ),
    cue(
        "RELIES_ON",
        (
            "(?P<source>"
            f"{kind('City', 'Zone', 'Lab', 'Alliance', 'Cluster', 'ResearchInstitute', 'ServiceAgency', 'Industry')}"
            f")(?:产业)?(?:：|，|要|将)?以(?P<target>{many(PILLAR)}){ETC}为(?:重点|主要|核心)?(?:依托|主体|支撑|载"
            f"体)(?!企业，|，{GAP}{{0,12}}为依托)"
        ),
        "A以B为依托",
        0.9,
    ),
)

MEMBERSHIP: tuple[Cue, ...] = (
    cue(
        "MEMBER_OF",
        (
            f"(?P<target>{kind('Alliance')})(?:现|目前|首批)?由(?P<source>{many(ORG)})(?:等|以?及{GAP}{{0,14}})?(?"
            f":{GAP}{{0,10}})?(?:共同)?(?:组成|构成|发起|组建|成立)"
        ),
        "C由A、B组成",
        0.95,
    ),
    cue(
        "MEMBER_OF",
        (
            f"(?:联盟|俱乐部)(?:现|目前|首批)?由(?P<source>{many(ORG)})(?:等|以?及{GAP}{{0,14}})?(?:{GAP}{{0,10}})"
            "?(?:共同)?(?:组成|构成|发起|组建|成立)"
        ),
        "联盟由A、B组成（承前）",
        0.93,
        topic="target",
        who="Alliance",
    ),
    cue(
        "MEMBER_OF",
        (
            f"(?P<target>{kind('Alliance')})?(?:的)?(?:核心|首批|发起|创始|主要)?(?:成员|理事|发起|副理事长|理事长"
            f"|参与)单位{GAP}{{0,4}}(?:包括|有|为|：|由|涵盖)(?P<source>{many(ORG)})"
        ),
        "成员单位包括A",
        0.93,
        topic="target",
        who="Alliance",
    ),
    cue(
        "MEMBER_OF",
        (f"(?P<source>{many(ORG)}){ETC}{GAP}{{0,8}}(?:加入|加盟|入盟|入会)(?:到|了)?(?P<target>{kind('Alliance')})?"),
        "A加入C",
        0.93,
        topic="target",
        who="Alliance",
    ),
    cue(
        "MEMBER_OF",
        (
            f"(?P<source>{many(ORG)}){ETC}{GAP}{{0,6}}(?:当选|担任|作为|成为|为|任)(?:了)?(?P<target>"
            f"{kind('Alliance')})(?:的)?{GAP}{{0,6}}(?:理事长|副理事长|理事|成员|会长|盟主|秘书长|牵头|主席)"
        ),
        "A担任C的理事长单位",
        0.93,
    ),
    cue(
        "MEMBER_OF",
        (
            f"(?P<source>{many(ORG)}){ETC}{SO}(?:共同|联合|牵头|合作|携手)*(?:发起成立|发起组建|发起设立|发起|组建"
            f"|成立|组成|创建|共建|建立)(?:的|了)?{GAP}{{0,6}}?(?P<target>{kind('Alliance')})"
        ),
        "A、B发起成立C",
        0.92,
    ),
    cue(
        "MEMBER_OF",
        (
            f"由(?P<source>{ORG}{BRACKET}{GAP}{{0,4}}(?:牵头|发起){GAP}{{0,8}}，(?:并|同时)?(?:联合|会同|携手|协同"
            f"){many(ORG)}){ETC}{GAP}{{0,6}}(?:发起|组建|成立|设立|组成|共建)"
        ),
        "由A牵头联合B发起（承前）",
        0.9,
        topic="target",
        who="Alliance",
    ),
    cue(
        "MEMBER_OF",
        (
            f"(?P<source>{many(ORG)})(?:当选|担任|为|任|作为)(?:了)?(?:联盟|首届|第一届)*(?:副理事长|理事长|理事|"
            "会长|盟主|秘书长|成员)单位"
        ),
        "A担任理事长单位（承前）",
        0.9,
        topic="target",
        who="Alliance",
    ),
    cue(
        "MEMBER_OF",
        (f"(?P<source>{BUILDER})（(?:理事长|副理事长|会长|组长|盟主|秘书长)(?:单位|方|企业)）"),
        "A（理事长单位）",
        0.92,
        topic="target",
        who="Alliance",
    ),
)
