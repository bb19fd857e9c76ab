"""Periods: for which year a figure holds, and whether it is reached or aimed at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

PLANS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
YEAR = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})(?:年(?!来)|(?=[-—~至])[-—~至]+(?P<last>20\d{2})年)|“?十(?P<plan>[一二三四五六])五”?(?=末|期间|时期|以来|，|开局|规划期|发展))"
)
RELATIVE = re.compile(r"今年|本年度?|当年|去年|上年|明年|年底前|年内")
REFERENCE = re.compile(
    r"(?:较|比|与|相比|是|为|自|从|始于|于)\s*(?:“?十[一二三四五]五”?|(?:19|20)\d{2}年)(?:同期|末期|期末|末|底|初|期间)?(?!至|到|-|—)|(?:19|20)\d{2}年(?:\d{1,2}月)?(?:成立以来|以来|起)|（(?:19|20)\d{2}年?[-—至](?:19|20)\d{2}年）"
)
FOUNDING = re.compile(
    r"批准|成立|建立(?!了)|始建|建于|晋升|升级为|升级|获批|设立|注册|揭牌|启用|竣工|完工|投产|开工|挂牌|开园|认定为|认定|创办|创建|印发|出台|发布的"
)
AIM = re.compile(
    r"力争|力求|目标是|预计|预期|争取|确保|(?<![国])计划(?=到|至|在|用|新|建|实|引|吸|攻|投|总|培|支|开|完|形|打|于|年|组|设|[\d])|规划(?=建|新|到|在|实|引|总投)|拟(?!合|南|态)|将(?!其|士|军|建设投入)|"
    r"要(?=达|实现|新|建|形成|累计|引|培|重点|聚|组|完成|开展|突破)|(?<![截])(?:到|至)20\d{2}年|年底前|下一步|未来|今后[一二三四五十\d]"
)
SUBSIDY = re.compile(r"给予|最高|补助|奖励|资助|补贴|支持|配套|配置资金|奖补|每年投入|奖金|贴息")
DONE = re.compile(
    r"已(?!知)|目前|现有|截至|截止|较20\d{2}年末?(?:增长|增加|提高)|累计(?!达到|实现)|完成了|实现了|获批|拥有(?!量)|荣获|共有|入围|位居|居全国|率先"
)
DONE_NEAR = re.compile(
    r"已(?!知)|完成了|实现了|获批|荣获|建成了|拥有(?!量)|新增了|引进了|推出|突破了|设置|规划面积|占地|建筑面积"
)
GOALS = re.compile(
    r"目标|任务|举措|措施|保障|战略重点|行动|工程|布局|实施|推进|创新链|培育|体系建设|平台建设|加快|强化|建设$|打造|深化|推动|提升|优化"
)
PRESENT = re.compile(r"基础(?!研究|能力|设施|前沿)|成就|现状|成效|回顾|形势|存在的|进展|情况|概况|背景")
DATED = re.compile(
    r"(?P<year>20\d{2})(?:-|年|/|\.)\d{1,2}(?:-|月|/|\.)\d{1,2}日?"
    r"(?=[\s　]*(?:\d{1,2}:\d{2}|电|讯|，|来源|发布|印发|$))"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A year that a text states: its span, and whether it opens the sentence as an adverbial of time."""

    start: int
    end: int
    year: int
    opens: bool


def plan_year(numeral: str) -> int:
    """Give the last year of the five-year plan of a numeral (十三五: 2020)."""
    return 1955 + 5 * (10 + PLANS[numeral])


def document_year(date: str, text: str) -> int | None:
    """Tell the year in which a document was written: from its date, a dateline, or the last year that it looks back on.

    Parameters
    ----------
    date : the date of issue that the front states, or ''.
    text : the whole text.
    """
    if date:
        return int(date[:4])
    if match := DATED.search(text):
        return int(match.group("year"))
    front = re.sub(r"\s", "", text.strip().split("\n")[0])
    if match := re.search(r"（?(20\d{2})年?[-—~至－]+20\d{2}年", front):
        return int(match.group(1))
    if match := re.search(r"“?十([一二三四五六])五”?(?:[\u4e00-\u9fff]{0,12})规划", front):
        return plan_year(match.group(1)) - 4
    closed = [int(y) for y in re.findall(r"截[至止]\s*(20\d{2})\s*年\s*(?:底|末|12\s*月)", text)]
    return max(closed) + 1 if closed and re.search(r"今\s*年", text) else None


