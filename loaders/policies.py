"""Policies and programmes: who issued them, what they rest on, whom they are for, which document sets them up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.agreements import between, signed
from loaders.clauses import ANY, GAP, Clause, cut, encode, kind
from loaders.containment import superior
from loaders.documents import Paragraph
from loaders.issuing import carry_out, issue
from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention
from loaders.needed import Guarded
from loaders.patterns import many
from loaders.references import Memory, references
from loaders.relations import Scene, actors
from loaders.setting import home_place
from loaders.ties import Candidate, Tier
from loaders.titles import applies, issuers, province_of, zones_in

_SO = (
    "(?:则|现场|会上|先后|陆续|已|正式|研究|联合|相继|近日|日前|还|也|又|将|共同|在全省率先|率先|积极|全面|深入|滚动|"
    "持续|当年|首次|要|组织|大力|同时|并|继续|扎实|有序|着力|全力|认真|\\d|年|月){0,4}"
)
_ISSUE = (
    "(?:制定并?出台|制定印发|制定实施|制定落实|颁布实施|印发实施|研究制定|编制印发|出台|印发|制定|发布|推"
    "出|颁布|审定|编制|审议通过|批复|下发|公布|出台实施|设立|启动实施)"
)
_CARRY = f"(?:实施|启动|开展|推行|推进实施|组织实施|继续推进实施|(?:推进|打造|擦亮)(?={kind('Programme')}))"
_FOLLOW = "(?:落实|推进|执行|依托|贯彻|兑现)"
_ISSUER = kind("GovernmentBody", "City", "Region", "Zone")
_PAPER = kind("Policy", "Programme")
ISSUED = Guarded(
    f"(?P<who>{many(_ISSUER)}){_SO}{_ISSUE}+(?:实施)?(?:了|的)?{GAP}{{0,14}}?(?P<what>{many(_PAPER, loose=True)})"
)
ISSUED_ON = Guarded(
    f"(?:^|[，。；：、]){_SO}(?:并)?{_ISSUE}+(?:实施)?(?:了)?{GAP}{{0,14}}?(?P<what>{many(_PAPER, loose=True)})"
)
CARRIED = Guarded(
    f"(?P<who>{many(_ISSUER)}(?:等{GAP}{{0,6}})?)：?{_SO}{_CARRY}(?:了)?{GAP}{{0,10}}?(?P<what>"
    f"{many(_PAPER, loose=True)})(?!试点|试验|示范)"
)
FOLLOWED = Guarded(
    f"(?P<who>{many(_ISSUER)}(?:等{GAP}{{0,6}})?)：?{_SO}{_FOLLOW}(?:了)?{GAP}{{0,10}}?(?P<what>"
    f"{many(_PAPER, loose=True)})"
)
# What a province or a city begins or is known by is its own.
BEGUN = Guarded(
    f"(?P<who>{kind('Region', 'City')}){_SO}(?:启动|打造|擦亮|推出|设立)+(?:了)?{GAP}{{0,8}}?"
    f"(?P<what>{many(kind('Programme'), loose=True)})"
)
BEGUN_ON = Guarded(
    f"[，；](?:并|还|又|已|先后|同时|率先)*(?:启动|打造|擦亮|推出)(?:了)?{GAP}{{0,4}}?"
    f"(?P<what>{many(kind('Programme'), loose=True)})"
)
BESIDE = Guarded(f"(?P<who>{kind('Region', 'City', 'Zone')})(?:的)?(?P<what>{_PAPER})")
OF_PROVINCE = Guarded(f"(?:我省|全省|省)(?P<what>{kind('Programme')})")
CARRIED_ON = Guarded(
    f"(?:^|[，。；：、])(?:在[^，。；：{ANY[1:-1]}]{{2,10}})?{_SO}{_CARRY}+(?:了)?"
    f"{GAP}{{0,10}}?(?P<what>{many(_PAPER, loose=True)})(?!试点|试验|示范)"
)
# 全省先后出台…，颁布实施了《甲》: the province issued it
OF_HOME = re.compile(r"(?:^|[，。；：])(?:我省|全省|省里|本省)")
OF_BODY = Guarded(f"(?P<who>{many(kind('GovernmentBody'))})(?:的)?(?P<what>{kind('Policy')})")
MADE_BY = Guarded(f"由(?P<who>{many(kind('GovernmentBody'))}){GAP}{{0,6}}{_ISSUE}(?:的)?(?P<what>{_PAPER})")
PASSIVE = Guarded(
    f"(?P<what>{_PAPER})(?:已|业已|正式)?由(?P<who>{many(kind('GovernmentBody'))}){GAP}{{0,6}}(?:{_ISSUE}|组织实"
    "施|牵头实施)"
)
ISSUED_WITH = Guarded(
    f"(?P<who>{kind('GovernmentBody')}(?:会同|联合|商){many(kind('GovernmentBody'))}){GAP}{{0,8}}{_ISSUE}+(?:了)"
    f"?{GAP}{{0,8}}?"
    f"(?P<what>{many(_PAPER, loose=True)})"
)
RESTS_ON = (
    re.compile(
        f"(?P<paper>{kind('Policy')})(?:的)?(?:编制|实施|制定)?(?:要|应|应当|须)[^。；]{{0,40}}?(?:贯彻落实|落实|贯彻|对接|衔接)(?:好)?"
        f"(?P<basis>{many(kind('Policy'), loose=True)})"
    ),
    re.compile(
        f"(?P<paper>{kind('Policy')})(?:是)?(?:根据|依据|按照|以)(?P<basis>{many(kind('Policy'), loose=True)})"
        "(?:为依据)?(?:编制|制定)"
    ),
    re.compile(
        f"(?:根据|依据|落实|贯彻|按照)(?:国家|省|市)?(?P<basis>{many(kind('Policy'), loose=True)})[^。；]{{0,24}}?"
        f"(?:制定|编制|出台|印发)(?:实施)?(?:了)?{GAP}{{0,8}}?(?P<paper>{kind('Policy')})"
    ),
)
# to whom something is issued (向甲市、乙市人民政府印发P)
_ADDRESSED = re.compile(f"[向致给](?:{ANY}|[、和与等各])*$")
RECEIVED = Guarded(
    rf"你(?:们|省|市|部|委|区|院)(?:(?!报送|审批|报请|批准){GAP}){{0,8}}(?P<what>{kind('Policy')})[^，。；]{{0,20}}收悉"
)
# a clause that is a programme's name and nothing else heads what is said of it
HEADING = re.compile(rf"^(?:\d+[.．、])?(?P<what>{kind('Programme')})[。：]?$")
SETS_UP = Guarded(
    f"(?P<paper>{kind('Policy')})(?:提出|明确|部署|确定)(?:了|将|要)?(?:实施|开展|启动|组织)?(?:了)?{GAP}{{0,4}}"
    "?(?P<what>"
    f"{many(kind('Programme'), loose=True)})"
)
NAMED_BY = Guarded(f"(?P<what>{kind('Programme')})是(?P<paper>{kind('Policy')})(?:提出|明确|部署|确定|设立)的")
FITS = Guarded(f"(?P<paper>{_PAPER})适用(?:于|范围为)(?P<place>{many(kind('Zone', 'City', 'Region'))})")
SET_UP = Guarded(
    "(?:实施|开展|启动|推进|深化|组织|建立|引导|加强)+(?:好)?(?:高新技术企业)?(?P<what>"
    f"{many(kind('Programme'), loose=True)})"
)
BASIS = Guarded(
    "(?:根据|依据|按照|遵照|为|落实|贯彻|贯彻落实|实施|围绕|结合|执行|对接|衔接)+(?:好|了)?(?:国家|党中央"
    "、国务院|党中央|国务院|省委、省政府|市委、市政府|国家和省|省)*(?:关于)?(?:的)?"
    f"[^，。；：]{{0,8}}?(?P<what>{many(kind('Policy'), loose=True)}(?:（[^（）]*）)?(?:等?(?:法律法规|文件|政策|规划)*"
    f"(?:精神|要求|规定|部署)*(?:以及|及|和|，以及|，并结合){many(kind('Policy'), loose=True)})*)"
)
FORWARDED = Guarded(
    f"^(?P<who>{many(kind('GovernmentBody'))}(?:等{GAP}{{0,8}})?)关于(?:印发|发布|公布|转发){GAP}{{0,3}}(?P<what"
    f">{kind('Policy')})"
)
OWN_VOICE = re.compile(
    r"我[厅局委部办](?:组织|研究|认定|决定)|决定(?:新?认定|授予|命名|公布|在|建立|开展)|现予以?公布|设立[^，。；]{2,24}(?:资金|基金|专项)|(?:制定|编制|特制定|制订|出台|拟定|形成)(?:了)?(?:本|《|如下|以下|"
    r"此|\ue000|[\ue000-\uf8ff])|为(?:主"
    r"要)?依据|总体部署|现将?.{0,8}(?:印发|通知)|提出(?:如下|以下)|结合(?:我|本)(?:省|市|区).{0,4}实际|部"
    r"署|要求"
)
FULFILLED = Guarded(
    f"(?<!并)(?:以落实|全面落实|贯彻落实|落实|实施|围绕|^依据|^根据|^按照){GAP}{{0,4}}"
    f"(?P<what>{many(kind('Policy'), loose=True)})"
)
# A sentence that tells what came about since (“十三五”以来，…; 近年来，…).
_TOLD = re.compile(
    r"[“”（）()一二三四五六七八九十、\d.．]{0,6}(?:“?十[一二三四五六]五”?(?:时期|期间)?(?:以来)?，|(?:“?十[一二三四五六]五”?(?:时期|期间|以来))"
    r"|过去|[三五]年来|近[几两三五]?年来?|(?:自)?(?:20)?\d\d年以来|一年来|党的十[七八九]大以来)(?!，?为)"
)
_SUPERVISED = re.compile(r"保障|组织|考核|领导")
PLANNED = re.compile(r"(?:工程|计划|行动|专项|制度|项目|培训)[”’]?$")
GUIDING = re.compile(r"指导思想|总体要求|总体思路|编制依据|规划依据|制定依据|编制说明")


@dataclass(frozen=True, slots=True)
class PolicyScene:
    """What the reader of policies shares over a document.

    ``own`` is the document itself as a policy, or None for a newspaper page; ``at`` the paragraph of its title.
    """

    own: Mention | None
    scene: Scene
    home: Home
    lexicon: Lexicon
    at: int = 0


_FOR_A_ZONE = re.compile(
    r"[\u4e00-\u9fff]{3,}(?:[^地]区|城|园|谷|港|走廊|科学中心)(?:建设|发展|总体|空间|国土空间|概念性)*(?:规划|方案|纲要)"
)


def policy_ties(
    paragraph: Paragraph, span: tuple[int, int], mentions: Sequence[Mention], shared: PolicyScene
) -> Iterator[Candidate]:
    """Read the ties of policies and programmes in one sentence.

    Parameters
    ----------
    mentions : those of the sentence.
    """
    tier = Tier(shared.scene.schema, span)
    _address(paragraph, mentions, shared.scene.memory)
    papers = [m for m in mentions if m.label in {"Policy", "Programme"}]
    titled = shared.own is not None and span[0] == 0 and paragraph.number == shared.at
    if not papers and not titled:
        return
    mentions = sorted(
        [*mentions, *references(paragraph.text, span, mentions, shared.scene.memory, shared.scene.acting())],
        key=lambda m: (m.start, -m.end),
    )
    reach: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for mention in papers:
        for tie in _of_title(mention, mentions, shared, tier):
            yield tie
            if tie.type == "APPLIES_TO" and (tie.target[0] == "Zone" or mention.name.startswith(tie.target[1][:2])):
                reach.setdefault(tie.source, set()).add(tie.target)
    for start, end in cut(paragraph.text, *span) if papers else ():
        clause = encode(paragraph.text, start, end, mentions)
        for tie in _issued(clause, shared, tier):
            other = _FOR_A_ZONE.search(tie.source[1]) and tie.target[1][:2] not in tie.source[1]
            if tie.type == "APPLIES_TO" and (other or tie.target not in reach.get(tie.source, {tie.target})):
                continue  # whom its title names it is for, not who issues it
            yield tie
            yield from _also_inner(tie, papers)
        yield from signed(clause, tier, shared.scene.memory.agreed)
        yield from _between_papers(clause, tier)
        for match in RECEIVED.finditer(clause.code):
            asked = clause.group(match.group("what"))
            yield from issue(shared.scene.memory.addressed, asked, "你们的请示收悉", 0.92, tier)
        if shared.own:
            yield from _own_basis(clause, paragraph, shared.own, tier)
            yield from _own_programmes(clause, paragraph, shared, tier)
    if shared.own and titled:
        yield from _own_reach(shared.own, mentions, shared, tier)


def _address(paragraph: Paragraph, mentions: Sequence[Mention], memory: Memory) -> None:
    """Note to whom a document is addressed (甲部、乙省人民政府：): 你们 in it means them."""
    bodies: list[Mention] = []
    for mention in reversed([m for m in mentions if m.label == "GovernmentBody" and not m.nested]):
        behind = paragraph.text[mention.end : bodies[0].start if bodies else len(paragraph.text)]
        if not re.fullmatch(r"[、，和]" if bodies else r"[：:]", behind):
            break
        bodies.insert(0, mention)
    opens = bodies and re.search(r"(?:^|批复|通知|意见|函|复函)$", paragraph.text[: bodies[0].start].rstrip())
    if opens and not memory.addressed:
        memory.addressed = bodies


def _headed(title: str, place: str) -> bool:
    """Say whether a title begins with a place that is not only its issuer's."""
    return title.startswith(place) and not title.startswith(("人民政府", "政府", "委"), len(place))


