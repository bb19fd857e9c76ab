"""Cues of reliance and of membership."""

from __future__ import annotations

from loaders.clauses import ANY, GAP, kind
from loaders.patterns import (
    BRACKET,
    BUILDER,
    ETC,
    INDUSTRY,
    MADE,
    ORG,
    PILLAR,
    RELYING,
    SO,
    TOGETHER,
    TRADE,
    Cue,
    cue,
    many,
)

# The place before a comma that only tells where the thing stands: 甲落户乙，依托丙.
_STANDS = "[在于户驻处址到至落]"
RELIANCE: tuple[Cue, ...] = (
    cue(
        "RELIES_ON",
        (
            f"(?P<source>{kind('Lab', 'ResearchInstitute', 'ServiceAgency', 'Incubator', 'Alliance')})(?:"
            "，|：|（|"
            f"的)?(?:主要|共同)?依托单位(?:为|是|：|有|包括|名称：)?(?P<target>{many(PILLAR)})"
        ),
        "依托单位：B",
        0.95,
    ),
    cue(
        "RELIES_ON",
        (
            f"(?:^|[，。；：])(?:重点|充分|紧紧|主要)?(?:依托|依靠)(?P<target>{many(PILLAR)}){ETC}{GAP}{{0,8}}?，"
            f"(?P<source>{kind('City', 'Zone', 'District')}){SO}"
            "(?:建设|打造|做强|做大|做优|发展|培育|壮大|布局|构建|形成|推动)"
        ),
        "依托B，A发展",
        0.84,
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
            f"依托(?P<target>{many(PILLAR)}){ETC}(?:、[^，。；：、的{ANY[1:-1]}]{{2,8}}?)?，?{SO}{TOGETHER}?(?:建设|组建|共建|设立|成立|打造|创建|加快|启动|培育|形成|布局|规划|搭建|发展|"
            "实施|推进|筹"
            f"建)(?:的|了)?(?!）){GAP}{{0,12}}?(?P<source>"
            f"{many(RELYING, loose=True)}"
            ")"
        ),
        "依托B建设A",
        0.85,
    ),
    cue(
        "RELIES_ON",
        (
            f"以(?P<target>{many(PILLAR)}){ETC}[^，。；：]{{0,24}}为(?:重点|主要|核心|建设)?(?:依托|主体|"
            "支撑|盟主"
            f"企业|盟主|牵头单位)(?:，|建设|、|[^，。；]){{0,30}}?(?:共?建设|组建|共建|打造|加快|成立|设立|创建|"
            f"发起){GAP}{{0,10}}?(?"
            "P<source>"
            f"{many(RELYING, loose=True)}"
            ")"
        ),
        "以B为依托建设A",
        0.8,
    ),
    cue(
        "RELIES_ON",
        (
            f"(?P<source>(?:(?<=[，。；：])|^)(?<!依托){many(INDUSTRY, TRADE)}{ETC}|"
            f"{kind('City')}|{RELYING}"
            f")(?:：|(?<!{_STANDS}{ANY})，|是|要|将|应|、)?(?:重点|紧紧|主要|充分)?(?:依托|依靠)(?P<target>{many(PILLAR)})"
            f"(?!{ETC}，?{SO}(?:建设|组建|筹建|共建|创建|布局|申报|争创|打造|成立|设立)+了?{GAP}{{0,10}}{MADE})(?!的{ANY})"
        ),
        "A依托B",
        0.92,
    ),
    cue(
        "RELIES_ON",
        (
            "(?:^|[，。；：])(?:园区|基地|中心|平台|实验室|联盟|研究院|产业园|[东西南北中]{1,2}(?:区|部|片区))?(?:将|要)?(?:重点|紧紧|主"
            "要|充分|"
            f"紧密)?依托(?P<target>{many(PILLAR, '(?:核心区|的)?')})(?!对[^，。]国?合作)"
            f"(?!的?{ANY})(?![^。；]{{0,20}}，?("
            "?:建设|打造|组建|共"
            "建|筹建|启动|培育|布局|搭建|设立|成立|形成|创建)"
            f"(?:{GAP}{{0,10}}(?:{MADE}|{kind('Programme')})|[^，。；]{{2,16}}(?:中心|实验室|平台|基地|研究院|装置|园)))"
        ),
        "依托B（承前）",
        0.82,
        topic="source",
        who="City Zone District Lab Alliance ResearchInstitute Incubator Region ServiceAgency Programme Cluster",
    ),
    cue(
        "RELIES_ON",
        (
            "(?P<source>"
            f"{kind('City', 'Zone', 'Lab', 'Alliance', 'Cluster', 'ResearchInstitute', 'ServiceAgency', 'Industry')}"
            f")(?:产业)?(?:：|，|要|将)?以(?P<target>{many(PILLAR)}){ETC}为(?:重点|主要|核心)?(?:依托|主"
            "体|支撑|载"
            f"体)(?!企业，|，{GAP}{{0,12}}为依托|，?(?:打造|建设|组建|创建|培育|成立|共建){GAP}{{0,10}}{MADE})"
        ),
        "A以B为依托",
        0.9,
    ),
    cue(
        "RELIES_ON",
        f"以(?P<target>{many(PILLAR)}){ETC}为(?:主体|依托|基础)(?:建设|组建|打造|成立|筹建)的(?P<source>{RELYING})",
        "以B为主体建设的A",
        0.88,
    ),
    cue(
        "RELIES_ON",
        f"(?P<source>{RELYING})（(?:主要)?依托(?:单位)?[：:]?(?P<target>{many(PILLAR)})）",
        "A（依托B）",
        0.88,
    ),
    cue(
        "RELIES_ON",
        f"(?:[，、；]|批准)(?:由)?依托(?P<target>{many(PILLAR)}){ETC}(?:建设|组建|成立|设立|共建)的"
        f"(?!{kind('Lab', 'ResearchInstitute', 'ServiceAgency', 'Incubator')})",
        "依托B建设的（承前）",
        0.86,
        topic="source",
        who="Lab ResearchInstitute ServiceAgency Incubator Alliance",
    ),
    cue(
        "RELIES_ON",
        f"(?:^|；|，(?![^（）]*）)|(?<!{ANY})（)(?:主要)?依托单位(?:分别为|为|是|：|还有|有|包括)(?P<target>{many(PILLAR)})",
        "依托单位为B（承前）",
        0.88,
        topic="source",
        who="Lab ResearchInstitute ServiceAgency Incubator Alliance",
    ),
)

