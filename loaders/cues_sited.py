"""Cues of settling: who moves into a place that was named before, what opens there, and on what a place leans."""

from __future__ import annotations

from loaders.clauses import GAP, kind
from loaders.patterns import ETC, FIRM_KIND, OUTER, PILLAR, SO, SPOT, Cue, cue, many

_SETTLERS = kind("Company", "University", "ResearchInstitute", "Lab", "Incubator", "Alliance", "ServiceAgency")
_GROW = "(?:发展|做强|做大|做优|培育|壮大|布局|主攻|聚焦|打造|承接|集聚|推动|推进|构建|形成|建设)"

# A sample of a counted lot: 甲装置等大科学装置5个, 乙院等6家研究机构.
_SAMPLE = kind("Lab", "ResearchInstitute", "Incubator", "ServiceAgency")
_ARRIVALS = kind("Lab", "ResearchInstitute", "Incubator", "ServiceAgency", "Zone", "Company", "University")
_LOT = f"等(?:{GAP}{{2,16}}?(?:共|达)?\\d+[多余]?[个家所项]|\\d+[多余]?[个家所项]{GAP}{{2,14}})"
_GAINED = (
    "(?:布局|落地|建成|建设|建有|拥有|引进|引育|引聚|集聚|聚集|汇聚|培育|打造|搭建|组建|吸引|获批|新增|落户|包括|形成)"
)

# What a place has won, and how many: 全市新获批3家…，分别是甲、乙; 此次上榜的4家…为甲、乙.
_WON = (
    "(?:新增|新获批|新认定|新入选|获批|获得批复|获评|入选|入围|上榜|通过(?:认定|验收|评审)|获得(?:认定|批准)|认定"
    "|建成|建有|拥有|现有|独占)"
)
_HOW_MANY = "(?:\\d+|[两三四五六七八九十]+)[多余]?[家个所户]"
_WINNER = kind("Company", "University", "ResearchInstitute", "Lab", "Incubator", "ServiceAgency")
_NOT_ALL = "(?:全国|国内|我国|全球|世界|与会|参会|签约|合作|对接|央企|名单)"

_VISITED = kind("Company", "Lab", "ResearchInstitute", "Zone", "Incubator")
_SAW = "(?:实地|现场)*(?:考察|调研|走访|参观|察看|查看|了解)"
# What comes into being where a text is at home: 甲研究院挂牌成立, 乙中心建成投用.
_UNITS = kind("Lab", "ResearchInstitute", "Incubator", "ServiceAgency")
_BORN = (
    "(?:挂牌成立|挂牌运行|挂牌运营|揭牌成立|揭牌运行|揭牌|挂牌|组建成立|建成投用|建成启用|建成投产|建成运行|建成|落成|投用|启用|投入使用"
    "|投入运营|投入运行|启动运行|启动建设|正式运行|实体化运行|进入试运营|获批建设|获批组建|获批筹建|开工建设|开工|落地建设|落地)"
)

