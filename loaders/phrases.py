"""Phrases of indicators: kept short, counted, and without the name of whom they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.quantities import Quantity

LONGEST = 26
AREA = re.compile(r"面积|占地|规模|用地|土地|耕地|湿地|范围|体量|[厂楼]房|播种|造林|推广|绿化|建筑")
STANDALONE = re.compile(
    r"(?:数|率|额|值|量|比重|比例|占比|面积|规模|排名|收入|投入|指数|人次|增速|增幅|资金|经费|产值|投资|强度|价值|增长|排位)$"
)


def shorten(phrase: str) -> str:
    """Keep the head of a long phrase: what follows its last 的, or its last words."""
    phrase = re.sub(r"占地$", "占地面积", phrase.strip())
    phrase = re.sub(r"^[（(][^（）()]*[）)](?=.{2})", "", phrase)
    phrase = re.sub(r"^.{2,12}(?:周边|沿线|[区园境]内)(?:已|现)?(?:集聚|聚集|建有|拥有|有)了?(?=.{2})", "", phrase)
    phrase = re.sub(
        r"^(?:园区|全区|全市|全省|全县|开发区|高新区)?(?:共|已|累计)?(?:实现|完成)了?(?=[^率度量额].{2})", "", phrase
    )
    phrase = re.sub(r"^[^、]{2,}、.*[^高中同]等(?=[^级号多、]{3,}$)", "", phrase)
    phrase = re.sub(r"^[的了及和与、）)]+|[的了及和与、（(]+$", "", phrase)
    for mark, opening in (("”", "“"), ("’", "‘"), ("）", "（"), (")", "(")):
        if phrase.count(mark) != phrase.count(opening):
            phrase = phrase.replace(mark, "").replace(opening, "")
    if len(phrase) > LONGEST - 4 and "的" in phrase[:-3]:
        phrase = phrase[phrase.rfind("的", 0, len(phrase) - 3) + 1 :]
    if len(phrase) > LONGEST and "、" in phrase:
        tail = phrase.split("、")
        while len(tail) > 1 and len("、".join(tail)) > LONGEST:
            tail = tail[1:]
        phrase = "、".join(tail)
    return phrase[-LONGEST - 6 :]


def with_count(phrase: str, quantity: Quantity) -> str:
    """Say of a phrase that it is a number of things, or a place in an order, where its quantity is one."""
    if quantity.rank:
        phrase = re.sub(r"^(?:位居|位列|名列|居|列|在)+", "", phrase)
        phrase = re.sub(r"(?:中|排名|位居|居|位列|列|名列|跃居|上升至?|升至|前进至?|进入|的|排)+$", "", phrase)
        return phrase if phrase.endswith("排名") else phrase + "排名"
    if quantity.unit == "%" and re.search(r"占(?!比)[^的，]{2,10}$", phrase) and not STANDALONE.search(phrase):
        return phrase + "比重"
    if quantity.unit.endswith(("平方公里", "平方米", "平米", "㎡", "公顷", "亩")) and not AREA.search(phrase):
        return phrase + "面积"
    if quantity.counts and not STANDALONE.search(phrase):
        return phrase + "数"
    return phrase


def named_count(phrase: str, unit: str) -> str:
    """Say of a phrase that it is a number of things where its unit counts them (高新技术企业, 家: 高新技术企业数)."""
    if phrase.endswith(("合计", "总计")):
        return phrase
    return with_count(phrase, Quantity(0, 0, 0.0, None, unit, None))


def without_count(phrase: str) -> str:
    """Take 数 off a measure, where it is no part of the word."""
    return phrase if re.search(r"(?:指|人|次|系|户|参)数$", phrase) else phrase.removesuffix("数")


def strip_names(phrase: str, names: Sequence[str]) -> str:
    """Drop the subject's own name from the head of a phrase."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        if phrase.startswith(name) and len(phrase) - len(name) >= 2:
            return re.sub(r"^(?:市|的|区内|内|现|各级各类(?=.{3})|各)(?!类|代)", "", phrase[len(name) :])
    return phrase
