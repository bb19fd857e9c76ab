"""Cues of plans and reports: on what a place or a thing shall stand, what it is to make strong, and what it holds."""

from __future__ import annotations

from loaders.clauses import GAP, kind
from loaders.patterns import (
    BUILD,
    BUILDER,
    ETC,
    ETC_PLACE,
    INDUSTRY,
    MADE,
    PILLAR,
    RELYING,
    SO,
    SPOT,
    TRADE,
    Cue,
    cue,
    many,
)

_FIELDS = many(INDUSTRY, TRADE)
# What something stands on: 以Z为主阵地.
_GROUND = (
    "(?:主要|重要|重点|核心|建设|发展|关键)?(?:主阵地|阵地|主战场|主平台|主引擎|主载体|承载区|主承载区|主"
    "承载地|承载地|载体|依托|主体|支撑|平台|抓手|牵引|"
    "主力)"
)
_OUTPUT = "(?:总产值|产值|规模|营业收入|营收|主营业务收入|工业总产值|增加值|年产值|年营收)"


GROUND: tuple[Cue, ...] = (
    cue(
        "RELIES_ON",
        (
            f"依托(?P<target>{many(PILLAR)}){ETC}，(?:并|积极|主动)?(?:联合|会同|携手|协同|引进|与){many(BUILDER)}{ETC}，?"
            f"{SO}(?:共同|联合|合作)?{BUILD}+(?:的|了)?{GAP}{{0,10}}?(?P<source>{RELYING})"
        ),
        "依托B，会同D建设A",
        0.85,
    ),
    cue(
        "RELIES_ON",
        (
            f"以(?P<target>{many(PILLAR)}){ETC}为(?:主体|依托|支撑)，(?:并)?(?:联合|会同|携手|协同)"
            f"{many(BUILDER)}{ETC}，?"
            f"{SO}{BUILD}+(?:的|了)?{GAP}{{0,10}}?(?P<source>{RELYING})"
        ),
        "以A为主体，联合B创建C",
        0.86,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:^|[，。；：、]|{kind('Zone', 'City')}的?|全[市区县]|即|构建|"
            f"形成|培育|发展|壮大|聚焦|打造|布局|以|做[大强优精])(?P<target>{_FIELDS})(?:等)?(?:[两三四五六七八九十]|\\d)大(?:主"
            "导|支柱|特色|优势|重点|战略性|新兴|首位|传统|未来|现代|"
            "[百千万]亿级?|先进制造业)+产业"
        ),
        "I、J两大主导产业",
        0.84,
        topic="source",
        who="City Zone",
        home=True,
    ),
    cue(
        "RELIES_ON",
        f"(?P<target>{kind('ResearchInstitute', 'University', 'Company')})(?:挂牌|加挂)(?:成立|设立|运行|"
        f"建设)?(?:了)?(?P<source>{kind('Lab')})",
        "B挂牌C",
        0.82,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?<![、和与及])(?P<target>{kind('District')})(?:要|将|应)?依托(?P<source>"
            f"{many(kind('Zone'))}){ETC}，?{SO}"
            "(?:发展|培育|壮大|做强|做大|做优|布局|承接|主攻|聚焦)"
        ),
        "县区依托园区发展",
        0.82,
    ),
    cue(
        "RELIES_ON",
        (
            f"(?P<source>{many(SPOT)}){SO}(?:以|依托|立足|依靠|借助)(?P<target>"
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
            f"(?P<source>{RELYING})"
        ),
        "以B为载体打造A",
        0.86,
    ),
    cue(
        "RELIES_ON",
        (
            f"(?:^|[，。；：]|{SPOT})以(?P<target>{many(kind('Company'))}){ETC}为(?:龙头|龙头企业|骨干|牵引|引领"
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
            f"(?P<source>{kind('Zone', 'City')})(?:的)?(?P<target>{_FIELDS})(?:产业|产业链|产业集群|制造"
            f"业|制造)?{_OUTPUT}(?:分别|已|将|预计|首次|有望|力争|达|突|超|实|增|同|比|由|从|提|较|\\d)"
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
        "FOCUSES_ON",
        (
            f"(?P<source>{kind('City', 'Zone')})(?:要|将|应|可)?(?:充分|重点|积极|着力)?"
            "(?:依托|利用|发挥|立足|借助|凭借)"
            f"{GAP}{{2,20}}(?:资源|优势|基础|禀赋|特色|条件|潜力|作用|产能)，?{SO}"
            f"(?:发展|培育|壮大|做强|做大|做优|布局|打造)(?:了|成)?{GAP}{{0,4}}?(?P<target>{_FIELDS})"
        ),
        "A依托优势发展I",
        0.86,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('Zone')})(?:现|共|目前)?(?:下辖|管辖|辖有?|设有|下设|拥有|建有|划分为|分为)(?:了)?"
            f"(?:[两三四五六七八九十\\d]+[个大]{GAP}{{0,6}}[：，]|{GAP}{{0,4}}?)(?:即|分别为|分别是|包括)?(?P<source>{many(kind('Zone'))})"
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
            f"(?<![与和同、])(?P<source>{kind('Company')}){SO}在(?P<target>{SPOT})(?:境内|内)?{SO}(?:投"
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