def _of_title(mention: Mention, mentions: Sequence[Mention], shared: PolicyScene, tier: Tier) -> Iterator[Candidate]:
    """Read a title and its number: 《X人民政府关于…》 is issued by X; 《沈阳市…办法》 is for 沈阳市."""
    if mention.label == "Policy":
        for issuer, sure in issuers(mention, shared.home, shared.lexicon):
            if tie := tier.tie(mention, "ISSUED_BY", issuer, "issuer in the title", sure, implied=True):
                yield tie
            for body, trust in superior(issuer):
                if tie := tier.tie(issuer, "PART_OF", body, "owner in the name", trust, implied=True):
                    yield tie
        yield from between(mention, mentions, tier)
    told = list(applies(mention, mentions, shared.home, shared.lexicon))
    zones = zones_in(mention.name, shared.scene.memory.named)
    if len(zones) == 1 and zones[0].rule == "what is approved":
        zones += [place for place in told if zones[0].name.startswith(place.name)]
    above = [m for m in told if zones and m.label == "Region" and _headed(mention.name, m.surface)]
    zones += [m for m in above if not zones[0].name.startswith(m.surface)]
    for place in told if len(told) > 1 else zones or told:
        if tie := tier.tie(mention, "APPLIES_TO", place, "place in the title", 0.85):
            yield tie
        if shared.own and mention.name == shared.own.name:
            yield from _joint(place, shared, tier)
    if mention.label == "Policy":
        for inner in mentions:
            held = (
                inner.label == "Programme" and inner.nested and mention.start < inner.start <= inner.end <= mention.end
            )
            if held and (tie := tier.tie(inner, "PART_OF", mention, "programme in a title", 0.92)):
                yield tie


