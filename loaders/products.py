"""What words before a clause leave to act in it: the thing just founded or enlarged, and who stands above the led."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import GAP, Clause, Subject
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
_LEARNED = {"University", "ResearchInstitute", "Lab"}
_TRADING = {"City", "Zone"}


def product(clause: Clause, at: int, pushed: bool = False) -> list[Mention]:
    """Give what the words right before were said to found (组建C，由D运营: D runs C), or to enlarge (推动C扩容，).

    Parameters
    ----------
    pushed : whether what is only moved on counts, too.
    """
    before = clause.code[:at]
    match = _FOUNDED.search(before) or (_PUSHED.search(before) if pushed else None)
    return clause.group(match.group("made")) if match else []


def above(clause: Clause, position: int, found: Sequence[Mention]) -> Sequence[Mention]:
    """Give the place that opens a clause in place of learned bodies that it supports there (甲城支持乙大学…，发展I)."""
    if not found or not {m.label for m in found} <= _LEARNED or not _OF_TRADE.match(clause.code, position):
        return found
    before: list[Subject] = [s for s in clause.subjects() if s.end <= position]
    opening = [s for s in before if s.opens and not s.led and {m.label for m in s.names} <= _TRADING]
    led = [s for s in before if s.led and found[0] in s.names]
    return opening[-1].names if opening and led else found


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
