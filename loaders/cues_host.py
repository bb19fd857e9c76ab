"""Cues of hosts and holders: managers of funds, seats, clusters and their leading firms, what stands in a zone."""

from __future__ import annotations

from loaders.clauses import GAP, kind
from loaders.patterns import (
    AREA,
    BUILDER,
    ETC,
    MADE,
    OFFER,
    ORG,
    PILLAR,
    RUN,
    SITED,
    SO,
    Cue,
    cue,
    many,
)

_BODIES = kind("Lab", "ResearchInstitute", "ServiceAgency", "Incubator", "Alliance")
_ON = f"(?:以{many(PILLAR)}{ETC}为{GAP}{{1,6}}|依托{many(PILLAR)}{ETC})"

_GROWS = f"(?:^|[，。；：]|{many(PILLAR)}{ETC}){SO}(?:培育壮大|培育|形成|壮大|做强|打造|建设)(?:了|成)?{GAP}{{0,8}}?"
HOSTS: tuple[Cue, ...] = (
    cue(
        "BUILT_BY",
        (
            f"(?<!在)(?P<target>{many(BUILDER)}){ETC}{SO}(?:在{GAP}{{0,2}}{AREA}{GAP}{{0,4}})?(?:联合|共同)?"
            f"(?:召开|举行)(?:的|了)?{OFFER}{GAP}{{0,6}}?(?P<source>{kind('Event')})"
        ),
        "A召开C",
        0.86,
    ),
    cue(
        "BUILT_BY",
        f"{_GROWS}(?P<source>{many(kind('Cluster'))})",
        "培育C（承前）",
        0.84,
        topic="target",
        who="Zone City District",
    ),
    cue(
        "LOCATED_IN",
        f"{_GROWS}(?P<source>{many(kind('Cluster'))})",
        "培育C（承前）",
        0.82,
        topic="target",
        who="Zone District",
    ),
    cue(
        "BUILT_BY",
        f"(?:^|[，；。：的])(?P<target>{many(BUILDER)}){ETC}(?:担任|作为|为|任)(?:基金)?(?:管理人|管理机构|运营方|运营机构)",
        "A担任管理人（承前）",
        0.88,
        topic="source",
        who="Fund Incubator",
        near=True,
    ),
    cue(
        "PART_OF",
        f"(?P<target>{kind('Company')})(?:全资|控股|参股|投资设立|出资设立)的(?P<source>{kind('Company')})",
        "A全资的B",
        0.9,
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[，。；：])(?:公司|基金)?(?:注册地为|注册地在|注册于|注册在|落址于?|选址于?|选址在)(?P<target>{AREA})",
        "注册地为B（承前）",
        0.86,
        topic="source",
        who="Fund Company Lab Incubator ResearchInstitute ServiceAgency Zone",
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<target>{kind('City', 'Zone', 'District')}){SO}{_ON}，?"
            f"{SO}(?:建设|打造|培育|创建|组建|设立)(?:的|了)?{GAP}{{0,8}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "Z以A为依托打造C",
        0.85,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<target>{kind('Zone')}){SO}{_ON}，?"
            f"{SO}(?:建设|打造|培育|创建|组建|设立)(?:的|了)?{GAP}{{0,8}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "Z以A为依托打造C",
        0.82,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?:^|[，。；：])(?P<all>{many(kind('City', 'Zone', 'District'))})(?:[两三四五六][地市区园])?{SO}"
            "(?:互认|互通|互联互通|共享|互派|互设)"
        ),
        "A、B互认",
        0.86,
        shape="pairs",
    ),
    cue(
        "BUILT_BY",
        (
            "(?:^|[，；：。])(?:链长|链主|盟长|盟主|牵头|龙头|促进)(?:单位|企业|机构)(?:为|是|：|包括)?"
            f"(?P<target>{many(BUILDER)})(?=[，。；（）]|$)"
        ),
        "链主企业A（承前）",
        0.86,
        topic="source",
        who="Cluster",
    ),
    cue(
        "RELIES_ON",
        f"以(?P<target>{many(kind('Zone'))}){ETC}为(?:核心|主要|重点)?(?:承载区|承载地|载体|集聚区)",
        "以Z为承载区（承前）",
        0.85,
        topic="source",
        who="Cluster Lab",
    ),
    cue(
        "RELIES_ON",
        f"以(?P<target>{many(kind('Zone'))}){ETC}为(?:主要|重点|重要|基本)(?:载体|支撑|依托|平台)",
        "以Z为重点载体（承前）",
        0.84,
        topic="source",
        who="Zone",
    ),
    cue(
        "LOCATED_IN",
        f"以(?P<target>{many(kind('Zone'))}){ETC}为(?:核心|主要|重点)?(?:承载区|承载地|载体|集聚区)",
        "以Z为承载区（承前）",
        0.85,
        topic="source",
        who="Cluster",
    ),
    cue(
        "BUILT_BY",
        f"由{BUILDER}{SO}{RUN}[、，](?:由)?(?P<target>{BUILDER})(?:负责|共同|具体)*{RUN}(?=[，。；])",
        "由A建设、B运营（承前）",
        0.86,
        topic="source",
        who="Lab ResearchInstitute ServiceAgency Incubator Zone Event Fund",
    ),
    cue(
        "BUILT_BY",
        f"(?:^|[，；。：])(?:股东|出资|发起)(?:单位|方|企业)?(?:有|为|包括|是|：)(?P<target>{many(BUILDER)})(?=[，。；（）]|$)",
        "股东单位有A（承前）",
        0.86,
        topic="source",
        who="Lab ResearchInstitute ServiceAgency Incubator Fund Company",
    ),
    cue(
        "BUILT_BY",
        (
            f"(?:^|[。；，：])(?P<target>{many(BUILDER)})(?:所办|{SO}(?:签约|联合|共同|合作)(?:设立|共建|建设|组建|成立|创办))"
            "(?=[，。；])"
        ),
        "A与B签约设立（承前）",
        0.85,
        topic="source",
        who="Lab ResearchInstitute ServiceAgency Incubator",
        joint=True,
    ),
    cue(
        "RELIES_ON",
        f"依托(?P<target>{many(PILLAR)}){ETC}的(?P<source>{_BODIES})",
        "依托B的A",
        0.88,
    ),
    cue(
        "LOCATED_IN",
        (f"(?P<source>{SITED})(?:于)?(?:20\\d\\d年)?(?:整体|整建制|正式)*(?:入驻|迁入|落户于?|落户)(?P<target>{AREA})"),
        "A入驻B",
        0.9,
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[，。；：与和同])(?:区|园|园区)内的(?P<source>{many(SITED)})",
        "区内的A（承前）",
        0.86,
        topic="target",
        who="Zone",
    ),
    cue(
        "RELIES_ON",
        f"(?:^|[，；])(?P<target>{many(PILLAR)})(?:为|任|担任|当选)(?:该?联盟)?(?:的)?盟主",
        "A为盟主（承前）",
        0.86,
        topic="source",
        who="Alliance",
        near=True,
    ),
    cue(
        "MEMBER_OF",
        f"(?:^|[，；])(?P<source>{many(ORG)})(?:等{GAP}{{0,6}})?(?:为|任|担任|当选)(?:该?联盟)?(?:的)?(?:盟主|盟员|会员)",
        "A为盟员（承前）",
        0.88,
        topic="target",
        who="Alliance",
        near=True,
    ),
    cue(
        "LOCATED_IN",
        f"(?P<source>{kind('Company')}){SO}在(?P<target>{kind('Zone')}){GAP}{{0,4}}(?:投资)?(?:建设|投资|布局)",
        "公司在Z建设",
        0.82,
    ),
)
