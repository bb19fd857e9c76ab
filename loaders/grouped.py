"""Groups of fields told with their members in brackets: «三大主导产业（甲、乙、丙）», «四大服务业（丁、戊）»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.documents import Paragraph
from loaders.items import VERBISH, ending_label, field_item, opened, split_items
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import owner
from loaders.numerals import value_of

_COUNT = r"(?:[两二三四五六七八九十]|\d{1,2})(?:大|个|条|类|项)"
# What tells of a group only how it stands, and names no field.
PLAIN = (
    r"(?:主导|支柱|支撑|优势|特色|新兴|未来|重点|首位|战略性新兴|战新|传统|先导|前沿|潜力|培育|成长|成长性|高成长性|基础|核心|主要|细分|鼓励类?"
    r"|标志性|先进制造业?|制造业?|高新技术|高技术|现代|科技|[百千万]亿元?级?|专业|主攻|突破|拳头|当家|富民|绿色|世界级|国家级|省级|市级|产业)"
)
_KIND = r"(?:产业集群|产业链条|产业链|产业|服务业|制造业|业态|行业|领域|赛道|集群|板块|方向|经济|业)"
_GROUP = re.compile(
    rf"(?:(?P<count>{_COUNT}|一批|一系列)(?P<plain>{PLAIN}*)(?P<own>[^，。；：、（）“”\d]{{0,10}}?{_KIND})|{PLAIN}+{_KIND}?)"
    r"”?[（(](?P<list>[^（）()。；：]{3,90})[）)]"
)
_NO_LIST = re.compile(r"^(?:即|含|包括|涵盖|主要(?:为|是|包括)|重点(?:为|是)|指|分别(?:为|是)|如|例如)")
_FACTS = re.compile(
    r"\d+(?:\.\d+)?[亿万%年家个项亩]|以下|简称|单位|企业[、）]|牵头|负责|详见|见附|园区|第[一二三]产业"
    r"|[部局厅委办院校](?:[、）]|$)"
)
_BODIES = frozenset({"Company", "Zone", "University", "ResearchInstitute", "GovernmentBody", "City", "Event", "Policy"})


def grouped(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Mention]:
    """Find the fields that a counted or plainly called group lists in its brackets, and the group's own field."""
    text = paragraph.text
    for match in _GROUP.finditer(text) if "（" in text or "(" in text else ():
        if _FACTS.search(match.group("list")):
            continue
        lead = _NO_LIST.match(match.group("list"))
        start, end = match.span("list")
        start += lead.end() if lead else 0
        end -= len(match.group("list")) - len(re.sub("、?等+$", "", match.group("list")))
        spans = opened(text, split_items(text, start, end, lexicon), lexicon)
        items = [m for a, b in spans if (m := _field(text[a:b], a, lexicon))]
        count = (match.group("count") or "")[:-1]
        told = int(count) if count.isdecimal() else value_of(count)
        known = told == len(items) or any(m.name in lexicon.industries for m in items)
        if len(spans) < 2 or len(items) < len(spans) - len(spans) // 3 or not known:
            continue
        yield from items
        if match.group("own") and (head := _head(match.group("own"), match.start("own"), lexicon)):
            yield head


def _field(surface: str, start: int, lexicon: Lexicon) -> Mention | None:
    if VERBISH.search(surface) or owner(surface, lexicon) or ending_label(surface, lexicon)[0] in _BODIES:
        return None
    return field_item(surface, start, lexicon, "field of a group in brackets")


def _head(own: str, start: int, lexicon: Lexicon) -> Mention | None:
    """Give the field of a group that its own name tells (三大航空产业), None for 主导产业 and its like."""
    if re.fullmatch(_KIND, own) or len(own) < 4 or VERBISH.search(own):
        return None
    return field_item(own, start, lexicon, "field of a group in brackets")
