"""Clauses as grammar sees them: every mention is one placeholder character, and its character tells its class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.mention import Mention

LABELS = (
    "Region",
    "City",
    "District",
    "Country",
    "Zone",
    "University",
    "ResearchInstitute",
    "Lab",
    "Alliance",
    "Incubator",
    "Company",
    "GovernmentBody",
    "ServiceAgency",
    "Industry",
    "Cluster",
    "Policy",
    "Programme",
    "Fund",
    "Event",
    "Technology",
)
BASE, BLOCK = 0xE000, 300
ANY = f"[{chr(BASE)}-{chr(BASE + BLOCK * len(LABELS) - 1)}]"
GAP = f"[^，。；：{ANY[1:-1]}]"
_ASIDE = re.compile(r"（[^（）]*）")
_LEVEL = {"Country": 0, "Region": 1, "City": 2, "District": 3, "Zone": 4}


def kind(*labels: str) -> str:
    """Give the character class of the placeholders of some classes."""
    starts = [BASE + BLOCK * LABELS.index(label) for label in labels]
    return "[" + "".join(f"{chr(s)}-{chr(s + BLOCK - 1)}" for s in starts) + "]"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a paragraph with its mentions replaced by placeholders."""

    code: str
    used: dict[str, Mention]
    start: int
    end: int
    _acting: list[list[Subject]] = field(default_factory=list, init=False, repr=False, compare=False)

    def subjects(self) -> Sequence[Subject]:
        """Give who acts in the clause, found once."""
        if not self._acting:
            self._acting.append(subjects(self))
        return self._acting[0]

    def group(self, chars: str | None) -> list[Mention]:
        """Give the mentions of a matched part, without asides in brackets: A（B）、C gives A and C.

        Fields in the brackets of a field are fields of their own (装备（含机器人）).
        """
        return [self.used[c] for c in _ASIDE.sub(self._fields, chars or "") if c in self.used]

    def _fields(self, aside: re.Match[str]) -> str:
        before = aside.string[: aside.start()][-1:]
        named = [c for c in aside.group() if c in self.used]
        every = [c for c in (before, *named) if c in self.used]
        return "".join(named) if len(every) > len(named) and {self.used[c].label for c in every} == {"Industry"} else ""


