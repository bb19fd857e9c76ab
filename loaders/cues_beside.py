"""Cues of names that stand side by side, in apposition, or that a verb of coming into being closes."""

from __future__ import annotations

from loaders.clauses import ANY, GAP, kind
from loaders.patterns import (
    AREA,
    BRACKET,
    BUILD,
    BUILDER,
    ETC,
    MADE,
    OUTER,
    PARTNER,
    SITED,
    SO,
    SPOT,
    TOGETHER,
    Cue,
    cue,
    many,
)

_UNIT = kind("Lab", "ResearchInstitute", "Incubator", "ServiceAgency")
_FIRST = "(?:首个|首家|首座|首条|首批|唯一|第一个|第一家|最大|首套|首台)"
_PLAIN = f"[^，。；：{ANY[1:-1]}]"
_PLACED_UNIT = kind("Lab", "ResearchInstitute", "Incubator", "ServiceAgency", "Zone", "University")
BESIDE: tuple[Cue, ...] = (
    cue(
        "PART_OF",
        (
            f"(?<![与和同由])(?:(?<!、)|(?<={_UNIT}、))"
            f"(?P<target>{kind('GovernmentBody', 'University', 'ResearchInstitute', 'Company')})"
            f"(?P<source>{_UNIT})(?![、和与]?{kind('University', 'GovernmentBody')})"
        ),
        "body before its unit",
        0.84,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<target>{SPOT})(?:的)?全?(?:市|省|区)?(?:地区)?{_FIRST}{_PLAIN}{{0,18}}?(?:——|—|－|：|，|、)?"
            f"(?P<source>{_PLACED_UNIT})"
        ),
        "B首个…——A",
        0.85,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"^(?:(?!联盟)[^{kind('Alliance')[1:-1]}])*?(?<![、{PARTNER[1:-1]}在])(?<![{PARTNER[1:-1]}]["
            f"和与及])(?<!联合)(?<!携手)(?<!会同)(?<!联手)(?P<all>{PARTNER}{BRACKET}(?:、|和|与|及)"
            f"{PARTNER}{BRACKET})"
            f"(?![、和与及]{PARTNER}){ETC}{SO}{TOGETHER}+{BUILD}+(?!{GAP}{{0,24}}(?:联盟|{kind('Alliance')}))"
        ),
        "A、B共同建设",
        0.85,
        shape="pairs",
    ),
    cue(
        "BUILT_BY",
        f"(?<![位在于])(?P<target>{kind('Zone')})(?P<source>{many(kind('Lab', 'Incubator'))})(?:的)?建设",
        "ZA建设",
        0.82,
    ),
    cue(
        "FOCUSES_ON",
        f"(?P<source>{kind('City')})(?P<target>{kind('Industry')})(?:产业)?(?=、[^，。；]{{0,40}}等[^，。"
        f"；]{{0,8"
        f"}}(?:品牌|集群|基地))",
        "CI、DJ等产业品牌",
        0.85,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<target>{kind('City', 'Zone', 'District')}{SO}(?:引进|引入|对接){many(PARTNER)}){ETC}"
            f"{SO}(?:合作"
            "|联合)?(?:共建|共同建设|共同打"
            f"造|联合建设|联合共建|合作建设)(?:的|了)?{GAP}{{0,8}}?(?P<source>{many(MADE, loose=True)})"
        ),
        "Z引进A共建B",
        0.86,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<source>{MADE})(?:系|为)(?P<target>{many(BUILDER)})(?:投资|出资|联合|共同|自主)*(?:建设|"
            "兴建|组"
            "建|创办|设立|运营|举办)"
        ),
        "C系A投资建设",
        0.88,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![{kind('Region')[1:-1]}、])(?<![，。；：]与)(?<![，。；：]同)(?<!^与)(?<!联动)(?<!带动)"
            f"(?P<all>{kind('City', 'District')}{{2}}|"
            f"{many(kind('City', 'District', 'Zone'))})(?:(?:两|"
            "三|四|多)"
            "?[市地区方])?(?:同城化|一体化|"
            "协同联动|联动发展|协同发展|抱团发展|同城发展|融合发展|互联互通)"
        ),
        "A、B同城化",
        0.85,
        shape="pairs",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![、与和同{PARTNER[1:-1]}])(?P<source>{many(PARTNER, join='、')}){SO}(?:与|和|同)(?P<target>"
            f"{many(PARTNER, join='、|和|及|以及')})"
            f"{ETC}{SO}(?:联合攻关|联合研发|联合开发|联合研制|共同研发|共同开发|共同研制|共同承担|协同攻"
            "关|联合申"
            "报|共同攻关|产学研|合作|对接|建立|组建|开展|"
            "签下|牵手|联姻|友好)"
        ),
        "A与B联合攻关",
        0.87,
    ),
    cue(
        "LOCATED_IN",
        f"(?P<target>{kind('City', 'District', 'Zone')})（(?P<source>"
        f"{many(kind('Lab', 'ResearchInstitute', 'University', 'Incubator', 'Company', 'Zone'))})）",
        "B（A）",
        0.82,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<target>{kind('Region')}){SO}(?:获批|获准)?(?:建设|创建|设立|打造|筹建|获批)(?:了)?{GAP}"
            f"{{0,6}}?(?P<source>"
            f"{kind('Zone', 'Lab')})"
        ),
        "R建设A",
        0.82,
    ),
    cue(
        "LOCATED_IN",
        f"(?:我省|全省|我市|全市){SO}(?:获批|获准)?(?:建设|创建|设立|获批)(?:了)?{GAP}{{0,6}}?(?P<source>"
        f"{kind('Zone', 'Lab')})",
        "R建设A",
        0.82,
        topic="target",
        who="Region City",
        home=True,
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[。；])(?:走进|来到|在)(?P<target>{kind('Zone', 'District', 'City')})，(?P<source>"
        f"{kind('Company', 'Zone', 'Lab', 'ResearchInstitute', 'Incubator')})(?!、|与|和|同|携手|联合)",
        "在B，A",
        0.82,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?<![与和同、])(?P<target>{kind('City', 'District')}){SO}(?:获批|获准|建成|布局)(?:了)?(?:"
            "建设|组建"
            f"|筹建|设立)?(?:的|了)?{GAP}{{0,8}}?(?P<source>"
            f"{many(kind('Lab', 'ResearchInstitute', 'Incubator', 'Zone'), loose=True)})"
        ),
        "C获批建设A",
        0.83,
    ),
    cue(
        "BUILT_BY",
        (
            f"(?P<target>{many(BUILDER)})(?:当选|担任|被?推选为|被?选举?为|获选为?|为|任|作为)(?:了)?(?:"
            "该?联盟|"
            "首届|第一届)*(?<!副)理事长(?:单位|企业|方)"
        ),
        "A担任理事长单位（承前）",
        0.86,
        topic="source",
        who="Alliance",
        near=True,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<source>{kind('Company', 'ResearchInstitute', 'Lab')})(?:是|系|作为|为)(?P<target>"
            f"{kind('City', 'District', 'Zone')})(?:的)?(?:一家|一所|首家|首个|"
            f"本土|本地|知名|重点|龙头|骨干|唯一)[^，。；：]{{0,20}}?(?:企业|公司|机构|平台|"
            "实验室|研究院)"
        ),
        "A是B的企业",
        0.86,
    ),
    cue(
        "LOCATED_IN",
        f"(?P<target>{kind('Zone')})(?P<source>"
        f"{kind('Lab', 'ResearchInstitute', 'Incubator', 'Company', 'University')})",
        "zone before a name",
        0.84,
    ),
    cue(
        "LOCATED_IN",
        (
            f"在(?P<target>{kind('Zone', 'City', 'District')})(?:的)?{GAP}{{0,8}}(?:，|"
            f"{kind('Lab', 'Incubator')}"
            "，)(?P<source>"
            f"{many(kind('Lab', 'ResearchInstitute', 'Incubator', 'ServiceAgency', 'University', 'Company'))})"
            f"{ETC}{GAP}{{0,20}}?(?:建成|投用|揭牌"
            "|运行|启用|落户|落地|集聚|聚集|汇聚|入驻|挂牌|投产|布局)"
        ),
        "在B，A等建成投用",
        0.87,
    ),
    cue(
        "BUILT_BY",
        f"(?:^|[，。；]){SO}牵头(?:组建|成立|发起|建设)(?:了)?(?P<source>"
        f"{kind('Alliance', 'Lab', 'ResearchInstitute', 'Fund')})",
        "牵头成立C（承前）",
        0.84,
        topic="target",
        who="City University Company ResearchInstitute Zone",
        home=True,
    ),
    cue(
        "LOCATED_IN",
        f"位于{OUTER}(?P<target>{AREA})(?:境内|内)?的(?:{GAP}{{0,16}}(?:——|—|-))?(?P<source>{SITED})",
        "位于B的A",
        0.9,
    ),
    cue(
        "LOCATED_IN",
        f"(?:^|[，。；：])区块[一二三四五六\\d]+(?:位于|坐落于|坐落在|地处)(?P<target>{AREA})",
        "区块一位于B（承前）",
        0.88,
        topic="source",
        who="Zone",
    ),
    cue(
        "LOCATED_IN",
        (
            f"在(?P<target>{many(AREA)})分别(?:建设|设立|布局|组建|建成|成立|打造|规划建设)(?:了)?(?P<source>"
            f"{many(SITED, loose=True)})"
        ),
        "在B、C分别建设A、D",
        0.88,
    ),
    cue(
        "LOCATED_IN",
        (
            "^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.．、])?(?P<target>"
            f"{AREA})(?:（\\d+[家个]）)?：(?P<source>{many(SITED)})(?={ETC}(?:。|；|$))"
        ),
        "B：A、C",
        0.9,
    ),
    cue(
        "RELIES_ON",
        f"(?P<source>{_UNIT})（依托(?P<target>"
        f"{kind('University', 'ResearchInstitute', 'Company', 'Lab', 'Zone')})(?:建设|组建|设立|运行)）",
        "A（依托B建设）",
        0.9,
    ),
    cue(
        "RELIES_ON",
        (
            "(?:^|[，。；])(?:并)?以(?P<target>"
            f"{kind('Lab', 'University', 'ResearchInstitute', 'Company', 'Zone')})为(?:技术|主要|重点)?依"
            "托(?=[，。；]|$)"
        ),
        "以B为依托（承前）",
        0.85,
        topic="source",
        who="Alliance Lab ResearchInstitute Incubator Zone Cluster ServiceAgency",
    ),
    cue(
        "RELIES_ON",
        f"由(?P<target>{kind('Company', 'University', 'ResearchInstitute')})担任(?:联盟)?盟主",
        "由B担任盟主（承前）",
        0.87,
        topic="source",
        who="Alliance",
        near=True,
    ),
    cue(
        "FOCUSES_ON",
        f"作为(?:其|园区|全区|全市)?(?:主导|支柱|优势|特色|首位)产业的(?P<target>{kind('Industry')})",
        "作为主导产业的I（承前）",
        0.87,
        topic="source",
        who="Zone City",
    ),
    cue(
        "BUILT_BY",
        f"(?P<source>{many(MADE)})（均?由(?P<target>{many(BUILDER)})(?:联合|共同|合作)?(?:合办|合建|共建|"
        "建设|运营|承建|创办)）",
        "A、C（均由B合办）",
        0.88,
        joint=True,
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<target>{kind('City', 'District')}){SO}(?:举办|承办|召开|举行)(?:了|的)?(?:首届|第[^，。"
            f"；]{{1,"
            f"4}}届)?{GAP}{{0,6}}?"
            f"(?P<source>{kind('Event')})"
        ),
        "C举办E",
        0.85,
    ),
    cue(
        "MEMBER_OF",
        f"由(?P<source>{kind('Company', 'University', 'ResearchInstitute')})担任(?:联盟)?盟主",
        "由B担任盟主（承前）",
        0.87,
        topic="target",
        who="Alliance",
        near=True,
    ),
    cue(
        "PART_OF",
        f"(?<![、与和同])(?P<target>{kind('Zone')})(?P<source>{kind('Zone')})(?![、与和])",
        "zone before its part",
        0.82,
    ),
    cue(
        "LOCATED_IN",
        (
            "(?:^|[，。；：])(?:其中|现有)?(?P<source>"
            f"{many(kind('Company', 'ResearchInstitute', 'Lab', 'Alliance', 'Incubator'))})等(?:{GAP}{{0,20"
            f"}}(?:企业|"
            f"项目|平台|机构|载体|资源|院所){GAP}{{0,8}}|(?:先后|相继|纷纷|陆续|均已|已)+)(?:入驻|落户|落地|汇聚|集聚|聚集|加速|投产|\\d)(?!(?:在|于|到|至)?(?:{AREA}|高新区|开发区|经开区|新区))"
        ),
        "A等入驻（承前）",
        0.84,
        topic="target",
        who="Zone",
        near=True,
    ),
    cue(
        "LOCATED_IN",
        f"(?:并|还|另|也)?有(?P<source>{many(SITED)})(?:等)?(?:坐落|落户|入驻)(?:其间|其中|于此|在此)",
        "有A坐落其间",
        0.86,
        topic="target",
        who="Zone",
        near=True,
    ),
    cue(
        "LOCATED_IN",
        f"由(?P<target>{kind('City', 'District', 'Zone')})代管",
        "由B代管（承前）",
        0.92,
        topic="source",
        who="Zone",
    ),
    cue(
        "LOCATED_IN",
        (
            f"(?P<source>{many(kind('University', 'ResearchInstitute'))})等{GAP}{{0,6}}(?:驻|在)[\u4e00-"
            "\u9fff](?:"
            "高校|院校|高等|大学|科研)"
        ),
        "驻X高校",
        0.9,
        topic="target",
        who="City",
    ),
)
