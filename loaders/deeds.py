"""Programmes that share their kind: «实施甲、乙、丙等行动» names three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.mention import Mention
from loaders.names import Sentence
from loaders.needed import Guarded

_SHARED = Guarded(
    r"(?:实施|开展|推进|启动)(?:好|了)?(?P<list>[^，。；：“”《》]{4,36}(?:、[^，。；：、“”《》]{4,24})+?)等"
    r"(?:[\d一二三四五六七八九十两]+[大项个])?(?:重点|重大|专项|科技)?(?P<kind>行动|工程|行动计划)(?=[，。；、]|$)"
)
_PLAIN = re.compile(r"^(?:一批|重大|重点|各类|相关)|(?:项目|工作|方面|领域)$")


def deeds(sentence: Sentence) -> Iterator[Mention]:
    """Find the programmes of a list whose kind is told once, behind 等."""
    for match in _SHARED.finditer(sentence.text):
        at, kind = match.start("list"), match.group("kind")
        items = match.group("list").split("、")
        for item in items:
            start, at = at, at + len(item) + 1
            if not 4 <= len(item) <= 24 or _PLAIN.search(item) or re.search(r"[\dA-Za-z]", item):
                continue
            whole = () if item.endswith(("行动", "工程", "计划", "专项")) else (item + kind,)
            span = (start + sentence.start, start + len(item) + sentence.start)
            yield Mention(*span, "Programme", item, item, "programmes of one kind", 0.84, aliases=whole)