def _issued(clause: Clause, shared: PolicyScene, tier: Tier) -> Iterator[Candidate]:
    for pattern in (ISSUED, OF_BODY, MADE_BY, FORWARDED, PASSIVE, ISSUED_WITH):
        for match in pattern.finditer(clause.code):
            if not _ADDRESSED.search(clause.code[: match.start()]):
                who, what = clause.group(match.group("who")), clause.group(match.group("what"))
                yield from issue(who, what, "A出台P", 0.93, tier)
    report = bool(shared.own and shared.own.name.endswith("报告"))
    for match in ISSUED_ON.finditer(clause.code):
        who = actors(clause, match.start() + 1, frozenset({"City", "Zone", "GovernmentBody"}), shared.scene, report)
        if not who and shared.home.province and OF_HOME.search(clause.code[: match.start() + 1]):
            province = shared.home.province
            who = [Mention(0, 0, "Region", province, province, "home of the document", 0.9)]
        what = clause.group(match.group("what"))
        yield from issue(who, what, "出台P（承前）", 0.82, tier)
        own = [m for m in what if not who and shared.home.seat and m.name.startswith(shared.home.seat)]
        seat = Mention(0, 0, "City", shared.home.seat, shared.home.seat, "home of the document", 0.86)
        yield from issue([seat] if shared.home.seat.endswith("市") else [], own, "出台P（承前）", 0.82, tier)
    for match in BEGUN.finditer(clause.code):
        yield from issue(clause.group(match.group("who")), clause.group(match.group("what")), "A启动P", 0.84, tier)
    for match in BEGUN_ON.finditer(clause.code):
        who = actors(clause, match.start() + 1, frozenset({"Region"}), shared.scene)
        yield from issue(who, clause.group(match.group("what")), "启动P（承前）", 0.82, tier)
        yield from carry_out(who, clause.group(match.group("what")), "实施P（承前）", 0.82, tier)
    approving = bool(shared.own and re.search("(?:批复|函)$", shared.own.name))
    subject = shared.scene.memory.subject
    approved = [subject] if subject and subject.label == "Zone" else []
    for match in CARRIED.finditer(clause.code):
        who = approved if approving else clause.group(match.group("who"))
        yield from carry_out(who, clause.group(match.group("what")), "A实施P", 0.86, tier)
    for match in FOLLOWED.finditer(clause.code):
        who = [m for m in clause.group(match.group("who")) if m.label == "Zone"]
        yield from carry_out(who, clause.group(match.group("what")), "A落实P", 0.86, tier)
    for match in BESIDE.finditer(clause.code):
        for place, paper in zip(clause.group(match.group("who")), clause.group(match.group("what")), strict=False):
            if tie := tier.tie(paper, "APPLIES_TO", place, "place before a title", 0.86):
                yield tie
    for match in OF_PROVINCE.finditer(clause.code) if shared.home.province else ():
        here = Mention(0, 0, "Region", shared.home.province, shared.home.province, "home of the document", 0.9)
        for paper in clause.group(match.group("what")):
            if tie := tier.tie(paper, "APPLIES_TO", here, "place before a title", 0.88, implied=False):
                yield tie
    for match in CARRIED_ON.finditer(clause.code):
        who = actors(clause, match.start() + 1, frozenset({"City", "Zone", "GovernmentBody"}), shared.scene, report)
        who = approved if approving else who
        yield from carry_out(who, clause.group(match.group("what")), "实施P（承前）", 0.8, tier)


