"""Names that open an item of a list or box: «2.甲材料全国重点实验室（依托…）», «乙实验室：丙大学牵头»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.documents import Paragraph
from loaders.items import VERBISH, ending_label
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import bare
from loaders.single import VAGUE

KINDS = frozenset(
    {"Lab", "ResearchInstitute", "Cluster", "Alliance", "Incubator", "ServiceAgency", "Fund", "Event", "Zone"}
)
_NUMBER = re.compile(
    r"(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)][.．、]?|[①-⑳]|[●◆■▪•·—-]+|[（(][一二三四五六七八九十]{1,3}[）)])\s*"
)
_NAME = re.compile(
    r"[“]?(?P<name>[\u4e00-\u9fffA-Za-z0-9+·—（）()-]{4,32}?)[”]?(?P<mark>[：:。，]|[（(](?=依托|牵头|建设|承建|共建|由|运营|[^（）()]{2,30}(?:牵头|建|承担)))"
)
# What is said of one thing only: who builds it, where it stands, what it holds.
_SAID = re.compile(
    r"(?:拟|将|已|现|项目)?(?:由|依托|以|位于|坐落|落户|选址|设在|总投资|规划|占地|建筑|总规模|首期|聚焦|围绕|主攻|面向|理事长|盟主|链主|链长|牵头单位|建设单位|依托单位|建设地点|运营|(?:到|至)?20\d\d年|产值|现有|成立|引进|集聚|布局在?"
    r"|[^，。；：]{2,24}(?:牵头|承建|共建|负责|组建|共同建设|联合))"
)
_BUILT = re.compile(r"(?:由|依托|位于|落户|(?:依托|牵头|建设|承建|共建|运营)单位|[^，。；：]{2,24}(?:牵头|承建|共建))")
_WORDS = re.compile(
    r"^(?:建设|打造|推进|推动|加快|支持|培育|强化|加强|完善|健全|提升|发展|布局|组建|实施|开展|优化|新建|谋划|争创|创建|做强|壮大|构建|深化|建立|统筹|高水平|高标准|重点|积极|其他|主要)|[的等各]|以上$"
)


def opened_names(paragraph: Paragraph, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Find the name with which an item begins, where only its place in the list tells that it is one.

    Parameters
    ----------
    mentions : what is found already; a name that covers the opening is left alone.
    """
    if paragraph.kind in {"row", "caption", "box"}:
        return
    number = _NUMBER.match(paragraph.text)
    start = number.end() if number else 0
    match = _NAME.match(paragraph.text, start)
    if match is None or not (number or paragraph.box or match.group("mark") in "：:"):
        return
    name, (at, end) = match.group("name"), match.span("name")
    label, strong, suffix = ending_label(name, lexicon)
    stem = name[: len(name) - len(suffix)]
    branch = suffix in {"分中心", "分院", "分部"} and re.search(r"(?:实验室|中心|院)[\u4e00-\u9fff]{2,4}$", stem)
    firm = strong or label == "Event" or suffix == "产业基地" or branch
    if label not in KINDS or not firm or any(m.start <= at and end <= m.end for m in mentions):
        return
    told = match.group("mark") in "：:（(" and _BUILT.match(paragraph.text, match.end("mark"))
    if not told and (_WORDS.search(name) or VERBISH.match(name)):
        return
    if VAGUE.search(name) or name.count("（") != name.count("）"):
        return
    plain = stem in lexicon.industries or stem + "产业" in lexicon.industries
    least = 0 if told and len(stem) >= 4 else 2 if len(stem) >= 4 else 3
    if len(bare(stem, lexicon)) < least or (plain and label in {"Cluster", "Alliance", "Zone"}):
        return
    if match.group("mark") in "。，" and not _SAID.match(paragraph.text, match.end("mark")):
        return
    if match.group("mark") in "：:" and not (number or paragraph.box or _SAID.match(paragraph.text, match.end("mark"))):
        return
    yield Mention(at, end, label, name, name, "list item opened by a name", 0.84)
