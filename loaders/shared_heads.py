"""Names that share the head noun of their list: «筹建甲、乙等公共平台» names 甲公共平台 and 乙公共平台."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.documents import Paragraph
from loaders.items import VERBISH, ending_label, split_items
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import owner
from loaders.needed import Guarded

_SHARED = Guarded(
    r"(?:共同打造|打造|筹建|组建|建设|搭建|建成|共建|新建|推动|推进|加快)(?:了)?(?P<list>[\u4e00-\u9fffA-Za-z0-9、及和与（）]{3,80}?)等"
    r"(?P<head>(?:国家|省级|重大|公共|共性|技术|基础|关键)*(?:公共平台|重大基础平台|公共技术平台|公共技术服务平台|重大科技基础设施|大科学装置|院士工作站|博士后工作站|博士后科研工作站))"
    r"(?=[，。；、]|建设|落地|投用|$)"
)
_PARTS = Guarded(
    r"[两三四五六七八九十]大(?P<kind>[\u4e00-\u9fff]{0,4}(?:平台|中心|设施|基地|实验室|园区|片区|板块))(?:包括|分别为|分别是|为|即|：)(?:了)?"
    r"(?P<list>[^。；：，“”]{6,120}?)(?=[。；，]|$)"
)
_BLOCKS = Guarded(
    r"(?:辖|下辖|管辖|包括|包含|由|规划了|形成了?)(?P<list>[^。；：，“”]{6,90}?)(?:等)?[两三四五六七八九十](?:大|个)(?P<kind>[\u4e00-\u9fff]{0,4}(?:板块|片区|园区|功能区|组团|发展区))"
)
# 某地甲、乙等三大研发中心: the place and the head noun are all of theirs.
_OF_PLACE = re.compile(
    r"(?P<list>[\u4e00-\u9fff]{4,20}(?:、[\u4e00-\u9fff]{2,16}){1,9})等[两二三四五六七八九十\d]+[大个家]"
    r"(?P<head>(?:工程|技术|产业|制造业)*(?:研发|创新|研究|技术|检测|检验检测|设计)中心|(?:重点|省|联合)*实验室|研究院|研究所|中试基地)(?=[，。；、和以及与]|建设|$)"
)
_STATIONS = re.compile(r"工作站$")


def with_shared_heads(paragraph: Paragraph, items: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Add to the items of lists those that share a head noun; of one span what is surely spelled out stays."""
    named = {(m.start, m.end) for m in items}
    shared = [m for m in shared_heads(paragraph, lexicon) if m.confidence > 0.83 or (m.start, m.end) not in named]
    spelled = {(m.start, m.end) for m in shared}
    return [m for m in items if (m.start, m.end) not in spelled] + shared


def shared_heads(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Mention]:
    """Spell out platforms whose items carry only their field, and read the parts that a whole is said to have."""
    text = paragraph.text
    for match in _SHARED.finditer(text):
        yield from _spelled(text, match, lexicon)
    for match in _OF_PLACE.finditer(text):
        yield from _of_place(text, match, lexicon)
    for pattern in (_PARTS, _BLOCKS):
        for match in pattern.finditer(text):
            yield from _parts(text, match, lexicon)


def _spelled(text: str, match: re.Match[str], lexicon: Lexicon) -> Iterator[Mention]:
    head, spans = match.group("head"), split_items(text, *match.span("list"), lexicon)
    items = [text[a:b] for a, b in spans]
    of_firms = bool(_STATIONS.search(head))
    for item in items:
        label = ending_label(item, lexicon)[0]
        if label not in {"", "Industry"} and not (of_firms and label == "Company"):
            return
        if not 2 <= len(item) <= 16 or VERBISH.search(item) or owner(item, lexicon) or re.search(r"[的等]", item):
            return
    for (start, end), item in zip(spans, items, strict=True):
        yield Mention(start, end, "Lab", item + head, item, "shared head of a list", 0.82)
        if of_firms and item not in lexicon.industries:
            yield Mention(start, end, "Company", item, item, "firm of a work station", 0.82, True)


def _of_place(text: str, match: re.Match[str], lexicon: Lexicon) -> Iterator[Mention]:
    """Spell out the bodies of one place that share their head noun."""
    start = match.start("list")
    for lead in range(10):
        first = text[start + lead : match.end("list")].partition("、")[0]
        if (head := owner(first, lexicon)) and head[1].label in {"City", "Region", "District", "Zone"}:
            break
    else:
        return
    spans = [m.span() for m in re.finditer("[^、]+", text[start + lead : match.end("list")])]
    items = [text[start + lead + a : start + lead + b] for a, b in spans]
    place = first[: head[0]]
    rest = [items[0][len(place) :], *items[1:]]
    if any(len(i) < 2 or VERBISH.search(i) or owner(i, lexicon) or ending_label(i, lexicon)[0] for i in rest):
        return
    label = (
        "ResearchInstitute" if match.group("head").startswith("研究") and "中心" not in match.group("head") else "Lab"
    )
    for (a, b), item in zip(spans, rest, strict=True):
        name = place + item + match.group("head")
        yield Mention(
            start + lead + a,
            start + lead + b,
            label,
            name,
            text[start + lead + a : start + lead + b],
            "shared head of a list",
            0.84,
        )


def _kind(name: str, lexicon: Lexicon) -> tuple[str, bool, str]:
    return ("Zone", False, name[-3:]) if name.endswith("核心区") else ending_label(name, lexicon)


def _parts(text: str, match: re.Match[str], lexicon: Lexicon) -> Iterator[Mention]:
    spans = split_items(text, *match.span("list"), lexicon)
    kinds = [_kind(text[a:b], lexicon) for a, b in spans]
    if len(spans) < 2 or any(label not in {"Lab", "ServiceAgency", "Zone"} for label, _, _ in kinds):
        return
    for (start, end), (label, _, suffix) in zip(spans, kinds, strict=True):
        name = text[start:end]
        if len(name) - len(suffix) >= 2 and not re.search(r"[一二两三四五六七八九十\d][个家批]|[各类些]", name):
            kind = "Lab" if label == "ServiceAgency" and "设施" in match.group("kind") else label
            yield Mention(start, end, kind, name, name, "part of a counted whole", 0.86)
