"""Names said again: what the document has named once is meant wherever the same words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.mention import Mention

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


def said_again(text: str, mentions: Sequence[Mention], named: Sequence[Mention]) -> Iterator[Mention]:
    """Find further places of names that a paragraph or an earlier one has shown to be names.

    Parameters
    ----------
    mentions : those of the paragraph; what they cover is left alone.
    named : what the document has named so far.
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
    taken = [(m.start, m.end) for m in mentions if m.label != "Industry"]
    for surface in sorted(known, key=len, reverse=True):
        meant = known[surface]
        for match in re.finditer(re.escape(surface), text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            yield Mention(*match.span(), meant.label, meant.name, surface, "name said again", 0.85)