def encode(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Clause:
    """Replace the outermost mentions of ``text[start:end]`` by placeholders.

    A spelled-out name stands for its place; of places written together (沈阳市浑南区) only the most specific is kept.
    """
    spelled = {(m.start, m.end): m for m in mentions if m.nested and m.rule == "shared ending"}
    outer = [m for m in mentions if not m.nested and start <= m.start and m.end <= end]
    counts: dict[str, int] = {}
    parts, at = [], start
    used: dict[str, Mention] = {}
    for i, mention in enumerate(outer):
        if mention.start < at:
            continue
        parts.append(text[at : mention.start])
        at = mention.end
        following = outer[i + 1] if i + 1 < len(outer) else None
        meant = spelled.get((mention.start, mention.end), mention)
        if following and meant is mention and _contains(mention, following):
            continue
        count = counts[meant.label] = counts.get(meant.label, 0) + 1
        if meant.label not in LABELS or count > BLOCK:
            parts.append(mention.surface)
            continue
        sign = chr(BASE + BLOCK * LABELS.index(meant.label) + count - 1)
        used[sign] = meant
        parts.append(sign)
    parts.append(text[at:end])
    code = re.sub(r"[“”‘’「」\s]", "", "".join(parts)).replace("(", "（").replace(")", "）")
    code = code.replace("【", "").replace("】", "：")
    return Clause(code, used, start, end)


def _contains(first: Mention, second: Mention) -> bool:
    if first.name.endswith(("圈", "群", "带")):
        return False  # the cities behind a metropolitan area are its members, not where it is told more closely
    levels = _LEVEL.get(first.label), _LEVEL.get(second.label)
    return first.end == second.start and levels[0] is not None and levels[1] is not None and levels[0] < levels[1]


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence at its semicolons."""
    at = start
    for match in re.finditer("；", text[start:end]):
        yield at, start + match.end()
        at = start + match.end()
    if at < end:
        yield at, end


SUBJECTS = kind(
    "City",
    "District",
    "Zone",
    "Region",
    "University",
    "ResearchInstitute",
    "Lab",
    "Alliance",
    "Incubator",
    "Company",
    "ServiceAgency",
    "Cluster",
    "GovernmentBody",
    "Fund",
)
_AREA = kind("City", "District", "Zone", "Region")
_LEAD = (
    r"(?:(?:近年来|近期|目前|当前|同时|此外|另外|其中|下一步|今年|去年|明年|未来|接下来|据介绍|据了解|据悉|据统计|数据显示|日前"
    r"|[一二两三四五六七八九十多双][心核极轴带翼区园廊圈点城芯港谷副主室院群链湾](?:即|为|是|指)|近日|当天|今日|昨日|截至目前|为此|例如|比如|如|至此|随后|"
    rf"[一二三四五六]是|[一二三四五六七八九十]+、|(?:截至|到|至)?(?:19|20)\d\d年[^，。；{ANY[1:-1]}]{{0,8}}"
    rf"|\d{{1,2}}月\d{{0,2}}日?|[从以][^，。；{ANY[1:-1]}]{{1,10}}来看|"
    rf"(?:位于|地处|坐落于|坐落在|落户)(?:{_AREA}){{1,2}}[^，。；：的{ANY[1:-1]}]{{0,6}}的|"
    rf"在[^，。；{ANY[1:-1]}]{{1,14}}(?:方面|中|上|下)|(?:重点|积极|全力|继续|大力)?(?:支持|推动|推进|鼓励|"
    r"引导|促进|指导|突出|将|把|由|对|在)|"
    rf"[—－-]++|\d+[.．、]|（[^（）]{{1,3}}）|　|◆|●|·|[①-⑳])[，：]?)*"
)
# An item of an enumeration that is no known name.
_OTHER = f"[^，。；：、“”的和与及推动建加强促进发展提升打造化{ANY[1:-1]}]{{2,12}}"
_SUBJECT = re.compile(
    rf"(?P<edge>^|[，；。：]|同意|引导|支持|推动|鼓励|协助|指导|组织)(?P<lead>{_LEAD})(?P<group>(?:{_OTHER}、){{0,2}}{SUBJECTS}"
    rf"(?:（[^（）]{{0,24}}）)?(?:(?:、{_OTHER}){{0,2}}(?:、|和|与|及){SUBJECTS}(?:（[^（）]{{0,24}}）)?){{0,12}})"
    rf"(?![^，。；：{ANY[1:-1]}]{{0,14}}(?:介绍|表示|透露|告诉记者|坦言|指出)(?:，|：|$))"
    rf"(?:等(?:市|城市|地|区|国家高新区|高新区)?)?(?![的、”])(?![^，。；：{ANY[1:-1]}]{{2,7}}的{ANY})"
    rf"(?![^，。；：建设打造推发展支持是在将以为与、围绕聚焦依托坚持制出印快视抓促{ANY[1:-1]}]{{2,10}}(?:实验区|试"
    r"验区|开发区|示范区|新区|园区|走廊|集群|集团|公司|大学|学院|研究院))"
)


# What may stand before the subject and names nobody: 为提升水平，甲市支持…
_AIM = re.compile(rf"(?:为了?|随着|围绕|针对|按照|根据|通过|面对|聚焦|近年来)[^，。；：{ANY[1:-1]}]{{2,40}}")
_OWNED = re.compile(
    rf"(?:^|[，；。：]){_LEAD}{SUBJECTS}(?:[、和与及]{SUBJECTS}){{0,6}}(?!全资|控股|参股)[^，。；：{ANY[1:-1]}]{{2,7}}的(?P<owned>{SUBJECTS})"
)
_THINGS = kind("Lab", "ResearchInstitute", "Zone", "Cluster", "Alliance", "Incubator", "ServiceAgency", "Event", "Fund")
# An item about a thing (某实验室：某大学牵头建设，位于某市): who builds it is not what stands there.
_ITEM = re.compile(rf"[^，。；：{ANY[1:-1]}]{{0,5}}{_THINGS}(?:（[^）]*）)?[：。]")
_BUILDS = re.compile(
    rf"(?:等{GAP}{{0,8}})?(?:将|共同|联合|合作|参与|负责|单独|具体){{0,3}}(?:牵头|建设|共建|组建|承建|承担|运营|主导|管理|联合)(?![^，。；]{{0,10}}{_THINGS})"
)
# Who takes part in what a clause opens with is not what stands there: 某实验室由甲牵头，乙、丙参与，总部设在丁.
_TAKES_PART = re.compile(
    rf"(?:等{GAP}{{0,8}})?(?:共同|联合|协同)?(?:参与|参加|配合|协同)(?:建设|共建|组建|参建)?(?=[，。；])"
)
_PIVOT = re.compile(r"推动|推进|促进|加快|深化")
_LED = re.compile(r"支持|鼓励|引导|指导|协助|推动|推进|促进|加快")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts: where the names end, whether they open the clause, the names, and those before 与 (A of A与B).

    ``pivot`` marks whom another one only moves (C推动A发展，建设B: C builds),
    ``agent`` by whom something is done (由A建设), ``led`` whom somebody else supports (支持A做强I).
    """

    end: int
    opens: bool
    names: list[Mention]
    first: list[Mention]
    pivot: bool = False
    agent: bool = False
    led: bool = False


_ARRIVES = re.compile(
    r"(?:[、和与][^，。；]{1,20})*(?:正式|成功|顺利|相继|已)*"
    r"(?:签约|落户|落地|揭牌|挂牌|建成|启用|投用|投产|开工|奠基|进入|加快推进|加快建设)"
)


def arrived(clause: Clause, mention: Mention) -> bool:
    """Say whether a clause tells that a thing itself has come or opened: what comes next does so beside it."""
    held = [sign for sign, m in clause.used.items() if (m.label, m.name) == (mention.label, mention.name)]
    return any(_ARRIVES.match(clause.code, clause.code.index(s) + 1) for s in held if s in clause.code)


def only_there(clause: Clause, mention: Mention) -> bool:
    """Say whether a mention does not build: only where it is done (在甲城布局乙中心), or a laboratory told before."""
    at = next((i for i, sign in enumerate(clause.code) if clause.used.get(sign) is mention), -1)
    return (at < 0 and mention.label == "Lab") or clause.code[: max(at, 0)].endswith("在")


def subjects(clause: Clause) -> list[Subject]:
    """Find who acts in a clause; of what is told by its builders (A与B合办的C) C acts."""
    found = []
    for match in _OWNED.finditer(clause.code):
        names = clause.group(match.group("owned"))
        found.append(Subject(match.end("owned"), match.start() == 0, names, names))
    for match in _SUBJECT.finditer(clause.code):
        group = match.group("group")
        edge = match.group("edge")
        pivot = bool(_PIVOT.search(edge + match.group("lead")))
        led = bool(_LED.search(edge + match.group("lead")))
        agent = match.group("lead").endswith("由") or bool(
            _ITEM.match(clause.code) and _BUILDS.match(clause.code, match.end("group"))
        )
        agent = agent or bool(_TAKES_PART.match(clause.code, match.end("group")))
        first = clause.group(re.split("[与和]", group)[0])
        opens = (match.start() == 0 and edge == "") or bool(_AIM.fullmatch(clause.code[: match.start()]))
        found.append(Subject(match.end("group"), opens, clause.group(group), first, pivot, agent, led))
    return sorted(found, key=lambda s: s.end)


# The next order of a plan, after which the one supported before acts no longer.
_ANEW = re.compile("，(?:并|同时|积极|大力|加快)*(?:支持|推动|鼓励|引导|指导|推进|促进|发挥)")


def outlived(subject: Subject, clause: Clause, position: int) -> bool:
    """Say whether a new order stands between whom somebody supports and a position (支持A扩区，推动B共享，组建C)."""
    return subject.led and _ANEW.search(clause.code, subject.end, position) is not None
