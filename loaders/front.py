"""The front of a document: a title set over several lines is one line again; what is no prose ends its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

_TITLE = re.compile(r"《([^《》]{6,120})》")
_SQUEEZE = re.compile(r"[\s“”\"《》（）()—－–-]")
# What an announcement ends with, and a line on which it breaks off (关于印发甲市发展规划|纲要的通知).
_CLOSED = re.compile(r"(?:通知|批复|决定|意见|公告|通报|复?函)$")
_ANNOUNCING = re.compile(r"^[^，。；：]{0,30}关于[^，。；：]{4,60}$")
_TERM = re.compile(r"[（(](?:19|20)\d\d[^（）()]{0,12}[）)]")
_KIND = re.compile(r"(?:规划|纲要|方案|计划|要点|行动)$")
# A title that ends with its years, or with what it is, ends its line, however long it is.
TITLE_ENDS = re.compile(
    r"[^《》，。；：]{6,60}(?:规划|方案|纲要|意见|计划|行动|要点|办法|措施)[（(](?:19|20)\d{2}[^（）()，。]{0,12}[）)]"
    r"|[^，。；：]{0,24}关于[^，。；：]{6,70}的(?:通知|批复|复函|函|通报|公告)"
)
# A line that only tells the day, as web pages set it below a title.
DAY = re.compile(r"(?:19|20)\d\d-\d\d?-\d\d?(?:\d\d?:\d\d(?::\d\d)?)?$")
# An announcement that is complete, with a remark, its number or its years behind it.
_ANNOUNCED = re.compile(
    r"[^，。；：]{0,90}?关于[^。；：]{4,90}?(?:的?通知|的?批复|的?复函|的?(?:若干|实施|指导|暂行)*(?:意见|决定|办法|规定|措施|方案)|的函)"
    r"(?:[（(][^（）()，。]{2,24}[）)])?"
)
# The sure ones of these, whatever follows.
_NOTICE = re.compile(r"(?:的通知|的?批复|的?复函)(?:[（(][^（）()，。]{2,24}[）)])?$")
_ADDRESSED = re.compile(
    r"(?:各[^。；：]{3,160}|[^。；：]{2,80}(?:人民政府|管委会|委员会|[委厅局部院]|办公[厅室]|公司|大学))：$"
)
# What a page of a government's site tells of a document, line by line.
_LABEL = re.compile(
    r"(?:索引号?|(?:发布|发文|制发|成文|生成)(?:机构|机关|单位|日期|时间)|公开(?:方式|类型|类别|形式|范围|日期|时间)|(?:信息|文章|新闻)?来源|文\s*号|发文字号"
    r"|主题(?:分类|词)|信息分类|(?:文件)?有效性|体裁|(?:浏览|点击|阅读)(?:次数|量)|(?:责任)?编辑|信息名称|网址|字号|字体)[：:]"
)
_NUMBER_ALONE = re.compile(r"[\u4e00-\u9fff]{1,9}[〔\[（(](?:19|20)\d\d[〕\])）]第?\d{1,4}号")
_TITLED = re.compile(
    r"[^，。；：《》]{6,70}(?:规划|方案|纲要|意见|计划|办法|措施|条例|细则|要点|规定|政策)(?:[（(][^（）()，。]{2,16}[）)])?"
)
_PREAMBLE = re.compile(
    r"为(?:了|认真|深入|全面|进一步|加快|贯彻|推[动进]|切实|更好|支持|促进|加强|打好|落实|高质量|抢抓|积极|充分)|(?:根据|依据|按照)[^，。]{0,12}《|各[省市县区州设][^。；]{2,60}："
)
_FRONT, _LINES = 30, 3


class Line(Protocol):
    """A line of text that knows where its characters stand."""

    text: str
    offsets: list[int]
    kind: str


T = TypeVar("T", bound=Line)


def parted(this: str, following: str) -> bool:
    """Say whether a line of the front ends here: a whole announcement, whom it is addressed to, its number, a label."""
    if (
        _LABEL.match(this)
        or _LABEL.match(following)
        or _NUMBER_ALONE.fullmatch(this)
        or this.count("《") > this.count("》")
    ):
        return bool(_LABEL.match(this) or _LABEL.match(following) or _NUMBER_ALONE.fullmatch(this))
    addressed = _ADDRESSED.fullmatch(following) is not None
    if addressed and not re.search("[，。；：、的]", this):
        return True
    if _ANNOUNCED.fullmatch(this):
        return addressed or bool(_NOTICE.search(this) or _PREAMBLE.match(following))
    return bool(_TITLED.fullmatch(this) and _PREAMBLE.match(following))


def _squeezed(text: str) -> str:
    return _SQUEEZE.sub("", text)


def _torn(texts: Sequence[str], titles: frozenset[str]) -> bool:
    """Say whether lines that follow each other are one title."""
    whole = "".join(texts)
    if len(whole) > 120 or any(re.search("[。；：，]", text) for text in texts):
        return False
    if _squeezed(whole) in titles:
        return all(_squeezed(text) not in titles for text in texts)
    if len(texts) != 2:
        return False
    first, second = texts
    announced = _ANNOUNCING.match(first) and not _CLOSED.search(first) and _CLOSED.search(second)
    return bool((announced and "关于" not in second) or (_KIND.search(first) and _TERM.fullmatch(second)))


def join_titles(lines: list[T]) -> list[T]:
    """Join the lines of titles at the front: those that together are a title in 《》, and announcements broken off."""
    titles = frozenset(_squeezed(t) for t in _TITLE.findall("".join(line.text for line in lines)))
    found: list[T] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        for count in range(_LINES, 1, -1):
            group = lines[i : i + count]
            plain = i < _FRONT and len(group) == count and all(part.kind == "text" for part in group)
            if plain and _torn([part.text for part in group], titles):
                for part in group[1:]:
                    line.text += part.text
                    line.offsets += part.offsets
                i += count - 1
                break
        found.append(line)
        i += 1
    return found
