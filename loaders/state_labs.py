"""Laboratories of state and province by their field: «甲病害发现与利用国家重点实验室», «乙器件丙省工程研究中心».

The field stands before the level, however many words it has; 与, 和 and 及 in it join two halves of one name. It begins
behind punctuation or behind a verb of founding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import Sentence
from loaders.needed import Guarded

_MINISTRY = (
    "教育部|农业农村部|自然资源部|生态环境部|交通运输部|水利部|工业和信息化部|国家药监局|国家林草局|国家卫生健康委"
)
_KIND = (
    "(?:企业|学科)?重点实验室|技术创新中心|工程技术研究中心|工程研究中心|制造业创新中心|临床医学研究中心|工程实验室"
    "|创新实验室|实验室"
)
_LAB = Guarded(
    rf"(?P<level>省部共建国家|国家级?(?!高新|自主|经济)|全国|{_MINISTRY}"
    rf"|(?:[\u4e00-\u9fff]{{2}}|黑龙江)[省市]|(?:内蒙古|广西壮族|宁夏回族|新疆维吾尔|西藏)自治区)(?P<kind>{_KIND})"
)
# What leads up to a name: the verb of founding, or 的 behind its founder.
_LEAD = re.compile(
    r"(?:获批|新增|拥有|建成|建设|布局|组建|筹建|成立|设立|揭牌|推进|加快|支持|创建|争创|包括|现有|共建|重组|入选|打造|联合|谋划|启动"
    r"|建有|申报|承建|培育|引进|是|有|为|在|以|对|由|推动|获得|获|认定|授予|参与|落户|依托|牵头|挂牌|开放|通过|新建|增设|所属|批准)"
    r"(?:的|了|到|于|立)?|[的了等入]|首[个家]|[一二三四五六七八九十两\d]+[个家所批]"
)
# A half that names somebody, or tells a kind of thing, is no field.
_BODY = re.compile(
    r"(?:大学|学院|公司|集团|中心|实验室|院|研究所|企业|高校|院所|机构|单位|平台|政府|管委会|园区|高新区|开发区|联盟|部门|厅|局|团队|人才|项目|基地)$"
)
_PLAIN = re.compile(
    r"一批|各类|多个|若干|所有|这些|其他|首批|数字化?$|^(?:新型|现代|高校|企业|省级|市级|国家级|高水平|高能级|世界一流)$"
    r"|(?:领域|方面|等|类|级|批|[个家所])$|[一二三四五六七八九十两\d]+[个家所]|产业化|合作$|交流$"
)
_WORDS = frozenset({"n", "vn", "a", "an", "b", "j", "c", "nz", "nw", "s", "nt"})
_VERBS = re.compile(
    "建设|共建|筹建|创建|争创|争取|申报|培育|提升|拥有|现有|加快|积极|推进|支持|推动|获批|新增|组建|打造|成立|设立|进入|依托|合作|签约"
    "|高水平|高质量|两地|[全该本我各][省市区县国园州]"
)
_JOINS = frozenset({"与", "和", "及"})
# Verbs that are words of a field, too: 绿色制造, 疾病诊断.
OF_RESEARCH = frozenset(
    {
        "制造",
        "合成",
        "创造",
        "应用",
        "控制",
        "利用",
        "诊断",
        "治疗",
        "检测",
        "防治",
        "转化",
        "加工",
        "集成",
        "融合",
        "治理",
        "开发",
        "评价",
    }
)


def state_labs(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    """Find the laboratories and centres of state and province that are told by their field."""
    text = sentence.text
    for match in _LAB.finditer(text):
        level = match.group("level")
        if level[-1] in "省市区" and not lexicon.place(level):
            continue
        start = _begin(text, match.start())
        field = text[start : match.start()]
        if (
            not 4 <= len(field) <= 26
            or _PLAIN.search(field)
            or _VERBS.search(field)
            or not _is_field(sentence, field, start, lexicon)
        ):
            continue
        name = text[start : match.end()]
        begin = start + sentence.start
        yield Mention(begin, match.end() + sentence.start, "Lab", name, name, "field of a state laboratory", 0.87)


def _begin(text: str, end: int) -> int:
    """Give where the field of a laboratory begins whose level stands at ``end``."""
    floor = max(text.rfind(mark, 0, end) for mark in "。；，：！？、“”‘’《》（）\t ") + 1
    leads = [m.end() for m in _LEAD.finditer(text, floor, end) if _cuts(text, m.end(), end)]
    return leads[-1] if leads else floor


def _cuts(text: str, at: int, end: int) -> bool:
    """Say whether what follows a verb can be a whole field: two words at least, and none that the verb belongs to."""
    return end - at >= 4 and text[at] not in "与和及的化性体机业"


def _is_field(sentence: Sentence, field: str, start: int, lexicon: Lexicon) -> bool:
    halves = re.split(r"[与和及]", field)
    if len(halves) > 3 or any(len(half) < 2 for half in halves):
        return False
    if any(_BODY.search(half) or lexicon.place(half) for half in halves):
        return False
    begin, end = start + sentence.start, start + len(field) + sentence.start
    tokens = [t for t in sentence.tokens if begin <= t.start < end]
    if not tokens or tokens[0].start != begin or tokens[0].word in _JOINS:
        return False
    if tokens[-1].end > end:  # the tagger took the last word of the field and the level for one name
        if tokens[-1].pos not in {"ORG", "nz"} or not 2 <= end - tokens[-1].start <= 8:
            return False
        tokens.pop()
    words = [t.word for t in tokens]
    for i, token in enumerate(tokens):
        beside = _JOINS & set(words[max(0, i - 1) : i + 2])
        verb = token.pos in {"v", "vd"} and (token.word in OF_RESEARCH or (i > 0 and beside))
        first = i == 0 and token.pos in {"LOC", "ORG", "f"}
        if not (verb or first or token.pos in _WORDS or token.word in _JOINS):
            return False
    return True
