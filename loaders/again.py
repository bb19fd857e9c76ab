"""Names said again: what the document has named once is meant wherever the same words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import bare, owner
from loaders.shortened import owned

KINDS = frozenset(
    {
        "Zone",
        "Lab",
        "ResearchInstitute",
        "Incubator",
        "Alliance",
        "Company",
        "ServiceAgency",
        "Cluster",
        "Fund",
        "Event",
    }
)


# Called by the end of its name alone (乙研究院 for 甲大学乙研究院), behind a comma or a word that joins or leads to it.
_TAILED = frozenset({"ResearchInstitute", "Lab", "Alliance", "Incubator", "ServiceAgency"})
_FREE = re.compile(r"(?:^|[，。；：、“（\s]|[与和由对在为向是同从将]|该|依托|通过|支持)$")


def tail_of(mention: Mention, lexicon: Lexicon) -> str:
    """Give the end of a name that tells it without its place or owner, or nothing where none is left to tell it by."""
    name = mention.name
    if mention.label not in _TAILED:
        return ""
    for cut in range(len(name) - 4, 1, -1):
        front, tail = name[:cut], name[cut:]
        stem = re.sub(r"(?:研究院|研究所|实验室|联盟|中心|基地|平台|孵化器|院|所)$", "", tail)
        told = len(bare(stem, lexicon)) >= 2 and not owner(tail, lexicon) and not re.match("国家|中国|全国|省|市", tail)
        if told and owned(front, lexicon):
            return tail
    return ""


class Ends:
    """The ends by which the names of one document may be called; each name is looked at once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._of: dict[tuple[str, str], str] = {}

    def of(self, mention: Mention) -> str:
        """Give ``tail_of`` a mention."""
        key = (mention.label, mention.name)
        if key not in self._of:
            self._of[key] = tail_of(mention, self._lexicon)
        return self._of[key]


def said_again(text: str, mentions: Sequence[Mention], named: Sequence[Mention], ends: Ends) -> Iterator[Mention]:
    """Find further places of names that a paragraph or an earlier one has shown to be names.

    Parameters
    ----------
    mentions : those of the paragraph; what they cover is left alone.
    named : what the document has named so far.
    ends : of the names of the document.
    """
    known: dict[str, Mention] = {}
    for mention in [*named, *mentions]:
        if (
            mention.label in KINDS
            and not mention.nested
            and len(mention.surface) >= 4
            and mention.surface in mention.name
        ):
            known.setdefault(mention.surface, mention)
    tails: dict[str, set[tuple[str, str]]] = {}
    for mention in [*named, *mentions]:
        if not mention.nested and (tail := ends.of(mention)) and tail not in known:
            tails.setdefault(tail, set()).add((mention.label, mention.name))
    taken = [(m.start, m.end) for m in mentions if m.label != "Industry"]
    for surface in sorted(known, key=len, reverse=True):
        meant = known[surface]
        for match in re.finditer(re.escape(surface), text) if surface in text else ():
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            yield Mention(*match.span(), meant.label, meant.name, surface, "name said again", 0.85)
    for tail, things in sorted(tails.items(), key=lambda item: (-len(item[0]), item[0])):
        for match in re.finditer(re.escape(tail), text) if len(things) == 1 and tail in text else ():
            free = _FREE.search(text[max(0, match.start() - 2) : match.start()])
            if free and not any(a < match.end() and match.start() < b for a, b in taken):
                taken.append(match.span())
                yield Mention(*match.span(), *next(iter(things)), tail, "end of a name said again", 0.82)
