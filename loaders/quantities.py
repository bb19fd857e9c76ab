"""Quantities: numbers with their unit, upper end and bound; dates, labels and product sizes are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.numerals import counts
from loaders.ratios import sectors_told

UNITS = (
    "个百分点|百分点|%|％|‰|亿美元|万美元|美元|元|家次|家（次）|家\\(次\\)|户次|人次|人年|人|家|户|个|项次|项|件次|件|名|位|场次|场|次|支|只|台（套）|台\\(套\\)|台套|台|套|条|种|大类|小类|类|倍|"
    "颗|枚|尾|羽|袋|瓶|盒|箱|桶|剂|粒|匹|筐|包|架(?=[，。；、次])|床|"
    "平方公里|平方千米|平方米|平方公尺|平米|㎡|立方米|公里|公顷|亩|吨标准煤|吨|度|(?:GWh|GW)(?=[，。；、）以左]|$)|千瓦时|千瓦|兆瓦时|兆瓦|锭|所|座|篇|辆|艘|处|款|张|头|株|席|册|部|幅|工位|标准箱|卡|栋|份|宗|笔|例|批次|趟|期(?!工程|项目|建设|规划|投资|用地|占|总|[\u4e00-\u9fff]{0,6}基金)|幢|间|对|门|团队|番|课时|学时|Eflops|EFLOPS|EFlops|Pflops|PFLOPS|PFlops|TFLOPS|PB|TB|大(?=[\\u4e00-\\u9fff]{0,12}(?:平台|基地|项目|中心|集群|园区|区域|板块|片区))"
)
NUMBER = re.compile(
    r"(?<![\d.A-Za-z〔\[\-—《])(?P<rank>第)?(?P<value>\d+(?:,\d{3})*(?:\.\d+)?)(?:(?:[%％个家项人名件吨亩台辆套]|[万亿]{1,2}[元吨]?|元)?[-—~～－至到]+(?P<max>\d+(?:\.\d+)?))?"
    rf"(?P<more>余|多)?(?P<scale>万亿|亿|万|千|百|十)?(?P<more2>余|多)?(?P<unit>{UNITS})?(?P<more3>余|多)?(?P<bound>[（(]?(?:及以上|以上|左右|以内|以下)[）)]?)?"
)
# 2.9、4.7和2.8个百分点: the unit of the last number is that of all
SHARED_UNIT = re.compile(rf"(?:、\d+(?:\.\d+)?)*(?:、|和|与|及)\d+(?:\.\d+)?(?P<scale>万亿|亿|万)?(?P<unit>{UNITS})")
FRACTION = re.compile(r"(?P<denominator>[二三四五])分之(?P<numerator>[一二三四])(?P<bound>以上)?")
# 占全国的1/4, 近1/10: no date, no number of a document
SLASHED = re.compile(r"(?<=[占近约的之超过到国省市区球界])(?P<numerator>[1-9])/(?P<denominator>[1-9]\d?)(?![\d/年月])")
TENTHS = re.compile(
    r"(?P<tenths>[一二三四五六七八九]|\d(?:\.\d)?)成(?P<more>多|以上)?(?![立员为果本长效就分都品功交熟绩\u8fdc])"
)
DOUBLING = re.compile(r"翻(?:了)?(?P<times>[一两二三四]|\d)番")
ORDINAL = re.compile(r"第(?P<place>[一二三四五六七八九十]{1,3})(?:(?P<unit>[位名])|(?=[，。；）]|$))")
ROUND = re.compile(
    r"(?:(?<![\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u4e07\u4ebf\d每第])(?P<times>[一两二三四五六七八九])(?=[百千])"
    r"|(?<![\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u4e07\u4ebf\d每成上数几近超过双多两]))(?P<scale>[百千万])(?P<unit>[场名家项])"
)
HUNDREDS = re.compile(r"(?<=[破达到超为近])(?P<times>[一两二三四五六七八九])?(?P<scale>[百千万])亿(?P<unit>元)(?!级)")
FOREMOST = re.compile(r"前(?P<place>[一二三四五六七八九十]{1,3}|\d{1,3})(?P<unit>[强名位])(?!企业|园区|的)")
NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
SCALES = {"百": 100, "千": 1000, "万": 10000}
MONEY = re.compile(r"投资|产值|收入|资金|金额|成交额|规模|经费|投入|总额|利润|税|贷款|融资|基金|额")
SCORE = re.compile(r"(?:指数|得分|评分|系数|分值)(?:达到|达|为|是|升至|提高到)?$")
RANKED = re.compile(r"(?:排名|位居|位列|列|居|排|名列|跃居|升至|上升至)[^，。；\d]{0,12}$")
PEOPLE = re.compile(
    r"(?:人口|从业人员|用工|从业者|党员|师生|学生|职工|参会者|就业)(?:总量|总数|规模)?(?:超过|超|达到|达|约|近|为|有|突破|逾)*$"
)
# 总投资39亿元的20个项目: what all of them cost together
SUMMED = re.compile(r"(?:总投资|总金额|总额|总规模|总产值|总面积)(?:额)?(?:达到?|约|近)?$")
# 400兆瓦风力发电项目, 35万立方米级运输船: part of what a project or a device is called
SIZES = frozenset({"吨", "立方米", "兆瓦", "兆瓦时", "千瓦", "千瓦时"})
SIZED = re.compile(
    r"级?(?![的以及和与左])[^，。；、的\d]{0,16}(?:\d+千伏[^，。；、的\d]{0,12})?(?:项目|工程|生产线|装置|电站|机组|船)"
)
MADE = re.compile(
    r"(?:[年月日时](?:可|均|最高|最大)?(?:[加处][工理])?(?:产|采|炼|焊|处理|加工|生产|供|吞吐|发电|输送)|可产|新增|达到?|形成|生产|加工|处理|完成|累计|产能|规模|约|近)$"
)
MARK = r"(?:的)?(?:新)?(?:台阶|大关|关口|门槛)"
FEW = frozenset({"部", "对", "门", "处", "张", "间", "头", "幅", "类", "次", "位"})
MIN_WORDS = re.compile(r"(?<!不)(?:超过|超出|超|突破|高于|多于|大于|至少|逾|过)了?$|不(?:低于|少于|小于)$")
MAX_WORDS = re.compile(r"(?:不超过|控制在|不高于|不多于|(?<!不)(?:低于|少于|小于)|至多)$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it stands in a sentence; ``rank`` marks a place in an order (第3名)."""

    start: int
    end: int
    value: float
    max: float | None
    unit: str
    bound: str | None
    rank: bool = False

    @property
    def money(self) -> bool:
        """Say whether the unit is one of money."""
        return self.unit.endswith("元")

    @property
    def counts(self) -> bool:
        """Say whether the unit counts things one by one."""
        return not self.rank and self.unit.lstrip("万亿千百十") in COUNTERS