SETTLING: tuple[Cue, ...] = (
    cue(
        "LOCATED_IN",
        f"(?<![与和同、])(?P<target>{SPOT})(?:市|区|县)?{FIRM_KIND}(?:——|：)?(?P<source>{many(kind('Company'))})",
        "B的龙头企业A",
        0.86,
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[，。；：])(?:作为|身为|位列)(?P<target>{SPOT})(?:市|区|县)?{FIRM_KIND}(?:之一)?，(?P<source>{kind('Company')})",
        "作为B的龙头企业，A",
        0.86,
    ),
    cue(
        "LOCATED_IN",
        f"(?<![与和同、])(?P<target>{SPOT})(?:辖区|区域|境|园区|园|区)?(?:内|里)?(?:现|共|已|目前|还|就|另){{0,2}}有(?:了)?(?P<source>{many(_SETTLERS)})"
        f"(?={ETC}(?:[，。；]|$))",
        "B有A等",
        0.84,
    ),
    cue(
        "LOCATED_IN",
        f"(?:落户|来到|入驻|扎根|落地|回到|选择|选址|进驻|在)(?:了|到|于)?{OUTER}(?P<target>{SPOT})(?:，|{GAP}{{0,6}}，)?(?:并|便)?{GAP}{{0,8}}?"
        f"(?:创办|创立|创建|注册成立|注册|成立|开办|设立)(?:了)?{GAP}{{0,6}}?(?P<source>{many(kind('Company'))})",
        "落户B，创办A",
        0.86,
    ),
    cue(
        "LOCATED_IN",
        f"(?:来到|前往|走进|抵达|赶赴|一行到|一行赴|团赴|组赴|^在|[，。；]在){OUTER}(?P<target>{SPOT}){GAP}{{0,6}}?(?:，[^。；]{{0,60}}?)?{GAP}{{0,8}}?"
        f"(?:深入|走进|走访|参观|考察|察看|查看|调研|探访)(?:了)?(?:位于)?"
        f"(?P<source>{many(kind('Company', 'Lab', 'ResearchInstitute', 'Zone', 'Incubator'))})",
        "来到B，走访A",
        0.84,
    ),
    cue(
        "LOCATED_IN",
        f"(?P<target>{SPOT})(?:有|占|新增|入选|获批)?{_HOW_MANY}(?:企业|单位|机构|平台)?(?:，|：)(?:分别|均)?(?:为|是|即)?(?P<source>{many(_WINNER)})",
        "B有N家，为A",
        0.86,
    ),
    cue(
        "LOCATED_IN",
        f"在{OUTER}(?P<target>{SPOT})(?:实地|现场)?(?:参观|走访|考察|调研|察看|查看)(?:了)?(?P<source>{many(_VISITED)})",
        "在B参观A",
        0.84,
    ),
    cue(
        "LOCATED_IN",
        f"(?:走访|参观|察看|查看|来到|走进|深入|到)(?:了)?(?P<source>{many(_VISITED)})"
        f"(?:{ETC}(?:地|处|企业|单位|园区|项目|现场)?{_SAW}|(?=，(?:详细|认真|仔细)?(?:{_SAW}|听取|询问)))",
        "到A考察（承前）",
        0.82,
        topic="target",
        who="Zone City District",
        near=True,
    ),
    cue(
        "LOCATED_IN",
        f"(?:先后|相继|依次|分别|实地|现场)+(?:走访|参观|考察|察看|查看)(?:了)?(?P<source>{many(_VISITED)})(?={ETC}[。；，]|$)",
        "先后走访A（承前）",
        0.82,
        topic="target",
        who="Zone City District",
        near=True,
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[，。；：]|的|目前|如今|近日|日前)(?P<source>{many(_UNITS)}){ETC}(?:相继|陆续|先后|正式|成功|顺利|已经?|也|均|双双|同步)*{_BORN}(?=[，。；]|$)",
        "A挂牌成立（报告的家）",
        0.8,
        topic="target",
        who="City District",
        home=True,
    ),
    cue(
        "LOCATED_IN",
        f"(?:扎根|深耕|立足|地处|坐落于?|安家|诞生于|成长于|总部设在|总部在|总部位于)(?:在|于)?{OUTER}(?P<target>{SPOT})(?:的|{GAP}{{1,8}}的)"
        f"(?P<source>{kind('Company', 'University', 'ResearchInstitute', 'Lab')})",
        "扎根B的A",
        0.86,
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[，。；：]|{SPOT})(?!{GAP}{{0,20}}{_NOT_ALL})(?:{GAP}{{0,16}}{_WON}{GAP}{{0,24}}?{_HOW_MANY}|{GAP}{{0,12}}{_HOW_MANY}"
        f"{GAP}{{0,12}}{_WON})(?!{GAP}{{0,16}}{_NOT_ALL}){GAP}{{0,16}}(?:，|：|；)?(?:其中)?(?:分别是|分别为|分别系|包括|包含|是|为|有|即|：)+"
        f"(?P<source>{many(_WINNER + '{1,2}')})",
        "新增N家，分别是A、B（承前）",
        0.84,
        topic="target",
        who="Zone City District Region",
        home=True,
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[，：]|{kind('Zone')}){GAP}{{0,8}}?{_GAINED}(?:了|有)?{GAP}{{0,6}}?(?P<source>{_SAMPLE}){_LOT}",
        "布局A等N个（承前）",
        0.84,
        topic="target",
        who="Zone",
    ),
    cue(
        "LOCATED_IN",
        f"{_LOT}(?:、|和|以及|，以及|，)(?P<source>{_SAMPLE}){_LOT}",
        "…N个、B等N个（承前）",
        0.82,
        topic="target",
        who="Zone",
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[，。；])(?P<target>{kind('Zone')})(?:正|将|要|已|加快|大力|全力|积极|持续|有序|稳步)*(?:推进|推动|加快|启动)"
        f"(?P<source>{many(kind('Zone', 'Lab', 'Incubator'))})"
        "(?:等)?(?:[一二三四五首]期|[1-5]期|项目|主体|工程|建设|开工|投用)",
        "Z推进A建设",
        0.82,
    ),
    cue(
        "LOCATED_IN",
        f"(?:发展|建设|打造|布局|培育|形成|建成)(?:了)?以(?P<source>{many(kind('Zone', 'Lab', 'Incubator'))})"
        "为(?:代表|龙头|引领|主体)的",
        "发展以A、B为代表的（承前）",
        0.82,
        topic="target",
        who="Zone",
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[，。；、]|的)(?P<source>{many(_ARRIVALS)})(?:项目)?(?:正式|成功|顺利|相继|陆续|先后|已|也|均|双双)*"
        "(?:签约落户|签约落地|落户建设|落地建设|落户|落地|揭牌运行|揭牌成立|揭牌|挂牌|建成启用|建成投用|建成投产|启用|投用|投产|开工建设|开工|奠基|入驻)"
        "(?=[，。；]|$)",
        "A、B揭牌（承前）",
        0.82,
        topic="target",
        who="Zone",
    ),
    cue(
        "LOCATED_IN",
        f"(?:体系|矩阵|网络|格局|力量|平台|集群)，(?:其中)?包括(?P<source>{many(_SAMPLE)}){_LOT}",
        "体系包括A等N个（承前）",
        0.82,
        topic="target",
        who="Zone City Region",
        home=True,
    ),
    cue(
        "LOCATED_IN",
        f"包括{many(_SAMPLE)}{_LOT}(?:，以及|、|和|，)(?P<source>{many(_SAMPLE)}){_LOT}",
        "包括…以及B等N个（承前）",
        0.82,
        topic="target",
        who="Zone City Region",
        home=True,
    ),
    cue(
        "PART_OF",
        f"统筹(?P<source>{many(kind('Zone'))})等?(?:重点|各|核心|主要)*(?:区域|片区|板块|园区|功能区)",
        "统筹A、B等区域（承前）",
        0.84,
        topic="target",
        who="Zone",
    ),
    cue(
        "LOCATED_IN",
        f"(?:企业|机构|项目|单位|院所|平台)(?:已|率先|集中|首批|先后|正式|签约|相继){{0,3}}(?:入驻|落户|进驻|落地|入园)，?(?:其中)?"
        f"(?:包括|有|涵盖|如)(?P<source>{many(_SETTLERS)})",
        "首批企业入驻，包括A（承前）",
        0.86,
        topic="target",
        who="Zone Incubator",
        close=True,
    ),
    cue(
        "LOCATED_IN",
        f"(?P<source>{kind('Company', 'University', 'ResearchInstitute', 'Lab', 'Incubator', 'ServiceAgency', 'Zone')})"
        f"(?:新址|新校区|新园区|总部|新厂区?|新工厂|主体工程|一期|二期|三期|项目|基地|大楼)?(?:\\d+月\\d+日|日前|近日)?在{OUTER}"
        f"(?P<target>{SPOT})(?:境内|内|{GAP}{{1,4}}(?:镇|乡|街道))?{SO}"
        "(?:启用|投用|投产|竣工|开园|开业|亮相|奠基|投入使用|正式运营|做大做强)",
        "A在B启用",
        0.86,
    ),
    cue(
        "LOCATED_IN",
        f"(?<![与和同、及])(?P<source>{many(kind('Company'))}){ETC}(?:企业)?{SO}在(?P<target>{SPOT})(?:境内|内)?{SO}"
        f"(?:投资|建设|建成|布局|投建|兴建|新建|落地|扩建)(?![^，。；]{{0,12}}(?:分公司|子公司|研究院|研发))",
        "A、B等在Z布局",
        0.84,
    ),
    cue(
        "LOCATED_IN",
        f"以(?P<target>{many(kind('Zone'))}){ETC}为(?:核心|主要)?(?:承载区|承载园区|承载地|载体|核心区)(?:，|、)(?:以)?"
        f"{many(kind('Zone'))}{ETC}为(?:协同|配套|拓展|辐射|支撑|联动)(?:园区|区|承载区)",
        "以Z为承载区、Y为协同区（承前）",
        0.84,
        topic="source",
        who="Cluster",
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[，；：]|、)(?:以)?(?P<target>{many(kind('Zone'))}){ETC}为(?:协同|配套|拓展|辐射|支撑|联动)(?:园区|区|承载区)",
        "Y为协同区（承前）",
        0.82,
        topic="source",
        who="Cluster",
    ),
    cue(
        "LOCATED_IN",
        f"(?P<source>{kind('Cluster')})(?:：|，)?(?:主要|重点|集中)?(?:布局|落户|落地)(?:在|于)?"
        f"(?P<target>{many(kind('Zone', 'District', 'City'))})(?=[，。；]|$)",
        "集群布局于Z",
        0.88,
    ),
    cue(
        "RELIES_ON",
        f"以(?P<source>{SPOT})为(?:核心|中心|引领|龙头|重点|主体)，(?:重点|主要|充分)?(?:依托|依靠)(?P<target>{many(PILLAR)}){ETC}，?"
        f"{SO}{_GROW}",
        "以A为核心，依托B发展",
        0.86,
    ),
    cue(
        "RELIES_ON",
        f"(?P<source>{kind('Zone', 'Cluster', 'Alliance')})(?:的)?建设(?:要|将)?以(?P<target>{many(PILLAR)})"
        f"{ETC}为(?:主体|依托|核心|支撑|载体)",
        "A建设以B为主体",
        0.88,
    ),
    cue(
        "PART_OF",
        f"(?:隶属|直属|归属|附属|从属)于?(?P<target>{kind('University', 'ResearchInstitute', 'Company', 'Lab')})的"
        f"(?P<source>{kind('University', 'ResearchInstitute', 'Company', 'Lab', 'Incubator', 'ServiceAgency')})",
        "隶属B的A",
        0.88,
    ),
    cue(
        "PART_OF",
        f"(?P<source>{kind('Zone')})(?:现|系|为)?(?:隶属于?|直属于?|归属于?)(?P<target>{kind('Zone')})",
        "园隶属区",
        0.92,
    ),
    cue(
        "PART_OF",
        f"(?:^|，)(?:园区|基地|片区)?(?:隶属于?|直属于?|归属于?)(?P<target>{kind('Zone')})(?!管委会|管理)",
        "园隶属区（承前）",
        0.86,
        topic="source",
        who="Zone",
    ),
    cue(
        "PART_OF",
        f"(?:推动|支持|引导|带动|促进)?区内(?:的)?(?P<source>{many(kind('Zone'))})",
        "区内A、B（承前）",
        0.82,
        topic="target",
        who="Zone",
        near=True,
    ),
    cue(
        "PART_OF",
        f"(?P<target>{kind('Lab', 'ResearchInstitute', 'Alliance')})(?:现|已)?(?:设|设立|分设)"
        f"(?P<source>{many(kind('Lab', 'ResearchInstitute', 'Alliance'))})"
        f"等?[两三四五六七八九\\d]+个",
        "A设B、C两个部",
        0.86,
    ),
)
