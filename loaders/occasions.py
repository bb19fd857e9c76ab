"""Occasions of the news: meetings, ceremonies and campaigns that are named once and held (某某对接活动在某市举行)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import Sentence, bare
from loaders.needed import Guarded

_KIND = (
    "(?:对接活动|交流活动|推介活动|示范活动|专场活动|系列活动|主题活动|路演活动|洽谈活动|对接会|推介会|交流会|交流大会"
    "|开工仪式|启动仪式|启动会|直通车活动)"
)
_HELD = (
    "(?=(?:近日|日前|今日|昨日|当天|隆重|正式|成功|顺利|圆满|将)*(?:在[^，。；]{2,24}?)?"
    "(?:举行|举办|召开|开幕|启幕|启动|落幕|闭幕))"
)
_OPEN = Guarded(
    r"(?:(?<![^，。；：\s日行会讯）—])|^)(?:以[^，。；]{4,30}为主题的)?(?:首届|第[一二三四五六七八九十\d]+届)?"
    rf"(?P<name>(?:“[^“”]{{3,26}}”|(?:19|20)\d\d年?)?(?:(?!的|举行|举办|召开)[\u4e00-\u9fffA-Za-z0-9（）—·、“”]){{4,34}}?{_KIND}){_HELD}"
)
_QUOTED = Guarded(
    r"(?:举行|举办|开展|启动|参加|参与|组织|召开|出席|发起)(?:了|的)?(?P<name>“[^“”，。；]{5,30}”(?:[\u4e00-\u9fff]{0,10}?)(?:系列活动|主题活动|对接活动|交流活动|对接会|推介会|大会|论坛|峰会))(?!方案|计划)"
)
_PLAIN = re.compile(r"^(?:一批|系列|各类|本次|此次|这次|多场|两场|三场)|[的等了]")


def occasions(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    """Find the occasions of one sentence."""
    for pattern in (_OPEN, _QUOTED):
        for match in pattern.finditer(sentence.text):
            name = match.group("name")
            stem = re.sub(f"{_KIND}$", "", name)
            if _PLAIN.search(re.sub("“[^”]*”", "", name)) or len(bare(stem, lexicon)) < 4:
                continue
            start, end = match.span("name")
            found = Mention(
                start + sentence.start, end + sentence.start, "Event", name, name, "occasion that is held", 0.84
            )
            short = re.sub(r"^(?:“[^”]*”|(?:19|20)\d\d年?)(?=.{6})", "", name)
            yield replace(found, aliases=(short,) if short != name else ())


# what is told of a meeting itself: 会上签约10个项目, 活动期间发布成果20项
_OCCASION = re.compile(
    r"(?:^|[，。；])(?:会上|大会上|现场|活动现场|活动期间|活动中|期间|会议期间|展会期间|仪式上"
    r"|[本此]次(?:活动|会议|大会|对接会|峰会|论坛)"
    r"|(?:会议|大会|活动|对接会|峰会|论坛)(?:围绕|聚焦|紧扣|以))"
)
_DEALT = re.compile(
    r"设置|专场|分论坛|签约|签署|签订|发布|达成|对接|授牌|吸引|参会|与会|参加|到场|展示|展出|路演|推介|征集|揭牌"
)


def dealt_at(before: str, part: str) -> bool:
    """Say whether a number tells what was signed, shown or met at an occasion, by the words before it and around it."""
    return bool(_OCCASION.search(before) and _DEALT.search(part))


_MET = re.compile(
    r"(?:出席|参加|参与|莅临)了?(?:本次|此次|这次|该)?(?:大会|会议|活动|对接会|峰会|论坛|盛会|展会|推介会|洽谈会|博览会|开幕式)"
    r"|与会|(?:会议|大会|对接会|峰会|论坛|展会|推介会)(?:还|共|特)?(?:邀请|吸引|设置|设有|汇聚|安排)"
    r"|(?:代表|嘉宾|领导|专家|人员|人士|学者)[^，。；]{0,6}(?:参加|出席)了?$"
)
_PART = re.compile(r"(?:出席|参加|参与|亮相)了?(?:[^，。；]{0,16}(?:举行|举办|召开)的)?“?")


def met(part: str) -> bool:
    """Say whether a part of a sentence counts those who came to a meeting, or what it holds."""
    return bool(_MET.search(part))


def took_part(text: str, start: int, stop: int, event: Mention) -> bool:
    """Say whether a number counts those who came to an event named behind it, or what they signed there.

    Parameters
    ----------
    start : where the sentence begins.
    stop : where the number ends.
    """
    begin = max(text.rfind(mark, start, event.start) for mark in "，。；") + 1
    came = list(_PART.finditer(text, max(begin, start), event.start))
    if not came or came[-1].end() != event.start:
        return False
    if stop <= event.start:
        return max(begin, start) <= stop
    behind = text[event.end : stop]
    return "。" not in behind and "；" not in behind and bool(re.match(r"[”]?(?:活动)?，(?:签|达成|形成|促成)", behind))
