"""Frames: who does what with whom and where, read part by part of a sentence.

Cues (``loaders.cues_*``) are patterns of one wording each. This module reads the same ties from the parts of a clause
whatever their order: its subject (written or carried over), those it acts with (与…, 联合…), by whom something is done
(由…), where (在…), on whom it leans (依托…), the verb, and what the verb makes. After the frames of FrameNet
(Fillmore 1982), reduced to six: making together, agreeing, being run by, standing somewhere, joining, leaning on.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from loaders.clauses import ANY, GAP, Clause, kind
from loaders.gatherings import hosted
from loaders.mention import Mention
from loaders.needed import Guarded
from loaders.patterns import MADE, PARTNER, many
from loaders.ties import Candidate, Tier

_NAME = f"[^，。；：、与和同由在将已联携{ANY[1:-1]}]"
# Items of a list that are no known names may open it: 与甲稀土、乙大学.
_OPENING = f"(?:{_NAME}{{2,12}}、){{0,2}}"
_TAIL = f"(?:{_NAME}{{1,8}}?(?=[、和与及]))?"
_MORE = f"(?:(?:、?等|[两三四五六七八九\\d]+[家个所方市地省县区])[^，。；：{ANY[1:-1]}]{{0,14}}?)?"
_JOIN = "、|和|及|以及|，以及"
_GROUP = f"{_OPENING}{many(PARTNER, _TAIL, join=_JOIN)}"
_JOINED = "(?:与|和|同|联合|携手|会同|牵手|联手|协同)"
_SOFT = (
    "(?:将|已|还|又|也|要|正|正式|先后|分别|共同|现场|成功|进一步|全面|积极|签约|结对|继续|率先|日前|近日|当天|今年|去年|"
    "\\d+年|\\d+月|\\d+日|每年|联合|携手|联手|合作|协同|开展|分批|同步|先行|顺利|跨省|跨市|跨区域)*"
)
WITH = Guarded(f"{_JOINED}(?:{kind('Region', 'Country')}的)?(?P<group>{_GROUP}){_MORE}")
BY = Guarded(f"由(?P<group>{_GROUP}){_MORE}")
_LED = Guarded(f"由(?P<group>{_GROUP}){_MORE}(?:牵头|主导|为主|负责|发起)$")
_JOINT = "(?:共同|联合|携手|联手|合作|协同|共)"
_MAKE = (
    "(?:建设|建立|组建|成立|设立|打造|创建|创办|举办|主办|承办|搭建|布局|发起|筹建|兴办|培育|启动|申建|建成|办好|建)"
)
MAKING = Guarded(
    f"(?P<joint>{_JOINT})*(?P<verb>(?:发起|投资|规划|牵头|谋划|签约)?{_MAKE}{{1,2}}|合建|合办|共办|联办|共建)(?:了|的)?"
    f"(?P<between>{GAP}{{0,14}}?)(?P<made>{many(MADE, loose=True)})"
)
AGREEING = Guarded(
    "(?:签署|签订|签下|签约|达成|建立|缔结|结为|结成|结对|形成|开展|深化|加强|拓展|推进|启动|实施|确定)"
    "[^，。；：]{0,24}?(?:联合(?:实验室|研究|创新|研发)|长效机制|合作|协议|协作|合同|备忘录|协定|共建|伙伴|友好|姊妹|结对|帮扶|对接|联盟关系)|互派|互设|互认|共享|共设"
    "|(?:联合|共同|协同|合作|联动)(?:编制|申报|出台|印发|发布|制定|举办|承办|开展|实施|推进|攻关|研发|开发|申建|招商|培养|争创)"
    "|签约|结对|牵手|联姻|(?:校地|校企|院地|产学研|战略|全面|深度|对口|务实|友好)+合作|对口(?:协作|支援|帮扶)|互联互通"
    "|(?:共建|合建|(?<!联)合办(?!学)|共办|(?:共同|联合|携手|合作|协同)(?:建设|打造|创建|推进建设))(?=[^，。；]{3})"
)
RUN = re.compile(
    f"{GAP}{{0,14}}?(?:共同|联合|携手|合作|投资|出资|负责|具体|全权|牵头|统一|和|、|并)*"
    "(?:建设|共建|组建|打造|创建|设立|成立|运营|运行|管理|托管|代管|承建|主办|承办|协办|牵头|发起|创办|举办|开发|承担|实施|合资|出资)"
)
HAND_IN_HAND = re.compile("携手|联手|牵手|联合|会同")
_ALLIED = kind("Alliance")
JOINING = Guarded(
    f"(?:(?:加入|参加|参与发起|入选|入盟|加盟)(?:了)?{GAP}{{0,6}}?(?P<alliance>{_ALLIED})|(?:加入|加盟)(?:了|该)*(?:联盟|联合体)"
    f"|(?:成为|当选为?|入选|任|担任|是|系|为)(?P<office>{_ALLIED}){GAP}{{0,8}}?(?:成员|理事|会员|常务理事|副理事长|副会长|盟员)(?:单位|企业)?)"
)
HOLDING = Guarded(
    "(?:^|[，：])(?:其|公司|集团|学校|全院)?(?:下属|旗下|所属|下辖|下设|内设)(?:的|有|了)?(?:全资|控股)?(?:子公司|孵化平台|平台|机构|孵化器|园区|企业)?"
    f"(?P<part>{many(kind('Company', 'ResearchInstitute', 'Lab', 'Incubator', 'ServiceAgency', 'Zone'))})"
)
BOTH = re.compile(
    r"^(?:据悉|据了解|根据协议|按照协议|下一步|未来|今后|届时|，)*(?P<who>双方|三方|四方|各方|(?:两|三|四|五|六)(?:地|市|省|县|区|园|校|院|家|方))"
)
# What may stand between those who act together and what they do.
_BETWEEN = re.compile(
    f"(?:{_SOFT}|(?:在|就|围绕|依托|通过|以|于|按照?)[^，。；]{{1,30}}?(?:上|中|内|等?方面|等?领域)?|[^，。；：{ANY[1:-1]}的由]{{0,6}})*"
)
_MANY_SIDES = re.compile(r"[三四五六七多]方|相互|互为")
# a noun that is no known name acts before 与, and nobody else (某某示范区与甲市合作)
_UNREAD = re.compile(
    rf"(?:区|园|院|所|校|司|集团|中心|基地|市|县|省|企业|高校|部门|机构|平台|我们)$|(?:我|本|该|学)[校院所司]{_SOFT}$"
)
# Verbs of working together before 与B: who stands before them acts (甲区深化与乙的合作).
_DEEPENS = re.compile(r"(?:深化|加强|推进|开展|推动|拓展|密切|持续|促进|强化|扩大|积极)+$")
_NOT_MADE = re.compile(r"(?:中|内|的|所|建设|工作|方案|规划|标准|需要|发展)")
_LEFT = Guarded(f"(?P<group>{_OPENING}{many(PARTNER, join=_JOIN)}){_MORE}{_SOFT}$")
_OPENED = re.compile(
    f"(?:此外|同时|其中|目前|会上|当天)*(?P<group>{_OPENING}{many(PARTNER, join=_JOIN + '|与')}){_MORE}"
)
_HANGS = re.compile(f"挂靠(?:在|于)?(?P<group>{many(PARTNER)})")
_THING = re.compile(f"(?:的|了)?{GAP}{{0,8}}{MADE}")
_STANDING = re.compile(f"(?:位于|坐落于?|坐落在|落户于?|落地|地处|选址于?|在){ANY}")
_AND = re.compile(f"[与和同]{ANY}")
# A place before a word that no name is known of is where a body is from, and does not act: 湛江|农垦, 深圳|迈瑞.
_FROM = re.compile(
    f"{kind('City', 'District', 'Region')}(?![市县区省州盟旗等和与及同两三四五六七八九各的])(?=[\u4e00-\u9fff])"
)
MADE_LABELS = frozenset(
    {"Lab", "ResearchInstitute", "Zone", "Cluster", "Alliance", "Incubator", "ServiceAgency", "Event", "Fund"}
)
FOUNDS = frozenset({"Alliance"})
ORGANISED = frozenset(
    {"University", "ResearchInstitute", "Company", "GovernmentBody", "Lab", "Incubator", "ServiceAgency", "Alliance"}
)


NUMBERS = {"两": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6}


@dataclass(slots=True)
class Stage:
    """Who may act in a clause: ``carried`` tells who does at a position, ``partners`` are those who agreed to act."""

    carried: Callable[[int], list[Mention]]
    partners: list[Mention] = field(default_factory=list)
    alliances: list[Mention] = field(default_factory=list)
    named: Sequence[Mention] = ()
    here: Sequence[Mention] = ()
    both: bool = False

    def collective(self, word: str) -> list[Mention]:
        """Give whom 两市, 三地, 两省 … mean: the last places of that kind and number that were named."""
        labels = {"市": {"City"}, "地": {"City"}, "省": {"Region"}, "县": {"District"}, "园": {"Zone"}}.get(word[1:])
        count = NUMBERS.get(word[:1], 0)
        found: dict[str, Mention] = {}
        for mention in itertools.chain(reversed(self.here), reversed(self.named)):
            if labels and mention.label in labels and len(found) < count:
                found.setdefault(mention.name, mention)
        return list(found.values())[::-1] if count and len(found) == count else []


def frames(clause: Clause, tier: Tier, stage: Stage) -> Iterator[Candidate]:
    """Read the ties of the parts of a clause; what they agree on is left in ``stage`` for the next."""
    yield from hosted(clause, stage.named, tier)
    at, led = 0, None
    for part in clause.code.split("，"):
        yield from _part(part, at, clause, tier, stage, clause.group(led.group("group")) if led else [])
        at += len(part) + 1
        led = _LED.search(part)


def _part(
    part: str, at: int, clause: Clause, tier: Tier, stage: Stage, leading: Sequence[Mention] = ()
) -> Iterator[Candidate]:
    """Read one part; ``leading`` are those by whom the part before says that it is led (由A牵头，联合B共建C)."""
    yield from _joined_or_held(part, at, clause, tier, stage)
    yield from _run(part, at, clause, tier, stage)
    yield from _leaning(part, at, clause, tier, stage)
    both = BOTH.match(part)
    stage.both = bool(both) or stage.both
    if both and len(stage.partners) != NUMBERS.get(both.group("who")[:1], 2):
        stage.partners = stage.collective(both.group("who")) or stage.partners
    company = _together_with(part)
    own = _left_of(_DEEPENS.sub("", part[: company.start()]), clause) if company else []
    own = own or (list(leading) if company and company.start() == 0 else [])
    partners = clause.group(_FROM.sub("", company.group("group"))) if company else []
    unread = company is not None and bool(_UNREAD.search(part[: company.start()]))
    carried = stage.carried(at) if company and not (own or both or unread) else []
    acting = own or [m for m in carried if m not in partners]
    sides = [*acting, *partners]
    agreed = AGREEING.search(part, company.end()) if company else None
    hand = company is not None and company.end() == len(part) and HAND_IN_HAND.match(company.group())
    if company and (
        hand or (agreed and _BETWEEN.fullmatch(part, company.end(), agreed.start())) or _deepened(part, company)
    ):
        told = "分别" in part and 1 < len(acting) == len(partners)
        pairs = (
            list(zip(acting, partners, strict=True))
            if told
            else _pairs(sides)
            if _MANY_SIDES.search(part) or (agreed and agreed.group()[:2] in {"联合", "共同"})
            else [(a, b) for a in acting for b in partners]
        )
        for one, other in pairs:
            yield from _tie(tier, one, "COLLABORATES_WITH", other, "frame: A与B签约")
        if acting:
            stage.partners = _unique(sides)
    yield from _made(part, clause, tier, stage, company, acting, partners, both is not None)
    if own and not company:
        stage.partners = []


def _joined_or_held(part: str, at: int, clause: Clause, tier: Tier, stage: Stage) -> Iterator[Candidate]:
    """Read who joins an alliance (作为理事单位加入C), and what a body holds below it (下属的D)."""
    for match in JOINING.finditer(part):
        named = clause.group(match.group("alliance") or match.group("office"))
        alliances = named or stage.alliances
        lead = re.sub("^(?:积极|并|同时)*(?:支持|推动|鼓励|引导|组织|推荐)", "", part[: match.start()])
        joining = _opening(lead, clause) or stage.carried(at)
        for member in joining:
            for alliance in alliances[-1:]:
                yield from _tie(tier, member, "MEMBER_OF", alliance, "frame: A加入联盟")
    for match in HOLDING.finditer(part):
        for holder in stage.carried(at)[:1]:
            for held in clause.group(match.group("part")):
                yield from _tie(tier, held, "PART_OF", holder, "frame: 下属的D")
    stage.alliances += [m for m in clause.group(part) if m.label == "Alliance"]


def _run(part: str, at: int, clause: Clause, tier: Tier, stage: Stage) -> Iterator[Candidate]:
    """Read by whom a thing is run or built (C由A和B按51∶49的比例合资开发; 由A运营)."""
    for match in BY.finditer(part) if "由" in part else ():
        run = RUN.match(part, match.end())
        if not run or _THING.match(part, run.end()):
            continue
        lead = part[: match.start()]
        things = [m for m in _opening(lead, clause) if m.label in MADE_LABELS]
        if not things and re.fullmatch(r"(?:该?(?:项目|园区|平台|中心|基地|实验室|研究院|基金)|是|系)*", lead):
            things = _only_made(clause, at)
        yield from _built(things, clause.group(_FROM.sub("", match.group("group"))), tier)


def _only_made(clause: Clause, at: int) -> list[Mention]:
    """Give the thing with which a clause opens, if it names no other that can be made before a position."""
    free = _STANDING.sub("", clause.code[:at])
    made = [m for m in clause.group(free) if m.label in MADE_LABELS]
    opening = _opening(clause.code, clause)
    return opening if len(opening) == 1 and made == opening else []


def _leaning(part: str, at: int, clause: Clause, tier: Tier, stage: Stage) -> Iterator[Candidate]:
    """Read on whom a body hangs (C挂靠A)."""
    for match in _HANGS.finditer(part) if "挂靠" in part else ():
        office = re.search(r"(?:秘书处|办公室|会址)[^，。；]{0,4}$", part[: match.start()])
        hanging = _opening(part[: match.start()], clause) or ([] if office else stage.carried(at))
        for one in hanging[:1]:
            for other in clause.group(match.group("group")):
                yield from _tie(tier, one, "RELIES_ON", other, "frame: C挂靠A")


def _opening(lead: str, clause: Clause) -> list[Mention]:
    """Give the names with which a part opens, the subject of its verb."""
    match = _OPENED.match(lead)
    return clause.group(match.group("group")) if match else []


def _made(
    part: str,
    clause: Clause,
    tier: Tier,
    stage: Stage,
    company: re.Match[str] | None,
    acting: Sequence[Mention],
    partners: Sequence[Mention],
    both: bool,
) -> Iterator[Candidate]:
    """Read what several make together (A与B共建C; 与B签约，共同设立C; 双方将共建C)."""
    for match in MAKING.finditer(part):
        joint = match.group("joint") or match.group("verb") in {"共建", "合建", "合办", "共办", "联办"}
        agent = BY.search(part[: match.start()])
        if agent or _NOT_MADE.match(part[match.end() :]):
            continue
        if company and company.end() <= match.start():
            if not _BETWEEN.fullmatch(part, company.end(), match.start()):
                continue
            makers = [*acting, *partners]
        elif (both or joint) and len(stage.partners) > 1 and not _left_of(part[: match.start()], clause):
            makers = stage.partners
        else:
            continue
        things = clause.group(match.group("made"))
        yield from _built(things, makers, tier, "双方" if both or stage.both else "A与B")
        if both and not any(m.label == "Alliance" for m in things):
            for one, other in _pairs(makers):
                yield from _tie(tier, one, "COLLABORATES_WITH", other, "frame: 双方共建C")


def _built(things: Sequence[Mention], makers: Sequence[Mention], tier: Tier, who: str = "A与B") -> Iterator[Candidate]:
    for thing in things:
        for maker in makers:
            yield from _tie(tier, thing, "BUILT_BY", maker, f"frame: {who}共建C")
            if thing.label in FOUNDS:
                yield from _tie(tier, maker, "MEMBER_OF", thing, f"frame: {who}共建C (founder)")
        for one, other in _pairs(makers) if thing.label not in FOUNDS else ():
            yield from _tie(tier, one, "COLLABORATES_WITH", other, "frame: A与B共建C (joint builders)", derived=True)


def _together_with(part: str) -> re.Match[str] | None:
    """Find 与B, 联合B; not the second half of one of several pairs (A与B、C与D), nor of those by whom it is done."""
    match = WITH.search(part)
    if match is None or _AND.match(part, match.end()):
        return None
    return None if re.search("由[^，。；]*$", part[: match.start()]) else match


def _left_of(lead: str, clause: Clause) -> list[Mention]:
    """Give the names that end where the words go on with whom they act: the written subject."""
    match = _LEFT.search(lead)
    if match is None or re.search(r"[在由于对向从为让使]$", lead[: match.start()]):
        return []
    return clause.group(match.group("group"))


def _deepened(part: str, company: re.Match[str]) -> bool:
    """Say whether words around 与B tell of work together (深化与B的合作, 加强同B的联系)."""
    before = re.search(r"(?:深化|加强|推进|开展|推动|拓展|密切|持续|促进|强化|扩大)$", part[: company.start()])
    return bool(
        before and re.match(r"[^，。；]{0,14}(?:合作|协作|交流|对接|联系|协同|共建|联动)", part[company.end() :])
    )


def _pairs(sides: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    return [(a, b) for i, a in enumerate(sides) for b in sides[i + 1 :]]


def _unique(mentions: Sequence[Mention]) -> list[Mention]:
    return list({(m.label, m.name): m for m in mentions}.values())


def _tie(
    tier: Tier, source: Mention, type_: str, target: Mention, rule: str, *, derived: bool = False
) -> Iterator[Candidate]:
    tie = tier.tie(source, type_, target, rule, 0.83, derived=derived)
    yield from [tie] if tie else []
