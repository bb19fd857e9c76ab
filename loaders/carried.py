"""What carries over from sentence to sentence: year, aim and topic, from the paragraph and the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.documents import Paragraph
from loaders.heads import BODIES, Head, Subject
from loaders.mention import Home, Mention
from loaders.news import informing_place
from loaders.periods import AIM, Stated, is_goal_section, years_in
from loaders.setting import PAST, approved, presented, titled
from loaders.topics import approved_zone, first_subject, lead_subject


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure as read: the subject is a (class, name) pair, the span that of its sentence."""

    subject: tuple[str, str]
    indicator: str
    value: float
    max: float | None
    unit: str
    year: int | None
    kind: str
    bound: str | None
    start: int
    end: int
    rule: str
    confidence: float


@dataclass(slots=True)
class Frame:
    """What carries over from sentence to sentence of a paragraph, and from the document.

    ``lead`` is what heads the paragraph, ``topic`` what the last sentences were about, ``seen`` the figures read so far
    (so that one said twice is one record).
    """

    default: tuple[str, str] | None
    home: Home
    document_year: int | None
    year: int | None = None
    target: bool = False
    goal: bool | None = None
    lead: Subject | None = None
    last: Subject | None = None
    programme: Subject | None = None
    section: tuple[str, ...] = ()
    box: str = ""
    fresh: bool = True
    guessed: bool = False
    approved: bool = False
    report: bool = False
    past: bool = False
    opened: bool = False
    announced: Subject | None = None
    open: bool = False
    recent: list[Subject] = field(default_factory=list)
    counted: dict[str, str] = field(default_factory=dict)
    lists: tuple[int | None, bool] | None = None
    above: tuple[tuple[str, str] | None, bool] | None = None
    seen: dict[tuple[tuple[str, str], float, str], list[Reading]] = field(default_factory=dict)


def govern(frame: Frame, heading: Mention | None) -> Mention | None:
    """Let the zone or body that a heading names be whom its section measures; give the heading's mention back."""
    if heading is None or heading.label not in BODIES | {"Zone"}:
        if frame.above is not None:
            (frame.default, frame.guessed), frame.above = frame.above, None
        return heading
    frame.above = frame.above or (frame.default, frame.guessed)
    governing = (heading.label, heading.name)
    if frame.default != governing:
        frame.default, frame.guessed, frame.last = governing, True, None
    return heading


def begin_paragraph(frame: Frame, paragraph: Paragraph, mentions: Sequence[Mention]) -> None:
    """Prepare a frame for the sentences of a paragraph.

    A paragraph that was broken off, a list under «…：» and a box keep the year of what they belong to.
    """
    same = (
        frame.section[: len(paragraph.section)] == paragraph.section
        or paragraph.section[: len(frame.section)] == frame.section
    )
    into_box = bool(paragraph.box) and not frame.box and len(paragraph.section) > len(frame.section)
    carried = frame.open and same and paragraph.kind not in {"heading", "box", "caption", "item"}
    if (paragraph.section != frame.section and not into_box) or (
        paragraph.box and paragraph.box != frame.box and frame.box
    ):
        frame.lists = None
    if into_box and paragraph.kind != "heading":
        frame.lists = (frame.year, frame.target) if frame.year is not None and frame.target else None
    if paragraph.kind in {"heading", "box"}:
        frame.open = False
    if not carried:
        frame.year, frame.target = frame.lists or (_section_year(paragraph.section, frame.document_year), False)
        frame.last, frame.programme = frame.announced, None
        frame.lead = lead_subject(paragraph, mentions)
        frame.fresh = True
    frame.goal = is_goal_section(paragraph.section)
    if frame.past and not any(re.search(r"目标|计划|打算|下一步|安排|重点|任务", t) for t in paragraph.section):
        frame.goal = False
    if (
        frame.lead
        and frame.lead.label not in {"Industry", "Programme"}
        and re.search(r"位于|坐落|成立于|始建|占地|规划面积|现有", paragraph.text)
    ):
        frame.goal = False
    frame.section, frame.box = paragraph.section, paragraph.box
    if frame.default is None and (first := first_subject(paragraph.text, mentions)):
        frame.default, frame.guessed = first, True
    if frame.guessed and not frame.approved and (zone := approved_zone(paragraph.text, mentions)):
        frame.default, frame.approved = zone, True
    _introduce(frame, paragraph, mentions)
    if re.match(r"\d{4}-\d\d-\d\d", paragraph.text) and (opening := first_subject(paragraph.text, mentions)):
        frame.default = opening
    if paragraph.text.endswith(("：", ":")) and paragraph.kind != "box":
        years = years_in(paragraph.text, frame.document_year)
        frame.lists = (years[-1].year, True) if years and AIM.search(paragraph.text) else frame.lists
    if paragraph.kind not in {"heading", "box", "caption"}:
        frame.open = paragraph.text[-1:] not in "。！？；：”" or paragraph.text.count("“") > paragraph.text.count("”")