def _between_papers(clause: Clause, tier: Tier) -> Iterator[Candidate]:
    """Read what papers say of each other, of their programmes and of whom they are for."""
    told = [
        *((m, "BASED_ON", "paper", "basis", "P根据Q制定") for p in RESTS_ON for m in p.finditer(clause.code)),
        *((m, "PART_OF", "what", "paper", "P提出W") for p in (SETS_UP, NAMED_BY) for m in p.finditer(clause.code)),
        *((m, "APPLIES_TO", "paper", "place", "P适用于Z") for m in FITS.finditer(clause.code)),
    ]
    for match, type_, source, target, rule in told:
        for one in clause.group(match.group(source)):
            for other in clause.group(match.group(target)):
                yield from [tie] if (tie := tier.tie(one, type_, other, rule, 0.86)) else []


def _also_inner(tie: Candidate, papers: Sequence[Mention]) -> Iterator[Candidate]:
    """Tie the programme in a title to those who issued the paper and to whom it is for."""
    outer = [m for m in papers if (m.label, m.name) == tie.source and not m.nested and m.label == "Policy"]
    for paper in outer if tie.type in {"ISSUED_BY", "APPLIES_TO"} and tie.target[0] == "City" else ():
        for inner in papers:
            if inner.label == "Programme" and inner.nested and paper.start < inner.start and inner.end <= paper.end:
                yield replace(tie, source=(inner.label, inner.name), rule="programme in a title")


