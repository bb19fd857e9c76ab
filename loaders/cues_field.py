"""Cues of fields: what is built for a field, what research or firms are about, what a place is strong in."""

from __future__ import annotations

from loaders.clauses import ANY, GAP, kind
from loaders.patterns import ETC, INDUSTRY, SO, TRADE, Cue, cue, many

_FIELDS = many(INDUSTRY, TRADE)
_PLACE = kind("City", "Zone")
_MADE_FOR = kind("Lab", "ResearchInstitute", "Incubator", "Alliance", "Fund", "ServiceAgency")
_SCHOLAR = kind("Lab", "ResearchInstitute", "University", "Company", "Zone", "Incubator", "Alliance")
_ENDS = "(?:企业|公司|单位|厂商|供应商|制造商|服务商|生产商|机构|院所|基地)"
FIELDS: tuple[Cue, ...] = (
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{many(_PLACE)})(?:：){SO}(?:重点|着力|大力|主要|优先|加快|积极|前瞻|超前|谋划|突"
            "出|全力)"
            "*(?:发"
            f"展|布局|培育|建设|打造|聚焦|主攻|壮大|推进|承接|做大做强|做强|做优)(?:了)?{GAP}{{0,6}}?(?P<"
            "target>"
            f"{_FIELDS})"
        ),
        "Z：重点发展I",
        0.9,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{_SCHOLAR}){SO}(?:主要|重点|专门|长期|致力于|专注于?)*(?:开展|从事|进行|承担|推"
            "进|突破|"
            "攻克)(?:了)?"
            f"{GAP}{{0,4}}?(?P<target>{_FIELDS}){ETC}(?:前沿|基础|重点|关键|核心|应用|战略)*{GAP}{{0,6}}?"
            "(?:研究|研发|攻关|研制|生产|制造|创新|任务|探索|检测|服务)"
        ),
        "A开展I研究",
        0.87,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:在|围绕|聚焦|面向|瞄准|针对|立足|对准)(?P<target>{_FIELDS})(?!{GAP}{{0,18}}(?:合作|交流|协作|对接)，){ETC}(?:等)?(?:重点|优势|前沿"
            "|新兴|战"
            "略性|未来|主导)*(?:领"
            f"域|方向|产业|产业链|行业)?(?:，)?{SO}(?:重点)?(?:布局|规划|谋划|启动|支持|推动|加快)*(?:建"
            "设|组建|"
            "筹建|打造|成立|创建|设立|培"
            f"育|建成|共建)(?:了|的)?{GAP}{{0,10}}?(?P<source>{many(_MADE_FOR, loose=True)})"
        ),
        "在I领域建设A",
        0.88,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{kind('Company', 'ResearchInstitute', 'Lab', 'Zone')})(?:是|系|作为|为)(?:"
            f"{_PLACE})?(?:的)?(?:一家|"
            "一所|我国"
            "|国内|全国|全球|全省|国际"
            f"|中国|世界|省内|专业|专门|从事|专注于?|集)*{GAP}{{0,4}}?(?P<target>{_FIELDS}){ETC}{GAP}{{0,"
            f"8}}?{_ENDS}"
        ),
        "A是I龙头企业",
        0.86,
    ),
    cue(
        "FOCUSES_ON",
        (
            "(?P<source>"
            f"{kind('Cluster', 'Zone', 'Alliance', 'Lab', 'Incubator', 'ResearchInstitute', 'Fund')})("
            "?:主要|重点|业务)*(?:涵盖|涉及|覆盖)(?:了)?"
            f"{GAP}{{0,4}}?(?P<target>{_FIELDS})"
        ),
        "A涵盖I",
        0.88,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:^|[，。；：]|发挥|依托|利用|立足|推进|推动|支持|促进)(?P<source>{_PLACE})(?:的)?(?P<target>"
            f"{_FIELDS}){ETC}(?:产业|产业链|"
            f"制造业|行业|集群)*{GAP}{{0,4}}?(?:基础|优势|特色|高质量发展|集聚|加快发展|蓬勃发展|规模|发展壮大|"
            "迈向|全球|全国|领先|入选|获批)"
        ),
        "Z的I产业优势",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{_PLACE}){SO}(?:发挥|依托|利用|立足|凭借){GAP}{{0,4}}?(?P<target>{_FIELDS}){ETC}"
            f"{GAP}{{0"
            f",4}}?(?:"
            "优势|基础|特色|集聚|资源)"
        ),
        "Z发挥I优势",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{_PLACE}){SO}(?:抢占|抢抓|巩固|提升|改造提升|加快|推进|推动|促进|实施|支持|开辟)"
            f"{{1,2}}("
            f"?P<target>{_FIELDS})"
            f"{ETC}{GAP}{{0,8}}?(?:赛道|产业|转型|升级|改造|发展|集群|集聚|工程|高地|领域|做大|做强|扩能|建设)"
        ),
        "Z抢占I赛道",
        0.83,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{kind('Zone', 'Incubator')}){SO}(?:集聚|聚集|汇聚|吸引|引进|招引|入驻|形成)(?:了|有)?"
            f"{GAP}{{0,8}}?(?P<target>"
            f"{_FIELDS}){ETC}{GAP}{{0,6}}?(?:企业|项目|产业|机构|集群|产业链)"
        ),
        "Z集聚I企业",
        0.82,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:^|[，；。])(?:重点)?(?:集聚|聚集|汇聚|吸引|引进|招引)(?:了)?{GAP}{{0,6}}?(?P<target>{_FIELDS})"
            f"{ETC}{GAP}{{0,6}}?(?:企业|项"
            "目|产业|机构)"
        ),
        "集聚I企业（承前）",
        0.8,
        topic="source",
        who="Zone Incubator",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?<!为核心，)(?<!为中心，)(?<!{kind('Zone')})依托(?P<source>{many(kind('Zone'))}){ETC}(?:，"
            f")?{SO}(?:重点|着力|大力|主要|加快)*(?:发展|打"
            "造|建设|"
            "培育|壮大|做强做大|做大做强"
            f"|布局|推进){GAP}{{0,20}}?(?P<target>{_FIELDS})"
        ),
        "依托Z重点发展I",
        0.85,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"以(?P<target>{_FIELDS}){ETC}为(?:重点|主导|核心|主|特色|方向|主攻方向)，{SO}(?:联合|合作|共"
            "同)?(?:"
            "共建|建设|打造|创建|组建|"
            f"规划建设){GAP}{{0,8}}?(?P<source>"
            f"{kind('Zone', 'Lab', 'ResearchInstitute', 'Cluster', 'Incubator')})"
        ),
        "以I为重点，共建A",
        0.88,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:^|[，。；：])(?P<target>{_FIELDS}){ETC}{GAP}{{0,12}}?(?:产值|规模|营业收入|营收|主营业务"
            "收入|产"
            "业规模|产量|增加值|综合实力|创新能力|市场"
            f"份额|竞争力){GAP}{{0,12}}?(?:居|位列|位居|排名|占|达|突破|超过?|增长|领先|跻身|实现)"
        ),
        "I产值达（承前）",
        0.82,
        topic="source",
        who="Zone City",
    ),
    cue(
        "FOCUSES_ON",
        (
            "(?:^|[，。；：])(?:着力|加快|全力|努力|积极|重点|聚力|大力|奋力|高标准|将)*(?:打造|建设|建成|成为|"
            f"构建|形成|构筑|培育|创建)(?:成|成为|了)?{GAP}{{0,24}}?(?P"
            f"<target>{_FIELDS}){ETC}(?:现代|特色|优势|国家|国家级|世界级|先进制造业|战略性新兴|创新型|千"
            "亿级|百"
            "亿级|万亿级|制造|研发|科技)*(?:产业|产业链|科技创新|产业创新|创新)*(?:集群"
            "|基地|高地|先行区|集聚区|示范区|产业园|新城|之都|名城|体系|中心|引领区|策源地)"
        ),
        "打造I基地（承前）",
        0.83,
        topic="source",
        who="Zone City",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{many(kind('Company', 'ResearchInstitute', 'Lab'))})等(?:一批|多家|一大批|重点|知"
            f"名|国内|\\d+[余多]?家)*(?P<target>{INDUSTRY})"
            "(?:产业|行业|领域|科技|技术)*(?:的)?(?:龙头|领军|骨干|重点|头部|高新技术|创新型|专精特新|上市|"
            "代表性|知名)*(?:企业|公司|平台|机构)"
        ),
        "A、B等I企业",
        0.87,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<target>{INDUSTRY})(?:产业|行业|领域|科技|技术)*(?:龙头|领军|骨干|重点|头部|高新技术|创新"
            f"型|上市|知名)*(?:企业|公司)(?:{GAP}{{0,8}}，(?:其中)?)?(?:包括|如|有|"
            f"例如|涵盖)(?:了)?(?P<source>{many(kind('Company'))})"
        ),
        "I企业，包括A、B",
        0.86,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?<!建设)(?<!创建)(?<!发展)以(?P<source>{many(_PLACE)}){ETC}为(?:重点|核心|主|主要载体|载体|依托|支撑|中心|龙头|主体|引"
            f"领|重点区域)，{SO}(?:重点|着力|大力|主要|优先|加快)*(?:发"
            f"展|打造|建设|培育|布局|壮大|做大做强|推进){GAP}{{0,8}}?(?P<target>{_FIELDS})"
        ),
        "以Z为重点发展I",
        0.86,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<target>{INDUSTRY})(?:产业|产业链|领域|行业)*[^，。；：{ANY[1:-1]}]{{0,14}}(?:，|：)(?:重"
            f"点)?(?:以|依托|支持)(?P<source>{many(_PLACE)}){ETC}(?:为(?"
            "=重点|核心|主|载体|依托|支撑|中心|龙头|引领))"
        ),
        "I…，以Z为重点",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:^|[，。；])(?:已|正)?(?:聚集|集聚|汇聚|形成)(?:了|起)?(?:以)?{GAP}{{0,4}}?(?P<target>"
            f"{_FIELDS}){ETC}{GAP}{{0,8}}?(?:产业|集群|产业链)"
        ),
        "聚集I等产业（承前）",
        0.82,
        topic="source",
        who="Zone City",
        home=True,
    ),
)
