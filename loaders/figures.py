"""Figures: numbers with their unit, what they measure, of whom, when, and whether they are reached or aimed at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from loaders.anaphora import spoken_of
from loaders.definite import refers_back, within_a_name
from loaders.derived import Named
from loaders.documents import Paragraph
from loaders.growth import Told
from loaders.heads import BODIES, Head, Subject, heads_of
from loaders.indicators import Place, indicator_of, noun_first, places_of
from loaders.mention import Home, Mention
from loaders.news import informing_place
from loaders.periods import AIM, DONE, DONE_NEAR, SUBSIDY, Stated, is_goal_section, segment_start, year_at, years_in
from loaders.previous import rising_before
from loaders.quantities import Quantity, is_milestone, quantities_of
from loaders.respective import changed, changes, shared_indicators, shared_subjects
from loaders.rises import old_value
from loaders.setting import PAST, approved, presented, titled
from loaders.subjects import Known, shared_out, subject_of
from loaders.subsidies import granted
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
    seen: dict[tuple[tuple[str, str], float, str], list[Reading]] = field(default_factory=dict)


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


BARE_SUMS = frozenset({"金额", "总金额", "总额", "投资额", "总投资", "总投资额"})
_MOTTO = re.compile(r"“[^”\d]*”")  # 以“智造未来”为主题 aims at nothing
_DEED = re.compile(r"签约|成交|协议|合同|交易|融资|意向")


class _Naming:
    """Names what the quantities of one sentence measure, from left to right."""

    def __init__(self, sentence: str, quantities: Sequence[Quantity], counted: dict[str, str]) -> None:
        self.sentence, self.counted = sentence, counted
        self.shared = shared_indicators(sentence, quantities)
        self.changes = changes(sentence, quantities)
        self.named = Named()
        self.given: dict[int, str] = {}

    def of(self, place: Place, about: Subject, apart: bool) -> str:
        """Name what a quantity measures, '' where the words do not tell; ``apart``: it is a part of a count."""
        quantity = place.quantity
        if apart:
            return self.named.base or self.counted.get(quantity.unit, "")
        indicator = about.measure or self.shared.get(quantity.start, "")
        base, change = self.changes.get(quantity.start, (-1, ""))
        if base in self.given:
            indicator = changed(self.given[base], change)
        begin = segment_start(self.sentence, quantity.start)
        if not indicator and (noun := rising_before(self.sentence, begin, quantity.start)):
            place = replace(place, before=noun + self.sentence[begin : quantity.start])
        if not indicator:
            part = self.sentence.count("；", 0, quantity.start)
            indicator = indicator_of(place, about.names, self.named, part)
        if indicator in BARE_SUMS and (deed := _DEED.match(next(reversed(self.given.values()), ""))):
            indicator = deed.group() + indicator  # 签约项目20个、金额30亿元: what is signed is worth as much
        if quantity.money and indicator:
            indicator = granted(self.sentence, quantity.end, begin, indicator)
        self.given[quantity.start] = indicator
        if quantity.counts and len(indicator) > 2:
            self.counted[quantity.unit] = indicator
        return indicator


def read_figures(text: str, start: int, end: int, mentions: Sequence[Mention], frame: Frame) -> Iterator[Reading]:
    """Read the figures of one sentence, and carry year, aim and topic on to the next."""
    sentence = text[start:end]
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    heads = heads_of(text, start, end, inside, frame.home, frame.default)
    years = years_in(sentence, frame.document_year)
    quantities = quantities_of(sentence)
    _carry(frame, sentence, years)
    _programme(frame, inside, text, start)
    default = Subject(*frame.default) if frame.default else None
    last = None if frame.report or _turns_back(frame, sentence) else frame.last
    known = Known(frame.lead, last, frame.programme, default, frame.recent, frame.report)
    divided = shared_subjects(text, start, end, inside, quantities)
    naming, told = _Naming(sentence, quantities, frame.counted), Told()
    for place in places_of(sentence, quantities):
        quantity = place.quantity
        if _of_a_name(start + quantity.start, start + quantity.end, inside):
            continue
        apart = shared_out(text, start + quantity.start, start + quantity.end, inside)
        about = divided.get(quantity.start) or apart or subject_of(text, start, quantity, inside, heads, known)
        about = told.of_rate(sentence, quantity, naming.changes, heads, start) or about
        if sentence.count("（", 0, quantity.start) == sentence.count("）", 0, quantity.start):
            told.note(quantity, about)  # what follows brackets grows as what stands before them
        rest = re.search(r"(?:其余|其他|另外)$", place.before)
        begin = segment_start(sentence, quantity.start)
        if quantity.counts and refers_back(sentence, begin, quantity.start, quantity.end):
            continue
        if within_a_name(inside, start + quantity.start, start + quantity.end):
            continue
        if about is None or rest or (frame.approved and _is_listed(place)):
            continue
        indicator = naming.of(place, about, apart is not None and quantity.start not in divided)
        if len(indicator) < 2 or is_milestone(sentence, quantity, quantities):
            continue
        kind, year = _when(text, sentence, quantity, years, frame, place)
        reading = Reading(
            (about.label, about.name), indicator, quantity.value, quantity.max, quantity.unit, year, kind,
            quantity.bound, start, end, "number with unit", 0.85,
        )  # fmt: skip
        yield once(frame, reading)
    _follow(frame, heads, start)
    frame.announced = frame.last if text[end - 1 : end] == "：" and heads and end == len(text) else None
    for subject in spoken_of(inside):
        frame.recent.insert(0, subject)


def _of_a_name(start: int, end: int, mentions: Sequence[Mention]) -> bool:
    """Say whether a number belongs to a name around it (某集团第32所)."""
    return any(m.start < start and end <= m.end and m.label in BODIES for m in mentions)


def _carry(frame: Frame, sentence: str, years: Sequence[Stated]) -> None:
    """Let a year that opens the sentence hold for the following ones, and «now» end it."""
    opening = next((s for s in years if s.opens), None)
    if opening is not None:
        frame.year = opening.year
        frame.target = bool(AIM.search(sentence[: opening.end + 1])) or bool(
            frame.document_year and opening.year > frame.document_year
        )
    elif re.match(r"(?:截至)?目前|近年来|现已|现有|如今", sentence) and frame.target is False:
        frame.year = _section_year(frame.section, frame.document_year)


def _programme(frame: Frame, inside: Sequence[Mention], text: str, start: int) -> None:
    """Remember the programme that a paragraph introduces, whose amounts the next sentences tell."""
    for mention in inside:
        if mention.label == "Programme" and re.search(r"推出|出台|制定|简称|发布|印发", text[start : mention.end]):
            frame.programme = Subject(mention.label, mention.name, (mention.surface, mention.name))


def _turns_back(frame: Frame, sentence: str) -> bool:
    """Say whether a sentence without a subject tells what a place aims at, after one about a body in it."""
    if not frame.last or frame.last.label in {"City", "Region", "Zone", "District"} or not frame.default:
        return False
    return frame.default[0] in {"Zone", "City", "Region"} and bool(
        re.match(r"(?:(?:到|至)20\d\d年[底末]?，|力争|预计)[^，。]{0,3}(?:力争|预计|计划|将|全|实现)?", sentence)
        and AIM.search(sentence[:16])
    )


def _follow(frame: Frame, heads: Sequence[Head], start: int) -> None:
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


def _when(
    text: str, sentence: str, quantity: Quantity, years: Sequence[Stated], frame: Frame, place: Place
) -> tuple[str, int | None]:
    """Tell whether a figure is reached or aimed at, and for which year."""
    at = quantity.start
    old, since = old_value(sentence, at, quantity.end)
    if old:
        return "actual", since
    own = sentence[segment_start(sentence, at) : at]
    nearby = own + sentence[quantity.end : quantity.end + 8]
    clause = sentence[max(sentence.rfind("；", 0, at), 0) : at]
    stated = year_at(sentence, at, quantity.end, years)
    year = stated if stated is not None else frame.year
    subsidy = quantity.money and bool(SUBSIDY.search(nearby))
    if _is_listed(place) and not re.search(
        r"(?:建设|打造|培育|引进|设立|新建|开展|举办|培养|实施|承办)$", place.before
    ):
        return "actual", stated if frame.target else year
    kind = "target" if subsidy or _aimed(own, clause, sentence, stated, frame) else "actual"
    if (
        kind == "target"
        and year is None
        and frame.lead
        and frame.lead.label == "Industry"
        and len(ends := set(re.findall(r"到(20\d{2})年", text))) == 1
    ):
        year = int(ends.pop())
    if subsidy or (stated is None and re.search(r"每年|每[个家人名]", clause)):
        year = stated if re.search(r"\d{4}年", clause) and not subsidy else None
    elif (
        kind == "target"
        and stated is None
        and frame.document_year
        and year is not None
        and year < frame.document_year
        and not frame.target
    ) or (kind == "actual" and stated is None and frame.target):
        year = None
    return kind, year


def _is_listed(place: Place) -> bool:
    """Say whether a count only sums up the names before it (甲、乙、丙3个平台)."""
    return (
        place.quantity.counts
        and not noun_first(place)
        and bool(re.search(r"、[^、，。；]{1,16}$|等$|[我全][省市]$", place.before))
    )


def _aimed(own: str, clause: str, sentence: str, stated: int | None, frame: Frame) -> bool:
    if stated is not None and frame.document_year:
        if stated > frame.document_year:
            return True
        if stated < frame.document_year and not re.search(r"预期|预计|将", clause):
            return False
    if DONE_NEAR.search(own):
        return False
    aim = list(AIM.finditer(_MOTTO.sub(lambda motto: " " * len(motto.group()), clause)))
    done = list(DONE.finditer(clause))
    if aim:
        return not done or aim[-1].start() > done[-1].start()
    if done:
        return False
    if frame.goal is False:
        return frame.target
    return frame.target or bool(frame.goal)


def once(frame: Frame, reading: Reading) -> Reading:
    """Give a figure that was read before the indicator and year of its first reading, so that both are one record."""
    known = frame.seen.setdefault((reading.subject, reading.value, reading.unit), [])
    for earlier in known:
        same = {reading.year, earlier.year} - {None}
        letters, others = set(reading.indicator), set(earlier.indicator)
        if (
            len(same) <= 1
            and reading.kind == earlier.kind
            and len(letters & others) >= 0.8 * min(len(letters), len(others))
            and min(len(letters), len(others)) >= 3
        ):
            return replace(
                reading, indicator=earlier.indicator, max=earlier.max, year=earlier.year, bound=earlier.bound
            )  # fmt: skip
    known.append(reading)
    return reading
