"""Policies and programmes: who issued them, what they rest on, whom they are for, which document sets them up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.documents import Paragraph
from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention
from loaders.ties import Candidate, Tier
from ontology.schema import Schema

BASIS = re.compile(r"(?:根据|依据|按照|落实|贯彻|为落实|深入实施|加快实施|全面实施|实施)(?:好|了)?(?:国家|党中央、国务院|党中央|国务院|省委、省政府|国家和省)*(?:关于)?(?:的)?$")
TITLE_ISSUER = re.compile(r"^([\u4e00-\u9fff（）]{2,24}?(?:人民政府办公厅|人民政府办公室|人民政府|国务院办公厅|国务院|委员会|发展改革委|厅|局|办公厅))关于")
HEADING_PROGRAMME = re.compile(r"(?:实施|开展|启动|推进)")


def policy_ties(paragraph: Paragraph, span: tuple[int, int], mentions: Sequence[Mention], own: Mention | None, home: Home, lexicon: Lexicon, schema: Schema) -> Iterator[Candidate]:
    """Read the ties of policies and programmes in one sentence.

    Parameters
    ----------
    own : the document itself as a policy, or None for a newspaper page.
    """
    text = paragraph.text
    for mention in mentions:
        if mention.label == "Policy" and not mention.nested:
            yield from _of_title(mention, mentions, lexicon, schema, span)
            if own and BASIS.search(text[max(span[0], mention.start - 24) : mention.start]) and _name(mention) != _name(own):
                if tie := Tier(schema, span).tie(own, "BASED_ON", mention, "根据P", 0.9):
                    yield tie
        if own and mention.label == "Programme" and paragraph.kind == "heading" and HEADING_PROGRAMME.search(text[: mention.start]):
            if tie := Tier(schema, span).tie(mention, "PART_OF", own, "programme in a heading", 0.9):
                yield tie
        if own and mention.label == "Region" and _name(own).find(mention.surface) == 0 and mention.start == span[0]:
            continue
    if own:
        yield from _of_own(own, lexicon, home, schema, span)


def _name(mention: Mention) -> str:
    return mention.name


def _of_title(mention: Mention, mentions: Sequence[Mention], lexicon: Lexicon, schema: Schema, span: tuple[int, int]) -> Iterator[Candidate]:
    """Read a title: 《X人民政府关于…》 is issued by X; 《沈阳市…办法》 is for 沈阳市."""
    title = mention.name
    if match := TITLE_ISSUER.match(title):
        issuer = Mention(mention.start, mention.start, "GovernmentBody", match.group(1), match.group(1), "issuer in the title", 0.93)
        if tie := Tier(schema, span).tie(mention, "ISSUED_BY", issuer, "issuer in the title", 0.93):
            yield tie
    del mentions
    for place in applies(title, lexicon):
        if tie := Tier(schema, span).tie(mention, "APPLIES_TO", place, "place in the title", 0.82):
            yield tie


def applies(title: str, lexicon: Lexicon) -> list[Mention]:
    """Give the place or zone that a title begins with (after its issuer)."""
    rest = TITLE_ISSUER.sub("", title)
    rest = re.sub(r"^(?:关于)?(?:印发|加快|进一步|促进|推动|支持|全面|实施|完善|深化|深入|推进)*", "", rest)
    for length in range(min(16, len(rest)), 1, -1):
        for entry in lexicon.entries.get(rest[:length], ()):
            if entry.label in {"Region", "City", "Zone"}:
                return [Mention(0, 0, entry.label, entry.name, rest[:length], "place in the title", 0.85)]
    return []


def _of_own(own: Mention, lexicon: Lexicon, home: Home, schema: Schema, span: tuple[int, int]) -> Iterator[Candidate]:
    if span[0] != 0:
        return
    targets = applies(own.name, lexicon)
    if home.subject:
        targets = [Mention(0, 0, "Region", home.subject, home.subject, "place in the title", 0.95)]
    for target in targets:
        if tie := Tier(schema, span).tie(own, "APPLIES_TO", target, "place in the own title", 0.92):
            yield tie