def _own_basis(clause: Clause, paragraph: Paragraph, own: Mention, tier: Tier) -> Iterator[Candidate]:
    """Read what the document itself rests on, where it speaks of itself."""
    guiding = any(GUIDING.search(title) for title in paragraph.section) and paragraph.kind != "heading"
    voiced = bool(OWN_VOICE.search(clause.code)) and not any(
        "组织" in t or "考核" in t or "保障" in t for t in paragraph.section
    )
    plan = (
        re.search(r"(?:规划|纲要)(?:（.*）)?$", own.name)
        and not paragraph.box
        and not _SUPERVISED.search(" ".join(paragraph.section))
    )
    for match in FULFILLED.finditer(clause.code) if plan else ():
        for paper in clause.group(match.group("what")):
            if (
                paper.name != own.name
                and "《" in paper.surface
                and (tie := tier.tie(own, "BASED_ON", paper, "落实P", 0.82))
            ):
                yield tie
    reply = re.search("批复$|复?函$", own.name) is not None
    for match in BASIS.finditer(clause.code) if guiding or (voiced and not paragraph.box) else ():
        for paper in clause.group(match.group("what")):
            if paper.name.endswith("战略") and (reply or _TOLD.match(clause.code)):
                continue  # what was done, and what others shall do, is no ground of the paper
            if paper.name != own.name and (tie := tier.tie(own, "BASED_ON", paper, "根据P", 0.88)):
                yield tie


