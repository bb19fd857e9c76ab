"""One document read from end to end, before its names are resolved over all documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.facts import Evidence, Figure, Problem, Severity, by_fields
from loaders import ocr, patience
from loaders.again import Ends, said_again
from loaders.approved import Approved, approved_by, with_approved
from loaders.backers import backers
from loaders.boxed import owned_list
from loaders.carried import Frame, Reading, begin_paragraph, govern
from loaders.circles import circles
from loaders.columns import read_columns
from loaders.compound import taken_apart
from loaders.containment import by_name
from loaders.documents import Document, Paragraph, read_document
from loaders.editions import with_editions
from loaders.field_heads import field_heads
from loaders.figures import read_figures
from loaders.governed import governed
from loaders.headed import Headings
from loaders.homely import bare_clusters, homely, offices, own_region
from loaders.industry import lengthened, meant, widened
from loaders.lexicon import Lexicon, load_lexicon
from loaders.lists import headed_lists
from loaders.mention import Home, Mention
from loaders.mentions import find_mentions, sentences_of, settle, without_pieces
from loaders.news import headlined, items_of
from loaders.openings import opened_names
from loaders.own import PLAN, Own, abbreviations, home_of, own_policy
from loaders.periods import document_year
from loaders.places_above import PlaceAbove, of_region, profiled
from loaders.policies import PolicyScene, policy_ties
from loaders.quotes import Quotes
from loaders.references import Memory, document_subject
from loaders.relations import Candidate, Scene, from_listing, from_signs, relations_of, topic_of
from loaders.setting import default_subject, headline, is_report
from loaders.shared_heads import with_shared_heads
from loaders.shortened import short_forms
from loaders.siblings import firms_and_siblings
from loaders.tables import read_table, tables_of
from loaders.ties import Tier
from loaders.unsaid import drop_unsaid
from loaders.wholes import of_district
from ontology.schema import Schema, load_schema


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with its evidence."""

    label: str
    name: str
    surfaces: tuple[str, ...]
    evidence: Evidence
    official: str = ""
    properties: dict[str, str | int | float | bool] = field(default_factory=dict)
    declared: bool = False
    __reduce__ = by_fields


