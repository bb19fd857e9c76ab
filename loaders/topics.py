"""Topics: what a text, an approval or a paragraph is about by what it opens with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.documents import Paragraph
from loaders.heads import AREAS, BODIES, PLACES, SITTING, Subject, of
from loaders.mention import Mention
from loaders.news import informing_place

ASIDE_AFTER = re.compile(r"\d|电|讯|日报|新闻|市?(?:委|政府|科技局)|报")
ASIDE_BEFORE = re.compile(r"(?:位于|地处|坐落于?|在|赴|来到|中新网|中新社|新华社|人民网)$")
NUMBERED = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,2}[、.．]|[—-]{1,2})\s*“?"
)


def first_subject(text: str, mentions: Sequence[Mention]) -> tuple[str, str] | None:
    """Give the place, alliance or event that a text without a title opens with."""
    if place := informing_place(text, mentions):
        return place
    for mention in mentions[:6]:
        governed = mention.nested and mention.start == 0 and mention.label in {"City", "District"}
        if governed and any(m.label == "GovernmentBody" and m.start == 0 for m in mentions):
            return mention.label, mention.name
    for labels in ({"City", "Zone", "Alliance", "Event", "District", "Incubator"}, {"Region"}):
        for mention in mentions:
            if mention.nested or mention.label not in labels or SITTING.search(mention.name):
                continue
            aside = ASIDE_AFTER.match(text, mention.end) or ASIDE_BEFORE.search(text[: mention.start])
            if not (mention.label in AREAS and aside):
                return mention.label, mention.name
    return None


def approved_zone(text: str, mentions: Sequence[Mention]) -> tuple[str, str] | None:
    """Give the zone that an approval approves."""
    for mention in mentions:
        before = text[max(0, mention.start - 30) : mention.start]
        if mention.label == "Zone" and not mention.nested and re.search(r"(?:同意|批准|认定)[^，。；]{0,24}$", before):
            return mention.label, mention.name
    return None


def lead_subject(paragraph: Paragraph, mentions: Sequence[Mention]) -> Subject | None:
    """Give what heads a paragraph as its title does (沈阳高新区：…, 新材料产业。…, 3.培育新材料产业创新链。…)."""
    text = paragraph.text
    outer = sorted((m for m in mentions if not m.nested), key=lambda m: m.start)
    for mention in outer[:1]:
        following = text[mention.end :]
        closing = re.match(r"(?:产业|领域|业)?[。：:]", following)
        opens = mention.start <= 1 or NUMBERED.fullmatch(text, 0, mention.start)
        told = re.match(r"[，（(](?:由|依托|位于|落户|选址|牵头|建设|依托单位|以|总投资|规划)", following)
        if told and opens and mention.start >= 2 and mention.label in BODIES:
            return of(mention)
        if opens and closing and mention.label in PLACES | BODIES | {"Programme", "Industry"}:
            proper = mention.label != "Industry" or paragraph.box or following.startswith("产业")
            return of(mention) if proper else None
    return _headline_industry(paragraph, outer)


# A title that says what was reached tells of the place, not of the industry (海洋产业转型升级成效显著).
_REACHED = re.compile(
    r"(?:成效|成果|显著|明显|凸显|显现|稳步|不断|持续|大幅|快速|日益|初步|初见|逐步|向好|提速|迈上)[^。]{0,8}。$"
)


def _headline_industry(paragraph: Paragraph, mentions: Sequence[Mention]) -> Subject | None:
    text = paragraph.text
    number = r"(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,2}、)"
    title = re.match(number + r"[^。，；]{2,30}。", text)
    if title and _REACHED.search(title.group()):
        return None
    industries = [m for m in mentions if m.label == "Industry" and title and m.end <= title.end()]
    if title and len(text) > title.end() and len(industries) == 1:
        only = industries[0]
        if only.surface.endswith("产业") or re.match(r"(?:科技)?产业", text[only.end :]):
            return of(only)
    opening = re.match(r"(?:综合)?([^。：，]{2,12})(?:产业|业)。", text) if paragraph.box else None
    for mention in mentions:
        if (
            opening
            and mention.label == "Industry"
            and opening.end() - 3 <= mention.end
            and mention.start < opening.end()
        ):
            return of(mention)
    return None
