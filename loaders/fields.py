"""Where a list of industries, fields or disciplines begins."""

from __future__ import annotations

import re

from loaders.lexicon import Lexicon
from loaders.names import Sentence

# Verbs behind which a list of fields begins.
GOVERNING = frozenset(
    [
        "锚定",
        "紧盯",
        "专攻",
        "竞逐",
        "主打",
        "突出",
        "侧重",
        "偏重",
        "专注",
        "聚力",
        "主攻",
        "从事",
        "优先发展",
        "优先选取",
        "促进",
        "做优",
        "做大",
        "做大做强",
        "做强",
        "做强做优",
        "做精",
        "做精做优",
        "加快发展",
        "包括",
        "发展",
        "吸引",
        "围绕",
        "培育",
        "壮大",
        "大力发展",
        "夯实",
        "孵化",
        "布局",
        "抢占",
        "抢抓",
        "紧盯",
        "锁定",
        "开展",
        "形成",
        "打造",
        "投向",
        "投资",
        "推动",
        "推进",
        "构建",
        "涉及",
        "涵盖",
        "深耕",
        "瞄准",
        "聚焦",
        "覆盖",
        "选取",
        "重点发展",
        "集聚",
        "面向",
        "领域",
    ]
)


def whole_first(text: str, start: int, lexicon: Lexicon) -> int:
    """Give a list's first item what stands in front of its conjunction (汽车及汽车零部件、装备制造等领域)."""
    match = re.search(
        r"(?:[，。；：、]|^|[\u4e00-\u9fff])(?P<left>[\u4e00-\u9fff]{2,8}(?:（[^（）]{2,10}）)?)(?:及|与|和)$",
        text[:start],
    )
    if not match:
        return start
    left = re.sub(r"（.*", "", match.group("left"))
    for i in range(len(left) - 1):
        if left[i:] in lexicon.industries:
            return match.start("left") + i
    return start


def after_verb(sentence: Sentence, start: int, end: int) -> int:
    """Move the start of a list of industries behind the last verb that governs it (沈阳、本溪发展装备制造、…)."""
    shift = max(start - sentence.start - 4, 0)
    made = list(re.finditer(r"(?:做[大强优精])+", sentence.text[shift : end - sentence.start]))
    if made:
        return sentence.start + shift + made[-1].end()
    for token in reversed(sentence.tokens):
        if start < token.end < end and token.word in GOVERNING:
            return token.end
    return start
