"""Relations: from mentions, names, lists and cues to candidate ties, each with the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.lists import Listing
from loaders.mention import Home, Mention
from loaders.names import owner
from loaders.patterns import CUES, Clause, Cue, encode
from ontology.schema import Schema

ORGANISATIONS = frozenset({"University", "ResearchInstitute", "Company", "GovernmentBody", "Lab", "ServiceAgency", "Incubator", "Alliance"})
PLACED = frozenset({"Zone", "Lab", "ResearchInstitute", "Incubator", "Company", "Alliance", "Cluster", "ServiceAgency", "Fund", "Event"})
OWNED = frozenset({"Lab", "ResearchInstitute", "Incubator", "University", "ServiceAgency", "Company"})
OWNERS = frozenset({"University", "ResearchInstitute", "Company", "Lab", "Incubator"})
TOPICAL = PLACED | {"University", "City", "District", "Programme", "Region"}
NEGATED = re.compile(r"(?:尚未|没有|未能|不再|并未)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A tie read from a span of a paragraph; ``derived_from`` names pairs of a joint undertaking."""

    source: tuple[str, str]
    type: str
    target: tuple[str, str]
    rule: str
    confidence: float
    start: int
    end: int
    derived: bool = False


def _thing(mention: Mention) -> tuple[str, str]:
    return mention.label, mention.name


def _tie(schema: Schema, s: Mention, t: str, o: Mention, rule: str, confidence: float, span: tuple[int, int], derived: bool = False) -> Candidate | None:
    if (s.label, s.name) == (o.label, o.name):
        return None
    if t == "COLLABORATES_WITH" and not schema.allows(s.label, t, o.label):
        s, o = o, s
    if not schema.allows(s.label, t, o.label):
        return None
    return Candidate(_thing(s), t, _thing(o), rule, min(confidence, s.confidence, o.confidence), *span, derived)


def by_name(mention: Mention, inner: Sequence[Mention], lexicon: Lexicon, schema: Schema, span: tuple[int, int]) -> Iterator[Candidate]:
    """Read what a name itself says: where the thing stands, what it is part of, what it is about.

    Parameters
    ----------
    inner : mentions inside the name (a university, a city, an industry), in order.
    """
    for place, rule in _places_in(mention, inner, lexicon):
        if tie := _tie(schema, mention, "LOCATED_IN", place, rule, 0.9, span):
            yield tie
    head = owner(mention.name, lexicon)
    if head and mention.label in OWNED and head[1].label in OWNERS and head[0] < len(mention.name) and mention.name != head[1].name:
        parent = Mention(mention.start, mention.start, head[1].label, head[1].name, mention.name[: head[0]], "owner in the name", 0.95)
        if tie := _tie(schema, mention, "PART_OF", parent, "owner in the name", 0.9, span):
            yield tie
    for parent in inner:
        if parent.start == mention.start and parent.label in OWNERS | {"GovernmentBody"} and (not head or head[1].label in PLACE_LABELS):
            if mention.label in OWNED | {"GovernmentBody"} and (tie := _tie(schema, mention, "PART_OF", parent, "owner in the name", 0.88, span)):
                yield tie
    if mention.label in {"Alliance", "Cluster", "Fund"}:
        topics = [m for m in inner if m.label == "Industry"]
        if topics and (tie := _tie(schema, mention, "FOCUSES_ON", max(topics, key=lambda m: m.end - m.start), "industry in the name", 0.88, span)):
            yield tie


def _places_in(mention: Mention, inner: Sequence[Mention], lexicon: Lexicon) -> Iterator[tuple[Mention, str]]:
    """Give the most specific place in a name: in brackets, else the last of its leading places."""
    if mention.label not in PLACED and not (mention.label == "University" and re.search(r"(?:校区|分校)$", mention.name)):
        return
    places = [m for m in inner if m.label in {"City", "District", "Region", "Zone"} and m.name != mention.name]
    listed = lexicon.located.get(mention.name)
    if listed:
        for name in listed:
            entry = lexicon.place(name)
            if entry:
                yield Mention(mention.start, mention.end, entry.label, entry.name, name, "lexicon", 0.9), "known place"
        return
    head = owner(mention.name, lexicon)
    if not places and head and head[1].label in PLACE_LABELS - {"Country"} | {"Zone"}:
        if head[1].label == "Zone" and mention.label == "GovernmentBody":
            return
        yield Mention(mention.start, mention.start, head[1].label, head[1].name, mention.name[: head[0]], "place in the name", 0.93), "place in the name"
        return
    if places:
        bracketed = [m for m in places if re.search(rf"[（(·]{re.escape(m.surface)}", mention.surface)]
        order = {"Region": 0, "City": 1, "District": 2, "Zone": 3}
        best = max(bracketed or places, key=lambda m: (order[m.label], m.start))
        joint = [m for m in places if m.label == best.label]
        for place in joint if mention.label == "Cluster" else [best]:
            yield place, "place in the name"


