"""Mentions: where the text of a paragraph names something, and what class of thing.

Sources of evidence, strongest first: titles in 《》, names in “”, known names of the lexicon, items of lists whose
kind a box or a head noun tells, names with an ending of their class.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.calls import called, of_home
from loaders.compass import compass
from loaders.coordination import coordinated, expand, joint_funds, jointly, set_up_funds
from loaders.corridors import corridors
from loaders.documents import Paragraph
from loaders.endings import names_by_ending, with_neighbours
from loaders.estates import estates
from loaders.gatherings import with_number
from loaders.known import known_names
from loaders.labs_together import labs_together
from loaders.layouts import layouts
from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention
from loaders.names import Sentence, strip_level
from loaders.nested import kept_inside
from loaders.numbered import numbered
from loaders.parks import parks
from loaders.quoted import quoted_names, titles
from loaders.state_labs import state_labs
from loaders.tagger import tag


def sentences_of(paragraph: Paragraph) -> list[Sentence]:
    """Cut a paragraph into tagged sentences."""
    found = []
    for start, end in paragraph.sentences():
        text = paragraph.text[start:end]
        found.append(Sentence(text, start, end, tag(text, start)))
    return found


def _overlaps(mention: Mention, taken: Sequence[Mention]) -> bool:
    return any(mention.start < t.end and t.start < mention.end for t in taken)


def settle(candidates: Iterable[Mention]) -> list[Mention]:
    """Keep the longest of overlapping mentions; those wholly inside another stay as nested."""
    kept: list[Mention] = []
    for mention in sorted(candidates, key=lambda m: (m.start - m.end, -m.confidence, m.start)):
        same = [k for k in kept if mention.start < k.end and k.start < mention.end]
        if not same:
            kept.append(mention)
        elif all(k.start <= mention.start and mention.end <= k.end for k in same):
            if any((k.start, k.end) == (mention.start, mention.end) for k in same):
                continue
            kept.append(replace(mention, nested=True))
    return sorted(kept, key=lambda m: (m.start, -m.end))


def _closes_title(mention: Mention, policies: Sequence[Mention]) -> bool:
    """Say whether a quoted name is the end of a title in 《》, which then is one name (《某省“产业强链”行动计划》)."""
    return any(p.start < mention.start and mention.end == p.end - 1 and p.surface.endswith("》") for p in policies)


def _place_of_title(mention: Mention, policies: Sequence[Mention]) -> bool:
    """Say whether a place, or a zone by its full name, is named inside a title."""
    zone = (
        mention.label == "Zone"
        and mention.confidence >= 0.85
        and not re.match("(?:中国|国家|全国)(?!（)", mention.name)
    )
    place = zone or mention.label in {"City", "Region", "District"}
    return place and any(p.start < mention.start and mention.end < p.end for p in policies)


def find_mentions(paragraph: Paragraph, sentences: Sequence[Sentence], lexicon: Lexicon, home: Home) -> list[Mention]:
    """Find all mentions of a paragraph but those of lists (see ``loaders.lists``)."""
    candidates = [*titles(paragraph.text), *quoted_names(paragraph.text, lexicon)]
    policies = [m for m in candidates if m.label == "Policy" and m.rule.startswith("title")]
    candidates = [m for m in candidates if m in policies or not _closes_title(m, policies)]
    for sentence in sentences:
        sure, maybe = names_by_ending(sentence, lexicon)
        sure += [*called(sentence, lexicon, home), *state_labs(sentence, lexicon), *labs_together(sentence, lexicon)]
        known = list(known_names(sentence, lexicon, home))
        anchors = [*sure, *(m for m in known if m.label == "Fund")]
        found = (*known, *with_neighbours(anchors, maybe, sentence.text, sentence.start))
        for mention in found:
            if not _overlaps(mention, policies) or _place_of_title(mention, policies):
                name = spelled_out(mention, home)
                told = mention if name == mention.name else replace(mention, name=name)
                candidates.append(with_number(told, paragraph.text))
    candidates += list(numbered(paragraph.text, candidates))
    candidates += estates(paragraph.text, candidates, lexicon)
    candidates += parks(paragraph.text, candidates, lexicon)
    candidates += [m for m in layouts(paragraph.text, candidates, lexicon) if not _overlaps(m, policies)]
    candidates += [*jointly(paragraph, candidates), *joint_funds(paragraph, candidates)]
    joined = (*corridors(paragraph.text, lexicon), *compass(paragraph.text, lexicon))
    regions = [m for m in joined if not _overlaps(m, policies) or _place_of_title(m, policies)]
    settled = settle([*candidates, *regions])
    kept = [n for m in settled if (n := kept_inside(m, settled, lexicon)) is not None]
    return [
        *expand(paragraph, kept, lexicon),
        *coordinated(paragraph, kept, lexicon),
        *set_up_funds(paragraph, kept, lexicon),
    ]


def spelled_out(mention: Mention, home: Home) -> str:
    """Give the name without a leading level and with the document's home spelled out; known names stay as they are."""
    if mention.rule == "known name":
        return mention.name
    return of_home(strip_level(mention.name), mention.label, home)


def without_pieces(mentions: Sequence[Mention]) -> list[Mention]:
    """Drop what ends with a list's item and is only its second half (甲网络与|乙对抗重点实验室)."""
    items = [m for m in mentions if not m.nested and m.rule.startswith("list")]

    def piece(mention: Mention) -> bool:
        return (
            mention.nested
            and any(
                i.label == "Company" and mention.label in {"Company", "University"} and i.start == mention.start
                for i in items
            )
        ) or (
            mention.nested
            and any(i.start < mention.start and mention.end == i.end and mention.label == i.label for i in items)
        )

    return [m for m in mentions if not piece(m)]
