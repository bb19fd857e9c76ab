"""Measures that lean on the one before them: growth, shares, differences and places in an order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.phrases import without_count
from loaders.quantities import Quantity

GROWTH = re.compile(
    r"^(?:比|较|与)?[^，]{0,14}?(?:同比|环比|上年|(?<=[底末年期])净增|增长(?!点|极)|增加(?!值)|下降|提高|提升|减少|增幅|增速|翻)"
)
_THEN = r"(?:同比|环比|[较比](?:上年|去年|前年|上一年|20\d\d年)(?:同期|末|底|全年)?|两年)"
_SINCE = re.compile(rf"^{_THEN}|^[同比较]+")
_MORE = re.compile(r"(?:净|年)?(?:新增|新建|新设|新获批|增加|增长|减少|提高|下降|增幅|增速|同比增长|同比增加)")
_THEN_MORE = re.compile(rf"{_THEN}(?:净|新)?(?:增加?|增长|减少?|提高|下降|上升|多|少)")
# 完成全年目标的56%, 完成省定目标135%
_FULFILLED = re.compile(
    r"(?:已|超额)?(?:完成|占|达)?(?P<what>(?:全年|年度|年初|年|省定|市定|省下达|市下达|预算|计划|考核|省|市)[^，。；]{0,8}?"
    r"(?:目标任务|目标|任务|计划|预算)(?:值|数)?)的?$"
)
_OWN = re.compile(r"^[\u4e00-\u9fff&A-Z]{4,}(?:年均|累计)?(?:增长|增加|提高|下降|降低|减少)")
# 比全省工业增速高0.8个百分点
_AHEAD = re.compile(r"[较比][^，。；]{2,24}?(?:高出?|低|快|慢|多|少)")
# 占全省的10%和全市的28%
_ALSO = re.compile(r"(?:和|与|及|、|占)?(?P<whole>全[国省市区县州])的?")
_OF_ALL = re.compile(r"(?:超过?|近|约占?|占到?|达到?)(?P<whole>全[国省市区县州球疆]|世界)(?:的)?(?:近|约|超过?)?")


@dataclass(slots=True)
class Named:
    """What a sentence has named so far: the last measure, the last share, and the clause they stand in."""

    base: str = ""
    share: str = ""
    verb: str = ""
    part: int = -1
    shared: list[str] = field(default_factory=list)


def level_of(base: str, quantity: Quantity, before: str) -> str:
    """Give the measure itself for a level behind its growth (年均增长9%，达到4亿元) or what is new (新增3家，总数…)."""
    if quantity.unit not in {"%", "个百分点"}:
        base = re.sub(r"(?<=.{3})(?:年均|同比)?(?:增长|增速|提高|下降)$", "", base)
    return re.sub(r"^新(?:增|认定)(?=.{3})", "", base) if re.search(r"总数|总量|累计|总计", before) else base


def derived_name(before: str, quantity: Quantity, named: Named) -> str:
    """Name growth, share and difference, which lean on the measure before them (同比增长5%, 占全省40%)."""
    words = re.sub(r"(?:达到了?|达|为|超过|突破|了|约|近|一)+$", "", before)
    base = without_count(named.base) if not named.base.endswith(("人数", "次数")) else named.base
    if not words:
        return ""
    if words.startswith("占"):  # a share of another whole than the share before
        base = re.sub(r"(?<=.{2})占[^占]{2,8}?的?比[重例]$", "", base)
    if quantity.unit == "%" and named.base and (told := _FULFILLED.match(words)):
        return f"{base}完成{told['what']}比例"
    if quantity.unit == "%" and named.base and (whole := _OF_ALL.fullmatch(before)):
        return f"{base}占{whole['whole']}比重"
    if re.match(r"^(?:高于|低于|高出|领先)", words) and (named.share or named.base):
        return (named.share or named.base) + words
    if _AHEAD.fullmatch(words) and named.base:
        return base + words
    if re.match(r"^(?:占比|比重|比例)", words) and named.share:
        return named.share + words[2:]
    if re.match(r"^(?:占(?!地)|占比)", words) and named.base:
        named.share = base + words
        return named.share + ("" if re.search(r"比重|比例|占比", words) else "比重")
    if named.base and (_MORE.fullmatch(words) or (quantity.counts and _THEN_MORE.fullmatch(words))):
        return base + words + ("数" if quantity.counts else "")
    if (
        GROWTH.match(words)
        and "速度" not in words
        and (quantity.unit in {"%", "个百分点", "倍", "番"} or quantity.counts)
        and named.base
        and not re.match(
            r"^[\u4e00-\u9fff&A-Z]{4,}(?:年均|累计)?(?:增长|增加|提高|下降|降低|减少)", _SINCE.sub("", words)
        )
    ):
        return base + words
    if (
        quantity.unit in {"番", "倍"}
        and re.match(r"^(?:较|比|是|为|[一二两三四五六七八九十\d]{1,2}年)", words)
        and named.base
    ):
        return base + words
    return ""


_STANDING = re.compile(
    r"(?:在|数量|居|位居|位列|列|排名|稳居|保持|前进|到|第)*(?P<measure>总量|增量|增速|增幅|降幅|涨幅|规模)?"
    r"(?:在|均|继续|连续保持|保持|居|位居|位列|列|排名|排|稳居|跃?上?升至?|跃居|前进|到|第)*"
    r"(?P<among>全[国省市区县州球疆]|国内|世界|东北|西北|西南|西部|中部|东部|华东|地区|(?:同类|同级|[\u4e00-\u9fff]{0,6}?(?:城市|省份|[县区]|高新区|开发区|园区|市州|地市)))?"
    r"(?:中|里|的|排名|居|列|第|前)*"
)


def standing_of(phrase: str, base: str) -> str:
    """Name the place in an order that a measure told before takes (…23亿元，增速居全省第2位), '' for other phrases."""
    told = _STANDING.fullmatch(phrase)
    if not told:
        return ""
    measure, among = told["measure"] or "", told["among"] or ""
    base = re.sub(r"(?:[较比][^，]{0,8})?(?:同比|年均)?(?:增长|增加)数?$", "", base) if measure else base
    return without_count(base) + (measure if measure not in base else "") + among + "排名"


_LEVEL = re.compile(r"(?:国家|省部|省|自治区|市|区|县)级(?:以上)?")


def level_named(phrase: str, base: str) -> str:
    """Name the part of a count by its level alone (孵化器90家，国家级8家、省级20家), '' for other words."""
    whole = base.split("（")[0]
    return f"{whole}（{phrase}）" if whole.endswith("数") and _LEVEL.fullmatch(phrase) else ""


def share_among(before: str, named: Named) -> str:
    """Name a second share of what the first was a share of (占全省的10%和全市的28%), '' for other words."""
    among = _ALSO.fullmatch(before)
    return re.sub(r"(?<=占)[^占]{2,8}?(?=的?比[重例])|全[国省市区县州]", among["whole"], named.share) if among else ""
