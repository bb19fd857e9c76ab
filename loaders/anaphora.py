"""Anaphora: what 该市, 联盟, 园区 and the like mean, and whose plan a sentence reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.heads import BODIES, Head, Subject, of, segments
from loaders.mention import Mention

GENERIC = {
    "Alliance": "联盟",
    "Zone": "园区|全区|该区|区内|示范区|全园",
    "District": "全区|该区|全县",
    "Cluster": "集群",
    "Incubator": "孵化器|基地|园区|中心",
    "Lab": "实验室|平台|中心|基地",
    "ServiceAgency": "平台|中心",
    "ResearchInstitute": "研究院|产研院|中心",
    "Company": "公司",
    "University": "学校|学院",
    "Event": "展览会|大会",
    "Fund": "基金",
}
NOT_ALONE = r"(?!数量|总数|建设|达|公司|数|等)"
CALLED = {label: re.compile(rf"(?:{words})(?!企业){NOT_ALONE}") for label, words in GENERIC.items()}
ENDING = re.compile(
    r"(?:自创区|自贸区|高新区|开发区|经开区|新区|产业园|科技园|软件园|科技城|科学城|示范区|试验区|片区|走廊|实验室|研究院|研究所|"
    r"装置|孵化器|加速器|众创空间|基金|大会|博览会|展会|交易所|大市场|学院|大学)"
    + NOT_ALONE
    + r"|(?:都市圈|城市群|经济带|经济圈|大湾区)"
    r"(?=内|现有|拥有|已|共|国土|面积|总|年末|常住|人口|地区生产|GDP|经济|规模|实现|累计|高新|研发|技术)"
)
_LONG = {
    "自创区": "自主创新示范区",
    "自贸区": "自由贸易试验区",
    "高新区": "高新技术产业开发区",
    "经开区": "经济技术开发区",
}
_ENDED = BODIES | {"Zone", "Region"}
NAMED_SO = frozenset({"Lab", "Incubator", "ServiceAgency", "ResearchInstitute"})
POINTED = re.compile(
    r"(?:该|(?<![资基成根版日样])本)(?P<word>市|县|区|省|园|院|校|所|企业|公司|计划|项目)(?!级|场|内|区|域|联盟)"
)
KINDS = {
    "市": ("City", "District"), "县": ("District",), "区": ("Zone", "District"), "省": ("Region",),
    "园": ("Zone", "Incubator"), "院": ("ResearchInstitute",), "校": ("University",), "所": ("ResearchInstitute",),
    "企业": ("Company",), "公司": ("Company",), "计划": ("Programme",), "项目": ("Programme", "Company", "Zone"),
}  # fmt: skip
OPENERS = re.compile(
    r"^(?:(?:截至|截止|到|至)?(?:20\d\d年)(?:\d{1,2}月)?[底末]?|目前|同时|，|该|这次|本次|本|此次|今年|据悉|据介绍|据了解|如今|现在|其中|“)*"
)
TOLD = re.compile(r"[^。；]{0,40}?(?:提出|明确|要求|力争|计划|目标|(?:到|至)(?:20\d\d|“?十[四五六]五)|预计)")


def spoken_of(mentions: Sequence[Mention]) -> list[Subject]:
    """Give what a later 联盟, 园区, 该市 … can mean: what is named for itself, or by its authority."""
    authorities = [m for m in mentions if m.label == "GovernmentBody" and not m.nested]
    found = []
    for mention in mentions:
        place = mention.label in {"City", "District", "Region", "Zone"}
        governed = place and any(a.start == mention.start and mention.end < a.end for a in authorities)
        if mention.label not in GENERIC and mention.label not in {"City", "Programme", "Region"}:
            continue
        if not mention.nested or governed or mention.label == "Alliance":
            found.append(of(mention))
    return found


# A park that is only named as one of many (甲高新区等14家园区).
_OF_MANY = re.compile(r"等[\d一二三四五六七八九十多]")


def anaphora(
    text: str, start: int, at: int, inside: Sequence[Mention], earlier: Sequence[Subject], recent: Sequence[Subject]
) -> Subject | None:
    """Resolve 联盟, 园区, 该市 … at the head of a part to the last thing of that kind.

    Parameters
    ----------
    inside : the mentions of the sentence.
    earlier : what the sentence, the paragraph and the document are about, the nearest first.
    recent : what was named so far, the last first.
    """
    for begin in sorted(segments(text, start, at), reverse=True):
        if pointed := POINTED.search(text, begin, at):
            before = reversed(spoken_of([m for m in inside if m.end <= pointed.start()]))
            if subject := _of_kind(pointed.group("word"), [*before, *earlier, *recent]):
                return subject
        lead = OPENERS.match(text[begin:at])
        words = text[begin + (lead.end() if lead else 0) : at]
        ending, called = ENDING.match(words), _called(words)
        if not ending and not called:
            continue  # nearly always, and what was named so far is much
        named = [m for m in inside if m.end <= begin and not _OF_MANY.match(text, m.end)]
        inner = list(reversed(spoken_of(named)))
        nearest = [*inner, *recent, *earlier] if lead and "该" in lead.group() else [*inner, *earlier, *recent]
        ends = (ending.group(), _LONG.get(ending.group(), ending.group())) if ending else ("　",)
        exact = [s for s in nearest if s.label in _ENDED and s.name.endswith(ends)]
        if exact and not (lead and "该" in lead.group()) and (all_of_them := _together(exact, earlier)):
            return all_of_them
        of_kind = (s for s in nearest if s.label in called and (s.label not in NAMED_SO or called[s.label] in s.name))
        if found := next(iter(exact), None) or next(of_kind, None):
            return found
    return None


def _together(exact: Sequence[Subject], earlier: Sequence[Subject]) -> Subject | None:
    """Give the region that a text is about where 高新区 alone means all of its many zones."""
    region = next((s for s in earlier if s.label == "Region"), None)
    return Subject(region.label, region.name) if region and len({s.name for s in exact}) >= 3 else None


def _called(words: str) -> dict[str, str]:
    """Give the kinds of things that words open with a name for; a 中心 is not called 基地, so that this counts, too."""
    return {label: match.group() for label, pattern in CALLED.items() if (match := pattern.match(words))}


# Zones that are built as one project; a high-tech zone is none.
_PARK = re.compile(r"(?:产业园|科技园|园区|[园谷城港]|基地|小镇|综合体)$")


def _of_kind(word: str, candidates: Sequence[Subject]) -> Subject | None:
    for subject in candidates:
        whole = word == "项目" and subject.label == "Zone" and not _PARK.search(subject.name)
        if subject.label in KINDS[word] and not whole and (subject.label != "District" or subject.name.endswith(word)):
            return subject
    return None


def reported(text: str, start: int, at: int, inside: Sequence[Mention], heads: Sequence[Head]) -> Subject | None:
    """Find the place whose plan tells a number (某区管委会发布《某区行动方案》，提出到2025年…达到…)."""
    for policy in reversed([m for m in inside if m.label == "Policy" and not m.nested and m.end <= at]):
        behind = text[policy.end : at].lstrip("》")
        if any(h.at > policy.end and not h.void for h in heads if h.at <= at):
            return None
        if not behind.startswith(("，", "提", "明", "要", "到")) or not TOLD.match(behind):
            return None
        issuers = [m for m in inside if m.label == "GovernmentBody" and start <= m.start and m.end <= policy.start]
        for issuer in reversed(issuers):
            inner = [m for m in inside if m.nested and m.start == issuer.start and m.end < issuer.end]
            for mention in sorted(inner, key=lambda m: -m.end):
                if mention.label in {"City", "Zone", "District", "Region"}:
                    return Subject(mention.label, mention.name, (mention.surface, mention.name))
        return None
    return None
