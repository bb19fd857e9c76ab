"""Respectively: measures told one after another, whose numbers follow after 分别."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from loaders.heads import BODIES, PLACES, Subject
from loaders.indicators import LEAD
from loaders.mention import Mention
from loaders.periods import segment_start
from loaders.phrases import shorten, with_count, without_count
from loaders.quantities import Quantity
from loaders.ratios import sectors_in_turn, sectors_told

HOLDERS = PLACES | BODIES

_THEN = r"(?:同比|环比|[较比](?:上年|去年|同期|20\d\d年)(?:同期|末|底)?|可比口径)"
CHANGE = re.compile(
    rf"，(?:并|均|且)?{_THEN}*分别{_THEN}*"
    r"(?P<change>(?:同比|年均|净)*(?:增长|增加|提高|提升|下降|减少|占[^，。；\d]{1,8}))(?:了|达到?|为|约)?(?=\d)"
    rf"|，(?:并|均|且)?(?P<rate>{_THEN}*(?:年均)?(?:增速|增幅|涨幅|增长率|增长))分别(?:达到?|为|是|约|超过?)?(?=\d)"
)
GROWN = re.compile(r"(?:增长|增加(?!值)|提高|下降|同比|占)[^，。；\d]{0,4}$")


# 增速分别高于全国、全省2.9和4.7个百分点: what differs is against whom
_AGAINST = re.compile(
    r"(?P<verb>高于|低于|高出|领先于?|超过|快于|占|居|位居|位列|排名?)(?P<whom>[^，。；\d]{2,24}?)(?:的|第)?$"
)
_LEVEL = r"(?:国家|世界|省部|省|自治区|市|区|县)级"


def shared_indicators(text: str, quantities: Sequence[Quantity]) -> dict[int, str]:
    """Read A、B和C分别为x、y、z: by start of quantity, the indicator of each."""
    found: dict[int, str] = {}
    for mark in re.finditer("分别", text):
        lead = re.search(r"[^，。；：]{2,60}$", text[: mark.start()])
        tail = re.match(r"(?:年均)?([^\d，。；]{0,30}?)(?=第?\d)", text[mark.end() :])
        if not lead or not tail:
            continue
        begin = mark.end() + tail.end()
        stop = next((i for i in range(begin, len(text)) if text[i] in "，；。"), len(text))
        values = [q for q in quantities if begin - 1 <= q.start < stop]
        found.update(_each(lead.group(), tail.group(1), values))
    for begin, named in sectors_in_turn(text):
        found.update(zip([q.start for q in quantities if begin <= q.start][:3], named, strict=False))
    found.update((start, name) for start, _, _, name in sectors_told(text))
    return found or _in_step(text, quantities)


_STEP = re.compile(
    r"(?:^|[，。；：])(?P<items>[^，。；：\d]{2,40}[、和与及][^，。；：\d]{2,40}?)(?:已|均)?(?:达到?|为|有|突破|超过)了?(?=\d)"
)


def _in_step(text: str, quantities: Sequence[Quantity]) -> dict[int, str]:
    """Read A、B和C达到x、y、z, where 分别 is left out: as many measures as numbers, of one unit."""
    for match in _STEP.finditer(text):
        stop = next((i for i in range(match.end(), len(text)) if text[i] in "，；。"), len(text))
        values = [q for q in quantities if match.end() <= q.start < stop]
        between = [text[a.end : b.start] for a, b in itertools.pairwise(values)]
        items = _items(LEAD.sub("", match["items"]))
        alike = {q.unit for q in values}
        if len(items) == len(values) > 1 and len(alike) == 1 and all(b in {"、", "和", "与", "及"} for b in between):
            return {q.start: with_count(shorten(i), q) for i, q in zip(items, values, strict=True)}
    return {}


def _each(lead: str, tail: str, values: Sequence[Quantity]) -> dict[int, str]:
    items = _items(LEAD.sub("", lead))
    against = _AGAINST.search(tail)
    whom = _items(against["whom"]) if against else []
    if len(items) == 1 and against and len(whom) == len(values) > 1:
        named = [shorten(items[0] + against["verb"] + w) for w in whom]
    elif 2 <= len(items) <= len(values) and len(tail) <= 14:
        end = re.sub(r"(?:达到了?|达|为|是|增至|提高到|突破|超过)+$", "", tail)
        end = end if re.search(r"增长|占|同比|排名|居", end) else ""
        named = [shorten(item + end) for item in items]
    else:
        return {}
    return {q.start: with_count(name, q) for name, q in zip(named, values, strict=False)}


def _items(phrase: str) -> list[str]:
    """Split A、B和C, and give the head noun of the last to those that are only levels (国家级、省级重点实验室)."""
    items = [i for i in re.split(r"、|和|与|以及|及", phrase) if i]
    head = re.fullmatch(rf"{_LEVEL}(?:以上)?(.{{2,}})", items[-1]) if items else None
    return [i + head[1] if head and re.fullmatch(_LEVEL, i) else i for i in items]


# 甲、乙、丙三市|生产总值
_ALL_OF_THEM = "[两二三四五六七八九十]{1,2}个?(?:城市|市|地(?!区生)|区|县|省|州)的?(?=..)"


def shared_subjects(
    text: str, start: int, end: int, mentions: Sequence[Mention], quantities: Sequence[Quantity]
) -> dict[int, Subject]:
    """Read 甲、乙高新技术企业分别达到x和y: by start of quantity, whose it is and what it measures.

    Parameters
    ----------
    text : the paragraph; the sentence is ``text[start:end]``.
    mentions : those of the sentence.
    """
    found: dict[int, Subject] = {}
    spelled = {(m.start, m.end): m for m in mentions if m.nested and m.rule == "shared ending"}
    last: list[Mention] = []
    for match in re.finditer("分别", text[start:end]):
        at = start + match.start()
        begin = segment_start(text, at)
        listed = [m for m in mentions if begin <= m.start and m.end <= at and not m.nested and m.label in HOLDERS]
        run = listed[:1]
        for mention in listed[1:]:
            if re.fullmatch(r"[、和与及]|以及", text[run[-1].end : mention.start]):
                run.append(mention)
            elif len(run) == 1 and run[0].end == mention.start:
                run = [mention]  # a region before its cities
        carried = not run and text[begin - 1 : begin] == "，"
        run = last if carried else run
        stop = next((i for i in range(at, end) if text[i] in "，；。"), end)
        values = [q for q in quantities if at <= start + q.start < stop]
        if len(run) < 2 or len(run) != len(values) or (run[0].start > begin + 8 and not carried):
            continue
        last = run
        words = re.sub(rf"^(?:{_ALL_OF_THEM}|在|的)|中$", "", text[begin if carried else run[-1].end : at]) or re.sub(
            r"(?:达到?|为|有|列|居|位居)+$", "", text[at + 2 : start + values[0].start]
        )
        if len(words) >= 2:
            for place, value in zip(run, values, strict=True):
                mention = spelled.get((place.start, place.end), place)
                measure = with_count(shorten(words), value)
                found[value.start] = Subject(mention.label, mention.name, (mention.surface,), measure)
    return found


def changes(text: str, quantities: Sequence[Quantity]) -> dict[int, tuple[int, str]]:
    """Read A达到x，B达到y，分别增长u和v: by start of u and v, the start of x and y and what changed (增长).

    Their indicators are those of x and y with the change at the end (see ``changed``).
    """
    match = CHANGE.search(text)
    if not match:
        return {}
    stop = next((i for i in range(match.end(), len(text)) if text[i] in "，；。"), len(text))
    values = [q for q in quantities if match.end() <= q.start < stop]
    first = max(text.rfind(c, 0, match.start()) for c in "。；") + 1
    measured = [q for q in quantities if first <= q.start < match.start() and not GROWN.search(text[: q.start])]
    if len(values) < 2 or len(measured) < len(values):
        return {}
    pairs = zip(values, measured[-len(values) :], strict=True)
    return {value.start: (base.start, match["change"] or match["rate"]) for value, base in pairs}


def changed(indicator: str, change: str) -> str:
    """Name the change of a measure (高新技术企业数, 增长: 高新技术企业增长)."""
    return without_count(indicator) + change + ("比重" if change.startswith("占") else "")
