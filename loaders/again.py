"""Names said again: what the document has named once is meant wherever the same words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import bare, owner
from loaders.shortened import owned
from loaders.spots import spots

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


_PARKS = re.compile(r"[\u4e00-\u9fff]{6,}[园城港谷湾岛]")


def contracted(mention: Mention, lexicon: Lexicon) -> str:
    """Give a park's first two and last characters, by which it is called for short (云栖高教科创园: 云栖园)."""
    name = mention.name
    if mention.label not in {"Zone", "Incubator"} or not _PARKS.fullmatch(name) or owner(name, lexicon):
        return ""
    return "" if name[:2] in lexicon.generic_words or len(bare(name[:2], lexicon)) < 2 else name[:2] + name[-1]


class Ends:
    """The ends by which the names of one document may be called; each name is looked at once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._of: dict[tuple[str, str], str] = {}
        self._named: Sequence[Mention] = ()
        self._seen = 0
        self._surfaces: dict[str, Mention] = {}
        self._tails: dict[str, set[tuple[str, str]]] = {}

    def of(self, mention: Mention) -> str:
        """Give ``tail_of`` a mention."""
        key = (mention.label, mention.name)
        if key not in self._of:
            self._of[key] = tail_of(mention, self._lexicon)
        return self._of[key]

    def within(
        self, text: str, named: Sequence[Mention], mentions: Sequence[Mention]
    ) -> tuple[dict[str, Mention], dict[str, set[tuple[str, str]]]]:
        """Give what stands in a text of the names of a document and of a paragraph, and of their ends.

        Parameters
        ----------
        named : a list that only grows from call to call, or another one; what was added since is looked at.
        """
        if named is not self._named or len(named) < self._seen:
            self._named, self._seen, self._surfaces, self._tails = named, 0, {}, {}
        for mention in named[self._seen :]:
            self._note(mention, self._surfaces, self._tails)
        self._seen = len(named)
        surfaces: dict[str, Mention] = {}
        tails: dict[str, set[tuple[str, str]]] = {}
        for mention in mentions:
            self._note(mention, surfaces, tails)
        known = {surface: m for surface, m in self._surfaces.items() if surface in text}
        for surface, m in surfaces.items():
            known.setdefault(surface, m)
        ends = {
            tail: self._tails.get(tail, set()) | tails.get(tail, set())
            for tail in self._tails.keys() | tails.keys()
            if tail in text and tail not in self._surfaces and tail not in surfaces
        }
        return known, ends

    def _note(self, mention: Mention, surfaces: dict[str, Mention], tails: dict[str, set[tuple[str, str]]]) -> None:
        if mention.nested:
            return
        surface = mention.surface
        if mention.label in KINDS and len(surface) >= 4 and surface in mention.name:
            surfaces.setdefault(surface, mention)
        for short in filter(None, (self.of(mention), contracted(mention, self._lexicon))):
            tails.setdefault(short, set()).add((mention.label, mention.name))


def said_again(text: str, mentions: Sequence[Mention], named: Sequence[Mention], ends: Ends) -> Iterator[Mention]:
    """Find further places of names that a paragraph or an earlier one has shown to be names.

    Parameters
    ----------
    mentions : those of the paragraph; what they cover is left alone.
    named : what the document has named so far.
    ends : of the names of the document.
    """
    known, tails = ends.within(text, named, mentions)
    taken = [(m.start, m.end) for m in mentions if m.label != "Industry"]
    for surface in sorted(known, key=len, reverse=True):
        meant = known[surface]
        for start, end in spots(surface, text):
            if any(a < end and start < b for a, b in taken):
                continue
            taken.append((start, end))
            yield Mention(start, end, meant.label, meant.name, surface, "name said again", 0.85)
    for tail, things in sorted(tails.items(), key=lambda item: (-len(item[0]), item[0])):
        for start, end in spots(tail, text) if len(things) == 1 else ():
            free = _FREE.search(text[max(0, start - 2) : start]) and text[end : end + 1] != "区"
            if free and not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                yield Mention(start, end, *next(iter(things)), tail, "end of a name said again", 0.82)
