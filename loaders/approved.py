"""What an approval approves: the zone that only its title names, and 示范区 or 试验区 alone for it.

Approvals of plans and letters of support name their zone inside the title of the plan (关于甲示范区总体方案的批复),
or by a city and a common kind (同意乙市建设国家…创新示范区); their sentences then speak of 示范区.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.mention import Mention
from loaders.own import Own

_KIND = (
    "示范园区|合作园区|产业园区|示范区|试验区|先行区|先导区|合作区|实验区|引领区|集聚区|功能区|承载区|起步区|新区|开发区"
    "|科学城|科技城|自由贸易港"
)
_PAPER = "规划|方案|纲要|意见|措施|政策|计划"
_LEAD = "(?:同意|支持|原则同意|批准|印发|设立|建设|推进|推动|加快|创建|进一步|深化|全面|报送|申请)*"
_TITLE = re.compile(
    rf"关于{_LEAD}(?:在[^，。]{{2,12}}?(?:设立|建设))?《?(?P<zone>[\u4e00-\u9fff（）—－·]{{2,24}}?(?:{_KIND}))"
    rf"(?=(?:建设|总体|发展|实施|改革|创新|开放|高质量|若干|有关|政策|措施|的|\d|（[^（）]*）)*(?:{_PAPER})?》?(?:（[^（）]*）)?的?"
    r"(?:若干|指导|实施)*(?:批复|复?函|意见|通知|决定)$)"
)
_OF_CITY = re.compile(
    r"关于(?:同意|支持)(?P<city>[\u4e00-\u9fff]{2,10}?(?:市|自治州|州|盟|地区|县|区|省))(?:以[^，。]{2,24}为主题)?"
    rf"(?:建设|创建|设立|开展建设)(?P<zone>国家(?!自主创新示范区)[\u4e00-\u9fff]{{2,20}}?(?:{_KIND}))的(?:批复|复?函|意见)$"
)
# Words of several things, of a kind, or of what a zone becomes: nothing of its own is approved by such a title.
_PLAIN = re.compile(
    r"升级为|更名为|扩区|高新技术产业开发区(?:等|建设)|高新区(?:等|建设)|、|等\d|国家自主创新示范区$|全国|各地"
)
# Before the kind alone: it opens a part, or a verb or a particle of the text goes before.
_ALONE = (
    r"(?:^|(?<=[，。；：、　\s）“(（])|(?<=同意|支持|推动|推进|加强|鼓励|引导|促进|加快)"
    r"|(?<=深化|指导|关于|对于|纳入|成立|开展|落实)|(?<=[把将对与和在由为以按使该本]))"
)

_GOES_ON = "(?!域|级|内设|建设(?:领导|工作|协调|推进|指挥|办公)|管委会|管理委员会|领导小组)"


@dataclass(frozen=True, slots=True)
class Approved:
    """The zone that a document approves: its name, and how the document writes it."""

    name: str
    surfaces: tuple[str, ...]
    kind: str

    def mention(self) -> Mention:
        """Give it as a mention that stands nowhere."""
        return Mention(0, 0, "Zone", self.name, self.name, "what is approved", 0.9)


def approved_by(own: Own, lexicon: Lexicon) -> Approved | None:
    """Read from its title the zone that a document approves, sets up or supports, if it is one."""
    if not re.search(r"批复$|函$|^(?:国务院|科技部|国家).*(?:意见|通知)$", own.title):
        return None
    match = _OF_CITY.search(own.title) or _TITLE.search(own.title)
    if match is None or _PLAIN.search(own.title):
        return None
    zone = match.group("zone")
    kind = next(k for k in _KIND.split("|") if zone.endswith(k))
    who = re.match(r"(?P<place>[\u4e00-\u9fff]{2,8}?)(?:建设|创建|设立|打造)(?=[\u4e00-\u9fff]{5})", zone)
    if who and not match.groupdict().get("city") and lexicon.place(who.group("place")):
        zone = zone[who.end() :]
        if zone.startswith("国家"):
            return Approved(who["place"] + zone, (who["place"] + zone, zone), kind)
    if city := match.groupdict().get("city"):
        return Approved(city + zone, (city + zone, zone), kind) if lexicon.place(city) else None
    stem = zone.removesuffix(kind)
    return Approved(zone, (zone,), kind) if len(stem) >= 2 and lexicon.place(zone) is None else None


def with_approved(text: str, mentions: Sequence[Mention], approved: Approved, *, title: bool) -> list[Mention]:
    """Give the mentions of a paragraph with what is approved; what its name holds is nested in it.

    Parameters
    ----------
    title : whether the paragraph is the title of the document.
    """
    found = list(_approved_in(text, mentions, approved, title=title))
    kept = []
    for mention in mentions:
        over = next((f for f in found if f.start <= mention.start and mention.end <= f.end), None)
        if mention.label == "Zone" and mention.surface in approved.surfaces:
            kept.append(replace(mention, name=approved.name))
        elif over is None or mention.label == "Policy":
            kept.append(mention)
        elif mention.label in PLACE_LABELS and mention.label != "Zone":
            kept.append(replace(mention, nested=True))
    return sorted([*kept, *found], key=lambda m: (m.start, -m.end))


def _approved_in(text: str, mentions: Sequence[Mention], approved: Approved, *, title: bool) -> Iterator[Mention]:
    """Find what is approved in a paragraph, and the kind alone that stands for it."""
    papers = [m for m in mentions if m.label == "Policy" and not m.nested]
    taken = [(m.start, m.end) for m in mentions if m.label == "Zone" and m.surface in approved.surfaces]
    for surface in approved.surfaces:
        for match in re.finditer(re.escape(surface), text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            inside = title or any(p.start <= match.start() and match.end() <= p.end for p in papers)
            yield Mention(*match.span(), "Zone", approved.name, surface, "what is approved", 0.88, inside)
    for match in re.finditer(f"{_ALONE}(?P<kind>{approved.kind}){_GOES_ON}", text):
        span = match.span("kind")
        free = not any(m.start < span[1] and span[0] < m.end for m in mentions)
        if free and not title and not any(a < span[1] and span[0] < b for a, b in taken):
            yield Mention(*span, "Zone", approved.name, match.group("kind"), "reference to what is approved", 0.86)