COUNTERS = frozenset(
    [
        "家",
        "户",
        "个",
        "项",
        "件",
        "名",
        "位",
        "人",
        "场",
        "场次",
        "次",
        "支",
        "只",
        "台",
        "套",
        "条",
        "种",
        "类",
        "大类",
        "小类",
        "所",
        "座",
        "篇",
        "辆",
        "艘",
        "处",
        "款",
        "张",
        "头",
        "株",
        "席",
        "册",
        "部",
        "幅",
        "工位",
        "栋",
        "幢",
        "间",
        "对",
        "门",
        "团队",
        "家次",
        "人次",
        "户次",
        "家（次）",
        "家(次)",
        "台（套）",
        "台(套)",
        "台套",
        "项次",
        "份",
        "宗",
        "笔",
        "例",
        "批次",
        "趟",
        "期",
    ]
)


def _bound(match: re.Match[str], before: str) -> str | None:
    groups = match.groupdict()
    tail = groups.get("bound") or ""
    if MAX_WORDS.search(before) or "以内" in tail or "以下" in tail:
        return "max"
    if "以上" in tail or any(groups.get(g) for g in ("more", "more2", "more3")) or MIN_WORDS.search(before):
        return "min"
    return None


def _number(match: re.Match[str], text: str) -> Quantity | None:
    before, after = text[max(0, match.start() - 14) : match.start()], text[match.end() : match.end() + 3]
    unit, scale = match.group("unit") or "", match.group("scale") or ""
    value = float(match.group("value").replace(",", ""))
    if not unit:
        if scale in {"亿", "万亿"} and MONEY.search(text[: match.start()][-30:]):
            unit = "元"
        elif scale in {"万", "亿"} and PEOPLE.search(before):
            unit = "人"
        elif last := SHARED_UNIT.match(text, match.end()):
            unit, scale = last.group("unit"), scale or last.group("scale") or ""
        elif not scale and SCORE.search(before) and not re.match(r"[年月日.\-]", after):
            return Quantity(match.start(), match.end(), value, None, "", _bound(match, before))
        else:
            return None
    if _is_label(match, unit, scale, value, before, after):
        return None
    if unit in SIZES and not MADE.search(before) and SIZED.match(text, match.end()):
        return None
    unit = "个" if unit == "大" else unit.replace("％", "%")
    rank = bool(match.group("rank"))
    top = float(match.group("max")) if match.group("max") else None
    bound = _bound(match, before) or ("min" if re.match(r"(?:（[^）]{0,30})?）以上", text[match.end() :]) else None)
    return Quantity(match.start(), match.end(), value, top, scale + unit, None if rank else bound, rank)


