"""Cues of profiles and layouts: what a place's core trade is, what its firms cover, which city has which cluster."""

from __future__ import annotations

from loaders.clauses import ANY, GAP, kind
from loaders.patterns import ETC, INDUSTRY, SO, TRADE, Cue, cue, many

_FIELDS = many(INDUSTRY, TRADE)
_PLACE = kind("City", "Zone")
_HOLDERS = kind("Zone", "Cluster", "Incubator", "Lab", "ResearchInstitute", "Alliance")
_WIDER = kind("Region", "City", "Country")
_OWNERS = kind("Zone", "University", "ResearchInstitute", "Lab", "Incubator", "Company", "City")
_CHIEF = (
    "(?:[两三四五六]大|第一|首要|首位|核心|主导|支柱|重点|优势|特色|主要|龙头|传统|重要|最大|发展|标志性|的"
    "|战略性新兴){1,5}"
)
_SUCH = (
    "(?:等(?:\\d+|[两二三四五六七八九十])?[个大]?(?:重点|主导|优势|特色|前沿|新兴|多个|不同)*(?:产业|领域|行业|方向|产业链)"
    "|产业|领域)"
)
LAYOUT: tuple[Cue, ...] = (
    cue(
        "FOCUSES_ON",
        f"(?P<target>{_FIELDS})(?:产业集群)?(?:是|作为|已成为|成为|成了|被列为|列为|确定为)(?P<source>{many(_PLACE)})(?:的)?"
        f"{_CHIEF}(?:发展)?(?:支柱|主导|新兴)?产业",
        "I是Z的核心产业",
        0.88,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{_PLACE})(?:的)?{_CHIEF}产业(?:之一)?(?:——|就是|当属|首推)(?P<target>{_FIELDS})",
        "Z的支柱产业——I",
        0.86,
    ),
    cue(
        "FOCUSES_ON",
        f"(?:^|[，；。])(?:未来|逐步|最终|初步|基本|已|将|可|现|目前|基本|主要){{0,3}}(?:形成|构建|建成|打造|培育)?(?:起|了|出|成)?"
        f"(?:涵盖|覆盖|涉及|囊括)(?:了)?{GAP}{{0,4}}?(?P<target>{_FIELDS}){_SUCH}",
        "形成涵盖I等领域（承前）",
        0.84,
        topic="source",
        who="Zone Cluster Incubator Lab ResearchInstitute Alliance",
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{_HOLDERS}){GAP}{{0,16}}?(?:企业|项目|机构|单位|平台){GAP}{{0,10}}?，(?:主要|业务|广泛|产品)*(?:涵盖|覆盖|涉及|分布在|集中在|涵括)(?:了)?"
        f"{GAP}{{0,4}}?(?P<target>{_FIELDS})(?={ETC}(?:[，。；]|产业|领域|行业|方向))",
        "Z的企业涵盖I",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{kind('City')}){SO}(?:集聚|聚集|汇聚|集中)(?:了|着)?{GAP}{{0,14}}?(?P<target>{_FIELDS}){ETC}"
        f"(?:研发|生产|制造|设计|加工|服务|应用|类|上下游|重点|龙头|骨干|相关|配套)*(?:企业|产业|项目|机构)",
        "市集聚I企业",
        0.82,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<chain>{kind('City', 'Zone')}的?{INDUSTRY}{TRADE}(?:[和及与]{INDUSTRY}{TRADE})?"
        f"(?:[、，和及]{kind('City', 'Zone')}的?{INDUSTRY}{TRADE}(?:[和及与]{INDUSTRY}{TRADE})?)+)"
        f"(?={ETC}(?:[，。；、]|{GAP}{{0,8}}?(?:产业|集群|基地)))",
        "A的I、B的J等集群",
        0.86,
        shape="chain",
    ),
    cue(
        "FOCUSES_ON",
        f"(?:以)?(?P<source>{many(kind('Company'))}){ETC}(?:为代表的?)?[^，。；：{ANY[1:-1]}]{{0,10}}?(?:企业|公司|巨头|厂商)?(?:均|都|纷纷|相继|加速|加快|强力|大力|先后|抢先|也|已){{1,3}}"
        f"(?:布局|深耕|进军|发力|切入|涉足|投入|入局|抢滩)(?:了|到)?{GAP}{{0,4}}?(?P<target>{_FIELDS})",
        "A、B等企业均布局I",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{kind('Company', 'ResearchInstitute', 'Lab')})(?:（[^（）]*）)?现?(?:是|系|为|作为)?"
        f"(?:一?[家所])?(?:国内|全球|我国|领先的)*"
        f"(?:专业|专门|长期|主要|一直|专注|致力){{1,3}}(?:于|从事|于从事|开展)*(?P<target>{_FIELDS}){ETC}(?:技术|领域|产品|核心|关键|相关)*(?:的)?"
        f"(?:研究|研发|开发|生产|制造|设计|创新|服务|应用|销售|[，。；])",
        "A专注从事I",
        0.88,
    ),
    cue(
        "FOCUSES_ON",
        f"^[-—•●◆\\s\\d.．、（）一二三四五六七八九十]*(?P<target>{INDUSTRY})(?:产业|领域|方面)?(?:：|。)(?P<source>{_PLACE})(?:现|目前|已)?"
        f"(?:拥有|集聚|聚集|汇聚|引进|形成|培育|现有|有|建有|规模|实现|是)",
        "I：Z拥有…",
        0.86,
    ),
    cue(
        "FOCUSES_ON",
        f"(?:^|[，。；：])在(?P<target>{_FIELDS}){ETC}(?:产业|领域|方面|行业)?，(?:园区|区内|全区|高新区|这里|该区|该市|全市)?"
        f"(?:已|现|目前|先后|重点|正)?(?:集聚|聚集|汇聚|拥有|引进|形成|培育|落户|涌现|布局)",
        "在I领域，集聚…（承前）",
        0.83,
        topic="source",
        who="Zone City",
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<target>{INDUSTRY})(?:产业|制造|行业)?(?:主要|重点|大多|多)?(?:集中|分布|布局|聚集|集聚)(?:在|于)(?P<source>{many(_PLACE)})",
        "I集中在A、B",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        f"(?:^|[，。；])(?P<target>{INDUSTRY})(?:产业|制造)?(?:方面|领域)?，[^。；]{{0,60}}，(?:该|其|该类)?(?:产业|企业|产能|项目)(?:主要|重点|大多|多)?"
        f"(?:集中|分布|布局|聚集|集聚)(?:在|于)(?P<source>{many(_PLACE)})",
        "I方面，产业集中在A",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<target>{INDUSTRY})(?:产业|制造)?(?:重点|主要)?以(?P<source>{many(_PLACE)}){ETC}为(?:核心|重点|主|引领|龙头|中心|载体)",
        "I产业以A为核心",
        0.85,
    ),
    cue(
        "FOCUSES_ON",
        f"以(?P<source>{many(_PLACE)}){ETC}为(?:核心|重点|主|引领|龙头|中心|主体|载体)[，、]?[^。；]{{0,40}}?(?:联动|协同|错位|共同)?发展的"
        f"(?P<target>{_FIELDS})(?:产业)?(?:发展)?(?:格局|布局|体系|集群)",
        "以A为核心的I格局",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{_OWNERS})(?:在{ANY})?{SO}"
        f"(?:建立|建设|建成|设立|搭建|组建|打造|布局|拥有|建有|设有)(?:了)?(?:\\d+|[一二两三四五六七八九十])+[余多]?[个家所]{GAP}{{0,4}}?(?P<target>{_FIELDS})"
        f"(?:领域|产业|方向|行业)(?:的)?{GAP}{{0,12}}?(?:平台|中心|基地|实验室|联盟|研究院|学院|学科|专业|学位点)",
        "A建立N个I领域平台",
        0.83,
    ),
    cue(
        "FOCUSES_ON",
        f"(?:形成|培育|建成|打造|布局)(?:了|出)?(?P<source>{many(_PLACE)})等?(?:多个|一批|若干|\\d+个|[两三四五六七八九十]个|地|市)?{GAP}{{0,4}}?(?P<target>{INDUSTRY})"
        f"(?:特色|优势|先进|现代)*(?:产业)?(?:集群|基地|集聚区|产业链)",
        "形成A、B等多个I集群",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{_PLACE})(?:的)?(?P<target>{INDUSTRY})(?:全?产业链|产业集群|产业){{1,2}}(?:已|累计|共|目前|现|初步|基本|加速|加快){{0,2}}"
        f"(?:集聚|投资|拥有|完成|形成|实现|入选|获批|汇聚|崛起|壮大|跻身|领跑|不断完善|日趋完善|蓬勃|迅速|异军突起|延链|强链)",
        "A的I产业已集聚",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{_PLACE}){SO}在(?P<target>{_FIELDS}){ETC}(?:产业|领域|方面|行业|赛道){{1,2}}(?:，)?(?:中|上)?(?:已|率先|持续|始终)?"
        f"(?:独树一帜|领先|领跑|优势|走在|形成|具有|具备|拥有|实力|居|位居|位列|取得|处于|占据|集聚|积累|发力|抢占|先行)",
        "A在I领域领先",
        0.85,
    ),
    cue(
        "FOCUSES_ON",
        f"(?:^|[，。；])(?P<at>)(?:其中)?，?(?:[东西南北中](?:部|区|片区|翼|园|侧)|主城区?|新城区?|老城区|核心区|中心城区|起步区)(?![的与和、])"
        f"[^，。；]{{0,60}}?(?:发展|布局|聚焦|打造|培育|主攻|承接|突出|做强|建设)(?:了)?{GAP}{{0,4}}?(?P<target>{_FIELDS})",
        "东区发展I（承前）",
        0.83,
        topic="source",
        who="Zone City",
        home=True,
    ),
    cue(
        "FOCUSES_ON",
        f"(?:主导产业(?:为|涉及|是|包括)|以)(?P<target>{_FIELDS})(?:为主导产业|为主)?的{GAP}{{0,6}}，?(?:有|包括)(?P<source>{many(_PLACE)})",
        "主导产业为I的有A、B",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{kind('Lab', 'ResearchInstitute', 'Alliance', 'University')})?(?:现|已|下|内|共)?"
        f"设(?:有|立|置)?(?:了)?(?P<target>{_FIELDS})"
        f"(?:等)?(?:[两二三四五六七八九十]|\\d+)[个大](?:研究|专业|学|创新|技术)?(?:所|部|中心|方向|室|委员会|专委会|团队|院)",
        "设I、J几个研究所",
        0.86,
        topic="source",
        who="Lab ResearchInstitute Alliance University",
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{kind('Company')}){SO}(?:在{ANY}{{1,2}})?{SO}(?:投资|建设|建成|布局|打造|生产|投建|新建)+(?:了)?{GAP}{{0,6}}?(?P<target>{INDUSTRY})"
        f"(?:产业)?(?:生产|制造|研发)?(?:基地|项目|生产线|工厂|产业园)",
        "公司建设I基地",
        0.82,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{kind('University', 'ResearchInstitute')})的(?P<target>{_FIELDS}){ETC}(?:学科|专业|研究|领域)?"
        f"(?:实力|水平|优势|居|位居|位列|入选|进入|跻身|处于|具有|全国|国内|国际)",
        "A的I实力",
        0.85,
    ),
    cue(
        "FOCUSES_ON",
        f"(?:双方|三方|各方)(?:将|还将|拟|同意|商定|决定|约定)?(?:共同|联合|重点|主要)?(?:围绕|聚焦|面向|针对|在|瞄准)(?P<target>{_FIELDS}){ETC}",
        "双方围绕I",
        0.8,
        topic="source",
        who="ResearchInstitute Lab",
        near=True,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{_PLACE}){SO}(?:重点|着力|聚力)?(?:打造|建设|培育|形成|构建)(?:了)?(?P<target>{_FIELDS}){ETC}(?:\\d+|[两三四五六七八九十])[个大条]"
        f"{GAP}{{0,10}}?(?:集聚区|产业集群|集群|基地|产业链|产业园|板块|高地|产业)",
        "A打造I、J几大集聚区",
        0.86,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<at>)(?:打造|建设|建成|成为|构建|形成)[^，。；]{{2,40}}?(?:基地|高地|集群|集聚区)(?:、|和|及|以及){GAP}{{0,14}}?(?P<target>{_FIELDS})"
        f"(?:产业|生产|制造|研发|加工|创新|特色|先进){{0,3}}(?:基地|高地|集群|集聚区)(?=[，。；、和及]|$)",
        "打造…基地和I基地（承前）",
        0.82,
        topic="source",
        who="Zone City",
    ),
    cue(
        "FOCUSES_ON",
        f"(?:^|[，。；])(?:公司|企业|其|集团|主要|现有)?(?:主营业务|主要业务|业务|主营产品|业务范围|经营范围)(?:领域)?(?:主要|已|全面)?"
        f"(?:涵盖|覆盖|涉及|包括|横跨|聚焦|是|为)(?:了)?{GAP}{{0,4}}?(?P<target>{_FIELDS})",
        "业务覆盖I（承前）",
        0.84,
        topic="source",
        who="Company",
    ),
    cue(
        "FOCUSES_ON",
        f"(?:^|[，。；：])(?P<target>{_FIELDS})(?:产业集群|产业链|产业|集群)?(?:成功|先后|双双|再次|正式|分别|均)*(?:入选|获批|入围|列入|跻身|上榜|被认定为|被评为)",
        "I产业入选（承前）",
        0.82,
        topic="source",
        who="City Zone",
        home=True,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{_PLACE})(?:的)?(?P<target>{_FIELDS})(?:等)?(?:[\\d两三四五六七八九]+[个大])?(?:产业集群|产业链|产业|集群)*"
        f"(?:成功|先后|双双|再次|正式|分别|均|同时)*(?:入选|获批|入围|列入|跻身|纳入|上榜|被认定为|被评为|被列为)",
        "A的I产业入选",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        f"[，；](?P<target>{_FIELDS})(?={ETC}(?:产业|领域|行业)?(?:协同|联动|融合|竞相|错位|多点|互补|集聚|共同|特色)发展)",
        "I等产业协同发展（承前）",
        0.82,
        topic="source",
        who="City Zone",
    ),
    cue(
        "FOCUSES_ON",
        f"(?:^|[，。；]|{_PLACE})(?:也|现|已|均|都)?(?:是|系|作为)(?:{GAP}|{_WIDER}|{kind('GovernmentBody')}){{0,16}}?"
        f"(?P<target>{INDUSTRY})(?:产业|行业)?(?:的)?"
        f"(?:重要|主要|最大|知名|核心|生产|制造|研发|产业|特色|的){{0,3}}(?:基地|集聚区|集聚地|高地|重镇|策源地)(?=[，。；、和]|$)",
        "是I基地（承前）",
        0.83,
        topic="source",
        who="Zone City",
    ),
)
