"""Cues of relations: patterns over clauses in which every mention is one placeholder character.

``M`` stands for one mention, ``G`` for a coordinated group (A、B和C). Named groups say which part of the relation they fill.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.mention import Mention

BASE = 0xE000
M = "[\ue000-\uf8ff]"
G = f"{M}(?:(?:、|和|与|及|以及|，(?:以及)?)?{M}){{0,40}}"
GAP = "[^，。；：\ue000-\uf8ff]"
ETC = "(?:等(?:[^，。；\ue000-\uf8ff]{0,14})?)?"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a paragraph with its mentions replaced by placeholders; ``spans[i]`` is mention i of ``mentions``."""

    code: str
    mentions: Sequence[Mention]
    start: int
    end: int

    def group(self, chars: str | None) -> list[Mention]:
        """Give the mentions of a matched part."""
        return [self.mentions[ord(c) - BASE] for c in chars or "" if ord(c) >= BASE and ord(c) - BASE < len(self.mentions)]


def encode(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Clause:
    """Replace the outermost mentions of ``text[start:end]`` by placeholders; a spelled-out name stands for its place."""
    spelled = {(m.start, m.end): m for m in mentions if m.nested and m.rule == "shared ending"}
    outer = [m for m in mentions if not m.nested and start <= m.start and m.end <= end]
    parts, at, used = [], start, []
    for mention in outer:
        if mention.start < at or len(used) >= 6000:
            continue
        parts.append(text[at : mention.start])
        parts.append(chr(BASE + len(used)))
        used.append(spelled.get((mention.start, mention.end), mention))
        at = mention.end
    parts.append(text[at:end])
    return Clause("".join(parts).replace("“", "").replace("”", ""), used, start, end)


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern and what its groups mean.

    ``shape`` says how the groups combine: ``each`` source × target, ``pairs`` within one group, ``chain`` consecutive pairs of one
    group (A与B、C与D). ``topic`` lets the paragraph's topic stand in for a missing group.
    """

    type: str
    pattern: re.Pattern[str]
    rule: str
    confidence: float
    shape: str = "each"
    topic: str = ""
    joint: bool = False


def _cue(type_: str, pattern: str, rule: str, confidence: float, shape: str = "each", topic: str = "", joint: bool = False) -> Cue:
    return Cue(type_, re.compile(pattern), rule, confidence, shape, topic, joint)


_BUILD = "(?:创建|共建|建设|打造|组建|成立|发起成立|发起|设立|筹建|建立|创办|布局建设)"
_TOGETHER = "(?:联合|共同|合作|协同|携手)"
_SIGN = "(?:签订|签署|开展|建立|达成|深化|加强|推进|进行|推动|形成|共建|实施|启动|拓展|强化)"

CUES: tuple[Cue, ...] = (
    # collaboration
    _cue("COLLABORATES_WITH", f"(?P<chain>{M}(?:与|和|—|－|-){M}(?:(?:、|，|和|以及|及){M}(?:与|和|—|－|-){M})*)(?:的)?(?:开展|加强|建立|之间|双边|建立健全)*{GAP}{{0,6}}(?:对口|结对|战略)?合作", "pairs named with 合作", 0.93, "chain"),
    _cue("COLLABORATES_WITH", f"(?P<source>{M})(?:市|省)?(?:与|和|同|会同|联合|携手)(?P<target>{G}){ETC}{GAP}{{0,10}}{_SIGN}(?:了)?{GAP}{{0,22}}(?:合作|协议|协作|备忘录|对接|联动|共建)", "A与B签订…合作", 0.92),
    _cue("COLLABORATES_WITH", f"(?:加强|深化|推进|推动|开展|拓展|扩大|促进|主动|积极)(?:与|同|对接|和)(?P<target>{G}){ETC}(?:的|地区)?{GAP}{{0,12}}(?:合作|协作|交流|对接|联动|互动|衔接|协同发展)", "加强与B合作", 0.8, topic="source"),
    _cue("COLLABORATES_WITH", f"(?P<source>{M})(?:与|和)(?P<target>{G}){ETC}(?:共同|联合|合作|携手)?(?:签约|签署|签订)", "A与B签约", 0.9),
    # building
    _cue("BUILT_BY", f"(?P<target>{G}){ETC}{_TOGETHER}{_BUILD}?(?:推进|推动)?(?:的|了)?{GAP}{{0,8}}(?P<source>{G})", "A、B共同创建C", 0.93, joint=True),
    _cue("BUILT_BY", f"(?P<target>{G}){ETC}共建(?:的|了)?{GAP}{{0,8}}(?P<source>{G})", "A、B共建C", 0.93, joint=True),
    _cue("BUILT_BY", f"(?P<target>{M}{_TOGETHER}{G}){ETC}{_TOGETHER}?{_BUILD}(?:的|了)?{GAP}{{0,10}}(?P<source>{G})", "A联合B共建C", 0.93, joint=True),
    _cue("BUILT_BY", f"(?P<target>{M}(?:与|和){G}){ETC}{_TOGETHER}?{_BUILD}(?:的|了)?{GAP}{{0,10}}(?P<source>{G})", "A与B共建C", 0.9, joint=True),
    _cue("BUILT_BY", f"(?P<source>{M})(?:是|：|，|系|项目)?(?:是)?由(?P<target>{G}){ETC}{GAP}{{0,4}}(?:{_TOGETHER}|牵头|负责|投资|具体|出资)*(?:和)?(?:{_BUILD}|运营|主办|承办|承建|牵头|管理)", "C由A建设", 0.94, joint=True),
    _cue("BUILT_BY", f"由(?P<target>{G}){ETC}{GAP}{{0,4}}(?:{_TOGETHER}|牵头|负责|投资|具体|出资)*(?:{_BUILD}|运营|主办|承办|承建|牵头|管理)(?:的|了)?{GAP}{{0,8}}(?P<source>{M})", "由A建设C", 0.92, joint=True),
    _cue("BUILT_BY", f"[，。]?由(?P<target>{G}){ETC}{GAP}{{0,4}}(?:{_TOGETHER}|牵头|负责|投资|具体|出资)*(?:和)?(?:具体)?(?:{_BUILD}|运营|主办|承办|承建|牵头)", "由A建设（承前）", 0.85, topic="source", joint=True),
    _cue("BUILT_BY", f"(?P<target>{G}){ETC}(?:主办|承办|牵头组建|牵头建设|牵头|创办|运营|建设运营|组建)(?:的|了)?{GAP}{{0,6}}(?P<source>{M})", "A主办C", 0.85),
    _cue("BUILT_BY", f"(?P<source>{G}){ETC}(?:为|是)(?P<target>{G})(?:组建|建设|创建|设立|成立)的", "C是A组建的", 0.9),
    _cue("BUILT_BY", f"(?P<source>{M})[：:](?P<target>{G})(?:组建|建设|创建|设立|成立|主办)的", "C：A组建的", 0.92),
    # reliance
    _cue("RELIES_ON", f"依托(?P<target>{G}){ETC}{GAP}{{0,10}}(?:建设|组建|共建|设立|成立|打造|创建|加快)(?:的|了)?{GAP}{{0,10}}(?P<source>{M})", "依托B建设A", 0.9),
    _cue("RELIES_ON", f"以(?P<target>{G}){ETC}{GAP}{{0,24}}为(?:重点|主要|核心)?(?:依托|主体|支撑|盟主企业|盟主|牵头单位)(?:，|建设|{GAP}){{0,22}}(?:建设|组建|打造|加快){GAP}{{0,10}}(?P<source>{G})", "以B为依托建设A", 0.9),
    _cue("RELIES_ON", f"(?P<source>{M})(?:：|，|是|要|将|应)?(?:重点|紧紧|主要|充分)?依托(?P<target>{G})", "A依托B", 0.9),
    _cue("RELIES_ON", f"(?P<source>{M})(?:：|，|要|将)?以(?P<target>{G}){ETC}为(?:重点|主要|核心)?(?:依托|主体|盟主|支撑)", "A以B为依托", 0.9),
    # membership
    _cue("MEMBER_OF", f"(?P<target>{M})(?:现|目前)?由(?P<source>{G})(?:等|以?及{GAP}{{0,14}})?(?:共同)?(?:组成|构成)", "C由A、B组成", 0.94),
    _cue("MEMBER_OF", f"(?P<target>{M})(?:的)?(?:成员|首批成员|理事|发起)单位(?:包括|有|为|：|:)(?P<source>{G})", "成员单位包括A", 0.94),
    _cue("MEMBER_OF", f"(?P<source>{G}){ETC}{GAP}{{0,6}}(?:加入|加盟|入盟)(?:了)?(?P<target>{M})", "A加入C", 0.94),
    # issuing
    _cue("ISSUED_BY", f"(?P<target>{M})(?:先后|已|正式|研究|联合|相继|近日|日前|还|共同|在全省率先|率先)*(?:制定并?出台|制定印发|颁布实施|印发实施|研究制定|出台|印发|制定|发布|推出|颁布|编制)(?:实施)?(?:了)?{GAP}{{0,10}}(?P<source>{G})", "A出台P", 0.92),
    _cue("ISSUED_BY", f"(?P<target>{M})(?:先后|已|正式|研究|相继|还|积极|全面|深入)*(?:实施|启动|开展|推行|推进实施)(?:了)?{GAP}{{0,6}}(?P<source>{G})", "A实施P", 0.75),
    # places
    _cue("LOCATED_IN", f"(?P<source>{M})(?:项目)?(?:：|:|，)?(?:位于|坐落于|坐落在|地处|选址于?|落户于?|座落于)(?P<target>{M}{{1,3}})", "A位于B", 0.95),
    _cue("LOCATED_IN", f"(?:位于|坐落于|坐落在|地处|选址)(?P<target>{M}{{1,3}})", "位于B（承前）", 0.88, topic="source"),
    _cue("LOCATED_IN", f"(?P<source>{M})(?:成功|今日|今天|日前|近日|于{GAP}{{0,8}})?(?:在)(?P<target>{M}{{1,2}})(?:成功|隆重|正式)?(?:召开|举行|举办|开幕|揭牌|成立|挂牌|启动)", "A在B举行", 0.92),
    # focus
    _cue("FOCUSES_ON", f"(?P<source>{M})(?:的)?(?:主导|支柱|优势|特色|重点)产业(?:为|是|有|包括|：|:){GAP}{{0,6}}(?P<target>{G})", "主导产业为", 0.93),
    _cue("FOCUSES_ON", f"(?P<source>{M}){GAP}{{0,4}}[，：]?{GAP}{{0,8}}(?:重点|着力|大力|主要|优先)?(?:发展|聚焦|主攻|培育|布局){GAP}{{0,6}}(?P<target>{G}){ETC}{GAP}{{0,6}}(?:产业|领域|方向|行业)?", "A重点发展I", 0.88),
    _cue("FOCUSES_ON", f"(?P<source>{M}){GAP}{{0,2}}(?:以|形成以)(?P<target>{G}){ETC}(?:产业)?为(?:主导|支柱|特色|核心|重点|代表|主)", "A以I为主导", 0.9),
    _cue("FOCUSES_ON", f"(?P<target>{G}){ETC}{GAP}{{0,6}}为其?(?:主导|支柱|优势|特色|重点)产业", "I为其主导产业", 0.92, topic="source"),
    _cue("FOCUSES_ON", f"(?P<source>{M})(?:建设|打造|发展)(?:成|成为|为)+{GAP}{{0,4}}(?:以)?(?P<target>{G}){ETC}{GAP}{{0,8}}(?:产业|方向|为核心|为主)", "建设成为I等主导产业", 0.88),
    _cue("FOCUSES_ON", f"(?:重点发展|主导产业(?:为|是|包括|：)|着力发展|主要发展|大力发展|聚焦|主攻)(?P<target>{G}){ETC}", "重点发展I（承前）", 0.85, topic="source"),
)
