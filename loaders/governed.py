"""What a place does: industries that a zone or city develops, and the parts that a zone is made of.

«X重点发展A、B», «X以A、B为主导», «X做强A»: after such verbs stand industries, whether or not a lexicon has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.documents import Paragraph
from loaders.items import ending_label, item_mention, split_items
from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.mention import Mention
from loaders.names import Sentence, bare

DEVELOPERS = PLACE_LABELS | {"Zone"}
GAP = r"(?:片区|板块|则|将|要|应|等地?|分别|积极|继续|进一步|加快|集中|，|、|重点|优先|着力|大力|主要)*"
DEVELOPS = re.compile(
    GAP + r"(?P<verb>做大做强|做强做优|做优做强|做强|做优|做大|突出|聚焦|主攻|发展|培育|布局|瞄准|围绕)(?:了|以)?"
    r"(?P<list>[\u4e00-\u9fffA-Za-z0-9＋+（）、]{2,60}?)"
    r"(?P<tail>等?(?:\d+|[两二三四五六七八九十])?[个大]?(?:主导|特色|重点|优势|支柱|新兴|战略性新兴|关键|前沿)*(?:产业集群|产业链|产业|领域|方向|行业)|补链延链|补链强链|(?=[，。；]))"
)
LEADING = re.compile(
    r"以(?P<list>[\u4e00-\u9fffA-Za-z0-9（）、]{2,50}?)(?:等)?(?:产业)?为(?:主导|特色|支柱|主攻方向|主攻|支撑|重点|核心|代表)"
)
NO_INDUSTRY = re.compile(
    r"水平|能力|体系|机制|功能|优势|作用|规模|经济$|企业|人才|政策|环境|服务$|资源|质量|改革|任务|目标|需求|战略|问题|市场$|项目|主体|队伍|品牌|格局|园区|平台|载体|生态|短板|项$"
)
PARTS = re.compile(
    r"(?:下辖|管辖|辖|包括|包含|由)(?P<list>[\u4e00-\u9fffA-Za-z0-9（）、和]{4,80}?)(?=组成|[三两四五六七]大|[三两四五六七]个|等|，|。|；)"
)


def governed(
    paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Find industries and parts of zones that only the verb before them tells."""
    ends = {m.end: m for m in mentions if m.label in DEVELOPERS}
    found: list[Mention] = []
    for sentence in sentences:
        found += _developed(paragraph.text, sentence, ends, mentions, lexicon)
        found += _leading(paragraph.text, sentence, mentions, lexicon)
    return [*found, *_parts(paragraph.text, ends, mentions, lexicon)]


def _developed(
    text: str, sentence: Sentence, ends: dict[int, Mention], mentions: Sequence[Mention], lexicon: Lexicon
) -> Iterator[Mention]:
    for end in sorted(e for e in ends if sentence.start < e <= sentence.end):
        match = DEVELOPS.match(text, end, sentence.end)
        if match and (
            match.group("tail")
            or match.group("verb") not in {"突出", "围绕", "发展", "聚焦", "瞄准"}
            or "、" in match.group("list")
        ):
            yield from _items(text, match, sentence, mentions, lexicon)


def _leading(text: str, sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    for match in LEADING.finditer(text, sentence.start, sentence.end):
        yield from _items(text, match, sentence, mentions, lexicon)


def _items(
    text: str, match: re.Match[str], sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon
) -> Iterator[Mention]:
    """Turn a list into industries if all of it may be such; one doubtful item spoils the list."""
    spans = split_items(text, *match.span("list"), lexicon)
    items = [item_mention(text, a, b, "Industry", lexicon, "list that a verb governs") for a, b in spans]
    named = [m for m in mentions if m.label not in {"Industry", "City", "Region"} and not m.nested]
    for item in items:
        if item is None or len(item.name) > 12 or NO_INDUSTRY.search(item.name):
            return
        if item.name not in lexicon.industries and (
            any(m.start < item.end and item.start < m.end for m in named)
            or len(bare(item.name, lexicon)) < 2
            or any(t.pos in {"v", "d", "p", "m", "PER"} and item.start <= t.start < item.end for t in sentence.tokens)
        ):
            return
    yield from (item for item in items if item is not None)


def _parts(text: str, ends: dict[int, Mention], mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Read the parts of a zone (某高新区辖甲园区、乙软件园)."""
    for end, zone in sorted(ends.items()):
        match = PARTS.match(text, end) if zone.label == "Zone" else None
        if not match or "、" not in match.group("list"):
            continue
        for start, stop in split_items(text, *match.span("list"), lexicon):
            name = text[start:stop]
            label, _, suffix = ending_label(name, lexicon)
            if not suffix and name.endswith(("核心区", "板块", "片区")):
                label, suffix = "Zone", name[-2:]
            taken = any(m.start <= start and stop <= m.end and not m.nested for m in mentions)
            if label == "Zone" and 2 <= len(name) - len(suffix) <= 12 and not taken:
                yield Mention(start, stop, "Zone", name, name, "part of a zone", 0.86)