def _is_label(match: re.Match[str], unit: str, scale: str, value: float, before: str, after: str) -> bool:
    """Say whether a number with a unit is a label, a span of time or part of a name all the same."""
    if match.group("rank"):
        return unit not in {"名", "位"}
    if unit == "度" and not scale:
        return True  # an angle or a temperature; electricity comes by the ten thousand
    if unit == "个" and re.match(r"(?:多|半)?(?:月|小时|工作日|自然日|季度|星期|年|交易日|一(?!流|体|批))", after):
        return True
    if unit in {"人", "位"} and not scale and after[:1] in {"机", "座"}:
        return True
    if unit in {"部", "门", "对"} and (after[:1] in set("委门口接") or value < 2):
        return True
    if unit == "公里" and before.endswith("时速"):
        return True
    if unit == "次" and re.search(r"(?:主持召开|第|届)$", before):
        return True
    return bool(re.search(r"(?:专栏|图|(?<!代)表|附件|第|评论|浏览量?|阅读量?|点击量?)[：:]?$", before))


def _plain(match: re.Match[str], text: str) -> Quantity | None:
    """Read quantities written without digits: a fraction, a doubling, a rank, a round number of events or people."""
    before = text[max(0, match.start() - 20) : match.start()]
    start, end, bound = match.start(), match.end(), _bound(match, before)
    if match.re is FRACTION:
        share = 100 * NUMERALS[match.group("numerator")] / NUMERALS[match.group("denominator")]
        return Quantity(start, end, round(share, 1), None, "%", bound)
    if match.re is SLASHED:
        share = 100 * int(match["numerator"]) / int(match["denominator"])
        share = round(share, 2 if (100 * share).is_integer() else 1)  # 1/16, but 1/3
        return Quantity(start, end, share, None, "%", bound) if share < 100 else None
    if match.re is TENTHS:
        tenths = match.group("tenths")
        if not re.search(r"(?:占|超|超过|近|达|达到|比重|比例|约|有|逾)[^，。；]{0,12}$", before):
            return None
        return Quantity(start, end, round(10 * float(NUMERALS.get(tenths) or tenths), 1), None, "%", bound)
    if match.re is DOUBLING:
        times = match.group("times")
        return Quantity(start, end, float(NUMERALS.get(times) or times), None, "番", bound)
    if match.re is ORDINAL:
        place = match.group("place")
        if not RANKED.search(before) or (len(place) > 1 and not place.startswith("十")):
            return None
        value = float(sum(NUMERALS[c] for c in place))
        return Quantity(start, end, value, None, match.group("unit") or "位", None, rank=True)
    if match.re is FOREMOST:
        place = match.group("place")
        number = float(place) if place.isdigit() else _numeral(place)
        reached = re.search(r"(?:跻身|进入|挺进|迈入|进军|冲刺|位居|位列|排名|稳居|保持)[^，。；\d]{0,16}$", before)
        return Quantity(start, end, number, None, "位", "max", rank=True) if reached and number else None
    if match.re is HUNDREDS:
        times = NUMERALS.get(match.group("times") or "", 1)
        if match.group("scale") == "万":
            return Quantity(start, end, float(times), None, "万亿元", bound)
        return Quantity(start, end, float(times * SCALES[match.group("scale")]), None, "亿元", bound)
    rounded = NUMERALS.get(match.group("times") or "", 1) * SCALES[match.group("scale")]
    return Quantity(start, end, float(rounded), None, match.group("unit"), None)


