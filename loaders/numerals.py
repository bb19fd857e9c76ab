"""Counts in Chinese numerals: 新增企业三家, 攻克难题十余项, 共两个区块, 拥有专利一百二十件."""

from __future__ import annotations

import re
from collections.abc import Iterator

DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_NUMERAL = "[一二两三四五六七八九十百千万零〇]{1,9}"
_COUNTER = "家|个|项|名|人|件|位|所|座|支|条|只|场|台|套|款|户|篇|处"
# Behind what is counted and before the end of its part: 培育上市企业三家，
_BEHIND = re.compile(
    rf"(?<=[\u4e00-\u9fff”）])(?P<numeral>{_NUMERAL})(?P<more>余|多)?(?P<unit>{_COUNTER})(?P<bound>以上)?(?=[，。；、）)]|$|和|及)"
)
# Behind a verb that counts: 新增三家国家级孵化器, 共两个区块
_COUNTED = re.compile(
    "(?<=新增|新建|新设|引进|拥有|现有|已有|共有|达到|超过|突破|增至|培育|建成|落地|签约|入选|获批|集聚|汇聚|聚集|布局|组建|共建|认定|累计|下设|共计)"
    rf"(?:了|至少|约|近)?(?P<numeral>{_NUMERAL})(?P<more>余|多)?(?P<unit>{_COUNTER})(?!百分点|月|小时|工作日)(?P<bound>以上)?"
    r"|(?<=[，。；])共(?P<numeral2>[两三四五六七八九十]{1,3})(?P<unit2>个|家|项)(?!月|小时|工作日|区块|片区|部分|方面|阶段|批次|地块|组团)"
)
_NO_COUNT = re.compile(r"(?:第|每|同|任|另|唯|某|之|前|后|首|逐|进|统|[这那本该各上下数几])$")
# At the head of its part, before what the counted things do: 七条骨干道路建成通车, 两家研究院落户
_ACTING = re.compile(
    rf"(?<=[，。；：])(?P<numeral>{_NUMERAL})(?P<more>余|多)?(?P<unit>家|条|座|所|项|名|位|件|户)(?P<bound>以上)?"
    r"(?=(?!企业|单位|高校)[\u4e00-\u9fff“”]{2,16}?(?:落户|落地|获批|获评|获得?国|获得?省|入选|入围|通过|建成|投产|投用|竣工|连网|通车|挂牌|揭牌|实现|晋升|升级|上市|荣获|转化|启用))"
)


def value_of(numeral: str) -> int:
    """Read a Chinese numeral (一百二十, 两千零五, 一万三千); 0 for what is none."""
    if "万" in numeral:
        many, _, rest = numeral.partition("万")
        low = _below(rest) if rest else 0
        return 10000 * _below(many) + low if _below(many) and (low or not rest) else 0
    return _below(numeral)


def _below(numeral: str) -> int:
    total, digit, last = 0, 0, 10000
    for sign in numeral.replace("零", "").replace("〇", ""):
        if sign in DIGITS:
            if digit:
                return 0
            digit = DIGITS[sign]
        elif _SCALES[sign] < last:
            last = _SCALES[sign]
            total += (digit or 1) * last
            digit = 0
        else:
            return 0
    return total + digit


def counts(text: str) -> Iterator[tuple[int, int, int, str, bool]]:
    """Find counts in Chinese numerals: (start, end, value, unit, whether it is a lower bound)."""
    for pattern in (_BEHIND, _COUNTED, _ACTING):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            group = "numeral" if groups.get("numeral") else "numeral2"
            numeral, start = match.group(group), match.start(group)
            value = value_of(numeral)
            if (
                not value
                or _NO_COUNT.search(text[:start])
                or (
                    numeral == "一"
                    and (
                        pattern is not _BEHIND
                        or not re.search(r"(?:新增|新设|获批|引进|落户|建成)[^，。；]{1,20}$", text[:start])
                    )
                )
            ):
                continue
            if numeral in {"百", "千", "万"} or re.search(r"[、和与及]$", text[:start]):
                continue
            unit = groups.get("unit") or groups.get("unit2") or ""
            yield start, match.end(), value, unit, bool(groups.get("more") or groups.get("bound"))
