"""Respectively: measures told one after another, whose numbers follow after 分别."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.heads import BODIES, PLACES, Subject
from loaders.indicators import LEAD, shorten, with_count, without_count
from loaders.mention import Mention
from loaders.periods import segment_start
from loaders.quantities import Quantity

HOLDERS = PLACES | BODIES

CHANGE = re.compile(
    r"，(?:并|均|且)?分别(?:较?比?(?:上年|去年|同期|20\d\d年)?(?:末|底)?)?(?P<change>(?:同比|年均|净)*(?:增长|增加|提高|提升|下降|减少|占[^，。；\d]{1,8}))了?(?=\d)"
)
GROWN = re.compile(r"(?:增长|增加|提高|下降|同比|占)[^，。；\d]{0,4}$")


def shared_indicators(text: str, quantities: Sequence[Quantity]) -> dict[int, str]:
    """Read A、B和C分别为x、y、z: by start of quantity, the indicator of each."""
    found = "分别" in text
    match = re.search(r"([^，。；：]{3,60}?)分别(?:年均)?([^\d，。；]{0,14}?)(?=第?\d)", text) if found else None
    if not match:
        return {}
    items = [i for i in re.split(r"、|和|与|及", LEAD.sub("", match.group(1))) if i]
    stop = next((i for i in range(match.end(), len(text)) if text[i] in "，；。"), len(text))
    values = [q for q in quantities if match.end() - 1 <= q.start < stop]
    if len(items) < 2 or len(values) < len(items):
        return {}
    tail = re.sub(r"(?:达到了?|达|为|是|增至|提高到|突破|超过)+$", "", match.group(2))
    tail = tail if re.search(r"增长|占|同比|排名|居", tail) else ""
    return {q.start: with_count(shorten(item + tail), q) for item, q in zip(items, values, strict=False)}


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
        words = re.sub(r"^(?:在|的)|中$", "", text[begin if carried else run[-1].end : at]) or re.sub(
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
    return {value.start: (base.start, match.group("change")) for value, base in pairs}


def changed(indicator: str, change: str) -> str:
    """Name the change of a measure (高新技术企业数, 增长: 高新技术企业增长)."""
    return without_count(indicator) + change + ("比重" if change.startswith("占") else "")
