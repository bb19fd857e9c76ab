"""Figures: numbers with their unit, what they measure, of whom, when, and whether they are reached or aimed at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.anaphora import spoken_of
from loaders.carried import Frame, Reading, carry, follow, introduce_programme, only_honoured, turns_back
from loaders.circles import gone_on, listed, measured
from loaders.definite import refers_back, within_a_name
from loaders.derived import Named
from loaders.growth import Told
from loaders.heads import Subject, heads_of
from loaders.indicators import Place, indicator_of, noun_first, places_of
from loaders.mention import Mention
from loaders.periods import AIM, DONE, DONE_NEAR, SUBSIDY, Stated, segment_start, year_at, years_in
from loaders.previous import rising_before
from loaders.quantities import Quantity, is_milestone, quantities_of
from loaders.respective import changed, changes, shared_indicators, shared_subjects
from loaders.rises import old_value
from loaders.subjects import Known, shared_out, subject_of
from loaders.subsidies import granted

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


# 依次为 tells one by one, as 分别为 does; both have two characters
_IN_TURN = re.compile("依次(?=[为是达约占增下有\\d])")


def read_figures(text: str, start: int, end: int, mentions: Sequence[Mention], frame: Frame) -> Iterator[Reading]:
    """Read the figures of one sentence, and carry year, aim and topic on to the next."""
    text = _IN_TURN.sub("分别", text) if "依次" in text else text
    sentence = text[start:end]
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    heads = heads_of(text, start, end, inside, frame.home, frame.default)
    years = years_in(sentence, frame.document_year)
    quantities = quantities_of(sentence)
    carry(frame, sentence, years)
    introduce_programme(frame, inside, text, start)
    default = Subject(*frame.default) if frame.default else None
    last = None if frame.report or turns_back(frame, sentence) else frame.last
    known = Known(frame.lead, last, frame.programme, default, frame.recent, frame.report)
    divided = shared_subjects(text, start, end, inside, quantities)
    area = listed(text, (start, end), inside) if quantities else None
    onward = gone_on(text, (start, end), inside) if quantities and area is None and frame.last else 0
    naming, told = _Naming(sentence, quantities, frame.counted), Told()
    for place in places_of(sentence, quantities):
        quantity = place.quantity
        if within_a_name(inside, start + quantity.start, start + quantity.end):
            continue
        apart = shared_out(text, start + quantity.start, start + quantity.end, inside)
        about = divided.get(quantity.start) or apart or measured(area, inside, start + quantity.start)
        about = frame.last if about is None and 0 < onward <= start + quantity.start else about
        about = about or subject_of(text, start, quantity, inside, heads, known)
        about = told.of_rate(sentence, quantity, naming.changes, heads, start) or about
        if sentence.count("（", 0, quantity.start) == sentence.count("）", 0, quantity.start):
            told.note(quantity, about)  # what follows brackets grows as what stands before them
        rest = re.search(r"(?:其余|其他|另外)$", place.before)
        begin = segment_start(sentence, quantity.start)
        if quantity.counts and refers_back(sentence, begin, quantity.start, quantity.end):
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
    if not only_honoured(frame, heads, sentence):
        follow(frame, heads, start)
    frame.announced = frame.last if text[end - 1 : end] == "：" and heads and end == len(text) else None
    for subject in spoken_of(inside):
        frame.recent.insert(0, subject)


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
