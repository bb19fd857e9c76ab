"""When a word of the industry lexicon is meant as an industry, not as part of a product, technology or phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.mention import Mention

HOLDERS = frozenset({"Alliance", "Cluster", "Fund"})
AFTER = re.compile(
    r"(?:制造|加工|服务)?(?:等)?(?:[^，。；、：]{0,10}(?:的))?(?:\d+|[一二三四五六七八九十两几]+)?[大个类条项]?(?:重点|主导|优势|特色|支柱|新兴|战略性新兴|未来|高新技术|高端|先进|传统|相关|核心|主要|优势特色|基础|前沿)*"
    r"(?:新兴)?(?:产业(?!化|工人|技术创新综合)|领域|行业|产业链|集群|为主导|为重点|为主的|为代表|为特色|为核心|为支柱|为主攻|产业带|学科|方向|(?:产业)?重点依托)"
)
BEFORE = re.compile(
    r"(?:(?:重点|大力|着力|优先|主要|积极|加快|集中)?(?:发展|聚焦|主攻|布局|培育|壮大|围绕|瞄准|面向|涵盖)(?:了)?(?:以)?|主导产业(?:为|是|包括|有|：)|领域包括|(?:形成|构建|打造)(?:了)?以|(?:培育|选取)|：)$"
)
TECHNICAL = re.compile(
    r"^(?:关键|核心|共性|前沿)?(?:技术|设备|装置|产品|系统|工艺|材料|平台|软件|企业|人才|项目|基地|中心|研究|应用|检测|园|公司|示范|器件|部件|零部件|芯片)"
)
APPLIED = re.compile(
    r"等?(?:典型|重点|相关)?(?:行业|领域)(?:的)?(?:开展|推广|的)?[^，。；]{0,8}(?:应用|示范|信息化|特色互联网)"
)
# 本溪生物医药、辽阳金属新材料: a place before each industry of an enumeration
PLACED = re.compile(r"、[\u4e00-\u9fff]{2,3}")
JOINER = re.compile(r"(?:、|和|与|及|以及|或|（|）|\()+")


def meant(text: str, mentions: Sequence[Mention], heading: bool) -> list[Mention]:
    """Keep of the known industry words those that the text means as industries.

    Parameters
    ----------
    text : the paragraph.
    mentions : all its mentions; those that are no plain industry words are given back untouched.
    heading : whether the paragraph is a heading or the title of a box.
    """
    plain = [m for m in mentions if m.label == "Industry" and m.rule == "known name"]
    others = [m for m in mentions if not (m.label == "Industry" and m.rule == "known name")]
    listed = [m for m in others if m.label == "Industry"]
    kept: list[Mention] = []
    for group in _groups(text, [*plain, *listed]):
        last, first = group[-1], group[0]
        many = (
            len(group) >= 5
            and not TECHNICAL.match(text[last.end :])
            and not APPLIED.match(text[last.end : last.end + 40])
        )
        told = many or any(m in listed for m in group) or _told(text, first, last, heading)
        for mention in group:
            if mention in plain and (told or _named_by_holder(mention, others)):
                kept.append(mention)
    for mention in plain:
        if mention not in kept and _named_by_holder(mention, others):
            kept.append(mention)
    return sorted([*others, *kept], key=lambda m: (m.start, -m.end))


def _groups(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Chain mentions that stand in one enumeration."""
    groups: list[list[Mention]] = []
    for mention in sorted((m for m in mentions if not m.nested), key=lambda m: m.start):
        between = text[groups[-1][-1].end : mention.start] if groups else "。"
        if groups and (
            JOINER.fullmatch(between) or PLACED.fullmatch(between) or re.fullmatch(r"[^，。；：]{0,9}、", between)
        ):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _told(text: str, first: Mention, last: Mention, heading: bool) -> bool:
    after = text[last.end : last.end + 40]
    if APPLIED.match(after):
        return False
    if last.surface.endswith(("产业", "制造业")) or AFTER.match(after):
        return True
    if TECHNICAL.match(after):
        return False
    if first.start == 0 and (after[:1] in {"。", "：", ":"} or after.startswith(("领域", "方面"))):
        return True
    clause = re.split(r"[，。；：]", after, maxsplit=1)[0]
    if (
        len(clause) <= 14
        and re.match(r"(?:[、和与及][^，。；]{2,10})?等$", clause) is None
        and BEFORE.search(text[: first.start])
        and not clause.startswith(("的", "化"))
    ):
        return len(clause) <= 2 or bool(AFTER.search(clause))
    return heading and len(text) <= 30


def _named_by_holder(mention: Mention, others: Sequence[Mention]) -> bool:
    """Say whether an industry is in the name of an alliance, cluster or fund, which thereby is about it."""
    return mention.nested and any(
        o.label in HOLDERS and o.start <= mention.start and mention.end <= o.end for o in others
    )
