"""Candidate ties: what the readers of relations hand on, checked against the ontology."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.mention import Mention
from ontology.schema import Schema


@dataclass(frozen=True, slots=True)
class Candidate:
    """A tie read from a span of a paragraph.

    ``derived`` marks a conclusion (joint builders collaborate); ``implied`` holds ends that the text names only inside
    another name (the university of its science park), so that they become entities, too.
    """

    source: tuple[str, str]
    type: str
    target: tuple[str, str]
    rule: str
    confidence: float
    start: int
    end: int
    derived: bool = False
    implied: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Tier:
    """Makes the ties of one span: names that are equal or classes that the ontology does not join give none."""

    schema: Schema
    span: tuple[int, int]

    def tie(
        self,
        source: Mention,
        type_: str,
        target: Mention,
        rule: str,
        confidence: float,
        *,
        derived: bool = False,
        implied: bool = False,
    ) -> Candidate | None:
        """Give the tie, or None where it cannot be; an undirected one is turned as the ontology has it.

        Parameters
        ----------
        implied : whether an end stands only inside another name and must be made an entity.
        """
        if (source.label, source.name) == (target.label, target.name):
            return None
        if type_ == "COLLABORATES_WITH" and not self.schema.allows(source.label, type_, target.label):
            source, target = target, source
        if not self.schema.allows(source.label, type_, target.label):
            return None
        sure = round(min(confidence, max(source.confidence, 0.8), max(target.confidence, 0.8)), 2)
        ends = (source, target) if implied else ()
        one, other = (source.label, source.name), (target.label, target.name)
        return Candidate(one, type_, other, rule, sure, *self.span, derived, ends)


# Whose bodies are meant, not the place itself: 与甲市企事业单位合作, 与乙省企业共建.
_ITS_BODIES = re.compile(
    r"(?:各级|本地|当地|域内|重点|骨干|龙头|知名|有关|相关|多家|部分)*(?:区域内|辖区内|境内|企事业|企业|政府企业|政府和企业|科技企业|民营企业|市场主体|商会|客商)"
)
_PLACED = frozenset({"City", "District", "Region"})


def _only_its_bodies(end: tuple[str, str], known: Sequence[Mention], text: str) -> bool:
    """Say whether a place is named only for bodies of its own that nobody names."""
    named = [m for m in known if (m.label, m.name) == end and end[0] in _PLACED and m.surface and m.end > m.start]
    return bool(named) and all(_ITS_BODIES.match(text, m.end) for m in named)


def told_once(ties: Sequence[Candidate], known: Sequence[Mention], text: str = "") -> Iterator[Candidate]:
    """Leave out carried builders of what the sentence itself says who builds (举办甲大会，由乙主办).

    Nor does a place work together with whom only its firms do (甲实验室与乙省企业共建中试线).
    """
    here = {(m.label, m.name) for m in known}
    told = {t.source for t in ties if t.type == "BUILT_BY" and t.target in here and "由A" in t.rule}
    parts = {(t.source, t.target) for t in ties if t.type == "PART_OF" and t.source[0] == "Zone"}
    for tie in ties:
        if tie.type == "LOCATED_IN" and (tie.source, tie.target) in parts:
            continue  # a part of a zone stands there anyway
        if tie.type == "COLLABORATES_WITH" and any(_only_its_bodies(e, known, text) for e in (tie.source, tie.target)):
            continue
        stated = "双方" in tie.rule  # both of them is a subject that the sentence states
        if stated or not (tie.type == "BUILT_BY" and tie.source in told and tie.target not in here):
            yield tie
