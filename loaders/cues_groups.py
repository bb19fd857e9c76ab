"""Cues of groups: who builds with whom over commas, what several places hold, of whose parks a zone consists."""

from __future__ import annotations

from loaders.clauses import GAP, kind
from loaders.patterns import AREA, BUILDER, ETC, OUTER, PILLAR, SITED, SO, Cue, cue, many

_HOLDERS = kind("Zone", "City", "District")
_HELD = kind("Company", "University", "ResearchInstitute", "Lab", "Incubator", "ServiceAgency", "Alliance")
_PARKS = "(?:园区|片区|分园|子园区|专业园区|特色园区|功能区|板块|组团|产业园区|产业园|园中园)"
# Two places that a thing lies in or between; more follow only where the list ends its clause.
_PLACES = f"{OUTER}{AREA}(?:(?:、|和|与|及|以及){OUTER}{AREA})+"
_ENDS = "(?=[，。；）]|等|交界|之间|境内|[两三四五六七八九\\d]+个?[市县区地]|$)"

GROUPS: tuple[Cue, ...] = (
    cue(
        "BUILT_BY",
        (
            f"(?:^|(?<!牵头)(?<!发起)[，；])(?:并|已|同时|现)?(?:与|和|同|联合|会同|携手|协同|联手)(?P<target>{many(BUILDER)}){ETC}{SO}"
            "(?:共建|合建|合办|共同(?:建设|组建|打造|发起|筹建|创办)|联合(?:建设|组建|共建|创办)|合作(?:共建|建设)|组建|建设|筹建)(?:而成)?(?=[，。；]|$)"
        ),
        "与B共建（承前）",
        0.86,
        topic="source",
        who="Lab ResearchInstitute ServiceAgency Incubator",
        joint=True,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<source>{SITED})(?:项目|总部)?(?:：|规划|范围|主要)?(?:位于|坐落于|坐落在|地处|横跨|地跨|跨越|跨|分布于|分布在)(?:了)?{GAP}{{0,4}}?"
            f"(?P<target>{_PLACES}){_ENDS}"
        ),
        "A位于B、C",
        0.88,
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[，；])(?:园区|范围|规划范围|主要)?(?:位于|地处|横跨|地跨|跨越)(?P<target>{_PLACES}){_ENDS}",
        "位于B、C（承前）",
        0.86,
        topic="source",
        who="Zone Cluster Lab",
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<source>{kind('Zone', 'Lab', 'ResearchInstitute', 'Incubator')})(?:的)?"
            "(?:核心区|主园区|主体园区|主体区|主体|起步区|启动区|先行区|先导区|新址|园区|厂区|主校区)"
            f"(?:现|主要|规划|选址)?(?:位于|坐落于|坐落在|地处|选址于?|设在|在){OUTER}(?P<target>{AREA})"
        ),
        "A的核心区位于B",
        0.88,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<target>{_HOLDERS}){SO}(?:内)?(?:布局|会聚|荟萃|云集|坐拥|分布着|分布有|驻扎着|驻有|集中布局|集中了|密布着)(?:建设)?(?:了|有|着)?{GAP}{{0,12}}?"
            f"(?>(?P<source>{many(_HELD)}))(?!{ETC}(?:来{GAP}{{0,3}}|在{GAP}{{0,4}})?(?:建立|设立|建设|共建|组建|成立|开展|合作))"
        ),
        "B布局了A",
        0.82,
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[，。；：])(?:其中，?)?(?P<source>{many(_HELD)}){ETC}{SO}(?:齐聚|云集|会聚|集聚在|集聚于|聚集在|扎堆|相聚|布局在|布局于)(?P<target>{OUTER}{AREA})",
        "A、B齐聚C",
        0.86,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('Zone')})(?:的)?(?:下属|下辖|现有|重点|主要|核心|各|所属){{0,2}}{_PARKS}(?:主要|共|分别)?(?:包括|有|为|涵盖|是|：)+"
            f"(?P<source>{many(kind('Zone'))})"
        ),
        "Z的园区包括A、B",
        0.88,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<source>{many(kind('Zone'))}){ETC}(?:均|都|同|同时|也)?(?:是|为|作为|系|属于|属)(?P<target>{kind('Zone')})(?:的)?"
            "(?:核心载体|主要载体|重要载体|主体园区|主体区域|园中园|核心承载地|主承载区|主要承载区|重要板块|子园区|子园|分园区|专业园区|特色园区|重要园区|配套区|辐射区|起步区|启动区|先行区|协同区)"
        ),
        "A、B是Z的载体",
        0.88,
    ),
    cue(
        "PART_OF",
        (
            f"(?:^|[，；]|{kind('Zone')})(?:其)?(?:核心区|核心园区|主体区|主体园区|辐射区|拓展区|协同区|联动区|先行区|先导区|配套区|启动区|起步区)(?:主要|规划)?(?:包括|为|是|涵盖|有)"
            f"(?P<source>{many(kind('Zone'))}(?:、{kind('District')}(?:、{kind('Zone')})*)?)"
        ),
        "核心区为A，辐射区包括B（承前）",
        0.84,
        topic="target",
        who="Zone",
        near=True,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('Zone')})(?:是|则|主要)?由(?:{GAP}{{2,12}}?(?:（[^（）]*）)?、){{1,4}}(?P<source>{many(kind('Zone'))}){ETC}(?:{GAP}{{0,8}})(?:组成|构成)"
        ),
        "Z由…、A、B组成",
        0.86,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('ResearchInstitute', 'Company')})(?:在(?:{AREA}|[我全本][省市区]|{GAP}{{0,4}}){{1,2}})"
            "(?:的)?(?:先后|共|现|已|内|还)?"
            f"(?:布局|设立|建有|设有|拥有|成立|办|建立)(?:了|有)?{GAP}{{0,6}}?"
            f"(?P<source>{many(kind('ResearchInstitute'))})(?={ETC}(?:[，。；]|等|[两三四五六七八九\\d]+[个家所]))"
        ),
        "B在…布局有A",
        0.84,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?:^|[，；])(?:规划|实施|空间|行政)?(?:范围|区域)?(?:包括|涵盖|覆盖|由)"
            f"(?P<target>{many(kind('City', 'District'))})"
            "(?:的)?(?:部分(?:区域|地区|乡镇|街道)|全域)?"
            "(?:组成|构成)?(?=[，。；]|$)"
        ),
        "包括B、C部分区域（承前）",
        0.84,
        topic="source",
        who="Zone",
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?:^|[，。；：])(?P<source>{many(SITED)}){ETC}"
            "(?:的)?(?:总部|项目|基地|工厂|企业|机构|平台|院所|[两三四五六七八九十\\d]+[个家所])?"
            "(?:均|都|也|就|已|全部|先后|相继|陆续|纷纷)*"
            "(?:设于此|设在此|坐落于此|位于此|落户于此|落地于此|扎根于此|汇聚于此|集聚于此|汇集于此|诞生于此|坐落其中|坐落其间|坐落(?:区|园)内|(?:均|都)?在(?:开发区|高新区|园区|新区|示范区|区|园|城)内(?=[，。；]|$))"
        ),
        "A、B均设于此（承前）",
        0.85,
        topic="target",
        who="Zone City District",
        near=True,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?:^|[，。；：])(?:在)?(?P<target>{_HOLDERS})(?:区域|境|园区|辖区|核心区|片区)?内，(?P<source>{many(_HELD)})"
            f"(?={ETC}{SO}(?:形成|加快|加速|集聚|汇聚|聚集|落户|入驻|发展|建设|建成|投产|竞相|蓬勃|拔地而起|鳞次栉比|正|已|{GAP}{{0,4}}$))"
        ),
        "B内，A、C加快集聚",
        0.84,
    ),
    cue(
        "LOCATED_IN",
        (
            "(?:^|[，。；：])(?:园|区|园区|城|基地|片区)内(?:现|还|已|共|先后|目前|分别)*(?:设有|设|有|建有|拥有|集聚|汇聚|聚集|布局|入驻|分布|坐落)(?:了|着)?"
            f"{GAP}{{0,10}}?(?P<source>{many(_HELD)})"
        ),
        "园内设A、B（承前）",
        0.85,
        topic="target",
        who="Zone Incubator",
        near=True,
    ),
    cue(
        "LOCATED_IN",
        "(?:^|[，。；：])(?:园|区|园区|城|基地)内(?:的)?"
        f"(?P<source>{many(kind('Company', 'ResearchInstitute', 'Lab'))})(?![内区园])",
        "园内A、B（承前）",
        0.84,
        topic="target",
        who="Zone Incubator",
        near=True,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?<![与和同、及])(?P<source>{many(kind('Company', 'ResearchInstitute', 'University'))}){ETC}(?:企业)?"
            f"{SO}(?:均|都)?在(?P<target>{_HOLDERS})(?:境内|内)?"
            "(?:均|都|已|先后|分别)?(?:建有|设有|拥有|办有|布局有)(?![^，。；]{0,12}(?:分公司|子公司|研究院|研发|实验室))"
        ),
        "A、B在Z建有基地",
        0.84,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('Zone')})(?:[\\d.]+(?:万)?(?:平方公里|公顷|亩))?（(?:含|包括|其中|内含)(?P<source>{many(kind('Zone'))})(?:[\\d.]+(?:万)?(?:平方公里|公顷|亩))?[，；）]"
        ),
        "Z几平方公里（含A）",
        0.9,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<source>{many(kind('Lab', 'ResearchInstitute', 'Company', 'Incubator', 'ServiceAgency'))}){ETC}"
            f"(?:均|都|同|同时){{1,2}}(?:隶属于?|直属于?|归属于?|属于)"
            f"(?P<target>{kind('University', 'ResearchInstitute', 'Company')})"
        ),
        "A、B均隶属C",
        0.88,
    ),
    cue(
        "LOCATED_IN",
        f"（(?P<source>{_HELD})）(?:现|总部|主要)?(?:位于|坐落于|坐落在|地处|选址于?|落户于?|入驻){OUTER}(?P<target>{AREA})",
        "简称（A）位于B",
        0.88,
    ),
    cue(
        "PART_OF",
        (
            f"(?:^|[，；])(?:园区|全区|新区|该区)?(?:主要|共|现)?由(?P<source>{many(kind('Zone'))}){ETC}(?:[两三四五六七八九十\\d]+[大个])?"
            "(?:功能|产业|重点)?(?:板块|园区|片区|组团|区域)?(?:共同)?(?:组成|构成)"
        ),
        "由A、B构成（承前）",
        0.85,
        topic="target",
        who="Zone",
    ),
    cue(
        "LOCATED_IN",
        f"(?P<source>{_HELD})（{OUTER}(?P<target>{AREA})[，；、](?=[^（）]{{0,10}}(?:单位|企业|牵头|依托|承担|建设|运营))",
        "A（B，依托单位…）",
        0.88,
    ),
    cue(
        "RELIES_ON",
        f"(?P<source>{_HELD})（[^（）]{{0,24}}?(?:依托|支撑)单位(?:为|是|：)?(?P<target>{many(PILLAR)})",
        "A（…，依托单位：B）",
        0.9,
    ),
)