@dataclass(frozen=True, slots=True)
class Tied:
    """A candidate tie with its evidence."""

    source: tuple[str, str]
    type: str
    target: tuple[str, str]
    confidence: float
    derived: bool
    evidence: Evidence
    __reduce__ = by_fields


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure and whom it is about."""

    subject: tuple[str, str]
    figure: Figure
    __reduce__ = by_fields


@dataclass(slots=True)
class DocumentFacts:
    """All that one document was read to say."""

    name: str
    mentions: list[Named] = field(default_factory=list)
    ties: list[Tied] = field(default_factory=list)
    figures: list[Measured] = field(default_factory=list)
    aliases: list[tuple[str, str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """Reads one document; holds what all its paragraphs share."""

    document: Document
    lexicon: Lexicon
    schema: Schema
    own: Own
    home: Home
    out: DocumentFacts
    document_year: int | None
    ends: Ends
    quotes: Quotes
    memory: Memory = field(default_factory=Memory)
    above: PlaceAbove = field(default_factory=PlaceAbove)
    headings: Headings = field(default_factory=Headings)
    approved: Approved | None = None

    def evidence(self, paragraph: Paragraph, start: int, end: int, rule: str) -> Evidence:
        return self.quotes.evidence(paragraph, start, end, rule)

    def trusted(self, confidence: float, proof: Evidence) -> float:
        """Lower the confidence of what was read from a scanned page."""
        sure = self.document.recognition(proof.start, proof.end)
        return round(confidence if sure is None else confidence * sure * ocr.TRUST, 2)

    def name(self, paragraph: Paragraph, mention: Mention, span: tuple[int, int]) -> None:
        plain = not mention.rule.startswith(("shared", "reference"))
        surfaces = (mention.surface, *mention.aliases) if plain else mention.aliases
        self.out.mentions.append(
            Named(mention.label, mention.name, tuple(surfaces), self.evidence(paragraph, *span, mention.rule))
        )

    def tie(self, paragraph: Paragraph, candidate: Candidate) -> None:
        for end in candidate.implied:
            self.name(paragraph, end, (candidate.start, candidate.end))
        proof = self.evidence(paragraph, candidate.start, candidate.end, candidate.rule)
        sure = self.trusted(candidate.confidence, proof)
        tied = Tied(candidate.source, candidate.type, candidate.target, sure, candidate.derived, proof)
        self.out.ties.append(tied)

    def figure(self, paragraph: Paragraph, reading: Reading) -> None:
        proof = self.evidence(paragraph, reading.start, reading.end, reading.rule)
        figure = Figure(
            "",
            reading.indicator,
            reading.value,
            reading.unit,
            (proof,),
            reading.max,
            reading.year,
            reading.kind,
            reading.bound,
            self.trusted(reading.confidence, proof),
        )
        self.out.figures.append(Measured(reading.subject, figure))


def _sentence_of(paragraph: Paragraph, at: int) -> tuple[int, int]:
    return next(((s, e) for s, e in paragraph.sentences() if s <= at < e), (0, len(paragraph.text)))


def _mentions(reader: _Reader, paragraph: Paragraph) -> tuple[list[Mention], list[Candidate]]:
    """Find the mentions of a paragraph, and the ties that its lists state."""
    sentences = sentences_of(paragraph)
    mentions = find_mentions(paragraph, sentences, reader.lexicon, reader.home)
    listings = headed_lists(paragraph, sentences, reader.lexicon)
    ties: list[Candidate] = []
    if owned := owned_list(paragraph, mentions, reader.lexicon):
        owned = replace(owned, items=tuple(taken_apart(owned.items, reader.lexicon)))
        listings.append(owned)
        ties += from_listing(owned, reader.lexicon, reader.schema, _sentence_of(paragraph, owned.start))
    items = [i for listing in listings for i in listing.items]
    spelled = [m for m in mentions if m.rule == "shared ending"]
    plain = [m for m in mentions if m.rule != "shared ending"]
    taken = {(m.start, m.end) for m in items}
    items += [m for m in governed(paragraph, sentences, mentions, reader.lexicon) if (m.start, m.end) not in taken]
    named = {(m.start, m.end) for m in items}
    items += [m for m in homely(paragraph, mentions, reader.lexicon, reader.home) if (m.start, m.end) not in named]
    items = with_shared_heads(paragraph, items, reader.lexicon)
    items += opened_names(paragraph, [m for m in (*items, *plain) if not m.nested], reader.lexicon)
    items += field_heads(paragraph, [m for m in (*items, *plain) if not m.nested], reader.lexicon)
    named = {(m.start, m.end) for m in items}
    plain = [m for m in plain if (m.start, m.end) not in named]
    firms = [m for m in items if m.nested]
    items += firms_and_siblings(paragraph, sentences, [*items, *plain], reader.lexicon)
    settled = without_pieces([*settle([*(m for m in items if not m.nested), *plain]), *firms])
    settled = lengthened(paragraph.text, settled, reader.lexicon)
    settled = meant(paragraph.text, settled, paragraph.kind in {"heading", "box"})
    settled = taken_apart(widened(settled, sentences, reader.lexicon), reader.lexicon)
    settled += offices(paragraph.text, settled, reader.memory.named)
    firms = list(backers(paragraph.text, settled, reader.lexicon))
    covered = [m for m in settled if any(f.start <= m.start and m.end <= f.end for f in firms)]
    settled = [m for m in settled if m not in covered] + firms
    settled += said_again(paragraph.text, settled, reader.memory.named, reader.ends)
    short = list(bare_clusters(paragraph.text, settled, reader.memory.of("Cluster"), reader.lexicon))
    settled = [m for m in settled if not any(s.start <= m.start and m.end <= s.end for s in short)] + short
    settled = own_region(paragraph.text, [*settled, *spelled], reader.home)
    if reader.approved:
        settled = with_approved(
            paragraph.text, settled, reader.approved, title=paragraph.number == reader.own.paragraph
        )
    return with_editions(paragraph.text, settled), ties


def _read_paragraph(reader: _Reader, paragraph: Paragraph, frame: Frame, item: bool = False) -> None:
    mentions, ties = _mentions(reader, paragraph)
    if item and (about := headlined(paragraph, mentions)):
        frame.default, frame.guessed = (about.label, about.name), True
        reader.memory.subject = about
    for mention in mentions:
        reader.name(paragraph, mention, _sentence_of(paragraph, mention.start))
    for candidate in ties:
        reader.tie(paragraph, candidate)
    if not reader.memory.named and reader.memory.subject is None:
        reader.memory.subject = document_subject(paragraph.text, mentions)
    for candidate in reader.above.read(paragraph.text, mentions, reader.schema):
        reader.tie(paragraph, candidate)
    for candidate in (
        *profiled(paragraph, mentions, reader.memory.subject, reader.schema),
        *of_region(paragraph, mentions, reader.schema),
        *of_district(paragraph, mentions, reader.schema),
        *circles(paragraph, mentions, reader.schema),
    ):
        reader.tie(paragraph, candidate)
    _shorten(reader, paragraph, mentions)
    topic = topic_of(mentions, paragraph.text, 0)
    begin_paragraph(frame, paragraph, mentions)
    own = reader.own.mention()
    reader.headings.read(paragraph, mentions)
    heading = govern(frame, reader.headings.over(paragraph))
    scene = Scene(reader.lexicon, reader.schema, reader.home, memory=reader.memory, heading=heading)
    scene.reporting = frame.report
    scene.planning = bool((reader.home.city or reader.home.province) and PLAN.search(reader.own.title))
    if frame.report and topic and not re.match(r"[：:]", paragraph.text[topic.end :]):
        topic = None  # a report goes from one thing to the next, and its own place acts in each sentence
    if scene.planning and re.match(r"(?:\d+[.．、]|　)*(?:重点)?(?:支持|推动|推进|鼓励)", paragraph.text):
        topic = None  # whom a plan supports in its first sentence acts in that one only
    scene.open(topic)
    shared = PolicyScene(own, scene, reader.home, reader.lexicon, reader.own.paragraph)
    for start, end in paragraph.sentences():
        span = (start, end)
        for candidate in relations_of(paragraph, span, mentions, scene):
            reader.tie(paragraph, candidate)
        for candidate, others in from_signs(paragraph.text, span, mentions, reader.lexicon, reader.home, reader.schema):
            for other in others:
                reader.name(paragraph, other, span)
            reader.tie(paragraph, candidate)
        inside = [m for m in mentions if start <= m.start and m.end <= end]
        for candidate in policy_ties(paragraph, span, inside, shared):
            reader.tie(paragraph, candidate)
        if paragraph.kind not in {"heading", "box", "caption"}:
            for reading in read_figures(paragraph.text, start, end, mentions, frame):
                reader.figure(paragraph, reading)
    _define(reader, paragraph, mentions)


def _shorten(reader: _Reader, paragraph: Paragraph, mentions: Sequence[Mention]) -> None:
    """Remember what the short names that a paragraph defines mean from there on."""
    for at, short in abbreviations(paragraph.text, mentions):
        before = [m for m in mentions if m.end <= at and at - m.end <= 1 and not m.nested]
        if before:
            reader.memory.shorts[short] = before[-1]


def _define(reader: _Reader, paragraph: Paragraph, mentions: Sequence[Mention]) -> None:
    """Record the abbreviations that the text itself defines."""
    for at, short in abbreviations(paragraph.text, mentions):
        before = [m for m in mentions if m.end <= at and at - m.end <= 1 and not m.nested]
        if before:
            target = before[-1]
            if (
                not any(e.label != target.label for e in reader.lexicon.entries.get(short, ()))
                and short not in reader.lexicon.suffixes
            ):
                reader.out.aliases.append((target.label, short, target.name))


def _read_own(reader: _Reader) -> None:
    own = reader.own
    if not own.title:
        return
    paragraphs = {p.number: p for p in reader.document.paragraphs}
    paragraph = paragraphs[own.paragraph]
    proof = reader.evidence(paragraph, 0, len(paragraph.text), "own title")
    properties: dict[str, str | int | float | bool] = {"source_document": reader.document.name}
    properties |= {k: v for k, v in (("date", own.date), ("number", own.number)) if v}
    reader.out.mentions.append(Named("Policy", own.title, own.aliases, proof, own.title, properties))
    plain = re.sub(r"[（(][^（）()]*(?:年|\d{4}|摘要|节选|摘登|摘编|全文|要点)[^（）()]*[）)]$", "", own.title)
    if plain != own.title:
        reader.out.aliases.append(("Policy", plain, own.title))
    for issuer, number in own.issuers:
        place = paragraphs[number]
        name = _unslip(issuer, reader)
        proof, body = reader.evidence(place, 0, len(place.text), "signature"), ("GovernmentBody", name)
        reader.out.mentions.append(Named(*body, (issuer,), proof))
        reader.out.ties.append(Tied(("Policy", own.title), "ISSUED_BY", body, 0.95, False, proof))


def _unslip(name: str, reader: _Reader) -> str:
    """Mend a known slip of the pen in a name, and report it."""
    for slip, right in reader.lexicon.slips.items():
        if slip in name:
            reader.out.problems.append(
                Problem(Severity.WARNING, "slip", reader.document.name, f"{slip} is read as {right} (lexicon: slips)")
            )
            name = name.replace(slip, right)
    return name


def _read_tables(reader: _Reader, frame: Frame) -> None:
    for table in tables_of(reader.document.paragraphs):
        tied = False
        subjects: dict[int, tuple[str, str]] = {}
        for row, about, mentions, ties in read_columns(
            table, lambda row: _mentions(reader, row)[0], reader.schema, reader.lexicon
        ):
            tied = tied or about is not None or bool(mentions)
            if about is not None:
                subjects[row.number] = (about.label, about.name)
            for mention in mentions:
                reader.name(row, mention, (0, len(row.text)))
            for candidate in ties:
                reader.tie(row, candidate)
        readings = list(read_table(table, reader.lexicon, frame, subjects))
        if not readings and not tied:
            where = f"{reader.document.name}, paragraph {table.rows[0].number}"
            reader.out.problems.append(
                Problem(Severity.NOTE, "table not understood", where, f"{len(table.rows)} rows skipped")
            )
        for row, reading in readings:
            reader.figure(row, reading)
            label, name = reading.subject
            reader.out.mentions.append(Named(label, name, (), reader.evidence(row, 0, len(row.text), "table row")))
            subject = Mention(0, len(row.text), label, name, name, "table row", 0.9)
            for candidate in by_name(subject, (), reader.lexicon, Tier(reader.schema, (0, len(row.text)))):
                if label == "Zone":
                    reader.tie(row, candidate)


def _left_out(document: Document) -> list[Problem]:
    """Tell which lines were skipped, which pages were read by OCR, and which could not be."""
    skipped = [f"{count} lines of {reason}" for reason, count in sorted(document.skipped.items())]
    found = [Problem(Severity.NOTE, "skipped lines", document.name, told) for told in skipped]
    if document.scanned:
        sure = min(s for _, _, s in document.scanned)
        message = f"read by OCR: {len(document.scanned)} of its pages, recognition at least {sure:.2f}"
        found.append(Problem(Severity.NOTE, "read by OCR", document.name, message))
    if document.unread:
        pages = ", ".join(map(str, document.unread))
        message = f"no text on page {pages}, which is left out; if it is a scan, {ocr.INSTALL} lets it be read by OCR"
        found.append(Problem(Severity.WARNING, "pages without text", document.name, message))
    return found


def read_one(path: Path) -> DocumentFacts:
    """Read one file into facts whose names are not yet resolved.

    Raises
    ------
    SourceError
        if the file cannot be read, takes too long, or brings a reader down.
    """
    with patience.alone(path):
        document = read_document(path)
        patience.allow(patience.SECONDS + len(document.text) / patience.CHARACTERS)
        return read_facts_of(document)


def read_facts_of(document: Document) -> DocumentFacts:
    """Read a parsed document into facts whose names are not yet resolved."""
    lexicon, schema = load_lexicon(), load_schema()
    own = own_policy(document)
    home = home_of(document, own, lexicon)
    year, out = document_year(own.date, document.text), DocumentFacts(document.name)
    reader = _Reader(document, lexicon, schema, own, home, out, year, Ends(lexicon), Quotes(document))
    default = default_subject(home, own.title, lexicon, document)
    frame = Frame(default, home, year, report=is_report(own.title or headline(document)) and default is not None)
    out.problems.extend(_left_out(document))
    if approved := approved_by(own, lexicon):
        reader.approved, reader.memory.subject = approved, approved.mention()
        frame = Frame(("Zone", approved.name), home, year, guessed=True, approved=True)
    _read_own(reader)
    items = items_of(document) if not own.title else frozenset()
    for paragraph in document.paragraphs:
        if item := paragraph.number in items:
            reader.memory, frame = Memory(), Frame(None, home, year)
        if paragraph.kind != "row":
            _read_paragraph(reader, paragraph, frame, item)
    _read_tables(reader, frame)
    drop_unsaid(out.mentions, out.ties)
    out.aliases.extend(short_forms(((m.label, m.name) for m in out.mentions), lexicon))
    return out