def years_in(text: str, document: int | None) -> list[Stated]:
    """Find the years that a sentence states as times (not as what it compares with, nor in titles)."""
    skipped = [m.span() for m in re.finditer(r"《[^》]*》|“[^”]{2,14}\d{4}[^”]{0,8}”", text)] + [
        m.span() for m in REFERENCE.finditer(text)
    ]
    found = []
    for match in YEAR.finditer(text):
        if any(a <= match.start() and match.end() <= b for a, b in skipped):
            continue
        year = (
            plan_year(match.group("plan")) if match.group("plan") else int(match.group("last") or match.group("year"))
        )
        found.append(Stated(match.start(), match.end(), year, _opens(text, match)))
    if document:
        for match in RELATIVE.finditer(text):
            year = document + {"去": -1, "上": -1, "明": 1}.get(match.group()[0], 0)
            if match.group() in {"年底前", "当年", "年内"} and any(s.start < match.start() for s in found):
                continue
            found.append(Stated(match.start(), match.end(), year, _opens(text, match)))
    return sorted(found, key=lambda s: s.start)


def _opens(text: str, match: re.Match[str]) -> bool:
    lead = text[: match.start()]
    return bool(
        re.fullmatch(
            r"(?:\d{1,2}[.．、][^。]{0,20}。)?(?:力争|预计|计划|规划|截至|截止|据统计，|同时，|其中，|仅|“|‘|到|至|从|，)*(?:[^，。；“]{1,30}(?:介绍|表示|说|指出|明确|提出)[，：:]*[“‘]?(?:力争|计划)?(?:到|至)?)?",
            lead,
        )
    ) and not re.match(r"[^，。]{0,12}中(?=[^，。]{0,6}第)", text[match.end() :])


def segment_start(text: str, at: int) -> int:
    """Give where the comma-separated part of a sentence that holds ``at`` begins."""
    return max((text.rfind(c, 0, at) for c in "，。；：！？,;:"), default=-1) + 1


def year_at(text: str, at: int, end: int, years: Sequence[Stated]) -> int | None:
    """Give the year stated for a number of a sentence, or None; the date of a founding holds for its own part only."""
    own = segment_start(text, at)
    if match := re.match(r"[（(](20\d{2})年[)）]", text[end:]):
        return int(match.group(1))
    if base := re.search(r"[由从]((?:19|20)\d{2})年[底末]?的?$", text[:at]):
        return int(base.group(1))
    for stated in reversed([s for s in years if s.end <= at]):
        if stated.start and text[stated.start - 1] in "由从":
            continue
        if not stated.opens and "；" in text[stated.end : at]:
            continue
        begin = segment_start(text, stated.start)
        stop = next((i for i in range(stated.end, len(text)) if text[i] in "，。；,;"), len(text))
        if (
            begin != own
            and FOUNDING.search(text[begin:stop])
            and not re.search(r"\d[^年月日]", text[stated.end : stop])
        ):
            continue
        return stated.year
    return None


def is_goal_section(section: Sequence[str]) -> bool | None:
    """Say whether sections tell of aims (True), of the present state (False), or neither (None)."""
    if not section:
        return None
    if re.search(r"目标", section[-1]):
        return True
    if PRESENT.search(section[-1]) or PRESENT.search(section[0]):
        return False
    if re.search(r"目标|任务|举措|措施|保障|重点|思路|安排|部署|打算", section[0]):
        return True
    if any(PRESENT.search(t) for t in section):
        return False
    return True if any(GOALS.search(t) for t in section) else None
