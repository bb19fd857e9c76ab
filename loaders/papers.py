"""Papers without 《》: plans, measures and reports that a text says are issued, made or read.

«甲市编制乙科学城建设方案», «某省集群行动方案印发», «市长作政府工作报告»: the verb of issuing tells that the words
beside it are the title of a paper; a place in them, or words of their own, that it is a certain one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention
from loaders.names import Sentence, bare, owner
from loaders.needed import Guarded

_KIND = (
    "(?:三年行动计划|行动计划|行动方案|实施方案|工作方案|建设方案|总体方案|发展方案|改革方案|发展规划|专项规划|规划纲要|行动纲要|行动规划|规划|若干措施|若干政策|政策措施|实施意见"
    "|指导意见|管理办法|实施办法|暂行办法|实施细则|条例|白皮书|蓝皮书|发展指引|工作要点|方案)"
)
_WORD = "(?:(?![的了等将为把各及]|印发|出台|发布|编制|制定|实施)[\\u4e00-\\u9fffA-Za-z0-9（）()“”—-])"
_NAME = f"(?P<name>{_WORD}{{4,28}}?(?P<kind>{_KIND})(?:[（(][^（）()]{{2,12}}[）)])?)"
_ISSUE = "(?:出台|印发|发布|编制|制定|颁布|起草|审议通过|批复|推出|公布)"
_ISSUED = Guarded(
    rf"{_ISSUE}(?:完成|实施|印发|出台|并印发|并实施)?(?:了)?(?P<lead>(?:全国|全省|国内)?首[个部份批])?{_NAME}(?=[，。；、！]|$|等|和|与|并|提出|明确|，)"
)
_OUT = Guarded(
    rf"(?:^|(?<=[，。；：日讯]))(?:近日|日前|日|，)*{_NAME}(?=(?:近日|日前|今日|正式|已|日|对外|经[^，。；]{{2,12}}(?:同意|批准|审议通过)|，)*(?:印发|发布|出台|公布|编制完成|获批|获得?批复|颁布|审议通过|正式实施|施行))"
)
_PLAIN = re.compile(
    r"^(?:一系列|系列|一批|多项|相关|有关|具体|专门|专项|配套|年度|详细|实施|工作|总体|中长期|中期|个性化|差异化|国家|省级|市级|地方|上述|本|该|其|此|新|每年|定期|多个|若干|应急|分类"
    r"|整改|扶持|支持|优惠|产业|科技|人才|创新|区域|园区|发展|城市|城乡|国土空间|统一|科学|完善|合理|切实|更加|第[一二三]|[一二三四五六七八九十\d]+[项个份])*$"
)
_LEAD = re.compile(
    r"^(?:(?:全国|全省|国内|率先|研究|组织|牵头|联合|陆续|相继|先后|正式|抓紧|科学|启动|首[个部份批])+)(?=.{6})"
)
# What begins with a verb is a task, no title (完善高新区发展规划).
_TASK = re.compile(
    "和|与|及|完善|优化|健全|加快|推进|落实|强化|加强|开展|深化|修订|调整|衔接|对接|结合|做好|围绕|依据|根据|以|与|在"
)
_REPORT = Guarded(
    r"(?:作|做|听取|听取和审议|审议)了?(?P<read>政府工作报告)|(?P<said>政府工作报告)(?=显示|提出|指出|明确|强调|中提|披露|部署|介绍)"
)
_WHOSE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,8}?(?:省|市|自治区|自治州|州|县|区))(?:第[一二三四五六七八九十]{1,3}届人民代表大会|(?:代|副)?(?:省长|市长|主席|州长|县长|区长)|人民政府(?:代?(?:省长|市长)))"
)


def papers(sentence: Sentence, lexicon: Lexicon, home: Home) -> Iterator[Mention]:
    """Find the papers of one sentence that stand without marks."""
    for pattern, rule in ((_ISSUED, "paper that is issued"), (_OUT, "paper that comes out")):
        for match in pattern.finditer(sentence.text):
            name = match.group("name")
            lead = _LEAD.match(name)
            name = name[lead.end() :] if lead else name
            if _certain(name, match.group("kind"), lexicon):
                start = match.end("name") - len(name) + sentence.start
                label = "Policy"
                yield Mention(start, match.end("name") + sentence.start, label, name, name, rule, 0.8)
    yield from _reports(sentence, lexicon, home)


def _certain(name: str, kind: str, lexicon: Lexicon) -> bool:
    """Say whether a title is that of one paper: of a place or thing, or with words of its own."""
    stem = re.sub(r"[（(][^（）()]*[）)]$", "", name).removesuffix(kind)
    if (
        _PLAIN.match(stem)
        or re.search("相关|有关|各类|各项", stem)
        or _TASK.match(stem)
        or name.count("“") != name.count("”")
    ):
        return False
    placed = owner(stem, lexicon) is not None and len(stem) >= 5
    return placed or len(bare(stem, lexicon)) >= (2 if len(kind) >= 4 else 4)


def _reports(sentence: Sentence, lexicon: Lexicon, home: Home) -> Iterator[Mention]:
    """Find the report that a government gives to its congress, with the place whose it is."""
    for match in _REPORT.finditer(sentence.text) if len(sentence.text) > 24 else ():
        group = "read" if match.group("read") else "said"
        place = ""
        for whose in _WHOSE.finditer(sentence.text[: match.start()]):
            found = whose.group("place")
            place = next((found[i:] for i in range(len(found) - 2) if lexicon.place(found[i:])), place)
        place = place or home.seat or home.province
        name = place + match.group(group)
        start, end = (p + sentence.start for p in match.span(group))
        yield Mention(start, end, "Policy", name, match.group(group), "report of a government", 0.84)