# On whom a cluster or a place leans, told behind its heading or with its parts (以甲、乙为龙头; 东区以丙等央企为主体).
LEANING: tuple[Cue, ...] = (
    cue(
        "RELIES_ON",
        (
            f"(?:^|[，。；：])(?:[东西南北中]{{1,2}}(?:区|部|片区|片))?(?:重点|主要|充分)?以(?P<target>{many(PILLAR)})(?:、[^，。；：、{ANY[1:-1]}]{{2,10}})?{ETC}为(?:主要|重点|核心)?"
            f"(?:龙头|主体(?=，?(?:发展|加快发展|培育|主攻))|技术支撑|智力支撑|创新支撑|人才支撑|主要支撑|支撑)"
            f"(?:企业|单位)?(?=[，。；、]|$|带动|引领|发展|加快|培育|主攻)"
            f"(?!，?(?:打造|建设|组建|创建|培育|成立|共建){GAP}{{0,10}}{MADE})"
        ),
        "以B为龙头（承前）",
        0.84,
        topic="source",
        who="Cluster Zone City District",
    ),
    cue(
        "RELIES_ON",
        (
            f"(?P<source>{kind('Cluster', 'Zone', 'City', 'District')})(?:[^，。；：{ANY[1:-1]}]{{0,4}})?(?:将|要|：)?"
            f"以(?P<target>{many(PILLAR)}){ETC}为(?:主要|重点|核心)?(?:龙头|骨干|主体)(?:企业|单位)?，?(?:发展|带动|主攻|培育|重点发展)"
        ),
        "A以B为龙头",
        0.84,
    ),
)


