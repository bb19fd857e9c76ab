"""Places that head a list: the things numbered below «南宁市（11家）» stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.documents import Paragraph
from loaders.mention import Mention
from loaders.ties import Candidate, Tier
from ontology.schema import Schema

_COUNTED = r"（\d+[家个所项户人]）[：:]?"
_NUMBERED = re.compile(r"(?:\d+[．.、]|[（(]\d+[)）]|[①-⑳])\s*")
_SITED = frozenset(
    {"Zone", "Lab", "University", "ResearchInstitute", "Incubator", "Company", "Alliance", "Cluster", "ServiceAgency"}
)
_PLACES = frozenset({"City", "District", "Zone"})


@dataclass(slots=True)
class PlaceAbove:
    """The place that heads the list being read, or None outside such a list."""

    place: Mention | None = None

    def read(self, text: str, mentions: Sequence[Mention], schema: Schema) -> Iterator[Candidate]:
        """Tie the first thing of a numbered paragraph to the place that heads its list, and note a new head."""
        flat = text.replace("(", "（").replace(")", "）")
        numbered = _NUMBERED.match(flat)
        outer = [m for m in mentions if not m.nested]
        if numbered and self.place:
            first = next((m for m in outer if m.start <= numbered.end() + 1), None)
            if first and first.label in _SITED:
                tie = Tier(schema, (0, len(text))).tie(first, "LOCATED_IN", self.place, "list under a place", 0.88)
                yield from [tie] if tie else []
        head = next(
            (m for m in outer if m.label in _PLACES and re.fullmatch(_COUNTED, flat[m.end :].strip())),
            None,
        )
        if head and (numbered or not flat[: head.start].strip()):
            self.place = head
        elif not numbered:
            self.place = None


def profiled(
    paragraph: Paragraph, mentions: Sequence[Mention], zone: Mention | None, schema: Schema
) -> Iterator[Candidate]:
    """Read the items listed in the profile of a zone (X高新区概况): what opens an item stands in the zone."""
    if paragraph.kind != "item" or zone is None or zone.label != "Zone":
        return
    tier, at = Tier(schema, (0, len(paragraph.text))), 0
    for mention in (m for m in mentions if not m.nested):
        if mention.label not in _SITED - {"Zone"} or paragraph.text[at : mention.start].strip("“”◆· ") not in {
            "",
            "、",
        }:
            return
        if tie := tier.tie(mention, "LOCATED_IN", zone, "list in a profile", 0.84):
            yield tie
        at = mention.end
