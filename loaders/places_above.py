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


_PROMOTED = re.compile(
    r"(?:谋划|统筹推动|推动|推进|大力推进|布局|建设|打造|创建|争创|组建|设立|筹建|加快建设|高水平建设|布局建设|协同搭建)(?:了)?"
    r"[^，。；：]{0,60}$"
)
_TOGETHER = re.compile(r"双方|两地|两市|共同|共建|联合")


def of_region(paragraph: Paragraph, mentions: Sequence[Mention], schema: Schema) -> Iterator[Candidate]:
    """Read the entry of a region (甲都市圈：推进乙中心建设): what it promotes, and no other place has, stands there."""
    outer = [m for m in mentions if not m.nested]
    head = outer[0] if outer else None
    if head is None or head.label != "Region" or head.start or not re.match("[：:]", paragraph.text[head.end :]):
        return
    places = [m for m in mentions if m.label in _PLACES | {"Region", "Zone"}]
    for mention in outer[1:]:
        start = next((a for a, b in paragraph.sentences() if a <= mention.start < b), 0)
        clause = re.split("[，。；：]", paragraph.text[start : mention.start])[-1]
        told = any(m.nested and mention.start <= m.start and m.end <= mention.end for m in places)
        before = [m for m in outer if mention.start - len(clause) <= m.start < mention.start]
        partners = any(m.label in {"City", "Region"} for m in before) and re.search(r"[与和同]|联合", clause)
        if mention.label not in _SITED or told or partners or _TOGETHER.search(clause) or not _PROMOTED.search(clause):
            continue
        tie = Tier(schema, (start, mention.end)).tie(mention, "LOCATED_IN", head, "entry of a region", 0.82)
        yield from [tie] if tie else []