def from_listing(listing: Listing, lexicon: Lexicon, schema: Schema, span: tuple[int, int]) -> Iterator[Candidate]:
    """Read «zone：A、B»: A stands in the zone, or the zone is about A."""
    if listing.owner is None:
        return
    for item in listing.items:
        if item.label == "Industry":
            tie = _tie(schema, listing.owner, "FOCUSES_ON", item, "list under a title", 0.94, span)
        else:
            tie = _tie(schema, item, "LOCATED_IN", listing.owner, "list under a title", 0.95, span)
        if tie:
            yield tie


def _pairs(cue: Cue, clause: Clause, match: re.Match[str], topic: Mention | None) -> Iterator[tuple[Mention, Mention]]:
    """Combine the groups of a match as the cue says."""
    if cue.shape == "chain":
        chain = clause.group(match.group("chain"))
        yield from zip(chain[::2], chain[1::2], strict=False)
        return
    groups = match.groupdict()
    sources, targets = clause.group(groups.get("source")), clause.group(groups.get("target"))
    if cue.topic == "source" and topic is not None:
        sources = [topic]
    for source in sources:
        for target in targets:
            yield source, target


def from_cues(clause: Clause, topic: Mention | None, schema: Schema, span: tuple[int, int]) -> Iterator[Candidate]:
    """Apply the patterns of ``loaders.patterns`` to a clause."""
    if NEGATED.search(clause.code):
        return
    for cue in CUES:
        for match in cue.pattern.finditer(clause.code):
            seen: dict[tuple[str, str], list[Mention]] = {}
            for source, target in _pairs(cue, clause, match, topic):
                tie = _tie(schema, source, cue.type, target, cue.rule, cue.confidence, span)
                if tie:
                    yield tie
                    seen.setdefault(_thing(source), []).append(target)
            if cue.joint:
                for thing, builders in seen.items():
                    if thing[0] != "Alliance":
                        yield from _joint(builders, schema, cue, span)


def _joint(builders: Sequence[Mention], schema: Schema, cue: Cue, span: tuple[int, int]) -> Iterator[Candidate]:
    """Joint builders of one thing collaborate: a conclusion, marked as derived."""
    for i, first in enumerate(builders):
        for second in builders[i + 1 :]:
            if tie := _tie(schema, first, "COLLABORATES_WITH", second, f"{cue.rule} (joint builders)", 0.85, span, derived=True):
                yield tie


_SIGNS = "日韩俄美德以法英欧意加"
_SIGN_RUN = re.compile(rf"(?:与|同|对)?(?P<runs>[{_SIGNS}]{{2,6}}(?:、[{_SIGNS}]{{2,6}})*)(?:等(?:国家?)?)?(?:对口|开展|的)?[^，。；]{{0,6}}合作")
_TOWARDS = re.compile(rf"对(?P<sign>[{_SIGNS}])国?合作")
_ABBREVIATED = re.compile(r"(?P<a>[\u4e00-\u9fff])(?P<b>[\u4e00-\u9fff])(?:对口|战略|科技)?合作")


