"""Cues of trades: what a fund invests in, what a place fosters where its clause does not name it again."""

from __future__ import annotations

from loaders.clauses import GAP, kind
from loaders.grouped import PLAIN
from loaders.patterns import ETC, INDUSTRY, SO, TRADE, Cue, cue, many

_FIELD = kind("Industry")
_FIELDS = many(INDUSTRY, TRADE)
_PLACE = kind("City", "Zone")
_FOSTERS = (
    "(?:加快|大力|着力|重点|积极|优先|同步|前瞻|超前|全力|聚力|奋力|加力|集中力量|集中|持续|不断|主动|择优|因地制宜){0,2}"
    "(?:做大做强|做优做强|做强做优|做[大强优精]|侧重于?|侧重发展|兼顾发展|兼顾|延伸发展|配套发展|联动发展|同步发展|前瞻布局|"
    "培育发展|发展壮大|培育壮大|培育|发展|主推|深耕|谋划发展|谋划布局|错位发展|探索发展|布局发展)(?:了|以)?"
)
_RISING = (
    "(?:茁壮成长|蓬勃发展|加快发展|快速发展|快速成长|加速发展|加速崛起|加快崛起|加快壮大|发展壮大|不断壮大|持续壮大|日益壮大|加快集聚|加速集聚|"
    "发展迅速|发展势头|实现(?:两位数|较快|快速)增长|初具规模|做大做强|异军突起|从无到有)"
)
_NEW = (
    "(?:战新|战略性新兴|新兴|未来|优势|特色|支柱|主导|先进|高端|高新技术|高技术|重点)*"
    "(?:产业集群|产业链|产业|行业|制造业|领域)"
)
# 重点发展三大主导产业（甲、乙），四大服务业（丙、丁）: a group of fields and those in its brackets
_GROUP = (
    "(?:(?:[两二三四五六七八九十]|\\d{1,2})[大个条类项]|一批|一系列"
    f"|{PLAIN}|(?<=[展造强大优、，。：即和聚焦]){_FIELD})"
)
_KIND = "(?:产业集群|产业链条|产业链|产业|服务业|制造业|业态|行业|领域|赛道|集群|板块|方向|经济|业)?"
_CHOSEN = (
    "(?:一号|首位|首位度|主导|支柱|重点"
    "|优势|特色|主攻|核心|战略性?|战略性新兴|新兴|先导|未来|龙头|拳头|[百千万]亿级?|主打|头号)"
)
TRADES: tuple[Cue, ...] = (
    cue(
        "FOCUSES_ON",
        f"(?:把|将|选定|遴选|选取|选择|确定|确立|明确|锁定)(?P<target>{_FIELDS}){ETC}(?:产业|产业链|行业|领域)?(?:{SO})(?:作为|列为|定为|确定为|确立为|明确为|打造成?为?|"
        f"培育成?为?|发展成?为?|建设成?为?|为){GAP}{{0,6}}?{_CHOSEN}{{1,3}}(?:性)?(?:产业|方向|赛道|领域|行业|产业集群|工程)",
        "把I作为主导产业",
        0.88,
        topic="source",
        who="City Zone Cluster Incubator",
        home=True,
    ),
    cue(
        "FOCUSES_ON",
        f"(?:^|[，。；：])(?P<source>{_PLACE})(?:的)?(?P<target>{_FIELDS})(?:等)?(?:[两三四五六七八九]大)?(?:{_NEW}|板块)?{SO}(?:{_RISING}|(?:竞相|集群|集聚|协同|错位|融合)发展)",
        "A的I产业加快发展",
        0.84,
    ),
    cue(
        "FOCUSES_ON",
        f"{_GROUP}(?:{GAP}{{0,10}}?{_KIND}|{GAP}{{0,6}}?(?P<head>{_FIELD}){_KIND})（{GAP}{{0,4}}?(?P<target>{_FIELDS})(?:、?等)?）",
        "几大产业（I、J）（承前）",
        0.85,
        topic="source",
        who="Zone City Cluster",
    ),
    cue(
        "FOCUSES_ON",
        f"(?:^|[，。；：])(?:其中|同时|目前)?(?P<target>{_FIELDS})(?:等)?(?:{_NEW})?{SO}{_RISING}",
        "I产业茁壮成长（承前）",
        0.82,
        topic="source",
        who="City Zone",
        home=True,
    ),
    cue(
        "FOCUSES_ON",
        f"(?:^|[，。；：])(?:重点|持续|积极|大力)*(?:加强|聚焦|围绕|瞄准|面向|强化|开展|推进|突出|在)(?:了)?(?P<target>{_FIELDS})"
        f"等{GAP}{{0,6}}?(?:领域|产业|方向|行业|产业链)(?:中|上|的)?，?{SO}(?:实施|开展|组织|加强|推进|攻克|突破)?"
        f"(?:一批)?{GAP}{{0,6}}?(?:核心)?技术(?:联合|协同)?(?:攻关|研发|突破|创新|难题)",
        "加强I等领域技术攻关（承前）",
        0.82,
        topic="source",
        who="City Zone",
        home=True,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{kind('Fund')})(?=[^。；]{{0,80}}(?:投向|投资于?|支持|聚焦|围绕|服务))[^。；{kind('Fund')[1:-1]}]{{0,60}}?"
            f"(?:重点|主要|优先|专项)*(?:投向|投资于?|投资领域(?:为|包括)|支持|聚焦|围绕)(?:了)?{GAP}{{0,6}}?(?P<target>{_FIELDS})"
            f"(?={ETC}(?:[，。；]|产业|领域|方向|行业|项目|企业|赛道))"
        ),
        "基金投向I",
        0.86,
    ),
    cue(
        "FOCUSES_ON",
        (
            # what stands on a carrier (依托A、以A为载体，发展I) is not for certain the carrier's
            "(?:^|(?<=[，。；：]))(?![^，。；：]{0,60}(?:依托|为载体|为主体|为平台|为支撑|为抓手|基础上))[^，。；：]{0,60}(?P<at>)"
            f"[，；、](?:并|同时|还|将|要|已|正)?{_FOSTERS}{GAP}{{0,4}}?(?P<target>{_FIELDS})"
            f"(?=(?:等)?[，。；、]|{ETC}(?:(?:[两三四五六七八九十]|\\d+)[个大条])?(?:产业|产业链|产业集群|集群|行业|领域))"
        ),
        "发展I（承前）",
        0.83,
        topic="source",
        who="Zone City",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"[，；](?:并|同时|着力|加快|积极|大力)?(?:推动|推进|促进|加快|带动|支持)(?P<target>{_FIELDS}){ETC}(?:全产业链|高质量|健康|集群|集聚|特色|融合)"
            "{0,2}(?:能级跃升|能级提升|跃升|扩量提质|发展|延链|补链|强链|壮大|做大做强|做强做优|提质)(?=[，。；])"
        ),
        "推动I发展（承前）",
        0.82,
        topic="source",
        who="Zone City",
    ),
    cue(
        "FOCUSES_ON",
        f"(?<=、)做[大强优精]{{1,4}}(?P<target>{_FIELDS})",
        "做大I、做强J（承前）",
        0.83,
        topic="source",
        who="Zone City",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"[，；](?:以)(?P<target>{_FIELDS}){ETC}{GAP}{{0,4}}为(?:支撑|配套|补充|特色|辅|辅助|延伸|潜力|首位|新兴|未来|培育|重点)"
            "(?:产业|的|方向|[，。；])"
        ),
        "以J为支撑（承前）",
        0.86,
        topic="source",
        who="Zone City Cluster",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:^|[，；。])(?:已|初步|基本|加快|逐步)*(?:形成|培育|培育形成|建成|打造)(?:了|出|起)?{GAP}{{0,4}}?(?P<target>"
            f"{_FIELDS})等?[两二三四五六七八九十\\d]+[大个]{GAP}{{0,14}}?(?:产业集群|产业|集群|产业链)"
        ),
        "形成I等几大产业（承前）",
        0.84,
        topic="source",
        who="Zone City",
        home=True,
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?:^|[，；。])在(?P<target>{_FIELDS}){ETC}(?:等)?(?:重点|优势|特色|前沿|新兴){{0,2}}(?:领域|产业|方面|行业)"
            f"{GAP}{{0,4}}?(?:开展|进行|积极|大胆|率先){GAP}{{0,6}}?(?:先行先试|先行探索|探索示范|改革试点|试点示范|先行示范)"
        ),
        "在I领域先行先试（承前）",
        0.84,
        topic="source",
        who="Zone City",
    ),
    cue(
        "FOCUSES_ON",
        (
            f"(?P<source>{kind('City', 'Zone')}(?:与|和|同|携手|联合){kind('City', 'Zone', 'District')}){SO}"
            "(?:结对|联合|携手|共同|合作|联手|协同)+(?:重点)?(?:发展|培育|打造|做强|布局|建设|壮大)"
            f"{GAP}{{0,4}}?(?P<target>{_FIELDS})(?=产业|[，。；]|{ETC}(?:产业|集群))"
        ),
        "A与B共同发展I",
        0.86,
    ),
)
