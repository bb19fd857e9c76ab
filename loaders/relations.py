"""Relations: from mentions, names, lists and cues to candidate ties, each with the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.adjoining import nested_places
from loaders.bracketed import bracketed
from loaders.clauses import Clause, Subject, arrived, cut, encode, only_there, outlived
from loaders.containment import by_name, chained, inner_containment
from loaders.corridors import spelled
from loaders.cues import ACROSS, CUES
from loaders.documents import Paragraph
from loaders.focus import headed_clusters, planned, topics_of
from loaders.frames import ORGANISED, Stage, frames
from loaders.heads import PLACES
from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.lists import Listing
from loaders.membership import members
from loaders.mention import Home, Mention
from loaders.needed import Sieve
from loaders.ours import acts, at_home, our_places
from loaders.parts import WIDE, called_together, divide, joined, pieces
from loaders.patterns import ONE_BY_ONE, Cue
from loaders.products import above, coupled, linked, product, stranger
from loaders.references import Memory, references
from loaders.roles import roles
from loaders.signs import from_signs, home_mention
from loaders.ties import Candidate, Tier, told_once
from loaders.wholes import branches, laid_out, members_of, of_owner
from ontology.schema import Schema

__all__ = ["Candidate", "Scene", "from_listing", "from_signs", "relations_of", "topic_of"]

TOPICAL = frozenset(
    {
        "Zone",
        "Lab",
        "ResearchInstitute",
        "Incubator",
        "Company",
        "Alliance",
        "Cluster",
        "ServiceAgency",
        "Fund",
        "Event",
        "University",
        "City",
        "District",
        "Programme",
        "Region",
    }
)
PARTNERS = PLACES | ORGANISED
FOUNDED = re.compile(r"由A|共|联合|发起|牵头|盟主|理事长")
_CUES = Sieve((cue, cue.pattern) for cue in CUES)
_ACROSS = Sieve((cue, cue.pattern) for cue in ACROSS)
_AGREED = re.compile(
    r"[\s　]*(?:(?:未来|今后|下一步|接下来|据悉|据了解|据介绍|届时|同时|此外|签约仪式上|仪式上|期间)，)?"
    r"(?:根据|按照|依据|双方|三方|各方|两地|两市|校地双方|校企双方|此次|会上)"
)
_BOTH = re.compile(r"双方|三方|各方|两地|两市")
_BOTH_ACT = re.compile(r"(?:^|，)(?:双方|三方|各方|两地|两市)(?![^，。；]*的)")
# A sentence of a plan that begins with what is to be done, and names nobody who shall do it.
_TASK = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]+[）).．、]|[一二三四五六七]是|[①-⑳　])*(?:积极|加快|大力|着力|重点|主动|充分"
    r"|全面|深入|进一步|持续|支持|推动|推进|依托|发挥|建设|打造|组建|引进|与|同|联合|深化|加强|强化|拓展|完善|建立|实施|鼓励"
    r"|围绕|承接|办好|力争|成立|探索|争创|培育|做强|做大|聚焦|对接|融入|落实|优化|促进|提升)"
)
NEGATED = re.compile(r"(?:尚未|没有|未能|不再|并未|拟不)")
_LEAD = re.compile(
    r"(?:将|推动|支持|推进|“|目前，|其中，|在|重点支持|鼓励|近年来，|——|（[一二三四五六七八九十\d]+）|\d+["
    r".．、])*"
)
# A first sentence that only announces its subject (加快建设X科学城。).
_ANNOUNCED = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]+[）).．、])?(?:积极|加快|推动|推进|创建|建设|打造|加强|支持|大力|"
    r"全力|高水平|高标准)+"
)


@dataclass(slots=True)
class Scene:
    """What a sentence inherits: the document's home, the paragraph's topic, and who acted last.

    ``reporting``: the document is the report of its home, whose government acts where a sentence names nobody.
    ``planning``: it is a plan of its home, in which a sentence that begins with its task is for the home.
    """

    lexicon: Lexicon
    schema: Schema
    home: Home
    topic: Mention | None = None
    actors: list[Mention] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    partners: list[Mention] = field(default_factory=list)
    heading: Mention | None = None
    leaders: list[Mention] = field(default_factory=list)
    reporting: bool = False
    planning: bool = False

    def acting(self) -> list[Mention]:
        """Give who acted last, the topic of the paragraph and the subject of the document, in this order."""
        return [*self.actors, *(m for m in (self.topic, self.memory.subject) if m)]

    def agree(self, *who: Mention) -> None:
        """Note who agreed to work together: 双方 afterwards means them."""
        self.partners += [m for m in who if (m.label, m.name) not in {(p.label, p.name) for p in self.partners}]
        self.memory.agreed = list(self.partners)

    def open(self, topic: Mention | None) -> None:
        """Start a paragraph with its topic."""
        self.topic = topic
        self.actors = [topic] if topic else []
        self.leaders = []
        self.partners = []


def from_listing(listing: Listing, lexicon: Lexicon, schema: Schema, span: tuple[int, int]) -> Iterator[Candidate]:
    """Read «zone：A、B»: A stands in the zone, or the zone is about A."""
    del lexicon
    if listing.owner is None:
        return
    tier = Tier(schema, span)
    for item in listing.items:
        if item.label == "Industry":
            tie = tier.tie(listing.owner, "FOCUSES_ON", item, "list under a title", 0.95)
        else:
            tie = tier.tie(item, "LOCATED_IN", listing.owner, "list under a title", 0.95)
        if tie:
            yield tie


def topic_of(mentions: Sequence[Mention], text: str, start: int) -> Mention | None:
    """Find what a paragraph or sentence that starts at ``start`` is about."""
    for mention in mentions:
        if mention.nested or mention.label not in TOPICAL:
            continue
        lead = text[start : mention.start]
        if _ANNOUNCED.fullmatch(lead) and re.match(r"(?:建设|发展)?。", text[mention.end :]):
            return mention if mention.label == "Zone" else None
        if len(lead) <= 8 and _LEAD.fullmatch(lead):
            after = text[mention.end : mention.end + 1]
            where = lead.endswith("在") and mention.label in PLACE_LABELS and after not in "，："  # and not who acts
            return mention if not where and (mention.label != "Region" or after in "：:") else None
        return None
    return None


def relations_of(
    paragraph: Paragraph, span: tuple[int, int], mentions: Sequence[Mention], scene: Scene
) -> Iterator[Candidate]:
    """Read all ties of a sentence but those of lists, short forms and policies.

    Parameters
    ----------
    mentions : those of the whole paragraph.
    scene : carried from sentence to sentence; the sentence's own subject is left in it for the next.
    """
    text, tier = paragraph.text, Tier(scene.schema, span)
    if scene.reporting or (scene.planning and _TASK.match(text, *span)):
        scene.actors, scene.leaders = [scene.topic] if scene.topic and not scene.reporting else [], []
    inside = [m for m in mentions if span[0] <= m.start and m.end <= span[1]]
    yield from nested_places(text, inside, scene.lexicon, tier)
    yield from members(text, span, inside, scene.home, scene.lexicon, tier)
    ours = list(our_places(text, span, inside, scene.home, scene.lexicon))
    yield from at_home(text, ours, inside, tier)
    acting = [m for m in ours if acts(text, m)]
    known = [*inside, *acting, *references(text, span, [*inside, *acting], scene.memory, scene.acting())]
    known.sort(key=lambda m: (m.start, -m.end))
    told = of_owner(list(told_once(list(_of_clauses(text, span, known, scene, tier)), known, text)), known)
    yield from spelled(told, inside, scene.lexicon, tier)
    yield from branches(told, known, tier)
    yield from laid_out(text, span, inside, scene.memory, scene.topic or scene.heading or scene.memory.subject, tier)
    scene.memory.see(inside)
    yield from _from_names(inside, scene, tier)
    divide(text, span, inside, scene.memory)
    yield from pieces(inside, scene.memory, tier)
    yield from joined(text, span, inside, scene.memory, tier)
    yield from called_together(text, inside, tier)
    if span[0] == 0:
        whole = Tier(scene.schema, (0, len(text)))
        yield from headed_clusters(text, mentions, whole)


def _of_clauses(
    text: str, span: tuple[int, int], known: Sequence[Mention], scene: Scene, tier: Tier
) -> Iterator[Candidate]:
    sentence = encode(text, *span, known)
    yield from bracketed(sentence, scene.memory, tier)
    yield from _whole(sentence, scene, tier)
    agreed = _AGREED.match(text[slice(*span)])
    scene.partners = (scene.partners or list(scene.memory.agreed)) if agreed else []
    for start, end in cut(text, *span):
        clause = sentence if (start, end) == span else encode(text, start, end, known)
        if not NEGATED.search(clause.code):
            yield from _framed(clause, scene, tier)
            yield from roles(clause, tier)
            yield from members_of(clause, tier)
            yield from _from_cues(clause, scene, tier)
        else:
            _advance(clause, scene)


def _framed(clause: Clause, scene: Scene, tier: Tier) -> Iterator[Candidate]:
    """Read the frames of a clause, with who acts as far as it is carried over."""

    def carried(position: int) -> list[Mention]:
        return actors(clause, position, PARTNERS, scene, home=bool(scene.home.seat), first=True, passive=True)

    stage = Stage(carried, list(scene.partners), list(scene.memory.of("Alliance")))
    stage.named, stage.here = scene.memory.named, list(clause.used.values())
    yield from frames(clause, tier, stage)
    if len(stage.partners) > 1:
        scene.partners = []
        scene.agree(*stage.partners)


def _from_names(inside: Sequence[Mention], scene: Scene, tier: Tier) -> Iterator[Candidate]:
    for mention in inside:
        if mention.label in PLACE_LABELS | {"Industry", "Policy", "Programme"}:
            within = [m for m in inside if mention.start <= m.start and m.end <= mention.end and m.nested]
            yield from inner_containment(within, scene.lexicon, tier) if mention.label == "Policy" else ()
            yield from chained(mention, scene.lexicon, tier)
            yield from planned(mention, scene.lexicon, tier)
            continue
        inner = [
            m
            for m in inside
            if m.nested
            and m is not mention
            and mention.start <= m.start
            and m.end <= mention.end
            and (m.start, m.end) != (mention.start, mention.end)
        ]
        if mention.rule == "shared ending":
            inner = []
        familiar = scene.memory.familiar(scene.lexicon, scene.home, mention.label)
        yield from by_name(mention, inner, scene.lexicon, tier, familiar)
        yield from topics_of(mention, inner, scene.lexicon, tier)


def _advance(clause: Clause, scene: Scene) -> None:
    for subject in clause.subjects():
        if subject.opens and all(m.label in TOPICAL for m in subject.names):
            scene.actors, scene.leaders = subject.names, subject.first


def _nearest(clause: Clause, position: int, passive: bool = False) -> list[Subject]:
    """Give the subjects before a position but those that end with their part (C推动A发展，建设B: C builds).

    ``passive``: agents end with their part, too (C由A建设，位于B: C stands in B). Whom somebody supports acts no
    further than to the next order (支持A扩区，推动B共享，组建C: not A).
    """
    before = [s for s in clause.subjects() if s.end <= position]
    before = [s for s in before if not outlived(s, clause, position)]
    before = [s for s in before if not (passive and s.agent and "，" in clause.code[s.end : position + 1])]
    free = [s for s in before if not s.pivot]
    return [s for s in before if not (s.pivot and free and "，" in clause.code[s.end : position])]


def actors(
    clause: Clause,
    position: int,
    who: frozenset[str],
    scene: Scene,
    home: bool = False,
    first: bool = False,
    passive: bool = False,
) -> list[Mention]:
    """Find who acts at a position of a clause: the last subject before it, else the carried one, else the home.

    Parameters
    ----------
    who : the classes that may act; empty for all.
    home : whether the home of the document may stand for a missing subject.
    first : whether of A与B only A acts (who goes on to deal with a third party).
    passive : whether an agent (由A建设) is no subject behind its part.
    """
    own = [s.first if first else s.names for s in _nearest(clause, position, passive)]
    about = [[m] for m in (scene.topic, scene.heading, scene.memory.subject) if m]
    done = {m.name for s in clause.subjects() if outlived(s, clause, position) for m in s.names}
    if scene.reporting and not own and not scene.topic and not scene.heading:
        speaker = home_mention(scene.home, scene.lexicon, clause.start)
        if speaker and (not who or speaker.label in who):
            return [speaker]
    for group in [*reversed(own), scene.leaders if first and scene.leaders else scene.actors, *about]:
        fitting = [m for m in group if (not who or m.label in who) and m.name not in done]
        if fitting:
            return fitting
        if own and group is own[-1] and "Zone" in who and {m.label for m in group} <= {"District", "Region"}:
            return []  # what a district or province does is not done by the zone or city named before it
    above = [] if scene.home.county else [Home(scene.home.province)]  # a county does not speak for what it is part of
    homes = [scene.home, *above] if home and not own else []
    here = [m for h in homes if (m := home_mention(h, scene.lexicon, clause.start)) and (not who or m.label in who)]
    return here[:1]


def _whole(clause: Clause, scene: Scene, tier: Tier) -> Iterator[Candidate]:
    """Apply the patterns that reach over a semicolon (依托单位：A；共建单位：B)."""
    for cue in _ACROSS.through(clause.code):
        for match in cue.pattern.finditer(clause.code):
            yield from _from_match(cue, clause, match, scene, tier)


def _from_cues(clause: Clause, scene: Scene, tier: Tier) -> Iterator[Candidate]:
    """Apply the patterns of ``loaders.patterns`` to a clause."""
    for cue in _CUES.through(clause.code):
        for match in cue.pattern.finditer(clause.code):
            yield from _from_match(cue, clause, match, scene, tier)
    _advance(clause, scene)


def _from_match(cue: Cue, clause: Clause, match: re.Match[str], scene: Scene, tier: Tier) -> Iterator[Candidate]:
    made: dict[tuple[str, str], list[Mention]] = {}
    for source, target in _pairs(cue, clause, match, scene):
        if tie := tier.tie(source, cue.type, target, cue.rule, cue.confidence):
            yield tie
            if cue.type == "COLLABORATES_WITH":
                scene.agree(source, target)
            made.setdefault((source.label, source.name), []).append(target)
            if cue.type == "BUILT_BY" and source.label == "Alliance" and FOUNDED.search(cue.rule):
                founder = tier.tie(target, "MEMBER_OF", source, f"{cue.rule} (founder)", min(0.88, cue.confidence))
                yield from [founder] if founder else []
    for thing, builders in made.items() if cue.joint else ():
        if thing[0] != "Alliance":
            yield from _joint(builders, cue, tier)


def _pairs(cue: Cue, clause: Clause, match: re.Match[str], scene: Scene) -> Iterator[tuple[Mention, Mention]]:
    """Combine the groups of a match as the cue says; 分别 joins them one to one."""
    groups = match.groupdict()
    if cue.shape == "chain":
        yield from linked(clause.group(groups["chain"]))
        return
    if cue.shape == "pairs":
        every = clause.group(groups["all"])
        if couples := coupled(clause, groups["all"]):
            yield from couples
            return
        yield from ((a, b) for i, a in enumerate(every) for b in every[i + 1 :])
        return
    sides = {side: clause.group(groups.get(side)) for side in ("source", "target")}
    if cue.topic and (cue.plus or not sides[cue.topic]):
        other = sides["target" if cue.topic == "source" else "source"]
        if cue.home and any(m.name in {scene.home.province, scene.home.seat, scene.home.subject} for m in other):
            return
        sides[cue.topic] = [*_acting(cue, clause, match, scene, other), *sides[cue.topic]]
    told = "分别" in clause.code[max(0, match.start() - 3) : match.end()] or cue.rule in ONE_BY_ONE
    if told and 1 < len(sides["source"]) == len(sides["target"]):
        yield from zip(sides["source"], sides["target"], strict=True)
        return
    touching = cue.rule == "zone before its part"  # “甲谷”“乙谷” are two
    for source in sides["source"]:
        for target in sides["target"]:
            if not touching or target.end == source.start:
                yield source, target


def _acting(
    cue: Cue, clause: Clause, match: re.Match[str], scene: Scene, other: Sequence[Mention]
) -> Iterator[Mention]:
    """Find for whom a cue without a written subject stands."""
    undirected = cue.type == "COLLABORATES_WITH" or cue.plus or cue.alone
    at = match.start("at") if "at" in match.re.groupindex else match.start() + 1
    passive = cue.type == "PART_OF" or (cue.topic == "source" and cue.type in {"LOCATED_IN", "FOCUSES_ON"})
    found = actors(clause, at, cue.who, scene, cue.home, undirected, passive)
    if cue.topic == "target" and len(scene.partners) > 1:
        both = _BOTH.search(match.group()) or (_BOTH_ACT.search(clause.code[:at]) and not _nearest(clause, at))
        found = [m for m in scene.partners if m.label in cue.who] if both else found
    if cue.topic == "source" and cue.type in {"BUILT_BY", "LOCATED_IN", "FOCUSES_ON", "RELIES_ON"}:
        about = cue.type == "FOCUSES_ON"
        found = product(clause, match.start(), about) or (list(above(clause, at, found)) if about else found)
        acts_at = at if "at" in match.re.groupindex else match.start()
        found = [] if about and stranger(clause, acts_at) else found
    if not found and (cue.near or (cue.close and not _nearest(clause, at))):
        before = [*([] if cue.close else scene.memory.named), *clause.group(clause.code[: match.start()])]
        found = [m for m in before if m.label in cue.who and not (m.nested and m.label in PLACES)][-1:]
    if cue.type == "PART_OF" and cue.near and scene.memory.divided:
        found = [scene.memory.divided]
    if cue.type == "BUILT_BY" and cue.topic == "target":
        found = [m for m in found if not only_there(clause, m)]
    for mention in found:
        wide = cue.type in {"LOCATED_IN", "BUILT_BY"} and cue.topic == "target" and WIDE.search(mention.name)
        beside = cue.rule == "A、B揭牌（承前）" and arrived(clause, mention)
        if (mention.label, mention.name) not in {(m.label, m.name) for m in other} and not wide and not beside:
            yield mention


def _joint(builders: Sequence[Mention], cue: Cue, tier: Tier) -> Iterator[Candidate]:
    """Joint builders of one thing collaborate: a conclusion, marked as derived."""
    for i, first in enumerate(builders):
        for second in builders[i + 1 :]:
            if tie := tier.tie(first, "COLLABORATES_WITH", second, f"{cue.rule} (joint builders)", 0.85, derived=True):
                yield tie
