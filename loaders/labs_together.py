"""Laboratories listed by their short names: «支持甲、乙、丙3个省实验室», «丁、戊和己实验室», «庚等十大实验室»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import Sentence, bare
from loaders.needed import Guarded

_LISTED = Guarded(
    r"(?P<list>[\u4e00-\u9fff]{2,16}(?:、[\u4e00-\u9fff]{2,10}?){1,12})"
    r"(?P<tail>(?:等)?(?:(?:\d{1,2}|[两三四五六七八九十]{1,3})(?:余|多)?[家个大])?(?P<kind>国家|(?:[\u4e00-\u9fff]{2})?省级?|联合)?实验室)"
    r"(?![体系矩联集经认主数]|建设(?:指|标)|[\d]+[家个])"
)
_LED = re.compile(
    r".*(?:支持|推进|推动|加快|建设|建好|用好|办好|布局|筹建|依托|发挥|促进|深化|保障|做[强大优]|组建|打造|争创|创建|培育|包括|拥有|建成|服务|提升|持续|挂牌|获批|实施"
    r"|新增|成立|启动|优化|强化|聚焦|围绕|整合|统筹|谋划|重组|建立|以及|[对将由以为是有与和及])"
)
_NO_NAME = re.compile(
    r"重点|工程|国家|全国|[省市县区]级|企业|高校|院校|中心|大学|学院|研究|平台|基地|园区|新区|公司|团队|项目|人才|一批|[各类型等级的个家所了]|基础|公共|校内|本科|教学|移动|示范|检测|质检"
    r"|实验室|光源|装置|中子源|设施|研发|净化|制备|洁净|检验|理化|分析|测试|试验|化验|生产|办公|培训|厂房|车间|仓储|学生|教师|老师|学校|物理|化学|语音|机房|校企|校地|政企|产学|^(?:国家|省部?|市|部|县|区|校|院|联合|开放|专业|综合|部级|省市|高端|数字|智能|智慧|绿色|创新|检验)$"
)


def labs_together(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    """Find the laboratories that one ending closes whose names are listed before it."""
    text = sentence.text
    for match in _LISTED.finditer(text):
        spans = [(m.start(), m.end()) for m in re.finditer("[^、]+", text[: match.end("list")])]
        spans = [(a, b) for a, b in spans if b > match.start("list")]
        spans[0] = (max(spans[0][0], match.start("list")), spans[0][1])
        if lead := _LED.match(text, *spans[0]):
            spans[0] = (lead.end(), spans[0][1])
        halves = re.fullmatch(r"([\u4e00-\u9fff]{2,5})[和及与]([\u4e00-\u9fff]{2,5})", text[slice(*spans[-1])])
        if halves and not match.group("tail").startswith("等"):
            at = spans[-1][0]
            spans[-1:] = [(at, at + halves.end(1)), (at + halves.start(2), spans[-1][1])]
        named = [(a, b) for a, b in spans if _is_name(text[a:b], lexicon)]
        if len(named) < 2 or named != spans[len(spans) - len(named) :] or len(spans) - len(named) > 1:
            continue
        kind = "国家实验室" if match.group("kind") == "国家" else "实验室"
        for a, b in named:
            end = match.end() if b == match.end("list") and not match.group("tail").startswith("等") else b
            start, stop = a + sentence.start, end + sentence.start
            yield Mention(start, stop, "Lab", text[a:b] + kind, text[a:end], "shared ending of laboratories", 0.99)


def _is_name(item: str, lexicon: Lexicon) -> bool:
    return (
        2 <= len(item) <= 8
        and not _NO_NAME.search(item)
        and bool(bare(item, lexicon))
        and item not in lexicon.industries
    )