def _numeral(text: str) -> float:
    """Read a Chinese numeral up to 99, 0 for what is none."""
    tens, ten, ones = text.rpartition("十") if "十" in text else ("", "", text)
    if len(tens) > 1 or len(ones) > 1:
        return 0.0
    return float((10 * NUMERALS.get(tens, 1) if ten else 0) + NUMERALS.get(ones, 0))


def _shielded(text: str) -> list[tuple[int, int]]:
    """Give the spans of clock times, of titles and of short quotations, whose numbers are none or belong to a name."""
    return [m.span() for m in _SHIELDS.finditer(text)]


_SHIELDS = re.compile(r"(?<![\d.])\d{1,2}:\d{2}(?::\d{2})?(?![.\d])|《[^》]*》|“[^”，；。]{1,12}”|‘[^’，；。]{1,12}’")


def quantities_of(text: str) -> list[Quantity]:
    """Find the quantities of a sentence, from left to right.

    Parameters
    ----------
    text : the sentence; spans of the result refer to it.
    """
    shielded = _shielded(text)
    found: list[Quantity] = []
    for quantity in _all(text):
        if any(a <= quantity.start < b for a, b in shielded) or any(
            q.start < quantity.end and quantity.start < q.end for q in found
        ):
            continue
        found.append(quantity)
    found.sort(key=lambda q: q.start)
    return [q for q in found if not _is_threshold(text, q, found)]


def _all(text: str) -> Iterator[Quantity]:
    for start, end, share, _ in sectors_told(text):
        yield Quantity(start, end, share, None, "%", None)
    yield from filter(None, (_plain(match, text) for match in FOREMOST.finditer(text)))
    for match in NUMBER.finditer(text):
        if quantity := _number(match, text):
            yield quantity
    for start, end, value, unit, more in counts(text):
        bound = "min" if more or MIN_WORDS.search(text[:start]) else None
        yield Quantity(start, end, float(value), None, unit, bound)
    for pattern in (FRACTION, SLASHED, TENTHS, DOUBLING, ORDINAL, ROUND, HUNDREDS):
        for match in pattern.finditer(text):
            if plain := _plain(match, text):
                yield plain


def _is_threshold(text: str, quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Say whether a quantity only tells which things another one counts (产值超5亿元的企业3家)."""
    if quantity.counts or quantity.rank or quantity.unit in {"番", "倍"}:
        return False
    limit = quantity.bound == "min" or text.startswith("的", quantity.end)
    for other in others:
        if not other.counts or not limit:
            continue
        if other.start >= quantity.end:
            between = text[quantity.end : other.start]
            if between == "的" and SUMMED.search(text[: quantity.start]):
                return False
            if (
                between
                and not re.search(r"[，。；、：,;]|和(?=\d)", between)
                and (between == "的" or re.match(r"(?:的|规模|及以上)*[\u4e00-\u9fff]{2}", between))
            ):
                return True
        elif other.end <= quantity.start:
            between, after = text[other.end : quantity.start], text[quantity.end : quantity.end + 1]
            if (
                after == "的"
                and not re.search(r"[，。；：,;]", between)
                and not re.search(r"总额|总规模|总投资|共", between)
            ):
                return True
    return False


def is_milestone(text: str, quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Say whether a quantity is only the mark that a following exact one passed (跨越50亿元台阶，达到53亿元)."""
    if not (mark := re.match(MARK, text[quantity.end :])):
        return False
    behind = quantity.end + mark.end()
    return any(
        o.start > behind and o.unit == quantity.unit and re.fullmatch(r"，(?:达到?|为|实现)了?", text[behind : o.start])
        for o in others
    )
