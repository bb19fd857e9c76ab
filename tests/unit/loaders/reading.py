"""Short ways for tests to read a sentence as the loaders do."""

from __future__ import annotations

from loaders.document_facts import DocumentFacts, read_facts_of
from loaders.documents import Document, Paragraph, parse
from loaders.lexicon import load_lexicon
from loaders.mention import Home, Mention
from loaders.mentions import find_mentions, sentences_of
from loaders.names import Sentence

NOWHERE = Home()
SICHUAN = Home("四川省")


def paragraph(text: str) -> Paragraph:
    """Give one paragraph of text that stands at the start of a document."""
    return Paragraph(1, "text", (), text, range(len(text)))


def sentence(text: str) -> Sentence:
    """Give one tagged sentence."""
    return sentences_of(paragraph(text))[0]


def mentions_in(text: str, home: Home = NOWHERE) -> list[Mention]:
    """Find the mentions of one paragraph, without those of lists."""
    whole = paragraph(text)
    return find_mentions(whole, sentences_of(whole), load_lexicon(), home)


def names_in(text: str, home: Home = NOWHERE) -> set[tuple[str, str]]:
    """Give (class, name) of all mentions of one paragraph."""
    return {(m.label, m.name) for m in mentions_in(text, home)}


def document(text: str, name: str = "doc.txt") -> Document:
    """Parse a text as a document."""
    return parse(name, text)


def facts_of(text: str, name: str = "doc.txt") -> DocumentFacts:
    """Read a text into facts whose names are not yet resolved."""
    return read_facts_of(parse(name, text))


def named(facts: DocumentFacts) -> set[tuple[str, str]]:
    """Give (class, name) of all that a document names."""
    return {(m.label, m.name) for m in facts.mentions}
