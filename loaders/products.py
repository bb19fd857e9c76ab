"""What words before a clause leave to act in it: the thing just founded or enlarged, and who stands above the led."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import ANY, GAP, Clause, Subject
from loaders.mention import Mention
from loaders.patterns import AREA, BUILD, MADE

_GROWN = (
    "(?:扩容提质|提质扩容|扩容增效|扩容|扩区|扩园|提质增效|提质升级|提质|升级|提级|提档升级|建设|发展|高质量发展|创新发展|改革发展|建设发展|做大做强|做优做强|"
    "做强做优|提速|重组|整合|优化整合|开发建设|规划建设|一体化发展|的)"
)
_FOUNDED = re.compile(
    rf"{BUILD}+(?:的|了)?{GAP}{{0,10}}?(?P<made>{MADE})(?:{GAP}{{0,4}})(?:，[^，。；]{{0,8}}(?:规模|首期|投资|占地|面积|注册资本)[^，。；]{{0,16}}){{0,3}}"
    rf"(?:，(?:由|委托|交由)[^，。；]{{1,40}}(?:管理|运营|运行|托管))?，?$"
)
_PUSHED = re.compile(
    rf"(?:推动|支持|促进|加快|推进|加速|深化|提升|高标准|高水平|高质量)(?:位于{AREA}{{1,2}}的)?{GAP}{{0,6}}?(?P<made>{MADE}){_GROWN}{{1,3}}，?$"
)
# 发展…等产业 is no task of a school, whereas 以…为特色学科 is.
_OF_TRADE = re.compile("(?![^。；]*(?:学科|专业|研究方向))[^。；]{0,80}?(?:产业|产业链|集群)")
_SITED = re.compile(rf"(?:位于|坐落于|坐落在|地处|设在|落户)[^，。；]{{1,20}}的(?P<made>{MADE})，$")
_SIDE = re.compile("，?(?:其中，?)?(?:[东西南北中](?:部|区|片区|翼|园|侧)|主城区?|新城区?|核心区|起步区)")
_LEARNED = {"University", "ResearchInstitute", "Lab"}
_TRADING = {"City", "Zone"}


def product(clause: Clause, at: int, pushed: bool = False) -> list[Mention]:
    """Give what the words right before were said to found (组建C，由D运营: D runs C), or to enlarge (推动C扩容，).

    Parameters
    ----------
    pushed : whether what is only moved on counts, too.
    """
    before = clause.code[:at]
    match = _FOUNDED.search(before) or (pushed and (_PUSHED.search(before) or _SITED.search(before))) or None
    return clause.group(match.group("made")) if match else []


def above(clause: Clause, position: int, found: Sequence[Mention]) -> Sequence[Mention]:
    """Give the place that opens a clause in place of learned bodies that it supports there (甲城支持乙大学…，发展I)."""
    part = _SIDE.match(clause.code, position)  # the east of it is a part of what opens the clause
    school = {m.label for m in found} <= _LEARNED and _OF_TRADE.match(clause.code, position)
    if not found or not (part or school):
        return found
    before: list[Subject] = [s for s in clause.subjects() if s.end <= position]
    opening = [s for s in before if s.opens and not s.led and {m.label for m in s.names} <= _TRADING]
    led = [s for s in before if s.led and found[0] in s.names]
    if part and led and not opening:
        return []  # the east of something that is not known
    return opening[-1].names if opening and led else found


_STRANGER = re.compile(
    rf"(?:^|[，。；：])(?:[一二三四五六七八九十]是|其中|同时|[①-⑳]|\d[.、])?(?P<name>[^，。；：{ANY[1:-1]}]{{2,8}}?(?:城|园区|园|新区|区|镇|组团|板块|港|谷|岛|新城|小镇|集团|公司|股份|研究院|实验室|大学))"
    r"(?:则|将|要|应|重点|集中|主要|着力|加快|大力|规划|充分|优先)*$"
)
_COMMON = re.compile(
    r"(?:全|该|本|我|各|所在|县|市|省|产业|科技|工业|园|开发|经济|技术|高新|经开|示范|核心|中心|城|自贸|自由贸易|新|试验|先行|片|整个|专业|特色|合作|创新|自创|功能|地|"
    r"[东西南北中]|主|老|公司|集团|企业|研究院|实验室|大学|旗下|股份|重点|国家|起步|启动|拓展|物流|保税|综合|县域|辖|三|两|四|五|六|大|个)+[区城园港]?"
)


def stranger(clause: Clause, at: int) -> bool:
    """Say whether a place that is not known acts right before a position (三是某城|布局I): none before it does."""
    match = _STRANGER.search(clause.code[:at])
    return match is not None and _COMMON.fullmatch(match.group("name")) is None


def coupled(clause: Clause, group: str) -> list[tuple[Mention, Mention]]:
    """Pair the two sides of 与 (A、B与C、D), or of each of a series (A与B、C与D), if there is one."""
    couples = re.split("[、，]|以?及", group)
    if len(couples) > 1 and all(len(re.findall("[与和同]", c)) == 1 for c in couples):
        sides = [re.split("[与和同]", c) for c in couples]
    elif with_one := re.fullmatch("(?P<left>[^与同和及]+)[与同](?P<right>[^与同]+)", group):
        sides = [[with_one.group("left"), with_one.group("right")]]
    else:
        return []
    return [(a, b) for left, right in sides for a in clause.group(left) for b in clause.group(right)]


def linked(chain: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pair the members of a chain: two and two (A与B、C与D), or each place with what follows it (A的I、B的J和K)."""
    if all(m.label != "Industry" for m in chain):
        yield from zip(chain[::2], chain[1::2], strict=False)
        return
    source = chain[0]
    for mention in chain[1:]:
        if mention.label == "Industry":
            yield source, mention
        else:
            source = mention