def _own_programmes(clause: Clause, paragraph: Paragraph, shared: PolicyScene, tier: Tier) -> Iterator[Candidate]:
    """Read the programmes that the document itself sets up: those that no city, zone or body is said to carry out."""
    own = shared.own if shared.own and not shared.own.name.endswith("报告") else None
    for match in (*SET_UP.finditer(clause.code), *HEADING.finditer(clause.code)) if own else ():
        before = clause.code[: match.start()]
        if re.search(rf"{kind('City', 'Zone', 'Region', 'GovernmentBody', 'District')}{GAP}{{0,8}}$", before):
            continue
        if actors(clause, match.start() + 1, frozenset({"City", "Zone", "District"}), shared.scene):
            continue
        sure = 0.85 if paragraph.kind == "heading" else 0.8
        for programme in clause.group(match.group("what")):
            if (
                own
                and PLANNED.search(programme.name)
                and (tie := tier.tie(programme, "PART_OF", own, "programme set up by the document", sure))
            ):
                yield tie


def _own_reach(own: Mention, mentions: Sequence[Mention], shared: PolicyScene, tier: Tier) -> Iterator[Candidate]:
    """Tie the document to the region, city or zone in its title."""
    for issuer, sure in issuers(own, shared.home, shared.lexicon):
        if tie := tier.tie(own, "ISSUED_BY", issuer, "issuer in the own title", sure, implied=True):
            yield tie
    places = list(applies(own, (), shared.home, shared.lexicon))
    if shared.home.subject:
        region = shared.home.subject
        places = [Mention(0, 0, "Region", region, region, "place in the title", 0.95)]
    subject = shared.scene.memory.subject
    if subject and subject.rule == "what is approved":
        places = [subject, *(p for p in places if p.label in {"City", "District"} and subject.name.startswith(p.name))]
    else:
        places = places if len(places) > 1 else zones_in(own.name, mentions) or places
    if not places and own.name.endswith("政府工作报告") and (speaker := home_place(shared.home)):
        places = [Mention(0, 0, *speaker, speaker[1], "place whose report it is", 0.93)]
    for place in places:
        if tie := tier.tie(own, "APPLIES_TO", place, "place in the own title", 0.95):
            yield tie
        yield from _joint(place, shared, tier)


def _joint(zone: Mention, shared: PolicyScene, tier: Tier) -> Iterator[Candidate]:
    """Place the joint zone of several cities that the document is about in the province."""
    province = province_of(zone, shared.home, shared.lexicon)
    if province and (tie := tier.tie(zone, "LOCATED_IN", province, province.rule, 0.82, implied=True)):
        yield tie
