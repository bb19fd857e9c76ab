"""What a heading names governs the sections below it: sentences without a subject of their own are about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.documents import Paragraph
from loaders.mention import Mention

_HEADS = frozenset(
    {
        "Zone",
        "City",
        "District",
        "Programme",
        "Lab",
        "ResearchInstitute",
        "Incubator",
        "Alliance",
        "University",
        "Company",
        "Cluster",
    }
)
_PLACES = frozenset({"City", "District"})
_NUMERAL = r"[一二三四五六七八九十百\d]"
_BEFORE = re.compile(
    rf"(?:第{_NUMERAL}+[章节篇编]|[（(]?{_NUMERAL}{{1,3}}[）)、.．]|专栏{_NUMERAL}*)?\s*"
    r"(?:高标准|高水平|高质量|大力|积极|加快|全力|深入|启动|继续|组织|推动|推进|支持|实施|开展|建设|打造"
    r"|创建|发展|做优|做强|做大|壮大|构筑|构建|培育|优化|统筹|聚力|着力|提升|[“”‘’\s])*"
)
_AFTER = re.compile(
    r"[”’]?(?:（[^（）]{2,14}）)?(?:高质量)?(?:产业|功能)?(?:建设|发展|简介|概况|基本情况|情况)?(?:方向|定位|重点|布局|目标)?[。：:”]?"
)


@dataclass(slots=True)
class Headings:
    """The things that the headings read so far name, by the path of their section."""

    named: dict[tuple[str, ...], Mention] = field(default_factory=dict)

    def read(self, paragraph: Paragraph, mentions: Sequence[Mention]) -> None:
        """Note what a heading names, if it names one thing and says nothing else."""
        outer = [m for m in mentions if not m.nested and m.label in _HEADS]
        while len(outer) > 1 and outer[0].label in _PLACES and outer[0].end == outer[1].start:
            del outer[0]  # 武汉光谷生物城: a place only says where the thing behind it is
        if paragraph.kind != "heading" or len(outer) != 1:
            return
        only, text = outer[0], paragraph.text
        if _BEFORE.fullmatch(text[: only.start]) and _AFTER.fullmatch(text[only.end :]):
            self.named[paragraph.section] = only

    def over(self, paragraph: Paragraph) -> Mention | None:
        """Give what the nearest heading over a paragraph names."""
        section = paragraph.section
        return next((self.named[section[:i]] for i in range(len(section), 0, -1) if section[:i] in self.named), None)
