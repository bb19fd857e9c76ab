"""Fields that open an item or a heading: «3、甲及乙产业：…», «（二）丙制造业。» name one field, joint or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.documents import Paragraph
from loaders.grouped import grouped
from loaders.items import FIELD_HEAD, VERBISH, field_item
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import owner

_OPENING = re.compile(
    r"(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳]|[—●◆■·-]+|第[一二三四五六七八九十]+[节章])?\s*"
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9（）]{2,18}?)(?P<kind>产业集群|产业链|产业|制造业|服务业|领域|行业)(?=[：:。]|\s*$)"
)
_JOINT = re.compile(r"(?P<left>.{2,10}?)(?:以?及|和|与)(?P<right>.{2,12})")
_NO_FIELD = re.compile(
    r"^(?:重点|主导|支柱|优势|特色|新兴|未来|传统|战略性|高新技术|其他|相关|关键|核心|基础|现代|先进|高端|前沿|民生|社会|科技)*$|[的等各类个]|合作|创新|科技|体系|布局|协同|融合|转移|政策"
)


def field_heads(paragraph: Paragraph, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Find the field with which a paragraph begins, joint or made of known words, and those that groups hold.

    Parameters
    ----------
    mentions : what is found already; a field that covers the opening is left alone.
    """
    yield from grouped(paragraph, lexicon)
    match = _OPENING.match(paragraph.text)
    if match is None or paragraph.kind in {"row", "caption"}:
        return
    start, end = match.start("name"), match.end()
    name, kind = match.group("name"), match.group("kind")
    name = name + (kind if kind.endswith("业") and kind not in {"产业", "行业"} else "")
    if any(m.start <= start and match.end("name") <= m.end for m in mentions):
        return
    if VERBISH.search(name) or _NO_FIELD.search(name) or owner(name, lexicon):
        return
    joint = _JOINT.fullmatch(name)
    parts = [joint.group("left"), joint.group("right")] if joint else [name]
    if not all(_fieldlike(part, lexicon) for part in parts):
        return
    if joint and name not in lexicon.industries:
        yield Mention(start, end, "Industry", name, paragraph.text[start:end], "field that opens an item", 0.88)
    elif item := field_item(paragraph.text[start:end], start, lexicon, "field that opens an item"):
        yield item


def _fieldlike(name: str, lexicon: Lexicon) -> bool:
    return any(name[i:] in lexicon.industries for i in range(len(name) - 1)) or (
        len(name) >= 3 and bool(FIELD_HEAD.search(name))
    )
