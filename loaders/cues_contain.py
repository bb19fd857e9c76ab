"""Cues of containment: what is part of what."""

from __future__ import annotations

from loaders.clauses import ANY, GAP, kind
from loaders.patterns import (
    AREA,
    BRACKET,
    ETC,
    ETC_PLACE,
    SO,
    Cue,
    cue,
    many,
)

CONTAINMENT: tuple[Cue, ...] = (
    cue(
        "PART_OF",
        f"(?P<source>{kind('City', 'District')})(?:位于|地处|是|作为|为|系)(?P<target>{kind('Region', 'City')})(?:的)?"
        "(?:省会|首府|(?:省域)?副中心城市|所?辖|下辖|地级市|县级市)",
        "A是Y的省会",
        0.9,
    ),
    cue(
        "PART_OF",
        f"(?P<target>{kind('Region')})(?P<source>{kind('City')}(?:、{kind('City')})+)(?:等)?[两三四五六七"
        "八九十\\d]+个?(?:市|城市|地)",
        "Y的A、B两市",
        0.88,
    ),
    cue(
        "PART_OF",
        (
            f"以(?P<source>{many(kind('City', 'Zone'))}(?:为[^，。；、]{{1,6}}、"
            f"{many(kind('City', 'Zone'))})?){ETC_PLACE}为(?:核心|中心|支撑|支点|主体|引领|龙头|"
            f"节点|极核)的(?P<target>{kind('Region')})"
        ),
        "以A为核心的Y",
        0.86,
    ),
    cue(
        "PART_OF",
        (
            "(?P<source>"
            f"{many(kind('Lab', 'ResearchInstitute', 'Incubator', 'ServiceAgency', 'Company'))})(?:是|为|"
            "系|作为)(?P<target>"
            f"{kind('University', 'ResearchInstitute', 'Company', 'GovernmentBody')})(?:的)?(?:下属|所属|"
            "直属|旗下|下设|控股|全资)"
        ),
        "A是B下属",
        0.9,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('University', 'ResearchInstitute', 'Company', 'GovernmentBody')})(?:的)?(?"
            ":下属|所属|直属|旗下)(?:的)?(?P<source>"
            f"{many(kind('Lab', 'ResearchInstitute', 'Incubator', 'ServiceAgency', 'Company'))})"
        ),
        "B下属的A",
        0.9,
    ),
    cue(
        "PART_OF",
        (
            f"在{AREA}?(?P<target>{kind('Lab', 'ResearchInstitute', 'University')})(?:内|里|中)?，(?P<source>"
            f"{many(kind('Lab', 'ServiceAgency', 'Incubator'))}){ETC}{GAP}{{0,20}}?(?:建成|投用|揭牌|运行"
            "|启用|挂牌)"
        ),
        "在X，A等建成投用",
        0.84,
    ),
    cue(
        "PART_OF",
        (
            f"(?:^|(?<!牵头)(?<!参与)(?<!参加)(?<!协同)(?<!配合)[，。；])(?:重点|着力|将|还|已|同时|先后){{0,3}}(?:建设|搭建|打造|设立|组建|建有|建成|设"
            f"有)(?:了)?{GAP}{{0,8}}?(?P<source>"
            f"{many(kind('Lab', 'ServiceAgency'), loose=True)})"
        ),
        "建设内部平台（承前）",
        0.82,
        topic="target",
        who="Lab ResearchInstitute",
    ),
    cue(
        "PART_OF",
        f"(?P<source>{kind('City', 'Region', 'District')})(?:市|县)?(?:地处|位于|处于)(?:我国|中国|全国)?"
        f"(?P<target>{kind('Region')})",
        "A地处R",
        0.84,
    ),
    cue(
        "PART_OF",
        f"(?:^|[，。；])地处(?:我国|中国)?(?P<target>{kind('Region')})(?:的)?(?P<source>{kind('City', 'District')})",
        "地处R的A",
        0.84,
    ),
    cue(
        "PART_OF",
        f"(?:规划|布局|拥有|建有|建成|形成|设有|下设|打造|划分为|分为)(?:建设|布局)?了?(?P<source>{many(kind('Zone'))})(?:等)?[两二三四五六七八九\\d]+[个大][^，"
        f"。；]{{0,6}}(?:区|园|片区|组团|板块)",
        "规划了A、B两个片区（承前）",
        0.84,
        topic="target",
        who="Zone",
        near=True,
    ),
    cue(
        "PART_OF",
        (
            f"同意(?P<source>{many(kind('Zone'))})(?:等)?(?:[\\d两三四五六七八]个)?{GAP}{{0,8}}建设(?P<ta"
            f"rget>{kind('Zone')})(?=[，。；]|$)"
        ),
        "同意A、B建设Z",
        0.88,
    ),
    cue(
        "PART_OF",
        f"(?P<source>{many(kind('City', 'District'))})(?:[两二三四五]?[市地县区])?(?:是|为|作为)(?:我省|全省|省内)",
        "A、B是我省的…",
        0.86,
        topic="target",
        who="Region",
        home=True,
    ),
    cue(
        "PART_OF",
        (
            f"(?:是|为|作为)(?P<target>{kind('Region')})(?:的)?(?:核心区|核心城市|中心城市|核心区域|核心"
            "增长极|重"
            "要组成部分|重要城市|"
            "主要城市|节点城市|重要节点|副中心城市|双核|龙头城市|中心)"
        ),
        "是R的核心区域（承前）",
        0.85,
        topic="source",
        who="Region City",
    ),
    cue(
        "PART_OF",
        (
            f"(?:是|为|系|属于|，|、|作为)(?P<target>{kind('Zone')})(?:一[区城][一二三四五六七八九十多\\d]+园)?(?:的)?(?:核心区|核心园区|核心承载区|"
            "核心板块"
            "|主体园"
            "区|重要组成部分|组成部分|分园|片区|拓展"
            "区|先导区|核心组成部分|重要片区)"
        ),
        "Z的核心区（承前）",
        0.88,
        topic="source",
        who="Zone",
    ),
    cue(
        "PART_OF",
        (
            f"以(?P<source>{many(kind('Zone'))})为核心区?(?!，?以)(?:，|建设|打造|创建)*{GAP}{{0,10}}(?P<target>{kind('Zone')})"
        ),
        "以Z为核心区建设Y",
        0.88,
    ),
    cue(
        "PART_OF",
        (
            f"以(?P<source>{many(kind('Zone'))})为核心区?(?:，以[^，。；]{{1,60}}为[^，。；]{{2,6}}){{1,3}}，?"
            f"{SO}(?:建设|打造|创建|构建){GAP}{{0,6}}(?P<target>{kind('Zone')})"
        ),
        "以Z为核心区，以X为…，建设Y",
        0.88,
    ),
    cue(
        "PART_OF",
        (
            f"(?:统筹|整合|联动|串联)(?P<source>{many(kind('Zone'))}){ETC}(?:{GAP}{{0,4}}(?:资源|力量|板块|园区))?，"
            f"(?:共同|规划|高标准|高水平|加快)*(?:建设|打造|创建|构建){GAP}{{0,6}}?(?P<target>{kind('Zone')})"
        ),
        "统筹A、B等，建设Y",
        0.84,
    ),
    cue(
        "PART_OF",
        (
            f"以[^，。；]{{1,40}}为核心区?，(?:以[^，。；]{{1,60}}为[^，。；]{{2,6}}，)?以(?P<source>{many(kind('Zone'))})为"
            "(?:辐射|拓展|联动|协同|支撑|示范|带动|延伸|配套)区?"
            f"(?:，以[^，。；]{{1,60}}为[^，。；]{{2,6}})?，?{SO}(?:建设|打造|创建|构建){GAP}{{0,6}}(?P<target>{kind('Zone')})"
        ),
        "以Z为核心区，以X为辐射区，建设Y",
        0.86,
    ),
    cue(
        "PART_OF",
        (
            f"(?<!{kind('City', 'District', 'Region')})以(?P<source>{many(kind('Zone'))})为(?:核心|极核|龙头|引领)"
            f"(?!区?，?以|区?的|承载区|区?，?{ANY}|，?(?:重点|主要|大力|着力|加快)?(?:发展|培育|主攻|聚焦))"
        ),
        "以Z为核心区（承前）",
        0.85,
        topic="target",
        who="Zone",
        near=True,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('Region', 'Zone')}){BRACKET}"
            "(?:范围|规划范围|一区(?:[二三四五六七八九十多]+|\\d+)园|一城[二三四"
            "五多]园)?(?:，)?(?:包括|涵盖|覆盖|由|包含|下辖|辖|"
            "囊括)(?P<s"
            f"ource>{many(kind('City', 'District', 'Zone', 'Region'))}){ETC}"
        ),
        "Y包括A、B",
        0.88,
    ),
    cue(
        "PART_OF",
        (f"(?P<source>{many(kind('District'))})(?:隶属于?|属于|由)(?P<target>{kind('City')})(?:代管|管辖)?"),
        "A隶属B",
        0.92,
    ),
    cue(
        "PART_OF",
        (
            "(?P<source>"
            f"{kind('Lab', 'ResearchInstitute', 'Incubator', 'ServiceAgency', 'GovernmentBody')})(?:是|"
            "为|系)?(?:隶属于?|直属于?|设在|依附)(?P<target>"
            f"{kind('University', 'ResearchInstitute', 'Company', 'GovernmentBody', 'Lab')})"
        ),
        "A隶属B",
        0.93,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('Lab', 'ResearchInstitute', 'University', 'Company', 'Incubator')})(?:下设"
            "|内设|下"
            f"辖|设有|下属)(?:了)?{GAP}{{0,8}}?(?P<source>"
            f"{many(kind('Lab', 'ResearchInstitute', 'Incubator', 'ServiceAgency'), loose=True)})"
        ),
        "B下设A",
        0.92,
    ),
    cue(
        "PART_OF",
        (
            f"(?:(?:科研|创新|公共|服务)(?:平台|设施|中心)(?:包括|有|为)|下设|内设|设有)(?:了)?{GAP}{{0,8"
            f"}}?(?P<so"
            f"urce>{many(kind('Lab', 'ServiceAgency'), loose=True)})"
        ),
        "下设A（承前）",
        0.85,
        topic="target",
        who="Lab ResearchInstitute University Incubator",
    ),
    cue(
        "PART_OF",
        (
            "(?:^|[，。；：]|构成)(?:园区|全区|全园)?(?:现|共|下)?(?:包括|涵盖|包含|下辖|管辖|辖|囊括|划分为|分为)(?:了)?"
            f"(?:[两三四五六七八九十\\d]+[个大]{GAP}{{0,6}}[：，](?:即|分别为|分别是)?)?(?:{GAP}{{2,14}}?(?:、|及|和)){{0,3}}"
            f"(?P<source>{many(kind('Zone', 'District'))}){ETC}"
        ),
        "辖A、B（承前）",
        0.86,
        topic="target",
        who="Zone",
    ),
    cue(
        "PART_OF",
        (
            f"(?P<source>{many(kind('Zone'))}){GAP}{{0,14}}（(?:以下)?(?:统称|合称|并称|统一简称)(?:为)?("
            "?P<target>"
            f"{kind('Zone', 'Region')})）"
        ),
        "A、B（统称Y）",
        0.88,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<source>{many(kind('Zone', 'City', 'District'))}){ETC_PLACE}(?:被|已|正式|整体|全部|先后){{0,2"
            f"}}(?:纳入|划入|并入|加入)"
            f"(?P<target>{kind('Zone', 'Region')})(?:实施|规划|建设)?"
            "(?:范围|规划|版图|统一|一体化?|管理|托管|体系|$|[，。；])"
        ),
        "A纳入Y",
        0.88,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('Region')})(?:范围|规划范围)?(?:，)?(?:包括|涵盖|包含|由)[^。；]{{2,80}}?"
            f"{kind('City')}(?:市)?的(?P<source>"
            f"{many(kind('District'))})"
        ),
        "Y包括…C的D",
        0.86,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<source>{many(kind('City', 'District', 'Zone'))}){ETC_PLACE}(?:[两三四五六七八九十]+[市"
            "地区县])?(?:共同|联合)?(?:组成|构成|组建|形"
            "成)(?:的|了)?"
            f"(?P<target>{kind('Region')})"
        ),
        "A、B组成Y",
        0.88,
    ),
    cue(
        "PART_OF",
        f"(?P<source>{many(kind('City'))})等(?:[^，。；的]{{0,6}}?)(?P<target>{kind('Region')})(?:的)?(?:重点|核心|主要|节点|中心)?城市",
        "A、B等Y城市",
        0.86,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('Region')})(?:是指|指|即)?以(?P<source>{many(kind('City', 'Zone'))})"
            "为(?:中心|核心|引领|龙头|主体|双核)"
        ),
        "Y以A为中心",
        0.85,
    ),
    cue(
        "PART_OF",
        (
            f"(?P<target>{kind('Region')})(?:是指|指|即)?(?:以|由){ANY}{{1,4}}为(?:中心|核心|引领|龙头|主体)，?"
            f"(?:与|和|同|联合|联动|带动|辐射带动|辐射|包括|涵盖){GAP}{{0,14}}?"
            f"(?P<source>{many(kind('City', 'District'))})"
            f"{ETC_PLACE}(?:等)?(?:共同|一起)?(?:组成|构成|形成|发展|$|[，。；])"
        ),
        "Y以A为中心，与B共同组成",
        0.86,
    ),
    cue(
        "PART_OF",
        f"(?P<target>{kind('City')})(?:现|共)?(?:下辖|管辖|辖)(?P<source>{many(kind('District', 'Zone'))})",
        "B辖A",
        0.9,
    ),
    cue(
        "PART_OF",
        f"(?:^|，)(?:包括|涵盖|包含)(?P<source>{many(kind('City', 'District'))}){ETC_PLACE}",
        "包括A、B（承前）",
        0.82,
        topic="target",
        who="Region",
    ),
)