def _introduce(frame: Frame, paragraph: Paragraph, mentions: Sequence[Mention]) -> None:
    """Let the body that an early paragraph presents, or the zone that an approval addresses, be the text's subject."""
    if paragraph.number == 1:
        frame.past = bool(PAST.search(paragraph.text[:60]))
        if not frame.guessed:
            frame.default = titled(paragraph, mentions) or frame.default
    if frame.guessed and frame.default and frame.default[0] == "Zone" and paragraph.number > 2:
        another = presented(paragraph, mentions)  # a profile of several parks goes from one to the next
        frame.default = another if another and another[0] == "Zone" else frame.default
    if frame.default is None and paragraph.number <= 2 and (body := presented(paragraph, mentions)):
        frame.default, frame.guessed = body, True
    if not frame.guessed:
        return
    if frame.default and frame.default[0] == "Region":
        frame.default = informing_place(paragraph.text, mentions) or frame.default
    if frame.default and frame.default[0] == "Zone" and frame.home.province.endswith("自治区"):
        own = "自治区" in paragraph.text and re.search(r"我区|全区(?!域)", paragraph.text)
        frame.default = ("Region", frame.home.province) if own else frame.default
    if frame.approved:
        frame.default = approved(paragraph, mentions) or frame.default
    elif paragraph.number <= 2 and (body := presented(paragraph, mentions)):
        frame.default = body


def _section_year(section: Sequence[str], document: int | None) -> int | None:
    for title in reversed(section):
        years = years_in(title.replace("“", "").replace("”", ""), None)
        if years and (document is None or years[-1].year <= document):
            return years[-1].year
    return None


def carry(frame: Frame, sentence: str, years: Sequence[Stated]) -> None:
    """Let a year that opens the sentence hold for the following ones, and «now» end it."""
    opening = next((s for s in years if s.opens), None)
    if opening is not None:
        frame.year = opening.year
        frame.target = bool(AIM.search(sentence[: opening.end + 1])) or bool(
            frame.document_year and opening.year > frame.document_year
        )
    elif re.match(r"(?:截至)?目前|近年来|现已|现有|如今", sentence) and frame.target is False:
        frame.year = _section_year(frame.section, frame.document_year)


def introduce_programme(frame: Frame, inside: Sequence[Mention], text: str, start: int) -> None:
    """Remember the programme that a paragraph introduces, whose amounts the next sentences tell."""
    for mention in inside:
        if mention.label == "Programme" and re.search(r"推出|出台|制定|简称|发布|印发", text[start : mention.end]):
            frame.programme = Subject(mention.label, mention.name, (mention.surface, mention.name))


def turns_back(frame: Frame, sentence: str) -> bool:
    """Say whether a sentence without a subject tells what a place aims at, after one about a body in it."""
    if not frame.last or frame.last.label in {"City", "Region", "Zone", "District"} or not frame.default:
        return False
    return frame.default[0] in {"Zone", "City", "Region"} and bool(
        re.match(r"(?:[^，。；]{2,8}方面，)", sentence)
        or (
            re.match(r"(?:(?:到|至)20\d\d年[底末]?，|力争|预计)[^，。]{0,3}(?:力争|预计|计划|将|全|实现)?", sentence)
            and AIM.search(sentence[:16])
        )
    )


def only_honoured(frame: Frame, heads: Sequence[Head], sentence: str) -> bool:
    """Say whether a sentence in the report of a place only tells what one of its bodies was named."""
    area = frame.default is not None and frame.default[0] in {"City", "District", "Region"}
    told = re.search(r"被(?:授予|评为|认定|列入|列为|确定|命名)|荣获|获评", sentence)
    bodies = all(h.subject.label in BODIES | {"Zone"} for h in heads)
    return bool(area and heads and bodies and told and frame.lead is None and not re.search(r"\d", sentence))


def follow(frame: Frame, heads: Sequence[Head], start: int) -> None:
    """Keep the topic for sentences without one; examples one after another fall back to what the paragraph is about."""
    spoken = [h for h in heads if h.carries]
    if frame.fresh:
        frame.fresh, frame.opened = False, bool(spoken)
    if not spoken:
        return
    subject = spoken[0].subject
    if (
        subject.label in {"City", "District", "Region"}
        and not frame.opened
        and frame.default
        and frame.default[0] == "Region"
    ):
        return
    area = frame.default is not None and frame.default[0] in {"Region", "City"}
    if area and frame.lead is None and spoken[0].at > start + 8 and subject.label in BODIES:
        return
    last, bodies = frame.last, subject.label not in {"City", "Region", "Zone", "District"}
    another = last is not None and last.label not in {"City", "Region"} and last.name != subject.name
    if bodies and another and frame.lead is None and frame.default:
        subject = Subject(*frame.default)
    several = len({h.subject.name for h in spoken}) > 1
    opens = spoken[0].at <= start + 20 and subject.label == "Region"
    if (
        several
        and not opens
        and frame.default
        and frame.default[0] in {"City", "Region"}
        and not frame.guessed
        and not frame.lead
    ):
        subject = Subject(*frame.default)
    frame.last = subject
