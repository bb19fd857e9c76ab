"""Cues of collaboration: who works with whom."""

from __future__ import annotations

from loaders.clauses import ANY, GAP, kind
from loaders.patterns import (
    AND,
    AREA,
    COOP,
    ETC,
    ETC_PLACE,
    LISTED,
    PARTNER,
    PLACES,
    SIGN,
    SO,
    TAIL,
    Cue,
    cue,
    many,
)

_SUBJECT_PARTNERS = (
    "City District Zone Region University ResearchInstitute Company Incubator Lab Alliance ServiceAgency GovernmentBody"
)
_COUPLE = f"{PARTNER}(?:市|省)?(?:与|和|同|—|－|-){PARTNER}(?:市|省)?"

# A place of a chain, with a town of its own or without (甲区子镇-乙县丑镇).
_TOWN = f"{kind('City', 'District')}(?:[\u4e00-\u9fff]{{2,3}}(?<!型)(?=[-—－–、等，]))?"
# What is done in a region and to be joined to: 甲协同发展、乙建设等战略.
_GROWTH = "(?:协同发展|一体化发展|高质量发展|融合发展|开放开发|发展|建设|开发)(?:国家)?(?:战略)?"

COLLABORATION: tuple[Cue, ...] = (
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![{PARTNER[1:-1]}])(?<![{PARTNER[1:-1]}]、)(?P<chain>{_COUPLE}(?:(?:、|，|和|以及|及)"
            f"{_COUPLE})*"
            ")(?:两[地市省])?(?:的)?"
            f"(?:开展|加强|建立|之间|双边|建立健全|进行|实施)*{GAP}{{0,8}}?(?:对口|结对|战略|跨区域|深度)"
            "?(?:合作|"
            "协作|帮扶|共建)"
        ),
        "pairs named with 合作",
        0.93,
        shape="chain",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![、与和同{PARTNER[1:-1]}])(?P<source>{many(PARTNER, join=LISTED)})(?:等)?(?:[两三四五六七八九"
            f"十\\d]+[家个所][^，。；：、与和同]{{1,4}})?{SO}(?:与|和|同|会同|联合|联手|携手"
            f"|牵手)(?P<target>{many(PARTNER, join=AND)}{ETC_PLACE})(?![、与和同]{ANY})(?:在[^，。；：]{{"
            f"1,40}}?"
            f"(?:领域|方面|产业|行业))?(?:{GAP}{{0,10}}{SIGN}(?:了"
            f")?[^，。；：]{{0,24}}{COOP}|{GAP}{{0,6}}(?:协同|联动|融合|一体化|抱团)发展(?!区))"
        ),
        "A与B签订…合作",
        0.93,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?:^|[，。；：])(?:园区|公司|学校|该[^，。]{{1,5}}|双方|企业|基地|全市|我市|我省|全省)?{SO}"
            "(?:与|同|"
            f"和){GAP}{{0,8}}(?P<target>{many(PARTNER, join=AND)}{ETC_PLACE}){GAP}{{0,14}}(?:{SIGN}(?:了)"
            "?[^，。；"
            f"：]{{0,24}}{COOP}|合作|签约)"
        ),
        "与B签订…合作（承前）",
        0.88,
        topic="source",
        who=_SUBJECT_PARTNERS,
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?P<source>{PARTNER}){SO}(?:联合|联手|携手|牵手)(?P<target>{many(PARTNER)})(?![^，。；"
            f"]{{0,8}}"
            "(?:共"
            "建|建设|组建|成立|打造|创建|设立|发起|举办|主办))"
        ),
        "A联合B",
        0.85,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            "(?:^|[，。；])(?<!牵头，)(?:并|还|同时)?(?:联合|携手|会同|牵手)(?P<target>"
            f"{many(kind('University', 'ResearchInstitute', 'Company', 'Lab'))})(?![^。；]{{0,8}}(?:共"
            "建|建设|"
            "组建|成立|打造|创建|设立))"
        ),
        "联合B（承前）",
        0.82,
        topic="source",
        who="University ResearchInstitute Company City",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?P<all>{many(kind('City', 'Zone', 'District'))})(?:两地|三地|两市|四地|三市)?(?:联合|携手|"
            "协同|共同"
            ")(?:推动|推进|开展|实施|编制|制定|探索|谋划|发展|建立|承办|举办)"
        ),
        "A、B联合推进",
        0.85,
        shape="pairs",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![与和同及、{PARTNER[1:-1]}])(?<!{kind('Region', 'Country')}的)(?P<all>{many(PARTNER)}){ETC}"
            "(?:共同|联合|正式)?签(?:署|订)"
            f"(?:的|了)?(?:{GAP}{{0,14}}(?:协"
            "议|协定|备忘"
            f"录|合同)|《?{kind('Policy')})"
        ),
        "A、B签署协议",
        0.88,
        shape="pairs",
    ),
    cue(
        "COLLABORATES_WITH",
        (f"(?P<all>{_TOWN}(?:[-—－–]{_TOWN}){{1,6}})(?:地区|等|都市圈|区域|合作|一体化|协同|毗邻|，|、)"),
        "A-B-C",
        0.8,
        shape="pairs",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?:推动|推进|促进|加强|强化|深化)(?P<source>{PARTNER})(?:与|和|同)(?P<target>"
            f"{many(PARTNER, join=AND)}){ETC_PLACE}(?![、与和同]{ANY}){GAP}{{0,14}}(?:协同|联动|全域联动|"
            "一体化|融"
            "合|对接|合作|交流|互动|同城化)"
        ),
        "推动A与B联动",
        0.92,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            "(?:加强|深化|推进|推动|开展|拓展|扩大|促进|主动|积极|强化|参与|持续|加快|全面)+(?:与|同|对接|和|参与)"
            "(?:国内|"
            f"国家)?(?P<target>{many(kind('Region', 'City', 'Country'), f'(?:{_GROWTH}|{TAIL})', join=AND)}{ETC_PLACE})"
            "(?![、与和同])"
            f"{GAP}{{0,12}}(?:合作|协作|交流|对接|联动|互动|衔接|发展战略|协同|融合发展|一体化)(?!(?:发展|战略|建设){{0,2}}"
            f"[、和及]{kind('Region', 'City')})"
        ),
        "加强与B合作",
        0.8,
        topic="source",
        who=PLACES,
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        f"(?:^|[，。；：])(?:联手|携手)(?:周边|兄弟)?(?P<target>{many(kind('Region', 'City'), join=AND)})",
        "联手B（承前）",
        0.82,
        topic="source",
        who=PLACES,
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?:对接|联动|融入)(?P<target>{many(kind('Region', 'City'))}){ETC_PLACE}(?:的|，|、){GAP}{{0"
            f",10}}[^。"
            f"；]{{0,20}}(?:合作|协作|联动|共享)"
        ),
        "对接B",
        0.82,
        topic="source",
        who=PLACES,
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            "(?:^|[，。；：、将已还并极点]|园区|企业|学校)(?:与|同|和)(?P<target>"
            f"{many(kind('ResearchInstitute', 'University', 'Company'))})"
            f"{ETC_PLACE}{SO}(?:共建|共同建设|共同打造|联合共建|合作共建|合作建设)"
        ),
        "与B共建",
        0.85,
        topic="source",
        who=PLACES + " Company University ResearchInstitute",
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (f"(?:对)(?P<target>{many(kind('Region', 'City', 'District'))})(?:等)?{GAP}{{0,8}}(?:帮扶|支援|协作|援助)"),
        "对B帮扶",
        0.85,
        topic="source",
        who="City Region",
        home=True,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![与同和、{PARTNER[1:-1]}])(?<!{kind('Region')}的)(?P<all>{many(PARTNER, join='、|和')})"
            "(?:[两三四五六双]|\\d)?(?:市|"
            f"地|县|区|省|方|校|[家个所]{GAP}{{1,4}})?(?:在"
            f"{AREA}{GAP}{{0,2}})?{SO}(?:举行|举办|召开|签|达成|签署|签订|开展|深化|推进){GAP}{{0,8}}(?:合作|签"
            "约|对接|协作|共建|联合攻关|联合研究|联合研发|协同攻关)"
        ),
        "A、B举行合作签约",
        0.88,
        shape="pairs",
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![、与和同由{PARTNER[1:-1]}])(?P<source>{many(PARTNER, join=LISTED)}){SO}(?:与|和|同)(?P<target>"
            f"{many(PARTNER, join=AND)}{ETC_PLACE}){SO}(?:跨省|跨区域|跨市)?(?:结对|共建|共同建设|共同打"
            "造|合作共建|互联互通|互设|互"
            "认|互派|缔结|共设|结为|签署|签订|签约|"
            "联手|携手|共享"
            "|友好|结成|合办|共办|互认|统筹联动|协同联动|深化合作|达成)"
        ),
        "A与B结对",
        0.9,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?P<source>{kind('City', 'District', 'Zone')}){SO}(?:引进|引入|吸引|对接|携手|牵手|联手)(?:了"
            ")?[^，。；：]{0,16}?(?P<target>"
            f"{many(kind('University', 'ResearchInstitute'))}){ETC}(?:来{GAP}{{0,3}}|在{GAP}{{0,4}})?(?:建"
            "立|设立|建设|共建|组建|成立|"
            "开展|合作|签)"
        ),
        "Z引进U建立…",
        0.85,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?<![、与和同{PARTNER[1:-1]}])(?P<source>{many(PARTNER, join=LISTED)}){SO}(?:与|和|同)(?P<target>"
            f"{many(PARTNER, join=AND)}){ETC}[^，。；]{{0,30}}?(?:协议|合同|备忘录|协定)(?:的)?(?:签订|签"
            "署|签约|"
            "签下)"
        ),
        "A与B…协议签订",
        0.88,
    ),
    cue(
        "COLLABORATES_WITH",
        (
            f"(?P<source>{kind('City', 'Region', 'District', 'Zone')}){SO}(?:(?:对口|结对)(?:帮扶|支援|协作|"
            "合作|援助)|援助|帮扶|支援)(?P<target>"
            f"{many(kind('City', 'Region', 'District', 'Zone'))})(?!{GAP}{{0,4}}(?:援助|帮扶|支援|对口|结对))"
        ),
        "A对口帮扶B",
        0.88,
    ),
)
