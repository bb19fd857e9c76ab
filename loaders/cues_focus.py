"""Cues of leading industries, fields and disciplines."""

from __future__ import annotations

from loaders.clauses import ANY, GAP, kind
from loaders.patterns import (
    ETC,
    INDUSTRY,
    SO,
    TOPICAL,
    TRADE,
    Cue,
    cue,
    many,
)

# What stands in the same part before «in the field of I» is itself what the field belongs to.
_OTHERS = kind("University", "ResearchInstitute", "Company", "Lab")[1:-1]
_MAIN = "(?:主导|支柱|优势|特色|重点|核心|战略性新兴|新兴|主要|首位|未来)"
FOCUS: tuple[Cue, ...] = (
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{TOPICAL})(?:的)?(?:{_MAIN}+(?:发展)?产业|(?:产业|发展)?定位)(?:之一)?(?:主要)?(?:为|是|有|包括|：|涵盖|涉及|聚焦){GAP}{{"
            f"0,8}}?(?P"
            f"<target>{many(INDUSTRY, TRADE)})"
        ),
        "主导产业为",
        0.94,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?<![托导持、和与及同])(?P<source>{TOPICAL}){GAP}{{0,4}}{SO}(?:重点发展|着力发展|大力发展|"
            "主要发展|"
            "优先发展|发展|(?:重点|着力|全力|聚力)打造|聚焦|主攻|重点培育|培育|重点布局|布局|瞄准|锚定|锁定|紧盯|专攻|力推|竞逐|抢占|深耕|专注于?|致力于|侧重于?|兼顾|重点承接|主要承接|做大做强|做优做强|做"
            f"强做优|做强|做优|做大|壮大|突出|主打|围绕|面向|从事|主营){GAP}{{"
            f"0,6}}?(?P<target>{many(INDUSTRY, TRADE)})(?![^，。；]{{0,8}}(?:联盟|政策|人才))"
        ),
        "A重点发展I",
        0.88,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{TOPICAL}){GAP}{{0,4}}(?:以|形成以|形成了以|构建以){GAP}{{0,4}}?(?P<target>"
            f"{many(INDUSTRY, TRADE)}){ETC}{GAP}{{0,6}}?为{GAP}{{0,3}}(?:主导|支柱|特色|核心|重点|代表|主"
            "|方向|引"
            "领|龙头)"
        ),
        "A以I为主导",
        0.92,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:以|形成了?以|构建了?以){GAP}{{0,4}}?(?P<target>{many(INDUSTRY, TRADE)}){ETC}{GAP}{{0,6}}"
            f"?为{GAP}"
            f"{{0,3}}(?:主导|支柱|特色|核心|重点|代表|主|主攻|方向|引领|龙头)"
        ),
        "以I为主导（承前）",
        0.86,
        topic="source",
        who="Zone City Lab Alliance ResearchInstitute University Incubator Cluster",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<target>{many(INDUSTRY, TRADE)}){ETC}{GAP}{{0,6}}(?:为|是|成为)(?:其|该市|全市|园区)?"
            f"{GAP}{{0,4}}"
            f"{_MAIN}产业"
        ),
        "I为其主导产业",
        0.85,
        topic="source",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{kind('Zone', 'City', 'Lab', 'Cluster', 'Incubator', 'ResearchInstitute')})(?:建"
            "设|打造|"
            f"发展|建成)(?:成|成为|为)+(?:以)?{GAP}{{0,8}}?(?P<target>{many(INDUSTRY, TRADE)}){ETC}{GAP}"
            f"{{0,10}}(?"
            ":产业|方向|为核心|为主|高地|示范|先行|集聚|基地|中心|创新)"
        ),
        "建设成为I等主导产业",
        0.9,
    ),
    cue(
        "FOCUSES_ON",
        (
            "(?:重点发展|重点投向|主要投向|投向|重点投资|重点孵化|主要从事|专注于?|致力于|主导产业(?:为|"
            "是|包括|"
            "：)|着力发展|主要发展|大力发展|优先发展|加快发展|重点布局|布局|聚焦|主攻|瞄准|锚定|锁定|紧盯|专攻|抢占|侧重于?|兼顾|围"
            f"绕|面向|深耕|研究方向(?:为|包括|有)|领域包括|方向包括){GAP}{{0,8}}?{kind('Region')}?(?P<target>"
            f"{many(INDUSTRY, TRADE)})(?![^，。；]{{0,6}}(?:联盟|人才))"
        ),
        "重点发展I（承前）",
        0.85,
        topic="source",
        who="Zone City Lab Alliance ResearchInstitute University Incubator Cluster Company Fund",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:^|[，。；：]|推动|支持|鼓励|引导)(?P<source>{many(kind('City', 'Zone', 'District'))}){SO}"
            "(?:分别|各自)?(?:推动)?(?:重点)?(?:发展|聚焦|布局|培育|做强做优|做优做强|做大做强|做强|做优|壮大|突出|主打|主攻|瞄准|围绕|承接)(?:了)?"
            f"{GAP}{{0,6}}?(?P<target>{many(INDUSTRY, TRADE)})"
        ),
        "A、B发展I",
        0.88,
    ),
    cue(
        "FOCUSES_ON",
        (f"(?P<chain>{kind('City')}{INDUSTRY}(?:、{kind('City')}{INDUSTRY})+)"),
        "A市I、B市J",
        0.88,
        shape="chain",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:(?:领域|方向|学科)(?:主要)?(?:包括|有|为|涵盖|：)|设置|设立){GAP}{{0,6}}?(?P<target>"
            f"{many(INDUSTRY, TRADE, loose=True)})(?:{ETC}(?:研究方向|方向|领域)?|$|[，。；])"
        ),
        "领域包括I（承前）",
        0.86,
        topic="source",
        who="Zone City Lab Alliance ResearchInstitute University Incubator Cluster Company",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{many(kind('University', 'ResearchInstitute'))}){ETC}{SO}(?:加强|围绕|聚焦|开展|"
            "建设)(?P<"
            f"target>{many(INDUSTRY, TRADE)}){GAP}{{0,6}}(?:学科|专业|研究)"
        ),
        "A等高校加强I学科",
        0.88,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:^|[，。；：])[^，。；：{_OTHERS}]{{0,30}}?(?P<at>)(?:在|向|推动|吸引|布局|涵盖|涉及|形成"
            "|构建|打"
            f"造|培育|壮大)(?:了)?{GAP}{{0,6}}?(?P<target>"
            f"{many(INDUSTRY, TRADE)}){ETC}{GAP}{{0,8}}(?:重点|主导|优势|特色|新兴|战略|支柱|高端|未来|等"
            f")+{GAP}{{"
            f"0,6}}(?:产业|领域|产业链|集群|学科|行业)"
        ),
        "在I等重点领域（承前）",
        0.84,
        topic="source",
        who="Zone City Incubator",
    ),
    cue(
        "FOCUSES_ON",
        (f"(?:全市|我市|本市){GAP}{{0,6}}?(?P<target>{many(INDUSTRY, TRADE)}){ETC}{GAP}{{0,10}}(?:产业|领域)"),
        "全市I等产业",
        0.86,
        topic="source",
        who="City",
        home=True,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{kind('Company', 'ResearchInstitute', 'Lab', 'University')}){GAP}{{0,12}}在(?P<target>"
            f"{many(INDUSTRY, TRADE)}){ETC}{GAP}{{0,4}}(?:学科|专业|领域|处于|居|方面|行业|具有)"
        ),
        "A在I领域",
        0.86,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{kind('University', 'ResearchInstitute')})(?P<target>{many(INDUSTRY, TRADE)}){ETC}(?:"
            f"{_MAIN}|一流)?(?:学科|专业)"
        ),
        "A的I学科",
        0.9,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?<!为核心，)(?<!为中心，)(?<!{kind('Zone')})依托(?P<source>{many(kind('Zone'))}){ETC}，?"
            f"{GAP}{{0,6}}(?:发展|打造|建设|做强做大|做大做强"
            "|推进)[^"
            f"。；]{{0,22}}?(?P<target>{INDUSTRY})(?:产业|集聚|基地|集群|装备)"
        ),
        "依托Z发展I",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"为(?:主导|支柱|核心|龙头|重点|主体|引领)，(?:以)?(?P<target>{many(INDUSTRY, TRADE)}){ETC}"
            f"{GAP}{{0,4}}为"
            "(?:支撑|配套|补充|特色|辅|延伸|潜力)"
        ),
        "以I为主导，J为支撑",
        0.88,
        topic="source",
        who="Zone City Cluster",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:^|[，。；：])(?P<source>{many(kind('City', 'Zone'))})(?:结对|联合|携手)?(?:共同)?(?:发展"
            "|培育|打造)"
            f"(?P<target>{INDUSTRY})产业"
        ),
        "A发展I产业",
        0.86,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:构建|形成|打造|培育|壮大|建立)(?:了|起)?{GAP}{{0,10}}?(?P<target>{INDUSTRY}(?:产业)?(?:[+＋]"
            f"{INDUSTRY}(?:产业)?)+)"
            f"{GAP}{{0,10}}(?:产业|体系|格局|集群)"
        ),
        "构建I+J产业体系",
        0.88,
        topic="source",
        who="Zone City Region",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:^|[，。；])(?:是|为|系)(?:我国|国内|全国|全球|全省|国际)?{GAP}{{0,6}}?(?P<target>"
            f"{many(INDUSTRY, TRADE)}){ETC}{GAP}{{0,4}}"
            "(?:领域|行业)?(?:的)?(?:重点|国家级?|知名|主要)?(?:龙头|领军|骨干|头部|专精特新|科研|研究|制造)(?:"
            "企业|单位|机构|院所|商)"
        ),
        "是I领域龙头企业",
        0.86,
        topic="source",
        who="Company ResearchInstitute Lab",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{many(kind('City', 'Zone'))}){SO}(?:加快|推动|推进|促进)(?P<target>"
            f"{many(INDUSTRY, TRADE)}){ETC}"
            "(?:发展|延链|补链|强链|集聚|壮大|做大|做强|提质|升级|向[^，。；]{2,16}(?:发展|迈进|转型|升级|延伸|跃升))"
        ),
        "A推动I发展",
        0.85,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?<!在)(?P<source>{kind('City', 'Zone', 'Cluster')}){SO}(?:成为|打造|构筑|建设|建成)(?:了)?{GAP}{{"
            f"0,8}}?("
            "?P<target>"
            f"{INDUSTRY}(?:产业)?(?:集群|基地|高地)?(?:[、和与]{INDUSTRY}(?:产业)?(?:集群|基地|高地)?)*)("
            "?:产业)"
            "?(?:高地|基地|集群|先行区|中心)?"
        ),
        "A成为I高地",
        0.82,
    ),
    cue(
        "FOCUSES_ON",
        (
            "(?:^|[，；])(?:重点|着力|大力|加快|积极|全力|聚力|奋力|持续|不断|深入|继续)?(?:做优做强|做大做强|做优|做强|布局|培育壮大|壮大|突"
            "出)(?:了|发展)?"
            f"{GAP}{{0,4}}?(?P<target>{many(INDUSTRY, TRADE)})"
        ),
        "做优I（承前）",
        0.82,
        topic="source",
        who="Zone City",
    ),
    cue(
        "FOCUSES_ON",
        (
            "(?:打造|建设|建成|构筑|成为)(?:成为?|为|成了?|了)?(?:(?:[^，。；：、"
            f"{ANY[1:-1]}]|{kind('Region', 'City', 'Policy')}){{0,24}}?|[^，。；：{ANY[1:-1]}]{{0,30}}的)"
            f"(?P<target>{many(INDUSTRY, TRADE)}){GAP}{{0,10}}?(?:高地|先行区|集聚区|集聚地|示范区|先导区"
            "|引领区|"
            "策源地|生态|创新基地|研发基地|之都|之城|之乡|名城|重镇)"
        ),
        "成为I高地（承前）",
        0.82,
        topic="source",
        who="Zone City Company Lab ResearchInstitute University Incubator",
    ),
)
