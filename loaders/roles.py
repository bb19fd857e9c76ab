"""Roles: who leads, takes part in, pays for and runs a thing, told one after the other.

«C由甲牵头，乙、丙参与», «C由甲发起，乙共同出资», «支持甲、乙参与建设»: the thing is told once,
at the head of the clause or behind a verb of founding, and each body behind it says its own part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import ANY, GAP, Clause
from loaders.mention import Mention
from loaders.needed import Guarded
from loaders.patterns import BRACKET, BUILDER, ETC, MADE, many
from loaders.ties import Candidate, Tier

_LEADS = "牵头(?:组建|建设|筹建|实施)?|发起(?:成立|设立|组建)?|主导(?:建设|组建)?|举办|主办|总牵头"
_JOINS = (
    "(?:参与|参加|参建|协同|配合|支持|协助)(?:建设|共建|组建|攻关|发起|实施)?|共建|共同发起|"
    "(?:共同|联合)?出资(?:设立)?|合作建设|共同建设|协同建设|联合建设"
)
_RUNS = "主管|管理|托管|代管|运营(?:管理)?|运行(?:管理)?|建设运营|运营维护|承建|承办|协办|(?:负责)?开发(?:建设|运营)?"
_HOW = "(?:共同|联合|负责|具体|全面|日常|市场化|统一|受托|委托|统筹|参与|的|其|作为|担任|为|是|要|将){0,4}"
_UNIT = Guarded(
    f"(?P<edge>^|[，、；：（]|{MADE}(?:是|系)?)(?P<lead>(?:并|现|拟)?由|以|支持|推动|鼓励|引导|邀请|吸引|"
    f"吸纳|委托|其中|(?={BUILDER}))"
    f"(?P<group>{many(BUILDER)}){ETC}{_HOW}(?P<role>{_LEADS}|{_JOINS}|{_RUNS})(?:单位|方|企业|主体|工作)?"
    "(?=[，、；。）]|$)"
)
_OPENING = re.compile(f"(?:[（(]?[一二三四五六七八九十\\d]+[）).．、])?(?P<thing>{MADE}){BRACKET}")
_NAME = re.compile(ANY)
_STANDING = re.compile(f"(?:位于|坐落于?|落户于?|选址于?|选址在|地处|布局在|在|投向|聚焦){ANY}")
_LEADING, _JOINING = re.compile(_LEADS), re.compile(_JOINS)
# Who leads and who takes part work together; who pays for a fund, opens an event or runs a house does not.
_JOINT = re.compile("牵头|主导|总牵头|参与|参加|参建|协同|配合|共建|合作建设|共同建设|协同建设|联合建设")
_FOUNDED = Guarded(
    f"(?:(?P<maker>{many(BUILDER)}){ETC}(?:要|将|应)?(?:共同|联合|合作|牵头|主导|承担){{1,2}})?"
    "(?:建设|组建|设立|成立|创建|打造|筹建|建立|搭建|布局|共建|谋划|建好|办好|举办|推进|推动|加快|支持)+"
    f"(?:的|了)?{GAP}{{0,10}}?(?P<thing>{MADE})(?:建设|发展|运行)?(?=[，。；])"
)


def roles(clause: Clause, tier: Tier) -> Iterator[Candidate]:
    """Read the parts that bodies have in the thing of a clause; those who lead it and take part work together."""
    units = list(_UNIT.finditer(clause.code))
    done: set[int] = set()
    for i, unit in enumerate(units):
        if i in done:
            continue
        thing, makers, at = _thing(clause, unit)
        if thing is None:
            continue
        leading, joint = [], list(makers)
        for j in range(i, len(units)):
            if not _follows(clause.code[at : units[j].start("group")]):
                break
            done.add(j)
            at = units[j].end()
            group = clause.group(units[j].group("group"))
            if _JOINT.match(units[j].group("role")):
                joint += group
                leading += group if _LEADING.match(units[j].group("role")) else []
            yield from _parts(thing, group, units[j].group("role"), tier)
        if thing.label != "Alliance" and (leading or makers):
            yield from _together(joint, tier)


def _thing(clause: Clause, unit: re.Match[str]) -> tuple[Mention | None, Sequence[Mention], int]:
    """Find what a role is about (the last thing founded, or that of the opening), who founds it, and where it ends."""
    founded = [m for m in _FOUNDED.finditer(clause.code, 0, unit.start("group")) if m.end() <= unit.start("lead")]
    if founded:
        last = founded[-1]
        return clause.used[last.group("thing")], clause.group(last.group("maker")), last.end()
    opening = _OPENING.match(clause.code)
    if opening and opening.end() <= unit.start("lead") and unit.group("lead") not in {"支持", "推动", "鼓励"}:
        return clause.used[opening.group("thing")], (), opening.end()
    return None, (), 0


def _follows(between: str) -> bool:
    """Say whether nobody else is named between a thing and those who have a part in it."""
    return not _NAME.search(_STANDING.sub("", between))


def _parts(thing: Mention, group: Sequence[Mention], role: str, tier: Tier) -> Iterator[Candidate]:
    """Give the ties of one part; who only takes part in an alliance is its member, no founder."""
    allied = thing.label == "Alliance"
    for body in group:
        member = tier.tie(body, "MEMBER_OF", thing, "role: 由A牵头、B参与", 0.86) if allied else None
        built = not allied or _LEADING.match(role) or not _JOINING.match(role)
        builder = tier.tie(thing, "BUILT_BY", body, "role: 由A牵头、B参与", 0.86) if built else None
        yield from [tie for tie in (member, builder) if tie]


def _together(makers: Sequence[Mention], tier: Tier) -> Iterator[Candidate]:
    unique = list({(m.label, m.name): m for m in makers}.values())
    for i, one in enumerate(unique):
        for other in unique[i + 1 :]:
            if tie := tier.tie(
                one, "COLLABORATES_WITH", other, "role: 由A牵头、B参与 (joint builders)", 0.84, derived=True
            ):
                yield tie