MEMBERSHIP: tuple[Cue, ...] = (
    cue(
        "MEMBER_OF",
        (
            f"(?P<target>{kind('Alliance')})(?:现|目前|首批)?由(?P<source>{many(ORG)})(?:等|以?及{GAP}{{0"
            f",14}})?(?"
            f":{GAP}{{0,10}})?(?:共同)?(?:组成|构成|发起|组建|成立)"
        ),
        "C由A、B组成",
        0.95,
    ),
    cue(
        "MEMBER_OF",
        (
            f"(?:联盟|俱乐部)(?:现|目前|首批)?由(?P<source>{many(ORG)})(?:等|以?及{GAP}{{0,14}})?(?:{GAP}"
            f"{{0,10}})"
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
            f"(?P<target>{kind('Alliance')})?(?:的)?(?:核心|首批|发起|创始|主要)?(?:(?:成员|会员|理事|发起|"
            "副理事长|"
            "理事长"
            f"|参与)单位|成员(?=包括|有))(?:{GAP}{{0,10}}，(?:其中)?|{GAP}{{0,4}})(?:包括|有|为|：|由|涵"
            "盖)(?P<source>"
            f"{many(ORG)})"
        ),
        "成员单位包括A",
        0.93,
        topic="target",
        who="Alliance",
        near=True,
    ),
    cue(
        "MEMBER_OF",
        (
            f"(?P<source>{many(ORG)}){ETC}{GAP}{{0,8}}{SO}(?:加入|加盟|入盟|入会)(?:到|了)?(?P<target>"
            f"{kind('Alliance')})?"
        ),
        "A加入C",
        0.93,
        topic="target",
        who="Alliance",
        near=True,
    ),
    cue(
        "MEMBER_OF",
        (
            f"(?P<source>{many(ORG)}){ETC}{GAP}{{0,6}}(?:当选|担任|作为|成为|都是|均为|均是|为|任|是)(?:"
            "了)?(?P<target>"
            f"{kind('Alliance')})(?:的)?{GAP}{{0,6}}(?:理事长|副理事长|理事|成员|会长|盟主|秘书长|牵头|主席)"
        ),
        "A担任C的理事长单位",
        0.93,
    ),
    cue(
        "MEMBER_OF",
        (
            f"(?P<source>{many(ORG)}){ETC}{SO}(?:共同|联合|牵头|合作|携手)*(?:发起成立|发起组建|发起设立|"
            "发起|组建"
            f"|成立|组成|创建|共建|建立)(?:的|了)?{GAP}{{0,6}}?(?P<target>{kind('Alliance')})"
        ),
        "A、B发起成立C",
        0.92,
    ),
    cue(
        "MEMBER_OF",
        (
            f"由(?P<source>{ORG}{BRACKET}{GAP}{{0,4}}(?:牵头|发起){GAP}{{0,8}}，(?:并|同时)?(?:联合|会同|"
            "携手|协同"
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
            f"(?P<source>{many(ORG)}){ETC}(?:当选|担任|被?推选为|被?选举?为|获选为?|入选|为|任|作为)(?:了)?(?:"
            "为)?(?:该?联盟|首届|第一届|第[一二三四五]届)*(?:副理事长|理事"
            "长|理事|"
            "会长|盟主|秘书长|成员)单位"
        ),
        "A担任理事长单位（承前）",
        0.9,
        topic="target",
        who="Alliance",
        near=True,
    ),
    cue(
        "MEMBER_OF",
        (f"(?P<source>{BUILDER})（(?:理事长|副理事长|会长|组长|盟主|秘书长)(?:单位|方|企业)）"),
        "A（理事长单位）",
        0.92,
        topic="target",
        who="Alliance",
    ),
    cue(
        "MEMBER_OF",
        f"(?:吸纳|吸收|邀请|联合|组织|接纳)(?P<source>{many(ORG)}){ETC}(?:参加|加入|入盟|参与|加盟)",
        "吸纳A参加",
        0.88,
        topic="target",
        who="Alliance",
        near=True,
    ),
    cue(
        "RELIES_ON",
        (
            f"以(?P<target>{many(kind('Zone'))}){ETC}为(?:基础|主体|依托)，?(?:分别)?(?:设立|组建|成立|创建|整合)(?!的)"
            f"{GAP}{{0,24}}(?:，)?(?:名称为|定名为|命名为|更名为)(?P<source>{many(kind('Zone'), loose=True)})"
        ),
        "以B为基础设立A",
        0.88,
    ),
    cue(
        "RELIES_ON",
        f"(?P<source>{kind('Zone')})(?:是|将)?以(?P<target>{many(kind('Zone'))}){ETC}为(?:基础|依托)(?=[，。；组建设])",
        "A以B为基础",
        0.86,
    ),
)
