"""Firms of a list whose names are common words: their number, their praise or their trade tells that they are firms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.items import VERBISH
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.numerals import value_of

_HOW_MANY = re.compile(r"(?P<count>\d{1,2}|[两三四五六七八九十])[家户](?:[\u4e00-\u9fff]{0,6})?(?:企业|公司)")


def _as_many(text: str, at: int, count: int) -> bool:
    """Say whether a list of firms is closed by their number (甲量子、乙量子、丙量子3家企业)."""
    match = _HOW_MANY.match(text, at)
    told = match["count"].replace("两", "二") if match else "0"
    return count >= 2 and (int(told) if told.isdigit() else value_of(told)) == count


# 甲量子、乙智能、丙精密等龙头企业: two characters of their own before a trade, in a list of firms of some kind
_PRAISED = re.compile(
    r"(?:[^，。；：、“”]{0,16}?(?:龙头|领军|骨干|头部|核心|知名|链主|标杆|代表性|优质|明星|独角兽|上市|重点|高新技术|专精特新|科技|领域|产业|行业)"
    r"|一批|一大批|众多|多家|[\u4e00-\u9fff]{2,8}?)(?:企业|公司)"
)
_FIRM_OF_TRADE = re.compile(
    r"(?!高端|先进|新型|智能|绿色|数字|精细|特种|工业|农业|航空|海洋|现代|传统|生物|电子|中国|全国|国际|量子|精密)[\u4e00-\u9fff]{2,3}"
    r"(?:量子|智能|精密|科技|高科|股份|电子|光电|新材|生物|医药|药业|重工|汽车|能源|电气|时代|电器|半导体|微电|微|机器人|激光|传感|动力|航空|航天|软件|信息"
    r"|通信|食品|乳业|集团|数控|机床|自动化|机电|机械|锂能|锂电|储能|材料|环保|制药|医疗|芯片|存储|视觉|智造|智联|物流|网络|数科|云)"
)


def _short_firm(item: Mention, lexicon: Lexicon) -> bool:
    plain = (
        VERBISH.search(item.name) or item.name in lexicon.industries or re.search("企业|产业|领域|[的了个]", item.name)
    )
    return 3 <= len(item.name) <= 10 and not plain and not lexicon.place(item.name)


def told_firms(items: Sequence[Mention], text: str, at: int, count: int, lexicon: Lexicon) -> list[Mention]:
    """Give the items that what closes a list of firms tells to be names.

    Parameters
    ----------
    at : where the words begin that close the list.
    count : how many items the list has.
    """
    firms = _as_many(text, at, count)
    traded = count >= 3 and _PRAISED.match(text, at) is not None
    short = [m for m in items if _short_firm(m, lexicon)] if firms or traded else []
    return [m for m in short if firms or _FIRM_OF_TRADE.fullmatch(m.name)]