def from_signs(text: str, start: int, end: int, mentions: Sequence[Mention], lexicon: Lexicon, home: Home, schema: Schema) -> Iterator[tuple[Candidate, list[Mention]]]:
    """Read one-character forms: 京沈对口合作, 对德合作, 日韩俄 … 合作. Gives each tie with the mentions it rests on."""
    clause = text[start:end]
    for match in _TOWARDS.finditer(clause):
        before = [m for m in mentions if m.end == start + match.start() and not m.nested]
        other = _sign(match.group("sign"), start + match.start("sign"), lexicon)
        if before and other and (tie := _tie(schema, before[-1], "COLLABORATES_WITH", other, "对…合作", 0.9, (start, end))):
            yield tie, [other]
    if home.province:
        here = Mention(start, start, "Region", home.province, home.province, "home of the document", 0.85)
        for match in _SIGN_RUN.finditer(clause):
            signs = [(i, c) for i, c in enumerate(match.group("runs")) if c != "、"]
            others = [m for i, c in signs if (m := _sign(c, start + match.start("runs") + i, lexicon))]
            for other in others:
                if tie := _tie(schema, here, "COLLABORATES_WITH", other, "与…合作 (short forms)", 0.8, (start, end)):
                    yield tie, others
    for match in _ABBREVIATED.finditer(clause):
        ends = [_division(match.group(g), start + match.start(g), lexicon) for g in ("a", "b")]
        if ends[0] and ends[1] and "对口合作" in match.group() or (match.start() and clause[match.start() - 1] == "“"):
            if ends[0] and ends[1] and (tie := _tie(schema, ends[0], "COLLABORATES_WITH", ends[1], "short forms + 合作", 0.9, (start, end))):
                yield tie, [ends[0], ends[1]]


def _sign(sign: str, at: int, lexicon: Lexicon) -> Mention | None:
    name = lexicon.country_signs.get(sign)
    entry = lexicon.place(name) if name else None
    return Mention(at, at + 1, entry.label, entry.name, sign, "short form", 0.9, True) if entry else None


def _division(sign: str, at: int, lexicon: Lexicon) -> Mention | None:
    name = lexicon.division_signs.get(sign)
    entry = lexicon.place(name) if name else None
    return Mention(at, at + 1, entry.label, entry.name, sign, "short form", 0.9, True) if entry else None


def nested_places(mentions: Sequence[Mention], lexicon: Lexicon, schema: Schema, span: tuple[int, int]) -> Iterator[Candidate]:
    """Read containment from places written together (浙江省温州市, 沈阳市浑南区)."""
    places = [m for m in mentions if m.label in {"Region", "City", "District"} and not m.nested]
    for first, second in zip(places, places[1:], strict=False):
        if first.end != second.start or second.label == "Region":
            continue
        entries = [e for e in lexicon.entries.get(second.surface, ()) if e.name == second.name]
        if any(first.name in {e.parent, e.province} for e in entries) and (
            tie := _tie(schema, second, "PART_OF", first, "places written together", 0.92, span)
        ):
            yield tie


def topic_of(mentions: Sequence[Mention], text: str, start: int) -> Mention | None:
    """Find what a paragraph or sentence that starts at ``start`` is about."""
    for mention in mentions:
        if mention.nested or mention.label not in TOPICAL:
            continue
        lead = text[start : mention.start]
        if len(lead) <= 4 and re.fullmatch(r"(?:将|推动|支持|推进|“|目前，|其中，|在)?", lead):
            after = text[mention.end : mention.end + 1]
            return mention if mention.label not in {"Region"} or after in "：:" else None
        return None
    return None


def clauses(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Cut a sentence at its semicolons."""
    at = start
    for match in re.finditer("；", text[start:end]):
        yield at, start + match.end()
        at = start + match.end()
    if at < end:
        yield at, end


def relations_of(text: str, span: tuple[int, int], mentions: Sequence[Mention], topic: Mention | None, lexicon: Lexicon, schema: Schema) -> Iterator[Candidate]:
    """Read all ties of a sentence but those of lists and short forms."""
    yield from nested_places([m for m in mentions if span[0] <= m.start and m.end <= span[1]], lexicon, schema, span)
    for start, end in clauses(text, *span):
        inside = [m for m in mentions if start <= m.start and m.end <= end]
        if inside:
            clause = encode(text, start, end, inside)
            subject = topic_of(inside, text, start) or topic
            yield from from_cues(clause, subject, schema, span)
    for mention in mentions:
        if span[0] <= mention.start and mention.end <= span[1] and mention.label not in PLACE_LABELS | {"Industry"}:
            inner = [m for m in mentions if m.nested and m is not mention and mention.start <= m.start and m.end <= mention.end and (m.start, m.end) != (mention.start, mention.end)]
            if mention.rule == "shared ending":
                inner = []
            yield from by_name(mention, inner, lexicon, schema, span)
