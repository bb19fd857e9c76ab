"""Sentences with their names marked as [class:name] or [class:surface=name], and what is read from them."""

from __future__ import annotations

import re

from loaders.clauses import Clause, encode
from loaders.documents import Paragraph
from loaders.lexicon import load_lexicon
from loaders.mention import Home, Mention
from loaders.policies import PolicyScene, policy_ties
from loaders.relations import Scene, relations_of, topic_of
from loaders.ties import Candidate
from ontology.schema import load_schema

CLASSES = {
    "R": "Region", "C": "City", "D": "District", "N": "Country", "Z": "Zone", "U": "University",
    "I": "ResearchInstitute",
    "L": "Lab", "A": "Alliance", "B": "Incubator", "F": "Company", "G": "GovernmentBody", "S": "ServiceAgency",
    "T": "Industry", "K": "Cluster", "P": "Policy", "W": "Programme", "M": "Fund", "E": "Event",
}  # fmt: skip
MARK = re.compile(r"\[(?P<label>[A-Z]):(?P<surface>[^\]=]+)(?:=(?P<name>[^\]]+))?\]")


def unmark(marked: str) -> tuple[str, list[Mention]]:
    """Give the plain text and the mentions of a marked one."""
    text, mentions, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        surface, label = match.group("surface"), CLASSES[match.group("label")]
        start = len(text)
        text += surface
        name = match.group("name") or surface.strip("《》“”")
        mentions.append(Mention(start, len(text), label, name, surface, "marked"))
        at = match.end()
    return text + marked[at:], mentions


def clause_of(marked: str) -> Clause:
    text, mentions = unmark(marked)
    return encode(text, 0, len(text), mentions)


def paragraph_of(text: str, section: tuple[str, ...] = (), box: str = "", kind: str = "text") -> Paragraph:
    return Paragraph(1, kind, section, text, tuple(range(len(text))), box=box)


def candidates(marked: str, home: Home | None = None, section: tuple[str, ...] = ()) -> list[Candidate]:
    """Read the ties of a marked paragraph."""
    text, mentions = unmark(marked)
    scene = Scene(load_lexicon(), load_schema(), home or Home())
    scene.open(topic_of(mentions, text, 0))
    paragraph = paragraph_of(text, section)
    return [c for span in paragraph.sentences() for c in relations_of(paragraph, span, mentions, scene)]


def ties(marked: str, home: Home | None = None) -> set[tuple[str, str, str]]:
    """Give the ties of a marked paragraph as (source, type, target)."""
    return {(c.source[1], c.type, c.target[1]) for c in candidates(marked, home)}


def papers(
    marked: str, own: str = "", home: Home | None = None, section: tuple[str, ...] = (), title_here: bool = False
) -> set[tuple[str, str, str]]:
    """Give the ties of policies and programmes of a marked paragraph."""
    text, mentions = unmark(marked)
    home = home or Home()
    scene = Scene(load_lexicon(), load_schema(), home)
    scene.open(topic_of(mentions, text, 0))
    itself = Mention(0, 1, "Policy", own, own, "own title") if own else None
    shared = PolicyScene(itself, scene, home, load_lexicon(), 1 if title_here else 0)
    paragraph = paragraph_of(text, section)
    found = set()
    for span in paragraph.sentences():
        list(relations_of(paragraph, span, mentions, scene))
        inside = [m for m in mentions if span[0] <= m.start and m.end <= span[1]]
        found |= {(c.source[1], c.type, c.target[1]) for c in policy_ties(paragraph, span, inside, shared)}
    return found
